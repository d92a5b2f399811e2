/* Search by pattern: cases, faults with their place, limits that hold on text made to break them, and the way back. */
#include "doc/search.h"

#include <string.h>

#include "base/error.h"
#include "tests/test.h"

static Search *
pattern(const char *query)
{
    g_autoptr(GError) error = NULL;
    Search *search = search_new(query, SEARCH_PATTERN, &error);
    g_assert_no_error(error);
    return search;
}

static const struct {
    const char *query, *text, *found; /* the matches, each followed by "|" */
} cases[] = {
    {"p.rt", "port part PERT", "port|part|PERT|"},
    {"P.rt", "port Part", "Part|"},
    {"P.rt\\c", "port Part", "port|Part|"},
    {"p.rt\\C", "port Part", "port|"},
    {"\\w+", "Ağ dam, 日本", "Ağ|dam|日本|"},
    {"\\bяма\\b", "яма ямас ЯМА", "яма|ЯМА|"},
    {"^b.*$", "a\nbc\nbd\n", "bc|bd|"},
    {"é", "É é e", "É|é|"},
    {".", "日é", "日|é|"},
    /* an empty match is none */
    {"x*", "axxb", "xx|"},
    {"^", "a\nb", ""},
    {"a\\K", "aa", ""},
    {"a\\Kb", "ab ab", "b|b|"},
    {"(?<=a)b", "ab b", "b|"},
    {"a(?=b)", "ab a", "a|"},
    /* upper case in escapes, names and verbs does not make a pattern tell case */
    {"\\S+x", "AX bx", "AX|bx|"},
    {"\\P{Lu}x", "aX", "aX|"},
    {"\\x{E9}", "É", "É|"},
    {"(?<Name>a)\\k<Name>", "AA", "AA|"},
    {"(?P<Name>a)(?P=Name)", "AA", "AA|"},
    {"(*UCP)a", "A", "A|"},
    {"[A-Z]x", "AX Ax", "Ax|"},
    {"(?<=A)b", "AB Ab", "b|"},
    {"\\\\c", "a\\c", "\\c|"},
};

static void
test_cases(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Search) search = pattern(cases[i].query);
        g_autoptr(GString) found = g_string_new(NULL);
        gsize length = strlen(cases[i].text);
        GError *error = NULL;
        Range match = {0, 0};
        while (search_next(search, cases[i].text, match.end, length, &match, &error)) {
            g_string_append_len(found, cases[i].text + match.start, (gssize)range_length(match));
            g_string_append_c(found, '|');
        }
        g_assert_no_error(error);
        if (strcmp(found->str, cases[i].found) != 0)
            g_error("%s in «%s»: found %s, want %s", cases[i].query, cases[i].text, found->str, cases[i].found);
    }
}

static void
test_bounds(void)
{
    const char *text = "one two three";
    g_autoptr(Search) search = pattern("t\\w+");
    Range match;
    g_assert_true(search_next(search, text, 0, 6, &match, NULL));
    g_assert_true(match.start == 4 && match.end == 6);
    g_assert_false(search_next(search, text, 0, 4, &match, NULL));
    g_assert_true(search_next(search, text, 5, 13, &match, NULL));
    g_assert_cmpuint(match.start, ==, 8);
    /* Where the bound is no end of a line, none is taken for one. */
    g_autoptr(Search) at_end = pattern("o$");
    g_assert_false(search_next(at_end, text, 0, 1, &match, NULL));
    g_assert_true(search_next(at_end, text, 0, 7, &match, NULL) == FALSE);
    g_assert_true(search_next(at_end, "one two\nthree", 0, 7, &match, NULL));
    /* What stands before the bound is seen. */
    g_autoptr(Search) behind = pattern("(?<=e )t");
    g_assert_true(search_next(behind, text, 4, 13, &match, NULL));
}

static void
test_faults(void)
{
    static const struct {
        const char *query, *message;
    } faults[] = {
        {"(", "(: missing closing parenthesis at 1; "},
        {"日本[a", "日本[a: missing terminating ] for character class at 4; "},
        {"*", "*: quantifier does not follow a repeatable item at 0; "},
        {"a\\Cb", "a\\Cb: using \\C is disabled by the application at 3; "},
        {"\x1b[", "␛[: missing terminating ] for character class at 2; "},
    };
    for (guint i = 0; i < G_N_ELEMENTS(faults); i++) {
        g_autoptr(GError) error = NULL;
        g_assert_null(search_new(faults[i].query, SEARCH_PATTERN, &error));
        g_assert_error(error, IBID_ERROR, IBID_ERROR_PATTERN);
        if (!g_str_has_prefix(error->message, faults[i].message))
            g_error("got: %s\nwant: %s", error->message, faults[i].message);
    }
    g_autofree char *parentheses = g_strnfill(3000, '(');
    g_autoptr(GError) error = NULL;
    g_assert_null(search_new(parentheses, SEARCH_PATTERN, &error));
    g_assert_error(error, IBID_ERROR, IBID_ERROR_PATTERN);
}

