/* Runs of names with their dates become items; dates alone go on with the items before them; what stands behind the
 * last date is a tail. */
#include "cite/grammar_private.h"

#include <string.h>

/* Takes "accessed on", "published", a bare "on" off the end of a run of names. */
static guint
trim_role(const Grammar *g, Segment *s, guint run, guint end)
{
    guint at = end;
    gboolean role = FALSE, preposition = FALSE;
    s->loose = FALSE;
    while (at > run) {
        const Token *t = grammar_token(g, at - 1);
        if (t->kind == TOKEN_WORD && t->lex & LEX_ROLE && !(t->flags & TOKEN_CAPITAL))
            role = TRUE;
        else if (t->kind == TOKEN_WORD && t->lex & (LEX_PREPOSITION | LEX_OF) && !(t->flags & TOKEN_CAPITAL))
            preposition |= !!(t->lex & LEX_PREPOSITION);
        else if (!(t->kind == TOKEN_COMMA || t->kind == TOKEN_DOT || t->kind == TOKEN_COLON || t->kind == TOKEN_DASH ||
                   t->kind == TOKEN_OPEN))
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
    return item->backed || part->look.institution || part->look.interview || !range_is_none(item->locator)
               ? STRENGTH_STRONG
               : STRENGTH_WEAK;
}

static void
add_item(Grammar *g, const Segment *s, const Part *part, guint first_date, guint n_dates, Range locator)
{
    GrammarItem item = {.source = part->range,
                        .locator = locator,
                        .url = RANGE_NONE,
                        .of_note = RANGE_NONE,
                        .first_date = first_date,
                        .n_dates = n_dates,
                        .see = s->see};
    item.known = part->known;
    /* Bodies that are written about as often as cited (NATO, the UN) back nothing by their name alone. */
    gboolean body = part->source && part->source->class == SOURCE_OFFICIAL && n_dates == 0 && part->kind == PART_NAME;
    item.backed = !body && (part->known || part->look.media || part->look.collective);
    item.ibid = grammar_is_word(g, part->first, part->end, LEX_IBID);
    item.medium = name_medium(g->text, &g_array_index(g->tokens, Token, part->first), part->end - part->first);
    item.strength =
        item.ibid ? STRENGTH_STRONG : strength_of(&item, part, &g_array_index(g->dates, TextDate, first_date), n_dates);
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

/* The parts of a run from which its sources are taken: those behind its last title; the author before a title only
 * where nothing else is there. */
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

/* "Journal, Physics and Optics, 2009, vol 45": a year alone with a volume or page is a journal's, and commas do not
 * part a journal's title. */
static void
join_title(Grammar *g, guint first_date, guint after)
{
    const TextDate *date = &g_array_index(g->dates, TextDate, first_date);
    gboolean locator = grammar_is_kind(g, after, g->tokens->len, TOKEN_COMMA) &&
                       grammar_is_word(g, after + 1, g->tokens->len, LEX_LOCATOR);
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

void
grammar_close_run(Grammar *g, Segment *s, guint run, guint end, guint first, guint after)
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
        GrammarItem item = {.source = RANGE_NONE,
                            .locator = RANGE_NONE,
                            .url = RANGE_NONE,
                        .of_note = RANGE_NONE,
                            .first_date = first,
                            .n_dates = count,
                            .see = s->see};
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

void
grammar_close_tail(Grammar *g, Segment *s, guint run)
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
        GrammarItem *before =
            s->dated && g->group_end > g->group_first ? &g_array_index(g->items, GrammarItem, g->group_end - 1)
            : last && last->kind == PART_NAME         ? &g_array_index(g->items, GrammarItem, g->items->len - 1)
                                                      : NULL;
        if (part->kind == PART_URL && before && range_is_none(before->url) &&
            before->medium != name_medium(g->text, grammar_token(g, part->first), 1)) {
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
