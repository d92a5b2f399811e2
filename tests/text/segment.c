/* text/segment: words, and sentences of the kind that cited prose has. */
#include "text/segment.h"

#include <string.h>

#include "tests/test.h"

/* ---- words ---- */

static void
test_words(void)
{
    static const char *const cases[] = {
        "",      "one",          "one| |two",          "don’t| |stop", "U.S|.| |policy", "3.5| |and| |1,000",
        "(|a|)", "well|-|known", "Президент| |сказал", "e\u0301a| |x",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(GStrv) parts = g_strsplit(cases[i], "|", -1);
        g_autofree char *text = g_strjoinv("", parts);
        gsize length = strlen(text);
        g_autofree char *breaks = g_malloc(length + 1);
        breaks[length] = 9;
        word_breaks(text, length, breaks);
        g_assert_cmpint(breaks[length], ==, 9);
        g_autoptr(GString) got = g_string_new(NULL);
        for (gsize at = 0; at < length; at++) {
            if (breaks[at] && at > 0)
                g_string_append_c(got, '|');
            g_string_append_c(got, text[at]);
        }
        g_assert_cmpstr(got->str, ==, cases[i]);
        g_assert_true(length == 0 || breaks[0] == 1);
    }
}

static void
test_word_characters(void)
{
    static const gunichar in[] = {'a', 'Z', '0', '_', 0xe9, 0x301, 0x416, 0x4e2d, 0x93f, 0x660};
    static const gunichar out[] = {' ', '.', '-', '\'', '(', 0x2019, 0x201c, 0x2014, 0x3002, 0xa0, 0x200b, 0x1f600};
    for (gsize i = 0; i < G_N_ELEMENTS(in); i++)
        g_assert_true(word_is_char(in[i]));
    for (gsize i = 0; i < G_N_ELEMENTS(out); i++)
        g_assert_false(word_is_char(out[i]));
}

/* ---- sentences ---- */

/* Each case is a paragraph with "|" between its sentences; the space at its left belongs to none. */
static const char *const paragraphs[] = {
    "",
    "One sentence without a stop",
    "One sentence.",
    "One sentence. |Another one. |And a third",
    "A question? |An exclamation! |Both?! |Yes.",
    /* titles and abbreviations */
    "He met Mr. Smith and Dr. Li. |Gen. Chen and Sen. Brown came later.",
    "St. Petersburg and Mt. Everest are names. |Next.",
    "Tanks, e.g. Type 99, and ships, i.e. Frigates, were shown. |Next.",
    "The firm Example Inc. Said so" /* no starter: it goes on */,
    "It was sold by Example Inc. |The price is unknown.",
    "Martin Luther King Jr. Boulevard and others. |More.",
    "Apples, pears, etc. |The rest followed.",
    "The work of Smith et al. Shows little, but Smith et al. show more.",
    /* states and other letters with stops */
    "The U.S. policy and the U.S. Army changed. |Then the U.K. joined.",
    "They came to the U.S. |The visit was short.",
    "He has a Ph.D. |She has an M.A. |They met at 5 p.m. |However, it rained.",
    "J. R. R. Tolkien wrote, and so did G. Orwell. |Who else?",
    "Vitamin C. |The next one.",
    "N. Korea and S. Korea talked. |So what?",
    /* numbers */
    "See No. 6 and nos. 7, p. 7, pp. 8–9, vol. 3, fig. 2. |Done.",
    "See vol. IV and ch. X, too. |Vol. III. |Then more.",
    "She said no. |He left.",
    "On Feb. 4 and Sept. 10, 2025 they met. |In Dec. |The year ended.",
    "It grew by 3.5 percent to 1,000.25 in 2025. |In 2024 it did not.",
    "It ended in 2024. |15 people came.",
    "1. First point of a list. |It goes on.",
    "A. First point.",
    /* parentheses */
    "It was signed (see EDM, May 14, 2025). |Then it was not.",
    "It was signed (Global Times, February 4; see EDM, Vol. 3. No. 5. Then more). |Next.",
    "He left. |(She stayed. It was late.) |They met.",
    "A stray ) is no matter. |Nor is this ( one. |Next.",
    "Nested (one (two. Three) four. Five) six. |Seven.",
    /* quotations */
    "“What?” he asked. |“Nothing.” |They left.",
    "He said, “It is over.” |“Is it?” |She left.",
    "'One.' |\"Two.\" |«Три.» |„Vier.“ |Five.",
    "She called it “a start.”[3] |He agreed.[4] |They left.",
    "It was signed (EDM, May 14). [1] |Then it was not. [2]",
    "Text. |[Their] own words. |Text with a mark.[1][2] |Next.¹ |And next.* |Last.",
    /* dots */
    "He waited… |Then he left. |And so on… and on.",
    "Wait... what? |Well... |Yes.",
    "The total was ... 5 people. |Yes.",
    "It was on Report.az. |The site doi.org/10.1 is another. |See example.com.",
    /* Russian */
    "Это началось в 2024 г. |В Баку был дождь. |Цена 5 тыс. руб. за штуку. |Т.е. так.",
    "Встреча с им. Ленина и проф. Иванов. |Конец.",
    /* scripts without spaces or with other stops */
    "他说：“好。”|然后走了。|再见！|是吗？",
    "他走了。 |她来了。",
    "（他走了。她来了。）|完。",
    "क्या यह है? |हाँ। |ठीक है।",
    "هل هذا؟ |نعم. |شكرا",
    /* spaces of other kinds */
    "One.\u00a0|Two.\n|Three.  |Four.",
    "Trailing space. ",
};

