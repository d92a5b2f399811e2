/* Candidates are written down here, with what their form and their neighbours tell, and certain ones vote. See
 * find.h. */
#include "entity/finder.h"

#include <string.h>

void
finder_vote(const Finder *finder, guint32 form, EntityType type, int weight)
{
    forms_get(finder->prose->forms, form)->votes[type] += weight;
}

/* What a certain candidate says of its words: a person's name of its last and first word, the others of words that
 * are none otherwise. */
static void
vote_for(const Finder *finder, const Candidate *candidate, guint a, guint b)
{
    if (candidate->type == ENTITY_PERSON) {
        finder_vote(finder, candidate->last_form, ENTITY_PERSON, 3);
        if (candidate->first_form != candidate->last_form)
            finder_vote(finder, candidate->first_form, ENTITY_PERSON, 1);
        return;
    }
    for (guint i = a; i < b; i++)
        if (finder->run.items[i].kind == ITEM_WORD && !finder->run.items[i].ordinary &&
            !(finder->run.items[i].classes & (WORD_GIVEN | WORD_FAMILY)))
            finder_vote(finder, prose_token(finder->prose, finder->run.items[i].first)->form, candidate->type,
                        candidate->words == 1 ? 2 : 1);
}

/* Adds the items [a, b) as one candidate. */
Candidate *
finder_emit(Finder *finder, guint a, guint b, EntityType type, CandidateStrength strength)
{
    const Prose *prose = finder->prose;
    const Item *first = &finder->run.items[a], *last = &finder->run.items[b - 1];
    guint last_token = last->first + last->count - 1;
    Candidate candidate = {.range = prose_range(prose, first->first, last_token),
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
void
finder_emit_listed(Finder *finder, guint index)
{
    const Item *item = &finder->run.items[index];
    gboolean doubtful =
        item->count == 1 && !(prose_token(finder->prose, item->first)->flags & TOKEN_UPPER) &&
        ((item->classes & (WORD_GIVEN | WORD_FAMILY | WORD_COMMON)) || (item->ordinary && item->type != ENTITY_PLACE));
    finder_emit(finder, index, index + 1, (EntityType)item->type, doubtful ? CANDIDATE_LISTED : CANDIDATE_CERTAIN);
}

/* Prepositions before places, and hardly before anything else. */
gboolean
finder_is_inside_word(const Prose *prose, guint token)
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
void
finder_emit_single(Finder *finder, guint index)
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
    Candidate *candidate = finder_emit(finder, index, index + 1, ENTITY_PERSON, CANDIDATE_OPEN);
    guint32 form = candidate->last_form;
    if ((token->flags & TOKEN_UPPER) || is_brand(prose, token))
        candidate->type = ENTITY_ORGANISATION;
    if (finder->headline)
        return;
    guint32 before =
        item->first > 0 && !(token->flags & (TOKEN_BARRIER | TOKEN_START)) ? prose_classes(prose, item->first - 1) : 0;
    if ((before & WORD_LOC_PREP) && !(token->flags & TOKEN_UPPER))
        finder_vote(finder, form, ENTITY_PLACE, finder_is_inside_word(prose, item->first - 1) ? 2 : 1);
    guint32 after = behind < finder->end ? prose_classes(prose, behind) : 0;
    if ((after & WORD_SAY) || (before & WORD_SAY))
        finder_vote(finder, form, candidate->type, 2);
}
