/* Text made fit for a document (safe, its line ends newlines, NFC), and the way of an offset through the change.
 *
 * A map is a list of steps, each (offset in, offset out): between two steps the text was copied, or replaced as a
 * whole. An offset in a copied stretch moves with it, one inside a replaced stretch goes to its start or end. Up to
 * CARRY_EXACT steps are exact; from then on steps are at least CARRY_COARSE bytes long, so that a text of nothing but
 * faults needs no map of many times its size. */
#ifndef IBID_DOC_CARRY_H
#define IBID_DOC_CARRY_H

#include <glib.h>

#define CARRY_EXACT 65536
#define CARRY_COARSE 1024

/* TRUE when the text can be copied as it is: valid, safe, NFC, without line separators. O(n), some GB/s on ASCII. */
gboolean carry_is_fit(const char *text, gsize length);

/* Appends the text, made fit, to out. steps is emptied and filled; a GArray from carry_steps_new(). */
void carry_text(GString *out, const char *text, gsize length, GArray *steps);

GArray *carry_steps_new(void);

/* Where an offset of the text that was passed in has gone, counted from where out stood before; `end` asks for the end
 * of what it lies in, else its start. O(log n). */
gsize carry_offset(GArray *steps, gsize offset, gboolean end);

#endif
