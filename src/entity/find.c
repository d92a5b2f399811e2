/* The rules. See find.h; run.h for the items that they speak of. */
#include "entity/find.h"

#include <string.h>

#include "entity/acronym.h"

typedef struct {
    const Prose *prose;
    GArray *candidates;
    Run run;
    guint end; /* token behind the sentence */
    gboolean headline;
    gboolean shouted;
} Finder;

static gboolean
is_kind(const Finder *finder, guint index, guint limit, ItemKind kind)
{
    return index < limit && finder->run.items[index].kind == kind;
}

static gboolean
is_of(const Finder *finder, guint item)
{
    return finder->run.items[item].kind == ITEM_LINK && prose_is(finder->prose, finder->run.items[item].first, "of");
}

static Range
tokens_range(const Prose *prose, guint first, guint last)
{
    return range_make(prose_token(prose, first)->start, token_end(prose_token(prose, last)));
}

static void
vote(const Finder *finder, guint32 form, EntityType type, int weight)
{
    forms_get(finder->prose->forms, form)->votes[type] += weight;
}

/* What a certain candidate says of its words: a person's name of its last and first word, the others of words that are none otherwise. */
static void
vote_for(const Finder *finder, const Candidate *candidate, guint a, guint b)
{
    if (candidate->type == ENTITY_PERSON) {
        vote(finder, candidate->last_form, ENTITY_PERSON, 3);
        if (candidate->first_form != candidate->last_form)
            vote(finder, candidate->first_form, ENTITY_PERSON, 1);
        return;
    }
    for (guint i = a; i < b; i++)
        if (finder->run.items[i].kind == ITEM_WORD && !finder->run.items[i].ordinary &&
            !(finder->run.items[i].classes & (WORD_GIVEN | WORD_FAMILY)))
            vote(finder, prose_token(finder->prose, finder->run.items[i].first)->form, candidate->type,
                 candidate->words == 1 ? 2 : 1);
}

/* Adds the items [a, b) as one candidate. */
static Candidate *
emit(Finder *finder, guint a, guint b, EntityType type, CandidateStrength strength)
{
    const Prose *prose = finder->prose;
    const Item *first = &finder->run.items[a], *last = &finder->run.items[b - 1];
    guint last_token = last->first + last->count - 1;
    Candidate candidate = {.range = tokens_range(prose, first->first, last_token),
                           .role = RANGE_NONE,
                           .type = (guint8)type,
                           .strength = (guint8)strength,
                           .same = -1};
    guint word = last_token;
    while (word > first->first && prose_token(prose, word)->kind != TOKEN_WORD)
        word--;
    candidate.first_form = prose_token(prose, first->first)->form;
    candidate.last_form = prose_token(prose, word)->form;
    candidate.words = b - a;
    if (first->kind == ITEM_NAME && b == a + 1) {
        candidate.entry = first->entry;
        candidate.words = first->count;
        if (first->full)
            candidate.flags |= CANDIDATE_FULL;
    }
    if (prose_token(prose, first->first)->flags & TOKEN_FIRST)
        candidate.flags |= CANDIDATE_FIRST;
    if (finder->headline)
        candidate.flags |= CANDIDATE_HEADLINE;
    if (finder->shouted)
        candidate.flags |= CANDIDATE_SHOUTED;
    else if (candidate.words == 1 && (prose_token(prose, first->first)->flags & TOKEN_UPPER))
        candidate.flags |= CANDIDATE_UPPER;
    gboolean ordinary = TRUE;
    for (guint i = a; i < b; i++)
        ordinary = ordinary && (finder->run.items[i].ordinary || finder->run.items[i].kind == ITEM_LINK);
    if (ordinary)
        candidate.flags |= CANDIDATE_ORDINARY;
    if (strength == CANDIDATE_CERTAIN && !finder->headline)
        vote_for(finder, &candidate, a, b);
    if (!(candidate.flags & CANDIDATE_FIRST) && !finder->headline)
        forms_get(prose->forms, candidate.last_form)->inside++;
    g_array_append_val(finder->candidates, candidate);
    return &g_array_index(finder->candidates, Candidate, finder->candidates->len - 1);
}

