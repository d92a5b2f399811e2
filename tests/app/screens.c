/* How ibid looks: the bundled article at four sizes, in the scenes of a reading, as golden files to be looked at. */
#include <stdio.h>

#include "tests/app/harness.h"

#define ARTICLE "content/articles/azerbaijan-prc.txt"

/* keys: on a narrow screen, where a list opens as a drawer; wide: on a wide one, NULL: the same. */
static const struct {
    const char *name, *keys, *wide;
} scenes[] = {
    {"start", "", NULL},
    {"down the page", "2<Space>", NULL},
    {"peek at the first citation", "]cK", NULL},
    {"peek at a citation of many", ":4<Enter>]cKnn", NULL},
    {"peek at a note", "]fK", NULL},
    {"peek at a name", ":1<Enter>]eK", NULL},
    {"citations", "sc", "sc"},
    {"citations, with the keys", "sc<Tab>jj", "<C-w>ljj"},
    {"citations by date", "sc<Tab>o", "<C-w>lo"},
    {"citations by class", "sc<Tab>O", "<C-w>lO"},
    {"citations, filtered", "sc<Tab>/edm", "<C-w>l/edm"},
    {"entities", "se", "se"},
    {"entities by type", "se<Tab>O", "<S-Tab>O"},
    {"outline", "st", "st"},
    {"summary", "ss", "ss"},
    {"summary, with the keys", "ss<Tab>}", "<Tab>}"},
    {"all uses", "]cgr", NULL},
    {"help", "?", NULL},
    {"options", ":set<Enter>", NULL},
    {"a command being typed", ":pane-<Tab><Tab>", NULL},
    {"search being typed", "/caspian", NULL},
    {"search", "/caspian<Enter>n", NULL},
    {"only what matches", "&caspian<Enter>", NULL},
    {"hints", ":4<Enter>f", NULL},
    {"selection", ":3<Enter>V", NULL},
    {"a prefix", "]", NULL},
    {"only the article", "so", NULL},
    {"end", "G", NULL},
    {"after an error", "99gg", NULL},
};

/* On the largest screen, which differs from the smaller one in its margins, these are enough. */
static gboolean
is_drawn(guint scene, int width)
{
    static const char *const enough[] = {"start", "peek at a citation of many", "citations, with the keys", "all uses", "help", "only the article", NULL};
    return width < 200 || g_strv_contains(enough, scenes[scene].name);
}

static const char *
keys_of_scene(guint scene, int width)
{
    return width >= 100 && scenes[scene].wide ? scenes[scene].wide : scenes[scene].keys;
}

static void
test_size(gconstpointer data)
{
    const char *size = data;
    int width = 0, height = 0;
    g_assert_cmpint(sscanf(size, "%dx%d", &width, &height), ==, 2);
    g_autoptr(Article) article = harness_article(ARTICLE);
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < G_N_ELEMENTS(scenes); i++) {
        if (!is_drawn(i, width))
            continue;
        g_autoptr(Harness) h = harness_new(article_ref(article), width, height);
        const char *keys = keys_of_scene(i, width);
        press(h, keys);
        g_autofree char *drawn = screen(h);
        int x, y;
        grid_cursor(session_draw(h->session), &x, &y);
        g_string_append_printf(out, "=== %s   %s   cursor %d,%d\n%s", scenes[i].name, keys, x, y, drawn);
    }
    g_autofree char *golden = g_strdup_printf("tests/app/golden/screens-%s.txt", size);
    test_golden(golden, out->str);
}

/* One cell of air: no word touches the border of a box, a rule between columns, or the screen's right edge; no rule is broken. */
static void
check_air(Harness *h, const char *scene)
{
    Grid *grid = session_draw(h->session);
    int width = grid_width(grid), height = grid_height(grid);
    for (int y = 0; y < height; y++) {
        for (int x = 0; x + 1 < width; x++) {
            const char *here = grid_cell(grid, x, y)->text, *next = grid_cell(grid, x + 1, y)->text;
            gboolean bar = strcmp(here, "│") == 0;
            gboolean word = *next && strcmp(next, " ") != 0 && strcmp(next, "│") != 0;
            if (bar && word && !strstr("─├┤┼┬┴▎", next)) {
                g_autofree char *drawn = screen(h);
                g_test_message("%s, %dx%d: «%s» touches the rule at %d,%d\n%s", scene, width, height, next, x, y, drawn);
                g_test_fail();
                return;
            }
        }
    }
}

static void
test_air(void)
{
    static const int sizes[][2] = {{40, 10}, {40, 12}, {57, 14}, {80, 24}, {99, 30}, {100, 30}, {120, 40}, {200, 60}};
    g_autoptr(Article) article = harness_article(ARTICLE);
    for (guint s = 0; s < G_N_ELEMENTS(sizes); s++) {
        for (guint i = 0; i < G_N_ELEMENTS(scenes); i++) {
            g_autoptr(Harness) h = harness_new(article_ref(article), sizes[s][0], sizes[s][1]);
            press(h, keys_of_scene(i, sizes[s][0]));
            check_air(h, scenes[i].name);
        }
    }
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    static const char *const sizes[] = {"40x12", "80x24", "120x40", "200x60"};
    for (guint i = 0; i < G_N_ELEMENTS(sizes); i++) {
        g_autofree char *name = g_strconcat("/app/screens/", sizes[i], NULL);
        g_test_add_data_func(name, sizes[i], test_size);
    }
    g_test_add_func("/app/screens/air", test_air);
    return g_test_run();
}
