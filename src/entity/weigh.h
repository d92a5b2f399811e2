/* The decision about a candidate, once the certain ones of its section have voted: is it a name, and of what type. */
#ifndef IBID_ENTITY_WEIGH_H
#define IBID_ENTITY_WEIGH_H

#include "entity/find.h"

/* FALSE: it is none. May change its type. O(1). */
gboolean candidate_weigh(Candidate *candidate, const Prose *prose);

#endif
