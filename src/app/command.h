/* Commands as a table: name, arguments, help, completion, and what runs. The only place where a command is described: key maps, the `:` line, completion, `?`, `ibid keys` and the
 * man page are made from it. The rows stand beside the functions, in the file of their subject (commands_move.c, commands_search.c, …), and are joined in command.c. */
#ifndef IBID_APP_COMMAND_H
#define IBID_APP_COMMAND_H

#include <glib.h>

typedef struct Session Session;

typedef enum { COMMAND_OK, COMMAND_FAILED } CommandStatus; /* FAILED: the session's message says why */

typedef enum { COMPLETE_NONE, COMPLETE_FILE, COMPLETE_OPTION, COMPLETE_COMMAND } CommandCompletion;

typedef struct {
    const char *name;
    const char *arguments;  /* "[N]", "FILE", "": as the help shows it */
    const char *help;       /* one line */
    const char *group;      /* heading in the help: "Moving", "Citations", … */
    CommandStatus (*run)(Session *session, const char *argument, int count); /* count: -1 where none was typed */
    CommandCompletion completion;
    guint8 flags;
} Command;

enum { COMMAND_JUMP = 1 /* leaves a place in the jump list */, COMMAND_REPEATS = 2 /* ; and , repeat it */ };

guint command_count(void);
const Command *command_get(guint index);
const Command *command_find(const char *name);
/* TRUE for commands that are refused where there is no text. */
gboolean command_needs_text(const Command *command);
/* How often a command is to do its work: the count, or once where none was typed. */
int command_times(int count);
/* KeymapCheck: whether a line starts with a command's name. */
gboolean command_check(const char *line, char **what, gpointer data);

#endif
