/* A box beside the text: wrapping, the selection, scrolling, its place beside what it speaks of, tiny bounds. */
#include "view/popup.h"

#include <string.h>

#include "tests/test.h"

#define SENTENCE "The harbour office keeps a ledger of all fines, and the fines pay for the dredging."

static char *
drawn(Popup *popup, Grid *grid, Rect bounds, PopupAnchor anchor, Rect *box)
{
    Rect taken;
    grid_clear(grid, (Rect){0, 0, grid_width(grid), grid_height(grid)}, 0);
    grid_set_cursor(grid, -1, -1);
    taken = popup_draw(popup, grid, bounds, anchor);
    if (box)
        *box = taken;
    return grid_dump(grid, FALSE);
}

static Rect
whole(Grid *grid)
{
    return (Rect){0, 0, grid_width(grid), grid_height(grid)};
}

static void
assert_holds(const char *screen, const char *text)
{
    if (!strstr(screen, text))
        g_test_message("no «%s» in\n%s", text, screen);
    g_assert_nonnull(strstr(screen, text));
}

/* Words of a text, one after the other on the screen, in this order: nothing was lost by wrapping. */
static void
assert_words_in_order(const char *screen, const char *text)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    const char *at = screen;
    for (int i = 0; words[i]; i++) {
        at = strstr(at, words[i]);
        if (!at)
            g_test_message("«%s» is missing in\n%s", words[i], screen);
        g_assert_nonnull(at);
        at += strlen(words[i]);
    }
}

static void
test_wrap(void)
{
    for (int width = 20; width <= 90; width++) {
        g_autoptr(Grid) grid = grid_new(width, 30);
        g_autoptr(Popup) popup = popup_new("Ledger", "1 of 2");
        popup_line(popup, NULL, SENTENCE, NULL, G_MAXSIZE);
        popup_line(popup, "pays", SENTENCE, "p. 7", G_MAXSIZE);
        popup_rule(popup);
        popup_keys(popup, "y copy · Esc close");
        Rect box;
        g_autofree char *screen = drawn(popup, grid, whole(grid), POPUP_CENTRED, &box);
        g_assert_cmpint(box.width, <=, MIN(width, POPUP_WIDTH));
        assert_holds(screen, "Ledger");
        assert_holds(screen, "Esc close");
        assert_words_in_order(screen, SENTENCE);
        assert_words_in_order(strstr(screen, "pays"), "pays The harbour");
        assert_holds(screen, "p. 7");
        g_assert_null(strstr(screen, "…"));
    }
}

/* A remark that is too long to stand beside its text stands below it. */
static void
test_long_remark(void)
{
    g_autoptr(Grid) grid = grid_new(40, 20);
    g_autoptr(Popup) popup = popup_new("Options", NULL);
    popup_line(popup, "form", "how it is written", "as long as a remark can be, and longer", G_MAXSIZE);
    popup_line(popup, "short", "a", "b", G_MAXSIZE);
    g_autofree char *screen = drawn(popup, grid, whole(grid), POPUP_CENTRED, NULL);
    assert_words_in_order(screen, "form how it is written as long as a remark can be, and longer short a b");
}

static void
test_words_without_end(void)
{
    g_autofree char *word = g_strnfill(500, 'w');
    g_autoptr(Grid) grid = grid_new(40, 30);
    g_autoptr(Popup) popup = popup_new("One word", NULL);
    popup_line(popup, NULL, word, NULL, G_MAXSIZE);
    popup_line(popup, NULL, "水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水水", NULL, G_MAXSIZE);
    popup_line(popup, NULL, "", NULL, G_MAXSIZE);
    popup_line(popup, "", NULL, NULL, G_MAXSIZE);
    g_autofree char *screen = drawn(popup, grid, whole(grid), POPUP_CENTRED, NULL);
    guint count = 0;
    for (const char *at = screen; *at; at++)
        count += *at == 'w';
    g_assert_cmpuint(count, ==, 500 + 1); /* and the one of the title */
}

