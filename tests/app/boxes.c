/* The boxes beside the text as a reader meets them: keys that move in them, what they show of a name, and that no key is named in half. */
#include "tests/app/harness.h"
#include "text/display.h"

/* The footer names Space; it pages the box, and the box stays. */
static void
test_help_pages(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    press(h, "?");
    assert_shows(h, "the caret down by a line");
    press(h, "<Space>");
    assert_shows(h, "Keys and commands");
    assert_hides(h, "the caret down by a line");
    press(h, "-");
    assert_shows(h, "the caret down by a line");
    press(h, "G");
    assert_shows(h, "sidebar");
    press(h, "<Space>");
    assert_message(h, "The end of the box.");
    press(h, "gg");
    assert_shows(h, "the caret down by a line");
    press(h, "<PageUp>");
    assert_message(h, "The beginning of the box.");
    press(h, "q");
    assert_hides(h, "Keys and commands");
    g_assert_false(session_has_quit(h->session));
}

/* Each page shows something new, and together they show all. */
static void
test_help_is_whole(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    g_autoptr(GString) seen = g_string_new(NULL);
    press(h, "?");
    for (int page = 0; page < 100 && !session_message(h->session, NULL); page++) {
        g_autofree char *now = screen(h);
        g_string_append(seen, now);
        press(h, "<Space>");
    }
    for (guint i = 0; i < command_count(); i++) {
        g_autofree char *name = g_strconcat(":", command_get(i)->name, NULL);
        if (!strstr(seen->str, name))
            g_test_message("%s is on no page", name);
        g_assert_true(strstr(seen->str, name) != NULL);
    }
    g_assert_nonnull(strstr(seen->str, "<PageDown>"));
    g_assert_nonnull(strstr(seen->str, "<C-Right>"));
    g_assert_null(strstr(seen->str, "<Page…"));
}

/* In a list of uses a page takes the choice along, so that Enter goes to what is in sight. */
static void
test_uses_page(void)
{
    g_autoptr(GString) text = g_string_new("A Title\n");
    for (int i = 1; i <= 40; i++)
        g_string_append_printf(text, "\nThe Harbour Union spoke for the %d. time about it, and nobody took any notice of it.\n", i);
    g_autoptr(Harness) h = harness_new(harness_text(text->str), 80, 24);
    go_to(h, "Harbour Union");
    press(h, "gr");
    assert_shows(h, "│ \xc2\xb6 1   The");
    press(h, "<Space><Space>");
    assert_hides(h, "│ \xc2\xb6 1   The");
    press(h, "<Enter>");
    const char *text_here = document_text(article_document(session_article(h->session)), NULL);
    g_assert_cmpint(session_caret(h->session), >, strstr(text_here, "the 10. time") - text_here);
    press(h, "grG<Enter>");
    g_assert_cmpint(session_caret(h->session), >, strstr(text_here, "the 39. time") - text_here);
}

/* Of a sentence that names it twice one line; the name is in sight; no bullet of a point. */
static void
test_mentions(void)
{
    g_autoptr(Harness) h = harness_new(
        harness_text("A Title\n\nExecutive Summary:\n\n  • The Harbour Union is what the Harbour Union wants to be.\n  • Nothing "
                     "else is.\n\nThere are many things that one may say of a town that has been asleep for as long as this one, but "
                     "there is one that everybody says first: ask the Harbour Union.\n\nThe Harbour Union keeps quiet.\n"),
        80, 24);
    go_to(h, "Harbour Union");
    press(h, "K");
    assert_shows(h, "│ summary  The Harbour Union is what");
    assert_hides(h, "│ summary  \xe2\x80\xa2");
    g_autofree char *now = screen(h);
    char *first = strstr(now, "│ summary  The Harbour Union is what");
    g_assert_null(strstr(first + 1, "│ summary  The Harbour Union is what"));
    assert_shows(h, "\xe2\x80\xa6Harbour Union.");
}

/* In a box that is too narrow for all its keys none is cut, and the way out is among them. */
static void
test_keys_are_whole(void)
{
    static const int widths[] = {80, 60, 50, 44, 40};
    for (guint i = 0; i < G_N_ELEMENTS(widths); i++) {
        g_autoptr(Harness) h = harness_open(FERRY, widths[i], 24);
        press(h, "]cK");
        assert_shows(h, "Esc close");
        assert_hides(h, "clos\xe2\x80\xa6");
        assert_hides(h, "y c\xe2\x80\xa6");
    }
}

/* On a wide screen the box stands over the column of text: no half lines are left on either side of it. */
static void
test_over_the_text(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 200, 60);
    press(h, "]cK");
    g_autofree char *now = screen(h);
    const char *box = strstr(now, "Citation 1 of");
    g_assert_nonnull(box);
    while (box > now && box[-1] != '\n')
        box--;
    g_autofree char *before = g_strndup(box, strstr(box, "Citation") - box);
    int x = display_width(before, strlen(before)) - 2;
    const char *paragraph = strstr(now, "1 On September 2");
    g_assert_nonnull(paragraph);
    const char *begin = paragraph;
    while (begin > now && begin[-1] != '\n')
        begin--;
    g_assert_cmpint(x, ==, display_width(begin, paragraph - begin));
}

/* q closes one thing at a time, and a selection is one. */
static void
test_q_ends_a_selection_first(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    press(h, "vlq");
    g_assert_false(session_has_quit(h->session));
    press(h, "q");
    g_assert_true(session_has_quit(h->session));
}

/* A list of uses that had to end says how many it leaves out. */
static void
test_long_list_of_uses_says_what_it_leaves_out(void)
{
    g_autoptr(GString) text = g_string_new("The Mill\n\n");
    for (int i = 0; i < 1004; i++)
        g_string_append(text, "Nobody asked the miller about the dam in those days (Valley Herald, May 14, 2025).\n\n");
    g_autoptr(GBytes) bytes = g_string_free_to_bytes(g_steal_pointer(&text));
    g_autoptr(Article) article = article_from_bytes(bytes, "mill", NULL, NULL);
    article_finish(article);
    g_autoptr(Session) session = session_new(NULL);
    session_resize(session, 80, 24);
    session_show(session, article);
    g_assert_true(session_command(session, "next-citation"));
    g_assert_true(session_command(session, "uses"));
    session_draw(session);
    for (int i = 0; i < 1000; i++)
        session_command(session, "peek-down");
    session_draw(session);
    session_command(session, "peek-down");
    g_autofree char *screen_now = grid_dump(session_draw(session), FALSE);
    g_assert_nonnull(strstr(screen_now, "and 4 more"));
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/boxes/help-pages", test_help_pages);
    g_test_add_func("/boxes/help-whole", test_help_is_whole);
    g_test_add_func("/boxes/uses-page", test_uses_page);
    g_test_add_func("/boxes/mentions", test_mentions);
    g_test_add_func("/boxes/keys-are-whole", test_keys_are_whole);
    g_test_add_func("/boxes/over-the-text", test_over_the_text);
    g_test_add_func("/boxes/q-ends-a-selection-first", test_q_ends_a_selection_first);
    g_test_add_func("/boxes/long-list-of-uses", test_long_list_of_uses_says_what_it_leaves_out);
    return g_test_run();
}
