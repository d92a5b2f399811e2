/* The door out: pieces, safety, JSON strings, CSV cells, the first error. */
#include "export/sink.h"

#include <string.h>

#include "base/error.h"
#include "tests/test.h"

static char *
csv(const char *first, const char *second)
{
    GString *got = g_string_new(NULL);
    Sink sink;
    sink_begin(&sink, export_append, got);
    sink_csv(&sink, first, TRUE);
    sink_csv(&sink, second, FALSE);
    sink_csv_end(&sink);
    g_assert_true(sink_end(&sink, NULL));
    return g_string_free(got, FALSE);
}

static void
assert_csv(const char *first, const char *second, const char *want)
{
    g_autofree char *got = csv(first, second);
    g_assert_cmpstr(got, ==, want);
}

static void
test_csv(void)
{
    assert_csv("plain", NULL, "plain,\r\n");
    assert_csv("a,b", "say \"x\"", "\"a,b\",\"say \"\"x\"\"\"\r\n");
    assert_csv("two\nlines", " led", "\"two\nlines\",\" led\"\r\n");
    assert_csv("=1+1", "+49", "'=1+1,'+49\r\n");
    assert_csv("-2", "@sum", "'-2,'@sum\r\n");
    assert_csv("=a,b", "\t=1", "\"'=a,b\",\"'\t=1\"\r\n");
    assert_csv("a\033b", "\xff", "a␛b,\ufffd\r\n");
    assert_csv("", "a=b", ",a=b\r\n");
}

static void
test_json_string(void)
{
    GString *got = g_string_new(NULL), *text = g_string_new(NULL);
    /* Longer than the pieces that it is written in, with a character of several bytes across each border. */
    while (text->len < 200000)
        g_string_append(text, "😀\"\\\n");
    Sink sink;
    sink_begin(&sink, export_append, got);
    sink_json_string(&sink, text->str, text->len);
    g_assert_true(sink_end(&sink, NULL));
    json_error_t fault;
    json_t *value = json_loadb(got->str, got->len, JSON_DECODE_ANY, &fault);
    g_assert_nonnull(value);
    g_assert_cmpstr(json_string_value(value), ==, text->str);
    json_decref(value);
    g_string_free(got, TRUE);
    g_string_free(text, TRUE);
}

static void
test_safe(void)
{
    GString *got = g_string_new(NULL);
    Sink sink;
    sink_begin(&sink, export_append, got);
    g_string_append(sink.out, "a\033]0;x\007b\xc2\x9b"
                              "31mc\xff\n\t\u202e");
    g_assert_true(sink_end(&sink, NULL));
    g_assert_cmpstr(got->str, ==, "a␛]0;x␇b\ufffd31mc\ufffd\n\t\ufffd");
    g_string_free(got, TRUE);
}

static gboolean
refuse(gpointer data, const char *bytes, gsize length, GError **error)
{
    ++*(int *)data;
    g_set_error(error, IBID_ERROR, IBID_ERROR_WRITE, "standard output: full; make room");
    return FALSE;
}

static void
test_first_error(void)
{
    int calls = 0;
    g_autoptr(GError) error = NULL;
    Sink sink;
    sink_begin(&sink, refuse, &calls);
    for (int i = 0; i < 40000; i++) {
        g_string_append(sink.out, "some bytes");
        sink_flow(&sink);
    }
    g_assert_false(sink_end(&sink, &error));
    g_assert_error(error, IBID_ERROR, IBID_ERROR_WRITE);
    g_assert_cmpint(calls, ==, 1);
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/export/sink/csv", test_csv);
    g_test_add_func("/export/sink/json-string", test_json_string);
    g_test_add_func("/export/sink/safe", test_safe);
    g_test_add_func("/export/sink/first-error", test_first_error);
    return g_test_run();
}
