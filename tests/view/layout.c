/* The layout: how text breaks, how blocks are indented, and positions against a plain list of all rows. */
#include "view/layout.h"

#include <string.h>

#include "../test.h"
#include "fixture.h"
#include "text/display.h"
#include "text/linebreak.h"

/* One line per row: the empty rows, and «indent|text|width». */
static char *
dump(Layout *layout, Document *document)
{
    GString *out = g_string_new(NULL);
    const char *text = document_text(document, NULL);
    for (int block = layout_next_block(layout, -1); block >= 0; block = layout_next_block(layout, block)) {
        for (int i = layout_lead(layout, block); i > 0; i--)
            g_string_append_c(out, '\n');
        for (int piece = 0; piece < layout_pieces(layout, block); piece++) {
            int count;
            const Line *lines = layout_lines(layout, block, piece, &count);
            for (int i = 0; i < count; i++) {
                g_string_append_printf(out, "%2d|", lines[i].indent);
                for (gsize at = lines[i].range.start; at < lines[i].range.end; at++)
                    g_string_append(out, text[at] == '\n' ? "\\n" : (char[]){text[at], '\0'});
                g_string_append_printf(out, "|%d\n", lines[i].width);
            }
        }
    }
    return g_string_free(out, FALSE);
}

static void
assert_lines(const char *text, BlockKind kind, int width, const char *want)
{
    g_autoptr(Builder) builder = builder_new(0);
    fixture_block(builder, kind, ROLE_BODY, 0, 0, FALSE, text);
    g_autoptr(Document) document = builder_finish(builder);
    g_autoptr(Layout) layout = layout_new(document);
    layout_set_width(layout, width);
    g_autofree char *got = dump(layout, document);
    g_assert_cmpstr(got, ==, want);
}

static void
test_break(void)
{
    assert_lines("the northern canal", BLOCK_PARAGRAPH, 12, " 0|the northern |12\n 0|canal|5\n");
    assert_lines("the northern canal", BLOCK_PARAGRAPH, 11, " 0|the |3\n 0|northern |8\n 0|canal|5\n");
    /* Spaces hang, however many. */
    assert_lines("northern    canal", BLOCK_PARAGRAPH, 8, " 0|northern    |8\n 0|canal|5\n");
    /* Longer than the column: between clusters. */
    assert_lines("a lighthousekeeper", BLOCK_PARAGRAPH, 8, " 0|a |1\n 0|lighthou|8\n 0|sekeeper|8\n");
    assert_lines("eeee\xcc\x81\xcc\x82"
                 "eeeee",
                 BLOCK_PARAGRAPH, 8, " 0|eee\xc3\xa9\xcc\x82"
                                     "eeee|8\n 0|e|1\n");
    assert_lines("水門水門水門", BLOCK_PARAGRAPH, 9, " 0|水門水門|8\n 0|水門|4\n");
    assert_lines("two\nlines", BLOCK_PARAGRAPH, 20, " 0|two\\n|3\n 0|lines|5\n");
    assert_lines("two\n\nlines", BLOCK_PARAGRAPH, 20, " 0|two\\n|3\n 0|\\n|0\n 0|lines|5\n");
    /* A no-break space holds, and is no space to hang. */
    assert_lines("the lock\xc2\xa0No.\xc2\xa0"
                 "7",
                 BLOCK_PARAGRAPH, 13, " 0|the |3\n 0|lock\xc2\xa0No.\xc2\xa0"
                                      "7|10\n");
    /* No break where a hyphen would have to be drawn. */
    assert_lines("the light\xc2\xad"
                 "house",
                 BLOCK_PARAGRAPH, 11, " 0|the |3\n 0|light\xc2\xad"
                                      "house|10\n");
    assert_lines("light\xe2\x80\x8bhouse", BLOCK_PARAGRAPH, 8, " 0|light\xe2\x80\x8b|5\n 0|house|5\n");
}

