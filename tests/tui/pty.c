/* See pty.h. A job's leader speaks through two pipes: it writes the job's id, then S when the job has stopped; a byte
 * sent to it brings the job back. */
#define _GNU_SOURCE
#include "tests/tui/pty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>

enum {
    DEADLINE = 20, /* s: far more than anything takes, for machines with much else to do */
    QUIET = 60,    /* ms */
};

struct Pty {
    int master, slave;
    pid_t leader, program;
    int commands, reports; /* of a job's leader; -1: none */
    struct termios before;
    Emulator *emulator;
    GString *bytes;
    char *home;
    gboolean leader_ended, ended;
    int status;
};

/* --- starting ----------------------------------------------------------------------------------------------------- */

static char **
environment_for(const Pty *pty, const PtyOptions *options)
{
    static const char *const removed[] = {"TMUX",     "STY",       "SSH_TTY", "SSH_CONNECTION",
                                          "NO_COLOR", "COLORTERM", "LINES",   "COLUMNS"};
    char **environment = g_get_environ();
    for (guint i = 0; i < G_N_ELEMENTS(removed); i++)
        environment = g_environ_unsetenv(environment, removed[i]);
    environment = g_environ_setenv(environment, "TERM", "xterm-256color", TRUE);
    environment = g_environ_setenv(environment, "LC_ALL", "C.UTF-8", TRUE);
    environment = g_environ_setenv(environment, "HOME", pty->home, TRUE);
    for (const char *const *entry = options->environment; entry && *entry; entry++) {
        g_auto(GStrv) parts = g_strsplit(*entry, "=", 2);
        environment = parts[1] ? g_environ_setenv(environment, parts[0], parts[1], TRUE)
                               : g_environ_unsetenv(environment, parts[0]);
    }
    return environment;
}

/* nohup, for one, has the tests ignore SIGHUP. */
static void
forget_signals(void)
{
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    for (int number = 1; number < NSIG; number++)
        signal(number, SIG_DFL);
}

static void
become_program(const PtyOptions *options, const char *path, const char *const *argv, char **environment)
{
    if (options->input) {
        int input = open(options->input, O_RDONLY);
        dup2(input, STDIN_FILENO);
        close(input);
    }
    for (int fd = 0; fd < 3; fd++)
        if (options->closed & (1u << fd))
            close(fd);
    execve(path, (char *const *)argv, environment);
    _exit(127);
}

