/* A box beside the text: a peek, help, a list of uses, completion. Content is paragraphs of styled spans, wrapped at the box's width; it scrolls, and can be selected in by line.
 * Placed so that what it speaks of stays in sight: below it, else above it. */
#ifndef IBID_VIEW_POPUP_H
#define IBID_VIEW_POPUP_H

#include "view/grid.h"

typedef struct Popup Popup;

enum { POPUP_WIDTH = 76 }; /* cells of a box that has room */

Popup *popup_new(const char *title, const char *corner);
void popup_free(Popup *popup);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Popup, popup_free)
/* A line of content: a name (may be NULL) in a column of its own, text, and a right-aligned remark (may be NULL). target: what Enter goes to (G_MAXSIZE: nothing; such lines cannot be selected). */
void popup_line(Popup *popup, const char *name, const char *text, const char *remark, gsize target);
void popup_rule(Popup *popup);
/* The line at the bottom that names the keys. */
void popup_keys(Popup *popup, const char *text);

gboolean popup_scroll(Popup *popup, int rows);
/* Moves among selectable lines; FALSE where there is none further. Where nothing can be selected, scrolls. */
gboolean popup_move(Popup *popup, int lines);
/* Scrolls by pages, with a row in common, and selects the first line in sight that can be; FALSE where there is no more. */
gboolean popup_page(Popup *popup, int pages);
/* Target of the selected line, or G_MAXSIZE. */
gsize popup_target(const Popup *popup);
guint popup_selected(const Popup *popup); /* its number among selectable lines */
/* All its text, for copying. Free with g_free(). */
char *popup_text(const Popup *popup);

/* The rows of what the box speaks of, the last one included, which stay free if they can; POPUP_CENTRED: there are none. */
typedef struct {
    int from, to;
} PopupAnchor;
#define POPUP_CENTRED ((PopupAnchor){-1, -1})

/* Draws within bounds. Gives the rectangle that it took. */
Rect popup_draw(Popup *popup, Grid *grid, Rect bounds, PopupAnchor anchor);

#endif
