/* The inside of a Document, for the builder that fills it and the file that shows it. No other file includes this. */
#ifndef IBID_DOC_PARTS_H
#define IBID_DOC_PARTS_H

#include "doc/document.h"

#define ROLE_COUNT (ROLE_BOILERPLATE + 1)

struct Document {
    gint references;
    char *text;
    gsize length;
    GArray *blocks;     /* Block */
    GArray *paragraphs; /* guint32: block index of paragraph i + 1 */
    Range roles[ROLE_COUNT];
    DocumentMeta meta;
    GArray *notes;  /* Note, in text order */
    GArray *marks;  /* NoteMark, in text order */
    GPtrArray *urls; /* char *: of link i */
    Layer *mark_layer;
    Layer *link_layer;
};

/* An empty document with one reference; its meta lists are NULL until the builder sets them. */
Document *document_new(void);

#endif
