/* The whole program on a terminal: what it takes and gives back, what it hears and shows, and what it is started with. */
#include <signal.h>
#include <string.h>

#include "tests/test.h"
#include "tests/tui/reader.h"

/* --- coming and going --------------------------------------------------------------------------------------------- */

static void
test_start_and_quit(void)
{
    g_autoptr(Pty) pty = reader_start();
    g_assert_true(emulator_is_alternate(pty_emulator(pty)));
    g_assert_true(emulator_brackets_paste(pty_emulator(pty)));
    g_assert_true(pty_is_raw(pty));
    g_autofree char *screen = pty_screen(pty);
    g_assert_nonnull(strstr(screen, "The Harbour of Sampleport"));
    reader_quit(pty);
    g_autofree char *after = pty_screen(pty);
    g_assert_null(strstr(after, "Sampleport"));
}

/* Nobody touches it: no byte, no work. */
static void
test_left_alone(void)
{
    g_autoptr(Pty) pty = reader_start();
    gsize bytes = pty_bytes(pty)->len;
    guint64 ticks = pty_ticks(pty);
    pty_wait_quiet(pty);
    pty_wait_quiet(pty);
    g_assert_cmpuint(pty_bytes(pty)->len, ==, bytes);
    g_assert_cmpuint(pty_ticks(pty) - ticks, <=, 1);
    reader_quit(pty);
}

static void
test_keys(void)
{
    g_autoptr(Pty) pty = reader_start();
    pty_type(pty, "G");
    pty_wait_for(pty, "Paragraph 60 says");
    pty_type(pty, "gg");
    pty_wait_for(pty, "Paragraph 1 says");
    pty_type(pty, " ");
    pty_wait_without(pty, "Paragraph 1 says");
    pty_type(pty, "\033[5~");
    pty_wait_for(pty, "Paragraph 1 says");
    pty_type(pty, "/number 40\r");
    pty_wait_for(pty, "Paragraph 40 says");
    pty_type(pty, ":käse 漢字");
    pty_wait_for(pty, ":käse 漢字");
    pty_type(pty, "\033");
    pty_wait_without(pty, "käse");
    reader_quit(pty);
}

/* A burst of keys is read whole before a frame is painted. */
static void
test_many_keys(void)
{
    g_autoptr(Pty) pty = reader_start();
    gsize before = pty_bytes(pty)->len;
    g_autoptr(GString) keys = g_string_new(NULL);
    for (int i = 0; i < 3000; i++)
        g_string_append(keys, i % 2 ? "\033[B" : "j");
    g_string_append(keys, "gg]c");
    pty_type(pty, keys->str);
    pty_wait_quiet(pty);
    g_autofree char *screen = pty_screen(pty);
    g_assert_nonnull(strstr(screen, "Paragraph 1 says"));
    g_assert_cmpuint(pty_bytes(pty)->len - before, <, 200 * 1000); /* not one frame for each key */
    reader_quit(pty);
}

/* A page is a write for the terminal, and few for ncurses' file in memory. */
static void
test_writes(void)
{
    g_autoptr(Pty) pty = reader_start();
    guint64 before = pty_writes(pty);
    if (before == G_MAXUINT64) {
        g_test_skip("the kernel does not count writes");
        reader_quit(pty);
        return;
    }
    pty_type(pty, " ");
    pty_wait_without(pty, "Paragraph 1 says");
    pty_wait_quiet(pty);
    g_assert_cmpuint(pty_writes(pty) - before, <=, 4);
    reader_quit(pty);
}

static void
test_long_escape(void)
{
    g_autoptr(Pty) pty = reader_start();
    pty_type(pty, "\033[?64;1;2c\033]11;rgb:0000/0000/0000\033\\\033[24;80R");
    pty_type(pty, "\033ZZ");
    g_assert_cmpint(pty_wait_exit(pty), ==, 0);
    reader_assert_left(pty);
}

