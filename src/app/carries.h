/* Which paragraph carries a point of the executive summary. */
#ifndef IBID_APP_CARRIES_H
#define IBID_APP_CARRIES_H

#include "doc/document.h"

/* Index of the body block that shares most of the point's telling words (weighted by how few paragraphs hold them, levelled by length); -1 where none clearly does. O(text). */
int summary_carrier(const Document *document, const Block *point);

#endif
