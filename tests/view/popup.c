/* The box beside the text: where it is put, that what it speaks of stays free, and that its frame touches no letter. */
#include "view/popup.h"

#include "../test.h"

#define WIDTH 80
#define HEIGHT 24

static const Rect bounds = {0, 2, WIDTH, HEIGHT - 4};

static Popup *
popup_of(guint lines)
{
    Popup *popup = popup_new("Title", "1 of 2");
    for (guint i = 0; i < lines; i++)
        popup_line(popup, "name", "a line of the box", NULL, G_MAXSIZE);
    return popup;
}

static void
test_place(void)
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
        g_autoptr(Popup) popup = popup_of(cases[i].lines);
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
    g_autoptr(Popup) help = popup_of(40);
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
    g_autoptr(Popup) popup = popup_of(3);
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

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/view/popup/place", test_place);
    g_test_add_func("/view/popup/page", test_page);
    g_test_add_func("/view/popup/air", test_air);
    return g_test_run();
}
