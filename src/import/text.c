/* Pages saved or pasted as text, and plain essays, as documents. The passes:
 *
 *   1. lines        text_lines.c        the text's lines, and how it is set (hard-wrapped or not, indented)
 *   2. head         text_masthead.c     title, publication, date, byline; furniture above them
 *   3. summary      text_sections.c     the executive summary
 *   4. tail         text_boilerplate.c  furniture behind the article
 *   5. notes        text_notes.c        sections of notes, and their labels
 *   6. blocks       text_blocks.c       everything into blocks, for the builder
 *
 * Passes 2 to 5 only write a role and a form beside each line; pass 6 does as they say and forms what they left. A
 * text of ordinary size is one window of lines. A larger one is taken in windows, so that memory stays bounded: the
 * first is searched for the head, the last (read first, since marks in the text must know the notes' labels) for the
 * tail, and between them lines are only formed. */
#define _GNU_SOURCE /* memmem */
#include "import/text.h"

#include <string.h>

#include "base/error.h"
#include "base/safe.h"
#include "import/text_private.h"

#define WINDOW_BYTES (1024 * 1024)
#define WINDOW_LINES 16384
#define TAIL_BYTES (256 * 1024)

/* Reads lines up to the window's size, then on to the next empty line if one comes soon. */
static void
read_window(LineReader *reader, GArray *lines)
{
    Line line;
    gsize from = reader->at;
    g_array_set_size(lines, 0);
    while (line_reader_next(reader, &line)) {
        g_array_append_val(lines, line);
        gboolean full = reader->at - from >= WINDOW_BYTES || lines->len >= WINDOW_LINES;
        if (full && (line_is_empty(&line) || reader->at - from >= 2 * WINDOW_BYTES || lines->len >= 2 * WINDOW_LINES))
            break;
    }
}

/* Where the last window begins: behind an empty line, so far from the end as it may be; the length where there is
 * none. */
static gsize
tail_start(const char *text, gsize from, gsize length)
{
    if (length <= from + TAIL_BYTES)
        return from;
    gsize at = length - TAIL_BYTES;
    const char *gap = memmem(text + at, (length - at), "\n\n", sizeof "\n\n" - 1);
    if (!gap)
        gap = memmem(text + at, (length - at), "\r\n\r\n", sizeof "\r\n\r\n" - 1);
    return gap ? (gsize)(gap - text) + (*gap == '\r' ? 4 : 2) : length;
}

static void
write_meta(TextPage *page)
{
    const Masthead *masthead = &page->masthead;
    Builder *builder = page->builder;
    const struct {
        MetaKey key;
        const char *value;
    } fields[] = {
        {META_TITLE, masthead->title},
        {META_ISSUED, masthead->issued ? masthead->issued : page->options->issued},
        {META_PUBLICATION, masthead->publication},
        {META_VOLUME, masthead->volume},
        {META_ISSUE, masthead->issue},
        {META_URL, masthead->url},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(fields); i++)
        if (fields[i].value)
            builder_meta(builder, fields[i].key, fields[i].value, -1);
    for (guint i = 0; masthead->byline && i < masthead->byline->len; i++)
        builder_meta(builder, META_BYLINE, g_ptr_array_index(masthead->byline, i), -1);
    for (guint i = 0; masthead->keywords && i < masthead->keywords->len; i++)
        if (g_strcmp0(g_ptr_array_index(masthead->keywords, i), masthead->publication) != 0)
            builder_meta(builder, META_KEYWORD, g_ptr_array_index(masthead->keywords, i), -1);
}

static void
find_head(TextPage *page, GArray *lines)
{
    page->shape = text_shape(page->text, (const Line *)lines->data, lines->len);
    text_find_masthead(page, lines);
    text_mark_summary(page, lines);
    /* the numbers of this daily's notes stand in round brackets, and the list of them in another story */
    page->round_marks = page->masthead.publication && strcmp(page->masthead.publication, "Monitor") == 0;
    page->word_notes |= page->round_marks;
}

