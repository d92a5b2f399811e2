/* The device is opened anew by its name, so that O_NONBLOCK stays with ibid and never reaches the shell, which shares
 * the description of descriptor 0. */
#include "tui/terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <curses.h>
#include <term.h>

#include "base/error.h"

enum { WIDTH_MAX = 2000, HEIGHT_MAX = 1000 };

struct Terminal {
    int fd;
    char *type;
    struct termios cooked;
    gboolean has_modes, is_raw, is_gone;
    GString *rest; /* what the device has not taken yet */
};

/* --- its type ----------------------------------------------------------------------------------------------------- */

static gboolean
descends_from_xterm(const char *type)
{
    static const char *const names[] = {"xterm", "screen",  "tmux",    "rxvt",    "alacritty", "kitty", "foot",
                                        "vte",   "konsole", "wezterm", "ghostty", "contour",   "iterm", "gnome",
                                        "putty", "mintty",  "hterm",   "mlterm",  "rio",       "st-"};
    for (guint i = 0; type && i < G_N_ELEMENTS(names); i++)
        if (strstr(type, names[i]))
            return TRUE;
    return FALSE;
}

/* The number of colours of a type that terminfo knows and that can address the cursor, at least 0; else -1. */
static int
look_up(const char *type)
{
    int why;
    if (!type || !*type || setupterm((char *)type, STDERR_FILENO, &why) != OK)
        return -1;
    const char *address = tigetstr((char *)"cup");
    int colors = tigetnum((char *)"colors");
    del_curterm(cur_term);
    return address && address != (char *)-1 ? MAX(colors, 0) : -1;
}

/* A terminal that says it has true colour, under a name that stands for eight (TERM=xterm, screen), is called by its
 * fuller name. */
static char *
fuller_type(const char *type)
{
    const char *depth = g_getenv("COLORTERM");
    if (!depth || (strcmp(depth, "truecolor") != 0 && strcmp(depth, "24bit") != 0) || !descends_from_xterm(type))
        return NULL;
    g_autofree char *fuller = g_strconcat(type, "-256color", NULL);
    return look_up(fuller) >= 256 ? g_steal_pointer(&fuller) : NULL;
}

static char *
choose_type(void)
{
    const char *type = g_getenv("TERM");
    int colors = look_up(type);
    if (colors >= 0) {
        char *fuller = colors < 256 ? fuller_type(type) : NULL;
        return fuller ? fuller : g_strdup(type);
    }
    const char *fallback = descends_from_xterm(type) ? "xterm-256color" : "vt100";
    return look_up(fallback) >= 0 ? g_strdup(fallback) : NULL;
}

const char *
terminal_type(const Terminal *terminal)
{
    return terminal->type;
}

gboolean
terminal_is_modern(const Terminal *terminal)
{
    return descends_from_xterm(terminal->type);
}

/* --- its descriptor and modes ------------------------------------------------------------------------------------- */

