/* The layout: a cache of pieces that have been broken into lines, and the walk over visible blocks.
 *
 * The cache is a hash table from (block, piece) to its lines with a list in the order of last use; the oldest leave when there are more than CACHE_PIECES of them or more than CACHE_LINES lines
 * in all. Whether a block is hidden is asked anew each time, but runs of hidden blocks that a walk has crossed are remembered, so that a long hidden part costs its length once. */
#include "view/layout.h"

#include "text/cluster.h"
#include "view/layout_break.h"

#define CACHE_PIECES 512
#define CACHE_LINES 65536
#define PIECE_SIZE (16 * 1024)
#define HIDDEN_RUNS 4
#define MIN_WIDTH 8

typedef struct {
    gint64 key; /* first, so that a piece is its own key */
    GList link; /* data: the piece */
    GArray *lines;
} Piece;

typedef struct {
    int from, to; /* every block in [from, to) is hidden */
} HiddenRun;

struct Layout {
    Document *document;
    const char *text;
    int blocks, width;
    gsize piece_size;
    guint revision;
    LayoutHidden hidden;
    gpointer hidden_data;
    HiddenRun runs[HIDDEN_RUNS];
    guint next_run;
    GHashTable *pieces;
    GQueue used; /* head: used last */
    gsize lines;
    LineBreaker breaker;
    GArray *clusters; /* LineCluster: what layout_clusters() lends */
};

static void
piece_free(gpointer data)
{
    Piece *piece = data;
    g_array_unref(piece->lines);
    g_free(piece);
}

static void
drop_cache(Layout *layout)
{
    g_hash_table_remove_all(layout->pieces);
    g_queue_init(&layout->used);
    layout->lines = 0;
    layout->revision++;
}

Layout *
layout_new(Document *document)
{
    Layout *layout = g_new0(Layout, 1);
    layout->document = document_ref(document);
    layout->text = document_text(document, NULL);
    layout->blocks = document_block_count(document);
    layout->width = 76;
    layout->piece_size = PIECE_SIZE;
    layout->pieces = g_hash_table_new_full(g_int64_hash, g_int64_equal, NULL, piece_free);
    g_queue_init(&layout->used);
    layout->breaker = (LineBreaker){g_byte_array_new(), g_byte_array_new()};
    layout->clusters = g_array_new(FALSE, FALSE, sizeof(LineCluster));
    return layout;
}

void
layout_free(Layout *layout)
{
    if (!layout)
        return;
    g_hash_table_unref(layout->pieces);
    g_byte_array_unref(layout->breaker.clusters);
    g_byte_array_unref(layout->breaker.breaks);
    g_array_unref(layout->clusters);
    document_unref(layout->document);
    g_free(layout);
}

void
layout_set_width(Layout *layout, int width)
{
    width = MAX(width, MIN_WIDTH);
    if (width == layout->width)
        return;
    layout->width = width;
    drop_cache(layout);
}

int
layout_width(const Layout *layout)
{
    return layout->width;
}

void
layout_set_piece_size(Layout *layout, gsize bytes)
{
    layout->piece_size = MAX(bytes, 8);
    drop_cache(layout);
}

void
layout_set_hidden(Layout *layout, LayoutHidden hidden, gpointer data)
{
    layout->hidden = hidden;
    layout->hidden_data = data;
    layout_refresh(layout);
}

void
layout_refresh(Layout *layout)
{
    for (guint i = 0; i < HIDDEN_RUNS; i++)
        layout->runs[i] = (HiddenRun){0, 0};
    layout->revision++;
}

guint
layout_revision(const Layout *layout)
{
    return layout->revision;
}

/* --- visible blocks ------------------------------------------------------------------------------------------------------------------- */

gboolean
layout_is_hidden(Layout *layout, int block)
{
    return layout->hidden && layout->hidden(layout->document, block, layout->hidden_data);
}

static const HiddenRun *
run_at(const Layout *layout, int block)
{
    for (guint i = 0; i < HIDDEN_RUNS; i++)
        if (layout->runs[i].from <= block && block < layout->runs[i].to)
            return &layout->runs[i];
    return NULL;
}

static void
remember_run(Layout *layout, int from, int to)
{
    if (to - from < 2)
        return;
    layout->runs[layout->next_run] = (HiddenRun){from, to};
    layout->next_run = (layout->next_run + 1) % HIDDEN_RUNS;
}

int
layout_next_block(Layout *layout, int block)
{
    int from = block + 1, at = from;
    while (at < layout->blocks) {
        const HiddenRun *run = run_at(layout, at);
        if (run)
            at = run->to;
        else if (layout_is_hidden(layout, at))
            at++;
        else
            break;
    }
    if (!run_at(layout, from))
        remember_run(layout, from, at);
    return at < layout->blocks ? at : -1;
}

