/* text/fold: what a search takes for the same. */
#include "text/fold.h"

#include <string.h>

#include "tests/test.h"

static void
test_table(void)
{
    static const struct {
        const char *from;
        FoldFlags flags;
        const char *to;
    } cases[] = {
        {"", FOLD_ALL, ""},
        {"Plain Words 12", FOLD_ALL, "plain words 12"},
        {"Plain", 0, "Plain"},
        /* case alone */
        {"ÉCOLE Straße ΣΑΣς", FOLD_CASE, "école strasse σασσ"},
        {"ПРЕЗИДЕНТ Ələt", FOLD_CASE, "президент ələt"},
        {"“A—B”", FOLD_CASE, "“a—b”"},
        {"I İ ı", FOLD_CASE, "i i\u0307 ı"},
        /* marks alone */
        {"École Ñandú", FOLD_MARKS, "Ecole Nandu"},
        {"e\u0301 ə Ə", FOLD_MARKS, "e ə Ə"},
        {"ıİ øØ łŁ đĐ ħĦ ŧŦ", FOLD_MARKS, "iI oO lL dD hH tT"},
        {"ß ẞ æÆ œŒ ǿ ǽ", FOLD_MARKS, "ss SS aeAE oeOE o ae"},
        {"ﬁ ﬄ Ａ１ ｱ ² ª ℡", FOLD_MARKS, "fi ffl A1 ア 2 a ℡"},
        {"Ёлка ёж Й", FOLD_MARKS, "Елка еж И"},
        {"“a”—b…", FOLD_MARKS, "“a”—b…"},
        {"a\u00a0b\u3000c", FOLD_MARKS, "a\u00a0b\u3000c"},
        {"Việt Nam", FOLD_MARKS, "Viet Nam"},
        {"שָׁלוֹם مُحَمَّد", FOLD_MARKS, "שלום محمد"},
        {"カ\u3099 ガ 한국 क्या", FOLD_MARKS, "カ\u3099 ガ 한국 क्या"}, /* other letters, not shades of one */
        /* signs alone */
        {"‘a’ ‚b‛ ʼc ´d` e′", FOLD_SIGNS, "'a' 'b' 'c 'd' e'"},
        {"“a” „b‟ «c» ‹d› 「e」 f″", FOLD_SIGNS, "\"a\" \"b\" \"c\" 'd' \"e\" f\""},
        {"a‐b‑c‒d–e—f―g−h", FOLD_SIGNS, "a-b-c-d-e-f-g-h"},
        {"a\u00a0b\u2009c\u202fd\u3000e\tf\ng", FOLD_SIGNS, "a b c d e f g"},
        {"wait… no‥", FOLD_SIGNS, "wait... no.."},
        {"co\u00adop a\u200bb\u2060c\ufeffd❤\ufe0f", FOLD_SIGNS, "coop abcd❤"},
        {"É", FOLD_SIGNS, "É"},
        /* all */
        {"İSTANBUL Istanbul ıstanbul", FOLD_ALL, "istanbul istanbul istanbul"},
        {"L’Œuvre—“Çok güzel”", FOLD_ALL, "l'oeuvre-\"cok guzel\""},
        {"Ａｚｅｒｂａｉｊａｎ＂", FOLD_ALL, "azerbaijan\""},
        {"Łódź ŁÓDŹ", FOLD_ALL, "lodz lodz"},
        {"Ǆ ŉ", FOLD_ALL, "dz 'n"},
        {"two  spaces", FOLD_ALL, "two  spaces"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *got = fold_text(cases[i].from, -1, cases[i].flags);
        if (strcmp(got, cases[i].to) != 0) {
            g_test_message("“%s” with %d is “%s”, not “%s”", cases[i].from, cases[i].flags, got, cases[i].to);
            g_test_fail();
        }
    }
    g_autofree char *part = fold_text("ABCDEF", 3, FOLD_ALL);
    g_assert_cmpstr(part, ==, "abc");
}

/* Every character with every set of flags: at most three come out, and folding once more changes nothing. */
static void
test_every_character(void)
{
    for (FoldFlags flags = 0; flags <= FOLD_ALL; flags++) {
        for (gunichar c = 1; c < 0x110000; c++) {
            if (c == 0x10000 && flags != FOLD_ALL)
                break;
            if (c >= 0xd800 && c <= 0xdfff)
                continue;
            gunichar out[3], again[3];
            int count = fold_char(c, flags, out);
            g_assert_true(count >= 0 && count <= 3);
            for (int i = 0; i < count; i++) {
                int second = fold_char(out[i], flags, again);
                if (second != 1 || again[0] != out[i])
                    g_error("U+%04X folds by %d to U+%04X, and that to U+%04X and %d in all", c, flags, out[i],
                            again[0], second);
                if (flags == FOLD_ALL && g_unichar_isupper(out[i]) && c < 0x13a0) /* Cherokee folds to its capitals */
                    g_error("U+%04X folds to the capital U+%04X", c, out[i]);
            }
        }
    }
}

static void
test_beyond(void)
{
    gunichar out[3];
    g_assert_cmpint(fold_char(0x110000, FOLD_ALL, out), ==, 1);
    g_assert_cmpuint(out[0], ==, 0x110000);
    g_assert_cmpint(fold_char(0xd800, FOLD_ALL, out), ==, 1);
    g_assert_cmpint(fold_char(0x301, FOLD_ALL, out), ==, 0);
    g_assert_cmpint(fold_char(0xad, FOLD_ALL, out), ==, 0);
}

static gpointer
fold_in_thread(gpointer data)
{
    return fold_text(data, -1, FOLD_ALL);
}

/* Tables are made when they are needed, also by several threads at once. */
static void
test_threads(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (gunichar c = 0x1000; c < 0x9000; c += 64)
        g_string_append_unichar(text, c);
    GThread *threads[4];
    for (gsize i = 0; i < G_N_ELEMENTS(threads); i++)
        threads[i] = g_thread_new("fold", fold_in_thread, text->str);
    g_autofree char *want = fold_text(text->str, -1, FOLD_ALL);
    for (gsize i = 0; i < G_N_ELEMENTS(threads); i++) {
        g_autofree char *got = g_thread_join(threads[i]);
        g_assert_cmpstr(got, ==, want);
    }
}

static void
test_has_upper(void)
{
    g_assert_true(fold_has_upper("aB", -1));
    g_assert_false(fold_has_upper("aB", 1));
    g_assert_true(fold_has_upper("é É", -1));
    g_assert_true(fold_has_upper("ǅ", -1));
    g_assert_true(fold_has_upper("Ә", -1));
    g_assert_false(fold_has_upper("é ß ж 中 12 “”", -1));
    g_assert_false(fold_has_upper("", 0));
    g_assert_false(fold_has_upper("\u0441", -1)); /* its lower byte is "A" */
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/text/fold/table", test_table);
    g_test_add_func("/text/fold/threads", test_threads);
    g_test_add_func("/text/fold/every-character", test_every_character);
    g_test_add_func("/text/fold/beyond", test_beyond);
    g_test_add_func("/text/fold/has-upper", test_has_upper);
    return g_test_run();
}
