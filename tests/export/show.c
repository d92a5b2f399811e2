/* `show` in its four formats, on a document built here that has every kind of block, links and notes; goldens, and what the JSON must hold. */
#include "export/export.h"

#include <string.h>

#include "base/error.h"
#include "base/json.h"
#include "doc/builder.h"
#include "tests/test.h"
#include "text/display.h"

static void
block(Builder *builder, BlockKind kind, BlockRole role, int level, int label, const char *text)
{
    BlockSpec spec = {.kind = kind,
                      .role = role,
                      .level = (guint8)level,
                      .label = (guint16)label,
                      .numbered = kind == BLOCK_PARAGRAPH && role == ROLE_BODY};
    g_assert_true(builder_block(builder, &spec, text, (gssize)strlen(text)));
}

static void
mark(Builder *builder, const char *text, const char *sign, const char *label)
{
    gsize at = (gsize)(strstr(text, sign) - text);
    builder_note_mark(builder, range_make(at, at + strlen(sign)), label);
}

static Article *
sample(void)
{
    g_autoptr(Builder) b = builder_new(0);
    builder_meta(b, META_TITLE, "Salt & <Trade>", -1);
    builder_meta(b, META_BYLINE, "Ada Sample", -1);
    builder_meta(b, META_BYLINE, "Ben \"B\" Sample", -1);
    builder_meta(b, META_ISSUED, "2026-03-04", -1);
    builder_meta(b, META_PUBLICATION, "Example Monitor", -1);
    builder_meta(b, META_KEYWORD, "salt", -1);
    builder_meta(b, META_KEYWORD, "ports", -1);
    builder_meta(b, META_LANGUAGE, "en", -1);
    block(b, BLOCK_PARAGRAPH, ROLE_BOILERPLATE, 0, 0, "Skip to content");
    block(b, BLOCK_HEADING, ROLE_MASTHEAD, 1, 0, "Salt & <Trade>");
    block(b, BLOCK_PARAGRAPH, ROLE_MASTHEAD, 0, 0, "Example Monitor");
    block(b, BLOCK_PARAGRAPH, ROLE_MASTHEAD, 0, 0, "March 4, 2026");
    block(b, BLOCK_HEADING, ROLE_SUMMARY, 2, 0, "Executive Summary:");
    block(b, BLOCK_LIST_ITEM, ROLE_SUMMARY, 1, 4,
          "• Salt moves by sea, as it has for as long as anyone has kept a ledger of it, and it pays.");
    block(b, BLOCK_LIST_ITEM, ROLE_SUMMARY, 1, 4, "• The 😀 port grew.");
    const char *first = "The port of *Sample* sold 4_000 tons [1] and a_b more (Example Times, March 1). It is told at "
                        "length so that the line has to be broken, "
                        "with an address, https://salt.example/ledger?year=2025&kind=sea, and a ta\tb. [2]";
    block(b, BLOCK_PARAGRAPH, ROLE_BODY, 0, 0, first);
    mark(b, first, "[1]", "1");
    mark(b, first, "[2]", "2");
    gsize at = (gsize)(strstr(first, "https:") - first);
    builder_link(b, range_make(at, at + strlen("https://salt.example/ledger?year=2025&kind=sea")),
                 "https://salt.example/ledger?year=2025&kind=sea");
    block(b, BLOCK_HEADING, ROLE_BODY, 2, 0, "What came #");
    const char *script = "1986. A year at the start of a line\nand # a hard break.";
    block(b, BLOCK_PARAGRAPH, ROLE_BODY, 0, 0, script);
    builder_link(b, range_make(6, 12), "javascript:alert(1)");
    block(b, BLOCK_LIST_ITEM, ROLE_BODY, 1, 3, "1. First of the numbered");
    block(b, BLOCK_LIST_ITEM, ROLE_BODY, 2, 4, "• Under it");
    block(b, BLOCK_LIST_ITEM, ROLE_BODY, 2, 4, "(a) Under it, with a letter");
    block(b, BLOCK_LIST_ITEM, ROLE_BODY, 1, 3, "2. Second of them");
    block(b, BLOCK_QUOTATION, ROLE_BODY, 1, 0,
          "Salt is what we live by, said the harbour master to whoever would listen on the pier.");
    block(b, BLOCK_QUOTATION, ROLE_BODY, 2, 0, "Quoted in a quotation.");
    block(b, BLOCK_PREFORMATTED, ROLE_BODY, 0, 0, "sea\t4000\n  land ``` 1");
    const char *links = "See https://salt.example/ and the *pier*.";
    block(b, BLOCK_PARAGRAPH, ROLE_BODY, 0, 0, links);
    builder_link(b, range_make(4, 25), "https://salt.example/");
    builder_link(b, range_make(34, 40), "https://salt.example/<pier>");
    block(b, BLOCK_TABLE_ROW, ROLE_BODY, 0, 0, "Year\tTons");
    block(b, BLOCK_TABLE_ROW, ROLE_BODY, 0, 0, "2025\t4|000");
    block(b, BLOCK_CAPTION, ROLE_BODY, 0, 0, "The pier (Source: Example)");
    block(b, BLOCK_HEADING, ROLE_NOTE, 2, 0, "Notes:");
    block(b, BLOCK_PARAGRAPH, ROLE_NOTE, 0, 4,
          "[1] See the ledger of the port, which the harbour master keeps and shows to nobody at all.");
    builder_note(b, "1");
    block(b, BLOCK_PARAGRAPH, ROLE_NOTE, 0, 0, "It has two volumes.");
    builder_note(b, NULL);
    block(b, BLOCK_PARAGRAPH, ROLE_NOTE, 0, 4, "[2] The other ledger.");
    builder_note(b, "2");
    block(b, BLOCK_PARAGRAPH, ROLE_BOILERPLATE, 0, 0, "Privacy <Overview>");
    g_autoptr(Document) document = builder_finish(b);
    return article_from_document(document, "sample.txt");
}

