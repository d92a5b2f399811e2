/* The line that is typed: editing by cluster, history by what was typed, the menu of completions. */
#include "app/prompt.h"

#include <string.h>

#include "tests/test.h"

static void
assert_line(const Prompt *prompt, const char *before, const char *behind)
{
    g_autofree char *whole = g_strconcat(before, behind, NULL);
    g_assert_cmpstr(prompt_text(prompt), ==, whole);
    g_assert_cmpuint(prompt_cursor(prompt), ==, strlen(before));
}

static GPtrArray *
strings(const char *const *from)
{
    GPtrArray *out = g_ptr_array_new_with_free_func(g_free);
    for (; *from; from++)
        g_ptr_array_add(out, g_strdup(*from));
    return out;
}

static void
test_start(void)
{
    g_autoptr(Prompt) empty = prompt_new(PROMPT_SEARCH, NULL, NULL);
    assert_line(empty, "", "");
    g_assert_cmpint(prompt_kind(empty), ==, PROMPT_SEARCH);
    g_autoptr(Prompt) given = prompt_new(PROMPT_FILTER, "salt", NULL);
    assert_line(given, "salt", "");
}

static void
test_insert(void)
{
    g_autoptr(Prompt) prompt = prompt_new(PROMPT_COMMAND, NULL, NULL);
    g_assert_true(prompt_insert(prompt, "open", -1));
    g_assert_true(prompt_insert(prompt, " file", 2));
    assert_line(prompt, "open f", "");
    g_assert_false(prompt_insert(prompt, "", -1));
    g_assert_true(prompt_home(prompt));
    g_assert_true(prompt_insert(prompt, ":", -1));
    assert_line(prompt, ":", "open f");
    /* A paste without end is not taken, and harms nothing. */
    g_autofree char *long_text = g_strnfill(100000, 'x');
    g_assert_false(prompt_insert(prompt, long_text, -1));
    assert_line(prompt, ":", "open f");
}

/* One key press moves over, or erases, what the reader sees as one character. */
static void
test_clusters(void)
{
    static const char *const clusters[] = {"e\xcc\x81", "\xf0\x9f\x87\xb3\xf0\x9f\x87\xb1", "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x94\xac", "水"};
    for (guint i = 0; i < G_N_ELEMENTS(clusters); i++) {
        g_autofree char *text = g_strconcat("a", clusters[i], "z", NULL), *before = g_strconcat("a", clusters[i], NULL);
        g_autoptr(Prompt) prompt = prompt_new(PROMPT_SEARCH, text, NULL);
        g_assert_true(prompt_left(prompt));
        assert_line(prompt, before, "z");
        g_assert_true(prompt_left(prompt));
        g_assert_cmpuint(prompt_cursor(prompt), ==, 1);
        g_assert_true(prompt_right(prompt));
        assert_line(prompt, before, "z");
        g_assert_true(prompt_backspace(prompt));
        assert_line(prompt, "a", "z");
        g_assert_true(prompt_insert(prompt, clusters[i], -1));
        g_assert_true(prompt_left(prompt));
        g_assert_true(prompt_delete(prompt));
        assert_line(prompt, "a", "z");
    }
}

static void
test_ends(void)
{
    g_autoptr(Prompt) prompt = prompt_new(PROMPT_SEARCH, "ab", NULL);
    g_assert_false(prompt_right(prompt));
    g_assert_false(prompt_delete(prompt));
    g_assert_false(prompt_end(prompt));
    g_assert_false(prompt_word_right(prompt));
    g_assert_false(prompt_kill_end(prompt));
    g_assert_true(prompt_home(prompt));
    g_assert_false(prompt_home(prompt));
    g_assert_false(prompt_left(prompt));
    g_assert_false(prompt_backspace(prompt));
    g_assert_false(prompt_word_left(prompt));
    g_assert_false(prompt_kill_word(prompt));
    g_assert_false(prompt_kill_start(prompt));
    assert_line(prompt, "", "ab");
    g_assert_false(prompt_yank(prompt)); /* nothing has been erased yet */
}

