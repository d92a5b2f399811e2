/* The table of options, and the values. Each value is kept as one would write it, and once more as a number where it is one. */
#include "config/options.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/safe.h"
#include "config/fault.h"
#include "ini/ini.h"

static const char *const pane_choices[] = {"auto", "none", "summary", "citations", "entities", "outline", NULL};
static const char *const theme_choices[] = {"dark",      "light",           "high-contrast", "monochrome",
                                            "solarized", "solarized-light", "terminal",      NULL};
static const char *const keys_choices[] = {"vim", "less", "newsboat", NULL};
static const char *const color_choices[] = {"auto", "true", "256", "16", "8", "0", NULL};
static const char *const bidi_choices[] = {"off", "terminal", "app", NULL};
static const char *const sign_choices[] = {"auto", "unicode", "ascii", NULL};
static const char *const copy_choices[] = {"auto", "tmux", "osc52", "none", NULL};

static const char reader[] = "reader";

/* clang-format off */
static const OptionSpec table[OPT_COUNT] = {
    [OPT_BOILERPLATE] = {"boilerplate", OPTION_FLAG, 0, 0, NULL, "no", "show what was set aside: menus, share buttons, related articles", reader},
    [OPT_MEASURE] = {"measure", OPTION_NUMBER, 20, 200, NULL, "76", "widest column of text, in cells", reader},
    [OPT_PANES] = {"panes", OPTION_LIST, 0, 0, pane_choices, "auto", "panes that are shown at the start: auto (as the screen allows), none, or a list", reader},
    [OPT_THEME] = {"theme", OPTION_STRING, 0, 0, theme_choices, "dark", "theme, by name or by path", reader},
    [OPT_KEYS] = {"keys", OPTION_STRING, 0, 0, keys_choices, "vim", "key map, by name: vim, less, newsboat or one of your own", reader},
    [OPT_COLORS] = {"colors", OPTION_CHOICE, 0, 0, color_choices, "auto", "colours to use: auto asks the terminal", reader},
    [OPT_MOUSE] = {"mouse", OPTION_FLAG, 0, 0, NULL, "no", "let the mouse move the caret and the view", reader},
    [OPT_BIDI] = {"bidi", OPTION_CHOICE, 0, 0, bidi_choices, "off", "who orders right-to-left text: the terminal, the app, or nobody", reader},
    [OPT_INCSEARCH] = {"incsearch", OPTION_FLAG, 0, 0, NULL, "yes", "show the first hit while the search is typed", reader},
    [OPT_SMARTCASE] = {"smartcase", OPTION_FLAG, 0, 0, NULL, "yes", "tell upper from lower case when the search holds an upper-case letter", reader},
    [OPT_WRAPSCAN] = {"wrapscan", OPTION_FLAG, 0, 0, NULL, "yes", "go on at the other end when a search reaches one", reader},
    [OPT_SCROLLOFF] = {"scrolloff", OPTION_NUMBER, 0, 20, NULL, "2", "lines that stay visible above and below the caret", reader},
    [OPT_NUMBERS] = {"numbers", OPTION_FLAG, 0, 0, NULL, "yes", "paragraph numbers in the margin", reader},
    [OPT_SIGNS] = {"signs", OPTION_CHOICE, 0, 0, sign_choices, "auto", "signs and rules in Unicode or in ASCII: auto asks the locale", reader},
    [OPT_MAX_SIZE] = {"max_size", OPTION_NUMBER, 1000, G_MAXINT, NULL, "150000000", "largest article that is opened, in bytes", reader},
    [OPT_COPY] = {"copy", OPTION_CHOICE, 0, 0, copy_choices, "auto", "where copies go: tmux, the terminal (osc52), or only the register", reader},
    [OPT_ATTRIBUTION] = {"attribution", OPTION_STRING, 0, 0, NULL, "“{quote}”\\n— [{author}, ]“{title}”[, {publication}][, {date}][, ¶ {paragraph}][, {url}]",
                         "form of a quotation with attribution: {fields}, [what is left out where a field is unknown], \\n for a new line", reader},
    [OPT_SIDEBAR] = {"sidebar", OPTION_NUMBER, 24, 80, NULL, "40", "width of the right-hand column, in cells", reader},
};
/* clang-format on */

