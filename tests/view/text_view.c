/* The text view: what it draws at several widths, that it keeps its place, and that places and cells agree. */
#include "view/text_view.h"

#include <string.h>

#include "../test.h"
#include "fixture.h"

static const TextOverlay nothing = {.entity = -1, .cite = -1, .hit = {G_MAXSIZE, G_MAXSIZE}, .selection = {G_MAXSIZE, G_MAXSIZE}};

static TextView *
view_of(Document *document, int width, int height)
{
    TextView *view = text_view_new(document);
    layout_set_hidden(text_view_layout(view), fixture_hide_boilerplate, NULL);
    text_view_set_size(view, width, height, 76);
    return view;
}

static char *
draw(TextView *view, const TextOverlay *overlay, gboolean roles)
{
    int width = text_view_width(view), height = text_view_height(view);
    g_autoptr(Grid) grid = grid_new(width, height);
    text_view_draw(view, grid, (Rect){0, 0, width, height}, overlay);
    return grid_dump(grid, roles);
}

/* Where a piece of text stands. */
static Range
find(Document *document, const char *needle)
{
    const char *text = document_text(document, NULL), *found = strstr(text, needle);
    g_assert_nonnull(found);
    return range_make(found - text, found - text + strlen(needle));
}

static void
test_golden_widths(void)
{
    static const struct {
        int width, height;
    } sizes[] = {{100, 60}, {80, 24}, {49, 30}, {40, 100}, {20, 40}, {12, 130}};
    g_autoptr(Document) document = fixture_article();
    for (guint i = 0; i < G_N_ELEMENTS(sizes); i++) {
        g_autoptr(TextView) view = view_of(document, sizes[i].width, sizes[i].height);
        TextOverlay overlay = nothing;
        overlay.caret = find(document, "Nobody").start;
        overlay.caret_here = TRUE;
        g_autofree char *got = draw(view, &overlay, FALSE);
        g_autofree char *file = g_strdup_printf("tests/view/golden/text-view-%d.txt", sizes[i].width);
        test_golden(file, got);
    }
}

/* All roles: those of blocks and those of layers. */
static void
test_roles(void)
{
    g_autoptr(Document) document = fixture_article();
    g_autoptr(TextView) view = view_of(document, 60, 46);
    g_autoptr(Layer) hits = layer_new();
    layer_add(hits, find(document, "canal fell"), 0);
    layer_add(hits, find(document, "Its yearly report"), 1);
    TextOverlay overlay = nothing;
    overlay.caret = find(document, "costs to").start;
    overlay.caret_here = TRUE;
    overlay.hits = hits;
    overlay.hit = find(document, "Its yearly report");
    overlay.selection = range_make(find(document, "two tides").start, find(document, "12. Lower").end);
    g_autofree char *got = draw(view, &overlay, TRUE);
    test_golden("tests/view/golden/text-view-roles.txt", got);
}

/* Links, note marks, citations, the current cite and mentions, on a page of their own. */
static void
test_layers(void)
{
    g_autoptr(Builder) b = builder_new(0);
    const char *text = "Tolls in Port Ashby were halved again (Harbour Gazette, March 1, April 2, 2023), says the harbour "
                       "master.[1] Port Ashby did not comment.";
    gsize mark = strstr(text, "[1]") - text;
    fixture_paragraph(b, text);
    builder_link(b, range_make(0, 5), "https://example.org/tolls");
    builder_note_mark(b, range_make(mark, mark + 3), "1");
    fixture_block(b, BLOCK_PARAGRAPH, ROLE_NOTE, 0, 4, FALSE, "[1] See Harbour Gazette, March 1, 2023.");
    builder_note(b, "1");
    g_autoptr(Document) document = builder_finish(b);
    document_check(document);
    g_autoptr(Article) article = article_from_document(document, "tolls.txt");
    article_finish(article);
    g_autoptr(TextView) view = view_of(document, 60, 6);
    TextOverlay overlay = nothing;
    overlay.article = article;
    overlay.cite = layer_get(citations_cite_layer(article_citations(article)), 0).id;
    Layer *mentions = entities_layer(article_entities(article));
    int mention = layer_at(mentions, find(document, "Port Ashby").start);
    g_assert_cmpint(mention, >=, 0);
    overlay.entity = entities_mention(article_entities(article), layer_get(mentions, mention).id)->entity;
    g_autofree char *got = draw(view, &overlay, TRUE);
    test_golden("tests/view/golden/text-view-layers.txt", got);
}

