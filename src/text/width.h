/* Cells that a character or a grapheme cluster takes on the screen: one table for layout and drawing (Unicode East Asian Width, emoji presentation).
 * The program defines wcwidth() by char_width() so that ncursesw agrees (tui/wcwidth.c). Ambiguous width counts as 1. */
#ifndef IBID_TEXT_WIDTH_H
#define IBID_TEXT_WIDTH_H

#include <glib.h>

/* 0 for combining marks, zero-width and format characters, 2 for wide and fullwidth, else 1; controls 0. O(1). */
int char_width(gunichar c);

/* Cells of one grapheme cluster, as display_cluster() (text/display.h) would draw it: 0, 1 or 2. */
int cluster_width(const char *cluster, gsize length);

#endif