static void
test_preformatted(void)
{
    assert_lines("a  b   c\nd    e", BLOCK_PREFORMATTED, 20, " 0|a  b   c\\n|8\n 0|d    e|6\n");
    assert_lines("a b c d e f\n", BLOCK_PREFORMATTED, 8, " 0|a b c d |7\n 0|e f\\n|3\n");
    assert_lines("水門水門水", BLOCK_PREFORMATTED, 9, " 0|水門水門|8\n 0|水|2\n");
}

static void
test_widths(void)
{
    static const int widths[] = {76, 34, 12};
    g_autoptr(Document) document = fixture_article();
    document_check(document);
    g_autoptr(Layout) layout = layout_new(document);
    for (guint i = 0; i < G_N_ELEMENTS(widths); i++) {
        layout_set_width(layout, widths[i]);
        g_autofree char *got = dump(layout, document);
        g_autofree char *file = g_strdup_printf("tests/view/golden/layout-%d.txt", widths[i]);
        test_golden(file, got);
    }
}

/* At every width: no text is lost, lines fit, and none ends before it must. */
static void
test_greedy(void)
{
    g_autoptr(Document) document = fixture_article();
    const char *text = document_text(document, NULL);
    g_autoptr(Layout) layout = layout_new(document);
    for (int width = 8; width < 100; width++) {
        layout_set_width(layout, width);
        for (guint block = 0; block < document_block_count(document); block++) {
            Range range = document_block(document, block)->range;
            g_autofree char *breaks = g_malloc(range_length(range));
            line_breaks(text + range.start, range_length(range), breaks);
            int count;
            const Line *lines = layout_lines(layout, block, 0, &count);
            gsize at = range.start;
            for (int i = 0; i < count; i++) {
                g_assert_cmpuint(lines[i].range.start, ==, at);
                g_assert_cmpuint(lines[i].range.end, >, at);
                at = lines[i].range.end;
                g_assert_cmpint(lines[i].indent + lines[i].width, <=, width);
                if (i == count - 1 || text[at - 1] == '\n')
                    continue;
                /* Up to the next opportunity would have been too wide. */
                gsize next = at - range.start + 1;
                while (next < range_length(range) && breaks[next] == LINE_BREAK_NONE)
                    next++;
                g_autofree char *longer = g_strndup(text + lines[i].range.start, range.start + next - lines[i].range.start);
                g_strchomp(longer);
                if (document_block(document, block)->kind != BLOCK_PREFORMATTED)
                    g_assert_cmpint(lines[i].indent + display_width(longer, strlen(longer)), >, width);
            }
            g_assert_cmpuint(at, ==, range.end);
        }
    }
}

static void
test_clusters(void)
{
    g_autoptr(Builder) builder = builder_new(0);
    fixture_block(builder, BLOCK_LIST_ITEM, ROLE_BODY, 2, 4, FALSE, "• e\xcc\x82\xcc\x81水 \n");
    g_autoptr(Document) document = builder_finish(builder);
    g_autoptr(Layout) layout = layout_new(document);
    int count;
    const LineCluster *clusters = layout_clusters(layout, layout_line(layout, layout_first(layout)), &count);
    static const int x[] = {2, 3, 4, 5, 7, 8}, widths[] = {1, 1, 1, 2, 1, 0};
    g_assert_cmpint(count, ==, 6);
    gsize at = 0;
    for (int i = 0; i < count; i++) {
        g_assert_cmpint(clusters[i].x, ==, x[i]);
        g_assert_cmpint(clusters[i].width, ==, widths[i]);
        g_assert_cmpuint(clusters[i].range.start, ==, at);
        at = clusters[i].range.end;
    }
    g_assert_cmpuint(at, ==, document_block(document, 0)->range.end);
}

/* --- positions against a list of all rows --------------------------------------------------------------------------------------------- */

