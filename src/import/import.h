/* From bytes to a document: sniffs what they are and hands them to one importer, which feeds the builder.
 *
 * A format is one file (import/text.c, …) and one row in the table of import.c. Detected by content, never by name
 * alone; `as` overrides. */
#ifndef IBID_IMPORT_IMPORT_H
#define IBID_IMPORT_IMPORT_H

#include "doc/document.h"

typedef struct {
    const char *as;     /* format name ("text") or NULL: detect */
    const char *issued; /* YYYY-MM-DD for a text that has no date of its own, or NULL */
    const char *name;   /* what messages call the input: the path or "standard input" */
} ImportOptions;

/* Errors: IBID_ERROR_READ (binary, unknown format, empty), IBID_ERROR_USAGE (unknown `as`: the message lists what
 * there is), IBID_ERROR_LIMIT. The caller owns the reference. */
Document *import_bytes(GBytes *bytes, const ImportOptions *options, GError **error);

/* Names of the formats, NULL-terminated, for help and completion. */
const char *const *import_formats(void);

#endif
