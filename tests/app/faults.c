/* Faults in the files of settings: each file is read at its own moment, and the reader is told of all of them in one message. */
#include "tests/app/harness.h"

#include <glib/gstdio.h>

static void
write_file(const char *folder, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(folder, "ibid", name, NULL);
    g_autoptr(GError) error = NULL;
    g_file_set_contents(path, text, -1, &error);
    g_assert_no_error(error);
}

static void
test_all_are_counted(void)
{
    g_autofree char *folder = g_dir_make_tmp("ibid-faults-XXXXXX", NULL);
    g_autofree char *own = g_build_filename(folder, "ibid", NULL);
    g_assert_cmpint(g_mkdir(own, 0700), ==, 0);
    g_setenv("XDG_CONFIG_HOME", folder, TRUE);
    write_file(folder, "config.ini", "[reader]\nmeasure = \"9999\"\ncolour = \"1\"\n");
    g_autoptr(Harness) one = harness_open(FERRY, 120, 40);
    assert_message(one, "config.ini:2: measure");
    assert_message(one, "(and 1 more)");
    write_file(folder, "keys.ini", "[normal]\nnonsense = \"x\"\n");
    g_autoptr(Harness) both = harness_open(FERRY, 120, 40);
    assert_message(both, "config.ini:2: measure");
    assert_message(both, "(and 2 more)");
    press(both, "j");
    assert_no_message(both);
    write_file(folder, "config.ini", "[reader]\n");
    g_autoptr(Harness) other = harness_open(FERRY, 120, 40);
    assert_message(other, "keys.ini:2: ");
    assert_hides(other, "more)");
    static const char *const names[] = {"ibid/config.ini", "ibid/keys.ini", "ibid", ""};
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = g_build_filename(folder, names[i], NULL);
        g_assert_cmpint(g_remove(path), ==, 0);
    }
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/faults/counted", test_all_are_counted);
    return g_test_run();
}
