/* The builder: what it makes of unsafe text, line ends and marks, and how labels, links and note marks follow. */
#include "doc/builder.h"

#include <string.h>

#include "doc/carry.h"
#include "tests/test.h"

static const BlockSpec paragraph = {.kind = BLOCK_PARAGRAPH, .role = ROLE_BODY, .numbered = TRUE};

static Document *
one_block(const char *text, gsize length)
{
    g_autoptr(Builder) builder = builder_new(length);
    g_assert_true(builder_block(builder, &paragraph, text, length));
    Document *document = builder_finish(builder);
    document_check(document);
    return document;
}

static void
assert_becomes(const char *in, gsize length, const char *out)
{
    g_autoptr(Document) document = one_block(in, length);
    g_assert_cmpstr(document_text(document, NULL), ==, out);
}

static void
assert_range(const Document *document, Range range, const char *want)
{
    g_autofree char *got = g_strndup(document_text(document, NULL) + range.start, range_length(range));
    g_assert_cmpstr(got, ==, want);
}

static void
test_plain(void)
{
    assert_becomes("a", 1, "a");
    const char *mixed = "Ağ, 日本, 𝄞 and “é”\tb\nc";
    assert_becomes(mixed, strlen(mixed), mixed);
}

/* Every C0 and C1 character, DEL and the bidi controls, at each place of a line that crosses the sixteen bytes of a
 * vector. */
static void
test_unsafe(void)
{
    for (gunichar c = 0; c < 0x206a; c == 0x9f ? (c = 0x61c) : c == 0x61c ? (c = 0x200e) : c++) {
        gboolean bidi = c == 0x61c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || c >= 0x2066;
        if (c == '\n' || c == '\t' || c == '\r' || (c >= 0x20 && c < 0x7f) || (c > 0x9f && !bidi))
            continue;
        char bytes[6];
        int size = c == 0 ? 1 : g_unichar_to_utf8(c, bytes);
        if (c == 0)
            bytes[0] = '\0';
        for (guint before = 0; before < 18; before += 3) {
            g_autoptr(GString) in = g_string_new(NULL);
            g_autoptr(GString) out = g_string_new(NULL);
            for (guint i = 0; i < before; i++)
                g_string_append_c(in, 'x');
            g_string_append(out, in->str);
            g_string_append_len(in, bytes, size);
            g_string_append(in, "yy");
            g_string_append_unichar(out, c < 0x20 ? 0x2400 + c : c == 0x7f ? 0x2421 : 0xfffd);
            g_string_append(out, "yy");
            assert_becomes(in->str, in->len, out->str);
        }
    }
}

static void
test_invalid(void)
{
    assert_becomes("a\xff"
                   "b",
                   3,
                   "a\xef\xbf\xbd"
                   "b");
    static const char *const bad[] = {"\x80",         "\xc0\xaf",         "\xe2\x80",     "\xf0\x9f\x98",
                                      "\xed\xa0\x80", "\xf5\x80\x80\x80", "\xe0\x80\x80", "\xf0\x80\x80\x80",
                                      "\xc3",         "\xfe\xff"};
    for (guint i = 0; i < G_N_ELEMENTS(bad); i++)
        for (guint place = 0; place < 3; place++) {
            g_autofree char *in = g_strconcat(place > 0 ? "left " : "", bad[i], place < 2 ? " right" : "", NULL);
            g_autoptr(Document) document = one_block(in, strlen(in));
            const char *text = document_text(document, NULL);
            g_assert_true(g_utf8_validate(text, -1, NULL));
            g_assert_nonnull(strstr(text, "\xef\xbf\xbd"));
            g_assert_true(place == 0 || g_str_has_prefix(text, "left \xef"));
            g_assert_true(place == 2 || g_str_has_suffix(text, "\xbd right"));
        }
}

static void
test_line_ends(void)
{
    assert_becomes("a\r\nb\rc\nd", 8, "a\nb\nc\nd");
    assert_becomes("a\r\r\n\nb", 6, "a\n\n\nb");
    assert_becomes("a\xe2\x80\xa8"
                   "b\xe2\x80\xa9"
                   "c",
                   9, "a\nb\nc");
    assert_becomes("a\r", 2, "a\n");
    assert_becomes("a\xc2\x85"
                   "b",
                   4,
                   "a\xef\xbf\xbd"
                   "b");
}

