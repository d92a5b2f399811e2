/* Bibliographies: goldens of three formats, what a work is taken for, keys, dates, and what must hold for any. */
#include "export/bibliography.h"

#include <string.h>

#include "export/bibliography_formats.h"
#include "tests/test.h"

static void
add_text(WorkList *works, const char *text, const char *name)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autoptr(GError) error = NULL;
    g_autoptr(Article) article = article_from_bytes(bytes, name, NULL, &error);
    g_assert_no_error(error);
    work_list_add(works, article);
}

static void
add_file(WorkList *works, const char *relative)
{
    g_autofree char *path = test_path(relative);
    g_autoptr(GError) error = NULL;
    g_autoptr(Article) article = article_open(path, NULL, &error);
    g_assert_no_error(error);
    work_list_add(works, article);
}

static char *
exported(WorkList *works, BibliographyFormat format)
{
    GString *out = g_string_new(NULL);
    g_assert_true(export_bibliography(works, format, export_append, out, NULL));
    return g_string_free(out, FALSE);
}

static WorkList *
samples(void)
{
    WorkList *works = work_list_new();
    add_file(works, "tests/export/fixtures/works.txt");
    add_file(works, "tests/export/fixtures/undated.txt");
    add_file(works, "tests/export/fixtures/signs.txt");
    return works;
}

static void
test_goldens(void)
{
    static const char *const names[] = {
        [BIBLIOGRAPHY_BIBTEX] = "tests/export/golden/works.bib",
        [BIBLIOGRAPHY_RIS] = "tests/export/golden/works.ris",
        [BIBLIOGRAPHY_CSL_JSON] = "tests/export/golden/works.json",
    };
    g_autoptr(WorkList) works = samples();
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *got = exported(works, (BibliographyFormat)i);
        test_golden(names[i], got);
    }
}

/* The only work, or the one at an index, of a text that was issued on May 1, 2026. */
static void
assert_work(const char *citation, guint index, const char *key, WorkType type)
{
    g_autoptr(WorkList) works = work_list_new();
    g_autofree char *text = g_strdup_printf(
        "Salt\n\nMay 1, 2026\n\nThe harbour is full of salt, and the town of sand, as the papers have it %s.\n",
        citation);
    add_text(works, text, "salt.txt");
    g_assert_cmpuint(work_list_count(works), >, index);
    const Work *work = work_list_work(works, index);
    g_assert_cmpstr(work->key, ==, key);
    g_assert_cmpint(work->type, ==, type);
}

static void
test_types(void)
{
    assert_work("(Reuters, February 4)", 0, "reuters-2026-02-04", WORK_NEWS);
    assert_work("(Ministry of Sand, February 4, 2025)", 0, "ministryofsand-2025-02-04", WORK_PAGE_BODY);
    assert_work("(RAND, February 2025)", 0, "rand-2025-02", WORK_REPORT);
    assert_work("(Telegram/@salt_trader, February 4)", 0, "telegramsalttrader-2026-02-04", WORK_POST);
    assert_work("(Sampleland TV, February 4)", 0, "samplelandtv-2026-02-04", WORK_BROADCAST);
    assert_work("(interview with a trader, February 4)", 0, "interviewwithatrader-2026-02-04", WORK_INTERVIEW);
    assert_work("(https://sand.example/a, February 4)", 0, "sandexample-2026-02-04", WORK_PAGE);
    assert_work("(Example Times, February 4)", 0, "exampletimes-2026-02-04", WORK_OTHER);
    /* A broadcaster whose class is known is news, whatever its name. */
    assert_work("(RFE/RL, February 4)", 0, "rferl-2026-02-04", WORK_NEWS);
}

