/* Names among the items of a run that holds no title: bodies, places, agreements and persons by their form, names of
 * the lists, and what is left. See find.h. */
#include "entity/finder.h"

/* "La Libertad Avanza", "Le Matin" */
static gboolean
is_foreign_article(const Prose *prose, guint token)
{
    return prose_is(prose, token, "La") || prose_is(prose, token, "Le") || prose_is(prose, token, "El") ||
           prose_is(prose, token, "Les") || prose_is(prose, token, "Los") || prose_is(prose, token, "Las");
}

/* Words without any name of the lists, [a, b): links at the ends and small-class openings are cut off. */
static void
emit_words(Finder *finder, guint a, guint b)
{
    const Item *items = finder->run.items;
    while (a < b && (items[a].kind == ITEM_LINK || (items[a].classes & WORD_FUNCTION)))
        a++;
    while (b > a && items[b - 1].kind == ITEM_LINK)
        b--;
    if (a == b)
        return;
    if (b - a == 1) {
        if (items[a].kind == ITEM_WORD)
            finder_emit_single(finder, a);
        return;
    }
    guint words = 0, ordinary = 0;
    for (guint i = a; i < b; i++) {
        words += items[i].kind != ITEM_LINK;
        ordinary += items[i].kind != ITEM_LINK && items[i].ordinary;
    }
    if (ordinary == words)
        return; /* "Strategic Partnership" */
    gboolean person = words <= 3 && ordinary == 0, article = is_foreign_article(finder->prose, items[a].first);
    gboolean start =
        (prose_token(finder->prose, items[a].first)->flags & (TOKEN_BARRIER | TOKEN_START)) != 0 || items[a].first == 0;
    EntityType type = person && !article ? ENTITY_PERSON : ENTITY_ORGANISATION;
    if (type == ENTITY_PERSON && !start && finder_is_inside_word(finder->prose, items[a].first - 1))
        type = ENTITY_PLACE;
    Candidate *candidate = finder_emit(finder, a, b, type, CANDIDATE_OPEN);
    if (type == ENTITY_PERSON)
        finder_vote(finder, candidate->last_form, type, 1);
}

/* TRUE where items [a, b) have the form of a person's name: a given name and one to three more words, or words before
 * a family name. */
gboolean
finder_is_person(const Finder *finder, guint a, guint b)
{
    const Item *items = finder->run.items;
    guint words = 0;
    for (guint i = a; i < b; i++) {
        if (items[i].kind == ITEM_NAME && items[i].count > 1)
            return FALSE;
        if (items[i].kind != ITEM_WORD && items[i].kind != ITEM_NAME && items[i].kind != ITEM_LINK &&
            items[i].kind != ITEM_TITLE)
            return FALSE;
        if (items[i].kind == ITEM_LINK && (prose_is(finder->prose, items[i].first, "of") ||
                                           prose_token(finder->prose, items[i].first)->kind != TOKEN_WORD))
            return FALSE;
        if (items[i].classes & WORD_FUNCTION && !(items[i].classes & (WORD_GIVEN | WORD_FAMILY)))
            return FALSE;
        words += items[i].kind != ITEM_LINK;
    }
    if (words < 2 || words > 4 || items[a].kind == ITEM_LINK)
        return FALSE;
    const Item *first = &items[a], *last = &items[b - 1];
    gboolean unclear = last->ordinary && !(last->classes & (WORD_FAMILY | WORD_GIVEN));
    if ((first->classes & WORD_GIVEN) && !unclear)
        return TRUE;
    return (last->classes & WORD_FAMILY) && !first->ordinary && first->kind == ITEM_WORD &&
           !(first->classes & (WORD_LOC_START | WORD_ORG_END));
}

/* A body of the lists whose name is made of ordinary words: "Foreign Ministry", "Air Force". */
static gboolean
is_general_body(const Finder *finder, const Item *item)
{
    if (item->kind != ITEM_NAME || item->type != ENTITY_ORGANISATION)
        return FALSE;
    for (guint i = 0; i < item->count; i++)
        if (!(prose_classes(finder->prose, item->first + i) & (WORD_COMMON | WORD_ORG_END)))
            return FALSE;
    return TRUE;
}

