/* The entities of a document, found section by section.
 *
 * A section is up to SECTION_SIZE bytes of blocks (a longer block is cut where white space is), the same for every
 * way of slicing the work. Of each section the tokens are cut, then the candidates found, whose certain ones vote,
 * then each is decided and joined to an entity, in text order. Every article of usual length is one section, so that
 * what stands at its end helps to understand its beginning; in a large text what was learnt before stays known. Each
 * of the three phases can be left and gone on with at any time. */
#include "entity/entities.h"

#include <string.h>

#include "entity/find.h"
#include "entity/join.h"
#include "entity/weigh.h"

enum {
    SECTION_SIZE = 256 * 1024,
    CUT_LOOKAHEAD = 4 * 1024, /* for white space where a block is cut */
    TOKEN_SLICE = 16 * 1024,  /* bytes between looks at the clock */
    CANDIDATE_SLICE = 256,
    SENTENCE_MAX = 2048, /* tokens; a longer one is read in pieces */
};

typedef enum { PHASE_OPEN, PHASE_CUT, PHASE_FIND, PHASE_JOIN, PHASE_DONE } Phase;

struct Entities {
    Document *document;
    const EntityLists *lists;
    EntityLists *no_lists; /* owned, where none were given */
    Layer *excluded;
    const char *text;
    Phase phase;
    /* the section */
    gsize start, end;
    guint block;      /* that is being cut into tokens */
    gsize at;         /* in it, or in the document */
    GArray *holes;    /* LayerItem: excluded ranges of the section */
    guint hole;       /* the first one that does not end before `at` */
    gboolean resumed; /* `at` stands inside a block */
    guint first;      /* first token of that block */
    Prose prose;
    guint token;        /* next one to read */
    GArray *candidates; /* Candidate */
    GArray *owners;     /* int: entity of each decided candidate, or -1 */
    /* what was found */
    Join *join;
    GArray *mentions;
    Layer *layer;
};

const char *
entity_type_name(EntityType type)
{
    static const char *const names[] = {"person", "organisation", "place", "other"};
    return names[type];
}

Entities *
entities_new(Document *document, const EntityLists *lists, Layer *excluded)
{
    Entities *entities = g_new0(Entities, 1);
    entities->document = document_ref(document);
    if (!lists)
        lists = entities->no_lists = entity_lists_load(NULL, NULL);
    entities->lists = lists;
    entities->excluded = excluded;
    entities->text = document_text(document, NULL);
    entities->prose =
        (Prose){.text = entities->text, .lists = lists, .tokens = g_array_new(FALSE, FALSE, sizeof(Token))};
    entities->prose.forms = forms_new(entities->text, lists);
    entities->candidates = g_array_new(FALSE, FALSE, sizeof(Candidate));
    entities->owners = g_array_new(FALSE, FALSE, sizeof(int));
    entities->join = join_new(entities->text, lists);
    entities->mentions = g_array_new(FALSE, FALSE, sizeof(Mention));
    entities->layer = layer_new();
    return entities;
}

void
entities_free(Entities *entities)
{
    if (!entities)
        return;
    join_free(entities->join);
    layer_free(entities->layer);
    g_array_unref(entities->mentions);
    g_array_unref(entities->candidates);
    g_array_unref(entities->owners);
    g_array_unref(entities->prose.tokens);
    forms_free(entities->prose.forms);
    if (entities->holes)
        g_array_unref(entities->holes);
    entity_lists_free(entities->no_lists);
    document_unref(entities->document);
    g_free(entities);
}

/* Where a section that begins at `start` ends. */
static gsize
section_end(const Entities *entities, gsize start)
{
    gsize length = document_length(entities->document);
    if (length - start <= SECTION_SIZE)
        return length;
    gsize limit = start + SECTION_SIZE;
    const Block *block = document_block(entities->document, (guint)document_block_at(entities->document, limit));
    if (block->range.start > start)
        return block->range.start;
    for (gsize at = limit; at < MIN(length, limit + CUT_LOOKAHEAD); at++)
        if (entities->text[at] == ' ' || entities->text[at] == '\n')
            return at;
    while (((guchar)entities->text[limit] & 0xc0) == 0x80)
        limit++;
    return limit;
}

