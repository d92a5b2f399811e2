/* Literal search: a table of cases, a plain reference to compare with on random texts, and all characters that fold.
 * */
#include "doc/search.h"

#include <string.h>

#include "base/error.h"
#include "text/cluster.h"
#include "text/fold.h"
#include "text/normalise.h"
#include "text/utf8.h"
#include "tests/test.h"

#define OPEN "⟦"
#define CLOSE "⟧"

/* text with each match of the query between brackets, found forwards one behind the other. */
static char *
mark_matches(Search *search, const char *text)
{
    GString *out = g_string_new(NULL);
    gsize at = 0, length = strlen(text);
    Range match;
    GError *error = NULL;
    while (search_next(search, text, at, length, &match, &error)) {
        g_assert_cmpuint(match.start, >=, at);
        g_assert_cmpuint(match.end, >, match.start);
        g_assert_cmpuint(match.end, <=, length);
        g_string_append_len(out, text + at, (gssize)(match.start - at));
        g_string_append(out, OPEN);
        g_string_append_len(out, text + match.start, (gssize)range_length(match));
        g_string_append(out, CLOSE);
        at = match.end;
    }
    g_assert_no_error(error);
    g_string_append(out, text + at);
    return g_string_free(out, FALSE);
}

static void
assert_matches(const char *query, SearchKind kind, const char *want)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Search) search = search_new(query, kind, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(search_query(search), ==, query);
    g_autoptr(GString) text = g_string_new(want);
    g_string_replace(text, OPEN, "", 0);
    g_string_replace(text, CLOSE, "", 0);
    g_autofree char *got = mark_matches(search, text->str);
    g_assert_cmpstr(got, ==, want);
}

static const struct {
    const char *query, *want;
} cases[] = {
    {"port", "The ⟦port⟧ of ⟦Port⟧land, air⟦port⟧s, ⟦PORT⟧"},
    {"Port", "The port of ⟦Port⟧land, PORT"},
    {"Port\\c", "The ⟦port⟧ of ⟦Port⟧land, ⟦PORT⟧"},
    {"port\\C", "The ⟦port⟧ of Portland, PORT"},
    {"É\\C", "⟦É⟧ é ⟦E⟧ e"},
    {"a\\\\c", "no suffix: ⟦a\\\\c⟧ ⟦a\\\\C⟧"},
    {"c", "⟦c⟧ ⟦C⟧"},
    {"\\", "a ⟦\\⟧ b"},
    /* accents */
    {"cafe", "⟦café⟧ ⟦Cafe⟧ ⟦cafe\xcc\x81⟧s"},
    {"café", "⟦cafe⟧ ⟦CAFÉ⟧"},
    {"resume", "⟦re\xcc\x81sume\xcc\x81⟧, ⟦résumé⟧"},
    {"q", "⟦q\xcc\xa3\xcc\x81⟧x"},
    {"qx", "⟦q\xcc\xa3\xcc\x81x⟧"},
    {"x", "q\xcc\xa3⟦x⟧"},
    {"oslo", "⟦Øslo⟧"},
    {"lodz", "⟦Łódź⟧"},
    {"strasse", "⟦Straße⟧ ⟦STRASSE⟧"},
    {"s", "⟦ß⟧"},
    {"œuvre", "⟦oeuvre⟧ ⟦Œuvre⟧"},
    /* Turkish and Azerbaijani */
    {"istanbul", "⟦İstanbul⟧ ⟦Istanbul⟧ ⟦ıstanbul⟧"},
    {"xızı", "⟦Xızı⟧ ⟦xizi⟧"},
    {"əli", "⟦Əli⟧ eli"},
    /* signs */
    {"nobody's", "⟦nobody’s⟧ ⟦nobody's⟧"},
    {"nobody’s", "⟦nobody's⟧"},
    {"\"so\"", "⟦“so”⟧ ⟦„so“⟧ ⟦«so»⟧"},
    {"“", "⟦\"⟧a⟦”⟧"},
    {"1990-95", "⟦1990–95⟧ ⟦1990—95⟧ ⟦1990‑95⟧ ⟦1990−95⟧"},
    {"–", "a⟦-⟧b ⟦—⟧"},
    {"wait...", "⟦wait…⟧ ⟦wait...⟧"},
    {"t.", "wai⟦t…⟧"},
    {"..", "⟦…⟧a⟦..⟧b.c⟦.…⟧"},
    /* white space */
    {"two words", "⟦two words⟧ ⟦two\nwords⟧ ⟦two\xc2\xa0words⟧ ⟦two \t\n  words⟧ twowords"},
    {"two   words", "⟦two words⟧"},
    {"a ", "⟦a  ⟧b ⟦a\n⟧"},
    {" b", "a⟦  b⟧⟦\nb⟧"},
    {" ", "a⟦   ⟧b⟦\n⟧c"},
    {" a ", "⟦  a ⟧a⟦ a\n⟧"},
    /* soft hyphens and ligatures */
    {"cooperation", "⟦co\xc2\xadoperation⟧ ⟦cooper\xc2\xad"
                    "ation⟧"},
    {"office", "⟦oﬃce⟧ ⟦oﬀice⟧ ⟦ofﬁce⟧"},
    {"of", "⟦oﬃ⟧ce"},
    {"ice", "o⟦ﬃce⟧"},
    {"f", "⟦ﬃ⟧⟦f⟧"},
    {"abc", "⟦ＡＢＣ⟧ ⟦𝐚𝐛𝐜⟧"},
    /* other scripts */
    {"щёкино", "⟦Щёкино⟧ ⟦ЩЁКИНО⟧ ⟦щекино⟧"},
    {"Щекино", "⟦Щёкино⟧ ЩЁКИНО"},
    {"россии", "в ⟦России⟧, ⟦РОССИИ⟧"},
    {"αθηνα", "⟦Αθήνα⟧ ⟦ΑΘΉΝΑ⟧"},
    {"中国", "在⟦中国⟧、⟦中国⟧人"},
    {"麒麟", "中国麒麒⟦麒麟⟧麟"},
    /* clusters stay whole */
    {"👩", "⟦👩‍🚀⟧ ⟦👩⟧"},
    {"🇩🇪", "🇫🇷⟦🇩🇪⟧"},
    {"\xcc\x81", "a⟦q\xcc\x81⟧b"},
    {"\xe2\x80\x8d", "x⟦👩‍🚀⟧"},
    /* repetition */
    {"aa", "⟦aa⟧⟦aa⟧a"},
    {"aab", "a⟦aab⟧a⟦aab⟧"},
    {"nothing", "is here"},
    {"longer than the text", "longer than"},
};

