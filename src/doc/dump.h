/* A document printed for golden tests and bug reports: metadata lines, then a line for each block "KIND ROLE LEVEL
 * #NUMBER start-end «text»", then notes, marks and links. */
#ifndef IBID_DOC_DUMP_H
#define IBID_DOC_DUMP_H

#include "doc/document.h"

/* Free with g_free(). */
char *document_dump(const Document *document);

#endif
