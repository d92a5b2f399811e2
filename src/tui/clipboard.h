/* Copying out of a terminal: tmux's buffer inside tmux, else OSC 52, else a file where the text is too long for a
 * terminal. */
#ifndef IBID_TUI_CLIPBOARD_H
#define IBID_TUI_CLIPBOARD_H

#include <glib.h>

/* how: "auto", "tmux", "osc52" or "none" (option copy). modern: the terminal takes OSC 52. What is to be sent to the
 * terminal is appended to out. *said: what was done ("to tmux's buffer"), or why not; NULL where there is nothing to
 * say; free with g_free(). */
gboolean clipboard_copy(const char *how, gboolean modern, const char *text, gsize length, GString *out, char **said);

#endif
