/* The whole program on a terminal: what it takes and gives back, what it hears, and that nothing which happens to its
 * terminal makes it hang, spin or leave a mess. */
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "tests/test.h"
#include "tests/tui/pty.h"

static char *folder;  /* of this test's files */
static char *article; /* sixty paragraphs of some lines */

static char *
write_file(const char *name, const char *text)
{
    char *path = g_build_filename(folder, name, NULL);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    return path;
}

static char *
make_article(void)
{
    g_autoptr(GString) text = g_string_new("# The Harbour of Sampleport\n\n");
    for (int i = 1; i <= 60; i++)
        g_string_append_printf(text,
                               "Paragraph %d says that the harbour of Sampleport has been dredged again, and that the "
                               "ferry goes on time (see Example Times, March %d, 2024). The mayor did not answer, and "
                               "the keeper of light number %d was not asked.\n\n",
                               i, 1 + i % 28, i);
    return write_file("article.md", text->str);
}

static Pty *
start_with(PtyOptions options, const char *path)
{
    const char *const argv[] = {"ibid", path, NULL};
    return pty_start(&options, argv);
}

static Pty *
start(void)
{
    Pty *pty = start_with((PtyOptions){.width = 80, .height = 24}, article);
    pty_wait_for(pty, "Paragraph 1 says");
    pty_wait_quiet(pty);
    return pty;
}

/* The terminal is as it was found. */
static void
assert_left(Pty *pty)
{
    int x, y;
    g_assert_false(emulator_is_alternate(pty_emulator(pty)));
    g_assert_false(emulator_brackets_paste(pty_emulator(pty)));
    g_assert_false(emulator_reports_mouse(pty_emulator(pty)));
    g_assert_true(emulator_cursor(pty_emulator(pty), &x, &y));
    g_assert_true(pty_modes_are_restored(pty));
    pty_assert_clean(pty);
}

static void
quit(Pty *pty)
{
    pty_type(pty, "ZZ");
    g_assert_cmpint(pty_wait_exit(pty), ==, 0);
    assert_left(pty);
}

/* --- coming and going --------------------------------------------------------------------------------------------- */

static void
test_start_and_quit(void)
{
    g_autoptr(Pty) pty = start();
    g_assert_true(emulator_is_alternate(pty_emulator(pty)));
    g_assert_true(emulator_brackets_paste(pty_emulator(pty)));
    g_assert_true(pty_is_raw(pty));
    g_autofree char *screen = pty_screen(pty);
    g_assert_nonnull(strstr(screen, "The Harbour of Sampleport"));
    quit(pty);
    g_autofree char *after = pty_screen(pty);
    g_assert_null(strstr(after, "Sampleport"));
}

/* Nobody touches it: no byte, no work. */
static void
test_left_alone(void)
{
    g_autoptr(Pty) pty = start();
    gsize bytes = pty_bytes(pty)->len;
    guint64 ticks = pty_ticks(pty);
    pty_wait_quiet(pty);
    pty_wait_quiet(pty);
    g_assert_cmpuint(pty_bytes(pty)->len, ==, bytes);
    g_assert_cmpuint(pty_ticks(pty) - ticks, <=, 1);
    quit(pty);
}

static void
test_keys(void)
{
    g_autoptr(Pty) pty = start();
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
    quit(pty);
}

/* A burst of keys is read whole before a frame is painted. */
static void
test_many_keys(void)
{
    g_autoptr(Pty) pty = start();
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
    quit(pty);
}

/* A page is a write for the terminal, and few for ncurses' file in memory. */
static void
test_writes(void)
{
    g_autoptr(Pty) pty = start();
    guint64 before = pty_writes(pty);
    if (before == G_MAXUINT64) {
        g_test_skip("the kernel does not count writes");
        quit(pty);
        return;
    }
    pty_type(pty, " ");
    pty_wait_without(pty, "Paragraph 1 says");
    pty_wait_quiet(pty);
    g_assert_cmpuint(pty_writes(pty) - before, <=, 4);
    quit(pty);
}

static void
test_long_escape(void)
{
    g_autoptr(Pty) pty = start();
    pty_type(pty, "\033[?64;1;2c\033]11;rgb:0000/0000/0000\033\\\033[24;80R");
    pty_type(pty, "\033ZZ");
    g_assert_cmpint(pty_wait_exit(pty), ==, 0);
    assert_left(pty);
}

