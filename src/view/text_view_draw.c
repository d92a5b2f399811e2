/* Drawing a text view: row by row, each with its margin, its text and the roles of all layers.
 *
 * A row's roles are gathered byte by byte: first the block's own, then each span that a layer has in the row's range. So a row looks at the layers for its own few bytes only, and what a row shows depends on
 * nothing but its text and the overlay: scrolled by one line, all other rows come out the same. */
#include "view/text_view_private.h"

#include <string.h>

#include "view/layout_break.h"

typedef struct {
    TextView *view;
    Grid *grid;
    Rect area;
    const TextOverlay *overlay;
    int caret_block; /* block with the bar, or -1 */
    Range row;       /* of the text being drawn */
} Drawing;

static StyleSet
block_roles(const Block *block)
{
    StyleSet text = STYLE_BIT(STYLE_TEXT);
    if (block->role == ROLE_BOILERPLATE)
        return text | STYLE_BIT(STYLE_BOILERPLATE_TEXT);
    if (block->kind == BLOCK_HEADING)
        return text | STYLE_BIT(block->role == ROLE_MASTHEAD && block->level <= 1 ? STYLE_TITLE : STYLE_HEADING);
    if (block->role == ROLE_MASTHEAD || block->kind == BLOCK_CAPTION)
        text |= STYLE_BIT(STYLE_META);
    else if (block->role == ROLE_SUMMARY)
        text |= STYLE_BIT(STYLE_SUMMARY_TEXT);
    else if (block->role == ROLE_NOTE)
        text |= STYLE_BIT(STYLE_NOTE_TEXT);
    if (block->kind == BLOCK_QUOTATION)
        text |= STYLE_BIT(STYLE_QUOTATION);
    return text;
}

/* --- the roles of a row --------------------------------------------------------------------------------------------------------------- */

static void
add_span(Drawing *drawing, Range span, StyleRole role)
{
    Range in_row = range_intersect(span, drawing->row);
    StyleSet *roles = &g_array_index(drawing->view->roles, StyleSet, 0);
    for (gsize at = in_row.start; at < in_row.end; at++)
        roles[at - drawing->row.start] |= STYLE_BIT(role);
}

static gboolean
visit_link(LayerItem item, guint index, gpointer data)
{
    Drawing *drawing = data;
    Range in_row = range_intersect(item.range, drawing->row);
    for (gsize at = in_row.start; at < in_row.end; at++)
        g_array_index(drawing->view->links, guint32, at - drawing->row.start) = item.id + 1;
    add_span(drawing, item.range, STYLE_LINK);
    return TRUE;
}

static gboolean
visit_note_mark(LayerItem item, guint index, gpointer data)
{
    add_span(data, item.range, STYLE_NOTE_MARK);
    return TRUE;
}

/* A note that cites is a citation as a whole; it is marked as a note already. */
static gboolean
visit_citation(LayerItem item, guint index, gpointer data)
{
    Drawing *drawing = data;
    if (citations_get(article_citations(drawing->overlay->article), item.id)->note < 0)
        add_span(drawing, item.range, STYLE_CITATION);
    return TRUE;
}

static gboolean
visit_mention(LayerItem item, guint index, gpointer data)
{
    Drawing *drawing = data;
    if ((int)entities_mention(article_entities(drawing->overlay->article), item.id)->entity == drawing->overlay->entity)
        add_span(drawing, item.range, STYLE_MENTION);
    return TRUE;
}

static gboolean
visit_hit(LayerItem item, guint index, gpointer data)
{
    add_span(data, item.range, STYLE_HIT);
    return TRUE;
}

static void
gather_roles(Drawing *drawing, const Block *block)
{
    TextView *view = drawing->view;
    const TextOverlay *overlay = drawing->overlay;
    guint length = range_length(drawing->row);
    g_array_set_size(view->roles, length);
    g_array_set_size(view->links, length);
    memset(view->links->data, 0, length * sizeof(guint32));
    StyleSet base = block_roles(block);
    for (guint i = 0; i < length; i++)
        g_array_index(view->roles, StyleSet, i) = base;
    if (block->label)
        add_span(drawing, range_make(block->range.start, block->range.start + block->label), STYLE_LABEL);
    layer_in_range(document_links(view->document), drawing->row, visit_link, drawing);
    layer_in_range(document_note_marks(view->document), drawing->row, visit_note_mark, drawing);
    if (overlay->article) {
        Citations *citations = article_citations(overlay->article);
        layer_in_range(citations_layer(citations), drawing->row, visit_citation, drawing);
        if (overlay->entity >= 0)
            layer_in_range(entities_layer(article_entities(overlay->article)), drawing->row, visit_mention, drawing);
        if (overlay->cite >= 0 && overlay->cite < (int)citations_cite_count(citations))
            add_span(drawing, citations_cite(citations, overlay->cite)->range, STYLE_CURRENT_CITE);
    }
    if (overlay->hits)
        layer_in_range(overlay->hits, drawing->row, visit_hit, drawing);
    add_span(drawing, overlay->hit, STYLE_HIT_CURRENT);
    add_span(drawing, overlay->selection, STYLE_SELECTION);
}

