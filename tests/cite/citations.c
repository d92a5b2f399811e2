/* Whole documents: ranges, references, sources, notes, slices, what a citation supports, hostile text. */
#include "tests/cite/help.h"

#include <glib/gstdio.h>

static const char ARTICLE[] =
    "Freedonia has deepened its ties with the lowlands (PTA, Harbour News, March 3). The treaty was signed in spring "
    "(see HQR, May 14, September 10, 2023; the Harbour News, April 30, 2023).\n"
    "Trade grew by half (HARBOUR NEWS, March 3). The minister denied it. (Lowland-Press, March 4)\n"
    "It fell again (see Harbour Quarterly Review, September 10, 2023). [1]";

static Sources *
load_sources(void)
{
    g_autofree char *path = NULL;
    int fd = g_file_open_tmp("ibid-sources-XXXXXX", &path, NULL);
    g_close(fd, NULL);
    g_assert_true(g_file_set_contents(path,
                                      "[HQR]\nlong = \"Harbour Quarterly Review\"\nclass = \"own series\"\n[Lowland "
                                      "Press]\nclass = \"wire\"\naliases = \"PTA\"\n",
                                      -1, NULL));
    Sources *sources = sources_load(path, NULL, NULL);
    g_remove(path);
    return sources;
}

static void
test_ranges(void)
{
    g_autoptr(Document) document = help_document(ARTICLE, "2024-03-10", NULL);
    g_autoptr(Citations) citations = help_citations(document, NULL);
    static const char *const RANGES[] = {"March 3",
                                         "Harbour News, March 3",
                                         "HQR, May 14",
                                         "September 10, 2023",
                                         "Harbour News, April 30, 2023",
                                         "HARBOUR NEWS, March 3",
                                         "Lowland-Press, March 4",
                                         "Harbour Quarterly Review, September 10, 2023"};
    static const char *const SOURCES[] = {"PTA",
                                          "Harbour News",
                                          "HQR",
                                          "HQR",
                                          "the Harbour News",
                                          "HARBOUR NEWS",
                                          "Lowland-Press",
                                          "Harbour Quarterly Review"};
    g_assert_cmpuint(citations_cite_count(citations), ==, G_N_ELEMENTS(RANGES));
    for (guint i = 0; i < G_N_ELEMENTS(RANGES); i++) {
        const Cite *cite = citations_cite(citations, i);
        g_autofree char *range = help_text(document, cite->range), *source = help_text(document, cite->source_range);
        g_assert_cmpstr(range, ==, i == 4 ? "the Harbour News, April 30, 2023" : RANGES[i]);
        g_assert_cmpstr(source, ==, SOURCES[i]);
        g_assert_cmpstr(cite->source, ==, SOURCES[i]);
        g_assert_true(range_holds(citations_get(citations, cite->citation)->range, cite->range));
    }
    layer_check(citations_layer(citations));
    layer_check(citations_cite_layer(citations));
    g_assert_cmpuint(layer_size(citations_layer(citations)), ==, citations_count(citations));
    g_assert_cmpuint(layer_size(citations_cite_layer(citations)), ==, citations_cite_count(citations));
}

/* Spellings are one source; a source and a date are one reference; a source that is the publication is the article's
 * own series. */
static void
test_references(void)
{
    g_autoptr(Sources) sources = load_sources();
    g_autoptr(Document) document = help_document(ARTICLE, "2024-03-10", "Harbour News");
    g_autoptr(Citations) citations = help_citations(document, sources);
    g_assert_cmpuint(citations_count(citations), ==, 5);
    g_assert_cmpuint(citations_cite_count(citations), ==, 8);
    g_assert_cmpuint(citations_source_count(citations), ==, 3);
    g_assert_cmpuint(citations_reference_count(citations), ==, 6);
    const CitedSource *press = citations_source(citations, 0), *news = citations_source(citations, 1),
                      *review = citations_source(citations, 2);
    g_assert_cmpstr(press->name, ==, "Lowland Press");
    g_assert_cmpuint(press->n_cites, ==, 2);
    g_assert_cmpint(press->class, ==, SOURCE_WIRE);
    g_assert_nonnull(press->known);
    g_assert_cmpstr(news->name, ==, "Harbour News");
    g_assert_cmpuint(news->n_cites, ==, 3);
    g_assert_cmpuint(news->references->len, ==, 2);
    g_assert_cmpint(news->class, ==, SOURCE_SERIES);
    g_assert_null(news->known);
    g_assert_cmpstr(review->name, ==, "HQR");
    g_assert_cmpuint(review->n_cites, ==, 3);
    g_assert_cmpuint(review->references->len, ==, 2);
    guint total = 0;
    for (guint i = 0; i < citations_reference_count(citations); i++) {
        const Reference *reference = citations_reference(citations, i);
        for (guint j = 0; j < reference->cites->len; j++) {
            const Cite *cite = citations_cite(citations, g_array_index(reference->cites, guint, j));
            g_assert_cmpuint(cite->reference, ==, i);
            g_assert_cmpstr(cite->issued, ==, reference->issued);
        }
        total += reference->cites->len;
    }
    g_assert_cmpuint(total, ==, citations_cite_count(citations));
}

