/* Pane geometry: pictures of the sizes that matter, and what holds at every size. */
#include "view/geometry.h"

#include <string.h>

#include "tests/test.h"

#define ARTICLE_ROWS 5 /* that the article keeps whatever is asked for */

static GeometryRequest
request_of(int width, int height, guint shown, PaneId drawer)
{
    return (GeometryRequest){
        .width = width, .height = height, .shown = shown, .drawer = drawer, .measure = 76, .sidebar = 40, .summary_rows = 6,
    };
}

/* Rows that are alike are printed once, with their number before them. */
static void
append_rows(GString *out, const char *picture)
{
    g_auto(GStrv) rows = g_strsplit(picture, "\n", -1);
    for (int i = 0; rows[i] && *rows[i];) {
        int same = i;
        while (rows[i] && strcmp(rows[same], rows[i]) == 0)
            i++;
        g_string_append_printf(out, "%2d %s\n", i - same, rows[same]);
    }
}

/* "80x24 citations": the size and the panes asked for, and the picture below it. */
static void
append_picture(GString *out, const GeometryRequest *request)
{
    Geometry geometry;
    geometry_compute(request, &geometry);
    g_autofree char *picture = geometry_dump(&geometry, request->width, request->height);
    g_string_append_printf(out, "== %dx%d", request->width, request->height);
    for (int i = PANE_SUMMARY; i < PANE_COUNT; i++)
        if (geometry.wide ? (request->shown & PANE_BIT(i)) != 0 : (int)request->drawer == i)
            g_string_append_printf(out, " %s", pane_name((PaneId)i));
    g_string_append_c(out, '\n');
    append_rows(out, picture);
}

static void
append_drawers(GString *out, int width, int height)
{
    for (int drawer = PANE_ARTICLE; drawer < PANE_COUNT; drawer++) {
        GeometryRequest request = request_of(width, height, 0, (PaneId)drawer);
        append_picture(out, &request);
    }
}

static void
append_combinations(GString *out, int width, int height)
{
    for (guint shown = 0; shown < 1u << PANE_COUNT; shown++) {
        if (shown & PANE_BIT(PANE_ARTICLE))
            continue;
        GeometryRequest request = request_of(width, height, shown, PANE_ARTICLE);
        append_picture(out, &request);
    }
}

static void
test_narrow(void)
{
    g_autoptr(GString) out = g_string_new(NULL);
    append_drawers(out, 39, 9);
    append_drawers(out, 40, 12);
    append_drawers(out, 80, 24);
    test_golden("tests/view/golden/geometry-narrow.txt", out->str);
}

static void
test_wide(void)
{
    g_autoptr(GString) out = g_string_new(NULL);
    append_combinations(out, 100, 30);
    test_golden("tests/view/golden/geometry-100x30.txt", out->str);
    g_string_truncate(out, 0);
    append_combinations(out, 120, 40);
    test_golden("tests/view/golden/geometry-120x40.txt", out->str);
    g_string_truncate(out, 0);
    append_combinations(out, 200, 60);
    test_golden("tests/view/golden/geometry-200x60.txt", out->str);
}

static void
test_names(void)
{
    for (int i = 0; i < PANE_COUNT; i++)
        g_assert_nonnull(pane_name((PaneId)i));
    g_assert_cmpstr(pane_name(PANE_ARTICLE), ==, "article");
    g_assert_cmpstr(pane_name(PANE_OUTLINE), ==, "outline");
}

/* --- at every size ----------------------------------------------------------------------------------------------------------------------- */

/* Marks a rectangle on a screen of cells; every cell may be taken once. */
static void
take(guint8 *cells, const GeometryRequest *request, Rect rect, int what)
{
    g_assert_cmpint(rect.width, >=, 0);
    g_assert_cmpint(rect.height, >=, 0);
    if (rect.width == 0 || rect.height == 0)
        return;
    g_assert_cmpint(rect.x, >=, 0);
    g_assert_cmpint(rect.y, >=, 0);
    g_assert_cmpint(rect.x + rect.width, <=, request->width);
    g_assert_cmpint(rect.y + rect.height, <=, request->height);
    for (int y = rect.y; y < rect.y + rect.height; y++) {
        for (int x = rect.x; x < rect.x + rect.width; x++) {
            guint8 *cell = &cells[y * request->width + x];
            if (*cell)
                g_test_message("%dx%d: %d meets %d at %d,%d", request->width, request->height, what, *cell, x, y);
            g_assert_cmpint(*cell, ==, 0);
            *cell = (guint8)what;
        }
    }
}

static void
check_rules(guint8 *cells, const GeometryRequest *request, const Geometry *geometry)
{
    for (int i = 0; i < geometry->rules; i++) {
        g_assert_cmpint(geometry->rule_from[i], >=, 0);
        g_assert_cmpint(geometry->rule_to[i], <=, request->width);
        g_assert_cmpint(geometry->rule_y[i], >, geometry->top.y);
        g_assert_cmpint(geometry->rule_y[i], <, geometry->status.y);
        Rect drawer = geometry->wide ? (Rect){0} : geometry->pane[request->drawer];
        gboolean title = request->drawer != PANE_ARTICLE && drawer.height > 0 && drawer.y == geometry->rule_y[i];
        for (int x = geometry->rule_from[i]; x < geometry->rule_to[i] && !title; x++) /* the title of a drawer stands in its rule */
            g_assert_cmpint(cells[geometry->rule_y[i] * request->width + x], ==, 0);
    }
    if (geometry->rule_x < 0)
        return;
    g_assert_cmpint(geometry->rule_x, <, request->width);
    for (int y = geometry->rule_top; y < geometry->rule_end; y++)
        g_assert_cmpint(cells[y * request->width + geometry->rule_x], ==, 0);
}

