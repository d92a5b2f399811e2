/* Lines for a pipe: where they break, and that nothing is lost in a paragraph larger than a window. */
#include "export/wrap.h"

#include <string.h>

#include "tests/test.h"
#include "text/display.h"

typedef struct {
    const char *text;
    int width;
    GString *out;
    gsize n_lines, widest, end;
} Lines;

static gboolean
collect(gpointer data, gsize start, gsize end)
{
    Lines *lines = data;
    g_assert_cmpuint(start, >=, lines->end);
    g_assert_cmpuint(end, >=, start);
    lines->end = end;
    lines->n_lines++;
    lines->widest = MAX(lines->widest, (gsize)display_width(lines->text + start, end - start));
    g_string_append_len(lines->out, lines->text + start, (gssize)(end - start));
    g_string_append_c(lines->out, '|');
    return TRUE;
}

static char *
wrapped(const char *text, int width)
{
    Lines lines = {.text = text, .width = width, .out = g_string_new(NULL)};
    wrap_text(text, strlen(text), width, collect, &lines);
    return g_string_free(lines.out, FALSE);
}

static void
assert_wrapped(const char *text, int width, const char *want)
{
    g_autofree char *got = wrapped(text, width);
    g_assert_cmpstr(got, ==, want);
}

static void
test_spaces(void)
{
    assert_wrapped("one two three", 7, "one two|three|");
    assert_wrapped("one two three", 13, "one two three|");
    assert_wrapped("one   two", 4, "one|two|");
    assert_wrapped("", 10, "");
    assert_wrapped("one two ", 7, "one two|");
}

static void
test_newlines(void)
{
    assert_wrapped("one\ntwo", 10, "one|two|");
    assert_wrapped("one\n\ntwo", 10, "one||two|");
    assert_wrapped("one two\nthree", 5, "one|two|three|");
}

static void
test_long_words(void)
{
    assert_wrapped("abcdefghij", 4, "abcd|efgh|ij|");
    assert_wrapped("ab abcdefghij cd", 4, "ab|abcd|efgh|ij|cd|");
    assert_wrapped("漢字漢字漢", 4, "漢字|漢字|漢|");
    assert_wrapped("漢字", 1, "漢|字|");
}

static void
test_clusters_stay_whole(void)
{
    assert_wrapped("ae\u0301ae\u0301", 3, "ae\u0301a|e\u0301|");
    assert_wrapped("👨‍👩‍👧👨‍👩‍👧", 3, "👨‍👩‍👧|👨‍👩‍👧|");
}

static void
count_words(const char *unit, gsize size, gsize *n_bytes)
{
    GString *text = g_string_new(NULL);
    while (text->len < size)
        g_string_append(text, unit);
    Lines lines = {.text = text->str, .out = g_string_new(NULL)};
    wrap_text(text->str, text->len, 40, collect, &lines);
    g_assert_cmpuint(lines.widest, <=, 40);
    *n_bytes = 0;
    gsize in_text = 0;
    for (gsize i = 0; i < lines.out->len; i++)
        *n_bytes += lines.out->str[i] != '|' && lines.out->str[i] != ' ';
    for (gsize i = 0; i < text->len; i++)
        in_text += text->str[i] != ' ';
    g_assert_cmpuint(*n_bytes, ==, in_text);
    g_string_free(lines.out, TRUE);
    g_string_free(text, TRUE);
}

/* Paragraphs of many windows: every byte but the spaces at line ends comes out, in lines that are no wider. */
static void
test_windows(void)
{
    gsize bytes;
    count_words("the brown fox (see EDM, May 14) jumps. ", 300000, &bytes);
    count_words("x", 300000, &bytes);
    count_words("漢字", 300000, &bytes);
    count_words("a\u0301", 300000, &bytes);
}

/* A cluster of a megabyte is one line: no line ends in any window. */
static void
test_endless_cluster(void)
{
    GString *text = g_string_new("Z");
    while (text->len < 1000000)
        g_string_append(text, "\u0301");
    Lines lines = {.text = text->str, .out = g_string_new(NULL)};
    wrap_text(text->str, text->len, 40, collect, &lines);
    g_assert_cmpuint(lines.n_lines, ==, 1);
    g_assert_cmpuint(lines.out->len, ==, text->len + 1);
    g_string_free(lines.out, TRUE);
    g_string_free(text, TRUE);
}

static gboolean
stop(gpointer data, gsize start, gsize end)
{
    return --*(int *)data > 0;
}

static void
test_stops(void)
{
    int left = 2;
    wrap_text("a b c d e f", 11, 1, stop, &left);
    g_assert_cmpint(left, ==, 0);
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/export/wrap/spaces", test_spaces);
    g_test_add_func("/export/wrap/newlines", test_newlines);
    g_test_add_func("/export/wrap/long-words", test_long_words);
    g_test_add_func("/export/wrap/clusters", test_clusters_stay_whole);
    g_test_add_func("/export/wrap/windows", test_windows);
    g_test_add_func("/export/wrap/endless-cluster", test_endless_cluster);
    g_test_add_func("/export/wrap/stops", test_stops);
    return g_test_run();
}
