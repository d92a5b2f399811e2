/* The help: every key of the live map with what it does, grouped as the commands are. Made from the tables, so it cannot be wrong. */
#include "app/internal.h"

#include <string.h>

static const char *const mode_words[MODE_COUNT] = {
    [MODE_NORMAL] = "", [MODE_SELECTION] = " (selection)", [MODE_PANE] = " (lists)", [MODE_PEEK] = " (boxes)", [MODE_PROMPT] = " (typing)",
};

/* Whether a key runs the command of this name, with an argument or without. */
static gboolean
runs(const KeyBinding *binding, const char *name)
{
    gsize length = strlen(name);
    return strncmp(binding->command, name, length) == 0 && (!binding->command[length] || binding->command[length] == ' ');
}

/* All keys of a command, "j  <Down>"; modes other than the first are named. NULL: it has none. */
static char *
keys_of(Session *session, const char *name)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < keymap_count(session_keymap(session)); i++) {
        const KeyBinding *binding = keymap_binding(session_keymap(session), i);
        if (!runs(binding, name))
            continue;
        if (out->len)
            g_string_append_c(out, ' ');
        for (guint k = 0; k < binding->keys->len; k++)
            key_append(out, g_array_index(binding->keys, Key, k));
    }
    return g_string_free(out, out->len == 0);
}

static KeyMode
mode_of(Session *session, const char *name)
{
    for (guint i = 0; i < keymap_count(session_keymap(session)); i++) {
        const KeyBinding *binding = keymap_binding(session_keymap(session), i);
        if (runs(binding, name))
            return binding->mode;
    }
    return MODE_NORMAL;
}

static const char *const signs[][2] = {
    {"▎", "the paragraph with the caret"},
    {"●", "belongs to that paragraph"},
    {"×2", "cited twice"},
    {"¶ 4", "body paragraph 4; its number stands in the margin"},
    {"▂▅▇", "where in the article an entity is named, from beginning to end"},
    {"▾", "the order of a list; o changes it"},
};

Popup *
help_new(Session *session)
{
    Popup *popup = popup_new("Keys and commands", options_string(session->options, OPT_KEYS));
    popup_line(popup, NULL, "New to ibid? :guide opens a guide to practise on, and q comes back from it.", NULL, G_MAXSIZE);
    popup_rule(popup);
    const char *group = NULL;
    for (guint i = 0; i < command_count(); i++) {
        const Command *command = command_get(i);
        if (!group || strcmp(group, command->group) != 0) {
            if (group)
                popup_rule(popup);
            group = command->group;
            popup_line(popup, NULL, group, NULL, G_MAXSIZE);
        }
        g_autofree char *keys = keys_of(session, command->name);
        g_autofree char *remark = g_strdup_printf(":%s%s", command->name, mode_words[mode_of(session, command->name)]);
        popup_line(popup, keys ? keys : "", command->help, remark, G_MAXSIZE);
    }
    popup_rule(popup);
    popup_line(popup, NULL, "Signs", NULL, G_MAXSIZE);
    for (guint i = 0; i < G_N_ELEMENTS(signs); i++)
        popup_line(popup, grid_sign(session->grid, signs[i][0]), signs[i][1], NULL, G_MAXSIZE);
    popup_rule(popup);
    popup_line(popup, NULL, "Options (:set NAME=VALUE, or NAME = \"VALUE\" in config.ini)", NULL, G_MAXSIZE);
    for (int i = 0; i < OPT_COUNT; i++) {
        const OptionSpec *spec = option_spec((OptionId)i);
        popup_line(popup, spec->name, spec->help, options_string(session->options, (OptionId)i), G_MAXSIZE);
    }
    popup_keys(popup, "j k scroll · Space a page · q or Esc close");
    return popup;
}
