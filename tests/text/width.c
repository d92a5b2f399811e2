/* text/width, text/display, text/utf8: cells of characters, what is drawn for clusters, and that both agree. */
#include "text/width.h"

#include <string.h>

#include "text/cluster.h"
#include "text/display.h"
#include "text/utf8.h"
#include "tests/test.h"

static void
test_characters(void)
{
    static const struct {
        gunichar c;
        int width;
    } cases[] = {
        {0, 0}, {'\n', 0}, {'\t', 0}, {0x1b, 0}, {0x7f, 0}, {0x9b, 0},             /* controls */
        {' ', 1}, {'a', 1}, {'~', 1}, {0xa0, 1}, {0xad, 0}, {0xe9, 1}, {0x259, 1}, /* Latin; soft hyphen */
        {0x300, 0}, {0x301, 0}, {0x36f, 0}, {0x483, 0}, {0x489, 0}, {0x20dd, 0}, {0x20e3, 0}, {0xfe20, 0}, /* combining */
        {0x416, 1}, {0x5d0, 1}, {0x5b0, 0}, {0x627, 1}, {0x64b, 0}, {0x600, 1}, {0x6dd, 1}, /* Cyrillic, Hebrew, Arabic */
        {0x915, 1}, {0x93f, 1}, {0x94d, 0}, {0xe01, 1}, {0xe31, 0}, {0xe33, 1},    /* Devanagari, Thai */
        {0x200b, 0}, {0x200d, 0}, {0x200e, 0}, {0x2028, 0}, {0x202e, 0}, {0x2060, 0}, {0x2066, 0}, {0xfeff, 0}, /* format */
        {0xfe0f, 0}, {0xe0100, 0}, {0xe0067, 0},                                  /* variation selectors, tags */
        {0x1100, 2}, {0x115f, 2}, {0x1160, 0}, {0x1161, 0}, {0x11a8, 0}, {0x11ff, 0}, {0xd7b0, 0}, {0xac00, 2}, {0xd7a3, 2}, /* Hangul */
        {0x2014, 1}, {0x201c, 1}, {0x2026, 1}, {0x20ac, 1}, {0x2500, 1}, {0x2588, 1}, {0x2190, 1}, /* ambiguous: 1 */
        {0x3000, 2}, {0x3001, 2}, {0x3042, 2}, {0x30a2, 2}, {0x302a, 0}, {0x3099, 0}, {0x303f, 1}, {0x4e00, 2}, {0x9fff, 2}, /* CJK */
        {0xa000, 2}, {0xf900, 2}, {0xff01, 2}, {0xff61, 1}, {0xffe0, 2}, {0x20000, 2}, {0x2ffff, 2}, {0x3134a, 2},
        {0x231a, 2}, {0x2614, 2}, {0x2615, 2}, {0x2705, 2}, {0x2764, 1}, {0x2600, 1}, {0x263a, 1}, {0x2122, 1}, /* emoji by default or not */
        {0x1f004, 2}, {0x1f1e6, 1}, {0x1f1ff, 1}, {0x1f300, 2}, {0x1f321, 1}, {0x1f3fb, 2}, {0x1f469, 2}, {0x1f600, 2},
        {0x1f680, 2}, {0x1f6d2, 2}, {0x1f900, 1}, {0x1f90c, 2}, {0x1f9d1, 2}, {0x1fa70, 2}, {0x1faf6, 2}, {0x1f5a5, 1},
        {0xe000, 1}, {0xfffd, 1}, {0x241b, 1}, {0x10ffff, 1}, {0x1d54f, 1}, {0x378, 1},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        if (char_width(cases[i].c) != cases[i].width)
            g_error("U+%04X is %d wide, not %d", cases[i].c, char_width(cases[i].c), cases[i].width);
    }
}

