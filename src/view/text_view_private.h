/* Inside of the text view, shared by its three files: text_view.c (size, top, scrolling), text_view_move.c (caret and places), text_view_draw.c. */
#ifndef IBID_VIEW_TEXT_VIEW_PRIVATE_H
#define IBID_VIEW_TEXT_VIEW_PRIVATE_H

#include "view/text_view.h"

struct TextView {
    Document *document;
    Layout *layout;
    int width, height, measure;
    gboolean numbers;
    int left;   /* cells of the left margin */
    int digits; /* of the number in it; 0: none is drawn */

    gsize top; /* what the reader has scrolled to: offset of (or in) the first row */
    int lead;  /* empty rows that show above that row's block; only where the offset begins a block */

    /* The first row that is drawn, kept until one of these changes. */
    LayoutPosition first;
    gboolean first_known;
    guint first_revision;

    GArray *roles; /* StyleSet: of each byte of the row being drawn */
    GArray *links; /* guint32: the same for links */
};

/* The first row in sight: the row of the top, or one higher up where the text would end before the last row of the view. */
LayoutPosition text_view_first(TextView *view);
/* The cluster of a line that covers offset: the last one for offsets behind it; a null pointer in a line without clusters. *n gets the number of all. */
const LineCluster *line_cluster_at(TextView *view, Line line, gsize offset);
/* Offset of the cluster of a line that is nearest to a column. */
gsize line_offset_at(TextView *view, Line line, int column);

#endif