static void
lead_job(const PtyOptions *options, const char *path, const char *const *argv, char **environment, int commands,
         int reports)
{
    signal(SIGTTOU, SIG_IGN);
    pid_t job = fork();
    if (job == 0) {
        setpgid(0, 0);
        tcsetpgrp(STDIN_FILENO, getpid());
        signal(SIGTTOU, SIG_DFL);
        become_program(options, path, argv, environment);
    }
    setpgid(job, job);
    tcsetpgrp(STDIN_FILENO, job);
    if (write(reports, &job, sizeof job) != sizeof job)
        _exit(127);
    int status;
    while (waitpid(job, &status, WUNTRACED) == job && WIFSTOPPED(status)) {
        char command;
        tcsetpgrp(STDIN_FILENO, getpgrp());
        if (write(reports, "S", 1) != 1 || read(commands, &command, 1) != 1)
            break;
        tcsetpgrp(STDIN_FILENO, job);
        kill(-job, SIGCONT);
    }
    _exit(WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
}

Pty *
pty_start(const PtyOptions *options, const char *const *argv)
{
    Pty *pty = g_new0(Pty, 1);
    pty->home = g_dir_make_tmp("ibid-test-XXXXXX", NULL);
    pty->bytes = g_string_new(NULL);
    pty->emulator = options->width > 0 ? emulator_new(options->width, options->height) : emulator_new(80, 24);
    g_assert_nonnull(pty->home);
    g_auto(GStrv) environment = environment_for(pty, options);
    const char *build = g_getenv("builddir");
    g_autofree char *path = g_build_filename(build ? build : ".", argv[0], NULL);
    struct winsize size = {.ws_col = (unsigned short)options->width, .ws_row = (unsigned short)options->height};
    g_assert_cmpint(openpty(&pty->master, &pty->slave, NULL, NULL, &size), ==, 0);
    fcntl(pty->master, F_SETFD, FD_CLOEXEC);
    fcntl(pty->slave, F_SETFD, FD_CLOEXEC);
    g_assert_cmpint(tcgetattr(pty->slave, &pty->before), ==, 0);
    int commands[2] = {-1, -1}, reports[2] = {-1, -1};
    if (options->job)
        g_assert_true(pipe2(commands, O_CLOEXEC) == 0 && pipe2(reports, O_CLOEXEC) == 0);
    if (options->job)
        prctl(PR_SET_CHILD_SUBREAPER, 1);
    pty->leader = fork();
    g_assert_cmpint(pty->leader, >=, 0);
    if (pty->leader == 0) {
        forget_signals();
        login_tty(dup(pty->slave));
        close(pty->master);
        close(pty->slave);
        if (options->job)
            lead_job(options, path, argv, environment, commands[0], reports[1]);
        become_program(options, path, argv, environment);
    }
    fcntl(pty->master, F_SETFL, O_NONBLOCK);
    pty->program = pty->leader;
    pty->commands = commands[1];
    pty->reports = reports[0];
    if (options->job) {
        close(commands[0]);
        close(reports[1]);
        g_assert_cmpint(read(pty->reports, &pty->program, sizeof pty->program), ==, sizeof pty->program);
    }
    return pty;
}

static void
close_terminal(Pty *pty)
{
    if (pty->master >= 0)
        close(pty->master);
    if (pty->slave >= 0)
        close(pty->slave);
    pty->master = pty->slave = -1;
}

static void
remove_folder(const char *path)
{
    GDir *folder = g_dir_open(path, 0, NULL);
    const char *name;
    while (folder && (name = g_dir_read_name(folder))) {
        g_autofree char *inside = g_build_filename(path, name, NULL);
        if (g_file_test(inside, G_FILE_TEST_IS_DIR) && !g_file_test(inside, G_FILE_TEST_IS_SYMLINK))
            remove_folder(inside);
        else
            unlink(inside);
    }
    if (folder)
        g_dir_close(folder);
    rmdir(path);
}

void
pty_free(Pty *pty)
{
    if (!pty)
        return;
    if (!pty->ended) {
        kill(pty->program, SIGKILL);
        if (!pty->leader_ended) {
            kill(pty->leader, SIGKILL);
            waitpid(pty->leader, NULL, 0);
        }
    }
    close_terminal(pty);
    if (pty->commands >= 0)
        close(pty->commands);
    if (pty->reports >= 0)
        close(pty->reports);
    emulator_free(pty->emulator);
    remove_folder(pty->home);
    g_string_free(pty->bytes, TRUE);
    g_free(pty->home);
    g_free(pty);
}

/* --- reading and waiting ------------------------------------------------------------------------------------------ */

static void
fail(Pty *pty, const char *what)
{
    g_autofree char *screen = pty_screen(pty);
    g_test_message("%s; the screen is\n%s", what, screen);
    g_assert_not_reached();
}

/* Reads what comes within some milliseconds; FALSE: nothing. */
static gboolean
pump(Pty *pty, int patience)
{
    if (pty->master < 0)
        return FALSE;
    struct pollfd wait = {pty->master, POLLIN, 0};
    char block[65536];
    if (poll(&wait, 1, patience) <= 0)
        return FALSE;
    ssize_t got = read(pty->master, block, sizeof block);
    if (got <= 0)
        return FALSE;
    g_string_append_len(pty->bytes, block, got);
    emulator_feed(pty->emulator, block, (gsize)got);
    return TRUE;
}

static gint64
deadline(void)
{
    return g_get_monotonic_time() + (gint64)DEADLINE * G_USEC_PER_SEC;
}

/* A leader that was cut off leaves its job to us. */
static gboolean
has_ended(Pty *pty)
{
    int status;
    if (!pty->leader_ended && waitpid(pty->leader, &status, WNOHANG) == pty->leader) {
        pty->leader_ended = TRUE;
        pty->ended = WIFEXITED(status) || pty->program == pty->leader;
        pty->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    if (pty->leader_ended && !pty->ended && waitpid(pty->program, &status, WNOHANG) == pty->program) {
        pty->ended = TRUE;
        pty->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    return pty->ended;
}

static void
wait_for_text(Pty *pty, const char *text, gboolean there)
{
    for (gint64 end = deadline(); g_get_monotonic_time() < end;) {
        g_autofree char *screen = pty_screen(pty);
        if ((strstr(screen, text) != NULL) == there)
            return;
        if (!pump(pty, 50) && has_ended(pty))
            break;
    }
    g_autofree char *what = g_strdup_printf("“%s” %s", text, there ? "does not come" : "stays");
    fail(pty, what);
}

void
pty_wait_for(Pty *pty, const char *text)
{
    wait_for_text(pty, text, TRUE);
}

void
pty_wait_without(Pty *pty, const char *text)
{
    wait_for_text(pty, text, FALSE);
}

/* A field of /proc/PID/stat, counted as proc(5) does; 0 where it cannot be read. */
static char *
stat_field(const Pty *pty, int number)
{
    g_autofree char *path = g_strdup_printf("/proc/%d/stat", (int)pty->program), *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL))
        return g_strdup("0");
    const char *rest = strrchr(text, ')');
    g_auto(GStrv) fields = g_strsplit(rest ? rest + 2 : "", " ", -1);
    return g_strdup(fields[number - 3] ? fields[number - 3] : "0");
}

void
pty_wait_quiet(Pty *pty)
{
    for (gint64 end = deadline(); g_get_monotonic_time() < end;) {
        if (pump(pty, QUIET))
            continue;
        g_autofree char *state = stat_field(pty, 3);
        if (*state == 'S' || has_ended(pty))
            return;
    }
    fail(pty, "it is never quiet");
}

static int
wait_exit(Pty *pty, gboolean read_along)
{
    for (gint64 end = deadline(); !has_ended(pty) && g_get_monotonic_time() < end;) {
        if (read_along)
            pump(pty, 10);
        else
            poll(NULL, 0, 5);
    }
    if (!pty->ended)
        fail(pty, "it does not end");
    while (pump(pty, 0))
        ;
    return pty->status;
}

int
pty_wait_exit(Pty *pty)
{
    return wait_exit(pty, TRUE);
}

int
pty_wait_exit_unread(Pty *pty)
{
    return wait_exit(pty, FALSE);
}

void
pty_wait_stopped(Pty *pty)
{
    for (gint64 end = deadline(); g_get_monotonic_time() < end;) {
        struct pollfd wait = {pty->reports, POLLIN, 0};
        char report;
        pump(pty, 10);
        if (poll(&wait, 1, 0) > 0) {
            g_assert_cmpint(read(pty->reports, &report, 1), ==, 1);
            while (pump(pty, 0))
                ;
            return;
        }
    }
    fail(pty, "it does not stop");
}

void
pty_foreground(Pty *pty, const char *written)
{
    g_assert_cmpint(write(pty->slave, written, strlen(written)), ==, (gssize)strlen(written));
    g_assert_cmpint(write(pty->commands, "f", 1), ==, 1);
}

/* --- doing -------------------------------------------------------------------------------------------------------- */

void
pty_type(Pty *pty, const char *keys)
{
    gsize length = strlen(keys);
    for (gint64 end = deadline(); length > 0 && g_get_monotonic_time() < end;) {
        ssize_t wrote = write(pty->master, keys, length);
        if (wrote > 0) {
            keys += wrote;
            length -= (gsize)wrote;
        } else {
            pump(pty, 5);
        }
    }
    g_assert_cmpuint(length, ==, 0);
}

void
pty_resize(Pty *pty, int width, int height)
{
    struct winsize size = {.ws_col = (unsigned short)width, .ws_row = (unsigned short)height};
    while (pump(pty, 0))
        ;
    emulator_resize(pty->emulator, width, height);
    g_assert_cmpint(ioctl(pty->master, TIOCSWINSZ, &size), ==, 0);
}

void
pty_kill(Pty *pty, int number)
{
    kill(pty->program, number); /* it may have ended by itself */
}

void
pty_hang_up(Pty *pty)
{
    close_terminal(pty);
}

/* --- looking ------------------------------------------------------------------------------------------------------ */

Emulator *
pty_emulator(Pty *pty)
{
    return pty->emulator;
}

char *
pty_screen(Pty *pty)
{
    return emulator_text(pty->emulator);
}

const GString *
pty_bytes(const Pty *pty)
{
    return pty->bytes;
}

gboolean
pty_modes_are_restored(const Pty *pty)
{
    struct termios now;
    g_assert_cmpint(tcgetattr(pty->slave, &now), ==, 0);
    return now.c_iflag == pty->before.c_iflag && now.c_oflag == pty->before.c_oflag &&
           now.c_cflag == pty->before.c_cflag && now.c_lflag == pty->before.c_lflag &&
           memcmp(now.c_cc, pty->before.c_cc, sizeof now.c_cc) == 0;
}

gboolean
pty_is_raw(const Pty *pty)
{
    struct termios now;
    g_assert_cmpint(tcgetattr(pty->slave, &now), ==, 0);
    return (now.c_lflag & (ICANON | ECHO | ISIG)) == 0;
}

guint64
pty_ticks(const Pty *pty)
{
    g_autofree char *user = stat_field(pty, 14), *system = stat_field(pty, 15);
    return g_ascii_strtoull(user, NULL, 10) + g_ascii_strtoull(system, NULL, 10);
}

guint64
pty_writes(const Pty *pty)
{
    g_autofree char *path = g_strdup_printf("/proc/%d/io", (int)pty->program), *text = NULL;
    const char *count = g_file_get_contents(path, &text, NULL, NULL) ? strstr(text, "syscw: ") : NULL;
    return count ? g_ascii_strtoull(count + 7, NULL, 10) : G_MAXUINT64;
}

/* The length of the control function at `at`, if it is one of those that ibid writes; else 0. */
static gsize
known_function(const char *at, const char *end)
{
    if (at[1] == '[') {
        const char *to = at + 2;
        while (to < end && (g_ascii_isdigit(*to) || strchr("?;", *to)))
            to++;
        return to < end && strchr("ABCDGHJKLMPSTXdfhlmrt@", *to) ? (gsize)(to + 1 - at) : 0;
    }
    if (at[1] == ']') {
        const char *to = strpbrk(at + 1, "\033\007");
        gboolean ours = strncmp(at, "\033]8;", 4) == 0 || strncmp(at, "\033]52;c;", 7) == 0;
        return ours && to ? (gsize)(to + (*to == '\033' ? 2 : 1) - at) : 0;
    }
    if (at[1] == '(')
        return 3;
    return strchr("78M=>", at[1]) ? 2 : 0;
}

void
pty_assert_clean(const Pty *pty)
{
    const char *at = pty->bytes->str, *end = at + pty->bytes->len;
    g_assert_true(g_utf8_validate(at, end - at, NULL));
    while (at < end) {
        gunichar character = g_utf8_get_char(at);
        gsize length = character == '\033' ? known_function(at, end) : (gsize)(g_utf8_next_char(at) - at);
        gboolean control = character < ' ' && !strchr("\r\n\b\017\033", (int)character);
        if (length == 0 || character == 0 || control || (character >= 0x7f && character < 0xa0)) {
            g_autofree char *part = g_strndup(at, (gsize)MIN(end - at, 60)), *shown = g_strescape(part, NULL);
            g_test_message("not to be written: %s", shown);
            g_assert_not_reached();
        }
        at += length;
    }
}
