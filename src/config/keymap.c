/* Reads key maps: the preset, the user's file over it, what is taken away, and what cannot be together. */
#include "config/keymap.h"

#include <string.h>

#include "base/paths.h"
#include "config/fault.h"
#include "config/keymap_table.h"
#include "ini/ini.h"

/* One file while it is read. */
typedef struct {
    Keymap *keymap;
    const char *path;
    int layer;
    KeymapCheck check;
    gpointer data;
    GPtrArray *faults;
} Reading;

enum { BINDINGS_MAX = 2000 }; /* inserting and removing are linear */

static const char *const mode_names[] = {"normal", "selection", "pane", "peek", "prompt", NULL};

/* What a map is given that binds neither the command line nor a way to quit, or lacks these in the prompt, so that nobody is locked in by a faulty file. */
static const struct {
    KeyMode mode;
    const char *keys, *command;
} exits[] = {
    {MODE_NORMAL, ":", "command-line"},
    {MODE_NORMAL, "<Esc>", "escape"},
    {MODE_NORMAL, "ZZ", "quit"},
    {MODE_NORMAL, "q", "close"},
    {MODE_NORMAL, "<Down>", "down"},
    {MODE_NORMAL, "<Up>", "up"},
    {MODE_NORMAL, "<Space>", "page-down"},
    {MODE_NORMAL, "<PageUp>", "page-up"},
    {MODE_PROMPT, "<Enter>", "prompt-accept"},
    {MODE_PROMPT, "<Esc>", "prompt-cancel"},
    {MODE_PROMPT, "<BS>", "prompt-backspace"},
};

const char *
key_mode_name(KeyMode mode)
{
    g_return_val_if_fail(mode < MODE_COUNT, NULL);
    return mode_names[mode];
}

/* --- conflicts --- */

static const char *
command_shown(const Bound *bound)
{
    return bound->binding.command ? bound->binding.command : "none";
}

/* Two bindings of one file of which one begins with the other: the longer one is left out. TRUE: that was the new one. */
static gboolean
refuse_longer(Reading *reading, Bound *old, Bound *new)
{
    Bound *longer = new->binding.keys->len > old->binding.keys->len ? new : old, *shorter = longer == new ? old : new;
    g_autofree char *a = keys_text(bound_keys(longer), longer->binding.keys->len);
    g_autofree char *b = keys_text(bound_keys(shorter), shorter->binding.keys->len);
    fault_add(reading->faults, longer->binding.file, longer->binding.line,
              "«%s» (%s) begins with «%s», which %s:%d binds to %s; write other keys for one of them", a,
              command_shown(longer), b, shorter->binding.file, shorter->binding.line, command_shown(shorter));
    if (longer == old)
        keymap_remove(reading->keymap, old);
    return longer == new;
}

/* The user's binding stands and the preset's goes, with a word about it. */
static void
take_over(Reading *reading, Bound *old, Bound *new)
{
    g_autofree char *a = keys_text(bound_keys(new), new->binding.keys->len);
    g_autofree char *b = keys_text(bound_keys(old), old->binding.keys->len);
    fault_add(reading->faults, new->binding.file, new->binding.line,
              "«%s» (%s) and «%s», which %s:%d binds to %s, begin alike; the latter is gone; write none = \"%s\" to "
              "say that it may be",
              a, command_shown(new), b, old->binding.file, old->binding.line, command_shown(old), b);
    keymap_remove(reading->keymap, old);
}

/* Adds new or frees it, and settles its conflicts with what is there. */
static void
bind(Reading *reading, Bound *new)
{
    Keymap *keymap = reading->keymap;
    KeyMode mode = new->binding.mode;
    const Key *keys = bound_keys(new);
    guint n = new->binding.keys->len;
    gboolean refused = keymap->all->len + keymap->holes->len >= BINDINGS_MAX;
    if (refused)
        fault_add(reading->faults, new->binding.file, new->binding.line, "more than %d bindings; the rest is left out",
                  BINDINGS_MAX);
    for (guint k = 1; k < n && !refused; k++) {
        Bound *old = keymap_find_from(keymap, mode, keys, k);
        if (!old || old->binding.keys->len != k)
            continue;
        if (old->layer == new->layer)
            refused = refuse_longer(reading, old, new);
        else
            take_over(reading, old, new);
    }
    Bound *old;
    while (!refused && (old = keymap_find_from(keymap, mode, keys, n))) {
        if (old->binding.keys->len == n && old->layer == new->layer) {
            g_autofree char *text = keys_text(keys, n);
            fault_add(reading->faults, new->binding.file, new->binding.line,
                      "«%s» is bound twice, first to %s in line %d; write other keys for one of them", text,
                      command_shown(old), old->binding.line);
            refused = TRUE;
        } else if (old->binding.keys->len == n) {
            keymap_remove(keymap, old);
        } else if (old->layer == new->layer) {
            refused = refuse_longer(reading, old, new);
        } else {
            take_over(reading, old, new);
        }
    }
    if (refused)
        bound_free(new);
    else
        keymap_insert(keymap, new);
}