static void
test_year_from(void)
{
    g_autoptr(Document) document = help_document(ARTICLE, NULL, NULL);
    g_autoptr(Citations) citations = help_citations(document, NULL);
    g_assert_cmpstr(citations_cite(citations, 0)->issued, ==, "--03-03");
    g_assert_cmpint(citations_cite(citations, 0)->year_from, ==, YEAR_UNKNOWN);
    g_assert_cmpint(citations_cite(citations, 2)->year_from, ==, YEAR_LIST);
    g_assert_cmpint(citations_cite(citations, 3)->year_from, ==, YEAR_EXPLICIT);
    g_assert_cmpstr(year_from_name(YEAR_ARTICLE), ==, "article");
}

static void
test_supported(void)
{
    g_autoptr(Document) document = help_document(ARTICLE, "2024-03-10", NULL);
    g_autoptr(Citations) citations = help_citations(document, NULL);
    static const char *const WANT[] = {"Freedonia has deepened its ties with the lowlands",
                                       "The treaty was signed in spring", "Trade grew by half",
                                       "The minister denied it.", "It fell again"};
    for (guint i = 0; i < G_N_ELEMENTS(WANT); i++) {
        g_autofree char *got = help_text(document, citations_supported(citations, i));
        g_assert_cmpstr(got, ==, WANT[i]);
    }
}

/* A mark is no part of the sentence, before it or behind it. */
static void
test_supported_marks(void)
{
    g_autoptr(Document) document = help_document("It rose (Alfa, May 3). [1] It fell [2] (Alfa, May 4). [3] (Alfa, May 5)", NULL, NULL);
    g_autoptr(Citations) citations = help_citations(document, NULL);
    static const char *const WANT[] = {"It rose", "It fell", ""};
    g_assert_cmpuint(citations_count(citations), ==, G_N_ELEMENTS(WANT));
    for (guint i = 0; i < G_N_ELEMENTS(WANT); i++) {
        g_autofree char *got = help_text(document, citations_supported(citations, i));
        g_assert_cmpstr(got, ==, WANT[i]);
    }
}

static Document *
notes_document(void)
{
    g_autoptr(Builder) b = builder_new(0);
    builder_meta(b, META_ISSUED, "1996-01-12", -1);
    static const char BODY[] =
        "The first claim stands. [1] The second does not [2] as all know. The third one [3] is old.";
    builder_block(b, &(BlockSpec){.kind = BLOCK_PARAGRAPH, .role = ROLE_BODY, .numbered = TRUE}, BODY, strlen(BODY));
    for (int i = 1; i <= 3; i++) {
        g_autofree char *mark = g_strdup_printf("[%d]", i), *label = g_strdup_printf("%d", i);
        gsize at = (gsize)(strstr(BODY, mark) - BODY);
        builder_note_mark(b, range_make(at, at + 3), label);
    }
    static const char *const NOTES[] = {
        "[1] Alfa, Harbour News, January 9 and 10; Evening Globe, December 30",
        "[2] The Harbour is a port of the lowlands, founded on May 5, 1790, and known for its trade.",
        "[3] See the report at https://example.org/report.pdf.", "4. The rumour (Alfa, January 3) was false."};
    for (guint i = 0; i < G_N_ELEMENTS(NOTES); i++) {
        g_autofree char *label = g_strdup_printf("%u", i + 1);
        builder_block(b, &(BlockSpec){.kind = BLOCK_LIST_ITEM, .role = ROLE_NOTE, .label = i < 3 ? 4 : 3}, NOTES[i],
                      strlen(NOTES[i]));
        builder_note(b, label);
    }
    static const char FOOTER[] = "All rights reserved (Alfa, January 4).";
    builder_block(b, &(BlockSpec){.kind = BLOCK_PARAGRAPH, .role = ROLE_BOILERPLATE}, FOOTER, strlen(FOOTER));
    return builder_finish(b);
}

