/* Lazy layout of a document at a width: which rows its blocks break into.
 *
 * Only blocks that are asked for are laid out, and kept in a small cache; nothing is known, and nothing is needed, about the rows of the rest. A place on the screen is a LayoutPosition
 * (block, piece, row in it), found from a text offset and turned back into one, so positions live as offsets outside of here. Row 0.. are the lines; the empty rows above a
 * block are counted as rows -1, -2, … of its first piece (`lead` of them). Blocks can be hidden (boilerplate, a pinned summary, a filter).
 *
 * A block has one piece, unless it is huge: then it is cut every 16 KB or so, at a newline or space near there, and each piece is laid out for itself. Where the cuts are depends on the text
 * alone, so jumping into the middle of a paragraph of 100 MB costs what a short paragraph costs. The price is a line that ends early at a cut. */
#ifndef IBID_VIEW_LAYOUT_H
#define IBID_VIEW_LAYOUT_H

#include "doc/document.h"

typedef struct Layout Layout;

typedef struct {
    Range range;  /* text of the line, trailing spaces and newline included; lines of a block follow one another without a gap */
    int indent;   /* cells before its first cluster (hanging indent, list nesting) */
    int width;    /* cells of its text without trailing spaces */
} Line;

typedef struct {
    int block; /* -1: nowhere (empty document) */
    int piece; /* 0 but in huge blocks */
    int row;   /* -lead .. lines-1; negative only in piece 0 */
} LayoutPosition;

/* One grapheme cluster of a line. */
typedef struct {
    Range range;
    int x;     /* from the column's left edge, the line's indent included */
    int width; /* cells: 0 (newline, what is never drawn), 1, 2 */
} LineCluster;

/* TRUE for blocks that are not shown. */
typedef gboolean (*LayoutHidden)(const Document *document, guint block, gpointer data);

/* Takes a reference to the document. */
Layout *layout_new(Document *document);
void layout_free(Layout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Layout, layout_free)

/* Width of the column of text in cells (at least 8). Drops the cache when it changes. */
void layout_set_width(Layout *layout, int width);
int layout_width(const Layout *layout);
/* Bytes of a piece, for tests; blocks of twice that are cut. */
void layout_set_piece_size(Layout *layout, gsize bytes);
void layout_set_hidden(Layout *layout, LayoutHidden hidden, gpointer data);
/* Call when what `hidden` answers has changed. */
void layout_refresh(Layout *layout);
/* Counts up when positions found before may no longer hold. */
guint layout_revision(const Layout *layout);

/* Pieces of a block (1, or more in a huge one), and the lines of one of them; lent until the next call into the layout. */
int layout_pieces(Layout *layout, int block);
const Line *layout_lines(Layout *layout, int block, int piece, int *count);
/* The line at a position with row >= 0. */
Line layout_line(Layout *layout, LayoutPosition position);
/* The clusters of a line, trailing spaces and newline included; lent until the next call into the layout. */
const LineCluster *layout_clusters(Layout *layout, Line line, int *count);
/* Empty rows above a block: 0 above the first visible one, else by kinds and roles (list items of one list stand close). */
int layout_lead(Layout *layout, int block);
/* Rows of all that is visible, counted no further than limit: what a short text needs of the screen. */
int layout_rows(Layout *layout, int limit);

/* Next / previous visible block, or -1. */
int layout_next_block(Layout *layout, int block);
int layout_previous_block(Layout *layout, int block);
gboolean layout_is_hidden(Layout *layout, int block);

/* Position of the line that shows offset; where its block is hidden, of the nearest visible line after it, else before it. */
LayoutPosition layout_find(Layout *layout, gsize offset);
/* Position `rows` further (negative: back), stopping at the ends; *moved (may be NULL) gets the rows really gone. O(rows). */
LayoutPosition layout_move(Layout *layout, LayoutPosition from, int rows, int *moved);
/* The same by lines: empty rows between blocks do not count and are never stopped at. */
LayoutPosition layout_move_lines(Layout *layout, LayoutPosition from, int lines, int *moved);
/* Rows from one position to another (negative: back), no further than ±limit. O(limit). */
int layout_distance(Layout *layout, LayoutPosition from, LayoutPosition to, int limit);
/* Offset of the first cluster of the row (for empty rows: of the block). */
gsize layout_offset(Layout *layout, LayoutPosition position);
LayoutPosition layout_first(Layout *layout);
LayoutPosition layout_last(Layout *layout);

#endif
