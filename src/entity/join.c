/* See join.h.
 *
 * A table maps keys to entities. A key is the folded name ("ilham aliyev"), without "the", full stops and double
 * spaces, or, with a sign before it, something weaker: "\1aliyev" the surname or given name of a person (a later
 * bearer takes it over: the surname means the one named last), "\2datang" a company's name without "Ltd.", "\3wto"
 * initials. Entries of the lists have an array of their own. */
#include "entity/join.h"

#include <string.h>

#include "text/fold.h"

#define KEY_PART "\1"
#define KEY_COMPANY "\2"
#define KEY_INITIALS "\3"

enum { MAX_NAME = 400 /* bytes that a key looks at; a name that is longer has no other spellings */ };

typedef struct {
    Entity entity;
    guint32 votes[4];
    GHashTable *forms; /* folded spelling → itself; owned */
    gboolean shouted;  /* its name comes from a line in capitals */
    gboolean whole;    /* a person's full name is known */
} Thing;

struct Join {
    const char *text;
    const EntityLists *lists;
    GPtrArray *things; /* Thing *, whose first member is an Entity */
    GHashTable *keys;  /* char * → index + 1 */
    guint32 *entries;  /* entry → index + 1 */
    guint32 *tied;     /* entry → the entry that it means */
    GString *key;
};

static void
thing_free(Thing *thing)
{
    g_free(thing->entity.name);
    g_free(thing->entity.role);
    g_ptr_array_unref(thing->entity.aliases);
    g_array_unref(thing->entity.mentions);
    g_hash_table_unref(thing->forms);
    g_free(thing);
}

Join *
join_new(const char *text, const EntityLists *lists)
{
    Join *join = g_new0(Join, 1);
    join->text = text;
    join->lists = lists;
    join->things = g_ptr_array_new_with_free_func((GDestroyNotify)thing_free);
    join->keys = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    join->entries = g_new0(guint32, lists_entry_count(lists) + 1);
    join->tied = g_new0(guint32, lists_entry_count(lists) + 1);
    join->key = g_string_new(NULL);
    return join;
}

void
join_free(Join *join)
{
    if (!join)
        return;
    g_ptr_array_unref(join->things);
    g_hash_table_unref(join->keys);
    g_free(join->entries);
    g_free(join->tied);
    g_string_free(join->key, TRUE);
    g_free(join);
}

const GPtrArray *
join_entities(const Join *join)
{
    return join->things;
}

void
join_tie(Join *join, guint32 entry)
{
    guint32 tied = lists_entry_tied(join->lists, entry);
    if (tied == ENTRY_NONE || join->tied[tied] == entry)
        return;
    join->tied[tied] = entry;
    /* What stands under the short name already is the same thing from now on. */
    if (join->entries[tied] && !join->entries[entry])
        join->entries[entry] = join->entries[tied];
}

/* The name as printed, on one line. */
static char *
printed_name(const Join *join, Range range)
{
    GString *name = g_string_sized_new(range_length(range) + 1);
    gboolean space = FALSE;
    for (gsize i = range.start; i < range.end; i++) {
        char c = join->text[i];
        if (c == ' ' || c == '\t' || c == '\n') {
            space = TRUE;
            continue;
        }
        if (space)
            g_string_append_c(name, ' ');
        space = FALSE;
        g_string_append_c(name, c);
    }
    return g_string_free(name, FALSE);
}

/* The folded name without "the" and full stops. */
static char *
folded_name(const char *name)
{
    g_autofree char *folded = fold_text(name, -1, FOLD_ALL);
    const char *from = g_str_has_prefix(folded, "the ") ? folded + 4 : folded;
    char *key = g_strdup(from), *to = key;
    for (const char *c = from; *c; c++)
        if (*c != '.')
            *to++ = *c;
    *to = 0;
    return key;
}