static void
test_normalised(void)
{
    assert_becomes("e\xcc\x81", 3, "é");
    assert_becomes("\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab", 9, "한");
    assert_becomes("\xe2\x84\xab", 3, "Å");
    assert_becomes("a\xcc\x81\xcc\xa7", 5, "\xc3\xa1\xcc\xa7");
    assert_becomes("q\xcc\x81\xcc\xa3", 5, "q\xcc\xa3\xcc\x81");
    /* Marks that compose with nothing are put in the order of their classes all the same. */
    assert_becomes("P\xcd\x92\xcd\x94", 5, "P\xcd\x94\xcd\x92");
    /* A mark behind a replaced character stays by itself. */
    assert_becomes("\x01\xcc\x81", 3, "\xe2\x90\x81\xcc\x81");
}

/* Marks at the borders of the pieces in which a long text is looked at. */
static void
test_normalised_long(void)
{
    for (guint shift = 0; shift < 8; shift++) {
        g_autoptr(GString) in = g_string_new(NULL);
        g_autoptr(GString) out = g_string_new(NULL);
        for (guint i = 0; i < 3 * 4096; i++) {
            gboolean mark = (i + shift) % 4093 < 4;
            g_string_append(in, mark ? "e\xcc\x81" : i % 50 == 0 ? "ж" : "w");
            g_string_append(out, mark ? "é" : i % 50 == 0 ? "ж" : "w");
        }
        assert_becomes(in->str, in->len, out->str);
    }
}

typedef struct {
    const char *in, *out;
} Piece;

static const Piece pieces[] = {
    {"word", "word"},
    {"é", "é"},
    {"e\xcc\x81", "é"},
    {"q\xcc\x81\xcc\xa3", "q\xcc\xa3\xcc\x81"},
    {"o\xcc\x82\xcc\x81", "ố"},
    {"\r\n", "\n"},
    {"\r", "\n"},
    {"\xe2\x80\xa8", "\n"},
    {"\x1b", "\xe2\x90\x9b"},
    {"\x7f", "\xe2\x90\xa1"},
    {"\xc2\x9b", "\xef\xbf\xbd"},
    {"\xff", "\xef\xbf\xbd"},
    {"\xe2\x80\xae", "\xef\xbf\xbd"},
    {"日本語", "日本語"},
    {"\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab", "한"},
    {"\xe2\x84\xa6", "Ω"},
    {"😀", "😀"},
};

/* Random texts of known pieces, each a link and a note mark. */
static void
test_spans_carried(void)
{
    for (guint round = 0; round < 300; round++) {
        g_autoptr(Builder) builder = builder_new(0);
        builder_block(builder, &paragraph, "before", 6);
        g_autoptr(GString) in = g_string_new(NULL);
        g_autoptr(GArray) ranges = g_array_new(FALSE, FALSE, sizeof(Range));
        g_autoptr(GArray) used = g_array_new(FALSE, FALSE, sizeof(guint));
        guint count = (guint)g_test_rand_int_range(1, 40);
        for (guint i = 0; i < count; i++) {
            guint which = (guint)g_test_rand_int_range(0, G_N_ELEMENTS(pieces));
            Range range = {in->len, in->len + strlen(pieces[which].in)};
            g_string_append(in, pieces[which].in);
            g_string_append_c(in, '.');
            g_array_append_val(ranges, range);
            g_array_append_val(used, which);
        }
        g_assert_true(builder_block(builder, &paragraph, in->str, in->len));
        for (guint i = 0; i < count; i++) {
            builder_link(builder, g_array_index(ranges, Range, i), "https://example.org/");
            builder_note_mark(builder, g_array_index(ranges, Range, i), "1");
        }
        g_autoptr(Document) document = builder_finish(builder);
        document_check(document);
        Layer *links = document_links(document);
        g_assert_cmpuint(layer_size(links), ==, count);
        g_assert_cmpuint(document_note_mark_count(document), ==, count);
        for (guint i = 0; i < count; i++) {
            const char *want = pieces[g_array_index(used, guint, i)].out;
            assert_range(document, layer_get(links, i).range, want);
            assert_range(document, document_note_mark(document, i)->range, want);
        }
    }
}

