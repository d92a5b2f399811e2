/* Citations printed for golden tests and bug reports. */
#include "cite/citations.h"

#include "cite/internal.h"

const char *
year_from_name(YearFrom from)
{
    static const char *const NAMES[] = {"unknown", "explicit", "list", "article"};
    return from < G_N_ELEMENTS(NAMES) ? NAMES[from] : NAMES[0];
}

static void
put_text(GString *out, const char *text, Range range)
{
    g_string_append(out, " «");
    g_string_append_len(out, text + range.start, (gssize)range_length(range));
    g_string_append(out, "»");
}

char *
citations_dump(const Citations *c)
{
    const char *text = document_text(citations_document(c), NULL);
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < citations_count(c); i++) {
        const Citation *citation = citations_get(c, i);
        g_string_append_printf(out, "citation %u %zu-%zu", i, citation->range.start, citation->range.end);
        if (citation->note >= 0)
            g_string_append_printf(out, " note %d", citation->note);
        put_text(out, text, citation->range);
        g_string_append_c(out, '\n');
        for (guint j = 0; j < citation->n_cites; j++) {
            const Cite *cite = citations_cite(c, citation->first_cite + j);
            g_string_append_printf(out, "  cite %u item %u%s: %s, %s", citation->first_cite + j, cite->item,
                                   cite->see ? " see" : "", cite->source ? cite->source : "-",
                                   cite->issued ? cite->issued : "undated");
            if (cite->issued)
                g_string_append_printf(out, " (%s)", year_from_name(cite->year_from));
            if (cite->medium)
                g_string_append_printf(out, " by %s", cite->medium);
            if (cite->locator)
                g_string_append_printf(out, " at %s", cite->locator);
            g_string_append_printf(out, " → %u", cite->reference);
            put_text(out, text, cite->range);
            g_string_append_c(out, '\n');
        }
    }
    for (guint i = 0; i < citations_source_count(c); i++) {
        const CitedSource *source = citations_source(c, i);
        g_string_append_printf(out, "source %u %s [%s]%s: %u cites\n", i, source->name,
                               source_class_name(source->class), source->known ? " known" : "", source->n_cites);
        for (guint j = 0; j < source->references->len; j++) {
            guint index = g_array_index(source->references, guint, j);
            const Reference *reference = citations_reference(c, index);
            g_string_append_printf(out, "  reference %u %s%s%s:", index,
                                   reference->issued ? reference->issued : "undated", reference->url ? " " : "",
                                   reference->url ? reference->url : "");
            for (guint k = 0; k < reference->cites->len; k++)
                g_string_append_printf(out, " %u", g_array_index(reference->cites, guint, k));
            g_string_append_c(out, '\n');
        }
    }
    return g_string_free(out, FALSE);
}
