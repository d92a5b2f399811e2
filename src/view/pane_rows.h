/* Small help for the files that build rows. */
#ifndef IBID_VIEW_PANE_ROWS_H
#define IBID_VIEW_PANE_ROWS_H

#include "view/pane.h"

/* A new row at the end, zeroed but for its kind and a new item number; lent until the next one is added. */
static inline PaneRow *
pane_rows_add(GArray *rows, PaneRowKind kind, int indent, guint id)
{
    g_array_set_size(rows, rows->len + 1);
    PaneRow *row = &g_array_index(rows, PaneRow, rows->len - 1);
    row->kind = kind;
    row->indent = indent;
    row->item = rows->len - 1;
    row->id = id;
    return row;
}

#endif
