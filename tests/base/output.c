/* base/output: all of it is written, or the error says so. */
#include "base/output.h"

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/error.h"
#include "tests/test.h"

static char *folder;

static gpointer
drain(gpointer data)
{
    GString *got = g_string_new(NULL);
    char buffer[700];
    gssize size;
    while ((size = read(GPOINTER_TO_INT(data), buffer, sizeof buffer)) > 0)
        g_string_append_len(got, buffer, size);
    return got;
}

/* More than a pipe holds, through a descriptor that blocks and one that does not. */
static void
test_pipe(void)
{
    g_autofree char *bytes = g_malloc(300000);
    for (gsize i = 0; i < 300000; i++)
        bytes[i] = (char)(i * 31);
    for (int flags = 0; flags <= O_NONBLOCK; flags += O_NONBLOCK) {
        int ends[2];
        g_assert_cmpint(pipe(ends), ==, 0);
        g_assert_cmpint(fcntl(ends[1], F_SETFL, flags), ==, 0);
        GThread *reader = g_thread_new("reader", drain, GINT_TO_POINTER(ends[0]));
        g_autoptr(GError) error = NULL;
        g_assert_true(output_write(ends[1], bytes, 300000, &error));
        g_assert_no_error(error);
        close(ends[1]);
        g_autoptr(GString) got = g_thread_join(reader);
        g_assert_cmpmem(got->str, got->len, bytes, 300000);
        close(ends[0]);
    }
}

static void
test_closed_pipe(void)
{
    signal(SIGPIPE, SIG_IGN);
    int ends[2];
    g_assert_cmpint(pipe(ends), ==, 0);
    close(ends[0]);
    g_autoptr(GError) error = NULL;
    g_assert_false(output_write(ends[1], "x", 1, &error));
    g_assert_error(error, IBID_ERROR, IBID_ERROR_WRITE);
    g_assert_nonnull(strstr(error->message, "output: Broken pipe; "));
    g_assert_cmpint(error_exit_status(error), ==, 1);
    close(ends[1]);
}

static void
test_full_disk(void)
{
    int fd = open("/dev/full", O_WRONLY | O_CLOEXEC);
    if (fd < 0) {
        g_test_skip("no /dev/full here");
        return;
    }
    g_autoptr(GError) error = NULL;
    g_assert_false(output_write(fd, "x", 1, &error));
    g_assert_error(error, IBID_ERROR, IBID_ERROR_WRITE);
    g_assert_nonnull(strstr(error->message, "No space left on device; free some space"));
    close(fd);
}

static void
assert_file(const char *path, const char *want)
{
    g_autofree char *got = NULL;
    g_assert_true(g_file_get_contents(path, &got, NULL, NULL));
    g_assert_cmpstr(got, ==, want);
}

static guint
count_files(void)
{
    guint count = 0;
    g_autoptr(GDir) names = g_dir_open(folder, 0, NULL);
    while (g_dir_read_name(names) != NULL)
        count++;
    return count;
}

static void
test_file(void)
{
    g_autofree char *path = g_build_filename(folder, "out", NULL);
    g_autoptr(GError) error = NULL;
    g_assert_true(output_file(path, "first\n", 6, &error));
    assert_file(path, "first\n");

    /* Replaced whole, with the mode that it had. */
    g_assert_cmpint(chmod(path, 0640), ==, 0);
    g_assert_true(output_file(path, "2\n", 2, &error));
    assert_file(path, "2\n");
    struct stat info;
    g_assert_cmpint(stat(path, &info), ==, 0);
    g_assert_cmpint(info.st_mode & 07777, ==, 0640);

    g_assert_true(output_file(path, NULL, 0, &error));
    assert_file(path, "");
    g_assert_no_error(error);
    g_assert_cmpuint(count_files(), ==, 1);
    g_unlink(path);
}

static void
test_symbolic_link(void)
{
    g_autofree char *target = g_build_filename(folder, "target", NULL), *link = g_build_filename(folder, "link", NULL);
    g_assert_cmpint(symlink("target", link), ==, 0);
    g_assert_true(g_file_set_contents(target, "old", -1, NULL));
    g_autoptr(GError) error = NULL;
    g_assert_true(output_file(link, "new", 3, &error));
    g_assert_true(g_file_test(link, G_FILE_TEST_IS_SYMLINK));
    assert_file(target, "new");
    g_unlink(link);
    g_unlink(target);
}

static void
test_refused(void)
{
    g_autofree char *below = g_build_filename(folder, "no", "such", "folder", NULL);
    g_autoptr(GError) error = NULL;
    g_assert_false(output_file(below, "x", 1, &error));
    g_assert_error(error, IBID_ERROR, IBID_ERROR_WRITE);
    g_assert_nonnull(strstr(error->message, "No such file or directory; make its folder first"));
    g_clear_error(&error);

    g_assert_false(output_file(folder, "x", 1, &error));
    g_assert_error(error, IBID_ERROR, IBID_ERROR_WRITE);
    g_assert_nonnull(strstr(error->message, "Is a directory; give the name of a file"));
    g_clear_error(&error);

    if (g_file_test("/dev/full", G_FILE_TEST_EXISTS)) {
        g_assert_false(output_file("/dev/full", "x", 1, &error));
        g_assert_error(error, IBID_ERROR, IBID_ERROR_WRITE);
        g_assert_true(g_file_test("/dev/full", G_FILE_TEST_EXISTS));
        g_clear_error(&error);
    }
    g_assert_true(output_file("/dev/null", "x", 1, &error));
    g_assert_no_error(error);
    g_assert_cmpuint(count_files(), ==, 0);
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    folder = g_dir_make_tmp("ibid-output-XXXXXX", NULL);
    g_assert_nonnull(folder);
    g_test_add_func("/base/output/pipe", test_pipe);
    g_test_add_func("/base/output/closed-pipe", test_closed_pipe);
    g_test_add_func("/base/output/full-disk", test_full_disk);
    g_test_add_func("/base/output/file", test_file);
    g_test_add_func("/base/output/symbolic-link", test_symbolic_link);
    g_test_add_func("/base/output/refused", test_refused);
    int status = g_test_run();
    g_rmdir(folder);
    g_free(folder);
    return status;
}
