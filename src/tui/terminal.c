/* The device is opened anew by its name, so that O_NONBLOCK stays with ibid and never reaches the shell, which shares the description of descriptor 0. */
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

struct Terminal {
    int fd;
    char *type;
    struct termios cooked;
    gboolean has_modes, is_raw;
};

static gboolean
descends_from_xterm(const char *type)
{
    static const char *const names[] = {"xterm", "screen", "tmux", "rxvt", "alacritty", "kitty", "foot", "vte", "konsole", "wezterm", "ghostty", "contour", "iterm", "gnome", "putty", "mlterm", "st-"};
    for (guint i = 0; type && i < G_N_ELEMENTS(names); i++)
        if (strstr(type, names[i]))
            return TRUE;
    return FALSE;
}

/* TRUE when terminfo knows the type and it can address the cursor. */
static gboolean
is_usable(const char *type)
{
    int why;
    if (!type || !*type || setupterm((char *)type, STDERR_FILENO, &why) != OK)
        return FALSE;
    const char *cup = tigetstr((char *)"cup");
    gboolean usable = cup && cup != (char *)-1;
    del_curterm(cur_term);
    return usable;
}

static char *
choose_type(void)
{
    const char *type = g_getenv("TERM");
    if (is_usable(type))
        return g_strdup(type);
    const char *fallback = descends_from_xterm(type) ? "xterm-256color" : "vt100";
    return is_usable(fallback) ? g_strdup(fallback) : NULL;
}

Terminal *
terminal_open(int keys_fd, GError **error)
{
    g_autofree char *type = choose_type();
    if (!type) {
        g_set_error(error, IBID_ERROR, IBID_ERROR_USAGE, "the terminal: its type (TERM) cannot move the cursor; set TERM, for instance to xterm-256color");
        return NULL;
    }
    char name[256];
    int fd = -1;
    if (ttyname_r(keys_fd, name, sizeof name) == 0)
        fd = open(name, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        fd = open("/dev/tty", O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0 && isatty(keys_fd)) {
        fd = fcntl(keys_fd, F_DUPFD_CLOEXEC, 3); /* a tty without a name (a chroot): shared with the shell, but better than nothing */
    }
    if (fd < 0) {
        g_set_error(error, IBID_ERROR, IBID_ERROR_USAGE, "the terminal: it cannot be opened (%s); run ibid in a terminal, or pipe its output", g_strerror(errno));
        return NULL;
    }
    Terminal *terminal = g_new0(Terminal, 1);
    terminal->fd = fd;
    terminal->type = g_steal_pointer(&type);
    terminal->has_modes = tcgetattr(fd, &terminal->cooked) == 0;
    return terminal;
}

void
terminal_close(Terminal *terminal)
{
    if (!terminal)
        return;
    terminal_cooked(terminal);
    close(terminal->fd);
    g_free(terminal->type);
    g_free(terminal);
}

int
terminal_fd(const Terminal *terminal)
{
    return terminal->fd;
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

void
terminal_raw(Terminal *terminal)
{
    if (!terminal->has_modes || terminal->is_raw)
        return;
    struct termios raw = terminal->cooked;
    raw.c_iflag &= ~(tcflag_t)(IXON | IXOFF | ICRNL | INLCR | IGNCR | ISTRIP | BRKINT | PARMRK);
    raw.c_oflag &= ~(tcflag_t)OPOST;
    raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL | IEXTEN | ISIG);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    terminal->is_raw = tcsetattr(terminal->fd, TCSADRAIN, &raw) == 0;
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
    *width = known && size.ws_col > 0 ? size.ws_col : 80;
    *height = known && size.ws_row > 0 ? size.ws_row : 24;
    *width = MIN(*width, 2000);
    *height = MIN(*height, 1000);
}

gboolean
terminal_write(Terminal *terminal, const char *bytes, gsize length, int stop_fd)
{
    while (length > 0) {
        ssize_t wrote = write(terminal->fd, bytes, length);
        if (wrote > 0) {
            bytes += wrote;
            length -= (gsize)wrote;
            continue;
        }
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0 && errno != EAGAIN)
            return FALSE;
        struct pollfd wait[] = {{terminal->fd, POLLOUT, 0}, {stop_fd, POLLIN, 0}};
        if (poll(wait, stop_fd >= 0 ? 2 : 1, -1) < 0 && errno != EINTR)
            return FALSE;
        if ((wait[0].revents & (POLLERR | POLLHUP)) || (wait[1].revents & POLLIN))
            return FALSE;
    }
    return TRUE;
}
