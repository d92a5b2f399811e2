/* Citations by author and year, which point to a bibliography:
 *
 *     citation = entry , { ";" , entry } ;
 *     entry    = [ "see" , [ "also" ] | "e.g." | "cf." ] , authors , [","] , year , { "," , year } , [ ( "," | ":" ) , pages ] ;
 *     authors  = surname , { "," , surname } , [ [","] , ( "and" | "&" ) , surname ] | surname , [","] , "et al." ;
 *     surname  = [ particle ] , Capital , [ Capital ] ;
 *     year     = four digits , [ letter ] | … ;
 *     pages    = [ "p." | "pp." | "ch." | … ] , number , [ "-" , number ] ;
 *
 * A name with a year is more often no citation: "(Tbilisi 2008)", "(summer 2019)". So one of its entries must say more:
 * it stands in the bibliography, or (where none of the names is a place, a month, a medium or a known source) it gives
 * a page, has two authors or "et al.", or there are several entries. */
#include "cite/grammar_private.h"

#include <string.h>

typedef struct {
    guint at, end;  /* tokens */
    guint entries;
    gboolean listed; /* one of them stands in the bibliography */
    gboolean more;   /* one of them says more */
    gboolean odd;    /* a name that is likely none of an author */
} AuthorYear;

/* "2019", "2020a" */
static gboolean
is_year(const Grammar *g, guint at, guint end)
{
    if (at >= end)
        return FALSE;
    const Token *t = grammar_token(g, at);
    gsize length = range_length(t->range);
    const char *s = g->text + t->range.start;
    return (t->kind == TOKEN_NUMBER || t->kind == TOKEN_WORD) && (length == 4 || length == 5) && g_ascii_isdigit(s[1]) &&
           g_ascii_isdigit(s[2]) && g_ascii_isdigit(s[3]) && (s[0] == '1' || s[0] == '2') &&
           (length == 4 || g_ascii_islower(s[4]));
}

static gboolean
word_is(const Grammar *g, guint at, guint end, const char *word)
{
    if (!grammar_is_kind(g, at, end, TOKEN_WORD))
        return FALSE;
    Range range = grammar_token(g, at)->range;
    return range_length(range) == strlen(word) && memcmp(g->text + range.start, word, range_length(range)) == 0;
}

/* The token behind a surname at `at`, or `at`. */
static guint
past_surname(const Grammar *g, AuthorYear *a, guint at)
{
    static const char *const PARTICLES[] = {"van", "von", "der", "den", "de", "la", "del", "di", "da", "al", "bin"};
    guint from = at;
    gboolean small = at < a->end && !(grammar_token(g, at)->flags & TOKEN_CAPITAL);
    for (guint i = 0; small && i < G_N_ELEMENTS(PARTICLES) && at < from + 2;)
        if (word_is(g, at, a->end, PARTICLES[i])) {
            at++;
            i = 0; /* "van der": from the start again */
        } else {
            i++;
        }
    guint words = 0;
    while (words < 3 && grammar_is_kind(g, at, a->end, TOKEN_WORD) && grammar_token(g, at)->flags & TOKEN_CAPITAL &&
           !is_year(g, at, a->end)) {
        a->odd |= grammar_token(g, at)->lex != 0;
        at++;
        words++;
    }
    a->odd |= words > 1; /* "Lowland Bank 2019" only where it is listed */
    return words ? at : from;
}

/* The tokens of the authors at a->at: the one behind them, or a->at where they are none. */
static guint
past_authors(const Grammar *g, AuthorYear *a)
{
    guint at = past_surname(g, a, a->at);
    if (at == a->at)
        return at;
    for (;;) {
        guint next = grammar_is_kind(g, at, a->end, TOKEN_COMMA) ? at + 1 : at;
        if (word_is(g, next, a->end, "et") && word_is(g, next + 1, a->end, "al")) {
            a->more = TRUE;
            next += 2;
            return grammar_is_kind(g, next, a->end, TOKEN_DOT) ? next + 1 : next;
        }
        gboolean and = grammar_is_word(g, next, a->end, LEX_AND) ||
                       (grammar_is_kind(g, next, a->end, TOKEN_SIGN) && grammar_token(g, next)->value == '&');
        if (!and && next == at)
            return at;
        guint behind = past_surname(g, a, and ? next + 1 : next);
        if (behind == (and ? next + 1 : next))
            return at;
        at = behind;
        if (and) {
            a->more = TRUE;
            return at;
        }
    }
}