/* --- choosing and scrolling ------------------------------------------------------------------------------------------------------------------ */

static void
test_selection(void)
{
    g_autoptr(Grid) grid = grid_new(60, 20);
    g_autoptr(Popup) popup = popup_new("Uses", NULL);
    g_assert_cmpuint(popup_target(popup), ==, G_MAXSIZE);
    popup_line(popup, NULL, "a head", NULL, G_MAXSIZE);
    popup_line(popup, NULL, "first", NULL, 10);
    popup_rule(popup);
    popup_line(popup, NULL, "second", NULL, 20);
    popup_line(popup, NULL, "a remark", NULL, G_MAXSIZE);
    popup_line(popup, NULL, "third", NULL, 30);
    g_assert_cmpuint(popup_target(popup), ==, 10); /* the first that can be chosen is */
    g_assert_cmpuint(popup_selected(popup), ==, 0);
    g_free(drawn(popup, grid, whole(grid), POPUP_CENTRED, NULL));
    g_assert_false(popup_move(popup, -1));
    g_assert_true(popup_move(popup, 1));
    g_assert_cmpuint(popup_target(popup), ==, 20);
    g_assert_true(popup_move(popup, 1));
    g_assert_cmpuint(popup_target(popup), ==, 30);
    g_assert_cmpuint(popup_selected(popup), ==, 2);
    g_assert_false(popup_move(popup, 1));
    g_assert_true(popup_move(popup, -99));
    g_assert_cmpuint(popup_target(popup), ==, 10);
    int x, y;
    g_autofree char *again = drawn(popup, grid, whole(grid), POPUP_CENTRED, NULL);
    grid_cursor(grid, &x, &y);
    g_auto(GStrv) rows = g_strsplit(again, "\n", -1);
    g_assert_nonnull(strstr(rows[y], "first")); /* the hardware cursor stands on the chosen line */
}

static Popup *
list_of(guint lines, gboolean targets)
{
    Popup *popup = popup_new("List", NULL);
    for (guint i = 0; i < lines; i++) {
        g_autofree char *text = g_strdup_printf("line %u of the list", i);
        popup_line(popup, NULL, text, NULL, targets ? i : G_MAXSIZE);
    }
    return popup;
}

static void
test_scroll(void)
{
    g_autoptr(Grid) grid = grid_new(40, 10);
    g_autoptr(Popup) popup = list_of(30, FALSE);
    Rect box;
    g_autofree char *top = drawn(popup, grid, whole(grid), POPUP_CENTRED, &box);
    g_assert_cmpint(box.height, ==, 10);
    assert_holds(top, "line 0 ");
    assert_holds(top, "1–8 of 30");
    g_assert_false(popup_scroll(popup, -1));
    g_assert_true(popup_scroll(popup, 5));
    g_autofree char *middle = drawn(popup, grid, whole(grid), POPUP_CENTRED, NULL);
    assert_holds(middle, "6–13 of 30");
    g_assert_true(popup_move(popup, 1)); /* nothing can be chosen: it scrolls */
    g_assert_true(popup_scroll(popup, 99));
    g_assert_false(popup_scroll(popup, 1));
    g_autofree char *end = drawn(popup, grid, whole(grid), POPUP_CENTRED, NULL);
    assert_holds(end, "line 29 ");
    assert_holds(end, "23–30 of 30");
    /* in a larger window all is in sight, and nothing is said of scrolling */
    g_autoptr(Grid) large = grid_new(40, 40);
    g_autofree char *all = drawn(popup, large, whole(large), POPUP_CENTRED, NULL);
    assert_holds(all, "line 0 ");
    assert_holds(all, "line 29 ");
    g_assert_null(strstr(all, "of 30"));
    g_assert_false(popup_scroll(popup, 1));
}

