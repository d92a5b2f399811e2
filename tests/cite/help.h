/* Small documents for the tests of this room. */
#ifndef IBID_TESTS_CITE_HELP_H
#define IBID_TESTS_CITE_HELP_H

#include "tests/test.h"

#include "cite/citations.h"
#include "doc/builder.h"

#include <string.h>

/* A document of body paragraphs, one a line of text. */
static inline Document *
help_document(const char *text, const char *issued, const char *publication)
{
    g_autoptr(Builder) builder = builder_new(strlen(text));
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    if (issued)
        builder_meta(builder, META_ISSUED, issued, -1);
    if (publication)
        builder_meta(builder, META_PUBLICATION, publication, -1);
    for (guint i = 0; lines[i]; i++)
        builder_block(builder, &(BlockSpec){.kind = BLOCK_PARAGRAPH, .role = ROLE_BODY, .numbered = TRUE}, lines[i],
                      strlen(lines[i]));
    return builder_finish(builder);
}

/* All of its citations. */
static inline Citations *
help_citations(Document *document, const Sources *sources)
{
    Citations *citations = citations_new(document, sources);
    citations_step(citations, G_MAXINT64);
    return citations;
}

/* "see? SOURCE: DATE DATE | SOURCE: DATE" of all cites of one citation, cites of one item together. Free with
 * g_free(). */
static inline char *
help_print(const Citations *citations, guint index)
{
    const Citation *citation = citations_get(citations, index);
    GString *out = g_string_new(NULL);
    guint item = G_MAXUINT;
    for (guint i = 0; i < citation->n_cites; i++) {
        const Cite *cite = citations_cite(citations, citation->first_cite + i);
        if (cite->item != item)
            g_string_append_printf(out, "%s%s%s:", i ? " | " : "", cite->see ? "see " : "",
                                   cite->source ? cite->source : "-");
        item = cite->item;
        g_string_append_printf(out, " %s", cite->issued ? cite->issued : "undated");
    }
    return g_string_free(out, FALSE);
}

static inline char *
help_text(const Document *document, Range range)
{
    return g_strndup(document_text(document, NULL) + range.start, range_length(range));
}

#endif
