/* The rules that look at a whole sentence: headlines, titles and the persons behind them, roles in apposition. See
 * find.h; run.h for the items that they speak of. */
#include "entity/find.h"

#include "entity/acronym.h"
#include "entity/finder.h"

/* The end of the person's name that begins behind a title, or `a` where none does. */
static guint
person_end(const Finder *finder, guint a, guint b)
{
    const Item *items = finder->run.items;
    guint at = a;
    for (; at < b && at < a + 6; at++) {
        const Item *item = &items[at];
        gboolean name = (item->classes & (WORD_GIVEN | WORD_FAMILY)) != 0;
        if (item->kind == ITEM_LINK && at > a && !prose_is(finder->prose, item->first, "of") &&
            prose_token(finder->prose, item->first)->kind == TOKEN_WORD)
            continue;
        if (item->kind == ITEM_WORD && (!item->ordinary || name))
            continue;
        if (item->kind == ITEM_NAME && item->count == 1 && (name || at > a))
            continue;
        if (item->kind == ITEM_TITLE && at > a && name && at + 1 == b)
            continue;
        break;
    }
    while (at > a && items[at - 1].kind == ITEM_LINK)
        at--;
    guint32 behind = at < b && items[at].kind == ITEM_WORD ? items[at].classes : 0;
    guint32 last = at > a ? items[at - 1].classes : 0;
    gboolean body = (behind & (WORD_ORG_END | WORD_LOC_END)) ||
                    (at == b && at > a + 1 && (last & WORD_ORG_END) && !(last & (WORD_GIVEN | WORD_FAMILY)));
    return body ? a : at;
}

/* Items with titles: what stands before each, the person behind it. */
static void
find_titled(Finder *finder, guint a, guint b)
{
    Item *items = finder->run.items;
    while (a < b) {
        guint title = a;
        while (title < b && items[title].kind != ITEM_TITLE)
            title++;
        /* "Stephen King" */
        if (title == a + 1 && title < b && items[a].kind == ITEM_WORD && (items[a].classes & WORD_GIVEN) &&
            (items[title].classes & WORD_FAMILY) && (title + 1 == b)) {
            finder_names(finder, a, b);
            return;
        }
        if (title == b) {
            finder_names(finder, a, b);
            return;
        }
        guint role = title, person = title + 1;
        while (role > a && items[role - 1].kind == ITEM_WORD && items[role - 1].ordinary &&
               !(items[role - 1].classes & (WORD_GIVEN | WORD_FAMILY)))
            role--;
        while (finder_is_kind(finder, person, b, ITEM_TITLE))
            person++;
        guint end = person_end(finder, person, b);
        guint32 last = items[b - 1].kind == ITEM_WORD ? items[b - 1].classes : 0;
        if (end == person && b > person &&
            (last & WORD_ORG_END)) { /* "General Staff Academy", "King Abdullah University" */
            finder_emit(finder, a, b, ENTITY_ORGANISATION, CANDIDATE_CERTAIN);
            return;
        }
        finder_names(finder, a, role);
        if (end > person) {
            Candidate *candidate = finder_emit(finder, person, end, ENTITY_PERSON, CANDIDATE_CERTAIN);
            candidate->role =
                prose_range(finder->prose, items[role].first, items[person - 1].first + items[person - 1].count - 1);
        }
        a = end;
    }
}

/* In a headline every word has a capital, so only the lists and given names tell; the rest is left open for names
 * that the text knows. */
static void
find_in_headline(Finder *finder)
{
    Run *run = &finder->run;
    for (guint i = 0; i < run->count;) {
        if (run->items[i].kind == ITEM_NAME) {
            finder_emit_listed(finder, i++);
            continue;
        }
        if (run->items[i].kind == ITEM_DESIGNATION) {
            finder_emit(finder, i, i + 1, ENTITY_OTHER, CANDIDATE_CERTAIN);
            i++;
            continue;
        }
        guint end = i;
        while (end < run->count && ((run->items[end].kind == ITEM_WORD &&
                                     (!run->items[end].ordinary || (run->items[end].classes & WORD_GIVEN))) ||
                                    (run->items[end].kind == ITEM_LINK && end > i)))
            end++;
        while (end > i && run->items[end - 1].kind == ITEM_LINK)
            end--;
        if (end > i)
            finder_emit(finder, i, end, ENTITY_PERSON,
                        finder_is_person(finder, i, end) && end - i <= 3 ? CANDIDATE_CERTAIN : CANDIDATE_OPEN);
        i = MAX(end, i + 1);
    }
}

