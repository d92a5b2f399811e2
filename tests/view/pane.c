/* The lists beside the text: rows, filter, orders, cursor, what belongs to the paragraph being read, places, empty lists, and a list that grows while an article is read. */
#include "view/pane.h"

#include <string.h>

#include "tests/test.h"

static Article *
article_of(const char *text)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autoptr(GError) error = NULL;
    Article *article = article_from_bytes(bytes, "test.txt", NULL, &error);
    g_assert_no_error(error);
    return article;
}

static const char letters[] =
    "The Mole and the Pier\n\n03.02.2024 Rosa Okafor\n\nThe Mole and the Pier\n\n"
    "Berlin paid for the mole (Harbour Gazette, March 1, 2024). Paris did not (see EDM, May 14, 2023, June 2, 2023).\n\n"
    "In Berlin nobody remembers it (Harbour Gazette, March 1, 2024; Harbour Gazette, April 9, 2022).\n\n"
    "Paris has a pier of its own (EDM, May 14, 2023).\n";

static Article *
finished(const char *text)
{
    Article *article = article_of(text);
    article_finish(article);
    return article;
}

static Pane *
pane_of(const PaneOps *ops, Article *article, Grid *grid)
{
    Pane *pane = pane_new(ops);
    pane_set_article(pane, article);
    pane_draw(pane, grid, (Rect){0, 0, grid_width(grid), grid_height(grid)}, FALSE);
    return pane;
}

/* The pane as it is drawn. Free with g_free(). */
static char *
drawn(Pane *pane, Grid *grid, gboolean focused)
{
    grid_clear(grid, (Rect){0, 0, grid_width(grid), grid_height(grid)}, 0);
    grid_set_cursor(grid, -1, -1);
    pane_draw(pane, grid, (Rect){0, 0, grid_width(grid), grid_height(grid)}, focused);
    return grid_dump(grid, FALSE);
}

static void
assert_drawn(Pane *pane, Grid *grid, const char *text)
{
    g_autofree char *now = drawn(pane, grid, FALSE);
    if (!strstr(now, text))
        g_test_message("no «%s» in\n%s", text, now);
    g_assert_nonnull(strstr(now, text));
}

static void
assert_not_drawn(Pane *pane, Grid *grid, const char *text)
{
    g_autofree char *now = drawn(pane, grid, FALSE);
    g_assert_null(strstr(now, text));
}

static gsize
offset_of(Article *article, const char *text)
{
    const char *all = document_text(article_document(article), NULL), *at = strstr(all, text);
    g_assert_nonnull(at);
    return (gsize)(at - all);
}

static Range
paragraph(Article *article, guint number)
{
    Document *document = article_document(article);
    return document_block(document, (guint)document_paragraph(document, number))->range;
}

/* --- rows ---------------------------------------------------------------------------------------------------------------------------------- */

static void
test_rows(void)
{
    g_autoptr(Article) article = finished(letters);
    g_autoptr(Grid) grid = grid_new(40, 14);
    g_autoptr(Pane) citations = pane_of(&pane_citations, article, grid);
    assert_drawn(citations, grid, " CITATIONS 6 on 4 works");
    assert_drawn(citations, grid, "by source");
    g_assert_true(pane_ops(citations) == &pane_citations);
    const PaneRow *row = pane_current(citations);
    g_assert_cmpint(row->kind, ==, PANE_ROW_GROUP);
    g_assert_cmpstr(row->right, ==, "3");
    g_assert_cmpuint(row->n_places, ==, 3);
    for (guint i = 1; i < row->n_places; i++)
        g_assert_cmpuint(row->places[i - 1].start, <, row->places[i].start);
    g_assert_true(pane_move(citations, 1));
    row = pane_current(citations);
    g_assert_cmpint(row->kind, ==, PANE_ROW_ITEM);
    g_assert_cmpint(row->indent, ==, 1);
    g_autoptr(Pane) entities = pane_of(&pane_entities, article, grid);
    assert_drawn(entities, grid, "ENTITIES");
    assert_drawn(entities, grid, "Berlin");
    g_autoptr(Pane) outline = pane_of(&pane_outline, article, grid);
    assert_drawn(outline, grid, "OUTLINE");
    assert_drawn(outline, grid, "The Mole and the Pier");
}

