/* The loop: all keys that wait, then one frame if something has changed, then idle work while nothing waits, then sleep. Signals come through a descriptor, so nothing ever
 * interrupts anything: HUP and TERM save and leave, TSTP and CONT give the terminal back and take it again, WINCH reflows. */
#define _GNU_SOURCE
#include "tui/tui.h"

#include <errno.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "base/error.h"
#include "tui/clipboard.h"
#include "tui/keys.h"
#include "tui/present.h"
#include "tui/terminal.h"

#define SLICE 4000          /* µs of idle work between two looks at the keys */
#define REPAINT_AFTER 60000 /* µs between frames that only idle work asks for */
#define KEYS_AT_ONCE 4096   /* keys that are read before a frame is painted all the same */

typedef struct {
    Session *session;
    Terminal *terminal;
    Painter *painter;
    int signals;
    GString *extra; /* what goes to the terminal with the next frame: OSC 52 */
    gboolean gone;  /* the terminal is, or we were told to leave */
    gboolean stop;  /* suspend when the keys have been worked off */
    gint64 painted;
} Tui;

gboolean
tui_possible(void)
{
    const char *type = g_getenv("TERM");
    return isatty(STDOUT_FILENO) && !(type && strcmp(type, "dumb") == 0);
}

/* --- what the session asks for -------------------------------------------------------------------------------------------------------------------- */

static gboolean
host_copy(gpointer data, const char *text, gsize length, char **said)
{
    Tui *tui = data;
    const char *how = options_string(session_options(tui->session), OPT_COPY);
    return clipboard_copy(how, terminal_is_modern(tui->terminal), text, length, tui->extra, said);
}

static void
host_suspend(gpointer data)
{
    Tui *tui = data;
    tui->stop = TRUE;
}

static void
host_redraw(gpointer data)
{
    Tui *tui = data;
    painter_forget(tui->painter);
}

/* Option colors, NO_COLOR, COLORTERM, in this order; -1: what terminfo says. */
static int
colors_wanted(Session *session)
{
    const char *option = options_string(session_options(session), OPT_COLORS);
    if (strcmp(option, "true") == 0)
        return 1 << 24;
    if (strcmp(option, "auto") != 0)
        return atoi(option);
    const char *no = g_getenv("NO_COLOR"), *more = g_getenv("COLORTERM");
    if (no && *no)
        return 0;
    return more && (strcmp(more, "truecolor") == 0 || strcmp(more, "24bit") == 0) ? 1 << 24 : -1;
}

static void
host_options_changed(gpointer data)
{
    Tui *tui = data;
    int before = painter_colors(tui->painter);
    painter_set_colors(tui->painter, colors_wanted(tui->session));
    (void)before;
    painter_set_mouse(tui->painter, options_flag(session_options(tui->session), OPT_MOUSE));
}

static int
host_colors(gpointer data)
{
    const Tui *tui = data;
    return painter_colors(tui->painter);
}

/* --- frames ------------------------------------------------------------------------------------------------------------------------------------------ */

static void
send_frame(Tui *tui, const GString *frame)
{
    if (tui->extra->len > 0) {
        g_string_append_len(tui->extra, frame->str, (gssize)frame->len);
        tui->gone |= !terminal_write(tui->terminal, tui->extra->str, tui->extra->len, tui->signals);
        g_string_truncate(tui->extra, 0);
    } else if (frame->len > 0) {
        tui->gone |= !terminal_write(tui->terminal, frame->str, frame->len, tui->signals);
    }
}

static void
paint(Tui *tui)
{
    Grid *grid = session_draw(tui->session);
    Article *article = session_article(tui->session);
    send_frame(tui, painter_paint(tui->painter, grid, session_theme(tui->session), article ? article_document(article) : NULL));
    tui->painted = g_get_monotonic_time();
}

/* The screen as it was found, in one write. */
static void
leave_screen(Tui *tui)
{
    const GString *bytes = painter_leave(tui->painter);
    if (!tui->gone)
        terminal_write(tui->terminal, bytes->str, bytes->len, -1);
    terminal_cooked(tui->terminal);
}

static void
suspend(Tui *tui)
{
    tui->stop = FALSE;
    leave_screen(tui);
    kill(0, SIGSTOP);
    terminal_raw(tui->terminal);
    int width, height;
    terminal_size(tui->terminal, &width, &height);
    painter_resize(tui->painter, width, height);
    session_resize(tui->session, width, height);
    painter_forget(tui->painter);
    paint(tui);
}

/* --- signals ------------------------------------------------------------------------------------------------------------------------------------------ */

