/* Search: reads the query (suffix, smart case) and hands it to literal.c or pattern.c; bounds are moved to whole
 * characters here. */
#include "doc/search.h"

#include <string.h>

#include "base/error.h"
#include "doc/literal.h"
#include "doc/pattern.h"
#include "text/fold.h"

#define QUERY_MAX 4000 /* bytes */

struct Search {
    char *query;
    Literal *literal;
    Pattern *pattern;
};

/* Takes a suffix \c or \C off the query; a backslash that is itself escaped begins none. */
static PatternCase
query_take_case(char *query)
{
    gsize length = strlen(query), slashes = 0;
    if (length < 2 || (query[length - 1] != 'c' && query[length - 1] != 'C'))
        return PATTERN_SMART_CASE;
    while (slashes < length - 1 && query[length - 2 - slashes] == '\\')
        slashes++;
    if (slashes % 2 == 0)
        return PATTERN_SMART_CASE;
    PatternCase which = query[length - 1] == 'c' ? PATTERN_ANY_CASE : PATTERN_AS_TYPED;
    query[length - 2] = '\0';
    return which;
}

Search *
search_new(const char *query, SearchKind kind, GError **error)
{
    g_autofree char *text = g_utf8_make_valid(query, -1);
    PatternCase which = query_take_case(text);
    if (!*text) {
        g_set_error_literal(error, IBID_ERROR, IBID_ERROR_USAGE, "search: nothing to look for; type some text");
        return NULL;
    }
    if (strlen(text) > QUERY_MAX) {
        g_set_error(error, IBID_ERROR, IBID_ERROR_USAGE, "search: more than %d bytes to look for; type a part of it",
                    QUERY_MAX);
        return NULL;
    }
    Search *search = g_new0(Search, 1);
    search->query = g_strdup(query);
    if (kind == SEARCH_PATTERN) {
        search->pattern = pattern_new(text, which, error);
        if (!search->pattern) {
            search_free(search);
            return NULL;
        }
    } else {
        gboolean any_case = which == PATTERN_ANY_CASE || (which == PATTERN_SMART_CASE && !fold_has_upper(text, -1));
        search->literal = literal_new(text, any_case);
    }
    return search;
}

void
search_free(Search *search)
{
    if (!search)
        return;
    literal_free(search->literal);
    pattern_free(search->pattern);
    g_free(search->query);
    g_free(search);
}

const char *
search_query(const Search *search)
{
    return search->query;
}

static gboolean
inside_character(const char *text, gsize at)
{
    return ((guchar)text[at] & 0xc0) == 0x80;
}

gboolean
search_next(Search *search, const char *text, gsize from, gsize to, Range *match, GError **error)
{
    while (from < to && inside_character(text, from))
        from++;
    while (to > from && inside_character(text, to))
        to--;
    if (from >= to)
        return FALSE;
    if (search->pattern)
        return pattern_next(search->pattern, text, from, to, match, error);
    return literal_next(search->literal, text, from, to, match);
}

gboolean
search_previous(Search *search, const char *text, gsize from, gsize before, Range *match, GError **error)
{
    while (from < before && inside_character(text, from))
        from++;
    while (before > from && inside_character(text, before))
        before++;
    if (from >= before)
        return FALSE;
    if (search->pattern)
        return pattern_previous(search->pattern, text, from, before, match, error);
    return literal_previous(search->literal, text, from, before, match);
}
