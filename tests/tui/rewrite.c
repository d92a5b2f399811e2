/* What the rewriter makes of what ncurses writes. */
#include "tui/rewrite.h"

#include <string.h>

#include "tests/test.h"

static const Color red = {.kind = COLOR_RGB, .r = 200, .g = 10, .b = 20}, own = {.kind = COLOR_DEFAULT},
                   green = {.kind = COLOR_INDEX, .index = 2}, brown = {.kind = COLOR_INDEX, .index = 130};

static char *
run(Rewriter *rewriter, const char *raw)
{
    GString *out = g_string_new(NULL);
    rewriter_run(rewriter, raw, strlen(raw), 24, out);
    return g_string_free(out, FALSE);
}

static void
assert_run(Rewriter *rewriter, const char *raw, const char *want)
{
    g_autofree char *got = run(rewriter, raw);
    g_assert_cmpstr(got, ==, want);
}

/* Numbers below 16, and all of them without tokens, are the terminal's own. */
static void
test_plain(void)
{
    static const struct {
        const char *raw, *want;
    } cases[] = {
        {"", ""},
        {"text", "text"},
        {"\033[m\033(B\017text", "text"},
        {"\033[31mred\033[39m", "\033[31mred\033[m"},
        {"\033[31m\033[39m\033[32mgreen\033[m", "\033[32mgreen\033[m"},
        {"\033[38;5;200mpink\033[m", "\033[38;5;200mpink\033[m"},
        {"\033[38:5:200mpink\033[m", "\033[38;5;200mpink\033[m"},
        {"\033[93mbright\033[m", "\033[93mbright\033[m"},
        {"\033[1ma\033[m\033[1mb\033[m", "\033[1mab\033[m"},
        {"\033[0;1;4ma\033[24mb\033[m", "\033[1;4ma\033[24mb\033[m"},
        {"\033[1;2ma\033[0;2mb\033[m", "\033[1;2ma\033[0;2mb\033[m"},
        {"\033[7m \033[m", "\033[7m \033[m"},
        {"\033[31ma\033[m \033[31mb\033[m", "\033[31ma b\033[m"},               /* a space shows no foreground */
        {"\033[41ma\033[m \033[41mb\033[m", "\033[41ma\033[m \033[41mb\033[m"}, /* but a background */
        {"\033[31m  a\033[m", "  \033[31ma\033[m"},
        {"\033[31m \xcc\x81\033[m", "\033[31m \xcc\x81\033[m"}, /* a mark on a space */
        {"\033[31m\033[K\033[m", "\033[K"},
        {"\033[41m\033[K\033[m", "\033[41m\033[K\033[m"},
        {"\033[41m\n\033[m", "\033[41m\n\033[m"},
        {"\033[31m\n\033[m", "\n"},
        {"\033[2;10H\033[5d\r\010", "\033[2;10H\033[5d\r\010"},
        {"\033[1;24r\033[3;20r", "\033[r\033[3;20r"},
        {"\033[?1034h\033[?25l", "\033[?25l"},
        {"\0337\033[3;9r\0338", "\0337\033[3;9r\0338"},
        {"a\033[", "a\033["}, /* cut short: kept as it is */
        {"a\033", "a\033"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Rewriter) rewriter = rewriter_new(FALSE);
        assert_run(rewriter, cases[i].raw, cases[i].want);
    }
}

static void
test_tokens(void)
{
    g_autoptr(Rewriter) rewriter = rewriter_new(TRUE);
    rewriter_forget(rewriter, TRUE);
    rewriter_begin(rewriter);
    g_assert_cmpint(rewriter_token(rewriter, own, 0, NULL), ==, -1);
    g_assert_cmpint(rewriter_token(rewriter, red, 0, NULL), ==, 16);
    g_assert_cmpint(rewriter_token(rewriter, green, 0, NULL), ==, 17);
    g_assert_cmpint(rewriter_token(rewriter, brown, 0, NULL), ==, 18);
    g_assert_cmpint(rewriter_token(rewriter, red, 0, NULL), ==, 16);
    assert_run(rewriter, "\033[38;5;16mx\033[m", "\033[38;2;200;10;20mx\033[m");
    assert_run(rewriter, "\033[38;5;17m\033[48;5;16mx\033[m", "\033[32;48;2;200;10;20mx\033[m");
    assert_run(rewriter, "\033[38;5;18mx\033[m", "\033[38;5;130mx\033[m");
    rewriter_forget(rewriter, FALSE);
    g_assert_cmpint(rewriter_token(rewriter, red, 0, NULL), ==, 16);
    assert_run(rewriter, "\033[38;5;16mx\033[m", "\033[38;5;160mx\033[m");
}

