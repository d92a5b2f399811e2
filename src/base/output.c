/* Writing with every error noticed, and files that are either whole or not there. */
#include "base/output.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/error.h"
#include "base/safe.h"

static const char *
advice_for(int number)
{
    switch (number) {
    case ENOSPC:
    case EDQUOT:
        return "free some space and try again";
    case EACCES:
    case EPERM:
    case EROFS:
        return "choose a place that you may write to";
    case ENOENT:
    case ENOTDIR:
        return "make its folder first";
    case EISDIR:
        return "give the name of a file";
    case EPIPE:
        return "its reader has gone away";
    default:
        return "try again, or write elsewhere";
    }
}

static void
fail(GError **error, const char *where, int number)
{
    g_autofree char *name = safe_line(where, -1);
    g_set_error(error, IBID_ERROR, IBID_ERROR_WRITE, "%s: %s; %s", name, g_strerror(number), advice_for(number));
}

/* 0, or the errno of what went wrong. */
static int
write_all(int fd, const char *bytes, gsize length)
{
    while (length > 0) {
        gssize written = write(fd, bytes, MIN(length, (gsize)1 << 30));
        if (written >= 0) {
            bytes += written;
            length -= (gsize)written;
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            struct pollfd wait = {.fd = fd, .events = POLLOUT};
            if (poll(&wait, 1, -1) < 0 && errno != EINTR)
                return errno;
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

gboolean
output_write(int fd, const char *bytes, gsize length, GError **error)
{
    int number = write_all(fd, bytes, length);
    if (number == 0)
        return TRUE;
    fail(error, fd == STDOUT_FILENO ? "standard output" : fd == STDERR_FILENO ? "standard error" : "output", number);
    return FALSE;
}

/* Writes to what is no regular file (/dev/stdout, a FIFO) as it is: nothing can be renamed over it. */
static int
write_in_place(const char *path, const char *bytes, gsize length)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return errno;
    int number = write_all(fd, bytes, length);
    if (close(fd) < 0 && number == 0)
        number = errno;
    return number;
}

/* Writes path by way of a temporary file beside it; mode is that of the file it replaces, or 0 for a new one. */
static int
write_by_rename(const char *path, mode_t mode, const char *bytes, gsize length)
{
    g_autofree char *temporary = g_strconcat(path, ".XXXXXX", NULL);
    int fd = g_mkstemp_full(temporary, O_RDWR | O_CLOEXEC, 0666);
    if (fd < 0)
        return errno;
    int number = mode != 0 && fchmod(fd, mode & 07777) < 0 ? errno : 0;
    if (number == 0)
        number = write_all(fd, bytes, length);
    if (number == 0 && fsync(fd) < 0)
        number = errno;
    if (close(fd) < 0 && number == 0)
        number = errno;
    if (number == 0 && rename(temporary, path) < 0)
        number = errno;
    if (number != 0) {
        unlink(temporary);
        return number;
    }
    g_autofree char *folder = g_path_get_dirname(path);
    int folder_fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder_fd >= 0) {
        /* Makes the new name last through a crash. Not every file system can, and the file is whole either way. */
        fsync(folder_fd);
        close(folder_fd);
    }
    return 0;
}

gboolean
output_file(const char *path, const char *bytes, gsize length, GError **error)
{
    struct stat info;
    int number;
    if (stat(path, &info) < 0) {
        number = write_by_rename(path, 0, bytes, length);
    } else if (S_ISREG(info.st_mode)) {
        char *target = realpath(path, NULL); /* a symbolic link stays one */
        number = target == NULL ? errno : write_by_rename(target, info.st_mode, bytes, length);
        free(target);
    } else {
        number = write_in_place(path, bytes, length);
    }
    if (number == 0)
        return TRUE;
    fail(error, path, number);
    return FALSE;
}
