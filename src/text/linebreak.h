/* Line break opportunities (UAX #14) through libunistring, corrected: no break inside "e.g.", "doi.org", "1,000", "2025–26", "and/or", "word.[1]"; in an
 * address and in a word of 32 bytes and more there are breaks behind slashes; a dash ends a line and begins none; quotation marks stay with what they
 * quote, and a parenthesis behind a quotation may begin a line; none inside a cluster. Results are per byte: whether a line may BEGIN at that byte. */
#ifndef IBID_TEXT_LINEBREAK_H
#define IBID_TEXT_LINEBREAK_H

#include <glib.h>

enum { LINE_BREAK_NONE, LINE_BREAK_ALLOWED, LINE_BREAK_MANDATORY };

/* Fills breaks[0..length): for each byte, whether a line may (ALLOWED) or must (MANDATORY: the byte before is a newline) begin there.
 * text is one paragraph of valid UTF-8. O(n). */
void line_breaks(const char *text, gsize length, char *breaks);

#endif