static GArray *
all_rows(Layout *layout)
{
    GArray *rows = g_array_new(FALSE, FALSE, sizeof(LayoutPosition));
    for (int block = layout_next_block(layout, -1); block >= 0; block = layout_next_block(layout, block))
        for (int piece = 0; piece < layout_pieces(layout, block); piece++) {
            int count;
            layout_lines(layout, block, piece, &count);
            for (int row = piece ? 0 : -layout_lead(layout, block); row < count; row++) {
                LayoutPosition at = {block, piece, row};
                g_array_append_val(rows, at);
            }
        }
    return rows;
}

static void
assert_position(LayoutPosition got, LayoutPosition want)
{
    g_assert_cmpint(got.block, ==, want.block);
    g_assert_cmpint(got.piece, ==, want.piece);
    g_assert_cmpint(got.row, ==, want.row);
}

#define ROW(i) g_array_index(rows, LayoutPosition, i)

static void
check_positions(Layout *layout, Document *document, int stride)
{
    g_autoptr(GArray) rows = all_rows(layout);
    int count = rows->len;
    g_assert_cmpint(count, >, 0);
    assert_position(layout_first(layout), ROW(0));
    assert_position(layout_last(layout), ROW(count - 1));
    g_assert_cmpint(layout_rows(layout, G_MAXINT), ==, count);
    g_assert_cmpint(layout_rows(layout, count - 1), ==, count - 1);
    for (int i = 0; i < count; i += stride) {
        for (int j = 0; j < count; j += stride) {
            int moved;
            assert_position(layout_move(layout, ROW(i), j - i, &moved), ROW(j));
            g_assert_cmpint(moved, ==, j - i);
            g_assert_cmpint(layout_distance(layout, ROW(i), ROW(j), G_MAXINT), ==, j - i);
            g_assert_cmpint(layout_distance(layout, ROW(i), ROW(j), 5), ==, CLAMP(j - i, -5, 5));
        }
        int moved;
        assert_position(layout_move(layout, ROW(i), count, &moved), ROW(count - 1));
        g_assert_cmpint(moved, ==, count - 1 - i);
        assert_position(layout_move(layout, ROW(i), -count, &moved), ROW(0));
        g_assert_cmpint(moved, ==, -i);
    }
    /* By lines: what is left when the empty rows are taken away. */
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(LayoutPosition));
    for (int i = 0; i < count; i++)
        if (ROW(i).row >= 0)
            g_array_append_val(lines, ROW(i));
    for (guint i = 0; i < lines->len; i += stride)
        for (guint j = 0; j < lines->len; j += stride) {
            int moved;
            LayoutPosition got = layout_move_lines(layout, g_array_index(lines, LayoutPosition, i), (int)j - (int)i, &moved);
            assert_position(got, g_array_index(lines, LayoutPosition, j));
            g_assert_cmpint(moved, ==, (int)j - (int)i);
        }
    /* Lines follow one another, and each offset is found in the one that holds it. */
    for (guint i = 0; i < lines->len; i++) {
        LayoutPosition at = g_array_index(lines, LayoutPosition, i);
        Line line = layout_line(layout, at);
        g_assert_cmpuint(layout_offset(layout, at), ==, line.range.start);
        for (gsize offset = line.range.start; offset < line.range.end; offset++)
            assert_position(layout_find(layout, offset), at);
        Range block = document_block(document, at.block)->range;
        if (line.range.end == block.end)
            assert_position(layout_find(layout, block.end), at);
        else
            g_assert_cmpuint(line.range.end, ==, layout_line(layout, g_array_index(lines, LayoutPosition, i + 1)).range.start);
    }
}

static void
test_positions(void)
{
    g_autoptr(Document) document = fixture_article();
    g_autoptr(Layout) layout = layout_new(document);
    static const int widths[] = {76, 33, 8};
    for (guint i = 0; i < G_N_ELEMENTS(widths); i++) {
        layout_set_width(layout, widths[i]);
        layout_set_hidden(layout, NULL, NULL);
        check_positions(layout, document, 1);
        layout_set_hidden(layout, fixture_hide_boilerplate, NULL);
        check_positions(layout, document, 3);
    }
}

static gboolean
hide_marked(const Document *document, guint block, gpointer data)
{
    return ((const char *)data)[block];
}