static void
test_keys(void)
{
    assert_work("(Öre Ålands Blad, February 4)", 0, "orealandsblad-2026-02-04", WORK_OTHER);
    assert_work("(Газета Соль, February 4)", 0, "газетасоль-2026-02-04", WORK_OTHER);
    /* A long name ends with a whole word. */
    assert_work("(Ministry of Sand and Gravel and of Other Heavy Goods of Sampleland, February 4)", 0,
                "ministryofsandandgravelandofotherheavy-2026-02-04", WORK_PAGE_BODY);
    /* Two sources with one key: the letter follows the names, not the places. */
    static const char *const both[] = {"(Gas & Sons Times, February 4; Gas Sons Times, February 4)",
                                       "(Gas Sons Times, February 4; Gas & Sons Times, February 4)"};
    for (guint i = 0; i < G_N_ELEMENTS(both); i++) {
        assert_work(both[i], 0, "gassonstimes-2026-02-04", WORK_OTHER);
        assert_work(both[i], 1, "gassonstimes-2026-02-04-b", WORK_OTHER);
        g_autoptr(WorkList) works = work_list_new();
        g_autofree char *text = g_strdup_printf("Salt\n\nMay 1, 2026\n\nThe harbour is full of salt %s.\n", both[i]);
        add_text(works, text, "salt.txt");
        g_assert_cmpstr(work_list_work(works, 0)->name, ==, "Gas & Sons Times");
    }
}

/* Twenty-eight works with one key: letters go on after z, and no key stands twice. */
static void
test_many_letters(void)
{
    g_autoptr(WorkList) works = work_list_new();
    g_autoptr(GString) text = g_string_new("Salt\n\nMay 1, 2026\n\n");
    for (guint i = 0; i < 28; i++)
        g_string_append_printf(text, "The harbour is full of salt (https://sand.example/page%02u, March 3, 2025).\n\n",
                               i);
    add_text(works, text->str, "salt.txt");
    g_assert_cmpuint(work_list_count(works), ==, 28);
    g_assert_cmpstr(work_list_work(works, 0)->key, ==, "sandexample-2025-03-03");
    g_assert_cmpstr(work_list_work(works, 1)->key, ==, "sandexample-2025-03-03-b");
    g_assert_cmpstr(work_list_work(works, 25)->key, ==, "sandexample-2025-03-03-z");
    g_assert_cmpstr(work_list_work(works, 26)->key, ==, "sandexample-2025-03-03-aa");
    g_assert_cmpstr(work_list_work(works, 27)->key, ==, "sandexample-2025-03-03-ab");
    g_assert_cmpstr(work_list_work(works, 27)->url, ==, "https://sand.example/page27");
}

static const Work *
find(WorkList *works, const char *key)
{
    for (guint i = 0; i < work_list_count(works); i++)
        if (strcmp(work_list_work(works, i)->key, key) == 0)
            return work_list_work(works, i);
    g_test_message("no work %s", key);
    g_test_fail();
    return work_list_work(works, 0);
}

static void
assert_day(WorkDay day, int year, int month, int number)
{
    g_assert_cmpint(day.year, ==, year);
    g_assert_cmpint(day.month, ==, month);
    g_assert_cmpint(day.day, ==, number);
}

static void
test_dates(void)
{
    g_autoptr(WorkList) works = samples();
    const Work *span = find(works, "exampletimes-2025-05-01-2025-05-03");
    assert_day(span->date.from, 2025, 5, 1);
    assert_day(span->date.to, 2025, 5, 3);
    assert_day(find(works, "rand-2025-05")->date.from, 2025, 5, 0);
    assert_day(find(works, "chathamhouse-2024")->date.from, 2024, 0, 0);
    /* A year that is not known is not made up, in no format. */
    const Work *unknown = find(works, "exampletimes-05-14");
    assert_day(unknown->date.from, 0, 0, 0);
    g_assert_cmpstr(unknown->date.words, ==, "14 May, year unknown");
    g_autoptr(WorkList) alone = work_list_new();
    add_text(alone, "Salt\n\nThe harbour is full of salt (Reuters, May 14).\n", "salt.txt");
    for (guint i = BIBLIOGRAPHY_BIBTEX; i <= BIBLIOGRAPHY_CSL_JSON; i++) {
        g_autofree char *got = exported(alone, (BibliographyFormat)i);
        g_assert_nonnull(strstr(got, "14 May, year unknown"));
        g_assert_null(strstr(got, "year = "));
        g_assert_null(strstr(got, "date-parts"));
        g_assert_null(strstr(got, "PY  - "));
    }
}

