/* Text from outside, made safe for a terminal and for every channel that ends on one.
 *
 * The one place that knows which characters may not leave the program as they are: C0 but newline and tab, DEL, C1, invalid UTF-8, and the
 * bidi controls (U+061C, U+200E, U+200F, U+202A..U+202E, U+2066..U+2069). C0 and DEL become their pictures (U+2400..U+2421), the rest U+FFFD.
 * The document builder, messages on standard error, titles, and all exports go through here. */
#ifndef IBID_BASE_SAFE_H
#define IBID_BASE_SAFE_H

#include <glib.h>

/* Length of the longest prefix of text that is valid UTF-8 without any character that must be replaced. O(n), some GB/s on ASCII. */
gsize safe_prefix(const char *text, gsize length);

/* Appends text to out, with each unsafe character replaced; length -1: NUL-terminated. Newline and tab stay. */
void safe_append(GString *out, const char *text, gssize length);

/* The same as a new string on one line: newline and tab become pictures too. For names, paths and messages. Free with g_free(). */
char *safe_line(const char *text, gssize length);

/* TRUE when the character must not be sent to a terminal as it is (newline and tab count as safe). */
gboolean safe_is_unsafe(gunichar c);

#endif
