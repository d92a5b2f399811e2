/* Where lines may begin: libunistring's answer, then corrected by what newer versions of UAX #14 say and by what prose with citations needs.
 *
 * The corrections are one pass over the characters. They know the two characters before a place, the one behind it, and of what kind the word (the run
 * without white space) is: in an address and in a very long word a line may begin behind any slash, in a short one ("and/or", "km/h") it may not. */
#include "text/linebreak.h"

#include <string.h>
#include <unilbrk.h>

#include "text/utf8.h"
#include "text/width.h"

#define LONG_WORD 32 /* bytes from which a word with slashes is broken at them */

typedef enum { WORD_SHORT, WORD_LONG, WORD_ADDRESS } WordKind;

typedef struct {
    gunichar before2, before; /* the two characters before the place; 0: none */
    gunichar before_space;    /* the last character that is no space, and the one before that */
    gunichar before_space2;
    gunichar c, after; /* the characters behind the place */
    WordKind word;
    gboolean only_dashes; /* the word has nothing but hyphens before the place */
} Place;

static gboolean
is_space(gunichar c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static gboolean
is_blank_or_none(gunichar c)
{
    return c == 0 || is_space(c) || c == 0xa0 || c == 0x202f;
}

static gboolean
is_initial_quote(gunichar c)
{
    return c >= 0x80 && g_unichar_type(c) == G_UNICODE_INITIAL_PUNCTUATION;
}

static gboolean
is_final_quote(gunichar c)
{
    return c >= 0x80 && g_unichar_type(c) == G_UNICODE_FINAL_PUNCTUATION;
}

static gboolean
is_opening(gunichar c)
{
    return c == '(' || c == '[' || c == '{' || (c >= 0x80 && g_unichar_type(c) == G_UNICODE_OPEN_PUNCTUATION);
}

static gboolean
is_closing(gunichar c)
{
    return c == ')' || c == ']' || c == '}' || c == ',' || c == '.' || c == ';' || c == ':' || c == '!' || c == '?' ||
           (c >= 0x80 && g_unichar_type(c) == G_UNICODE_CLOSE_PUNCTUATION);
}

static gboolean
is_dash(gunichar c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015);
}

static gboolean
extends_cluster(gunichar c)
{
    return c >= 0x300 &&
           (g_unichar_ismark(c) || c == 0x200d || (c >= 0x1f3fb && c <= 0x1f3ff) || (c >= 0xe0020 && c <= 0xe007f));
}

/* Joins at a stop, comma or colon inside a word: "e.g.", "doi.org", "1,000" (LB 29 and LB 25). */
static gboolean
is_inner_stop(const Place *p)
{
    return (p->before == '.' || p->before == ',' || p->before == ':' || p->before == ';') && g_unichar_isalnum(p->c) &&
           char_width(p->c) < 2;
}

/* Outside a quotation mark among ideographs, which stand without spaces (LB 19a of Unicode 16). */
static gboolean
is_cjk_quote(const Place *p)
{
    if (is_final_quote(p->before))
        return char_width(p->before2) == 2 && char_width(p->c) == 2 && g_unichar_isalpha(p->c);
    return is_initial_quote(p->c) && char_width(p->before) == 2 && !is_opening(p->before) && char_width(p->after) == 2;
}

static int
judge_slash(const Place *p, int found)
{
    if (p->word == WORD_SHORT || p->before2 == 0 || is_space(p->before2))
        return LINE_BREAK_NONE;
    if (p->word == WORD_LONG)
        return found;
    /* In an address: behind the slash, but not inside or behind "//". */
    gboolean begins = g_unichar_isalnum(p->c) || p->c == '~' || p->c == '%' || p->c == '@' || p->c == '_' ||
                      p->c == '?' || p->c == '#';
    return begins && p->before2 != '/' ? LINE_BREAK_ALLOWED : LINE_BREAK_NONE;
}

/* The place behind one or more spaces. */
static int
judge_after_space(const Place *p, int found)
{
    gboolean opened =
        is_initial_quote(p->before_space) &&
        (is_blank_or_none(p->before_space2) || is_opening(p->before_space2) || is_initial_quote(p->before_space2));
    if (opened)
        return LINE_BREAK_NONE; /* LB 15a: « mot » */
    if (is_final_quote(p->c) && (is_blank_or_none(p->after) || is_closing(p->after)))
        return LINE_BREAK_NONE; /* LB 15b */
    if (p->c >= 0x2013 && p->c <= 0x2015 && is_blank_or_none(p->after))
        return LINE_BREAK_NONE; /* a dash between spaces stays with what it follows */
    if (is_opening(p->c) && !is_opening(p->before_space))
        return LINE_BREAK_ALLOWED; /* older versions join a quotation and the parenthesis behind it */
    return found;
}

