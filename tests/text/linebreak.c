/* text/linebreak: a table of texts with "|" at every place where a line may begin. */
#include "text/linebreak.h"

#include <string.h>

#include "text/cluster.h"
#include "tests/test.h"

static char *
without_bars(const char *marked)
{
    GString *text = g_string_new(NULL);
    for (const char *s = marked; *s != '\0'; s++) {
        if (*s != '|')
            g_string_append_c(text, *s);
    }
    return g_string_free(text, FALSE);
}

static void
test_table(void)
{
    static const char *const cases[] = {
        "",
        "word",
        "one |two  |three",
        "end ",
        "one\t|two",
        /* stops inside words */
        "see |e.g. |this, |i.e. |that",
        "the |U.S. |and |the |U.S.-|China |talks",
        "at |doi.org |and |Report.az.",
        "1,000 |or |3.5 |or |12:30 |or |$1.5 |billion",
        "wait...what",
        /* numbers */
        "in |2025-26 |and |2025–26 |and |COVID-19",
        "100% |of |$5 |and |€7 |and |№ |6",
        /* slashes and addresses */
        "and/or |km/h |24/7",
        "https://www.example.com/|one/|two-|three/|2025/|05|?id=5|&x=y|#part |on",
        "(https://example.com/|a/|b).",
        "www.example.com/|news |on",
        "ministers/|secretaries/|ambassadors/|envoys |on",
        /* dashes */
        "he—|no—|that",
        "one – |two — |three",
        "well-|known, |half-|time",
        "-option |--option |(-x)",
        "10–|Year" /* only between digits */,
        /* quotes and brackets */
        "“one |two” |three",
        "say |“yes”, |then |‘no’ |end",
        "« mot » |et |«mot»",
        "„so“ |und |”x” |y",
        "\"one |two\" |three",
        "the |deal |“as |agreed” |(Global |Times, |February |4)",
        "the |deal\" |(Global |Times)",
        "word(s) |f(x) |a[1] |end.[2] |More",
        "end.” |[3] |more",
        "don’t |’tis |it’s",
        "(a) |(b) |[c]",
        /* glue */
        "No.\u00a06 |on |p.\u202f7",
        "a\u2060b |c",
        "zero\u200b|width",
        "soft\u00ad|hyphen",
        /* other scripts */
        "中|文|字，|没|有|空|格。",
        "他|说：|“好。”|然|后",
        "（“引|号”），|“好”！|“好”",
        "（新|华|社）|报|道",
        "Слова |по-|русски",
        "한|국|어",
        /* clusters */
        "e\u0301 |e\u0301",
        "👩‍👩‍👧|👍🏽|🇦🇿|🇨🇳",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text = without_bars(cases[i]);
        gsize length = strlen(text);
        g_autofree char *breaks = g_malloc(length + 1);
        breaks[length] = 9;
        line_breaks(text, length, breaks);
        g_assert_cmpint(breaks[length], ==, 9);
        g_autoptr(GString) got = g_string_new(NULL);
        for (gsize at = 0; at < length; at++) {
            g_assert_cmpint(breaks[at], !=, LINE_BREAK_MANDATORY);
            if (breaks[at] == LINE_BREAK_ALLOWED)
                g_string_append_c(got, '|');
            g_string_append_c(got, text[at]);
        }
        if (strcmp(got->str, cases[i]) != 0) {
            g_test_message("got  %s\nwant %s", got->str, cases[i]);
            g_test_fail();
        }
    }
}

static void
test_mandatory(void)
{
    const char *text = "one\ntwo\n\nthree\r\nfour\rfive\n";
    gsize length = strlen(text);
    g_autofree char *breaks = g_malloc(length);
    line_breaks(text, length, breaks);
    for (gsize i = 0; i < length; i++) {
        if (i > 0 && text[i - 1] == '\n')
            g_assert_cmpint(breaks[i], ==, LINE_BREAK_MANDATORY);
        else
            g_assert_cmpint(breaks[i], ==,
                            i > 0 && text[i - 1] == '\r' && text[i] != '\n' ? LINE_BREAK_ALLOWED : LINE_BREAK_NONE);
    }
}

/* No line begins inside a cluster, with white space, or with what closes; none begins at the very start. */
static void
test_noise(void)
{
    static const char *const pieces[] = {
        "a", "word",   " ",      "  ", "\n",     ".",   ",",      ")",       "(",      "“",           "”",        "-",
        "—", "/",      "://",    "1",  "2.5",    "中",  "。",     "e\u0301", "\u0301", "👩‍👧", "👍🏽", "🇦🇿",
        "🇦", "\u200d", "\ufe0f", "가", "\u1161", "क्षि", "\u00a0", "?",       "www.",   "[1]",         "’",
    };
    g_autoptr(GRand) random = g_rand_new_with_seed(17);
    for (int round = 0; round < 30000; round++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (int i = g_rand_int_range(random, 1, 25); i > 0; i--)
            g_string_append(text, pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
        g_autofree char *lines = g_malloc(text->len), *clusters = g_malloc(text->len);
        line_breaks(text->str, text->len, lines);
        cluster_breaks(text->str, text->len, clusters);
        for (gsize i = 0; i < text->len; i++) {
            if (lines[i] == LINE_BREAK_NONE)
                continue;
            g_assert_cmpuint(i, >, 0);
            if (!clusters[i])
                g_error("a line begins inside a cluster, at byte %zu of “%s”", i, text->str);
            if (lines[i] == LINE_BREAK_MANDATORY) {
                g_assert_cmpint(text->str[i - 1], ==, '\n');
                continue;
            }
            if (strchr(" \n.,)", text->str[i]) != NULL)
                g_error("a line begins with a closing sign or a space, at byte %zu of “%s”", i, text->str);
            g_assert_false(g_str_has_prefix(text->str + i, "。"));
        }
    }
}

/* A megabyte without a space, of slashes, of brackets, of quotes: all in linear time (the harness would stop a quadratic one). */
static void
test_large(void)
{
    static const char *const pieces[] = {"a", "/", "a/", "(", "“ ", "http://", ".", "中", "\u0301", "🇦", "- ", "\n"};
    for (gsize i = 0; i < G_N_ELEMENTS(pieces); i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        while (text->len < 1000000)
            g_string_append(text, pieces[i]);
        g_autofree char *breaks = g_malloc(text->len);
        gint64 start = test_cpu_time();
        line_breaks(text->str, text->len, breaks);
        g_assert_cmpint(test_cpu_time() - start, <, 5 * G_USEC_PER_SEC);
        g_assert_cmpint(breaks[0], ==, LINE_BREAK_NONE);
    }
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/text/linebreak/table", test_table);
    g_test_add_func("/text/linebreak/mandatory", test_mandatory);
    g_test_add_func("/text/linebreak/noise", test_noise);
    g_test_add_func("/text/linebreak/large", test_large);
    return g_test_run();
}
