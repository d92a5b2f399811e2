/* Pages saved or pasted as text, and plain essays: the structure of an article recognised from its lines. See text.c
 * for the passes. */
#ifndef IBID_IMPORT_TEXT_H
#define IBID_IMPORT_TEXT_H

#include "import/import.h"

/* utf8: from decode_text(); may hold invalid sequences and controls (the builder makes them safe). Linear in the text;
 * never fails but on an empty text. */
Document *text_import(GBytes *utf8, const ImportOptions *options, GError **error);

#endif
