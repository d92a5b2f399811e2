/* See reader.h. */
#include "tests/tui/reader.h"

#include <string.h>
#include <unistd.h>

static char *folder;
static char *article;
static GPtrArray *files; /* char *, to be removed at the end */

char *
reader_write_file(const char *name, const char *text)
{
    char *path = g_build_filename(folder, name, NULL);
    g_ptr_array_add(files, g_strdup(path));
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
    return reader_write_file("article.md", text->str);
}

Pty *
reader_start_with(PtyOptions options, const char *path)
{
    const char *const argv[] = {"ibid", path, NULL};
    return pty_start(&options, argv);
}

Pty *
reader_start(void)
{
    Pty *pty = reader_start_with((PtyOptions){.width = 80, .height = 24}, article);
    pty_wait_for(pty, "Paragraph 1 says");
    pty_wait_quiet(pty);
    return pty;
}

void
reader_assert_left(Pty *pty)
{
    int x, y;
    g_assert_false(emulator_is_alternate(pty_emulator(pty)));
    g_assert_false(emulator_brackets_paste(pty_emulator(pty)));
    g_assert_false(emulator_reports_mouse(pty_emulator(pty)));
    g_assert_true(emulator_cursor(pty_emulator(pty), &x, &y));
    g_assert_true(pty_modes_are_restored(pty));
    pty_assert_clean(pty);
}

void
reader_quit(Pty *pty)
{
    pty_type(pty, "ZZ");
    g_assert_cmpint(pty_wait_exit(pty), ==, 0);
    reader_assert_left(pty);
}

const char *
reader_article(void)
{
    return article;
}

void
reader_set_up(void)
{
    folder = g_dir_make_tmp("ibid-articles-XXXXXX", NULL);
    files = g_ptr_array_new_with_free_func(g_free);
    article = make_article();
}

void
reader_clean_up(void)
{
    for (guint i = 0; i < files->len; i++)
        unlink(g_ptr_array_index(files, i));
    rmdir(folder);
    g_ptr_array_unref(files);
    g_free(article);
    g_free(folder);
}
