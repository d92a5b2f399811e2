/* The options as a table, their parsing by GOptionContext, and the help made from the tables.
 *
 * GOption takes the line apart. What it would say about a fault is in its own words (and the locale's), and a value for a flag it takes in silence, so
 * the arguments are held against the table first, and the fault told in ibid's words. Values are strings to GOption and are checked here. */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "cli/verbs.h"
#include "config.h"

enum { WIDTH_MIN = 20, WIDTH_MAX = 500, SCREEN_MAX = 1000 };

typedef struct {
    const char *name;
    char letter;          /* short form, or 0 */
    const char *argument; /* NULL: a flag */
    const char *help;
    gsize offset;    /* of its field in CliOptions */
    VerbTakes taken; /* by verbs that take this; 0: by itself */
} OptionRow;

static const OptionRow rows[] = {
    {"as", 0, "FORMAT", "what the article is, where it is not recognised: ", G_STRUCT_OFFSET(CliOptions, as),
     TAKES_ARTICLE},
    {"issued", 0, "YYYY-MM-DD", "the date of an article that does not say it", G_STRUCT_OFFSET(CliOptions, issued),
     TAKES_ARTICLE},
    {"format", 0, "FORMAT", "the form of what is printed", G_STRUCT_OFFSET(CliOptions, format), TAKES_FORMAT},
    {"whole", 0, NULL, "with what was set aside as boilerplate", G_STRUCT_OFFSET(CliOptions, whole), TAKES_WHOLE},
    {"profile", 0, NULL, "with check: what the article rests on, in bars", G_STRUCT_OFFSET(CliOptions, profile),
     TAKES_PROFILE},
    {"width", 0, "N", "cells of a line, 20 to 500", G_STRUCT_OFFSET(CliOptions, width_text), TAKES_WIDTH},
    {"theme", 0, "NAME", "the theme of the screen", G_STRUCT_OFFSET(CliOptions, theme), TAKES_THEME},
    {"keys", 0, "PRESET", "with keys: the map of another preset", G_STRUCT_OFFSET(CliOptions, keys), TAKES_KEYS},
    {"headless", 0, "WxH", "no terminal: a screen of this size, driven by a script",
     G_STRUCT_OFFSET(CliOptions, headless_text), TAKES_SCRIPT},
    {"script", 0, "FILE", "keys and :commands for --headless, one a line", G_STRUCT_OFFSET(CliOptions, script),
     TAKES_SCRIPT},
    {"help", 'h', NULL, "print this help", G_STRUCT_OFFSET(CliOptions, help), 0},
    {"version", 'V', NULL, "print the version", G_STRUCT_OFFSET(CliOptions, version), 0},
};

static const OptionRow *
row_of(const char *name, gsize length)
{
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
        if (strlen(rows[i].name) == length && strncmp(rows[i].name, name, length) == 0)
            return &rows[i];
    return NULL;
}

static const OptionRow *
row_of_letter(char letter)
{
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
        if (letter && rows[i].letter == letter)
            return &rows[i];
    return NULL;
}

void
cli_options_free(CliOptions *options)
{
    if (!options)
        return;
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
        if (rows[i].argument)
            g_free(*(char **)((char *)options + rows[i].offset));
    g_strfreev(options->articles);
    g_free(options);
}

static gboolean fail(GError **error, const char *format, ...) G_GNUC_PRINTF(2, 3);

static gboolean
fail(GError **error, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_set_error_literal(error, IBID_ERROR, IBID_ERROR_USAGE, text);
    return FALSE;
}

/* --- taking the line apart -------------------------------------------------------------------------------------------------------------- */

/* FALSE where an option is none of the table, lacks its value or has one too many. */
static gboolean
check_names(char **arguments, GError **error)
{
    for (char **argument = arguments + 1; *argument && strcmp(*argument, "--") != 0; argument++) {
        const char *text = *argument;
        if (text[0] != '-' || !text[1])
            continue;
        if (text[1] != '-') {
            for (const char *letter = text + 1; *letter; letter++)
                if (!row_of_letter(*letter))
                    return fail(error, "%s: unknown option; see 'ibid --help'", text);
            continue;
        }
        const char *equals = strchr(text, '=');
        gsize length = equals ? (gsize)(equals - text) : strlen(text);
        const OptionRow *row = row_of(text + 2, length - 2);
        if (!row)
            return fail(error, "%.*s: unknown option; see 'ibid --help'", (int)length, text);
        if (!row->argument && equals)
            return fail(error, "%.*s: takes no value; write it without '%s'", (int)length, text, equals);
        if (row->argument && !equals && !*++argument)
            return fail(error, "%s: a value is missing; write %s=%s", text, text, row->argument);
    }
    return TRUE;
}

