/* The device: modes, size, type, and bytes to one that does not read. */
#include "tui/terminal.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "base/error.h"
#include "tests/test.h"

typedef struct {
    int master, slave;
    Terminal *terminal;
} Fixture;

static Fixture
open_fixture(unsigned short width, unsigned short height)
{
    Fixture f;
    struct winsize size = {.ws_col = width, .ws_row = height};
    g_assert_cmpint(openpty(&f.master, &f.slave, NULL, NULL, &size), ==, 0);
    fcntl(f.master, F_SETFL, O_NONBLOCK);
    g_autoptr(GError) error = NULL;
    f.terminal = terminal_open(f.slave, &error);
    g_assert_no_error(error);
    return f;
}

static void
close_fixture(Fixture *f)
{
    terminal_close(f->terminal);
    close(f->master);
    close(f->slave);
}

static void
test_modes(void)
{
    Fixture f = open_fixture(80, 24);
    struct termios before, raw, after;
    tcgetattr(f.slave, &before);
    before.c_cc[VERASE] = 8; /* somebody's own setting */
    tcsetattr(f.slave, TCSANOW, &before);
    for (int i = 0; i < 2; i++) {
        terminal_raw(f.terminal);
        terminal_raw(f.terminal);
        tcgetattr(f.slave, &raw);
        g_assert_cmpuint(raw.c_lflag & (ICANON | ECHO | ISIG | IEXTEN), ==, 0);
        g_assert_cmpuint(raw.c_iflag & (IXON | ICRNL), ==, 0);
        g_assert_cmpuint(raw.c_oflag & OPOST, ==, 0);
        terminal_cooked(f.terminal);
        terminal_cooked(f.terminal);
        tcgetattr(f.slave, &after);
        g_assert_cmpuint(after.c_lflag, ==, before.c_lflag);
        g_assert_cmpuint(after.c_iflag, ==, before.c_iflag);
        g_assert_cmpuint(after.c_oflag, ==, before.c_oflag);
        g_assert_cmpmem(after.c_cc, sizeof after.c_cc, before.c_cc, sizeof before.c_cc);
    }
    close_fixture(&f);
}

/* Non-blocking is ibid's own description of the device, never the shell's. */
static void
test_description(void)
{
    Fixture f = open_fixture(80, 24);
    g_assert_true(fcntl(terminal_fd(f.terminal), F_GETFL) & O_NONBLOCK);
    g_assert_true(fcntl(terminal_fd(f.terminal), F_GETFD) & FD_CLOEXEC);
    g_assert_false(fcntl(f.slave, F_GETFL) & O_NONBLOCK);
    close_fixture(&f);
}

static void
test_size(void)
{
    static const struct {
        unsigned short width, height;
        int want_width, want_height;
    } sizes[] = {{80, 24, 80, 24}, {0, 0, 80, 24}, {1, 1, 1, 1}, {0, 50, 80, 50}, {65535, 65535, 2000, 1000}};
    for (guint i = 0; i < G_N_ELEMENTS(sizes); i++) {
        Fixture f = open_fixture(sizes[i].width, sizes[i].height);
        int width, height;
        terminal_size(f.terminal, &width, &height);
        g_assert_cmpint(width, ==, sizes[i].want_width);
        g_assert_cmpint(height, ==, sizes[i].want_height);
        close_fixture(&f);
    }
}

static gsize
read_all(Fixture *f)
{
    char block[4096];
    gsize total = 0;
    for (;;) {
        struct pollfd wait = {f->master, POLLIN, 0};
        if (poll(&wait, 1, 50) <= 0)
            return total;
        ssize_t got = read(f->master, block, sizeof block);
        if (got <= 0)
            return total;
        for (ssize_t i = 0; i < got; i++)
            g_assert_cmpint(block[i], ==, 'a' + (int)((total + (gsize)i) % 26));
        total += (gsize)got;
    }
}

static char *
alphabet(gsize length)
{
    char *text = g_malloc(length);
    for (gsize i = 0; i < length; i++)
        text[i] = (char)('a' + i % 26);
    return text;
}

/* Calls of write() by this process so far; G_MAXUINT64 where the kernel does not say. */
static guint64
count_writes(void)
{
    g_autofree char *text = NULL;
    const char *count = g_file_get_contents("/proc/self/io", &text, NULL, NULL) ? strstr(text, "syscw: ") : NULL;
    return count ? g_ascii_strtoull(count + 7, NULL, 10) : G_MAXUINT64;
}