/* Marks do not run into the space at the end of a row; a selection does. */
static void
test_line_ends(void)
{
    g_autoptr(Builder) b = builder_new(0);
    fixture_block(b, BLOCK_PARAGRAPH, ROLE_BODY, 0, 0, FALSE, "the northern canal\n\nends");
    g_autoptr(Document) document = builder_finish(b);
    g_autoptr(TextView) view = view_of(document, 16, 4);
    TextOverlay overlay = nothing;
    overlay.hit = find(document, "northern canal");
    g_autofree char *marked = draw(view, &overlay, TRUE);
    g_assert_cmpstr(marked, ==, "  the northern\n  canal\n\n  ends\nroles\n......aaaaaaaa\n..aaaaa\n\n\na hit-current\n");
    overlay.hit = RANGE_NONE;
    overlay.selection = range_make(4, document_length(document));
    overlay.caret_here = TRUE;
    overlay.caret = 18; /* on the first newline */
    g_autofree char *selected = draw(view, &overlay, TRUE);
    g_assert_cmpstr(selected, ==,
                    "▎ the northern\n▎ canal\n▎\n▎ ends\nroles\na.....bbbbbbbbb\na.bbbbb\na.b\na.bbbb\n"
                    "a current-bar\nb selection\ncursor 7,1\n");
    /* The cursor elsewhere: the caret's cell says where it was. */
    overlay.selection = RANGE_NONE;
    overlay.caret = 4;
    overlay.cursor_elsewhere = TRUE;
    g_autofree char *elsewhere = draw(view, &overlay, TRUE);
    g_assert_cmpstr(elsewhere, ==,
                    "▎ the northern\n▎ canal\n▎\n▎ ends\nroles\na.....b\na\na\na\na current-bar\nb caret\n");
}

/* Wide characters at the right edge and spaces that hang over it stay inside the area. */
static void
test_edges(void)
{
    g_autoptr(Builder) b = builder_new(0);
    fixture_block(b, BLOCK_PARAGRAPH, ROLE_BODY, 0, 0, FALSE, "水門水門水 門水門   水e\xcc\x82\xcc\xb1水門水門");
    g_autoptr(Document) document = builder_finish(b);
    for (int width = 1; width < 30; width++)
        for (gsize caret = 0; caret < document_length(document); caret++) {
            g_autoptr(TextView) view = view_of(document, width, 12);
            g_autoptr(Grid) grid = grid_new(width + 4, 12);
            TextOverlay overlay = nothing;
            overlay.caret_here = TRUE;
            overlay.caret = caret;
            overlay.selection = range_make(0, document_length(document));
            text_view_draw(view, grid, (Rect){2, 0, width, 12}, &overlay);
            int x, y;
            for (y = 0; y < 12; y++)
                for (x = 0; x < width + 4; x++)
                    if (x < 2 || x >= width + 2)
                        g_assert_true(!grid_cell(grid, x, y)->text[0] && grid_cell(grid, x, y)->roles == 0);
            grid_cursor(grid, &x, &y);
            g_assert_cmpint(x, >=, 2);
            g_assert_cmpint(x, <, width + 2);
        }
}

static void
test_degenerate(void)
{
    g_autoptr(Builder) b = builder_new(0);
    g_autoptr(Document) empty = builder_finish(b);
    g_autoptr(TextView) view = view_of(empty, 30, 3);
    TextOverlay overlay = nothing;
    overlay.caret_here = TRUE;
    g_autofree char *got = draw(view, &overlay, FALSE);
    g_assert_cmpstr(got, ==, "\n\n\n");
    int x, y;
    g_assert_cmpint(text_view_scroll(view, 3), ==, 0);
    g_assert_false(text_view_reveal(view, 0, 2));
    g_assert_false(text_view_locate(view, 0, &x, &y));
    g_assert_cmpuint(text_view_offset_at(view, 2, 0), ==, G_MAXSIZE);
    g_assert_cmpuint(text_view_vertical(view, 0, 3, -1), ==, 0);
    g_assert_cmpuint(text_view_clamp(view, 0, 1, -1), ==, 0);
    g_assert_cmpuint(text_view_line_end(view, 0), ==, 0);
    g_assert_cmpuint(text_view_screen_row(view, -1), ==, 0);
    g_assert_true(text_view_at_start(view) && text_view_at_end(view));
    text_view_place(view, 0, 50);
    /* No rows at all. */
    g_autoptr(Document) document = fixture_article();
    g_autoptr(TextView) flat = view_of(document, 40, 0);
    text_view_place(flat, 300, 50);
    g_assert_false(text_view_locate(flat, 300, &x, &y));
    g_assert_cmpint(text_view_scroll(flat, 2), ==, 2);
    g_autofree char *none = draw(flat, &overlay, FALSE);
    g_assert_cmpstr(none, ==, "");
}