/* A name of the lists; one that is also a person's name or an ordinary word has to prove itself. */
static void
emit_listed(Finder *finder, guint index)
{
    const Item *item = &finder->run.items[index];
    gboolean doubtful =
        item->count == 1 && !(prose_token(finder->prose, item->first)->flags & TOKEN_UPPER) &&
        ((item->classes & (WORD_GIVEN | WORD_FAMILY | WORD_COMMON)) || (item->ordinary && item->type != ENTITY_PLACE));
    emit(finder, index, index + 1, (EntityType)item->type, doubtful ? CANDIDATE_LISTED : CANDIDATE_CERTAIN);
}

/* Prepositions before places, and hardly before anything else. */
static gboolean
is_inside_word(const Prose *prose, guint token)
{
    static const char *const words[] = {"in", "near", "across", "around", "outside", "inside", "throughout"};
    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        if (prose_is(prose, token, words[i]))
            return TRUE;
    return FALSE;
}

/* "XIV" */
static gboolean
is_roman_number(const Prose *prose, const Token *token)
{
    for (guint32 i = 0; i < token->length; i++)
        if (!strchr("IVX", prose->text[token->start + i]))
            return FALSE;
    return TRUE;
}

/* "MPs", "NGOs": several things of a kind. */
static gboolean
is_plural_acronym(const Prose *prose, const Token *token)
{
    const char *word = prose->text + token->start;
    if (token->length < 3 || word[token->length - 1] != 's')
        return FALSE;
    for (guint32 i = 0; i + 1 < token->length; i++)
        if (!g_ascii_isupper(word[i]))
            return FALSE;
    return TRUE;
}

/* "TikTok", "WeChat", but not "McCain", "O'Neill", "DeSantis". */
static gboolean
is_brand(const Prose *prose, const Token *token)
{
    static const char *const prefixes[] = {"Mc", "Mac", "De", "Di", "Le", "La", "Van", "Fitz", "O", "D"};
    const char *word = prose->text + token->start;
    if (!(token->flags & TOKEN_MIXED))
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(prefixes); i++) {
        gsize length = strlen(prefixes[i]);
        if (token->length > length && memcmp(word, prefixes[i], length) == 0 && !g_ascii_islower(word[length]))
            return FALSE;
    }
    return TRUE;
}

/* One word that no list explains. What stands beside it says what it could be. */
static void
emit_single(Finder *finder, guint index)
{
    const Prose *prose = finder->prose;
    const Item *item = &finder->run.items[index];
    const Token *token = prose_token(prose, item->first);
    guint behind = item->first + item->count;
    if (item->first > 0 && prose_token(prose, item->first - 1)->kind == TOKEN_NUMBER && (token->flags & TOKEN_UPPER))
        return; /* a unit */
    if (token->length == 1 || (token->length == 2 && prose->text[token->start + 1] == '.'))
        return;
    if (is_plural_acronym(prose, token) || is_roman_number(prose, token))
        return;
    Candidate *candidate = emit(finder, index, index + 1, ENTITY_PERSON, CANDIDATE_OPEN);
    guint32 form = candidate->last_form;
    if ((token->flags & TOKEN_UPPER) || is_brand(prose, token))
        candidate->type = ENTITY_ORGANISATION;
    if (finder->headline)
        return;
    guint32 before =
        item->first > 0 && !(token->flags & (TOKEN_BARRIER | TOKEN_START)) ? prose_classes(prose, item->first - 1) : 0;
    if ((before & WORD_LOC_PREP) && !(token->flags & TOKEN_UPPER))
        vote(finder, form, ENTITY_PLACE, is_inside_word(prose, item->first - 1) ? 2 : 1);
    guint32 after = behind < finder->end ? prose_classes(prose, behind) : 0;
    if ((after & WORD_SAY) || (before & WORD_SAY))
        vote(finder, form, candidate->type, 2);
}

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
            emit_single(finder, a);
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
    if (type == ENTITY_PERSON && !start && is_inside_word(finder->prose, items[a].first - 1))
        type = ENTITY_PLACE;
    emit(finder, a, b, type, CANDIDATE_OPEN);
}

