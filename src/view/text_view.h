/* A window on a document's text: the article pane, the pinned summary, a note. It owns its layout, the offset at its top, and draws rows into the grid with margin,
 * paragraph numbers, the bar at the caret's paragraph and the roles of all layers.
 *
 * The top is kept as an offset (and how many empty rows above it show), never as a line number, and is changed only by scrolling: a resize draws the row that holds that offset
 * at the top, and coming back draws the same row as before. Where the text ends before the last row of a view that has grown, what is drawn begins higher up,
 * but the offset is kept until the reader scrolls. The caret is the caller's (session); the view moves it for screen motions and brings it into sight. */
#ifndef IBID_VIEW_TEXT_VIEW_H
#define IBID_VIEW_TEXT_VIEW_H

#include "article/article.h"
#include "view/grid.h"
#include "view/layout.h"

typedef struct TextView TextView;

/* What is drawn over the text, asked row by row; all lent, any may be NULL / RANGE_NONE / -1. */
typedef struct {
    Article *article;
    gsize caret;
    gboolean caret_here;     /* this view has the caret: bar in the margin, hardware cursor at the caret's cell */
    gboolean cursor_elsewhere; /* the hardware cursor stands in another pane: the caret's cell gets STYLE_CARET instead */
    int entity;              /* current entity whose mentions are marked, or -1 */
    int cite;                /* current cite, or -1 */
    Layer *hits;             /* search hits in sight */
    Range hit;               /* the current one */
    Range selection;
} TextOverlay;

TextView *text_view_new(Document *document);
void text_view_free(TextView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TextView, text_view_free)

Layout *text_view_layout(TextView *view);
/* Size in cells; text takes at most `measure` cells of the width less the margins. Keeps the top. Margins: left 2 (bar and space), or 3 and the digits of the highest number where paragraph
 * numbers are shown; right 1; less where it is narrow: no numbers under 50 columns, one cell for the bar alone under 16. */
void text_view_set_size(TextView *view, int width, int height, int measure);
/* Paragraph numbers in the margin; TRUE at first. */
void text_view_set_numbers(TextView *view, gboolean numbers);
int text_view_width(const TextView *view);
int text_view_height(const TextView *view);

/* Offset of the first row in sight; what was given to text_view_set_top() while that is it. */
gsize text_view_top(TextView *view);
void text_view_set_top(TextView *view, gsize offset); /* the row of offset becomes the first */
/* Scrolls by rows (positive: towards the end); stops when the last row stands at the bottom (first at the top). Gives the rows scrolled. */
int text_view_scroll(TextView *view, int rows);
/* Scrolls as little as is needed for offset to stand at least `margin` rows from the edges (where the text allows it); TRUE if it scrolled. A target further than a screen away is placed a third from the top. */
gboolean text_view_reveal(TextView *view, gsize offset, int margin);
/* The same for a jump (a search hit, the next citation): what is in sight, even at the edge, moves nothing; what is not comes to stand a third from the top, so that what follows it is seen. */
gboolean text_view_show(TextView *view, gsize offset, int margin);
/* Offset's row to the top, middle or bottom: where = 0, 50, 100 percent. */
void text_view_place(TextView *view, gsize offset, int where);
/* caret clamped to what is in sight (margin rows from the edges): what ^E and ^Y do to the caret; keeps the goal column. */
gsize text_view_clamp(TextView *view, gsize caret, int margin, int goal);
/* Range of the text in sight. */
Range text_view_visible(TextView *view);

/* Caret motions by screen line (empty rows between blocks do not count): the offset `rows` lines down (negative: up) nearest to the goal column; goal < 0: the caret's own column. Where there is none further, the caret stays. */
gsize text_view_vertical(TextView *view, gsize caret, int rows, int goal);
int text_view_column(TextView *view, gsize caret); /* cells from the left edge of the text, indent included: a goal */
gsize text_view_line_start(TextView *view, gsize caret);
gsize text_view_line_end(TextView *view, gsize caret);    /* offset of its last cluster that is no trailing space */
/* First cluster of a row in sight: 0 top, counted down; -1 bottom, counted up. An empty row gives the nearest line in sight. */
gsize text_view_screen_row(TextView *view, int row);
/* Row and column of an offset relative to the view; FALSE where it is out of sight. And back: the offset at a cell, or G_MAXSIZE. */
gboolean text_view_locate(TextView *view, gsize offset, int *x, int *y);
gsize text_view_offset_at(TextView *view, int x, int y);
/* TRUE when the first / last row of the document is in sight. */
gboolean text_view_at_start(TextView *view);
gboolean text_view_at_end(TextView *view);

/* Draws into area of the grid (its size is the view's; what does not fit is clipped). Asks the layers only for the rows in sight. */
void text_view_draw(TextView *view, Grid *grid, Rect area, const TextOverlay *overlay);

#endif