static void
test_cases(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_matches(cases[i].query, SEARCH_LITERAL, cases[i].want);
}

static void
test_queries(void)
{
    static const char *const empty[] = {"", "\\c", "\\C"};
    for (guint i = 0; i < G_N_ELEMENTS(empty); i++)
        for (SearchKind kind = SEARCH_LITERAL; kind <= SEARCH_PATTERN; kind++) {
            g_autoptr(GError) error = NULL;
            g_assert_null(search_new(empty[i], kind, &error));
            g_assert_error(error, IBID_ERROR, IBID_ERROR_USAGE);
        }
    g_autofree char *endless = g_strnfill(100000, 'a');
    g_autoptr(GError) error = NULL;
    g_assert_null(search_new(endless, SEARCH_LITERAL, &error));
    g_assert_error(error, IBID_ERROR, IBID_ERROR_USAGE);
    g_autoptr(Search) invalid = search_new("a\xff", SEARCH_LITERAL, NULL);
    Range match;
    g_assert_false(search_next(invalid, "a b", 0, 3, &match, NULL));
    g_assert_true(search_next(invalid, "xa\xef\xbf\xbd", 0, 5, &match, NULL));
    search_free(NULL);
}

static void
test_bounds(void)
{
    const char *text = "éa éa éa";
    g_autoptr(Search) search = search_new("ea", SEARCH_LITERAL, NULL);
    Range match;
    g_assert_true(search_next(search, text, 1, 11, &match, NULL)); /* from inside the first é */
    g_assert_cmpuint(match.start, ==, 4);
    g_assert_false(search_next(search, text, 4, 6, &match, NULL));
    g_assert_true(search_next(search, text, 4, 7, &match, NULL));
    g_assert_false(search_next(search, text, 7, 7, &match, NULL));
    g_assert_false(search_next(search, text, 9, 7, &match, NULL));
    g_assert_true(search_previous(search, text, 0, 11, &match, NULL));
    g_assert_cmpuint(match.start, ==, 8);
    g_assert_true(search_previous(search, text, 0, 8, &match, NULL));
    g_assert_cmpuint(match.start, ==, 4);
    g_assert_true(search_previous(search, text, 0, 5, &match, NULL)); /* it begins before, and ends behind */
    g_assert_cmpuint(match.start, ==, 4);
    g_assert_false(search_previous(search, text, 5, 8, &match, NULL));
    g_assert_false(search_previous(search, text, 0, 0, &match, NULL));
}

/* --- the reference: the text as tokens, each with its place, compared one by one --- */

typedef struct {
    gunichar c;
    gsize start, end;
} Token;