/* --- rows ----------------------------------------------------------------------------------------------------------------------------- */

static void
draw_margin(Drawing *drawing, const Block *block, LayoutPosition at, int y)
{
    TextView *view = drawing->view;
    if (at.block == drawing->caret_block) {
        const char *bar = grid_sign(drawing->grid, "▎");
        grid_put(drawing->grid, drawing->area.x, y, bar, strlen(bar),
                 STYLE_BIT(STYLE_TEXT) | STYLE_BIT(STYLE_CURRENT_BAR), RANGE_NONE);
    }
    if (view->digits && block->number && at.piece == 0 && at.row == 0) {
        g_autofree char *number = g_strdup_printf("%*u", view->digits, block->number);
        grid_text(drawing->grid, drawing->area.x + 2, y, view->digits, number,
                  STYLE_BIT(STYLE_TEXT) | STYLE_BIT(STYLE_DIM));
    }
}

/* The caret, in the cell (x, y) of the grid; spaces that hang over the edge share the last column. */
static void
draw_caret(Drawing *drawing, int x, int y)
{
    x = MIN(x, drawing->area.x + drawing->area.width - 1);
    if (drawing->overlay->cursor_elsewhere)
        grid_add_roles(drawing->grid, (Rect){x, y, 1, 1}, STYLE_BIT(STYLE_CARET));
    else
        grid_set_cursor(drawing->grid, x, y);
}

static void
draw_line(Drawing *drawing, const Block *block, Line line, int y)
{
    TextView *view = drawing->view;
    const TextOverlay *overlay = drawing->overlay;
    const char *text = document_text(view->document, NULL);
    drawing->row = line.range;
    gather_roles(drawing, block);
    int count, left = drawing->area.x + view->left, inked = line.indent + line.width;
    const LineCluster *clusters = layout_clusters(view->layout, line, &count);
    const StyleSet plain = block_roles(block) | STYLE_BIT(STYLE_SELECTION);
    for (int i = 0; i < count; i++) {
        const LineCluster *cluster = &clusters[i];
        gsize at = cluster->range.start - line.range.start, length = range_length(cluster->range);
        StyleSet roles = g_array_index(view->roles, StyleSet, at);
        guint32 link = g_array_index(view->links, guint32, at);
        /* Marks end where the ink ends; only a selection shows the spaces at the end of a line. */
        gboolean trailing = cluster->x >= inked && is_hanging_space(text + cluster->range.start, length);
        if (trailing) {
            roles &= plain;
            link = 0;
        }
        int x = left + cluster->x;
        if (cluster->width > 0) {
            grid_put(drawing->grid, x, y, text + cluster->range.start, length, roles, cluster->range);
            if (link)
                grid_set_link(drawing->grid, x, y, link);
        } else if (text[cluster->range.start] == '\n' && i == 0 && (roles & STYLE_BIT(STYLE_SELECTION))) {
            grid_put(drawing->grid, x, y, " ", 1, roles & plain,
                     cluster->range); /* an empty line that is selected is seen to be */
        }
        if (overlay->caret_here && range_contains(cluster->range, overlay->caret))
            draw_caret(drawing, x, y);
    }
    /* The newline behind a block belongs to it: a caret there stands behind the last cluster. */
    if (overlay->caret_here && overlay->caret == block->range.end && line.range.end == block->range.end)
        draw_caret(drawing, left + (count ? clusters[count - 1].x + clusters[count - 1].width : line.indent), y);
}

void
text_view_draw(TextView *view, Grid *grid, Rect area, const TextOverlay *overlay)
{
    Drawing drawing = {view, grid, area, overlay, -1, RANGE_NONE};
    grid_clear(grid, area, STYLE_BIT(STYLE_TEXT));
    LayoutPosition at = text_view_first(view);
    if (at.block < 0)
        return;
    if (overlay->caret_here)
        drawing.caret_block = document_block_at(view->document, overlay->caret);
    grid_set_clip(grid, &area);
    for (int y = 0; y < MIN(area.height, view->height); y++) {
        if (at.row >= 0) {
            const Block *block = document_block(view->document, at.block);
            draw_margin(&drawing, block, at, area.y + y);
            draw_line(&drawing, block, layout_line(view->layout, at), area.y + y);
        }
        int moved;
        at = layout_move(view->layout, at, 1, &moved);
        if (!moved)
            break;
    }
    grid_set_clip(grid, NULL);
}