/* Notes that cite are citations, marks are none, boilerplate is not searched. */
static void
test_notes(void)
{
    g_autoptr(Document) document = notes_document();
    g_autoptr(Citations) citations = help_citations(document, NULL);
    g_assert_cmpuint(citations_count(citations), ==, 3);
    const Citation *first = citations_get(citations, 0);
    g_autofree char *range = help_text(document, first->range), *cites = help_print(citations, 0);
    g_assert_cmpstr(range, ==, "[1] Alfa, Harbour News, January 9 and 10; Evening Globe, December 30");
    g_assert_cmpstr(cites, ==,
                    "Alfa: 1996-01-09 1996-01-10 | Harbour News: 1996-01-09 1996-01-10 | Evening Globe: 1995-12-30");
    g_assert_cmpint(first->note, ==, 0);
    g_autofree char *supported = help_text(document, citations_supported(citations, 0));
    g_assert_cmpstr(supported, ==, "The first claim stands.");
    g_assert_cmpint(citations_get(citations, 1)->note, ==, 2);
    g_autofree char *third = help_text(document, citations_supported(citations, 1));
    g_assert_cmpstr(third, ==, "The third one [3] is old.");
    const Citation *last = citations_get(citations, 2);
    g_assert_cmpint(last->note, ==, -1);
    g_autofree char *inside = help_text(document, last->range);
    g_assert_cmpstr(inside, ==, "(Alfa, January 3)");
}

/* A document of two sections, each with its own notes from 1 on; every note has a mark, the first one two. */
static Document *
sections_document(const char *const notes[2][4])
{
    g_autoptr(Builder) b = builder_new(0);
    for (int section = 0; section < 2; section++) {
        static const char BODY[] = "One claim. [1] Another. [2] A third. [3] A fourth. [4] Once more the first. [1]";
        builder_block(b, &(BlockSpec){.kind = BLOCK_PARAGRAPH, .role = ROLE_BODY, .numbered = TRUE}, BODY,
                      strlen(BODY));
        for (const char *mark = strchr(BODY, '['); mark; mark = strchr(mark + 1, '[')) {
            g_autofree char *label = g_strndup(mark + 1, 1);
            builder_note_mark(b, range_make((gsize)(mark - BODY), (gsize)(mark - BODY) + 3), label);
        }
        for (int i = 0; i < 4; i++) {
            g_autofree char *label = g_strdup_printf("%d", i + 1);
            g_autofree char *text = g_strdup_printf("[%d] %s", i + 1, notes[section][i]);
            builder_block(b, &(BlockSpec){.kind = BLOCK_LIST_ITEM, .role = ROLE_NOTE, .label = 4}, text, strlen(text));
            builder_note(b, label);
        }
    }
    return builder_finish(b);
}

/* Short forms in notes mean a work cited before; numbers are those of the section. */
static void
test_short_forms_notes(void)
{
    static const char *const NOTES[2][4] = {
        {"John Tarvik, “On Tides”, Harbour Quarterly, May 2019, p. 4.", "Ibid., p. 9.",
         "Lowland Review, June 3, 2020.", "Tarvik, op. cit., p. 12."},
        {"Evening Globe, July 4, 2021.", "See Evening Globe, supra note 1, at 12.", "Tarvik, supra.",
         "Lowland Review, cited above."}};
    static const guint REFERENCES[] = {0, 0, 1, 0, 2, 2, 0, 1};
    g_autoptr(Document) document = sections_document(NOTES);
    g_autoptr(Citations) citations = help_citations(document, NULL);
    g_assert_cmpuint(citations_count(citations), ==, 8);
    g_assert_cmpuint(citations_cite_count(citations), ==, 8);
    g_assert_cmpuint(citations_reference_count(citations), ==, 3);
    for (guint i = 0; i < 8; i++) {
        const Cite *cite = citations_cite(citations, i);
        g_assert_cmpint(citations_get(citations, i)->note, ==, (int)i);
        g_assert_cmpuint(cite->reference, ==, REFERENCES[i]);
        g_assert_cmpstr(cite->issued, ==, citations_reference(citations, cite->reference)->issued);
        g_autofree char *supported = help_text(document, citations_supported(citations, i));
        g_assert_cmpstr(supported, ==, i % 4 == 0 ? "One claim." : i % 4 == 1 ? "Another." : i % 4 == 2 ? "A third." : "A fourth.");
    }
    g_assert_cmpstr(citations_cite(citations, 1)->locator, ==, "p. 9");
    g_assert_cmpstr(citations_cite(citations, 3)->locator, ==, "p. 12");
    g_assert_cmpstr(citations_cite(citations, 5)->locator, ==, "12");
    g_assert_true(citations_cite(citations, 5)->see);
    g_assert_cmpstr(citations_cite(citations, 6)->source, ==, "Tarvik");
}

