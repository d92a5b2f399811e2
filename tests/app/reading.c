/* Sessions driven by keys: sequences and counts, marks and jumps, searching. */
#include <glib/gstdio.h>

#include "tests/app/harness.h"

/* --- keys -------------------------------------------------------------------------------------------------------------------------------- */

static void
test_prefix_is_shown(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 100, 30);
    press(h, "]");
    assert_status(h, "]…");
    assert_status(h, "c next-citation");
    press(h, "c");
    assert_hides(h, "next-citation");
    press(h, "1");
    assert_status(h, "1…");
    press(h, "2");
    assert_status(h, "12…");
    press(h, "g");
    assert_status(h, "12g…");
    press(h, "<Esc>");
    assert_message(h, "Cancelled");
    assert_status(h, "Cancelled");
}

static void
test_wrong_next_key(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    gsize caret = session_caret(h->session);
    press(h, "3]q");
    assert_message(h, "3]q does nothing here");
    g_assert_cmpuint(session_caret(h->session), ==, caret);
    press(h, "j"); /* the count has gone with it */
    assert_caret(h, "Transport & Coast");
    press(h, "5<Esc>");
    assert_message(h, "Cancelled");
    press(h, "j");
    assert_caret(h, "09.14.2025");
    press(h, "<A-q>");
    assert_message(h, "does nothing here");
}

static void
test_counts(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    press(h, "10j");
    gsize there = session_caret(h->session);
    press(h, "gg");
    for (int i = 0; i < 10; i++)
        press(h, "j");
    g_assert_cmpuint(session_caret(h->session), ==, there);
    press(h, "99999999999j"); /* larger than any count */
    press(h, "gg0"); /* 0 is a key where no count has begun */
    assert_caret(h, "The Ferry");
    press(h, "99999w");
    assert_caret(h, ".\nJamestown");
}

/* --- marks and jumps ---------------------------------------------------------------------------------------------------------------------- */

static void
test_marks(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    go_to(h, "The bridge at Tarvik");
    press(h, "mbgg");
    press(h, "'b");
    assert_caret(h, "The bridge at Tarvik");
    press(h, "<lt>"); /* going to a mark is a jump */
    assert_caret(h, "The Ferry");
    press(h, "'");
    assert_message(h, "Go to mark: b");
    press(h, "b");
    press(h, "m<Esc>");
    assert_message(h, "Cancelled");
}

/* Back and forward, and a jump from the middle drops what lay ahead. */
static void
test_jump_list(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    press(h, "]c]c]c");
    press(h, "2<lt>");
    assert_caret(h, "(Orlen Gazette, September 3).");
    press(h, ">");
    assert_caret(h, "(Coast Radio, September 4");
    press(h, "G>");
    assert_message(h, "");
    press(h, "<lt>");
    assert_caret(h, "(Coast Radio, September 4");
    press(h, ">");
    assert_caret(h, "[2] In other");
}

static char *
second_article(void)
{
    g_autoptr(GError) error = NULL;
    char *path = NULL;
    int fd = g_file_open_tmp("ibid-second-XXXXXX.txt", &path, &error);
    g_assert_no_error(error);
    g_close(fd, NULL);
    g_assert_true(g_file_set_contents(path, "A Second Article\n\nOnly a paragraph, which names the ferry once.\n\nAnd another paragraph.\n", -1, NULL));
    return path;
}

static void
open_second(Harness *h, const char *path)
{
    g_autofree char *line = g_strconcat("open ", path, NULL);
    g_assert_true(session_command(h->session, line));
    harness_settle(h);
    assert_shows(h, "A Second Article");
}

static void
test_jumps_across_articles(void)
{
    g_autofree char *path = second_article();
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    go_to(h, "Three things");
    open_second(h, path);
    press(h, "G");
    press(h, "<lt>");
    assert_shows(h, "A Second Article");
    press(h, "<lt>");
    assert_caret(h, "Three things");
    assert_shows(h, "The Ferry That Orlen");
    press(h, ">");
    assert_shows(h, "A Second Article");
    press(h, ">");
    assert_caret(h, "And another");
    g_unlink(path);
}

/* q closes the article that was opened from another, and the reader stands where she left that one. */
static void
test_close_comes_back(void)
{
    g_autofree char *path = second_article();
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    go_to(h, "Three things");
    press(h, "maztv<Esc>");
    g_autofree char *before = screen(h);
    open_second(h, path);
    press(h, "q");
    assert_caret(h, "Three things");
    press(h, "v<Esc>");
    g_autofree char *after = screen(h);
    g_assert_cmpstr(before, ==, after);
    press(h, "gg'a"); /* its marks are still set */
    assert_caret(h, "Three things");
    g_assert_false(session_has_quit(h->session));
    press(h, "q");
    g_assert_true(session_has_quit(h->session));
    g_unlink(path);
}

