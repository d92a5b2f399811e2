/* The session: everything a reader can do, without a terminal. A command is (session, arguments) → status; keys, the `:` line, scripts and tests go through one dispatcher.
 *
 * A driver (tui, headless) gives it keys, a size and idle time, and shows the grid that it draws:
 *
 *     session_key(session, key);             for every key that waits
 *     if (session_stale(session)) show(session_draw(session));
 *     while (no key waits && session_idle(session, now + slice)) …
 */
#ifndef IBID_APP_SESSION_H
#define IBID_APP_SESSION_H

#include "article/article.h"
#include "config/key.h"
#include "config/keymap.h"
#include "config/options.h"
#include "config/theme.h"
#include "view/grid.h"

typedef struct Session Session; /* app/command.h names it too */

/* What a session asks of whoever shows it: a few verbs, each may be NULL (nothing is done, and the session says so). */
typedef struct {
    /* Puts text on the clipboard; *said gets how ("copied to tmux", free with g_free()). FALSE: could not. */
    gboolean (*copy)(gpointer data, const char *text, gsize length, char **said);
    /* Gives the terminal back and stops; returns when continued. */
    void (*suspend)(gpointer data);
    /* The next frame is to be painted whole (^L). */
    void (*redraw)(gpointer data);
    /* Takes what :dump-screen and :dump-document print when no file is named. */
    void (*print)(gpointer data, const char *text);
    /* Colours and signs of the terminal: number of colours (0, 8, 16, 256, 1 << 24). */
    int (*colors)(gpointer data);
    /* The theme or an option that concerns the terminal (colors, mouse) has changed. */
    void (*options_changed)(gpointer data);
} SessionHost;

/* Loads config.ini, theme and key map (faults become messages and never stop it). theme: overrides the option, or NULL. Never NULL. */
Session *session_new(const char *theme);
void session_free(Session *session);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Session, session_free)
void session_set_host(Session *session, const SessionHost *host, gpointer data);

/* Shows an article (a reference is taken); the one before goes into the jump list. */
void session_show(Session *session, Article *article);
/* Options are asked for by a caller that opens articles (max_size). */
Options *session_options(Session *session);
Theme *session_theme(Session *session);

void session_resize(Session *session, int width, int height);
void session_key(Session *session, Key key);
/* Text pasted into the terminal, as it came: it goes into the line that is typed, as one line; elsewhere it is no key and does nothing. */
void session_paste(Session *session, const char *text, gsize length);
/* A command line without ":". FALSE: it failed, and the session's message says why. */
gboolean session_command(Session *session, const char *line);
/* Works on what can wait (citations, entities, counting hits, exact figures) until the monotonic deadline in µs; TRUE while there is more. */
gboolean session_idle(Session *session, gint64 deadline);
/* TRUE when session_draw() would show something new. */
gboolean session_stale(const Session *session);
Grid *session_draw(Session *session);
gboolean session_has_quit(const Session *session);
/* The message in the status line, or NULL; lent. is_error may be NULL. */
const char *session_message(const Session *session, gboolean *is_error);
/* TRUE while keys are typed into a line (prompt): there, Alt with a letter is one key, as readline has it. */
gboolean session_in_prompt(const Session *session);
/* HUP, TERM: saves what is to be saved (histories; later: drafts). No drawing. */
void session_hang_up(Session *session);

Article *session_article(const Session *session);
gsize session_caret(const Session *session);

#endif