/* The same works from the same articles in any order, and an article twice is an article once. */
static void
test_merging(void)
{
    g_autoptr(WorkList) one = samples(), other = work_list_new();
    add_file(other, "tests/export/fixtures/signs.txt");
    add_file(other, "tests/export/fixtures/undated.txt");
    add_file(other, "tests/export/fixtures/works.txt");
    add_file(other, "tests/export/fixtures/undated.txt");
    g_assert_cmpuint(work_list_count(one), ==, work_list_count(other));
    for (guint i = 0; i < work_list_count(one); i++) {
        const Work *a = work_list_work(one, i), *b = work_list_work(other, i);
        g_assert_cmpstr(a->key, ==, b->key);
        g_assert_cmpstr(a->name, ==, b->name);
        g_assert_cmpint(a->type, ==, b->type);
    }
    const Work *shared = find(one, "xinhua-2026-02-28");
    g_assert_cmpstr(shared->remark, ==, "Cited in “Salt & Sand: 100% of It_All”, “A Text Without a Day”.");
    g_assert_cmpstr(find(other, "xinhua-2026-02-28")->remark, ==,
                    "Cited in “A Text Without a Day”, “Salt & Sand: 100% of It_All”.");
    g_assert_cmpstr(shared->name, ==, "Xinhua News Agency");
    g_assert_cmpstr(shared->short_name, ==, "Xinhua");
    g_assert_nonnull(strstr(find(one, "reuters-2026-03-01")->remark, "year is not printed"));
}

/* A note that cites gives its works as well. */
static void
test_notes(void)
{
    g_autoptr(WorkList) works = work_list_new();
    add_text(works,
             "Salt\n\nMay 1, 2026\n\nThe harbour is full of salt.[1] The town is full of sand.\n\nNotes:\n\n"
             "[1] Reuters, March 3, 2025.\n",
             "salt.txt");
    g_assert_cmpuint(work_list_count(works), ==, 1);
    g_assert_cmpstr(work_list_work(works, 0)->key, ==, "reuters-2025-03-03");
}

static void
test_empty(void)
{
    static const char *const want[] = {
        [BIBLIOGRAPHY_BIBTEX] = "", [BIBLIOGRAPHY_RIS] = "", [BIBLIOGRAPHY_CSL_JSON] = "[]\n"};
    for (guint i = 0; i < G_N_ELEMENTS(want); i++) {
        g_autoptr(WorkList) works = work_list_new();
        add_text(works, "Salt\n\nNothing is cited here.\n", "salt.txt");
        g_autofree char *got = exported(works, (BibliographyFormat)i);
        g_assert_cmpstr(got, ==, want[i]);
    }
}

/* Records from TY to ER, each line a tag with a value on it, CR LF behind it. */
static void
test_ris_lines(void)
{
    g_autoptr(WorkList) works = samples();
    g_autofree char *got = exported(works, BIBLIOGRAPHY_RIS);
    g_auto(GStrv) lines = g_strsplit(got, "\r\n", -1);
    gboolean inside = FALSE;
    guint records = 0;
    for (char **line = lines; *line; line++) {
        g_assert_null(strpbrk(*line, "\r\n"));
        if (!**line) {
            g_assert_false(inside);
            continue;
        }
        g_assert_true(g_regex_match_simple("^[A-Z][A-Z0-9]  - ", *line, 0, 0));
        if (g_str_has_prefix(*line, "TY")) {
            g_assert_false(inside);
            inside = TRUE;
        }
        g_assert_true(inside);
        if (strcmp(*line, "ER  - ") == 0) {
            inside = FALSE;
            records++;
        }
    }
    g_assert_false(inside);
    g_assert_cmpuint(records, ==, work_list_count(works));
}