/* The same in prose; a form that nothing came before stands for itself, and what only looks like one is none. */
static void
test_short_forms_prose(void)
{
    static const struct {
        const char *text;
        int reference; /* of the last cite; -1: it is no citation */
    } ROWS[] = {
        {"It rose (Alfa, May 3, 2020). It fell (Beta, May 4, 2020). It rose (ibid.).", 1},
        {"It rose (Alfa, May 3, 2020). It fell (Beta, May 4, 2020). It rose (Alfa, op. cit., p. 3).", 0},
        {"It rose (Alfa, May 3, 2020). It fell (Beta, May 4, 2020). It rose (see Alfa, cited above).", 0},
        {"It rose (Alfa, May 3, 2020). It fell (Beta, May 4, 2020). It rose (loc. cit.).", 1},
        {"It rose (Alfa, May 3, 2020; Beta, May 4, 2020). It rose (op. cit., p. 5).", 1},
        {"It rose (Alfa, May 3, 2020). It fell (Gamma, op. cit., p. 3).", 1},
        {"It fell (ibid.).", 0},
        {"It rose (Alfa, May 3, 2020). It fell (see above).", -1},
        {"It rose (Alfa, May 3, 2020). It fell (Gamma, cited above).", -1},
        {"It rose (Alfa, May 3, 2020). It fell (see note 3).", -1},
    };
    for (guint i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        g_test_message("%s", ROWS[i].text);
        g_autoptr(Document) document = help_document(ROWS[i].text, NULL, NULL);
        g_autoptr(Citations) citations = help_citations(document, NULL);
        guint count = citations_cite_count(citations);
        if (ROWS[i].reference < 0)
            g_assert_cmpuint(count, ==, 1);
        else
            g_assert_cmpint(citations_cite(citations, count - 1)->reference, ==, ROWS[i].reference);
        g_assert_cmpstr(citations_source(citations, 0)->name, ==, i == 6 ? "unnamed source" : "Alfa");
    }
}

/* "AUTHORS YEAR LOCATOR entry" of each cite. */
static char *
print_author_years(const Document *document, const Citations *citations)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < citations_cite_count(citations); i++) {
        const Cite *cite = citations_cite(citations, i);
        Range entry = citations_reference(citations, cite->reference)->entry;
        g_autofree char *listed = range_is_none(entry) ? g_strdup("-") : help_text(document, entry);
        listed[MIN(strlen(listed), 6)] = '\0';
        g_string_append_printf(out, "%s%s%s %s %s [%s]", i ? " | " : "", cite->see ? "see " : "", cite->source,
                               cite->issued, cite->locator ? cite->locator : "-", listed);
    }
    return g_string_free(out, FALSE);
}

static const char LIST[] = "\nReferences\nTarvik, John. 2019. “On Tides.” Harbour Quarterly 4 (2): 3-9.\n"
                           "Jones, A. (2020a). The Harbour. Lowland Review, 4(5), 1-2.\n"
                           "Jones, A. (2020b). The Port. Lowland Review, 4(6), 3-4.\n"
                           "Lowland Bank. 2018. Report.";

