/* base/input: what is read, what is refused and what is said then. */
#include "base/input.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/error.h"
#include "tests/test.h"

static char *folder;

static char *
in_folder(const char *name)
{
    return g_build_filename(folder, name, NULL);
}

static char *
make_file(const char *name, const char *bytes, gsize length)
{
    char *path = in_folder(name);
    g_assert_true(g_file_set_contents(path, bytes, (gssize)length, NULL));
    return path;
}

static void
assert_reads(const char *path, gsize max_size, const char *want, gsize length)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = input_read(path, max_size, &error);
    g_assert_no_error(error);
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    g_assert_cmpmem(data, size, want, length);
    if (length > 0)
        g_assert_cmpint(data[length], ==, '\0');
}

/* The message has to hold `what`, name the path and say what to do. */
static void
assert_refused(const char *path, gsize max_size, int code, const char *what)
{
    g_autoptr(GError) error = NULL;
    g_assert_null(input_read(path, max_size, &error));
    g_assert_error(error, IBID_ERROR, code);
    if (strstr(error->message, what) == NULL || strstr(error->message, "; ") == NULL)
        g_error("unexpected message: %s", error->message);
}

static void
test_files(void)
{
    g_autofree char *empty = make_file("empty", "", 0);
    assert_reads(empty, 100, "", 0);
    g_autofree char *nul = make_file("nul", "a\0b", 3);
    assert_reads(nul, 100, "a\0b", 3);
    assert_reads(nul, 3, "a\0b", 3);

    /* Around the size of the first buffer, and far above it. */
    static const gsize sizes[] = {65533, 65534, 65535, 65536, 65537, 1000000};
    for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
        g_autofree char *bytes = g_malloc(sizes[i]);
        for (gsize j = 0; j < sizes[i]; j++)
            bytes[j] = (char)(j * 7);
        g_autofree char *path = make_file("sized", bytes, sizes[i]);
        assert_reads(path, INPUT_DEFAULT_MAX_SIZE, bytes, sizes[i]);
        assert_reads(path, sizes[i], bytes, sizes[i]);
        assert_refused(path, sizes[i] - 1, IBID_ERROR_LIMIT, "max_size");
    }
}

static void
test_limit_message(void)
{
    g_autofree char *path = make_file("large", "0123456789", 10);
    assert_refused(path, 9, IBID_ERROR_LIMIT, "9 bytes");
    g_assert_cmpint(truncate(path, 3000001), ==, 0);
    assert_refused(path, 3000000, IBID_ERROR_LIMIT, "3 MB");
}

