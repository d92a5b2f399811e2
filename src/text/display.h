/* What is drawn for a grapheme cluster: only what terminals agree on. No bidi controls, ZWSP, soft hyphens or variation selectors; ZWJ sequences as
 * their first emoji, without skin tones; tab as one space; a mark without a base on a space; newline as nothing; at most five code points (ncurses'
 * cell). The text and its offsets stay as they are. */
#ifndef IBID_TEXT_DISPLAY_H
#define IBID_TEXT_DISPLAY_H

#include <glib.h>

#define DISPLAY_MAX 24 /* bytes of a drawn cluster with its NUL: five code points of four bytes, and air */

/* Writes the cluster's drawing, NUL-terminated, to out and gives its width in cells: 0 (nothing is drawn, out is ""), 1 or 2.
 * The width is always the sum of char_width() over the drawing, so a terminal that adds up characters agrees. Mind that a drawing of two cells may be
 * two characters of one cell each: the letters of a flag, a consonant and its vowel sign, "❤" and a space (a sign that asks to be shown as an
 * emoji keeps two cells). A curses cell takes one of them, with the marks behind it. */
int display_cluster(const char *cluster, gsize length, char out[DISPLAY_MAX]);

/* Width in cells of a whole string, cluster by cluster. */
int display_width(const char *text, gsize length);

/* Bytes of text that fit in `cells` cells, whole clusters. */
gsize display_fit(const char *text, gsize length, int cells);

/* text cut to `cells` cells with "…" at its end where something was cut. Free with g_free(). */
char *display_ellipsize(const char *text, int cells);

#endif