/* The chosen line is in sight after every step. */
static void
test_selection_in_sight(void)
{
    g_autoptr(Grid) grid = grid_new(40, 8);
    g_autoptr(Popup) popup = list_of(25, TRUE);
    g_free(drawn(popup, grid, whole(grid), POPUP_CENTRED, NULL));
    for (int way = 1; way >= -1; way -= 2) {
        do {
            g_autofree char *screen = drawn(popup, grid, whole(grid), POPUP_CENTRED, NULL);
            g_autofree char *wanted = g_strdup_printf("line %u ", popup_selected(popup));
            assert_holds(screen, wanted);
        } while (popup_move(popup, way));
        g_assert_cmpuint(popup_selected(popup), ==, way > 0 ? 24 : 0);
    }
    g_assert_true(popup_page(popup, 1));
    g_autofree char *paged = drawn(popup, grid, whole(grid), POPUP_CENTRED, NULL);
    g_autofree char *wanted = g_strdup_printf("line %u ", popup_selected(popup));
    assert_holds(paged, wanted);
    g_assert_cmpuint(popup_selected(popup), >, 2);
    while (popup_page(popup, 1)) {
        g_autofree char *screen = drawn(popup, grid, whole(grid), POPUP_CENTRED, NULL);
        g_assert_nonnull(screen);
    }
    while (popup_page(popup, -1)) {
        g_autofree char *screen = drawn(popup, grid, whole(grid), POPUP_CENTRED, NULL);
        g_assert_nonnull(screen);
    }
    g_autofree char *begin = drawn(popup, grid, whole(grid), POPUP_CENTRED, NULL);
    assert_holds(begin, "line 0 ");
}

static void
test_text(void)
{
    g_autoptr(Popup) popup = popup_new("Ledger", "1 of 2");
    popup_line(popup, "pays", "the fines", "p. 7", 3);
    popup_rule(popup);
    popup_line(popup, NULL, "for the dredging", NULL, G_MAXSIZE);
    popup_keys(popup, "Esc close");
    g_autofree char *text = popup_text(popup);
    g_assert_cmpstr(text, ==, "Ledger\npays: the fines (p. 7)\nfor the dredging\n");
}

/* --- its place ------------------------------------------------------------------------------------------------------------------------------- */

static void
test_place(void)
{
    g_autoptr(Grid) grid = grid_new(80, 24);
    for (guint lines = 1; lines <= 30; lines++) {
        for (int from = 1; from < 23; from++) {
            for (int rows = 1; rows <= 3 && from + rows <= 23; rows++) {
                g_autoptr(Popup) popup = list_of(lines, TRUE);
                Rect room = {0, 1, 80, 22}, box;
                PopupAnchor anchor = {from, from + rows - 1};
                g_free(drawn(popup, grid, room, anchor, &box));
                g_assert_cmpint(box.y, >=, room.y);
                g_assert_cmpint(box.y + box.height, <=, room.y + room.height);
                g_assert_cmpint(box.x, >=, 0);
                g_assert_cmpint(box.x + box.width, <=, 80);
                gboolean free = box.y > anchor.to || box.y + box.height <= anchor.from;
                int below = room.y + room.height - anchor.to - 1, above = anchor.from - room.y;
                if (MAX(below, above) >= 3) /* a border above, one below, and a row between them */
                    g_assert_true(free);
                if ((int)lines + 2 <= below) /* below it where there is room */
                    g_assert_cmpint(box.y, ==, anchor.to + 1);
                else if ((int)lines + 2 <= above)
                    g_assert_cmpint(box.y + box.height, ==, anchor.from);
            }
        }
    }
    g_autoptr(Popup) popup = list_of(3, FALSE);
    Rect box;
    g_free(drawn(popup, grid, whole(grid), POPUP_CENTRED, &box));
    g_assert_cmpint(box.y, ==, (24 - box.height) / 2);
    g_assert_cmpint(box.x, ==, (80 - box.width) / 2);
}

/* --- the same case by case --------------------------------------------------------------------------------------------------------------- */

#define WIDTH 80
#define HEIGHT 24

static const Rect bounds = {0, 2, WIDTH, HEIGHT - 4};

