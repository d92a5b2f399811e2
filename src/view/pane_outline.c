/* The outline: title, summary, headings and notes. */
#include "view/pane_rows.h"

#include "doc/outline.h"

static const char *const orders[] = {"in text order", NULL};

static void
build(Article *article, guint order, int width, GArray *rows)
{
    g_autoptr(GPtrArray) outline = outline_new(article_document(article));
    for (guint i = 0; i < outline->len; i++) {
        const OutlineEntry *entry = g_ptr_array_index(outline, i);
        gsize end = i + 1 < outline->len ? ((const OutlineEntry *)g_ptr_array_index(outline, i + 1))->offset : document_length(article_document(article));
        PaneRow *row = pane_rows_add(rows, PANE_ROW_ITEM, MAX(0, entry->level - 1), i);
        row->left = g_strdup(entry->label);
        row->places = g_new(Range, 1);
        row->places[0] = range_make(entry->offset, end);
        row->n_places = 1;
    }
}

const PaneOps pane_outline = {
    .pane = PANE_OUTLINE, .title = "OUTLINE", .empty = "This text has no headings.", .orders = orders, .build = build,
};
