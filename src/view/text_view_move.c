/* The text view: from offsets to cells and back, and the caret's motions by screen line. */
#include "view/text_view_private.h"

#include "view/layout_break.h"

const LineCluster *
line_cluster_at(TextView *view, Line line, gsize offset)
{
    int count;
    const LineCluster *clusters = layout_clusters(view->layout, line, &count);
    if (count == 0)
        return NULL;
    int low = 0, high = count; /* the last cluster that starts at or before offset */
    while (high - low > 1) {
        int middle = low + (high - low) / 2;
        if (clusters[middle].range.start <= offset)
            low = middle;
        else
            high = middle;
    }
    return &clusters[low];
}

/* Clusters of a line without the spaces (and newline) at its end, but at least one. */
static int
inked_count(TextView *view, const LineCluster *clusters, int count)
{
    const char *text = document_text(view->document, NULL);
    while (count > 1 &&
           is_hanging_space(text + clusters[count - 1].range.start, range_length(clusters[count - 1].range)))
        count--;
    return count;
}

gsize
line_offset_at(TextView *view, Line line, int column)
{
    int count;
    const LineCluster *clusters = layout_clusters(view->layout, line, &count);
    count = inked_count(view, clusters, count);
    if (count <= 0)
        return line.range.start;
    int best = 0;
    for (int i = 0; i < count && clusters[i].x <= column; i++)
        if (clusters[i].width > 0)
            best = i;
    return clusters[best].range.start;
}

int
text_view_column(TextView *view, gsize caret)
{
    LayoutPosition at = layout_find(view->layout, caret);
    if (at.block < 0)
        return 0;
    const LineCluster *cluster = line_cluster_at(view, layout_line(view->layout, at), caret);
    return cluster ? cluster->x : 0;
}

gsize
text_view_vertical(TextView *view, gsize caret, int rows, int goal)
{
    LayoutPosition at = layout_find(view->layout, caret);
    if (at.block < 0)
        return 0;
    if (goal < 0)
        goal = text_view_column(view, caret);
    int moved;
    at = layout_move_lines(view->layout, at, rows, &moved);
    return moved || rows == 0 ? line_offset_at(view, layout_line(view->layout, at), goal) : caret;
}

gsize
text_view_line_start(TextView *view, gsize caret)
{
    return layout_offset(view->layout, layout_find(view->layout, caret));
}

gsize
text_view_line_end(TextView *view, gsize caret)
{
    LayoutPosition at = layout_find(view->layout, caret);
    return at.block < 0 ? 0 : line_offset_at(view, layout_line(view->layout, at), G_MAXINT);
}

/* The line at (or, over an empty row, next to) a row of the view: towards the end first, else towards the start, but in sight where there is one. */
static LayoutPosition
line_at_row(TextView *view, int y)
{
    LayoutPosition first = text_view_first(view), at = layout_move(view->layout, first, MAX(y, 0), NULL);
    if (at.row >= 0 || at.block < 0)
        return at;
    LayoutPosition below = at;
    below.row = 0;
    int distance = layout_distance(view->layout, first, below, view->height);
    if (distance < view->height)
        return below;
    LayoutPosition above = layout_move_lines(view->layout, below, -1, NULL);
    return layout_distance(view->layout, first, above, view->height) >= 0 ? above : below;
}

gsize
text_view_screen_row(TextView *view, int row)
{
    if (row < 0) {
        /* From the last row of text in sight, where the document is shorter than the view. */
        int below, bottom = MAX(view->height - 1, 0);
        layout_move(view->layout, text_view_first(view), bottom, &below);
        row += below + 1;
    }
    return layout_offset(view->layout, line_at_row(view, CLAMP(row, 0, MAX(view->height - 1, 0))));
}

gsize
text_view_clamp(TextView *view, gsize caret, int margin, int goal)
{
    LayoutPosition first = text_view_first(view), at = layout_find(view->layout, caret);
    if (at.block < 0 || view->height <= 0)
        return caret;
    margin = CLAMP(margin, 0, (view->height - 1) / 2);
    int top = text_view_at_start(view) ? 0 : margin, bottom = view->height - 1 - (text_view_at_end(view) ? 0 : margin);
    int y = layout_distance(view->layout, first, at, view->height);
    if (y >= top && y <= bottom) /* what is not shown has no row of its own: then to the line that stands for it */
        return layout_is_hidden(view->layout, document_block_at(view->document, caret)) ? layout_offset(view->layout, at) : caret;
    if (goal < 0)
        goal = text_view_column(view, caret);
    LayoutPosition row = layout_move(view->layout, first, y < top ? top : bottom, NULL);
    if (row.row < 0) {
        /* An empty row: on towards the middle. */
        LayoutPosition below = {row.block, row.piece, 0};
        row = y < top ? below : layout_move_lines(view->layout, below, -1, NULL);
    }
    return line_offset_at(view, layout_line(view->layout, row), goal);
}

Range
text_view_visible(TextView *view)
{
    LayoutPosition first = text_view_first(view);
    if (first.block < 0)
        return range_make(0, 0);
    gsize start = layout_offset(view->layout, first);
    LayoutPosition last = layout_move(view->layout, first, MAX(view->height - 1, 0), NULL);
    if (last.row >= 0)
        return range_make(start, layout_line(view->layout, last).range.end);
    /* The last row is an empty one above a block. */
    return range_make(start,
                      MAX(start, layout_line(view->layout, layout_move_lines(view->layout, last, -1, NULL)).range.end));
}

gboolean
text_view_locate(TextView *view, gsize offset, int *x, int *y)
{
    int block = document_block_at(view->document, offset);
    if (block < 0 || layout_is_hidden(view->layout, block))
        return FALSE;
    LayoutPosition first = text_view_first(view), at = layout_find(view->layout, offset);
    int row = layout_distance(view->layout, first, at, view->height);
    if (row < 0 || row >= view->height)
        return FALSE;
    const LineCluster *cluster = line_cluster_at(view, layout_line(view->layout, at), offset);
    *x = MIN(view->left + (cluster ? cluster->x : 0), MAX(view->width - 1, 0));
    *y = row;
    return TRUE;
}

gsize
text_view_offset_at(TextView *view, int x, int y)
{
    LayoutPosition first = text_view_first(view);
    if (first.block < 0 || y < 0 || y >= view->height)
        return G_MAXSIZE;
    int moved;
    LayoutPosition at = layout_move(view->layout, first, y, &moved);
    if (moved < y || at.row < 0)
        return G_MAXSIZE;
    return line_offset_at(view, layout_line(view->layout, at), MAX(x - view->left, 0));
}
