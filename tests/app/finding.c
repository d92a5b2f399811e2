/* What a reader is told and given back while searching: the last query, what it is called, and that nothing is found while it is typed. */
#include "tests/app/harness.h"

/* A query is searched for when the screen is drawn, and its matches are counted after that. */
static void
type(Harness *h, const char *keys)
{
    press(h, keys);
    g_free(screen(h));
    harness_settle(h);
}

static void
test_no_match_is_said_while_typing(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    type(h, "/ferry");
    assert_status(h, "1/");
    type(h, "qqq");
    assert_status(h, "no match");
    type(h, "<BS><BS><BS>");
    assert_hides(h, "no match");
    type(h, "<C-u>");
    assert_hides(h, "no match");
}

/* Esc in a second search gives the first one back. */
static void
test_escape_keeps_the_last_search(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    press(h, "/Tarvik<Enter>");
    gsize at = session_caret(h->session);
    press(h, "/Kast<Esc>");
    g_assert_cmpuint(session_caret(h->session), ==, at);
    assert_status(h, "Tarvik");
    press(h, "n");
    assert_caret(h, "Tarvik");
    g_assert_cmpuint(session_caret(h->session), >, at);
}

/* n goes on after the marks are gone, and marks them again; after a search without a match it says which. */
static void
test_n_goes_on(void)
{
    static const char *const ways[] = {"<Esc>", ":nohlsearch<Enter>", ":set boilerplate<Enter>"};
    for (guint i = 0; i < G_N_ELEMENTS(ways); i++) {
        g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
        press(h, "/Tarvik<Enter>");
        press(h, ways[i]);
        gsize at = session_caret(h->session);
        press(h, "n");
        assert_caret(h, "Tarvik");
        g_assert_cmpuint(session_caret(h->session), >, at);
        assert_status(h, "Tarvik");
    }
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    press(h, "n");
    assert_message(h, "Nothing has been searched for yet");
    press(h, "/qqqq<Enter>");
    assert_message(h, "does not occur.");
    press(h, "n");
    assert_message(h, "qqqq");
    assert_message(h, "does not occur.");
}

/* What tells the case is no part of what the reader looks for. */
static void
test_case_mark_is_not_shown(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    go_to(h, "Tarvik");
    press(h, "*");
    assert_status(h, "Tarvik");
    assert_hides(h, "\\c");
    press(h, "&");
    assert_hides(h, "\\c");
    assert_status(h, "Tarvik");
}

/* The line for & is empty, so that what is typed is all there is; Enter alone takes the last query. */
static void
test_only_takes_what_is_typed(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    press(h, "/Tarvik<Enter>&Fishermen<Enter>");
    assert_message(h, "Fishermen");
    press(h, "&&<Enter>");
    assert_message(h, "Only «");
    assert_message(h, "Tarvik");
    g_autoptr(Harness) other = harness_open(FERRY, 80, 24);
    press(other, "&<Enter>");
    assert_message(other, "Nothing has been searched for yet.");
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/finding/no-match", test_no_match_is_said_while_typing);
    g_test_add_func("/finding/escape", test_escape_keeps_the_last_search);
    g_test_add_func("/finding/n-goes-on", test_n_goes_on);
    g_test_add_func("/finding/case-mark", test_case_mark_is_not_shown);
    g_test_add_func("/finding/only", test_only_takes_what_is_typed);
    return g_test_run();
}