static void
test_paste(void)
{
    g_autoptr(Pty) pty = reader_start();
    pty_type(pty, "\033[200~ZZ:q\r\033[201~");
    pty_wait_for(pty, "Pasted text goes only");
    pty_type(pty, ":");
    pty_wait_without(pty, "Pasted text");
    pty_type(pty, "\033[200~set the\ntheme\n\033[201~");
    pty_wait_for(pty, ":set the theme");
    pty_type(pty, "\003");
    pty_wait_without(pty, ":set the theme");
    reader_quit(pty);
}

static void
test_mouse(void)
{
    g_autoptr(Pty) pty = reader_start();
    g_assert_false(emulator_reports_mouse(pty_emulator(pty)));
    pty_type(pty, ":set mouse\r");
    pty_wait_quiet(pty);
    g_assert_true(emulator_reports_mouse(pty_emulator(pty)));
    for (int i = 0; i < 4; i++)
        pty_type(pty, "\033[<65;10;10M");
    pty_wait_without(pty, "Paragraph 1 says");
    pty_type(pty, ":set nomouse\r");
    pty_wait_quiet(pty);
    g_assert_false(emulator_reports_mouse(pty_emulator(pty)));
    reader_quit(pty);
}

static void
test_copy(void)
{
    g_autoptr(Pty) pty = reader_start();
    pty_type(pty, "yy");
    pty_wait_for(pty, "Copied");
    pty_wait_quiet(pty);
    const char *first = strstr(pty_bytes(pty)->str, "\033]52;c;");
    g_assert_nonnull(first);
    g_assert_null(strstr(first + 1, "\033]52;c;"));
    gsize length;
    g_autofree char *encoded = g_strndup(first + 7, strcspn(first + 7, "\007\033"));
    g_autofree guchar *text = g_base64_decode(encoded, &length);
    g_autofree char *copied = g_strndup((const char *)text, length);
    g_assert_true(g_str_has_prefix(copied, "Paragraph 1 says") || g_str_has_prefix(copied, "The Harbour"));
    reader_quit(pty);
}

/* --- sizes -------------------------------------------------------------------------------------------------------- */

static void
test_resize_and_back(void)
{
    g_autoptr(Pty) pty = reader_start();
    pty_type(pty, "   ");
    pty_wait_without(pty, "Paragraph 1 says");
    pty_wait_quiet(pty);
    g_autofree char *before = pty_screen(pty);
    pty_resize(pty, 40, 12);
    pty_wait_quiet(pty);
    g_autofree char *small = pty_screen(pty);
    g_assert_nonnull(strstr(small, "Paragraph"));
    pty_resize(pty, 80, 24);
    pty_wait_quiet(pty);
    g_autofree char *after = pty_screen(pty);
    g_assert_cmpstr(after, ==, before);
    reader_quit(pty);
}

/* There and back before it could look: the size is what it was, what stands on the terminal is not. */
static void
test_resize_unseen(void)
{
    g_autoptr(Pty) pty = reader_start();
    g_autofree char *before = pty_screen(pty);
    emulator_feed(pty_emulator(pty), "\033[5;5Hrubbish", 13);
    pty_wait_for(pty, "rubbish");
    pty_kill(pty, SIGWINCH);
    pty_wait_without(pty, "rubbish");
    pty_wait_quiet(pty);
    g_autofree char *after = pty_screen(pty);
    g_assert_cmpstr(after, ==, before);
    reader_quit(pty);
}

static void
test_resize_storm(void)
{
    g_autoptr(Pty) pty = reader_start();
    pty_wait_quiet(pty);
    g_autofree char *before = pty_screen(pty);
    for (int i = 0; i < 150; i++)
        pty_resize(pty, g_test_rand_int_range(1, 200), g_test_rand_int_range(1, 60));
    pty_resize(pty, 80, 24);
    pty_wait_quiet(pty);
    g_autofree char *after = pty_screen(pty);
    g_assert_cmpstr(after, ==, before);
    reader_quit(pty);
}

