/* The marks of notes in one block's text, handed to the builder: "[1]", "[1], [2]", "[3, 4]", "[^1]", "¹", and with
 * more care "(1)" and a bare digit behind a full stop. */
#include "import/text_private.h"

#include <string.h>

static void
hand_over(TextPage *page, gsize start, gsize end, const char *label, gsize length)
{
    g_autofree char *name = g_strndup(label, length);
    builder_note_mark(page->builder, range_make(start, end), name);
}

static gboolean
has_label(const TextPage *page, const char *label, gsize length)
{
    g_autofree char *name = g_strndup(label, length);
    return g_hash_table_contains(page->labels, name);
}

/* "[3, 4]", "[3-5]": each number is a mark; TRUE when the bracket is such a list. */
static gboolean
mark_list(TextPage *page, const char *s, gsize open, gsize close)
{
    guint numbers = 0;
    for (gsize i = open + 1; i < close; i++) {
        if (!g_ascii_isdigit(s[i]) && !strchr(", -;", s[i]))
            return FALSE;
        numbers += g_ascii_isdigit(s[i]) && !g_ascii_isdigit(s[i - 1]);
    }
    if (numbers < 2)
        return FALSE;
    for (gsize i = open + 1; i < close;) {
        gsize from = i;
        while (i < close && g_ascii_isdigit(s[i]))
            i++;
        if (i > from && i - from > 3)
            return TRUE;
        if (i > from)
            hand_over(page, from, i, s + from, i - from);
        else
            i++;
    }
    return TRUE;
}

static void
mark_bracket(TextPage *page, const char *s, gsize length, gsize open)
{
    gsize close = open + 1, from = open + 1 + (open + 1 < length && s[open + 1] == '^');
    while (close < length && close - open < 16 && s[close] != ']' && s[close] != '[')
        close++;
    if (close >= length || s[close] != ']' || close == from)
        return;
    gsize size = close - from;
    gboolean digits = size <= 3;
    for (gsize i = from; i < close; i++)
        digits &= g_ascii_isdigit(s[i]);
    if (digits || (size <= 4 && has_label(page, s + from, size)))
        hand_over(page, open, close + 1, s + from, size);
    else
        mark_list(page, s, open, close);
}

/* A number whose note exists and that comes next, so that "(1)" of a list or "2.5" are none. */
static gboolean
comes_next(TextPage *page, const char *digits, gsize length)
{
    guint number = 0;
    for (gsize i = 0; i < length; i++)
        number = number * 10 + (guint)(digits[i] - '0');
    if (number == 0 || (page->plain_mark > 0 && number > page->plain_mark + 3) ||
        !(page->round_marks || has_label(page, digits, length)))
        return FALSE;
    page->plain_mark = MAX(page->plain_mark, number);
    return TRUE;
}

static gboolean
is_stop(const char *s, gsize at)
{
    if (at == 0)
        return FALSE;
    guchar before = (guchar)s[at - 1];
    if (before == '.' || before == '!' || before == '?' || before == ',' || before == ';')
        return at < 2 || !g_ascii_isdigit(s[at - 2]);
    return before == ')' || before == '"' || (at >= 3 && memcmp(s + at - 3, "\342\200\235", 3) == 0);
}

/* "… said. (1)", "… said (1). Then". */
static void
mark_round(TextPage *page, const char *s, gsize length, gsize open)
{
    gsize end = open + 1;
    while (end < length && g_ascii_isdigit(s[end]) && end - open <= 3)
        end++;
    if (end == open + 1 || end >= length || s[end] != ')')
        return;
    gsize before = open;
    while (before > 0 && s[before - 1] == ' ')
        before--;
    gboolean behind_stop = is_stop(s, before), before_stop = end + 1 == length || strchr(".,;", s[end + 1]);
    if ((behind_stop || (before_stop && before > 0)) && comes_next(page, s + open + 1, end - open - 1))
        hand_over(page, open, end + 1, s + open + 1, end - open - 1);
}

/* TRUE when the full stop at `stop` stands behind "No", "p", a single letter: a number belongs to it. */
static gboolean
is_abbreviation(const char *s, gsize stop)
{
    static const char *const words[] = {"no", "nos", "nr",  "vol", "art", "sec", "fig",  "ch",
                                        "pt", "pp",  "par", "eq",  "ver", "st",  "sect", "chap"};
    gsize start = stop;
    while (start > 0 && stop - start < 8 && g_ascii_isalpha(s[start - 1]))
        start--;
    if (stop - start == 0)
        return FALSE;
    if (stop - start == 1)
        return TRUE;
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        if (strlen(words[i]) == stop - start && g_ascii_strncasecmp(s + start, words[i], stop - start) == 0)
            return TRUE;
    return FALSE;
}

/* "… said.1 Then", "… “said.”12". */
static void
mark_digit(TextPage *page, const char *s, gsize length, gsize at)
{
    gsize end = at;
    while (end < length && g_ascii_isdigit(s[end]) && end - at < 4)
        end++;
    if (end - at > 3 || !is_stop(s, at) || s[at - 1] == ')' || !(end == length || s[end] == ' ' || s[end] == '\n'))
        return;
    if (s[at - 1] == '.' && is_abbreviation(s, at - 1))
        return; /* "No.1", "U.S.1" */
    if (comes_next(page, s + at, end - at))
        hand_over(page, at, end, s + at, end - at);
}

/* The raised digits at s, as a label. */
static gsize
raised(const char *s, gsize length, char *label, gsize *size)
{
    static const char *const digits = "0123456789";
    gsize at = 0;
    *size = 0;
    while (at < length && *size < 3) {
        gsize next = at;
        gunichar c = words_char(s, length, &next);
        int digit = c == 0xb9                    ? 1
                    : c == 0xb2                  ? 2
                    : c == 0xb3                  ? 3
                    : c == 0x2070                ? 0
                    : c >= 0x2074 && c <= 0x2079 ? (int)(c - 0x2070)
                                                 : -1;
        if (digit < 0)
            break;
        label[(*size)++] = digits[digit];
        at = next;
    }
    return at;
}

static void
mark_raised(TextPage *page, const char *s, gsize length, gsize at, gsize *behind)
{
    char label[4];
    gsize size, n = raised(s + at, length - at, label, &size);
    *behind = at + MAX(n, 1);
    gsize word = at;
    while (word > 0 && g_ascii_isalpha(s[word - 1]))
        word--;
    gboolean unit = at - word > 0 && at - word <= 2 && size == 1 && (label[0] == '2' || label[0] == '3'); /* m², km³ */
    if (n > 0 && at > 0 && !unit && has_label(page, label, size))
        hand_over(page, at, at + n, label, size);
}

void
text_mark_notes(TextPage *page, const char *s, gsize length, gsize from)
{
    if (!page->word_notes) {
        for (const char *p = s + from, *end = s + length; p < end && (p = memchr(p, '[', (gsize)(end - p))) != NULL;
             p++)
            mark_bracket(page, s, length, (gsize)(p - s));
        return;
    }
    for (gsize at = from; at < length;) {
        guchar byte = (guchar)s[at];
        if (byte == '[')
            mark_bracket(page, s, length, at);
        else if (byte == '(')
            mark_round(page, s, length, at);
        else if (g_ascii_isdigit(byte) && at > 0 && !g_ascii_isalnum(s[at - 1]) && s[at - 1] != ' ')
            mark_digit(page, s, length, at);
        if (byte == 0xc2 || byte == 0xe2)
            mark_raised(page, s, length, at, &at);
        else
            at++;
    }
}