/* --- the place is kept ---------------------------------------------------------------------------------------------------------------- */

static gsize
first_row_start(TextView *view)
{
    return text_view_visible(view).start;
}

/* To any size and back: the same first row, whatever the offset; and in between the row of the top is in sight. */
static void
test_resize(void)
{
    static const struct {
        int width, height;
    } sizes[] = {{80, 24}, {40, 10}, {120, 40}, {12, 3}, {200, 60}, {79, 24}, {50, 8}, {49, 8}};
    Document *documents[] = {fixture_article(), fixture_paragraphs(40), fixture_huge(3000)};
    for (guint d = 0; d < G_N_ELEMENTS(documents); d++)
        for (gsize offset = 0; offset < document_length(documents[d]); offset += 37) {
            g_autoptr(TextView) view = view_of(documents[d], 100, 20);
            if (d == 2)
                layout_set_piece_size(text_view_layout(view), 200);
            text_view_set_top(view, offset);
            if (offset % 3 == 0) /* what is stored by scrolling, empty rows included */
                text_view_scroll(view, offset % 2 ? 1 : -1);
            if (text_view_at_end(view)) /* not what was asked for is on top, but what fills the view */
                text_view_place(view, offset, 0);
            g_autofree char *before = draw(view, &nothing, FALSE);
            gsize top = text_view_top(view);
            for (guint i = 0; i < G_N_ELEMENTS(sizes); i++) {
                text_view_set_size(view, sizes[i].width, sizes[i].height, 76);
                int x, y;
                g_assert_true(text_view_locate(view, top, &x, &y) ||
                              layout_is_hidden(text_view_layout(view), document_block_at(documents[d], top)) ||
                              first_row_start(view) == top);
                if (!text_view_at_end(view))
                    g_assert_cmpint(y, <=, 2);
                if (i % 3 == 0) /* back now and then, not only in the end */
                    text_view_set_size(view, 100, 20, 76);
                if (i % 3 == 0)
                    g_assert_cmpuint(text_view_top(view), ==, top);
            }
            text_view_set_size(view, 100, 20, 76);
            g_autofree char *after = draw(view, &nothing, FALSE);
            g_assert_cmpstr(before, ==, after);
            g_assert_cmpuint(text_view_top(view), ==, top);
        }
    for (guint d = 0; d < G_N_ELEMENTS(documents); d++)
        g_clear_pointer(&documents[d], document_unref);
}

/* A view that grows at the end of the text is filled, and goes back to where it was. */
static void
test_resize_at_end(void)
{
    g_autoptr(Document) document = fixture_paragraphs(30);
    g_autoptr(TextView) view = view_of(document, 60, 10);
    text_view_place(view, document_length(document), 100);
    g_assert_true(text_view_at_end(view));
    gsize top = text_view_top(view);
    text_view_set_size(view, 60, 25, 76);
    g_assert_cmpuint(text_view_top(view), <, top);
    g_assert_true(text_view_at_end(view));
    g_autofree char *grown = draw(view, &nothing, FALSE);
    g_assert_false(g_str_has_suffix(grown, "\n\n"));
    text_view_set_size(view, 60, 10, 76);
    g_assert_cmpuint(text_view_top(view), ==, top);
}

