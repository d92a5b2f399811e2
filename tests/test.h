/* What every test program begins with: GTest speaking TAP to automake's driver. Paths: $srcdir and $builddir are set by `make check`. */
#ifndef IBID_TESTS_TEST_H
#define IBID_TESTS_TEST_H

#include <glib.h>
#include <time.h>

/* g_test_init() with --tap, so that the program run by hand and by automake prints the same. */
static inline void
test_init(int argc, char **argv)
{
    static char tap[] = "--tap";
    GPtrArray *arguments = g_ptr_array_new();
    for (int i = 0; i < argc; i++)
        g_ptr_array_add(arguments, argv[i]);
    g_ptr_array_add(arguments, tap);
    g_ptr_array_add(arguments, NULL);
    int count = (int)arguments->len - 1;
    static char **vector; /* GTest keeps it until the end: no leak */
    vector = (char **)g_ptr_array_free(arguments, FALSE);
    g_test_init(&count, &vector, NULL);
}

/* The path of a file of the source tree: test_path("tests/doc/fixtures/a.txt"). Free with g_free(). */
static inline char *
test_path(const char *relative)
{
    const char *top = g_getenv("srcdir");
    return g_build_filename(top ? top : ".", relative, NULL);
}

/* Microseconds of processor time that the program has had: what a test of the cost of something measures, since other programs that run beside it do not count. */
static inline gint64
test_cpu_time(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (gint64)time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* Compares text with a golden file of the source tree; with UPDATE_GOLDEN=1 in the environment writes it instead (look at the difference before committing it). */
static inline void
test_golden(const char *relative, const char *text)
{
    char *path = test_path(relative), *want = NULL;
    if (g_getenv("UPDATE_GOLDEN")) {
        char *folder = g_path_get_dirname(path);
        g_assert_cmpint(g_mkdir_with_parents(folder, 0777), ==, 0);
        g_assert_true(g_file_set_contents(path, text, -1, NULL));
        g_free(folder);
    }
    if (!g_file_get_contents(path, &want, NULL, NULL)) {
        g_test_message("no golden file %s; UPDATE_GOLDEN=1 writes it", relative);
        g_test_fail();
    } else if (g_strcmp0(want, text) != 0) {
        g_test_message("differs from %s; got:\n%s", relative, text);
        g_test_fail();
    }
    g_free(want);
    g_free(path);
}

#endif
