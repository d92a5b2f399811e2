/* The loop: all keys that wait, then one frame if something has changed, then idle work while nothing waits, then
 * sleep. Signals come through a descriptor (signals.h), and bytes that the terminal does not take wait (terminal.h),
 * so nothing but a key's own work ever holds the loop up. */
#include "tui/tui.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "tui/clipboard.h"
#include "tui/keys.h"
#include "tui/present.h"
#include "tui/signals.h"
#include "tui/terminal.h"

enum {
    SLICE = 4000,          /* µs of idle work between two looks at the keys */
    REPAINT_AFTER = 60000, /* µs between frames that only idle work asks for */
    KEYS_AT_ONCE = 4096,   /* keys that are read before a frame is painted all the same */
    FRUITLESS_MAX = 16,    /* wake-ups without a byte to be read, one upon another, until the terminal counts as gone */
    PATIENCE = 500,        /* ms that a terminal which takes nothing is waited for at the end */
};

typedef struct {
    Session *session;
    Signals *signals;
    Terminal *terminal;
    Painter *painter;
    Keys *keys;
    GString *copied; /* OSC 52, for the next frame */
    gboolean gone;   /* the terminal is: nothing more is read */
    gboolean leave;  /* we were told to */
    gboolean stop;   /* suspend when the keys have been worked off */
    gboolean repaint; /* all of it: what stands on the terminal is not known */
    gboolean keys_left;
    guint fruitless;
    gint64 painted;
} Tui;

gboolean
tui_possible(void)
{
    const char *type = g_getenv("TERM");
    return isatty(STDOUT_FILENO) && !(type && strcmp(type, "dumb") == 0);
}

/* --- what the session asks for ------------------------------------------------------------------------------------ */

static gboolean
host_copy(gpointer data, const char *text, gsize length, char **said)
{
    Tui *tui = data;
    const char *how = options_string(session_options(tui->session), OPT_COPY);
    return clipboard_copy(how, terminal_is_modern(tui->terminal), text, length, tui->copied, said);
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
    tui->repaint = TRUE;
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
    const char *no = g_getenv("NO_COLOR"), *depth = g_getenv("COLORTERM");
    if (no && *no)
        return 0;
    return depth && (strcmp(depth, "truecolor") == 0 || strcmp(depth, "24bit") == 0) ? 1 << 24 : -1;
}

static void
host_options_changed(gpointer data)
{
    Tui *tui = data;
    painter_set_colors(tui->painter, colors_wanted(tui->session));
    painter_set_mouse(tui->painter, options_flag(session_options(tui->session), OPT_MOUSE));
}

static int
host_colors(gpointer data)
{
    const Tui *tui = data;
    return painter_colors(tui->painter);
}

/* --- frames ------------------------------------------------------------------------------------------------------- */

static gboolean
wants_paint(const Tui *tui)
{
    return session_stale(tui->session) || tui->repaint || tui->copied->len > 0;
}

/* One write: what was copied, and the frame. Not while the one before still waits: then the next frame shows all that
 * has happened since. */
static void
paint(Tui *tui)
{
    if (terminal_is_behind(tui->terminal))
        return;
    if (tui->repaint)
        painter_forget(tui->painter);
    tui->repaint = FALSE;
    Grid *grid = session_draw(tui->session);
    Article *article = session_article(tui->session);
    const GString *frame =
        painter_paint(tui->painter, grid, session_theme(tui->session), article ? article_document(article) : NULL);
    if (tui->copied->len > 0) {
        g_string_append_len(tui->copied, frame->str, (gssize)frame->len);
        frame = tui->copied;
    }
    if (frame->len > 0)
        terminal_send(tui->terminal, frame->str, frame->len);
    g_string_truncate(tui->copied, 0);
    tui->painted = g_get_monotonic_time();
}

static void
leave_screen(Tui *tui)
{
    const GString *bytes = painter_leave(tui->painter);
    terminal_send(tui->terminal, bytes->str, bytes->len);
    terminal_drain(tui->terminal, PATIENCE);
    terminal_cooked(tui->terminal);
}

static void
resize(Tui *tui)
{
    int width, height;
    terminal_size(tui->terminal, &width, &height);
    painter_resize(tui->painter, width, height);
    session_resize(tui->session, width, height);
    tui->repaint = TRUE; /* even where the size is what it was: the terminal has had others in between */
}

/* The terminal is ours again, its screen and modes are somebody else's: painter_leave() makes the next frame take the
 * screen as the first one did. In the background, terminal_raw() stops us. */
static void
take_back(Tui *tui)
{
    terminal_raw(tui->terminal);
    painter_leave(tui->painter);
    resize(tui);
    paint(tui);
}

static void
suspend(Tui *tui)
{
    tui->stop = FALSE;
    leave_screen(tui);
    signals_stop(tui->signals);
    take_back(tui);
}

static void
handle_signals(Tui *tui)
{
    SignalSet set = signals_take(tui->signals);
    if (set & SIGNALS_LEAVE) {
        session_hang_up(tui->session);
        tui->leave = TRUE;
        return;
    }
    if (set & SIGNALS_INTERRUPT)
        session_key(tui->session, (Key){.code = KEYSYM_ESCAPE});
    if (set & SIGNALS_STOP)
        tui->stop = TRUE;
    if (set & SIGNALS_CONTINUED) /* we had been stopped by force */
        take_back(tui);
    else if (set & SIGNALS_RESIZED)
        resize(tui);
}

