/* Every form of page and essay that the text importer knows, from a file to the printed document. */
#include "import/import.h"

#include <string.h>

#include "doc/dump.h"
#include "tests/test.h"

static const char *const fixtures[] = {
    "arabic",
    "capitals",
    "cjk",
    "email",
    "escapes",
    "essay",
    "essay-untitled",
    "invalid",
    "jrl",
    "kept",
    "line-ends-cr",
    "line-ends-mixed",
    "listing",
    "listing-tight",
    "lists",
    "monitor-1995",
    "monitor-1997",
    "newsline",
    "newspaper",
    "notes-plain",
    "notes-raised",
    "notes-restarted",
    "notes-unheaded",
    "only-title",
    "quotations",
    "references",
    "repost-2024",
    "rferl",
    "rferl-links",
    "russian",
    "site-2017",
    "site-2017-noname",
    "site-2026",
    "site-nav",
    "site-tight",
    "summary-inline",
    "summary-lines",
    "summary-paragraphs",
    "typo3-2014",
    "url",
    "utf-16be",
    "utf-16le",
    "utf-8-bom",
    "volume",
    "windows-1252",
    "wrapped",
};

static void
test_fixture(gconstpointer data)
{
    const char *name = data;
    g_autofree char *relative = g_strdup_printf("tests/import/fixtures/%s.txt", name),
                    *golden = g_strdup_printf("tests/import/golden/%s.dump", name);
    g_autofree char *path = test_path(relative);
    char *bytes = NULL;
    gsize length;
    g_assert_true(g_file_get_contents(path, &bytes, &length, NULL));
    g_autoptr(GBytes) given = g_bytes_new_take(bytes, length);
    g_autoptr(GError) error = NULL;
    g_autoptr(Document) document = import_bytes(given, &(ImportOptions){.name = name}, &error);
    g_assert_no_error(error);
    document_check(document);
    g_autofree char *dump = document_dump(document);
    test_golden(golden, dump);
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    for (gsize i = 0; i < G_N_ELEMENTS(fixtures); i++) {
        g_autofree char *name = g_strconcat("/import/golden/", fixtures[i], NULL);
        g_test_add_data_func(name, fixtures[i], test_fixture);
    }
    return g_test_run();
}