static void
assert_limit(const char *query, const char *text, gsize length, gboolean back)
{
    g_autoptr(Search) search = pattern(query);
    g_autoptr(GError) error = NULL;
    Range match;
    gint64 before = test_cpu_time();
    if (back)
        g_assert_false(search_previous(search, text, 0, length, &match, &error));
    else
        g_assert_false(search_next(search, text, 0, length, &match, &error));
    if (!error)
        g_error("%s meets no limit", query);
    g_assert_error(error, IBID_ERROR, IBID_ERROR_LIMIT);
    g_assert_true(g_str_has_prefix(error->message, query));
    g_assert_nonnull(strstr(error->message, "; "));
    g_assert_cmpint(test_cpu_time() - before, <, 20 * G_USEC_PER_SEC);
}

/* Too much backtracking from one place, and too much from each of a million places. */
static void
test_limits(void)
{
    const gsize length = 4000000;
    g_autofree char *text = g_strnfill(length, 'a');
    assert_limit("(a+)+[bd]", text, 50, FALSE);
    assert_limit("(a|aa)+[bd]", text, 5000, FALSE);
    assert_limit("(a+)+[bd]", text, 50, TRUE);
    assert_limit("(?=[ab]*[cd])a", text, length, FALSE);
    assert_limit("(?=[ab]*[cd])a", text, length, TRUE);
}

/* A long text without a match is no reason to give up. */
static void
test_long(void)
{
    const gsize length = 8000000;
    g_autofree char *text = g_strnfill(length, 'a');
    g_autoptr(Search) search = pattern("a[bc]");
    g_autoptr(GError) error = NULL;
    Range match;
    g_assert_false(search_next(search, text, 0, length, &match, &error));
    g_assert_no_error(error);
    text[length - 2] = 'b';
    g_assert_true(search_next(search, text, 0, length, &match, &error));
    g_assert_cmpuint(match.start, ==, length - 3);
    text[length - 2] = 'a';
    text[1] = 'c';
    g_assert_true(search_previous(search, text, 0, length, &match, &error));
    g_assert_cmpuint(match.start, ==, 0);
}

/* A match that begins just behind the bound is not found backwards, whatever stands before the bound. */
static void
test_previous_bound(void)
{
    g_autoptr(Search) search = pattern("\xef\xbf\xbd?");
    const char *text = "\xef\xbf\xbd\xe2\x90\x88\xef\xbf\xbd";
    Range match;
    g_assert_true(search_previous(search, text, 0, 9, &match, NULL));
    g_assert_cmpuint(match.start, ==, 6);
    g_assert_true(search_previous(search, text, 0, 6, &match, NULL));
    g_assert_cmpuint(match.start, ==, 0);
    g_assert_false(search_previous(search, text, 0, 0, &match, NULL));
}

/* All matches found forwards are found backwards, over texts longer than the chunks of the way back. */
static void
test_previous(void)
{
    static const char *const patterns[] = {"\\w+", "b[^b]*b", "日+", "x$", "^.", "[ab]{2}"};
    static const char *const words[] = {"ab", "b", "日日", "x", " ", "\n", "word", "é"};
    for (guint round = 0; round < 30; round++) {
        g_autoptr(GString) text = g_string_new(NULL);
        guint count = round < 25 ? (guint)g_test_rand_int_range(1, 60) : 9000;
        for (guint i = 0; i < count; i++) {
            g_string_append(text, words[g_test_rand_int_range(0, G_N_ELEMENTS(words))]);
            if (i % 8 == 7)
                g_string_append_c(text, '\n');
        }
        for (guint p = 0; p < G_N_ELEMENTS(patterns); p++) {
            if (p == 1 && count > 60)
                continue; /* its matches go over lines: where they begin depends on where the way begins */
            g_autoptr(Search) search = pattern(patterns[p]);
            g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(Range));
            Range match = {0, 0};
            while (search_next(search, text->str, match.end, text->len, &match, NULL))
                g_array_append_val(matches, match);
            gsize before = text->len;
            for (guint i = matches->len; i-- > 0;) {
                Range want = g_array_index(matches, Range, i);
                g_assert_true(search_previous(search, text->str, 0, before, &match, NULL));
                g_assert_cmpuint(match.start, ==, want.start);
                g_assert_cmpuint(match.end, ==, want.end);
                before = match.start;
            }
            g_assert_false(search_previous(search, text->str, 0, before, &match, NULL));
        }
    }
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/pattern/cases", test_cases);
    g_test_add_func("/pattern/bounds", test_bounds);
    g_test_add_func("/pattern/faults", test_faults);
    g_test_add_func("/pattern/limits", test_limits);
    g_test_add_func("/pattern/long", test_long);
    g_test_add_func("/pattern/previous", test_previous);
    g_test_add_func("/pattern/previous-bound", test_previous_bound);
    return g_test_run();
}
