/* See signals.h. A signal that is handled keeps its handler while it is blocked: ncurses takes over only those that
 * still act by default, and throws TSTP away while it draws. */
#define _GNU_SOURCE
#include "tui/signals.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "base/error.h"

static const struct {
    int number;
    SignalSet event;
} caught[] = {
    {SIGHUP, SIGNALS_LEAVE}, {SIGTERM, SIGNALS_LEAVE},     {SIGQUIT, SIGNALS_LEAVE},    {SIGINT, SIGNALS_INTERRUPT},
    {SIGTSTP, SIGNALS_STOP}, {SIGCONT, SIGNALS_CONTINUED}, {SIGWINCH, SIGNALS_RESIZED},
};

struct Signals {
    int fd;
    sigset_t blocked, mask_before;
    struct sigaction before[G_N_ELEMENTS(caught)];
};

static void
never_called(int number)
{
}

static void catch (int number, struct sigaction *before)
{
    struct sigaction action = {.sa_handler = never_called};
    sigaction(number, NULL, before);
    if (before->sa_handler != SIG_IGN) /* what the parent chose to ignore stays so (nohup) */
        sigaction(number, &action, NULL);
}

Signals *
signals_open(GError **error)
{
    Signals *signals = g_new0(Signals, 1);
    sigemptyset(&signals->blocked);
    for (guint i = 0; i < G_N_ELEMENTS(caught); i++)
        sigaddset(&signals->blocked, caught[i].number);
    sigprocmask(SIG_BLOCK, &signals->blocked, &signals->mask_before);
    for (guint i = 0; i < G_N_ELEMENTS(caught); i++)
        catch (caught[i].number, &signals->before[i]);
    signals->fd = signalfd(-1, &signals->blocked, SFD_NONBLOCK | SFD_CLOEXEC);
    if (signals->fd >= 0)
        return signals;
    g_set_error(error, IBID_ERROR, IBID_ERROR_USAGE, "the terminal: %s; close some programs", g_strerror(errno));
    signals_close(signals);
    return NULL;
}

void
signals_close(Signals *signals)
{
    if (!signals)
        return;
    if (signals->fd >= 0)
        close(signals->fd);
    for (guint i = 0; i < G_N_ELEMENTS(caught); i++)
        sigaction(caught[i].number, &signals->before[i], NULL);
    sigprocmask(SIG_SETMASK, &signals->mask_before, NULL);
    g_free(signals);
}

int
signals_fd(const Signals *signals)
{
    return signals->fd;
}

SignalSet
signals_take(Signals *signals)
{
    SignalSet set = 0;
    struct signalfd_siginfo info;
    while (read(signals->fd, &info, sizeof info) == sizeof info)
        for (guint i = 0; i < G_N_ELEMENTS(caught); i++)
            if (caught[i].number == (int)info.ssi_signo)
                set |= caught[i].event;
    return set;
}

gboolean
signals_can_stop(const Signals *signals)
{
    for (guint i = 0; i < G_N_ELEMENTS(caught); i++)
        if (caught[i].number == SIGTSTP && signals->before[i].sa_handler == SIG_IGN)
            return FALSE;
    return getsid(0) != getpid();
}

/* To the whole process group: else a script that runs ibid would go on waiting, and the shell above it never know. */
void
signals_stop(Signals *signals)
{
    const struct sigaction stop = {.sa_handler = SIG_DFL}, keep = {.sa_handler = never_called};
    const struct timespec now = {0, 0};
    sigset_t only, continued;
    sigemptyset(&only);
    sigaddset(&only, SIGTSTP);
    sigemptyset(&continued);
    sigaddset(&continued, SIGCONT);
    sigaction(SIGTSTP, &stop, NULL);
    kill(0, SIGTSTP);
    sigprocmask(SIG_UNBLOCK, &only, NULL); /* here we stop */
    sigprocmask(SIG_BLOCK, &only, NULL);
    sigaction(SIGTSTP, &keep, NULL);
    while (sigtimedwait(&continued, NULL, &now) < 0 && errno == EINTR)
        ;
}