static void
test_sizes(void)
{
    static const int sizes[][2] = {{1, 1}, {2, 2}, {10, 3}, {3, 50}, {80, 1}, {500, 200}};
    for (guint i = 0; i < G_N_ELEMENTS(sizes); i++) {
        g_autoptr(Pty) pty =
            reader_start_with((PtyOptions){.width = sizes[i][0], .height = sizes[i][1]}, reader_article());
        pty_wait_quiet(pty);
        pty_type(pty, "j gg]cK\033");
        pty_wait_quiet(pty);
        reader_quit(pty);
    }
}

/* A terminal that does not know its size, and an environment that claims to. */
static void
test_size_unknown(void)
{
    const char *const environment[] = {"LINES=5", "COLUMNS=20", NULL};
    g_autoptr(Pty) pty = reader_start_with((PtyOptions){.environment = environment}, reader_article());
    pty_wait_for(pty, "Paragraph 3 says");
    pty_resize(pty, 100, 30);
    pty_wait_for(pty, "Paragraph 5 says");
    reader_quit(pty);
}

/* --- what it is started with -------------------------------------------------------------------------------------- */

static void
test_types(void)
{
    static const char *const types[] = {"TERM=vt100",
                                        "TERM=linux",
                                        "TERM=screen-256color",
                                        "TERM=tmux-256color",
                                        "TERM=xterm-nonsense",
                                        "TERM=no-such-term",
                                        "TERM=",
                                        "TERM",
                                        "TERM=../../../etc/passwd"};
    for (guint i = 0; i < G_N_ELEMENTS(types); i++) {
        const char *const environment[] = {types[i], NULL};
        g_autoptr(Pty) pty =
            reader_start_with((PtyOptions){.width = 80, .height = 24, .environment = environment}, reader_article());
        pty_wait_for(pty, "Paragraph 1 says");
        pty_type(pty, "G");
        pty_wait_for(pty, "Paragraph 60 says");
        pty_type(pty, "ZZ");
        g_assert_cmpint(pty_wait_exit(pty), ==, 0);
        g_assert_true(pty_modes_are_restored(pty));
    }
}

/* No screen to paint on: the text, line by line. */
static void
test_dumb(void)
{
    const char *const environment[] = {"TERM=dumb", NULL};
    g_autoptr(Pty) pty =
        reader_start_with((PtyOptions){.width = 80, .height = 24, .environment = environment}, reader_article());
    g_assert_cmpint(pty_wait_exit(pty), ==, 0);
    g_assert_null(strchr(pty_bytes(pty)->str, '\033'));
    g_assert_nonnull(strstr(pty_bytes(pty)->str, "Paragraph 60 says"));
}

static void
test_colors(void)
{
    static const struct {
        const char *environment[3];
        gboolean true_color, any;
    } cases[] = {
        {{NULL}, FALSE, TRUE},
        {{"COLORTERM=truecolor", NULL}, TRUE, TRUE},
        {{"COLORTERM=truecolor", "TERM=xterm", NULL}, TRUE, TRUE},
        {{"COLORTERM=truecolor", "NO_COLOR=1", NULL}, FALSE, FALSE},
        {{"COLORTERM=truecolor", "TERM=linux", NULL}, FALSE, TRUE},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Pty) pty = reader_start_with(
            (PtyOptions){.width = 80, .height = 24, .environment = cases[i].environment}, reader_article());
        pty_wait_for(pty, "Paragraph 1 says");
        pty_wait_quiet(pty);
        gboolean any = FALSE, true_color = strstr(pty_bytes(pty)->str, "38;2;") != NULL;
        for (int y = 0; y < 24; y++)
            for (int x = 0; x < 80; x++)
                any |= emulator_cell(pty_emulator(pty), x, y).foreground.kind != COLOR_DEFAULT;
        g_assert_true(true_color == cases[i].true_color);
        g_assert_true(any == cases[i].any);
        pty_type(pty, "ZZ");
        g_assert_cmpint(pty_wait_exit(pty), ==, 0);
    }
}

