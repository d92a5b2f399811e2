/* Search by pattern (PCRE2) under limits, for search.c. */
#ifndef IBID_DOC_PATTERN_H
#define IBID_DOC_PATTERN_H

#include "base/range.h"

typedef struct Pattern Pattern;

typedef enum { PATTERN_SMART_CASE, PATTERN_ANY_CASE, PATTERN_AS_TYPED } PatternCase;

/* query is valid UTF-8 and not empty. Errors: IBID_ERROR_PATTERN. */
Pattern *pattern_new(const char *query, PatternCase which, GError **error);
void pattern_free(Pattern *pattern);

/* Offsets are starts of characters. Errors: IBID_ERROR_LIMIT. */
gboolean pattern_next(Pattern *pattern, const char *text, gsize from, gsize to, Range *match, GError **error);
gboolean pattern_previous(Pattern *pattern, const char *text, gsize from, gsize before, Range *match, GError **error);

#endif