/* Each order lists the same cites. */
static void
test_orders(void)
{
    g_autoptr(Article) article = finished(letters);
    g_autoptr(Grid) grid = grid_new(60, 20);
    static const PaneOps *const all[] = {&pane_citations, &pane_entities, &pane_outline};
    for (guint p = 0; p < G_N_ELEMENTS(all); p++) {
        g_autoptr(Pane) pane = pane_of(all[p], article, grid);
        guint orders = g_strv_length((char **)all[p]->orders), places = 0;
        g_assert_cmpuint(orders, >=, 1);
        for (guint order = 0; order < orders; order++) {
            pane_set_order(pane, order);
            g_assert_cmpuint(pane_order(pane), ==, order);
            guint found = 0;
            pane_move_to(pane, FALSE);
            do {
                const PaneRow *row = pane_current(pane);
                g_assert_nonnull(row);
                g_assert_cmpint(row->kind, !=, PANE_ROW_TEXT);
                found += row->kind == PANE_ROW_ITEM ? row->n_places : 0;
            } while (pane_move(pane, 1));
            if (order == 0)
                places = found;
            g_assert_cmpuint(found, ==, places);
            if (orders > 1)
                assert_drawn(pane, grid, all[p]->orders[order]);
        }
    }
    g_autoptr(Pane) dated = pane_of(&pane_citations, article, grid);
    pane_set_order(dated, 1);
    g_autofree char *by_date = drawn(dated, grid, FALSE);
    const char *first = strstr(by_date, "9 Apr 2022"), *second = strstr(by_date, "14 May 2023"), *third = strstr(by_date, "1 Mar 2024");
    g_assert_true(first && second && third && first < second && second < third);
}

/* --- the filter ---------------------------------------------------------------------------------------------------------------------------- */

static void
test_filter(void)
{
    g_autoptr(Article) article = finished(letters);
    g_autoptr(Grid) grid = grid_new(60, 20);
    g_autoptr(Pane) pane = pane_of(&pane_citations, article, grid);
    pane_set_filter(pane, "2022"); /* an item stands below its group */
    g_assert_cmpstr(pane_filter(pane), ==, "2022");
    assert_drawn(pane, grid, "Harbour Gazette");
    assert_drawn(pane, grid, "9 Apr 2022");
    assert_not_drawn(pane, grid, "1 Mar 2024");
    assert_not_drawn(pane, grid, "EDM");
    pane_set_filter(pane, "GAZETTE"); /* case and accents do not count; a group that matches keeps its items */
    assert_drawn(pane, grid, "1 Mar 2024");
    assert_not_drawn(pane, grid, "EDM");
    pane_set_filter(pane, "nothing of it");
    assert_drawn(pane, grid, "Nothing matches");
    g_assert_null(pane_current(pane));
    g_assert_false(pane_move(pane, 1));
    g_assert_false(pane_move_to(pane, TRUE));
    g_assert_cmpuint(pane_place(pane, 0, 1), ==, G_MAXSIZE);
    pane_set_filter(pane, "");
    assert_drawn(pane, grid, "EDM");
    pane_set_filter(pane, "2022");
    pane_set_article(pane, article); /* another article is not filtered by what was looked for in the last one */
    g_assert_null(pane_filter(pane));
    assert_drawn(pane, grid, "EDM");
}

/* --- the cursor ---------------------------------------------------------------------------------------------------------------------------- */

static void
test_cursor(void)
{
    g_autoptr(Article) article = finished(letters);
    g_autoptr(Grid) grid = grid_new(40, 5); /* four rows of a longer list */
    g_autoptr(Pane) pane = pane_of(&pane_citations, article, grid);
    g_assert_false(pane_move(pane, -1));
    g_assert_false(pane_move_to(pane, FALSE));
    g_assert_true(pane_move(pane, 2));
    g_assert_true(pane_page(pane, 1));
    g_assert_true(pane_move_to(pane, TRUE) || !pane_move(pane, 1));
    g_assert_false(pane_page(pane, 1));
    const PaneRow *last = pane_current(pane);
    guint id = last->id;
    int x, y;
    g_free(drawn(pane, grid, TRUE));
    grid_cursor(grid, &x, &y);
    g_assert_cmpint(y, >=, 1); /* in sight, below the title */
    g_assert_cmpint(y, <, 5);
    g_assert_true(pane_move_to(pane, FALSE));
    g_assert_true(pane_select_id(pane, PANE_ROW_ITEM, id));
    g_assert_cmpuint(pane_current(pane)->id, ==, id);
    g_assert_false(pane_select_id(pane, PANE_ROW_ITEM, 999));
    g_assert_cmpuint(pane_current(pane)->id, ==, id);
    while (pane_move(pane, -1)) { /* the cursor is in sight on every step, and so is the group of what stands below it */
        g_free(drawn(pane, grid, TRUE));
        grid_cursor(grid, &x, &y);
        g_assert_cmpint(y, >=, 1);
        g_assert_cmpint(y, <, 5);
    }
}

