/* The guide that comes with ibid is within reach, the help names it, and what it says is true: each section is done here as it tells the reader to, on a screen of 80 by 24. */
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

/* --- what the guide says ---------------------------------------------------------------------------------------------------------------- */

#define GUIDE "content/articles/guide.txt"

/* A key as the guide writes it, as keys_parse() reads it: “^D”, “^W+”, “Enter”. Free with g_free(). */
static char *
as_keys(const char *written)
{
    static const char *const named[] = {"Enter", "Esc", "Tab", "Space"};
    for (guint i = 0; i < G_N_ELEMENTS(named); i++)
        if (strcmp(written, named[i]) == 0)
            return g_strdup_printf("<%s>", written);
    if (written[0] == '^' && written[1])
        return g_strdup_printf("<C-%c>%s", g_ascii_tolower(written[1]), written + 2);
    return g_strdup(strcmp(written, "<") == 0 ? "<lt>" : written);
}

/* Whether it is a key, or the first half of one, in any mode: a count before it and a letter behind a mark's key aside. */
static gboolean
is_key(const Keymap *keymap, const char *written)
{
    g_autofree char *text = as_keys(written);
    const char *start = text;
    while (g_ascii_isdigit(*start) && start[1])
        start++;
    g_autoptr(GArray) keys = keys_parse(start, NULL);
    if (!keys)
        return FALSE;
    for (int mode = 0; mode < MODE_COUNT; mode++) {
        const char *command;
        for (guint n = keys->len; n > 0 && n + 1 >= keys->len; n--) {
            KeymapResult result = keymap_lookup(keymap, (KeyMode)mode, (const Key *)(gpointer)keys->data, n, &command);
            gboolean letter = n < keys->len && result == KEYMAP_MATCH && (g_str_equal(command, "mark") || g_str_equal(command, "go-to-mark"));
            if (n == keys->len ? result != KEYMAP_NONE : letter)
                return TRUE;
        }
    }
    return FALSE;
}

static void
test_names_keys(void)
{
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Keymap) keymap = keymap_load("vim", NULL, command_check, NULL, faults);
    g_autofree char *path = test_path(GUIDE), *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    guint keys = 0;
    for (const char *at = text; (at = strstr(at, "“"));) {
        at += strlen("“");
        const char *end = strstr(at, "”");
        g_assert_nonnull(end);
        g_autofree char *word = g_strndup(at, (gsize)(end - at));
        g_autofree char *command = *word == ':' && word[1] ? g_strndup(word + 1, strcspn(word + 1, " ")) : NULL;
        gboolean known = command ? command_find(command) != NULL : is_key(keymap, word);
        if (!known && strcmp(word, "cafe") != 0) {
            g_test_message("the guide names «%s», which is no key", word);
            g_test_fail();
        }
        keys += known;
        at = end;
    }
    g_assert_cmpuint(keys, >, 60);
    g_assert_false(is_key(keymap, "gqq"));
    g_assert_false(is_key(keymap, "^Q"));
}

static Harness *
guide(void)
{
    return harness_open(GUIDE, 80, 24);
}

static void
test_moving(void)
{
    g_autoptr(Harness) h = guide();
    press(h, "2G");
    assert_caret(h, "Larger steps");
    press(h, "w");
    assert_caret(h, "steps");
    press(h, "b)");
    assert_caret(h, "Space shows");
    press(h, "}");
    assert_caret(h, "The numbers");
    press(h, "{2gg");
    assert_caret(h, "Larger steps");
    press(h, "g");
    assert_status(h, "g…");
    press(h, "<Esc>");
    assert_message(h, "Cancelled");
    press(h, "gg");
    assert_status(h, "0 %");
    press(h, "50%");
    assert_status(h, "% ");
    press(h, "G");
    assert_status(h, "100 %");
}

static void
test_citations(void)
{
    g_autoptr(Harness) h = guide();
    press(h, "]c");
    assert_caret(h, "(Selvan Herald, March 3, 2025). Press");
    press(h, ";");
    assert_caret(h, "(Channel Radio, June 9");
    press(h, ",");
    assert_caret(h, "(Selvan Herald, March 3");
    press(h, "]cK");
    assert_shows(h, "9 June 2025");
    press(h, "n");
    assert_shows(h, "4 May 2025");
    assert_shows(h, "year from the date after it");
    press(h, "N<Esc>");
    assert_hides(h, "9 June 2025");
    press(h, "]cgr");
    assert_shows(h, "4 cites");
    press(h, "<Esc>]cK");
    assert_shows(h, "14 January 2026");
    press(h, "n");
    assert_shows(h, "20 November 2025");
}

static void
test_notes_and_names(void)
{
    g_autoptr(Harness) h = guide();
    press(h, "]fK");
    assert_shows(h, "Note 1");
    press(h, "<Esc>gd");
    assert_caret(h, "[1] This is the first note.");
    press(h, "gd");
    assert_caret(h, "[1] Press");
    press(h, "]f");
    assert_caret(h, "[2]");
    go_to(h, "Shanghai");
    press(h, "]e]e");
    assert_caret(h, "SCO. Where");
    press(h, "[eK");
    assert_shows(h, "organisation");
    press(h, "<Esc>gr");
    assert_shows(h, "3 mentions");
}

