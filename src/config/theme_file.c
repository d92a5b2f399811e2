/* Reads a theme: its header, a section for each role, and then who inherits from whom. */
#include "config/theme_file.h"

#include <string.h>

#include "config/color.h"
#include "config/fault.h"
#include "config/role.h"
#include "ini/ini.h"

/* One file while it is read. */
typedef struct {
    const char *path;
    GPtrArray *faults;
    ThemeFile *file;
    int parents[STYLE_COUNT]; /* -1: inherits from none */
    int lines[STYLE_COUNT];   /* of the line with inherit */
} Reading;

static const char *const attribute_names[] = {"bold", "dim", "italic", "underline", "reverse", "none", NULL};

void
theme_file_init(ThemeFile *file)
{
    *file = (ThemeFile){.name = g_strdup("monochrome"),
                        .description = g_strdup("Bold, dim, underline and reverse alone, on any terminal")};
    for (int role = 0; role < STYLE_COUNT; role++)
        file->roles[role] = (RoleStyle){.set = style_role_mono(role), .has = HAS_ATTRIBUTES};
}

void
theme_file_clear(ThemeFile *file)
{
    g_free(file->name);
    g_free(file->description);
}

static void
unknown_key(Reading *reading, const IniEntry *entry, const char *const *keys)
{
    g_autofree char *list = names_listed(keys);
    const char *near = nearest_name(entry->key, keys);
    if (near)
        fault_add(reading->faults, reading->path, entry->line, "unknown key «%s»; did you mean «%s»?", entry->key,
                  near);
    else
        fault_add(reading->faults, reading->path, entry->line, "unknown key «%s»; write %s", entry->key, list);
}

static gboolean
read_color(Reading *reading, const IniEntry *entry, Color *color)
{
    g_autofree char *what = NULL;
    Color parsed;
    if (!color_parse(entry->value, &parsed, &what)) {
        fault_add(reading->faults, reading->path, entry->line, "%s", what);
        return FALSE;
    }
    *color = parsed;
    return TRUE;
}

static gboolean
read_attributes(Reading *reading, const IniEntry *entry, RoleStyle *style)
{
    g_autofree char *text = g_strdelimit(g_ascii_strdown(entry->value, -1), ",\t", ' ');
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    guint8 set = 0, clear = 0;
    for (char **word = words; *word; word++) {
        int bit = 0;
        if (!**word)
            continue;
        while (attribute_names[bit] && !g_str_equal(attribute_names[bit], *word))
            bit++;
        if (!attribute_names[bit]) {
            const char *near = nearest_name(*word, attribute_names);
            fault_add(reading->faults, reading->path, entry->line, "unknown attribute «%s»; %s%s%s", *word,
                      near ? "did you mean «" : "write bold, dim, italic, underline, reverse or none", near ? near : "",
                      near ? "»?" : "");
            return FALSE;
        }
        if (g_str_equal(*word, "none"))
            clear = ATTR_BOLD | ATTR_DIM | ATTR_ITALIC | ATTR_UNDERLINE | ATTR_REVERSE;
        else
            set |= 1 << bit;
    }
    style->set = set;
    style->clear = clear;
    return TRUE;
}

static void
unknown_role(Reading *reading, int line, const char *name)
{
    const char *names[STYLE_COUNT + 2];
    for (int role = 0; role < STYLE_COUNT; role++)
        names[role] = style_role_name(role);
    names[STYLE_COUNT] = "theme";
    names[STYLE_COUNT + 1] = NULL;
    const char *near = nearest_name(name, names);
    if (near)
        fault_add(reading->faults, reading->path, line, "unknown role «%s»; did you mean «%s»?", name, near);
    else
        fault_add(reading->faults, reading->path, line, "unknown role «%s»; write one that themes/dark.ini has", name);
}

static void
read_role(Reading *reading, int role, const IniEntry *entries, guint count)
{
    static const char *const keys[] = {"fg", "bg", "attr", "inherit", NULL};
    RoleStyle style = {.has = 0};
    gboolean right = count == 0; /* an empty section says that the role looks like what lies below it */
    for (guint i = 0; i < count; i++) {
        const IniEntry *entry = &entries[i];
        guint8 had = style.has;
        if (g_ascii_strcasecmp(entry->key, "fg") == 0) {
            if (read_color(reading, entry, &style.foreground))
                style.has |= HAS_FOREGROUND;
        } else if (g_ascii_strcasecmp(entry->key, "bg") == 0) {
            if (read_color(reading, entry, &style.background))
                style.has |= HAS_BACKGROUND;
        } else if (g_ascii_strcasecmp(entry->key, "attr") == 0) {
            if (read_attributes(reading, entry, &style))
                style.has |= HAS_ATTRIBUTES;
        } else if (g_ascii_strcasecmp(entry->key, "inherit") == 0) {
            int parent = style_role_find(entry->value);
            if (parent < 0)
                unknown_role(reading, entry->line, entry->value);
            else {
                reading->parents[role] = parent;
                reading->lines[role] = entry->line;
                right = TRUE;
            }
        } else {
            unknown_key(reading, entry, keys);
        }
        right |= style.has != had;
    }
    if (right)
        reading->file->roles[role] = style;
}

