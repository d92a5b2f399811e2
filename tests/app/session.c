/* The session as a reader meets it: sequences, search and its preview, boxes, panes, resizes, several articles. */
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

/* --- looking -------------------------------------------------------------------------------------------------------------------------------- */

/* n walks through all cites of all citations, N back; Enter goes, and one jump leads back. */
static void
test_peek_walk(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    press(h, "]cK");
    int steps = 0;
    g_autoptr(GString) titles = g_string_new(NULL);
    do {
        g_autofree char *now = screen(h);
        const char *title = strstr(now, "┌ Citation ");
        g_assert_nonnull(title);
        g_string_append_len(titles, title + strlen("┌ Citation "), 1);
        press(h, "n");
        steps++;
    } while (!session_message(h->session, NULL) && steps < 50);
    assert_message(h, "last cite");
    g_assert_cmpint(steps, ==, 12);
    g_assert_cmpstr(titles->str, ==, "122344445567");
    for (int i = 1; i < steps; i++)
        press(h, "N");
    assert_shows(h, "Citation 1 of 7");
    press(h, "N");
    assert_message(h, "first cite");
    press(h, "q");
    assert_caret(h, "Orlen Gazette, September 3)");
}

static void
test_peek_goes(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    go_to(h, "(Orlen Gazette, September 3)");
    press(h, "K");
    assert_shows(h, "also used");
    press(h, "j"); /* to the other use */
    press(h, "<Enter>");
    assert_caret(h, "Orlen Gazette, September 3, 2025)");
    assert_hides(h, "Citation 1 of");
    press(h, "<lt>");
    assert_caret(h, "(Orlen Gazette, September 3)");
}

/* A motion closes the box and moves. */
static void
test_motion_closes_peek(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    press(h, "]cK");
    assert_shows(h, "Citation 1");
    press(h, "w");
    assert_hides(h, "Citation 1");
    assert_caret(h, "Orlen Gazette");
}

/* The row that a box speaks of stays in sight wherever it is. */
static void
test_peek_leaves_its_row_free(void)
{
    static const char *const at[] = {"(Orlen Gazette, September 3)", "(Shipping Ledger", "(see EDM, January 12", "(Ministry of Roads", "(Coast Radio, September 9"};
    static const int sizes[][2] = {{80, 24}, {120, 40}, {60, 20}, {200, 60}};
    for (guint s = 0; s < G_N_ELEMENTS(sizes); s++) {
        for (guint i = 0; i < G_N_ELEMENTS(at); i++) {
            for (int place = 0; place < 3; place++) {
                g_autoptr(Harness) h = harness_open(FERRY, sizes[s][0], sizes[s][1]);
                go_to(h, at[i]);
                press(h, place == 0 ? "zt" : place == 1 ? "zz" : "zb");
                press(h, "K");
                assert_shows(h, "┌ Citation");
                g_autofree char *start = g_strndup(at[i], 10);
                assert_shows(h, start);
            }
        }
    }
}