/* The article on standard input, the keys from the terminal. */
static void
test_standard_input(void)
{
    g_autoptr(Pty) pty = reader_start_with((PtyOptions){.width = 80, .height = 24, .input = reader_article()}, "-");
    pty_wait_for(pty, "Paragraph 1 says");
    pty_type(pty, "G");
    pty_wait_for(pty, "Paragraph 60 says");
    reader_quit(pty);
}

static void
test_closed_descriptors(void)
{
    static const guint closed[] = {1, 4, 5};
    for (guint i = 0; i < G_N_ELEMENTS(closed); i++) {
        g_autoptr(Pty) pty =
            reader_start_with((PtyOptions){.width = 80, .height = 24, .closed = closed[i]}, reader_article());
        pty_wait_for(pty, "Paragraph 1 says");
        reader_quit(pty);
    }
    g_autoptr(Pty) pty = reader_start_with((PtyOptions){.width = 80, .height = 24, .closed = 2},
                                           reader_article()); /* nowhere to show it */
    g_assert_cmpint(pty_wait_exit(pty), ==, 1);
}

/* Whatever stands in a document, its name or a prompt, no byte of it becomes part of a control function. */
static void
test_hostile_article(void)
{
    g_autofree char *path =
        reader_write_file("name\033]0;LEAK\007\xc2\x9b.md",
                          "# Title \033]0;LEAK\007 \033[31m \xc2\x9b"
                          "31m \xe2\x80\xae end\n\nText \033[2J\033c \xc2\x90LEAK\xc2\x9c and [a "
                          "link](https://example.org/\033]52;c;LEAK\007) and \033P1$r0m\033\\ \x7f \x0e "
                          "\x9b[2J.\n\n## Head \033[6n\n\n> Quote \005 \033[5n\n");
    static const char *const environments[][2] = {{"TERM=xterm-256color", NULL}, {"TERM=vt100", NULL}};
    for (guint i = 0; i < G_N_ELEMENTS(environments); i++) {
        g_autoptr(Pty) pty =
            reader_start_with((PtyOptions){.width = 80, .height = 24, .environment = environments[i]}, path);
        pty_wait_for(pty, "Title");
        pty_wait_quiet(pty);
        pty_type(pty, "/\xc2\x9b");
        pty_type(pty, "LEAK\r");
        pty_wait_quiet(pty);
        pty_type(pty, ":open ");
        pty_type(pty, "nowhere\r]cK\033st\t\t");
        pty_wait_quiet(pty);
        reader_quit(pty);
    }
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    reader_set_up();
    g_test_add_func("/program/start-and-quit", test_start_and_quit);
    g_test_add_func("/program/left-alone", test_left_alone);
    g_test_add_func("/program/keys", test_keys);
    g_test_add_func("/program/many-keys", test_many_keys);
    g_test_add_func("/program/writes", test_writes);
    g_test_add_func("/program/answers-of-the-terminal", test_long_escape);
    g_test_add_func("/program/paste", test_paste);
    g_test_add_func("/program/mouse", test_mouse);
    g_test_add_func("/program/copy", test_copy);
    g_test_add_func("/program/resize-and-back", test_resize_and_back);
    g_test_add_func("/program/resize-unseen", test_resize_unseen);
    g_test_add_func("/program/resize-storm", test_resize_storm);
    g_test_add_func("/program/sizes", test_sizes);
    g_test_add_func("/program/size-unknown", test_size_unknown);
    g_test_add_func("/program/types", test_types);
    g_test_add_func("/program/dumb", test_dumb);
    g_test_add_func("/program/colours", test_colors);
    g_test_add_func("/program/standard-input", test_standard_input);
    g_test_add_func("/program/closed-descriptors", test_closed_descriptors);
    g_test_add_func("/program/hostile-article", test_hostile_article);
    int status = g_test_run();
    reader_clean_up();
    return status;
}
