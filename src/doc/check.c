/* document_check(): the promises of document.h, asserted. */
#include "doc/parts.h"

#include <string.h>

#include "base/safe.h"
#include "text/normalise.h"

/* TRUE at the start of a character or the end of the text. */
static gboolean
at_character(const Document *document, gsize offset)
{
    return offset <= document->length && ((guchar)document->text[offset] & 0xc0) != 0x80;
}

static void
check_range(const Document *document, Range range)
{
    g_assert_cmpuint(range.start, <, range.end);
    g_assert_cmpuint(range.end, <=, document->length);
    g_assert_true(at_character(document, range.start));
    g_assert_true(at_character(document, range.end));
}

static void
check_line(const char *text)
{
    if (!text)
        return;
    gsize length = strlen(text);
    g_assert_cmpuint(length, >, 0);
    g_assert_cmpuint(safe_prefix(text, length), ==, length);
    g_assert_null(strpbrk(text, "\n\t"));
}

static void
check_text(const Document *document)
{
    const char *text = document->text;
    g_assert_cmpuint(strlen(text), ==, document->length);
    g_assert_cmpuint(safe_prefix(text, document->length), ==, document->length);
    g_assert_null(strstr(text, "\xe2\x80\xa8"));
    g_assert_null(strstr(text, "\xe2\x80\xa9"));
    if (!nfc_quick_check(text, document->length)) {
        g_autoptr(GString) composed = g_string_sized_new(document->length);
        nfc_append(composed, text, document->length);
        g_assert_true(composed->len == document->length && memcmp(composed->str, text, composed->len) == 0);
    }
}

static void
check_blocks(const Document *document)
{
    guint number = 0;
    gsize expected = 0;
    for (guint i = 0; i < document->blocks->len; i++) {
        const Block *block = document_block(document, i);
        if (i > 0) {
            g_assert_cmpint(document->text[expected], ==, '\n');
            expected++;
        }
        check_range(document, block->range);
        g_assert_cmpuint(block->range.start, ==, expected);
        g_assert_cmpuint(block->label, <=, range_length(block->range));
        g_assert_true(at_character(document, block->range.start + block->label));
        g_assert_cmpuint(block->kind, <=, BLOCK_CAPTION);
        g_assert_cmpuint(block->role, <, ROLE_COUNT);
        if (block->number) {
            g_assert_cmpuint(block->number, ==, ++number);
            g_assert_cmpint(document_paragraph(document, number), ==, (int)i);
        }
        expected = block->range.end;
    }
    g_assert_cmpuint(expected, ==, document->length);
    g_assert_cmpuint(number, ==, document_paragraph_count(document));
}

static void
check_notes(const Document *document)
{
    gsize start = 0;
    for (guint i = 0; i < document->notes->len; i++) {
        const Note *note = document_note(document, i);
        check_range(document, note->range);
        g_assert_nonnull(note->label);
        g_assert_cmpuint(note->range.start, >=, start);
        start = note->range.start;
    }
    start = 0;
    g_assert_cmpuint(layer_size(document->mark_layer), ==, document->marks->len);
    for (guint i = 0; i < document->marks->len; i++) {
        const NoteMark *mark = document_note_mark(document, i);
        check_range(document, mark->range);
        g_assert_cmpuint(mark->range.start, >=, start);
        g_assert_cmpint(mark->note, >=, -1);
        g_assert_cmpint(mark->note, <, (int)document->notes->len);
        start = mark->range.start;
    }
    for (guint i = 0; i < layer_size(document->mark_layer); i++) {
        LayerItem item = layer_get(document->mark_layer, i);
        Range range = document_note_mark(document, item.id)->range;
        g_assert_true(item.range.start == range.start && item.range.end == range.end);
    }
}

void
document_check(const Document *document)
{
    check_text(document);
    check_blocks(document);
    check_notes(document);
    layer_check(document->mark_layer);
    layer_check(document->link_layer);
    for (guint i = 0; i < layer_size(document->link_layer); i++) {
        LayerItem item = layer_get(document->link_layer, i);
        check_range(document, item.range);
        check_line(document_link_url(document, item.id));
    }
    const DocumentMeta *meta = &document->meta;
    const char *lines[] = {meta->title, meta->issued,   meta->publication, meta->volume,
                           meta->issue, meta->language, meta->url};
    for (guint i = 0; i < G_N_ELEMENTS(lines); i++)
        check_line(lines[i]);
    for (char **line = meta->byline; *line; line++)
        check_line(*line);
    for (char **line = meta->keywords; *line; line++)
        check_line(*line);
}
