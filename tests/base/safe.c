/* base/safe: every unsafe character, every form of invalid UTF-8, at every place in and around the blocks that are looked at together. */
#include "base/safe.h"

#include <string.h>

#include "tests/test.h"

/* What may stay as it is, and what may not, by its first byte that must be replaced. */
static const char *const safe_pieces[] = {
    "a", "word ", "\n", "\t", "~", "\xc2\xa0", "é", "ж", "中", "“", "—", "\xe2\x80\xa7", "\xe2\x80\xa8", "\xe2\x80\xaf", "\xe2\x80\x8d",
    "\xe2\x81\xa5", "\xe2\x81\xaa", "\xe2\x82\x8e", "\xd8\x9b", "\xd8\x9d", "\xd9\x9c", "\xed\x9f\xbf", "\xee\x80\x80", "\xe0\xa0\x80", "😀",
    "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf", "\xef\xbf\xbf",
};

static const char *const unsafe_pieces[] = {
    "\x01", "\x08", "\x0b", "\x0c", "\r", "\x1b", "\x1f", "\x7f", "\xc2\x80", "\xc2\x9b", "\xc2\x9f", "\xd8\x9c", "\xe2\x80\x8e",
    "\xe2\x80\x8f", "\xe2\x80\xaa", "\xe2\x80\xae", "\xe2\x81\xa6", "\xe2\x81\xa9", "\x80", "\xbf", "\xc0\x80", "\xc1\xbf", "\xe0\x80\x80",
    "\xe0\x9f\xbf", "\xed\xa0\x80", "\xed\xbf\xbf", "\xf0\x80\x80\x80", "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80",
    "\xf8\x88\x80\x80\x80", "\xfe", "\xff", "\xc3", "\xc3(", "\xe2\x80", "\xe2\x80(", "\xe2(", "\xf0\x9f\x98", "\xf0\x9f\x98(", "\xf0(",
};

/* The same question, answered one character at a time by GLib. */
static gsize
slow_prefix(const char *text, gsize length)
{
    gsize at = 0;
    while (at < length) {
        gunichar c = (guchar)text[at] < 0x80 ? (guchar)text[at] : g_utf8_get_char_validated(text + at, (gssize)(length - at));
        if (c == (gunichar)-1 || c == (gunichar)-2 || safe_is_unsafe(c))
            break;
        at += (guchar)text[at] < 0x80 ? 1 : (gsize)g_utf8_skip[(guchar)text[at]];
    }
    return at;
}

static void
test_every_place(void)
{
    static const char *const fillers[] = {"x", "é", "中", "😀"};
    for (gsize filler = 0; filler < G_N_ELEMENTS(fillers); filler++) {
        for (gsize piece = 0; piece < G_N_ELEMENTS(unsafe_pieces); piece++) {
            for (gsize before = 0; before < 70; before++) {
                g_autoptr(GString) text = g_string_new(NULL);
                for (gsize i = 0; i < before % 4; i++)
                    g_string_append_c(text, 'x');
                while (text->len < before)
                    g_string_append(text, fillers[filler]);
                gsize want = text->len;
                g_string_append(text, unsafe_pieces[piece]);
                g_assert_cmpuint(safe_prefix(text->str, text->len), ==, want);
                for (gsize i = 0; i < 40; i++)
                    g_string_append(text, fillers[filler]);
                g_assert_cmpuint(safe_prefix(text->str, text->len), ==, want);
            }
        }
    }
}

static void
test_mixtures(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(20260218);
    for (int round = 0; round < 60000; round++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (int pieces = g_rand_int_range(random, 0, 60); pieces > 0; pieces--) {
            if (g_rand_int_range(random, 0, 80) == 0)
                g_string_append(text, unsafe_pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(unsafe_pieces))]);
            else
                g_string_append(text, safe_pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(safe_pieces))]);
        }
        if (round % 3 == 0 && text->len > 0)
            text->str[g_rand_int_range(random, 0, (gint32)text->len)] = (char)g_rand_int(random);
        /* A copy without anything behind it: a read beyond the end is seen by the sanitizer. */
        g_autofree char *exact = g_memdup2(text->str, text->len);
        g_assert_cmpuint(safe_prefix(exact, text->len), ==, slow_prefix(exact, text->len));
    }
}