/* Braces are paired in every entry as bibtex counts them (a backslash hides none), whatever stands in a name. */
static void
test_bibtex_braces(void)
{
    g_autoptr(WorkList) works = samples();
    add_text(works, "Open { and } shut }\n\nMay 1, 2026\n\nSalt (Half} Open News, March 3; {Other News, March 4).\n",
             "odd");
    g_autofree char *got = exported(works, BIBLIOGRAPHY_BIBTEX);
    int depth = 0;
    guint entries = 0;
    for (const char *c = got; *c; c++) {
        if (*c == '@' && depth == 0)
            entries++;
        depth += *c == '{' ? 1 : *c == '}' ? -1 : 0;
        g_assert_cmpint(depth, >=, 0);
    }
    g_assert_cmpint(depth, ==, 0);
    g_assert_cmpuint(entries, ==, work_list_count(works));
}

static char *
alone(void (*write)(Sink *sink, const Work *work), const Work *work)
{
    Sink sink;
    GString *out = g_string_new(NULL);
    sink_begin(&sink, export_append, out);
    sink.rows = TRUE;
    write(&sink, work);
    g_assert_true(sink_end(&sink, NULL));
    return g_string_free(out, FALSE);
}

/* What no article of today gives, and an importer of tomorrow may: signs in an address that would end its field, a body with a comma in its name. */
static void
test_odd_values(void)
{
    char key[] = "salt", name[] = "Salt, Sand and Co", url[] = "https://salt.example/{a}\\b?c=%20&d_#e",
         remark[] = "Cited.";
    Work work = {.key = key, .type = WORK_PAGE_BODY, .name = name, .url = url, .remark = remark};
    g_autofree char *bib = alone(work_bibtex, &work), *ris = alone(work_ris, &work);
    g_assert_cmpstr(bib, ==,
                    "@misc{salt,\n  author = {{Salt, Sand and Co}},\n"
                    "  url = {https://salt.example/%7Ba%7D%5Cb?c=%20&d_#e},\n  annote = {Cited.}\n}\n");
    /* RIS has no address to escape, but parts an author at the comma. */
    g_assert_nonnull(strstr(ris, "PB  - Salt, Sand and Co\r\n"));
    g_assert_nonnull(strstr(ris, "UR  - https://salt.example/{a}\\b?c=%20&d_#e\r\n"));
}

/* An "ibid." that nothing precedes names no source: with a date it is a work of its own article, alone it is none. */
static void
test_unnamed(void)
{
    static const char text[] = "Salt\n\nMay 1, 2026\n\nThe harbour is full of salt (ibid., February 4, 2025).\n";
    g_autoptr(WorkList) works = work_list_new(), none = work_list_new();
    add_text(works, text, "a.txt");
    add_text(works, text, "b.txt");
    add_text(works, text, "a.txt");
    g_assert_cmpuint(work_list_count(works), ==, 2);
    g_assert_cmpstr(work_list_work(works, 0)->key, ==, "unnamed-2025-02-04");
    g_assert_cmpstr(work_list_work(works, 1)->key, ==, "unnamed-2025-02-04-b");
    g_assert_null(work_list_work(works, 0)->name);
    g_autofree char *bib = exported(works, BIBLIOGRAPHY_BIBTEX), *ris = exported(works, BIBLIOGRAPHY_RIS);
    g_assert_null(strstr(bib, "author"));
    g_assert_null(strstr(ris, "AU  -"));
    add_text(none, "Salt\n\nMay 1, 2026\n\nThe harbour is full of salt (ibid.).\n", "a.txt");
    g_assert_cmpuint(work_list_count(none), ==, 0);
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/export/bibliography/goldens", test_goldens);
    g_test_add_func("/export/bibliography/types", test_types);
    g_test_add_func("/export/bibliography/keys", test_keys);
    g_test_add_func("/export/bibliography/many-letters", test_many_letters);
    g_test_add_func("/export/bibliography/dates", test_dates);
    g_test_add_func("/export/bibliography/merging", test_merging);
    g_test_add_func("/export/bibliography/notes", test_notes);
    g_test_add_func("/export/bibliography/empty", test_empty);
    g_test_add_func("/export/bibliography/ris-lines", test_ris_lines);
    g_test_add_func("/export/bibliography/bibtex-braces", test_bibtex_braces);
    g_test_add_func("/export/bibliography/odd-values", test_odd_values);
    g_test_add_func("/export/bibliography/unnamed", test_unnamed);
    return g_test_run();
}
