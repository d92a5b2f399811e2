/* The text importer's helpers, each with the forms that it must tell apart. */
#include "import/text_private.h"

#include <string.h>

#include "tests/test.h"

static void
test_dates(void)
{
    static const struct {
        const char *text, *iso;
    } cases[] = {
        {"02.18.2026 Jane Doe", "2026-02-18"},
        {"18.02.2026", "2026-02-18"},
        {"2/8/2026", "2026-02-08"},
        {"February 18, 2026 04:56 PM", "2026-02-18"},
        {"Feb. 18 2026", "2026-02-18"},
        {"18 February 2026", "2026-02-18"},
        {"Wed, 18 Feb 2026 09:30:00 +0200", "2026-02-18"},
        {"18th of February, 2026", "2026-02-18"},
        {"18. Februar 2026", "2026-02-18"},
        {"18 de febrero de 2026", "2026-02-18"},
        {"18 февраля 2026 г.", "2026-02-18"},
        {"18 Şubat 2026", "2026-02-18"},
        {"18 fevral 2026", "2026-02-18"},
        {"2026-02-18T16:56:00Z", "2026-02-18"},
        {"2026/2/18", "2026-02-18"},
        {"2026年2月18日", "2026-02-18"},
        {"February 2026", "2026-02"},
        {"Issue of May, 1999", "1999-05"},
        {"February 30, 2026", NULL},
        {"13.13.2026", NULL},
        {"February 18", NULL},
        {"18.02", NULL},
        {"version 1.02.2026.4", NULL},
        {"in 2026", NULL},
        {"Mayor 18, 2026", NULL},
        {"", NULL},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        Range where;
        char iso[11] = "";
        gboolean found = date_find(cases[i].text, strlen(cases[i].text), &where, iso);
        g_assert_cmpstr(found ? iso : NULL, ==, cases[i].iso);
        if (found)
            g_assert_cmpuint(where.end, <=, strlen(cases[i].text));
    }
}

static void
test_times(void)
{
    static const struct {
        const char *text;
        gsize length;
    } cases[] = {{"04:56 PM Age", 8},    {"16:56", 5}, {"16.56 GMT+4", 11},
                 {"T09:30:00.123Z", 14}, {"9 am", 4},  {"9 apples", 0},
                 {"25:00", 0},           {"16:5", 0},  {"", 0}};
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_cmpuint(date_time_length(cases[i].text, strlen(cases[i].text)), ==, cases[i].length);
}

static void
test_names(void)
{
    static const struct {
        const char *text, *names;
    } cases[] = {
        {"Jane Doe", "Jane Doe"},
        {"Syed Fazl-e-Rahman", "Syed Fazl-e-Rahman"},
        {"John C. K. Roe, Ana de Souza and Li Wei", "John C. K. Roe|Ana de Souza|Li Wei"},
        {"JANE DOE & JOHN ROE", "JANE DOE|JOHN ROE"},
        {"Jane Doe, Senior Fellow", "Jane Doe"},
        {"Jane Doe, Jr.", "Jane Doe, Jr."},
        {"Nəsimi Əliyev", "Nəsimi Əliyev"},
        {"Foreign Policy", NULL},
        {"Central Asia", NULL},
        {"the harbour master", NULL},
        {"Jane", NULL},
        {"Jane Doe said no", NULL},
        {"Agent 47 Smith", NULL},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(GStrv) names = byline_names(cases[i].text, strlen(cases[i].text));
        g_autofree char *joined = names ? g_strjoinv("|", names) : NULL;
        g_assert_cmpstr(joined, ==, cases[i].names);
    }
}

static void
test_bylines(void)
{
    static const struct {
        const char *text, *names;
    } cases[] = {
        {"By Jane Doe", "Jane Doe"},
        {"By: Jane Doe and John Roe", "Jane Doe|John Roe"},
        {"By:", ""},
        {"by Jane Doe", "Jane Doe"},
        {"BY JANE DOE", "JANE DOE"},
        {"By: Madonna", "Madonna"},
        {"作者：李明", "李明"},
        {"By the river", NULL},
        {"By", NULL},
        {"Bypass Road", NULL},
        {"By 2025 Exports", NULL},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(GStrv) names = byline_parse(cases[i].text, strlen(cases[i].text));
        g_autofree char *joined = names ? g_strjoinv("|", names) : NULL;
        g_assert_cmpstr(joined, ==, cases[i].names);
    }
}