static GArray *
reference_tokens(const char *text, gsize from, gsize to, FoldFlags flags)
{
    GArray *tokens = g_array_new(FALSE, FALSE, sizeof(Token));
    for (gsize at = from; at < to;) {
        gsize start = at;
        gunichar out[3];
        int count = fold_char(utf8_next(text, &at), flags, out);
        for (int i = 0; i < count; i++) {
            Token *last = tokens->len > 0 ? &g_array_index(tokens, Token, tokens->len - 1) : NULL;
            if (out[i] == ' ' && last && last->c == ' ') {
                last->end = at;
            } else {
                Token token = {out[i], start, at};
                g_array_append_val(tokens, token);
            }
        }
    }
    return tokens;
}

/* All matches in [from, to), in order. */
static GArray *
reference_matches(const char *query, const char *text, gsize from, gsize to)
{
    FoldFlags flags = FOLD_MARKS | FOLD_SIGNS | (fold_has_upper(query, -1) ? 0 : FOLD_CASE);
    GArray *matches = g_array_new(FALSE, FALSE, sizeof(Range));
    g_autoptr(GArray) wanted = reference_tokens(query, 0, strlen(query), flags);
    if (wanted->len == 0) {
        flags = 0;
        g_array_unref(g_steal_pointer(&wanted));
        wanted = reference_tokens(query, 0, strlen(query), flags);
    }
    g_autoptr(GArray) tokens = reference_tokens(text, from, to, flags);
    gsize length = strlen(text);
    g_autofree char *breaks = g_malloc(length + 1);
    cluster_breaks(text, length, breaks);
    breaks[length] = 1;
    for (guint i = 0; i + wanted->len <= tokens->len; i++) {
        guint same = 0;
        while (same < wanted->len && g_array_index(tokens, Token, i + same).c == g_array_index(wanted, Token, same).c)
            same++;
        if (same < wanted->len)
            continue;
        Range match = {g_array_index(tokens, Token, i).start, g_array_index(tokens, Token, i + same - 1).end};
        while (!breaks[match.start])
            match.start--;
        while (!breaks[match.end])
            match.end++;
        if (match.start >= from && match.end <= to)
            g_array_append_val(matches, match);
    }
    return matches;
}

static const char *const alphabet[] = {
    "a", "b", "A", "é", "e", "\xcc\x81", "ﬁ",  "f", "i", "İ",        " ", "\n",           "\xc2\xa0",
    "…", ".", "ß", "s", "д", "Д",        "日", "’", "'", "\xc2\xad", "👩", "\xe2\x80\x8d", "ａ"};

static char *
random_text(guint most, guint letters)
{
    GString *text = g_string_new(NULL);
    guint count = (guint)g_test_rand_int_range(1, (gint)most + 1), first = (guint)g_test_rand_int_range(0, 26);
    for (guint i = 0; i < count; i++) {
        guint which = (first + (guint)g_test_rand_int_range(0, (gint)letters)) % G_N_ELEMENTS(alphabet);
        g_string_append(text, alphabet[which]);
    }
    return g_string_free(text, FALSE);
}

static gsize
random_boundary(const char *text)
{
    gsize at = (gsize)g_test_rand_int_range(0, (gint)strlen(text) + 1);
    while (((guchar)text[at] & 0xc0) == 0x80)
        at--;
    return at;
}

/* The first match, and the last one that begins before each offset, as the reference has them. */
static void
compare_with_reference(const char *query, const char *text)
{
    gsize length = strlen(text), from = random_boundary(text), to = random_boundary(text);
    g_autoptr(Search) search = search_new(query, SEARCH_LITERAL, NULL);
    if (from > to)
        from = 0;
    g_autoptr(GArray) inside = reference_matches(query, text, from, to);
    Range match;
    gboolean found = search_next(search, text, from, to, &match, NULL);
    g_assert_cmpint(found, ==, inside->len > 0);
    if (found) {
        Range want = g_array_index(inside, Range, 0);
        if (match.start != want.start || match.end != want.end)
            g_error("«%s» in «%s» from %zu to %zu: found %zu-%zu, want %zu-%zu", query, text, from, to, match.start,
                    match.end, want.start, want.end);
    }
    g_autoptr(GArray) all = reference_matches(query, text, from, length);
    for (gsize before = from; before <= length; before += 1) {
        if (((guchar)text[before] & 0xc0) == 0x80)
            continue;
        int want = -1;
        for (guint i = 0; i < all->len && g_array_index(all, Range, i).start < before; i++)
            want = (int)i;
        found = search_previous(search, text, from, before, &match, NULL);
        if (found != (want >= 0))
            g_error("«%s» in «%s» from %zu before %zu: found %d, want %d", query, text, from, before, found, want);
        if (found)
            g_assert_cmpuint(match.start, ==, g_array_index(all, Range, want).start);
    }
}