int
layout_previous_block(Layout *layout, int block)
{
    int to = block, at = block - 1;
    while (at >= 0) {
        const HiddenRun *run = run_at(layout, at);
        if (run)
            at = run->from - 1;
        else if (layout_is_hidden(layout, at))
            at--;
        else
            break;
    }
    if (to > 0 && !run_at(layout, to - 1))
        remember_run(layout, at + 1, to);
    return at;
}

int
layout_lead(Layout *layout, int block)
{
    int above = layout_previous_block(layout, block);
    return above < 0 ? 0 : block_gap(layout->document, above, block);
}

/* --- pieces and lines ----------------------------------------------------------------------------------------------------------------- */

int
layout_pieces(Layout *layout, int block)
{
    gsize length = range_length(document_block(layout->document, block)->range);
    return length < 2 * layout->piece_size ? 1 : length / layout->piece_size;
}

static gsize
piece_start(Layout *layout, int block, int piece)
{
    Range range = document_block(layout->document, block)->range;
    if (piece == 0)
        return range.start;
    if (piece >= layout_pieces(layout, block))
        return range.end;
    return range.start + block_cut(layout->text, range, piece * layout->piece_size, layout->piece_size);
}

static int
piece_at(Layout *layout, int block, gsize offset)
{
    int pieces = layout_pieces(layout, block);
    if (pieces == 1)
        return 0;
    gsize start = document_block(layout->document, block)->range.start;
    int piece = MIN((offset - start) / layout->piece_size, pieces - 1);
    /* A cut is made within half a piece of its place, on either side. */
    if (offset < piece_start(layout, block, piece))
        return piece - 1;
    if (piece + 1 < pieces && offset >= piece_start(layout, block, piece + 1))
        return piece + 1;
    return piece;
}

static void
make_room(Layout *layout)
{
    while (layout->used.length > 1 && (layout->used.length > CACHE_PIECES || layout->lines > CACHE_LINES)) {
        Piece *oldest = g_queue_peek_tail(&layout->used);
        g_queue_unlink(&layout->used, &oldest->link);
        layout->lines -= oldest->lines->len;
        g_hash_table_remove(layout->pieces, &oldest->key);
    }
}

static GArray *
lines_of(Layout *layout, int block, int piece)
{
    gint64 key = (gint64)block << 32 | piece;
    Piece *found = layout->used.head ? layout->used.head->data : NULL;
    if (found && found->key == key)
        return found->lines;
    found = g_hash_table_lookup(layout->pieces, &key);
    if (found) {
        g_queue_unlink(&layout->used, &found->link);
        g_queue_push_head_link(&layout->used, &found->link);
        return found->lines;
    }
    found = g_new0(Piece, 1);
    found->key = key;
    found->link.data = found;
    found->lines = g_array_new(FALSE, FALSE, sizeof(Line));
    BlockShape shape = block_shape(layout->document, block, layout->width);
    Range range = range_make(piece_start(layout, block, piece), piece_start(layout, block, piece + 1));
    break_lines(&layout->breaker, layout->text, range, &shape, piece == 0, found->lines);
    g_hash_table_insert(layout->pieces, &found->key, found);
    g_queue_push_head_link(&layout->used, &found->link);
    layout->lines += found->lines->len;
    make_room(layout);
    return found->lines;
}

const Line *
layout_lines(Layout *layout, int block, int piece, int *count)
{
    GArray *lines = lines_of(layout, block, piece);
    *count = lines->len;
    return &g_array_index(lines, Line, 0);
}

static int
line_count(Layout *layout, int block, int piece)
{
    return lines_of(layout, block, piece)->len;
}

Line
layout_line(Layout *layout, LayoutPosition position)
{
    GArray *lines = lines_of(layout, position.block, position.piece);
    g_assert(position.row >= 0 && position.row < (int)lines->len);
    return g_array_index(lines, Line, position.row);
}

const LineCluster *
layout_clusters(Layout *layout, Line line, int *count)
{
    gsize length = range_length(line.range);
    g_byte_array_set_size(layout->breaker.clusters, length + 1);
    guint8 *breaks = layout->breaker.clusters->data;
    cluster_breaks(layout->text + line.range.start, length, (char *)breaks);
    breaks[length] = 1;
    g_array_set_size(layout->clusters, 0);
    int x = line.indent;
    for (gsize at = 0, next; at < length; at = next) {
        for (next = at + 1; !breaks[next];)
            next++;
        const char *text = layout->text + line.range.start + at;
        LineCluster cluster = {range_make(line.range.start + at, line.range.start + next), x,
                               line_cells(text, next - at)};
        g_array_append_val(layout->clusters, cluster);
        x += cluster.width;
    }
    *count = layout->clusters->len;
    return &g_array_index(layout->clusters, LineCluster, 0);
}

/* --- positions ------------------------------------------------------------------------------------------------------------------------ */

