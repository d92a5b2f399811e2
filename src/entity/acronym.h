/* Acronyms that a text explains: "Shanghai Cooperation Organization (SCO)", "SCO (Shanghai Cooperation
 * Organization)". */
#ifndef IBID_ENTITY_ACRONYM_H
#define IBID_ENTITY_ACRONYM_H

#include "entity/find.h"

/* Looks at the parentheses behind the run of tokens [first, next), whose candidates are those from index `from` on,
 * and at those around it. An acronym becomes a candidate that is the same as the name (Candidate.same); where its
 * letters are the initials of the words before it, these are one name, however the rules cut them. Returns the token
 * from where to read on. Looks back at a bounded number of tokens. */
guint acronym_tie(const Prose *prose, guint from, guint first, guint next, guint end, GArray *candidates);

#endif
