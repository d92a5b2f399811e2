/* Unsafe characters found and replaced.
 *
 * Nearly all text is safe, so what counts is how fast safe_prefix() says so. safe_scan() goes over it in large blocks where the processor
 * can. Here ASCII goes 16 bytes at a time; other characters are decoded one by one, in the shortest form of each only, so that overlong forms,
 * surrogates and what lies beyond U+10FFFF are refused as Unicode's table 3-7 has it. */
#include "base/safe.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/safe_scan.h"

#define REPLACEMENT "\xef\xbf\xbd" /* U+FFFD */

static inline gboolean
is_continuation(guchar c)
{
    return (c & 0xc0) == 0x80;
}

/* Length of the valid, well-formed character at s, and its code point; 0 where there is none. */
static inline gsize
decode(const guchar *s, gsize length, gunichar *c)
{
    if (s[0] < 0x80) {
        *c = s[0];
        return 1;
    }
    if (s[0] < 0xc2)
        return 0;
    if (s[0] < 0xe0) {
        if (length < 2 || !is_continuation(s[1]))
            return 0;
        *c = (gunichar)(s[0] & 0x1f) << 6 | (s[1] & 0x3f);
        return 2;
    }
    if (s[0] < 0xf0) {
        if (length < 3 || !is_continuation(s[1]) || !is_continuation(s[2]))
            return 0;
        *c = (gunichar)(s[0] & 0x0f) << 12 | (gunichar)(s[1] & 0x3f) << 6 | (s[2] & 0x3f);
        return *c < 0x800 || (*c >= 0xd800 && *c <= 0xdfff) ? 0 : 3;
    }
    if (s[0] > 0xf4 || length < 4 || !is_continuation(s[1]) || !is_continuation(s[2]) || !is_continuation(s[3]))
        return 0;
    *c = (gunichar)(s[0] & 0x07) << 18 | (gunichar)(s[1] & 0x3f) << 12 | (gunichar)(s[2] & 0x3f) << 6 | (s[3] & 0x3f);
    return *c < 0x10000 || *c > 0x10ffff ? 0 : 4;
}

gboolean
safe_is_unsafe(gunichar c)
{
    if (c < 0xa0)
        return (c < 0x20 && c != '\n' && c != '\t') || c >= 0x7f;
    if (c >= 0x2000 && c <= 0x2069)
        return c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || c >= 0x2066;
    return c == 0x061c || (c >= 0xd800 && c <= 0xdfff) || c > 0x10ffff;
}

/* The end of the run of safe ASCII that begins at s. */
static const guchar *
skip_ascii(const guchar *s, const guchar *end)
{
#ifdef __SSE2__
    const __m128i space = _mm_set1_epi8(0x1f), del = _mm_set1_epi8(0x7f), newline = _mm_set1_epi8('\n'),
                  tab = _mm_set1_epi8('\t');
    while (end - s >= 16) {
        __m128i x = _mm_loadu_si128((const __m128i *)s);
        /* Signed: bytes from 0x80 on are negative and fail like C0. */
        __m128i good = _mm_andnot_si128(_mm_cmpeq_epi8(x, del), _mm_cmpgt_epi8(x, space));
        good = _mm_or_si128(good, _mm_or_si128(_mm_cmpeq_epi8(x, newline), _mm_cmpeq_epi8(x, tab)));
        guint mask = (guint)_mm_movemask_epi8(good);
        if (mask != 0xffff)
            return s + __builtin_ctz(~mask);
        s += 16;
    }
#endif
    while (s < end && ((*s >= 0x20 && *s < 0x7f) || *s == '\n' || *s == '\t'))
        s++;
    return s;
}

gsize
safe_prefix(const char *text, gsize length)
{
    if (length == 0)
        return 0; /* text may be NULL then */
    const guchar *start = (const guchar *)text, *s = start + safe_scan(text, length), *end = start + length;
    for (;;) {
        s = skip_ascii(s, end);
        if (s == end)
            return length;
        while (s < end && *s >= 0x80) {
            gunichar c;
            gsize size = decode(s, (gsize)(end - s), &c);
            if (size == 0 || safe_is_unsafe(c))
                return (gsize)(s - start);
            s += size;
        }
        if (s < end && *s < 0x20 && *s != '\n' && *s != '\t')
            return (gsize)(s - start);
        if (s < end && *s == 0x7f)
            return (gsize)(s - start);
    }
}

static void
append_replacement(GString *out, gunichar c)
{
    if (c < 0x20)
        g_string_append_unichar(out, 0x2400 + c);
    else if (c == 0x7f)
        g_string_append_unichar(out, 0x2421);
    else
        g_string_append(out, REPLACEMENT);
}

/* Bytes of invalid UTF-8 at s that become one U+FFFD: the longest beginning of a character that is there (Unicode 3.9, "maximal subpart"). */
static gsize
invalid_length(const guchar *s, gsize length)
{
    guchar low = 0x80, high = 0xbf;
    gsize want;
    if (s[0] >= 0xc2 && s[0] < 0xe0)
        want = 2;
    else if (s[0] >= 0xe0 && s[0] < 0xf0)
        want = 3;
    else if (s[0] >= 0xf0 && s[0] <= 0xf4)
        want = 4;
    else
        return 1;
    if (s[0] == 0xe0)
        low = 0xa0;
    else if (s[0] == 0xed)
        high = 0x9f;
    else if (s[0] == 0xf0)
        low = 0x90;
    else if (s[0] == 0xf4)
        high = 0x8f;
    gsize size = 1;
    while (size < want && size < length && s[size] >= low && s[size] <= high) {
        low = 0x80;
        high = 0xbf;
        size++;
    }
    return size;
}

void
safe_append(GString *out, const char *text, gssize length)
{
    const guchar *s = (const guchar *)text;
    gsize left = length < 0 ? strlen(text) : (gsize)length;
    while (left > 0) {
        gsize safe = safe_prefix((const char *)s, left);
        g_string_append_len(out, (const char *)s, (gssize)safe);
        s += safe;
        left -= safe;
        if (left == 0)
            return;
        gunichar c;
        gsize size = decode(s, left, &c);
        if (size == 0) { /* decode() may have left the value of an overlong form in c */
            size = invalid_length(s, left);
            c = 0xfffd;
        }
        append_replacement(out, c);
        s += size;
        left -= size;
    }
}

char *
safe_line(const char *text, gssize length)
{
    GString *safe = g_string_new(NULL);
    safe_append(safe, text, length);
    if (memchr(safe->str, '\n', safe->len) == NULL && memchr(safe->str, '\t', safe->len) == NULL)
        return g_string_free(safe, FALSE);
    GString *line = g_string_sized_new(safe->len + 8);
    for (gsize i = 0; i < safe->len; i++) {
        if (safe->str[i] == '\n' || safe->str[i] == '\t')
            append_replacement(line, (guchar)safe->str[i]);
        else
            g_string_append_c(line, safe->str[i]);
    }
    g_string_free(safe, TRUE);
    return g_string_free(line, FALSE);
}
