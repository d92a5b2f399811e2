/* Literal search with folding, for search.c. */
#ifndef IBID_DOC_LITERAL_H
#define IBID_DOC_LITERAL_H

#include "base/range.h"

typedef struct Literal Literal;

/* query is valid UTF-8 and not empty. */
Literal *literal_new(const char *query, gboolean any_case);
void literal_free(Literal *literal);

gboolean literal_next(const Literal *literal, const char *text, gsize from, gsize to, Range *match);
gboolean literal_previous(const Literal *literal, const char *text, gsize from, gsize before, Range *match);

#endif