static void
form_all(TextPage *page)
{
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(Line)), tail = g_array_new(FALSE, FALSE, sizeof(Line));
    LineReader reader, end;
    line_reader_init(&reader, page->text, 0, page->length);
    read_window(&reader, lines);
    find_head(page, lines);
    if (reader.at >= page->length) {
        text_find_tail(page, lines);
        text_find_notes(page, lines, TRUE);
    } else {
        gsize last = tail_start(page->text, reader.at, page->length);
        line_reader_init(&end, page->text, last, page->length);
        read_window(&end, tail);
        text_find_tail(page, tail);
        text_find_notes(page, tail, TRUE);
        text_find_notes(page, lines, FALSE);
        line_reader_stop_at(&reader, last);
    }
    write_meta(page);
    text_form_blocks(page, (const Line *)lines->data, lines->len);
    while (reader.at < reader.length) {
        read_window(&reader, lines);
        text_find_notes(page, lines, FALSE);
        text_form_blocks(page, (const Line *)lines->data, lines->len);
    }
    text_form_blocks(page, (const Line *)tail->data, tail->len);
}

/* White space of all kinds but the rare ones is skipped at once. */
static gboolean
is_blank(const char *text, gsize length)
{
    LineReader reader;
    Line line;
    gsize at = 0;
    while (at < length && (text[at] == '\n' || text[at] == ' ' || text[at] == '\r' || text[at] == '\t'))
        at++;
    line_reader_init(&reader, text, at, length);
    while (line_reader_next(&reader, &line))
        if (!line_is_empty(&line))
            return FALSE;
    return TRUE;
}

/* TRUE for U+2028 and U+2029, the line and the paragraph separator. */
static gboolean
is_separator(const char *at, const char *end)
{
    return end - at >= 3 && memcmp(at, "\342\200", 2) == 0 && ((guchar)at[2] == 0xa8 || (guchar)at[2] == 0xa9);
}

static gboolean
has_separator(const char *text, gsize length)
{
    const char *end = text + length;
    for (const char *at = text; at < end && (at = memchr(at, 0xe2, (gsize)(end - at))) != NULL; at++)
        if (is_separator(at, end))
            return TRUE;
    return FALSE;
}

/* Line and paragraph separators end lines too; seldom enough for a copy. */
static GBytes *
level_separators(GBytes *bytes)
{
    gsize length;
    const char *text = g_bytes_get_data(bytes, &length);
    if (length > WINDOW_BYTES || !has_separator(text, length))
        return g_bytes_ref(bytes);
    GString *out = g_string_sized_new(length);
    for (gsize at = 0; at < length; at++) {
        if (is_separator(text + at, text + length)) {
            g_string_append(out, (guchar)text[at + 2] == 0xa8 ? "\n" : "\n\n");
            at += 2;
        } else {
            g_string_append_c(out, text[at]);
        }
    }
    return g_string_free_to_bytes(out);
}

Document *
text_import(GBytes *utf8, const ImportOptions *options, GError **error)
{
    static const ImportOptions none = {0};
    options = options ? options : &none;
    g_autoptr(GBytes) bytes = level_separators(utf8);
    TextPage page = {.options = options};
    page.text = g_bytes_get_data(bytes, &page.length);
    if (page.length == 0 || is_blank(page.text, page.length)) {
        g_autofree char *name = safe_line(options->name ? options->name : "the text", -1);
        g_set_error(error, IBID_ERROR, IBID_ERROR_READ,
                    page.length == 0 ? "%s: the file is empty; give one that holds an article"
                                     : "%s: the file holds no text; it is white space from end to end",
                    name);
        return NULL;
    }
    page.builder = builder_new(page.length);
    page.labels = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    page.scratch = g_string_new(NULL);
    page.list = g_array_new(FALSE, FALSE, sizeof(guint));
    form_all(&page);
    Document *document = builder_finish(page.builder);
    if (document_block_count(document) == 0) { /* nothing but marks, such as ">": shown as it stands */
        document_unref(document);
        gsize start = 0, end = page.length;
        line_trim(page.text, &start, &end, NULL);
        former_emit(&page, (BlockSpec){.kind = BLOCK_PARAGRAPH, .role = ROLE_BODY, .numbered = TRUE}, page.text + start,
                    end - start);
        document = builder_finish(page.builder);
    }
    builder_free(page.builder);
    masthead_clear(&page.masthead);
    g_hash_table_unref(page.labels);
    g_clear_pointer(&page.words, g_hash_table_unref);
    g_string_free(page.scratch, TRUE);
    g_array_unref(page.list);
    return document;
}
