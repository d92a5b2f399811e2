/* `starts` holds the starts of all hits up to `counted`, in order; what lies behind is searched when it is asked for. */
#include "app/hits.h"

#include <string.h>

#define HITS_SLICE (256 * 1024) /* bytes between two looks at the clock */
#define HITS_OVERLAP 4096       /* how far before a range a hit may start that reaches into it */

struct Hits {
    Document *document;
    Search *search;
    char *query; /* as it is shown */
    HitsCounts counts;
    gpointer data;
    GArray *starts; /* gsize */
    gsize counted;
    gboolean done, failed;
    Range current;
    Layer *in_range;
};

/* The query without the \c or \C at its end, which is no part of what is looked for. */
static char *
shown_query(const char *query)
{
    gsize length = strlen(query), backslashes = 0;
    if (length < 3 || g_ascii_tolower(query[length - 1]) != 'c')
        return g_strdup(query);
    while (backslashes + 1 < length && query[length - 2 - backslashes] == '\\')
        backslashes++;
    return g_strndup(query, length - (backslashes % 2 ? 2 : 0));
}

Hits *
hits_new(Document *document, Search *search, HitsCounts counts, gpointer data)
{
    Hits *hits = g_new0(Hits, 1);
    hits->document = document_ref(document);
    hits->search = search;
    hits->query = shown_query(search_query(search));
    hits->counts = counts;
    hits->data = data;
    hits->starts = g_array_new(FALSE, FALSE, sizeof(gsize));
    hits->current = RANGE_NONE;
    hits->in_range = layer_new();
    return hits;
}

void
hits_free(Hits *hits)
{
    if (!hits)
        return;
    document_unref(hits->document);
    search_free(hits->search);
    g_free(hits->query);
    g_array_unref(hits->starts);
    layer_free(hits->in_range);
    g_free(hits);
}

const char *
hits_query(const Hits *hits)
{
    return hits->query;
}

Search *
hits_search(Hits *hits)
{
    return hits->search;
}

static gboolean
hits_count_this(const Hits *hits, Range hit)
{
    return !hits->counts || hits->counts(hit, hits->data);
}

/* The first hit that counts and starts in [from, to). */
static gboolean
hits_first(Hits *hits, gsize from, gsize to, Range *hit, GError **error)
{
    gsize length;
    const char *text = document_text(hits->document, &length);
    while (from < to && search_next(hits->search, text, from, length, hit, error)) {
        if (hit->start >= to)
            return FALSE;
        if (hits_count_this(hits, *hit))
            return TRUE;
        from = MAX(hit->end, hit->start + 1);
    }
    return FALSE;
}

static gboolean
hits_last(Hits *hits, gsize from, gsize before, Range *hit, GError **error)
{
    const char *text = document_text(hits->document, NULL);
    while (from < before && search_previous(hits->search, text, from, before, hit, error)) {
        if (hits_count_this(hits, *hit))
            return TRUE;
        before = hit->start;
    }
    return FALSE;
}

gboolean
hits_next(Hits *hits, gsize offset, gboolean wrap, Range *hit, gboolean *wrapped, GError **error)
{
    gsize length = document_length(hits->document);
    GError *fault = NULL;
    *wrapped = FALSE;
    gsize after = offset < length ? offset + 1 : length;
    if (!range_is_none(hits->current) && hits->current.start == offset)
        after = MAX(after, hits->current.end);
    if (hits_first(hits, after, length, hit, &fault))
        return TRUE;
    if (!fault && wrap && hits_first(hits, 0, MIN(offset + 1, length), hit, &fault)) {
        *wrapped = TRUE;
        return TRUE;
    }
    if (fault)
        g_propagate_error(error, fault);
    return FALSE;
}

gboolean
hits_previous(Hits *hits, gsize offset, gboolean wrap, Range *hit, gboolean *wrapped, GError **error)
{
    GError *fault = NULL;
    *wrapped = FALSE;
    if (hits_last(hits, 0, offset, hit, &fault))
        return TRUE;
    if (!fault && wrap && hits_last(hits, offset, document_length(hits->document), hit, &fault)) {
        *wrapped = TRUE;
        return TRUE;
    }
    if (fault)
        g_propagate_error(error, fault);
    return FALSE;
}

gboolean
hits_at(Hits *hits, gsize offset, Range *hit)
{
    gsize from = offset > HITS_OVERLAP ? offset - HITS_OVERLAP : 0;
    while (hits_first(hits, from, offset + 1, hit, NULL)) {
        if (range_contains(*hit, offset))
            return TRUE;
        from = MAX(hit->end, hit->start + 1);
    }
    return FALSE;
}

void
hits_set_current(Hits *hits, Range hit)
{
    hits->current = hit;
}

Range
hits_current(const Hits *hits)
{
    return hits->current;
}

Layer *
hits_in(Hits *hits, Range range)
{
    layer_clear(hits->in_range);
    if (hits->failed)
        return hits->in_range;
    gsize from = range.start > HITS_OVERLAP ? range.start - HITS_OVERLAP : 0;
    Range hit;
    guint id = 0;
    g_autoptr(GError) error = NULL;
    while (hits_first(hits, from, range.end, &hit, &error)) {
        if (hit.end > range.start)
            layer_add(hits->in_range, hit, id++);
        from = MAX(hit.end, hit.start + 1);
    }
    hits->failed = error != NULL;
    return hits->in_range;
}

gboolean
hits_step(Hits *hits, gint64 deadline)
{
    gsize length = document_length(hits->document);
    while (!hits->done) {
        gsize to = MIN(hits->counted + HITS_SLICE, length);
        g_autoptr(GError) error = NULL;
        const char *text = document_text(hits->document, NULL);
        Range hit;
        gsize from = hits->counted;
        while (from < to && hits->starts->len < HITS_MAX && search_next(hits->search, text, from, MIN(to + HITS_OVERLAP, length), &hit, &error) &&
               hit.start < to) {
            if (hits_count_this(hits, hit))
                g_array_append_val(hits->starts, hit.start);
            from = MAX(hit.end, hit.start + 1);
        }
        hits->counted = MAX(to, from);
        hits->failed |= error != NULL;
        hits->done = hits->counted >= length || error || hits->starts->len >= HITS_MAX;
        if (g_get_monotonic_time() >= deadline)
            break;
    }
    return !hits->done;
}

gboolean
hits_counted(const Hits *hits)
{
    return hits->done;
}

guint
hits_count(const Hits *hits)
{
    return hits->starts->len;
}

static int
compare_offsets(gconstpointer a, gconstpointer b)
{
    gsize x = *(const gsize *)a, y = *(const gsize *)b;
    return x < y ? -1 : x > y;
}

guint
hits_number(const Hits *hits)
{
    if (range_is_none(hits->current))
        return 0;
    guint index;
    gboolean found = g_array_binary_search(hits->starts, &hits->current.start, compare_offsets, &index);
    return found ? index + 1 : 0;
}
