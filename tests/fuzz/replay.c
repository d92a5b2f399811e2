/* The main of a fuzz target in a normal build: its corpus, and the empty input, one after the other, as TAP. */
#include <stdio.h>

#include "tests/fuzz/fuzz.h"

static gint
name_compare(gconstpointer a, gconstpointer b)
{
    return g_strcmp0(*(char *const *)a, *(char *const *)b);
}

int
main(int argc, char **argv)
{
    const char *top = g_getenv("srcdir");
    g_autofree char *target = g_path_get_basename(argv[0]);
    g_autofree char *folder = g_build_filename(top ? top : ".", "tests", "fuzz", "corpus", target, NULL);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (const char *name = dir ? g_dir_read_name(dir) : NULL; name; name = g_dir_read_name(dir))
        g_ptr_array_add(names, g_strdup(name));
    g_ptr_array_sort(names, name_compare);
    setvbuf(stdout, NULL, _IOLBF, 0); /* a crash must not swallow what was said */
    printf("1..%u\n", names->len + 1);
    LLVMFuzzerTestOneInput((const guint8 *)"", 0);
    printf("ok 1 - the empty input\n");
    for (guint i = 0; i < names->len; i++) {
        const char *name = g_ptr_array_index(names, i);
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_autofree char *bytes = NULL;
        gsize length = 0;
        gboolean read = g_file_get_contents(path, &bytes, &length, NULL);
        if (read)
            LLVMFuzzerTestOneInput((const guint8 *)bytes, length);
        printf("%s %u - %s\n", read ? "ok" : "not ok", i + 2, name);
    }
    return names->len > 0 ? 0 : 1;
}
