/* Bytes of unknown encoding → UTF-8: BOM (UTF-8, UTF-16 LE and BE), valid UTF-8, UTF-16 without BOM where NULs alternate, else Windows-1252
 * (a superset of what is called Latin-1), where one bad byte in a long UTF-8 text does not turn the rest into Windows-1252. */
#ifndef IBID_TEXT_DECODE_H
#define IBID_TEXT_DECODE_H

#include <glib.h>

typedef enum { ENCODING_UTF8, ENCODING_UTF16LE, ENCODING_UTF16BE, ENCODING_WINDOWS_1252, ENCODING_BINARY } Encoding;

/* What the bytes are, by BOM and by a look at them all (short cut on valid UTF-8). BINARY: many NULs or controls, or a known magic number. */
Encoding encoding_detect(const char *bytes, gsize length);

const char *encoding_name(Encoding encoding);

/* The bytes as UTF-8 without BOM. UTF-8 input without BOM is not copied: the same GBytes comes back with a new reference. Unpaired surrogates and
 * invalid UTF-8 are left for the document builder (surrogates as U+FFFD). Free with g_bytes_unref(). */
GBytes *decode_text(GBytes *bytes, Encoding encoding);

#endif