static void
test_words(void)
{
    g_autoptr(Prompt) prompt = prompt_new(PROMPT_COMMAND, "set  theme=light now", NULL);
    g_assert_true(prompt_word_left(prompt));
    assert_line(prompt, "set  theme=light ", "now");
    g_assert_true(prompt_word_left(prompt));
    assert_line(prompt, "set  ", "theme=light now");
    g_assert_true(prompt_word_left(prompt));
    assert_line(prompt, "", "set  theme=light now");
    g_assert_true(prompt_word_right(prompt));
    assert_line(prompt, "set", "  theme=light now");
    g_assert_true(prompt_word_right(prompt));
    assert_line(prompt, "set  theme=light", " now");
}

static void
test_kill_and_yank(void)
{
    g_autoptr(Prompt) prompt = prompt_new(PROMPT_COMMAND, "one two three", NULL);
    g_assert_true(prompt_kill_word(prompt));
    assert_line(prompt, "one two ", "");
    g_assert_true(prompt_yank(prompt));
    assert_line(prompt, "one two three", "");
    g_assert_true(prompt_word_left(prompt));
    g_assert_true(prompt_kill_start(prompt));
    assert_line(prompt, "", "three");
    g_assert_true(prompt_end(prompt));
    g_assert_true(prompt_yank(prompt));
    assert_line(prompt, "threeone two ", "");
    g_assert_true(prompt_home(prompt));
    g_assert_true(prompt_kill_end(prompt));
    assert_line(prompt, "", "");
    g_assert_true(prompt_yank(prompt));
    assert_line(prompt, "threeone two ", "");
}

static void
test_history(void)
{
    static const char *const lines[] = {"open a", "set theme=dark", "open b", NULL};
    g_autoptr(GPtrArray) history = strings(lines);
    g_autoptr(Prompt) prompt = prompt_new(PROMPT_COMMAND, NULL, history);
    g_assert_false(prompt_history_next(prompt));
    g_assert_true(prompt_history_previous(prompt));
    assert_line(prompt, "open b", "");
    g_assert_true(prompt_history_previous(prompt));
    assert_line(prompt, "set theme=dark", "");
    g_assert_true(prompt_history_previous(prompt));
    g_assert_false(prompt_history_previous(prompt));
    assert_line(prompt, "open a", "");
    g_assert_true(prompt_history_next(prompt));
    assert_line(prompt, "set theme=dark", "");
    g_assert_true(prompt_history_next(prompt));
    g_assert_true(prompt_history_next(prompt));
    assert_line(prompt, "", "");
    g_assert_false(prompt_history_next(prompt));
}

/* Only lines that begin as the typed one does; and that one comes back. */
static void
test_history_by_prefix(void)
{
    static const char *const lines[] = {"open a", "set theme=dark", "open b", "help", NULL};
    g_autoptr(GPtrArray) history = strings(lines);
    g_autoptr(Prompt) prompt = prompt_new(PROMPT_COMMAND, "op", history);
    g_assert_true(prompt_history_previous(prompt));
    assert_line(prompt, "open b", "");
    g_assert_true(prompt_history_previous(prompt));
    assert_line(prompt, "open a", "");
    g_assert_false(prompt_history_previous(prompt));
    g_assert_true(prompt_history_next(prompt));
    g_assert_true(prompt_history_next(prompt));
    assert_line(prompt, "op", "");
    /* A line of the history that is changed is a line typed: the next step begins from it. */
    g_assert_true(prompt_history_previous(prompt));
    g_assert_true(prompt_kill_start(prompt));
    g_assert_true(prompt_insert(prompt, "se", -1));
    g_assert_true(prompt_history_previous(prompt));
    assert_line(prompt, "set theme=dark", "");
    g_assert_true(prompt_history_next(prompt));
    assert_line(prompt, "se", "");
    /* A step leads to another line than the one that stands there. */
    g_autoptr(Prompt) same = prompt_new(PROMPT_COMMAND, "open b", history);
    g_assert_false(prompt_history_previous(same));
    g_autoptr(Prompt) other = prompt_new(PROMPT_COMMAND, "zz", history);
    g_assert_false(prompt_history_previous(other));
    assert_line(other, "zz", "");
}

