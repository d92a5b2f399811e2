/* The whole program and what happens to it from outside: signals, job control, a terminal that goes away or does not
 * read. Nothing of it may make the program hang, spin or leave a mess. */
#include <signal.h>
#include <string.h>

#include "tests/test.h"
#include "tests/tui/reader.h"

/* --- signals ------------------------------------------------------------------------------------------------------ */

static void
test_ending_signals(gconstpointer data)
{
    g_autoptr(Pty) pty = reader_start();
    pty_kill(pty, GPOINTER_TO_INT(data));
    g_assert_cmpint(pty_wait_exit(pty), ==, 0);
    reader_assert_left(pty);
}

static void
test_interrupt(void)
{
    g_autoptr(Pty) pty = reader_start();
    pty_type(pty, ":abc");
    pty_wait_for(pty, ":abc");
    pty_kill(pty, SIGINT);
    pty_wait_without(pty, ":abc");
    reader_quit(pty);
}

static Pty *
start_job(void)
{
    Pty *pty = reader_start_with((PtyOptions){.width = 80, .height = 24, .job = TRUE}, reader_article());
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
        reader_assert_left(pty);
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
    reader_quit(pty);
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
    reader_quit(pty);
}

/* Nobody is there who could continue it. */
static void
test_no_shell(void)
{
    g_autoptr(Pty) pty = reader_start();
    pty_type(pty, "\032");
    pty_wait_for(pty, "no shell");
    pty_kill(pty, SIGTSTP);
    pty_type(pty, "G");
    pty_wait_for(pty, "Paragraph 60 says");
    reader_quit(pty);
}

/* --- the terminal goes away, or does not read --------------------------------------------------------------------- */

static void
test_hang_up(void)
{
    g_autoptr(Pty) pty = reader_start();
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
    g_autoptr(Pty) pty = reader_start();
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
    g_autoptr(Pty) pty = reader_start();
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
    reader_quit(pty);
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    reader_set_up();
    g_test_add_data_func("/jobs/signal/term", GINT_TO_POINTER(SIGTERM), test_ending_signals);
    g_test_add_data_func("/jobs/signal/hup", GINT_TO_POINTER(SIGHUP), test_ending_signals);
    g_test_add_data_func("/jobs/signal/quit", GINT_TO_POINTER(SIGQUIT), test_ending_signals);
    g_test_add_func("/jobs/signal/int", test_interrupt);
    g_test_add_func("/jobs/suspend", test_suspend);
    g_test_add_func("/jobs/stopped-by-force", test_stopped_by_force);
    g_test_add_func("/jobs/resized-while-stopped", test_resized_while_stopped);
    g_test_add_func("/jobs/no-shell", test_no_shell);
    g_test_add_func("/jobs/hang-up", test_hang_up);
    g_test_add_func("/jobs/hang-up-while-stopped", test_hang_up_while_stopped);
    g_test_add_data_func("/jobs/unread/quit", NULL, test_unread);
    g_test_add_data_func("/jobs/unread/term", GINT_TO_POINTER(SIGTERM), test_unread);
    g_test_add_func("/jobs/slow-reader", test_slow_reader);
    int status = g_test_run();
    reader_clean_up();
    return status;
}