/* A file of /proc says that it is empty and is not. */
static void
test_size_unknown(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = input_read("/proc/self/status", 1000000, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(g_bytes_get_size(bytes), >, 20);
    assert_refused("/proc/self/status", 10, IBID_ERROR_LIMIT, "max_size");
}

static void
test_missing(void)
{
    g_autofree char *path = in_folder("missing");
    assert_refused(path, 100, IBID_ERROR_READ, "missing: No such file");
    g_autofree char *file = make_file("file", "x", 1);
    g_autofree char *below = g_build_filename(file, "below", NULL);
    assert_refused(below, 100, IBID_ERROR_READ, "Not a directory");
    assert_refused("", 100, IBID_ERROR_READ, "no file is named");
    g_autofree char *loop = in_folder("loop");
    g_assert_cmpint(symlink("loop", loop), ==, 0);
    assert_refused(loop, 100, IBID_ERROR_READ, "symbolic links");
}

static void
test_name_made_safe(void)
{
    g_autofree char *path = in_folder("e\x1b]0;x\x07\nvil");
    assert_refused(path, 100, IBID_ERROR_READ, "e\u241b]0;x\u2407\u240avil: No such file");
}

static void
test_kinds(void)
{
    assert_refused(folder, 100, IBID_ERROR_READ, "is a directory");
    assert_refused("/dev/zero", 100, IBID_ERROR_READ, "is a device");
    assert_refused("/dev/null", 100, IBID_ERROR_READ, "is a device");

    g_autofree char *path = in_folder("socket");
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    if (strlen(path) >= sizeof address.sun_path)
        return;
    strcpy(address.sun_path, path);
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    g_assert_cmpint(bind(fd, (struct sockaddr *)&address, sizeof address), ==, 0);
    assert_refused(path, 100, IBID_ERROR_READ, "is a socket");
    close(fd);
}

static void
test_permission(void)
{
    if (geteuid() == 0) {
        g_test_skip("root may read everything");
        return;
    }
    g_autofree char *path = make_file("closed", "x", 1);
    g_assert_cmpint(chmod(path, 0), ==, 0);
    assert_refused(path, 100, IBID_ERROR_READ, "Permission denied");
}

/* ---- FIFOs ---- */

typedef struct {
    const char *path;
    int pieces;
} Writer;

/* Opens the FIFO and writes `pieces` times the line, giving the reader time to see the gaps by yielding only. */
static gpointer
write_slowly(gpointer data)
{
    const Writer *writer = data;
    int fd = open(writer->path, O_WRONLY | O_CLOEXEC);
    for (int i = 0; i < writer->pieces; i++) {
        g_assert_cmpint(write(fd, "piece\n", 6), ==, 6);
        g_thread_yield();
    }
    close(fd);
    return NULL;
}

static void
test_fifo(void)
{
    g_autofree char *path = in_folder("fifo");
    g_assert_cmpint(mkfifo(path, 0600), ==, 0);
    Writer writer = {path, 20000};
    g_autoptr(GString) want = g_string_new(NULL);
    for (int i = 0; i < writer.pieces; i++)
        g_string_append(want, "piece\n");
    GThread *thread = g_thread_new("writer", write_slowly, &writer);
    assert_reads(path, 1000000, want->str, want->len);
    g_thread_join(thread);

    writer.pieces = 0; /* opened and closed: empty, not waited for for ever */
    thread = g_thread_new("writer", write_slowly, &writer);
    assert_reads(path, 100, "", 0);
    g_thread_join(thread);
}

static void
on_signal(int number)
{
}

/* A FIFO that nobody writes to is waited for until SIGINT. The signal comes again and again, since it may come before the wait begins. */
static void
test_fifo_interrupted(void)
{
    g_autofree char *path = in_folder("silent");
    g_assert_cmpint(mkfifo(path, 0600), ==, 0);
    struct sigaction action = {.sa_handler = on_signal}, before;
    sigaction(SIGALRM, &action, &before);
    struct itimerval timer = {.it_interval = {0, 20000}, .it_value = {0, 20000}};
    setitimer(ITIMER_REAL, &timer, NULL);
    assert_refused(path, 100, IBID_ERROR_READ, "silent: Interrupted");
    timer = (struct itimerval){0};
    setitimer(ITIMER_REAL, &timer, NULL);
    sigaction(SIGALRM, &before, NULL);
}

/* ---- standard input ---- */

/* Runs a part of the test with fd as standard input. */
static void
with_input(int fd, void (*run)(gconstpointer), gconstpointer data)
{
    int saved = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
    if (fd >= 0) {
        g_assert_cmpint(dup2(fd, STDIN_FILENO), ==, STDIN_FILENO);
        close(fd);
    } else {
        close(STDIN_FILENO);
    }
    run(data);
    if (saved >= 0) {
        dup2(saved, STDIN_FILENO);
        close(saved);
    }
}

static void
read_dash(gconstpointer want)
{
    assert_reads("-", 1000, want, strlen(want));
}

static void
read_dev_stdin(gconstpointer want)
{
    assert_reads("/dev/stdin", 1000, want, strlen(want));
}

static void
refuse_dash(gconstpointer what)
{
    assert_refused("-", 1000, IBID_ERROR_READ, what);
}

static int
pipe_with(const char *text)
{
    int ends[2];
    g_assert_cmpint(pipe(ends), ==, 0);
    g_assert_cmpint(write(ends[1], text, strlen(text)), ==, strlen(text));
    close(ends[1]);
    return ends[0];
}

static void
test_standard_input(void)
{
    with_input(pipe_with("from a pipe"), read_dash, "from a pipe");
    with_input(pipe_with(""), read_dash, "");
    g_autofree char *path = make_file("stdin", "from a file", 11);
    with_input(open(path, O_RDONLY), read_dash, "from a file");
    with_input(open("/dev/null", O_RDONLY), read_dash, "");

    int slow = pipe_with("not blocking");
    g_assert_cmpint(fcntl(slow, F_SETFL, O_NONBLOCK), ==, 0);
    with_input(slow, read_dash, "not blocking");
}

/* The writer is gone before /dev/stdin is opened: there must be no wait for another one. */
static void
test_dev_stdin(void)
{
    if (!g_file_test("/dev/stdin", G_FILE_TEST_EXISTS)) {
        g_test_skip("no /dev/stdin here");
        return;
    }
    with_input(pipe_with("by name"), read_dev_stdin, "by name");
    with_input(pipe_with(""), read_dev_stdin, "");
}

static void
test_standard_input_refused(void)
{
    with_input(open("/", O_RDONLY | O_DIRECTORY), refuse_dash, "standard input: is a directory");
    with_input(open("/dev/zero", O_RDONLY), refuse_dash, "standard input: is a device");
    with_input(-1, refuse_dash, "standard input: Bad file descriptor");

    int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    if (terminal < 0 || grantpt(terminal) != 0 || unlockpt(terminal) != 0) {
        g_test_skip("no pseudo terminals here");
        return;
    }
    with_input(open(ptsname(terminal), O_RDONLY | O_NOCTTY), refuse_dash,
               "standard input: is a terminal; give a file or a pipe");
    close(terminal);
}

/* Nothing is left open, whatever the outcome. */
static void
test_descriptors(void)
{
    int before = dup(STDIN_FILENO);
    close(before);
    g_autofree char *path = make_file("again", "x", 1);
    for (int i = 0; i < 20; i++) {
        assert_reads(path, 10, "x", 1);
        assert_refused(folder, 10, IBID_ERROR_READ, "is a directory");
        assert_refused("/dev/zero", 10, IBID_ERROR_READ, "is a device");
    }
    int after = dup(STDIN_FILENO);
    close(after);
    g_assert_cmpint(after, ==, before);
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    folder = g_dir_make_tmp("ibid-input-XXXXXX", NULL);
    g_assert_nonnull(folder);
    g_test_add_func("/base/input/files", test_files);
    g_test_add_func("/base/input/limit-message", test_limit_message);
    g_test_add_func("/base/input/size-unknown", test_size_unknown);
    g_test_add_func("/base/input/missing", test_missing);
    g_test_add_func("/base/input/name-made-safe", test_name_made_safe);
    g_test_add_func("/base/input/kinds", test_kinds);
    g_test_add_func("/base/input/permission", test_permission);
    g_test_add_func("/base/input/fifo", test_fifo);
    g_test_add_func("/base/input/fifo-interrupted", test_fifo_interrupted);
    g_test_add_func("/base/input/standard-input", test_standard_input);
    g_test_add_func("/base/input/dev-stdin", test_dev_stdin);
    g_test_add_func("/base/input/standard-input-refused", test_standard_input_refused);
    g_test_add_func("/base/input/descriptors", test_descriptors);
    int status = g_test_run();

    g_autoptr(GDir) names = g_dir_open(folder, 0, NULL);
    for (const char *name; (name = g_dir_read_name(names)) != NULL;) {
        g_autofree char *path = in_folder(name);
        g_unlink(path);
    }
    g_rmdir(folder);
    g_free(folder);
    return status;
}