static void
test_summary_to_carrier(void)
{
    static const struct {
        const char *point, *paragraph;
    } points[] = {
        {"• The night ferry", "For the Harbour Union"},
        {"• Sundmark", "The bridge at Tarvik"},
        {"• Fishermen", "Fishermen along"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(points); i++) {
        g_autoptr(Harness) h = harness_open(FERRY, 120, 40);
        press(h, "<Tab>");
        for (guint j = 0; j < i; j++)
            press(h, "}");
        assert_caret(h, points[i].point);
        press(h, "<Enter>");
        assert_caret(h, points[i].paragraph);
        assert_message(h, "carries this point");
        press(h, "<lt>");
        assert_caret(h, points[i].point);
    }
}

static void
test_hints(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    press(h, "3ggzt");
    g_autofree char *plain = screen(h);
    press(h, "f");
    g_autofree char *hinted = screen(h);
    g_assert_cmpstr(plain, !=, hinted);
    press(h, "a");
    if (!session_message(h->session, NULL)) { /* two letters for many */
        press(h, "<BS>");
        press(h, "aa");
    }
    g_assert_cmpuint(session_caret(h->session), !=, 0);
    press(h, "<Esc>");
    press(h, "F");
    assert_message(h, "Look at which");
    press(h, "a");
    if (!shows(h, "┌"))
        press(h, "a");
    assert_shows(h, "┌");
    /* nothing to act on */
    g_autoptr(Harness) bare = harness_new(harness_text("some words of no name\n"), 80, 24);
    press(bare, "f");
    assert_message(bare, "Nothing in sight");
}

/* Types the letters of a hint in a new session; FALSE where there is no such hint. */
static gboolean
look_at_hint(int width, int height, const char *letters, gsize *caret)
{
    g_autoptr(Harness) h = harness_open(FERRY, width, height);
    press(h, "so3ggztF");
    press(h, letters);
    const char *message = session_message(h->session, NULL);
    if (message && strstr(message, "No place"))
        return FALSE;
    *caret = session_caret(h->session);
    return shows(h, "┌");
}

/* Every hint leads to its own place, in the order of the text, and acts there; one letter while they suffice, else two. */
static void
test_every_hint(void)
{
    static const char letters[] = "asdfghjkl";
    for (int two = 0; two < 2; two++) {
        int found = 0;
        gsize last = 0, caret;
        for (int i = 0; i < (two ? 81 : 9); i++) {
            char keys[3] = {letters[two ? i / 9 : i], two ? letters[i % 9] : '\0', '\0'};
            if (!look_at_hint(two ? 200 : 60, two ? 60 : 16, keys, &caret))
                continue;
            if (found++)
                g_assert_cmpuint(caret, >, last);
            last = caret;
        }
        g_assert_cmpint(found, >, two ? 12 : 3);
        g_assert_cmpint(found, <=, two ? 81 : 9);
    }
}

/* --- panes -------------------------------------------------------------------------------------------------------------------------------- */

static void
test_panes_follow(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 120, 40);
    press(h, ":4<Enter>");
    g_autofree char *there = screen(h);
    g_auto(GStrv) rows = g_strsplit(there, "\n", -1);
    guint marked = 0;
    for (int i = 0; rows[i]; i++) {
        if (!strstr(rows[i], "●"))
            continue;
        marked++;
        g_assert_true(strstr(rows[i], "8 Jul 2022") || strstr(rows[i], "30 Jun 2022") || strstr(rows[i], "Tarvik") || strstr(rows[i], "Sundmark") || strstr(rows[i], "Roads"));
    }
    g_assert_cmpuint(marked, >=, 4);
}

static void
test_list_keeps_the_keys(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 120, 40);
    press(h, "<C-w>l");
    press(h, "<Enter>");
    assert_caret(h, "EDM, August 19");
    press(h, "<Enter>");
    assert_caret(h, "EDM, January 12");
    press(h, "j<Enter>");
    assert_caret(h, "EDM, July 8, 2022");
    press(h, "K");
    assert_shows(h, "8 July 2022");
    press(h, "<Esc>");
    press(h, "<Esc>");
    press(h, "j"); /* the text has the keys again */
    assert_caret(h, "gain it went");
}

static void
test_filter(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 120, 40);
    press(h, "<C-w>l/20");
    assert_shows(h, "only entries with: 20");
    press(h, "24");
    assert_shows(h, "12 Jan 2024");
    assert_hides(h, "30 Jun 2022");
    press(h, "<Enter>");
    assert_shows(h, "«2024»");
    press(h, "j<Enter>");
    assert_caret(h, "EDM, January 12");
    press(h, "<Esc>"); /* the filter goes first, then the focus */
    assert_shows(h, "30 Jun 2022");
    press(h, "/zzz<Esc>");
    assert_shows(h, "30 Jun 2022");
    press(h, "<Esc>j");
    assert_caret(h, "r 3, 2025). Prime");
}

/* Only the article, and back: the same screen. */
static void
test_only_article_and_back(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 120, 40);
    press(h, "20jst<Tab><Esc>");
    g_autofree char *before = screen(h);
    press(h, "so");
    assert_hides(h, "CITATIONS");
    assert_hides(h, "OUTLINE");
    press(h, "so");
    g_autofree char *after = screen(h);
    g_assert_cmpstr(before, ==, after);
}

/* A pane that has the keys and is closed gives them back. */
static void
test_closing_the_focused(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    press(h, "sc<Tab>j");
    press(h, "q");
    assert_hides(h, "CITATIONS");
    press(h, "j");
    assert_caret(h, "Transport");
    press(h, "sc<Tab>se"); /* another drawer in its place */
    assert_shows(h, "ENTITIES");
    press(h, "j");
    assert_no_message(h);
}

static void
test_sizes(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 120, 40);
    g_autofree char *before = screen(h);
    press(h, "<C-w>l3<C-w>+3<C-w>-");
    press(h, "<Esc>");
    g_autofree char *after = screen(h);
    g_assert_cmpstr(before, ==, after);
    press(h, "<C-w>l99<C-w>+<C-w>+");
    assert_message(h, "cannot grow further");
    assert_shows(h, "ENTITIES");
}