static Popup *
lines_of(guint lines)
{
    Popup *popup = popup_new("Title", "1 of 2");
    for (guint i = 0; i < lines; i++)
        popup_line(popup, "name", "a line of the box", NULL, G_MAXSIZE);
    return popup;
}

static void
test_places(void)
{
    static const struct {
        guint lines;
        PopupAnchor anchor;
        int y, height;
    } cases[] = {
        {4, {5, 5}, 6, 6},    /* below the row */
        {4, {5, 7}, 8, 6},    /* below all rows of what it speaks of */
        {4, {18, 20}, 12, 6}, /* no room below: above the first of them */
        {30, {6, 8}, 9, 13},  /* no room at all: where there is more, and cut */
        {30, {18, 19}, 2, 16},
        {4, {-1, -1}, 9, 6},
        {30, {-1, -1}, 2, 20},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Grid) grid = grid_new(WIDTH, HEIGHT);
        g_autoptr(Popup) popup = lines_of(cases[i].lines);
        Rect box = popup_draw(popup, grid, bounds, cases[i].anchor);
        g_test_message("case %u", i);
        g_assert_cmpint(box.y, ==, cases[i].y);
        g_assert_cmpint(box.height, ==, cases[i].height);
        g_assert_cmpint(box.x, >=, bounds.x);
        g_assert_cmpint(box.x + box.width, <=, bounds.x + bounds.width);
    }
}

/* Pages share a row, end at the end, and take the selection along. */
static void
test_page(void)
{
    g_autoptr(Grid) grid = grid_new(WIDTH, HEIGHT);
    g_autoptr(Popup) help = lines_of(40);
    popup_draw(help, grid, bounds, POPUP_CENTRED); /* 18 rows are shown */
    g_assert_true(popup_page(help, 1));
    g_assert_true(popup_scroll(help, -17));
    g_assert_false(popup_scroll(help, -1));
    g_assert_true(popup_page(help, 9));
    g_assert_false(popup_page(help, 1));
    g_assert_true(popup_page(help, -9));
    g_assert_false(popup_page(help, -1));

    g_autoptr(Popup) uses = popup_new("Uses", NULL);
    for (gsize i = 0; i < 40; i++)
        popup_line(uses, "name", "a place", NULL, i);
    g_assert_false(popup_page(uses, -1));
    popup_draw(uses, grid, bounds, POPUP_CENTRED);
    g_assert_true(popup_page(uses, 1));
    g_assert_cmpuint(popup_target(uses), ==, 17);
    popup_draw(uses, grid, bounds, POPUP_CENTRED);
    g_assert_true(popup_page(uses, 1));
    g_assert_cmpuint(popup_target(uses), ==, 22); /* the last page is a full one */
    popup_draw(uses, grid, bounds, POPUP_CENTRED);
    g_assert_true(popup_page(uses, 1));
    g_assert_cmpuint(popup_target(uses), ==, 39);
    g_assert_false(popup_page(uses, 1));
    g_assert_true(popup_page(uses, -1));
    g_assert_cmpuint(popup_target(uses), ==, 5);
}

/* A text that fills the screen keeps a cell away from the frame on both sides. */
static void
test_air(void)
{
    g_autoptr(Grid) grid = grid_new(WIDTH, HEIGHT);
    for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++)
            grid_text(grid, x, y, 1, "x", STYLE_BIT(STYLE_TEXT));
    g_autoptr(Popup) popup = lines_of(3);
    Rect box = popup_draw(popup, grid, bounds, (PopupAnchor){4, 4});
    g_assert_cmpint(box.x, >, 1);
    for (int y = box.y; y < box.y + box.height; y++) {
        g_assert_cmpstr(grid_cell(grid, box.x - 2, y)->text, ==, "x");
        g_assert_cmpstr(grid_cell(grid, box.x - 1, y)->text, ==, "");
        g_assert_cmpstr(grid_cell(grid, box.x + box.width, y)->text, ==, "");
        g_assert_cmpstr(grid_cell(grid, box.x + box.width + 1, y)->text, ==, "x");
    }
    g_assert_cmpstr(grid_cell(grid, box.x, box.y - 1)->text, ==, "x");
}