static void
test_one_write(void)
{
    Fixture f = open_fixture(80, 24);
    terminal_raw(f.terminal);
    g_autofree char *text = alphabet(3900);
    guint64 before = count_writes();
    terminal_send(f.terminal, text, 3900);
    if (before != G_MAXUINT64)
        g_assert_cmpuint(count_writes() - before, ==, 1);
    g_assert_false(terminal_is_behind(f.terminal));
    g_assert_cmpuint(read_all(&f), ==, 3900);
    close_fixture(&f);
}

/* Nobody reads: nothing blocks, nothing is lost or sent out of order once somebody does. */
static void
test_behind(void)
{
    Fixture f = open_fixture(80, 24);
    terminal_raw(f.terminal);
    gsize length = 26 * 40000, total = 0;
    g_autofree char *text = alphabet(length);
    terminal_send(f.terminal, text, length / 2);
    g_assert_true(terminal_is_behind(f.terminal));
    terminal_send(f.terminal, text + length / 2, length - length / 2);
    terminal_push(f.terminal);
    g_assert_true(terminal_is_behind(f.terminal));
    while (total < length) {
        char block[4096];
        struct pollfd wait = {f.master, POLLIN, 0};
        g_assert_cmpint(poll(&wait, 1, 10000), ==, 1);
        ssize_t got = read(f.master, block, sizeof block);
        g_assert_cmpint(got, >, 0);
        for (ssize_t i = 0; i < got; i++)
            g_assert_cmpint(block[i], ==, text[total + (gsize)i]);
        total += (gsize)got;
        terminal_push(f.terminal);
    }
    g_assert_false(terminal_is_behind(f.terminal));
    close_fixture(&f);
}

/* At the end a terminal that takes nothing is waited for a while, and no longer. */
static void
test_drain(void)
{
    Fixture f = open_fixture(80, 24);
    terminal_raw(f.terminal);
    g_autofree char *text = alphabet(1000000);
    terminal_send(f.terminal, text, 1000000);
    gint64 from = g_get_monotonic_time();
    terminal_drain(f.terminal, 50);
    g_assert_cmpint(g_get_monotonic_time() - from, >=, 45000);
    g_assert_false(terminal_is_behind(f.terminal));
    g_assert_false(terminal_is_gone(f.terminal));
    close_fixture(&f);
}

static void
test_gone(void)
{
    Fixture f = open_fixture(80, 24);
    terminal_raw(f.terminal);
    close(f.master);
    f.master = -1;
    terminal_send(f.terminal, "text", 4);
    g_assert_true(terminal_is_gone(f.terminal));
    terminal_send(f.terminal, "more", 4);
    g_assert_false(terminal_is_behind(f.terminal));
    terminal_drain(f.terminal, 10000);
    close_fixture(&f);
}

static void
test_types(void)
{
    static const struct {
        const char *term, *depth, *want;
        gboolean modern;
    } types[] = {
        {"xterm-256color", NULL, "xterm-256color", TRUE},
        {"xterm", NULL, "xterm", TRUE},
        {"xterm", "truecolor", "xterm-256color", TRUE},
        {"screen", "24bit", "screen-256color", TRUE},
        {"tmux-256color", NULL, "tmux-256color", TRUE},
        {"linux", "truecolor", "linux", FALSE},
        {"vt100", NULL, "vt100", FALSE},
        {"xterm-no-such", NULL, "xterm-256color", TRUE},
        {"no-such", NULL, "vt100", FALSE},
        {"", NULL, "vt100", FALSE},
        {NULL, NULL, "vt100", FALSE},
        {"../../etc/passwd", NULL, "vt100", FALSE},
        {"dumb", NULL, "vt100", FALSE}, /* cannot move the cursor; tui_possible() has said no before */
    };
    for (guint i = 0; i < G_N_ELEMENTS(types); i++) {
        if (types[i].term)
            g_setenv("TERM", types[i].term, TRUE);
        else
            g_unsetenv("TERM");
        if (types[i].depth)
            g_setenv("COLORTERM", types[i].depth, TRUE);
        else
            g_unsetenv("COLORTERM");
        Fixture f = open_fixture(80, 24);
        g_assert_cmpstr(terminal_type(f.terminal), ==, types[i].want);
        g_assert_true(terminal_is_modern(f.terminal) == types[i].modern);
        close_fixture(&f);
    }
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_setenv("TERM", "xterm-256color", TRUE);
    g_test_add_func("/terminal/modes", test_modes);
    g_test_add_func("/terminal/description", test_description);
    g_test_add_func("/terminal/size", test_size);
    g_test_add_func("/terminal/one-write", test_one_write);
    g_test_add_func("/terminal/behind", test_behind);
    g_test_add_func("/terminal/drain", test_drain);
    g_test_add_func("/terminal/gone", test_gone);
    g_test_add_func("/terminal/types", test_types);
    return g_test_run();
}
