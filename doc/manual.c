/* Prints the manual page: the template with its tables filled in from the program's own (commands, keys, options, style roles, themes), so that they cannot differ.
 *
 *     manual TEMPLATE > ibid.1
 *
 * A line "@commands@", "@keys@", "@options@" or "@roles@" of the template is replaced. */
#include <glib.h>
#include <stdio.h>
#include <string.h>

#include "app/command.h"
#include "config/keymap.h"
#include "config/options.h"
#include "config/theme.h"

/* Text as roff takes it: a backslash doubled, a hyphen that is one, no line that begins with a control character. */
static void
put(const char *text)
{
    if (*text == '.' || *text == '\'')
        fputs("\\&", stdout);
    for (; *text; text++) {
        if (*text == '\\')
            fputs("\\e", stdout);
        else if (*text == '-')
            fputs("\\-", stdout);
        else
            putchar(*text);
    }
}

static void
put_commands(void)
{
    const char *group = NULL;
    for (guint i = 0; i < command_count(); i++) {
        const Command *command = command_get(i);
        if (!group || strcmp(group, command->group) != 0) {
            group = command->group;
            fputs(".SS ", stdout);
            put(group);
            putchar('\n');
        }
        fputs(".TP\n.B ", stdout);
        put(command->name);
        if (*command->arguments) {
            fputs(" \\fI", stdout);
            put(command->arguments);
            fputs("\\fP", stdout);
        }
        putchar('\n');
        put(command->help);
        fputs(".\n", stdout);
    }
}

static void
put_keys(void)
{
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Keymap) keymap = keymap_load("vim", NULL, command_check, NULL, faults);
    for (guint i = 0; i < faults->len; i++)
        g_error("%s", (char *)g_ptr_array_index(faults, i));
    static const char *const modes[MODE_COUNT] = {
        [MODE_NORMAL] = "In the text", [MODE_SELECTION] = "While selecting", [MODE_PANE] = "In a list", [MODE_PEEK] = "In a box", [MODE_PROMPT] = "While typing a line",
    };
    for (int mode = 0; mode < MODE_COUNT; mode++) {
        fputs(".SS ", stdout);
        put(modes[mode]);
        putchar('\n');
        for (guint c = 0; c < command_count(); c++) {
            const Command *command = command_get(c);
            g_autoptr(GString) keys = g_string_new(NULL);
            for (guint i = 0; i < keymap_count(keymap); i++) {
                const KeyBinding *binding = keymap_binding(keymap, i);
                if ((int)binding->mode != mode || strcmp(binding->command, command->name) != 0)
                    continue;
                if (keys->len)
                    g_string_append(keys, "  ");
                for (guint k = 0; k < binding->keys->len; k++)
                    key_append(keys, g_array_index(binding->keys, Key, k));
            }
            if (!keys->len)
                continue;
            fputs(".TP\n.B ", stdout);
            put(keys->str);
            putchar('\n');
            put(command->help);
            fputs(" (\\fB", stdout);
            put(command->name);
            fputs("\\fP).\n", stdout);
        }
    }
}

static void
put_options(void)
{
    for (int i = 0; i < OPT_COUNT; i++) {
        const OptionSpec *spec = option_spec((OptionId)i);
        fputs(".TP\n.B ", stdout);
        put(spec->name);
        fputs(" \\fR(\\fP", stdout);
        switch (spec->type) {
        case OPTION_FLAG:
            fputs("yes or no", stdout);
            break;
        case OPTION_NUMBER:
            printf("%d to %d", spec->min, spec->max);
            break;
        case OPTION_CHOICE:
        case OPTION_LIST:
            for (int c = 0; spec->choices && spec->choices[c]; c++) {
                fputs(c ? ", " : "", stdout);
                put(spec->choices[c]);
            }
            break;
        case OPTION_STRING:
            fputs("text", stdout);
            break;
        }
        fputs("; default \\fB", stdout);
        put(*spec->initial ? spec->initial : "empty");
        fputs("\\fP\\fR)\\fP\n", stdout);
        put(spec->help);
        fputs(".\n", stdout);
    }
}

static void
put_roles(void)
{
    for (int i = 0; i < STYLE_COUNT; i++) {
        fputs(".TP\n.B ", stdout);
        put(style_role_name((StyleRole)i));
        putchar('\n');
        put(style_role_help((StyleRole)i));
        fputs(".\n", stdout);
    }
}

int
main(int argc, char **argv)
{
    static const struct {
        const char *mark;
        void (*put)(void);
    } tables[] = {{"@commands@", put_commands}, {"@keys@", put_keys}, {"@options@", put_options}, {"@roles@", put_roles}};
    g_autofree char *template = NULL;
    g_autoptr(GError) error = NULL;
    if (argc != 2 || !g_file_get_contents(argv[1], &template, NULL, &error)) {
        fprintf(stderr, "manual: %s\n", error ? error->message : "needs the template");
        return 2;
    }
    g_auto(GStrv) lines = g_strsplit(template, "\n", -1);
    for (int l = 0; lines[l] && (lines[l + 1] || *lines[l]); l++) {
        gboolean replaced = FALSE;
        for (guint t = 0; t < G_N_ELEMENTS(tables) && !replaced; t++) {
            if (strcmp(lines[l], tables[t].mark) == 0) {
                tables[t].put();
                replaced = TRUE;
            }
        }
        if (!replaced)
            printf("%s\n", lines[l]);
    }
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
