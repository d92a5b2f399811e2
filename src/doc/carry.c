/* Text made fit for a document; see carry.h. */
#include "doc/carry.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/safe.h"
#include "text/normalise.h"
#include "text/utf8.h"

#define PIECE 4096 /* what is checked for NFC at a time once a text is known not to be */

typedef struct {
    gsize in;
    gsize out;
} Step;

GArray *
carry_steps_new(void)
{
    return g_array_new(FALSE, FALSE, sizeof(Step));
}

/* Offset of the first U+2028 or U+2029 (E2 80 A8, E2 80 A9), or length. */
static gsize
separator_find(const char *text, gsize length)
{
    gsize at = 0;
#ifdef __SSE2__
    const __m128i first = _mm_set1_epi8((char)0xe2), second = _mm_set1_epi8((char)0x80);
    const __m128i third = _mm_set1_epi8((char)0xa8), mask = _mm_set1_epi8((char)0xfe);
    for (; at + 18 <= length; at += 16) {
        __m128i a = _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(const void *)(text + at)), first);
        __m128i c = _mm_loadu_si128((const __m128i *)(const void *)(text + at + 2));
        a = _mm_and_si128(a, _mm_cmpeq_epi8(_mm_and_si128(c, mask), third));
        if (_mm_movemask_epi8(a) == 0)
            continue;
        __m128i b = _mm_loadu_si128((const __m128i *)(const void *)(text + at + 1));
        int hits = _mm_movemask_epi8(_mm_and_si128(a, _mm_cmpeq_epi8(b, second)));
        if (hits)
            return at + (gsize)__builtin_ctz((unsigned)hits);
    }
#endif
    for (; at + 3 <= length; at++)
        if ((guchar)text[at] == 0xe2 && (guchar)text[at + 1] == 0x80 && ((guchar)text[at + 2] & 0xfe) == 0xa8)
            return at;
    return length;
}

gboolean
carry_is_fit(const char *text, gsize length)
{
    return safe_prefix(text, length) == length && nfc_quick_check(text, length) &&
           separator_find(text, length) == length;
}

/* The text from `in` on stands from `out` on: a new step, unless the map is long and the last one short. */
static void
steps_add(GArray *steps, gsize in, gsize out)
{
    if (steps->len > 0) {
        Step *last = &g_array_index(steps, Step, steps->len - 1);
        if (last->in == in) {
            last->out = out;
            return;
        }
        if (steps->len >= CARRY_EXACT && in - last->in < CARRY_COARSE)
            return;
    }
    Step step = {in, out};
    g_array_append_val(steps, step);
}

/* TRUE when the character never changes or joins with what stands before it. Only marks are reordered; besides them
 * only Hangul vowels and finals compose. */
static gboolean
begins_unit(gunichar c)
{
    if (c < 0x300)
        return TRUE;
    return !g_unichar_ismark(c) && !(c >= 0x1160 && c <= 0x11ff);
}

static gsize
unit_end(const char *text, gsize length, gsize at)
{
    if (at < length)
        utf8_next(text, &at);
    while (at < length) {
        gsize next = at;
        if (begins_unit(utf8_next(text, &next)))
            break;
        at = next;
    }
    return at;
}

/* Appends valid, safe text in NFC. A stretch that is NFC already is copied; another goes unit by unit (a character
 * with the marks behind it). `in` is where it stands in the text passed in, `base` where
 * out began. */
static void
append_nfc(GString *out, const char *text, gsize length, GArray *steps, gsize in, gsize base)
{
    if (nfc_quick_check(text, length)) {
        g_string_append_len(out, text, (gssize)length);
        return;
    }
    for (gsize at = 0; at < length;) {
        gsize end = at;
        if (length - at <= PIECE) {
            end = length;
        } else {
            end = at + PIECE;
            while (((guchar)text[end] & 0xc0) == 0x80)
                end--;
            /* The character that begins here may still belong to the last unit. */
            gsize next = end;
            if (!begins_unit(utf8_next(text, &next)))
                end = unit_end(text, length, end);
        }
        if (nfc_quick_check(text + at, end - at)) {
            g_string_append_len(out, text + at, (gssize)(end - at));
            at = end;
            continue;
        }
        while (at < end) {
            gsize stop = unit_end(text, length, at), before = out->len;
            if (nfc_quick_check(text + at, stop - at)) {
                g_string_append_len(out, text + at, (gssize)(stop - at));
            } else {
                nfc_append(out, text + at, stop - at);
                if (out->len - before != stop - at) {
                    steps_add(steps, in + at, before - base);
                    steps_add(steps, in + stop, out->len - base);
                }
            }
            at = stop;
        }
    }
}

/* Appends what replaces the line end, unsafe character or invalid bytes at text, and gives their length. */
static gsize
append_replaced(GString *out, const char *text, gsize length, GArray *steps, gsize in, gsize base)
{
    gsize bytes = 1, before = out->len;
    gunichar c = g_utf8_get_char_validated(text, (gssize)MIN(length, 8));
    if (c < 0x80000000u)
        bytes = (gsize)(g_utf8_next_char(text) - text);
    else /* what follows a byte that begins nothing, as far as it cannot begin anything either */
        while (bytes < MIN(length, 4) && ((guchar)text[bytes] & 0xc0) == 0x80)
            bytes++;
    if (c == '\r' && length > 1 && text[1] == '\n')
        bytes = 2;
    if (c == '\r' || c == 0x2028 || c == 0x2029)
        g_string_append_c(out, '\n');
    else
        safe_append(out, text, (gssize)bytes);
    if (out->len - before != bytes) {
        steps_add(steps, in, before - base);
        steps_add(steps, in + bytes, out->len - base);
    }
    return bytes;
}

void
carry_text(GString *out, const char *text, gsize length, GArray *steps)
{
    gsize base = out->len;
    g_array_set_size(steps, 0);
    steps_add(steps, 0, 0);
    for (gsize at = 0; at < length;) {
        gsize clean = safe_prefix(text + at, length - at);
        for (gsize end = at + clean; at < end;) { /* U+2028 and U+2029 are safe, but are line ends */
            gsize plain = separator_find(text + at, end - at);
            append_nfc(out, text + at, plain, steps, at, base);
            at += plain;
            if (at < end)
                at += append_replaced(out, text + at, end - at, steps, at, base);
        }
        if (at < length)
            at += append_replaced(out, text + at, length - at, steps, at, base);
    }
    /* The end is always exact. */
    Step *last = &g_array_index(steps, Step, steps->len - 1);
    if (last->in == length)
        last->out = out->len - base;
    else
        g_array_append_val(steps, ((Step){length, out->len - base}));
}

gsize
carry_offset(GArray *steps, gsize offset, gboolean end)
{
    const Step *step = (const Step *)(const void *)steps->data;
    if (offset >= step[steps->len - 1].in)
        return step[steps->len - 1].out;
    guint low = 0, high = steps->len - 1; /* step[low].in <= offset < step[high].in */
    while (high - low > 1) {
        guint middle = low + (high - low) / 2;
        if (step[middle].in <= offset)
            low = middle;
        else
            high = middle;
    }
    if (offset == step[low].in)
        return step[low].out;
    gsize in = step[high].in - step[low].in, out = step[high].out - step[low].out;
    if (in == out)
        return step[low].out + (offset - step[low].in);
    return end ? step[high].out : step[low].out;
}