/* "p. 4", "pp. 4-6", "ch. 3", a number alone: the token behind it, or `at`. */
static guint
past_pages(const Grammar *g, guint at, guint end)
{
    static const char *const WORDS[] = {"p", "pp", "ch", "chap", "chapter", "para", "sec", "fig", "table"};
    guint from = at;
    for (guint i = 0; i < G_N_ELEMENTS(WORDS) && at == from; i++)
        if (word_is(g, at, end, WORDS[i]))
            at = grammar_is_kind(g, at + 1, end, TOKEN_DOT) ? at + 2 : at + 1;
    if (!grammar_is_kind(g, at, end, TOKEN_NUMBER))
        return from;
    at++;
    if (grammar_is_kind(g, at, end, TOKEN_DASH) && grammar_is_kind(g, at + 1, end, TOKEN_NUMBER))
        at += 2;
    return at;
}

static void
read_lead(const Grammar *g, AuthorYear *a, gboolean *see)
{
    while (grammar_is_word(g, a->at, a->end, LEX_SEE | LEX_LEAD) || word_is(g, a->at, a->end, "e.g")) {
        *see |= grammar_is_word(g, a->at, a->end, LEX_SEE);
        a->at++;
        while (grammar_is_kind(g, a->at, a->end, TOKEN_DOT) || grammar_is_kind(g, a->at, a->end, TOKEN_COMMA))
            a->at++;
    }
}

static gboolean
read_entry(Grammar *g, AuthorYear *a, const Bibliography *bibliography)
{
    gboolean see = FALSE;
    read_lead(g, a, &see);
    guint first = a->at, behind = past_authors(g, a);
    if (behind == first)
        return FALSE;
    GrammarItem item = {.locator = RANGE_NONE,
                        .url = RANGE_NONE,
                        .of_note = RANGE_NONE,
                        .first_date = g->dates->len,
                        .strength = STRENGTH_STRONG,
                        .see = see,
                        .beside = TRUE,
                        .author_year = TRUE};
    item.source = range_make(grammar_token(g, first)->range.start, grammar_token(g, behind - 1)->range.end);
    const Source *known = NULL;
    if (range_length(item.source) < 160) {
        name_key(g->names.key, g->text + item.source.start, range_length(item.source));
        known = sources_by_key(g->names.sources, g->names.key->str);
    }
    a->odd |= known != NULL;
    a->at = grammar_is_kind(g, behind, a->end, TOKEN_COMMA) ? behind + 1 : behind;
    while (is_year(g, a->at, a->end)) {
        const Token *t = grammar_token(g, a->at);
        TextDate date = {.range = t->range, .year_from = YEAR_EXPLICIT};
        date.from.year = (int)g_ascii_strtoull(g->text + t->range.start, NULL, 10);
        g_array_append_val(g->dates, date);
        item.n_dates++;
        char year[8] = {0};
        memcpy(year, g->text + t->range.start, range_length(t->range));
        a->listed |= !range_is_none(
            bibliography_find(bibliography, g->text + item.source.start, range_length(item.source), year));
        a->at++;
        if (!(grammar_is_kind(g, a->at, a->end, TOKEN_COMMA) && is_year(g, a->at + 1, a->end)))
            break;
        a->at++;
    }
    if (!item.n_dates)
        return FALSE;
    if (grammar_is_kind(g, a->at, a->end, TOKEN_COMMA) || grammar_is_kind(g, a->at, a->end, TOKEN_COLON)) {
        guint pages = past_pages(g, a->at + 1, a->end);
        if (pages == a->at + 1)
            return FALSE;
        item.locator = range_make(grammar_token(g, a->at + 1)->range.start, grammar_token(g, pages - 1)->range.end);
        a->more = TRUE;
        a->at = pages;
    }
    if (a->at < a->end && !grammar_is_kind(g, a->at, a->end, TOKEN_SEMICOLON))
        return FALSE;
    g_array_append_val(g->items, item);
    a->entries++;
    return TRUE;
}

gboolean
grammar_author_year(Grammar *g, const Bibliography *bibliography)
{
    AuthorYear a = {.end = g->tokens->len};
    gboolean year = FALSE;
    for (guint i = 0; i < a.end; i++) {
        if (grammar_token(g, i)->lex & LEX_MONTH)
            return FALSE; /* most citations */
        year |= is_year(g, i, a.end);
    }
    if (!year)
        return FALSE;
    while (a.end > 0 && grammar_is_kind(g, a.end - 1, a.end, TOKEN_DOT))
        a.end--;
    gboolean fits = a.end > 1;
    while (fits && a.at < a.end) {
        fits = read_entry(g, &a, bibliography);
        if (a.at < a.end)
            a.at++; /* the semicolon */
    }
    if (fits && (a.listed || (!g->around->note && !a.odd && (a.more || a.entries > 1))))
        return TRUE;
    g_array_set_size(g->dates, 0);
    g_array_set_size(g->items, 0);
    return FALSE;
}
