/* From tokens to dates: one small parser for each form, tried in order at one token. */
#include "cite/dates.h"

typedef struct {
    const Token *tokens;
    guint count;
    guint flags;
    GArray *dates;
} Parser;

static const Token NOTHING = {.range = {0, 0}, .kind = TOKEN_SEMICOLON};

static const Token *
token_at(const Parser *p, guint at)
{
    return at < p->count ? &p->tokens[at] : &NOTHING;
}

static gboolean
is_kind(const Parser *p, guint at, TokenKind kind)
{
    return token_at(p, at)->kind == kind;
}

static gboolean
is_lex(const Parser *p, guint at, guint32 flag)
{
    const Token *t = token_at(p, at);
    return t->kind == TOKEN_WORD && (t->lex & flag);
}

static gboolean
is_day(const Parser *p, guint at)
{
    const Token *t = token_at(p, at);
    return t->kind == TOKEN_NUMBER && t->digits <= 2 && t->value >= 1 && t->value <= 31;
}

static gboolean
is_year(const Parser *p, guint at)
{
    const Token *t = token_at(p, at);
    return t->kind == TOKEN_NUMBER && t->digits == 4 && !(t->flags & TOKEN_ORDINAL) && t->value >= 1400 &&
           t->value < 2200;
}

/* A month by its name; English ones want their capital ("may" and "march" are other words). */
static int
month_of(const Parser *p, guint at)
{
    const Token *t = token_at(p, at);
    if (t->kind != TOKEN_WORD || !(t->lex & LEX_MONTH) || (!(t->flags & TOKEN_CAPITAL) && !(t->lex & LEX_FOREIGN)))
        return 0;
    return t->value;
}

/* Past a month at `at` and the full stop of its abbreviation. */
static guint
after_month(const Parser *p, guint at)
{
    return is_kind(p, at + 1, TOKEN_DOT) && token_at(p, at)->range.end == token_at(p, at + 1)->range.start ? at + 2
                                                                                                           : at + 1;
}

/* "-", "through", "to": what joins the ends of a span. Length in tokens. */
static guint
span_sign(const Parser *p, guint at)
{
    return is_kind(p, at, TOKEN_DASH) || is_lex(p, at, LEX_THROUGH) ? 1 : 0;
}

/* What parts the dates of a list: ",", "and", ", and", "&". Length in tokens. */
static guint
list_sign(const Parser *p, guint at)
{
    guint n = is_kind(p, at, TOKEN_COMMA) ? 1 : 0;
    const Token *t = token_at(p, at + n);
    if (t->kind == TOKEN_WORD && (t->lex & LEX_AND) && !(t->flags & TOKEN_CAPITAL))
        n++;
    else if (t->kind == TOKEN_SIGN && t->value == '&')
        n++;
    return n;
}

/* Whether a date may end before the token at `at`: a bare number is only a day where this holds. */
static gboolean
ends_here(const Parser *p, guint at)
{
    const Token *t = token_at(p, at);
    switch (t->kind) {
    case TOKEN_COMMA:
    case TOKEN_SEMICOLON:
    case TOKEN_CLOSE:
        return TRUE;
    case TOKEN_DOT:
        return token_at(p, at + 1)->kind != TOKEN_NUMBER;
    case TOKEN_DASH:
        return t->flags & TOKEN_SPACE || is_day(p, at + 1);
    case TOKEN_WORD:
        return (t->lex & (LEX_AND | LEX_THROUGH)) && !(t->flags & TOKEN_CAPITAL);
    default:
        return FALSE;
    }
}

/* An optional year, behind a comma, "of" or nothing; *at moves past it. */
static int
take_year(const Parser *p, guint *at)
{
    guint q = *at;
    if (is_kind(p, q, TOKEN_COMMA) || is_lex(p, q, LEX_OF))
        q++;
    if (!is_year(p, q))
        return 0;
    *at = q + 1;
    return token_at(p, q)->value;
}