static void
test_scroll(void)
{
    g_autoptr(Document) document = fixture_article();
    for (int width = 30; width <= 90; width += 20) {
        g_autoptr(TextView) view = view_of(document, width, 9);
        int total = layout_rows(text_view_layout(view), G_MAXINT);
        g_assert_true(text_view_at_start(view));
        g_assert_false(text_view_at_end(view));
        g_assert_cmpint(text_view_scroll(view, -1), ==, 0);
        /* All the way, row by row: each time all rows but one stay as they are. */
        int rows = 0;
        g_autofree char *before = draw(view, &nothing, TRUE);
        while (text_view_scroll(view, 1)) {
            rows++;
            g_autofree char *drawn = draw(view, &nothing, FALSE);
            g_autofree char *whole = draw(view, &nothing, TRUE);
            const char *second = strchr(before, '\n') + 1, *roles = strstr(before, "roles\n");
            int kept = 0;
            const char *end = second;
            for (; kept < 8; kept++)
                end = strchr(end, '\n') + 1;
            g_assert_true(end <= roles);
            g_assert_cmpint(strncmp(drawn, second, end - second), ==, 0);
            g_free(before);
            before = g_steal_pointer(&whole);
        }
        g_assert_cmpint(rows, ==, total - 9);
        g_assert_true(text_view_at_end(view));
        /* N there and N back. */
        for (int from = 0; from <= total - 9; from += 3)
            for (int by = 1; by < total; by += 7) {
                text_view_scroll(view, -total);
                g_assert_true(text_view_at_start(view));
                g_assert_cmpint(text_view_scroll(view, from), ==, from);
                gsize top = text_view_top(view);
                g_autofree char *here = draw(view, &nothing, FALSE);
                int gone = text_view_scroll(view, by);
                g_assert_cmpint(gone, ==, MIN(by, total - 9 - from));
                g_assert_cmpint(text_view_scroll(view, -gone), ==, -gone);
                g_autofree char *again = draw(view, &nothing, FALSE);
                g_assert_cmpstr(here, ==, again);
                g_assert_cmpuint(text_view_top(view), ==, top);
            }
        g_assert_cmpint(text_view_scroll(view, -G_MAXINT), <=, 0);
        g_assert_cmpint(text_view_scroll(view, G_MAXINT), ==, total - 9);
        /* A text that fits does not scroll. */
        text_view_set_size(view, width, total, 76);
        g_assert_cmpint(text_view_scroll(view, 1), ==, 0);
        g_assert_true(text_view_at_start(view) && text_view_at_end(view));
    }
}

/* The row in the view of an offset, -1: out of sight. */
static int
row_of(TextView *view, gsize offset)
{
    int x, y;
    return text_view_locate(view, offset, &x, &y) ? y : -1;
}

static void
test_reveal(void)
{
    g_autoptr(Document) document = fixture_paragraphs(60);
    g_autoptr(TextView) view = view_of(document, 40, 12);
    Layout *layout = text_view_layout(view);
    int total = layout_rows(layout, G_MAXINT);
    for (int from = 0; from <= total - 12; from += 5)
        for (int target = 0; target < total; target++) {
            LayoutPosition position = layout_move(layout, layout_first(layout), target, NULL);
            if (position.row < 0)
                continue;
            gsize offset = layout_offset(layout, position);
            int y = target - from; /* in the view as it stands */
            for (int margin = 0; margin < 8; margin += 3) {
                int keep = MIN(margin, 5);
                text_view_scroll(view, -total);
                text_view_scroll(view, from);
                gboolean scrolled = text_view_reveal(view, offset, margin);
                int at = row_of(view, offset);
                g_assert_cmpint(at, >=, 0);
                g_assert_true(at >= keep || text_view_at_start(view));
                g_assert_true(at <= 11 - keep || text_view_at_end(view));
                if (y >= keep && y <= 11 - keep)
                    g_assert_false(scrolled);
                else if (y >= -12 && y < keep)
                    g_assert_true(at == keep || text_view_at_start(view));
                else if (y > 11 - keep && y <= 23)
                    g_assert_true(at == 11 - keep || text_view_at_end(view));
                else
                    g_assert_true(at == MAX(4, keep) || text_view_at_start(view) || text_view_at_end(view));
                /* A jump leaves alone what is in sight, and shows what else it leads to with what follows. */
                text_view_scroll(view, -total);
                text_view_scroll(view, from);
                scrolled = text_view_show(view, offset, margin);
                if (y >= 0 && y < 12)
                    g_assert_false(scrolled);
                else
                    g_assert_true(row_of(view, offset) == MAX(4, keep) || text_view_at_start(view) || text_view_at_end(view));
            }
        }
}

