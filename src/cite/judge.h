/* Whether what the grammar read is a citation, and which of its items are cites. */
#ifndef IBID_CITE_JUDGE_H
#define IBID_CITE_JUDGE_H

#include "cite/grammar.h"

typedef enum {
    STRENGTH_NONE,    /* never by itself */
    STRENGTH_UNDATED, /* a name */
    STRENGTH_WEAK,    /* a name, and a month or year alone */
    STRENGTH_STRONG,  /* a name and a day, an address with a path, or a weak one that its name or locator backs */
} Strength;

/* What was noticed while reading. */
typedef struct {
    gboolean gloss;   /* a date without a source */
    gboolean prose;   /* words that are no name, in a segment without dates */
    gboolean remark;  /* words that are no name, anywhere */
    gboolean address; /* an address with a path */
    gboolean etc;     /* an open list */
    gboolean credit;  /* "Photo by …", "Source: …" */
} Verdict;

/* TRUE for a citation; then items (a GArray of GrammarItem) hold only its cites. */
gboolean judge(const Verdict *verdict, GArray *items, const Surroundings *around);

#endif
