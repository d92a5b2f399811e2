/* Pane geometry as pure code: from the size of the screen and what is asked for to rectangles, tested as a printed picture without a terminal.
 *
 * 100 columns and more: top line, rule, article column (with the summary pinned above it), and a right-hand column with lists over one another; status line. Under 100: one column, and one pane as a drawer in the
 * lower half. Under 40x10: too small. Sizes asked by ^W + - are honoured within bounds. */
#ifndef IBID_VIEW_GEOMETRY_H
#define IBID_VIEW_GEOMETRY_H

#include <glib.h>

#include "view/rect.h"

typedef enum { PANE_ARTICLE, PANE_SUMMARY, PANE_CITATIONS, PANE_ENTITIES, PANE_OUTLINE, PANE_COUNT } PaneId;
const char *pane_name(PaneId id); /* "article", "summary", … as option `panes` writes them */
#define PANE_BIT(id) (1u << (id))

#define GEOMETRY_MIN_WIDTH 40
#define GEOMETRY_MIN_HEIGHT 10
#define GEOMETRY_WIDE 100

typedef struct {
    int width, height;
    guint shown;          /* PANE_BITs asked for; the article is always there */
    PaneId drawer;        /* under 100 columns: the pane in the drawer, PANE_ARTICLE: none */
    int measure;          /* option */
    int sidebar;          /* option: width of the right-hand column */
    int summary_rows;     /* rows the summary's text would take at the column's width */
    int weight[PANE_COUNT]; /* rows more (or less) than its share, by ^W + and - */
} GeometryRequest;

typedef struct {
    gboolean too_small, wide;
    Rect top, status;     /* one row each; height 0: none */
    Rect pane[PANE_COUNT]; /* content with its title row, without rules; height 0: not shown */
    int rule_x;           /* the rule between the columns, -1: none */
    int rule_top, rule_end; /* its first row, and the row behind its last */
    int rule_y[PANE_COUNT + 2], rules; /* horizontal rules: row, and from where to where */
    int rule_from[PANE_COUNT + 2], rule_to[PANE_COUNT + 2];
} Geometry;

void geometry_compute(const GeometryRequest *request, Geometry *geometry);
/* Printed for golden tests: one letter a cell. Free with g_free(). */
char *geometry_dump(const Geometry *geometry, int width, int height);

#endif