static void
test_links(void)
{
    g_autoptr(Rewriter) rewriter = rewriter_new(TRUE);
    rewriter_begin(rewriter);
    int here = rewriter_token(rewriter, own, 7, "https://example.org/"),
        too = rewriter_token(rewriter, green, 7, "https://example.org/");
    g_assert_cmpint(here, ==, 16);
    g_assert_cmpint(too, ==, 17);
    /* no colour, so nothing but the link; it stays open where the colour changes, and is closed at the end */
    assert_run(rewriter, "a\033[38;5;16mb\033[39mc", "a\033]8;id=7;https://example.org/\033\\b\033]8;;\033\\c");
    assert_run(rewriter, "\033[38;5;16mb\033[38;5;17mc",
               "\033]8;id=7;https://example.org/\033\\b\033[32mc\033]8;;\033\\\033[m");
    g_assert_cmpint(rewriter_token(rewriter, own, 1, "file:///etc/passwd"), ==, -1);
    g_assert_cmpint(rewriter_token(rewriter, green, 1, "ftp:x"), ==, rewriter_token(rewriter, green, 0, NULL));
}

/* Numbers come back after a whole frame without them, never sooner. */
static void
test_recycling(void)
{
    g_autoptr(Rewriter) rewriter = rewriter_new(TRUE);
    rewriter_forget(rewriter, TRUE);
    for (int frame = 0; frame < 20; frame++) {
        rewriter_begin(rewriter);
        gboolean seen[256] = {FALSE};
        for (int i = 0; i < 100; i++) {
            Color color = {.kind = COLOR_RGB, .r = (guint8)frame, .g = (guint8)i};
            int token = rewriter_token(rewriter, color, 0, NULL);
            g_assert_cmpint(token, >=, 16);
            g_assert_cmpint(token, <, 256);
            g_assert_false(seen[token]);
            seen[token] = TRUE;
            /* what the frame before shows keeps its number */
            if (frame > 0 && i < 20) {
                Color before = {.kind = COLOR_RGB, .r = (guint8)(frame - 1), .g = (guint8)i};
                token = rewriter_token(rewriter, before, 0, NULL);
                g_assert_cmpint(token, >=, 16);
                g_assert_false(seen[token]);
                seen[token] = TRUE;
            }
        }
    }
    rewriter_begin(rewriter); /* more in one frame than there are numbers */
    int lost = 0;
    for (int i = 0; i < 300; i++)
        lost += rewriter_token(rewriter,
                               (Color){.kind = COLOR_RGB, .r = 77, .g = (guint8)(i % 256), .b = (guint8)(i / 256)}, 0,
                               NULL) < 0;
    g_assert_cmpint(lost, >, 0);
}

/* A screen of links leaves numbers for colours. */
static void
test_links_leave_room(void)
{
    g_autoptr(Rewriter) rewriter = rewriter_new(TRUE);
    rewriter_begin(rewriter);
    for (guint i = 1; i <= 1000; i++) {
        g_autofree char *url = g_strdup_printf("https://example.org/%u", i);
        g_assert_cmpint(rewriter_token(rewriter, green, i, url), >=, 16);
    }
    for (int i = 0; i < 50; i++)
        g_assert_cmpint(rewriter_token(rewriter, (Color){.kind = COLOR_RGB, .r = (guint8)i}, 0, NULL), >=, 16);
}

/* Whatever comes, it ends, with plain attributes. */
static void
test_rubbish(void)
{
    g_autoptr(Rewriter) rewriter = rewriter_new(TRUE);
    for (int i = 0; i < 2000; i++) {
        static const char alphabet[] = "\033\033\033[[(;;:mKHr?0123456789\n\r\010 aé\017]8";
        g_autoptr(GString) raw = g_string_new(NULL);
        for (int n = g_test_rand_int_range(0, 60); n > 0; n--)
            g_string_append_c(raw, alphabet[g_test_rand_int_range(0, sizeof alphabet - 1)]);
        g_autofree char *out = run(rewriter, raw->str);
        g_assert_cmpuint(strlen(out), <, 4000);
        assert_run(rewriter, "x", "x");
    }
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/rewrite/plain", test_plain);
    g_test_add_func("/rewrite/tokens", test_tokens);
    g_test_add_func("/rewrite/links", test_links);
    g_test_add_func("/rewrite/recycling", test_recycling);
    g_test_add_func("/rewrite/links-leave-room", test_links_leave_room);
    g_test_add_func("/rewrite/rubbish", test_rubbish);
    return g_test_run();
}
