/* The grid: wide clusters and their halves, clipping, rules that join, signs, and how it prints itself. */
#include "view/grid.h"

#include <string.h>

#include "../test.h"

#define DIM STYLE_BIT(STYLE_DIM)
#define HIT STYLE_BIT(STYLE_HIT)

static int
put(Grid *grid, int x, int y, const char *text)
{
    return grid_put(grid, x, y, text, strlen(text), DIM, range_make(7, 9));
}

static void
assert_dump(Grid *grid, const char *want)
{
    g_autofree char *got = grid_dump(grid, FALSE);
    g_assert_cmpstr(got, ==, want);
}

/* A cell of width 2 is followed by one of width 0, and only such. */
static void
check(Grid *grid)
{
    for (int y = 0; y < grid_height(grid); y++)
        for (int x = 0; x < grid_width(grid); x++) {
            int before = x ? grid_cell(grid, x - 1, y)->width : 1, width = grid_cell(grid, x, y)->width;
            g_assert_cmpint(width == 0, ==, before == 2);
            g_assert_false(width == 2 && x == grid_width(grid) - 1);
        }
}

static void
test_put(void)
{
    g_autoptr(Grid) grid = grid_new(6, 2);
    g_assert_cmpint(put(grid, 0, 0, "a"), ==, 1);
    g_assert_cmpint(put(grid, 1, 0, "水"), ==, 2);
    g_assert_cmpint(put(grid, 3, 0, "e\xcc\x81"), ==, 1);
    g_assert_cmpint(put(grid, 4, 0, "\xe2\x80\x8b"), ==, 0); /* ZWSP: nothing is drawn */
    assert_dump(grid, "a水e\xcc\x81\n\n");
    const Cell *cell = grid_cell(grid, 1, 0);
    g_assert_cmpint(cell->width, ==, 2);
    g_assert_cmpint(cell->source.start, ==, 7);
    g_assert_cmpuint(cell->roles, ==, DIM);
    g_assert_cmpint(grid_cell(grid, 2, 0)->width, ==, 0);
    g_assert_cmpint(grid_cell(grid, 2, 0)->source.end, ==, 9);
    g_assert_true(range_is_none(grid_cell(grid, 4, 0)->source));
    grid_set_link(grid, 1, 0, 5);
    g_assert_cmpuint(grid_cell(grid, 2, 0)->link, ==, 5);
    check(grid);
}

static void
test_halves(void)
{
    g_autoptr(Grid) grid = grid_new(4, 1);
    put(grid, 0, 0, "水");
    put(grid, 2, 0, "門");
    put(grid, 1, 0, "x"); /* over a right half */
    check(grid);
    assert_dump(grid, " x門\n");
    put(grid, 2, 0, "y"); /* over a left half */
    check(grid);
    assert_dump(grid, " xy\n");
    put(grid, 0, 0, "水");
    put(grid, 1, 0, "門"); /* over a right half and what follows */
    check(grid);
    assert_dump(grid, " 門\n");
    put(grid, 1, 0, "水"); /* over itself */
    check(grid);
    assert_dump(grid, " 水\n");
    put(grid, 0, 0, "門"); /* its right half over a left half */
    check(grid);
    assert_dump(grid, "門\n");
    grid_clear(grid, (Rect){1, 0, 1, 1}, HIT);
    check(grid);
    assert_dump(grid, "\n");
    g_assert_cmpuint(grid_cell(grid, 1, 0)->roles, ==, HIT);
    put(grid, 3, 0, "水"); /* cut by the edge: a space */
    check(grid);
    assert_dump(grid, "\n");
    g_assert_cmpuint(grid_cell(grid, 3, 0)->roles, ==, DIM);
}

static void
test_clip(void)
{
    g_autoptr(Grid) grid = grid_new(6, 3);
    put(grid, -1, 0, "a");
    put(grid, 6, 0, "a");
    put(grid, 0, -1, "a");
    put(grid, 0, 3, "a");
    assert_dump(grid, "\n\n\n");
    Rect clip = {1, 1, 3, 9};
    grid_set_clip(grid, &clip);
    for (int y = 0; y < 3; y++)
        grid_text(grid, 0, y, 6, "abcdef", 0);
    assert_dump(grid, "\n bcd\n bcd\n");
    put(grid, 0, 1, "水");
    put(grid, 3, 1, "水");
    check(grid);
    assert_dump(grid, "\n  c\n bcd\n");
    grid_add_roles(grid, (Rect){0, 0, 6, 3}, HIT);
    g_assert_cmpuint(grid_cell(grid, 0, 2)->roles, ==, 0);
    g_assert_cmpuint(grid_cell(grid, 3, 2)->roles, ==, HIT);
    grid_clear(grid, (Rect){-5, -5, 50, 50}, 0);
    grid_set_clip(grid, NULL);
    assert_dump(grid, "\n\n\n");
    grid_text(grid, 0, 0, 6, "abcdef", 0);
    grid_resize(grid, 3, 1);
    assert_dump(grid, "\n");
    grid_resize(grid, 0, 0);
    assert_dump(grid, "");
    grid_resize(grid, -2, 4);
    g_assert_cmpint(grid_width(grid), ==, 0);
}

