/* A table for people at a shell: columns as wide as what stands in them, one of them cut where the line would be too wide. */
#ifndef IBID_EXPORT_TABLE_H
#define IBID_EXPORT_TABLE_H

#include "export/sink.h"

typedef struct {
    const char *head;
    gboolean right;  /* aligned to the right: numbers */
    gboolean yields; /* is cut where the width does not suffice */
} TableColumn;

/* The text of a cell, on one line; "" where there is none. Asked twice for each cell, so that nothing is stored. Free with g_free(). */
typedef char *(*TableCell)(gpointer data, guint row, guint column);

void table_write(Sink *sink, int width, const TableColumn *columns, guint n_columns, guint n_rows, TableCell cell, gpointer data);

#endif
