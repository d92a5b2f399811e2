/* See weigh.h. The rules are few: a word that the text also writes small is no name unless something certain says so;
 * a capital that would stand there anyway proves nothing; else the votes decide. */
#include "entity/weigh.h"

/* The type that the votes for a form name, and how much they weigh; the guess where there are none. */
static EntityType
voted(const Form *form, EntityType guess, gint32 *weight)
{
    EntityType best = guess;
    *weight = form->votes[guess];
    for (EntityType type = ENTITY_PERSON; type <= ENTITY_OTHER; type++) {
        if (form->votes[type] > *weight) {
            *weight = form->votes[type];
            best = type;
        }
    }
    return best;
}

/* A place or body of the lists whose name is also a person's or an ordinary word. */
static gboolean
weigh_listed(Candidate *candidate, const Form *form)
{
    gint32 weight;
    EntityType type = voted(form, candidate->type, &weight);
    if (type == ENTITY_PERSON && weight >= 3) {
        candidate->type = ENTITY_PERSON;
        candidate->entry = ENTRY_NONE;
        return TRUE;
    }
    if (!(candidate->flags & CANDIDATE_ORDINARY))
        return TRUE;
    /* "Trend", "Nice": not at the beginning of a sentence or in a headline, unless they are known from elsewhere. */
    if (candidate->flags & (CANDIDATE_FIRST | CANDIDATE_HEADLINE))
        return form->inside > 0;
    return TRUE;
}

static gboolean
weigh_single(Candidate *candidate, const Form *form)
{
    gint32 weight;
    EntityType type = voted(form, candidate->type, &weight);
    gboolean doubtful = (candidate->flags & (CANDIDATE_FIRST | CANDIDATE_HEADLINE)) != 0;
    if (candidate->flags & CANDIDATE_ORDINARY) {
        if (weight < 3 || (doubtful && form->inside == 0))
            return FALSE;
        candidate->type = (guint8)type;
        return TRUE;
    }
    /* Much stands behind "from" and "to"; a place does most of the time. */
    if (type == ENTITY_PLACE && (guint32)weight < form->inside) {
        type = candidate->type;
        weight = form->votes[type];
    }
    if (weight > 0) {
        candidate->type = (guint8)type;
        return !doubtful || form->inside > 0 || weight >= 3;
    }
    if (candidate->flags & CANDIDATE_UPPER)
        return !(form->classes & WORD_COMMON) && form->length <= 8;
    /* Nothing speaks for it but the lists of names. */
    return (form->classes & (WORD_FAMILY | WORD_GIVEN)) &&
           (form->inside > 0 || !(candidate->flags & CANDIDATE_HEADLINE));
}

static gboolean
weigh_several(Candidate *candidate, const Prose *prose)
{
    const Form *first = forms_get(prose->forms, candidate->first_form),
               *last = forms_get(prose->forms, candidate->last_form);
    gint32 weight;
    EntityType type = voted(last, candidate->type, &weight);
    if (candidate->flags & CANDIDATE_HEADLINE) {
        /* Known from the prose, or nothing. */
        if (weight < 2 || last->inside == 0)
            return FALSE;
        candidate->type = (guint8)type;
        return first->inside > 0 || first->votes[type] > 0 || (first->classes & WORD_GIVEN);
    }
    if (weight >= 2)
        candidate->type = (guint8)type;
    /* Ordinary words among the others make a name of a thing only where it comes back, or where its first word is
     * known as one. */
    return weight >= 2 || candidate->type != ENTITY_ORGANISATION || last->inside > 1 ||
           first->votes[ENTITY_ORGANISATION] > 0;
}

gboolean
candidate_weigh(Candidate *candidate, const Prose *prose)
{
    const Form *form = forms_get(prose->forms, candidate->last_form);
    if (candidate->strength == CANDIDATE_CERTAIN)
        return TRUE;
    if (candidate->strength == CANDIDATE_LISTED)
        return weigh_listed(candidate, form);
    return candidate->words == 1 ? weigh_single(candidate, form) : weigh_several(candidate, prose);
}
