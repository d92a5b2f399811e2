/* Reads the lists. See lists.h for what they are in memory and content/entities/README.md for the files.
 *
 * Both hash tables are open, with a power of two of slots, and grow at half full; a slot holds an index, 0 for free.
 * The bytes of folded words stand in one buffer. The trie has no lists of children: its table maps (node, word) to
 * the child. */
#include "entity/lists.h"

#include <string.h>

#include "base/error.h"
#include "entity/token.h"
#include "text/fold.h"
#include "text/utf8.h"

typedef struct {
    guint32 offset; /* in the buffer */
    guint32 length;
    guint32 hash;
    guint32 classes;
} Word;

typedef struct {
    guint32 parent, word;
    ListNode ends;
} Node;

typedef struct {
    guint8 type;
    guint32 tied;
} Entry;

struct EntityLists {
    GString *bytes;
    GArray *words;   /* Word; the first one is WORD_NONE */
    GArray *nodes;   /* Node; the first one is the root */
    GArray *entries; /* Entry; the first one is ENTRY_NONE */
    guint32 *word_slots, *node_slots;
    guint32 word_mask, node_mask;
};

static Word *
get_word(const EntityLists *lists, guint32 word)
{
    return &g_array_index(lists->words, Word, word);
}

static Node *
get_node(const EntityLists *lists, guint32 node)
{
    return &g_array_index(lists->nodes, Node, node);
}

/* Folds a word into out, which has room for MAX_WORD bytes; 0 where it does not fit. */
#define MAX_WORD 256
static gsize
fold_word(const char *word, gsize length, char out[MAX_WORD])
{
    gsize size = 0, at = 0;
    while (at < length) {
        if (size > MAX_WORD - 20)
            return 0;
        if ((guchar)word[at] < 0x80) {
            char c = word[at++];
            out[size++] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
            continue;
        }
        gunichar folded[3];
        int count = fold_char(utf8_next(word, &at), FOLD_ALL, folded);
        for (int i = 0; i < count; i++)
            size += (gsize)g_unichar_to_utf8(folded[i], out + size);
    }
    return size;
}

static guint32
hash_bytes(const char *bytes, gsize length)
{
    guint32 hash = 2166136261u;
    for (gsize i = 0; i < length; i++)
        hash = (hash ^ (guchar)bytes[i]) * 16777619u;
    return hash ^ hash >> 15;
}

static guint32
hash_step(guint32 node, guint32 word)
{
    guint32 hash = node * 0x9e3779b1u ^ word * 0x85ebca77u;
    return hash ^ hash >> 16;
}

static guint32
word_slot(const EntityLists *lists, const char *folded, gsize length, guint32 hash)
{
    guint32 slot = hash & lists->word_mask;
    for (; lists->word_slots[slot]; slot = (slot + 1) & lists->word_mask) {
        const Word *word = get_word(lists, lists->word_slots[slot]);
        if (word->hash == hash && word->length == length &&
            memcmp(lists->bytes->str + word->offset, folded, length) == 0)
            break;
    }
    return slot;
}

static guint32
node_slot(const EntityLists *lists, guint32 parent, guint32 word)
{
    guint32 slot = hash_step(parent, word) & lists->node_mask;
    for (; lists->node_slots[slot]; slot = (slot + 1) & lists->node_mask) {
        const Node *node = get_node(lists, lists->node_slots[slot]);
        if (node->parent == parent && node->word == word)
            break;
    }
    return slot;
}

static void
grow_words(EntityLists *lists)
{
    lists->word_mask = lists->word_mask * 2 + 1;
    g_free(lists->word_slots);
    lists->word_slots = g_new0(guint32, lists->word_mask + 1);
    for (guint32 i = 1; i < lists->words->len; i++) {
        guint32 slot = get_word(lists, i)->hash & lists->word_mask;
        while (lists->word_slots[slot])
            slot = (slot + 1) & lists->word_mask;
        lists->word_slots[slot] = i;
    }
}

