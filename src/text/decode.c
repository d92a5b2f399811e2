/* Which encoding bytes are in, and their text as UTF-8. */
#include "text/decode.h"

#include <string.h>

#include "base/safe.h"

/* Beginnings of files that are no text although they may look like it for a while. */
static const struct {
    const char *bytes;
    guint length, at;
} magic_numbers[] = {
    {"\x89PNG\r\n\x1a\n", 8, 0}, {"\xff\xd8\xff", 3, 0},   {"GIF87a", 6, 0},          {"GIF89a", 6, 0},
    {"%PDF-", 5, 0},             {"PK\x03\x04", 4, 0},     {"PK\x05\x06", 4, 0},      {"\x7f" "ELF", 4, 0},
    {"\x1f\x8b\x08", 3, 0},      {"BZh91AY&SY", 10, 0},    {"\xfd" "7zXZ\0", 6, 0},   {"7z\xbc\xaf\x27\x1c", 6, 0},
    {"\x28\xb5\x2f\xfd", 4, 0},  {"Rar!\x1a\x07", 6, 0},   {"SQLite format 3\0", 16, 0}, {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, 0},
    {"OggS\0", 5, 0},            {"ID3\x03\0", 5, 0},      {"ID3\x04\0", 5, 0},       {"ftyp", 4, 4},
    {"\0asm", 4, 0},             {"\xca\xfe\xba\xbe", 4, 0}, {"ustar", 5, 257},
};

#define HEAD_SIZE 4096 /* bytes in which NULs tell UTF-16 */
#define SAMPLE_SIZE (1 << 20) /* bytes that show whether the rest is worth a look */

typedef struct {
    gsize nuls, controls; /* controls without tab, line ends, form feed, ESC, backspace and NUL */
    gsize characters;     /* well-formed ones of several bytes */
    gsize faults;         /* bytes and sequences that are not UTF-8 */
} Census;

static gboolean
has_magic(const char *bytes, gsize length)
{
    for (gsize i = 0; i < G_N_ELEMENTS(magic_numbers); i++) {
        gsize at = magic_numbers[i].at, size = magic_numbers[i].length;
        if (length >= at + size && memcmp(bytes + at, magic_numbers[i].bytes, size) == 0)
            return TRUE;
    }
    return FALSE;
}

/* UTF-16 without a mark: in western text every other byte is NUL. ENCODING_UTF8: it does not look so. */
static Encoding
guess_utf16(const char *bytes, gsize length)
{
    gsize nuls[2] = {0, 0}, size = MIN(length, HEAD_SIZE) & ~(gsize)1;
    for (gsize i = 0; i < size; i++)
        nuls[i & 1] += bytes[i] == '\0';
    gsize half = size / 2;
    if (half >= 2 && nuls[1] * 10 >= half * 7 && nuls[0] * 20 <= half)
        return ENCODING_UTF16LE;
    if (half >= 2 && nuls[0] * 10 >= half * 7 && nuls[1] * 20 <= half)
        return ENCODING_UTF16BE;
    return ENCODING_UTF8;
}

static Census
take_census(const char *bytes, gsize length)
{
    Census census = {0};
    static const guint8 is_control[256] = {
        [1] = 1,  [2] = 1,  [3] = 1,  [4] = 1,  [5] = 1,  [6] = 1,  [7] = 1,  [11] = 1, [14] = 1, [15] = 1, [16] = 1,  [17] = 1,
        [18] = 1, [19] = 1, [20] = 1, [21] = 1, [22] = 1, [23] = 1, [24] = 1, [25] = 1, [28] = 1, [29] = 1, [30] = 1, [31] = 1, [127] = 1,
    };
    for (gsize at = 0; at < length;) {
        guchar c = (guchar)bytes[at];
        if (c < 0x80) {
            census.nuls += c == 0;
            census.controls += is_control[c];
            at++;
            continue;
        }
        gunichar found = g_utf8_get_char_validated(bytes + at, (gssize)MIN(length - at, 6));
        if (found == (gunichar)-1 || found == (gunichar)-2) {
            census.faults++;
            at++;
            while (at < length && ((guchar)bytes[at] & 0xc0) == 0x80 && c >= 0xc2)
                at++; /* the rest of a broken character is the same fault */
        } else {
            census.characters++;
            at = (gsize)(g_utf8_next_char(bytes + at) - bytes);
        }
    }
    return census;
}

/* A text with a few NULs and controls is still one; what has more than a tenth of them is none. */
static gboolean
is_binary(Census census, gsize length)
{
    return (census.nuls + census.controls) * 10 > length;
}

Encoding
encoding_detect(const char *bytes, gsize length)
{
    if (length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0)
        return ENCODING_UTF8;
    if (length >= 4 && (memcmp(bytes, "\xff\xfe\0\0", 4) == 0 || memcmp(bytes, "\0\0\xfe\xff", 4) == 0))
        return ENCODING_BINARY; /* UTF-32: nobody saves pages in it */
    if (length >= 2 && memcmp(bytes, "\xff\xfe", 2) == 0)
        return ENCODING_UTF16LE;
    if (length >= 2 && memcmp(bytes, "\xfe\xff", 2) == 0)
        return ENCODING_UTF16BE;
    if (has_magic(bytes, length))
        return ENCODING_BINARY;
    gsize safe = safe_prefix(bytes, length);
    if (safe == length)
        return ENCODING_UTF8;
    Encoding wide = guess_utf16(bytes, length);
    if (wide != ENCODING_UTF8)
        return wide;

    if (length > SAMPLE_SIZE && is_binary(take_census(bytes, SAMPLE_SIZE), SAMPLE_SIZE))
        return ENCODING_BINARY;
    Census census = take_census(bytes + safe, length - safe);
    if (is_binary(census, length))
        return ENCODING_BINARY;
    if (census.faults == 0)
        return ENCODING_UTF8;
    /* The part before the first fault has its characters too; one long one is enough to speak for UTF-8. */
    if (census.characters < census.faults) {
        for (gsize at = 0; at < safe && census.characters < census.faults; at++)
            census.characters += (guchar)bytes[at] >= 0xc0;
    }
    return census.characters >= census.faults ? ENCODING_UTF8 : ENCODING_WINDOWS_1252;
}