static char *
shown(ShowFormat format, int width, gboolean whole)
{
    g_autoptr(Article) article = sample();
    GString *out = g_string_new(NULL);
    ExportOptions options = {.width = width, .whole = whole};
    g_assert_true(export_show(article, format, &options, export_append, out, NULL));
    return g_string_free(out, FALSE);
}

static void
test_text(void)
{
    g_autofree char *wide = shown(SHOW_TEXT, 0, FALSE), *narrow = shown(SHOW_TEXT, 32, TRUE);
    test_golden("tests/export/golden/show.txt", wide);
    test_golden("tests/export/golden/show-32-whole.txt", narrow);
}

static void
test_markdown(void)
{
    g_autofree char *got = shown(SHOW_MARKDOWN, 0, FALSE);
    test_golden("tests/export/golden/show.md", got);
}

static void
test_html(void)
{
    g_autofree char *got = shown(SHOW_HTML, 0, TRUE);
    test_golden("tests/export/golden/show.html", got);
    g_assert_null(strstr(got, "javascript:"));
    g_assert_null(strstr(got, "<Trade>"));
}

static void
assert_keys(json_t *object, const char *want)
{
    g_autoptr(GString) keys = g_string_new(NULL);
    const char *key;
    json_t *value;
    json_object_foreach(object, key, value) g_string_append_printf(keys, "%s%s", keys->len > 0 ? " " : "", key);
    g_assert_cmpstr(keys->str, ==, want);
}

static void
test_json(void)
{
    g_autofree char *got = shown(SHOW_JSON, 0, FALSE);
    test_golden("tests/export/golden/show.json", got);
    json_t *root = json_loads(got, JSON_REJECT_DUPLICATES, NULL);
    g_assert_nonnull(root);
    assert_keys(root, "title byline issued publication volume issue keywords language url text blocks");
    g_assert_true(json_is_null(json_object_get(root, "volume")));
    g_assert_cmpuint(json_array_size(json_object_get(root, "byline")), ==, 2);
    const char *text = json_string_value(json_object_get(root, "text"));
    json_t *blocks = json_object_get(root, "blocks"), *block;
    gsize index;
    glong before = -1;
    json_array_foreach(blocks, index, block)
    {
        assert_keys(block, "kind role level start end");
        glong start = json_integer_value(json_object_get(block, "start")),
              end = json_integer_value(json_object_get(block, "end"));
        g_assert_cmpint(start, ==, before + 1);
        g_assert_cmpint(start, <, end);
        before = end;
    }
    g_assert_cmpint(before, ==, g_utf8_strlen(text, -1));
    /* Behind an astral character offsets count it once. */
    json_t *heading = json_array_get(blocks, 8);
    g_autofree char *slice = g_utf8_substring(text, json_integer_value(json_object_get(heading, "start")),
                                              json_integer_value(json_object_get(heading, "end")));
    g_assert_cmpstr(slice, ==, "What came #");
    json_decref(root);
}

/* Nothing is wider than asked, at any width, but what is preformatted. */
static void
test_widths(void)
{
    for (int width = 20; width <= 100; width++) {
        g_autofree char *got = shown(SHOW_TEXT, width, TRUE);
        g_auto(GStrv) lines = g_strsplit(got, "\n", -1);
        for (char **line = lines; *line; line++)
            g_assert_cmpint(display_width(*line, strlen(*line)), <=, MAX(width, 22));
    }
}

static gboolean
refuse(gpointer data, const char *bytes, gsize length, GError **error)
{
    g_set_error(error, IBID_ERROR, IBID_ERROR_WRITE, "standard output: full; make room");
    return FALSE;
}

static void
test_refused(void)
{
    g_autoptr(Article) article = sample();
    for (int format = SHOW_TEXT; format <= SHOW_HTML; format++) {
        g_autoptr(GError) error = NULL;
        g_assert_false(export_show(article, (ShowFormat)format, NULL, refuse, NULL, &error));
        g_assert_error(error, IBID_ERROR, IBID_ERROR_WRITE);
    }
}

static void
test_empty(void)
{
    g_autoptr(Builder) b = builder_new(0);
    g_autoptr(Document) document = builder_finish(b);
    g_autoptr(Article) article = article_from_document(document, "folder/none.txt");
    g_assert_cmpstr(article_title(article), ==, "none.txt");
    g_autoptr(GString) out = g_string_new(NULL);
    g_assert_true(export_show(article, SHOW_TEXT, NULL, export_append, out, NULL));
    g_assert_cmpstr(out->str, ==, "");
    g_assert_true(export_show(article, SHOW_JSON, NULL, export_append, out, NULL));
    json_t *root = json_loads(out->str, 0, NULL);
    g_assert_cmpstr(json_string_value(json_object_get(root, "text")), ==, "");
    g_assert_cmpuint(json_array_size(json_object_get(root, "blocks")), ==, 0);
    json_decref(root);
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/export/show/text", test_text);
    g_test_add_func("/export/show/markdown", test_markdown);
    g_test_add_func("/export/show/html", test_html);
    g_test_add_func("/export/show/json", test_json);
    g_test_add_func("/export/show/widths", test_widths);
    g_test_add_func("/export/show/refused", test_refused);
    g_test_add_func("/export/show/empty", test_empty);
    return g_test_run();
}