/* Boilerplate speaks of nothing; of the masthead only the title is prose. */
static gboolean
is_read(const Block *block)
{
    return block->role != ROLE_BOILERPLATE && (block->role != ROLE_MASTHEAD || block->kind == BLOCK_HEADING);
}

static void
section_open(Entities *entities)
{
    g_array_set_size(entities->prose.tokens, 0);
    g_array_set_size(entities->candidates, 0);
    g_array_set_size(entities->owners, 0);
    if (entities->holes)
        g_array_unref(entities->holes);
    entities->holes = entities->excluded ? layer_collect(entities->excluded, range_make(entities->start, entities->end))
                                         : g_array_new(FALSE, FALSE, sizeof(LayerItem));
    entities->hole = 0;
    entities->at = entities->start;
    int block = document_block_at(entities->document, entities->start);
    entities->block = block < 0 ? 0 : (guint)block;
    entities->resumed = FALSE;
    entities->token = 0;
}

/* Cuts the next tokens of the section; FALSE at its end. */
static gboolean
cut_slice(Entities *entities)
{
    if (entities->block >= document_block_count(entities->document))
        return FALSE;
    const Block *block = document_block(entities->document, entities->block);
    gsize end = MIN(block->range.end, entities->end);
    if (!entities->resumed)
        entities->at = MAX(entities->at, block->range.start + block->label);
    if (entities->at >= entities->end && block->range.start >= entities->end)
        return FALSE;
    if (!is_read(block) || entities->at >= end) {
        entities->block++;
        entities->resumed = FALSE;
        return block->range.end < entities->end;
    }
    /* Up to the next hole; a hole itself is stepped over. */
    gboolean behind_hole = FALSE;
    while (entities->hole < entities->holes->len) {
        Range hole = g_array_index(entities->holes, LayerItem, entities->hole).range;
        if (hole.end <= entities->at) {
            entities->hole++;
        } else if (hole.start <= entities->at) {
            entities->at = hole.end;
            behind_hole = TRUE;
        } else {
            end = MIN(end, hole.start);
            break;
        }
    }
    if (entities->at >= end)
        return TRUE;
    GArray *tokens = entities->prose.tokens;
    guint from = tokens->len;
    if (!entities->resumed)
        entities->first = from;
    entities->at =
        tokens_append(tokens, entities->first, entities->text, entities->at, end, TOKEN_SLICE, entities->prose.forms);
    if (tokens->len > from) {
        Token *first = &g_array_index(tokens, Token, from);
        if (behind_hole)
            first->flags = (guint16)((first->flags | TOKEN_BARRIER) & ~TOKEN_GLUED);
        entities->resumed = TRUE;
        for (guint i = from; i < tokens->len && block->kind == BLOCK_HEADING; i++)
            g_array_index(tokens, Token, i).flags |= TOKEN_HEADING;
    }
    return TRUE;
}

/* Reads the next sentence of the section; FALSE at its end. */
static gboolean
find_slice(Entities *entities)
{
    const Prose *prose = &entities->prose;
    guint start = entities->token, end = start + 1, limit = MIN(prose->tokens->len, start + SENTENCE_MAX);
    if (start >= prose->tokens->len)
        return FALSE;
    while (end < limit && !(prose_token(prose, end)->flags & TOKEN_START))
        end++;
    find_sentence(prose, start, end, entities->candidates);
    entities->token = end;
    return TRUE;
}

/* What full names of the section tie counts for all of it. */
static void
tie_names(Entities *entities)
{
    for (guint i = 0; i < entities->candidates->len; i++) {
        const Candidate *candidate = &g_array_index(entities->candidates, Candidate, i);
        if (candidate->entry && (candidate->flags & CANDIDATE_FULL))
            join_tie(entities->join, candidate->entry);
    }
}