static void
test_hidden(void)
{
    g_autoptr(Document) document = fixture_paragraphs(9);
    g_autoptr(Layout) layout = layout_new(document);
    char hidden[9] = {1, 1, 0, 0, 1, 1, 1, 0, 1};
    layout_set_hidden(layout, hide_marked, hidden);
    for (int again = 0; again < 2; again++) {
        g_assert_cmpint(layout_next_block(layout, -1), ==, 2);
        g_assert_cmpint(layout_next_block(layout, 0), ==, 2);
        g_assert_cmpint(layout_next_block(layout, 3), ==, 7);
        g_assert_cmpint(layout_next_block(layout, 5), ==, 7);
        g_assert_cmpint(layout_next_block(layout, 7), ==, -1);
        g_assert_cmpint(layout_previous_block(layout, 9), ==, 7);
        g_assert_cmpint(layout_previous_block(layout, 6), ==, 3);
        g_assert_cmpint(layout_previous_block(layout, 2), ==, -1);
    }
    g_assert_cmpint(layout_lead(layout, 2), ==, 0);
    g_assert_cmpint(layout_lead(layout, 7), ==, 1);
    assert_position(layout_find(layout, 0), (LayoutPosition){2, 0, 0});
    assert_position(layout_find(layout, document_block(document, 5)->range.start), (LayoutPosition){7, 0, 0});
    assert_position(layout_find(layout, document_length(document)), layout_last(layout));
    check_positions(layout, document, 1);
    guint revision = layout_revision(layout);
    memset(hidden, 0, sizeof hidden);
    layout_refresh(layout);
    g_assert_cmpuint(layout_revision(layout), !=, revision);
    g_assert_cmpint(layout_next_block(layout, 3), ==, 4);
    check_positions(layout, document, 1);
    memset(hidden, 1, sizeof hidden);
    layout_refresh(layout);
    g_assert_cmpint(layout_first(layout).block, ==, -1);
    g_assert_cmpint(layout_find(layout, 3).block, ==, -1);
    g_assert_cmpint(layout_rows(layout, 10), ==, 0);
    int moved;
    layout_move(layout, layout_first(layout), 5, &moved);
    g_assert_cmpint(moved, ==, 0);
}

static guint asked;

static gboolean
hide_counted(const Document *document, guint block, gpointer data)
{
    asked++;
    return block > 0 && block < 4999;
}

/* A long hidden part is walked once, not at each row. */
static void
test_hidden_run(void)
{
    g_autoptr(Document) document = fixture_paragraphs(5000);
    g_autoptr(Layout) layout = layout_new(document);
    layout_set_hidden(layout, hide_counted, NULL);
    asked = 0;
    for (int i = 0; i < 100; i++) {
        g_assert_cmpint(layout_next_block(layout, 0), ==, 4999);
        g_assert_cmpint(layout_previous_block(layout, 4999), ==, 0);
    }
    g_assert_cmpuint(asked, <, 6000);
}

/* Pieces: with small ones everything is as with one piece, only that a cut ends a line. */
static void
test_pieces(void)
{
    static const char *const texts[] = {
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
        "onetwothreefourfivesixseveneightnineteneleventwelvethirteenfourteenfifteensixteenseventeeneighteennineteentwenty",
        "水門水門水門水門水門水門水門水門水門水門水門水門水門水門水門水門水門水門水門水門水門水門水門水門",
        "one\ntwo\nthree four\n\n\nfive\nsix\nseven\neight\nnine\nten eleven twelve thirteen fourteen\nfifteen sixteen seventeen",
    };
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        for (int kind = 0; kind < 2; kind++)
            for (gsize size = 8; size < 80; size += 5) {
                g_autoptr(Builder) builder = builder_new(0);
                fixture_paragraph(builder, "Before.");
                fixture_block(builder, kind ? BLOCK_PREFORMATTED : BLOCK_PARAGRAPH, ROLE_BODY, 0, 0, FALSE, texts[i]);
                fixture_paragraph(builder, "After.");
                g_autoptr(Document) document = builder_finish(builder);
                g_autoptr(Layout) layout = layout_new(document);
                layout_set_width(layout, 17);
                layout_set_piece_size(layout, size);
                g_assert_true(layout_pieces(layout, 1) > 1 || size > strlen(texts[i]) / 2);
                check_positions(layout, document, 2);
            }
}

