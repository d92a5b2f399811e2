/* The small ones: base/error, base/json, base/message, base/paths, base/range. */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/json.h"
#include "base/message.h"
#include "base/paths.h"
#include "base/range.h"
#include "tests/test.h"

static void
test_exit_status(void)
{
    static const struct {
        IbidError code;
        int status;
    } cases[] = {
        {IBID_ERROR_NOTHING, 1}, {IBID_ERROR_USAGE, 2}, {IBID_ERROR_READ, 3},    {IBID_ERROR_LIMIT, 3},
        {IBID_ERROR_CONFIG, 2},  {IBID_ERROR_WRITE, 1}, {IBID_ERROR_LIBRARY, 4}, {IBID_ERROR_PATTERN, 2},
    };
    g_assert_cmpint(error_exit_status(NULL), ==, 0);
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = g_error_new_literal(IBID_ERROR, (int)cases[i].code, "x");
        g_assert_cmpint(error_exit_status(error), ==, cases[i].status);
    }
    g_autoptr(GError) usage = g_error_new_literal(G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "x");
    g_assert_cmpint(error_exit_status(usage), ==, 2);
    g_autoptr(GError) other = g_error_new_literal(G_FILE_ERROR, 0, "x");
    g_assert_cmpint(error_exit_status(other), ==, 1);
}

static void
test_json(void)
{
    g_autoptr(json_t) object = json_object();
    json_object_set_new(object, "z", json_string_or_null("é “x” \x01\x1b\x7f\xc2\x9b\xe2\x80\xae\n\"\\"));
    json_object_set_new(object, "a", json_string_or_null(NULL));
    json_object_set_new(object, "n", json_integer(5));
    g_autofree char *line = json_text(object, 0);
    g_assert_cmpstr(line, ==,
                    "{\"z\": \"é “x” \\u0001\\u001B\\u007F\\u009B\\u202E\\n\\\"\\\\\", \"a\": null, \"n\": 5}\n");
    /* What was escaped comes back as it was. */
    g_autoptr(json_t) again = json_loads(line, 0, NULL);
    g_assert_true(json_equal(object, again));
    g_autofree char *indented = json_text(object, 2);
    g_assert_true(g_str_has_prefix(indented, "{\n  \"z\": "));
    g_assert_true(g_str_has_suffix(indented, ",\n  \"a\": null,\n  \"n\": 5\n}\n"));

    g_autoptr(json_t) text = json_string("x");
    g_autofree char *alone = json_text(text, 0);
    g_assert_cmpstr(alone, ==, "\"x\"\n");
}

static void
test_message(void)
{
    int ends[2], saved = dup(STDERR_FILENO);
    g_assert_cmpint(pipe(ends), ==, 0);
    dup2(ends[1], STDERR_FILENO);
    message("%s: cannot be read; give number %d", "a\x1b[2J\nb\xff", 7);
    dup2(saved, STDERR_FILENO);
    close(saved);
    close(ends[1]);
    char got[200] = "";
    g_assert_cmpint(read(ends[0], got, sizeof got - 1), >, 0);
    g_assert_cmpstr(got, ==, "ibid: a\u241b[2J\u240ab\ufffd: cannot be read; give number 7\n");
    close(ends[0]);
}

static void
assert_path(char *got, const char *want)
{
    g_assert_cmpstr(got, ==, want);
    g_free(got);
}

static void
test_paths(void)
{
    g_setenv("IBID_DATADIR", "/data", TRUE);
    assert_path(paths_data("themes", "dark.ini", NULL), "/data/themes/dark.ini");
    g_setenv("IBID_DATADIR", "", TRUE);
    assert_path(paths_data("themes", NULL), IBID_PKGDATADIR "/themes");
    g_unsetenv("IBID_DATADIR");
    assert_path(paths_data("themes", NULL), IBID_PKGDATADIR "/themes");

    g_setenv("HOME", "/home/reader", TRUE);
    g_setenv("XDG_CONFIG_HOME", "/c", TRUE);
    g_setenv("XDG_STATE_HOME", "/s", TRUE);
    assert_path(paths_config("config.ini", NULL), "/c/ibid/config.ini");
    assert_path(paths_state("history", "search", NULL), "/s/ibid/history/search");
    /* The specification: a relative path there is not to be used. */
    g_setenv("XDG_CONFIG_HOME", "c", TRUE);
    g_setenv("XDG_STATE_HOME", "", TRUE);
    assert_path(paths_config("config.ini", NULL), "/home/reader/.config/ibid/config.ini");
    assert_path(paths_state("history", NULL), "/home/reader/.local/state/ibid/history");
    assert_path(path_expand("~"), "/home/reader");
    assert_path(path_expand("~/a b"), "/home/reader/a b");
    assert_path(path_expand("~other/x"), "~other/x");
    assert_path(path_expand("a/~"), "a/~");
    g_unsetenv("XDG_CONFIG_HOME");
    g_unsetenv("XDG_STATE_HOME");
    g_setenv("HOME", "relative", TRUE);
    g_assert_null(paths_config("config.ini", NULL));
    g_unsetenv("HOME");
    g_assert_null(paths_state("history", NULL));
}

static void
test_range(void)
{
    Range a = range_make(2, 6), empty = range_make(4, 4);
    g_assert_cmpuint(range_length(a), ==, 4);
    g_assert_true(range_is_none(RANGE_NONE));
    g_assert_false(range_is_none(a));
    g_assert_true(range_contains(a, 2) && range_contains(a, 5) && !range_contains(a, 6) && !range_contains(a, 1));
    g_assert_true(range_overlaps(a, range_make(5, 9)) && !range_overlaps(a, range_make(6, 9)) &&
                  !range_overlaps(a, empty));
    g_assert_true(range_holds(a, a) && range_holds(a, empty) && !range_holds(a, range_make(1, 3)));
    Range both = range_intersect(a, range_make(4, 9));
    g_assert_true(both.start == 4 && both.end == 6);
    both = range_intersect(a, range_make(8, 9));
    g_assert_true(both.start == 8 && both.end == 8);
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/base/error/exit-status", test_exit_status);
    g_test_add_func("/base/json/text", test_json);
    g_test_add_func("/base/message/safe", test_message);
    g_test_add_func("/base/paths/all", test_paths);
    g_test_add_func("/base/range/all", test_range);
    return g_test_run();
}