static void
grow_nodes(EntityLists *lists)
{
    lists->node_mask = lists->node_mask * 2 + 1;
    g_free(lists->node_slots);
    lists->node_slots = g_new0(guint32, lists->node_mask + 1);
    for (guint32 i = 1; i < lists->nodes->len; i++) {
        guint32 slot = hash_step(get_node(lists, i)->parent, get_node(lists, i)->word) & lists->node_mask;
        while (lists->node_slots[slot])
            slot = (slot + 1) & lists->node_mask;
        lists->node_slots[slot] = i;
    }
}

/* The number of a word, which is new where no list had it; WORD_NONE for one that is too long. */
static guint32
add_word(EntityLists *lists, const char *printed, gsize printed_length)
{
    char folded[MAX_WORD];
    gsize length = fold_word(printed, printed_length, folded);
    if (length == 0)
        return WORD_NONE;
    guint32 hash = hash_bytes(folded, length), slot = word_slot(lists, folded, length, hash);
    if (lists->word_slots[slot])
        return lists->word_slots[slot];
    Word word = {.offset = (guint32)lists->bytes->len, .length = (guint32)length, .hash = hash};
    g_string_append_len(lists->bytes, folded, (gssize)length);
    g_array_append_val(lists->words, word);
    lists->word_slots[slot] = lists->words->len - 1;
    if (lists->words->len > lists->word_mask / 2)
        grow_words(lists);
    return lists->words->len - 1;
}

static guint32
add_node(EntityLists *lists, guint32 parent, guint32 word)
{
    guint32 slot = node_slot(lists, parent, word);
    if (lists->node_slots[slot])
        return lists->node_slots[slot];
    Node node = {.parent = parent, .word = word};
    g_array_append_val(lists->nodes, node);
    lists->node_slots[slot] = lists->nodes->len - 1;
    if (lists->nodes->len > lists->node_mask / 2)
        grow_nodes(lists);
    return lists->nodes->len - 1;
}

/* The node at the end of the path of a name's tokens, made where it is new; 0 for a name without tokens or with too
 * many. */
static guint32
add_path(EntityLists *lists, const char *name, gsize length, ListNode *looks)
{
    guint32 node = NODE_ROOT;
    gsize at = 0;
    guint count = 0;
    Token token;
    *looks = (ListNode){0};
    for (; token_cut(name, length, &at, &token); count++) {
        guint32 word = add_word(lists, name + token.start, token.length);
        if (count == 32 || word == WORD_NONE)
            return NODE_ROOT;
        if (token.flags & TOKEN_CAPITAL)
            looks->capitals |= 1u << count;
        if (count == 0) {
            looks->upper = (token.flags & TOKEN_UPPER) != 0;
            looks->mixed = (token.flags & TOKEN_MIXED) != 0;
            get_word(lists, word)->classes |= WORD_LISTED;
            if (token.kind == TOKEN_WORD && !(token.flags & TOKEN_CAPITAL))
                get_word(lists, word)->classes |= WORD_OPENS_SMALL;
        }
        node = add_node(lists, node, word);
    }
    looks->upper = looks->upper && count == 1;
    looks->mixed = looks->mixed && count == 1;
    return node;
}

static void
add_name(EntityLists *lists, const char *name, gsize length, guint32 entry, gboolean full)
{
    ListNode looks;
    guint32 index = add_path(lists, name, length, &looks);
    if (index == NODE_ROOT)
        return;
    ListNode *ends = &get_node(lists, index)->ends;
    if (ends->entry == ENTRY_NONE) {
        looks.entry = entry;
        looks.full = full;
        looks.flags = ends->flags;
        *ends = looks;
    } else if (ends->entry == entry) { /* "NATO" and "Nato": either will do */
        ends->upper = ends->upper && looks.upper;
        ends->mixed = ends->mixed && looks.mixed;
        ends->capitals &= looks.capitals;
    }
}

/* The entry that a name means so far, or ENTRY_NONE. */
static guint32
find_entry(EntityLists *lists, const char *name, gsize length)
{
    guint32 node = NODE_ROOT;
    gsize at = 0;
    Token token;
    while (node != NODE_NONE && token_cut(name, length, &at, &token))
        node = lists_child(lists, node, lists_word(lists, name + token.start, token.length));
    return node == NODE_NONE ? ENTRY_NONE : lists_node(lists, node)->entry;
}

/* A line being read: its fields between tabs. */
typedef struct {
    const char *start[4];
    gsize length[4];
    guint count;
} Fields;

