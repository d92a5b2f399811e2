/* Sets of roles made into styles, and styles made poorer for poor terminals.
 *
 * A set is resolved from STYLE_TEXT upwards: each role writes what it says over what is there. Few different sets occur on a screen, so the answers are kept in one hash
 * table for each number of colours, and a table that has grown to a thousand sets is begun anew.
 *
 * A poorer terminal gets the nearest colours. What matters is that nothing that could be told apart becomes one: for each role of the set, the reduced colours with it and
 * without it are compared, and where they were different in full colour and no longer are, the role's monochrome attributes are added. */
#include "config/theme.h"

#include <stdlib.h>
#include <string.h>

#include "base/paths.h"
#include "config/color.h"
#include "config/fault.h"
#include "config/role.h"
#include "config/theme_file.h"

typedef enum { DEPTH_MONO, DEPTH_8, DEPTH_16, DEPTH_256, DEPTH_TRUE, DEPTH_COUNT } Depth;

enum { CACHE_MAX = 1000 };

struct Theme {
    ThemeFile file;
    GHashTable *cache[DEPTH_COUNT]; /* StyleSet → Style, each in one allocation */
};

typedef struct {
    StyleSet roles;
    Style style;
} Cached;

static Theme *
theme_new(void)
{
    Theme *theme = g_new0(Theme, 1);
    theme_file_init(&theme->file);
    for (int i = 0; i < DEPTH_COUNT; i++) /* the key is the first member of the value */
        theme->cache[i] = g_hash_table_new_full(g_int64_hash, g_int64_equal, NULL, g_free);
    return theme;
}

void
theme_free(Theme *theme)
{
    if (!theme)
        return;
    for (int i = 0; i < DEPTH_COUNT; i++)
        g_hash_table_unref(theme->cache[i]);
    theme_file_clear(&theme->file);
    g_free(theme);
}

Theme *
theme_monochrome(void)
{
    return theme_new();
}

/* --- finding --- */

static char *
user_path(const char *name)
{
    g_autofree char *file = g_strconcat(name, ".ini", NULL);
    return paths_config("themes", file, NULL);
}

static char *
shipped_path(const char *name)
{
    g_autofree char *file = g_strconcat(name, ".ini", NULL);
    return paths_data("themes", file, NULL);
}

Theme *
theme_load(const char *name, GPtrArray *faults)
{
    Theme *theme = theme_new();
    if (strchr(name, '/')) {
        if (!theme_file_load(&theme->file, name, faults))
            fault_add(faults, name, 0, "there is no such theme; check the path, or write a name like dark");
        return theme;
    }
    g_autofree char *own = user_path(name), *shipped = shipped_path(name);
    if ((own && theme_file_load(&theme->file, own, faults)) || theme_file_load(&theme->file, shipped, faults) ||
        g_str_equal(name, "monochrome"))
        return theme;
    g_auto(GStrv) all = theme_list();
    const char *near = nearest_name(name, (const char *const *)all);
    g_autofree char *list = names_listed((const char *const *)all);
    if (near)
        fault_add(faults, "theme", 0, "there is no theme «%s»; did you mean «%s»?", name, near);
    else
        fault_add(faults, "theme", 0, "there is no theme «%s»; write %s", name, list);
    return theme;
}

static void
list_folder(const char *folder, GHashTable *names)
{
    g_autoptr(GDir) directory = folder ? g_dir_open(folder, 0, NULL) : NULL;
    const char *entry;
    while (directory && (entry = g_dir_read_name(directory))) {
        gsize length = strlen(entry);
        if (length > 4 && entry[0] != '.' && g_str_has_suffix(entry, ".ini") && g_utf8_validate(entry, -1, NULL))
            g_hash_table_add(names, g_strndup(entry, length - 4));
    }
}

static int
compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

char **
theme_list(void)
{
    g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autofree char *own = paths_config("themes", NULL), *shipped = paths_data("themes", NULL);
    g_hash_table_add(names, g_strdup("monochrome"));
    list_folder(own, names);
    list_folder(shipped, names);
    GPtrArray *sorted = g_ptr_array_new();
    GHashTableIter iter;
    gpointer name;
    g_hash_table_iter_init(&iter, names);
    while (g_hash_table_iter_next(&iter, &name, NULL))
        g_ptr_array_add(sorted, g_strdup(name));
    g_ptr_array_sort(sorted, compare_names);
    g_ptr_array_add(sorted, NULL);
    return (char **)g_ptr_array_free(sorted, FALSE);
}

