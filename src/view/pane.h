/* Panes that are lists: citations, entities, outline. One file per pane, each a small table of operations (PaneOps); this file holds what they share: rows, cursor, filter,
 * scrolling and drawing.
 *
 * A pane's rows are built from the article when its revision, its order or its filter has changed; which rows are "here" (belong to the paragraph that is being read) follows the caret without
 * building anew. An item may take several rows; the cursor moves by items. */
#ifndef IBID_VIEW_PANE_H
#define IBID_VIEW_PANE_H

#include "article/article.h"
#include "view/geometry.h"
#include "view/grid.h"

typedef struct Pane Pane;

typedef enum { PANE_ROW_GROUP, PANE_ROW_ITEM, PANE_ROW_TEXT } PaneRowKind;

typedef struct {
    char *left, *middle, *strip, *right; /* middle, strip and right are right-aligned, in this order; any may be NULL. strip: a picture, such as where in the text a name stands */
    char *also;                  /* what the filter finds it by besides what one sees: the full name, the dates below; may be NULL */
    PaneRowKind kind;            /* TEXT: not selectable; the head of the rows below it up to the next one, as a GROUP is */
    int indent;
    guint item;                  /* rows of one item bear the same */
    guint id;                    /* what it stands for: an index of the ops' own (reference, entity, outline entry) */
    Range *places;               /* where in the text it stands (uses), in text order; g_malloc()ed */
    guint n_places;
} PaneRow;

typedef struct {
    PaneId pane;
    const char *title;           /* "CITATIONS" */
    const char *empty;           /* "No citations in this article." */
    const char *const *orders;   /* names of the orders / groupings, NULL-terminated: "by source", … */
    /* Appends rows (PaneRow, a GArray with a clear function) in an order; filter is applied by the pane. `width` cells for what adapts (strips). */
    void (*build)(Article *article, guint order, int width, GArray *rows);
    /* The figure beside the title: "27 on 20 works". Free with g_free(). */
    char *(*figure)(Article *article);
} PaneOps;

extern const PaneOps pane_citations, pane_entities, pane_outline;

Pane *pane_new(const PaneOps *ops);
void pane_free(Pane *pane);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Pane, pane_free)
const PaneOps *pane_ops(const Pane *pane);

/* The article it shows (a reference is taken; NULL: none). */
void pane_set_article(Pane *pane, Article *article);
/* Marks the rows with a place in this range as "here" and, while the pane has no focus, keeps the first of them in sight. */
void pane_follow(Pane *pane, Range paragraph, gsize caret);
void pane_set_order(Pane *pane, guint order);
guint pane_order(const Pane *pane);
/* Only items whose text holds this (folded), with their groups; NULL or "": all. */
void pane_set_filter(Pane *pane, const char *filter);
const char *pane_filter(const Pane *pane);

/* Cursor: by items; FALSE where it cannot move. */
gboolean pane_move(Pane *pane, int items);
gboolean pane_move_to(Pane *pane, gboolean end);
gboolean pane_page(Pane *pane, int pages);
/* Scrolls what is shown while the cursor stays; for a pane without focus, whose cursor cannot be seen. FALSE where it cannot. */
gboolean pane_scroll(Pane *pane, int rows);
/* The row under the cursor, or NULL in an empty pane. Lent until the next build. */
const PaneRow *pane_current(Pane *pane);
gboolean pane_select_id(Pane *pane, PaneRowKind kind, guint id);
/* The item at a row of its area (mouse), or FALSE. */
gboolean pane_select_row(Pane *pane, int row);
/* Next place of the current row after the caret, wrapping; G_MAXSIZE where it has none. */
gsize pane_place(Pane *pane, gsize caret, int direction);

void pane_draw(Pane *pane, Grid *grid, Rect area, gboolean focused);

#endif
