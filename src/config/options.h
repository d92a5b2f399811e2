/* Options as a table: name, type, range or choices, default, one line of help. The only place where an option is described: `:set`, config.ini, completion,
 * help and the man page are made from it. */
#ifndef IBID_CONFIG_OPTIONS_H
#define IBID_CONFIG_OPTIONS_H

#include <glib.h>

typedef enum { OPTION_FLAG, OPTION_NUMBER, OPTION_CHOICE, OPTION_LIST, OPTION_STRING } OptionType;

/* Order of the table in options.c. */
typedef enum {
    OPT_BOILERPLATE,  /* flag no: show what was set aside */
    OPT_MEASURE,      /* number 76, 20..200: widest column of text, in cells */
    OPT_PANES,        /* list auto: auto, none, or any of summary citations entities outline */
    OPT_THEME,        /* string dark: a name or a path */
    OPT_KEYS,         /* string vim: vim, less, newsboat, or a name of the user's folder keys/ */
    OPT_COLORS,       /* choice auto: auto true 256 16 8 0 */
    OPT_MOUSE,        /* flag no */
    OPT_BIDI,         /* choice off: terminal app off */
    OPT_INCSEARCH,    /* flag yes */
    OPT_SMARTCASE,    /* flag yes */
    OPT_WRAPSCAN,     /* flag yes */
    OPT_SCROLLOFF,    /* number 0..20, default 2 */
    OPT_NUMBERS,      /* flag yes: paragraph numbers in the margin */
    OPT_SIGNS,        /* choice auto: auto unicode ascii */
    OPT_MAX_SIZE,     /* number 150000000, 1000..2147483647: bytes */
    OPT_COPY,         /* choice auto: auto tmux osc52 none */
    OPT_ATTRIBUTION,  /* string: form of Y: {quote} {author} {title} {publication} {date} {paragraph} {url}, [left out where a field in it is unknown], \n */
    OPT_SIDEBAR,      /* number 40: width of the right-hand column, 24..80 */
    OPT_COUNT
} OptionId;

typedef struct {
    const char *name;
    OptionType type;
    int min, max;               /* numbers */
    const char *const *choices; /* choices and lists, NULL-terminated; of a string: what is commonly written, or NULL */
    const char *initial;        /* default, as one would write it */
    const char *help;           /* one line, without a full stop */
    const char *section;        /* of config.ini: "reader", … */
} OptionSpec;

const OptionSpec *option_spec(OptionId id);
/* By name ("max-size" is "max_size"), "no"-prefix not handled; -1 if there is none. */
int option_find(const char *name);

typedef struct Options Options;
Options *options_new(void); /* with all defaults */
void options_free(Options *options);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Options, options_free)

gboolean options_flag(const Options *options, OptionId id);
int options_number(const Options *options, OptionId id);
const char *options_string(const Options *options, OptionId id); /* any type, as one would write it; a flag is "yes" or "no" */
gboolean options_has(const Options *options, OptionId id, const char *member); /* lists */

/* Sets from text, checked against the table. Errors: IBID_ERROR_CONFIG: "measure: 500 is too large; write a number from 20 to 200". */
gboolean options_set(Options *options, OptionId id, const char *value, GError **error);
/* The argument of `:set`: "measure=60", "boilerplate", "noboilerplate", "boilerplate!", "theme?", "theme&" (default); the bare name of an option that is no flag asks
 * for it. For a question, and after a change, *answer is "measure=60", "boilerplate" or "noboilerplate" (free with g_free()); *changed is the option or -1. Both may be NULL. */
gboolean options_command(Options *options, const char *argument, int *changed, char **answer, GError **error);

/* config.ini: every fault is a message "FILE:LINE: …" appended to faults (GPtrArray of char *); what is right is set all the same. A missing file is no fault. */
void options_load(Options *options, const char *path, GPtrArray *faults);

#endif