typedef char *(*LineReader)(EntityLists *lists, const Fields *fields, guint argument);

static const char *
part_end(const char *part, const char *end)
{
    const char *bar = memchr(part, '|', (gsize)(end - part));
    return bar ? bar : end;
}

/* NAME, other names, demonyms, tied place. */
static char *
read_names(EntityLists *lists, const Fields *fields, guint type)
{
    guint32 index = lists->entries->len;
    Entry entry = {.type = (guint8)type};
    g_array_append_val(lists->entries, entry);
    add_name(lists, fields->start[0], fields->length[0], index, TRUE);
    for (guint field = 1; field < MIN(fields->count, 3); field++) {
        const char *end = fields->start[field] + fields->length[field];
        for (const char *part = fields->start[field]; part < end; part = part_end(part, end) + 1) {
            gsize length = (gsize)(part_end(part, end) - part);
            ListNode looks;
            if (field == 1)
                add_name(lists, part, length, index, FALSE);
            else
                get_node(lists, add_path(lists, part, length, &looks))->ends.flags |= NODE_PEOPLE;
        }
    }
    if (fields->count == 4) {
        guint32 tied = find_entry(lists, fields->start[3], fields->length[3]);
        if (tied == ENTRY_NONE)
            return g_strdup_printf("the tied place “%.*s” is not known here; put its own line before this one",
                                   (int)fields->length[3], fields->start[3]);
        g_array_index(lists->entries, Entry, index).tied = tied;
    }
    return NULL;
}

static char *
read_title(EntityLists *lists, const Fields *fields, guint argument)
{
    ListNode looks;
    guint32 node = add_path(lists, fields->start[0], fields->length[0], &looks);
    if (node != NODE_ROOT)
        get_node(lists, node)->ends.flags |= NODE_TITLE;
    return NULL;
}

static char *
read_word(EntityLists *lists, const Fields *fields, guint classes)
{
    guint32 word = add_word(lists, fields->start[0], fields->length[0]);
    get_word(lists, word)->classes |= classes;
    if (fields->count > 1 && fields->length[1] == 1 && fields->start[1][0] == 'f')
        get_word(lists, word)->classes |= WORD_FUNCTION;
    return NULL;
}

static char *
read_cue(EntityLists *lists, const Fields *fields, guint argument)
{
    static const char *const classes[] = {"org-end",   "org-of",   "loc-end",      "loc-start",   "loc-prep",
                                          "other-end", "other-of", "weapon",       "say",         "time",
                                          "direction", "link",     "abbreviation", "party-owner", "people"};
    for (guint i = 0; i < G_N_ELEMENTS(classes); i++) {
        if (strlen(classes[i]) != fields->length[0] || memcmp(classes[i], fields->start[0], fields->length[0]) != 0)
            continue;
        if (fields->count < 2)
            return g_strdup("a word is missing; write CLASS, a tab and the word");
        get_word(lists, add_word(lists, fields->start[1], fields->length[1]))->classes |= 1u << i;
        return NULL;
    }
    return g_strdup_printf("unknown class “%.*s”; the head of the file names the classes", (int)fields->length[0],
                           fields->start[0]);
}

static const struct {
    const char *file;
    LineReader read;
    guint argument;
} files[] = {
    {"cues.txt", read_cue, 0},
    {"common_words.txt", read_word, WORD_COMMON},
    {"given_names.txt", read_word, WORD_GIVEN},
    {"family_names.txt", read_word, WORD_FAMILY},
    {"titles.txt", read_title, 0},
    {"places.txt", read_names, ENTITY_PLACE},
    {"organisations.txt", read_names, ENTITY_ORGANISATION},
    {"other.txt", read_names, ENTITY_OTHER},
};

static Fields
split_line(const char *line, const char *end)
{
    Fields fields = {0};
    while (fields.count < G_N_ELEMENTS(fields.start)) {
        const char *tab = memchr(line, '\t', (gsize)(end - line));
        fields.start[fields.count] = line;
        fields.length[fields.count++] = (gsize)((tab ? tab : end) - line);
        if (!tab)
            break;
        line = tab + 1;
    }
    return fields;
}