/* Author and year, with a bibliography and without. NULL: no citation of this kind, and none at all. */
static void
test_author_year(void)
{
    static const struct {
        const char *text, *listed, *bare;
    } ROWS[] = {
        {"(Tarvik and Lee 2019, p. 4; Jones 2020a)", "Tarvik and Lee 2019 p. 4 [Tarvik] | Jones 2020 - [Jones,]",
         "Tarvik and Lee 2019 p. 4 [-] | Jones 2020 - [-]"},
        {"(Jones 2020a, 2020b)", "Jones 2020 - [Jones,] | Jones 2020 - [Jones,]", NULL},
        {"(Tarvik 2019)", "Tarvik 2019 - [Tarvik]", NULL},
        {"(Lowland Bank 2018)", "Lowland Bank 2018 - [Lowlan]", NULL},
        {"(see also Doe et al., 2018)", "see Doe et al. 2018 - [-]", "see Doe et al. 2018 - [-]"},
        {"(Doe & Roe, 2018: 12–14)", "Doe & Roe 2018 12–14 [-]", "Doe & Roe 2018 12–14 [-]"},
        {"(van der Doe, Roe, and Poe 2018)", "van der Doe, Roe, and Poe 2018 - [-]",
         "van der Doe, Roe, and Poe 2018 - [-]"},
        {"(born 1967)", NULL, NULL},
        {"(summer 2019)", NULL, NULL},
        {"(Tbilisi 2008)", NULL, NULL},
        {"(Moscow and Beijing 2019)", NULL, NULL},
        {"(Olympics 2008, 2012)", NULL, NULL},
        {"(in 2019)", NULL, NULL},
    };
    for (guint i = 0; i < G_N_ELEMENTS(ROWS); i++)
        for (int listed = 0; listed < 2; listed++) {
            g_autofree char *text = g_strconcat("The claim ", ROWS[i].text, " stands.", listed ? LIST : "", NULL);
            const char *want = listed ? ROWS[i].listed : ROWS[i].bare;
            g_test_message("%s", text);
            g_autoptr(Document) document = help_document(text, "2024-03-10", NULL);
            g_autoptr(Citations) citations = help_citations(document, NULL);
            g_autofree char *got = print_author_years(document, citations);
            g_assert_cmpstr(got, ==, want ? want : "");
        }
    g_autofree char *text = g_strconcat("So (Jones 2020a). And (Jones 2020b, p. 3). Again (Jones 2020a).", LIST, NULL);
    g_autoptr(Document) document = help_document(text, NULL, NULL);
    g_autoptr(Citations) citations = help_citations(document, NULL);
    g_assert_cmpuint(citations_reference_count(citations), ==, 2);
    g_assert_cmpuint(citations_source_count(citations), ==, 1);
    g_assert_cmpuint(citations_cite(citations, 2)->reference, ==, 0);
}

/* The same in slices as in one go, and each slice gets on even when its time is over before it begins. */
static void
test_slices(void)
{
    GString *text = g_string_new(NULL);
    while (text->len < 400 * 1000)
        g_string_append_printf(text, "%s%s", ARTICLE, text->len % 3 ? " " : "\n");
    g_autoptr(Document) document = help_document(text->str, "2024-03-10", NULL);
    g_autoptr(Citations) whole = help_citations(document, NULL);
    g_autoptr(Citations) sliced = citations_new(document, NULL);
    g_assert_cmpuint(citations_progress(sliced), ==, 0);
    gsize progress = 0;
    guint slices = 0;
    while (citations_step(sliced, 0)) {
        g_assert_cmpuint(citations_progress(sliced), >, progress);
        progress = citations_progress(sliced);
        slices++;
    }
    g_assert_cmpuint(slices, >, 2);
    g_assert_cmpuint(citations_progress(sliced), ==, document_length(document));
    g_assert_false(citations_step(sliced, 0));
    g_autofree char *a = citations_dump(whole), *b = citations_dump(sliced);
    g_assert_cmpstr(a, ==, b);
    g_string_free(text, TRUE);
}

/* A citation that lies across the border of two windows of one long block. */
static void
test_border(void)
{
    for (int shift = -30; shift <= 30; shift += 5) {
        g_autofree char *filler = g_strnfill((gsize)(64 * 1024 + shift), 'a');
        g_autofree char *text = g_strconcat(filler, " (Harbour News, June 3) more", NULL);
        g_autoptr(Document) document = help_document(text, NULL, NULL);
        g_autoptr(Citations) citations = help_citations(document, NULL);
        g_assert_cmpuint(citations_count(citations), ==, 1);
    }
}

