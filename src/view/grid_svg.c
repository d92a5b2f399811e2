/* The grid as an SVG picture: a window with rounded corners, text in runs of one style, and backgrounds, box-drawing and block elements as shapes, so that they join whatever the font. All numbers
 * are whole, so the same grid always gives the same bytes.
 *
 * Shapes are collected as rectangles, joined where they meet and put out as one path for each colour: a picture that is shown smaller than it is has no seams then.
 *
 * A run is a stretch of single cells of one style without a gap of two spaces; `textLength` pins its ends to the columns where the font's advance is a little off. Clusters of two cells and
 * clusters of several code points are runs of their own. */
#include "view/grid.h"

#include <string.h>

#define CELL_WIDTH 9 /* 0.6 em of FONT_SIZE: the advance of nearly all monospaced fonts */
#define CELL_HEIGHT 20
#define FONT_SIZE 15
#define BASELINE 15
#define PADDING 12

typedef struct {
    guint32 foreground, background;
    guint8 attributes;
    gboolean has_background;
} Look;

typedef struct {
    guint32 color;
    int x, y, width, height;
} Shape;

typedef struct {
    const Grid *grid;
    Theme *theme;
    guint32 foreground, background; /* where the theme leaves them to the terminal */
    GArray *shapes;                 /* Shape: what has been drawn since the last append_shapes() */
    GString *out;
} Picture;

/* A theme that does not paint the background is made for a dark or a light terminal, and says for which. */
static void
set_defaults(Picture *picture)
{
    gboolean light = theme_is_light(picture->theme);
    Style text = theme_style(picture->theme, STYLE_BIT(STYLE_TEXT));
    picture->foreground = color_rgb(text.foreground, light ? 0x24292f : 0xd8dade);
    picture->background = color_rgb(text.background, light ? 0xfdfcf9 : 0x16181d);
}

static guint32
mix(guint32 a, guint32 b, int percent_b)
{
    guint32 mixed = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
        int from = a >> shift & 255, to = b >> shift & 255;
        mixed |= (guint32)(from + (to - from) * percent_b / 100) << shift;
    }
    return mixed;
}

static Look
look_of(Picture *picture, const Cell *cell)
{
    Style style = theme_style(picture->theme, cell->roles);
    Look look = {color_rgb(style.foreground, picture->foreground), color_rgb(style.background, picture->background),
                 style.attributes, FALSE};
    if (look.attributes & ATTR_REVERSE) {
        guint32 swap = look.foreground;
        look.foreground = look.background;
        look.background = swap;
    }
    if (look.attributes & ATTR_DIM)
        look.foreground = mix(look.foreground, look.background, 42);
    look.has_background = look.background != picture->background;
    return look;
}

static gboolean
looks_equal(Look a, Look b)
{
    return a.foreground == b.foreground && a.background == b.background && a.attributes == b.attributes;
}

/* --- shapes --------------------------------------------------------------------------------------------------------------------------- */

/* Cells come from left to right, so a rectangle that continues one of the two before it (at a crossing there is the other rule between them) makes that one longer. */
static void
add_rect(Picture *picture, int x, int y, int width, int height, guint32 color)
{
    for (guint back = 1; back <= 2 && back <= picture->shapes->len; back++) {
        Shape *before = &g_array_index(picture->shapes, Shape, picture->shapes->len - back);
        if (before->color == color && before->y == y && before->height == height && before->x + before->width == x) {
            before->width += width;
            return;
        }
    }
    Shape shape = {color, x, y, width, height};
    g_array_append_val(picture->shapes, shape);
}

/* By colour, then column by column, downwards. */
static gint
compare_shapes(gconstpointer a, gconstpointer b)
{
    const Shape *x = a, *y = b;
    if (x->color != y->color)
        return x->color < y->color ? -1 : 1;
    if (x->x != y->x)
        return x->x - y->x;
    if (x->width != y->width)
        return x->width - y->width;
    return x->y - y->y;
}

/* Puts out the shapes collected and forgets them. */
static void
append_shapes(Picture *picture)
{
    GArray *shapes = picture->shapes;
    g_array_sort(shapes, compare_shapes);
    for (guint i = 0, next; i < shapes->len; i = next) {
        Shape shape = g_array_index(shapes, Shape, i);
        for (next = i + 1; next < shapes->len; next++) {
            const Shape *below = &g_array_index(shapes, Shape, next);
            if (below->color != shape.color || below->x != shape.x || below->width != shape.width || below->y != shape.y + shape.height)
                break;
            shape.height += below->height;
        }
        if (i == 0 || g_array_index(shapes, Shape, i - 1).color != shape.color)
            g_string_append_printf(picture->out, "%s<path fill=\"#%06x\" d=\"", i ? "\"/>\n" : "", shape.color);
        g_string_append_printf(picture->out, "M%d %dh%dv%dh-%dz", shape.x, shape.y, shape.width, shape.height, shape.width);
    }
    if (shapes->len)
        g_string_append(picture->out, "\"/>\n");
    g_array_set_size(shapes, 0);
}

