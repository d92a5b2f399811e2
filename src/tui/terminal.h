/* The terminal as a device: its descriptor, modes, size and type; bytes to it in one write. No drawing. */
#ifndef IBID_TUI_TERMINAL_H
#define IBID_TUI_TERMINAL_H

#include <glib.h>

typedef struct Terminal Terminal;

/* Opens the terminal behind keys_fd for reading and writing on a description of its own (never blocking), and remembers its modes. Errors: IBID_ERROR_USAGE. */
Terminal *terminal_open(int keys_fd, GError **error);
/* Restores the modes and closes. */
void terminal_close(Terminal *terminal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Terminal, terminal_close)

int terminal_fd(const Terminal *terminal);
/* The TERM to use: the environment's where it is known, else xterm-256color or vt100. Lent. */
const char *terminal_type(const Terminal *terminal);
/* TRUE for terminals that take synchronized updates, OSC 8 and OSC 52: all that descend from xterm. */
gboolean terminal_is_modern(const Terminal *terminal);

/* Keys come one by one, unechoed, ^S ^Q ^Z ^C among them; and back to what it was. */
void terminal_raw(Terminal *terminal);
void terminal_cooked(Terminal *terminal);

/* Cells; 80x24 where the device does not know. */
void terminal_size(const Terminal *terminal, int *width, int *height);

/* Writes all bytes, one write() where the device takes them; waits while it does not, but gives up when stop_fd becomes readable. FALSE: the terminal is gone or the wait was stopped. */
gboolean terminal_write(Terminal *terminal, const char *bytes, gsize length, int stop_fd);

#endif
