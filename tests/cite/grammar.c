/* One parenthesis at a time: what is read from it, and what is none. The sources are invented or common words, and
 * none is known but where the test says so. */
#include "tests/cite/help.h"

#include "cite/lexicon.h"

typedef struct {
    const char *text, *cites;
} Row;

/* At the end of a sentence, in an article of 10 June 2024. */
static const Row CITED[] = {
    {"(Harbour News, June 3)", "Harbour News: 2024-06-03"},
    {"(President of Freedonia, July 3, 2023)", "President of Freedonia: 2023-07-03"},
    {"(President of Freedonia, April 23, 2023; see HQR, May 1, 2023)",
     "President of Freedonia: 2023-04-23 | see HQR: 2023-05-01"},
    /* the year of the list, and of the article */
    {"(see HQR, May 14, September 10, 2023)", "see HQR: 2023-05-14 2023-09-10"},
    {"(see HQR, October 2, 2015, April 12, 2017, April 30, May 29, 2019; Lowland Review, April 23, 2023)",
     "see HQR: 2015-10-02 2017-04-12 2019-04-30 2019-05-29 | Lowland Review: 2023-04-23"},
    {"(see HQR, October 12, 2021, March 10)", "see HQR: 2021-10-12 2024-03-10"},
    {"(see HQR, May 3; Evening Globe, November 2)", "see HQR: 2024-05-03 | Evening Globe: 2023-11-02"},
    {"(see HQR, February 7, 2017 and August 2, 2017)", "see HQR: 2017-02-07 2017-08-02"},
    /* “see” and what leads to it */
    {"(See the HQR, May 3)", "see HQR: 2024-05-03"},
    {"(For background, see HQR, May 3)", "see HQR: 2024-05-03"},
    {"(see also HQR, May 3)", "see HQR: 2024-05-03"},
    {"(see HQR, May 1, 2022; May 3, 2022; June 4)", "see HQR: 2022-05-01 2022-05-03 2024-06-04"},
    {"(for example, an editorial in Dolina, 30 January; Dolina, 10 and 12 February)",
     "Dolina: 2024-01-30 | Dolina: 2024-02-10 2024-02-12"},
    {"(background on these events in the Observer, May 4, 9)", "Observer: 2024-05-04 2024-05-09"},
    {"(see Part One, HQR, May 3)", "see HQR: 2024-05-03"},
    /* sources that share a date; “and” */
    {"(Alfa, Beta-Press, Gamma, June 3)", "Alfa: 2024-06-03 | Beta-Press: 2024-06-03 | Gamma: 2024-06-03"},
    {"(Alfa and Beta, June 3)", "Alfa: 2024-06-03 | Beta: 2024-06-03"},
    {"(Alfa, Beta, and Gamma, June 3)", "Alfa: 2024-06-03 | Beta: 2024-06-03 | Gamma: 2024-06-03"},
    {"(Alfa and international agencies, June 3)", "Alfa: 2024-06-03 | international agencies: 2024-06-03"},
    {"(Freedonian and Western agencies, June 3)", "Freedonian and Western agencies: 2024-06-03"},
    {"(Embassy to Great Britain and Northern Ireland, June 3)",
     "Embassy to Great Britain and Northern Ireland: 2024-06-03"},
    {"(Alfa, June 3, Beta, June 4)", "Alfa: 2024-06-03 | Beta: 2024-06-04"},
    /* days */
    {"(Alfa, May 13, 15)", "Alfa: 2024-05-13 2024-05-15"},
    {"(Alfa, May 20 and 22)", "Alfa: 2024-05-20 2024-05-22"},
    {"(Alfa, April 25-26)", "Alfa: 2024-04-25/2024-04-26"},
    {"(Alfa, April 25 through 27)", "Alfa: 2024-04-25/2024-04-27"},
    {"(Alfa, September 28–October 2)", "Alfa: 2023-09-28/2023-10-02"},
    {"(Alfa, 3 May; Beta, 5 and 6 April 2023)", "Alfa: 2024-05-03 | Beta: 2023-04-05 2023-04-06"},
    {"(Alfa, 6 de junio de 2023; Beta, 4 luglio 2021)", "Alfa: 2023-06-06 | Beta: 2021-07-04"},
    {"(Alfa, 7 JUN)", "Alfa: 2024-06-07"},
    {"(Alfa, Jan. 22)", "Alfa: 2024-01-22"},
    {"(Alfa, 2O January)", "Alfa: 2024-01-20"},
    {"(Alfa June 3)", "Alfa: 2024-06-03"},
    {"(Alfa, early May)", "Alfa: 2024-05"},
    {"(Alfa, accessed on June 3, 2021)", "Alfa: 2021-06-03"},
    {"(Alfa, April 5, 2022, accessed May 3, 2022)", "Alfa: 2022-04-05"},
    /* months, years, numbers */
    {"(Harbour News, Sept 2022)", "Harbour News: 2022-09"},
    {"(Polity, No. 6, 2012)", "Polity: 2012"},
    {"(Annals, Tides and Currents, 2009, vol 45, No 3, pp 380-391)", "Annals, Tides and Currents: 2009"},
    {"(Harbour Weekly, No. 14, April 16-22)", "Harbour Weekly: 2024-04-16/2024-04-22"},
    {"(QEED 18:8:95, page 28)", "QEED: 1995-08-18"},
    /* addresses and media */
    {"(Alfa.com, June 3; www.beta.ge, June 4)", "Alfa.com: 2024-06-03 | www.beta.ge: 2024-06-04"},
    {"(9x9-zhurnal.ru/news/2022/01/07/a)", "9x9-zhurnal.ru/news/2022/01/07/a: undated"},
    {"(alfa.com/a, beta.org/b/ and https://gamma.net/c.)",
     "alfa.com/a: undated | beta.org/b/: undated | https://gamma.net/c: undated"},
    {"(Harbour News – harbournews.com – August 8, 2023)", "Harbour News: 2023-08-08"},
    {"(Lowland Matters – lowland.org)", "Lowland Matters: undated"},
    {"(Telegram/somebody, June 1)", "Telegram/somebody: 2024-06-01"},
    {"(X/@somebody, May 5)", "X/@somebody: 2024-05-05"},
    {"(author’s interview, March 3)", "author’s interview: 2024-03-03"},
    {"(Author’s interview with an official, Freetown, March 3)",
     "Author’s interview with an official, Freetown: 2024-03-03"},
    {"(“A Very Long Title of a Piece,” Harbour Review, May 3, 2014, https://a.org/b)", "Harbour Review: 2014-05-03"},
    {"(Lowland News Agency [LNA], 17 March)", "Lowland News Agency [LNA]: 2024-03-17"},
    {"(al-Manara al-Jadida, 22 May)", "al-Manara al-Jadida: 2024-05-22"},
    {"(24 Hours, June 3; Omsk 55, June 4)", "24 Hours: 2024-06-03 | Omsk 55: 2024-06-04"},
    /* slips and marks */
    {"(Alfa, February 4 [1], [2])", "Alfa: 2024-02-04"},
    {"(, April 25, 2005)", "-: 2005-04-25"},
    {"(see HQR, May 23;, May 30)", "see HQR: 2024-05-23 | -: 2024-05-30"},
    {"((alfa.com/a.)", "alfa.com/a: undated"},
    {"(Alfa, May 3; Beta, May 4; see the other reactions below.)", "Alfa: 2024-05-03 | Beta: 2024-05-04"},
    {"(Alfa, May 3; ibid., May 4)", "Alfa: 2024-05-03 | ibid: 2024-05-04"},
    {"(Alfa, as cited by Beta, May 3)", "Alfa: 2024-05-03 | Beta: 2024-05-03"},
    {"(Lowland radio)", "Lowland radio: undated"},
};

