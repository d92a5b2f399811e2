/* The terminal driver: ncursesw is included in this folder and nowhere else. */
#ifndef IBID_TUI_TUI_H
#define IBID_TUI_TUI_H

#include "app/session.h"

/* Runs the session on the terminal until it quits; keys come from keys_fd (standard input, or /dev/tty where that is
 * the article). Gives the exit status. Errors: IBID_ERROR_USAGE where the terminal cannot be used at all (the caller
 * then prints linear text). */
gboolean tui_run(Session *session, int keys_fd, int *status, GError **error);

/* TRUE where a full-screen reader makes sense: standard output is a terminal, and TERM is not dumb. */
gboolean tui_possible(void);

#endif
