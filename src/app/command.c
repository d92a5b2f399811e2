/* The tables of all commands files joined, and command lines taken apart. */
#include "app/internal.h"

#include <string.h>

/* needs_text: none of the rows can do anything where there is no text; said once, in session_run(). */
static const struct {
    const Command *rows;
    gboolean needs_text;
} tables[] = {
    {commands_move, TRUE},   {commands_words, TRUE}, {commands_jump, TRUE},    {commands_peek, FALSE},  {commands_hint, TRUE},
    {commands_search, TRUE}, {commands_pane, FALSE}, {commands_select, TRUE}, {commands_general, FALSE}, {commands_prompt, FALSE},
};

guint
command_count(void)
{
    guint count = 0;
    for (guint i = 0; i < G_N_ELEMENTS(tables); i++)
        for (const Command *command = tables[i].rows; command->name; command++)
            count++;
    return count;
}

const Command *
command_get(guint index)
{
    for (guint i = 0; i < G_N_ELEMENTS(tables); i++)
        for (const Command *command = tables[i].rows; command->name; command++)
            if (index-- == 0)
                return command;
    return NULL;
}

gboolean
command_needs_text(const Command *command)
{
    for (guint i = 0; i < G_N_ELEMENTS(tables); i++)
        for (const Command *row = tables[i].rows; row->name; row++)
            if (row == command)
                return tables[i].needs_text;
    return FALSE;
}

int
command_times(int count)
{
    return count < 0 ? 1 : count;
}

/* Short names that people of vi type. */
static const struct {
    const char *shorter, *name;
} aliases[] = {
    {"q", "quit"}, {"q!", "quit"}, {"qa", "quit"}, {"h", "help"}, {"e", "open"}, {"se", "set"}, {"noh", "nohlsearch"},
};

const Command *
command_find(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(aliases); i++)
        if (strcmp(aliases[i].shorter, name) == 0)
            name = aliases[i].name;
    for (guint i = 0; i < G_N_ELEMENTS(tables); i++)
        for (const Command *command = tables[i].rows; command->name; command++)
            if (strcmp(command->name, name) == 0)
                return command;
    return NULL;
}

/* The command that a line begins with; *argument is what follows it, white space off at both ends (free with g_free()). */
static const Command *
command_parse(const char *line, char **name, char **argument)
{
    while (*line == ' ' || *line == ':')
        line++;
    gsize length = strcspn(line, " ");
    *name = g_strndup(line, length);
    *argument = g_strstrip(g_strdup(line + length));
    return command_find(*name);
}

gboolean
command_check(const char *line, char **what, gpointer data)
{
    g_autofree char *name = NULL, *argument = NULL;
    const Command *command = command_parse(line, &name, &argument);
    if (!command) {
        *what = g_strdup_printf("there is no command «%s»", name);
        return FALSE;
    }
    if (*argument && !*command->arguments) {
        *what = g_strdup_printf("«%s» takes no argument", name);
        return FALSE;
    }
    return TRUE;
}

gboolean
session_command(Session *session, const char *line)
{
    g_autofree char *name = NULL, *argument = NULL;
    const Command *command = command_parse(line, &name, &argument);
    if (!*name)
        return TRUE;
    char *rest = NULL;
    guint64 number = g_ascii_strtoull(name, &rest, 10);
    if (g_ascii_isdigit(*name) && (*rest == '\0' || strcmp(rest, "%") == 0) && !*argument) /* ":12", ":50%" */
        return session_run(session, command_find(*rest ? "percent" : "paragraph-number"), "", (int)MIN(number, G_MAXINT));
    if (!command) {
        session_fail(session, ":%s: there is no such command; Tab after “:” lists them", name);
        return FALSE;
    }
    if (*argument && !*command->arguments) {
        session_fail(session, ":%s takes no argument", name);
        return FALSE;
    }
    int count = -1;
    if (*argument && (strcmp(command->arguments, "N") == 0 || strcmp(command->arguments, "[N]") == 0)) {
        number = g_ascii_strtoull(argument, &rest, 10);
        if (!g_ascii_isdigit(*argument) || *rest) {
            session_fail(session, ":%s takes a number, not «%s»", name, argument);
            return FALSE;
        }
        count = (int)MIN(number, 99999999);
        argument[0] = '\0';
    }
    return session_run(session, command, argument, count);
}