static gboolean
read_file(EntityLists *lists, const char *path, LineReader read, guint argument, GError **error)
{
    g_autofree char *text = NULL;
    g_autoptr(GError) fault = NULL;
    gsize length;
    if (!g_file_get_contents(path, &text, &length, &fault)) {
        g_set_error(error, IBID_ERROR, IBID_ERROR_CONFIG,
                    "%s: the list cannot be read (%s); install ibid again, or set IBID_DATADIR", path, fault->message);
        return FALSE;
    }
    if (!g_utf8_validate(text, (gssize)length, NULL)) {
        g_set_error(error, IBID_ERROR, IBID_ERROR_CONFIG, "%s: the list is no valid UTF-8; save it as UTF-8", path);
        return FALSE;
    }
    guint number = 1;
    for (const char *line = text, *stop = text + length; line < stop; number++) {
        const char *end = memchr(line, '\n', (gsize)(stop - line)), *next = end ? end + 1 : stop;
        end = end ? end : stop;
        if (end > line && end[-1] == '\r')
            end--;
        if (end > line && *line != '#') {
            Fields fields = split_line(line, end);
            g_autofree char *message = fields.length[0] == 0 ? g_strdup("the name is missing; a line begins with it")
                                                             : read(lists, &fields, argument);
            if (message) {
                g_set_error(error, IBID_ERROR, IBID_ERROR_CONFIG, "%s:%u: %s", path, number, message);
                return FALSE;
            }
        }
        line = next;
    }
    return TRUE;
}

EntityLists *
entity_lists_load(const char *folder, GError **error)
{
    g_autoptr(EntityLists) lists = g_new0(EntityLists, 1);
    lists->bytes = g_string_sized_new(128 * 1024);
    lists->words = g_array_sized_new(FALSE, TRUE, sizeof(Word), 16 * 1024);
    lists->nodes = g_array_sized_new(FALSE, TRUE, sizeof(Node), 16 * 1024);
    lists->entries = g_array_sized_new(FALSE, TRUE, sizeof(Entry), 4 * 1024);
    g_array_set_size(lists->words, 1);
    g_array_set_size(lists->nodes, 1);
    g_array_set_size(lists->entries, 1);
    lists->word_mask = lists->node_mask = folder ? 32 * 1024 - 1 : 15;
    lists->word_slots = g_new0(guint32, lists->word_mask + 1);
    lists->node_slots = g_new0(guint32, lists->node_mask + 1);
    for (guint i = 0; folder && i < G_N_ELEMENTS(files); i++) {
        g_autofree char *path = g_build_filename(folder, files[i].file, NULL);
        if (!read_file(lists, path, files[i].read, files[i].argument, error))
            return NULL;
    }
    return g_steal_pointer(&lists);
}

void
entity_lists_free(EntityLists *lists)
{
    if (!lists)
        return;
    g_string_free(lists->bytes, TRUE);
    g_array_unref(lists->words);
    g_array_unref(lists->nodes);
    g_array_unref(lists->entries);
    g_free(lists->word_slots);
    g_free(lists->node_slots);
    g_free(lists);
}

guint32
lists_word(const EntityLists *lists, const char *word, gsize length)
{
    char folded[MAX_WORD];
    gsize size = fold_word(word, length, folded);
    return size ? lists->word_slots[word_slot(lists, folded, size, hash_bytes(folded, size))] : WORD_NONE;
}

guint32
lists_classes(const EntityLists *lists, guint32 word)
{
    return get_word(lists, word)->classes;
}

guint32
lists_child(const EntityLists *lists, guint32 node, guint32 word)
{
    if (word == WORD_NONE)
        return NODE_NONE;
    guint32 child = lists->node_slots[node_slot(lists, node, word)];
    return child ? child : NODE_NONE;
}

const ListNode *
lists_node(const EntityLists *lists, guint32 node)
{
    return &get_node(lists, node)->ends;
}

guint32
lists_entry_count(const EntityLists *lists)
{
    return lists->entries->len - 1;
}

EntityType
lists_entry_type(const EntityLists *lists, guint32 entry)
{
    return (EntityType)g_array_index(lists->entries, Entry, entry).type;
}

guint32
lists_entry_tied(const EntityLists *lists, guint32 entry)
{
    return g_array_index(lists->entries, Entry, entry).tied;
}
