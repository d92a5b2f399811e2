/* Inside of layout: how text breaks into lines, and how the lines of a block are indented. */
#ifndef IBID_VIEW_LAYOUT_BREAK_H
#define IBID_VIEW_LAYOUT_BREAK_H

#include "view/layout.h"

typedef struct {
    int width;             /* of the column, indent included */
    int first;             /* indent of the first line of the block */
    int hang;              /* indent of all others */
    gboolean preformatted; /* breaks at newlines, else only at the edge */
} BlockShape;

/* Indents of a block in a column; looks at nothing but the block (and, for a note's further paragraphs, at the few blocks before). */
BlockShape block_shape(const Document *document, int block, int width);
/* Empty rows between two blocks that stand one above the other. */
int block_gap(const Document *document, int above, int below);
/* Where a block is cut near this many bytes from its start: in [near - piece / 2, near + piece / 2], counted from its start. */
gsize block_cut(const char *text, Range block, gsize near, gsize piece);

typedef struct {
    GByteArray *clusters, *breaks; /* scratch, one byte for each byte of a piece */
} LineBreaker;

/* Appends the lines (Line) of a piece of text. is_start: the piece begins its block. O(n). */
void break_lines(LineBreaker *breaker, const char *text, Range piece, const BlockShape *shape, gboolean is_start,
                 GArray *lines);
/* Cells of a cluster in a line. */
int line_cells(const char *cluster, gsize length);
/* TRUE for a cluster that vanishes at the end of a line. */
gboolean is_hanging_space(const char *text, gsize length);

#endif
