/* Safe text found by AVX2, 32 bytes at a time.
 *
 * Validity is judged as by Keiser and Lemire, "Validating UTF-8 in less than one instruction per byte" (2021): three tables, looked up by the halves
 * of the byte before and by the upper half of this one, give a bit for each fault that two bytes in a row can make; where all three agree on a bit
 * there is that fault. What lengths demand of the third and fourth byte is compared apart. Beyond the paper, the controls and the bidi controls are
 * sought in the same step. */
#include "base/safe_scan.h"

#if defined __x86_64__ && defined __GNUC__

#include <immintrin.h>

#define TOO_SHORT 0x01 /* a lead and no continuation behind it */
#define TOO_LONG 0x02  /* ASCII and a continuation behind it */
#define OVERLONG_3 0x04
#define TOO_LARGE 0x08
#define SURROGATE 0x10
#define OVERLONG_2 0x20
#define OVERLONG_4 0x40     /* or, with another second byte, too large */
#define TWO_CONTINUED 0x80  /* two continuations; no fault behind a lead of three or four bytes */
#define CARRY (TOO_SHORT | TOO_LONG | TWO_CONTINUED)

typedef struct {
    __m256i previous;   /* the block before */
    __m256i incomplete; /* not zero: it ended inside a character */
} State;

#define AVX2 __attribute__((target("avx2")))

static const gint8 first_high[16] = {
    TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,
    (gint8)TWO_CONTINUED, (gint8)TWO_CONTINUED, (gint8)TWO_CONTINUED, (gint8)TWO_CONTINUED,
    TOO_SHORT | OVERLONG_2, TOO_SHORT, TOO_SHORT | OVERLONG_3 | SURROGATE, TOO_SHORT | TOO_LARGE | OVERLONG_4,
};

static const gint8 first_low[16] = {
    (gint8)(CARRY | OVERLONG_3 | OVERLONG_2 | OVERLONG_4), (gint8)(CARRY | OVERLONG_2), (gint8)CARRY, (gint8)CARRY,
    (gint8)(CARRY | TOO_LARGE), (gint8)(CARRY | TOO_LARGE | OVERLONG_4), (gint8)(CARRY | TOO_LARGE | OVERLONG_4),
    (gint8)(CARRY | TOO_LARGE | OVERLONG_4), (gint8)(CARRY | TOO_LARGE | OVERLONG_4), (gint8)(CARRY | TOO_LARGE | OVERLONG_4),
    (gint8)(CARRY | TOO_LARGE | OVERLONG_4), (gint8)(CARRY | TOO_LARGE | OVERLONG_4), (gint8)(CARRY | TOO_LARGE | OVERLONG_4),
    (gint8)(CARRY | TOO_LARGE | OVERLONG_4 | SURROGATE), (gint8)(CARRY | TOO_LARGE | OVERLONG_4),
    (gint8)(CARRY | TOO_LARGE | OVERLONG_4),
};

static const gint8 second_high[16] = {
    TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
    (gint8)(TOO_LONG | OVERLONG_2 | TWO_CONTINUED | OVERLONG_3 | OVERLONG_4),
    (gint8)(TOO_LONG | OVERLONG_2 | TWO_CONTINUED | OVERLONG_3 | TOO_LARGE),
    (gint8)(TOO_LONG | OVERLONG_2 | TWO_CONTINUED | SURROGATE | TOO_LARGE),
    (gint8)(TOO_LONG | OVERLONG_2 | TWO_CONTINUED | SURROGATE | TOO_LARGE),
    TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
};

/* The third byte of U+200E, U+200F (bit 0), U+202A to U+202E (bit 1), U+2066 to U+2069 (bit 2). */
static const gint8 bidi_low[16] = {0, 0, 0, 0, 0, 0, 4, 4, 4, 4, 2, 2, 2, 2, 2 | 1, 1};
static const gint8 bidi_high[16] = {[0x8] = 1, [0xa] = 2 | 4};

static inline AVX2 __m256i
all(int byte)
{
    return _mm256_set1_epi8((char)byte);
}

static inline AVX2 __m256i
look_up(const gint8 table[16], __m256i nibbles)
{
    return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)table)), nibbles);
}

static inline AVX2 __m256i
high_nibbles(__m256i x)
{
    return _mm256_and_si256(_mm256_srli_epi16(x, 4), all(0x0f));
}

static inline AVX2 __m256i
low_nibbles(__m256i x)
{
    return _mm256_and_si256(x, all(0x0f));
}