static char *
strip_bars(const char *marked, GArray *starts)
{
    GString *text = g_string_new(NULL);
    gsize zero = 0;
    g_array_append_val(starts, zero);
    for (const char *s = marked; *s != '\0'; s++) {
        if (*s == '|')
            g_array_append_val(starts, text->len);
        else
            g_string_append_c(text, *s);
    }
    return g_string_free(text, FALSE);
}

/* All four functions at every offset of the text, against where its sentences begin. */
static void
check_sentences(const char *text, gsize length, const GArray *starts)
{
    for (gsize at = 0; at <= length; at++) {
        gsize k = starts->len - 1;
        while (k > 0 && g_array_index(starts, gsize, k) > at)
            k--;
        gsize start = g_array_index(starts, gsize, k);
        gsize next = k + 1 < starts->len ? g_array_index(starts, gsize, k + 1) : length, end = next;
        while (end > start) {
            const char *before = g_utf8_find_prev_char(text + start, text + end);
            if (before == NULL || !g_unichar_isspace(g_utf8_get_char(before)))
                break;
            end = (gsize)(before - text);
        }
        g_assert_cmpuint(sentence_start(text, length, at), ==, start);
        g_assert_cmpuint(sentence_end(text, length, at), ==, end);
        g_assert_cmpuint(sentence_next(text, length, at), ==, at == length ? length : next);
        g_assert_cmpuint(sentence_previous(text, length, at), ==, k > 0 ? g_array_index(starts, gsize, k - 1) : 0);
    }
}

static void
test_sentences(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(paragraphs); i++) {
        g_autoptr(GArray) starts = g_array_new(FALSE, FALSE, sizeof(gsize));
        g_autofree char *text = strip_bars(paragraphs[i], starts);
        gsize length = strlen(text);
        g_autoptr(GString) got = g_string_new(NULL);
        for (gsize at = 0, next; at < length; at = next) {
            next = sentence_next(text, length, at);
            g_assert_cmpuint(next, >, at);
            g_string_append_printf(got, "%s%.*s", at > 0 ? "|" : "", (int)(next - at), text + at);
        }
        if (strcmp(got->str, paragraphs[i]) != 0) {
            g_test_message("got  %s\nwant %s", got->str, paragraphs[i]);
            g_test_fail();
            continue;
        }
        check_sentences(text, length, starts);
    }
}