/* Index of the thing under a key with its sign, or -1. */
static int
find_key(Join *join, const char *sign, const char *key, gssize length)
{
    g_string_assign(join->key, sign);
    g_string_append_len(join->key, key, length);
    return GPOINTER_TO_INT(g_hash_table_lookup(join->keys, join->key->str)) - 1;
}

static void
set_key(Join *join, const char *sign, const char *key, gssize length, guint index, gboolean take_over)
{
    if (find_key(join, sign, key, length) >= 0 && !take_over)
        return;
    g_hash_table_replace(join->keys, g_strndup(join->key->str, join->key->len), GINT_TO_POINTER((gint)index + 1));
}

/* The length of a folded company name without its last word, if that says only that it is one; else 0. */
static gsize
company_stem(const char *folded)
{
    static const char *const endings[] = {" ltd",     " inc",         " corp",    " co",    " llc",
                                          " plc",     " corporation", " company", " group", " limited",
                                          " holding", " holdings",    " ag",      " gmbh",  " sa"};
    gsize length = strlen(folded), stem = length;
    for (gboolean again = TRUE; again;) {
        again = FALSE;
        for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
            gsize size = strlen(endings[i]);
            if (stem > size && memcmp(folded + stem - size, endings[i], size) == 0) {
                stem -= size;
                again = TRUE;
            }
        }
    }
    return stem < length ? stem : 0;
}

/* The initials of a folded name of three capitalised words or more, or NULL. */
static char *
initials(const char *name, const char *folded)
{
    GString *letters = g_string_new(NULL);
    for (const char *c = name; *c; c++)
        if ((c == name || c[-1] == ' ' || c[-1] == '-') && g_ascii_isupper(*c))
            g_string_append_c(letters, g_ascii_tolower(*c));
    return g_string_free(letters, letters->len < 3);
}

static const char *
last_part(const char *folded)
{
    const char *space = strrchr(folded, ' ');
    return space ? space + 1 : folded;
}

/* Makes the shorter names of a thing known under which it may stand elsewhere. */
static void
register_names(Join *join, guint index, EntityType type, const char *name, const char *folded, gboolean acronym)
{
    set_key(join, "", folded, -1, index, FALSE);
    const char *space = strchr(folded, ' ');
    if (!space)
        return;
    if (type == ENTITY_PERSON) {
        const char *surname = last_part(folded);
        if (strcmp(surname, "jr") != 0 && strcmp(surname, "sr") != 0)
            set_key(join, KEY_PART, surname, -1, index, TRUE);
        set_key(join, KEY_PART, folded, space - folded, index, TRUE);
        const char *particle = strstr(folded, " al-");
        if (particle && particle + 1 == surname)
            set_key(join, KEY_PART, surname + 3, -1, index, TRUE);
        for (const char *rest = space + 1; (space = strchr(rest, ' ')); rest = space + 1)
            set_key(join, KEY_PART, rest, -1, index, TRUE); /* "bin Salman" of "Mohammed bin Salman" */
        return;
    }
    gsize stem = type == ENTITY_ORGANISATION ? company_stem(folded) : 0;
    if (stem)
        set_key(join, KEY_COMPANY, folded, (gssize)stem, index, FALSE);
    g_autofree char *letters = type == ENTITY_ORGANISATION && !acronym ? initials(name, folded) : NULL;
    if (letters)
        set_key(join, KEY_INITIALS, letters, -1, index, FALSE);
}

/* Index of the thing that a name without entry means, or -1. */
static int
find_thing(Join *join, const Candidate *candidate, const char *folded)
{
    gboolean single = !strchr(folded, ' ');
    int index = find_key(join, "", folded, -1);
    if (candidate->type == ENTITY_PERSON) {
        int bearer = find_key(join, KEY_PART, folded, -1);
        if (bearer >= 0)
            return bearer;
        if (index >= 0)
            return index;
        /* "Ilham Aliyev" behind a mere "Aliyev". */
        const char *surname = last_part(folded);
        int alone = single ? -1 : find_key(join, "", surname, -1);
        if (alone >= 0) {
            Thing *thing = g_ptr_array_index(join->things, alone);
            if (thing->entity.type == ENTITY_PERSON && !thing->whole)
                return alone;
        }
        return -1;
    }
    if (index >= 0)
        return index;
    if (candidate->type != ENTITY_ORGANISATION)
        return -1;
    if (single && (candidate->flags & CANDIDATE_UPPER) && (index = find_key(join, KEY_INITIALS, folded, -1)) >= 0)
        return index;
    if ((index = find_key(join, KEY_COMPANY, folded, -1)) >= 0)
        return index;
    gsize stem = company_stem(folded);
    return stem ? find_key(join, "", folded, (gssize)stem) : -1;
}

