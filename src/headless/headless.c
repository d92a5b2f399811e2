/* A script stands for the keyboard, a string for the screen. Before each line all idle work is done, as it would be while a person thinks, so that what a script shows
 * does not depend on how fast the machine is. */
#include "headless/headless.h"

#include <string.h>

#include "base/error.h"

typedef struct {
    Session *session;
    const char *name;
    int line;
    GString *out;
    gboolean dumped; /* the script has asked for a screen itself */
} Run;

static void
print(gpointer data, const char *text)
{
    Run *run = data;
    gsize length = strlen(text);
    g_string_append_len(run->out, text, (gssize)length);
    if (length > 0 && text[length - 1] != '\n')
        g_string_append_c(run->out, '\n');
}

static int
colors(gpointer data)
{
    return 1 << 24;
}

static void
settle(Session *session)
{
    while (session_idle(session, G_MAXINT64))
        ;
    if (session_stale(session))
        session_draw(session);
}

static gboolean
run_command(Run *run, const char *command, GError **error)
{
    static const char dump[] = "dump-screen";
    gsize word = strcspn(command, " ");
    if (word == strlen(dump) && strncmp(command, dump, word) == 0)
        run->dumped = TRUE;
    if (session_command(run->session, command))
        return TRUE;
    const char *why = session_message(run->session, NULL);
    g_set_error(error, IBID_ERROR, IBID_ERROR_USAGE, "%s:%d: %s", run->name, run->line,
                why ? why : "the command failed; correct this line");
    return FALSE;
}

static gboolean
run_keys(Run *run, const char *text, GError **error)
{
    g_autoptr(GError) fault = NULL;
    g_autoptr(GArray) keys = keys_parse(text, &fault);
    if (!keys) {
        g_set_error(error, IBID_ERROR, IBID_ERROR_USAGE, "%s:%d: %s", run->name, run->line, fault->message);
        return FALSE;
    }
    for (guint i = 0; i < keys->len && !session_has_quit(run->session); i++)
        session_key(run->session, g_array_index(keys, Key, i));
    return TRUE;
}

static gboolean
run_line(Run *run, char *line, GError **error)
{
    g_strstrip(line);
    if (!*line || *line == '#')
        return TRUE;
    settle(run->session);
    if (*line == ':')
        return run_command(run, line + 1, error);
    if (line[0] == '\\' && (line[1] == ':' || line[1] == '#'))
        line++;
    return run_keys(run, line, error);
}

gboolean
headless_run(Session *session, int width, int height, const char *script, const char *name, GString *out,
             GError **error)
{
    Run run = {.session = session, .name = name, .out = out};
    const SessionHost host = {.print = print, .colors = colors}, none = {NULL};
    session_set_host(session, &host, &run);
    session_resize(session, width, height);
    g_auto(GStrv) lines = g_strsplit(script, "\n", -1);
    gboolean well = TRUE;
    for (char **line = lines; well && *line && !session_has_quit(session); line++) {
        run.line++;
        well = run_line(&run, *line, error);
    }
    if (well && !run.dumped) {
        settle(session);
        g_autofree char *screen = grid_dump(session_draw(session), FALSE);
        print(&run, screen);
    }
    session_set_host(session, &none, NULL);
    return well;
}