static void
test_paste(void)
{
    g_autoptr(Pty) pty = start();
    pty_type(pty, "\033[200~ZZ:q\r\033[201~");
    pty_wait_for(pty, "Pasted text goes only");
    pty_type(pty, ":");
    pty_wait_without(pty, "Pasted text");
    pty_type(pty, "\033[200~set the\ntheme\n\033[201~");
    pty_wait_for(pty, ":set the theme");
    pty_type(pty, "\003");
    pty_wait_without(pty, ":set the theme");
    quit(pty);
}

static void
test_mouse(void)
{
    g_autoptr(Pty) pty = start();
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
    quit(pty);
}

static void
test_copy(void)
{
    g_autoptr(Pty) pty = start();
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
    quit(pty);
}

/* --- sizes -------------------------------------------------------------------------------------------------------- */

static void
test_resize_and_back(void)
{
    g_autoptr(Pty) pty = start();
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
    quit(pty);
}

static void
test_resize_storm(void)
{
    g_autoptr(Pty) pty = start();
    pty_wait_quiet(pty);
    g_autofree char *before = pty_screen(pty);
    for (int i = 0; i < 150; i++)
        pty_resize(pty, g_test_rand_int_range(1, 200), g_test_rand_int_range(1, 60));
    pty_resize(pty, 80, 24);
    pty_wait_quiet(pty);
    g_autofree char *after = pty_screen(pty);
    g_assert_cmpstr(after, ==, before);
    quit(pty);
}

static void
test_sizes(void)
{
    static const int sizes[][2] = {{1, 1}, {2, 2}, {10, 3}, {3, 50}, {80, 1}, {500, 200}};
    for (guint i = 0; i < G_N_ELEMENTS(sizes); i++) {
        g_autoptr(Pty) pty = start_with((PtyOptions){.width = sizes[i][0], .height = sizes[i][1]}, article);
        pty_wait_quiet(pty);
        pty_type(pty, "j gg]cK\033");
        pty_wait_quiet(pty);
        quit(pty);
    }
}

/* A terminal that does not know its size, and an environment that claims to. */
static void
test_size_unknown(void)
{
    const char *const environment[] = {"LINES=5", "COLUMNS=20", NULL};
    g_autoptr(Pty) pty = start_with((PtyOptions){.environment = environment}, article);
    pty_wait_for(pty, "Paragraph 3 says");
    pty_resize(pty, 100, 30);
    pty_wait_for(pty, "Paragraph 5 says");
    quit(pty);
}

/* --- signals ------------------------------------------------------------------------------------------------------ */

static void
test_ending_signals(gconstpointer data)
{
    g_autoptr(Pty) pty = start();
    pty_kill(pty, GPOINTER_TO_INT(data));
    g_assert_cmpint(pty_wait_exit(pty), ==, 0);
    assert_left(pty);
}

static void
test_interrupt(void)
{
    g_autoptr(Pty) pty = start();
    pty_type(pty, ":abc");
    pty_wait_for(pty, ":abc");
    pty_kill(pty, SIGINT);
    pty_wait_without(pty, ":abc");
    quit(pty);
}

static Pty *
start_job(void)
{
    Pty *pty = start_with((PtyOptions){.width = 80, .height = 24, .job = TRUE}, article);
    pty_wait_for(pty, "Paragraph 1 says");
    pty_type(pty, "  ");
    pty_wait_without(pty, "Paragraph 1 says");
    pty_wait_quiet(pty);
    return pty;
}

static void
go_and_come_back(Pty *pty)
{
    g_autofree char *before = pty_screen(pty);
    for (int i = 0; i < 3; i++) {
        if (i % 2 == 0)
            pty_type(pty, "\032");
        else
            pty_kill(pty, SIGTSTP);
        pty_wait_stopped(pty);
        assert_left(pty);
        pty_foreground(pty, "$ the shell's own words\r\n$ fg\r\n");
        pty_wait_for(pty, "Sampleport");
        pty_wait_quiet(pty);
        g_assert_true(pty_is_raw(pty));
        g_assert_true(emulator_is_alternate(pty_emulator(pty)));
        g_autofree char *after = pty_screen(pty);
        g_assert_cmpstr(after, ==, before);
    }
}

static void
test_suspend(void)
{
    g_autoptr(Pty) pty = start_job();
    go_and_come_back(pty);
    quit(pty);
}

