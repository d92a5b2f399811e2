/* The citations of a document, by the Citation Style Language's terms.
 *
 * A citation is one mark in the text: a parenthesis, or a note that cites (its range is the whole note with its label). It holds cites, one for each source and date. Each cite points to a
 * reference: a distinct cited work, which is a source and an issued date. References belong to a source. A note's mark is no citation.
 * A citation by author and year ("Tarvik and Lee 2019") points to the entry of the bibliography, where there is one.
 * A short form ("ibid.", "Smith, op. cit.", "supra note 3") is a cite of the reference that it stands for.
 *
 * Found in slices in text order, so that a large text shows its first screen before all is known: what has been found stays where it is in the arrays, only more is appended. */
#ifndef IBID_CITE_CITATIONS_H
#define IBID_CITE_CITATIONS_H

#include "cite/sources.h"
#include "doc/document.h"

typedef enum { YEAR_UNKNOWN, YEAR_EXPLICIT, YEAR_LIST, YEAR_ARTICLE } YearFrom;
const char *year_from_name(YearFrom from); /* "unknown", "explicit", "list", "article" */

typedef struct {
    Range range;        /* its own date with its source where they stand together, else the date alone */
    Range source_range; /* the source as printed, wherever in the citation it stands */
    char *source;       /* as printed, less "see" and the "the" of "see the"; NULL where there is none */
    char *issued;       /* "2025-05-14", "2025-05", "2025", "--05-14", "2025-05-01/2025-05-03", or NULL */
    char *medium;       /* "web", "domain", "Telegram", "X", "YouTube", "broadcast", "interview" or NULL */
    char *locator;      /* "p. 7", "Part One", or NULL */
    guint citation;     /* index of its citation */
    guint item;         /* cites of one segment and source bear the same; unique in the citation, from 0 */
    guint reference;    /* index */
    YearFrom year_from;
    gboolean see;
} Cite;

typedef struct {
    Range range;     /* with its parentheses; or the whole note */
    guint first_cite, n_cites;
    int note;        /* index of the note that this citation is, or -1 */
} Citation;

typedef struct {
    guint source;    /* index into the cited sources */
    char *issued;    /* as Cite.issued, or NULL: undated */
    char *url;       /* where the text gives one, else NULL */
    Range entry;     /* where the bibliography lists it; RANGE_NONE elsewhere */
    GArray *cites;   /* guint: indexes of its cites in text order */
} Reference;

/* A source as this document cites it: a known one, or one made from its printed name; of this name where none is printed. */
#define CITED_SOURCE_UNNAMED "unnamed source"
typedef struct {
    char *name;            /* canonical */
    const Source *known;   /* or NULL */
    SourceClass class;
    GArray *references;    /* guint, in order of first cite */
    guint n_cites;
} CitedSource;

typedef struct Citations Citations;

/* sources is borrowed and must outlive the citations; may be NULL. Nothing is searched yet. Takes a reference to the document. */
Citations *citations_new(Document *document, const Sources *sources);
void citations_free(Citations *citations);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Citations, citations_free)

/* Works until the monotonic time `deadline` (µs; G_MAXINT64: to the end); TRUE while there is more to do. A slice looks at the clock at least every 64 KB. */
gboolean citations_step(Citations *citations, gint64 deadline);
/* Offset up to which the document has been searched; its length when done. */
gsize citations_progress(const Citations *citations);

guint citations_count(const Citations *citations);
const Citation *citations_get(const Citations *citations, guint index);
guint citations_cite_count(const Citations *citations);
const Cite *citations_cite(const Citations *citations, guint index);
guint citations_reference_count(const Citations *citations);
const Reference *citations_reference(const Citations *citations, guint index);
guint citations_source_count(const Citations *citations);
const CitedSource *citations_source(const Citations *citations, guint index);

/* Layers: ids are indexes of citations and of cites. Lent. */
Layer *citations_layer(const Citations *citations);
Layer *citations_cite_layer(const Citations *citations);

/* "2 October 2015", "May 2025", "2025", "14 May, year unknown", "1–3 May 2025", "undated": the date in words; short: "2 Oct 2015". Free with g_free(). */
char *issued_in_words(const char *issued, gboolean brief);

/* The sentence that a citation supports: the sentence(s) before its parenthesis back to the citation or sentence end before it; for a note the sentence of its first mark. */
Range citations_supported(const Citations *citations, guint index);

/* Printed for golden tests. Free with g_free(). */
char *citations_dump(const Citations *citations);

#endif