struct Options {
    char *values[OPT_COUNT];
    int numbers[OPT_COUNT]; /* of numbers and flags */
};

const OptionSpec *
option_spec(OptionId id)
{
    g_return_val_if_fail(id < OPT_COUNT, NULL);
    return &table[id];
}

static int
find_name(const char *name, gsize length)
{
    for (int id = 0; id < OPT_COUNT; id++) {
        gsize i = 0;
        while (i < length && table[id].name[i] &&
               (table[id].name[i] == name[i] || (table[id].name[i] == '_' && name[i] == '-')))
            i++;
        if (i == length && !table[id].name[i])
            return id;
    }
    return -1;
}

int
option_find(const char *name)
{
    return find_name(name, strlen(name));
}

/* Gives NULL and the error for an unknown name. */
static const char *
unknown_option_advice(const char *name)
{
    const char *names[OPT_COUNT + 1];
    for (int id = 0; id < OPT_COUNT; id++)
        names[id] = table[id].name;
    names[OPT_COUNT] = NULL;
    return nearest_name(name, names);
}

Options *
options_new(void)
{
    Options *options = g_new0(Options, 1);
    for (int id = 0; id < OPT_COUNT; id++) {
        gboolean valid = options_set(options, id, table[id].initial, NULL);
        g_assert(valid);
    }
    return options;
}

void
options_free(Options *options)
{
    if (!options)
        return;
    for (int id = 0; id < OPT_COUNT; id++)
        g_free(options->values[id]);
    g_free(options);
}

gboolean
options_flag(const Options *options, OptionId id)
{
    g_return_val_if_fail(id < OPT_COUNT && table[id].type == OPTION_FLAG, FALSE);
    return options->numbers[id] != 0;
}

int
options_number(const Options *options, OptionId id)
{
    g_return_val_if_fail(id < OPT_COUNT && table[id].type == OPTION_NUMBER, 0);
    return options->numbers[id];
}

const char *
options_string(const Options *options, OptionId id)
{
    g_return_val_if_fail(id < OPT_COUNT, NULL);
    return options->values[id];
}

gboolean
options_has(const Options *options, OptionId id, const char *member)
{
    g_return_val_if_fail(id < OPT_COUNT && table[id].type == OPTION_LIST, FALSE);
    g_auto(GStrv) members = g_strsplit(options->values[id], " ", -1);
    return g_strv_contains((const char *const *)members, member);
}

static gboolean G_GNUC_PRINTF(3, 4) refuse(GError **error, OptionId id, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *what = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_set_error(error, IBID_ERROR, IBID_ERROR_CONFIG, "%s: %s", table[id].name, what);
    return FALSE;
}

static gboolean
set_flag(Options *options, OptionId id, const char *value, GError **error)
{
    static const char *const yes[] = {"yes", "on", "true", "1", NULL}, *const no[] = {"no", "off", "false", "0", NULL};
    g_autofree char *lower = g_ascii_strdown(value, -1), *shown = safe_line(value, -1);
    gboolean set = g_strv_contains(yes, lower);
    if (!set && !g_strv_contains(no, lower))
        return refuse(error, id, "«%s» is neither yes nor no; write yes or no", shown);
    options->numbers[id] = set;
    g_free(options->values[id]);
    options->values[id] = g_strdup(set ? "yes" : "no");
    return TRUE;
}

static gboolean
set_number(Options *options, OptionId id, const char *value, GError **error)
{
    const OptionSpec *spec = &table[id];
    g_autofree char *shown = safe_line(value, -1);
    gsize digits = strspn(value + (*value == '-'), "0123456789");
    if (digits == 0 || value[digits + (*value == '-')])
        return refuse(error, id, "«%s» is no number; write a number from %d to %d", shown, spec->min, spec->max);
    gint64 number = g_ascii_strtoll(value, NULL, 10); /* saturates */
    if (number < spec->min || number > spec->max)
        return refuse(error, id, "%s is too %s; write a number from %d to %d", shown,
                      number < spec->min ? "small" : "large", spec->min, spec->max);
    options->numbers[id] = (int)number;
    g_free(options->values[id]);
    options->values[id] = g_strdup_printf("%d", (int)number);
    return TRUE;
}

