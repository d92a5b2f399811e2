/* What is wrong with citations and notes: each kind of fault, its place, and that sound articles have none. */
#include "article/integrity.h"

#include <string.h>

#include "tests/test.h"

#define HEAD "On salt\n\nMarch 4, 2026\n\n"

static Article *
from_text(const char *text)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autoptr(GError) error = NULL;
    ArticleOptions options = {.issued = "2026-03-04"};
    Article *article = article_from_bytes(bytes, "salt.txt", &options, &error);
    g_assert_no_error(error);
    return article;
}

/* The faults as lines "kind [text] message". */
static char *
faults_of(const char *text)
{
    g_autoptr(Article) article = from_text(text);
    g_autoptr(GArray) faults = integrity_find(article);
    const char *words = document_text(article_document(article), NULL);
    GString *lines = g_string_new(NULL);
    for (guint i = 0; i < faults->len; i++) {
        const Fault *fault = &g_array_index(faults, Fault, i);
        g_assert_cmpuint(fault->range.start, <, fault->range.end);
        g_assert_cmpuint(fault->range.end, <=, document_length(article_document(article)));
        g_string_append_printf(lines, "%s [%.*s] %s\n", fault_kind_name(fault->kind), (int)range_length(fault->range),
                               words + fault->range.start, fault->message);
    }
    return g_string_free(lines, FALSE);
}

static void
assert_faults(const char *text, const char *want)
{
    g_autofree char *got = faults_of(text);
    g_assert_cmpstr(got, ==, want);
}

static void
test_sound(void)
{
    assert_faults(HEAD "Salt is dear (Example Times, March 1). It was not (see Salt Post, May 14, September 10, 2025). [1]\n\n"
                       "It is (a little) cheaper now: a) by sea, b) by rail (Example Times, March 12, 2026). [2]\n\n"
                       "Notes:\n\n[1] Nobody asked.\n\n[2] Somebody did.\n",
                  "");
    assert_faults("Words alone.\n", "");
}

static void
test_dates(void)
{
    assert_faults(HEAD "Salt is dear (Salt Post, April 31, 2025). It is (Example Times, February 29, 2024).\n\n"
                       "It will be (Example Times, March 15, 2026). It was (Example Times, February 29, 2025).\n",
                  "impossible-date [Salt Post, April 31, 2025] there is no such day: 2025-04-31\n"
                  "date-after-issue [Example Times, March 15, 2026] 15 March 2026 lies after the day of issue, 4 March 2026\n"
                  "impossible-date [Example Times, February 29, 2025] there is no such day: 2025-02-29\n");
}

static void
test_parentheses(void)
{
    assert_faults(HEAD "Salt is dear ((Example Times, March 1, 2026). It is so.\n",
                  "parentheses [(] a parenthesis in the citation is never closed\n");
    assert_faults(HEAD "Salt is dear (Example Times, March 1, 2026)). It is so.\n",
                  "parentheses [)] a parenthesis is closed behind the citation that nothing opens\n");
    assert_faults(HEAD "Salt is dear (see Example Times, March 1, 2026. It is so.\n",
                  "parentheses [(see Example Times, March 1, 2026] the parenthesis of the citation is never closed\n");
    assert_faults(HEAD "Salt is dear (Smith and Lee 2019, p. 4. It is so.\n",
                  "parentheses [(Smith and Lee 2019, p. 4] the parenthesis of the citation is never closed\n");
    assert_faults(HEAD "Salt is dear (and always was. A smile is :) or :(\n", "");
}

static void
test_spelling(void)
{
    assert_faults(HEAD "Salt is dear (Salt-Post, March 1, 2025; Salt Post, March 2, 2025). It is (Salt Post, March 3, 2025).\n",
                  "spelling [Salt-Post] “Salt-Post” is spelt “Salt Post” elsewhere in this article\n");
    /* The pages of one site differ. */
    assert_faults(HEAD "Salt is dear (salt.example/one.html, March 1, 2025). It is so (salt.example/two.html, March 2, 2025).\n", "");
}

static void
test_notes(void)
{
    assert_faults(HEAD "Salt is dear. [1] It was not. [2] It is. [7]\n\nNotes:\n\n[1] Nobody asked.\n\n[2] Somebody "
                       "did.\n\n[2] Twice.\n\n[5] Late.\n",
                  "mark-without-note [[7]] the mark [7] has no note\n"
                  "note-without-mark [[2] Twice.] no mark in the text points to note 2\n"
                  "number-twice [[2] Twice.] there is a note 2 already\n"
                  "note-without-mark [[5] Late.] no mark in the text points to note 5\n"
                  "number-skipped [[5] Late.] notes 3 to 4 are missing: note 5 stands here\n");
}

static void
test_places(void)
{
    g_autoptr(Article) article = from_text("On salt\n\nÄpfel are dear.\n\nSalt is (Salt Post, April 31, 2025).\n");
    const char *text = document_text(article_document(article), NULL);
    PlaceWalk walk = {0};
    Place place = place_of(article, (gsize)(strstr(text, "are") - text), &walk);
    g_assert_cmpuint(place.column, ==, 7);
    g_assert_cmpuint(place.paragraph, ==, 1);
    Place later = place_of(article, (gsize)(strstr(text, "(Salt") - text), &walk);
    g_assert_cmpuint(later.line, ==, place.line + 1);
    g_assert_cmpuint(later.column, ==, 9);
    Place back = place_of(article, 0, &walk);
    g_assert_cmpuint(back.line, ==, 1);
    g_assert_cmpuint(back.column, ==, 1);
}

/* Ten times the text takes about ten times as long, not a hundred. */
static void
test_linear(void)
{
    static const char *const pieces[] = {"(", ")", "(see EDM, May 1. ", "(A, May 1, 2025))", "[1] "};
    for (guint i = 0; i < G_N_ELEMENTS(pieces); i++) {
        g_autoptr(GString) text = g_string_new("Words ");
        while (text->len < 1000000)
            g_string_append(text, pieces[i]);
        g_autoptr(Article) article = from_text(text->str);
        article_finish(article);
        gint64 begin = test_cpu_time();
        g_autoptr(GArray) faults = integrity_find(article);
        PlaceWalk walk = {0};
        for (guint k = 0; k < faults->len; k++)
            g_assert_cmpuint(place_of(article, g_array_index(faults, Fault, k).range.start, &walk).column, >, 0);
        g_assert_cmpint(test_cpu_time() - begin, <, 5 * G_USEC_PER_SEC);
    }
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/integrity/sound", test_sound);
    g_test_add_func("/integrity/dates", test_dates);
    g_test_add_func("/integrity/parentheses", test_parentheses);
    g_test_add_func("/integrity/spelling", test_spelling);
    g_test_add_func("/integrity/notes", test_notes);
    g_test_add_func("/integrity/places", test_places);
    g_test_add_func("/integrity/linear", test_linear);
    return g_test_run();
}