/* --- reading --- */

/* The sequences of a value, as GArrays of Key. */
static GPtrArray *
parse_sequences(Reading *reading, const IniEntry *entry)
{
    GPtrArray *sequences = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    g_autofree char *text = g_strdelimit(g_strdup(entry->value), "\t", ' ');
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    for (char **word = words; *word; word++) {
        g_autoptr(GError) error = NULL;
        if (!**word)
            continue;
        GArray *keys = keys_parse(*word, &error);
        if (!keys) {
            fault_add(reading->faults, reading->path, entry->line, "%s", error->message);
        } else if (keys->len > KEYMAP_MAX_KEYS) {
            fault_add(reading->faults, reading->path, entry->line, "«%s» has more than %d keys; write fewer", *word,
                      KEYMAP_MAX_KEYS);
            g_array_unref(keys);
        } else {
            g_ptr_array_add(sequences, keys);
        }
    }
    return sequences;
}

static Bound *
new_bound(Reading *reading, KeyMode mode, GArray *keys, const char *command, int line)
{
    KeyBinding binding = {mode, keys, command, reading->path, line};
    return bound_new(reading->keymap, &binding, reading->layer);
}

static void
unbind_keys(Reading *reading, KeyMode mode, const IniEntry *entry)
{
    Keymap *keymap = reading->keymap;
    g_autoptr(GPtrArray) sequences = parse_sequences(reading, entry);
    for (guint i = 0; i < sequences->len; i++) {
        GArray *keys = sequences->pdata[i];
        const Key *first = (const Key *)(void *)keys->data;
        gboolean found = FALSE;
        Bound *old;
        while ((old = keymap_find_from(keymap, mode, first, keys->len))) {
            keymap_remove(keymap, old);
            found = TRUE;
        }
        if (key_mode_falls_through(mode)) {
            bind(reading, new_bound(reading, mode, keys, NULL, entry->line));
        } else if (!found) {
            g_autofree char *text = keys_text(first, keys->len);
            fault_add(reading->faults, reading->path, entry->line, "«%s» is bound to nothing; delete it here", text);
        }
    }
}

static void
unbind_command(Reading *reading, KeyMode mode, const char *command)
{
    GPtrArray *bindings = reading->keymap->modes[mode];
    for (guint i = bindings->len; i > 0; i--) {
        Bound *bound = bindings->pdata[i - 1];
        if (g_strcmp0(bound->binding.command, command) == 0)
            keymap_remove(reading->keymap, bound);
    }
}

/* "PANE  Citations" → "pane citations"; spaces between the words of a command line mean nothing. */
static char *
command_of(const char *key)
{
    g_autofree char *text = g_strdelimit(g_ascii_strdown(key, -1), "\t", ' ');
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    GString *command = g_string_new(NULL);
    for (char **word = words; *word; word++) {
        if (**word)
            g_string_append_printf(command, "%s%s", command->len ? " " : "", *word);
    }
    return g_string_free(command, FALSE);
}

static gboolean
command_is_right(Reading *reading, const IniEntry *entry, const char *command)
{
    g_autofree char *what = NULL;
    if (!reading->check || reading->check(command, &what, reading->data))
        return TRUE;
    if (what)
        fault_add(reading->faults, reading->path, entry->line, "%s", what);
    else
        fault_add(reading->faults, reading->path, entry->line, "no command «%s»; write one that :help lists", command);
    return FALSE;
}

/* What is taken away goes first, wherever it stands in the section, so that the order of the lines means nothing. */
static void
read_mode(Reading *reading, KeyMode mode, const IniEntry *entries, guint count)
{
    for (guint i = 0; i < count; i++) {
        g_autofree char *command = command_of(entries[i].key);
        if (g_str_equal(command, "none"))
            unbind_keys(reading, mode, &entries[i]);
        else if (!entries[i].value[strspn(entries[i].value, " \t")] && command_is_right(reading, &entries[i], command))
            unbind_command(reading, mode, command);
    }
    for (guint i = 0; i < count; i++) {
        g_autofree char *command = command_of(entries[i].key);
        g_autoptr(GPtrArray) sequences = NULL;
        if (g_str_equal(command, "none") || !entries[i].value[strspn(entries[i].value, " \t")] ||
            !command_is_right(reading, &entries[i], command))
            continue;
        sequences = parse_sequences(reading, &entries[i]);
        for (guint k = 0; k < sequences->len; k++)
            bind(reading, new_bound(reading, mode, sequences->pdata[k], command, entries[i].line));
    }
}