static const char *const NOT_CITED[] = {
    "(HQR)",
    "(May 9)",
    "(Monday, May 9)",
    "(October 18–21)",
    "(May)",
    "(2024)",
    "(1)",
    "(10)",
    "(Part Two)",
    "(see Figure 1)",
    "(see above)",
    "(See Note 1)",
    "(SEE NOTE)",
    "(see pages 9 and 28)",
    "(see following article)",
    "(Source: Lowland radio)",
    "(Photo by the Presidential Press Service)",
    "(Reporting by A. Nobody; Editing by B. Nobody)",
    "(left)",
    "(ret.)",
    "($136 million)",
    "(28.3 million euros)",
    "(39 percent of the voters, 32 percent of the rest)",
    "(“litigium”)",
    "(全面战略)",
    "(on November 19, 1999, and November 28, 2000)",
    "(On June 28, a “reliable source” told us)",
    "(born May 5, 1960)",
    "(adopted May 5, 2012)",
    "(Victory Day, May 9)",
    "(Moscow, May 9)",
    "(as of May 5, 2022)",
    "(Native Name—ABBR)",
    "(although it was late, May 5)",
    "(Alfa, Beta, Lowland radio, etc.)",
    "()",
    "(;)",
    "(,)",
    "(see)",
    "(see the)",
    "(and)",
    "([1])",
    "(1992-93)",
    "(September 12–16, 2021)",
    "(in Freetown on May 5)",
};

