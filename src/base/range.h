/* A half-open range of byte offsets in one text.
 *
 * Every offset in memory is in bytes of a document's text; only exports speak of Unicode code points (doc/offsets.h converts).
 * A range with start == end is empty; it is allowed, covers nothing and overlaps nothing. */
#ifndef IBID_BASE_RANGE_H
#define IBID_BASE_RANGE_H

#include <glib.h>

typedef struct {
    gsize start;
    gsize end;
} Range;

#define RANGE_NONE ((Range){G_MAXSIZE, G_MAXSIZE})

static inline Range
range_make(gsize start, gsize end)
{
    return (Range){start, end};
}

static inline gsize
range_length(Range range)
{
    return range.end - range.start;
}

static inline gboolean
range_is_none(Range range)
{
    return range.start == G_MAXSIZE;
}

static inline gboolean
range_contains(Range range, gsize offset)
{
    return range.start <= offset && offset < range.end;
}

static inline gboolean
range_overlaps(Range a, Range b)
{
    return a.start < b.end && b.start < a.end && a.start < a.end && b.start < b.end;
}

/* TRUE when all of inner lies in outer. */
static inline gboolean
range_holds(Range outer, Range inner)
{
    return outer.start <= inner.start && inner.end <= outer.end;
}

/* What a and b share; an empty range at the later start where they share nothing. */
static inline Range
range_intersect(Range a, Range b)
{
    Range both = {MAX(a.start, b.start), MIN(a.end, b.end)};
    if (both.end < both.start)
        both.end = both.start;
    return both;
}

#endif