static int
judge(const Place *p, int found)
{
    if (extends_cluster(p->c))
        return LINE_BREAK_NONE; /* also behind a space, which a mark is drawn on */
    if (p->before == ' ' && p->c != ' ')
        return judge_after_space(p, found);
    if (is_space(p->before) || is_space(p->c))
        return found;
    if (is_inner_stop(p))
        return LINE_BREAK_NONE;
    if (p->before == '/')
        return judge_slash(p, found);
    if (p->word == WORD_ADDRESS) {
        if (p->before == '?' || p->before == '&' || p->before == '#' || p->before == '=')
            return LINE_BREAK_NONE;
        if (p->c == '?' || p->c == '&' || p->c == '#')
            return g_unichar_isalnum(p->before) && !is_blank_or_none(p->after) && g_unichar_isalnum(p->after)
                       ? LINE_BREAK_ALLOWED
                       : found;
    }
    if (found == LINE_BREAK_NONE)
        return is_cjk_quote(p) ? LINE_BREAK_ALLOWED : found;
    if (is_opening(p->c) && p->c < 0x80 && !is_dash(p->before) && char_width(p->before) < 2)
        return LINE_BREAK_NONE; /* "word.[1]", "f(x)" */
    if (p->c >= 0x2013 && p->c <= 0x2015)
        return LINE_BREAK_NONE; /* a dash ends a line, and begins none */
    if (is_dash(p->before)) {
        if (g_unichar_isdigit(p->before2) && g_unichar_isdigit(p->c))
            return LINE_BREAK_NONE; /* "2025–26" */
        if (p->before < 0x2013 && (p->only_dashes || is_opening(p->before2)))
            return LINE_BREAK_NONE; /* LB 20a: "--option" */
    }
    return found;
}

static WordKind
kind_of_word(const char *text, gsize length, gsize at, gsize *end)
{
    gsize here = at;
    gboolean scheme = FALSE;
    while (here < length && !is_space((guchar)text[here])) {
        if (text[here] == ':' && length - here > 2 && text[here + 1] == '/' && text[here + 2] == '/')
            scheme = TRUE;
        here++;
    }
    *end = here;
    while (at < here && (text[at] == '(' || text[at] == '<' || text[at] == '[' || text[at] == '"'))
        at++;
    if (scheme || (here - at > 4 && g_ascii_strncasecmp(text + at, "www.", 4) == 0))
        return WORD_ADDRESS;
    return here - at >= LONG_WORD ? WORD_LONG : WORD_SHORT;
}

static gboolean
is_other_line_end(gunichar c)
{
    return c == '\r' || c == 0x0b || c == 0x0c || c == 0x85 || c == 0x2028 || c == 0x2029;
}

void
line_breaks(const char *text, gsize length, char *breaks)
{
    if (length == 0)
        return;
    u8_possible_linebreaks((const guint8 *)text, length, "UTF-8", breaks);

    Place place = {0};
    gsize word_end = 0, at = 0;
    while (at < length) {
        gsize start = at;
        place.c = utf8_next(text, &at);
        place.after = utf8_peek(text, length, at);
        if (start >= word_end && !is_space(place.c)) {
            place.word = kind_of_word(text, length, start, &word_end);
            place.only_dashes = TRUE;
        }

        int found = breaks[start] == UC_BREAK_POSSIBLE || is_other_line_end(place.before) ? LINE_BREAK_ALLOWED
                                                                                          : LINE_BREAK_NONE;
        if (start == 0 || (place.before == '\r' && place.c == '\n'))
            found = LINE_BREAK_NONE;
        else if (place.before == '\n')
            found = LINE_BREAK_MANDATORY;
        else
            found = judge(&place, found);
        memset(breaks + start, LINE_BREAK_NONE, at - start);
        breaks[start] = (char)found;

        place.only_dashes = place.only_dashes && is_dash(place.c);
        place.before2 = place.before;
        place.before = place.c;
        if (!is_space(place.c)) {
            place.before_space2 = is_space(place.before2) ? ' ' : place.before2;
            place.before_space = place.c;
        }
    }
}
