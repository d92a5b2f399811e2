/* Reads segments from left to right: a lead, then runs of names each closed by its dates, then a tail. What the items
 * are worth together is judged in judge.c. */
#include "cite/grammar.h"

#include "cite/grammar_private.h"

#include <string.h>

Grammar *
grammar_new(const Sources *sources, GHashTable *cited, const Bibliography *bibliography)
{
    Grammar *g = g_new0(Grammar, 1);
    g->names = (NameContext){.sources = sources, .cited = cited, .key = g_string_new(NULL)};
    g->bibliography = bibliography;
    g->tokens = g_array_sized_new(FALSE, FALSE, sizeof(Token), 64);
    g->parts = g_array_sized_new(FALSE, FALSE, sizeof(Part), 64);
    g->dates = g_array_sized_new(FALSE, FALSE, sizeof(TextDate), 64);
    g->items = g_array_sized_new(FALSE, FALSE, sizeof(GrammarItem), 64);
    return g;
}

void
grammar_free(Grammar *g)
{
    if (!g)
        return;
    g_string_free(g->names.key, TRUE);
    g_array_unref(g->tokens);
    g_array_unref(g->parts);
    g_array_unref(g->dates);
    g_array_unref(g->items);
    g_free(g);
}

/* Past "see", "for background, see also the", "e.g.,", "Source:"; what stands before "see" must lead to it. */
static void
read_lead(Grammar *g, Segment *s)
{
    enum { FURTHEST = 14 };
    guint see = s->end;
    for (guint i = s->at; i < s->end && i < s->at + FURTHEST; i++) {
        const Token *t = grammar_token(g, i);
        if (t->kind == TOKEN_NUMBER || t->kind == TOKEN_URL || t->kind == TOKEN_DOMAIN)
            break;
        if (grammar_is_word(g, i, s->end, LEX_SEE)) {
            const Token *first = grammar_token(g, s->at);
            if (i == s->at ||
                (first->kind == TOKEN_WORD && (first->lex & (LEX_LEAD | LEX_PREPOSITION | LEX_PROSE | LEX_AND))))
                see = i;
            break;
        }
    }
    if (see < s->end) {
        s->see = TRUE;
        s->at = see + 1;
        while (s->at < s->end &&
               (grammar_is_kind(g, s->at, s->end, TOKEN_DOT) || grammar_is_kind(g, s->at, s->end, TOKEN_COMMA) ||
                grammar_is_kind(g, s->at, s->end, TOKEN_COLON) ||
                (grammar_is_word(g, s->at, s->end, LEX_LEAD | LEX_PREPOSITION) &&
                 !(grammar_token(g, s->at)->flags & TOKEN_CAPITAL))))
            s->at++;
        if (grammar_is_word(g, s->at, s->end, LEX_ARTICLE) && !(grammar_token(g, s->at)->flags & TOKEN_CAPITAL))
            s->at++;
        return;
    }
    guint i = s->at;
    while (grammar_is_word(g, i, s->end, LEX_LEAD | LEX_PREPOSITION) ||
           (i > s->at && grammar_is_kind(g, i, s->end, TOKEN_DOT)))
        i++;
    if (i > s->at && grammar_is_kind(g, i, s->end, TOKEN_COMMA))
        s->at = i + 1;
    if (grammar_is_word(g, s->at, s->end, LEX_CREDIT) && grammar_is_kind(g, s->at + 1, s->end, TOKEN_COLON)) {
        s->credit = TRUE;
        s->at += 2;
    }
}

/* Whether a date may begin at `at`; what else it needs is told in *flags. `run` is where the names before it begin. */
static gboolean
may_date(const Grammar *g, const Segment *s, guint run, guint at, guint *flags)
{
    const Token *t = grammar_token(g, at);
    if (t->flags & TOKEN_QUOTED ||
        (t->kind != TOKEN_NUMBER &&
         !(t->kind == TOKEN_WORD && t->lex & (LEX_MONTH | LEX_WEEKDAY | LEX_ABOUT | LEX_SEASON))))
        return FALSE;
    *flags = 0;
    if (at == run) {
        *flags = DATES_MONTH | DATES_YEAR;
        return TRUE;
    }
    const Token *before = grammar_token(g, at - 1);
    switch (before->kind) {
    case TOKEN_COMMA:
    case TOKEN_DASH:
        *flags = DATES_MONTH | DATES_YEAR;
        return before->kind == TOKEN_COMMA || before->flags & TOKEN_SPACE;
    case TOKEN_OPEN:
        *flags = DATES_YEAR;
        return !(t->flags & TOKEN_QUOTED);
    case TOKEN_WORD:
        /* "No. 6", "page 28" are locators, not days; "Channel 5" is a name. A date right behind a name wants its
         * month. */
        if (before->lex & LEX_LOCATOR && t->kind == TOKEN_NUMBER)
            return FALSE;
        if (before->lex & LEX_ROLE)
            *flags = DATES_MONTH | DATES_YEAR;
        return TRUE;
    case TOKEN_DOT:
    case TOKEN_CLOSE:
    case TOKEN_QUOTE:
    case TOKEN_COLON:
    case TOKEN_URL:
    case TOKEN_DOMAIN:
        return TRUE;
    default:
        return FALSE;
    }
}