/* A span over part of what is replaced covers all of it; one beyond the block is cut; an empty one is none. */
static void
test_spans_odd(void)
{
    g_autoptr(Builder) builder = builder_new(0);
    builder_link(builder, range_make(0, 1), "no block yet");
    builder_block(builder, &paragraph, "ae\xcc\x81z", 5);
    builder_link(builder, range_make(1, 2), "x:base");
    builder_link(builder, range_make(2, 4), "x:mark");
    builder_link(builder, range_make(4, 99), "x:cut");
    builder_link(builder, range_make(3, 3), "x:empty");
    builder_link(builder, range_make(77, 99), "x:beyond");
    builder_link(builder, range_make(0, 1), "");
    builder_link(builder, range_make(0, 1), "x:\x1b[31m\n");
    g_assert_false(builder_block(builder, &paragraph, "", 0));
    builder_link(builder, range_make(0, 1), "x:closed");
    builder_block(builder, &paragraph, "日本", 6);
    builder_link(builder, range_make(1, 4), "x:inside characters");
    g_autoptr(Document) document = builder_finish(builder);
    document_check(document);
    Layer *links = document_links(document);
    g_assert_cmpuint(layer_size(links), ==, 5);
    static const char *const want[] = {"é", "é", "z", "a", "日本"};
    for (guint i = 0; i < 5; i++) {
        LayerItem item = layer_get(links, i);
        assert_range(document, item.range, want[item.id]);
    }
    g_assert_cmpstr(document_link_url(document, 3), ==, "x:␛[31m␊");
}

static void
test_meta_keeps_spans(void)
{
    g_autoptr(Builder) builder = builder_new(0);
    builder_block(builder, &paragraph, "\x01\x02\x03 word", 8);
    builder_meta(builder, META_TITLE, "e\xcc\x81\x07", -1);
    builder_link(builder, range_make(4, 8), "x:word");
    g_autoptr(Document) document = builder_finish(builder);
    assert_range(document, layer_get(document_links(document), 0).range, "word");
    g_assert_cmpstr(document_meta(document)->title, ==, "é␇");
}

static void
test_labels(void)
{
    g_autoptr(Builder) builder = builder_new(0);
    BlockSpec item = {.kind = BLOCK_LIST_ITEM, .role = ROLE_BODY, .level = 1, .label = 4};
    builder_block(builder, &item, "• text", strlen("• text"));
    item.label = 5;
    builder_block(builder, &item, "e\xcc\x81. text", 9);
    item.label = 100;
    builder_block(builder, &item, "short", 5);
    /* A label that grows beyond what its field holds ends with a whole character. */
    g_autofree char *nuls = g_malloc0(60000);
    item.label = 60000;
    builder_block(builder, &item, nuls, 60000);
    g_autoptr(Document) document = builder_finish(builder);
    document_check(document);
    g_assert_cmpuint(document_block(document, 0)->label, ==, 4);
    g_assert_cmpuint(document_block(document, 1)->label, ==, 4);
    g_assert_cmpuint(document_block(document, 2)->label, ==, 5);
    g_assert_cmpuint(document_block(document, 3)->label, ==, 65535);
}

/* A text of nothing but faults has a map that is coarse in its middle, and exact at its ends. */
static void
test_map_is_bounded(void)
{
    const gsize length = 400000;
    g_autofree char *nuls = g_malloc0(length);
    g_autoptr(Builder) builder = builder_new(0);
    builder_block(builder, &paragraph, nuls, length);
    builder_link(builder, range_make(5, 6), "x:early");
    builder_link(builder, range_make(300000, 300001), "x:late");
    builder_link(builder, range_make(length - 1, length), "x:last");
    g_autoptr(Document) document = builder_finish(builder);
    document_check(document);
    g_assert_cmpuint(document_length(document), ==, 3 * length);
    LayerItem early = layer_get(document_links(document), 0), late = layer_get(document_links(document), 1);
    g_assert_true(early.range.start == 15 && early.range.end == 18);
    g_assert_true(late.range.start <= 900000 && late.range.end >= 900003);
    g_assert_cmpuint(range_length(late.range), <=, 3 * 2 * CARRY_COARSE);
    g_assert_cmpuint(layer_get(document_links(document), 2).range.end, ==, 3 * length);
}

