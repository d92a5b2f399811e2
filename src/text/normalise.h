/* NFC (UAX #15). A quick check that says yes on nearly all real text without a copy, and the composition through libunistring. */
#ifndef IBID_TEXT_NORMALISE_H
#define IBID_TEXT_NORMALISE_H

#include <glib.h>

/* TRUE when valid UTF-8 text is surely NFC (code points below U+0300, and others by table). O(n), some GB/s on ASCII. */
gboolean nfc_quick_check(const char *text, gsize length);

/* Appends text in NFC to out. */
void nfc_append(GString *out, const char *text, gsize length);

#endif
