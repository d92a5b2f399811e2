/* Lines that are known by their look alone: list marks, rules, underlines, headings, tables, captions. */
#include "import/text_private.h"

#include <string.h>

static gboolean
is_space_at(const char *s, gsize length, gsize at, gsize *size)
{
    if (at < length && (s[at] == ' ' || s[at] == '\t')) {
        *size = 1;
        return TRUE;
    }
    *size = 2;
    return at + 1 < length && (guchar)s[at] == 0xc2 && (guchar)s[at + 1] == 0xa0;
}

static gsize
behind_spaces(const char *s, gsize length, gsize at)
{
    gsize size;
    while (is_space_at(s, length, at, &size))
        at += size;
    return at;
}

/* A mark of n bytes that must be followed by white space, or end the line. */
static ListMark
mark_then_space(MarkKind kind, const char *s, gsize length, gsize n, guint number)
{
    gsize skip = behind_spaces(s, length, n);
    if (skip == n && n < length)
        return (ListMark){MARK_NONE, 0, 0, 0};
    return (ListMark){kind, number, n, skip};
}

static ListMark
number_mark(const char *s, gsize length)
{
    static const ListMark none = {MARK_NONE, 0, 0, 0};
    gsize at = 0, from;
    gboolean open = s[0] == '(';
    at += open;
    from = at;
    guint number = 0;
    while (at < length && g_ascii_isdigit(s[at]) && at - from < 4)
        number = number * 10 + (guint)(s[at++] - '0');
    if (at > from) {
        if (at - from > 3 || at >= length || (open ? s[at] != ')' : s[at] != '.' && s[at] != ')'))
            return none;
        return mark_then_space(MARK_NUMBER, s, length, at + 1, number);
    }
    /* "(a)", "a)", "(iv)", "iv)" */
    while (at < length && g_ascii_islower(s[at]) && at - from < 5)
        at++;
    gsize letters = at - from;
    if (letters == 0 || at >= length || s[at] != ')' || (letters > 1 && strspn(s + from, "ivx") < letters))
        return none;
    return mark_then_space(MARK_LETTER, s, length, at + 1, 0);
}

ListMark
list_mark(const char *s, gsize length)
{
    static const ListMark none = {MARK_NONE, 0, 0, 0};
    static const gunichar signs[] = {0x2022, 0x25e6, 0x2023, 0x25aa, 0x25cf, 0x25cb, 0x25a0, 0x25a1, 0x25b8,
                                     0x25ba, 0x2043, 0x2219, 0x27a2, 0x2756, 0xf0b7, 0xb7,   0x30fb};
    if (length < 2)
        return none;
    guchar first = (guchar)s[0];
    if (first == '-' || first == '*' || first == '+')
        return mark_then_space(MARK_SIGN, s, length, 1, 0);
    if (first == '(' || g_ascii_isdigit(first) || g_ascii_islower(first))
        return length > 2 ? number_mark(s, length) : none;
    if (first < 0xc2)
        return none;
    gsize at = 0;
    gunichar c = words_char(s, length, &at);
    if (c == 0x2013 || c == 0x2014)
        return mark_then_space(MARK_DASH, s, length, at, 0);
    for (gsize i = 0; i < G_N_ELEMENTS(signs); i++)
        if (c == signs[i])
            return (ListMark){MARK_SIGN, 0, at, behind_spaces(s, length, at)};
    return none;
}

gboolean
looks_ruled(const char *s, gsize length)
{
    if (length < 3 || length > 400)
        return FALSE;
    guint signs = 0;
    gunichar sign = 0;
    for (gsize at = 0; at < length;) {
        gunichar c = words_char(s, length, &at);
        if (c == ' ' || c == '\t')
            continue;
        if (!sign)
            sign = c;
        if (c != sign || !(c == '*' || c == '-' || c == '_' || c == '=' || c == '~' || c == '#' || c == 0x2014 ||
                           c == 0x2500 || c == 0x2a || c == 0x2042 || c == 0x2217))
            return FALSE;
        signs++;
    }
    return signs >= 3;
}

