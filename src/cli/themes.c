/* The themes that are found: name, description, file, and which of them is in use. */
#include <string.h>

#include "base/paths.h"
#include "cli/verbs.h"
#include "config/theme.h"
#include "export/table.h"

typedef struct {
    char **names, **descriptions, **files;
    const char *current;
} Themes;

/* The reader's own file hides a shipped one of the same name. */
static char *
file_of(const char *name)
{
    g_autofree char *base = g_strconcat(name, ".ini", NULL);
    g_autofree char *own = paths_config("themes", base, NULL);
    if (own && g_file_test(own, G_FILE_TEST_EXISTS))
        return g_steal_pointer(&own);
    return paths_data("themes", base, NULL);
}

static char *
cell(gpointer data, guint row, guint column)
{
    const Themes *themes = data;
    switch (column) {
    case 0:
        return g_strdup(strcmp(themes->names[row], themes->current) == 0 ? "*" : "");
    case 1:
        return g_strdup(themes->names[row]);
    case 2:
        return g_strdup(themes->descriptions[row]);
    default:
        return g_strdup(themes->files[row]);
    }
}

int
verb_themes(const CliOptions *options)
{
    static const TableColumn columns[] = {{""}, {"theme"}, {"description"}, {"file"}};
    g_autoptr(GError) error = NULL;
    g_autoptr(Options) config = verb_config(TRUE);
    g_auto(GStrv) names = theme_list();
    guint count = g_strv_length(names);
    g_auto(GStrv) descriptions = g_new0(char *, count + 1), files = g_new0(char *, count + 1);
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < count; i++) {
        g_autoptr(Theme) theme = theme_load(names[i], faults);
        const char *description = theme_description(theme);
        descriptions[i] = g_strdup(description ? description : "");
        files[i] = file_of(names[i]);
    }
    verb_tell(faults);
    Themes themes = {
        .names = names, .descriptions = descriptions, .files = files, .current = options_string(config, OPT_THEME)};
    Sink sink;
    sink_begin(&sink, verb_output, NULL);
    table_write(&sink, EXPORT_WIDTH, columns, G_N_ELEMENTS(columns), count, cell, &themes);
    return !sink_end(&sink, &error) ? verb_failed(error) : count > 0 ? 0 : 1;
}
