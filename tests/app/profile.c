/* The sourcing profile as a box over the text. */
#include "tests/app/harness.h"

static void
test_shows(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 80, 40);
    press(h, ":profile<Enter>");
    assert_no_message(h);
    assert_shows(h, "Sourcing profile");
    assert_shows(h, "12 cites");
    assert_shows(h, "Sources by class");
    assert_shows(h, "2025, of issue");
    assert_shows(h, "50 % (EDM)");
    assert_shows(h, "4 of 9 paragraphs: 5, 7-9");
    press(h, "q");
    assert_hides(h, "Sourcing profile");
    g_assert_false(session_has_quit(h->session));
    press(h, "gp");
    assert_shows(h, "Sourcing profile");
    press(h, "<Esc>");
    assert_hides(h, "Sourcing profile");
}

/* On a small screen it scrolls, and with ASCII signs nothing of it is more than ASCII. */
static void
test_small(void)
{
    g_autoptr(Harness) h = harness_new(
        harness_text("On salt\n\nMarch 4, 2026\n\nSalt is dear (Example Times, March 1, 2026). It is so.\n"), 40, 12);
    g_assert_true(session_command(h->session, "set signs=ascii"));
    press(h, "gp");
    assert_shows(h, "| 2026, of      ####");
    assert_shows(h, " 1 cite -");
    press(h, "G");
    assert_shows(h, "none of 1 paragraphs");
    g_autofree char *now = screen(h);
    g_assert_true(g_str_is_ascii(now));
}

static void
test_nothing(void)
{
    g_autoptr(Harness) h = harness_new(harness_text("Words alone.\n"), 80, 24);
    g_autoptr(Harness) none = harness_new(NULL, 80, 24);
    press(h, "gp");
    assert_shows(h, "The article cites nothing.");
    press(none, ":profile<Enter>");
    assert_message(none, "There is no article.");
    g_autoptr(Harness) empty = harness_new(harness_text(""), 80, 24);
    press(empty, ":profile<Enter>");
    assert_shows(empty, "The article cites nothing.");
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/profile/shows", test_shows);
    g_test_add_func("/profile/small", test_small);
    g_test_add_func("/profile/nothing", test_nothing);
    return g_test_run();
}
