/* Options, theme and key map: loaded at the start, changed by :set; faults in the files become one message and never stop the reader. */
#include "app/internal.h"

#include <string.h>

#include "base/paths.h"

/* The first fault is said, with how many more there are; the faults of the files that are read one after the other at the start are counted together. */
static void
say_faults(Session *session, GPtrArray *faults)
{
    if (faults->len == 0)
        return;
    guint said = session->message ? session->faults : 0;
    g_autofree char *first = said > 0 ? g_steal_pointer(&session->first_fault) : g_strdup(g_ptr_array_index(faults, 0));
    if (said + faults->len == 1)
        session_fail(session, "%s", first);
    else
        session_fail(session, "%s (and %u more)", first, said + faults->len - 1);
    g_free(session->first_fault);
    session->first_fault = g_steal_pointer(&first);
    session->faults = said + faults->len;
}

static void
load_theme(Session *session, const char *name, GPtrArray *faults)
{
    Theme *theme = theme_load(name, faults);
    theme_free(session->theme);
    session->theme = theme;
}

/* The key map is read when the first key comes, or in the first idle moment: the first frame does without it. */
Keymap *
session_keymap(Session *session)
{
    if (session->keymap)
        return session->keymap;
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *user = paths_config("keys.ini", NULL);
    session->keymap = keymap_load(options_string(session->options, OPT_KEYS), user, command_check, NULL, faults);
    say_faults(session, faults);
    return session->keymap;
}

/* Option `panes`: which are asked for on a wide screen. */
static guint
panes_asked(const Session *session)
{
    const char *value = options_string(session->options, OPT_PANES);
    if (strcmp(value, "none") == 0)
        return 0;
    if (strcmp(value, "auto") == 0)
        return PANE_BIT(PANE_SUMMARY) | PANE_BIT(PANE_CITATIONS) | PANE_BIT(PANE_ENTITIES);
    guint shown = 0;
    for (int i = PANE_SUMMARY; i < PANE_COUNT; i++)
        if (options_has(session->options, OPT_PANES, pane_name((PaneId)i)))
            shown |= PANE_BIT(i);
    return shown;
}

/* Signs are Unicode where the locale is, unless the option says otherwise. */
static void
apply_signs(Session *session)
{
    const char *signs = options_string(session->options, OPT_SIGNS);
    gboolean ascii = strcmp(signs, "ascii") == 0 || (strcmp(signs, "auto") == 0 && !g_get_charset(NULL));
    grid_set_ascii(session->grid, ascii);
}

void
session_load_settings(Session *session, const char *theme)
{
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *config = paths_config("config.ini", NULL);
    session->options = options_new();
    if (config)
        options_load(session->options, config, faults);
    if (theme) {
        g_autoptr(GError) error = NULL;
        if (!options_set(session->options, OPT_THEME, theme, &error))
            g_ptr_array_add(faults, g_strdup(error->message));
    }
    load_theme(session, options_string(session->options, OPT_THEME), faults);
    apply_signs(session);
    session->shown = panes_asked(session);
    say_faults(session, faults);
}

void
session_apply_option(Session *session, int option)
{
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    gsize caret = session_has_text(session) ? session_caret_offset(session) : 0;
    switch ((OptionId)option) {
    case OPT_THEME:
        load_theme(session, options_string(session->options, OPT_THEME), faults);
        break;
    case OPT_KEYS:
        g_clear_pointer(&session->keymap, keymap_free);
        session_keymap(session);
        break;
    case OPT_PANES:
        session->shown = panes_asked(session);
        session->drawer = PANE_ARTICLE;
        break;
    case OPT_SIGNS:
        apply_signs(session);
        break;
    case OPT_BOILERPLATE: /* hits in what was set aside count, or no longer do */
        g_clear_pointer(&session->hits, hits_free);
        break;
    default:
        break;
    }
    session_update_geometry(session);
    if (session_has_text(session))
        session_go(session, caret, TRUE);
    if (session->host.options_changed)
        session->host.options_changed(session->host_data);
    say_faults(session, faults);
}
