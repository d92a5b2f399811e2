/* Walks a document and finds its citations, a window of text at a time.
 *
 * A window is a part of one block, of at most WINDOW bytes. A block that begins a note is first tried as a whole
 * note; where that is a citation, its parentheses are part of it. Else every
 * parenthesis that opens in the window is tried, the outer one before those inside it; inside one that is a citation
 * no other is looked for. */
#include "cite/citations.h"

#include "cite/brackets.h"
#include "cite/internal.h"
#include "cite/registry.h"
#include "text/utf8.h"

#include <string.h>

enum { WINDOW = 64 * 1024 };

struct Citations {
    Document *document;
    Grammar *grammar;
    Registry *registry;
    Bibliography *bibliography;
    GArray *brackets;
    DatePoint issue;
    GArray *notes;   /* guint: indexes of the document's notes by their place in the text */
    guint next_note; /* index into notes */
    guint block;
    gsize at;     /* searched up to here */
    gsize behind; /* end of the last citation: nothing before it is looked at again */
};

static int
by_place(gconstpointer a, gconstpointer b, gpointer data)
{
    const Note *left = document_note(data, *(const guint *)a), *right = document_note(data, *(const guint *)b);
    return (left->range.start > right->range.start) - (left->range.start < right->range.start);
}

Citations *
citations_new(Document *document, const Sources *sources)
{
    Citations *c = g_new0(Citations, 1);
    c->document = document_ref(document);
    c->registry = registry_new(document, sources);
    c->bibliography = bibliography_new(document);
    c->registry->bibliography = c->bibliography;
    c->grammar = grammar_new(sources, c->registry->source_by_key, c->bibliography);
    c->brackets = g_array_new(FALSE, FALSE, sizeof(Bracket));
    c->issue = dates_issue(document_meta(document)->issued);
    guint count = document_note_count(document);
    c->notes = g_array_sized_new(FALSE, FALSE, sizeof(guint), count + 1);
    for (guint i = 0; i < count; i++)
        g_array_append_val(c->notes, i);
    g_array_sort_with_data(c->notes, by_place, document);
    return c;
}

void
citations_free(Citations *c)
{
    if (!c)
        return;
    grammar_free(c->grammar);
    registry_free(c->registry);
    bibliography_free(c->bibliography);
    g_array_unref(c->brackets);
    g_array_unref(c->notes);
    document_unref(c->document);
    g_free(c);
}

/* Past spaces, note marks and closing quotation marks from `at` on. */
static gsize
skip_marks(const char *text, gsize at, gsize end)
{
    while (at < end) {
        gsize next = at;
        gunichar ch = utf8_next(text, &next);
        if (ch == '[') {
            while (next < end && g_ascii_isdigit(text[next]))
                next++;
            if (next >= end || text[next] != ']')
                break;
            next++;
        } else if (ch != ' ' && ch != 0xa0 && ch != '"' && ch != 0x201d && ch != 0x2019 && ch != 0xbb && ch != ')') {
            break;
        }
        at = next;
    }
    return at;
}

/* The sentence around a parenthesis, as far as the judgement asks for it. Looks a few words to each side. */
static Surroundings
look_around(const Citations *c, const Block *block, const Bracket *bracket)
{
    const char *text = document_text(c->document, NULL);
    Surroundings around = {.issue = c->issue, .caption = block->kind == BLOCK_CAPTION || block->kind == BLOCK_HEADING};
    gsize after = skip_marks(text, bracket->close + 1, MIN(block->range.end, bracket->close + 200));
    gunichar next = after < block->range.end ? utf8_peek(text, block->range.end, after) : '\n';
    around.final = strchr(".!?;:\n", (int)MIN(next, 127)) != NULL || next == 0x3002;
    gsize before = bracket->open;
    while (before > block->range.start && (text[before - 1] == ' ' || text[before - 1] == '\n'))
        before--;
    if (before == block->range.start)
        return around;
    gsize word = before;
    gunichar last = utf8_previous(text, &word);
    if (last == '.' || last == '!' || last == '?') {
        around.final |= g_unichar_isupper(next);
        return around;
    }
    if (last == '"' || last == 0x201d || last == 0x2019 || last == 0xbb) {
        around.after_name = TRUE;
        return around;
    }
    word = before;
    gunichar first = 0;
    while (word > block->range.start && before - word < 64) {
        gsize at = word;
        gunichar ch = utf8_previous(text, &at);
        if (ch == ' ' || ch == '\n' || ch == '(' || ch == ',')
            break;
        first = ch;
        word = at;
    }
    around.after_name = g_unichar_isupper(first);
    const LexEntry *entry = lexicon_find(text + word, before - word);
    around.after_media = entry && entry->flags & (LEX_MEDIA | LEX_CREDIT | LEX_INSTITUTION);
    return around;
}

