/* Random texts made of the pieces that citations are made of: whatever comes out must hold together, and a printed
 * form must be read as what it was printed from. */
#include "tests/cite/help.h"

static const char *const PIECES[] = {
    "(",
    ")",
    "(",
    ")",
    "[",
    "]",
    ",",
    ", ",
    "; ",
    ";",
    " ",
    " ",
    " and ",
    "see ",
    "the ",
    "Alfa",
    "Harbour News",
    "HQR",
    "May 5",
    "5 May",
    "June 3, 2024",
    "2019",
    "12",
    "5-7",
    "May",
    "p. 7",
    "No. 6",
    "www.alfa.ge",
    "https://a.org/b",
    "t.me/c",
    "\"",
    "“",
    "”",
    "’",
    "–",
    " – ",
    ".",
    ". ",
    "[1]",
    "accessed ",
    "as cited by ",
    "Ministry of Tides",
    "radio",
    "и",
    "中国",
    "é",
    "@name",
    "X/@y",
    "#2",
    "$",
    "\n",
    "ibid.",
    "op. cit.",
    "Doe et al. 2019",
    "Doe and Roe 2020a",
    "cited above",
    "supra note ",
    "in an article in ",
    "Part One",
    "through ",
    "early ",
    "18:8:95",
    "2025-05-14",
    "to ",
    "of ",
    "/",
    "&",
    "…",
    "\xef\xbf\xbd",
};

static char *
random_text(GRand *random)
{
    GString *out = g_string_new(NULL);
    int count = g_rand_int_range(random, 1, 60);
    gboolean likely = g_rand_boolean(random); /* begins as a citation would */
    if (likely)
        g_string_append(out, "(Harbour News, May 5");
    for (int i = 0; i < count; i++)
        g_string_append(out, PIECES[g_rand_int_range(random, 0, G_N_ELEMENTS(PIECES))]);
    g_string_append(out, likely ? ")" : "");
    return g_string_free(out, FALSE);
}

static void
check_whole(const Document *document, const Citations *citations)
{
    gsize behind = 0, length = document_length(document);
    guint cites = 0;
    for (guint i = 0; i < citations_count(citations); i++) {
        const Citation *citation = citations_get(citations, i);
        g_assert_cmpuint(citation->range.start, >=, behind);
        g_assert_cmpuint(citation->range.end, <=, length);
        g_assert_cmpuint(citation->n_cites, >, 0);
        g_assert_cmpuint(citation->first_cite, ==, cites);
        cites += citation->n_cites;
        behind = citation->range.end;
        Range supported = citations_supported(citations, i);
        g_assert_cmpuint(supported.end, <=, citation->range.start);
        guint item = 0;
        for (guint j = 0; j < citation->n_cites; j++) {
            const Cite *cite = citations_cite(citations, citation->first_cite + j);
            g_assert_true(range_holds(citation->range, cite->range));
            g_assert_cmpuint(range_length(cite->range), >, 0);
            g_assert_true(!cite->source || range_holds(citation->range, cite->source_range));
            g_assert_true(cite->source || cite->issued);
            g_assert_cmpuint(cite->item, >=, item);
            g_assert_cmpuint(cite->reference, <, citations_reference_count(citations));
            g_assert_true(g_utf8_validate(cite->source ? cite->source : "", -1, NULL));
            item = cite->item;
            g_autofree char *words = issued_in_words(cite->issued, FALSE);
            g_assert_cmpstr(words, !=, "");
        }
    }
    g_assert_cmpuint(cites, ==, citations_cite_count(citations));
    layer_check(citations_layer(citations));
    layer_check(citations_cite_layer(citations));
}

static void
test_whole(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(20260218);
    guint found = 0;
    for (int i = 0; i < 4000; i++) {
        g_autofree char *text = random_text(random);
        g_autoptr(Document) document = help_document(text, i % 3 ? "2026-02-18" : NULL, NULL);
        g_autoptr(Citations) citations = help_citations(document, NULL);
        check_whole(document, citations);
        found += citations_count(citations);
    }
    g_assert_cmpuint(found, >, 1000); /* the test tests something */
}

/* What was read, printed in the genre's own form, is read as the same. */
static void
test_stable(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(7);
    static const char *const SOURCES[] = {
        "Alfa", "Harbour News", "Ministry of Tides", "www.alfa.ge", "Freedonian and Western agencies", "al-Manara"};
    static const char *const MONTHS[] = {"January", "March", "May", "September", "December"};
    for (int i = 0; i < 500; i++) {
        GString *text = g_string_new("It went on (");
        GString *want = g_string_new(NULL);
        int segments = g_rand_int_range(random, 1, 5);
        for (int s = 0; s < segments; s++) {
            const char *source = SOURCES[g_rand_int_range(random, 0, G_N_ELEMENTS(SOURCES))];
            gboolean see = g_rand_boolean(random);
            g_string_append_printf(text, "%s%s%s", s ? "; " : "", see ? "see " : "", source);
            g_string_append_printf(want, "%s%s%s:", s ? " | " : "", see ? "see " : "", source);
            int dates = g_rand_int_range(random, 1, 4);
            for (int d = 0; d < dates; d++) {
                static const int NUMBERS[] = {1, 3, 5, 9, 12};
                int month = g_rand_int_range(random, 0, G_N_ELEMENTS(MONTHS)), day = g_rand_int_range(random, 1, 29),
                    year = g_rand_int_range(random, 1995, 2026);
                g_string_append_printf(text, ", %s %d, %d", MONTHS[month], day, year);
                g_string_append_printf(want, " %d-%02d-%02d", year, NUMBERS[month], day);
            }
        }
        g_string_append(text, ").");
        g_autoptr(Document) document = help_document(text->str, "2026-02-18", NULL);
        g_autoptr(Citations) citations = help_citations(document, NULL);
        g_assert_cmpuint(citations_count(citations), ==, 1);
        g_autofree char *got = help_print(citations, 0);
        g_assert_cmpstr(got, ==, want->str);
        g_string_free(text, TRUE);
        g_string_free(want, TRUE);
    }
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/cite/random/whole", test_whole);
    g_test_add_func("/cite/random/stable", test_stable);
    return g_test_run();
}