/* Against the categories of GLib: marks take no cell of their own, letters do. */
static void
test_categories(void)
{
    for (gunichar c = 0x20; c < 0x110000; c++) {
        int width = char_width(c);
        g_assert_true(width >= 0 && width <= 2);
        GUnicodeType type = g_unichar_type(c);
        if (type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK) {
            /* GLib may know marks of a newer Unicode. */
            if (width != 0 && c < 0x0700)
                g_error("mark U+%04X is %d wide", c, width);
        } else if (type == G_UNICODE_LOWERCASE_LETTER || type == G_UNICODE_UPPERCASE_LETTER || type == G_UNICODE_DECIMAL_NUMBER) {
            g_assert_cmpint(width, ==, c >= 0xff00 && c < 0xff61 ? 2 : 1);
        }
        if (width != 2 && g_unichar_iswide(c) && type == G_UNICODE_OTHER_LETTER && c < 0x16000)
            g_error("wide letter U+%04X is %d wide", c, width);
    }
}

static void
test_clusters(void)
{
    static const struct {
        const char *cluster, *drawn;
        int width;
    } cases[] = {
        {"a", "a", 1},
        {" ", " ", 1},
        {"\t", " ", 1},
        {"\n", "", 0},
        {"\r\n", "", 0},
        {"é", "é", 1},
        {"e\u0301", "e\u0301", 1},
        {"中", "中", 2},
        {"한", "한", 2},
        {"\u1112\u1161\u11ab", "\u1112\u1161\u11ab", 2},       /* Jamo */
        {"\u1161", " \u1161", 1},
        {"か\u3099", "か\u3099", 2},
        {"\u200b", "", 0},
        {"\u00ad", "", 0},
        {"\u2060", "", 0},
        {"\u202e", "", 0},
        {"\ufeff", "", 0},
        {"\u0301", " \u0301", 1},                              /* a mark alone stands on a space */
        {"a\ufe0f", "a", 1},
        {"a\u200d", "a", 1},
        {"👩", "👩", 2},
        {"👩‍👩‍👧‍👦", "👩", 2},                                 /* the first of what ZWJ joins */
        {"👍🏽", "👍", 2},
        {"🏽", "🏽", 2},
        {"❤️", "❤ ", 2},                                       /* asked for as an emoji: two cells are kept for it */
        {"❤", "❤", 1},
        {"❤️‍🔥", "❤ ", 2},
        {"⌚️", "⌚", 2},
        {"⌚︎", "⌚", 2},
        {"1️⃣", "1\u20e3", 1},
        {"#️⃣", "#\u20e3", 1},
        {"©️", "© ", 2},
        {"🇦🇿", "🇦🇿", 2},                                     /* two letters of one cell each */
        {"🇦", "🇦", 1},
        {"🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴", 2},                                     /* tags */
        {"कि", "कि", 2},
        {"ก\u0e33", "ก\u0e33", 2},
        {"a\u0301\u0302\u0303\u0304\u0305\u0306", "a\u0301\u0302\u0303\u0304", 1}, /* five code points fit a cell */
        {"", "", 0},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        char drawn[DISPLAY_MAX];
        gsize length = strlen(cases[i].cluster);
        int width = display_cluster(cases[i].cluster, length, drawn);
        if (width != cases[i].width || strcmp(drawn, cases[i].drawn) != 0)
            g_error("case %zu: “%s” drawn as “%s”, %d wide", i, cases[i].cluster, drawn, width);
        g_assert_cmpint(cluster_width(cases[i].cluster, length), ==, width);
    }
}

/* Whatever the cluster: the drawing fits, is safe, and its characters add up to its width. */
static void
test_noise(void)
{
    static const gunichar letters[] = {
        'a', ' ', 0xe9, 0x301, 0x4e2d, 0x1100, 0x1161, 0x11a8, 0xac00, 0x200b, 0x200d, 0xfe0f, 0x20e3, 0x1f469, 0x1f467, 0x1f3fd,
        0x1f1e6, 0x1f1ff, 0x2764, 0x915, 0x94d, 0x93f, 0xbca, 0xad, 0x600, 0xe0067, 0x3099, 0x2028, 0x1d165, 0xfdfa,
    };
    g_autoptr(GRand) random = g_rand_new_with_seed(11);
    for (int round = 0; round < 50000; round++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (int i = g_rand_int_range(random, 1, 12); i > 0; i--)
            g_string_append_unichar(text, letters[g_rand_int_range(random, 0, G_N_ELEMENTS(letters))]);
        int total = 0;
        for (gsize at = 0; at < text->len;) {
            gsize next = cluster_next(text->str, text->len, at);
            char drawn[DISPLAY_MAX];
            int width = display_cluster(text->str + at, next - at, drawn), sum = 0;
            g_assert_cmpint(width, ==, cluster_width(text->str + at, next - at));
            g_assert_true(width >= 0 && width <= 2);
            g_assert_cmpuint(strlen(drawn), <, DISPLAY_MAX);
            g_assert_cmpint(g_utf8_strlen(drawn, -1), <=, 5);
            for (const char *s = drawn; *s != '\0'; s = g_utf8_next_char(s))
                sum += char_width(g_utf8_get_char(s));
            g_assert_cmpint(sum, ==, width);
            g_assert_true((width == 0) == (*drawn == '\0'));
            total += width;
            at = next;
        }
        g_assert_cmpint(display_width(text->str, text->len), ==, total);
    }
}