static gboolean
take_apart(CliOptions *options, int argc, char **argv, GError **error)
{
    GOptionEntry entries[G_N_ELEMENTS(rows) + 2] = {0};
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
        entries[i] = (GOptionEntry){
            .long_name = rows[i].name,
            .short_name = rows[i].letter,
            /* File names are bytes; a string would be converted from the locale's character set. */
            .arg = rows[i].argument ? G_OPTION_ARG_FILENAME : G_OPTION_ARG_NONE,
            .arg_data = (char *)options + rows[i].offset,
        };
    entries[G_N_ELEMENTS(rows)] = (GOptionEntry){
        .long_name = G_OPTION_REMAINING, .arg = G_OPTION_ARG_FILENAME_ARRAY, .arg_data = &options->articles};
    g_autoptr(GOptionContext) context = g_option_context_new(NULL);
    g_option_context_set_help_enabled(context, FALSE);
    g_option_context_add_main_entries(context, entries, NULL);
    g_auto(GStrv) arguments = g_new0(char *, argc + 1);
    for (int i = 0; i < argc; i++)
        arguments[i] = g_strdup(argv[i]);
    if (!check_names(arguments, error))
        return FALSE;
    if (!g_option_context_parse_strv(context, &arguments, NULL))
        return fail(error, "options: cannot be understood; see 'ibid --help'");
    if (!options->articles)
        options->articles = g_new0(char *, 1);
    return TRUE;
}

/* --- checking ------------------------------------------------------------------------------------------------------------------------------ */

static gboolean
whole_number(const char *text, int min, int max, int *number)
{
    char *end;
    if (!g_ascii_isdigit(*text) || strlen(text) > 6)
        return FALSE;
    long value = strtol(text, &end, 10);
    *number = (int)value;
    return !*end && value >= min && value <= max;
}

static gboolean
is_date(const char *text)
{
    if (strlen(text) != 10 || text[4] != '-' || text[7] != '-')
        return FALSE;
    for (int i = 0; i < 10; i++)
        if (i != 4 && i != 7 && !g_ascii_isdigit(text[i]))
            return FALSE;
    int year = atoi(text), month = atoi(text + 5), day = atoi(text + 8);
    return year > 0 && month > 0 && day > 0 && g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year);
}

static gboolean
check_values(CliOptions *options, GError **error)
{
    if (options->width_text && !whole_number(options->width_text, WIDTH_MIN, WIDTH_MAX, &options->width))
        return fail(error, "--width=%s: no such width; write a number from %d to %d", options->width_text, WIDTH_MIN,
                    WIDTH_MAX);
    if (options->issued && !is_date(options->issued))
        return fail(error, "--issued=%s: no such date; write it as 2026-02-18", options->issued);
    const char *const *formats = import_formats();
    if (options->as && !g_strv_contains(formats, options->as)) {
        g_autofree char *names = g_strjoinv(", ", (char **)formats);
        return fail(error, "--as=%s: no such format; write one of: %s", options->as, names);
    }
    if (options->headless_text) {
        g_auto(GStrv) sides = g_strsplit(options->headless_text, "x", 3);
        if (g_strv_length(sides) != 2 || !whole_number(sides[0], 1, SCREEN_MAX, &options->headless_width) ||
            !whole_number(sides[1], 1, SCREEN_MAX, &options->headless_height))
            return fail(error, "--headless=%s: no such size; write columns and rows, as 80x24", options->headless_text);
    }
    return TRUE;
}