static void
test_way_back(void)
{
    g_autoptr(Harness) h = guide();
    press(h, "3Gma5G<lt>");
    assert_caret(h, "The numbers");
    press(h, ">");
    assert_caret(h, "An article");
    press(h, "<BS>");
    assert_caret(h, "The numbers");
    press(h, "G'a");
    assert_caret(h, "The numbers");
    press(h, "''");
    assert_status(h, "100 %");
    press(h, "''");
    assert_caret(h, "The numbers");
    press(h, "]h");
    assert_caret(h, "Citations");
    press(h, "[hst");
    assert_shows(h, "OUTLINE");
}

static void
test_searching(void)
{
    g_autoptr(Harness) h = guide();
    press(h, "/cafe<Enter>");
    assert_caret(h, "cafe");
    assert_status(h, "1/2");
    press(h, "n");
    assert_caret(h, "café");
    press(h, "N*");
    assert_status(h, "2/2");
    press(h, "&<Enter>");
    assert_hides(h, "Larger steps");
    press(h, "gg&&<C-u>shanghai<Enter>");
    assert_hides(h, "Larger steps");
    press(h, "gg&");
    assert_shows(h, "Press “j”");
    press(h, "]cF");
    assert_status(h, "letters");
}

static void
test_panes(void)
{
    g_autoptr(Harness) h = guide();
    press(h, "ss");
    assert_shows(h, " SUMMARY ");
    press(h, "st");
    assert_shows(h, " OUTLINE ");
    press(h, "se");
    assert_shows(h, " ENTITIES ");
    press(h, "sc");
    assert_shows(h, " CITATIONS ");
    press(h, "so");
    assert_hides(h, " CITATIONS ");
    press(h, "so");
    assert_shows(h, " CITATIONS ");
    press(h, "<Tab>/quarterly<Enter>");
    assert_hides(h, "Channel Radio        ");
    press(h, "<Esc>o");
    assert_shows(h, "by date");
    press(h, "jj<Enter><Esc>");
    assert_status(h, "(Channel Radio");
    press(h, "<C-w>j<C-w>+<C-w>-<C-w>kq");
    assert_hides(h, " CITATIONS ");
    g_assert_false(session_has_quit(h->session));
    press(h, "q");
    g_assert_true(session_has_quit(h->session));
}

static void
test_taking_along(void)
{
    g_autoptr(Harness) h = guide();
    press(h, "6Gyy");
    g_assert_true(g_str_has_prefix(h->copied, "Some brackets hold"));
    press(h, "]cyc");
    g_assert_cmpstr(h->copied, ==, "(Channel Radio, June 9, 2025; see Selvan Herald, May 4, June 11, 2025)");
    press(h, "6Gvey");
    g_assert_cmpstr(h->copied, ==, "Some");
    press(h, "6GVY");
    g_assert_nonnull(strstr(h->copied, "Some brackets hold more than one work."));
    g_assert_nonnull(strstr(h->copied, "Mara Ellwood"));
    g_assert_nonnull(strstr(h->copied, "2 March 2026"));
}

static void
test_command_line(void)
{
    g_autoptr(Harness) h = guide();
    press(h, ":set<Enter>");
    assert_shows(h, "measure");
    press(h, "<Esc>");
    press(h, ":set measure=60<Enter>");
    assert_hides(h, "the article. Whatever you press, “Esc” closes what is");
    press(h, ":set measure=76<Enter>");
    assert_shows(h, "the article. Whatever you press, “Esc” closes what is");
    assert_hides(h, "Skip to content");
    press(h, ":set boilerplate<Enter>gg");
    assert_shows(h, "Skip to content");
    press(h, "G");
    assert_shows(h, "Privacy Overview");
    press(h, ":set noboilerplate<Enter>");
    assert_hides(h, "Privacy Overview");
    press(h, "ZZ");
    g_assert_true(session_has_quit(h->session));
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/app/guide/names-keys", test_names_keys);
    g_test_add_func("/app/guide/moving", test_moving);
    g_test_add_func("/app/guide/citations", test_citations);
    g_test_add_func("/app/guide/notes-and-names", test_notes_and_names);
    g_test_add_func("/app/guide/way-back", test_way_back);
    g_test_add_func("/app/guide/searching", test_searching);
    g_test_add_func("/app/guide/panes", test_panes);
    g_test_add_func("/app/guide/taking-along", test_taking_along);
    g_test_add_func("/app/guide/command-line", test_command_line);
    g_test_add_func("/app/guide/opens", test_opens);
    g_test_add_func("/app/guide/help", test_help);
    g_test_add_func("/app/guide/help-modes", test_help_modes);
    return g_test_run();
}