/* --- keys --------------------------------------------------------------------------------------------------------- */

static gboolean
may_read(const Tui *tui)
{
    return !tui->stop && !tui->leave && !tui->gone && !session_has_quit(tui->session);
}

/* All keys that wait. FALSE: there were none. */
static gboolean
read_keys(Tui *tui)
{
    int count = 0;
    tui->keys_left = FALSE;
    while (may_read(tui)) {
        if (count == KEYS_AT_ONCE) { /* ncurses may hold some that poll() does not know of */
            tui->keys_left = TRUE;
            break;
        }
        Key key;
        gsize length;
        const char *text;
        switch (keys_next(tui->keys, session_in_prompt(tui->session), &key)) {
        case INPUT_KEY:
            session_key(tui->session, key);
            break;
        case INPUT_PASTE:
            text = keys_pasted(tui->keys, &length);
            session_paste(tui->session, text, length);
            break;
        case INPUT_GONE:
            tui->gone = TRUE;
            return TRUE;
        default:
            return count > 0;
        }
        count++;
    }
    return TRUE;
}

/* A terminal that says that it can be read, again and again, and has nothing, is at its end. */
static void
take_input(Tui *tui)
{
    tui->fruitless = read_keys(tui) ? 0 : tui->fruitless + 1;
    if (tui->fruitless > FRUITLESS_MAX)
        tui->gone = TRUE;
}

/* --- the loop ----------------------------------------------------------------------------------------------------- */

/* Looks at keys and signals; timeout -1 waits for them. TRUE when keys wait. */
static gboolean
wait_for_input(Tui *tui, int timeout)
{
    short out = terminal_is_behind(tui->terminal) ? POLLOUT : 0;
    struct pollfd wait[] = {{terminal_fd(tui->terminal), POLLIN | out, 0}, {signals_fd(tui->signals), POLLIN, 0}};
    if (poll(wait, 2, timeout) < 0) {
        tui->gone |= errno != EINTR && errno != EAGAIN;
        return FALSE;
    }
    if (wait[1].revents & POLLIN)
        handle_signals(tui);
    if (wait[0].revents &
        (POLLHUP | POLLERR | POLLNVAL)) /* hung up: what was typed is not worth more than what is kept */
        tui->gone = TRUE;
    else if (wait[0].revents & POLLOUT)
        terminal_push(tui->terminal);
    tui->gone |= terminal_is_gone(tui->terminal);
    return (wait[0].revents & POLLIN) != 0;
}

static void
loop(Tui *tui)
{
    gboolean more = TRUE; /* idle work is left */
    while (!session_has_quit(tui->session)) {
        gboolean to_paint = wants_paint(tui) && !terminal_is_behind(tui->terminal);
        gboolean keys = wait_for_input(tui, more || to_paint || tui->keys_left ? 0 : -1);
        if (!tui->gone && (keys || tui->keys_left)) {
            take_input(tui);
            more = TRUE;
        }
        if (tui->gone || tui->leave || session_has_quit(tui->session))
            break;
        if (tui->stop)
            suspend(tui);
        if (!keys && more)
            more = session_idle(tui->session, g_get_monotonic_time() + SLICE);
        if (wants_paint(tui) && (keys || !more || g_get_monotonic_time() - tui->painted >= REPAINT_AFTER))
            paint(tui);
    }
}

static gboolean
start(Tui *tui, int keys_fd, GError **error)
{
    tui->signals = signals_open(error);
    tui->terminal = tui->signals ? terminal_open(keys_fd, error) : NULL;
    if (!tui->terminal)
        return FALSE;
    int width, height;
    terminal_size(tui->terminal, &width, &height);
    tui->painter = painter_new(terminal_type(tui->terminal), terminal_fd(tui->terminal), width, height,
                               colors_wanted(tui->session), terminal_is_modern(tui->terminal), error);
    if (!tui->painter)
        return FALSE;
    painter_set_mouse(tui->painter, options_flag(session_options(tui->session), OPT_MOUSE));
    tui->keys = keys_new(painter_key_window(tui->painter));
    tui->copied = g_string_new(NULL);
    terminal_raw(tui->terminal);
    session_resize(tui->session, width, height);
    return TRUE;
}

static void
finish(Tui *tui)
{
    if (tui->copied)
        g_string_free(tui->copied, TRUE);
    keys_free(tui->keys);
    painter_free(tui->painter);
    terminal_close(tui->terminal);
    signals_close(tui->signals);
}

gboolean
tui_run(Session *session, int keys_fd, int *status, GError **error)
{
    static const SessionHost host = {.copy = host_copy,
                                     .suspend = host_suspend,
                                     .redraw = host_redraw,
                                     .colors = host_colors,
                                     .options_changed = host_options_changed};
    Tui tui = {.session = session};
    gboolean started = start(&tui, keys_fd, error);
    if (started) {
        SessionHost ours = host;
        if (!signals_can_stop(tui.signals))
            ours.suspend = NULL;
        session_set_host(session, &ours, &tui);
        paint(&tui);
        loop(&tui);
        if (tui.gone)
            session_hang_up(session);
        leave_screen(&tui);
        session_set_host(session, &(SessionHost){0}, NULL);
        *status = 0;
    }
    finish(&tui);
    return started;
}