char
looks_underline(const char *s, gsize length)
{
    if (length < 3 || length > 200 || (s[0] != '=' && s[0] != '-' && s[0] != '~'))
        return 0;
    for (gsize i = 1; i < length; i++)
        if (s[i] != s[0])
            return 0;
    return s[0];
}

gboolean
looks_tabular(const char *s, gsize length)
{
    if (length < 3 || length > 400)
        return FALSE;
    guint bars = 0, gaps = 0, tabs = 0;
    for (gsize i = 0; i < length; i++) {
        bars += s[i] == '|';
        tabs += s[i] == '\t';
        if (s[i] == ' ' && i + 2 < length && s[i + 1] == ' ' && s[i + 2] == ' ') {
            gaps++;
            while (i + 1 < length && s[i + 1] == ' ')
                i++;
        }
    }
    gboolean line = TRUE; /* "+-----+----+" */
    for (gsize i = 0; i < length && line; i++)
        line = s[i] == '+' || s[i] == '-' || s[i] == '=';
    gboolean frame = (s[0] == '+' && s[length - 1] == '+' && line) || (s[0] == '|' && s[length - 1] == '|');
    return frame || bars >= 2 || gaps >= 1 || tabs >= 1;
}

gboolean
looks_credited(const char *s, gsize length)
{
    static const char *const credits[] = {
        "(Source:",  "(source:", "(Photo:",   "(Photo by ",     "(Photo credit:", "(Image:",  "(Credit:",
        "(Picture:", "(Map:",    "(Graphic:", "(Image source:", "(Photo source:", "(Courtesy"};
    static const char *const openings[] = {"Photo: ",        "Photo by ", "Image: ",   "Image by ", "Photo credit: ",
                                           "Image credit: ", "Picture: ", "Caption: ", "Map: "};
    if (length < 8 || length > 400)
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(openings); i++)
        if (length < 200 && words_begin(s, length, openings[i]))
            return TRUE;
    gsize end = length;
    if (s[end - 1] == '.')
        end--;
    if (s[end - 1] != ')')
        return FALSE;
    const char *open = g_strrstr_len(s, (gssize)end, "(");
    if (!open || (gsize)(open - s) + 100 < end)
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(credits); i++)
        if (strncmp(open, credits[i], strlen(credits[i])) == 0)
            return TRUE;
    return FALSE;
}

guint
looks_hashed(const char *s, gsize length, gsize *skip)
{
    gsize level = 0;
    while (level < length && s[level] == '#')
        level++;
    gsize at = behind_spaces(s, length, level);
    if (level < 1 || level > 6 || at == level || at >= length)
        return 0;
    *skip = at;
    return (guint)level;
}

gboolean
looks_heading(const char *s, gsize length)
{
    if (length < 2 || length > 300 || words_columns(s, length, 101) > 100 || words_count(s, length, 16) > 15)
        return FALSE;
    gboolean capitals = words_are_capitals(s, length);
    gunichar last = words_last(s, length);
    if (last == ',' || last == ';' || last == '-' || last == 0x2014 || last == 0x2013 || last == 0x3001 ||
        last == 0xff0c)
        return FALSE;
    if (last == ':' && words_count(s, length, 9) > 8)
        return FALSE;
    if (words_end_sentence(s, length) && !capitals &&
        !(last == '?' && words_are_titled(s, length) && words_count(s, length, 4) > 2))
        return FALSE;
    gsize at = 0;
    gunichar first = words_char(s, length, &at);
    if ((first == 0x201c || first == '"' || first == 0xab) && words_are_titled(s, length))
        first = words_char(s, length, &at);
    if (!g_unichar_isalnum(first) && first != 0xbf && first != 0x300c && first != 0x300a)
        return FALSE;
    if (words_case(first) < 0 || first == 0xfffd)
        return FALSE;
    if (length > 8 && (words_begin(s, length, "http") || words_begin(s, length, "www.")))
        return FALSE;
    return g_unichar_isalpha(first) || words_count(s, length, 3) > 1;
}
