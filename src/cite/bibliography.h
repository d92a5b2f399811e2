/* The list of works at the end of a document: what "(Tarvik and Lee 2019, p. 4)" points to. */
#ifndef IBID_CITE_BIBLIOGRAPHY_H
#define IBID_CITE_BIBLIOGRAPHY_H

#include "doc/document.h"

/* Entries stand below the last line that says "References", "Bibliography", "Works cited" and nothing else, one a block.
 * An entry begins with its first author and names a year: "Tarvik, John. 2019. …", "Jones, A. (2020a). …". They are
 * kept in a table by the author's first word and the year with its letter ("tarvik 2019", "jones 2020a"). */
typedef struct Bibliography Bibliography;

/* Looks at a bounded stretch at the end of the document. */
Bibliography *bibliography_new(const Document *document);
void bibliography_free(Bibliography *bibliography);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Bibliography, bibliography_free)

/* Where the entry of a first author and a year stands, or RANGE_NONE. The author is given as printed in the text, all
 * of them ("Tarvik and Lee"): their first word counts. Of two entries with one author and year it is the first. */
Range bibliography_find(const Bibliography *bibliography, const char *authors, gsize length, const char *year);

#endif