static void
test_history_grows(void)
{
    g_autoptr(GPtrArray) history = g_ptr_array_new_with_free_func(g_free);
    history_add(history, "");
    history_add(history, "a");
    history_add(history, "a");
    history_add(history, "b");
    history_add(history, "a");
    g_assert_cmpuint(history->len, ==, 3);
    for (int i = 0; i < 500; i++) {
        g_autofree char *line = g_strdup_printf("line %d", i);
        history_add(history, line);
    }
    g_assert_cmpuint(history->len, ==, 200);
    g_assert_cmpstr(g_ptr_array_index(history, 199), ==, "line 499");
    g_assert_cmpstr(g_ptr_array_index(history, 0), ==, "line 300");
}

static void
test_menu(void)
{
    static const char *const names[] = {"page-down", "page-up", "pattern", NULL};
    g_autoptr(Prompt) prompt = prompt_new(PROMPT_COMMAND, "pa tail", NULL);
    int chosen = 7;
    g_assert_null(prompt_candidates(prompt, &chosen));
    g_assert_cmpint(chosen, ==, -1);
    g_assert_false(prompt_complete(prompt, FALSE));
    prompt_home(prompt);
    prompt_right(prompt);
    prompt_right(prompt);
    prompt_offer(prompt, 0, strings(names));
    g_assert_cmpuint(prompt_candidates(prompt, &chosen)->len, ==, 3);
    g_assert_cmpint(chosen, ==, -1);
    g_assert_true(prompt_complete(prompt, FALSE));
    assert_line(prompt, "page-down", " tail");
    g_assert_true(prompt_complete(prompt, FALSE));
    assert_line(prompt, "page-up", " tail");
    prompt_candidates(prompt, &chosen);
    g_assert_cmpint(chosen, ==, 1);
    g_assert_true(prompt_complete(prompt, FALSE));
    g_assert_true(prompt_complete(prompt, FALSE)); /* beyond the last: what was typed */
    assert_line(prompt, "pa", " tail");
    g_assert_true(prompt_complete(prompt, TRUE));
    assert_line(prompt, "pattern", " tail");
    g_assert_true(prompt_insert(prompt, "!", -1)); /* typing on closes the menu */
    g_assert_null(prompt_candidates(prompt, &chosen));
    assert_line(prompt, "pattern!", " tail");
}

static void
test_menu_of_one(void)
{
    static const char *const one[] = {"nohlsearch", NULL}, *const none[] = {NULL};
    g_autoptr(Prompt) prompt = prompt_new(PROMPT_COMMAND, "x noh", NULL);
    int chosen;
    prompt_offer(prompt, 2, strings(one));
    g_assert_true(prompt_complete(prompt, FALSE));
    assert_line(prompt, "x nohlsearch", "");
    g_assert_null(prompt_candidates(prompt, &chosen));
    prompt_offer(prompt, 2, strings(none));
    g_assert_null(prompt_candidates(prompt, &chosen));
    prompt_offer(prompt, 2, strings(one));
    prompt_close_menu(prompt);
    g_assert_null(prompt_candidates(prompt, &chosen));
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/app/prompt/start", test_start);
    g_test_add_func("/app/prompt/insert", test_insert);
    g_test_add_func("/app/prompt/clusters", test_clusters);
    g_test_add_func("/app/prompt/ends", test_ends);
    g_test_add_func("/app/prompt/words", test_words);
    g_test_add_func("/app/prompt/kill-and-yank", test_kill_and_yank);
    g_test_add_func("/app/prompt/history", test_history);
    g_test_add_func("/app/prompt/history-by-prefix", test_history_by_prefix);
    g_test_add_func("/app/prompt/history-grows", test_history_grows);
    g_test_add_func("/app/prompt/menu", test_menu);
    g_test_add_func("/app/prompt/menu-of-one", test_menu_of_one);
    return g_test_run();
}
