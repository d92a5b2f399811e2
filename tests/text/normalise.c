/* text/normalise: the quick check never says yes to what NFC changes, and says yes to nearly all that it does not. */
#include "text/normalise.h"

#include <string.h>

#include "tests/test.h"

static char *
compose(const char *text, gsize length)
{
    GString *out = g_string_new(NULL);
    nfc_append(out, text, length);
    return g_string_free(out, FALSE);
}

static void
assert_sound(const GString *text)
{
    if (!nfc_quick_check(text->str, text->len))
        return;
    g_autofree char *composed = compose(text->str, text->len);
    if (strcmp(composed, text->str) != 0)
        g_error("“%s” is taken for NFC, and would be “%s”", text->str, composed);
}

/* Every character, alone and behind letters that take marks, at each place in a group of eight bytes. */
static void
test_every_character(void)
{
    static const char *const before[] = {"", "e", "가", "\u1100", "か", "\u0327", "\u0301", "क", "1234567e"};
    for (gunichar c = 1; c < 0x30000; c++) {
        if (c >= 0xd800 && c <= 0xdfff)
            continue;
        for (gsize i = 0; i < G_N_ELEMENTS(before); i++) {
            if ((c >= 0x3400 && c < 0xa000 && c % 64 != 0) || (c >= 0x20000 && c < 0x2f000 && c % 1024 != 0))
                continue; /* ideographs are all alike */
            g_autoptr(GString) text = g_string_new(before[i]);
            g_string_append_unichar(text, c);
            assert_sound(text);
        }
    }
}

static void
test_noise(void)
{
    static const gunichar letters[] = {'a',    'e',    0xe9,   0x301,   0x327,   0x323,  0x344,  0x416,
                                       0x4e2d, 0xac00, 0x1100, 0x1161,  0x11a8,  0x3099, 0x304b, 0x212b,
                                       0x64b,  0x651,  0x653,  0x627,   0x93c,   0x928,  0x94d,  0x5b8,
                                       0x5c1,  0x5e9,  0xf900, 0x1d15e, 0x1d165, 0x110ba};
    g_autoptr(GRand) random = g_rand_new_with_seed(23);
    for (int round = 0; round < 200000; round++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (int i = g_rand_int_range(random, 0, 10); i > 0; i--)
            g_string_append_unichar(text, letters[g_rand_int_range(random, 0, G_N_ELEMENTS(letters))]);
        assert_sound(text);
    }
}

static void
test_quick(void)
{
    static const char *const sure[] = {
        "",
        "plain ASCII, longer than a group of eight",
        "Déjà vu, naïve, ǅ, ə, Łódź",
        "“quotes” — dashes… € ™ ½ ①",
        "Президент Азербайджана",
        "Ελληνικά",
        "阿塞拜疆总统表示，两国关系。「引号」",
        "ひらがな カタカナ がぎぐ",
        "대한민국",
        "العلاقات، مُهِمّ", /* with its vowel signs in order */
        "שלום עולם",
        "ภาษาไทย",
        "हिन्दी क्या",
        "😀 👩‍👩‍👧 🇦🇿 ❤️",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(sure); i++) {
        g_autofree char *composed = compose(sure[i], strlen(sure[i]));
        if (!nfc_quick_check(sure[i], strlen(sure[i])) || strcmp(composed, sure[i]) != 0)
            g_error("“%s” is not taken for NFC", sure[i]);
    }
    static const char *const unsure[] = {"e\u0301", "\u212b", "\u1100\u1161", "가\u11a8",     "か\u3099",
                                         "\u0958",  "\u0374", "\uf900",       "\u0301\u0327", "\u2001"};
    for (gsize i = 0; i < G_N_ELEMENTS(unsure); i++)
        g_assert_false(nfc_quick_check(unsure[i], strlen(unsure[i])));
}

static void
test_append(void)
{
    g_autoptr(GString) out = g_string_new("<");
    nfc_append(out, "e\u0301 \u212b \u1100\u1161\u11a8 a\u0323\u0307",
               strlen("e\u0301 \u212b \u1100\u1161\u11a8 a\u0323\u0307"));
    nfc_append(out, "", 0);
    g_assert_cmpstr(out->str, ==, "<é Å 각 ạ\u0307");
    /* A megabyte of marks on one letter must not take its square of time. */
    g_autoptr(GString) text = g_string_new("e");
    while (text->len < 1000000)
        g_string_append(text, text->len % 4 == 1 ? "\u0323" : "\u0301");
    gint64 start = test_cpu_time();
    g_string_truncate(out, 0);
    nfc_append(out, text->str, text->len);
    g_assert_cmpint(test_cpu_time() - start, <, 5 * G_USEC_PER_SEC);
    g_assert_true(g_str_has_prefix(out->str, "ẹ\u0323"));
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/text/normalise/every-character", test_every_character);
    g_test_add_func("/text/normalise/noise", test_noise);
    g_test_add_func("/text/normalise/quick", test_quick);
    g_test_add_func("/text/normalise/append", test_append);
    return g_test_run();
}