static int
open_device(int keys_fd)
{
    char name[256];
    int fd = -1;
    if (ttyname_r(keys_fd, name, sizeof name) == 0)
        fd = open(name, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        fd = open("/dev/tty", O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0 && isatty(keys_fd)) /* a tty without a name (a chroot): shared with the shell, but better than nothing */
        fd = fcntl(keys_fd, F_DUPFD_CLOEXEC, 3);
    return fd;
}

Terminal *
terminal_open(int keys_fd, GError **error)
{
    g_autofree char *type = choose_type();
    if (!type) {
        g_set_error(error, IBID_ERROR, IBID_ERROR_USAGE,
                    "the terminal: its type (TERM) cannot move the cursor; set TERM, for instance to xterm-256color");
        return NULL;
    }
    int fd = open_device(keys_fd);
    if (fd < 0) {
        g_set_error(error, IBID_ERROR, IBID_ERROR_USAGE,
                    "the terminal: it cannot be opened (%s); run ibid in a terminal, or pipe its output",
                    g_strerror(errno));
        return NULL;
    }
    Terminal *terminal = g_new0(Terminal, 1);
    terminal->fd = fd;
    terminal->type = g_steal_pointer(&type);
    terminal->rest = g_string_new(NULL);
    return terminal;
}

void
terminal_close(Terminal *terminal)
{
    if (!terminal)
        return;
    terminal_cooked(terminal);
    close(terminal->fd);
    g_string_free(terminal->rest, TRUE);
    g_free(terminal->type);
    g_free(terminal);
}

int
terminal_fd(const Terminal *terminal)
{
    return terminal->fd;
}

/* Never TCSADRAIN: a terminal that nobody reads would hold us for ever. */
void
terminal_raw(Terminal *terminal)
{
    if (!terminal->is_raw)
        terminal->has_modes = tcgetattr(terminal->fd, &terminal->cooked) == 0;
    if (!terminal->has_modes)
        return;
    struct termios raw = terminal->cooked;
    raw.c_iflag &= ~(tcflag_t)(IXON | IXOFF | ICRNL | INLCR | IGNCR | ISTRIP | BRKINT | PARMRK);
    raw.c_oflag &= ~(tcflag_t)OPOST;
    raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL | IEXTEN | ISIG);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    if (tcsetattr(terminal->fd, TCSANOW, &raw) == 0)
        terminal->is_raw = TRUE;
}

void
terminal_cooked(Terminal *terminal)
{
    if (!terminal->is_raw)
        return;
    tcsetattr(terminal->fd, TCSANOW, &terminal->cooked);
    terminal->is_raw = FALSE;
}

void
terminal_size(const Terminal *terminal, int *width, int *height)
{
    struct winsize size = {0};
    gboolean known = ioctl(terminal->fd, TIOCGWINSZ, &size) == 0;
    *width = known && size.ws_col > 0 ? MIN(size.ws_col, WIDTH_MAX) : 80;
    *height = known && size.ws_row > 0 ? MIN(size.ws_row, HEIGHT_MAX) : 24;
}

/* --- bytes to it -------------------------------------------------------------------------------------------------- */

/* Gives how many bytes the device took: fewer than length when it takes no more now, or never will. */
static gsize
write_some(Terminal *terminal, const char *bytes, gsize length)
{
    gsize done = 0;
    while (done < length && !terminal->is_gone) {
        ssize_t wrote = write(terminal->fd, bytes + done, length - done);
        if (wrote > 0)
            done += (gsize)wrote;
        else if (wrote < 0 && errno == EAGAIN)
            break;
        else if (wrote == 0 || errno != EINTR)
            terminal->is_gone = TRUE;
    }
    return done;
}

void
terminal_send(Terminal *terminal, const char *bytes, gsize length)
{
    gsize done = terminal->rest->len == 0 ? write_some(terminal, bytes, length) : 0;
    if (!terminal->is_gone)
        g_string_append_len(terminal->rest, bytes + done, (gssize)(length - done));
}

gboolean
terminal_is_behind(const Terminal *terminal)
{
    return terminal->rest->len > 0 && !terminal->is_gone;
}

void
terminal_push(Terminal *terminal)
{
    g_string_erase(terminal->rest, 0, (gssize)write_some(terminal, terminal->rest->str, terminal->rest->len));
}

void
terminal_drain(Terminal *terminal, int patience_ms)
{
    while (terminal_is_behind(terminal)) {
        struct pollfd wait = {terminal->fd, POLLOUT, 0};
        int ready = poll(&wait, 1, patience_ms);
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0 || (wait.revents & (POLLERR | POLLHUP | POLLNVAL)))
            break;
        terminal_push(terminal);
    }
    g_string_truncate(terminal->rest, 0);
}

gboolean
terminal_is_gone(const Terminal *terminal)
{
    return terminal->is_gone;
}