static void
test_nul(void)
{
    char text[100];
    memset(text, 'a', sizeof text);
    text[77] = '\0';
    g_assert_cmpuint(safe_prefix(text, sizeof text), ==, 77);
    g_assert_cmpuint(safe_prefix(NULL, 0), ==, 0);
    g_autoptr(GString) out = g_string_new("");
    safe_append(out, "a\0b", 3);
    g_assert_cmpstr(out->str, ==, "a\u2400b");
}

static void
test_replacements(void)
{
    static const struct {
        const char *from, *to;
    } cases[] = {
        {"", ""},
        {"plain", "plain"},
        {"line\n\ttab", "line\n\ttab"},
        {"\x1b[31mred", "\u241b[31mred"},
        {"a\x7f", "a\u2421"},
        {"\r\n", "\u240d\n"},
        {"\xc2\x9b" "2J", "\ufffd2J"},
        {"\xe2\x80\xae" "abc", "\ufffd" "abc"},
        {"\xd8\x9c", "\ufffd"},
        {"\xff\xfe", "\ufffd\ufffd"},
        {"\xc3", "\ufffd"},
        {"\xe4\xb8(", "\ufffd("},             /* a beginning is one fault */
        {"\xf0\x9f\x98", "\ufffd"},
        {"\xc0\x80", "\ufffd\ufffd"},         /* what can begin nothing is one each */
        {"\xed\xa0\x80", "\ufffd\ufffd\ufffd"},
        {"\xf0\x80\x80\x80", "\ufffd\ufffd\ufffd\ufffd"},
        {"\xf4\x90\x80\x80", "\ufffd\ufffd\ufffd\ufffd"},
        {"\xc3\xc3\xa9", "\ufffdé"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GString) out = g_string_new("<");
        safe_append(out, cases[i].from, -1);
        g_autofree char *want = g_strconcat("<", cases[i].to, NULL);
        g_assert_cmpstr(out->str, ==, want);
        g_assert_cmpuint(safe_prefix(out->str, out->len), ==, out->len);
    }
}

/* Whatever comes in, what comes out is safe, and doing it again changes nothing. */
static void
test_noise(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(7);
    for (int round = 0; round < 3000; round++) {
        char noise[200];
        for (gsize i = 0; i < sizeof noise; i++)
            noise[i] = (char)g_rand_int(random);
        g_autoptr(GString) out = g_string_new(NULL);
        safe_append(out, noise, sizeof noise);
        g_assert_cmpuint(safe_prefix(out->str, out->len), ==, out->len);
        g_assert_true(g_utf8_validate(out->str, (gssize)out->len, NULL));
        g_autofree char *line = safe_line(noise, sizeof noise);
        g_assert_null(strpbrk(line, "\n\t\x1b\x7f"));
        g_autofree char *again = safe_line(line, -1);
        g_assert_cmpstr(again, ==, line);
    }
}

static void
test_line(void)
{
    g_autofree char *line = safe_line("a\nb\tc\x1b]0;title\x07", -1);
    g_assert_cmpstr(line, ==, "a\u240ab\u2409c\u241b]0;title\u2407");
    g_autofree char *part = safe_line("abcdef", 3);
    g_assert_cmpstr(part, ==, "abc");
}

static void
test_single(void)
{
    static const gunichar bad[] = {0, 7, 0x1b, 0x7f, 0x80, 0x9f, 0x61c, 0x200e, 0x200f, 0x202a, 0x202e, 0x2066, 0x2069, 0xd800, 0xdfff, 0x110000};
    static const gunichar good[] = {'\t', '\n', ' ', '~', 0xa0, 0xad, 0x61b, 0x200b, 0x200d, 0x2010, 0x2029, 0x202f, 0x2065, 0x206a, 0xfffd, 0x10ffff};
    for (gsize i = 0; i < G_N_ELEMENTS(bad); i++)
        g_assert_true(safe_is_unsafe(bad[i]));
    for (gsize i = 0; i < G_N_ELEMENTS(good); i++)
        g_assert_false(safe_is_unsafe(good[i]));
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/base/safe/every-place", test_every_place);
    g_test_add_func("/base/safe/mixtures", test_mixtures);
    g_test_add_func("/base/safe/nul", test_nul);
    g_test_add_func("/base/safe/replacements", test_replacements);
    g_test_add_func("/base/safe/noise", test_noise);
    g_test_add_func("/base/safe/line", test_line);
    g_test_add_func("/base/safe/single", test_single);
    return g_test_run();
}