static void
read_header(Reading *reading, const IniEntry *entries, guint count)
{
    static const char *const keys[] = {"name", "description", "shade", "background", NULL};
    ThemeFile *file = reading->file;
    for (guint i = 0; i < count; i++) {
        const IniEntry *entry = &entries[i];
        if (g_ascii_strcasecmp(entry->key, "name") == 0) {
            g_free(file->name);
            file->name = g_strdup(entry->value);
        } else if (g_ascii_strcasecmp(entry->key, "description") == 0) {
            g_free(file->description);
            file->description = g_strdup(entry->value);
        } else if (g_ascii_strcasecmp(entry->key, "background") == 0) {
            read_color(reading, entry, &file->background);
        } else if (g_ascii_strcasecmp(entry->key, "shade") != 0) {
            unknown_key(reading, entry, keys);
        } else if (g_ascii_strcasecmp(entry->value, "light") == 0 || g_ascii_strcasecmp(entry->value, "dark") == 0) {
            file->light = g_ascii_strcasecmp(entry->value, "light") == 0;
        } else {
            fault_add(reading->faults, reading->path, entry->line, "unknown shade «%s»; write dark or light",
                      entry->value);
        }
    }
}

/* A loop is cut at the role that closes it, so that it is one fault and not one for each of its roles. */
static void
cut_loops(Reading *reading)
{
    for (int role = 0; role < STYLE_COUNT; role++) {
        int at = reading->parents[role], before = role;
        for (int steps = 0; steps < STYLE_COUNT && at >= 0 && at != role; steps++) {
            before = at;
            at = reading->parents[at];
        }
        if (at != role)
            continue;
        if (before == role)
            fault_add(reading->faults, reading->path, reading->lines[role],
                      "[%s] inherits from itself; delete this line", style_role_name(role));
        else
            fault_add(reading->faults, reading->path, reading->lines[role],
                      "[%s] inherits from itself through [%s]; write another role, or delete one of the two lines",
                      style_role_name(role), style_role_name(before));
        reading->parents[role] = -1;
    }
}

/* Every role takes what it does not say from the nearest ancestor that says it. Ancestors are read as they stand in the file, for they may be filled in already or not: the result
 * is the same. */
static void
inherit(Reading *reading)
{
    for (int role = 0; role < STYLE_COUNT; role++) {
        RoleStyle *style = &reading->file->roles[role];
        for (int at = reading->parents[role]; at >= 0; at = reading->parents[at]) {
            const RoleStyle *parent = &reading->file->roles[at];
            guint8 missing = parent->has & ~style->has;
            if (missing & HAS_FOREGROUND)
                style->foreground = parent->foreground;
            if (missing & HAS_BACKGROUND)
                style->background = parent->background;
            if (missing & HAS_ATTRIBUTES) {
                style->set = parent->set;
                style->clear = parent->clear;
            }
            style->has |= missing;
        }
    }
}

gboolean
theme_file_load(ThemeFile *file, const char *path, GPtrArray *faults)
{
    Reading reading = {path, faults, file, {0}, {0}};
    g_autoptr(GPtrArray) unheard = faults ? NULL : g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GError) error = NULL;
    g_autoptr(Ini) ini = ini_load_lenient(path, faults ? faults : unheard, &error);
    if (!ini) {
        if (ini_missing(error))
            return FALSE;
        if (faults)
            g_ptr_array_add(faults, g_strdup(error->message));
        return TRUE;
    }
    for (int role = 0; role < STYLE_COUNT; role++)
        reading.parents[role] = -1;
    g_autofree char *base = g_path_get_basename(path);
    if (g_str_has_suffix(base, ".ini"))
        base[strlen(base) - 4] = '\0';
    g_free(file->name);
    file->name = g_steal_pointer(&base);
    g_free(file->description);
    file->description = g_strdup("");
    for (const char *const *section = ini_sections(ini); *section; section++) {
        guint count;
        const IniEntry *entries = ini_entries(ini, *section, &count);
        int role = style_role_find(*section);
        if (role >= 0)
            read_role(&reading, role, entries, count);
        else if (g_ascii_strcasecmp(*section, "theme") == 0)
            read_header(&reading, entries, count);
        else
            unknown_role(&reading, ini_section_line(ini, *section), *section);
    }
    cut_loops(&reading);
    inherit(&reading);
    return TRUE;
}
