/* Line break opportunities (UAX #14) through libunistring, with what it lacks: no break inside "e.g.", "doi.org", "1,000", "and/or" URLs get
 * breaks after slashes (LB29 and LB13/LB25 filters). Results are per byte and say whether a line may BEGIN at that byte. */
#ifndef IBID_TEXT_LINEBREAK_H
#define IBID_TEXT_LINEBREAK_H

#include <glib.h>

enum { LINE_BREAK_NONE, LINE_BREAK_ALLOWED, LINE_BREAK_MANDATORY };

/* Fills breaks[0..length): for each byte, whether a line may (ALLOWED) or must (MANDATORY: the byte before is a newline) begin there.
 * text is one paragraph of valid UTF-8. O(n). */
void line_breaks(const char *text, gsize length, char *breaks);

#endif