/* Decides about the next candidate of the section; FALSE at its end. */
static gboolean
join_slice(Entities *entities)
{
    guint next = entities->owners->len;
    if (next >= entities->candidates->len)
        return FALSE;
    Candidate *candidate = &g_array_index(entities->candidates, Candidate, next);
    int owner = -1;
    if (candidate_weigh(candidate, &entities->prose)) {
        Mention mention = {.range = candidate->range};
        int same = candidate->same < 0 ? -1 : g_array_index(entities->owners, int, candidate->same);
        owner = (int)(mention.entity = join_add(entities->join, candidate, same, entities->mentions->len));
        layer_add(entities->layer, mention.range, entities->mentions->len);
        g_array_append_val(entities->mentions, mention);
    }
    g_array_append_val(entities->owners, owner);
    return TRUE;
}

static gboolean
is_late(gint64 deadline)
{
    return deadline != G_MAXINT64 && g_get_monotonic_time() >= deadline;
}

/* One phase of the section until it is finished or time is up; TRUE when it is finished. */
static gboolean
work(Entities *entities, gboolean (*slice)(Entities *), guint stride, gint64 deadline)
{
    for (guint i = 1; slice(entities); i++)
        if (i % stride == 0 && is_late(deadline))
            return FALSE;
    return TRUE;
}

gboolean
entities_step(Entities *entities, gsize until, gint64 deadline)
{
    while (entities->phase != PHASE_DONE) {
        gboolean finished = TRUE;
        switch (entities->phase) {
        case PHASE_OPEN:
            if (entities->start >= document_length(entities->document)) {
                entities->phase = PHASE_DONE;
                continue;
            }
            entities->end = section_end(entities, entities->start);
            if (entities->end > until)
                return TRUE;
            section_open(entities);
            break;
        case PHASE_CUT:
            finished = work(entities, cut_slice, 1, deadline);
            break;
        case PHASE_FIND:
            finished = work(entities, find_slice, 16, deadline);
            if (finished)
                tie_names(entities);
            break;
        case PHASE_JOIN:
            finished = work(entities, join_slice, CANDIDATE_SLICE, deadline);
            if (finished)
                entities->start = entities->end;
            break;
        case PHASE_DONE:
            break;
        }
        if (!finished)
            return TRUE;
        entities->phase = entities->phase == PHASE_JOIN ? PHASE_OPEN : entities->phase + 1;
        if (is_late(deadline))
            return entities->start < document_length(entities->document) || entities->phase != PHASE_OPEN;
    }
    return FALSE;
}

gsize
entities_progress(const Entities *entities)
{
    if (entities->phase == PHASE_JOIN && entities->owners->len > 0)
        return g_array_index(entities->candidates, Candidate, entities->owners->len - 1).range.end;
    return entities->start;
}

guint
entities_count(const Entities *entities)
{
    return join_entities(entities->join)->len;
}

const Entity *
entities_get(const Entities *entities, guint index)
{
    return g_ptr_array_index(join_entities(entities->join), index);
}

guint
entities_mention_count(const Entities *entities)
{
    return entities->mentions->len;
}

const Mention *
entities_mention(const Entities *entities, guint index)
{
    return &g_array_index(entities->mentions, Mention, index);
}

Layer *
entities_layer(const Entities *entities)
{
    return entities->layer;
}

char *
entities_dump(const Entities *entities)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < entities_count(entities); i++) {
        const Entity *entity = entities_get(entities, i);
        g_string_append_printf(out, "%u %s “%s”", i, entity_type_name(entity->type), entity->name);
        if (entity->role)
            g_string_append_printf(out, " role “%s”", entity->role);
        for (guint j = 0; j < entity->aliases->len; j++)
            g_string_append_printf(out, "%s “%s”", j ? "," : " also",
                                   (const char *)g_ptr_array_index(entity->aliases, j));
        g_string_append_c(out, '\n');
        for (guint j = 0; j < entity->mentions->len; j++) {
            Range range = entities_mention(entities, g_array_index(entity->mentions, guint, j))->range;
            g_string_append_printf(out, "  %" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT " “%.*s”\n", range.start, range.end,
                                   (int)range_length(range), entities->text + range.start);
        }
    }
    return g_string_free(out, FALSE);
}