static void
test_fit(void)
{
    const char *text = "a中e\u0301🇦🇿b";
    static const gsize ends[] = {0, 1, 1, 4, 7, 7, 15, 16, 16};
    for (int cells = 0; cells < (int)G_N_ELEMENTS(ends); cells++)
        g_assert_cmpuint(display_fit(text, strlen(text), cells), ==, ends[cells]);
    g_assert_cmpuint(display_fit(text, strlen(text), -3), ==, 0);
    g_assert_cmpint(display_width(text, strlen(text)), ==, 7);
    g_assert_cmpint(display_width("e\u0301", 1), ==, 1); /* the length counts, not the NUL */
}

static void
test_ellipsize(void)
{
    static const struct {
        const char *text;
        int cells;
        const char *want;
    } cases[] = {
        {"title", 5, "title"}, {"title", 4, "tit…"}, {"title", 1, "…"}, {"title", 0, ""},      {"", 0, ""},          {"中文字", 6, "中文字"},
        {"中文字", 5, "中文…"}, {"中文字", 4, "中…"}, {"中文字", 2, "…"}, {"two words", 5, "two…"}, {"a\nb", 2, "a\nb"}, {"title", -1, ""},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *got = display_ellipsize(cases[i].text, cases[i].cells);
        g_assert_cmpstr(got, ==, cases[i].want);
    }
}

static void
test_utf8(void)
{
    const char *text = "aé中😀";
    static const gunichar want[] = {'a', 0xe9, 0x4e2d, 0x1f600};
    gsize at = 0, length = strlen(text);
    for (gsize i = 0; i < 4; i++) {
        g_assert_cmpuint(utf8_peek(text, length, at), ==, want[i]);
        g_assert_cmpuint(utf8_next(text, &at), ==, want[i]);
    }
    g_assert_cmpuint(at, ==, length);
    g_assert_cmpuint(utf8_peek(text, length, at), ==, 0);
    for (gsize i = 4; i-- > 0;)
        g_assert_cmpuint(utf8_previous(text, &at), ==, want[i]);
    g_assert_cmpuint(at, ==, 0);
}

/* Counting goes by words, and by 255 words before the sums are taken: around both sizes, at every alignment. */
static void
test_count(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    while (text->len < 5000)
        g_string_append(text, "é中😀x");
    for (gsize start = 0; start < 10; start++) {
        for (gsize end = start; end < text->len - 10; end = end < 40 || (end > 2030 && end < 2060) ? end + 1 : end + 7) {
            gsize want = 0;
            for (gsize i = start; i < end; i++)
                want += ((guchar)text->str[i] & 0xc0) != 0x80;
            g_assert_cmpuint(utf8_count(text->str + start, end - start), ==, want);
        }
    }
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/text/width/characters", test_characters);
    g_test_add_func("/text/width/categories", test_categories);
    g_test_add_func("/text/display/clusters", test_clusters);
    g_test_add_func("/text/display/noise", test_noise);
    g_test_add_func("/text/display/fit", test_fit);
    g_test_add_func("/text/display/ellipsize", test_ellipsize);
    g_test_add_func("/text/utf8/walk", test_utf8);
    g_test_add_func("/text/utf8/count", test_count);
    return g_test_run();
}