static Thing *
add_thing(Join *join)
{
    Thing *thing = g_new0(Thing, 1);
    thing->entity.aliases = g_ptr_array_new_with_free_func(g_free);
    thing->entity.mentions = g_array_new(FALSE, FALSE, sizeof(guint));
    thing->forms = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_ptr_array_add(join->things, thing);
    return thing;
}

/* The entity's name is the fullest of its forms, which are in the order of their appearance; "AZERBAIJAN" of a
 * headline gives way to "Azerbaijan". */
static void
add_form(Thing *thing, char *name, char *folded, gboolean shouted)
{
    Entity *entity = &thing->entity;
    if (!entity->name) {
        entity->name = name;
        thing->shouted = shouted;
        g_hash_table_add(thing->forms, folded);
        return;
    }
    if (!g_hash_table_add(thing->forms, folded)) {
        if (thing->shouted && !shouted && g_ascii_strcasecmp(entity->name, name) == 0) {
            g_free(entity->name);
            entity->name = name;
            thing->shouted = FALSE;
        } else {
            g_free(name);
        }
        return;
    }
    if (g_utf8_strlen(name, -1) > g_utf8_strlen(entity->name, -1) && (thing->shouted || !shouted)) {
        char *old = entity->name;
        entity->name = name;
        name = old;
        thing->shouted = shouted;
    }
    g_ptr_array_add(entity->aliases, name);
}

static void
add_vote(Thing *thing, EntityType type, gboolean first)
{
    thing->votes[type]++;
    if (first || thing->votes[type] > thing->votes[thing->entity.type])
        thing->entity.type = type;
}

guint
join_add(Join *join, const Candidate *candidate, int same, guint mention)
{
    char *name = printed_name(join, candidate->range), *folded = folded_name(name);
    guint32 entry = candidate->entry;
    if (entry && join->tied[entry])
        entry = join->tied[entry];
    gboolean short_enough = strlen(folded) <= MAX_NAME;
    int index = same;
    if (index < 0 && candidate->flags & CANDIDATE_UPPER)
        index = find_key(join, "(", folded, -1);
    if (index < 0 && entry)
        index = (int)join->entries[entry] - 1;
    if (index < 0 && short_enough && !entry)
        index = find_thing(join, candidate, folded);
    gboolean fresh = index < 0;
    if (fresh) {
        index = (int)join->things->len;
        add_thing(join);
    }
    Thing *thing = g_ptr_array_index(join->things, (guint)index);
    if (entry && !join->entries[entry])
        join->entries[entry] = (guint32)index + 1;
    if (same >= 0 && candidate->flags & CANDIDATE_UPPER)
        set_key(join, "(", folded, -1, (guint)index, TRUE);
    if (short_enough)
        register_names(join, (guint)index, (EntityType)candidate->type, name, folded, same >= 0);
    thing->whole |= candidate->type == ENTITY_PERSON && strchr(folded, ' ');
    add_vote(thing, (EntityType)candidate->type, fresh);
    if (!thing->entity.role && candidate->type == ENTITY_PERSON && !range_is_none(candidate->role))
        thing->entity.role = printed_name(join, candidate->role);
    g_array_append_val(thing->entity.mentions, mention);
    add_form(thing, name, folded, (candidate->flags & CANDIDATE_SHOUTED) != 0);
    return (guint)index;
}