static void
add_date(Parser *p, DatePoint from, DatePoint to, gboolean span, guint first, guint end)
{
    TextDate date = {.from = from, .to = to, .span = span};
    date.range = range_make(token_at(p, first)->range.start, token_at(p, end - 1)->range.end);
    g_array_append_val(p->dates, date);
}

/* Month D …: "May 14", "April 25-26, 2025", "September 30, 2024-October 2, 2025". */
static guint
month_day(Parser *p, guint first, guint at)
{
    DatePoint from = {.month = month_of(p, at)}, to = {0};
    at = after_month(p, at);
    if (!is_day(p, at))
        return 0;
    from.day = token_at(p, at++)->value;
    if (is_kind(p, at, TOKEN_COLON) || (is_kind(p, at, TOKEN_DOT) && is_kind(p, at + 1, TOKEN_NUMBER)))
        return 0; /* "May 10:30", "May 3.5" */
    guint with_year = at;
    from.year = take_year(p, &with_year);
    guint q = with_year, sign = span_sign(p, q);
    gboolean span = FALSE;
    if (sign) {
        to.month = month_of(p, q + sign);
        guint day = to.month ? after_month(p, q + sign) : q + sign;
        if (is_day(p, day) && (to.month || (!from.year && !month_of(p, day + 1)))) {
            to.day = token_at(p, day)->value;
            if (!to.month)
                to.month = from.month;
            at = day + 1;
            to.year = take_year(p, &at);
            span = to.month != from.month || to.day > from.day || to.year != from.year;
            if (!span)
                at = with_year;
        }
    }
    if (!span) {
        at = with_year;
        to = (DatePoint){0};
    } else if (to.year && !from.year) {
        from.year = to.month < from.month ? to.year - 1 : to.year;
    } else if (from.year && !to.year) {
        to.year = to.month < from.month ? from.year + 1 : from.year;
    }
    add_date(p, from, to, span, first, at);
    return at - first;
}

/* D Month …, D, D and D Month …, D-D Month …: the days before a month share it and its year. */
static guint
day_month(Parser *p, guint first, guint at)
{
    enum { MOST = 8 };
    struct {
        guint first, end;
        int day, to_day;
    } days[MOST];
    guint count = 0;
    for (;;) {
        if (count == MOST || !is_day(p, at))
            return 0;
        days[count].first = at;
        days[count].day = token_at(p, at++)->value;
        days[count].to_day = 0;
        guint sign = span_sign(p, at);
        if (sign && is_day(p, at + sign)) {
            days[count].to_day = token_at(p, at + sign)->value;
            at += sign + 1;
        }
        days[count++].end = at;
        if (is_lex(p, at, LEX_OF) && month_of(p, at + 1))
            at++;
        if (is_kind(p, at, TOKEN_DOT) && month_of(p, at + 1))
            at++; /* "14. Mai" */
        if (is_kind(p, at, TOKEN_DASH) && !(token_at(p, at)->flags & TOKEN_SPACE) && month_of(p, at + 1))
            at++; /* "14-May-2025" */
        if (month_of(p, at))
            break;
        guint list = list_sign(p, at);
        if (!list)
            return 0;
        at += list;
    }
    int month = month_of(p, at);
    at = after_month(p, at);
    if (is_kind(p, at, TOKEN_DASH) && !(token_at(p, at)->flags & TOKEN_SPACE) && is_year(p, at + 1))
        at++;
    int year = take_year(p, &at);
    guint sign = span_sign(p, at);
    if (sign && is_day(p, at + sign) && month_of(p, at + sign + 1) && !days[count - 1].to_day) {
        DatePoint from = {year, month, days[count - 1].day};
        DatePoint to = {0, month_of(p, at + sign + 1), token_at(p, at + sign)->value};
        at = after_month(p, at + sign + 1);
        to.year = take_year(p, &at);
        if (to.year && !from.year)
            from.year = to.month < from.month ? to.year - 1 : to.year;
        for (guint i = 0; i + 1 < count; i++)
            add_date(p, (DatePoint){from.year, month, days[i].day}, (DatePoint){0}, FALSE, days[i].first, days[i].end);
        add_date(p, from, to, TRUE, count == 1 ? first : days[count - 1].first, at);
        return at - first;
    }
    for (guint i = 0; i < count; i++) {
        gboolean span = days[i].to_day > days[i].day;
        add_date(p, (DatePoint){year, month, days[i].day},
                 (DatePoint){span ? year : 0, span ? month : 0, span ? days[i].to_day : 0}, span,
                 i ? days[i].first : first, i + 1 == count ? at : days[i].end);
    }
    return at - first;
}