/* --- searching ---------------------------------------------------------------------------------------------------------------------------- */

static void
test_preview_and_cancel(void)
{
    static const char *const begins[] = {"", "3<C-e>", "4<C-e>2j", "5<C-e>", "6<C-e>3j", "20jzt", "35jzb", "G"};
    for (guint i = 0; i < G_N_ELEMENTS(begins); i++) {
        g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
        press(h, begins[i]);
        session_command(h->session, "set wrapscan?");
        press(h, "v<Esc>"); /* no message, no way back in the status line */
        gsize caret = session_caret(h->session);
        g_autofree char *before = grid_dump(session_draw(h->session), TRUE);
        press(h, "/brid");
        assert_shows(h, "/brid");
        assert_shows(h, "/4");
        g_assert_cmpuint(session_caret(h->session), !=, caret);
        press(h, "ge at Tarvik ha");
        assert_caret(h, "bridge at Tarvik has");
        press(h, "<Esc>");
        g_assert_cmpuint(session_caret(h->session), ==, caret);
        g_autofree char *after = grid_dump(session_draw(h->session), TRUE);
        g_assert_cmpstr(before, ==, after);
    }
}

static void
test_preview_of_nothing(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    go_to(h, "Three things");
    gsize caret = session_caret(h->session);
    press(h, "/bridgex");
    g_assert_cmpuint(session_caret(h->session), ==, caret);
    press(h, "<BS>");
    assert_caret(h, "bridge, and the herring");
    press(h, "<C-u>");
    g_assert_cmpuint(session_caret(h->session), ==, caret);
    press(h, "<Esc>");
    session_command(h->session, "set noincsearch");
    press(h, "/bridge");
    g_assert_cmpuint(session_caret(h->session), ==, caret);
    press(h, "<Enter>");
    assert_caret(h, "bridge, and the herring");
    assert_status(h, "«bridge» 4/4");
}

static void
test_search_again(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    press(h, "/bridge<Enter>");
    assert_status(h, "1/4");
    press(h, "nnn");
    assert_status(h, "4/4");
    press(h, "n");
    assert_message(h, "On from the beginning");
    assert_status(h, "1/4");
    press(h, "N");
    assert_message(h, "On from the end");
    assert_status(h, "4/4");
    session_command(h->session, "set nowrapscan");
    press(h, "n");
    assert_message(h, "does not occur any more");
    press(h, "/<Enter>"); /* the last one again, from here */
    g_assert_true(shows(h, "«bridge»"));
    press(h, "/<Up>");
    assert_shows(h, "/bridge");
    press(h, "<Esc>");
    press(h, "/HARBOUR<Enter>");
    assert_message(h, "does not occur");
    session_command(h->session, "set nosmartcase");
    session_command(h->session, "set wrapscan");
    press(h, "/HARBOUR<Enter>");
    assert_status(h, "«HARBOUR");
}

/* What was set aside is not searched unless it is shown. */
static void
test_search_boilerplate(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    press(h, "/cookies<Enter>");
    assert_message(h, "«cookies» does not occur");
    press(h, ":set boilerplate<Enter>/cookies<Enter>");
    assert_caret(h, "cookies so that");
    assert_status(h, "1/1");
    assert_status(h, "set aside");
}

static void
test_only_matching(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    go_to(h, "Three things");
    press(h, "&bridge<Enter>");
    assert_status(h, "only «bridge»");
    assert_shows(h, "4 The bridge at Tarvik");
    assert_shows(h, "7 “We were told");
    assert_hides(h, "Three things");
    press(h, "gg]c]c");
    assert_caret(h, "(Ministry of Roads"); /* hidden citations are passed over */
    press(h, "[c");
    assert_message(h, "no citation before");
    press(h, "&");
    assert_shows(h, "2 The ship itself");
    press(h, "/bridge<Enter>&"); /* offers what was searched for */
    assert_shows(h, "Enter takes «bridge»");
    press(h, "<Esc>");
    assert_shows(h, "5 Three things");
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    static const struct {
        const char *name;
        void (*run)(void);
    } tests[] = {
        {"prefix-is-shown", test_prefix_is_shown},
        {"wrong-next-key", test_wrong_next_key},
        {"counts", test_counts},
        {"marks", test_marks},
        {"jump-list", test_jump_list},
        {"jumps-across-articles", test_jumps_across_articles},
        {"close-comes-back", test_close_comes_back},
        {"preview-and-cancel", test_preview_and_cancel},
        {"preview-of-nothing", test_preview_of_nothing},
        {"search-again", test_search_again},
        {"search-boilerplate", test_search_boilerplate},
        {"only-matching", test_only_matching},
    };
    for (guint i = 0; i < G_N_ELEMENTS(tests); i++) {
        g_autofree char *name = g_strconcat("/app/session/", tests[i].name, NULL);
        g_test_add_func(name, tests[i].run);
    }
    return g_test_run();
}