static void
test_text(void)
{
    static const struct {
        const char *text;
        int cells;
        const char *want;
        int used;
    } cases[] = {
        {"harbour", 7, "harbour", 7},  {"harbour", 6, "harbo…", 6}, {"harbour", 1, "…", 1},   {"harbour", 0, "", 0},
        {"harbour", -3, "", 0},        {"", 4, "", 0},              {"水門水門", 8, "水門水門", 8}, {"水門水門", 7, "水門水…", 7},
        {"水門水門", 6, "水門…", 5},     {"é\xcc\xa3é\xcc\xa3", 2, "é\xcc\xa3é\xcc\xa3", 2},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Grid) grid = grid_new(10, 1);
        g_assert_cmpint(grid_text(grid, 0, 0, cases[i].cells, cases[i].text, DIM), ==, cases[i].used);
        g_autofree char *want = g_strconcat(cases[i].want, "\n", NULL);
        assert_dump(grid, want);
    }
    g_autoptr(Grid) grid = grid_new(10, 1);
    grid_set_ascii(grid, TRUE);
    g_assert_cmpint(grid_text(grid, 0, 0, 6, "harbour", DIM), ==, 6);
    assert_dump(grid, "har...\n");
}

/* The same picture in whatever order the rules are drawn. */
static void
test_rules(void)
{
    static const struct {
        gboolean vertical;
        int x, y, length;
    } rules[] = {{FALSE, 0, 0, 7}, {FALSE, 0, 4, 7}, {TRUE, 0, 0, 5}, {TRUE, 6, 0, 5}, {TRUE, 3, 0, 5}, {FALSE, 3, 2, 4}, {FALSE, 0, 3, 4}};
    static const guint orders[][7] = {{0, 1, 2, 3, 4, 5, 6}, {6, 5, 4, 3, 2, 1, 0}, {4, 0, 5, 1, 6, 2, 3}};
    for (guint i = 0; i < G_N_ELEMENTS(orders); i++) {
        g_autoptr(Grid) grid = grid_new(7, 5);
        for (guint j = 0; j < G_N_ELEMENTS(rules); j++) {
            guint rule = orders[i][j];
            if (rules[rule].vertical)
                grid_vline(grid, rules[rule].x, rules[rule].y, rules[rule].length, DIM);
            else
                grid_hline(grid, rules[rule].x, rules[rule].y, rules[rule].length, DIM);
        }
        assert_dump(grid, "┌──┬──┐\n│  │  │\n│  ├──┤\n├──┤  │\n└──┴──┘\n");
    }
    g_autoptr(Grid) cross = grid_new(3, 3);
    grid_hline(cross, 0, 1, 3, DIM);
    grid_vline(cross, 1, 0, 3, DIM);
    assert_dump(cross, " │\n─┼─\n │\n");
    /* What is drawn over a rule takes its arms with it. */
    put(cross, 1, 1, "x");
    grid_hline(cross, 0, 1, 3, DIM);
    assert_dump(cross, " │\n───\n │\n");
    grid_set_ascii(cross, TRUE);
    grid_clear(cross, (Rect){0, 0, 3, 3}, 0);
    grid_hline(cross, 0, 1, 3, DIM);
    grid_vline(cross, 1, 0, 3, DIM);
    assert_dump(cross, " |\n-+-\n |\n");
}

static void
test_signs(void)
{
    static const char *const all[] = {"•", "●", "▎", "─", "│", "×", "¶", "…", "▾", "✎", "▁", "█", "┌", "·", "✓", "☃"};
    g_autoptr(Grid) grid = grid_new(1, 1);
    for (guint i = 0; i < G_N_ELEMENTS(all); i++)
        g_assert_true(grid_sign(grid, all[i]) == all[i]);
    grid_set_ascii(grid, TRUE);
    g_autoptr(GString) stand_ins = g_string_new(NULL);
    for (guint i = 0; i < G_N_ELEMENTS(all); i++)
        g_string_append(stand_ins, grid_sign(grid, all[i]));
    g_assert_cmpstr(stand_ins->str, ==, "**|-|xP...v+1#+.v?");
    g_assert_cmpstr(grid_sign(grid, "x of y"), ==, "x of y");
}

