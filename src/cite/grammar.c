/* Reads segments from left to right: a lead, then runs of names each closed by its dates, then a tail. What the items are worth together is judged in judge.c. */
#include "cite/grammar.h"

#include "cite/judge.h"
#include "cite/parts.h"

#include <string.h>

struct Grammar {
    NameContext names;
    GArray *tokens, *parts, *dates, *items;
    const char *text;
    const Surroundings *around;
    Verdict verdict;
    /* The items that a segment or run of dates alone goes on with. */
    guint group_first, group_end;
};

/* A segment while it is read. */
typedef struct {
    guint at, end;     /* tokens */
    gboolean see;
    gboolean credit;   /* "Source:" */
    gboolean lost;     /* begins with a comma: the link text of its source got lost */
    gboolean loose;    /* the date of this run stands behind a bare preposition: "Moscow on May 9" */
    gboolean role;     /* “accessed” stands before the date of this run */
    gboolean dated;    /* has had dates with sources */
    guint first_item;
} Segment;

Grammar *
grammar_new(const Sources *sources, GHashTable *cited)
{
    Grammar *g = g_new0(Grammar, 1);
    g->names = (NameContext){.sources = sources, .cited = cited, .key = g_string_new(NULL)};
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

static const Token *
token(const Grammar *g, guint at)
{
    return &g_array_index(g->tokens, Token, at);
}

static gboolean
is_word(const Grammar *g, guint at, guint end, guint32 lex)
{
    return at < end && token(g, at)->kind == TOKEN_WORD && (token(g, at)->lex & lex);
}

static gboolean
is_kind(const Grammar *g, guint at, guint end, TokenKind kind)
{
    return at < end && token(g, at)->kind == kind;
}

/* Past "see", "for background, see also the", "e.g.,", "Source:"; what stands before "see" must lead to it. */
static void
read_lead(Grammar *g, Segment *s)
{
    enum { FURTHEST = 14 };
    guint see = s->end;
    for (guint i = s->at; i < s->end && i < s->at + FURTHEST; i++) {
        const Token *t = token(g, i);
        if (t->kind == TOKEN_NUMBER || t->kind == TOKEN_URL || t->kind == TOKEN_DOMAIN)
            break;
        if (is_word(g, i, s->end, LEX_SEE)) {
            const Token *first = token(g, s->at);
            if (i == s->at || (first->kind == TOKEN_WORD && (first->lex & (LEX_LEAD | LEX_PREPOSITION | LEX_PROSE | LEX_AND))))
                see = i;
            break;
        }
    }
    if (see < s->end) {
        s->see = TRUE;
        s->at = see + 1;
        while (s->at < s->end && (is_kind(g, s->at, s->end, TOKEN_DOT) || is_kind(g, s->at, s->end, TOKEN_COMMA) ||
                                  is_kind(g, s->at, s->end, TOKEN_COLON) ||
                                  (is_word(g, s->at, s->end, LEX_LEAD | LEX_PREPOSITION) && !(token(g, s->at)->flags & TOKEN_CAPITAL))))
            s->at++;
        if (is_word(g, s->at, s->end, LEX_ARTICLE) && !(token(g, s->at)->flags & TOKEN_CAPITAL))
            s->at++;
        return;
    }
    guint i = s->at;
    while (is_word(g, i, s->end, LEX_LEAD | LEX_PREPOSITION) || (i > s->at && is_kind(g, i, s->end, TOKEN_DOT)))
        i++;
    if (i > s->at && is_kind(g, i, s->end, TOKEN_COMMA))
        s->at = i + 1;
    if (is_word(g, s->at, s->end, LEX_CREDIT) && is_kind(g, s->at + 1, s->end, TOKEN_COLON)) {
        s->credit = TRUE;
        s->at += 2;
    }
}

/* Whether a date may begin at `at`; what else it needs is told in *flags. `run` is where the names before it begin. */
static gboolean
may_date(const Grammar *g, const Segment *s, guint run, guint at, guint *flags)
{
    const Token *t = token(g, at);
    if (t->flags & TOKEN_QUOTED || (t->kind != TOKEN_NUMBER && !(t->kind == TOKEN_WORD && t->lex & (LEX_MONTH | LEX_WEEKDAY | LEX_ABOUT | LEX_SEASON))))
        return FALSE;
    *flags = 0;
    if (at == run) {
        *flags = DATES_MONTH | DATES_YEAR;
        return TRUE;
    }
    const Token *before = token(g, at - 1);
    switch (before->kind) {
    case TOKEN_COMMA:
    case TOKEN_DASH:
        *flags = DATES_MONTH | DATES_YEAR;
        return before->kind == TOKEN_COMMA || before->flags & TOKEN_SPACE;
    case TOKEN_OPEN:
        *flags = DATES_YEAR;
        return !(t->flags & TOKEN_QUOTED);
    case TOKEN_WORD:
        /* "No. 6", "page 28" are locators, not days; "Channel 5" is a name. A date right behind a name wants its month. */
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

/* Takes "accessed on", "published", a bare "on" off the end of a run of names. */
static guint
trim_role(const Grammar *g, Segment *s, guint run, guint end)
{
    guint at = end;
    gboolean role = FALSE, preposition = FALSE;
    s->loose = FALSE;
    while (at > run) {
        const Token *t = token(g, at - 1);
        if (t->kind == TOKEN_WORD && t->lex & LEX_ROLE && !(t->flags & TOKEN_CAPITAL))
            role = TRUE;
        else if (t->kind == TOKEN_WORD && t->lex & (LEX_PREPOSITION | LEX_OF) && !(t->flags & TOKEN_CAPITAL))
            preposition |= !!(t->lex & LEX_PREPOSITION);
        else if (!(t->kind == TOKEN_COMMA || t->kind == TOKEN_DOT || t->kind == TOKEN_COLON || t->kind == TOKEN_DASH || t->kind == TOKEN_OPEN))
            break;
        at--;
    }
    s->role = role;
    s->loose = preposition && !role;
    return at;
}

static guint8
strength_of(const GrammarItem *item, const Part *part, const TextDate *dates, guint count)
{
    gboolean day = FALSE;
    for (guint i = 0; i < count; i++)
        day |= dates[i].from.day > 0;
    if (day || part->kind == PART_URL || (count && part->kind == PART_DOMAIN))
        return STRENGTH_STRONG;
    if (count == 0)
        return STRENGTH_UNDATED;
    return item->backed || part->look.institution || part->look.interview || !range_is_none(item->locator) ? STRENGTH_STRONG : STRENGTH_WEAK;
}

static void
add_item(Grammar *g, const Segment *s, const Part *part, guint first_date, guint n_dates, Range locator)
{
    GrammarItem item = {.source = part->range, .locator = locator, .url = RANGE_NONE, .first_date = first_date, .n_dates = n_dates, .see = s->see};
    item.known = part->known;
    /* Bodies that are written about as often as cited (NATO, the UN) back nothing by their name alone. */
    gboolean body = part->source && part->source->class == SOURCE_OFFICIAL && n_dates == 0 && part->kind == PART_NAME;
    item.backed = !body && (part->known || part->look.media || part->look.collective);
    item.ibid = is_word(g, part->first, part->end, LEX_IBID);
    item.medium = name_medium(g->text, &g_array_index(g->tokens, Token, part->first), part->end - part->first);
    item.strength = item.ibid ? STRENGTH_STRONG
                              : strength_of(&item, part, &g_array_index(g->dates, TextDate, first_date), n_dates);
    g_array_append_val(g->items, item);
}

/* Gives the dates from `first` on to the items of the group, behind those they have. */
static gboolean
extend_group(Grammar *g, guint first)
{
    gboolean extended = FALSE;
    for (guint i = g->group_first; i < g->group_end; i++) {
        GrammarItem *item = &g_array_index(g->items, GrammarItem, i);
        if (item->n_dates && item->first_date + item->n_dates == first) {
            item->n_dates = g->dates->len - item->first_date;
            extended = TRUE;
        }
    }
    return extended;
}

static gboolean
is_source(const Part *part)
{
    return part->kind == PART_NAME || part->kind == PART_URL || part->kind == PART_DOMAIN;
}

/* The parts of a run from which its sources are taken: those behind its last title; the author before a title only where nothing else is there. */
static guint
first_source(const Grammar *g)
{
    guint behind = 0;
    for (guint i = 0; i < g->parts->len; i++)
        if (g_array_index(g->parts, Part, i).kind == PART_TITLE)
            behind = i + 1;
    for (guint i = behind; i < g->parts->len; i++)
        if (is_source(&g_array_index(g->parts, Part, i)))
            return behind;
    return 0;
}

static void
set_locator(Grammar *g, guint first, guint end, Range locator)
{
    for (guint i = first; i < end; i++) {
        GrammarItem *item = &g_array_index(g->items, GrammarItem, i);
        if (range_is_none(item->locator))
            item->locator = locator;
        else if (locator.start >= item->locator.end && locator.start - item->locator.end <= 2)
            item->locator.end = locator.end; /* "vol 45, No 3" */
        if (item->strength == STRENGTH_WEAK)
            item->strength = STRENGTH_STRONG;
    }
}

/* "Journal, Physics and Optics, 2009, vol 45": a year alone with a volume or page is a journal's, and commas do not part a journal's title. */
static void
join_title(Grammar *g, guint first_date, guint after)
{
    const TextDate *date = &g_array_index(g->dates, TextDate, first_date);
    gboolean locator = is_kind(g, after, g->tokens->len, TOKEN_COMMA) && is_word(g, after + 1, g->tokens->len, LEX_LOCATOR);
    Part *title = NULL;
    guint names = 0;
    for (guint i = 0; i < g->parts->len; i++) {
        Part *part = &g_array_index(g->parts, Part, i);
        locator |= part->kind == PART_LOCATOR;
        names += part->kind == PART_NAME;
    }
    if (!locator || names < 2 || date->from.month || g->dates->len != first_date + 1)
        return;
    for (guint i = 0; i < g->parts->len; i++) {
        Part *part = &g_array_index(g->parts, Part, i);
        if (part->kind != PART_NAME)
            continue;
        if (!title) {
            title = part;
            continue;
        }
        title->end = part->end;
        title->range.end = part->range.end;
        part->kind = PART_VIA;
    }
    title->known = FALSE;
    title->source = NULL;
}

/* A run of names [run, end) with the dates from `first` on, which end before the token `after`. */
static void
close_run(Grammar *g, Segment *s, guint run, guint end, guint first, guint after)
{
    guint count = g->dates->len - first;
    dates_resolve(&g_array_index(g->dates, TextDate, first), count, g->around->issue);
    guint names = trim_role(g, s, run, end);
    g_array_set_size(g->parts, 0);
    if (names > run)
        parts_cut(&g->names, &g_array_index(g->tokens, Token, 0), run, names, g->parts);
    join_title(g, first, after);
    guint group = g->items->len;
    Range locator = RANGE_NONE;
    Part *last = NULL;
    gboolean prose = FALSE;
    for (guint i = first_source(g); i < g->parts->len; i++) {
        Part *part = &g_array_index(g->parts, Part, i);
        if (part->kind == PART_LOCATOR)
            locator = range_is_none(locator) ? part->range : range_make(locator.start, part->range.end);
        prose |= part->kind == PART_PROSE;
        g->verdict.remark |= part->kind == PART_PROSE;
        if (!is_source(part) || (s->loose && !part->known && !part->look.media))
            continue;
        /* "Reuters, https://…, May 5", "Reuters, reuters.com, May 5": the address is where the named one stands. */
        if (last && last->kind == PART_NAME &&
            (part->kind == PART_URL || (part->kind == PART_DOMAIN && part->source && part->source == last->source))) {
            g_array_index(g->items, GrammarItem, g->items->len - 1).url = part->range;
            continue;
        }
        add_item(g, s, part, first, count, locator);
        last = part;
    }
    if (g->items->len > group) {
        if (!range_is_none(locator))
            set_locator(g, group, g->items->len, locator);
        g_array_index(g->items, GrammarItem, g->items->len - 1).beside = TRUE;
        g->group_first = group;
        g->group_end = g->items->len;
        s->dated = TRUE;
        return;
    }
    gboolean empty = !prose && (g->parts->len == 0 || !range_is_none(locator));
    if (empty && s->lost && run == s->at) {
        GrammarItem item = {.source = RANGE_NONE, .locator = RANGE_NONE, .url = RANGE_NONE, .first_date = first, .n_dates = count, .see = s->see};
        item.strength = g_array_index(g->dates, TextDate, first).from.day ? STRENGTH_STRONG : STRENGTH_NONE;
        g_array_append_val(g->items, item);
        g->group_first = group;
        g->group_end = g->items->len;
        s->dated = TRUE;
    } else if (empty && s->role && g->group_end > g->group_first) {
        g_array_set_size(g->dates, first); /* when it was read, or changed: not when it was issued */
    } else if (!empty || g->group_end == g->group_first || !extend_group(g, first)) {
        g_array_set_size(g->dates, first);
        g->group_first = g->group_end = 0;
        g->verdict.gloss = TRUE;
    } else {
        s->dated = TRUE;
        if (!range_is_none(locator))
            set_locator(g, g->group_first, g->group_end, locator);
    }
}

/* What stands behind the last date of a segment, or all of it where there is none. */
static void
close_tail(Grammar *g, Segment *s, guint run)
{
    g_array_set_size(g->parts, 0);
    if (run < s->end)
        parts_cut(&g->names, &g_array_index(g->tokens, Token, 0), run, s->end, g->parts);
    guint group = g->items->len, names = 0;
    Part *last = NULL;
    gboolean prose = FALSE, etc = FALSE;
    for (guint i = first_source(g); i < g->parts->len; i++) {
        Part *part = &g_array_index(g->parts, Part, i);
        prose |= part->kind == PART_PROSE;
        etc |= part->kind == PART_ETC;
        if (part->kind == PART_LOCATOR) {
            if (s->dated)
                set_locator(g, g->group_first, g->group_end, part->range);
            else if (g->items->len > group)
                set_locator(g, group, g->items->len, part->range);
            continue;
        }
        if (part->kind == PART_VIA && last)
            g_array_index(g->items, GrammarItem, g->items->len - 1).backed = TRUE;
        if (!is_source(part))
            continue;
        GrammarItem *before = s->dated && g->group_end > g->group_first ? &g_array_index(g->items, GrammarItem, g->group_end - 1)
                              : last && last->kind == PART_NAME ? &g_array_index(g->items, GrammarItem, g->items->len - 1)
                                                                : NULL;
        if (part->kind == PART_URL && before && range_is_none(before->url) && before->medium != name_medium(g->text, token(g, part->first), 1)) {
            before->url = part->range;
            g->verdict.address = TRUE;
            before->strength = STRENGTH_STRONG;
            continue;
        }
        if (s->dated && !part->known)
            continue;
        g->verdict.address |= part->kind == PART_URL;
        add_item(g, s, part, g->dates->len, 0, RANGE_NONE);
        names += part->kind == PART_NAME;
        last = part;
    }
    /* Names among prose, or in a list left open, are not cited. */
    for (guint i = group; (prose || etc) && names && !s->dated && i < g->items->len;) {
        if (g_array_index(g->items, GrammarItem, i).strength == STRENGTH_UNDATED)
            g_array_remove_index(g->items, i);
        else
            i++;
    }
    g->verdict.prose |= prose;
    g->verdict.remark |= prose;
    g->verdict.etc |= etc;
    if (!s->dated) {
        g->group_first = group;
        g->group_end = g->items->len;
    }
}

static void
read_segment(Grammar *g, guint first, guint end)
{
    Segment segment = {.at = first, .end = end, .first_item = g->items->len}, *s = &segment;
    while (s->at < s->end) {
        const Token *t = token(g, s->at);
        if (t->kind == TOKEN_COMMA)
            s->lost = TRUE;
        else if (t->kind != TOKEN_DOT && t->kind != TOKEN_DASH && t->kind != TOKEN_SIGN && t->kind != TOKEN_CLOSE && t->kind != TOKEN_COLON)
            break;
        s->at++;
    }
    if (s->at == s->end)
        return;
    read_lead(g, s);
    if (s->at < s->end && is_kind(g, s->at, s->end, TOKEN_COMMA)) {
        s->lost = TRUE; /* "(see , May 5)" */
        s->at++;
    }
    g->verdict.credit |= s->credit;
    guint run = s->at;
    for (guint i = s->at; i < s->end;) {
        guint flags, dates = g->dates->len, n = 0;
        if (may_date(g, s, run, i, &flags))
            n = dates_parse(&g_array_index(g->tokens, Token, 0), s->end, i, flags, g->dates);
        if (!n) {
            i++;
            continue;
        }
        close_run(g, s, run, i, dates, i + n);
        i += n;
        run = i;
    }
    close_tail(g, s, run);
}

/* In a note a full stop may part two citations as a semicolon does: "Interfax, May 5. See also TASS, May 6." */
static gboolean
is_boundary(const Grammar *g, guint at)
{
    const Token *t = token(g, at);
    if (t->kind == TOKEN_SEMICOLON)
        return !(t->flags & (TOKEN_QUOTED | TOKEN_NESTED));
    if (!g->around->note || t->kind != TOKEN_DOT || at == 0 || at + 1 >= g->tokens->len || t->flags & TOKEN_QUOTED)
        return FALSE;
    const Token *before = t - 1, *after = t + 1;
    return after->flags & TOKEN_SPACE && (after->lex & LEX_SEE || before->kind == TOKEN_NUMBER || before->kind == TOKEN_URL || before->kind == TOKEN_DOMAIN);
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
    if (is_word(g, 0, g->tokens->len, LEX_CREDIT) && !is_kind(g, 1, g->tokens->len, TOKEN_COLON))
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
