/* An article: opening, titles, working in slices, warnings about shared lists. */
#include "article/article.h"

#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "doc/builder.h"
#include "tests/test.h"

static Article *
from_text(const char *text, const char *name)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autoptr(GError) error = NULL;
    Article *article = article_from_bytes(bytes, name, NULL, &error);
    g_assert_no_error(error);
    return article;
}

static void
test_open(void)
{
    g_autofree char *path = test_path("tests/cli/fixtures/salt.txt");
    g_autoptr(GError) error = NULL;
    g_autoptr(Article) article = article_open(path, NULL, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(article_name(article), ==, path);
    g_assert_cmpstr(article_title(article), ==, "Salt Finds Its Way to Sampleport");
    g_assert_cmpstr(document_meta(article_document(article))->issued, ==, "2026-03-04");
    g_assert_cmpuint(citations_count(article_citations(article)), ==, 0);
    g_assert_cmpuint(entities_count(article_entities(article)), ==, 0);
    g_assert_cmpint(article_progress(article), ==, 0);
    g_assert_cmpuint(article_revision(article), ==, 0);
}

static void
test_errors(void)
{
    g_autoptr(GError) missing = NULL, usage = NULL, limit = NULL;
    g_assert_null(article_open("/nonexistent/a.txt", NULL, &missing));
    g_assert_error(missing, IBID_ERROR, IBID_ERROR_READ);
    g_autofree char *path = test_path("tests/cli/fixtures/salt.txt");
    ArticleOptions odd = {.as = "docx"}, small = {.max_size = 100};
    g_assert_null(article_open(path, &odd, &usage));
    g_assert_error(usage, IBID_ERROR, IBID_ERROR_USAGE);
    g_assert_null(article_open(path, &small, &limit));
    g_assert_error(limit, IBID_ERROR, IBID_ERROR_LIMIT);
}

static void
test_issued(void)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static("Salt is sold. It is dear (Example Times, March 1).\n", 51);
    ArticleOptions options = {.issued = "2019-05-06"};
    g_autoptr(Article) article = article_from_bytes(bytes, "a", &options, NULL);
    article_finish(article);
    g_assert_cmpuint(citations_cite_count(article_citations(article)), ==, 1);
    g_assert_cmpstr(citations_cite(article_citations(article), 0)->issued, ==, "2019-03-01");
}

static void
test_steps(void)
{
    g_autoptr(GString) text = g_string_new("On salt\n\nMarch 4, 2026\n\n");
    for (int i = 0; i < 5000; i++)
        g_string_append_printf(text,
                               "The harbour of Sampleport sold %d tons to President Ada Sample (Example Times, March "
                               "1; see EDM, May %d, 2025).\n\n",
                               i, 1 + i % 30);
    g_autoptr(Article) article = from_text(text->str, "a"), whole = from_text(text->str, "b");
    int progress = 0, steps = 1;
    guint revision = 0, found = 0;
    /* A deadline that has passed already still brings the work forward. */
    for (; article_step(article, g_get_monotonic_time()); steps++) {
        g_assert_cmpint(article_progress(article), >=, progress);
        g_assert_cmpint(article_progress(article), <, 100);
        progress = article_progress(article);
        g_assert_cmpuint(citations_count(article_citations(article)), >=, found);
        if (citations_count(article_citations(article)) > found)
            g_assert_cmpuint(article_revision(article), >, revision);
        found = citations_count(article_citations(article));
        revision = article_revision(article);
    }
    g_assert_cmpint(steps, >, 1);
    g_assert_cmpint(article_progress(article), ==, 100);
    g_assert_cmpuint(article_revision(article), >, 0);
    g_assert_false(article_step(article, G_MAXINT64));
    article_finish(whole);
    g_autofree char *cites = citations_dump(article_citations(article)),
                    *cites_whole = citations_dump(article_citations(whole));
    g_autofree char *names = entities_dump(article_entities(article)),
                    *names_whole = entities_dump(article_entities(whole));
    g_assert_cmpuint(citations_count(article_citations(whole)), ==, 5000);
    g_assert_cmpstr(cites, ==, cites_whole);
    g_assert_cmpstr(names, ==, names_whole);
}

static void
assert_title(const char *text, const char *name, const char *want)
{
    g_autoptr(Builder) b = builder_new(0);
    if (*text)
        builder_block(b, &(BlockSpec){.kind = BLOCK_PARAGRAPH, .role = ROLE_BODY}, text, (gssize)strlen(text));
    g_autoptr(Document) document = builder_finish(b);
    g_autoptr(Article) article = article_from_document(document, name);
    g_assert_cmpstr(article_title(article), ==, want);
}

static void
test_titles(void)
{
    assert_title("Some words.", "a.txt", "Some words.");
    assert_title("  Words on\ntwo\tlines ", "a.txt", "Words on two lines");
    assert_title("Sixty cells are enough for a title that nobody gave to the text that it stands over", "a.txt",
                 "Sixty cells are enough for a title that nobody gave to the…");
    assert_title("a\033[31mb", "a.txt", "a␛[31mb");
    assert_title("", "folder/b\033[31m\nc.txt", "b␛[31m␊c.txt");
    assert_title("", "standard input", "standard input");
}

static void
test_references(void)
{
    Article *article = from_text("Some words.\n", "a");
    g_assert_true(article_ref(article) == article);
    article_unref(article);
    g_assert_cmpstr(article_name(article), ==, "a");
    article_unref(article);
    article_unref(NULL);
}

/* A fault in the user's list is told once, by the first article, and the work goes on. In a process of its own, since the lists are loaded once. */
static void
test_warning(void)
{
    if (g_test_subprocess()) {
        g_autofree char *folder = g_dir_make_tmp("ibid-XXXXXX", NULL);
        g_autofree char *own = g_build_filename(folder, "ibid", NULL),
                        *path = g_build_filename(own, "sources.ini", NULL);
        g_assert_cmpint(g_mkdir_with_parents(own, 0700), ==, 0);
        g_assert_true(g_file_set_contents(path, "[Example Times\nclass = wire\n", -1, NULL));
        g_setenv("XDG_CONFIG_HOME", folder, TRUE);
        g_autoptr(Article) article = from_text("Salt is sold (Example Times, March 1, 2025).\n", "a"),
                           second = from_text("Words.\n", "b");
        g_assert_null(article_take_warning(article));
        article_finish(article);
        article_finish(second);
        g_autofree char *warning = article_take_warning(article);
        g_assert_nonnull(warning);
        g_assert_nonnull(strstr(warning, "sources.ini:1: "));
        g_assert_null(article_take_warning(article));
        g_assert_null(article_take_warning(second));
        g_assert_cmpuint(citations_count(article_citations(article)), ==, 1);
        unlink(path);
        rmdir(own);
        rmdir(folder);
        return;
    }
    g_test_trap_subprocess(NULL, 0, 0);
    g_test_trap_assert_passed();
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/article/open", test_open);
    g_test_add_func("/article/errors", test_errors);
    g_test_add_func("/article/issued", test_issued);
    g_test_add_func("/article/steps", test_steps);
    g_test_add_func("/article/titles", test_titles);
    g_test_add_func("/article/references", test_references);
    g_test_add_func("/article/warning", test_warning);
    return g_test_run();
}