static LayoutPosition
block_first(int block)
{
    return (LayoutPosition){block, 0, 0};
}

static LayoutPosition
block_last(Layout *layout, int block)
{
    int piece = layout_pieces(layout, block) - 1;
    return (LayoutPosition){block, piece, line_count(layout, block, piece) - 1};
}

LayoutPosition
layout_first(Layout *layout)
{
    return block_first(layout_next_block(layout, -1));
}

LayoutPosition
layout_last(Layout *layout)
{
    int block = layout_previous_block(layout, layout->blocks);
    return block < 0 ? block_first(-1) : block_last(layout, block);
}

LayoutPosition
layout_find(Layout *layout, gsize offset)
{
    int block = document_block_at(layout->document, offset);
    if (block < 0)
        return block_first(-1);
    if (layout_is_hidden(layout, block)) {
        int next = layout_next_block(layout, block);
        return next < 0 ? layout_last(layout) : block_first(next);
    }
    Range range = document_block(layout->document, block)->range;
    offset = CLAMP(offset, range.start, range.end);
    int piece = piece_at(layout, block, offset), count;
    const Line *lines = layout_lines(layout, block, piece, &count);
    int low = 0, high = count; /* the last line that starts at or before offset */
    while (high - low > 1) {
        int middle = low + (high - low) / 2;
        if (lines[middle].range.start <= offset)
            low = middle;
        else
            high = middle;
    }
    return (LayoutPosition){block, piece, low};
}

static LayoutPosition
move(Layout *layout, LayoutPosition at, int rows, gboolean leads, int *moved)
{
    rows = MAX(rows, -G_MAXINT);
    int left = ABS(rows);
    while (left > 0 && at.block >= 0) {
        if (rows > 0) {
            int last = line_count(layout, at.block, at.piece) - 1, here = last - at.row;
            if (left <= here) {
                at.row += left;
                left = 0;
                break;
            }
            int next = at.piece + 1 < layout_pieces(layout, at.block) ? at.block : layout_next_block(layout, at.block);
            if (next < 0) {
                at.row = last;
                left -= here;
                break;
            }
            left -= here + 1;
            at.piece = next == at.block ? at.piece + 1 : 0;
            at.row = leads && at.piece == 0 ? -layout_lead(layout, next) : 0;
            at.block = next;
        } else {
            int first = leads && at.piece == 0 ? -layout_lead(layout, at.block) : 0, here = at.row - first;
            if (left <= here) {
                at.row -= left;
                left = 0;
                break;
            }
            int next = at.piece > 0 ? at.block : layout_previous_block(layout, at.block);
            if (next < 0) {
                at.row = first;
                left -= here;
                break;
            }
            left -= here + 1;
            at.piece = next == at.block ? at.piece - 1 : layout_pieces(layout, next) - 1;
            at.block = next;
            at.row = line_count(layout, next, at.piece) - 1;
        }
    }
    if (moved)
        *moved = rows > 0 ? rows - left : rows + left;
    return at;
}

LayoutPosition
layout_move(Layout *layout, LayoutPosition from, int rows, int *moved)
{
    return move(layout, from, rows, TRUE, moved);
}

LayoutPosition
layout_move_lines(Layout *layout, LayoutPosition from, int lines, int *moved)
{
    from.row = MAX(from.row, 0);
    return move(layout, from, lines, FALSE, moved);
}

static int
compare(LayoutPosition a, LayoutPosition b)
{
    if (a.block != b.block)
        return a.block < b.block ? -1 : 1;
    if (a.piece != b.piece)
        return a.piece < b.piece ? -1 : 1;
    return a.row < b.row ? -1 : a.row > b.row;
}

int
layout_distance(Layout *layout, LayoutPosition from, LayoutPosition to, int limit)
{
    if (compare(from, to) > 0)
        return -layout_distance(layout, to, from, limit);
    int rows = 0;
    while (rows < limit && compare(from, to) < 0) {
        if (from.block == to.block && from.piece == to.piece) {
            rows += to.row - from.row;
            break;
        }
        int step = line_count(layout, from.block, from.piece) - from.row, moved;
        LayoutPosition next = layout_move(layout, from, step, &moved);
        if (moved < step)
            break;
        rows += step;
        from = next;
    }
    return MIN(rows, limit);
}

int
layout_rows(Layout *layout, int limit)
{
    LayoutPosition first = layout_first(layout);
    if (first.block < 0 || limit <= 0)
        return 0;
    int moved;
    layout_move(layout, first, limit - 1, &moved);
    return moved + 1;
}

gsize
layout_offset(Layout *layout, LayoutPosition position)
{
    if (position.block < 0)
        return 0;
    if (position.row < 0)
        return document_block(layout->document, position.block)->range.start;
    return layout_line(layout, position).range.start;
}
