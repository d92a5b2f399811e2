/* text/cluster: the short cut for plain characters changes nothing, and the bounded window agrees with the whole paragraph. */
#include "text/cluster.h"

#include <string.h>

#include "tests/test.h"

/* The text with a bar before each cluster but the first. */
static char *
bars(const char *text)
{
    gsize length = strlen(text);
    g_autofree char *breaks = g_malloc(length + 1);
    memset(breaks, 7, length + 1);
    cluster_breaks(text, length, breaks);
    g_assert_cmpint(breaks[length], ==, 7); /* nothing behind the end is written */
    GString *out = g_string_new(NULL);
    for (gsize i = 0; i < length; i++) {
        g_assert_true(breaks[i] == 0 || breaks[i] == 1);
        if (breaks[i] && i > 0)
            g_string_append_c(out, '|');
        g_string_append_c(out, text[i]);
    }
    return g_string_free(out, FALSE);
}

static void
test_breaks(void)
{
    static const char *const cases[] = {
        "", "a", "a|b|c", "a|\r\n|b", "a|\n|\r|b", "\r\n|\r\n", "e\u0301", "a|e\u0301\u0323|b", "\u0301|a", "中|文", "か\u3099|き",
        "한|국", "\u1112\u1161\u11ab|\u1100\u116e", "가\u11a8|나", "👩‍👩‍👧|x", "x|👩‍🚀|👩", "👍🏽|👍", "❤️|x", "1️⃣|2", "🇦🇿|🇨🇳|🇺🇸", "🇦🇿|🇨",
        "a|🇦🇿|b", "क्|षि", "ก|ข\u0e33|x", "\u06001|2", "“|a|”", "©|a", "a\u200d|b", "x|\u200b|y", "a|\u00ad|b", "🏴󠁧󠁢󠁥󠁮󠁧󠁿|🏴", "ا\u064b|ب", "א\u05b0|ב",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(GStrv) parts = g_strsplit(cases[i], "|", -1);
        g_autofree char *text = g_strjoinv("", parts), *got = bars(text);
        if (strcmp(got, cases[i]) != 0)
            g_error("got %s, want %s", got, cases[i]);
    }
}

static const gunichar letters[] = {
    'a', ' ', '\r', '\n', '\t', 0x301, 0xe9, 0x416, 0x4e2d, 0x200d, 0x1f469, 0x1f467, 0x1f3fb, 0x1f1e6, 0x1f1fa, 0xfe0f, 0x20e3, 0x600, 0x1100,
    0x1161, 0x11a8, 0xac00, 0xac01, 0x915, 0x94d, 0x937, 0x93f, 0xa9, 0xad, 0x200b, 0x2764, 0x5d0, 0x5b0, 0x627, 0x64b, 0xe01, 0xe33, 0x110bd,
};

/* The functions with a bounded window against the clusters of the whole text, at every offset. */
static void
test_window(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(3);
    for (int round = 0; round < 30000; round++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (int i = g_rand_int_range(random, 1, 30); i > 0; i--)
            g_string_append_unichar(text, letters[g_rand_int_range(random, 0, G_N_ELEMENTS(letters))]);
        char breaks[200];
        cluster_breaks(text->str, text->len, breaks);
        g_assert_cmpint(breaks[0], ==, 1);
        for (gsize at = 0; at < text->len;) {
            gsize next = at + 1;
            while (next < text->len && !breaks[next])
                next++;
            g_assert_cmpuint(cluster_next(text->str, text->len, at), ==, next);
            g_assert_cmpuint(cluster_previous(text->str, text->len, next), ==, at);
            for (gsize inside = at; inside < next; inside++)
                g_assert_cmpuint(cluster_start(text->str, text->len, inside), ==, at);
            at = next;
        }
    }
}

/* The same clusters with something plain around them and without: the run that goes to the library must be long enough on both sides. */
static void
test_surroundings(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(5);
    for (int round = 0; round < 30000; round++) {
        g_autoptr(GString) text = g_string_new("zz");
        for (int i = g_rand_int_range(random, 1, 12); i > 0; i--)
            g_string_append_unichar(text, letters[g_rand_int_range(random, 0, G_N_ELEMENTS(letters))]);
        gsize end = text->len;
        g_string_append(text, "zzz");
        char whole[200], alone[200];
        cluster_breaks(text->str, text->len, whole);
        cluster_breaks(text->str, end, alone);
        g_assert_cmpmem(whole, end, alone, end);
    }
}

static void
test_ends(void)
{
    g_assert_cmpuint(cluster_next("abc", 3, 3), ==, 3);
    g_assert_cmpuint(cluster_next("abc", 3, 9), ==, 3);
    g_assert_cmpuint(cluster_next("", 0, 0), ==, 0);
    g_assert_cmpuint(cluster_previous("abc", 3, 0), ==, 0);
    g_assert_cmpuint(cluster_start("abc", 3, 0), ==, 0);
    g_assert_cmpuint(cluster_start("abc", 3, 3), ==, 3);
    g_assert_cmpuint(cluster_start("abc", 3, 50), ==, 3);
}

/* A letter with 100,000 accents: the functions with a window cut it, but always between characters, and get through. */
static void
test_endless_cluster(void)
{
    g_autoptr(GString) text = g_string_new("e");
    for (int i = 0; i < 100000; i++)
        g_string_append(text, "\u0301");
    g_string_append(text, "x");
    g_autofree char *breaks = g_malloc(text->len);
    cluster_breaks(text->str, text->len, breaks);
    gsize count = 0;
    for (gsize i = 0; i < text->len; i++)
        count += breaks[i] == 1;
    g_assert_cmpuint(count, ==, 2);
    gsize steps = 0;
    for (gsize at = 0; at < text->len; steps++) {
        gsize next = cluster_next(text->str, text->len, at);
        g_assert_cmpuint(next, >, at);
        g_assert_true(next == text->len || ((guchar)text->str[next] & 0xc0) != 0x80);
        at = next;
    }
    g_assert_cmpuint(steps, <, 1000);
    for (gsize at = text->len; at > 0;) {
        gsize before = cluster_previous(text->str, text->len, at);
        g_assert_cmpuint(before, <, at);
        g_assert_true(((guchar)text->str[before] & 0xc0) != 0x80);
        at = before;
    }
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/text/cluster/breaks", test_breaks);
    g_test_add_func("/text/cluster/window", test_window);
    g_test_add_func("/text/cluster/surroundings", test_surroundings);
    g_test_add_func("/text/cluster/ends", test_ends);
    g_test_add_func("/text/cluster/endless", test_endless_cluster);
    return g_test_run();
}
