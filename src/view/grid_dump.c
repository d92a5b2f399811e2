/* The grid as text, for golden tests, dumps of the screen and bug reports. */
#include "view/grid.h"

static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

static void
trim_row(GString *out, gsize start)
{
    while (out->len > start && out->str[out->len - 1] == ' ')
        g_string_truncate(out, out->len - 1);
    g_string_append_c(out, '\n');
}

static void
append_screen(GString *out, const Grid *grid)
{
    for (int y = 0; y < grid_height(grid); y++) {
        gsize start = out->len;
        for (int x = 0; x < grid_width(grid); x++) {
            const Cell *cell = grid_cell(grid, x, y);
            if (cell->text[0])
                g_string_append(out, cell->text);
            else if (cell->width)
                g_string_append_c(out, ' ');
        }
        trim_row(out, start);
    }
}

/* The letter of a set of roles; sets beyond the last letter share "?". */
static char
letter_of(GArray *sets, StyleSet roles)
{
    roles &= ~STYLE_BIT(STYLE_TEXT);
    if (roles == 0)
        return '.';
    for (guint i = 0; i < sets->len; i++)
        if (g_array_index(sets, StyleSet, i) == roles)
            return letters[i];
    if (sets->len == sizeof letters - 1)
        return '?';
    g_array_append_val(sets, roles);
    return letters[sets->len - 1];
}

static void
append_names(GString *out, StyleSet roles)
{
    const char *joint = "";
    for (int role = 0; role < STYLE_COUNT; role++)
        if (roles & STYLE_BIT(role)) {
            g_string_append_printf(out, "%s%s", joint, style_role_name(role));
            joint = "+";
        }
}

static void
append_roles(GString *out, const Grid *grid)
{
    g_autoptr(GArray) sets = g_array_new(FALSE, FALSE, sizeof(StyleSet));
    g_string_append(out, "roles\n");
    for (int y = 0; y < grid_height(grid); y++) {
        gsize start = out->len;
        for (int x = 0; x < grid_width(grid); x++) {
            char letter = letter_of(sets, grid_cell(grid, x, y)->roles);
            g_string_append_c(out, letter);
        }
        while (out->len > start && out->str[out->len - 1] == '.')
            g_string_truncate(out, out->len - 1);
        g_string_append_c(out, '\n');
    }
    for (guint i = 0; i < sets->len; i++) {
        g_string_append_printf(out, "%c ", letters[i]);
        append_names(out, g_array_index(sets, StyleSet, i));
        g_string_append_c(out, '\n');
    }
}

static void
append_places(GString *out, const Grid *grid)
{
    int x, y;
    grid_cursor(grid, &x, &y);
    if (x >= 0 && y >= 0)
        g_string_append_printf(out, "cursor %d,%d\n", x, y);
    for (y = 0; y < grid_height(grid); y++)
        for (x = 0; x < grid_width(grid); x++) {
            guint32 link = grid_cell(grid, x, y)->link;
            if (link && (x == 0 || grid_cell(grid, x - 1, y)->link != link))
                g_string_append_printf(out, "link %d,%d %u\n", x, y, link - 1);
        }
}

char *
grid_dump(const Grid *grid, gboolean roles)
{
    GString *out = g_string_new(NULL);
    append_screen(out, grid);
    if (roles) {
        append_roles(out, grid);
        append_places(out, grid);
    }
    return g_string_free(out, FALSE);
}
