/* The painter against an emulator: what stands on the emulator's screen after each frame is what stands in the grid,
 * cell by cell, whatever was drawn before. */
#include <locale.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "tests/test.h"
#include "tests/tui/painting.h"

/* --- drawing ------------------------------------------------------------------------------------------------------ */

/* Letters with marks on them, wide characters, emoji, a flag, a family, lines, what is not to be drawn. Not か with
 * U+3099 behind it: libvterm takes that mark for two cells. */
static const char *const clusters[] = {
    "a",
    "b",
    "Z",
    "7",
    ".",
    " ",
    " ",
    " ",
    "é",
    "e\u0301",
    "ü",
    "ß",
    "Ж",
    "שׁ",
    "ب",
    "क",
    "漢",
    "語",
    "한",
    "😀",
    "👍\U0001f3fd",
    "👨\u200d👩\u200d👧",
    "🇩🇪",
    "─",
    "▎",
    "●",
    "…",
    "“",
    "n\u0303\u0323",
    "\u202e",
    "\u200b",
    "❤\ufe0f",
    "\t",
    "\u0301",
};

static StyleSet
random_roles(void)
{
    StyleSet roles = STYLE_BIT(STYLE_TEXT);
    for (int i = g_test_rand_int_range(0, 3); i > 0; i--)
        roles |= STYLE_BIT(g_test_rand_int_range(0, STYLE_COUNT));
    return roles;
}

static void
scroll_rows(Grid *grid, int from, int to, int by)
{
    int width = grid_width(grid);
    g_autoptr(Grid) copy = grid_new(width, grid_height(grid));
    for (int y = 0; y < grid_height(grid); y++)
        for (int x = 0; x < width; x++) {
            const Cell *cell = grid_cell(grid, x, y);
            if (cell->width > 0)
                grid_put(copy, x, y, cell->text, strlen(cell->text), cell->roles, RANGE_NONE);
        }
    for (int y = from; y < to; y++)
        for (int x = 0; x < width; x++) {
            int source = y + by;
            const Cell *cell = source >= from && source < to ? grid_cell(copy, x, source) : NULL;
            if (cell && cell->width > 0)
                grid_put(grid, x, y, cell->text, strlen(cell->text), cell->roles, RANGE_NONE);
            else if (!cell)
                grid_clear(grid, (Rect){x, y, 1, 1}, STYLE_BIT(STYLE_TEXT));
        }
}

static void
change_something(Grid *grid)
{
    int width = grid_width(grid), height = grid_height(grid);
    int x = g_test_rand_int_range(0, width), y = g_test_rand_int_range(0, height);
    Rect rect = {x, y, g_test_rand_int_range(1, width + 1), g_test_rand_int_range(1, 4)};
    switch (g_test_rand_int_range(0, 8)) {
    case 0:
        grid_clear(grid, rect, random_roles());
        break;
    case 1:
        grid_add_roles(grid, rect, random_roles());
        break;
    case 2:
        grid_hline(grid, x, y, rect.width, random_roles());
        break;
    case 3:
        grid_set_cursor(grid, g_test_rand_int_range(-1, width), y);
        break;
    case 4:
        if (height > 4)
            scroll_rows(grid, 1, height - 1, g_test_rand_int_range(-2, 3));
        break;
    default: {
        StyleSet roles = random_roles();
        for (int n = g_test_rand_int_range(1, 60); n > 0 && x < width; n--) {
            const char *cluster = clusters[g_test_rand_int_range(0, G_N_ELEMENTS(clusters))];
            if (x == width - 1 &&
                (*g_utf8_next_char(cluster) ||
                 g_unichar_ismark(g_utf8_get_char(cluster)))) /* libvterm loses a mark in the last column */
                cluster = "x";
            x += grid_put(grid, x, y, cluster, strlen(cluster), roles, RANGE_NONE);
            if (g_test_rand_int_range(0, 10) == 0)
                roles = random_roles();
        }
        break;
    }
    }
}

static void
change_some(Grid *grid)
{
    for (int i = g_test_rand_int_range(1, 12); i > 0; i--)
        change_something(grid);
    int x, y;
    grid_cursor(grid, &x, &y);
    if (y >= grid_height(grid) || x >= grid_width(grid))
        grid_set_cursor(grid, -1, -1);
}

/* --- the tests ---------------------------------------------------------------------------------------------------- */

typedef struct {
    const char *name, *type;
    int colors, want;
    gboolean modern;
} Depth;

static const Depth depths[] = {
    {"xterm-256color/true", "xterm-256color", TRUE_COLORS, TRUE_COLORS, TRUE},
    {"xterm-256color/256", "xterm-256color", -1, 256, TRUE},
    {"xterm-256color/16", "xterm-256color", 16, 16, TRUE},
    {"xterm-256color/8", "xterm-256color", 8, 8, TRUE},
    {"xterm-256color/0", "xterm-256color", 0, 0, TRUE},
    {"xterm/8", "xterm", -1, 8, TRUE},
    {"tmux-256color/true", "tmux-256color", TRUE_COLORS, TRUE_COLORS, TRUE},
    {"screen-256color/256", "screen-256color", -1, 256, TRUE},
    {"linux/8", "linux", TRUE_COLORS, 8, FALSE},
    {"vt100/0", "vt100", TRUE_COLORS, 0, FALSE},
};