/* Controls of C0 but newline and tab, and DEL. */
static inline AVX2 __m256i
find_controls(__m256i x)
{
    __m256i low = _mm256_cmpeq_epi8(_mm256_min_epu8(x, all(0x1f)), x);
    __m256i white = _mm256_or_si256(_mm256_cmpeq_epi8(x, all('\n')), _mm256_cmpeq_epi8(x, all('\t')));
    return _mm256_or_si256(_mm256_andnot_si256(white, low), _mm256_cmpeq_epi8(x, all(0x7f)));
}

static inline AVX2 __m256i
find_invalid(__m256i x, __m256i before, __m256i before2, __m256i before3)
{
    __m256i pairs = _mm256_and_si256(look_up(first_high, high_nibbles(before)),
                                     _mm256_and_si256(look_up(first_low, low_nibbles(before)), look_up(second_high, high_nibbles(x))));
    __m256i third = _mm256_subs_epu8(before2, all(0xe0 - 0x80)), fourth = _mm256_subs_epu8(before3, all(0xf0 - 0x80));
    __m256i wanted = _mm256_and_si256(_mm256_or_si256(third, fourth), all(0x80));
    return _mm256_xor_si256(pairs, wanted);
}

/* C1 (C2 80 to C2 9F), U+061C (D8 9C) and the bidi controls that begin with E2. */
static inline AVX2 __m256i
find_marked(__m256i x, __m256i before, __m256i before2)
{
    __m256i c1 = _mm256_and_si256(_mm256_cmpeq_epi8(before, all(0xc2)), _mm256_cmpgt_epi8(all(0xa0), x));
    __m256i alm = _mm256_and_si256(_mm256_cmpeq_epi8(before, all(0xd8)), _mm256_cmpeq_epi8(x, all(0x9c)));
    __m256i found = _mm256_or_si256(c1, alm);
    __m256i e2 = _mm256_cmpeq_epi8(before2, all(0xe2));
    if (_mm256_testz_si256(e2, e2))
        return found;
    __m256i second = _mm256_or_si256(_mm256_and_si256(_mm256_cmpeq_epi8(before, all(0x80)), all(1 | 2)),
                                     _mm256_and_si256(_mm256_cmpeq_epi8(before, all(0x81)), all(4)));
    __m256i third = _mm256_and_si256(look_up(bidi_low, low_nibbles(x)), look_up(bidi_high, high_nibbles(x)));
    return _mm256_or_si256(found, _mm256_and_si256(e2, _mm256_and_si256(second, third)));
}

/* Not zero where a character that begins in the last three bytes does not end in the block. */
static inline AVX2 __m256i
find_incomplete(__m256i x)
{
    const gint8 most[32] = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
                            -1, -1, -1, -1, -1, (gint8)(0xf0 - 1), (gint8)(0xe0 - 1), (gint8)(0xc0 - 1)};
    return _mm256_subs_epu8(x, _mm256_loadu_si256((const __m256i *)most));
}

/* TRUE when the block is safe, given what came before it. */
static inline AVX2 gboolean
scan_block(const char *text, State *state)
{
    __m256i x = _mm256_loadu_si256((const __m256i *)text);
    __m256i faults = find_controls(x);
    if (_mm256_movemask_epi8(x) == 0) {
        faults = _mm256_or_si256(faults, state->incomplete);
        state->incomplete = _mm256_setzero_si256();
    } else {
        __m256i across = _mm256_permute2x128_si256(state->previous, x, 0x21);
        __m256i before = _mm256_alignr_epi8(x, across, 15), before2 = _mm256_alignr_epi8(x, across, 14);
        __m256i before3 = _mm256_alignr_epi8(x, across, 13);
        faults = _mm256_or_si256(faults, find_invalid(x, before, before2, before3));
        faults = _mm256_or_si256(faults, find_marked(x, before, before2));
        state->incomplete = find_incomplete(x);
    }
    state->previous = x;
    return _mm256_testz_si256(faults, faults);
}

static AVX2 gsize
scan_blocks(const char *text, gsize length)
{
    State state = {_mm256_setzero_si256(), _mm256_setzero_si256()};
    gsize at = 0;
    while (length - at >= 32 && scan_block(text + at, &state))
        at += 32;
    return at;
}

/* `at` moved back to the start of a character that begins before it and goes on behind it. */
static gsize
back_to_boundary(const char *text, gsize at)
{
    for (gsize back = 1; back <= 3 && back <= at; back++) {
        guchar c = (guchar)text[at - back];
        if (c >= 0xc0)
            return (c >= 0xf0 ? 4u : c >= 0xe0 ? 3u : 2u) > back ? at - back : at;
        if (c < 0x80)
            break;
    }
    return at;
}

gsize
safe_scan(const char *text, gsize length)
{
    if (length < 32 || !__builtin_cpu_supports("avx2"))
        return 0;
    return back_to_boundary(text, scan_blocks(text, length));
}

#else

gsize
safe_scan(const char *text, gsize length)
{
    return 0;
}

#endif
