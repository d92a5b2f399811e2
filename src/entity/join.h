/* Names into entities: which mentions mean one thing, what it is called, of what type it is.
 *
 * Mentions come in text order and are never taken back. Two are one thing where the lists, an acronym in parentheses
 * or their folded names say so; a surname or given name alone joins the person that bears it; a company joins its
 * name with "Ltd."; an acronym the organisation whose initials it is. Entities only grow, their indexes stay. O(1)
 * for each mention, but for its bytes. */
#ifndef IBID_ENTITY_JOIN_H
#define IBID_ENTITY_JOIN_H

#include "entity/find.h"

typedef struct Join Join;

/* text and lists are borrowed. */
Join *join_new(const char *text, const EntityLists *lists);
void join_free(Join *join);

/* From here on, the entry that is tied to this one means the same: the text has written its full name. */
void join_tie(Join *join, guint32 entry);

/* The entity of a candidate that is a name; `same` is the entity of the candidate that it is tied to, or -1. Adds a
 * mention to it with this index. */
guint join_add(Join *join, const Candidate *candidate, int same, guint mention);

/* Entity *, lent; grows. */
const GPtrArray *join_entities(const Join *join);

#endif