/* Stopped by force, the terminal could not be given back; it is taken again whole. */
static void
test_stopped_by_force(void)
{
    g_autoptr(Pty) pty = start_job();
    g_autofree char *before = pty_screen(pty);
    pty_kill(pty, SIGSTOP);
    pty_wait_stopped(pty);
    pty_foreground(pty, "\033[?1049l\033[?25h$ rubbish\r\n\033[3;9r");
    pty_wait_for(pty, "Sampleport");
    pty_wait_quiet(pty);
    g_assert_true(pty_is_raw(pty));
    g_assert_true(emulator_is_alternate(pty_emulator(pty)));
    g_autofree char *after = pty_screen(pty);
    g_assert_cmpstr(after, ==, before);
    pty_type(pty, "ZZ");
    g_assert_cmpint(pty_wait_exit(pty), ==, 0);
}

/* Resized while it was stopped. */
static void
test_resized_while_stopped(void)
{
    g_autoptr(Pty) pty = start_job();
    pty_type(pty, "\032");
    pty_wait_stopped(pty);
    pty_resize(pty, 100, 40);
    pty_foreground(pty, "");
    pty_wait_for(pty, "Sampleport");
    pty_wait_quiet(pty);
    g_autofree char *screen = pty_screen(pty);
    g_auto(GStrv) rows = g_strsplit(screen, "\n", -1);
    g_assert_cmpuint(strlen(rows[39]), >, 0); /* the status line at the new bottom */
    quit(pty);
}

/* Nobody is there who could continue it. */
static void
test_no_shell(void)
{
    g_autoptr(Pty) pty = start();
    pty_type(pty, "\032");
    pty_wait_for(pty, "no shell");
    pty_kill(pty, SIGTSTP);
    pty_type(pty, "G");
    pty_wait_for(pty, "Paragraph 60 says");
    quit(pty);
}

/* --- the terminal goes away, or does not read --------------------------------------------------------------------- */

static void
test_hang_up(void)
{
    g_autoptr(Pty) pty = start();
    pty_hang_up(pty);
    g_assert_cmpint(pty_wait_exit(pty), ==, 0);
}

static void
test_hang_up_while_stopped(void)
{
    g_autoptr(Pty) pty = start_job();
    pty_type(pty, "\032");
    pty_wait_stopped(pty);
    pty_hang_up(pty);
    pty_kill(pty, SIGCONT);
    g_assert_cmpint(pty_wait_exit(pty), ==, 0);
}

/* A terminal whose other side does not read: keys are still heard, and it ends when told to. */
static void
test_unread(gconstpointer data)
{
    g_autoptr(Pty) pty = start();
    for (int i = 0; i < 100; i++)
        pty_type(pty, " \014G\014gg\014");
    if (data)
        pty_kill(pty, GPOINTER_TO_INT(data));
    else
        pty_type(pty, "ZZ");
    g_assert_cmpint(pty_wait_exit_unread(pty), ==, 0);
    g_assert_true(pty_modes_are_restored(pty));
}

/* The status line names some things but once. */
static char *
without_status(Pty *pty)
{
    char *screen = pty_screen(pty);
    screen[strlen(screen) - 1] = '\0';
    *strrchr(screen, '\n') = '\0';
    return screen;
}

/* … and one that reads again after a while gets all that belongs on the screen. */
static void
test_slow_reader(void)
{
    g_autoptr(Pty) pty = start();
    for (int i = 0; i < 200; i++)
        pty_type(pty, "G\014gg\014");
    pty_kill(pty, SIGWINCH);
    pty_type(pty, "/number 40\r");
    pty_wait_for(pty, "Paragraph 40 says");
    pty_wait_quiet(pty);
    g_autofree char *screen = without_status(pty);
    pty_type(pty, "\014");
    pty_wait_quiet(pty);
    g_autofree char *painted = without_status(pty);
    g_assert_cmpstr(screen, ==, painted);
    quit(pty);
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
        g_autoptr(Pty) pty = start_with((PtyOptions){.width = 80, .height = 24, .environment = environment}, article);
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
    g_autoptr(Pty) pty = start_with((PtyOptions){.width = 80, .height = 24, .environment = environment}, article);
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
        g_autoptr(Pty) pty =
            start_with((PtyOptions){.width = 80, .height = 24, .environment = cases[i].environment}, article);
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
    g_autoptr(Pty) pty = start_with((PtyOptions){.width = 80, .height = 24, .input = article}, "-");
    pty_wait_for(pty, "Paragraph 1 says");
    pty_type(pty, "G");
    pty_wait_for(pty, "Paragraph 60 says");
    quit(pty);
}

