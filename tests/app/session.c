/* The session as a reader meets it: sequences, search and its preview, boxes, panes, resizes, several articles. */
#include <glib/gstdio.h>

#include "tests/app/harness.h"

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
