/* See painting.h. */
#include "tests/tui/painting.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "config/color.h"
#include "tests/test.h"

Painting *
painting_new(const char *type, int width, int height, int colors, gboolean modern)
{
    Painting *f = g_new0(Painting, 1);
    int keys = open("/dev/null", O_RDONLY | O_CLOEXEC);
    g_autoptr(GError) error = NULL;
    f->painter = painter_new(type, keys, width, height, colors, modern, &error);
    g_assert_no_error(error);
    close(keys);
    f->colors = painter_colors(f->painter);
    f->hides_cursor = strcmp(type, "vt100") != 0;
    f->emulator = emulator_new(width, height);
    f->grid = grid_new(width, height);
    f->theme = theme_load("dark", NULL);
    return f;
}

void
painting_free(Painting *f)
{
    painter_free(f->painter);
    emulator_free(f->emulator);
    grid_free(f->grid);
    theme_free(f->theme);
    g_clear_pointer(&f->document, document_unref);
    g_free(f);
}

/* --- comparing ---------------------------------------------------------------------------------------------------- */

static void
explain(const Painting *f, int x, int y, const char *what)
{
    g_autofree char *want = grid_dump(f->grid, FALSE), *got = emulator_text(f->emulator);
    g_test_message("column %d, row %d: %s\n--- the grid\n%s\n--- the screen\n%s", x, y, what, want, got);
    g_test_fail();
}

static Color
shown_color(const Painting *f, Color color)
{
    return color.kind == COLOR_RGB && f->colors != TRUE_COLORS ? color_nearest_256(color) : color;
}

/* A drawing of two cells may be two characters of one. */
static char *
shown_text(const Painting *f, int x, int y, const Cell *cell)
{
    EmulatorCell first = emulator_cell(f->emulator, x, y);
    if (cell->width == 2 && first.width == 1) {
        EmulatorCell second = emulator_cell(f->emulator, x + 1, y);
        return g_strconcat(first.text, second.text, NULL);
    }
    return g_strdup(first.text);
}

gboolean
painting_has_style(const Painting *f, const Cell *cell, const EmulatorCell *shown)
{
    Style style = theme_reduce(f->theme, cell->roles, f->colors);
    if (!color_equal(shown->background, shown_color(f, style.background)))
        return FALSE;
    if ((style.attributes ^ shown->attributes) & (ATTR_UNDERLINE | ATTR_REVERSE))
        return FALSE;
    gboolean blank = strspn(cell->text, " ") == strlen(cell->text);
    if (blank && !(style.attributes & ATTR_REVERSE)) /* nothing else can be seen on it */
        return TRUE;
    return color_equal(shown->foreground, shown_color(f, style.foreground)) &&
           ((style.attributes & ~ATTR_DIM) == shown->attributes);
}

const char *
painting_url(const Painting *f, const Cell *cell)
{
    return cell->link && f->document ? document_link_url(f->document, cell->link - 1) : NULL;
}

static gboolean
compare_cell(const Painting *f, int x, int y, gboolean styles)
{
    const Cell *cell = grid_cell(f->grid, x, y);
    if (cell->width == 0)
        return TRUE;
    EmulatorCell shown = emulator_cell(f->emulator, x, y);
    g_autofree char *text = shown_text(f, x, y, cell);
    if (strcmp(text, cell->text[0] ? cell->text : " ") != 0) {
        g_autofree char *what = g_strdup_printf("“%s” stands for “%s”", text, cell->text);
        explain(f, x, y, what);
        return FALSE;
    }
    if (styles && !painting_has_style(f, cell, &shown)) {
        Style style = theme_reduce(f->theme, cell->roles, f->colors);
        g_autofree char *what =
            g_strdup_printf("“%s” has attributes %d, colours %06x on %06x; wanted are %d, %06x on %06x", text,
                            shown.attributes, color_rgb(shown.foreground, 0xffffff), color_rgb(shown.background, 0),
                            style.attributes, color_rgb(style.foreground, 0xffffff), color_rgb(style.background, 0));
        explain(f, x, y, what);
        return FALSE;
    }
    if (cell->text[0] > ' ' && g_strcmp0(shown.link, painting_url(f, cell)) != 0) {
        g_autofree char *what = g_strdup_printf("leads to %s", shown.link ? shown.link : "nowhere");
        explain(f, x, y, what);
        return FALSE;
    }
    return TRUE;
}

void
painting_compare(const Painting *f, gboolean styles)
{
    for (int y = 0; y < grid_height(f->grid); y++)
        for (int x = 0; x < grid_width(f->grid); x++)
            if (!compare_cell(f, x, y, styles))
                return;
    int want_x, want_y, x, y;
    grid_cursor(f->grid, &want_x, &want_y);
    gboolean visible = emulator_cursor(f->emulator, &x, &y);
    g_assert_true(visible == (want_x >= 0) || !f->hides_cursor);
    if (want_x >= 0) {
        g_assert_cmpint(x, ==, want_x);
        g_assert_cmpint(y, ==, want_y);
    }
}

void
painting_paint(Painting *f)
{
    const GString *frame = painter_paint(f->painter, f->grid, f->theme, f->document);
    f->bytes = frame->len;
    emulator_feed(f->emulator, frame->str, frame->len);
}

void
painting_assert_unchanged(Painting *f)
{
    const GString *frame = painter_paint(f->painter, f->grid, f->theme, f->document);
    g_assert_cmpuint(frame->len, ==, 0);
}