/* --- options ------------------------------------------------------------------------------------------------------------------------------ */

/* :set of every option, by all its values, draws a screen; what it says is its new value. */
static void
test_every_option(void)
{
    for (int i = 0; i < OPT_COUNT; i++) {
        const OptionSpec *spec = option_spec((OptionId)i);
        g_autoptr(Harness) h = harness_open(FERRY, 120, 40);
        g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func(g_free);
        for (int c = 0; spec->choices && spec->choices[c]; c++)
            g_ptr_array_add(values, g_strdup(spec->choices[c]));
        if (spec->type == OPTION_NUMBER) {
            g_ptr_array_add(values, g_strdup_printf("%d", spec->min));
            g_ptr_array_add(values, g_strdup_printf("%d", spec->max));
        }
        if (spec->type == OPTION_FLAG) {
            g_ptr_array_add(values, g_strdup("yes"));
            g_ptr_array_add(values, g_strdup("no"));
        }
        g_ptr_array_add(values, g_strdup(spec->initial));
        for (guint v = 0; v < values->len; v++) {
            const char *value = g_ptr_array_index(values, v);
            g_autofree char *line = g_strdup_printf("set %s=%s", spec->name, value);
            if (!session_command(h->session, line))
                g_test_message(":%s: %s", line, session_message(h->session, NULL));
            assert_message(h, spec->name);
            harness_settle(h);
            g_autofree char *drawn = screen(h);
            g_assert_nonnull(strstr(drawn, "The Ferry"));
            g_autofree char *ask = g_strdup_printf("set %s?", spec->name);
            g_assert_true(session_command(h->session, ask));
            if (spec->type != OPTION_FLAG)
                assert_message(h, value);
        }
        g_autofree char *wrong = g_strdup_printf("set %s=", spec->name);
        g_assert_false(session_command(h->session, wrong));
        assert_message(h, spec->name);
        g_assert_cmpint(h->option_changes, ==, (int)values->len);
    }
}

static void
test_options_show(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 120, 40);
    press(h, ":set panes=outline<Enter>");
    assert_shows(h, "OUTLINE");
    assert_hides(h, "CITATIONS");
    press(h, ":set panes=auto<Enter>:set sidebar=60<Enter>");
    assert_shows(h, "Ministry of Roads of Sundmark");
    press(h, ":set signs=ascii<Enter>");
    assert_hides(h, "─");
    assert_hides(h, "▎");
    assert_hides(h, "●");
    assert_hides(h, "▇");
    press(h, ":set signs=unicode<Enter>:set keys=newsboat<Enter>n");
    assert_caret(h, "(Orlen Gazette");
    press(h, ":set keys=nothing<Enter>");
    assert_message(h, "nothing");
    press(h, "j"); /* keys still work */
    g_assert_false(session_has_quit(h->session));
}

/* --- copying ------------------------------------------------------------------------------------------------------------------------------ */

static void
test_copy(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    go_to(h, "The notice was a single page");
    press(h, "V");
    press(h, "y");
    g_assert_cmpstr(h->copied, ==, "The notice was a single page.");
    press(h, "yy");
    g_assert_true(g_str_has_prefix(h->copied, "On September 2 the harbour"));
    g_assert_true(g_str_has_suffix(h->copied, "[1]"));
    press(h, "]cyc");
    g_assert_cmpstr(h->copied, ==, "(Coast Radio, September 4, 2025; see EDM, August 19, 2025)");
    go_to(h, "EDM, August");
    press(h, "yu");
    g_assert_cmpstr(h->copied, ==, "https://jamestown.org/program/eurasia-daily-monitor/");
    press(h, "Ky");
    g_assert_true(g_str_has_prefix(h->copied, "Citation 2 of 7\n"));
    press(h, "<Esc>");
    go_to(h, "“We were told");
    press(h, "vy");
    g_assert_cmpstr(h->copied, ==, "“");
    h->no_clipboard = TRUE;
    press(h, "yy");
    assert_message(h, "Not copied: the clipboard is gone");
}

