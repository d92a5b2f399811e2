/* The bottom line: what is under the caret and the key that leads back at once, keys never cut, messages given all the room there is. */
#include "tests/app/harness.h"

static void
test_after_a_jump(void)
{
    static const int widths[] = {80, 120};
    for (guint i = 0; i < G_N_ELEMENTS(widths); i++) {
        g_autoptr(Harness) h = harness_open(FERRY, widths[i], 30);
        press(h, "]c]c");
        assert_status(h, "(Coast Radio");
        if (widths[i] >= 100)
            assert_status(h, "citation 2 of ");
        assert_status(h, "2 cites · K peek · gr uses");
        assert_status(h, "< back");
        press(h, "l");
        assert_hides(h, "< back");
        press(h, "3G");
        assert_status(h, "cites here");
        assert_status(h, "< back");
    }
}

static void
test_messages_take_the_line(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    press(h, "yu");
    assert_status(h, session_message(h->session, NULL));
    press(h, "vic");
    assert_status(h, session_message(h->session, NULL));
    press(h, "ip");
    press(h, "Y"); /* what a terminal says is longer than what the test says */
    const char *copied = session_message(h->session, NULL);
    g_assert_cmpuint(strlen(copied) - strlen("to the test") + strlen("to tmux's buffer and the clipboard"), <=, 78);
}

/* With the keys in a list, the keys of a list. */
static void
test_list_keys(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 120, 40);
    press(h, "<Tab><Tab>");
    assert_status(h, "Enter go");
    assert_status(h, "o order");
    press(h, "<Esc>");
    assert_hides(h, "o order");
    g_autoptr(Harness) narrow = harness_open(FERRY, 60, 20);
    press(narrow, "st<Tab>");
    assert_status(narrow, "/ filter");
    assert_hides(narrow, "K peek");
}

/* A count of 0 cannot be typed: it is the key to the line's beginning. */
static void
test_percent(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    press(h, "3G0%");
    assert_message(h, "Type a number up to 100 before %.");
    press(h, "200%");
    assert_message(h, "Type a number up to 100 before %.");
    press(h, "100%");
    assert_no_message(h);
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/status-line/jump", test_after_a_jump);
    g_test_add_func("/status-line/messages", test_messages_take_the_line);
    g_test_add_func("/status-line/list-keys", test_list_keys);
    g_test_add_func("/status-line/percent", test_percent);
    return g_test_run();
}