static void
check_geometry(const GeometryRequest *request, guint8 *cells)
{
    Geometry geometry;
    geometry_compute(request, &geometry);
    g_assert_false(geometry.too_small);
    memset(cells, 0, (gsize)request->width * request->height);
    take(cells, request, geometry.top, 1);
    take(cells, request, geometry.status, 2);
    for (int i = 0; i < PANE_COUNT; i++)
        take(cells, request, geometry.pane[i], 3 + i);
    check_rules(cells, request, &geometry);
    g_assert_cmpint(geometry.top.height, ==, 1);
    g_assert_cmpint(geometry.status.height, ==, 1);
    g_assert_cmpint(geometry.rules, <=, (int)G_N_ELEMENTS(geometry.rule_y));
    Rect article = geometry.pane[PANE_ARTICLE];
    if (article.height < MIN(ARTICLE_ROWS, request->height - 2) || article.width < 40)
        g_test_message("%dx%d: the article has %dx%d", request->width, request->height, article.width, article.height);
    g_assert_cmpint(article.height, >=, MIN(ARTICLE_ROWS, request->height - 2));
    g_assert_cmpint(article.width, >=, 40);
    for (int i = PANE_SUMMARY; i < PANE_COUNT; i++) {
        gboolean asked = geometry.wide ? (request->shown & PANE_BIT(i)) != 0 : (int)request->drawer == i;
        if ((geometry.pane[i].height > 0) != asked)
            g_test_message("%dx%d: %s has %d rows", request->width, request->height, pane_name((PaneId)i), geometry.pane[i].height);
        if (asked) /* a pane has its title and a row at least */
            g_assert_cmpint(geometry.pane[i].height, >=, 2);
        else
            g_assert_cmpint(geometry.pane[i].height, ==, 0);
    }
}

static void
test_every_size(void)
{
    g_autofree guint8 *cells = g_malloc(260 * 80);
    g_autoptr(GRand) random = g_rand_new_with_seed(20240303);
    for (int width = 40; width <= 260; width++) {
        for (int height = 10; height <= 80; height++) {
            for (int i = 0; i < 3; i++) {
                GeometryRequest request = {
                    .width = width,
                    .height = height,
                    .shown = (guint)g_rand_int_range(random, 0, 1 << PANE_COUNT),
                    .drawer = (PaneId)g_rand_int_range(random, 0, PANE_COUNT),
                    .measure = g_rand_int_range(random, 20, 201),
                    .sidebar = g_rand_int_range(random, 24, 81),
                    .summary_rows = g_rand_int_range(random, 0, 60),
                };
                for (int p = 0; p < PANE_COUNT; p++)
                    request.weight[p] = g_rand_int_range(random, 0, 3) ? 0 : g_rand_int_range(random, -90, 90);
                check_geometry(&request, cells);
            }
        }
    }
}

/* Under 40x10 nothing is laid out, however absurd the size is. */
static void
test_too_small(void)
{
    static const int sizes[][2] = {{0, 0}, {1, 1}, {39, 10}, {40, 9}, {39, 80}, {260, 9}};
    for (guint i = 0; i < G_N_ELEMENTS(sizes); i++) {
        Geometry geometry;
        GeometryRequest request = request_of(sizes[i][0], sizes[i][1], G_MAXUINT, PANE_CITATIONS);
        geometry_compute(&request, &geometry);
        g_assert_true(geometry.too_small);
        g_assert_cmpint(geometry.rules, ==, 0);
        for (int p = 0; p < PANE_COUNT; p++)
            g_assert_cmpint(geometry.pane[p].height, ==, 0);
    }
}

/* ^W + and - take from and give to a neighbour, row by row. */
static void
test_weights(void)
{
    GeometryRequest request = request_of(120, 40, PANE_BIT(PANE_CITATIONS) | PANE_BIT(PANE_ENTITIES), PANE_ARTICLE);
    Geometry before, after;
    geometry_compute(&request, &before);
    request.weight[PANE_CITATIONS] = 3;
    geometry_compute(&request, &after);
    g_assert_cmpint(after.pane[PANE_CITATIONS].height, ==, before.pane[PANE_CITATIONS].height + 3);
    g_assert_cmpint(after.pane[PANE_ENTITIES].height, ==, before.pane[PANE_ENTITIES].height - 3);
    request.weight[PANE_CITATIONS] = 0;
    request.weight[PANE_ENTITIES] = 2;
    geometry_compute(&request, &after);
    g_assert_cmpint(after.pane[PANE_ENTITIES].height, ==, before.pane[PANE_ENTITIES].height + 2);
    request = request_of(80, 24, 0, PANE_ENTITIES);
    geometry_compute(&request, &before);
    request.weight[PANE_ENTITIES] = -2;
    geometry_compute(&request, &after);
    g_assert_cmpint(after.pane[PANE_ENTITIES].height, ==, before.pane[PANE_ENTITIES].height - 2);
    g_assert_cmpint(after.pane[PANE_ARTICLE].height, ==, before.pane[PANE_ARTICLE].height + 2);
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/view/geometry/narrow", test_narrow);
    g_test_add_func("/view/geometry/wide", test_wide);
    g_test_add_func("/view/geometry/names", test_names);
    g_test_add_func("/view/geometry/every-size", test_every_size);
    g_test_add_func("/view/geometry/too-small", test_too_small);
    g_test_add_func("/view/geometry/weights", test_weights);
    return g_test_run();
}
