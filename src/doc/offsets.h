/* Byte offsets ↔ Unicode code points of a text, for exports: an index with one entry every 1,024 bytes; O(log n) or
 * O(1) + a short walk. */
#ifndef IBID_DOC_OFFSETS_H
#define IBID_DOC_OFFSETS_H

#include "doc/document.h"

typedef struct Offsets Offsets;

Offsets *offsets_new(const Document *document);
void offsets_free(Offsets *offsets);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Offsets, offsets_free)

gsize offsets_to_code_points(const Offsets *offsets, gsize byte);
gsize offsets_to_byte(const Offsets *offsets, gsize code_point);

#endif
