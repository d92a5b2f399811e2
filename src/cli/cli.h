/* The command line: options, verbs (show, cites, entities, check, keys, themes), and the errors and exit statuses of DESIGN 7. An option is one row in the table of cli.c, a verb one row in the
 * table of verbs.c and one function; help is made from both. */
#ifndef IBID_CLI_CLI_H
#define IBID_CLI_CLI_H

#include "article/article.h"

typedef struct {
    const char *verb; /* a name from the table of verbs, or NULL: read */
    char **articles;  /* NULL-terminated, never NULL */
    char *as, *issued, *format, *theme, *keys, *script;
    char *width_text, *headless_text;      /* as given; checked in the numbers below */
    int width;                             /* cells; 0: not given */
    int headless_width, headless_height;   /* 0: a terminal is used */
    gboolean whole, profile, help, version;
} CliOptions;

/* Options may stand anywhere before "--". Values are checked here, so that no article is read for nothing. Errors: IBID_ERROR_USAGE: "--widht: unknown option; see 'ibid --help'".
 * Free with cli_options_free(). */
CliOptions *cli_parse(int argc, char **argv, GError **error);
void cli_options_free(CliOptions *options);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CliOptions, cli_options_free)

/* Runs the verb, or shows the help or the version; gives the exit status. Messages have been printed. Without a verb the article is shown. */
int cli_run(const CliOptions *options);
/* What --help prints. Free with g_free(). */
char *cli_help(void);

/* Opens the article that is named first, or the one that comes with ibid, as the options and the reader's config.ini (max_size) ask. Errors as article_open(); a word that is neither
 * a file nor a verb says so. Caller owns the reference. */
Article *cli_open(const CliOptions *options, GError **error);
/* Prints an article that has been opened, as `ibid show` does; gives the exit status. Messages have been printed. */
int cli_show(const CliOptions *options, Article *article);
/* Writes to standard output; gives the exit status: 0, or 1 with a message (none where a pipe's reader has gone away). */
int cli_write(const char *bytes, gsize length);

#endif