static void
test_dump_roles(void)
{
    g_autoptr(Grid) grid = grid_new(8, 3);
    grid_text(grid, 0, 0, 8, "the lock", STYLE_BIT(STYLE_TEXT));
    grid_text(grid, 0, 1, 8, "gate", STYLE_BIT(STYLE_TEXT) | STYLE_BIT(STYLE_CITATION));
    put(grid, 5, 1, "水");
    grid_add_roles(grid, (Rect){4, 0, 2, 2}, HIT);
    grid_set_link(grid, 1, 2, 3);
    grid_set_link(grid, 2, 2, 3);
    grid_set_cursor(grid, 4, 1);
    g_autofree char *got = grid_dump(grid, TRUE);
    g_assert_cmpstr(got, ==,
                    "the lock\ngate 水\n\nroles\n....aa\nbbbbacd\n\na hit\nb citation\nc dim+hit\nd dim\ncursor 4,1\nlink 1,2 2\n");
}

static guint
count_of(const char *text, const char *part)
{
    guint count = 0;
    for (; (text = strstr(text, part)); text += strlen(part))
        count++;
    return count;
}

static void
test_svg(void)
{
    g_autoptr(Theme) theme = theme_monochrome();
    g_autoptr(Grid) grid = grid_new(20, 4);
    grid_text(grid, 0, 0, 20, "a <b> & \"c\"", STYLE_BIT(STYLE_TEXT));
    grid_text(grid, 0, 1, 20, "one two   three", STYLE_BIT(STYLE_TEXT));
    put(grid, 0, 2, "水");
    put(grid, 2, 2, "e\xcc\x81");
    grid_hline(grid, 4, 2, 5, STYLE_BIT(STYLE_RULE));
    grid_put(grid, 10, 2, "▎", strlen("▎"), STYLE_BIT(STYLE_TEXT), RANGE_NONE);
    g_autofree char *svg = grid_svg(grid, theme), *again = grid_svg(grid, theme);
    g_assert_cmpstr(svg, ==, again);
    g_assert_true(g_str_has_prefix(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"204\" height=\"104\""));
    g_assert_true(g_str_has_suffix(svg, "</svg>\n"));
    g_assert_nonnull(strstr(svg, ">a &lt;b&gt; &amp; &quot;c&quot;</text>"));
    /* A run is pinned to its columns, and ends at a gap. */
    g_assert_nonnull(strstr(svg, "textLength=\"63\">one two</text>"));
    g_assert_nonnull(strstr(svg, "<text x=\"102\" y=\"47\""));
    g_assert_nonnull(strstr(svg, ">three</text>"));
    g_assert_nonnull(strstr(svg, "textLength=\"18\""));
    g_assert_nonnull(strstr(svg, ">水</text>"));
    g_assert_nonnull(strstr(svg, ">e\xcc\x81</text>"));
    /* Rules and bars are shapes, no text. */
    g_assert_null(strstr(svg, "─"));
    g_assert_null(strstr(svg, "▎"));
    /* The cells of a rule are one shape: five cells from the fourth on, as thick as one unit. */
    g_assert_nonnull(strstr(svg, "M48 62h45v1h-45z"));
    g_assert_cmpuint(count_of(svg, "fill-opacity"), ==, 0);
    grid_set_cursor(grid, 0, 0);
    g_autofree char *with_cursor = grid_svg(grid, theme);
    g_assert_cmpuint(count_of(with_cursor, "fill-opacity"), ==, 1);
}

/* Whatever is drawn anywhere, no half of a wide cluster stands alone. */
static void
test_random(void)
{
    static const char *const clusters[] = {"a", "水", "e\xcc\x81", "\xe2\x80\x8b", "🚢", " "};
    g_autoptr(GRand) random = g_rand_new_with_seed(7);
    g_autoptr(Grid) grid = grid_new(9, 3);
    for (int i = 0; i < 5000; i++) {
        int x = g_rand_int_range(random, -2, 11), y = g_rand_int_range(random, -1, 4);
        Rect rect = {x, y, g_rand_int_range(random, -1, 6), g_rand_int_range(random, -1, 3)};
        switch (g_rand_int_range(random, 0, 8)) {
        case 0:
            grid_clear(grid, rect, HIT);
            break;
        case 1:
            grid_hline(grid, x, y, rect.width, DIM);
            break;
        case 2:
            grid_vline(grid, x, y, rect.height, DIM);
            break;
        case 3:
            grid_set_clip(grid, i % 2 ? &rect : NULL);
            break;
        default:
            put(grid, x, y, clusters[g_rand_int_range(random, 0, G_N_ELEMENTS(clusters))]);
        }
        check(grid);
    }
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/view/grid/put", test_put);
    g_test_add_func("/view/grid/halves", test_halves);
    g_test_add_func("/view/grid/clip", test_clip);
    g_test_add_func("/view/grid/text", test_text);
    g_test_add_func("/view/grid/rules", test_rules);
    g_test_add_func("/view/grid/signs", test_signs);
    g_test_add_func("/view/grid/dump-roles", test_dump_roles);
    g_test_add_func("/view/grid/svg", test_svg);
    g_test_add_func("/view/grid/random", test_random);
    return g_test_run();
}