const char *
theme_name(const Theme *theme)
{
    return theme->file.name;
}

const char *
theme_description(const Theme *theme)
{
    return theme->file.description;
}

gboolean
theme_is_light(const Theme *theme)
{
    return theme->file.light;
}

/* --- resolving --- */

static guint8
combine_attributes(guint8 attributes, guint8 set, guint8 clear)
{
    if (set & ATTR_BOLD) /* the two undo each other on terminals, too */
        clear |= ATTR_DIM;
    if (set & ATTR_DIM)
        clear |= ATTR_BOLD;
    return (attributes & ~clear) | set;
}

/* marked: those that get their monochrome attributes as well. */
static Style
resolve(const Theme *theme, StyleSet roles, StyleSet marked)
{
    Style style = {.background = theme->file.background};
    roles |= STYLE_BIT(STYLE_TEXT);
    for (int role = 0; role < STYLE_COUNT; role++) {
        const RoleStyle *part = &theme->file.roles[role];
        if (!(roles & STYLE_BIT(role)))
            continue;
        if (part->has & HAS_FOREGROUND)
            style.foreground = part->foreground;
        if (part->has & HAS_BACKGROUND)
            style.background = part->background;
        if (part->has & HAS_ATTRIBUTES)
            style.attributes = combine_attributes(style.attributes, part->set, part->clear);
        if (marked & STYLE_BIT(role))
            style.attributes = combine_attributes(style.attributes, style_role_mono(role), 0);
    }
    return style;
}

static Style
monochrome(StyleSet roles)
{
    Style style = {.attributes = 0};
    for (int role = 0; role < STYLE_COUNT; role++) {
        if (roles & STYLE_BIT(role))
            style.attributes = combine_attributes(style.attributes, style_role_mono(role), 0);
    }
    return style;
}

static gboolean
same_colors(Style a, Style b)
{
    return color_equal(a.foreground, b.foreground) && color_equal(a.background, b.background);
}

/* --- reducing --- */

static const Color black = {.kind = COLOR_INDEX, .index = 0}, white = {.kind = COLOR_INDEX, .index = 7},
                   bright_white = {.kind = COLOR_INDEX, .index = 15};

/* The background among 16 or 8 colours. A dark grey on a dark terminal is left to the terminal: its own black may be lighter or darker than the text beside it. */
static Color
reduce_background(Color color, Depth depth, gboolean light)
{
    if (color.kind == COLOR_DEFAULT || (color.kind == COLOR_INDEX && color.index < (depth == DEPTH_16 ? 16 : 8)))
        return color;
    if (color.kind == COLOR_INDEX && color.index < 16 && color.index != 8)
        return (Color){.kind = COLOR_INDEX, .index = color.index - 8};
    if (!color_is_neutral(color))
        return color_nearest_hue(color, HUES_ALL);
    int brightness = color_brightness(color, 0);
    if (light ? brightness > 128 : brightness < 128)
        return (Color){.kind = COLOR_DEFAULT};
    return brightness < 128 ? black : white;
}

/* TRUE for a grey that is clearly nearer to the background than the theme's text is. */
static gboolean
is_dimmed(const Theme *theme, Color color)
{
    Style text = resolve(theme, 0, 0);
    int below = color_brightness(text.background, theme->file.light ? 0xffffff : 0x1c1c1c);
    int full = abs(color_brightness(text.foreground, theme->file.light ? 0x1c1c1c : 0xd0d0d0) - below);
    return 4 * abs(color_brightness(color, 0) - below) < 3 * full;
}

/* The foreground. A grey is the terminal's own colour of text, dimmed where it is clearly less than text: bright black, which would be nearest, is the background itself in
 * more than one palette. On a background with a colour it is black or white. */
