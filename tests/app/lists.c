/* The lists beside the text as a reader meets them: what their filters find in each order, and what their titles and figures say. */
#include "tests/app/harness.h"

#define CITATIONS "<Tab><Tab>"
#define ENTITIES "<Tab><Tab><Tab>"

static Harness *
in_list(const char *way)
{
    Harness *h = harness_open(FERRY, 120, 40);
    press(h, way);
    return h;
}

/* Where dates have rows of their own, and where they have not. */
static void
test_filter_finds_dates(void)
{
    g_autoptr(Harness) h = in_list(CITATIONS "/2019<Enter>");
    assert_shows(h, "│ Shipping Ledger");
    for (int order = 0; order < 4; order++) {
        assert_shows(h, "Shipping Ledger");
        assert_hides(h, "│ Coast Radio");
        press(h, "o");
    }
}

/* The head of a class or a year matches for all that is below it, and stands above what matches alone. */
static void
test_filter_keeps_heads(void)
{
    g_autoptr(Harness) h = in_list(CITATIONS "ooo");
    assert_shows(h, "by class");
    press(h, "/official<Enter>");
    assert_shows(h, "│ official ");
    assert_shows(h, "│   Ministry of Roads of Sundmark");
    assert_hides(h, "│   Coast Radio");
    press(h, "/<C-u>roads<Enter>");
    assert_shows(h, "│ official ");
    assert_shows(h, "│   Ministry of Roads of Sundmark");
    press(h, "<Esc>");
}

/* The column shows an acronym where the name does not fit; the name finds it all the same. */
static void
test_filter_finds_full_names(void)
{
    g_autoptr(Harness) h = in_list(CITATIONS "/eurasia daily<Enter>");
    assert_shows(h, "│ EDM");
    assert_hides(h, "│ Coast Radio");
    g_autoptr(Harness) other = harness_new(
        harness_text("A Title\n\nThe Organisation of Coastal Harbour Towns (OCHT) met in Tarvik. The OCHT wants a bridge, and what "
                     "the OCHT wants it gets.\n\nNobody in Tarvik believes in the bridge.\n"),
        120, 40);
    assert_shows(other, "│ OCHT");
    press(other, "<Tab><Tab>/coastal<Enter>");
    assert_shows(other, "│ OCHT");
    assert_hides(other, "│ Tarvik");
}

static void
test_order_is_named(void)
{
    static const char *const names[] = {"by count", "by first mention", "by name", "by type"};
    g_autoptr(Harness) h = in_list(ENTITIES);
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        assert_shows(h, names[i]);
        press(h, "o");
    }
}

/* In text order the number on the right is a paragraph's, not a count. */
static void
test_paragraphs_bear_their_sign(void)
{
    g_autoptr(Harness) h = in_list(CITATIONS "oo");
    assert_shows(h, "CITATIONS 12 on 11 works   in order");
    assert_shows(h, "Shipping Ledger, 7 Mar 2019     ¶ 2");
}

/* The class that is cited most first; what has none last. */
static void
test_classes_by_weight(void)
{
    g_autoptr(Harness) h = in_list(CITATIONS "ooo");
    g_autofree char *now = screen(h);
    const char *series = strstr(now, "│ own series"), *official = strstr(now, "│ official"), *none = strstr(now, "│ unclassified");
    g_assert_true(series && official && none);
    g_assert_true(series < official && official < none);
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/lists/filter-dates", test_filter_finds_dates);
    g_test_add_func("/lists/filter-heads", test_filter_keeps_heads);
    g_test_add_func("/lists/filter-full-names", test_filter_finds_full_names);
    g_test_add_func("/lists/order-is-named", test_order_is_named);
    g_test_add_func("/lists/paragraphs", test_paragraphs_bear_their_sign);
    g_test_add_func("/lists/classes", test_classes_by_weight);
    return g_test_run();
}
