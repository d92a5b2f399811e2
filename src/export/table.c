/* Two passes over the cells: the first measures, the second writes. */
#include "export/table.h"

#include <string.h>

#include "text/display.h"

enum { COLUMNS_MAX = 8, GAP = 2, YIELD_MIN = 8 };

/* Takes what is too much from the yielding columns, the widest first. */
static void
shrink(int *widths, const TableColumn *columns, guint n_columns, int width)
{
    int total = -GAP;
    for (guint i = 0; i < n_columns; i++)
        total += widths[i] + GAP;
    while (total > width) {
        guint widest = n_columns;
        for (guint i = 0; i < n_columns; i++)
            if (columns[i].yields && widths[i] > YIELD_MIN && (widest == n_columns || widths[i] > widths[widest]))
                widest = i;
        if (widest == n_columns)
            return;
        /* Down to the next widest, at once. */
        int next = YIELD_MIN;
        for (guint i = 0; i < n_columns; i++)
            if (i != widest && columns[i].yields && widths[i] < widths[widest])
                next = MAX(next, widths[i]);
        int less = CLAMP(widths[widest] - next, 1, total - width);
        widths[widest] -= less;
        total -= less;
    }
}

static void
row(Sink *sink, const int *widths, const TableColumn *columns, guint n_columns, char **cells)
{
    GString *out = sink->out;
    int owed = 0; /* spaces before the next text: none stand at the end of a line */
    for (guint i = 0; i < n_columns; i++) {
        g_autofree char *cut = display_width(cells[i], (gssize)strlen(cells[i])) > widths[i]
                                   ? display_ellipsize(cells[i], widths[i])
                                   : g_strdup(cells[i]);
        int air = MAX(widths[i] - display_width(cut, strlen(cut)), 0);
        if (columns[i].right)
            owed += air;
        if (*cut) {
            g_string_append_printf(out, "%*s%s", owed, "", cut);
            owed = 0;
        }
        owed += GAP + (columns[i].right ? (*cut ? 0 : widths[i] - air) : (*cut ? air : widths[i]));
    }
    g_string_append_c(out, '\n');
    sink_flow(sink);
}

void
table_write(Sink *sink, int width, const TableColumn *columns, guint n_columns, guint n_rows, TableCell cell,
            gpointer data)
{
    int widths[COLUMNS_MAX] = {0};
    char *cells[COLUMNS_MAX];
    g_assert(n_columns <= COLUMNS_MAX);
    for (guint i = 0; i < n_columns; i++)
        widths[i] = display_width(columns[i].head, strlen(columns[i].head));
    for (guint r = 0; r < n_rows; r++)
        for (guint i = 0; i < n_columns; i++) {
            g_autofree char *text = cell(data, r, i);
            widths[i] = MAX(widths[i], display_width(text, strlen(text)));
        }
    shrink(widths, columns, n_columns, width);
    for (guint i = 0; i < n_columns; i++)
        cells[i] = g_strdup(columns[i].head);
    row(sink, widths, columns, n_columns, cells);
    for (guint r = 0;; r++) {
        for (guint i = 0; i < n_columns; i++)
            g_free(cells[i]);
        if (r == n_rows || sink->error)
            return;
        for (guint i = 0; i < n_columns; i++)
            cells[i] = cell(data, r, i);
        row(sink, widths, columns, n_columns, cells);
    }
}
