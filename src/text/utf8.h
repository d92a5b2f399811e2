/* Walking valid UTF-8 (what a document holds), quicker than GLib's general functions. Offsets are bytes. */
#ifndef IBID_TEXT_UTF8_H
#define IBID_TEXT_UTF8_H

#include <glib.h>

/* The code point at text[*at], which must be valid UTF-8; moves *at behind it. */
static inline gunichar
utf8_next(const char *text, gsize *at)
{
    const guchar *s = (const guchar *)text + *at;
    if (s[0] < 0x80) {
        *at += 1;
        return s[0];
    }
    if (s[0] < 0xe0) {
        *at += 2;
        return (gunichar)(s[0] & 0x1f) << 6 | (s[1] & 0x3f);
    }
    if (s[0] < 0xf0) {
        *at += 3;
        return (gunichar)(s[0] & 0x0f) << 12 | (gunichar)(s[1] & 0x3f) << 6 | (s[2] & 0x3f);
    }
    *at += 4;
    return (gunichar)(s[0] & 0x07) << 18 | (gunichar)(s[1] & 0x3f) << 12 | (gunichar)(s[2] & 0x3f) << 6 | (s[3] & 0x3f);
}

/* The code point at offset at, without moving; 0 at the end. */
static inline gunichar
utf8_peek(const char *text, gsize length, gsize at)
{
    return at < length ? utf8_next(text, &at) : 0;
}

/* The code point that ends at *at (> 0); moves *at to its start. */
static inline gunichar
utf8_previous(const char *text, gsize *at)
{
    gsize start = *at - 1;
    while (start > 0 && ((guchar)text[start] & 0xc0) == 0x80)
        start--;
    *at = start;
    return utf8_next(text, &start);
}

/* Number of code points in text. O(n), a word at a time. */
gsize utf8_count(const char *text, gsize length);

#endif
