/* The guide that comes with ibid is within reach, and the help names it. */
#include "tests/app/harness.h"

static void
test_opens(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    press(h, "majjGkk");
    gsize before = session_caret(h->session);
    g_autofree char *seen = screen(h);
    g_assert_true(session_command(h->session, "guide"));
    harness_settle(h);
    assert_shows(h, "A Guide to Reading With ibid");
    press(h, "q");
    g_assert_false(session_has_quit(h->session));
    assert_hides(h, "A Guide to Reading With ibid");
    g_assert_cmpuint(session_caret(h->session), ==, before);
    g_autofree char *again = screen(h);
    g_assert_cmpstr(again, ==, seen);
    press(h, "'a");
    assert_no_message(h);
}

static void
test_help(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 120, 60);
    press(h, "?");
    assert_shows(h, ":guide opens a guide");
    press(h, "q");
    assert_hides(h, ":guide opens a guide");
}

/* "copy" is a key of selections, though "copy-paragraph" is one of the text. */
static void
test_help_modes(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 120, 40);
    press(h, "?");
    for (int i = 0; i < 20 && !shows(h, ":copy (selection)"); i++)
        press(h, "<Space>");
    assert_shows(h, ":copy (selection)");
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/app/guide/opens", test_opens);
    g_test_add_func("/app/guide/help", test_help);
    g_test_add_func("/app/guide/help-modes", test_help_modes);
    return g_test_run();
}