static void
try_bracket(Citations *c, const Block *block, const Bracket *bracket)
{
    const char *text = document_text(c->document, NULL);
    if (!bracket->close || bracket->open < c->behind || bracket->height > BRACKETS_HEIGHT)
        return;
    Surroundings around = look_around(c, block, bracket);
    if (!grammar_parse(c->grammar, text, range_make(bracket->open + 1, bracket->close), &around))
        return;
    Range range = range_make(bracket->open, bracket->close + 1);
    /* "((…)": a second opening one that nothing closes is a slip, and belongs to it. */
    if (range.start > block->range.start && text[range.start - 1] == '(' && range.start - 1 >= c->behind)
        range.start--;
    registry_add(c->registry, range, -1, c->grammar);
    c->behind = range.end;
}

/* The note that begins with this block, tried as a citation as a whole. */
static void
try_note(Citations *c, const Block *block)
{
    const char *text = document_text(c->document, NULL);
    while (c->next_note < c->notes->len) {
        guint index = g_array_index(c->notes, guint, c->next_note);
        const Note *note = document_note(c->document, index);
        if (note->range.start > block->range.start)
            return;
        c->next_note++;
        if (note->range.start < block->range.start || range_length(note->range) > BRACKETS_LONGEST)
            continue;
        Surroundings around = {.issue = c->issue, .note = TRUE, .final = TRUE};
        if (grammar_parse(c->grammar, text, range_make(note->range.start + block->label, note->range.end), &around)) {
            registry_add(c->registry, note->range, (int)index, c->grammar);
            c->behind = note->range.end;
        }
        return;
    }
}

/* One window; its length. */
static gsize
search_window(Citations *c)
{
    const Block *block = document_block(c->document, c->block);
    gsize start = MAX(c->at, block->range.start), end = MIN(block->range.end, start + WINDOW);
    if (block->role == ROLE_BOILERPLATE) {
        end = block->range.end;
    } else {
        if (start == block->range.start)
            try_note(c, block);
        brackets_find(document_text(c->document, NULL), range_make(start, end), block->range.end, c->brackets);
        for (guint i = 0; i < c->brackets->len; i++)
            try_bracket(c, block, &g_array_index(c->brackets, Bracket, i));
    }
    gsize length = end - c->at + 1;
    c->at = end;
    if (end == block->range.end)
        c->block++;
    return length;
}

gboolean
citations_step(Citations *c, gint64 deadline)
{
    gsize done = 0;
    while (c->block < document_block_count(c->document)) {
        done += search_window(c);
        if (done < WINDOW)
            continue;
        done = 0;
        if (deadline != G_MAXINT64 && g_get_monotonic_time() >= deadline)
            break;
    }
    if (c->block < document_block_count(c->document))
        return TRUE;
    c->at = document_length(c->document);
    return FALSE;
}

gsize
citations_progress(const Citations *c)
{
    return c->at;
}

guint
citations_count(const Citations *c)
{
    return c->registry->citations->len;
}

const Citation *
citations_get(const Citations *c, guint index)
{
    g_assert(index < c->registry->citations->len);
    return &g_array_index(c->registry->citations, Citation, index);
}

guint
citations_cite_count(const Citations *c)
{
    return c->registry->cites->len;
}

const Cite *
citations_cite(const Citations *c, guint index)
{
    g_assert(index < c->registry->cites->len);
    return &g_array_index(c->registry->cites, Cite, index);
}

guint
citations_reference_count(const Citations *c)
{
    return c->registry->references->len;
}

const Reference *
citations_reference(const Citations *c, guint index)
{
    g_assert(index < c->registry->references->len);
    return g_ptr_array_index(c->registry->references, index);
}

guint
citations_source_count(const Citations *c)
{
    return c->registry->sources->len;
}

const CitedSource *
citations_source(const Citations *c, guint index)
{
    g_assert(index < c->registry->sources->len);
    return g_ptr_array_index(c->registry->sources, index);
}

Layer *
citations_layer(const Citations *c)
{
    return c->registry->layer;
}

Layer *
citations_cite_layer(const Citations *c)
{
    return c->registry->cite_layer;
}

Document *
citations_document(const Citations *c)
{
    return c->document;
}