/* Two digits of a year: the century that makes it a year of the last hundred and some. */
static int
whole_year(const Token *t)
{
    if (t->digits == 4)
        return t->value;
    return t->digits == 2 ? (t->value >= 40 ? 1900 : 2000) + t->value : 0;
}

/* 2025-05-14, 2025-05, 14.05.2025, 18:8:95, 5/13/2024. */
static guint
numeric(Parser *p, guint first, guint at)
{
    const Token *a = token_at(p, at), *sign = token_at(p, at + 1), *b = token_at(p, at + 2), *c = token_at(p, at + 4);
    if (a->kind != TOKEN_NUMBER || b->kind != TOKEN_NUMBER || a->range.end != sign->range.start ||
        sign->range.end != b->range.start)
        return 0;
    if (sign->kind != TOKEN_DASH && sign->kind != TOKEN_DOT && sign->kind != TOKEN_SLASH && sign->kind != TOKEN_COLON)
        return 0;
    gboolean three = token_at(p, at + 3)->kind == sign->kind && c->kind == TOKEN_NUMBER &&
                     token_at(p, at + 3)->range.end == c->range.start &&
                     b->range.end == token_at(p, at + 3)->range.start;
    DatePoint date = {0};
    guint end = at + 5;
    if (is_year(p, at) && b->digits == 2 && b->value >= 1 && b->value <= 12) {
        date = (DatePoint){a->value, b->value, 0};
        if (three && c->digits <= 2 && c->value >= 1 && c->value <= 31)
            date.day = c->value;
        else if (three || sign->kind != TOKEN_DASH)
            return 0;
        else
            end = at + 3;
    } else if (three && a->digits <= 2 && b->digits <= 2 && whole_year(c) && a->value >= 1 && b->value >= 1) {
        date.year = whole_year(c);
        if (b->value <= 12 && a->value <= 31 && (a->value > 12 || sign->kind != TOKEN_SLASH || a->value == b->value))
            date = (DatePoint){date.year, b->value, a->value};
        else if (a->value <= 12 && b->value > 12 && b->value <= 31)
            date = (DatePoint){date.year, a->value, b->value};
        else if (a->value > 12 || b->value > 12)
            return 0;
        /* else 5/6/2024: which is the month, nobody can tell; the year stands. */
    } else {
        return 0;
    }
    add_date(p, date, (DatePoint){0}, FALSE, first, end);
    return end - first;
}

/* Month, Month YYYY, Month-Month YYYY; a month alone only where the caller allows it and something ends behind it. */
static guint
month_only(Parser *p, guint first, guint at)
{
    DatePoint from = {.month = month_of(p, at)}, to = {0};
    gboolean foreign = token_at(p, at)->lex & LEX_FOREIGN, span = FALSE;
    at = after_month(p, at);
    guint sign = is_kind(p, at, TOKEN_SLASH) ? 1 : span_sign(p, at);
    if (sign && month_of(p, at + sign) && !is_day(p, after_month(p, at + sign))) {
        to.month = month_of(p, at + sign);
        at = after_month(p, at + sign);
        span = TRUE;
    }
    int year = take_year(p, &at);
    if (!year && (foreign || !(p->flags & DATES_MONTH) || !ends_here(p, at)))
        return 0;
    from.year = span && to.month < from.month && year ? year - 1 : year;
    if (span)
        to.year = year;
    add_date(p, from, to, span, first, at);
    return at - first;
}

