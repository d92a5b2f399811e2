/* Whether text can go into a document as it is: valid, safe (base/safe.h), NFC, without the line ends that become
 * newlines. One pass, which is what building a large document costs.
 *
 * What base and text say of each character is kept in rows of 64 characters, a bit for each, that are asked for when
 * the first of them is met. */
#ifndef IBID_DOC_FIT_H
#define IBID_DOC_FIT_H

#include <glib.h>

#define FIT_ROWS (0x10000 / 64)

typedef struct {
    guint64 fit[FIT_ROWS]; /* a bit of 0 in a row that is not known says nothing yet */
    guint8 known[FIT_ROWS];
} Fit; /* begins zeroed */

gboolean fit_check(Fit *fit, const char *text, gsize length);

#endif
