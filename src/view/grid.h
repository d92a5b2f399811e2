/* The grid of cells: what stands on the screen, before anything is sent. Every cell remembers which range of the document's text it shows and the set of
 * style roles that it has; the theme turns roles into colours when the grid is sent (tui), drawn (svg) or printed.
 *
 * A cluster of two cells stands in its first cell; the second has width 0 and an empty text. Coordinates are clipped to the grid, and to the clip rectangle where one is set. */
#ifndef IBID_VIEW_GRID_H
#define IBID_VIEW_GRID_H

#include "base/range.h"
#include "config/theme.h"
#include "text/display.h"
#include "view/rect.h"

typedef struct {
    char text[DISPLAY_MAX]; /* drawn cluster, NUL-terminated; "" draws a space (width 1) or nothing (width 0) */
    StyleSet roles;
    Range source;           /* RANGE_NONE where it shows no text of the document */
    guint32 link;           /* 0, or 1 + id of a link of the document (OSC 8) */
    guint8 width;           /* 1, 2; 0: right half of a wide cluster */
} Cell;

typedef struct Grid Grid;

Grid *grid_new(int width, int height);
void grid_free(Grid *grid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Grid, grid_free)
void grid_resize(Grid *grid, int width, int height); /* content is cleared */
int grid_width(const Grid *grid);
int grid_height(const Grid *grid);
const Cell *grid_cell(const Grid *grid, int x, int y);

/* Nothing is drawn outside of this rectangle until it is set to NULL again. */
void grid_set_clip(Grid *grid, const Rect *clip);

/* Fills a rectangle with spaces of these roles and no source. */
void grid_clear(Grid *grid, Rect rect, StyleSet roles);
/* Puts one cluster (display_cluster() is applied); gives its width: 0 where nothing is drawn. A wide cluster that would be cut is drawn as a space. */
int grid_put(Grid *grid, int x, int y, const char *cluster, gsize length, StyleSet roles, Range source);
/* The link that a cell, and the other half of a wide cluster in it, stands for. */
void grid_set_link(Grid *grid, int x, int y, guint32 link);
/* Puts a string of the program's own or of a title, cluster by cluster, at most `cells` cells (ends with "…" where it is cut); gives the cells used. */
int grid_text(Grid *grid, int x, int y, int cells, const char *text, StyleSet roles);
/* Adds roles to what stands in a rectangle. */
void grid_add_roles(Grid *grid, Rect rect, StyleSet roles);
/* Rules of box-drawing characters (or ASCII stand-ins where ascii is set with grid_set_ascii()); crossings join what is there (┬ ┴ ├ ┤ ┼).
 * The ends of a rule reach inwards only, so that two rules that end in one cell make a corner and a rule that ends on another makes a T, in whichever order they are drawn. */
void grid_hline(Grid *grid, int x, int y, int width, StyleSet roles);
void grid_vline(Grid *grid, int x, int y, int height, StyleSet roles);
/* All signs of the program go through this: the sign itself, or its ASCII stand-in ("…" has three cells then). Lent, constant. */
void grid_set_ascii(Grid *grid, gboolean ascii);
gboolean grid_ascii(const Grid *grid);
const char *grid_sign(const Grid *grid, const char *sign);

/* Where the hardware cursor stands: on the focused item; (-1, -1): hidden. */
void grid_set_cursor(Grid *grid, int x, int y);
void grid_cursor(const Grid *grid, int *x, int *y);

/* The screen as text: rows without trailing spaces. With roles: below it a line "roles", for each row a line of letters ("." text or nothing, then a, b, … for each set of roles in order
 * of appearance), the key of the letters ("a heading+citation"), and "cursor X,Y" and "link X,Y ID" where there are any: for golden tests. Free with g_free(). */
char *grid_dump(const Grid *grid, gboolean roles);
/* The screen as a picture in the theme's colours: an SVG of its own, fonts by generic name. Free with g_free(). */
char *grid_svg(const Grid *grid, Theme *theme);

#endif