static void
test_select_row(void)
{
    g_autoptr(Article) article = finished(letters);
    g_autoptr(Grid) grid = grid_new(40, 12);
    g_autoptr(Pane) pane = pane_of(&pane_citations, article, grid);
    g_assert_false(pane_select_row(pane, 0)); /* the title */
    g_assert_true(pane_select_row(pane, 2));
    g_assert_cmpint(pane_current(pane)->kind, ==, PANE_ROW_ITEM);
    g_assert_true(pane_select_row(pane, 1));
    g_assert_cmpint(pane_current(pane)->kind, ==, PANE_ROW_GROUP);
    g_assert_false(pane_select_row(pane, 11)); /* below the last row */
    pane_set_order(pane, 1);
    g_assert_false(pane_select_row(pane, 1)); /* a year is no entry */
    g_assert_true(pane_select_row(pane, 2));
}

static void
test_scroll(void)
{
    g_autoptr(Article) article = finished(letters);
    g_autoptr(Grid) grid = grid_new(40, 4);
    g_autoptr(Pane) pane = pane_of(&pane_citations, article, grid);
    const PaneRow *before = pane_current(pane);
    g_assert_false(pane_scroll(pane, -3));
    g_autofree char *top = drawn(pane, grid, FALSE);
    g_assert_true(pane_scroll(pane, 1));
    g_autofree char *lower = drawn(pane, grid, FALSE);
    g_assert_cmpstr(top, !=, lower);
    g_assert_true(pane_current(pane) == before);
    g_assert_true(pane_scroll(pane, 99));
    g_assert_false(pane_scroll(pane, 1));
    g_assert_true(pane_scroll(pane, -99));
    g_autofree char *again = drawn(pane, grid, FALSE);
    g_assert_cmpstr(top, ==, again);
}

/* --- what belongs to the paragraph being read ----------------------------------------------------------------------------------------------- */

static guint
count_marks(const char *text)
{
    guint count = 0;
    for (const char *at = text; (at = strstr(at, "●")); at++)
        count++;
    return count;
}

static void
test_follow(void)
{
    g_autoptr(Article) article = finished(letters);
    g_autoptr(Grid) grid = grid_new(40, 14);
    g_autoptr(Pane) pane = pane_of(&pane_citations, article, grid);
    static const guint marked[] = {3, 2, 1};
    for (guint i = 0; i < G_N_ELEMENTS(marked); i++) {
        Range here = paragraph(article, i + 1);
        pane_follow(pane, here, here.start);
        g_autofree char *now = drawn(pane, grid, FALSE);
        if (count_marks(now) != marked[i])
            g_test_message("paragraph %u:\n%s", i + 1, now);
        g_assert_cmpuint(count_marks(now), ==, marked[i]);
    }
    /* In a low pane what belongs to the paragraph comes into sight, unless the reader is in the pane. */
    g_autoptr(Grid) low = grid_new(40, 4);
    g_autoptr(Pane) other = pane_of(&pane_citations, article, low);
    for (guint i = 0; i < G_N_ELEMENTS(marked); i++) {
        Range here = paragraph(article, 3 - i);
        pane_follow(other, here, here.start);
        g_autofree char *now = drawn(other, low, FALSE);
        g_assert_cmpuint(count_marks(now), >=, 1);
    }
    pane_move_to(other, TRUE);
    g_free(drawn(other, low, TRUE));
    pane_follow(other, paragraph(article, 1), 0);
    g_free(drawn(other, low, TRUE));
    int x, y;
    grid_cursor(low, &x, &y);
    g_assert_cmpint(y, >=, 1);
}

/* Enter goes from place to place and round; backwards too. */
static void
test_places(void)
{
    g_autoptr(Article) article = finished(letters);
    g_autoptr(Grid) grid = grid_new(40, 14);
    g_autoptr(Pane) pane = pane_of(&pane_citations, article, grid);
    const PaneRow *row = pane_current(pane);
    g_assert_cmpuint(row->n_places, ==, 3);
    gsize caret = 0;
    for (guint i = 0; i < 7; i++) {
        gsize next = pane_place(pane, caret, 1);
        g_assert_cmpuint(next, ==, row->places[i % 3].start);
        caret = next;
    }
    for (guint i = 0; i < 7; i++) {
        gsize before = pane_place(pane, caret, -1);
        g_assert_cmpuint(before, ==, row->places[(2 + 6 - i) % 3].start);
        caret = before;
    }
    g_assert_cmpuint(pane_place(pane, offset_of(article, "Berlin paid"), 1), ==, row->places[0].start);
}

/* --- nothing, and more to come --------------------------------------------------------------------------------------------------------------- */

