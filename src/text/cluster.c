/* Grapheme clusters.
 *
 * Between two plain characters (letters and signs of the common scripts, which neither extend nor prepend nor join) there is always a boundary. So
 * only what lies between plain characters is handed to libunistring, and a search for the cluster around an offset may begin between any two. */
#include "text/cluster.h"

#include <string.h>
#include <unigbrk.h>

#include "text/utf8.h"

#define WINDOW 256 /* bytes that the functions with a bounded window look at */

/* Grapheme_Cluster_Break Other and not Extended_Pictographic, or a whole syllable of Hangul. */
static inline gboolean
is_plain(gunichar c)
{
    if (c < 0x300)
        return (c >= 0x20 && c < 0x7f) || (c >= 0xa1 && c != 0xa9 && c != 0xad && c != 0xae);
    if (c < 0x0590)
        return c >= 0x370 && (c < 0x483 || c > 0x489);
    if (c < 0x2000)
        return (c >= 0x05d0 && c <= 0x05ea) || (c >= 0x0620 && c <= 0x064a) || (c >= 0x0671 && c <= 0x06d4) ||
               (c >= 0x0660 && c <= 0x066f) || (c >= 0x0904 && c <= 0x0939) || (c >= 0x0e01 && c <= 0x0e30) ||
               (c >= 0x10a0 && c <= 0x10ff) || (c >= 0x1e00 && c <= 0x1fff);
    return (c >= 0x2010 && c <= 0x2027) || (c >= 0x3001 && c <= 0x3029) || (c >= 0x3041 && c <= 0x3096) ||
           (c >= 0x30a1 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3) ||
           (c >= 0xff01 && c <= 0xff60);
}

void
cluster_breaks(const char *text, gsize length, char *breaks)
{
    memset(breaks, 0, length);
    gboolean before_plain = FALSE;
    gsize before = 0; /* start of the character before */
    for (gsize at = 0; at < length;) {
        gsize start = at;
        gboolean plain = is_plain(utf8_next(text, &at));
        if (start == 0 || (plain && before_plain)) {
            breaks[start] = 1;
            before = start;
            before_plain = plain;
            continue;
        }
        /* From the plain character before to the second of two plain ones behind: the first of these may hang on what precedes it. */
        gsize end = at;
        gboolean last_plain = plain;
        while (end < length) {
            gsize next = end;
            gboolean next_plain = is_plain(utf8_next(text, &next));
            if (next_plain && last_plain)
                break;
            last_plain = next_plain;
            end = next;
        }
        char first = breaks[before];
        u8_grapheme_breaks((const guint8 *)text + before, end - before, breaks + before);
        breaks[before] = first;
        /* Go on behind the run; its last character is plain, or the text ends. */
        at = end;
        before_plain = TRUE;
        if (end < length) {
            before = end;
            utf8_previous(text, &before);
        }
    }
}

gsize
cluster_next(const char *text, gsize length, gsize at)
{
    if (at >= length)
        return length;
    gsize next = at;
    gboolean plain = is_plain(utf8_next(text, &next));
    if (next == length || (plain && is_plain(utf8_peek(text, length, next))))
        return next;
    /* A break is found by what precedes it: one in a small window is one in the whole. */
    for (gsize size = WINDOW / 16;; size *= 4) {
        gsize end = MIN(length - at, size);
        while (at + end < length && end > 0 && ((guchar)text[at + end] & 0xc0) == 0x80)
            end--;
        char breaks[WINDOW];
        u8_grapheme_breaks((const guint8 *)text + at, end, breaks);
        for (gsize i = 1; i < end; i++) {
            if (breaks[i])
                return at + i;
        }
        if (size >= WINDOW || at + end == length)
            return at + end;
    }
}

/* A cluster boundary before `at`, at most WINDOW bytes back; a place between two plain characters where there is one. */
static gsize
find_anchor(const char *text, gsize at)
{
    gsize here = at, limit = at > WINDOW ? at - WINDOW : 0;
    gboolean after_plain = FALSE;
    while (here > limit) {
        gsize before = here;
        gboolean plain = is_plain(utf8_previous(text, &before));
        if (plain && after_plain)
            return here;
        if (before < limit)
            return here;
        after_plain = plain;
        here = before;
    }
    return here;
}

/* The last cluster start before `at` (> 0); `at` need not be one itself. */
static gsize
last_start(const char *text, gsize length, gsize at)
{
    gsize anchor = find_anchor(text, at), size = at - anchor;
    char breaks[WINDOW + 4];
    u8_grapheme_breaks((const guint8 *)text + anchor, size, breaks);
    for (gsize i = size; i-- > 1;) {
        if (breaks[i])
            return anchor + i;
    }
    return anchor;
}

gsize
cluster_previous(const char *text, gsize length, gsize at)
{
    return at == 0 ? 0 : last_start(text, length, MIN(at, length));
}

gsize
cluster_start(const char *text, gsize length, gsize at)
{
    if (at == 0 || at >= length)
        return MIN(at, length);
    while (at > 0 && ((guchar)text[at] & 0xc0) == 0x80)
        at--;
    gsize end = at;
    utf8_next(text, &end);
    return last_start(text, length, end);
}
