/* Words and sentences (UAX #29, with what prose of this kind needs: abbreviations "Mr.", "U.S.", "No.", initials "J. R.", a full stop inside a citation's
 * parenthesis, closing quotes and brackets after the stop). All offsets are bytes in one paragraph of valid UTF-8. */
#ifndef IBID_TEXT_SEGMENT_H
#define IBID_TEXT_SEGMENT_H

#include <glib.h>

/* Fills breaks[0..length) with 1 where a word segment (UAX #29) begins. O(n). */
void word_breaks(const char *text, gsize length, char *breaks);

/* TRUE for characters that words are made of (letters, digits, marks, apostrophe inside is judged by word_breaks). */
gboolean word_is_char(gunichar c);

/* Start of the sentence that covers `at`, and the offset behind it (white space after it not included). Text between
 * sentences belongs to the one before. O(n) in the paragraph. */
gsize sentence_start(const char *text, gsize length, gsize at);
gsize sentence_end(const char *text, gsize length, gsize at);

/* Start of the next sentence after `at` (length if none); start of the sentence before the one that begins at or covers at (0 if none). */
gsize sentence_next(const char *text, gsize length, gsize at);
gsize sentence_previous(const char *text, gsize length, gsize at);

#endif