static void
read_segment(Grammar *g, guint first, guint end)
{
    Segment segment = {.at = first, .end = end}, *s = &segment;
    while (s->at < s->end) {
        const Token *t = grammar_token(g, s->at);
        if (t->kind == TOKEN_COMMA)
            s->lost = TRUE;
        else if (t->kind != TOKEN_DOT && t->kind != TOKEN_DASH && t->kind != TOKEN_SIGN && t->kind != TOKEN_CLOSE &&
                 t->kind != TOKEN_COLON)
            break;
        s->at++;
    }
    if (s->at == s->end)
        return;
    read_lead(g, s);
    if (s->at < s->end && grammar_is_kind(g, s->at, s->end, TOKEN_COMMA)) {
        s->lost = TRUE; /* "(see , May 5)" */
        s->at++;
    }
    g->verdict.credit |= s->credit;
    if (grammar_read_short(g, s))
        return;
    guint run = s->at;
    for (guint i = s->at; i < s->end;) {
        guint flags, dates = g->dates->len, n = 0;
        if (may_date(g, s, run, i, &flags))
            n = dates_parse(&g_array_index(g->tokens, Token, 0), s->end, i, flags, g->dates);
        if (!n) {
            i++;
            continue;
        }
        grammar_close_run(g, s, run, i, dates, i + n);
        i += n;
        run = i;
    }
    grammar_close_tail(g, s, run);
}

/* In a note a full stop may part two citations as a semicolon does: "Interfax, May 5. See also TASS, May 6." */
static gboolean
is_boundary(const Grammar *g, guint at)
{
    const Token *t = grammar_token(g, at);
    if (t->kind == TOKEN_SEMICOLON)
        return !(t->flags & (TOKEN_QUOTED | TOKEN_NESTED));
    if (!g->around->note || t->kind != TOKEN_DOT || at == 0 || at + 1 >= g->tokens->len || t->flags & TOKEN_QUOTED)
        return FALSE;
    const Token *before = t - 1, *after = t + 1;
    return after->flags & TOKEN_SPACE && (after->lex & LEX_SEE || before->kind == TOKEN_NUMBER ||
                                          before->kind == TOKEN_URL || before->kind == TOKEN_DOMAIN);
}

gboolean
grammar_parse(Grammar *g, const char *text, Range body, const Surroundings *around)
{
    g->text = g->names.text = text;
    g->around = around;
    g->verdict = (Verdict){0};
    g->group_first = g->group_end = 0;
    g_array_set_size(g->tokens, 0);
    g_array_set_size(g->dates, 0);
    g_array_set_size(g->items, 0);
    tokenise(text, body, g->tokens);
    if (g->tokens->len == 0)
        return FALSE;
    if (grammar_author_year(g, g->bibliography))
        return TRUE;
    if (grammar_is_word(g, 0, g->tokens->len, LEX_CREDIT) && !grammar_is_kind(g, 1, g->tokens->len, TOKEN_COLON))
        g->verdict.credit = TRUE;
    guint start = 0;
    for (guint i = 0; i <= g->tokens->len; i++)
        if (i == g->tokens->len || is_boundary(g, i)) {
            read_segment(g, start, i);
            start = i + 1;
        }
    return judge(&g->verdict, g->items, around);
}

const GrammarItem *
grammar_items(const Grammar *g, guint *count)
{
    *count = g->items->len;
    return (const GrammarItem *)(gpointer)g->items->data;
}

const TextDate *
grammar_dates(const Grammar *g, guint *count)
{
    *count = g->dates->len;
    return (const TextDate *)(gpointer)g->dates->data;
}