/* TRUE where items [a, b) have the form of a person's name: a given name and one to three more words, or words before a family name. */
static gboolean
is_person_form(const Finder *finder, guint a, guint b)
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
static void
find_names(Finder *finder, guint a, guint b)
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
            emit_listed(finder, a);
        else if (items[a].kind == ITEM_DESIGNATION)
            emit(finder, a, b, ENTITY_OTHER, CANDIDATE_CERTAIN);
        else if (items[a].kind == ITEM_WORD)
            emit_single(finder, a);
        return;
    }
    /* Designations and names joined by a hyphen stand by themselves. */
    for (guint i = a; i < b; i++) {
        gboolean dash = items[i].kind == ITEM_LINK && prose_token(prose, items[i].first)->sign == '-';
        if (items[i].kind == ITEM_DESIGNATION || dash) {
            find_names(finder, a, i);
            if (!dash)
                emit(finder, i, i + 1, ENTITY_OTHER, CANDIDATE_CERTAIN);
            find_names(finder, i + 1, b);
            return;
        }
    }
    gboolean person = is_person_form(finder, a, b);
    guint32 last = items[b - 1].kind == ITEM_WORD ? items[b - 1].classes : 0;
    for (guint i = a; i + 2 < b && !person; i++) {
        if (items[i].kind == ITEM_WORD && (items[i].classes & WORD_ORG_OF) && items[i + 1].kind == ITEM_LINK &&
            prose_token(prose, items[i + 1].first)->kind == TOKEN_WORD) {
            emit(finder, a, b, ENTITY_ORGANISATION, CANDIDATE_CERTAIN);
            return;
        }
    }
    if (!person && (last & (WORD_ORG_END | WORD_LOC_END | WORD_OTHER_END))) {
        EntityType type = last & WORD_ORG_END ? ENTITY_ORGANISATION : last & WORD_LOC_END ? ENTITY_PLACE : ENTITY_OTHER;
        guint from = a;
        while (from + 1 < b && type != ENTITY_ORGANISATION && items[from].kind == ITEM_PEOPLE)
            from++;
        if (b - from > 1) {
            emit(finder, from, b, type, CANDIDATE_CERTAIN);
            return;
        }
        b = from;
        if (a == b)
            return;
    }
    if (!person && items[a].kind == ITEM_WORD && (items[a].classes & (WORD_LOC_START | WORD_OTHER_OF)) &&
        !(items[a].classes & (WORD_GIVEN | WORD_FAMILY))) {
        emit(finder, a, b, items[a].classes & WORD_LOC_START ? ENTITY_PLACE : ENTITY_OTHER, CANDIDATE_CERTAIN);
        return;
    }
    if (person) {
        gboolean sure = (items[a].classes & WORD_GIVEN) || !(items[a].ordinary);
        emit(finder, a, b, ENTITY_PERSON, sure ? CANDIDATE_CERTAIN : CANDIDATE_OPEN);
        return;
    }
    for (guint i = a, from = a; i <= b; i++) {
        if (i < b && items[i].kind != ITEM_NAME && items[i].kind != ITEM_PEOPLE)
            continue;
        /* "Southern Nigeria" */
        if (from + 1 == i && i < b && items[i].kind == ITEM_NAME && items[i].type == ENTITY_PLACE &&
            items[from].kind == ITEM_WORD && (items[from].classes & WORD_DIRECTION)) {
            emit(finder, from, i + 1, ENTITY_PLACE, CANDIDATE_CERTAIN);
            from = i + 1;
            continue;
        }
        if (from < i) {
            if (is_person_form(finder, from, i))
                emit(finder, from, i, ENTITY_PERSON, CANDIDATE_CERTAIN);
            else
                emit_words(finder, from, i);
        }
        /* "Foreign Ministry" is a name that many have; "Russian Foreign Ministry" is one. */
        if (i < b && is_general_body(finder, &items[i]) && i + 2 < b && is_of(finder, i + 1)) {
            emit(finder, i > a && items[i - 1].kind == ITEM_PEOPLE ? i - 1 : i, b, ENTITY_ORGANISATION,
                 CANDIDATE_CERTAIN);
            return;
        }
        if (i + 1 < b && items[i].kind == ITEM_PEOPLE && is_general_body(finder, &items[i + 1])) {
            if (i + 3 < b && is_of(finder, i + 2))
                continue;
            emit(finder, i, i + 2, ENTITY_ORGANISATION, CANDIDATE_CERTAIN);
        } else if (i < b && items[i].kind == ITEM_NAME)
            emit_listed(finder, i);
        i += i + 1 < b && items[i].kind == ITEM_PEOPLE && is_general_body(finder, &items[i + 1]);
        from = i + 1;
    }
}

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
            find_names(finder, a, b);
            return;
        }
        if (title == b) {
            find_names(finder, a, b);
            return;
        }
        guint role = title, person = title + 1;
        while (role > a && items[role - 1].kind == ITEM_WORD && items[role - 1].ordinary &&
               !(items[role - 1].classes & (WORD_GIVEN | WORD_FAMILY)))
            role--;
        while (is_kind(finder, person, b, ITEM_TITLE))
            person++;
        guint end = person_end(finder, person, b);
        guint32 last = items[b - 1].kind == ITEM_WORD ? items[b - 1].classes : 0;
        if (end == person && b > person &&
            (last & WORD_ORG_END)) { /* "General Staff Academy", "King Abdullah University" */
            emit(finder, a, b, ENTITY_ORGANISATION, CANDIDATE_CERTAIN);
            return;
        }
        find_names(finder, a, role);
        if (end > person) {
            Candidate *candidate = emit(finder, person, end, ENTITY_PERSON, CANDIDATE_CERTAIN);
            candidate->role =
                tokens_range(finder->prose, items[role].first, items[person - 1].first + items[person - 1].count - 1);
        }
        a = end;
    }
}