static void
test_place(void)
{
    g_autoptr(Document) document = fixture_paragraphs(60);
    g_autoptr(TextView) view = view_of(document, 60, 11);
    gsize offset = document_block(document, 30)->range.start;
    text_view_place(view, offset, 0);
    g_assert_cmpint(row_of(view, offset), ==, 0);
    g_assert_cmpuint(text_view_top(view), ==, offset);
    text_view_place(view, offset, 50);
    g_assert_cmpint(row_of(view, offset), ==, 5);
    text_view_place(view, offset, 100);
    g_assert_cmpint(row_of(view, offset), ==, 10);
    text_view_place(view, 0, 50); /* nothing above the first row */
    g_assert_cmpint(row_of(view, 0), ==, 0);
    text_view_place(view, document_length(document) - 1, 0); /* nothing below the last */
    g_assert_cmpint(row_of(view, document_length(document) - 1), ==, 10);
}

/* --- places and cells ----------------------------------------------------------------------------------------------------------------- */

static void
test_cells(void)
{
    g_autoptr(Document) document = fixture_article();
    static const int widths[] = {90, 52, 30, 12};
    for (guint i = 0; i < G_N_ELEMENTS(widths); i++) {
        g_autoptr(TextView) view = view_of(document, widths[i], 14);
        g_autoptr(Grid) grid = grid_new(widths[i], 14);
        do {
            text_view_draw(view, grid, (Rect){0, 0, widths[i], 14}, &nothing);
            Range visible = text_view_visible(view);
            for (int y = 0; y < 14; y++)
                for (int x = 0; x < widths[i]; x++) {
                    const Cell *cell = grid_cell(grid, x, y);
                    if (range_is_none(cell->source))
                        continue;
                    g_assert_true(range_holds(visible, cell->source));
                    int at_x, at_y;
                    g_assert_true(text_view_locate(view, cell->source.start, &at_x, &at_y));
                    g_assert_cmpint(at_x, ==, cell->width ? x : x - 1);
                    g_assert_cmpint(at_y, ==, y);
                    if (cell->text[0])
                        g_assert_cmpuint(text_view_offset_at(view, x, y), ==, cell->source.start);
                }
        } while (text_view_scroll(view, 14));
        g_assert_cmpuint(text_view_offset_at(view, 2, 14), ==, G_MAXSIZE);
        g_assert_cmpuint(text_view_offset_at(view, 2, -1), ==, G_MAXSIZE);
    }
    /* In the margin and behind the end: the nearest; on an empty row: nothing. */
    g_autoptr(TextView) view = view_of(document, 80, 14);
    g_assert_cmpuint(text_view_offset_at(view, 0, 0), ==, 0);
    g_assert_cmpuint(text_view_offset_at(view, 79, 0), ==, strlen("The Canal That Few Ships Use") - 1);
    g_assert_cmpuint(text_view_offset_at(view, 5, 3), ==, G_MAXSIZE);
    /* What is hidden is nowhere. */
    int x, y;
    text_view_place(view, document_length(document), 100);
    g_assert_false(text_view_locate(view, find(document, "Subscribe").start, &x, &y));
}