/* One word of a choice or a list. */
static gboolean
check_choice(OptionId id, const char *word, GError **error)
{
    const OptionSpec *spec = &table[id];
    if (g_strv_contains(spec->choices, word))
        return TRUE;
    g_autofree char *shown = safe_line(word, -1), *list = names_listed(spec->choices);
    const char *near = nearest_name(word, spec->choices);
    if (near)
        return refuse(error, id, "«%s» is no choice, did you mean «%s»?; write %s", shown, near, list);
    return refuse(error, id, "«%s» is no choice; write %s", shown, list);
}

static gboolean
set_choice(Options *options, OptionId id, const char *value, GError **error)
{
    g_autofree char *lower = g_ascii_strdown(value, -1);
    if (!check_choice(id, lower, error))
        return FALSE;
    g_free(options->values[id]);
    options->values[id] = g_steal_pointer(&lower);
    return TRUE;
}

/* Words separated by spaces or commas; the order and a word twice mean nothing. "auto" and "none" stand alone. */
static gboolean
set_list(Options *options, OptionId id, const char *value, GError **error)
{
    g_autofree char *lower = g_ascii_strdown(value, -1);
    g_auto(GStrv) words = g_strsplit(g_strdelimit(lower, ",\t", ' '), " ", -1);
    g_autoptr(GString) list = g_string_new(NULL);
    gboolean alone = FALSE;
    guint count = 0;
    for (char **word = words; *word; word++) {
        if (!**word)
            continue;
        if (!check_choice(id, *word, error))
            return FALSE;
        alone |= g_str_equal(*word, "auto") || g_str_equal(*word, "none");
        count++;
    }
    if (count == 0)
        return refuse(error, id, "nothing stands in the list; write none");
    if (alone && count > 1)
        return refuse(error, id, "auto and none stand alone; write only one of them, or a list without them");
    for (const char *const *choice = table[id].choices; *choice; choice++) {
        if (g_strv_contains((const char *const *)words, *choice))
            g_string_append_printf(list, "%s%s", list->len ? " " : "", *choice);
    }
    g_free(options->values[id]);
    options->values[id] = g_strdup(list->str);
    return TRUE;
}

static gboolean
set_string(Options *options, OptionId id, const char *value, GError **error)
{
    g_autofree char *safe = safe_line(value, -1);
    if (!*value)
        return refuse(error, id, "is empty; write %s", table[id].initial);
    if (!g_str_equal(safe, value))
        return refuse(error, id, "«%s» holds a control character; write it without", safe);
    char *copy = g_strdup(value);
    g_free(options->values[id]);
    options->values[id] = copy;
    return TRUE;
}

gboolean
options_set(Options *options, OptionId id, const char *value, GError **error)
{
    g_return_val_if_fail(id < OPT_COUNT && value != NULL, FALSE);
    switch (table[id].type) {
    case OPTION_FLAG:
        return set_flag(options, id, value, error);
    case OPTION_NUMBER:
        return set_number(options, id, value, error);
    case OPTION_CHOICE:
        return set_choice(options, id, value, error);
    case OPTION_LIST:
        return set_list(options, id, value, error);
    case OPTION_STRING:
        return set_string(options, id, value, error);
    }
    g_assert_not_reached();
}

static char *
answer_for(const Options *options, OptionId id)
{
    if (table[id].type == OPTION_FLAG)
        return g_strconcat(options->numbers[id] ? "" : "no", table[id].name, NULL);
    return g_strdup_printf("%s=%s", table[id].name, options->values[id]);
}

/* Finds the option that name[0..length) means; *negated for "noNAME" of a flag. */
static int
find_for_command(const char *name, gsize length, gboolean *negated, GError **error)
{
    int id = find_name(name, length);
    *negated = FALSE;
    if (id < 0 && length > 2 && strncmp(name, "no", 2) == 0) {
        id = find_name(name + 2, length - 2);
        *negated = id >= 0 && table[id].type == OPTION_FLAG;
        if (id >= 0 && !*negated) {
            refuse(error, id, "is no flag that can be turned off; write %s=%s", table[id].name, table[id].initial);
            return -1;
        }
    }
    if (id < 0) {
        g_autofree char *word = g_strndup(name, length), *shown = safe_line(word, -1);
        const char *near = unknown_option_advice(word);
        if (near)
            g_set_error(error, IBID_ERROR, IBID_ERROR_CONFIG, "%s: no such option; did you mean «%s»?", shown, near);
        else
            g_set_error(error, IBID_ERROR, IBID_ERROR_CONFIG, "%s: no such option; type :set and Tab for all of them",
                        shown);
    }
    return id;
}

