/* Reading an input whole, in one growing buffer.
 *
 * The file is opened without blocking, so that a FIFO without a writer and a device do not hang the open itself; only what fstat() then
 * shows to be a regular file, a FIFO or a pipe is read. */
#include "base/input.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdarg.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/safe.h"

#define FIRST_SIZE (64 * 1024)

static void G_GNUC_PRINTF(4, 5)
fail(GError **error, IbidError code, const char *path, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *what = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_autofree char *name = strcmp(path, "-") == 0 ? g_strdup("standard input") : safe_line(path, -1);
    g_set_error(error, IBID_ERROR, code, "%s: %s", name, what);
}

static void
fail_errno(GError **error, const char *path, int number)
{
    const char *advice = "try again, or copy it to a local disk first";
    if (number == ENOENT || number == ENOTDIR)
        advice = "check the path";
    else if (number == EACCES || number == EPERM)
        advice = "change its permissions, or read a copy";
    else if (number == ELOOP)
        advice = "check where its symbolic links lead";
    else if (number == ENAMETOOLONG)
        advice = "use a shorter path";
    else if (number == EBADF)
        advice = "give a file or a pipe";
    else if (number == EINTR)
        advice = "nothing was read";
    fail(error, IBID_ERROR_READ, path, "%s; %s", number == EINTR ? "Interrupted" : g_strerror(number), advice);
}

static void
fail_limit(GError **error, const char *path, gsize max_size)
{
    g_autofree char *limit = max_size >= 1000000 && max_size % 1000000 == 0
                                 ? g_strdup_printf("%" G_GSIZE_FORMAT " MB", max_size / 1000000)
                                 : g_strdup_printf("%" G_GSIZE_FORMAT " bytes", max_size);
    fail(error, IBID_ERROR_LIMIT, path, "is larger than the limit of %s; set max_size higher, or split it", limit);
}

/* TRUE when what stands behind the descriptor may be read: not a thing without end, and not a person's keyboard. */
static gboolean
check_kind(const struct stat *info, int fd, const char *path, GError **error)
{
    gboolean from_stdin = fd == STDIN_FILENO;
    switch (info->st_mode & S_IFMT) {
    case S_IFREG:
    case S_IFIFO:
        return TRUE;
    case S_IFSOCK: /* standard input may be one (inetd, some shells); on the file system it cannot even be opened */
        if (from_stdin)
            return TRUE;
        fail(error, IBID_ERROR_READ, path, "is a socket; give a file or a pipe");
        return FALSE;
    case S_IFDIR:
        fail(error, IBID_ERROR_READ, path, "is a directory; give a file in it");
        return FALSE;
    case S_IFBLK:
        fail(error, IBID_ERROR_READ, path, "is a block device; give a file or a pipe");
        return FALSE;
    default:
        if (isatty(fd)) {
            fail(error, IBID_ERROR_READ, path,
                 from_stdin ? "is a terminal; give a file or a pipe" : "is a terminal; give a file");
            return FALSE;
        }
        if (from_stdin) {
            struct stat null;
            if (stat("/dev/null", &null) == 0 && null.st_rdev == info->st_rdev)
                return TRUE; /* what stands there when nothing was given: empty, not wrong */
        }
        fail(error, IBID_ERROR_READ, path, "is a device; give a file or a pipe");
        return FALSE;
    }
}

/* Waits until fd can be read. FALSE: interrupted by a signal, or poll failed; errno says which. */
static gboolean
wait_readable(int fd)
{
    struct pollfd wait = {.fd = fd, .events = POLLIN};
    return poll(&wait, 1, -1) > 0;
}

static GBytes *
read_all(int fd, const char *path, gsize expected, gsize max_size, GError **error)
{
    /* One byte more than expected shows the end without growing; one more is for the NUL. */
    gsize room = MIN(MAX(expected, FIRST_SIZE - 2), max_size) + 1, length = 0;
    char *buffer = g_malloc(room + 1);
    for (;;) {
        if (length == room) {
            if (length > max_size) {
                fail_limit(error, path, max_size);
                break;
            }
            room = MIN(room * 2, max_size + 1);
            buffer = g_realloc(buffer, room + 1);
        }
        gssize got = read(fd, buffer + length, MIN(room - length, (gsize)1 << 30));
        if (got > 0) {
            length += (gsize)got;
        } else if (got == 0) {
            buffer[length] = '\0';
            return g_bytes_new_take(buffer, length);
        } else if (!((errno == EAGAIN || errno == EWOULDBLOCK) && wait_readable(fd))) {
            fail_errno(error, path, errno);
            break;
        }
    }
    g_free(buffer);
    return NULL;
}

static GBytes *
read_descriptor(int fd, const char *path, gsize max_size, GError **error)
{
    struct stat info;
    if (fstat(fd, &info) < 0) {
        fail_errno(error, path, errno);
        return NULL;
    }
    if (!check_kind(&info, fd, path, error))
        return NULL;
    gsize expected = 0;
    if (S_ISREG(info.st_mode)) {
        if ((guint64)info.st_size > max_size) {
            fail_limit(error, path, max_size);
            return NULL;
        }
        expected = (gsize)info.st_size;
    }
    if (fd != STDIN_FILENO && S_ISFIFO(info.st_mode)) {
        /* Before the first writer comes poll() waits, while read() would say that the end is there. */
        int flags = fcntl(fd, F_GETFL);
        if (!wait_readable(fd) || flags < 0 || fcntl(fd, F_SETFL, flags & ~O_NONBLOCK) < 0) {
            fail_errno(error, path, errno);
            return NULL;
        }
    }
    return read_all(fd, path, expected, max_size, error);
}

/* /dev/stdin and its like name a pipe that is already open: a second open of it would wait for a writer that may be gone. */
static gboolean
is_standard_input(int fd)
{
    struct stat a, b;
    return fstat(fd, &a) == 0 && fstat(STDIN_FILENO, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino &&
           S_ISFIFO(a.st_mode);
}

GBytes *
input_read(const char *path, gsize max_size, GError **error)
{
    if (strcmp(path, "-") == 0)
        return read_descriptor(STDIN_FILENO, path, max_size, error);

    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) {
        int number = errno;
        struct stat info;
        if (number == ENXIO && stat(path, &info) == 0 && S_ISSOCK(info.st_mode))
            fail(error, IBID_ERROR_READ, path, "is a socket; give a file or a pipe");
        else if (*path == '\0')
            fail(error, IBID_ERROR_READ, path, "no file is named; give a file, or - for standard input");
        else
            fail_errno(error, path, number);
        return NULL;
    }
    GBytes *bytes = read_descriptor(is_standard_input(fd) ? STDIN_FILENO : fd, path, max_size, error);
    close(fd);
    return bytes;
}
