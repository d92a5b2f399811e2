/* The document's questions: blocks by offset and number, ranges of roles; outline, offsets and dump. */
#include "doc/document.h"

#include <string.h>

#include "doc/builder.h"
#include "doc/dump.h"
#include "doc/offsets.h"
#include "doc/outline.h"
#include "tests/test.h"

static void
add(Builder *builder, BlockKind kind, BlockRole role, int level, gboolean numbered, const char *text)
{
    BlockSpec spec = {.kind = kind, .role = role, .level = (guint8)level, .numbered = numbered};
    builder_block(builder, &spec, text, strlen(text));
}

/* An article with a part of every kind. */
static Document *
article_new(void)
{
    g_autoptr(Builder) b = builder_new(0);
    builder_meta(b, META_TITLE, "Ports of the Northern Coast", -1);
    builder_meta(b, META_BYLINE, "R. Example", -1);
    builder_meta(b, META_ISSUED, "2026-02", -1);
    builder_meta(b, META_KEYWORD, "ports", -1);
    builder_meta(b, META_KEYWORD, "trade", -1);
    add(b, BLOCK_PARAGRAPH, ROLE_BOILERPLATE, 0, FALSE, "Skip to content");
    add(b, BLOCK_HEADING, ROLE_MASTHEAD, 1, FALSE, "Ports of the Northern Coast");
    add(b, BLOCK_PARAGRAPH, ROLE_MASTHEAD, 0, FALSE, "R. Example");
    add(b, BLOCK_HEADING, ROLE_SUMMARY, 2, FALSE, "Executive Summary");
    BlockSpec item = {.kind = BLOCK_LIST_ITEM, .role = ROLE_SUMMARY, .level = 1, .label = 4};
    builder_block(b, &item, "• Döcks grow.", strlen("• Döcks grow."));
    add(b, BLOCK_PARAGRAPH, ROLE_BODY, 0, TRUE, "The port grew.[1]");
    builder_note_mark(b, range_make(14, 17), "1");
    add(b, BLOCK_HEADING, ROLE_BODY, 2, FALSE, "Cranes\nand rails");
    add(b, BLOCK_PARAGRAPH, ROLE_BODY, 0, TRUE, "Cranes\tcame.[2]");
    builder_link(b, range_make(0, 6), "https://example.org/cranes");
    builder_note_mark(b, range_make(12, 15), "2");
    add(b, BLOCK_HEADING, ROLE_BODY, 3, FALSE, "Gauge");
    add(b, BLOCK_QUOTATION, ROLE_BODY, 1, FALSE, "It is wide.");
    add(b, BLOCK_PARAGRAPH, ROLE_BODY, 0, TRUE, "So it is.");
    add(b, BLOCK_PARAGRAPH, ROLE_BOILERPLATE, 0, FALSE, "Share this");
    add(b, BLOCK_PARAGRAPH, ROLE_BODY, 0, TRUE, "A last word.");
    add(b, BLOCK_PARAGRAPH, ROLE_NOTE, 0, FALSE, "[1] A note.");
    builder_note(b, "1");
    add(b, BLOCK_HEADING, ROLE_BOILERPLATE, 2, FALSE, "Cookies");
    Document *document = builder_finish(b);
    document_check(document);
    return document;
}

static void
assert_text(const Document *document, Range range, const char *first, const char *last)
{
    g_autofree char *got = g_strndup(document_text(document, NULL) + range.start, range_length(range));
    g_assert_true(g_str_has_prefix(got, first));
    g_assert_true(g_str_has_suffix(got, last));
}

static void
test_blocks(void)
{
    g_autoptr(Document) document = article_new();
    gsize length;
    const char *text = document_text(document, &length);
    g_assert_cmpuint(length, ==, strlen(text));
    g_assert_cmpuint(length, ==, document_length(document));
    for (guint i = 0; i < document_block_count(document); i++) {
        const Block *block = document_block(document, i);
        for (gsize at = block->range.start; at <= block->range.end; at++)
            g_assert_cmpint(document_block_at(document, at), ==, (int)i);
    }
    g_assert_cmpint(document_block_at(document, length), ==, (int)document_block_count(document) - 1);
    g_assert_cmpint(document_block_at(document, G_MAXSIZE), ==, (int)document_block_count(document) - 1);
}