/* One line of a masthead: what it says, in one string. */
static char *
read_line(const char *text)
{
    Masthead masthead = {0};
    gsize length = strlen(text);
    gboolean read = dateline_read(&masthead, text, length) || fields_read(&masthead, text, length) ||
                    bracket_line_read(&masthead, text, length) || tagline_read(&masthead, text, length);
    GString *out = g_string_new(read ? "" : "none");
    const struct {
        const char *key, *value;
    } fields[] = {{"t", masthead.title},  {"d", masthead.issued}, {"p", masthead.publication},
                  {"v", masthead.volume}, {"i", masthead.issue},  {"u", masthead.url}};
    for (gsize i = 0; i < G_N_ELEMENTS(fields); i++)
        if (fields[i].value)
            g_string_append_printf(out, "%s=%s;", fields[i].key, fields[i].value);
    for (guint i = 0; masthead.byline && i < masthead.byline->len; i++)
        g_string_append_printf(out, "b=%s;", (char *)g_ptr_array_index(masthead.byline, i));
    for (guint i = 0; masthead.keywords && i < masthead.keywords->len; i++)
        g_string_append_printf(out, "k=%s;", (char *)g_ptr_array_index(masthead.keywords, i));
    masthead_clear(&masthead);
    return g_string_free(out, FALSE);
}

