/* Words and characters of text that need not be valid UTF-8 yet: what the passes ask about a line. */
#include "import/text_private.h"

#include <string.h>

#include "base/safe.h"
#include "text/fold.h"

gunichar
words_char(const char *s, gsize length, gsize *at)
{
    if (*at >= length)
        return 0;
    guchar first = (guchar)s[*at];
    if (first < 0x80) {
        *at += 1;
        return first ? first : 0xfffd;
    }
    gunichar c = g_utf8_get_char_validated(s + *at, (gssize)(length - *at));
    if (c == (gunichar)-1 || c == (gunichar)-2 || c == 0) {
        *at += 1;
        return 0xfffd;
    }
    *at += g_utf8_skip[first];
    return c;
}

guint
words_columns(const char *s, gsize length, guint most)
{
    guint columns = 0;
    for (gsize i = 0; i < length && columns < most; i++)
        columns += ((guchar)s[i] & 0xc0) != 0x80;
    return columns;
}

guint
words_count(const char *s, gsize length, guint most)
{
    guint words = 0;
    gboolean inside = FALSE;
    for (gsize i = 0; i < length && words < most; i++) {
        gboolean space = s[i] == ' ' || s[i] == '\t';
        words += !space && !inside;
        inside = !space;
    }
    return words;
}

static gboolean
is_closing(gunichar c)
{
    return c == ')' || c == ']' || c == '"' || c == '\'' || c == '*' || c == '_' || c == 0x2019 || c == 0x201d ||
           c == 0x201c || c == 0xbb || c == 0xab || c == 0x300d || c == 0x300f || c == 0xff09 || c == 0x200f ||
           c == 0x200e || c == 0xb9 || c == 0xb2 || c == 0xb3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}

gunichar
words_last(const char *s, gsize length)
{
    gsize end = length;
    while (end > 0) {
        gsize at = end - 1;
        while (at > 0 && end - at < 4 && ((guchar)s[at] & 0xc0) == 0x80)
            at--;
        gsize next = at;
        gunichar c = words_char(s, end, &next);
        if (c == ']') { /* a note mark as a whole */
            gsize open = at;
            while (open > 0 && at - open < 6 && s[open - 1] != '[' && s[open - 1] != ' ')
                open--;
            if (open > 0 && s[open - 1] == '[') {
                end = open - 1;
                continue;
            }
        }
        if (!is_closing(c) && c != ' ' && c != '\t' && c != 0xa0)
            return c;
        end = at;
    }
    return 0;
}

/* "… a commission. (Reuter, May 1)": the end without the parenthesis, where a full stop stands before it. */
static gsize
before_parenthesis(const char *s, gsize length)
{
    while (length > 0 && s[length - 1] == ' ')
        length--;
    if (length < 4 || s[length - 1] != ')')
        return length;
    gsize open = length - 1;
    while (open > 0 && length - open < 400 && s[open] != '(')
        open--;
    if (s[open] != '(' || open < 2 || s[open - 1] != ' ')
        return length;
    gsize before = open;
    while (before > 0 && s[before - 1] == ' ')
        before--;
    return before > 0 && strchr(".!?\"\235", s[before - 1]) ? before
                                                            : length; /* \235: the last byte of a curly quote */
}

gboolean
words_end_sentence(const char *s, gsize length)
{
    length = before_parenthesis(s, length);
    switch (words_last(s, length)) {
    case '.':
    case '!':
    case '?':
    case 0x2026:
    case 0x3002: /* ideographic */
    case 0xff0e:
    case 0xff01:
    case 0xff1f:
    case 0x061f: /* Arabic question mark */
    case 0x06d4: /* Urdu full stop */
    case 0x0964: /* danda */
    case 0x0589: /* Armenian */
        return TRUE;
    default:
        return FALSE;
    }
}

int
words_case(gunichar c)
{
    if (c < 0x80)
        return g_ascii_islower((char)c) ? -1 : g_ascii_isupper((char)c) ? 1 : 0;
    return g_unichar_islower(c) ? -1 : g_unichar_isupper(c) || g_unichar_istitle(c) ? 1 : 0;
}

gboolean
words_are_capitals(const char *s, gsize length)
{
    guint capitals = 0;
    for (gsize at = 0; at < length;) {
        int letter = words_case(words_char(s, length, &at));
        if (letter < 0)
            return FALSE;
        capitals += letter > 0;
    }
    return capitals >= 4;
}

gboolean
words_are_titled(const char *s, gsize length)
{
    guint titled = 0, small = 0;
    for (gsize at = 0; at < length;) {
        gsize start = at;
        gunichar first = 0, c = 0;
        while (at < length && (c = words_char(s, length, &at)) != ' ')
            if (!first && (g_unichar_isalnum(c) || at - start > 12))
                first = c;
        if (!first)
            continue;
        if (words_case(first) > 0 || g_unichar_isdigit(first) || words_case(first) == 0)
            titled++;
        else if (at - start > 5)
            small++;
    }
    return titled > 0 && small * 3 <= titled;
}

gboolean
words_begin(const char *s, gsize length, const char *prefix)
{
    gsize n = strlen(prefix);
    return length >= n && memcmp(s, prefix, n) == 0;
}

gboolean
words_begin_lower(const char *s, gsize length)
{
    gsize at = 0;
    return words_case(words_char(s, length, &at)) < 0;
}

char *
words_fold(const char *s, gsize length)
{
    g_autoptr(GString) safe = g_string_sized_new(length + 1);
    safe_append(safe, s, (gssize)length);
    g_autofree char *folded = fold_text(safe->str, (gssize)safe->len, FOLD_CASE | FOLD_SIGNS);
    g_string_truncate(safe, 0);
    for (const char *p = folded; *p; p++)
        if (*p != ' ')
            g_string_append_c(safe, *p);
        else if (safe->len && safe->str[safe->len - 1] != ' ')
            g_string_append_c(safe, ' ');
    if (safe->len && safe->str[safe->len - 1] == ' ')
        g_string_truncate(safe, safe->len - 1);
    return g_strdup(safe->str);
}

gboolean
words_have(const char *folded, const char *phrase)
{
    gsize length = strlen(phrase);
    for (const char *p = folded; (p = strstr(p, phrase)) != NULL; p++) {
        gboolean begins = p == folded || !g_ascii_isalnum(p[-1]) || !g_ascii_isalnum(*phrase);
        gboolean ends = !g_ascii_isalnum(p[length]) || !g_ascii_isalnum(phrase[length - 1]);
        if (begins && ends)
            return TRUE;
    }
    return FALSE;
}