static void
test_meta(void)
{
    g_autoptr(Builder) builder = builder_new(0);
    builder_meta(builder, META_TITLE, "First", -1);
    builder_meta(builder, META_TITLE, " A\r\n title \t of  words\xc2\xa0 ", -1);
    builder_meta(builder, META_TITLE, "  \n ", -1);
    builder_meta(builder, META_ISSUED, "2026-02-18 and more", 10);
    builder_meta(builder, META_BYLINE, "A. Writer", -1);
    builder_meta(builder, META_BYLINE, "", -1);
    builder_meta(builder, META_BYLINE, "B. Writer", -1);
    builder_meta(builder, META_KEYWORD, "trade", -1);
    builder_meta(builder, META_PUBLICATION, "A Monitor", -1);
    builder_meta(builder, META_VOLUME, "21", -1);
    builder_meta(builder, META_ISSUE, "54", -1);
    builder_meta(builder, META_LANGUAGE, "en", -1);
    builder_meta(builder, META_URL, "https://example.org/a", -1);
    g_autoptr(Document) document = builder_finish(builder);
    document_check(document);
    const DocumentMeta *meta = document_meta(document);
    g_assert_cmpstr(meta->title, ==, "A title of words");
    g_assert_cmpstr(meta->issued, ==, "2026-02-18");
    g_assert_cmpuint(g_strv_length(meta->byline), ==, 2);
    g_assert_cmpstr(meta->byline[1], ==, "B. Writer");
    g_assert_cmpuint(g_strv_length(meta->keywords), ==, 1);
    g_assert_cmpstr(meta->publication, ==, "A Monitor");
    g_assert_cmpstr(meta->volume, ==, "21");
    g_assert_cmpstr(meta->issue, ==, "54");
    g_assert_cmpstr(meta->language, ==, "en");
    g_assert_cmpstr(meta->url, ==, "https://example.org/a");
}

static void
test_empty(void)
{
    g_autoptr(Builder) builder = builder_new(0);
    g_autoptr(Document) document = builder_finish(builder);
    document_check(document);
    g_assert_cmpstr(document_text(document, NULL), ==, "");
    g_assert_cmpuint(document_block_count(document), ==, 0);
    g_assert_cmpint(document_block_at(document, 0), ==, -1);
    g_assert_cmpuint(g_strv_length(document_meta(document)->byline), ==, 0);
    g_assert_null(document_meta(document)->title);
}

/* A builder that is thrown away, and one that is used again. */
static void
test_reuse(void)
{
    Builder *thrown = builder_new(100);
    builder_block(thrown, &paragraph, "text", 4);
    builder_note_mark(thrown, range_make(0, 1), "1");
    builder_note(thrown, "1");
    builder_meta(thrown, META_BYLINE, "x", -1);
    builder_free(thrown);
    builder_free(NULL);

    g_autoptr(Builder) builder = builder_new(100);
    builder_block(builder, &paragraph, "first", 5);
    g_autoptr(Document) first = builder_finish(builder);
    builder_block(builder, &paragraph, "second", 6);
    builder_meta(builder, META_BYLINE, "x", -1);
    g_autoptr(Document) second = builder_finish(builder);
    document_check(first);
    document_check(second);
    g_assert_cmpstr(document_text(first, NULL), ==, "first");
    g_assert_cmpstr(document_text(second, NULL), ==, "second");
    g_assert_cmpuint(document_block(second, 0)->number, ==, 1);
}

static void
add_block(Builder *builder, BlockRole role, const char *text)
{
    BlockSpec spec = {.kind = BLOCK_PARAGRAPH, .role = role};
    builder_block(builder, &spec, text, strlen(text));
}

static void
add_mark(Builder *builder, const char *label)
{
    g_autofree char *text = g_strdup_printf("Text [%s]", label);
    add_block(builder, ROLE_BODY, text);
    builder_note_mark(builder, range_make(5, strlen(text)), label);
}

