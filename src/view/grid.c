/* The grid: cells row by row in one array, and beside it what arms a rule has in each cell.
 *
 * Invariant: a cell of width 2 is followed by one of width 0 in the same row, and a cell of width 0 stands nowhere else. Whoever overwrites one half of a wide cluster blanks the other.
 * Arms (up, down, left, right) are kept only where the cell still shows the rule; anything else drawn there forgets them. */
#include "view/grid.h"

#include <string.h>

#include "text/cluster.h"
#include "view/grid_sign.h"

enum { ARM_UP = 1, ARM_DOWN = 2, ARM_LEFT = 4, ARM_RIGHT = 8 };

struct Grid {
    int width, height;
    Cell *cells;
    guint8 *arms;
    Rect clip; /* within the grid */
    gboolean ascii;
    int cursor_x, cursor_y;
};

Grid *
grid_new(int width, int height)
{
    Grid *grid = g_new0(Grid, 1);
    grid_resize(grid, width, height);
    return grid;
}

void
grid_free(Grid *grid)
{
    if (!grid)
        return;
    g_free(grid->cells);
    g_free(grid->arms);
    g_free(grid);
}

static const Cell blank = {.source = {G_MAXSIZE, G_MAXSIZE}, .width = 1};

void
grid_resize(Grid *grid, int width, int height)
{
    grid->width = MAX(width, 0);
    grid->height = MAX(height, 0);
    gsize count = (gsize)grid->width * grid->height;
    g_free(grid->cells);
    g_free(grid->arms);
    grid->cells = g_new(Cell, count);
    grid->arms = g_new0(guint8, count);
    for (gsize i = 0; i < count; i++)
        grid->cells[i] = blank;
    grid->cursor_x = grid->cursor_y = -1;
    grid_set_clip(grid, NULL);
}

int
grid_width(const Grid *grid)
{
    return grid->width;
}

int
grid_height(const Grid *grid)
{
    return grid->height;
}

const Cell *
grid_cell(const Grid *grid, int x, int y)
{
    g_assert(x >= 0 && x < grid->width && y >= 0 && y < grid->height);
    return &grid->cells[(gsize)y * grid->width + x];
}

static Rect
intersect(Rect a, Rect b)
{
    int x = MAX(a.x, b.x), y = MAX(a.y, b.y);
    int right = MIN(a.x + MAX(a.width, 0), b.x + b.width), bottom = MIN(a.y + MAX(a.height, 0), b.y + b.height);
    return (Rect){x, y, MAX(right - x, 0), MAX(bottom - y, 0)};
}

void
grid_set_clip(Grid *grid, const Rect *clip)
{
    Rect whole = {0, 0, grid->width, grid->height};
    grid->clip = clip ? intersect(*clip, whole) : whole;
}

static gboolean
is_clipped(const Grid *grid, int x, int y)
{
    return x < grid->clip.x || x >= grid->clip.x + grid->clip.width || y < grid->clip.y ||
           y >= grid->clip.y + grid->clip.height;
}

/* The cell at (x, y), about to be overwritten: if it is half of a wide cluster, the other half becomes a space of the same roles. */
static Cell *
claim(Grid *grid, int x, int y)
{
    gsize at = (gsize)y * grid->width + x;
    Cell *cell = &grid->cells[at], *other = NULL;
    if (cell->width == 2)
        other = cell + 1;
    else if (cell->width == 0)
        other = cell - 1;
    if (other) {
        other->text[0] = '\0';
        other->width = 1;
    }
    grid->arms[at] = 0;
    return cell;
}

void
grid_clear(Grid *grid, Rect rect, StyleSet roles)
{
    rect = intersect(rect, grid->clip);
    for (int y = rect.y; y < rect.y + rect.height; y++)
        for (int x = rect.x; x < rect.x + rect.width; x++) {
            Cell *cell = claim(grid, x, y);
            *cell = blank;
            cell->roles = roles;
        }
}

int
grid_put(Grid *grid, int x, int y, const char *cluster, gsize length, StyleSet roles, Range source)
{
    char drawn[DISPLAY_MAX];
    int width = display_cluster(cluster, length, drawn);
    if (width == 0)
        return 0;
    gboolean first = !is_clipped(grid, x, y), second = width == 2 && !is_clipped(grid, x + 1, y);
    gboolean whole = first && (width == 1 || second);
    if (first) {
        Cell *cell = claim(grid, x, y);
        *cell = (Cell){.roles = roles, .source = source, .width = whole ? width : 1};
        if (whole && strcmp(drawn, " ") != 0)
            g_strlcpy(cell->text, drawn, sizeof cell->text);
    }
    if (second) {
        Cell *cell = claim(grid, x + 1, y);
        *cell = (Cell){.roles = roles, .source = source, .width = whole ? 0 : 1};
    }
    return width;
}

