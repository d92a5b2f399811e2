/* text/decode: encodings told apart, and turned into UTF-8. */
#include "text/decode.h"

#include <string.h>

#include "tests/test.h"

typedef struct {
    const char *bytes;
    gsize length;
    Encoding encoding;
} Case;

#define BYTES(text) text, sizeof(text) - 1

static void
test_detect(void)
{
    static const Case cases[] = {
        {BYTES(""), ENCODING_UTF8},
        {BYTES("plain"), ENCODING_UTF8},
        {BYTES("na\xc3\xafve \xe4\xb8\xad\xe6\x96\x87"), ENCODING_UTF8},
        {BYTES("\xef\xbb\xbfmarked"), ENCODING_UTF8},
        {BYTES("\xef\xbb\xbf\xff"), ENCODING_UTF8},
        {BYTES("\xff\xfe" "a\0b\0"), ENCODING_UTF16LE},
        {BYTES("\xfe\xff" "\0a\0b"), ENCODING_UTF16BE},
        {BYTES("\xff\xfe"), ENCODING_UTF16LE},
        {BYTES("\xff\xfe\0\0a\0\0\0"), ENCODING_BINARY},
        {BYTES("T\0h\0e\0 \0t\0e\0x\0t\0"), ENCODING_UTF16LE},
        {BYTES("T\0h\0e\0 \0t\0e\0x\0t\0."), ENCODING_UTF16LE},
        {BYTES("\0T\0h\0e\0 \0t\0e\0x\0t"), ENCODING_UTF16BE},
        {BYTES("caf\xe9 na\xefve \x93quoted\x94 \x96 dash"), ENCODING_WINDOWS_1252},
        {BYTES("\xe9"), ENCODING_WINDOWS_1252},
        /* one fault in a text of UTF-8 */
        {BYTES("\xd0\x90\xd0\xb1\xd0\xb2 \xff \xd0\xb3\xd0\xb4"), ENCODING_UTF8},
        {BYTES("\xd0\x90\xd0\xb1\xd0\xb2\xd0"), ENCODING_UTF8},
        {BYTES("\xd0\x90\xd0\xb1\xd0\xb2 then \xe9"), ENCODING_UTF8},
        /* controls and NULs in a text are no reason to refuse it */
        {BYTES("\x1b[31mred\x1b[0m"), ENCODING_UTF8},
        {BYTES("a text with a \0 in it, which is long enough to be one"), ENCODING_UTF8},
        {BYTES("a page\x0c and another\x0c and a bell\x07 in what is text"), ENCODING_UTF8},
        /* and what is none */
        {BYTES("\0\0\0\0\0\0\0\0"), ENCODING_BINARY},
        {BYTES("\x01\x02\x03\x04\x05\x06 abc"), ENCODING_BINARY},
        {BYTES("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), ENCODING_BINARY},
        {BYTES("\xff\xd8\xff\xe0\0\x10JFIF"), ENCODING_BINARY},
        {BYTES("PK\x03\x04\x14"), ENCODING_BINARY},
        {BYTES("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), ENCODING_BINARY},
        {BYTES("\x7f" "ELF\x02\x01\x01"), ENCODING_BINARY},
        {BYTES("\x1f\x8b\x08\0"), ENCODING_BINARY},
        {BYTES("SQLite format 3\0\x10"), ENCODING_BINARY},
        {BYTES("GIF89a\x01"), ENCODING_BINARY},
        {BYTES("%PDF is a format"), ENCODING_UTF8},
        {BYTES("PKK"), ENCODING_UTF8},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        /* A copy of just this size: a look behind the end is seen by the sanitizer. */
        g_autofree char *exact = g_memdup2(cases[i].bytes, cases[i].length);
        Encoding got = encoding_detect(exact, cases[i].length);
        if (got != cases[i].encoding)
            g_error("case %zu: %s, not %s", i, encoding_name(got), encoding_name(cases[i].encoding));
    }
}

/* Prefixes of everything: no length is too short. */
static void
test_short(void)
{
    static const char bytes[] = "\xff\xfe\0\0\x89PNG\r\n\x1a\n\xef\xbb\xbf\xf0\x9f\x98\x80 text";
    for (gsize start = 0; start < sizeof bytes; start++) {
        for (gsize end = start; end < sizeof bytes; end++) {
            g_autofree char *exact = g_memdup2(bytes + start, end - start);
            Encoding encoding = encoding_detect(exact, end - start);
            g_autoptr(GBytes) in = g_bytes_new(exact, end - start);
            g_autoptr(GBytes) out = decode_text(in, encoding);
            g_assert_cmpuint(g_bytes_get_size(out), <=, 3 * (end - start));
        }
    }
}

/* One bad byte far behind, and far in front, in a long text. */
static void
test_long(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    while (text->len < 300000)
        g_string_append(text, "Текст из двух байтов. ");
    g_assert_cmpint(encoding_detect(text->str, text->len), ==, ENCODING_UTF8);
    g_string_append(text, "\xe9 \xff end");
    g_assert_cmpint(encoding_detect(text->str, text->len), ==, ENCODING_UTF8);
    g_string_prepend(text, "\x80 start ");
    g_assert_cmpint(encoding_detect(text->str, text->len), ==, ENCODING_UTF8);

    g_autoptr(GString) latin = g_string_new(NULL);
    while (latin->len < 300000)
        g_string_append(latin, "Plain words first. ");
    g_string_append(latin, "caf\xe9");
    g_assert_cmpint(encoding_detect(latin->str, latin->len), ==, ENCODING_WINDOWS_1252);

    g_autoptr(GRand) random = g_rand_new_with_seed(1);
    g_autofree char *noise = g_malloc(100000);
    for (gsize i = 0; i < 100000; i++)
        noise[i] = (char)g_rand_int(random);
    g_assert_cmpint(encoding_detect(noise, 100000), ==, ENCODING_BINARY);
}

static void
assert_decodes(const char *bytes, gsize length, Encoding encoding, const char *want, gsize want_length)
{
    g_autoptr(GBytes) in = g_bytes_new(bytes, length);
    g_autoptr(GBytes) out = decode_text(in, encoding);
    gsize size;
    const char *data = g_bytes_get_data(out, &size);
    g_assert_cmpmem(data, size, want, want_length);
}

static void
test_decode(void)
{
    static const struct {
        const char *bytes;
        gsize length;
        Encoding encoding;
        const char *want;
    } cases[] = {
        {BYTES("\xef\xbb\xbfmarked"), ENCODING_UTF8, "marked"},
        {BYTES("\xef\xbb\xbf"), ENCODING_UTF8, ""},
        {BYTES("\xff\xfe" "a\0\xe9\0\x2d\x4e"), ENCODING_UTF16LE, "aé中"},
        {BYTES("\xfe\xff\0a\0\xe9\x4e\x2d"), ENCODING_UTF16BE, "aé中"},
        {BYTES("a\0b\0"), ENCODING_UTF16LE, "ab"},
        {BYTES("\x3d\xd8\x00\xde"), ENCODING_UTF16LE, "😀"},
        {BYTES("\xd8\x3d\xde\x00"), ENCODING_UTF16BE, "😀"},
        {BYTES("\x3d\xd8" "a\0"), ENCODING_UTF16LE, "\ufffda"},                 /* a high surrogate alone */
        {BYTES("\x00\xde" "a\0"), ENCODING_UTF16LE, "\ufffda"},                 /* a low one */
        {BYTES("\x3d\xd8\x3d\xd8\x00\xde"), ENCODING_UTF16LE, "\ufffd😀"},
        {BYTES("\x3d\xd8"), ENCODING_UTF16LE, "\ufffd"},
        {BYTES("a\0b"), ENCODING_UTF16LE, "a\ufffd"},                           /* half a character */
        {BYTES("\xff\xfe"), ENCODING_UTF16LE, ""},
        {BYTES("\xff\xfe\xff\xfe"), ENCODING_UTF16LE, "\ufeff"},                /* only the first is a mark */
        {BYTES(""), ENCODING_UTF16BE, ""},
        {BYTES("caf\xe9 \x80\x93\x94\x85\x96\x9f\xff"), ENCODING_WINDOWS_1252, "café €“”…–Ÿÿ"},
        {BYTES("\x81\x8d\x8f\x90\x9d"), ENCODING_WINDOWS_1252, "\xc2\x81\xc2\x8d\xc2\x8f\xc2\x90\xc2\x9d"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_decodes(cases[i].bytes, cases[i].length, cases[i].encoding, cases[i].want, strlen(cases[i].want));
    assert_decodes(BYTES("a\0b"), ENCODING_WINDOWS_1252, BYTES("a\0b"));
}

/* Room is made by the block: around the size of one, with characters of all lengths. */
static void
test_blocks(void)
{
    for (gsize count = 4090; count < 4100; count++) {
        g_autoptr(GString) utf16 = g_string_new(NULL), latin = g_string_new(NULL), want16 = g_string_new(NULL), want = g_string_new(NULL);
        for (gsize i = 0; i < count; i++) {
            static const char *const units[] = {"a\0", "\xe9\0", "\x2d\x4e", "\x3d\xd8\x00\xde"};
            static const char *const texts[] = {"a", "é", "中", "😀"};
            g_string_append_len(utf16, units[i % 4], i % 4 == 3 ? 4 : 2);
            g_string_append(want16, texts[i % 4]);
            g_string_append_c(latin, "\x80\xe9z"[i % 3]);
            g_string_append(want, i % 3 == 0 ? "€" : i % 3 == 1 ? "é" : "z");
        }
        assert_decodes(utf16->str, utf16->len, ENCODING_UTF16LE, want16->str, want16->len);
        assert_decodes(latin->str, latin->len, ENCODING_WINDOWS_1252, want->str, want->len);
    }
}

/* What is UTF-8 already is not copied. */
static void
test_no_copy(void)
{
    g_autoptr(GBytes) in = g_bytes_new_static("text \xff", 6);
    g_autoptr(GBytes) out = decode_text(in, ENCODING_UTF8);
    g_assert_true(in == out);
}

static void
test_every_1252(void)
{
    for (int byte = 0; byte < 256; byte++) {
        char in = (char)byte;
        g_autoptr(GBytes) bytes = g_bytes_new(&in, 1);
        g_autoptr(GBytes) out = decode_text(bytes, ENCODING_WINDOWS_1252);
        g_autofree char *want = NULL;
        gsize length = 0;
        want = g_convert(&in, 1, "UTF-8", "WINDOWS-1252", NULL, &length, NULL);
        if (want != NULL)
            g_assert_cmpmem(g_bytes_get_data(out, NULL), g_bytes_get_size(out), want, length);
        else
            g_assert_true(byte == 0x81 || byte == 0x8d || byte == 0x8f || byte == 0x90 || byte == 0x9d);
    }
}

static void
test_names(void)
{
    g_assert_cmpstr(encoding_name(ENCODING_UTF8), ==, "UTF-8");
    g_assert_cmpstr(encoding_name(ENCODING_UTF16LE), ==, "UTF-16LE");
    g_assert_cmpstr(encoding_name(ENCODING_UTF16BE), ==, "UTF-16BE");
    g_assert_cmpstr(encoding_name(ENCODING_WINDOWS_1252), ==, "Windows-1252");
    g_assert_cmpstr(encoding_name(ENCODING_BINARY), ==, "binary");
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/text/decode/detect", test_detect);
    g_test_add_func("/text/decode/short", test_short);
    g_test_add_func("/text/decode/long", test_long);
    g_test_add_func("/text/decode/text", test_decode);
    g_test_add_func("/text/decode/blocks", test_blocks);
    g_test_add_func("/text/decode/no-copy", test_no_copy);
    g_test_add_func("/text/decode/every-1252", test_every_1252);
    g_test_add_func("/text/decode/names", test_names);
    return g_test_run();
}
