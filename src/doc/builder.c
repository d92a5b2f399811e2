/* Builds a document. A block that is fit as it stands is copied once; another goes through carry.c, and its steps
 * carry the block's label and spans.
 *
 * Notes are kept in text order, so each label's notes are too; a mark finds its note by a binary search among those of
 * its label when all are known. */
#include "doc/builder.h"
#include "doc/carry.h"
#include "doc/parts.h"

#include <string.h>

#include "base/safe.h"

#define HINT_MAX (256 * 1000 * 1000)

struct Builder {
    Document *document;
    GString *text;
    GPtrArray *byline;
    GPtrArray *keywords;
    GPtrArray *mark_labels; /* char *, beside document->marks */
    GArray *steps;
    Range last;       /* the last block's text */
    gsize last_given; /* bytes of it as they were passed in */
    gboolean open;    /* spans may be added to the last block */
    gboolean carried; /* the last block was changed: steps say how */
    int last_role;
};

static void
builder_begin(Builder *builder, gsize size_hint)
{
    builder->document = document_new();
    builder->text = g_string_sized_new(MIN(size_hint, HINT_MAX));
    builder->byline = g_ptr_array_new_with_free_func(g_free);
    builder->keywords = g_ptr_array_new_with_free_func(g_free);
    builder->mark_labels = g_ptr_array_new_with_free_func(g_free);
    builder->open = FALSE;
    builder->last_role = -1;
}

static void
builder_clear(Builder *builder)
{
    document_unref(builder->document);
    if (builder->text)
        g_string_free(builder->text, TRUE);
    g_ptr_array_unref(builder->byline);
    g_ptr_array_unref(builder->keywords);
    g_ptr_array_unref(builder->mark_labels);
}

Builder *
builder_new(gsize size_hint)
{
    Builder *builder = g_new0(Builder, 1);
    builder->steps = carry_steps_new();
    builder_begin(builder, size_hint);
    return builder;
}

void
builder_free(Builder *builder)
{
    if (!builder)
        return;
    builder_clear(builder);
    g_array_unref(builder->steps);
    g_free(builder);
}

/* text safe and in NFC on one line, its white space single and trimmed; NULL when nothing is left. */
static char *
line_new(const char *text, gssize length)
{
    g_autoptr(GString) line = g_string_new(NULL);
    g_autoptr(GArray) steps = carry_steps_new();
    carry_text(line, text, length < 0 ? strlen(text) : (gsize)length, steps);
    gsize kept = 0;
    gboolean space = FALSE;
    for (gsize at = 0; at < line->len;) {
        const char *next = g_utf8_next_char(line->str + at);
        gsize bytes = (gsize)(next - line->str) - at;
        if (g_unichar_isspace(g_utf8_get_char(line->str + at))) {
            space = kept > 0;
        } else {
            if (space)
                line->str[kept++] = ' ';
            memmove(line->str + kept, line->str + at, bytes);
            kept += bytes;
            space = FALSE;
        }
        at += bytes;
    }
    return kept > 0 ? g_strndup(line->str, kept) : NULL;
}

static void
field_set(char **field, char *value)
{
    g_free(*field);
    *field = value;
}

void
builder_meta(Builder *builder, MetaKey key, const char *text, gssize length)
{
    DocumentMeta *meta = &builder->document->meta;
    char *value = line_new(text, length);
    if (!value)
        return;
    switch (key) {
    case META_TITLE:
        field_set(&meta->title, value);
        break;
    case META_ISSUED:
        field_set(&meta->issued, value);
        break;
    case META_PUBLICATION:
        field_set(&meta->publication, value);
        break;
    case META_VOLUME:
        field_set(&meta->volume, value);
        break;
    case META_ISSUE:
        field_set(&meta->issue, value);
        break;
    case META_LANGUAGE:
        field_set(&meta->language, value);
        break;
    case META_URL:
        field_set(&meta->url, value);
        break;
    case META_BYLINE:
        g_ptr_array_add(builder->byline, value);
        break;
    case META_KEYWORD:
        g_ptr_array_add(builder->keywords, value);
        break;
    }
}

/* Keeps the first run of blocks with a role: an unbroken one grows, a later one does not count. */
static void
role_extend(Builder *builder, int role, Range block)
{
    Range *range = &builder->document->roles[role];
    if (range_is_none(*range))
        *range = block;
    else if (builder->last_role == role && range->end == builder->last.end)
        range->end = block.end;
    builder->last_role = role;
}

/* An offset moved to the nearest start of a character, backwards or forwards. */
static gsize
to_character(const GString *text, gsize offset, gboolean forwards)
{
    while (offset < text->len && ((guchar)text->str[offset] & 0xc0) == 0x80)
        offset = forwards ? offset + 1 : offset - 1;
    return offset;
}

/* An offset into the text passed in for the last block, as an offset into the document. */
static gsize
last_offset(Builder *builder, gsize offset, gboolean end)
{
    offset = MIN(offset, builder->last_given);
    if (builder->carried)
        offset = carry_offset(builder->steps, offset, end);
    return to_character(builder->text, builder->last.start + offset, end);
}

