/* Breaking a paragraph into lines of at most so many cells, for a pipe. */
#ifndef IBID_EXPORT_WRAP_H
#define IBID_EXPORT_WRAP_H

#include <glib.h>

/* Called for each line, in order: text[start..end) without the white space at its end. FALSE stops. */
typedef gboolean (*WrapLine)(gpointer data, gsize start, gsize end);

/* Breaks at the opportunities of text/linebreak.h, at newlines, and inside a word where it alone is wider than `width` cells. Linear in the text; memory for break tables is
 * bounded by a window, whatever the length of the paragraph. */
void wrap_text(const char *text, gsize length, int width, WrapLine line, gpointer data);

#endif
