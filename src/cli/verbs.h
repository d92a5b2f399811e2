/* The verbs as a table: name, what follows it, help, formats, and what runs. */
#ifndef IBID_CLI_VERBS_H
#define IBID_CLI_VERBS_H

#include "cli/cli.h"
#include "config/options.h"
#include "export/export.h"

/* What an option belongs to; a verb's row says which it takes. */
typedef enum {
    TAKES_ARTICLE = 1 << 0, /* --as, --issued */
    TAKES_WIDTH = 1 << 1,
    TAKES_FORMAT = 1 << 2,
    TAKES_WHOLE = 1 << 3,
    TAKES_KEYS = 1 << 4,
    TAKES_THEME = 1 << 5,
    TAKES_PROFILE = 1 << 7,
    TAKES_SCRIPT = 1 << 6, /* --headless, --script: reading alone */
} VerbTakes;

typedef struct {
    const char *name;
    const char *arguments; /* "ARTICLE…", as the help shows it */
    const char *help;      /* one line */
    const char *formats;   /* names with spaces between, the first is the default; NULL: none */
    int articles_min, articles_max; /* max -1: any number */
    VerbTakes takes;
    int (*run)(const CliOptions *options); /* gives the exit status */
} Verb;

guint verb_count(void);
const Verb *verb_get(guint index);
const Verb *verb_find(const char *name);
/* "show, cites, entities": for messages. Free with g_free(). */
char *verb_names(void);
/* The place of options->format among the formats of a verb; 0 where none is given, -1 where it is none of them. */
int verb_format(const Verb *verb, const char *format);

int verb_show(const CliOptions *options);
int verb_cites(const CliOptions *options);
int verb_entities(const CliOptions *options);
int verb_check(const CliOptions *options);
int verb_keys(const CliOptions *options);
int verb_themes(const CliOptions *options);
int verb_help(const CliOptions *options);

/* What verbs share: the reader's options from config.ini (its faults are told where `tell` is set), faults as messages, the width of a line, and an ExportWrite to standard output. */
Options *verb_config(gboolean tell);
void verb_tell(GPtrArray *faults);
/* The warnings of an article about shared lists, as messages. */
void verb_warn(Article *article);
int verb_width(const CliOptions *options);
gboolean verb_output(gpointer data, const char *bytes, gsize length, GError **error);

/* Prints the error, unless it is a pipe whose reader has gone away, and gives the exit status. */
int verb_failed(const GError *error);

#endif
