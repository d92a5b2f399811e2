/* The live key map: what the preset and the reader's own keys.ini bind, by mode, with the help of the commands. */
#include <string.h>

#include "app/command.h"
#include "base/error.h"
#include "base/message.h"
#include "base/paths.h"
#include "cli/verbs.h"
#include "config/keymap.h"
#include "export/table.h"

typedef struct {
    const char *command;
    GString *keys;
} Row;

static void
row_free(gpointer data)
{
    Row *row = data;
    g_string_free(row->keys, TRUE);
    g_free(row);
}

/* The commands of a mode in the order of the files, each once with all its keys. */
static GPtrArray *
rows_of(const Keymap *keymap, KeyMode mode)
{
    GPtrArray *rows = g_ptr_array_new_with_free_func(row_free);
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < keymap_count(keymap); i++) {
        const KeyBinding *binding = keymap_binding(keymap, i);
        if (binding->mode != mode)
            continue;
        Row *row = g_hash_table_lookup(known, binding->command);
        if (!row) {
            row = g_new0(Row, 1);
            *row = (Row){.command = binding->command, .keys = g_string_new(NULL)};
            g_ptr_array_add(rows, row);
            g_hash_table_insert(known, (gpointer)row->command, row);
        }
        if (row->keys->len > 0)
            g_string_append_c(row->keys, ' ');
        for (guint k = 0; k < binding->keys->len; k++)
            key_append(row->keys, g_array_index(binding->keys, Key, k));
    }
    return rows;
}

static char *
cell(gpointer data, guint index, guint column)
{
    const Row *row = g_ptr_array_index((GPtrArray *)data, index);
    if (column == 0)
        return g_strdup(row->keys->str);
    if (column == 1)
        return g_strdup(row->command);
    g_autofree char *name = g_strndup(row->command, strcspn(row->command, " "));
    const Command *command = command_find(name);
    return g_strdup(command ? command->help : "");
}

/* A preset that was asked for by name has to be there and right. */
static gboolean
preset_is_right(const char *preset)
{
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    keymap_free(keymap_load(preset, NULL, command_check, NULL, faults));
    verb_tell(faults);
    return faults->len == 0;
}

int
verb_keys(const CliOptions *options)
{
    static const TableColumn columns[] = {{"keys"}, {"command"}, {"what it does"}};
    g_autoptr(GError) error = NULL;
    g_autoptr(Options) config = verb_config(TRUE);
    const char *preset = options->keys ? options->keys : options_string(config, OPT_KEYS);
    if (options->keys && !preset_is_right(preset))
        return 2;
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *own = paths_config("keys.ini", NULL);
    g_autoptr(Keymap) keymap = keymap_load(preset, own, command_check, NULL, faults);
    verb_tell(faults);
    Sink sink;
    sink_begin(&sink, verb_output, NULL);
    gboolean first = TRUE;
    for (KeyMode mode = 0; mode < MODE_COUNT; mode++) {
        g_autoptr(GPtrArray) rows = rows_of(keymap, mode);
        if (rows->len == 0)
            continue;
        g_string_append_printf(sink.out, "%s[%s]\n", first ? "" : "\n", key_mode_name(mode));
        table_write(&sink, EXPORT_WIDTH, columns, G_N_ELEMENTS(columns), rows->len, cell, rows);
        first = FALSE;
    }
    return sink_end(&sink, &error) ? 0 : verb_failed(error);
}
