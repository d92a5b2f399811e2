/* The headless driver: scripts of keys and commands, dumps, and what is said about a line that cannot be run. */
#include "headless/headless.h"

#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "doc/dump.h"
#include "tests/test.h"

static char *
run(const char *script, GError **error)
{
    g_autofree char *path = test_path("tests/cli/fixtures/salt.txt");
    g_autoptr(Article) article = article_open(path, NULL, NULL);
    g_assert_nonnull(article);
    g_autoptr(Session) session = session_new("monochrome");
    session_show(session, article);
    GString *out = g_string_new(NULL);
    gboolean well = headless_run(session, 100, 30, script, "a.script", out, error);
    g_assert_true(well == (error == NULL || *error == NULL));
    return g_string_free(out, FALSE);
}

static guint
count_lines(const char *text)
{
    guint n = 0;
    for (; *text; text++)
        n += *text == '\n';
    return n;
}

static void
assert_fault(const char *script, const char *start)
{
    g_autoptr(GError) error = NULL;
    g_free(run(script, &error));
    g_assert_error(error, IBID_ERROR, IBID_ERROR_USAGE);
    if (!g_str_has_prefix(error->message, start))
        g_test_message("got: %s", error->message);
    g_assert_true(g_str_has_prefix(error->message, start));
}

/* Without a dump in the script the last screen is printed, with all idle work done. */
static void
test_last_screen(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *out = run("", &error);
    g_assert_no_error(error);
    g_assert_cmpuint(count_lines(out), ==, 30);
    g_assert_nonnull(strstr(out, "Salt Finds Its Way to Sampleport"));
    g_assert_nonnull(strstr(out, "CITATIONS"));
    g_assert_nonnull(strstr(out, "Example Times"));
    g_autofree char *again = run("# nothing\n\n   \n", &error);
    g_assert_no_error(error);
    g_assert_cmpstr(out, ==, again);
}

static void
test_dumps(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *one = run(":dump-screen", &error), *last = run("", &error),
                    *two = run(":dump-screen\nG\n:dump-screen\n", &error);
    g_assert_no_error(error);
    g_assert_cmpstr(one, ==, last);
    g_assert_cmpuint(count_lines(two), ==, 60);
    g_assert_true(g_str_has_prefix(two, one));
    g_autofree char *path = test_path("tests/cli/fixtures/salt.txt"), *both = run(":dump-document", &error);
    g_assert_no_error(error);
    g_autoptr(Article) article = article_open(path, NULL, NULL);
    g_autofree char *document = document_dump(article_document(article));
    g_assert_true(g_str_has_prefix(both, document));
    g_assert_true(g_str_has_suffix(both, last));
}

static void
test_files(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp("ibid-XXXXXX", NULL), *text = g_build_filename(folder, "a.txt", NULL),
                    *picture = g_build_filename(folder, "a.svg", NULL), *read = NULL, *drawn = NULL;
    g_autofree char *script = g_strdup_printf(":dump-screen %s\n:dump-screen %s\n", text, picture);
    g_autofree char *out = run(script, &error), *screen = run("", &error);
    g_assert_no_error(error);
    g_assert_cmpstr(out, ==, "");
    g_assert_true(g_file_get_contents(text, &read, NULL, NULL));
    g_assert_cmpstr(read, ==, screen);
    g_assert_true(g_file_get_contents(picture, &drawn, NULL, NULL));
    g_assert_nonnull(strstr(drawn, "<svg"));
    unlink(text);
    unlink(picture);
    rmdir(folder);
}

/* Keys go through the real key map, commands through the real dispatcher, and a colon that is a key has a backslash. */
static void
test_keys(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *keys = run("]c\n", &error), *command = run(":next-citation\n", &error),
                    *typed = run("\\:next-citation<Enter>\n", &error), *still = run("", &error),
                    *counted = run("2]c", &error), *twice = run("]c]c", &error);
    g_assert_no_error(error);
    g_assert_cmpstr(keys, !=, still);
    g_assert_cmpstr(command, ==, keys);
    g_assert_cmpstr(typed, ==, keys);
    g_assert_cmpstr(counted, ==, twice);
}

static void
test_quits(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *out = run("ZZ\n:no-such-command\n", &error);
    g_assert_no_error(error);
    g_assert_cmpuint(count_lines(out), ==, 30);
}

static void
test_faults(void)
{
    assert_fault("j\n\n<C-\n", "a.script:3: ");
    assert_fault("# a comment\n:no-such-command\n", "a.script:2: ");
    assert_fault(":set measure=5000", "a.script:1: measure: ");
    assert_fault(":dump-screen /nonexistent/folder/a.txt", "a.script:1: ");
}

/* What was printed before a fault is not lost. */
static void
test_fault_keeps_output(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *out = run(":dump-screen\n:no-such-command\n", &error);
    g_assert_error(error, IBID_ERROR, IBID_ERROR_USAGE);
    g_assert_cmpuint(count_lines(out), ==, 30);
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/headless/last-screen", test_last_screen);
    g_test_add_func("/headless/dumps", test_dumps);
    g_test_add_func("/headless/files", test_files);
    g_test_add_func("/headless/keys", test_keys);
    g_test_add_func("/headless/quits", test_quits);
    g_test_add_func("/headless/faults", test_faults);
    g_test_add_func("/headless/fault-keeps-output", test_fault_keeps_output);
    return g_test_run();
}
