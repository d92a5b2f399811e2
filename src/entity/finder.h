/* What the files of the recogniser share: the state of reading one sentence, and how a candidate is written down. See
 * find.h. */
#ifndef IBID_ENTITY_FINDER_H
#define IBID_ENTITY_FINDER_H

#include "entity/find.h"

typedef struct {
    const Prose *prose;
    GArray *candidates;
    Run run;
    guint end; /* token behind the sentence */
    gboolean headline;
    gboolean shouted;
} Finder;

static inline gboolean
finder_is_kind(const Finder *finder, guint item, guint limit, ItemKind kind)
{
    return item < limit && finder->run.items[item].kind == kind;
}

/* From the first token to the last. */
static inline Range
prose_range(const Prose *prose, guint first, guint last)
{
    return range_make(prose_token(prose, first)->start, token_end(prose_token(prose, last)));
}

/* TRUE where the item is the word "of", with or without "the". */
static inline gboolean
finder_is_of(const Finder *finder, guint item)
{
    return finder->run.items[item].kind == ITEM_LINK && prose_is(finder->prose, finder->run.items[item].first, "of");
}

/* finder_emit.c */

/* Counts what is said of a form. */
void finder_vote(const Finder *finder, guint32 form, EntityType type, int weight);
/* Adds items [a, b) of the run as one candidate, lent until the next one; a certain one votes for its words. */
Candidate *finder_emit(Finder *finder, guint a, guint b, EntityType type, CandidateStrength strength);
/* Adds an item that is a name of the lists. */
void finder_emit_listed(Finder *finder, guint item);
/* Adds an item that is one word which no list explains, if it can be a name. */
void finder_emit_single(Finder *finder, guint item);
/* TRUE for prepositions before places that stand before hardly anything else. */
gboolean finder_is_inside_word(const Prose *prose, guint token);

/* find_names.c */

/* TRUE where items [a, b) have the form of a person's name. */
gboolean finder_is_person(const Finder *finder, guint a, guint b);
/* Adds the names among items [a, b), which hold no title. */
void finder_names(Finder *finder, guint a, guint b);

#endif