static gboolean
shows_all_attributes(const char *type)
{
    return g_str_has_prefix(type, "xterm") || g_str_has_prefix(type, "tmux");
}

/* A wide character before the last cell is given up where ncurses cannot draw it: terminals without rmam. */
static gboolean
shows_corner(const Painting *f, const char *type)
{
    if (!g_str_has_prefix(type, "tmux") && !g_str_has_prefix(type, "screen"))
        return TRUE;
    int x = grid_width(f->grid) - 3, y = grid_height(f->grid) - 1;
    if (grid_cell(f->grid, x, y)->width != 2)
        return TRUE;
    return strcmp(emulator_cell(f->emulator, x, y).text, " ") != 0 ||
           strcmp(emulator_cell(f->emulator, x + 1, y).text, " ") != 0;
}

static void
test_random(gconstpointer data)
{
    const Depth *depth = data;
    Painting *f = painting_new(depth->type, 60, 20, depth->colors, depth->modern);
    g_assert_cmpint(f->colors, ==, depth->want);
    grid_clear(f->grid, (Rect){0, 0, 60, 20}, STYLE_BIT(STYLE_TEXT));
    for (int i = 0; i < 150 && !g_test_failed(); i++) {
        change_some(f->grid);
        painting_paint(f);
        if (shows_corner(f, depth->type))
            painting_compare(f, shows_all_attributes(depth->type));
        painting_assert_unchanged(f);
    }
    painting_free(f);
}

static void
resize(Painting *f, int width, int height)
{
    emulator_resize(f->emulator, width, height);
    painter_resize(f->painter, width, height);
    grid_resize(f->grid, width, height);
    grid_set_cursor(f->grid, -1, -1);
    grid_clear(f->grid, (Rect){0, 0, width, height}, STYLE_BIT(STYLE_TEXT));
}

static void
test_resizes(void)
{
    static const int sizes[][2] = {{80, 24}, {120, 40},  {1, 1},  {2, 1},  {1, 50},
                                   {3, 2},   {300, 100}, {10, 3}, {80, 1}, {80, 24}};
    Painting *f = painting_new("xterm-256color", 80, 24, TRUE_COLORS, TRUE);
    for (guint i = 0; i < G_N_ELEMENTS(sizes) && !g_test_failed(); i++) {
        resize(f, sizes[i][0], sizes[i][1]);
        for (int n = 0; n < 10 && !g_test_failed(); n++) {
            change_some(f->grid);
            painting_paint(f);
            painting_compare(f, TRUE);
        }
        painting_assert_unchanged(f);
    }
    painting_free(f);
}

/* The screen is taken by the first frame, given back whole, and taken again. */
static void
test_enter_and_leave(void)
{
    Painting *f = painting_new("xterm-256color", 40, 10, TRUE_COLORS, TRUE);
    grid_text(f->grid, 2, 2, 30, "reading", STYLE_BIT(STYLE_TITLE));
    grid_set_cursor(f->grid, -1, -1);
    painter_set_mouse(f->painter, TRUE);
    for (int i = 0; i < 3; i++) {
        g_assert_false(emulator_is_alternate(f->emulator));
        painting_paint(f);
        painting_compare(f, TRUE);
        g_assert_true(emulator_is_alternate(f->emulator));
        g_assert_true(emulator_brackets_paste(f->emulator));
        g_assert_true(emulator_reports_mouse(f->emulator));
        painting_assert_unchanged(f);
        const GString *last = painter_leave(f->painter);
        emulator_feed(f->emulator, last->str, last->len);
        int x, y;
        g_assert_false(emulator_is_alternate(f->emulator));
        g_assert_false(emulator_brackets_paste(f->emulator));
        g_assert_false(emulator_reports_mouse(f->emulator));
        g_assert_true(emulator_cursor(f->emulator, &x, &y));
    }
    painting_free(f);
}

/* ncurses begins for 80x24, the terminal is larger, and a line end in its 24th row must not scroll what lies above. */
static void
test_first_frame_on_a_large_screen(void)
{
    Painting *f = painting_new("xterm-256color", 120, 60, TRUE_COLORS, TRUE);
    for (int y = 0; y < 60; y++) {
        g_autofree char *text = g_strdup_printf("row %d", y);
        grid_text(f->grid, 0, y, 100, text, STYLE_BIT(STYLE_TEXT));
    }
    painting_paint(f);
    painting_compare(f, TRUE);
    painting_free(f);
}