/* A paragraph longer than the window: wherever the search begins, it finds the same sentences. */
static void
test_long_paragraph(void)
{
    g_autoptr(GString) marked = g_string_new(NULL);
    for (int round = 0; round < 4; round++) {
        for (gsize i = 1; i < G_N_ELEMENTS(paragraphs); i++) {
            if (strchr(paragraphs[i], '\n') != NULL || g_str_has_prefix(paragraphs[i], "1.") ||
                g_str_has_prefix(paragraphs[i], "A.") || strstr(paragraphs[i], "stray") != NULL ||
                g_str_has_suffix(paragraphs[i], "stop") || g_str_has_suffix(paragraphs[i], "so") ||
                g_str_has_suffix(paragraphs[i], "third") || g_str_has_suffix(paragraphs[i], "شكرا") ||
                g_str_has_suffix(paragraphs[i], " "))
                continue;
            g_string_append_printf(marked, "%s%s", marked->len > 0 ? " |" : "", paragraphs[i]);
        }
        g_string_append(marked, " |A sentence that is ");
        for (int i = 0; i < 1500; i++)
            g_string_append(marked, "long, "); /* a sentence longer than the first window */
        g_string_append(marked, "isn’t it? |Yes.");
    }
    g_autoptr(GArray) starts = g_array_new(FALSE, FALSE, sizeof(gsize));
    g_autofree char *text = strip_bars(marked->str, starts);
    gsize length = strlen(text);
    for (gsize k = 0, at = 0; k < starts->len; k++, at = sentence_next(text, length, at)) {
        gsize want = g_array_index(starts, gsize, k);
        if (at != want)
            g_error("at %zu, not at %zu: %.60s / %.60s", at, want, text + at, text + want);
        g_assert_cmpuint(sentence_start(text, length, at), ==, at);
        g_assert_cmpuint(sentence_previous(text, length, at), ==, k > 0 ? g_array_index(starts, gsize, k - 1) : 0);
    }
}

/* A megabyte of what could be looked at again and again. */
static void
test_hostile(void)
{
    static const char *const pieces[] = {".",  ". ", "! A", ".(",  "(",  "([.",  "A. ",    "a",   " ",
                                         "。", ".”", "[1]", ".[1", "… ", "Mr. ", "\u0301", "(A. "};
    for (gsize i = 0; i < G_N_ELEMENTS(pieces); i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        while (text->len < 1000000)
            g_string_append(text, pieces[i]);
        gint64 begin = test_cpu_time();
        gsize half = text->len / 2;
        while (((guchar)text->str[half] & 0xc0) == 0x80)
            half++;
        gsize start = sentence_start(text->str, text->len, half), end = sentence_end(text->str, text->len, half);
        g_assert_cmpuint(start, <=, half);
        g_assert_cmpuint(end, <=, text->len);
        g_assert_cmpuint(sentence_previous(text->str, text->len, half), <=, start);
        gsize at = 0, steps = 0;
        while (at < text->len && steps < 2000) {
            gsize next = sentence_next(text->str, text->len, at);
            g_assert_cmpuint(next, >, at);
            at = next;
            steps++;
        }
        if (test_cpu_time() - begin > 5 * G_USEC_PER_SEC)
            g_error("a megabyte of “%s” takes %" G_GINT64_FORMAT " µs", pieces[i], test_cpu_time() - begin);
    }
}

static void
test_noise(void)
{
    static const char *const pieces[] = {"A",  "b", " ",      ". ", ".",   "! ", "? ",  "(",  ")",  "[1]",
                                         "“",  "”", "Mr",     "No", "U.S", "6",  "…",   "。", "，", "中",
                                         "\n", "é", "\u00a0", "'",  "-",   "—",  "The", "г"};
    g_autoptr(GRand) random = g_rand_new_with_seed(29);
    for (int round = 0; round < 20000; round++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (int i = g_rand_int_range(random, 1, 40); i > 0; i--)
            g_string_append(text, pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
        g_autoptr(GArray) starts = g_array_new(FALSE, FALSE, sizeof(gsize));
        for (gsize at = 0; at < text->len; at = sentence_next(text->str, text->len, at)) {
            g_array_append_val(starts, at);
            g_assert_true(((guchar)text->str[at] & 0xc0) != 0x80);
        }
        check_sentences(text->str, text->len, starts);
    }
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/text/segment/words", test_words);
    g_test_add_func("/text/segment/word-characters", test_word_characters);
    g_test_add_func("/text/segment/sentences", test_sentences);
    g_test_add_func("/text/segment/long-paragraph", test_long_paragraph);
    g_test_add_func("/text/segment/hostile", test_hostile);
    g_test_add_func("/text/segment/noise", test_noise);
    return g_test_run();
}