/* --- box drawing and block elements --------------------------------------------------------------------------------------------------- */

/* Arms of the light rules: up 1, down 2, left 4, right 8; 0: no rule. */
static int
rule_arms(gunichar c)
{
    static const struct {
        guint16 c;
        guint8 arms;
    } rules[] = {
        {0x2500, 12}, {0x2502, 3},  {0x250c, 10}, {0x2510, 6},  {0x2514, 9},  {0x2518, 5}, {0x251c, 11},
        {0x2524, 7},  {0x252c, 14}, {0x2534, 13}, {0x253c, 15}, {0x256d, 10}, {0x256e, 6}, {0x256f, 5},
        {0x2570, 9},  {0x2574, 4},  {0x2575, 1},  {0x2576, 8},  {0x2577, 2},
    };
    for (guint i = 0; i < G_N_ELEMENTS(rules); i++)
        if (rules[i].c == c)
            return rules[i].arms;
    return 0;
}

static gboolean
add_shape(Picture *picture, gunichar c, int x, int y, guint32 color)
{
    int arms = rule_arms(c), middle_x = x + CELL_WIDTH / 2, middle_y = y + CELL_HEIGHT / 2;
    if (arms) {
        int left = arms & 4 ? x : middle_x, right = arms & 8 ? x + CELL_WIDTH : middle_x + 1;
        int top = arms & 1 ? y : middle_y, bottom = arms & 2 ? y + CELL_HEIGHT : middle_y + 1;
        if (arms & 12)
            add_rect(picture, left, middle_y, right - left, 1, color);
        if (arms & 3)
            add_rect(picture, middle_x, top, 1, bottom - top, color);
        return TRUE;
    }
    if (c >= 0x2581 && c <= 0x2588) { /* lower one eighth … full block */
        int height = CELL_HEIGHT * (int)(c - 0x2580) / 8;
        add_rect(picture, x, y + CELL_HEIGHT - height, CELL_WIDTH, height, color);
        return TRUE;
    }
    if (c >= 0x2589 && c <= 0x258f) { /* left seven eighths … one eighth */
        int width = MAX(1, CELL_WIDTH * (int)(0x2590 - c) / 8);
        add_rect(picture, x, y, width, CELL_HEIGHT, color);
        return TRUE;
    }
    return FALSE;
}

/* --- text ----------------------------------------------------------------------------------------------------------------------------- */

/* A cell that can stand in a run with others: one code point, one cell, no shape. */
static gboolean
is_plain(const Cell *cell)
{
    if (cell->width != 1)
        return FALSE;
    if (!cell->text[0])
        return TRUE;
    gunichar c = g_utf8_get_char(cell->text);
    return !*g_utf8_next_char(cell->text) && !(c >= 0x2500 && c <= 0x259f);
}

static gboolean
is_space(const Cell *cell)
{
    return cell->width == 1 && !cell->text[0];
}

static void
append_escaped(GString *out, const char *text)
{
    for (; *text; text++) {
        if (*text == '&')
            g_string_append(out, "&amp;");
        else if (*text == '<')
            g_string_append(out, "&lt;");
        else if (*text == '>')
            g_string_append(out, "&gt;");
        else if (*text == '"')
            g_string_append(out, "&quot;");
        else
            g_string_append_c(out, *text);
    }
}

static void
append_run(Picture *picture, int from, int to, int y, Look look)
{
    const Grid *grid = picture->grid;
    int cells = 0;
    for (int x = from; x < to; x++)
        cells += grid_cell(grid, x, y)->width;
    g_string_append_printf(picture->out, "<text x=\"%d\" y=\"%d\" fill=\"#%06x\"", PADDING + from * CELL_WIDTH,
                           PADDING + y * CELL_HEIGHT + BASELINE, look.foreground);
    if (cells > 1)
        g_string_append_printf(picture->out, " textLength=\"%d\"", cells * CELL_WIDTH);
    if (look.attributes & ATTR_BOLD)
        g_string_append(picture->out, " font-weight=\"bold\"");
    if (look.attributes & ATTR_ITALIC)
        g_string_append(picture->out, " font-style=\"italic\"");
    g_string_append_c(picture->out, '>');
    for (int x = from; x < to; x++) {
        const Cell *cell = grid_cell(grid, x, y);
        if (cell->text[0])
            append_escaped(picture->out, cell->text);
        else if (cell->width == 1)
            g_string_append_c(picture->out, ' ');
    }
    g_string_append(picture->out, "</text>\n");
}

