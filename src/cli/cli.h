/* The command line: options, verbs (show, cites, entities, keys, themes), and the errors and exit statuses of DESIGN 7. A verb is one row in a table and one function. */
#ifndef IBID_CLI_CLI_H
#define IBID_CLI_CLI_H

#include <glib.h>

typedef struct {
    char *verb;      /* NULL: read */
    char **articles; /* NULL-terminated */
    char *as, *issued, *format, *theme, *headless, *script, *library;
    int width;       /* 0: not given */
    gboolean whole, help, version;
} CliOptions;

/* Errors: IBID_ERROR_USAGE: "--widht: unknown option; see 'ibid --help'". Free with cli_options_free(). */
CliOptions *cli_parse(int argc, char **argv, GError **error);
void cli_options_free(CliOptions *options);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CliOptions, cli_options_free)

/* Runs a verb; gives the exit status. Messages have been printed. */
int cli_run(const CliOptions *options);
/* What --help prints. Free with g_free(). */
char *cli_help(void);

#endif