static void
test_quotation(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    go_to(h, "single page");
    press(h, "VY");
    g_assert_cmpstr(h->copied, ==,
                    "“The notice was a single page.”\n— Ida Marsh, “The Ferry That Orlen Cannot Afford to Lose”, Eurasia Daily Monitor, 14 September 2025, ¶ 1");
    press(h, ":set attribution={quote}[ ({url})] – {title}<Enter>");
    press(h, "VY");
    g_assert_cmpstr(h->copied, ==, "The notice was a single page. – The Ferry That Orlen Cannot Afford to Lose");
    /* an article of which nothing is known */
    g_autoptr(Harness) bare = harness_new(harness_text("A line of text, and nothing else about it.\n\nAnother line.\n"), 80, 24);
    press(bare, "GVY");
    g_assert_true(g_str_has_prefix(bare->copied, "“Another line.”\n— "));
    g_assert_null(strstr(bare->copied, ", ,"));
}

static void
test_without_host(void)
{
    g_autoptr(Session) session = session_new(NULL);
    session_resize(session, 80, 24);
    g_autoptr(Article) article = harness_article(FERRY);
    session_show(session, article);
    static const char *const lines[] = {"copy-paragraph", "redraw", "suspend", "dump-screen", "dump-document"};
    for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
        session_command(session, lines[i]);
        g_assert_nonnull(session_message(session, NULL));
    }
    session_command(session, "copy-paragraph");
    g_assert_nonnull(strstr(session_message(session, NULL), "register"));
}

static void
test_dumps(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    g_autofree char *seen = screen(h);
    press(h, ":dump-screen<Enter>");
    g_assert_cmpstr(h->printed->str, ==, seen);
    g_string_truncate(h->printed, 0);
    press(h, ":dump-document<Enter>");
    g_assert_nonnull(strstr(h->printed->str, "On September 2"));
    g_autofree char *folder = g_dir_make_tmp("ibid-XXXXXX", NULL), *svg = g_build_filename(folder, "a.svg", NULL);
    g_autofree char *line = g_strdup_printf("dump-screen %s", svg), *text = NULL;
    g_assert_true(session_command(h->session, line));
    assert_message(h, "Wrote the screen to");
    g_assert_true(g_file_get_contents(svg, &text, NULL, NULL));
    g_assert_true(g_str_has_prefix(text, "<svg") || g_str_has_prefix(text, "<?xml"));
    g_unlink(svg);
    g_rmdir(folder);
    g_autofree char *bad = g_strdup_printf("dump-screen %s", svg);
    g_assert_false(session_command(h->session, bad));
    assert_message(h, svg);
}

/* --- sizes -------------------------------------------------------------------------------------------------------------------------------- */

/* There and back again: the screen is the same, to the cell and the role. */
static void
test_resize_and_back(void)
{
    static const int sizes[][2] = {{80, 24}, {120, 40}, {40, 10}, {200, 60}, {60, 16}, {39, 9}, {1, 1}, {100, 10}};
    static const char *const begins[] = {"", "12j", "G", ":4<Enter>", "5<C-e>", "/bridge<Enter>n", "20jzt", "scv<Esc>"};
    for (guint b = 0; b < G_N_ELEMENTS(begins); b++) {
        for (guint s = 0; s < G_N_ELEMENTS(sizes); s++) {
            g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
            press(h, begins[b]);
            g_autofree char *before = grid_dump(session_draw(h->session), TRUE);
            session_resize(h->session, sizes[s][0], sizes[s][1]);
            harness_settle(h);
            session_draw(h->session);
            session_resize(h->session, 80, 24);
            harness_settle(h);
            g_autofree char *after = grid_dump(session_draw(h->session), TRUE);
            if (strcmp(before, after) != 0)
                g_test_message("«%s», over %dx%d:\n%s\n%s", begins[b], sizes[s][0], sizes[s][1], before, after);
            g_assert_cmpstr(before, ==, after);
        }
    }
}

/* A reader in the summary stays in it, in whichever window it stands. */
static void
test_resize_in_summary(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 120, 40);
    press(h, "20j<Tab>}");
    assert_caret(h, "• Sundmark");
    g_autofree char *wide = grid_dump(session_draw(h->session), TRUE);
    session_resize(h->session, 80, 24);
    assert_caret(h, "• Sundmark");
    assert_shows(h, "▎   • Sundmark");
    session_resize(h->session, 20, 5);
    session_resize(h->session, 120, 40);
    assert_caret(h, "• Sundmark");
    g_autofree char *again = grid_dump(session_draw(h->session), TRUE);
    g_assert_cmpstr(wide, ==, again);
    session_resize(h->session, 80, 24);
    press(h, "j");
    session_resize(h->session, 120, 40);
    assert_caret(h, "money went into");
    assert_shows(h, "▎ • Sundmark");
}

