/* Copying: which way is taken, what is sent, what is said. A script stands for tmux. */
#include "tui/clipboard.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/test.h"

static char *folder;

static char *
inside(const char *name)
{
    return g_build_filename(folder, name, NULL);
}

/* A tmux that keeps what it is given, or fails. */
static void
put_tmux(const char *script)
{
    g_autofree char *path = inside("tmux");
    g_assert_true(g_file_set_contents(path, script, -1, NULL));
    g_assert_cmpint(chmod(path, 0700), ==, 0);
}

static void
test_osc52(void)
{
    static const char text[] = "a \033]52;c;eA==\007 b\n\xff";
    g_autoptr(GString) out = g_string_new(NULL);
    g_autofree char *said = NULL;
    g_assert_true(clipboard_copy("auto", TRUE, text, sizeof text - 1, out, &said));
    g_assert_nonnull(strstr(said, "OSC 52"));
    g_autofree char *encoded = g_base64_encode((const guchar *)text, sizeof text - 1);
    g_autofree char *want = g_strdup_printf("\033]52;c;%s\007", encoded);
    g_assert_cmpstr(out->str, ==, want);
}

static void
test_ways(void)
{
    static const struct {
        const char *how;
        gboolean modern, copied, sent;
    } ways[] = {
        {"auto", TRUE, TRUE, TRUE},   {"auto", FALSE, FALSE, FALSE}, {"osc52", FALSE, TRUE, TRUE},
        {"none", TRUE, FALSE, FALSE}, {"none", FALSE, FALSE, FALSE},
    };
    for (guint i = 0; i < G_N_ELEMENTS(ways); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        g_autofree char *said = NULL;
        g_assert_true(clipboard_copy(ways[i].how, ways[i].modern, "x", 1, out, &said) == ways[i].copied);
        g_assert_true((out->len > 0) == ways[i].sent);
        g_assert_true((said != NULL) == ways[i].copied);
    }
}

/* GNU screen takes the sequence in strings of limited length, and hands on what is in them. */
static void
test_screen(void)
{
    g_setenv("STY", "1.tty", TRUE);
    g_autofree char *text = g_strnfill(3000, 'x'), *said = NULL;
    g_autoptr(GString) out = g_string_new(NULL);
    g_assert_true(clipboard_copy("auto", TRUE, text, 3000, out, &said));
    g_unsetenv("STY");
    g_autoptr(GString) passed = g_string_new(NULL);
    for (const char *at = out->str; *at;) {
        g_assert_true(g_str_has_prefix(at, "\033P"));
        const char *end = strstr(at, "\033\\");
        g_assert_nonnull(end);
        g_assert_cmpint(end - at, <, 768);
        g_string_append_len(passed, at + 2, end - at - 2);
        at = end + 2;
    }
    g_autofree char *encoded = g_base64_encode((const guchar *)text, 3000);
    g_autofree char *want = g_strdup_printf("\033]52;c;%s\007", encoded);
    g_assert_cmpstr(passed->str, ==, want);
}

static void
test_tmux(void)
{
    g_autofree char *kept = inside("kept"), *got = NULL, *said = NULL;
    g_autofree char *script = g_strdup_printf("#!/bin/sh\necho \"$@\" >'%s'\ncat >>'%s'\n", kept, kept);
    g_autoptr(GString) out = g_string_new(NULL);
    put_tmux(script);
    g_setenv("TMUX", "/nowhere,1,0", TRUE);
    g_assert_true(clipboard_copy("auto", TRUE, "some words", 10, out, &said));
    g_unsetenv("TMUX");
    g_assert_cmpuint(out->len, ==, 0);
    g_assert_nonnull(strstr(said, "tmux"));
    g_assert_true(g_file_get_contents(kept, &got, NULL, NULL));
    g_assert_cmpstr(got, ==, "load-buffer -w -\nsome words");
}

static void
test_tmux_fails(void)
{
    put_tmux("#!/bin/sh\nexit 1\n");
    g_setenv("TMUX", "/nowhere,1,0", TRUE);
    g_autoptr(GString) out = g_string_new(NULL);
    g_autofree char *said = NULL, *why = NULL;
    g_assert_true(clipboard_copy("auto", TRUE, "x", 1, out, &said)); /* the terminal's own clipboard then */
    g_assert_true(g_str_has_prefix(out->str, "\033]52;"));
    g_string_truncate(out, 0);
    g_assert_false(clipboard_copy("tmux", TRUE, "x", 1, out, &why));
    g_unsetenv("TMUX");
    g_assert_cmpuint(out->len, ==, 0);
    g_assert_nonnull(why);
}

static void
test_too_long(void)
{
    g_autofree char *text = g_strnfill(80000, 'y'), *said = NULL, *got = NULL, *path = inside("ibid/copied.txt");
    g_autoptr(GString) out = g_string_new(NULL);
    g_assert_true(clipboard_copy("auto", TRUE, text, 80000, out, &said));
    g_assert_cmpuint(out->len, ==, 0);
    g_assert_nonnull(strstr(said, path));
    g_assert_true(g_file_get_contents(path, &got, NULL, NULL));
    g_assert_cmpstr(got, ==, text);
    unlink(path);
    g_autofree char *state = inside("ibid");
    rmdir(state);
    g_autofree char *why = NULL, *block = inside("ibid");
    g_assert_true(g_file_set_contents(block, "", 0, NULL)); /* a file where the folder should be */
    g_assert_false(clipboard_copy("auto", TRUE, text, 80000, out, &why));
    g_assert_nonnull(strstr(why, "too long"));
    g_assert_cmpuint(out->len, ==, 0);
    unlink(block);
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    folder = g_dir_make_tmp("ibid-clipboard-XXXXXX", NULL);
    g_autofree char *path = g_strdup_printf("%s:%s", folder, g_getenv("PATH") ? g_getenv("PATH") : "/usr/bin:/bin");
    g_setenv("PATH", path, TRUE);
    g_setenv("XDG_STATE_HOME", folder, TRUE);
    g_unsetenv("TMUX");
    g_unsetenv("STY");
    g_test_add_func("/clipboard/osc52", test_osc52);
    g_test_add_func("/clipboard/ways", test_ways);
    g_test_add_func("/clipboard/screen", test_screen);
    g_test_add_func("/clipboard/tmux", test_tmux);
    g_test_add_func("/clipboard/tmux-fails", test_tmux_fails);
    g_test_add_func("/clipboard/too-long", test_too_long);
    int status = g_test_run();
    g_autofree char *tmux = inside("tmux"), *kept = inside("kept");
    unlink(tmux);
    unlink(kept);
    rmdir(folder);
    g_free(folder);
    return status;
}
