/* Sessions driven by keys: boxes, hints, lists and panes, the mouse. */
#include <glib/gstdio.h>

#include "tests/app/harness.h"

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
    mouse(h, KEYSYM_WHEEL_DOWN, 100, 10); /* over a list that is whole in sight */
    assert_message(h, "The end is in sight");
    press(h, "<Tab><Tab>gg");
    mouse(h, KEYSYM_WHEEL_DOWN, 100, 10); /* over the list that has the keys: its cursor */
    assert_no_message(h);
    press(h, "<Enter>");
    assert_caret(h, "February 9, 2024");
    press(h, "<Esc>");
    press(h, "?");
    mouse(h, KEYSYM_WHEEL_DOWN, 10, 10);
    assert_shows(h, "of ");
    press(h, "<Esc>:");
    mouse(h, KEYSYM_MOUSE_PRESS, 10, 10);
    assert_message(h, "Esc leaves the line");
}

/* A link, a mark without a note, and a note that no mark points to, which no text file of the fixtures has. */
static Article *
with_links(void)
{
    static const char text[] = "The plan[1] stands on the council's page, its map on another one.[7]";
    g_autoptr(Builder) b = builder_new(0);
    builder_meta(b, META_TITLE, "A Plan", -1);
    builder_meta(b, META_URL, "https://example.org/plan", -1);
    builder_block(b, &(BlockSpec){.kind = BLOCK_PARAGRAPH, .role = ROLE_BODY, .numbered = TRUE}, text, strlen(text));
    gsize page = (gsize)(strstr(text, "page") - text), first = (gsize)(strstr(text, "[1]") - text), last = (gsize)(strstr(text, "[7]") - text);
    builder_note_mark(b, range_make(first, first + 3), "1");
    builder_link(b, range_make(page, page + 4), "https://example.org/council/\xc3\xa4page");
    builder_note_mark(b, range_make(last, last + 3), "7");
    builder_block(b, &(BlockSpec){.kind = BLOCK_PARAGRAPH, .role = ROLE_NOTE, .label = 4}, "[1] It was drawn in a week.", 27);
    builder_note(b, "1");
    builder_block(b, &(BlockSpec){.kind = BLOCK_PARAGRAPH, .role = ROLE_NOTE, .label = 4}, "[2] Nobody asked for it.", 24);
    builder_note(b, "2");
    g_autoptr(Document) document = builder_finish(b);
    return article_from_document(document, "plan.txt");
}

static void
test_links(void)
{
    g_autoptr(Harness) h = harness_new(with_links(), 80, 24);
    go_to(h, "page");
    assert_status(h, "https://example.org/council");
    press(h, "K");
    assert_shows(h, "┌ Link");
    assert_shows(h, "https://example.org/council/\xc3\xa4page");
    press(h, "y");
    g_assert_cmpstr(h->copied, ==, "https://example.org/council/\xc3\xa4page");
    press(h, "<Esc>yyyu");
    g_assert_cmpstr(h->copied, ==, "https://example.org/council/\xc3\xa4page");
    press(h, "<Enter>");
    assert_shows(h, "┌ Link");
    press(h, "<Esc>$yu"); /* beside the link: the article's own */
    g_assert_cmpstr(h->copied, ==, "https://example.org/plan");
}

static void
test_marks_without_notes(void)
{
    g_autoptr(Harness) h = harness_new(with_links(), 80, 24);
    press(h, "]f");
    assert_caret(h, "[1]");
    press(h, "gdgd");
    assert_caret(h, "[1] stands");
    press(h, "]f");
    assert_caret(h, "[7]");
    static const char *const keys[] = {"K", "gd", "<Enter>"};
    for (guint i = 0; i < G_N_ELEMENTS(keys); i++) {
        press(h, keys[i]);
        assert_message(h, "no note for this mark");
    }
    press(h, "G");
    assert_caret(h, "[2] Nobody");
    press(h, "gd");
    assert_message(h, "No mark in the text points to this note");
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    static const struct {
        const char *name;
        void (*run)(void);
    } tests[] = {
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
        {"mouse", test_mouse},
        {"links", test_links},
        {"marks-without-notes", test_marks_without_notes},
    };
    for (guint i = 0; i < G_N_ELEMENTS(tests); i++) {
        g_autofree char *name = g_strconcat("/app/session/", tests[i].name, NULL);
        g_test_add_func(name, tests[i].run);
    }
    return g_test_run();
}
