/* The jump list, as browsers and vim have it: places that were left by a jump, with a hand that goes back and forward. Going to a new place from the middle drops what lay ahead.
 * A place is an article and an offset; equal neighbours are kept once; at most 100 places are kept. */
#ifndef IBID_APP_JUMPS_H
#define IBID_APP_JUMPS_H

#include "article/article.h"

typedef struct Jumps Jumps;

typedef struct {
    Article *article; /* lent */
    gsize offset;
} Place;

Jumps *jumps_new(void);
void jumps_free(Jumps *jumps);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Jumps, jumps_free)

/* The reader leaves `from` by a jump. */
void jumps_leave(Jumps *jumps, Place from);
/* Back from `here`, or forward again; FALSE where there is nothing. `here` is kept, so that one can come forward to it. */
gboolean jumps_back(Jumps *jumps, Place here, Place *to);
gboolean jumps_forward(Jumps *jumps, Place *to);
/* Forgets the places of an article. */
void jumps_forget(Jumps *jumps, Article *article);

#endif