/* The ordinary word that begins a sentence belongs to no name, unless it opens one that goes on with ordinary words
 * ("Central Election Board"). */
static guint
skip_opening(const Finder *finder)
{
    const Run *run = &finder->run;
    const Item *first = &run->items[0], *second = run->count > 1 ? &run->items[1] : NULL;
    if (second && (first->classes & WORD_LINK) && second->kind != ITEM_NAME && !(first->classes & WORD_FUNCTION))
        return 0; /* "Von der Leyen" */
    if (first->kind != ITEM_WORD || !first->ordinary || first->count > 1 ||
        !(prose_token(finder->prose, first->first)->flags & TOKEN_FIRST))
        return (first->classes & WORD_FUNCTION) && first->kind == ITEM_WORD && !(first->classes & WORD_GIVEN) ? 1 : 0;
    gboolean named = second && second->kind == ITEM_WORD && !second->ordinary;
    if ((first->classes & WORD_GIVEN) && named)
        return 0;
    if (first->classes & WORD_FUNCTION)
        return 1;
    if (second && second->kind == ITEM_LINK && !(first->classes & WORD_ORG_OF))
        return 1; /* "Students of …" */
    if (second && second->kind == ITEM_NAME && (first->classes & WORD_DIRECTION) && second->type == ENTITY_PLACE)
        return 0;
    if (!second || second->kind == ITEM_NAME || second->kind == ITEM_PEOPLE || second->kind == ITEM_DESIGNATION)
        return 1;
    if (second->kind == ITEM_WORD && (second->classes & WORD_GIVEN) && !second->ordinary)
        return 1;
    return 0;
}

static void
find_in_run(Finder *finder)
{
    if (finder->run.count == 0)
        return;
    if (finder->headline || finder->run.cut) {
        find_in_headline(finder);
        return;
    }
    guint from = skip_opening(finder);
    find_titled(finder, from, finder->run.count);
}

/* TRUE where most words have capitals, so that capitals say nothing. */
static gboolean
is_headline(const Prose *prose, guint start, guint end, gboolean *shouted)
{
    guint words = 0, capitals = 0, upper = 0, letters = 0;
    for (guint i = start; i < end && i < start + 64; i++) {
        const Token *token = prose_token(prose, i);
        if (token->kind != TOKEN_WORD || (token->flags & TOKEN_ODD))
            continue;
        letters++;
        upper += (token->flags & TOKEN_UPPER) && (token->length > 3 || (prose_classes(prose, i) & WORD_COMMON));
        if (prose_classes(prose, i) & (WORD_LINK | WORD_FUNCTION) && !(token->flags & TOKEN_CAPITAL))
            continue;
        words++;
        capitals += (token->flags & TOKEN_CAPITAL) != 0;
    }
    *shouted = letters > 1 && upper * 2 > letters;
    if (*shouted)
        return TRUE;
    gboolean heading = (prose_token(prose, start)->flags & TOKEN_HEADING) != 0;
    /* A headline is a line of its own, and has no full stop. */
    guint last = end - 1;
    while (last > start && (prose_token(prose, last)->sign == '"' || prose_token(prose, last)->sign == '\''))
        last--;
    gboolean stopped = prose_token(prose, last)->sign == '.';
    gboolean line = (prose_token(prose, start)->flags & TOKEN_BARRIER) &&
                    (end == prose->tokens->len || (prose_token(prose, end)->flags & TOKEN_BARRIER));
    if (words < (heading ? 3 : 4) || ((stopped || !line) && !heading))
        return FALSE;
    return capitals * 10 > words * 7;
}

/* A title in apposition behind a person: ", the country's foreign minister", ", President of". Range of the title, or
 * RANGE_NONE. */