static void
check_row(const char *parenthesis, const char *want)
{
    g_autofree char *text = g_strdup_printf("The talks went on for another week %s.", parenthesis);
    g_autoptr(Document) document = help_document(text, "2024-06-10", NULL);
    g_autoptr(Citations) citations = help_citations(document, NULL);
    if (!want) {
        if (citations_count(citations))
            g_test_message("taken for a citation: %s", parenthesis);
        g_assert_cmpuint(citations_count(citations), ==, 0);
        return;
    }
    g_test_message("%s", parenthesis);
    g_assert_cmpuint(citations_count(citations), ==, 1);
    g_autofree char *got = help_print(citations, 0), *range = help_text(document, citations_get(citations, 0)->range);
    g_assert_cmpstr(got, ==, want);
    g_assert_cmpstr(range, ==, parenthesis);
}

static void
test_cited(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(CITED); i++)
        check_row(CITED[i].text, CITED[i].cites);
}

static void
test_not_cited(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(NOT_CITED); i++)
        check_row(NOT_CITED[i], NULL);
}

/* Where a parenthesis stands decides what names alone, or with a year, are worth. */
static void
test_place(void)
{
    static const struct {
        const char *text;
        guint count;
    } ROWS[] = {
        {"The talks went on (Lowland radio, Harbour News). They failed.", 1},
        {"The talks went on. (Lowland radio, Harbour News)", 1},
        {"The talks went on. (Lowland radio, Harbour News) They failed.", 1},
        {"The talks went on (Lowland radio, Harbour News). [1]", 1},
        {"Two of the media (Lowland radio, Harbour News) went on.", 0},
        {"They read all the newspapers (Lowland radio, Harbour News).", 0},
        {"He works for Nashe Radio (Our Radio).", 0},
        {"He said “Radio” (Our Radio).", 0},
        {"The talks went on (Institute of Tides, 2019).", 1},
        {"The talks (Anywhere, 2019) went on.", 0},
        {"The talks went on (Harbour News, May 2019) and failed.", 1},
        {"The talks (Harbour News, June 3) went on.", 1},
        {"The talks (which failed; Harbour News, June 3) went on.", 1},
    };
    for (guint i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        g_test_message("%s", ROWS[i].text);
        g_autoptr(Document) document = help_document(ROWS[i].text, "2024-06-10", NULL);
        g_autoptr(Citations) citations = help_citations(document, NULL);
        g_assert_cmpuint(citations_count(citations), ==, ROWS[i].count);
    }
}

static void
test_details(void)
{
    g_autoptr(Document) document =
        help_document("A (Gazette, April 1, p. 7; Telegram/anyone, May 2; Alfa TV, May 3; www.alfa.ge, May 4; "
                      "https://t.me/anyone/12, May 5; interview with N., May 6; Alfa, May 7, https://alfa.com/x).",
                      "2024-06-10", NULL);
    g_autoptr(Citations) citations = help_citations(document, NULL);
    static const char *const MEDIA[] = {NULL, "Telegram", "broadcast", "domain", "Telegram", "interview", NULL};
    g_assert_cmpuint(citations_cite_count(citations), ==, G_N_ELEMENTS(MEDIA));
    for (guint i = 0; i < G_N_ELEMENTS(MEDIA); i++) {
        g_assert_cmpstr(citations_cite(citations, i)->medium, ==, MEDIA[i]);
        g_assert_cmpuint(citations_cite(citations, i)->item, ==, i);
    }
    g_assert_cmpstr(citations_cite(citations, 0)->locator, ==, "p. 7");
    g_assert_cmpstr(citations_reference(citations, citations_cite(citations, 4)->reference)->url, ==,
                    "https://t.me/anyone/12");
    g_assert_cmpstr(citations_reference(citations, citations_cite(citations, 6)->reference)->url, ==,
                    "https://alfa.com/x");
}

static void
test_lexicon(void)
{
    guint count;
    const LexEntry *table = lexicon_table(&count);
    for (guint i = 1; i < count; i++)
        g_assert_cmpint(strcmp(table[i - 1].word, table[i].word), <, 0);
    for (guint i = 0; i < count; i++)
        g_assert_true(lexicon_find(table[i].word, strlen(table[i].word)) == &table[i]);
    g_assert_cmpint(lexicon_find("SEPT", 4)->value, ==, 9);
    g_assert_cmpint(lexicon_find("Février", strlen("Février"))->value, ==, 2);
    g_assert_null(lexicon_find("harbour", 7));
    g_assert_null(lexicon_find("", 0));
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/cite/grammar/lexicon", test_lexicon);
    g_test_add_func("/cite/grammar/cited", test_cited);
    g_test_add_func("/cite/grammar/not-cited", test_not_cited);
    g_test_add_func("/cite/grammar/place", test_place);
    g_test_add_func("/cite/grammar/details", test_details);
    return g_test_run();
}