static void
test_masthead_lines(void)
{
    static const struct {
        const char *text, *want;
    } cases[] = {
        {"02.18.2026 Jane Doe", "d=2026-02-18;b=Jane Doe;"},
        {"02.18.2026", "d=2026-02-18;"},
        {"02.18.2026 Selvan Foundation", "d=2026-02-18;b=Selvan Foundation;"},
        {"02.18.2026 Foreign Policy", "d=2026-02-18;"},
        {"By: Jane Doe (Source: RFE/RL)", "b=Jane Doe;"},
        {"Jane Doe | February 18, 2026", "d=2026-02-18;b=Jane Doe;"},
        {"Published May 5, 2025 by Jane Doe and John Roe · 5 min read", "d=2025-05-05;b=Jane Doe;b=John Roe;"},
        {"Published May 5, 2025 by Jane Doe and John Roe", "d=2025-05-05;b=Jane Doe;b=John Roe;"},
        {"By Jane Doe on May 5, 2025", "d=2025-05-05;b=Jane Doe;"},
        {"Monday, May 5, 2025 - 10:30", "d=2025-05-05;"},
        {"Posted on May 5, 2025; updated May 7, 2025", "d=2025-05-05;"},
        {"March 25, 2014 01:49 PM Age: 2 yrs", "d=2014-03-25;"},
        {"Baku, May 5, 2025", "d=2025-05-05;"},
        {"New York, 5 May 2025", "d=2025-05-05;"},
        {"Washington, DC, May 5, 2025", "d=2025-05-05;"},
        {"The contract was signed on May 5, 2025", "none"},
        {"May 5, 2025 was a Monday", "none"},
        {"Publication: Eurasia Daily Monitor Volume: 21 Issue: 54", "p=Eurasia Daily Monitor;v=21;i=54;"},
        {"Publication: Eurasia Daily Monitor Volume: 22 Issue:", "p=Eurasia Daily Monitor;v=22;"},
        {"Publication: Monitor Volume: 5 Issue: 87 (Source: TASS)", "p=Monitor;v=5;i=87;"},
        {"Publication: China Brief Volume: 24 Issue: 3 By: Jane Doe", "p=China Brief;v=24;i=3;b=Jane Doe;"},
        {"Volume: 18 Issue: 160", "v=18;i=160;"},
        {"China Brief, Vol. 24, No. 3", "p=China Brief;v=24;i=3;"},
        {"Volume 24 Issue 3 (May 5, 2024)", "d=2024-05-05;v=24;i=3;"},
        {"Category: Home Page, Energy, Foreign Policy", "k=Energy;k=Foreign Policy;"},
        {"Age: 2 yrs", ""},
        {"Retrieved from https://example.org/a.", "u=https://example.org/a;"},
        {"https://example.org/a", "u=https://example.org/a;"},
        {"Subject: Re: Grain", "t=Grain;"},
        {"From: \"Jane Doe\" <jane@example.org>", "b=Jane Doe;"},
        {"Foreign Policy Publication Eurasia Daily Monitor Azerbaijan",
         "p=Eurasia Daily Monitor;k=Foreign Policy;k=Azerbaijan;"},
        {"Publication China Brief Taiwan Hong Kong Semiconductor Fabs",
         "p=China Brief;k=Taiwan;k=Hong Kong;k=Semiconductor Fabs;"},
        {"Energy Publication Port Selvan Quarterly Black Sea", "p=Port Selvan Quarterly;k=Energy;k=Black Sea;"},
        {"Terrorism Monitor", "p=Terrorism Monitor;"},
        {"Eurasia Daily Monitor Turns Twenty", "none"},
        {"Latest China Brief Articles", "p=China Brief;"},
        {"[“Silos” – Reuters – May 5, 2011]", "t=Silos;d=2011-05-05;p=Reuters;"},
        {"[\"Silos\" - Reuters/Jane - www.example.org - 5 May 2011]", "t=Silos;d=2011-05-05;p=Reuters/Jane;"},
        {"[he laughs – and leaves]", "none"},
        {"Note: this is a note", "none"},
        {"The question: who pays?", "none"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *got = read_line(cases[i].text);
        if (strcmp(got, cases[i].want) != 0)
            g_error("%s: %s, not %s", cases[i].text, got, cases[i].want);
    }
}

static void
test_agency_datelines(void)
{
    static const struct {
        const char *text, *issued, *publication;
    } cases[] = {
        {"Moscow, 14 May 1997 (RFE/RL) -- The vote", "1997-05-14", "RFE/RL"},
        {"KYIV, May 14, 2023 (Reuters) — The vote", "2023-05-14", "Reuters"},
        {"Port Selvan, May 14, 2023 – The vote", "2023-05-14", NULL},
        {"On 14 May 1997 the vote -- a close one -- was taken", NULL, NULL},
        {"Moscow, 14 May 1997 was a day of rain", NULL, NULL},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        Masthead masthead = {0};
        g_assert_true(agency_dateline_read(&masthead, cases[i].text, strlen(cases[i].text)) ==
                      (cases[i].issued != NULL));
        g_assert_cmpstr(masthead.issued, ==, cases[i].issued);
        g_assert_cmpstr(masthead.publication, ==, cases[i].publication);
        masthead_clear(&masthead);
    }
}

static void
test_list_marks(void)
{
    static const struct {
        const char *text;
        MarkKind kind;
        gsize length, skip;
    } cases[] = {
        {"- a", MARK_SIGN, 1, 2},
        {"\342\200\242 a", MARK_SIGN, 3, 4},
        {"\342\200\242\ta", MARK_SIGN, 3, 4},
        {"\342\200\242a", MARK_SIGN, 3, 3},
        {"* a", MARK_SIGN, 1, 2},
        {"\342\200\223 a", MARK_DASH, 3, 4},
        {"\342\200\223VS", MARK_NONE, 0, 0},
        {"*a", MARK_NONE, 0, 0},
        {"12. a", MARK_NUMBER, 3, 4},
        {"(3) a", MARK_NUMBER, 3, 4},
        {"3) a", MARK_NUMBER, 2, 3},
        {"3.5 a", MARK_NONE, 0, 0},
        {"1997. a", MARK_NONE, 0, 0},
        {"a) b", MARK_LETTER, 2, 3},
        {"(iv) b", MARK_LETTER, 4, 5},
        {"word) b", MARK_NONE, 0, 0},
        {"-", MARK_NONE, 0, 0},
        {"", MARK_NONE, 0, 0},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        ListMark mark = list_mark(cases[i].text, strlen(cases[i].text));
        g_assert_cmpint(mark.kind, ==, cases[i].kind);
        g_assert_cmpuint(mark.length, ==, cases[i].length);
        g_assert_cmpuint(mark.skip, ==, cases[i].skip);
    }
}

static void
test_note_labels(void)
{
    static const struct {
        const char *text, *label;
        gboolean bare;
        gsize skip;
    } cases[] = {
        {"[1] Text", "1", FALSE, 4},     {"[12]Text", "12", FALSE, 4},
        {"[^1]: Text", "1", FALSE, 6},   {"(3) Text", "3", FALSE, 4},
        {"4. Text", "4", FALSE, 3},      {"5 Text", "5", TRUE, 2},
        {"5 Text", NULL, FALSE, 0},      {"\302\271\302\262 Text", "12", FALSE, 5},
        {"[iv] Text", "iv", FALSE, 5},   {"[a] Text", "a", FALSE, 4},
        {"[sic] Text", NULL, FALSE, 0},  {"[1999] Text", NULL, FALSE, 0},
        {"1.5 million", NULL, FALSE, 0}, {"Text", NULL, TRUE, 0},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *label = NULL;
        g_assert_cmpuint(note_label(cases[i].text, strlen(cases[i].text), cases[i].bare, &label), ==, cases[i].skip);
        g_assert_cmpstr(label, ==, cases[i].label);
    }
}

static void
test_sentences(void)
{
    static const struct {
        const char *text;
        gboolean ends;
    } cases[] = {
        {"It ends.", TRUE},
        {"It ends.”", TRUE},
        {"It ends. [1]", TRUE},
        {"It ends (so they say).", TRUE},
        {"It ends. (Reuter, May 1)", TRUE},
        {"It ends.¹", TRUE},
        {"它结束了。", TRUE},
        {"Does it end?", TRUE},
        {"A Heading", FALSE},
        {"A list:", FALSE},
        {"A Heading (Part One)", FALSE},
        {"", FALSE},
        {"\377\377", FALSE},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_true(words_end_sentence(cases[i].text, strlen(cases[i].text)) == cases[i].ends);
}

static void
test_furniture(void)
{
    static const struct {
        const char *text;
        BoilerplateForce force;
    } cases[] = {
        {"Skip to content", BOILERPLATE_STRONG},
        {"SHARE THIS ARTICLE:", BOILERPLATE_STRONG},
        {"© 2026 The Foundation. All rights reserved.", BOILERPLATE_STRONG},
        {"Copyright 2026 The Foundation", BOILERPLATE_STRONG},
        {"This website uses cookies so that it works.", BOILERPLATE_STRONG},
        {"Related Articles", BOILERPLATE_OPENER},
        {"Privacy Overview", BOILERPLATE_OPENER},
        {"Leave a comment »", BOILERPLATE_OPENER},
        {"Facebook Twitter Email", BOILERPLATE_WEAK},
        {"Search", BOILERPLATE_WEAK},
        {"Search parties went out at dawn.", BOILERPLATE_NO},
        {"Posted in the north, he wrote letters.", BOILERPLATE_NO},
        {"The company refused to make a donation.", BOILERPLATE_NO},
        {"The daily is a publication of the ministry.", BOILERPLATE_NO},
        {"Executive Summary", BOILERPLATE_NO},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
        if (boilerplate_force(cases[i].text, strlen(cases[i].text)) != cases[i].force)
            g_error("%s: %d", cases[i].text, boilerplate_force(cases[i].text, strlen(cases[i].text)));
}

static void
test_lines(void)
{
    const char *text = "one\r\n  two \rthree\n\r\n\tfour\302\240";
    static const struct {
        const char *text;
        guint indent;
    } want[] = {{"one", 0}, {"two", 2}, {"three", 0}, {"", 0}, {"four", 4}};
    LineReader reader;
    Line line;
    guint n = 0;
    line_reader_init(&reader, text, 0, strlen(text));
    while (line_reader_next(&reader, &line)) {
        g_assert_cmpuint(n, <, G_N_ELEMENTS(want));
        g_autofree char *got = g_strndup(text + line.start, line_length(&line));
        g_assert_cmpstr(got, ==, want[n].text);
        g_assert_cmpuint(line.indent, ==, want[n].indent);
        n++;
    }
    g_assert_cmpuint(n, ==, G_N_ELEMENTS(want));
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/import/parts/dates", test_dates);
    g_test_add_func("/import/parts/times", test_times);
    g_test_add_func("/import/parts/names", test_names);
    g_test_add_func("/import/parts/bylines", test_bylines);
    g_test_add_func("/import/parts/masthead-lines", test_masthead_lines);
    g_test_add_func("/import/parts/agency-datelines", test_agency_datelines);
    g_test_add_func("/import/parts/list-marks", test_list_marks);
    g_test_add_func("/import/parts/note-labels", test_note_labels);
    g_test_add_func("/import/parts/sentences", test_sentences);
    g_test_add_func("/import/parts/furniture", test_furniture);
    g_test_add_func("/import/parts/lines", test_lines);
    return g_test_run();
}