static void
test_paragraphs(void)
{
    g_autoptr(Document) document = article_new();
    g_assert_cmpuint(document_paragraph_count(document), ==, 4);
    for (guint number = 1; number <= 4; number++) {
        int index = document_paragraph(document, number);
        g_assert_cmpuint(document_block(document, (guint)index)->number, ==, number);
    }
    g_assert_cmpint(document_paragraph(document, 0), ==, -1);
    g_assert_cmpint(document_paragraph(document, 5), ==, -1);
    g_assert_cmpint(document_paragraph(document, G_MAXUINT), ==, -1);
}

/* A role's range is its first run: the boilerplate before the title, the body up to "Share this". */
static void
test_roles(void)
{
    g_autoptr(Document) document = article_new();
    assert_text(document, document_role_range(document, ROLE_MASTHEAD), "Ports of", "Example");
    assert_text(document, document_role_range(document, ROLE_SUMMARY), "Executive", "grow.");
    assert_text(document, document_role_range(document, ROLE_BODY), "The port", "So it is.");
    assert_text(document, document_role_range(document, ROLE_NOTE), "[1]", "note.");
    assert_text(document, document_role_range(document, ROLE_BOILERPLATE), "Skip to content", "Skip to content");
    g_autoptr(Builder) builder = builder_new(0);
    add(builder, BLOCK_PARAGRAPH, ROLE_BODY, 0, TRUE, "Alone.");
    g_autoptr(Document) alone = builder_finish(builder);
    g_assert_true(range_is_none(document_role_range(alone, ROLE_SUMMARY)));
}

static void
assert_outline(const Document *document, const char *want)
{
    g_autoptr(GPtrArray) entries = outline_new(document);
    g_autoptr(GString) got = g_string_new(NULL);
    gsize last = 0;
    for (guint i = 0; i < entries->len; i++) {
        const OutlineEntry *entry = g_ptr_array_index(entries, i);
        g_string_append_printf(got, "%d %s\n", entry->level, entry->label);
        g_assert_cmpuint(entry->offset, >=, last);
        last = entry->offset;
        int block = document_block_at(document, entry->offset);
        if (block >= 0)
            g_assert_cmpuint(document_block(document, (guint)block)->range.start, ==, entry->offset);
    }
    g_assert_cmpstr(got->str, ==, want);
}

static void
test_outline(void)
{
    g_autoptr(Document) document = article_new();
    assert_outline(
        document, "1 Ports of the Northern Coast\n2 Executive Summary\n2 Text\n2 Cranes and rails\n3 Gauge\n2 Notes\n");
    g_autoptr(GPtrArray) entries = outline_new(document);
    const OutlineEntry *title = g_ptr_array_index(entries, 0);
    g_assert_cmpuint(title->offset, ==, strlen("Skip to content\n"));
}

static void
test_outline_odd(void)
{
    g_autoptr(Builder) builder = builder_new(0);
    g_autoptr(Document) empty = builder_finish(builder);
    assert_outline(empty, "");

    builder_meta(builder, META_TITLE, "Only a title", -1);
    g_autoptr(Document) only = builder_finish(builder);
    assert_outline(only, "1 Only a title\n");

    /* Without a title the headings begin at level 1, whatever level they have; a title in the body is found by its
     * words. */
    add(builder, BLOCK_HEADING, ROLE_BODY, 4, FALSE, "First");
    add(builder, BLOCK_HEADING, ROLE_BODY, 6, FALSE, "Second");
    g_autoptr(Document) deep = builder_finish(builder);
    assert_outline(deep, "1 First\n3 Second\n");

    builder_meta(builder, META_TITLE, "The Name", -1);
    add(builder, BLOCK_HEADING, ROLE_BODY, 1, FALSE, "The Name");
    add(builder, BLOCK_HEADING, ROLE_BODY, 2, FALSE, "A part:");
    g_autoptr(Document) named = builder_finish(builder);
    assert_outline(named, "1 The Name\n2 A part\n");

    g_autofree char *endless = g_strnfill(100000, 'n');
    memcpy(endless + 399, "日", 3);
    add(builder, BLOCK_HEADING, ROLE_BODY, 1, FALSE, endless);
    g_autoptr(Document) long_heading = builder_finish(builder);
    g_autoptr(GPtrArray) entries = outline_new(long_heading);
    const OutlineEntry *entry = g_ptr_array_index(entries, 0);
    g_assert_cmpuint(strlen(entry->label), <, 500);
    g_assert_true(g_utf8_validate(entry->label, -1, NULL));
    g_assert_true(g_str_has_suffix(entry->label, "…"));
}

