/* The terminal as a device: its descriptor, modes, size and type; bytes to it in one write. No drawing.
 *
 * The device never blocks the reader: what it does not take at once is kept and sent when it has room, and the driver
 * paints no new frame before that. */
#ifndef IBID_TUI_TERMINAL_H
#define IBID_TUI_TERMINAL_H

#include <glib.h>

typedef struct Terminal Terminal;

/* Opens the terminal behind keys_fd for reading and writing on a description of its own (never blocking), and
 * remembers its modes. Errors: IBID_ERROR_USAGE. */
Terminal *terminal_open(int keys_fd, GError **error);
/* Restores the modes and closes. */
void terminal_close(Terminal *terminal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Terminal, terminal_close)

int terminal_fd(const Terminal *terminal);
/* The TERM to use: the environment's where it is known, else xterm-256color or vt100. Lent. */
const char *terminal_type(const Terminal *terminal);
/* TRUE for terminals that take synchronized updates, OSC 8 and OSC 52, or know to skip them: all that descend from
 * xterm. */
gboolean terminal_is_modern(const Terminal *terminal);

/* Keys come one by one, unechoed, ^S ^Q ^Z ^C among them; and back to what it was. */
void terminal_raw(Terminal *terminal);
void terminal_cooked(Terminal *terminal);

/* Cells; 80x24 where the device does not know. */
void terminal_size(const Terminal *terminal, int *width, int *height);

/* Sends bytes behind those that still wait: one write() where the device takes them all. */
void terminal_send(Terminal *terminal, const char *bytes, gsize length);
/* TRUE while bytes wait for the device to take them: poll for POLLOUT, then terminal_push(). */
gboolean terminal_is_behind(const Terminal *terminal);
void terminal_push(Terminal *terminal);
/* Waits until all has been taken, but no longer than patience_ms without any progress; what is left then is thrown
 * away. */
void terminal_drain(Terminal *terminal, int patience_ms);
/* TRUE when a write has failed for good: nobody will see what is sent. */
gboolean terminal_is_gone(const Terminal *terminal);

#endif
