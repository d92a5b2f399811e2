/* Lines are found greedily in a window of the paragraph that begins at a line's start; lines that end near the window's edge are left for the next window, which begins
 * where they do, so that no break is judged without the text behind it. A window in which no line ends at all (a cluster of a megabyte) is doubled. */
#include "export/wrap.h"

#include "text/cluster.h"
#include "text/linebreak.h"
#include "text/width.h"

enum { WINDOW = 32 * 1024, EDGE = 128 };

typedef struct {
    const char *text; /* of the window */
    gsize length;
    gsize base; /* offset of the window in the paragraph */
    gsize sure; /* lines that are decided before here stand */
    char *lines, *clusters;
    int width;
    WrapLine line;
    gpointer data;
    gboolean stopped;
} Window;

static void
give_line(Window *window, gsize start, gsize end)
{
    while (end > start && g_ascii_isspace(window->text[end - 1]))
        end--;
    if (!window->line(window->data, window->base + start, window->base + end))
        window->stopped = TRUE;
}

/* Gives the decided lines; the offset behind the last of them. */
static gsize
wrap_window(Window *window)
{
    gsize line = 0, last_break = 0, next;
    int cells = 0, cells_at_break = 0;
    for (gsize at = 0; at < window->length && !window->stopped; at = next) {
        if (at >= window->sure)
            return line;
        for (next = at + 1; next < window->length && !window->clusters[next];)
            next++;
        if (window->lines[at] == LINE_BREAK_MANDATORY && at > line) {
            give_line(window, line, at);
            line = last_break = at;
            cells = 0;
        } else if (window->lines[at] == LINE_BREAK_ALLOWED && at > line) {
            last_break = at;
            cells_at_break = cells;
        }
        char c = window->text[at];
        gboolean ascii = next == at + 1 && c > ' ' && c < 0x7f;
        int wide = ascii ? 1 : cluster_width(window->text + at, next - at);
        if (cells + wide > window->width && !g_ascii_isspace(c)) {
            if (last_break > line) {
                give_line(window, line, last_break);
                line = last_break;
                cells -= cells_at_break;
            }
            if (cells + wide > window->width && at > line) {
                give_line(window, line, at);
                line = last_break = at;
                cells = 0;
            }
        }
        cells += wide;
    }
    if (window->stopped || window->sure < window->length)
        return line;
    give_line(window, line, window->length);
    return window->length;
}

void
wrap_text(const char *text, gsize length, int width, WrapLine line, gpointer data)
{
    gsize size = WINDOW, room = 0;
    g_autofree char *lines = NULL, *clusters = NULL;
    for (gsize at = 0; at < length;) {
        gsize end = length - at > size ? at + size : length;
        while (end < length && ((guchar)text[end] & 0xc0) == 0x80)
            end--;
        if (end - at > room) {
            room = MIN(size, length);
            lines = g_realloc(lines, room);
            clusters = g_realloc(clusters, room);
        }
        line_breaks(text + at, end - at, lines);
        cluster_breaks(text + at, end - at, clusters);
        Window window = {.text = text + at,
                         .length = end - at,
                         .base = at,
                         .sure = end == length ? end - at : end - at - EDGE,
                         .lines = lines,
                         .clusters = clusters,
                         .width = MAX(width, 1),
                         .line = line,
                         .data = data};
        gsize given = wrap_window(&window);
        if (window.stopped)
            return;
        size = given > 0 ? WINDOW : size * 2;
        at += given;
    }
}