static void
test_golden_dump(void)
{
    g_autoptr(Sources) sources = load_sources();
    g_autoptr(Document) document = help_document(ARTICLE, "2024-03-10", "Harbour Quarterly Review");
    g_autoptr(Citations) citations = help_citations(document, sources);
    g_autofree char *dump = citations_dump(citations);
    test_golden("tests/cite/golden/article.txt", dump);
}

static char *
repeat(const char *head, const char *body, const char *tail, gsize each, gsize total)
{
    GString *out = g_string_sized_new(total + 64);
    while (out->len < total) {
        gsize end = out->len + each;
        g_string_append(out, head);
        while (out->len < end)
            g_string_append(out, body);
        g_string_append(out, tail);
    }
    return g_string_free(out, FALSE);
}

/* Each shape at two sizes: four times the text may not take much more than four times the time. A wide margin, for a
 * busy machine; a quadratic search misses it by far. */
static void
test_hostile(void)
{
    static const struct {
        const char *head, *body, *tail;
        gsize each;
    } SHAPES[] = {
        {"", "(", "", 1},
        {"", ")", "", 1},
        {"", "()", "", 1},
        {"(", ";", ")", 1900},
        {"(", "see ", ")", 1900},
        {"(X, ", "May 1, ", ")", 1900},
        {"(", "1, ", ")", 1900},
        {"(", "A, ", "May 5)", 1900},
        {"(A", " and A", ", May 5)", 1900},
        {"(", "\" ", ")", 1900},
        {"(", "[", ")", 1900},
        {"(", "(", "May 5", 900},
        {"(", "a.b/", ")", 1900},
        {"(article", " in", " X, May 5)", 1900},
        {"(", "May 1-", ")", 1900},
        {"", "(X, May 1) ", "", 1},
        {"(X", " op. cit", ")", 1900},
        {"(", "supra note ", ")", 1900},
        {"(", "Doe 2019; ", ")", 1900},
        {"(", "Doe and ", "2019)", 1900},
        {"(", "van ", "2019)", 1900},
        {"", "Doe, 2019.\n", "References\n", 100000},
        {"(X, May 1", ", p. 1", ")", 1900},
        {"(", "x", ")", 1000000},
    };
    enum { SMALL = 100 * 1000, TIMES = 4 };
    for (guint i = 0; i < G_N_ELEMENTS(SHAPES); i++) {
        gint64 took[2];
        for (int size = 0; size < 2; size++) {
            g_autofree char *text =
                repeat(SHAPES[i].head, SHAPES[i].body, SHAPES[i].tail, SHAPES[i].each, size ? SMALL * TIMES : SMALL);
            g_autoptr(Document) document = help_document(text, "2024-03-10", NULL);
            gint64 before = test_cpu_time();
            g_autoptr(Citations) citations = help_citations(document, NULL);
            took[size] = test_cpu_time() - before;
            for (guint c = 0; c < citations_count(citations); c++)
                g_assert_cmpuint(range_length(citations_get(citations, c)->range), <=, 2002);
        }
        g_test_message("%s%s…: %d µs, %d µs", SHAPES[i].head, SHAPES[i].body, (int)took[0], (int)took[1]);
        g_assert_cmpint(took[1], <, took[0] * TIMES * 4 + 200 * 1000);
    }
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/cite/citations/ranges", test_ranges);
    g_test_add_func("/cite/citations/references", test_references);
    g_test_add_func("/cite/citations/year-from", test_year_from);
    g_test_add_func("/cite/citations/supported", test_supported);
    g_test_add_func("/cite/citations/supported-marks", test_supported_marks);
    g_test_add_func("/cite/citations/notes", test_notes);
    g_test_add_func("/cite/citations/short-forms-notes", test_short_forms_notes);
    g_test_add_func("/cite/citations/short-forms-prose", test_short_forms_prose);
    g_test_add_func("/cite/citations/author-year", test_author_year);
    g_test_add_func("/cite/citations/slices", test_slices);
    g_test_add_func("/cite/citations/border", test_border);
    g_test_add_func("/cite/citations/golden", test_golden_dump);
    g_test_add_func("/cite/citations/hostile", test_hostile);
    return g_test_run();
}
