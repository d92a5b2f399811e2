/* Counting code points: every byte that is no continuation byte begins one. */
#include "text/utf8.h"

#include <string.h>

gsize
utf8_count(const char *text, gsize length)
{
    const guint64 ones = G_GUINT64_CONSTANT(0x0101010101010101);
    gsize continuation = 0, at = 0;
    while (length - at >= 8) {
        /* Up to 255 words at a time, so that no byte of the sums runs over. */
        gsize words = MIN((length - at) / 8, 255);
        guint64 sums = 0;
        for (gsize i = 0; i < words; i++, at += 8) {
            guint64 x;
            memcpy(&x, text + at, 8);
            sums += (x >> 7) & (~x >> 6) & ones; /* 10xxxxxx */
        }
        guint64 even =
            (sums & G_GUINT64_CONSTANT(0x00ff00ff00ff00ff)) + ((sums >> 8) & G_GUINT64_CONSTANT(0x00ff00ff00ff00ff));
        continuation += (even * G_GUINT64_CONSTANT(0x0001000100010001)) >> 48;
    }
    for (; at < length; at++)
        continuation += ((guchar)text[at] & 0xc0) == 0x80;
    return length - continuation;
}
