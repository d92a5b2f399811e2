/* Search in a document's text: literal with folding (the default), or a PCRE2 pattern under its limits.
 *
 * Literal: smart case (a query with an upper-case letter tells case apart), accents, curly quotes, dashes and NBSP
 * folded, soft hyphens and combining marks passed over, and a run of white space in the query matches any run of white
 * space in the text, newlines included. A character that folds to several ("…", a ligature) is also matched in part.
 * Matches are whole clusters. Ten megabytes take some milliseconds: candidates are found by the rarest byte of the
 * query (or the lead bytes of what folds to it), then verified.
 *
 * A query of either kind may end in \c (any case) or \C (as typed), as in vim; after an even number of backslashes that
 * is no suffix.
 *
 * Pattern: PCRE2, UTF and UCP, ^ and $ at lines, the same smart case (escapes and names do not count). One match looks
 * at 256 KB at most. Match limit 200,000, depth and heap limits, and half a second plus 0.1 s for each megabyte.
 *
 * Text is what a document holds: valid UTF-8, ended by NUL, which is where search_previous() stops looking. Offsets
 * inside a character count as the next one's, an end as the one before. */
#ifndef IBID_DOC_SEARCH_H
#define IBID_DOC_SEARCH_H

#include "doc/document.h"

typedef struct Search Search;

typedef enum { SEARCH_LITERAL, SEARCH_PATTERN } SearchKind;

/* Compiles a query. Errors: IBID_ERROR_PATTERN with place and reason ("(: missing closing parenthesis at 3; …"),
 * IBID_ERROR_USAGE on a query that is empty or longer than 4,000 bytes. */
Search *search_new(const char *query, SearchKind kind, GError **error);
void search_free(Search *search);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Search, search_free)

const char *search_query(const Search *search);

/* The first match that starts at or after `from` (and ends at or before `to`); FALSE if none or on error
 * (IBID_ERROR_LIMIT). Empty matches are skipped. */
gboolean search_next(Search *search, const char *text, gsize from, gsize to, Range *match, GError **error);
/* The last match that starts before `before` and not before `from`; it may end behind `before`. Literal matches may
 * overlap here, those of a pattern follow one another from the beginning of a line. */
gboolean search_previous(Search *search, const char *text, gsize from, gsize before, Range *match, GError **error);

#endif