/* The first word is taken for a verb if it is one; a format or --whole without a verb asks for show. */
static gboolean
check_verb(CliOptions *options, GError **error)
{
    const Verb *verb = options->articles[0] ? verb_find(options->articles[0]) : NULL;
    if (verb) {
        char **rest = g_strdupv(options->articles + 1);
        g_strfreev(options->articles);
        options->articles = rest;
    } else if (options->format || options->whole) {
        verb = verb_find("show");
    }
    options->verb = verb ? verb->name : NULL;
    VerbTakes takes = verb ? verb->takes : TAKES_ARTICLE | TAKES_WIDTH | TAKES_THEME | TAKES_SCRIPT;
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        gpointer field = (char *)options + rows[i].offset;
        gboolean given = rows[i].argument ? *(char **)field != NULL : *(gboolean *)field;
        if (given && rows[i].taken && !(takes & rows[i].taken))
            return fail(error, "--%s: no option of %s; see 'ibid --help'", rows[i].name, verb ? verb->name : "reading");
    }
    if (verb && verb_format(verb, options->format) < 0) {
        g_auto(GStrv) names = g_strsplit(verb->formats, " ", -1);
        g_autofree char *list = g_strjoinv(", ", names);
        return fail(error, "--format=%s: no format of %s; write one of: %s", options->format, verb->name, list);
    }
    int n_articles = (int)g_strv_length(options->articles), max = verb ? verb->articles_max : 1;
    if (verb && n_articles < verb->articles_min)
        return fail(error, "%s: no article is named; write ibid %s %s", verb->name, verb->name, verb->arguments);
    if (max >= 0 && n_articles > max && max > 0) {
        if (!verb && !g_file_test(options->articles[0], G_FILE_TEST_EXISTS)) {
            g_autofree char *names = verb_names();
            return fail(error, "%s: neither a file nor a command; the commands are %s", options->articles[0], names);
        }
        return fail(error, "%s: more than one article; name one at a time", options->articles[1]);
    }
    if (max == 0 && n_articles > 0)
        return fail(error, "%s: %s takes no article; leave it out", options->articles[0], verb->name);
    if (!!options->headless_text != !!options->script)
        return fail(error,
                    options->script
                        ? "--script: needs a screen; write --headless=80x24 too"
                        : "--headless: needs its keys; write --script=FILE too, or --script=- for standard input");
    if (options->script && options->articles[0] && strcmp(options->script, "-") == 0 &&
        strcmp(options->articles[0], "-") == 0)
        return fail(error, "--script=-: standard input is the article already; put the script into a file");
    return TRUE;
}

CliOptions *
cli_parse(int argc, char **argv, GError **error)
{
    g_autoptr(CliOptions) options = g_new0(CliOptions, 1);
    if (!take_apart(options, argc, argv, error))
        return NULL;
    if (options->help || options->version)
        return g_steal_pointer(&options);
    if (!check_values(options, error) || !check_verb(options, error))
        return NULL;
    return g_steal_pointer(&options);
}

/* --- help ---------------------------------------------------------------------------------------------------------------------------------- */

static void
help_line(GString *help, const char *left, const char *right)
{
    int air = 30 - (int)g_utf8_strlen(left, -1);
    g_string_append_printf(help, "  %s%*s%s\n", left, MAX(air, 2), "", right);
}

char *
cli_help(void)
{
    GString *help = g_string_new("ibid reads articles that stand or fall by their sources.\n\n");
    help_line(help, "ibid [OPTION…] [ARTICLE]", "read it; without ARTICLE the one that comes with ibid");
    for (guint i = 0; i < verb_count(); i++) {
        const Verb *verb = verb_get(i);
        g_autofree char *left =
            g_strdup_printf("ibid %s%s%s", verb->name, *verb->arguments ? " " : "", verb->arguments);
        help_line(help, left, verb->help);
        g_auto(GStrv) names = g_strsplit(verb->formats ? verb->formats : "", " ", -1);
        g_autofree char *formats = g_strjoinv("|", names);
        if (*formats)
            g_string_append_printf(help, "    --format=%s\n", formats);
    }
    g_string_append(help,
                    "\nARTICLE is a file, or - for standard input; ./show is a file that is called like a command.\n"
                    "Where standard output is no terminal, ibid ARTICLE is ibid show ARTICLE.\n"
                    "While reading, ? lists the keys, and :guide opens a guide to practise on.\n\nOptions\n");
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        const OptionRow *row = &rows[i];
        g_autofree char *letter = row->letter ? g_strdup_printf("-%c, ", row->letter) : g_strdup("");
        g_autofree char *left = g_strconcat(letter, "--", row->name, row->argument ? "=" : "", row->argument, NULL);
        g_autofree char *formats =
            strcmp(row->name, "as") == 0 ? g_strjoinv(", ", (char **)import_formats()) : g_strdup("");
        g_autofree char *right = g_strconcat(row->help, formats, NULL);
        help_line(help, left, right);
    }
    help_line(help, "--", "ends the options");
    g_string_append(help,
                    "\nExit status: 0 done, 1 nothing found, or faults by check, or output not written,\n"
                    "  2 usage, 3 article not readable.\n");
    return g_string_free(help, FALSE);
}

int
cli_run(const CliOptions *options)
{
    if (options->version) {
        static const char version[] = PACKAGE_NAME " " PACKAGE_VERSION "\n";
        return cli_write(version, strlen(version));
    }
    if (options->help)
        return verb_help(options);
    const Verb *verb = options->verb ? verb_find(options->verb) : NULL;
    return verb ? verb->run(options) : verb_show(options);
}