static Color
reduce_foreground(const Theme *theme, Color color, gboolean on_color, Depth depth, guint8 *attributes)
{
    gboolean light = theme->file.light;
    if (color.kind == COLOR_DEFAULT || (color.kind == COLOR_INDEX && color.index < (depth == DEPTH_16 ? 16 : 8)))
        return color;
    if (color.kind == COLOR_INDEX && color.index < 16 && color.index != 8) {
        *attributes = combine_attributes(*attributes, ATTR_BOLD, 0);
        return (Color){.kind = COLOR_INDEX, .index = color.index - 8};
    }
    if (!color_is_neutral(color)) {
        gboolean bright = depth == DEPTH_16 && !light && color_is_bright(color);
        Color hue = color_nearest_hue(color, on_color || bright ? HUES_ALL : light ? HUES_ON_LIGHT : HUES_ON_DARK);
        hue.index += bright ? 8 : 0;
        return hue;
    }
    if (on_color)
        return color_brightness(color, 0) < 128 ? black : depth == DEPTH_16 ? bright_white : white;
    if (is_dimmed(theme, color) && !(*attributes & ATTR_BOLD))
        *attributes |= ATTR_DIM;
    return (Color){.kind = COLOR_DEFAULT};
}

/* On a background with a colour of its own the text must stand out, whatever both were reduced to. */
static Color
contrasting(Color foreground, Color background, Depth depth, gboolean light)
{
    enum { ENOUGH = 140, DARK = 100 }; /* of 255 */
    if (background.kind == COLOR_DEFAULT)
        return foreground;
    int below = color_brightness(background, 0);
    int above = color_brightness(foreground, light ? 0x000000 : 0xe5e5e5);
    if (abs(above - below) >= ENOUGH)
        return foreground;
    return below >= DARK ? black : depth == DEPTH_16 ? bright_white : white;
}

static Style
reduce_colors(const Theme *theme, Style style, Depth depth)
{
    gboolean light = theme->file.light;
    if (depth == DEPTH_256) {
        if (style.foreground.kind == COLOR_RGB)
            style.foreground = color_nearest_256(style.foreground);
        if (style.background.kind == COLOR_RGB)
            style.background = color_nearest_256(style.background);
    } else if (depth < DEPTH_256) {
        style.background = reduce_background(style.background, depth, light);
        style.foreground = reduce_foreground(theme, style.foreground, style.background.kind != COLOR_DEFAULT, depth,
                                             &style.attributes);
        style.foreground = contrasting(style.foreground, style.background, depth, light);
    }
    return style;
}

static Style
reduce(const Theme *theme, StyleSet roles, Depth depth)
{
    if (depth == DEPTH_MONO)
        return monochrome(roles);
    Style full = resolve(theme, roles, 0);
    if (depth == DEPTH_TRUE)
        return full;
    Style reduced = reduce_colors(theme, full, depth);
    StyleSet lost = 0;
    for (int role = STYLE_TEXT + 1; role < STYLE_COUNT; role++) {
        if (!(roles & STYLE_BIT(role)) || !style_role_mono(role))
            continue;
        Style without = resolve(theme, roles & ~STYLE_BIT(role), 0);
        if (!same_colors(full, without) && same_colors(reduced, reduce_colors(theme, without, depth)))
            lost |= STYLE_BIT(role);
    }
    return lost ? reduce_colors(theme, resolve(theme, roles, lost), depth) : reduced;
}

static Style
cached(Theme *theme, StyleSet roles, Depth depth)
{
    GHashTable *cache = theme->cache[depth];
    Cached *known = g_hash_table_lookup(cache, &roles);
    if (known)
        return known->style;
    if (g_hash_table_size(cache) >= CACHE_MAX)
        g_hash_table_remove_all(cache);
    known = g_new(Cached, 1);
    *known = (Cached){roles, reduce(theme, roles, depth)};
    g_hash_table_insert(cache, &known->roles, known);
    return known->style;
}

Style
theme_style(Theme *theme, StyleSet roles)
{
    return cached(theme, roles, DEPTH_TRUE);
}

Style
theme_reduce(Theme *theme, StyleSet roles, int colors)
{
    return cached(theme, roles,
                  colors >= 1 << 24 ? DEPTH_TRUE
                  : colors >= 256   ? DEPTH_256
                  : colors >= 16    ? DEPTH_16
                  : colors >= 8     ? DEPTH_8
                                    : DEPTH_MONO);
}