const char *
encoding_name(Encoding encoding)
{
    switch (encoding) {
    case ENCODING_UTF8:
        return "UTF-8";
    case ENCODING_UTF16LE:
        return "UTF-16LE";
    case ENCODING_UTF16BE:
        return "UTF-16BE";
    case ENCODING_WINDOWS_1252:
        return "Windows-1252";
    case ENCODING_BINARY:
        return "binary";
    }
    g_assert_not_reached();
}

/* Bytes 0x80 to 0x9f of Windows-1252; its five undefined bytes are the C1 of the same number, as WHATWG has it. */
static const guint16 windows_1252[32] = {
    0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008d, 0x017d, 0x008f,
    0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178,
};

#define BLOCK 4096 /* characters for which room is made at a time; none takes more than four bytes */

/* Room for a block behind what out holds; the caller writes there and gives the new end to end_block(). */
static char *
begin_block(GString *out)
{
    gsize length = out->len;
    g_string_set_size(out, length + BLOCK * 4);
    return out->str + length;
}

static void
end_block(GString *out, const char *end)
{
    g_string_set_size(out, (gsize)(end - out->str));
}

/* Writes a character, not a surrogate, at `to`; gives the place behind it. */
static inline char *
put_char(char *to, gunichar c)
{
    if (c < 0x80) {
        *to++ = (char)c;
    } else if (c < 0x800) {
        *to++ = (char)(0xc0 | c >> 6);
        *to++ = (char)(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        *to++ = (char)(0xe0 | c >> 12);
        *to++ = (char)(0x80 | (c >> 6 & 0x3f));
        *to++ = (char)(0x80 | (c & 0x3f));
    } else {
        *to++ = (char)(0xf0 | c >> 18);
        *to++ = (char)(0x80 | (c >> 12 & 0x3f));
        *to++ = (char)(0x80 | (c >> 6 & 0x3f));
        *to++ = (char)(0x80 | (c & 0x3f));
    }
    return to;
}

static GBytes *
decode_1252(const guchar *bytes, gsize length)
{
    GString *out = g_string_sized_new(length + length / 8 + BLOCK * 4);
    for (gsize at = 0; at < length;) {
        char *to = begin_block(out);
        for (gsize end = MIN(length, at + BLOCK); at < end; at++)
            to = put_char(to, bytes[at] >= 0x80 && bytes[at] < 0xa0 ? windows_1252[bytes[at] - 0x80] : bytes[at]);
        end_block(out, to);
    }
    return g_string_free_to_bytes(out);
}

static inline gunichar
utf16_unit(const guchar *bytes, gboolean big)
{
    return big ? (gunichar)bytes[0] << 8 | bytes[1] : (gunichar)bytes[1] << 8 | bytes[0];
}

static GBytes *
decode_utf16(const guchar *bytes, gsize length, gboolean big)
{
    GString *out = g_string_sized_new(length + BLOCK * 4);
    gsize at = 0;
    while (at + 2 <= length) {
        char *to = begin_block(out);
        for (int room = BLOCK; room > 0 && at + 2 <= length; room--) {
            gunichar c = utf16_unit(bytes + at, big);
            at += 2;
            if (c >= 0xd800 && c < 0xdc00 && at + 2 <= length) {
                gunichar second = utf16_unit(bytes + at, big);
                if (second >= 0xdc00 && second < 0xe000) {
                    c = 0x10000 + ((c - 0xd800) << 10) + (second - 0xdc00);
                    at += 2;
                }
            }
            to = put_char(to, c >= 0xd800 && c < 0xe000 ? 0xfffd : c);
        }
        end_block(out, to);
    }
    if (at < length)
        g_string_append_unichar(out, 0xfffd); /* half a character at the end */
    return g_string_free_to_bytes(out);
}

GBytes *
decode_text(GBytes *bytes, Encoding encoding)
{
    gsize length;
    const char *data = g_bytes_get_data(bytes, &length);
    if (length == 0)
        return g_bytes_ref(bytes); /* data may be NULL */
    switch (encoding) {
    case ENCODING_UTF16LE:
    case ENCODING_UTF16BE: {
        gboolean big = encoding == ENCODING_UTF16BE;
        gboolean marked = length >= 2 && memcmp(data, big ? "\xfe\xff" : "\xff\xfe", 2) == 0;
        return decode_utf16((const guchar *)data + (marked ? 2 : 0), length - (marked ? 2 : 0), big);
    }
    case ENCODING_WINDOWS_1252:
        return decode_1252((const guchar *)data, length);
    case ENCODING_UTF8:
    case ENCODING_BINARY:
        break;
    }
    if (length >= 3 && memcmp(data, "\xef\xbb\xbf", 3) == 0)
        return g_bytes_new_from_bytes(bytes, 3, length - 3);
    return g_bytes_ref(bytes);
}
