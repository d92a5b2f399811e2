/* The table of verbs. A new verb is a row here and a function in a file of its own. */
#include "cli/verbs.h"

#include <poll.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/error.h"
#include "base/message.h"
#include "base/output.h"
#include "base/paths.h"

static const Verb verbs[] = {
    {"show", "ARTICLE", "print the text", "text markdown json html", 1, 1,
     TAKES_ARTICLE | TAKES_WIDTH | TAKES_FORMAT | TAKES_WHOLE, verb_show},
    {"cites", "ARTICLE…", "list citations and the works that they cite",
     "table json csv markdown bibtex ris csl-json", 1, -1, TAKES_ARTICLE | TAKES_WIDTH | TAKES_FORMAT, verb_cites},
    {"entities", "ARTICLE…", "list the persons, organisations and places", "table json csv", 1, -1,
     TAKES_ARTICLE | TAKES_WIDTH | TAKES_FORMAT, verb_entities},
    {"check", "ARTICLE…", "find what is wrong with citations and notes", "table json", 1, -1,
     TAKES_ARTICLE | TAKES_FORMAT | TAKES_WIDTH | TAKES_PROFILE, verb_check},
    {"keys", "", "list the keys and what they do", NULL, 0, 0, TAKES_KEYS, verb_keys},
    {"themes", "", "list the themes that are found", NULL, 0, 0, 0, verb_themes},
    {"help", "", "print this help", NULL, 0, 0, 0, verb_help},
};

guint
verb_count(void)
{
    return G_N_ELEMENTS(verbs);
}

const Verb *
verb_get(guint index)
{
    return &verbs[index];
}

const Verb *
verb_find(const char *name)
{
    for (guint i = 0; name && i < G_N_ELEMENTS(verbs); i++)
        if (strcmp(verbs[i].name, name) == 0)
            return &verbs[i];
    return NULL;
}

char *
verb_names(void)
{
    GString *names = g_string_new(NULL);
    for (guint i = 0; i < G_N_ELEMENTS(verbs); i++)
        g_string_append_printf(names, "%s%s", i > 0 ? ", " : "", verbs[i].name);
    return g_string_free(names, FALSE);
}

int
verb_format(const Verb *verb, const char *format)
{
    if (!format)
        return 0;
    g_auto(GStrv) names = g_strsplit(verb->formats ? verb->formats : "", " ", -1);
    for (int i = 0; names[i]; i++)
        if (strcmp(names[i], format) == 0)
            return i;
    return -1;
}

int
verb_help(const CliOptions *options)
{
    g_autofree char *help = cli_help();
    return cli_write(help, strlen(help));
}

Options *
verb_config(gboolean tell)
{
    Options *options = options_new();
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *path = paths_config("config.ini", NULL);
    if (path)
        options_load(options, path, faults);
    if (tell)
        verb_tell(faults);
    return options;
}

void
verb_tell(GPtrArray *faults)
{
    for (guint i = 0; i < faults->len; i++)
        message("%s", (const char *)g_ptr_array_index(faults, i));
}

/* A terminal's own width, where it is less than the common one: a line is then not broken twice. */
int
verb_width(const CliOptions *options)
{
    struct winsize size;
    if (options->width > 0)
        return options->width;
    if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20)
        return MIN(size.ws_col, EXPORT_WIDTH);
    return EXPORT_WIDTH;
}

gboolean
verb_output(gpointer data, const char *bytes, gsize length, GError **error)
{
    return output_write(STDOUT_FILENO, bytes, length, error);
}

/* A reader that has seen enough (head) is no fault worth a message; the pipe itself tells: its writing end has no reader. */
static gboolean
reader_gone(void)
{
    struct pollfd standard_output = {.fd = STDOUT_FILENO, .events = POLLOUT};
    return poll(&standard_output, 1, 0) == 1 && (standard_output.revents & POLLERR);
}

int
verb_failed(const GError *error)
{
    if (!g_error_matches(error, IBID_ERROR, IBID_ERROR_WRITE) || !reader_gone())
        message("%s", error->message);
    return error_exit_status(error);
}

int
cli_write(const char *bytes, gsize length)
{
    g_autoptr(GError) error = NULL;
    return output_write(STDOUT_FILENO, bytes, length, &error) ? 0 : verb_failed(error);
}