gboolean
builder_block(Builder *builder, const BlockSpec *spec, const char *text, gsize length)
{
    builder->open = FALSE;
    if (length == 0)
        return FALSE;
    Document *document = builder->document;
    if (document->blocks->len > 0)
        g_string_append_c(builder->text, '\n');
    gsize start = builder->text->len;
    builder->carried = !carry_is_fit(text, length);
    if (builder->carried)
        carry_text(builder->text, text, length, builder->steps);
    else
        g_string_append_len(builder->text, text, (gssize)length);
    Block block = {
        .range = {start, builder->text->len},
        .kind = (guint8)spec->kind,
        .role = (guint8)spec->role,
        .level = spec->level,
    };
    role_extend(builder, spec->role, block.range);
    builder->last = block.range;
    builder->last_given = length;
    builder->open = TRUE;
    if (spec->label > 0) {
        gsize label = last_offset(builder, spec->label, TRUE) - start;
        if (label > G_MAXUINT16)
            label = to_character(builder->text, start + G_MAXUINT16, FALSE) - start;
        block.label = (guint16)label;
    }
    if (spec->numbered) {
        guint32 index = document->blocks->len;
        g_array_append_val(document->paragraphs, index);
        block.number = document->paragraphs->len;
    }
    g_array_append_val(document->blocks, block);
    return TRUE;
}

/* The range in the document, cut to the block; empty where there is nothing to mark. */
static Range
last_range(Builder *builder, Range in_block)
{
    if (!builder->open || in_block.start >= in_block.end || in_block.start >= builder->last_given)
        return (Range){0, 0};
    return (Range){last_offset(builder, in_block.start, FALSE), last_offset(builder, in_block.end, TRUE)};
}

void
builder_link(Builder *builder, Range in_block, const char *url)
{
    Range range = last_range(builder, in_block);
    if (range.start == range.end || !url || !*url)
        return;
    layer_add(builder->document->link_layer, range, builder->document->urls->len);
    g_ptr_array_add(builder->document->urls, safe_line(url, -1));
}

void
builder_note_mark(Builder *builder, Range in_block, const char *label)
{
    NoteMark mark = {last_range(builder, in_block), -1};
    if (mark.range.start == mark.range.end)
        return;
    g_array_append_val(builder->document->marks, mark);
    g_ptr_array_add(builder->mark_labels, safe_line(label, -1));
}

void
builder_note(Builder *builder, const char *label)
{
    GArray *notes = builder->document->notes;
    if (!builder->open)
        return;
    if (label) {
        Note note = {safe_line(label, -1), builder->last};
        g_array_append_val(notes, note);
    } else if (notes->len > 0) {
        g_array_index(notes, Note, notes->len - 1).range.end = builder->last.end;
    }
}

/* The note of this label that follows offset, else the last before it; -1 without any. */
static int
note_find(GArray *notes, GArray *of_label, gsize offset)
{
    if (!of_label)
        return -1;
    guint low = 0, high = of_label->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        int index = g_array_index(of_label, int, middle);
        if (g_array_index(notes, Note, index).range.start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return g_array_index(of_label, int, low < of_label->len ? low : of_label->len - 1);
}

static void
array_unref(gpointer array)
{
    g_array_unref(array);
}

static gint
mark_compare(gconstpointer a, gconstpointer b)
{
    const Range *x = &((const NoteMark *)a)->range, *y = &((const NoteMark *)b)->range;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return x->end < y->end ? -1 : x->end > y->end;
}

static void
builder_tie(Builder *builder)
{
    Document *document = builder->document;
    g_autoptr(GHashTable) by_label = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, array_unref);
    for (guint i = 0; i < document->notes->len; i++) {
        char *label = g_array_index(document->notes, Note, i).label;
        GArray *of_label = g_hash_table_lookup(by_label, label);
        if (!of_label) {
            of_label = g_array_new(FALSE, FALSE, sizeof(int));
            g_hash_table_insert(by_label, label, of_label);
        }
        g_array_append_val(of_label, i);
    }
    for (guint i = 0; i < document->marks->len; i++) {
        NoteMark *mark = &g_array_index(document->marks, NoteMark, i);
        GArray *of_label = g_hash_table_lookup(by_label, g_ptr_array_index(builder->mark_labels, i));
        mark->note = note_find(document->notes, of_label, mark->range.end);
    }
    g_array_sort(document->marks, mark_compare);
    for (guint i = 0; i < document->marks->len; i++)
        layer_add(document->mark_layer, g_array_index(document->marks, NoteMark, i).range, i);
}

static char **
list_take(GPtrArray **list)
{
    g_ptr_array_add(*list, NULL);
    char **strings = (char **)g_ptr_array_free(*list, FALSE);
    *list = NULL;
    return strings;
}

Document *
builder_finish(Builder *builder)
{
    Document *document = builder->document;
    builder_tie(builder);
    document->meta.byline = list_take(&builder->byline);
    document->meta.keywords = list_take(&builder->keywords);
    document->length = builder->text->len;
    document->text = g_string_free(builder->text, FALSE);
    g_ptr_array_unref(builder->mark_labels);
    builder_begin(builder, 0);
    return document;
}