static void
test_empty(void)
{
    g_autoptr(Article) article = finished("nothing is named or cited here, and nobody.\n");
    g_autoptr(Grid) grid = grid_new(60, 8);
    static const PaneOps *const all[] = {&pane_citations, &pane_entities};
    for (guint i = 0; i < G_N_ELEMENTS(all); i++) {
        g_autoptr(Pane) pane = pane_of(all[i], article, grid);
        g_autofree char *start = g_strndup(all[i]->empty, 20);
        assert_drawn(pane, grid, start);
        g_assert_null(pane_current(pane));
        g_assert_false(pane_move(pane, 1));
        g_assert_false(pane_select_row(pane, 1));
        g_free(drawn(pane, grid, TRUE));
        int x, y;
        grid_cursor(grid, &x, &y);
        g_assert_cmpint(y, ==, 1); /* also an empty list shows where the keys are */
    }
    g_autoptr(Pane) none = pane_new(&pane_citations);
    g_assert_null(pane_current(none));
    g_autofree char *blank = drawn(none, grid, FALSE);
    g_assert_nonnull(strstr(blank, "CITATIONS"));
}

/* While an article is still being read the list says so, grows, and ends as one that was read at once. */
static void
test_growing(void)
{
    g_autoptr(GString) text = g_string_new("The Long Pier\n\n");
    for (int i = 0; i < 4000; i++)
        g_string_append_printf(text, "Sentence %d of a long text about Berlin rests on something (EDM, May %d, 20%02d).\n\n", i, i % 28 + 1, i % 24 + 1);
    g_autoptr(Article) article = article_of(text->str);
    g_autoptr(Grid) grid = grid_new(50, 20);
    g_autoptr(Pane) pane = pane_of(&pane_citations, article, grid);
    assert_drawn(pane, grid, "Still reading");
    guint seen = 0, steps = 0;
    while (article_step(article, 0)) {
        pane_follow(pane, range_make(0, 10), 0);
        const PaneRow *row = pane_current(pane);
        g_assert_cmpuint(row ? row->n_places : 0, >=, seen);
        seen = row ? row->n_places : seen;
        g_free(drawn(pane, grid, FALSE));
        steps++;
    }
    g_assert_cmpuint(steps, >, 2);
    const PaneRow *row = pane_current(pane);
    g_assert_cmpuint(row->n_places, ==, 4000);
    g_autofree char *grown = drawn(pane, grid, FALSE);
    g_autoptr(Pane) at_once = pane_of(&pane_citations, article, grid);
    g_autofree char *whole = drawn(at_once, grid, FALSE);
    g_assert_cmpstr(grown, ==, whole);
}

/* However small the area, nothing is drawn outside of it. */
static void
test_areas(void)
{
    g_autoptr(Article) article = finished(letters);
    g_autoptr(Grid) grid = grid_new(80, 24);
    static const PaneOps *const all[] = {&pane_citations, &pane_entities, &pane_outline};
    for (guint i = 0; i < G_N_ELEMENTS(all); i++) {
        g_autoptr(Pane) pane = pane_new(all[i]);
        pane_set_article(pane, article);
        for (int width = 1; width <= 64; width += 3) {
            for (int height = 1; height <= 18; height++) {
                Rect area = {8, 3, width, height};
                grid_clear(grid, (Rect){0, 0, 80, 24}, 0);
                pane_draw(pane, grid, area, height % 2);
                for (int y = 0; y < 24; y++) {
                    for (int x = 0; x < 80; x++) {
                        const char *cell = grid_cell(grid, x, y)->text;
                        gboolean inside = x >= 8 && x < 8 + width && y >= 3 && y < 3 + height;
                        if (!inside && *cell && strcmp(cell, " ") != 0)
                            g_test_message("%s at %dx%d: «%s» at %d,%d", all[i]->title, width, height, cell, x, y);
                        g_assert_true(inside || !*cell || strcmp(cell, " ") == 0);
                    }
                }
            }
        }
    }
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/view/pane/rows", test_rows);
    g_test_add_func("/view/pane/orders", test_orders);
    g_test_add_func("/view/pane/filter", test_filter);
    g_test_add_func("/view/pane/cursor", test_cursor);
    g_test_add_func("/view/pane/select-row", test_select_row);
    g_test_add_func("/view/pane/scroll", test_scroll);
    g_test_add_func("/view/pane/follow", test_follow);
    g_test_add_func("/view/pane/places", test_places);
    g_test_add_func("/view/pane/empty", test_empty);
    g_test_add_func("/view/pane/growing", test_growing);
    g_test_add_func("/view/pane/areas", test_areas);
    return g_test_run();
}