static void
test_dump(void)
{
    g_autoptr(Document) document = article_new();
    g_autofree char *dump = document_dump(document);
    g_assert_cmpstr(dump, ==,
                    "title: Ports of the Northern Coast\n"
                    "byline: R. Example\n"
                    "issued: 2026-02\n"
                    "keyword: ports\n"
                    "keyword: trade\n"
                    "paragraph boilerplate 0 - 0-15 «Skip to content»\n"
                    "heading masthead 1 - 16-43 «Ports of the Northern Coast»\n"
                    "paragraph masthead 0 - 44-54 «R. Example»\n"
                    "heading summary 2 - 55-72 «Executive Summary»\n"
                    "list_item summary 1 - 73-89 «• »«Döcks grow.»\n"
                    "paragraph body 0 #1 90-107 «The port grew.[1]»\n"
                    "heading body 2 - 108-124 «Cranes⏎and rails»\n"
                    "paragraph body 0 #2 125-140 «Cranes⇥came.[2]»\n"
                    "heading body 3 - 141-146 «Gauge»\n"
                    "quotation body 1 - 147-158 «It is wide.»\n"
                    "paragraph body 0 #3 159-168 «So it is.»\n"
                    "paragraph boilerplate 0 - 169-179 «Share this»\n"
                    "paragraph body 0 #4 180-192 «A last word.»\n"
                    "paragraph note 0 - 193-204 «[1] A note.»\n"
                    "heading boilerplate 2 - 205-212 «Cookies»\n"
                    "note 0 193-204 label «1»\n"
                    "mark 0 104-107 «[1]» to note 0\n"
                    "mark 1 137-140 «[2]» to no note\n"
                    "link 0 125-131 «Cranes» to https://example.org/cranes\n");
}

/* Every byte and every code point of texts whose lengths lie around the index's stride. */
static void
test_offsets(void)
{
    static const char *const letters[] = {"a", "é", "日", "😀"};
    static const guint sizes[] = {1, 340, 1023, 1024, 1025, 2048, 3000};
    for (guint s = 0; s < G_N_ELEMENTS(sizes); s++) {
        for (guint mix = 0; mix < 5; mix++) {
            g_autoptr(GString) in = g_string_new(NULL);
            guint count = 0;
            for (; in->len < sizes[s]; count++)
                g_string_append(in, letters[mix < 4 ? mix : (guint)g_test_rand_int_range(0, 4)]);
            g_autoptr(Builder) builder = builder_new(0);
            add(builder, BLOCK_PARAGRAPH, ROLE_BODY, 0, TRUE, in->str);
            g_autoptr(Document) document = builder_finish(builder);
            Offsets *offsets = offsets_new(document);
            gsize byte = 0;
            for (gsize point = 0; point <= count; point++) {
                g_assert_cmpuint(offsets_to_byte(offsets, point), ==, byte);
                gsize next = point < count ? (gsize)(g_utf8_next_char(in->str + byte) - in->str) : byte + 1;
                for (; byte < next; byte++) /* a byte inside a character counts as the character */
                    g_assert_cmpuint(offsets_to_code_points(offsets, byte), ==, point);
            }
            g_assert_cmpuint(offsets_to_byte(offsets, count + 1), ==, in->len);
            g_assert_cmpuint(offsets_to_byte(offsets, G_MAXSIZE), ==, in->len);
            g_assert_cmpuint(offsets_to_code_points(offsets, G_MAXSIZE), ==, count);
            offsets_free(offsets);
        }
    }
}

static void
test_offsets_empty(void)
{
    g_autoptr(Builder) builder = builder_new(0);
    g_autoptr(Document) document = builder_finish(builder);
    g_autoptr(Offsets) offsets = offsets_new(document);
    g_assert_cmpuint(offsets_to_byte(offsets, 0), ==, 0);
    g_assert_cmpuint(offsets_to_byte(offsets, 7), ==, 0);
    g_assert_cmpuint(offsets_to_code_points(offsets, 0), ==, 0);
}

static void
test_references(void)
{
    Document *document = article_new();
    g_assert_true(document_ref(document) == document);
    document_unref(document);
    g_assert_cmpuint(document_block_count(document), >, 0);
    document_unref(document);
    document_unref(NULL);
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/document/blocks", test_blocks);
    g_test_add_func("/document/paragraphs", test_paragraphs);
    g_test_add_func("/document/roles", test_roles);
    g_test_add_func("/document/outline", test_outline);
    g_test_add_func("/document/outline-odd", test_outline_odd);
    g_test_add_func("/document/dump", test_dump);
    g_test_add_func("/document/offsets", test_offsets);
    g_test_add_func("/document/offsets-empty", test_offsets_empty);
    g_test_add_func("/document/references", test_references);
    return g_test_run();
}
