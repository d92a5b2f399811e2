/* The lists: how they are read, what is wrong in them, and that the shipped ones hold what they promise. */
#include "entity/lists.h"

#include <glib/gstdio.h>

#include "base/error.h"
#include "entity/token.h"
#include "tests/entity/prose.h"

static const char *const names[] = {"cues.txt",   "common_words.txt", "given_names.txt",   "family_names.txt",
                                    "titles.txt", "places.txt",       "organisations.txt", "other.txt"};

/* A folder with empty lists, but for one. */
static char *
make_folder(const char *file, const char *text)
{
    g_autoptr(GError) error = NULL;
    char *folder = g_dir_make_tmp("lists-XXXXXX", &error);
    g_assert_no_error(error);
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = g_build_filename(folder, names[i], NULL);
        g_assert_true(g_file_set_contents(path, strcmp(names[i], file) == 0 ? text : "# nothing\n", -1, NULL));
    }
    return folder;
}

static void
remove_folder(char *folder)
{
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = g_build_filename(folder, names[i], NULL);
        g_unlink(path);
    }
    g_rmdir(folder);
    g_free(folder);
}

static void
test_faults(void)
{
    static const struct {
        const char *file, *text, *message;
    } cases[] = {
        {"cues.txt", "# head\nsay\tsaid\nspeak\tspoke\n",
         "cues.txt:3: unknown class “speak”; the head of the file names the classes"},
        {"cues.txt", "say\n", "cues.txt:1: a word is missing; write CLASS, a tab and the word"},
        {"places.txt", "Tarvik\n\tTarvik City\n", "places.txt:2: the name is missing; a line begins with it"},
        {"places.txt", "Union of Tarvik\tUT\t\tTarvik\n",
         "places.txt:1: the tied place “Tarvik” is not known here; put its own line before this one"},
        {"other.txt", "Caf\xe9 Accord\n", "other.txt: the list is no valid UTF-8; save it as UTF-8"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        char *folder = make_folder(cases[i].file, cases[i].text);
        g_autofree char *want = g_strdup_printf("%s/%s", folder, cases[i].message);
        g_autoptr(GError) error = NULL;
        g_assert_null(entity_lists_load(folder, &error));
        g_assert_error(error, IBID_ERROR, IBID_ERROR_CONFIG);
        g_assert_cmpstr(error->message, ==, want);
        remove_folder(folder);
    }
    g_autoptr(GError) error = NULL;
    g_assert_null(entity_lists_load("/nonexistent", &error));
    g_assert_error(error, IBID_ERROR, IBID_ERROR_CONFIG);
    g_assert_true(g_str_has_prefix(error->message, "/nonexistent/cues.txt: the list cannot be read ("));
}

static void
test_own(void)
{
    char *folder = make_folder(
        "places.txt", "# own\r\nTarvik\t\tTarvikan|Tarvikans\r\nUnion of Tarvik\tUT|Zork\t\tTarvik\r\nthe Nether\n");
    g_autoptr(GError) error = NULL;
    g_autoptr(EntityLists) lists = entity_lists_load(folder, &error);
    g_assert_no_error(error);
    static const ProseCase cases[] = {
        {"It rose in Tarvik, not for Tarvikans or the UT.", "place Tarvik; place UT"},
        {"The Union of Tarvik is Tarvik, UT, Zork and TARVIK.", "place Union of Tarvik = Tarvik, UT, Zork x5"},
        {"Not Ut, not zork.", ""},
        {"All of the Nether and the nether.", "place Nether"},
    };
    prose_check(lists, cases, G_N_ELEMENTS(cases));
    remove_folder(folder);
}

static void
test_none(void)
{
    g_autoptr(EntityLists) lists = entity_lists_load(NULL, NULL);
    g_assert_nonnull(lists);
    g_assert_cmpuint(lists_entry_count(lists), ==, 0);
    g_assert_cmpuint(lists_word(lists, "Baku", 4), ==, WORD_NONE);
    g_autofree char *found = prose_found(NULL, "Even without lists the Tarvik Energy Forum (TEF) is tied.");
    g_assert_cmpstr(found, ==, "organisation Tarvik Energy Forum = TEF x2");
}

/* Every line of the shipped lists is used, and every name in them is found by itself. */
static void
test_shipped(void)
{
    g_autoptr(EntityLists) lists = prose_lists();
    static const struct {
        const char *file;
        EntityType type;
    } files[] = {{"places.txt", ENTITY_PLACE}, {"organisations.txt", ENTITY_ORGANISATION}, {"other.txt", ENTITY_OTHER}};
    guint checked = 0, entries = 0;
    for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *relative = g_strconcat("content/entities/", files[i].file, NULL), *path = test_path(relative),
                        *text = NULL;
        g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
        g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
        for (guint j = 0; lines[j]; j++) {
            if (!*lines[j] || *lines[j] == '#')
                continue;
            entries++;
            g_auto(GStrv) fields = g_strsplit(lines[j], "\t", -1);
            g_auto(GStrv) others = g_strsplit(fields[1] ? fields[1] : "", "|", -1);
            const char *first = fields[0];
            guint32 node = NODE_ROOT;
            gsize at = 0;
            Token token;
            while (node != NODE_NONE && token_cut(first, strlen(first), &at, &token))
                node = lists_child(lists, node, lists_word(lists, first + token.start, token.length));
            g_assert_cmpuint(node, !=, NODE_NONE);
            guint32 entry = lists_node(lists, node)->entry;
            g_assert_cmpuint(entry, !=, ENTRY_NONE);
            for (guint k = 0; others[k]; k++) {
                if (strcmp(others[k], first) == 0)
                    g_error("%s: “%s” stands twice in its line", files[i].file, first);
                checked++;
            }
        }
    }
    g_assert_cmpuint(entries, ==, lists_entry_count(lists));
    g_assert_cmpuint(checked, >, 1000);
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/entity/lists/faults", test_faults);
    g_test_add_func("/entity/lists/own", test_own);
    g_test_add_func("/entity/lists/none", test_none);
    g_test_add_func("/entity/lists/shipped", test_shipped);
    return g_test_run();
}