static void
test_too_small(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 39, 9);
    assert_shows(h, "ibid needs 40×10");
    gsize caret = session_caret(h->session);
    press(h, "jG]c");
    g_assert_cmpuint(session_caret(h->session), ==, caret);
    assert_message(h, "too small");
    session_resize(h->session, 3, 2);
    g_autofree char *tiny = screen(h);
    g_assert_nonnull(tiny);
    session_resize(h->session, 80, 24);
    assert_shows(h, "The Ferry That Orlen");
    press(h, ":set th");
    session_resize(h->session, 30, 5); /* what is typed waits */
    press(h, "xyz");
    session_resize(h->session, 80, 24);
    assert_shows(h, ":set th");
    assert_hides(h, "xyz");
    press(h, "<Esc>");
    session_resize(h->session, 30, 5);
    press(h, "q");
    g_assert_true(session_has_quit(h->session));
}

/* The place is kept as an offset: however the screen changes, the top stays at the text where it was. */
static void
test_resize_keeps_the_place(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    go_to(h, "Three things");
    press(h, "zt");
    for (int width = 40; width <= 220; width += 13) {
        for (int height = 10; height <= 60; height += 9) {
            session_resize(h->session, width, height);
            assert_shows(h, "Three things");
        }
    }
}

/* --- odd articles ------------------------------------------------------------------------------------------------------------------------- */

static void
test_empty(void)
{
    g_autoptr(Harness) h = harness_new(harness_text(""), 80, 24);
    assert_status(h, "no text");
    press(h, "j");
    assert_message(h, "There is no text");
    press(h, "q");
    g_assert_true(session_has_quit(h->session));
    g_autoptr(Harness) none = harness_new(NULL, 80, 24);
    press(none, "j?");
    assert_shows(none, "Keys and commands");
}

static void
test_one_word(void)
{
    g_autoptr(Harness) h = harness_new(harness_text("Salt"), 120, 40);
    assert_caret(h, "Salt");
    press(h, "w");
    assert_message(h, "last word");
    press(h, "viwy");
    g_assert_cmpstr(h->copied, ==, "Salt");
    press(h, "ss");
    assert_message(h, "no executive summary");
    press(h, "]c");
    assert_message(h, "cites nothing");
    press(h, "]f");
    assert_message(h, "no footnotes");
    assert_shows(h, "No names were found");
    assert_shows(h, "No citations were found.");
}

static void
test_huge_paragraph(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 60000; i++)
        g_string_append_printf(text, "%sword%d", i ? " " : "", i);
    g_autoptr(Harness) h = harness_new(harness_text(text->str), 80, 24);
    press(h, "G");
    assert_shows(h, "word59999");
    press(h, "gg");
    assert_shows(h, "word0 ");
    press(h, "/word30000<Enter>");
    assert_caret(h, "word30000");
    assert_status(h, "1/1");
    press(h, "50%jjkkviwy");
    g_assert_true(g_str_has_prefix(h->copied, "word"));
    press(h, "ggw<C-f><C-b>{}");
    g_assert_false(session_has_quit(h->session));
}

/* --- the mouse ----------------------------------------------------------------------------------------------------------------------------- */

static void
mouse(Harness *h, guint32 code, int column, int row_number)
{
    session_key(h->session, (Key){.code = code, .column = (gint16)column, .row = (gint16)row_number});
    session_key(h->session, (Key){.code = KEYSYM_MOUSE_RELEASE, .column = (gint16)column, .row = (gint16)row_number});
    harness_settle(h);
}

/* Row and column of a text on the screen. */
static void
find_on_screen(Harness *h, const char *text, int *column, int *row_number)
{
    Grid *grid = session_draw(h->session);
    for (*row_number = 0; *row_number < grid_height(grid); (*row_number)++) {
        g_autofree char *line = row(h, *row_number);
        const char *at = strstr(line, text);
        if (at) {
            *column = (int)g_utf8_strlen(line, at - line);
            return;
        }
    }
    g_test_message("«%s» is not on the screen", text);
    g_assert_not_reached();
}

