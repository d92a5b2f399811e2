/* Feeding another program, with a clock beside it. */
#include "base/process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "base/safe.h"

static void
fail(GError **error, const char *program, const char *what)
{
    g_autofree char *name = safe_line(program, -1);
    g_set_error(error, IBID_ERROR, IBID_ERROR_WRITE, "%s: %s", name, what);
}

/* In the child: signals as a program expects them, whatever the reader blocks or ignores for itself. */
static void
reset_signals(gpointer data)
{
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGPIPE, SIG_DFL);
}

static int
left_until(gint64 deadline)
{
    gint64 left = (deadline - g_get_monotonic_time() + 999) / 1000;
    return left < 0 ? 0 : (int)left;
}

/* Writes input to fd until all is written, the reader has closed it or the deadline is there. SIGPIPE must be blocked. */
static void
feed(int fd, const char *input, gsize length, gint64 deadline)
{
    fcntl(fd, F_SETFL, O_NONBLOCK);
    while (length > 0) {
        struct pollfd wait = {.fd = fd, .events = POLLOUT};
        int left = left_until(deadline);
        int ready = left > 0 ? poll(&wait, 1, left) : 0;
        if (ready == 0 || (ready < 0 && errno != EINTR))
            return;
        gssize written = write(fd, input, length);
        if (written > 0) {
            input += written;
            length -= (gsize)written;
        } else if (written < 0 && errno != EINTR && errno != EAGAIN) {
            return;
        }
    }
}

/* Waits for the child until the deadline, then ends it. Gives its wait status, or -1 where it had to be ended. */
static int
reap(GPid child, gint64 deadline)
{
    for (gulong pause = 500;; pause = MIN(pause * 2, 10000)) {
        int status;
        pid_t done = waitpid(child, &status, WNOHANG);
        if (done == child)
            return status;
        if (done < 0 && errno != EINTR)
            return -1;
        if (left_until(deadline) == 0)
            break;
        g_usleep(pause);
    }
    kill(child, SIGKILL);
    while (waitpid(child, NULL, 0) < 0 && errno == EINTR)
        ;
    return -1;
}

/* A folder of PATH that may not be looked into makes exec say EACCES of a program that is nowhere. */
static gboolean
is_anywhere(const char *program)
{
    const char *path = g_getenv("PATH");
    if (strchr(program, '/') || !path)
        return TRUE;
    g_auto(GStrv) folders = g_strsplit(path, ":", -1);
    for (int i = 0; folders[i]; i++) {
        g_autofree char *file = g_build_filename(*folders[i] ? folders[i] : ".", program, NULL);
        if (g_file_test(file, G_FILE_TEST_EXISTS))
            return TRUE;
    }
    return FALSE;
}

gboolean
process_feed(const char *const *argv, const char *input, gsize length, int timeout_ms, GError **error)
{
    gint64 deadline = g_get_monotonic_time() + (gint64)timeout_ms * 1000;
    g_autoptr(GError) spawn_error = NULL;
    GPid child;
    int in;
    if (!g_spawn_async_with_pipes(NULL, (char **)argv, NULL,
                                  G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL |
                                      G_SPAWN_STDERR_TO_DEV_NULL | G_SPAWN_CLOEXEC_PIPES,
                                  reset_signals, NULL, &child, &in, NULL, NULL, &spawn_error)) {
        gboolean missing = spawn_error->code == G_SPAWN_ERROR_NOENT || !is_anywhere(argv[0]);
        fail(error, argv[0],
             missing ? "not found; install it, or go without it" : "cannot be run; check its permissions");
        return FALSE;
    }

    /* A child that closes its input early must not end us: SIGPIPE is held back, and taken away if it came. */
    sigset_t pipe_signal, before, pending;
    sigemptyset(&pipe_signal);
    sigaddset(&pipe_signal, SIGPIPE);
    sigpending(&pending);
    pthread_sigmask(SIG_BLOCK, &pipe_signal, &before);
    feed(in, input, length, deadline);
    if (!sigismember(&pending, SIGPIPE)) {
        struct timespec now = {0, 0};
        while (sigtimedwait(&pipe_signal, NULL, &now) < 0 && errno == EINTR)
            ;
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    close(in);

    int status = reap(child, deadline);
    if (status == -1) {
        fail(error, argv[0], "does not answer; it was stopped");
        return FALSE;
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fail(error, argv[0], "failed; run it by hand to see why");
        return FALSE;
    }
    return TRUE;
}
