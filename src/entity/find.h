/* The recogniser: rules over runs of capitals that find candidates for mentions. It reads one sentence at a time,
 * needs nothing of the sentences behind, and takes time linear in it.
 *
 * A candidate is certain (a list, a title or a form such as "Ministry of …" vouches for it), or open: a capital that
 * could be a name. What the certain ones say of their words is counted in the forms of these words (Form.votes);
 * weigh.h decides about the open ones by that, once a whole section has been read. A trained model would take the
 * place of this file and weigh.c: it has to fill the same candidates. */
#ifndef IBID_ENTITY_FIND_H
#define IBID_ENTITY_FIND_H

#include "entity/run.h"

typedef enum {
    CANDIDATE_CERTAIN,
    CANDIDATE_LISTED, /* in a list, but the word is also an ordinary one or a person's name */
    CANDIDATE_OPEN,
} CandidateStrength;

typedef enum {
    CANDIDATE_FIRST = 1 << 0,    /* a capital would stand there anyway */
    CANDIDATE_HEADLINE = 1 << 1, /* among words that all have capitals */
    CANDIDATE_UPPER = 1 << 2,    /* one word in capitals, outside a headline: looks like an acronym */
    CANDIDATE_FULL = 1 << 3,     /* the first name of its entry in the list */
    CANDIDATE_SHOUTED = 1 << 4,  /* in capitals because everything around is: a poor spelling of its name */
    CANDIDATE_ORDINARY = 1 << 5, /* all its words are ordinary ones */
} CandidateFlags;

typedef struct {
    Range range;
    Range role;       /* of the title that stands with a person, or RANGE_NONE */
    guint32 first_form, last_form;
    guint32 entry;    /* of the list, or ENTRY_NONE */
    gint32 same;      /* index of the candidate before it that an acronym in parentheses ties it to, or -1 */
    guint32 words;
    guint8 type;      /* EntityType, a guess for what is open */
    guint8 strength;
    guint8 flags;
} Candidate;

/* Adds the candidates of the sentence of tokens [start, end) to candidates, in text order, without overlaps. */
void find_sentence(const Prose *prose, guint start, guint end, GArray *candidates);

#endif