/* In a headline every word has a capital, so only the lists and given names tell; the rest is left open for names that the text knows. */
static void
find_in_headline(Finder *finder)
{
    Run *run = &finder->run;
    for (guint i = 0; i < run->count;) {
        if (run->items[i].kind == ITEM_NAME) {
            emit_listed(finder, i++);
            continue;
        }
        if (run->items[i].kind == ITEM_DESIGNATION) {
            emit(finder, i, i + 1, ENTITY_OTHER, CANDIDATE_CERTAIN);
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
            emit(finder, i, end, ENTITY_PERSON,
                 is_person_form(finder, i, end) && end - i <= 3 ? CANDIDATE_CERTAIN : CANDIDATE_OPEN);
        i = MAX(end, i + 1);
    }
}

/* The ordinary word that begins a sentence belongs to no name, unless it opens one that goes on with ordinary words ("Central Election Board"). */
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

/* A title in apposition behind a person: ", the country's foreign minister", ", President of". Range of the title, or RANGE_NONE. */
static Range
role_behind(const Finder *finder, guint at)
{
    const Prose *prose = finder->prose;
    if (at >= finder->end || prose_token(prose, at)->sign != ',')
        return RANGE_NONE;
    for (guint i = at + 1; i < MIN(finder->end, at + 5); i++) {
        const Token *token = prose_token(prose, i);
        if (token->kind == TOKEN_SIGN)
            break;
        if (token->kind == TOKEN_WORD) {
            ListMatch match = prose_match(prose, i, finder->end);
            if (match.title && match.title >= match.name) {
                guint from = i;
                while (from > at + 1 && prose_token(prose, from - 1)->kind == TOKEN_WORD &&
                       (prose_classes(prose, from - 1) & WORD_COMMON) &&
                       !(prose_classes(prose, from - 1) & WORD_FUNCTION))
                    from--;
                return tokens_range(prose, from, i + match.title - 1);
            }
            if (!match.people && !match.name && !(prose_classes(prose, i) & WORD_COMMON))
                break;
        }
    }
    return RANGE_NONE;
}

/* Gives the persons of the run that begins at candidate `from` the title in small letters before it, or the one in apposition behind it. */
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
            vote(finder, first->last_form, ENTITY_PERSON, 3);
        first->type = ENTITY_PERSON;
        first->strength = CANDIDATE_CERTAIN;
        first->role = tokens_range(finder->prose, title, title + title_length - 1);
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
            gboolean close = title_length && (title + title_length == at || (title + title_length + 1 == at &&
                                                                             prose_token(prose, at - 1)->sign == ','));
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
            while (title > start && prose_token(prose, title - 1)->kind == TOKEN_WORD && title + 3 > at &&
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