static void
add_row_backgrounds(Picture *picture, int y)
{
    int width = grid_width(picture->grid);
    for (int x = 0, end; x < width; x = end) {
        Look look = look_of(picture, grid_cell(picture->grid, x, y));
        for (end = x + 1; end < width; end++) {
            Look next = look_of(picture, grid_cell(picture->grid, end, y));
            if (next.background != look.background)
                break;
        }
        if (look.has_background)
            add_rect(picture, PADDING + x * CELL_WIDTH, PADDING + y * CELL_HEIGHT, (end - x) * CELL_WIDTH,
                        CELL_HEIGHT, look.background);
    }
}

static void
add_row_underlines(Picture *picture, int y)
{
    int width = grid_width(picture->grid);
    for (int x = 0, end; x < width; x = end) {
        Look look = look_of(picture, grid_cell(picture->grid, x, y));
        for (end = x + 1; end < width; end++)
            if (!looks_equal(look, look_of(picture, grid_cell(picture->grid, end, y))))
                break;
        if (look.attributes & ATTR_UNDERLINE)
            add_rect(picture, PADDING + x * CELL_WIDTH, PADDING + y * CELL_HEIGHT + BASELINE + 2,
                        (end - x) * CELL_WIDTH, 1, look.foreground);
    }
}

static void
append_row_text(Picture *picture, int y)
{
    const Grid *grid = picture->grid;
    int width = grid_width(grid);
    for (int x = 0, end; x < width; x = end) {
        const Cell *cell = grid_cell(grid, x, y);
        end = x + 1;
        if (is_space(cell) || cell->width == 0)
            continue;
        Look look = look_of(picture, cell);
        if (!is_plain(cell)) {
            if (cell->width == 2)
                end++;
            if (!add_shape(picture, g_utf8_get_char(cell->text), PADDING + x * CELL_WIDTH, PADDING + y * CELL_HEIGHT,
                              look.foreground))
                append_run(picture, x, x + 1, y, look);
            continue;
        }
        int last = x; /* the last cell of the run that is no space */
        for (; end < width && end - last <= 2; end++) {
            const Cell *next = grid_cell(grid, end, y);
            if (!is_plain(next) || !looks_equal(look, look_of(picture, next)))
                break;
            if (!is_space(next))
                last = end;
        }
        end = last + 1;
        append_run(picture, x, end, y, look);
    }
}

char *
grid_svg(const Grid *grid, Theme *theme)
{
    g_autoptr(GArray) shapes = g_array_new(FALSE, FALSE, sizeof(Shape));
    Picture picture = {.grid = grid, .theme = theme, .shapes = shapes, .out = g_string_new(NULL)};
    set_defaults(&picture);
    int width = grid_width(grid) * CELL_WIDTH + 2 * PADDING, height = grid_height(grid) * CELL_HEIGHT + 2 * PADDING;
    g_string_append_printf(
        picture.out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" "
        "xml:space=\"preserve\" "
        "font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"%d\">\n",
        width, height, width, height, FONT_SIZE);
    g_string_append_printf(picture.out, "<rect width=\"%d\" height=\"%d\" rx=\"8\" fill=\"#%06x\"/>\n", width, height,
                           picture.background);
    for (int y = 0; y < grid_height(grid); y++)
        add_row_backgrounds(&picture, y);
    append_shapes(&picture);
    for (int y = 0; y < grid_height(grid); y++) {
        append_row_text(&picture, y);
        add_row_underlines(&picture, y);
    }
    append_shapes(&picture);
    int x, y;
    grid_cursor(grid, &x, &y);
    if (x >= 0 && y >= 0)
        g_string_append_printf(
            picture.out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#%06x\" fill-opacity=\"0.45\"/>\n",
            PADDING + x * CELL_WIDTH, PADDING + y * CELL_HEIGHT, CELL_WIDTH, CELL_HEIGHT, picture.foreground);
    g_string_append(picture.out, "</svg>\n");
    return g_string_free(picture.out, FALSE);
}
