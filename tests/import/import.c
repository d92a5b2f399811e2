/* Formats, options and messages; hostile shapes, each at a size that a quadratic pass would not survive. */
#include "import/import.h"

#include <string.h>

#include "base/error.h"
#include "tests/test.h"

static Document *
import(const char *text, gssize length, const ImportOptions *options, GError **error)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, length < 0 ? strlen(text) : (gsize)length);
    Document *document = import_bytes(bytes, options, error);
    if (document)
        document_check(document);
    return document;
}

static void
assert_refused(const char *text, gssize length, const char *as, int code, const char *message)
{
    g_autoptr(GError) error = NULL;
    Document *document = import(text, length, &(ImportOptions){.as = as, .name = "a\033b.txt"}, &error);
    g_assert_null(document);
    g_assert_error(error, IBID_ERROR, code);
    if (!strstr(error->message, message))
        g_error("\"%s\" is not in: %s", message, error->message);
    g_assert_null(strchr(error->message, '\033'));
}

static void
test_refused(void)
{
    assert_refused("", 0, NULL, IBID_ERROR_READ, "the file is empty");
    assert_refused("", 0, "text", IBID_ERROR_READ, "the file is empty");
    assert_refused(" \n\t\r\n \302\240\342\200\203\n", -1, NULL, IBID_ERROR_READ, "the file holds no text");
    assert_refused("%PDF-1.4\n%\342\343\317\323\n", -1, NULL, IBID_ERROR_READ, "a PDF file");
    assert_refused("PK\003\004\024\0\0\0\0\0\0\0!\0", 14, NULL, IBID_ERROR_READ, "a ZIP archive");
    assert_refused("\211PNG\r\n\032\n\0\0\0\rIHDR\0\0", 18, NULL, IBID_ERROR_READ, "a PNG image");
    assert_refused("\177ELF\002\001\001\0\0\0\0\0\0\0\0\0\003\0>\0", 20, NULL, IBID_ERROR_READ, "a program");
    static const char nul[4096];
    assert_refused(nul, sizeof nul, NULL, IBID_ERROR_READ, "nothing but NUL bytes");
    assert_refused("Some text.\n", -1, "pdf", IBID_ERROR_USAGE, "choose one of: text");
}

static void
test_formats(void)
{
    const char *const *formats = import_formats();
    g_assert_true(g_strv_contains(formats, "text"));
}