static Range
role_behind(const Finder *finder, guint at)
{
    const Prose *prose = finder->prose;
    if (at >= finder->end || prose_token(prose, at)->sign != ',' || (prose_token(prose, at)->flags & TOKEN_BARRIER))
        return RANGE_NONE;
    for (guint i = at + 1; i < MIN(finder->end, at + 5); i++) {
        const Token *token = prose_token(prose, i);
        if (token->kind == TOKEN_SIGN || (token->flags & TOKEN_BARRIER))
            break;
        if (token->kind == TOKEN_WORD) {
            ListMatch match = prose_match(prose, i, finder->end);
            if (match.title && match.title >= match.name) {
                guint from = i;
                while (from > at + 1 && prose_token(prose, from - 1)->kind == TOKEN_WORD &&
                       (prose_classes(prose, from - 1) & WORD_COMMON) &&
                       !(prose_classes(prose, from - 1) & WORD_FUNCTION))
                    from--;
                return prose_range(prose, from, i + match.title - 1);
            }
            if (!match.people && !match.name && !(prose_classes(prose, i) & WORD_COMMON))
                break;
        }
    }
    return RANGE_NONE;
}

/* Gives the persons of the run that begins at candidate `from` the title in small letters before it, or the one in
 * apposition behind it. */
static void
give_roles(Finder *finder, guint from, guint first_token, guint title, guint title_length)
{
    if (finder->candidates->len == from || finder->headline)
        return;
    Candidate *first = &g_array_index(finder->candidates, Candidate, from);
    if (title_length && first->range.start == prose_token(finder->prose, first_token)->start &&
        first->entry == ENTRY_NONE && range_is_none(first->role) &&
        (first->type == ENTITY_PERSON || first->strength == CANDIDATE_OPEN) && !(first->flags & CANDIDATE_UPPER)) {
        if (first->strength == CANDIDATE_OPEN)
            finder_vote(finder, first->last_form, ENTITY_PERSON, 3);
        first->type = ENTITY_PERSON;
        first->strength = CANDIDATE_CERTAIN;
        first->role = prose_range(finder->prose, title, title + title_length - 1);
    }
    Candidate *last = &g_array_index(finder->candidates, Candidate, finder->candidates->len - 1);
    if (last->type == ENTITY_PERSON && last->words > 1 && range_is_none(last->role) &&
        last->range.end == token_end(prose_token(finder->prose, finder->run.next - 1)))
        last->role = role_behind(finder, finder->run.next);
}

void
find_sentence(const Prose *prose, guint start, guint end, GArray *candidates)
{
    Finder finder = {.prose = prose, .candidates = candidates, .end = end};
    finder.headline = is_headline(prose, start, end, &finder.shouted);
    guint title = 0, title_length = 0;
    for (guint at = start; at < end;) {
        if (run_begins(prose, at, end)) {
            guint from = candidates->len, first_token = at;
            run_fill(&finder.run, prose, at, end, finder.headline);
            find_in_run(&finder);
            gboolean close = !(prose_token(prose, first_token)->flags & TOKEN_BARRIER) && title_length &&
                             (title + title_length == at ||
                              (title + title_length + 1 == at && prose_token(prose, at - 1)->sign == ','));
            give_roles(&finder, from, first_token, title, close ? title_length : 0);
            at = acronym_tie(prose, from, first_token, finder.run.next, end, candidates);
            title_length = 0;
            continue;
        }
        const Token *token = prose_token(prose, at);
        guint length =
            token->kind == TOKEN_WORD && !(token->flags & TOKEN_CAPITAL) ? prose_match(prose, at, end).title : 0;
        if (length) {
            title = at;
            title_length = length;
            while (title > start && !(prose_token(prose, title)->flags & TOKEN_BARRIER) && title + 3 > at &&
                   prose_token(prose, title - 1)->kind == TOKEN_WORD &&
                   !(prose_token(prose, title - 1)->flags & TOKEN_CAPITAL) &&
                   (prose_classes(prose, title - 1) & (WORD_COMMON | WORD_FUNCTION)) == WORD_COMMON &&
                   !(prose_classes(prose, title - 1) & WORD_LINK)) {
                title--;
                title_length++;
            }
        }
        at += MAX(length, 1);
    }
}
