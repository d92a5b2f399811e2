/* The check of fit.h: ASCII sixteen bytes at a time, other characters by their row. */
#include "doc/fit.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/safe.h"
#include "text/normalise.h"

#define RUN 8 /* after so many ASCII characters more are expected */

static inline gboolean
is_continuation(guchar byte)
{
    return (byte & 0xc0) == 0x80;
}

/* A character as the floors below see it; at most six bytes at text, valid or not. */
static gboolean
character_is_fit(const char *text, gsize length)
{
    return safe_prefix(text, length) == length && nfc_quick_check(text, length);
}

static gboolean
row_fill(Fit *fit, guint row, guint place)
{
    if (!fit->known[row]) {
        for (guint i = 0; i < 64; i++) {
            gunichar c = row * 64 + i;
            char bytes[6];
            int length = g_unichar_to_utf8(c, bytes);
            if (c != '\r' && c != 0x2028 && c != 0x2029 && character_is_fit(bytes, (gsize)length))
                fit->fit[row] |= G_GUINT64_CONSTANT(1) << i;
        }
        fit->known[row] = 1;
    }
    return fit->fit[row] >> place & 1;
}

/* Whether the character at this place of a row is fit. */
static inline gboolean
row_says_fit(Fit *fit, guint row, guint place)
{
    return G_LIKELY(fit->fit[row] >> place & 1) || row_fill(fit, row, place);
}

/* The end of the run of plain ASCII at s, as far as it goes by sixteens. */
static inline const guchar *
skip_ascii(const guchar *s, const guchar *end)
{
#ifdef __SSE2__
    const __m128i space = _mm_set1_epi8(0x1f), del = _mm_set1_epi8(0x7f);
    while (end - s >= 16) {
        __m128i x = _mm_loadu_si128((const __m128i *)(const void *)s);
        /* Signed: bytes from 0x80 on are negative and fail like C0; newline and tab are left to the row. */
        guint good = (guint)_mm_movemask_epi8(_mm_andnot_si128(_mm_cmpeq_epi8(x, del), _mm_cmpgt_epi8(x, space)));
        if (good != 0xffff)
            return s + __builtin_ctz(~good);
        s += 16;
    }
#endif
    return s;
}

gboolean
fit_check(Fit *fit, const char *text, gsize length)
{
    const guchar *s = (const guchar *)text, *end = s + length;
    guint run = RUN;
    while (s < end) {
        if (run >= RUN) {
            s = skip_ascii(s, end);
            run = 0;
            if (s == end)
                break;
        }
        if (s[0] < 0x80) {
            if (!row_says_fit(fit, s[0] / 64u, s[0] % 64u))
                return FALSE;
            s++;
            run++;
            continue;
        }
        run = 0;
        if (s[0] >= 0xc2 && s[0] < 0xe0) {
            if (end - s < 2 || !is_continuation(s[1]) || !row_says_fit(fit, s[0] & 0x1fu, s[1] & 0x3fu))
                return FALSE;
            s += 2;
        } else if (s[0] >= 0xe0 && s[0] < 0xf0) {
            guint row = end - s < 3 ? 0 : (s[0] & 0x0fu) << 6 | (s[1] & 0x3fu);
            if (row < 0x800 / 64 || !is_continuation(s[1]) || !is_continuation(s[2]) ||
                !row_says_fit(fit, row, s[2] & 0x3fu))
                return FALSE;
            s += 3;
        } else {
            if (s[0] < 0xf0 || end - s < 4 || !character_is_fit((const char *)s, 4))
                return FALSE;
            s += 4;
        }
    }
    return TRUE;
}
