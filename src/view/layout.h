/* Lazy layout of a document at a width: which rows its blocks break into.
 *
 * Only blocks that are asked for are laid out, and kept in a small cache; nothing is known, and nothing is needed, about the rows of the rest. A place on the screen is a LayoutPosition
 * (block, row in it), found from a text offset and turned back into one, so positions live as offsets outside of here. Row 0.. of a block are its lines; the empty rows above a
 * block are counted as rows -1, -2, … of it (`lead` of them). Blocks can be hidden (boilerplate, a pinned summary, a filter). */
#ifndef IBID_VIEW_LAYOUT_H
#define IBID_VIEW_LAYOUT_H

#include "doc/document.h"

typedef struct Layout Layout;

typedef struct {
    Range range;  /* text of the line, trailing spaces included; lines of a block follow one another without a gap */
    int indent;   /* cells before its first cluster (hanging indent, list nesting) */
    int width;    /* cells of its text without trailing spaces */
} Line;

typedef struct {
    int block; /* -1: nowhere (empty document) */
    int row;   /* -lead .. lines-1 */
} LayoutPosition;

/* TRUE for blocks that are not shown. */
typedef gboolean (*LayoutHidden)(const Document *document, guint block, gpointer data);

Layout *layout_new(Document *document);
void layout_free(Layout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Layout, layout_free)

/* Width of the column of text in cells (at least 8). Drops the cache when it changes. */
void layout_set_width(Layout *layout, int width);
int layout_width(const Layout *layout);
void layout_set_hidden(Layout *layout, LayoutHidden hidden, gpointer data);
/* Call when what `hidden` answers has changed. */
void layout_refresh(Layout *layout);

/* Lines of a block; lent until the next call into the layout. */
const Line *layout_lines(Layout *layout, int block, int *count);
/* Empty rows above a block: 0 above the first visible one, else by kinds and roles (list items of one list stand close). */
int layout_lead(Layout *layout, int block);

/* Next / previous visible block, or -1. */
int layout_next_block(Layout *layout, int block);
int layout_previous_block(Layout *layout, int block);
gboolean layout_is_hidden(Layout *layout, int block);

/* Position of the line that shows offset; where its block is hidden, of the nearest visible line after it, else before it. */
LayoutPosition layout_find(Layout *layout, gsize offset);
/* Position `rows` further (negative: back), stopping at the ends; *moved (may be NULL) gets the rows really gone. O(rows). */
LayoutPosition layout_move(Layout *layout, LayoutPosition from, int rows, int *moved);
/* Offset of the first cluster of the row (for empty rows: of the block). */
gsize layout_offset(Layout *layout, LayoutPosition position);
LayoutPosition layout_first(Layout *layout);
LayoutPosition layout_last(Layout *layout);

#endif