static void
test_random(void)
{
    for (guint round = 0; round < 6000; round++) {
        guint letters = (guint)g_test_rand_int_range(2, 27);
        g_autofree char *text = random_text(60, letters);
        g_autofree char *part = random_text(4, letters);
        compare_with_reference(part, text);
        /* A stretch of the text itself, so that long queries are found too. */
        gsize start = random_boundary(text), end = random_boundary(text);
        g_autofree char *stretch = g_strndup(text + MIN(start, end), MAX(start, end) - MIN(start, end));
        if (*stretch)
            compare_with_reference(stretch, text);
    }
}

/* One match in a long text, at every distance from the borders of what is scanned at a time. */
static void
test_far(void)
{
    static const char *const needles[] = {"q", "Q", "щ", "麒", "ﬁ"};
    static const char *const queries[] = {"xqx", "Xqx\\c", "xщx", "x麒x", "xfix"};
    for (guint n = 0; n < G_N_ELEMENTS(needles); n++) {
        g_autoptr(Search) search = search_new(queries[n], SEARCH_LITERAL, NULL);
        for (guint before = 0; before < 70; before++)
            for (guint behind = 0; behind < 36; behind += 5) {
                g_autofree char *left = g_strnfill(before, 'x');
                g_autofree char *right = g_strnfill(behind, 'x');
                g_autofree char *text = g_strconcat(left, "x", needles[n], "x", right, NULL);
                Range match;
                g_assert_true(search_next(search, text, 0, strlen(text), &match, NULL));
                g_assert_cmpuint(match.start, ==, before);
                g_assert_true(search_previous(search, text, 0, strlen(text), &match, NULL));
                g_assert_cmpuint(match.start, ==, before);
                g_assert_cmpuint(match.end, ==, before + 2 + strlen(needles[n]));
            }
    }
}

/* Whatever folds to something is found by it: no character is missing from the tables that the scan is made of. */
static void
test_all_folding(void)
{
    guint seen = 0;
    for (gunichar c = 0x80; c < 0x110000; c++) {
        gunichar out[3];
        char bytes[7] = "";
        if (c >= 0xd800 && c <= 0xdfff)
            continue;
        int count = fold_char(c, FOLD_ALL, out);
        int size = g_unichar_to_utf8(c, bytes);
        if (count == 0 || (count == 1 && out[0] == c))
            continue;
        g_autoptr(GString) composed = g_string_new(NULL);
        nfc_append(composed, bytes, (gsize)size);
        if (strcmp(composed->str, bytes) != 0)
            continue; /* no document holds it */
        g_autoptr(GString) query = g_string_new(NULL);
        for (int i = 0; i < count; i++)
            g_string_append_unichar(query, out[i]);
        if (out[0] != '\\')
            g_string_append(query, "\\c"); /* Cherokee folds to upper case */
        g_autofree char *text = g_strconcat("ꙮ", bytes, "ꙮ", NULL);
        g_autoptr(Search) search = search_new(query->str, SEARCH_LITERAL, NULL);
        Range match;
        if (!search_next(search, text, 0, strlen(text), &match, NULL))
            g_error("U+%04X is not found by what it folds to", c);
        g_assert_cmpuint(match.start, <=, strlen("ꙮ")); /* before it where the character joins the one before */
        g_assert_cmpuint(match.end, >=, strlen("ꙮ") + (gsize)size);
        seen++;
    }
    g_assert_cmpuint(seen, >, 2000);
}

/* Long runs of white space and marks beside candidates are walked a few times, not once for each candidate. */
static void
test_long_runs(void)
{
    const gsize length = 2000000;
    g_autofree char *spaces = g_strnfill(length, ' ');
    spaces[length / 2] = 'b';
    g_autoptr(Search) search = search_new(" b ", SEARCH_LITERAL, NULL);
    Range match;
    g_assert_true(search_next(search, spaces, 0, length, &match, NULL));
    g_assert_true(match.start == 0 && match.end == length);
    g_assert_true(search_previous(search, spaces, 0, length, &match, NULL));
    g_assert_true(match.start == 0);

    g_autoptr(GString) marks = g_string_new("a");
    for (guint i = 0; i < 500000; i++)
        g_string_append(marks, "\xcc\x81");
    g_string_append(marks, "b");
    g_autoptr(Search) over = search_new("ab", SEARCH_LITERAL, NULL);
    g_assert_true(search_next(over, marks->str, 0, marks->len, &match, NULL));
    g_assert_true(match.start == 0 && match.end == marks->len);
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/search/cases", test_cases);
    g_test_add_func("/search/queries", test_queries);
    g_test_add_func("/search/bounds", test_bounds);
    g_test_add_func("/search/far", test_far);
    g_test_add_func("/search/long-runs", test_long_runs);
    g_test_add_func("/search/random", test_random);
    g_test_add_func("/search/all-folding", test_all_folding);
    return g_test_run();
}