/* A cluster without an end is cut somewhere, but between characters. */
static void
test_endless_cluster(void)
{
    g_autoptr(GString) text = g_string_new("x");
    for (int i = 0; i < 40000; i++)
        g_string_append(text, "\xcc\xb1");
    g_autoptr(Builder) builder = builder_new(0);
    fixture_paragraph(builder, text->str);
    g_autoptr(Document) document = builder_finish(builder);
    g_autoptr(Layout) layout = layout_new(document);
    int pieces = layout_pieces(layout, 0);
    g_assert_cmpint(pieces, >, 1);
    for (int piece = 0; piece < pieces; piece++) {
        int count;
        Line line = layout_lines(layout, 0, piece, &count)[0];
        g_assert_cmpint(((guchar)document_text(document, NULL)[line.range.start] & 0xc0), !=, 0x80);
        g_assert_cmpint(layout_find(layout, line.range.start).piece, ==, piece);
    }
}

/* A paragraph of many megabytes costs no more than the pieces that are looked at. */
static void
test_huge(void)
{
    g_autoptr(Document) document = fixture_huge(20 * 1000 * 1000);
    gsize length = document_length(document);
    g_autoptr(Layout) layout = layout_new(document);
    g_test_timer_start();
    for (int width = 20; width < 40; width++) {
        layout_set_width(layout, width);
        LayoutPosition last = layout_last(layout), middle = layout_find(layout, length / 2);
        g_assert_cmpuint(layout_line(layout, last).range.end, ==, length);
        g_assert_true(range_contains(layout_line(layout, middle).range, length / 2));
        int moved;
        layout_move(layout, middle, 500, &moved);
        g_assert_cmpint(moved, ==, 500);
        layout_move(layout, last, -500, &moved);
        g_assert_cmpint(moved, ==, -500);
    }
    /* Laying it all out twenty times would take many seconds. */
    g_assert_cmpfloat(g_test_timer_elapsed(), <, 3.0);
}

/* The cache forgets, and lays out anew the same. */
static void
test_cache(void)
{
    g_autoptr(Document) document = fixture_paragraphs(2000);
    g_autoptr(Layout) layout = layout_new(document);
    layout_set_width(layout, 20);
    g_autofree char *once = dump(layout, document), *twice = dump(layout, document);
    g_assert_cmpstr(once, ==, twice);
    g_autoptr(Builder) builder = builder_new(0);
    g_autoptr(Document) empty = builder_finish(builder);
    g_autoptr(Layout) none = layout_new(empty);
    g_assert_cmpint(layout_first(none).block, ==, -1);
    g_assert_cmpint(layout_last(none).block, ==, -1);
    g_assert_cmpint(layout_find(none, 0).block, ==, -1);
    g_assert_cmpuint(layout_offset(none, layout_first(none)), ==, 0);
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/view/layout/break", test_break);
    g_test_add_func("/view/layout/preformatted", test_preformatted);
    g_test_add_func("/view/layout/golden", test_widths);
    g_test_add_func("/view/layout/greedy", test_greedy);
    g_test_add_func("/view/layout/clusters", test_clusters);
    g_test_add_func("/view/layout/positions", test_positions);
    g_test_add_func("/view/layout/hidden", test_hidden);
    g_test_add_func("/view/layout/hidden-run", test_hidden_run);
    g_test_add_func("/view/layout/pieces", test_pieces);
    g_test_add_func("/view/layout/endless-cluster", test_endless_cluster);
    g_test_add_func("/view/layout/huge", test_huge);
    g_test_add_func("/view/layout/cache", test_cache);
    return g_test_run();
}