/* 2024, 2019-2021, Spring 2019, Q3 2024. */
static guint
year_only(Parser *p, guint first, guint at)
{
    if (!is_year(p, at))
        return 0;
    DatePoint from = {.year = token_at(p, at)->value}, to = {0};
    at++;
    gboolean span = FALSE;
    if (is_kind(p, at, TOKEN_DASH) && is_year(p, at + 1) && token_at(p, at + 1)->value > from.year) {
        to.year = token_at(p, at + 1)->value;
        span = TRUE;
        at += 2;
    }
    if (!ends_here(p, at) && !is_kind(p, at, TOKEN_COLON))
        return 0;
    add_date(p, from, to, span, first, at);
    return at - first;
}

/* One date (or a list of days before one month) in any of its forms. */
static guint
one_date(Parser *p, guint first, gboolean year_alone)
{
    guint at = first, n;
    if (is_lex(p, at, LEX_WEEKDAY)) {
        at += is_kind(p, at + 1, TOKEN_DOT) ? 2 : 1;
        if (is_kind(p, at, TOKEN_COMMA))
            at++;
        if (!month_of(p, at) && !is_day(p, at))
            return 0;
    }
    if (is_lex(p, at, LEX_ABOUT)) {
        at++;
        if (is_kind(p, at, TOKEN_DASH))
            at++;
        if (!month_of(p, at) && !is_year(p, at))
            return 0;
        year_alone = TRUE;
    }
    if (month_of(p, at)) {
        if ((n = month_day(p, first, at)) || (n = month_only(p, first, at)))
            return n;
        return 0;
    }
    if (is_kind(p, at, TOKEN_NUMBER)) {
        if ((n = numeric(p, first, at)) || (n = day_month(p, first, at)))
            return n;
        return year_alone ? year_only(p, first, at) : 0;
    }
    if (is_lex(p, at, LEX_SEASON) && (token_at(p, at)->flags & TOKEN_CAPITAL || at > first || p->flags & DATES_YEAR) &&
        is_year(p, at + 1))
        return (n = year_only(p, first, at + 1));
    return 0;
}

/* A bare day behind "Month D": the day at `at` and its span, in the month of the date before. */
static guint
bare_day(Parser *p, guint at, int month)
{
    guint first = at;
    if (!is_day(p, at))
        return 0;
    DatePoint from = {.month = month, .day = token_at(p, at)->value}, to = {0};
    gboolean span = FALSE;
    at++;
    if (is_kind(p, at, TOKEN_DASH) && is_day(p, at + 1) && token_at(p, at + 1)->value > from.day) {
        to = (DatePoint){.month = month, .day = token_at(p, at + 1)->value};
        span = TRUE;
        at += 2;
    }
    if (!ends_here(p, at) && !is_year(p, at))
        return 0;
    from.year = take_year(p, &at);
    if (span)
        to.year = from.year;
    add_date(p, from, to, span, first, at);
    return at - first;
}

guint
dates_parse(const Token *tokens, guint count, guint at, guint flags, GArray *dates)
{
    Parser parser = {.tokens = tokens, .count = count, .flags = flags, .dates = dates}, *p = &parser;
    guint first = at, n = one_date(p, at, flags & DATES_YEAR);
    /* A bare day belongs to the month before it, where that stood before its own day. */
    gboolean bare = n && !is_kind(p, first, TOKEN_NUMBER);
    p->flags = 0;
    while (n) {
        at += n;
        guint list = list_sign(p, at);
        if (!list)
            break;
        TextDate last = g_array_index(dates, TextDate, dates->len - 1);
        n = one_date(p, at + list, last.from.month == 0);
        if (n)
            bare = !is_kind(p, at + list, TOKEN_NUMBER);
        else if (bare && last.from.day)
            n = bare_day(p, at + list, last.span ? last.to.month : last.from.month);
        at += n ? list : 0;
    }
    return at - first;
}
