/* Extended grapheme clusters (UAX #29), flags and ZWJ emoji whole. u8_grapheme_breaks over a paragraph, with a short cut for ASCII. */
#ifndef IBID_TEXT_CLUSTER_H
#define IBID_TEXT_CLUSTER_H

#include <glib.h>

/* Fills breaks[0..length) with 1 where a cluster begins at that byte, else 0. text is one paragraph of valid UTF-8. O(n). */
void cluster_breaks(const char *text, gsize length, char *breaks);

/* Offset behind the cluster that begins at `at`; length at the end. Looks at a bounded window around `at` (clusters longer than 256 bytes are cut). */
gsize cluster_next(const char *text, gsize length, gsize at);

/* Start of the cluster that ends at or covers the byte before `at`; 0 at the start. Bounded window as above. */
gsize cluster_previous(const char *text, gsize length, gsize at);

/* `at` moved back to the start of the cluster that covers it. */
gsize cluster_start(const char *text, gsize length, gsize at);

#endif
