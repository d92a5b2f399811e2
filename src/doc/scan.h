/* Finds where one of a small set of characters begins: by its byte if it is ASCII, else by its lead byte and, where
 * they are few, its second byte. Sixteen bytes at a time where SSE2 is. A hit of the second kind is a candidate: the
 * caller looks at the character. */
#ifndef IBID_DOC_SCAN_H
#define IBID_DOC_SCAN_H

#include <glib.h>

#define SCAN_SET 12 /* bytes of a kind that are compared sixteen at a time; more are looked up one by one */

typedef struct {
    guint8 vector[SCAN_SET][16]; /* each byte sixteen times */
    guint8 bytes[SCAN_SET];
    guint count;
    gboolean full; /* there were more than fit */
} ScanSet;

typedef struct {
    ScanSet singles;
    ScanSet leads;
    ScanSet seconds; /* full: any second byte will do */
    guint8 kind[256]; /* ScanKind bits */
} Scan;

/* Adds a character to the set; a Scan begins zeroed. */
void scan_add(Scan *scan, gunichar c);

/* The first candidate at or behind `from` and before `to`, else `to`; the last one, else G_MAXSIZE. text[to] must be
 * readable. */
gsize scan_next(const Scan *scan, const char *text, gsize from, gsize to);
gsize scan_previous(const Scan *scan, const char *text, gsize from, gsize to);

/* An estimate of the candidates in a thousand bytes of prose. */
guint scan_cost(const Scan *scan);

#endif