/* In bounds that hold hardly anything it stays within them, and neither hangs nor crashes. */
static void
test_tiny(void)
{
    g_autoptr(Grid) grid = grid_new(60, 20);
    for (int width = 1; width <= 30; width++) {
        for (int height = 1; height <= 12; height++) {
            g_autoptr(Popup) popup = list_of(9, TRUE);
            popup_line(popup, "a name that is longer than its column", SENTENCE, "and a remark", 99);
            popup_keys(popup, "j k choose · Enter go · Esc close");
            Rect room = {10, 4, width, height}, box;
            g_free(drawn(popup, grid, room, POPUP_CENTRED, &box));
            g_assert_cmpint(box.width, <=, width);
            g_assert_cmpint(box.height, <=, height);
            for (int y = 0; y < 20; y++) {
                for (int x = 0; x < 60; x++) {
                    const char *cell = grid_cell(grid, x, y)->text;
                    gboolean inside = width < 6 || (x >= 10 && x < 10 + width && y >= 4 && y < 4 + height); /* a frame, its air, and a letter */
                    if (!inside && *cell && strcmp(cell, " ") != 0)
                        g_test_message("%dx%d: «%s» at %d,%d", width, height, cell, x, y);
                    g_assert_true(inside || !*cell || strcmp(cell, " ") == 0);
                }
            }
            popup_move(popup, 3);
            popup_page(popup, 1);
            g_autofree char *again = drawn(popup, grid, room, (PopupAnchor){5, 5}, &box);
            g_assert_nonnull(again);
        }
    }
}

/* The keys are dropped whole, the way out last of all; in a low box the content has their row. */
static void
test_keys(void)
{
    static const char keys[] = "j k choose · Enter go · y copy · Esc close";
    for (int width = 16; width <= 60; width++) {
        g_autoptr(Grid) grid = grid_new(width, 20);
        g_autoptr(Popup) popup = list_of(2, TRUE);
        popup_keys(popup, keys);
        g_autofree char *screen = drawn(popup, grid, whole(grid), POPUP_CENTRED, NULL);
        assert_holds(screen, "Esc close");
        g_assert_null(strstr(screen, "…"));
        gboolean chooses = strstr(screen, "j k") != NULL, goes = strstr(screen, "Enter") != NULL;
        g_assert_true(!goes || strstr(screen, "Enter go ·") != NULL);
        g_assert_true(!chooses || strstr(screen, "j k choose ·") != NULL);
        g_assert_cmpint(strstr(screen, keys) != NULL, ==, width >= 46);
    }
    g_autoptr(Grid) low = grid_new(60, 6);
    g_autoptr(Popup) popup = list_of(9, TRUE);
    popup_keys(popup, keys);
    g_autofree char *screen = drawn(popup, low, whole(low), POPUP_CENTRED, NULL);
    g_assert_null(strstr(screen, "Esc close"));
    assert_holds(screen, "line 3 ");
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/view/popup/wrap", test_wrap);
    g_test_add_func("/view/popup/long-remark", test_long_remark);
    g_test_add_func("/view/popup/words-without-end", test_words_without_end);
    g_test_add_func("/view/popup/selection", test_selection);
    g_test_add_func("/view/popup/scroll", test_scroll);
    g_test_add_func("/view/popup/selection-in-sight", test_selection_in_sight);
    g_test_add_func("/view/popup/text", test_text);
    g_test_add_func("/view/popup/place", test_place);
    g_test_add_func("/view/popup/places", test_places);
    g_test_add_func("/view/popup/page", test_page);
    g_test_add_func("/view/popup/air", test_air);
    g_test_add_func("/view/popup/tiny", test_tiny);
    g_test_add_func("/view/popup/keys", test_keys);
    return g_test_run();
}
