/* What has been found so far: citations, their cites, the references and sources they point to. Only ever appended
 * to. */
#ifndef IBID_CITE_REGISTRY_H
#define IBID_CITE_REGISTRY_H

#include "cite/citations.h"
#include "cite/grammar.h"

typedef struct {
    Document *document; /* borrowed */
    const Sources *known;
    const Bibliography *bibliography;
    GArray *citations;         /* Citation */
    GArray *cites;             /* Cite */
    GPtrArray *references;     /* Reference */
    GPtrArray *sources;        /* CitedSource */
    GHashTable *source_by_key; /* key of a name (cite/names.h) → index; every spelling that was met */
    GHashTable *reference_by_key;
    GHashTable *cite_by_word;     /* folded word of a note before its first source ("smith") → its first cite + 1 */
    GHashTable *citation_by_note; /* label of a note → the last citation that is a note of that label, + 1 */
    GStringChunk *strings;
    GString *key;      /* scratch */
    char *publication; /* key of the document's own series, or NULL */
    Layer *layer, *cite_layer;
} Registry;

Registry *registry_new(Document *document, const Sources *known);
void registry_free(Registry *registry);

/* Adds a citation with the items and dates that the grammar holds. note: its index, or -1. */
void registry_add(Registry *registry, Range range, int note, const Grammar *grammar);

#endif