static int
open_signals(void)
{
    static const int caught[] = {SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH};
    sigset_t set;
    sigemptyset(&set);
    for (guint i = 0; i < G_N_ELEMENTS(caught); i++)
        sigaddset(&set, caught[i]);
    sigprocmask(SIG_BLOCK, &set, NULL);
    return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

static void
handle_signals(Tui *tui)
{
    struct signalfd_siginfo info;
    gboolean resized = FALSE, again = FALSE;
    while (read(tui->signals, &info, sizeof info) == sizeof info) {
        switch (info.ssi_signo) {
        case SIGHUP:
        case SIGTERM:
        case SIGQUIT:
            session_hang_up(tui->session);
            tui->gone |= info.ssi_signo == SIGHUP;
            break;
        case SIGINT:
            session_key(tui->session, (Key){.code = KEYSYM_ESCAPE});
            break;
        case SIGTSTP:
            tui->stop = TRUE;
            break;
        case SIGCONT:
            again = TRUE;
            break;
        case SIGWINCH:
            resized = TRUE;
            break;
        default:
            break;
        }
    }
    if (again) { /* stopped by force and continued: the shell has had the terminal in between */
        terminal_cooked(tui->terminal);
        terminal_raw(tui->terminal);
        painter_forget(tui->painter);
        resized = TRUE;
    }
    if (resized) {
        int width, height;
        terminal_size(tui->terminal, &width, &height);
        painter_resize(tui->painter, width, height);
        session_resize(tui->session, width, height);
        paint(tui);
    }
}

/* --- the loop -------------------------------------------------------------------------------------------------------------------------------------------- */

static gboolean
read_keys(Tui *tui)
{
    Key key;
    gboolean any = FALSE;
    for (int i = 0; i < KEYS_AT_ONCE && !session_has_quit(tui->session) && !tui->stop && keys_next(painter_key_window(tui->painter), &key); i++) {
        session_key(tui->session, key);
        any = TRUE;
    }
    return any;
}

/* Waits for a key or a signal; timeout 0 only looks. TRUE when keys wait. */
static gboolean
wait_for_input(Tui *tui, int timeout)
{
    struct pollfd wait[] = {{terminal_fd(tui->terminal), POLLIN, 0}, {tui->signals, POLLIN, 0}};
    if (poll(wait, 2, timeout) < 0 && errno != EINTR)
        tui->gone = TRUE;
    if (wait[1].revents & POLLIN)
        handle_signals(tui);
    if (wait[0].revents & (POLLHUP | POLLERR | POLLNVAL)) { /* hung up: what was typed is not worth more than what is kept */
        session_hang_up(tui->session);
        tui->gone = TRUE;
    }
    return (wait[0].revents & POLLIN) != 0;
}

static void
loop(Tui *tui)
{
    gboolean more = TRUE;
    while (!tui->gone && !session_has_quit(tui->session)) {
        gboolean keys = wait_for_input(tui, more || session_stale(tui->session) ? 0 : -1);
        if (tui->gone || session_has_quit(tui->session))
            break;
        if (keys && read_keys(tui)) {
            more = TRUE;
            if (session_has_quit(tui->session))
                break;
            if (tui->stop)
                suspend(tui);
            if (session_stale(tui->session))
                paint(tui);
            continue;
        }
        if (tui->stop)
            suspend(tui);
        gint64 now = g_get_monotonic_time();
        if (more)
            more = session_idle(tui->session, now + SLICE);
        if (session_stale(tui->session) && (!more || now - tui->painted >= REPAINT_AFTER))
            paint(tui);
    }
}

gboolean
tui_run(Session *session, int keys_fd, int *status, GError **error)
{
    static const SessionHost host = {.copy = host_copy, .suspend = host_suspend, .redraw = host_redraw, .colors = host_colors, .options_changed = host_options_changed};
    Tui tui = {.session = session, .signals = -1};
    g_autoptr(Terminal) terminal = terminal_open(keys_fd, error);
    if (!terminal)
        return FALSE;
    tui.terminal = terminal;
    tui.signals = open_signals();
    int width, height;
    terminal_size(terminal, &width, &height);
    g_autoptr(Painter) painter = painter_new(terminal_type(terminal), terminal_fd(terminal), width, height, colors_wanted(session), terminal_is_modern(terminal), error);
    if (!painter) {
        if (tui.signals >= 0)
            close(tui.signals);
        return FALSE;
    }
    tui.painter = painter;
    tui.extra = g_string_new(NULL);
    session_set_host(session, &host, &tui);
    painter_set_mouse(painter, options_flag(session_options(session), OPT_MOUSE));
    terminal_raw(terminal);
    session_resize(session, width, height);
    paint(&tui);
    loop(&tui);
    leave_screen(&tui);
    session_set_host(session, &(SessionHost){0}, NULL);
    g_string_free(tui.extra, TRUE);
    if (tui.signals >= 0)
        close(tui.signals);
    *status = 0;
    return TRUE;
}