/* What is asked for as text is read as text, whatever it looks like. */
static void
test_as_text(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Document) document =
        import("%PDF-1.4 and so on\n\nThis is a text.\n", -1, &(ImportOptions){.as = "text"}, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(document_paragraph_count(document), >, 0);
    g_autoptr(Document) nul = import("a\0b\0\0c\n", 7, &(ImportOptions){.as = "text"}, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(document_text(nul, NULL), ==, "a␀b␀␀c");
}

/* --issued speaks only where the text does not. */
static void
test_issued(void)
{
    g_autoptr(Document) without =
        import("A Title\n\nThe text has no date of its own.\n", -1, &(ImportOptions){.issued = "2020-01-02"}, NULL);
    g_assert_cmpstr(document_meta(without)->issued, ==, "2020-01-02");
    g_autoptr(Document) with = import("A Title\n\n18 February 2026\n\nThe text has a date of its own.\n", -1,
                                      &(ImportOptions){.issued = "2020-01-02"}, NULL);
    g_assert_cmpstr(document_meta(with)->issued, ==, "2026-02-18");
    g_autoptr(Document) unknown = import("A Title\n\nThe text has no date of its own.\n", -1, NULL, NULL);
    g_assert_null(document_meta(unknown)->issued);
}

/* Prose that resembles furniture or a masthead is left alone. */
static void
test_left_alone(void)
{
    static const char *const texts[] = {
        "We walked home.\n\nShare what you have, the old man said, and search no further; he said it twice.\n\nPrint "
        "is dead, they told him, and he printed on.",
        "By the end of 2025 exports had doubled.\n\nOn 3 March 2026 the port was closed for a day, and nobody could "
        "say why.\n\nIt was opened again.",
        "A first line that is long enough to be prose, with a date of 3 March 2026 in it, and then it "
        "ends.\n\nComments were few. The harbour was quiet, and the privacy policy of the club forbade more.",
        "Once upon a time there was a text.\n\nTagged as a traitor, he left the town.\n\nCopyright law has changed "
        "since then, as every reader of this page will know.",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(Document) document = import(texts[i], -1, NULL, NULL);
        g_assert_null(document_meta(document)->title);
        g_assert_null(document_meta(document)->issued);
        for (guint k = 0; k < document_block_count(document); k++) {
            g_assert_cmpint(document_block(document, k)->role, ==, ROLE_BODY);
            g_assert_cmpint(document_block(document, k)->kind, ==, BLOCK_PARAGRAPH);
        }
        g_assert_cmpstr(document_text(document, NULL), !=, "");
    }
}

static guint
count_blocks(Document *document, BlockRole role, BlockKind kind)
{
    guint count = 0;
    for (guint i = 0; i < document_block_count(document); i++)
        count += document_block(document, i)->role == role && document_block(document, i)->kind == kind;
    return count;
}

static Document *
open_bundled(const char *name)
{
    g_autofree char *relative = g_strconcat("content/articles/", name, NULL), *path = test_path(relative);
    char *bytes = NULL;
    gsize length;
    g_assert_true(g_file_get_contents(path, &bytes, &length, NULL));
    g_autoptr(GBytes) given = g_bytes_new_take(bytes, length);
    Document *document = import_bytes(given, NULL, NULL);
    g_assert_nonnull(document);
    document_check(document);
    return document;
}

/* The articles that come with ibid show all that a page has. */
static void
test_bundled(void)
{
    g_autoptr(Document) article = open_bundled("azerbaijan-prc.txt"), guide = open_bundled("guide.txt");
    const DocumentMeta *meta = document_meta(article);
    g_assert_cmpstr(meta->title, ==, "What Baku Wants From Beijing");
    g_assert_cmpstr(meta->issued, ==, "2026-02-18");
    g_assert_cmpstr(meta->byline[0], ==, "Mara Ellwood");
    g_assert_cmpstr(meta->publication, ==, "Sample Review");
    g_assert_cmpuint(count_blocks(article, ROLE_SUMMARY, BLOCK_LIST_ITEM), ==, 3);
    g_assert_cmpuint(document_paragraph_count(article), ==, 9);
    g_assert_cmpuint(document_note_count(article), ==, 1);
    g_assert_cmpuint(document_note_mark_count(article), ==, 1);
    g_assert_cmpint(document_note_mark(article, 0)->note, ==, 0);
    g_assert_cmpuint(count_blocks(article, ROLE_BOILERPLATE, BLOCK_PARAGRAPH), ==, 5);
    g_assert_cmpstr(document_meta(guide)->issued, ==, "2026-03-02");
    g_assert_cmpuint(count_blocks(guide, ROLE_SUMMARY, BLOCK_LIST_ITEM), ==, 3);
    g_assert_cmpuint(count_blocks(guide, ROLE_BODY, BLOCK_HEADING), >=, 8);
    g_assert_cmpuint(document_note_count(guide), ==, 2);
    g_assert_cmpuint(count_blocks(guide, ROLE_BOILERPLATE, BLOCK_PARAGRAPH), ==, 4);
}

/* ---- shapes ---- */

typedef struct {
    const char *name, *head, *unit, *tail;
    guint times;
} Shape;

static const Shape shapes[] = {
    {"one-line", "", "word and word ", "", 1000000},
    {"one-word", "", "x", "", 4000000},
    {"one-wide-word", "", "\346\274\242", "", 1000000},
    {"lines-of-a-word", "", "word\n", "", 500000},
    {"paragraphs-of-a-word", "", "word\n\n", "", 300000},
    {"empty-lines", "a", "\n", "b", 4000000},
    {"blanks", "a", " ", "\nb", 4000000},
    {"carriage-returns", "", "word\r", "", 500000},
    {"reversed-line-ends", "", "word\n\r", "", 300000},
    {"brackets", "", "[", "", 1000000},
    {"brackets-with-numbers", "", "[1", "", 500000},
    {"marks", "", "[1] ", "", 500000},
    {"mark-lists", "", "[1, 2, 3] ", "", 200000},
    {"note-headings", "", "Notes:\nfoo bar\n", "", 200000},
    {"note-sections", "", "Notes:\n\n[1] a\n", "", 100000},
    {"note-entries", "Body (1).\n\n", "[7] a\n", "", 300000},
    {"raised-marks", "", "Text.\302\271 ", "\n\nNotes\n\n\302\271 a\n", 300000},
    {"round-marks", "T\n\nPublication: Monitor Volume: 1 Issue: 1\n\n", "Text. (1) ", "", 300000},
    {"summaries", "", "Executive Summary\n\n", "", 100000},
    {"titles", "", "The Same Title\n\n", "", 200000},
    {"headings-in-separate-lines", "",
     "A heading\nword word word word word word word word word word word word word word word word word word word word "
     "word end.\nxxxxxx.\n",
     "", 50000},
    {"fields", "", "Publication: A Volume: 1 Issue: 2 ", "", 100000},
    {"field-lines", "", "URL: http://a.example/\n", "", 100000},
    {"addresses", "", "https://a.example/", "", 100000},
    {"fences", "", "```x\n", "", 300000},
    {"quotes", "", "> > a\n", "", 300000},
    {"quote-signs", "", ">", "", 1000000},
    {"bullets", "", "- a\n", "", 300000},
    {"bare-bullets", "", "\342\200\242\n", "", 300000},
    {"numbers", "", "1. a\n", "", 300000},
    {"dashes-apart", "", "\342\200\223 a b\n\n", "", 100000},
    {"rules", "", "-----\n", "", 300000},
    {"rows", "", "a | b | c\n", "", 300000},
    {"tabs", "", "a\t\t\n", "", 300000},
    {"hyphens", "", "aaaaaaaaaaaa bbbbbbbbbb cccccccccccc dddddddddddd eeeeee-\n", "", 60000},
    {"captions", "", "Foo bar (Source: TASS)\n\n", "", 100000},
    {"openers", "word word word word.\n\n", "Privacy Overview\n\n", "", 100000},
    {"invalid", "", "\377\n", "", 300000},
    {"escapes", "", "\033[31m\007", "", 300000},
    {"parentheses", "", "(", "", 1000000},
    {"hashes", "", "# ", "", 500000},
    {"hash-lines", "", "# a\n", "", 300000},
};

static void
test_shape(gconstpointer data)
{
    const Shape *shape = data;
    g_autoptr(GString) text = g_string_new(shape->head);
    for (guint i = 0; i < shape->times; i++)
        g_string_append(text, shape->unit);
    g_string_append(text, shape->tail);
    g_autoptr(GError) error = NULL;
    gint64 start = test_cpu_time();
    g_autoptr(GBytes) bytes = g_bytes_new_static(text->str, text->len);
    g_autoptr(Document) document = import_bytes(bytes, &(ImportOptions){.as = "text"}, &error);
    gint64 took = test_cpu_time() - start;
    g_assert_no_error(error);
    document_check(document);
    g_assert_cmpuint(document_block_count(document), >, 0);
    for (guint i = 0; i < document_block_count(document); i++)
        g_assert_cmpuint(range_length(document_block(document, i)->range), <, 256 * 1024);
    /* a linear pass takes some tens of milliseconds; a quadratic one minutes. Wide, for slow machines and sanitizers */
    if (took > 15 * G_USEC_PER_SEC)
        g_error("%s: %.1f s", shape->name, (double)took / G_USEC_PER_SEC);
}

/* A text of several windows is one text: every word is there once, in order, and head and tail are found. */
static void
test_windows(void)
{
    g_autoptr(GString) text = g_string_new("Skip to content\n\nA Title of Its Own\n\n02.18.2026 Jane Doe\n\n");
    const guint count = 60000;
    for (guint i = 0; i < count; i++)
        g_string_append_printf(text,
                               "Paragraph number %u says what it has to say [%u], in a sentence or two, and ends.\n%s",
                               i, i % 3 + 1, i % 7 ? "\n" : "\r\n\r\n");
    g_string_append(text,
                    "\nNotes\n\n[1] One.\n[2] Two.\n[3] Three.\n\nPrivacy Overview\n\nThis website uses cookies.\n");
    g_assert_cmpuint(text->len, >, 4 * 1024 * 1024);
    g_autoptr(Document) document = import(text->str, (gssize)text->len, NULL, NULL);
    const DocumentMeta *meta = document_meta(document);
    g_assert_cmpstr(meta->title, ==, "A Title of Its Own");
    g_assert_cmpstr(meta->issued, ==, "2026-02-18");
    g_assert_cmpstr(meta->byline[0], ==, "Jane Doe");
    g_assert_cmpuint(document_paragraph_count(document), ==, count);
    g_assert_cmpuint(document_note_count(document), ==, 3);
    g_assert_cmpuint(document_note_mark_count(document), ==, count);
    const char *body = document_text(document, NULL);
    for (guint i = 0; i < count; i += 997) {
        const Block *block = document_block(document, (guint)document_paragraph(document, i + 1));
        g_autofree char *begin = g_strdup_printf("Paragraph number %u says", i);
        g_assert_true(g_str_has_prefix(body + block->range.start, begin));
    }
    const Block *last = document_block(document, document_block_count(document) - 1);
    g_assert_cmpint(last->role, ==, ROLE_BOILERPLATE);
}

/* Every prefix of a page is a page. */
static void
test_cut_off(void)
{
    g_autofree char *folder = test_path("tests/import/fixtures");
    g_autoptr(GDir) files = g_dir_open(folder, 0, NULL);
    guint seen = 0;
    g_assert_nonnull(files);
    for (const char *name; (name = g_dir_read_name(files)) != NULL; seen++) {
        g_autofree char *path = g_build_filename(folder, name, NULL), *page = NULL;
        gsize length;
        g_assert_true(g_file_get_contents(path, &page, &length, NULL));
        for (gsize cut = 1; cut < length; cut += cut < 40 ? 1 : 7 + cut % 13) {
            g_autofree char *copy = g_memdup2(page, cut); /* without a byte behind it, for the sanitizer */
            g_autoptr(GBytes) bytes = g_bytes_new_static(copy, cut);
            g_autoptr(Document) document = import_bytes(bytes, &(ImportOptions){.as = "text"}, NULL);
            if (document)
                document_check(document);
        }
    }
    g_assert_cmpuint(seen, >, 20);
}

/* A paragraph that is longer than a block may be is cut behind a sentence, never inside a citation. */
static void
test_long_paragraph_is_cut_between_sentences(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    while (text->len < 400 * 1000)
        g_string_append(text, "Nobody asked the miller (Valley Herald, May 14, 2025) about the dam. ");
    g_autoptr(GBytes) bytes = g_bytes_new(text->str, text->len - 1);
    g_autoptr(GError) error = NULL;
    g_autoptr(Document) document = import_bytes(bytes, &(ImportOptions){.as = "text", .name = "long"}, &error);
    g_assert_no_error(error);
    const char *all = document_text(document, NULL);
    g_assert_cmpuint(document_block_count(document), >, 5);
    for (guint i = 0; i < document_block_count(document); i++) {
        Range range = document_block(document, i)->range;
        g_assert_true(g_str_has_prefix(all + range.start, "Nobody"));
        g_assert_cmpint(all[range.end - 1], ==, '.');
    }
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/import/refused", test_refused);
    g_test_add_func("/import/formats", test_formats);
    g_test_add_func("/import/as-text", test_as_text);
    g_test_add_func("/import/issued", test_issued);
    g_test_add_func("/import/left-alone", test_left_alone);
    g_test_add_func("/import/windows", test_windows);
    g_test_add_func("/import/cut-off", test_cut_off);
    g_test_add_func("/import/bundled", test_bundled);
    for (gsize i = 0; i < G_N_ELEMENTS(shapes); i++) {
        g_autofree char *name = g_strconcat("/import/shape/", shapes[i].name, NULL);
        g_test_add_data_func(name, &shapes[i], test_shape);
    }
    g_test_add_func("/import/long-paragraph", test_long_paragraph_is_cut_between_sentences);
    return g_test_run();
}