/* FALSE: there is no such file. */
static gboolean
read_file(Reading *reading)
{
    g_autoptr(GPtrArray) unheard = reading->faults ? NULL : g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GError) error = NULL;
    g_autoptr(Ini) ini = ini_load_lenient(reading->path, reading->faults ? reading->faults : unheard, &error);
    if (!ini) {
        if (ini_missing(error))
            return FALSE;
        if (reading->faults)
            g_ptr_array_add(reading->faults, g_strdup(error->message));
        return TRUE;
    }
    for (const char *const *section = ini_sections(ini); *section; section++) {
        guint count;
        const IniEntry *entries = ini_entries(ini, *section, &count);
        int mode = 0;
        while (mode_names[mode] && g_ascii_strcasecmp(mode_names[mode], *section) != 0)
            mode++;
        if (mode_names[mode]) {
            read_mode(reading, mode, entries, count);
            continue;
        }
        const char *near = nearest_name(*section, mode_names);
        g_autofree char *list = names_listed(mode_names);
        if (near)
            fault_add(reading->faults, reading->path, ini_section_line(ini, *section),
                      "unknown mode [%s]; did you mean [%s]?", *section, near);
        else
            fault_add(reading->faults, reading->path, ini_section_line(ini, *section), "unknown mode [%s]; write %s",
                      *section, list);
    }
    return TRUE;
}

/* By name: the user's folder, then the shipped one. */
static gboolean
read_preset(Reading *reading, const char *preset)
{
    g_autofree char *file = g_strconcat(preset, ".ini", NULL);
    g_autofree char *own = paths_config("keys", file, NULL), *shipped = paths_data("content", "keys", file, NULL);
    const char *const places[] = {strchr(preset, '/') ? preset : own, strchr(preset, '/') ? NULL : shipped};
    for (guint i = 0; i < G_N_ELEMENTS(places); i++) {
        reading->path = places[i];
        if (places[i] && read_file(reading))
            return TRUE;
    }
    return FALSE;
}

static gboolean
has_command(const Keymap *keymap, KeyMode mode, const char *command)
{
    for (guint i = 0; i < keymap->modes[mode]->len; i++) {
        const Bound *bound = keymap->modes[mode]->pdata[i];
        if (g_strcmp0(bound->binding.command, command) == 0)
            return TRUE;
    }
    return FALSE;
}

/* TRUE when keys neither are bound nor begin with or begin something that is. */
static gboolean
is_free(const Keymap *keymap, KeyMode mode, const GArray *keys)
{
    const Key *first = (const Key *)(void *)keys->data;
    for (guint k = 1; k < keys->len; k++) {
        const Bound *old = keymap_find_from(keymap, mode, first, k);
        if (old && old->binding.keys->len == k)
            return FALSE;
    }
    return !keymap_find_from(keymap, mode, first, keys->len);
}

static void
add_exits(Reading *reading)
{
    Keymap *keymap = reading->keymap;
    gboolean can_leave = has_command(keymap, MODE_NORMAL, "command-line") || has_command(keymap, MODE_NORMAL, "quit") ||
                         has_command(keymap, MODE_NORMAL, "close");
    reading->path = "built in";
    for (guint i = 0; i < G_N_ELEMENTS(exits); i++) {
        if (has_command(keymap, exits[i].mode, exits[i].command) || (exits[i].mode == MODE_NORMAL && can_leave))
            continue;
        g_autoptr(GArray) keys = keys_parse(exits[i].keys, NULL);
        if (is_free(keymap, exits[i].mode, keys))
            keymap_insert(keymap, new_bound(reading, exits[i].mode, keys, exits[i].command, 0));
    }
}

Keymap *
keymap_load(const char *preset, const char *user_path, KeymapCheck check, gpointer data, GPtrArray *faults)
{
    Keymap *keymap = keymap_new();
    Reading reading = {keymap, NULL, 0, check, data, faults};
    if (!read_preset(&reading, preset)) {
        static const char *const shipped[] = {"vim", "less", "newsboat", NULL};
        const char *near = nearest_name(preset, shipped);
        if (g_strv_contains(shipped, preset))
            fault_add(faults, "keys", 0, "the key map «%s» is missing; install ibid again, or set IBID_DATADIR", preset);
        else
            fault_add(faults, "keys", 0, "there is no key map «%s»; %s%s%s", preset,
                      near ? "did you mean «" : "write vim, less or newsboat", near ? near : "", near ? "»?" : "");
        if (!g_str_equal(preset, "vim"))
            read_preset(&reading, "vim");
    }
    reading.layer = 1;
    reading.path = user_path;
    if (user_path)
        read_file(&reading);
    reading.layer = 2;
    add_exits(&reading);
    return keymap;
}
