/* base/process: fed, judged by the exit status, never waited for too long. */
#include "base/process.h"

#include <signal.h>
#include <string.h>

#include <glib/gstdio.h>

#include "base/error.h"
#include "tests/test.h"

static gboolean
run(const char *script, const char *input, gsize length, int timeout_ms, GError **error)
{
    const char *argv[] = {"sh", "-c", script, NULL};
    return process_feed(argv, input, length, timeout_ms, error);
}

static void
test_input_arrives(void)
{
    g_autofree char *folder = g_dir_make_tmp("ibid-process-XXXXXX", NULL),
                    *path = g_build_filename(folder, "got", NULL);
    g_autofree char *script = g_strdup_printf("cat > '%s'", path), *bytes = g_malloc(1000000), *got = NULL;
    for (gsize i = 0; i < 1000000; i++)
        bytes[i] = (char)(i * 13);
    g_autoptr(GError) error = NULL;
    g_assert_true(run(script, bytes, 1000000, 20000, &error));
    g_assert_no_error(error);
    gsize size;
    g_assert_true(g_file_get_contents(path, &got, &size, NULL));
    g_assert_cmpmem(got, size, bytes, 1000000);
    g_unlink(path);
    g_rmdir(folder);
}

static void
test_exit_status(void)
{
    g_autoptr(GError) error = NULL;
    g_assert_true(run("exit 0", "", 0, 20000, &error));
    g_assert_no_error(error);
    g_assert_false(run("exit 3", "", 0, 20000, &error));
    g_assert_error(error, IBID_ERROR, IBID_ERROR_WRITE);
    g_assert_cmpstr(error->message, ==, "sh: failed; run it by hand to see why");
    g_clear_error(&error);
    g_assert_false(run("kill -9 $$", "", 0, 20000, &error));
    g_assert_error(error, IBID_ERROR, IBID_ERROR_WRITE);
}

static void
test_missing(void)
{
    const char *argv[] = {"no-such-program-here\x1b", NULL};
    g_autoptr(GError) error = NULL;
    g_assert_false(process_feed(argv, "x", 1, 1000, &error));
    g_assert_error(error, IBID_ERROR, IBID_ERROR_WRITE);
    g_assert_cmpstr(error->message, ==, "no-such-program-here\u241b: not found; install it, or go without it");
}

/* A folder of PATH that may not be looked into (for root there is none such) hides nothing else, and a program that is nowhere is not there. */
static void
test_closed_folder(void)
{
    g_autofree char *folder = g_dir_make_tmp("ibid-process-XXXXXX", NULL), *before = g_strdup(g_getenv("PATH"));
    g_autofree char *path = g_strdup_printf("%s:%s", folder, before);
    g_assert_cmpint(g_chmod(folder, 0), ==, 0);
    g_setenv("PATH", path, TRUE);
    const char *argv[] = {"no-such-program-here", NULL};
    g_autoptr(GError) error = NULL;
    g_assert_false(process_feed(argv, "x", 1, 1000, &error));
    g_assert_cmpstr(error->message, ==, "no-such-program-here: not found; install it, or go without it");
    g_clear_error(&error);
    g_assert_true(run("exit 0", "", 0, 20000, &error));
    g_setenv("PATH", before, TRUE);
    g_chmod(folder, 0700);
    g_rmdir(folder);
}

/* A file that may not be run. */
static void
test_not_executable(void)
{
    g_autofree char *folder = g_dir_make_tmp("ibid-process-XXXXXX", NULL), *file = g_build_filename(folder, "tool", NULL);
    g_assert_true(g_file_set_contents(file, "", -1, NULL));
    const char *argv[] = {file, NULL};
    g_autoptr(GError) error = NULL;
    g_assert_false(process_feed(argv, "x", 1, 1000, &error));
    g_assert_nonnull(strstr(error->message, "cannot be run; check its permissions"));
    g_unlink(file);
    g_rmdir(folder);
}

/* One that does not read what it gets: no SIGPIPE, and its exit status counts. */
static void
test_does_not_read(void)
{
    g_autofree char *bytes = g_malloc0(1000000);
    g_autoptr(GError) error = NULL;
    g_assert_true(run("exec <&-; exit 0", bytes, 1000000, 20000, &error));
    g_assert_no_error(error);
    sigset_t pending;
    sigpending(&pending);
    g_assert_false(sigismember(&pending, SIGPIPE));
}

static void
test_timeout(void)
{
    g_autofree char *bytes = g_malloc0(1000000);
    g_autoptr(GError) error = NULL;
    gint64 start = g_get_monotonic_time();
    g_assert_false(run("exec sleep 100", bytes, 1000000, 50, &error));
    g_assert_error(error, IBID_ERROR, IBID_ERROR_WRITE);
    g_assert_nonnull(strstr(error->message, "does not answer"));
    g_assert_cmpint(g_get_monotonic_time() - start, <, 50 * G_USEC_PER_SEC);
}

/* The reader blocks signals for itself; the program it runs must not inherit that. */
static void
test_signals(void)
{
    sigset_t blocked, before;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGTERM);
    sigprocmask(SIG_BLOCK, &blocked, &before);
    g_autoptr(GError) error = NULL;
    g_assert_false(run("kill -TERM $$; exit 0", "", 0, 20000, &error));
    g_assert_error(error, IBID_ERROR, IBID_ERROR_WRITE);
    sigprocmask(SIG_SETMASK, &before, NULL);
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/base/process/input-arrives", test_input_arrives);
    g_test_add_func("/base/process/exit-status", test_exit_status);
    g_test_add_func("/base/process/missing", test_missing);
    g_test_add_func("/base/process/closed-folder", test_closed_folder);
    g_test_add_func("/base/process/not-executable", test_not_executable);
    g_test_add_func("/base/process/does-not-read", test_does_not_read);
    g_test_add_func("/base/process/timeout", test_timeout);
    g_test_add_func("/base/process/signals", test_signals);
    return g_test_run();
}