void
grid_set_link(Grid *grid, int x, int y, guint32 link)
{
    if (is_clipped(grid, x, y))
        return;
    Cell *cell = &grid->cells[(gsize)y * grid->width + x];
    cell->link = link;
    if (cell->width == 2)
        cell[1].link = link;
}

int
grid_text(Grid *grid, int x, int y, int cells, const char *text, StyleSet roles)
{
    const char *ellipsis = grid_sign(grid, "…");
    g_autofree char *plain = grid->ascii ? ascii_signs(text) : NULL;
    text = plain ? plain : text;
    gsize length = strlen(text), fits = 0, at = 0;
    int dots = display_width(ellipsis, strlen(ellipsis)), room = MAX(cells - dots, 0), used = 0;
    /* One look ahead decides whether the whole fits or where the ellipsis goes; it ends a cluster behind the room. */
    while (at < length) {
        gsize next = cluster_next(text, length, at);
        char drawn[DISPLAY_MAX];
        used += display_cluster(text + at, next - at, drawn);
        if (used > cells)
            break;
        at = next;
        if (used <= room)
            fits = at;
    }
    gboolean cut = at < length;
    gsize end = cut ? fits : length;
    used = 0;
    for (at = 0; at < end;) {
        gsize next = cluster_next(text, length, at);
        used += grid_put(grid, x + used, y, text + at, next - at, roles, RANGE_NONE);
        at = next;
    }
    for (gsize i = 0; cut && ellipsis[i] && used < cells;) {
        gsize next = cluster_next(ellipsis, strlen(ellipsis), i);
        used += grid_put(grid, x + used, y, ellipsis + i, next - i, roles, RANGE_NONE);
        i = next;
    }
    return used;
}

void
grid_add_roles(Grid *grid, Rect rect, StyleSet roles)
{
    rect = intersect(rect, grid->clip);
    for (int y = rect.y; y < rect.y + rect.height; y++)
        for (int x = rect.x; x < rect.x + rect.width; x++)
            grid->cells[(gsize)y * grid->width + x].roles |= roles;
}

/* --- rules ---------------------------------------------------------------------------------------------------------------------------- */

/* By arms: up 1, down 2, left 4, right 8. */
static const char *const rule_signs[16] = {
    "", "│", "│", "│", "─", "┘", "┐", "┤", "─", "└", "┌", "├", "─", "┴", "┬", "┼",
};

static void
put_arms(Grid *grid, int x, int y, guint8 arms, StyleSet roles)
{
    if (is_clipped(grid, x, y))
        return;
    gsize at = (gsize)y * grid->width + x;
    arms |= grid->arms[at];
    Cell *cell = claim(grid, x, y);
    *cell = blank;
    cell->roles = roles;
    g_strlcpy(cell->text, grid_sign(grid, rule_signs[arms]), sizeof cell->text);
    grid->arms[at] = arms;
}

void
grid_hline(Grid *grid, int x, int y, int width, StyleSet roles)
{
    for (int i = 0; i < width; i++) {
        guint8 arms = (i > 0 ? ARM_LEFT : 0) | (i < width - 1 ? ARM_RIGHT : 0);
        put_arms(grid, x + i, y, arms ? arms : ARM_LEFT | ARM_RIGHT, roles);
    }
}

void
grid_vline(Grid *grid, int x, int y, int height, StyleSet roles)
{
    for (int i = 0; i < height; i++) {
        guint8 arms = (i > 0 ? ARM_UP : 0) | (i < height - 1 ? ARM_DOWN : 0);
        put_arms(grid, x, y + i, arms ? arms : ARM_UP | ARM_DOWN, roles);
    }
}

/* --- signs and cursor ----------------------------------------------------------------------------------------------------------------- */

void
grid_set_ascii(Grid *grid, gboolean ascii)
{
    grid->ascii = ascii;
}

gboolean
grid_ascii(const Grid *grid)
{
    return grid->ascii;
}

const char *
grid_sign(const Grid *grid, const char *sign)
{
    return grid->ascii ? ascii_sign(sign) : sign;
}

void
grid_set_cursor(Grid *grid, int x, int y)
{
    grid->cursor_x = x;
    grid->cursor_y = y;
}

void
grid_cursor(const Grid *grid, int *x, int *y)
{
    *x = grid->cursor_x;
    *y = grid->cursor_y;
}
