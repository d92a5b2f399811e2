/* The hits of one search in one document: found where they are asked for, and counted all in idle slices, so that "3/14" is exact as soon as it can be and never delays a key. */
#ifndef IBID_APP_HITS_H
#define IBID_APP_HITS_H

#include "doc/document.h"
#include "doc/search.h"

typedef struct Hits Hits;

/* TRUE for a hit that counts (one in text that was set aside does not). */
typedef gboolean (*HitsCounts)(Range hit, gpointer data);

#define HITS_MAX 100000 /* more are not counted: "3/100000+" */

/* Takes over the search; a reference to the document. */
Hits *hits_new(Document *document, Search *search, HitsCounts counts, gpointer data);
void hits_free(Hits *hits);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Hits, hits_free)

/* The query as it is shown: without a \c or \C at its end. */
const char *hits_query(const Hits *hits);
Search *hits_search(Hits *hits);

/* The next hit that starts after offset / the last that starts before it; wrapping when asked, *wrapped says so. FALSE: none (or *error: a limit of the pattern). */
gboolean hits_next(Hits *hits, gsize offset, gboolean wrap, Range *hit, gboolean *wrapped, GError **error);
gboolean hits_previous(Hits *hits, gsize offset, gboolean wrap, Range *hit, gboolean *wrapped, GError **error);
/* The hit that covers or starts at offset. */
gboolean hits_at(Hits *hits, gsize offset, Range *hit);

/* The current hit: the one that the reader was led to. RANGE_NONE: none. */
void hits_set_current(Hits *hits, Range hit);
Range hits_current(const Hits *hits);

/* Hits that overlap range, as a layer; lent until the next call. */
Layer *hits_in(Hits *hits, Range range);

/* Counts on until the deadline; TRUE while there is more. */
gboolean hits_step(Hits *hits, gint64 deadline);
gboolean hits_counted(const Hits *hits);
guint hits_count(const Hits *hits);
/* Number of the current hit from 1, or 0 while it is not known. */
guint hits_number(const Hits *hits);

#endif