/* Names among items [a, b), which hold no title. */
void
finder_names(Finder *finder, guint a, guint b)
{
    const Item *items = finder->run.items;
    const Prose *prose = finder->prose;
    while (a < b && items[a].kind == ITEM_LINK)
        a++;
    while (b > a && items[b - 1].kind == ITEM_LINK)
        b--;
    if (a == b)
        return;
    if (b - a == 1) {
        if (items[a].kind == ITEM_NAME)
            finder_emit_listed(finder, a);
        else if (items[a].kind == ITEM_DESIGNATION)
            finder_emit(finder, a, b, ENTITY_OTHER, CANDIDATE_CERTAIN);
        else if (items[a].kind == ITEM_WORD)
            finder_emit_single(finder, a);
        return;
    }
    /* Designations and names joined by a hyphen stand by themselves. */
    for (guint i = a; i < b; i++) {
        gboolean dash = items[i].kind == ITEM_LINK && prose_token(prose, items[i].first)->sign == '-';
        if (items[i].kind == ITEM_DESIGNATION || dash) {
            finder_names(finder, a, i);
            if (!dash)
                finder_emit(finder, i, i + 1, ENTITY_OTHER, CANDIDATE_CERTAIN);
            finder_names(finder, i + 1, b);
            return;
        }
    }
    gboolean person = finder_is_person(finder, a, b);
    guint32 last = items[b - 1].kind == ITEM_WORD ? items[b - 1].classes : 0;
    for (guint i = a; i + 2 < b && !person; i++) {
        if (items[i].kind == ITEM_WORD && (items[i].classes & WORD_ORG_OF) && items[i + 1].kind == ITEM_LINK &&
            prose_token(prose, items[i + 1].first)->kind == TOKEN_WORD) {
            finder_emit(finder, a, b, ENTITY_ORGANISATION, CANDIDATE_CERTAIN);
            return;
        }
    }
    if (!person && (last & (WORD_ORG_END | WORD_LOC_END | WORD_OTHER_END))) {
        EntityType type = last & WORD_ORG_END ? ENTITY_ORGANISATION : last & WORD_LOC_END ? ENTITY_PLACE : ENTITY_OTHER;
        guint from = a;
        while (from + 1 < b && type != ENTITY_ORGANISATION && items[from].kind == ITEM_PEOPLE)
            from++;
        if (b - from > 1) {
            finder_emit(finder, from, b, type, CANDIDATE_CERTAIN);
            return;
        }
        b = from;
        if (a == b)
            return;
    }
    if (!person && items[a].kind == ITEM_WORD && (items[a].classes & (WORD_LOC_START | WORD_OTHER_OF)) &&
        !(items[a].classes & (WORD_GIVEN | WORD_FAMILY))) {
        finder_emit(finder, a, b, items[a].classes & WORD_LOC_START ? ENTITY_PLACE : ENTITY_OTHER, CANDIDATE_CERTAIN);
        return;
    }
    if (person) {
        gboolean sure = (items[a].classes & WORD_GIVEN) || !(items[a].ordinary);
        finder_emit(finder, a, b, ENTITY_PERSON, sure ? CANDIDATE_CERTAIN : CANDIDATE_OPEN);
        return;
    }
    for (guint i = a, from = a; i <= b; i++) {
        if (i < b && items[i].kind != ITEM_NAME && items[i].kind != ITEM_PEOPLE)
            continue;
        /* "Southern Nigeria" */
        if (from + 1 == i && i < b && items[i].kind == ITEM_NAME && items[i].type == ENTITY_PLACE &&
            items[from].kind == ITEM_WORD && (items[from].classes & WORD_DIRECTION)) {
            finder_emit(finder, from, i + 1, ENTITY_PLACE, CANDIDATE_CERTAIN);
            from = i + 1;
            continue;
        }
        if (from < i) {
            if (finder_is_person(finder, from, i))
                finder_emit(finder, from, i, ENTITY_PERSON, CANDIDATE_CERTAIN);
            else
                emit_words(finder, from, i);
        }
        /* "Foreign Ministry" is a name that many have; "Russian Foreign Ministry" is one. */
        if (i < b && is_general_body(finder, &items[i]) && i + 2 < b && finder_is_of(finder, i + 1)) {
            finder_emit(finder, i > a && items[i - 1].kind == ITEM_PEOPLE ? i - 1 : i, b, ENTITY_ORGANISATION,
                        CANDIDATE_CERTAIN);
            return;
        }
        if (i + 1 < b && items[i].kind == ITEM_PEOPLE && is_general_body(finder, &items[i + 1])) {
            if (i + 3 < b && finder_is_of(finder, i + 2))
                continue;
            finder_emit(finder, i, i + 2, ENTITY_ORGANISATION, CANDIDATE_CERTAIN);
        } else if (i < b && items[i].kind == ITEM_NAME)
            finder_emit_listed(finder, i);
        i += i + 1 < b && items[i].kind == ITEM_PEOPLE && is_general_body(finder, &items[i + 1]);
        from = i + 1;
    }
}