static void
add_note(Builder *builder, const char *label)
{
    g_autofree char *text = g_strdup_printf("[%s] Note", label);
    add_block(builder, ROLE_NOTE, text);
    builder_note(builder, label);
}

/* Numbering begins again in a second section: a mark belongs to the next note of its label, the last one's notes serve
 * what follows them. */
static void
test_notes(void)
{
    g_autoptr(Builder) builder = builder_new(0);
    add_mark(builder, "1");
    add_mark(builder, "2");
    add_mark(builder, "1");
    add_note(builder, "1");
    add_block(builder, ROLE_NOTE, "and more of it");
    builder_note(builder, NULL);
    add_note(builder, "2");
    add_mark(builder, "1");
    add_mark(builder, "*");
    add_mark(builder, "3");
    add_note(builder, "1");
    add_note(builder, "*");
    add_mark(builder, "2");
    add_mark(builder, "1");
    g_autoptr(Document) document = builder_finish(builder);
    document_check(document);
    static const int want[] = {0, 1, 0, 2, 3, -1, 1, 2};
    g_assert_cmpuint(document_note_count(document), ==, 4);
    g_assert_cmpuint(document_note_mark_count(document), ==, G_N_ELEMENTS(want));
    for (guint i = 0; i < G_N_ELEMENTS(want); i++)
        g_assert_cmpint(document_note_mark(document, i)->note, ==, want[i]);
    assert_range(document, document_note(document, 0)->range, "[1] Note\nand more of it");
    g_assert_cmpstr(document_note(document, 3)->label, ==, "*");
    assert_range(document, document_note_mark(document, 4)->range, "[*]");
    Layer *marks = document_note_marks(document);
    g_assert_cmpint(layer_at(marks, document_note_mark(document, 2)->range.start + 1), ==, 2);
}

/* A mark inside a note's own text looks ahead first too; marks given out of order are kept in order. */
static void
test_notes_odd(void)
{
    g_autoptr(Builder) builder = builder_new(0);
    builder_note(builder, "no block yet");
    builder_note(builder, NULL);
    add_block(builder, ROLE_NOTE, "[1] See [1] and [2]");
    builder_note(builder, "1");
    builder_note_mark(builder, range_make(16, 19), "2");
    builder_note_mark(builder, range_make(8, 11), "1");
    add_note(builder, "2");
    g_autoptr(Document) document = builder_finish(builder);
    document_check(document);
    assert_range(document, document_note_mark(document, 0)->range, "[1]");
    g_assert_cmpint(document_note_mark(document, 0)->note, ==, 0);
    g_assert_cmpint(document_note_mark(document, 1)->note, ==, 1);
}

/* A hundred thousand marks and notes of one label are tied without a walk for each. */
static void
test_notes_many(void)
{
    g_autoptr(Builder) builder = builder_new(0);
    const guint count = 100000;
    for (guint i = 0; i < count; i++) {
        add_mark(builder, "1");
        add_note(builder, "1");
    }
    g_autoptr(Document) document = builder_finish(builder);
    for (guint i = 0; i < count; i++)
        g_assert_cmpint(document_note_mark(document, i)->note, ==, (int)i);
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/builder/plain", test_plain);
    g_test_add_func("/builder/unsafe", test_unsafe);
    g_test_add_func("/builder/invalid", test_invalid);
    g_test_add_func("/builder/line-ends", test_line_ends);
    g_test_add_func("/builder/normalised", test_normalised);
    g_test_add_func("/builder/normalised-long", test_normalised_long);
    g_test_add_func("/builder/spans-carried", test_spans_carried);
    g_test_add_func("/builder/spans-odd", test_spans_odd);
    g_test_add_func("/builder/meta-keeps-spans", test_meta_keeps_spans);
    g_test_add_func("/builder/labels", test_labels);
    g_test_add_func("/builder/map-is-bounded", test_map_is_bounded);
    g_test_add_func("/builder/meta", test_meta);
    g_test_add_func("/builder/empty", test_empty);
    g_test_add_func("/builder/reuse", test_reuse);
    g_test_add_func("/builder/notes", test_notes);
    g_test_add_func("/builder/notes-odd", test_notes_odd);
    g_test_add_func("/builder/notes-many", test_notes_many);
    return g_test_run();
}