gboolean
options_command(Options *options, const char *argument, int *changed, char **answer, GError **error)
{
    g_autofree char *text = g_strstrip(g_strdup(argument));
    gsize length = strcspn(text, " \t=!?&");
    char *rest = g_strchug(text + length), sign = *rest;
    gboolean negated, set;
    if (changed)
        *changed = -1;
    if (answer)
        *answer = NULL;
    int id = find_for_command(text, length, &negated, error);
    if (id < 0)
        return FALSE;
    if (sign && (negated || (sign != '=' && rest[1]) || !strchr("=!?&", sign))) {
        g_autofree char *shown = safe_line(rest, -1);
        return refuse(error, id, "«%s» is not understood; write %s", shown,
                      negated                         ? "no more than the name after no"
                      : table[id].type == OPTION_FLAG ? "the name, no and the name, or the name with !, ? or &"
                                                      : "NAME=VALUE, NAME? or NAME&");
    }
    if (sign == '!' && table[id].type != OPTION_FLAG)
        return refuse(error, id, "is no flag that can be turned over; write %s=%s", table[id].name, table[id].initial);
    if (sign == '?' || (!sign && table[id].type != OPTION_FLAG)) {
        if (answer)
            *answer = answer_for(options, id);
        return TRUE;
    }
    if (sign == '=')
        set = options_set(options, id, g_strchug(rest + 1), error);
    else if (sign == '&')
        set = options_set(options, id, table[id].initial, error);
    else if (sign == '!')
        set = options_set(options, id, options->numbers[id] ? "no" : "yes", error);
    else
        set = options_set(options, id, negated ? "no" : "yes", error);
    if (set && changed)
        *changed = id;
    if (set && answer)
        *answer = answer_for(options, id);
    return set;
}

static void
load_entry(Options *options, const char *path, const char *section, const IniEntry *entry, GPtrArray *faults)
{
    g_autoptr(GError) error = NULL;
    int id = option_find(entry->key);
    if (id < 0) {
        g_autofree char *lower = g_ascii_strdown(entry->key, -1);
        id = option_find(lower);
    }
    if (id < 0) {
        const char *near = unknown_option_advice(entry->key);
        if (near)
            fault_add(faults, path, entry->line, "no option «%s»; did you mean «%s»?", entry->key, near);
        else
            fault_add(faults, path, entry->line, "no option «%s»; delete this line", entry->key);
    } else if (g_ascii_strcasecmp(table[id].section, section) != 0) {
        fault_add(faults, path, entry->line, "%s stands in the wrong section; write it under [%s]", entry->key,
                  table[id].section);
    } else if (!options_set(options, id, entry->value, &error)) {
        fault_add(faults, path, entry->line, "%s", error->message);
    }
}

void
options_load(Options *options, const char *path, GPtrArray *faults)
{
    g_autoptr(GPtrArray) unheard = faults ? NULL : g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GError) error = NULL;
    g_autoptr(Ini) ini = ini_load_lenient(path, faults ? faults : unheard, &error);
    if (!ini) {
        if (!ini_missing(error) && faults)
            g_ptr_array_add(faults, g_strdup(error->message));
        return;
    }
    for (const char *const *section = ini_sections(ini); *section; section++) {
        guint count;
        const IniEntry *entries = ini_entries(ini, *section, &count);
        if (g_ascii_strcasecmp(*section, reader) != 0) {
            fault_add(faults, path, ini_section_line(ini, *section), "no section [%s] here; write [%s]", *section,
                      reader);
            continue;
        }
        for (guint i = 0; i < count; i++)
            load_entry(options, path, *section, &entries[i], faults);
    }
}