static void
test_vertical(void)
{
    g_autoptr(Document) document = fixture_article();
    g_autoptr(TextView) view = view_of(document, 80, 24);
    gsize title = find(document, "Few Ships").start;
    g_assert_cmpint(text_view_column(view, title), ==, 15);
    /* The goal is kept over a shorter line, and empty rows are stepped over. */
    gsize at = text_view_vertical(view, title, 1, 25);
    g_assert_cmpuint(at, ==, find(document, "Okafor").end - 1);
    at = text_view_vertical(view, at, 1, 25);
    g_assert_cmpuint(at, ==, find(document, "2024").start);
    at = text_view_vertical(view, at, 1, 25);
    g_assert_cmpuint(at, ==, find(document, "summary").end - 1);
    at = text_view_vertical(view, at, -1, -1);
    g_assert_cmpuint(at, ==, find(document, " 3 March").start);
    /* At the ends the caret stays. */
    g_assert_cmpuint(text_view_vertical(view, title, -1, 3), ==, title);
    at = find(document, "stood in it").start;
    g_assert_cmpuint(text_view_vertical(view, at, 1, 3), ==, at);
    /* None further than the end: the last line. */
    g_assert_cmpuint(text_view_vertical(view, title, 1000, 4), ==, find(document, "The flood itself").start);
    /* A wide cluster is met from both of its columns. */
    gsize wide = find(document, "日本").start;
    g_assert_cmpuint(text_view_vertical(view, wide, 0, 3), ==, wide + 3);
    g_assert_cmpuint(text_view_vertical(view, wide, 0, 2), ==, wide + 3);
    /* Start and end of a line; the space at its end is no place to be. */
    gsize middle = find(document, "coasters").start;
    g_assert_cmpuint(text_view_line_start(view, middle), ==, find(document, "coasters").start);
    g_assert_cmpuint(text_view_line_end(view, middle), ==, find(document, "That is").end - 1);
    g_assert_cmpuint(text_view_column(view, find(document, "two gates").start), ==, 16);
}

static void
test_screen_rows(void)
{
    g_autoptr(Document) document = fixture_article();
    g_autoptr(TextView) view = view_of(document, 80, 10);
    g_assert_cmpuint(text_view_screen_row(view, 0), ==, 0);
    g_assert_cmpuint(text_view_screen_row(view, 1), ==, find(document, "By Rosa").start);
    g_assert_cmpuint(text_view_screen_row(view, 3), ==, find(document, "Executive").start);
    g_assert_cmpuint(text_view_screen_row(view, 99), ==, find(document, "• Pilots").start);
    g_assert_cmpuint(text_view_screen_row(view, -1), ==, find(document, "• Pilots").start);
    text_view_scroll(view, 1); /* now the last row is an empty one */
    g_assert_cmpuint(text_view_screen_row(view, -1), ==, find(document, "• Pilots").start);
    g_assert_cmpuint(text_view_screen_row(view, -2), ==, find(document, "• Pilots").start);
    text_view_set_size(view, 80, 200, 76);
    g_assert_cmpuint(text_view_screen_row(view, -1), ==, find(document, "The flood itself").start);
}

static void
test_clamp(void)
{
    g_autoptr(Document) document = fixture_paragraphs(60);
    g_autoptr(TextView) view = view_of(document, 50, 12);
    Layout *layout = text_view_layout(view);
    int total = layout_rows(layout, G_MAXINT);
    gsize caret = document_block(document, 20)->range.start;
    for (int from = 0; from <= total - 12; from++)
        for (int margin = 0; margin < 5; margin += 2) {
            text_view_scroll(view, -total);
            text_view_scroll(view, from);
            int was = row_of(view, caret);
            gsize to = text_view_clamp(view, caret, margin, -1);
            int y = row_of(view, to);
            g_assert_cmpint(y, >=, 0);
            if (was >= margin && was <= 11 - margin)
                g_assert_cmpuint(to, ==, caret);
            /* One row more where the edge is an empty row. */
            else if (from < total - 12 && from > 0)
                g_assert_true(y == margin || y == margin + 1 || y == 11 - margin || y == 10 - margin);
            g_assert_cmpint(text_view_column(view, to), ==, 0);
        }
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/view/text-view/golden", test_golden_widths);
    g_test_add_func("/view/text-view/roles", test_roles);
    g_test_add_func("/view/text-view/layers", test_layers);
    g_test_add_func("/view/text-view/line-ends", test_line_ends);
    g_test_add_func("/view/text-view/edges", test_edges);
    g_test_add_func("/view/text-view/degenerate", test_degenerate);
    g_test_add_func("/view/text-view/resize", test_resize);
    g_test_add_func("/view/text-view/resize-at-end", test_resize_at_end);
    g_test_add_func("/view/text-view/scroll", test_scroll);
    g_test_add_func("/view/text-view/reveal", test_reveal);
    g_test_add_func("/view/text-view/place", test_place);
    g_test_add_func("/view/text-view/cells", test_cells);
    g_test_add_func("/view/text-view/vertical", test_vertical);
    g_test_add_func("/view/text-view/screen-rows", test_screen_rows);
    g_test_add_func("/view/text-view/clamp", test_clamp);
    return g_test_run();
}