static void
test_closed_descriptors(void)
{
    static const guint closed[] = {1, 4, 5};
    for (guint i = 0; i < G_N_ELEMENTS(closed); i++) {
        g_autoptr(Pty) pty = start_with((PtyOptions){.width = 80, .height = 24, .closed = closed[i]}, article);
        pty_wait_for(pty, "Paragraph 1 says");
        quit(pty);
    }
    g_autoptr(Pty) pty =
        start_with((PtyOptions){.width = 80, .height = 24, .closed = 2}, article); /* nowhere to show it */
    g_assert_cmpint(pty_wait_exit(pty), ==, 1);
}

/* Whatever stands in a document, its name or a prompt, no byte of it becomes part of a control function. */
static void
test_hostile_article(void)
{
    g_autofree char *path = write_file("name\033]0;LEAK\007\xc2\x9b.md",
                                       "# Title \033]0;LEAK\007 \033[31m \xc2\x9b"
                                       "31m \xe2\x80\xae end\n\nText \033[2J\033c \xc2\x90LEAK\xc2\x9c and [a "
                                       "link](https://example.org/\033]52;c;LEAK\007) and \033P1$r0m\033\\ \x7f \x0e "
                                       "\x9b[2J.\n\n## Head \033[6n\n\n> Quote \005 \033[5n\n");
    static const char *const environments[][2] = {{"TERM=xterm-256color", NULL}, {"TERM=vt100", NULL}};
    for (guint i = 0; i < G_N_ELEMENTS(environments); i++) {
        g_autoptr(Pty) pty = start_with((PtyOptions){.width = 80, .height = 24, .environment = environments[i]}, path);
        pty_wait_for(pty, "Title");
        pty_wait_quiet(pty);
        pty_type(pty, "/\xc2\x9b");
        pty_type(pty, "LEAK\r");
        pty_wait_quiet(pty);
        pty_type(pty, ":open ");
        pty_type(pty, "nowhere\r]cK\033st\t\t");
        pty_wait_quiet(pty);
        quit(pty);
    }
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    folder = g_dir_make_tmp("ibid-articles-XXXXXX", NULL);
    article = make_article();
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
    g_test_add_func("/program/resize-storm", test_resize_storm);
    g_test_add_func("/program/sizes", test_sizes);
    g_test_add_func("/program/size-unknown", test_size_unknown);
    g_test_add_data_func("/program/signal/term", GINT_TO_POINTER(SIGTERM), test_ending_signals);
    g_test_add_data_func("/program/signal/hup", GINT_TO_POINTER(SIGHUP), test_ending_signals);
    g_test_add_data_func("/program/signal/quit", GINT_TO_POINTER(SIGQUIT), test_ending_signals);
    g_test_add_func("/program/signal/int", test_interrupt);
    g_test_add_func("/program/suspend", test_suspend);
    g_test_add_func("/program/stopped-by-force", test_stopped_by_force);
    g_test_add_func("/program/resized-while-stopped", test_resized_while_stopped);
    g_test_add_func("/program/no-shell", test_no_shell);
    g_test_add_func("/program/hang-up", test_hang_up);
    g_test_add_func("/program/hang-up-while-stopped", test_hang_up_while_stopped);
    g_test_add_data_func("/program/unread/quit", NULL, test_unread);
    g_test_add_data_func("/program/unread/term", GINT_TO_POINTER(SIGTERM), test_unread);
    g_test_add_func("/program/slow-reader", test_slow_reader);
    g_test_add_func("/program/types", test_types);
    g_test_add_func("/program/dumb", test_dumb);
    g_test_add_func("/program/colours", test_colors);
    g_test_add_func("/program/standard-input", test_standard_input);
    g_test_add_func("/program/closed-descriptors", test_closed_descriptors);
    g_test_add_func("/program/hostile-article", test_hostile_article);
    int status = g_test_run();
    unlink(article);
    g_autofree char *hostile = g_build_filename(folder, "name\033]0;LEAK\007\xc2\x9b.md", NULL);
    unlink(hostile);
    rmdir(folder);
    g_free(article);
    g_free(folder);
    return status;
}