static void
test_mouse(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 120, 40);
    int x, y;
    find_on_screen(h, "(Shipping Ledger", &x, &y);
    mouse(h, KEYSYM_MOUSE_PRESS, x, y);
    assert_caret(h, "(Shipping Ledger");
    mouse(h, KEYSYM_MOUSE_PRESS, x, y); /* again: acts */
    assert_shows(h, "┌ Citation 3");
    mouse(h, KEYSYM_MOUSE_PRESS, x, y);
    assert_hides(h, "┌ Citation 3");
    find_on_screen(h, "30 Jun 2022", &x, &y);
    mouse(h, KEYSYM_MOUSE_PRESS, x, y);
    assert_caret(h, "(Shipping Ledger");
    mouse(h, KEYSYM_MOUSE_PRESS, x, y);
    assert_caret(h, "Ministry of Roads of Sundmark, June");
    assert_message(h, "Its only place");
    find_on_screen(h, "• Fishermen", &x, &y);
    mouse(h, KEYSYM_MOUSE_PRESS, x + 2, y);
    assert_caret(h, "Fishermen along the channel fear");
    mouse(h, KEYSYM_MOUSE_PRESS, 80, 20); /* the rule */
    assert_message(h, "nothing to click on");
    press(h, "<Esc><Esc>gg");
    g_autofree char *before = screen(h);
    mouse(h, KEYSYM_WHEEL_DOWN, 10, 20);
    g_autofree char *after = screen(h);
    g_assert_cmpstr(before, !=, after);
    mouse(h, KEYSYM_WHEEL_UP, 10, 20);
    mouse(h, KEYSYM_WHEEL_UP, 10, 20);
    assert_message(h, "The beginning is in sight");
    mouse(h, KEYSYM_WHEEL_UP, 100, 10); /* over a list: its cursor */
    assert_no_message(h);
    press(h, "?");
    mouse(h, KEYSYM_WHEEL_DOWN, 10, 10);
    assert_shows(h, "of ");
    press(h, "<Esc>:");
    mouse(h, KEYSYM_MOUSE_PRESS, 10, 10);
    assert_message(h, "Esc leaves the line");
}

/* --- the end ------------------------------------------------------------------------------------------------------------------------------- */

static void
test_escape_never_quits(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    press(h, "/bridge<Enter>scv?");
    for (int i = 0; i < 20; i++)
        press(h, "<Esc>");
    g_assert_false(session_has_quit(h->session));
    assert_message(h, "Nothing is open");
    press(h, "j");
    assert_no_message(h);
}

/* q closes the box, the drawer, then leaves. */
static void
test_close_in_turn(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    press(h, "sc]cK");
    press(h, "q");
    assert_hides(h, "┌");
    assert_shows(h, "CITATIONS");
    press(h, "q");
    assert_hides(h, "CITATIONS");
    g_assert_false(session_has_quit(h->session));
    press(h, "q");
    g_assert_true(session_has_quit(h->session));
    press(h, "j"); /* what comes after is not heard */
}

static void
test_hang_up(void)
{
    g_autoptr(Harness) h = harness_open(FERRY, 80, 24);
    press(h, ":set th");
    session_hang_up(h->session);
    g_assert_true(session_has_quit(h->session));
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
        {"peek-walk", test_peek_walk},
        {"peek-goes", test_peek_goes},
        {"motion-closes-peek", test_motion_closes_peek},
        {"peek-leaves-its-row-free", test_peek_leaves_its_row_free},
        {"summary-to-carrier", test_summary_to_carrier},
        {"hints", test_hints},
        {"every-hint", test_every_hint},
        {"panes-follow", test_panes_follow},
        {"list-keeps-the-keys", test_list_keeps_the_keys},
        {"filter", test_filter},
        {"only-article-and-back", test_only_article_and_back},
        {"closing-the-focused", test_closing_the_focused},
        {"sizes", test_sizes},
        {"every-option", test_every_option},
        {"options-show", test_options_show},
        {"copy", test_copy},
        {"quotation", test_quotation},
        {"without-host", test_without_host},
        {"dumps", test_dumps},
        {"resize-and-back", test_resize_and_back},
        {"resize-in-summary", test_resize_in_summary},
        {"too-small", test_too_small},
        {"resize-keeps-the-place", test_resize_keeps_the_place},
        {"empty", test_empty},
        {"one-word", test_one_word},
        {"huge-paragraph", test_huge_paragraph},
        {"mouse", test_mouse},
        {"escape-never-quits", test_escape_never_quits},
        {"close-in-turn", test_close_in_turn},
        {"hang-up", test_hang_up},
    };
    for (guint i = 0; i < G_N_ELEMENTS(tests); i++) {
        g_autofree char *name = g_strconcat("/app/session/", tests[i].name, NULL);
        g_test_add_func(name, tests[i].run);
    }
    return g_test_run();
}