static void
test_palette_is_spared(void)
{
    static const char *const types[] = {"xterm-256color", "linux"}, *const resets[] = {"\033]104", "\033]R"};
    for (guint i = 0; i < G_N_ELEMENTS(types); i++) {
        Painting *f = painting_new(types[i], 40, 10, -1, i == 0);
        const GString *frame = painter_paint(f->painter, f->grid, f->theme, NULL);
        g_assert_null(strstr(frame->str, resets[i]));
        frame = painter_leave(f->painter);
        g_assert_null(strstr(frame->str, resets[i]));
        painting_free(f);
    }
}

static void
fill_line(Grid *grid, int y, int number)
{
    static const char text[] = "Seventy-six cells of a text that has no end, and so on from line to line, in words";
    g_autofree char *line = g_strdup_printf("%d %s", number, text);
    line[76] = '\0';
    grid_clear(grid, (Rect){0, y, grid_width(grid), 1}, STYLE_BIT(STYLE_TEXT));
    grid_text(grid, 22, y, 76, line, STYLE_BIT(STYLE_TEXT));
}

/* The terminal scrolls by itself: a line more costs little more than the line. */
static void
test_scrolling(void)
{
    Painting *f = painting_new("xterm-256color", 120, 40, TRUE_COLORS, TRUE);
    for (int first = 0; first < 20; first++) {
        grid_text(f->grid, 0, 0, 100, "the line at the top", STYLE_BIT(STYLE_TOP_LINE));
        grid_text(f->grid, 0, 39, 100, "the line at the bottom", STYLE_BIT(STYLE_STATUS_LINE));
        for (int y = 0; y < 37; y++)
            fill_line(f->grid, 1 + y, 100 + first + y);
        grid_set_cursor(f->grid, 22, 10);
        painting_paint(f);
        painting_compare(f, TRUE);
        if (first > 0)
            g_assert_cmpuint(f->bytes, <=, 115);
    }
    painting_free(f);
}

/* --- changing its mind -------------------------------------------------------------------------------------------- */

static void
test_colors_change(void)
{
    static const int steps[] = {0, 256, TRUE_COLORS, 8, 16, TRUE_COLORS};
    Painting *f = painting_new("xterm-256color", 40, 10, TRUE_COLORS, TRUE);
    grid_text(f->grid, 0, 0, 30, "a citation", STYLE_BIT(STYLE_TEXT) | STYLE_BIT(STYLE_CITATION));
    grid_text(f->grid, 0, 1, 30, "a match", STYLE_BIT(STYLE_TEXT) | STYLE_BIT(STYLE_HIT));
    for (guint i = 0; i < G_N_ELEMENTS(steps); i++) {
        painter_set_colors(f->painter, steps[i]);
        f->colors = painter_colors(f->painter);
        g_assert_cmpint(f->colors, ==, steps[i]);
        painting_paint(f);
        painting_compare(f, TRUE);
    }
    painting_free(f);
}

static void
test_forget(void)
{
    Painting *f = painting_new("xterm-256color", 40, 10, TRUE_COLORS, TRUE);
    grid_text(f->grid, 0, 0, 30, "what stands here", STYLE_BIT(STYLE_TEXT));
    painting_paint(f);
    static const char rubbish[] = "\033[3;3Hsomebody's message";
    emulator_feed(f->emulator, rubbish, strlen(rubbish));
    painter_forget(f->painter);
    painting_paint(f);
    painting_compare(f, TRUE);
    painting_free(f);
}

/* What newterm() leaves behind where it fails is its own. */
const char *__lsan_default_suppressions(void);
const char *
__lsan_default_suppressions(void)
{
    return "leak:new_prescr";
}

static void
test_unknown_type(void)
{
    g_autoptr(GError) error = NULL;
    g_assert_null(painter_new("no-such\033[2Jterminal", STDIN_FILENO, 80, 24, -1, FALSE, &error));
    g_assert_error(error, IBID_ERROR, IBID_ERROR_USAGE);
    g_assert_null(strchr(error->message, '\033'));
}

int
main(int argc, char **argv)
{
    setlocale(LC_ALL, "C.UTF-8");
    test_init(argc, argv);
    for (guint i = 0; i < G_N_ELEMENTS(depths); i++) {
        g_autofree char *path = g_strconcat("/painter/random/", depths[i].name, NULL);
        g_test_add_data_func(path, &depths[i], test_random);
    }
    g_test_add_func("/painter/resizes", test_resizes);
    g_test_add_func("/painter/enter-and-leave", test_enter_and_leave);
    g_test_add_func("/painter/large-first-frame", test_first_frame_on_a_large_screen);
    g_test_add_func("/painter/palette-is-spared", test_palette_is_spared);
    g_test_add_func("/painter/scrolling", test_scrolling);
    g_test_add_func("/painter/colours-change", test_colors_change);
    g_test_add_func("/painter/forget", test_forget);
    g_test_add_func("/painter/unknown-type", test_unknown_type);
    return g_test_run();
}
