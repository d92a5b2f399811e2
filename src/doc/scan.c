/* The byte scan behind literal search; see scan.h. */
#include "doc/scan.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { KIND_SINGLE = 1, KIND_LEAD = 2, KIND_SECOND = 4 };

static void
set_add(ScanSet *set, guint8 byte)
{
    if (memchr(set->bytes, byte, set->count))
        return;
    if (set->count == SCAN_SET) {
        set->full = TRUE;
        return;
    }
    memset(set->vector[set->count], byte, 16);
    set->bytes[set->count++] = byte;
}

void
scan_add(Scan *scan, gunichar c)
{
    char bytes[6];
    int length = g_unichar_to_utf8(c, bytes);
    guint8 first = (guint8)bytes[0], second = length > 1 ? (guint8)bytes[1] : 0;
    if (length == 1) {
        set_add(&scan->singles, first);
        scan->kind[first] |= KIND_SINGLE;
        return;
    }
    set_add(&scan->leads, first);
    scan->kind[first] |= KIND_LEAD;
    set_add(&scan->seconds, second);
    scan->kind[second] |= KIND_SECOND;
}

static gboolean
scan_is_hit(const Scan *scan, const char *at)
{
    guint8 kind = scan->kind[(guint8)at[0]];
    return (kind & KIND_SINGLE) || ((kind & KIND_LEAD) && (scan->kind[(guint8)at[1]] & KIND_SECOND));
}

#ifdef __SSE2__
static inline __m128i
set_compare(const ScanSet *set, __m128i bytes)
{
    __m128i hits = _mm_setzero_si128();
    for (guint i = 0; i < set->count; i++)
        hits =
            _mm_or_si128(hits, _mm_cmpeq_epi8(bytes, _mm_loadu_si128((const __m128i *)(const void *)set->vector[i])));
    return hits;
}

/* A bit for each of the sixteen bytes at which a candidate begins; reads seventeen. */
static inline guint
scan_mask(const Scan *scan, const char *at)
{
    __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)at);
    __m128i hits = set_compare(&scan->singles, bytes);
    if (scan->leads.count > 0 && _mm_movemask_epi8(bytes) != 0) {
        __m128i leads = set_compare(&scan->leads, bytes);
        if (!scan->seconds.full && _mm_movemask_epi8(leads) != 0) {
            __m128i next = _mm_loadu_si128((const __m128i *)(const void *)(at + 1));
            leads = _mm_and_si128(leads, set_compare(&scan->seconds, next));
        }
        hits = _mm_or_si128(hits, leads);
    }
    return (guint)_mm_movemask_epi8(hits);
}

static gboolean
scan_by_sixteen(const Scan *scan)
{
    return !scan->singles.full && !scan->leads.full;
}
#endif

gsize
scan_next(const Scan *scan, const char *text, gsize from, gsize to)
{
    gsize at = from;
#ifdef __SSE2__
    if (scan_by_sixteen(scan)) {
        for (; at < to && to - at >= 16; at += 16) {
            guint mask = scan_mask(scan, text + at);
            if (mask)
                return at + (gsize)__builtin_ctz(mask);
        }
    }
#endif
    while (at < to && !scan_is_hit(scan, text + at))
        at++;
    return MIN(at, to);
}

gsize
scan_previous(const Scan *scan, const char *text, gsize from, gsize to)
{
    gsize at = to;
#ifdef __SSE2__
    if (scan_by_sixteen(scan)) {
        for (; at > from && at - from >= 16; at -= 16) {
            guint mask = scan_mask(scan, text + at - 16);
            if (mask)
                return at - 16 + (gsize)(31 - __builtin_clz(mask));
        }
    }
#endif
    while (at > from)
        if (scan_is_hit(scan, text + --at))
            return at;
    return G_MAXSIZE;
}

/* Letters in a thousand bytes of English prose, 'a' to 'z'. */
static const guint8 letters[26] = {65, 12, 24, 32, 100, 18, 16, 40, 60, 1,  6, 34, 20,
                                   60, 62, 16, 1,  50,  54, 76, 23, 9,  16, 1, 15, 1};

guint
scan_cost(const Scan *scan)
{
    guint cost = 0;
    for (guint i = 0; i < scan->singles.count; i++) {
        guint8 byte = scan->singles.bytes[i];
        if (g_ascii_islower(byte))
            cost += letters[byte - 'a'];
        else if (g_ascii_isupper(byte))
            cost += 1 + letters[byte - 'A'] / 20;
        else
            cost += byte == ' ' ? 160 : g_ascii_isalnum(byte) ? 4 : 8;
    }
    for (guint i = 0; i < scan->leads.count; i++) {
        guint8 byte = scan->leads.bytes[i];
        guint share = byte == 0xd0 || byte == 0xd1   ? 200
                      : byte >= 0xe3 && byte <= 0xe9 ? 60
                      : byte >= 0xc3 && byte <= 0xc5 ? 20
                                                     : 8;
        cost += scan->seconds.full ? share : 1 + share * scan->seconds.count / 24;
    }
    if (scan->singles.full || scan->leads.full)
        cost += 1000;
    return cost;
}
