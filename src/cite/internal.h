/* What the files of this room share beyond its public face. */
#ifndef IBID_CITE_INTERNAL_H
#define IBID_CITE_INTERNAL_H

#include "cite/citations.h"

/* Lent. */
Document *citations_document(const Citations *citations);

#endif
