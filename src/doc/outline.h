/* The outline of a document: its headings, summary, body and notes as entries with a level, for the outline pane and
 * [h ]h. */
#ifndef IBID_DOC_OUTLINE_H
#define IBID_DOC_OUTLINE_H

#include "doc/document.h"

typedef struct {
    char *label;  /* one line, as printed */
    gsize offset; /* where to go */
    int level;    /* 1.. */
} OutlineEntry;

/* Entries in text order; a GPtrArray of OutlineEntry, free with g_ptr_array_unref(). The title is the first where
 * there is one. */
GPtrArray *outline_new(const Document *document);

#endif
