/* A line being typed: readline's editing by grapheme cluster, history, and a menu of completions. Knows nothing of what the line means. */
#ifndef IBID_APP_PROMPT_H
#define IBID_APP_PROMPT_H

#include <glib.h>

typedef enum { PROMPT_COMMAND, PROMPT_SEARCH, PROMPT_ONLY, PROMPT_FILTER, PROMPT_KINDS } PromptKind;

typedef struct Prompt Prompt;

/* history: strings, oldest first; lent, may be NULL. text: what stands there at the start (NULL: nothing), the cursor behind it. */
Prompt *prompt_new(PromptKind kind, const char *text, GPtrArray *history);
void prompt_free(Prompt *prompt);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Prompt, prompt_free)

PromptKind prompt_kind(const Prompt *prompt);
const char *prompt_text(const Prompt *prompt);
gsize prompt_cursor(const Prompt *prompt); /* bytes */

/* Each gives TRUE where something changed. */
gboolean prompt_insert(Prompt *prompt, const char *text, gssize length);
gboolean prompt_backspace(Prompt *prompt);
gboolean prompt_delete(Prompt *prompt);
gboolean prompt_left(Prompt *prompt);
gboolean prompt_right(Prompt *prompt);
gboolean prompt_word_left(Prompt *prompt);
gboolean prompt_word_right(Prompt *prompt);
gboolean prompt_home(Prompt *prompt);
gboolean prompt_end(Prompt *prompt);
gboolean prompt_kill_word(Prompt *prompt);  /* back to the start of the word */
gboolean prompt_kill_start(Prompt *prompt); /* back to the start of the line */
gboolean prompt_kill_end(Prompt *prompt);
gboolean prompt_yank(Prompt *prompt);       /* what was killed last */
/* Older / newer lines that begin as the typed one does. */
gboolean prompt_history_previous(Prompt *prompt);
gboolean prompt_history_next(Prompt *prompt);

/* The menu: candidates replace the text from `from` to the cursor. Takes the array (of char *, with g_free as its free function). */
void prompt_offer(Prompt *prompt, gsize from, GPtrArray *candidates);
/* Steps through the menu; FALSE where there is none. */
gboolean prompt_complete(Prompt *prompt, gboolean back);
/* NULL where no menu is open; *chosen -1: none yet. */
const GPtrArray *prompt_candidates(const Prompt *prompt, int *chosen);
void prompt_close_menu(Prompt *prompt);

/* Appends a line to a history: not twice in a row, at most 200 lines. */
void history_add(GPtrArray *history, const char *line);

#endif
