/* Line breaking: greedy over the opportunities of UAX #14.
 *
 * A line takes clusters as long as they fit. Spaces always fit: at the end of a line they hang, unseen, over the edge. When a cluster does not fit, the line ends at the last opportunity
 * in it, or, where a word is longer than the column, before that cluster. The clusters behind the opportunity are walked again by the next line, at most once each, since no
 * opportunity lies between them: so the whole is linear. */
#include "view/layout_break.h"

#include <string.h>

#include "text/cluster.h"
#include "text/linebreak.h"
#include "text/utf8.h"
#include "text/width.h"

#define CUT_WINDOW 2048 /* bytes searched for a good place to cut */

gboolean
is_hanging_space(const char *text, gsize length)
{
    if (length == 1)
        return *text == ' ' || *text == '\t' || *text == '\n';
    if (length != 3)
        return FALSE;
    gunichar c = utf8_peek(text, length, 0);
    return c == 0x3000 || c == 0x205f || c == 0x1680 || (c >= 0x2000 && c <= 0x200b && c != 0x2007);
}

int
line_cells(const char *text, gsize length)
{
    if (length == 1 && *text >= ' ' && *text < 0x7f)
        return 1;
    return *text == '\n' ? 0 : cluster_width(text, length);
}

/* What one line has taken so far, while it is being filled. */
typedef struct {
    gsize start;
    int x, inked;   /* cells taken; cells up to the last that is no space */
    gsize break_at; /* last opportunity, 0: none */
    int break_inked;
} Filling;

static void
end_line(GArray *lines, const Filling *line, gsize end, int inked, int indent)
{
    Line done = {range_make(line->start, end), indent, inked};
    g_array_append_val(lines, done);
}

/* A soft hyphen is not drawn, so a word broken at one would stand without its hyphen: no opportunity. */
static gboolean
is_behind_soft_hyphen(const char *text, gsize start, gsize at)
{
    return at >= start + 2 && (guchar)text[at - 2] == 0xc2 && (guchar)text[at - 1] == 0xad;
}

void
break_lines(LineBreaker *breaker, const char *text, Range piece, const BlockShape *shape, gboolean is_start,
            GArray *lines)
{
    gsize length = range_length(piece);
    g_byte_array_set_size(breaker->clusters, length + 1);
    cluster_breaks(text + piece.start, length, (char *)breaker->clusters->data);
    breaker->clusters->data[length] = 1;
    const guint8 *clusters = breaker->clusters->data - piece.start;
    const guint8 *breaks = NULL;
    if (!shape->preformatted) {
        g_byte_array_set_size(breaker->breaks, length);
        line_breaks(text + piece.start, length, (char *)breaker->breaks->data);
        breaks = breaker->breaks->data - piece.start;
    }

    int indent = is_start ? shape->first : shape->hang;
    Filling line = {.start = piece.start};
    for (gsize at = piece.start; at < piece.end;) {
        gsize next = at + 1;
        while (!clusters[next])
            next++;
        gboolean is_space = is_hanging_space(text + at, next - at);
        int width = line_cells(text + at, next - at);
        if (breaks && at > line.start && breaks[at] != LINE_BREAK_NONE &&
            !is_behind_soft_hyphen(text, line.start, at)) {
            line.break_at = at;
            line.break_inked = line.inked;
        }
        gboolean fits = indent + line.x + width <= shape->width || width == 0 || (is_space && breaks);
        if (!fits && at > line.start) {
            if (line.break_at) {
                end_line(lines, &line, line.break_at, line.break_inked, indent);
                at = line.break_at;
            } else {
                end_line(lines, &line, at, line.inked, indent);
            }
            line = (Filling){.start = at};
            indent = shape->hang;
            continue;
        }
        line.x += width;
        if (!is_space)
            line.inked = line.x;
        if (text[at] == '\n') {
            end_line(lines, &line, next, line.inked, indent);
            line = (Filling){.start = next};
            indent = shape->hang;
        }
        at = next;
    }
    if (line.start < piece.end || piece.start == piece.end)
        end_line(lines, &line, piece.end, line.inked, indent);
}

gsize
block_cut(const char *text, Range block, gsize near, gsize piece)
{
    gsize window = MIN(MIN(CUT_WINDOW, piece / 2), range_length(block) - near);
    const char *bytes = text + block.start;
    const char *found = memchr(bytes + near, '\n', window);
    if (!found)
        found = memchr(bytes + near, ' ', window);
    if (found)
        return found + 1 - bytes;
    /* No space in sight: between two clusters, or, where a cluster has no end, between two characters. */
    gsize at = cluster_start(bytes, range_length(block), near);
    if (at + piece / 2 > near)
        return at;
    for (at = near; at > 0 && ((guchar)bytes[at] & 0xc0) == 0x80;)
        at--;
    return at;
}
