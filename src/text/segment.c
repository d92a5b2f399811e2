/* Words by libunistring; sentences by rules of our own.
 *
 * A sentence ends behind a run of stops with the closing signs and note marks that follow it, where white space and something that can begin a
 * sentence come next, unless the stop belongs to an abbreviation, an initial or a numeral, or stands inside a parenthesis. Whether it does is judged
 * by what stands near it alone, so the search for the sentence around an offset may begin at any place in a word and need not
 * begin with the paragraph. */
#include "text/segment.h"

#include <string.h>
#include <uniwbrk.h>

#include "text/utf8.h"
#include "text/width.h"

#define FIRST_WINDOW 2048   /* bytes to go back for the sentence around an offset, at first */
#define PARENTHESIS_MAX 600 /* bytes to look for the parentheses around a stop */
#define WORD_MAX 40         /* bytes of a word before a stop that are looked at */

/* A boundary: the end of one sentence, and the start of the next. */
typedef struct {
    gsize end, next;
} Boundary;

/* What may stand before a stop within a sentence. */
typedef enum {
    ABBREVIATION_NONE,
    ABBREVIATION_ALWAYS, /* a title, "e.g.": a name or example follows */
    ABBREVIATION_NUMBER, /* "No.", "p.", "Feb.": only before a number */
    ABBREVIATION_MAYBE,  /* "Inc.", "U.S.": may end a sentence as well */
} Abbreviation;

static const char *const always_words[] = {
    "adm", "amb",  "brig", "capt", "cf",     "cmdr", "col", "cpl", "dr",  "e.g",  "fr", "ft",   "gen",  "gov",  "hon",
    "i.e", "insp", "lt",   "maj",  "messrs", "mlle", "mme", "mr",  "mrs", "ms",   "mt", "mx",   "pres", "prof", "pvt",
    "rep", "rev",  "sen",  "sgt",  "st",     "supt", "viz", "vs",  "z.b", "акад", "им", "проф", "см",   "т.е",  "ул",
};

static const char *const number_words[] = {
    "apr", "art", "arts", "aug", "ca",  "ch",   "chap", "dec", "doc",  "ed", "eds", "feb", "fig", "figs", "fn",
    "jan", "jul", "jun",  "mar", "n",   "nn",   "no",   "nos", "nov",  "nr", "oct", "op",  "p",   "para", "paras",
    "pp",  "pt",  "res",  "sec", "sep", "sept", "ser",  "vol", "vols", "гл", "рис", "с",   "ст",  "стр",  "№",
};

static const char *const maybe_words[] = {
    "al",  "assn", "ave", "blvd", "bros", "co", "corp", "dept", "est", "etc",  "inc", "intl", "jr",
    "llc", "ltd",  "rd",  "sr",   "univ", "г",  "гг",   "др",   "млн", "млрд", "руб", "тыс",
};

/* Words that begin a sentence far more often than they go on after an abbreviation. */
static const char *const starters[] = {
    "a",      "after", "all",       "also",     "although", "an",           "and",     "another",
    "as",     "at",    "because",   "before",   "both",     "but",          "by",      "despite",
    "during", "each",  "even",      "for",      "from",     "furthermore",  "he",      "her",
    "his",    "how",   "however",   "i",        "if",       "in",           "instead", "it",
    "its",    "many",  "meanwhile", "moreover", "most",     "nevertheless", "no",      "not",
    "now",    "on",    "once",      "one",      "other",    "our",          "she",     "since",
    "so",     "some",  "such",      "that",     "the",      "their",        "then",    "there",
    "these",  "they",  "this",      "those",    "though",   "thus",         "to",      "under",
    "until",  "we",    "what",      "when",     "where",    "while",        "who",     "why",
    "with",   "you",   "а",         "в",        "во",       "его",          "и",       "как",
    "на",     "но",    "о",         "об",       "он",       "она",          "они",     "по",
    "при",    "с",     "это",       "эти",
};

void
word_breaks(const char *text, gsize length, char *breaks)
{
    if (length == 0)
        return;
    u8_wordbreaks((const guint8 *)text, length, breaks);
    breaks[0] = 1;
}

gboolean
word_is_char(gunichar c)
{
    if (c < 0x80)
        return g_ascii_isalnum((char)c) || c == '_';
    return g_unichar_isalnum(c) || g_unichar_ismark(c);
}

/* ---- signs ---- */

static gboolean
is_wide_stop(gunichar c)
{
    return c == 0x3002 || c == 0xff01 || c == 0xff1f || c == 0xff61;
}

static gboolean
is_stop(gunichar c)
{
    if (c < 0x80)
        return c == '.' || c == '!' || c == '?';
    return c == 0x2026 || (c >= 0x203c && c <= 0x203d) || (c >= 0x2047 && c <= 0x2049) || c == 0x61f || c == 0x6d4 ||
           c == 0x964 || c == 0x965 || c == 0x589 || is_wide_stop(c) || c == 0xff0e;
}

static gboolean
is_closer(gunichar c)
{
    if (c < 0x80)
        return c == ')' || c == ']' || c == '}' || c == '"' || c == '\'';
    GUnicodeType type = g_unichar_type(c);
    return type == G_UNICODE_FINAL_PUNCTUATION || type == G_UNICODE_CLOSE_PUNCTUATION || c == 0x201c;
}

static gboolean
is_opener(gunichar c)
{
    if (c < 0x80)
        return c == '(' || c == '[' || c == '{' || c == '"' || c == '\'' || c == '-' || c == '*';
    GUnicodeType type = g_unichar_type(c);
    return type == G_UNICODE_INITIAL_PUNCTUATION || type == G_UNICODE_OPEN_PUNCTUATION ||
           type == G_UNICODE_DASH_PUNCTUATION || c == 0xbf || c == 0xa1 || c == 0x2022;
}

static gboolean
is_blank(gunichar c)
{
    return c == ' ' || (c != 0 && g_unichar_isspace(c));
}

/* Superscript digits, the daggers and the asterisk: note marks without brackets. */
static gboolean
is_mark_sign(gunichar c)
{
    return c == '*' || c == 0xb2 || c == 0xb3 || c == 0xb9 || (c >= 0x2070 && c <= 0x2079) || c == 0x2020 ||
           c == 0x2021;
}

/* The offset behind a note mark in brackets ("[12]", "[iv]") that begins at `at`; `at` where there is none. */
static gsize
skip_note_mark(const char *text, gsize length, gsize at)
{
    if (at >= length || text[at] != '[')
        return at;
    gsize end = at + 1;
    while (end < length && end - at <= 5 && (g_ascii_isalnum(text[end]) || text[end] == '*'))
        end++;
    return end < length && end > at + 1 && text[end] == ']' ? end + 1 : at;
}

static gsize
skip_blanks(const char *text, gsize length, gsize at)
{
    while (at < length) {
        gsize next = at;
        if (!is_blank(utf8_next(text, &next)))
            break;
        at = next;
    }
    return at;
}

/* ---- what stands before a stop ---- */

static gboolean
is_listed(const char *const *list, gsize count, const char *word)
{
    for (gsize i = 0; i < count; i++) {
        if (*list[i] == *word && strcmp(list[i], word) == 0)
            return TRUE;
    }
    return FALSE;
}

/* The start of the word that ends at `stop`: letters, digits, and stops, hyphens and apostrophes between them. */
static gsize
word_before(const char *text, gsize stop)
{
    gsize at = stop;
    while (at > 0 && stop - at < WORD_MAX) {
        gsize before = at;
        gunichar c = utf8_previous(text, &before);
        if (!word_is_char(c) && c != '.' && c != '-' && c != '\'' && c != 0x2019 && c != 0x2116)
            break;
        at = before;
    }
    while (at < stop && (text[at] == '.' || text[at] == '-' || text[at] == '\''))
        at++;
    return at;
}

/* "U.S", "Ph.D", "т.д": parts of one or two letters with stops between them. */
static gboolean
is_dotted(const char *word)
{
    gsize part = 0;
    gboolean dots = FALSE;
    for (const char *s = word; *s != '\0'; s = g_utf8_next_char(s)) {
        gunichar c = g_utf8_get_char(s);
        if (c == '.') {
            if (part == 0)
                return FALSE;
            dots = TRUE;
            part = 0;
        } else if (!g_unichar_isalpha(c) || ++part > 2) {
            return FALSE;
        }
    }
    return dots && part > 0;
}

static Abbreviation
abbreviation_before(const char *text, gsize stop, gboolean *starts_paragraph)
{
    gsize start = word_before(text, stop);
    *starts_paragraph = start == 0;
    if (start == stop || stop - start >= WORD_MAX)
        return ABBREVIATION_NONE;
    g_autofree char *word = g_strndup(text + start, stop - start);
    g_autofree char *lower = g_utf8_strdown(word, -1);
    gunichar first = g_utf8_get_char(word);
    gboolean single = *g_utf8_next_char(word) == '\0';

    if (is_listed(always_words, G_N_ELEMENTS(always_words), lower))
        return ABBREVIATION_ALWAYS;
    if (is_listed(number_words, G_N_ELEMENTS(number_words), lower))
        return single && g_unichar_isupper(first) ? ABBREVIATION_MAYBE : ABBREVIATION_NUMBER;
    if (is_listed(maybe_words, G_N_ELEMENTS(maybe_words), lower) || is_dotted(word))
        return ABBREVIATION_MAYBE;
    if (single && g_unichar_isupper(first))
        return ABBREVIATION_MAYBE; /* an initial */
    if (start == 0 && stop - start <= 3 && strspn(word, "0123456789") == stop - start)
        return ABBREVIATION_ALWAYS; /* "1. " numbers the paragraph */
    return ABBREVIATION_NONE;
}

/* ---- what stands behind it ---- */

typedef struct {
    gunichar first; /* the first letter or digit, behind opening signs; 0: none near */
    gsize start;    /* where it stands */
} Beginning;

static Beginning
beginning_at(const char *text, gsize length, gsize at)
{
    for (int signs = 0; at < length && signs < 8; signs++) {
        gsize start = at;
        gunichar c = utf8_next(text, &at);
        if (g_unichar_isalnum(c))
            return (Beginning){c, start};
        if (!is_opener(c) && !is_blank(c))
            break;
    }
    return (Beginning){0, at};
}

/* The word at `at` in lower case, or NULL where it is long. *stopped: a stop follows, so it may be an initial or an abbreviation itself. */
static char *
word_at(const char *text, gsize length, gsize at, gboolean *stopped)
{
    gsize end = at;
    while (end < length && end - at <= WORD_MAX) {
        gsize next = end;
        if (!g_unichar_isalpha(utf8_next(text, &next)))
            break;
        end = next;
    }
    if (end - at > WORD_MAX)
        return NULL;
    *stopped = end < length && text[end] == '.';
    return g_utf8_strdown(text + at, (gssize)(end - at));
}

static gboolean
is_roman(const char *word)
{
    return *word != '\0' && strspn(word, "ivxlcdm") == strlen(word);
}

/* TRUE when a stop behind this kind of abbreviation goes on within the sentence. */
static gboolean
goes_on(Abbreviation kind, const char *text, gsize length, Beginning beginning)
{
    if (kind == ABBREVIATION_NONE)
        return FALSE;
    if (kind == ABBREVIATION_ALWAYS)
        return TRUE;
    gboolean stopped = FALSE;
    g_autofree char *word = word_at(text, length, beginning.start, &stopped);
    if (kind == ABBREVIATION_NUMBER)
        return g_unichar_isdigit(beginning.first) || (word != NULL && is_roman(word));
    return word == NULL || stopped || !is_listed(starters, G_N_ELEMENTS(starters), word);
}

/* ---- parentheses ---- */

/* 1 where a parenthesis opens at this byte, -1 where one closes; a fullwidth one counts at its last byte. */
static int
parenthesis_at(const char *text, gsize at)
{
    switch ((guchar)text[at]) {
    case '(':
        return 1;
    case ')':
        return -1;
    case 0x88:
    case 0x89: /* U+FF08 and U+FF09 are EF BC 88 and EF BC 89 */
        if (at < 2 || (guchar)text[at - 1] != 0xbc || (guchar)text[at - 2] != 0xef)
            return 0;
        return (guchar)text[at] == 0x88 ? 1 : -1;
    default:
        return 0;
    }
}

static gboolean
is_inside_parenthesis(const char *text, gsize length, gsize at)
{
    gsize limit = at > PARENTHESIS_MAX ? at - PARENTHESIS_MAX : 0;
    if (memchr(text + limit, '(', at - limit) == NULL && memchr(text + limit, 0x88, at - limit) == NULL)
        return FALSE;
    int depth = 0;
    for (gsize here = at; here > limit && depth < 1; here--)
        depth += parenthesis_at(text, here - 1);
    if (depth < 1)
        return FALSE;
    limit = MIN(length, at + PARENTHESIS_MAX);
    for (gsize here = at; here < limit && depth > 0; here++)
        depth += parenthesis_at(text, here);
    return depth == 0; /* one that is never closed says nothing */
}

/* ---- boundaries ---- */

/* Whether a sentence ends with the run of stops that begins at `stop`. *end comes behind the run with its closing signs and note marks in any case. */
static gboolean
judge_stop(const char *text, gsize length, gsize stop, gsize *end, gsize *next)
{
    gsize at = stop;
    gunichar last = 0; /* the last stop of the run */
    guint stops = 0;
    while (at < length) {
        gsize here = at;
        gunichar c = utf8_next(text, &here);
        if (is_stop(c)) {
            last = c;
            stops++;
        } else if (c == '[') {
            here = skip_note_mark(text, length, at);
            if (here == at)
                break;
        } else if (c == ' ' && here < length && text[here] == '[' && here + 1 < length &&
                   g_ascii_isdigit(text[here + 1])) {
            gsize mark = here; /* "(Global Times, February 4). [1]" */
            here = skip_note_mark(text, length, mark);
            if (here == mark)
                break;
        } else if (!is_closer(c) && !is_mark_sign(c)) {
            break;
        }
        at = here;
    }
    *end = at;
    *next = skip_blanks(text, length, at);
    if (*next == length)
        return FALSE;
    Beginning beginning = beginning_at(text, length, *next);
    gboolean wide = is_wide_stop(last) || last == 0xff0e;
    if (*next == at) {
        /* No white space: only the stops of scripts without it end a sentence. */
        return wide && last != 0xff0e && beginning.first != 0 && !is_inside_parenthesis(text, length, at);
    }
    if (beginning.first == 0 || g_unichar_islower(beginning.first))
        return FALSE;
    if ((last == 0x2026 || stops > 1) && last != '!' && last != '?' && g_unichar_isdigit(beginning.first))
        return FALSE; /* "… 5 people" */
    if (last == '.' && stops == 1) {
        gboolean starts_paragraph;
        Abbreviation kind = abbreviation_before(text, stop, &starts_paragraph);
        if (kind == ABBREVIATION_MAYBE && starts_paragraph && stop <= 4)
            return FALSE; /* "A. " and "IV. " number the paragraph */
        if (goes_on(kind, text, length, beginning))
            return FALSE;
    }
    return !is_inside_parenthesis(text, length, at);
}

/* Bytes that the stops begin with. */
static const guint8 stop_lead[256] = {
    ['.'] = 1, ['!'] = 1, ['?'] = 1, [0xd6] = 1, [0xd8] = 1, [0xdb] = 1, [0xe0] = 1, [0xe2] = 1, [0xe3] = 1, [0xef] = 1,
};

/* The first boundary whose stop stands in [from, limit). */
static gboolean
next_boundary(const char *text, gsize length, gsize from, gsize limit, Boundary *boundary)
{
    gsize at = from;
    while (at < limit) {
        if (!stop_lead[(guchar)text[at]]) {
            at++;
            continue;
        }
        gsize start = at, end, next;
        if (!is_stop(utf8_next(text, &at)))
            continue;
        gboolean ends = judge_stop(text, length, start, &end, &next);
        if (ends) {
            *boundary = (Boundary){end, next};
            return TRUE;
        }
        at = end;
    }
    return FALSE;
}

/* A place at or before `at` where the search may begin: behind white space, or between two letters. */
static gsize
entry_before(const char *text, gsize at)
{
    while (at > 0) {
        gsize before = at;
        if (((guchar)text[at] & 0xc0) != 0x80) {
            gunichar c = utf8_previous(text, &before);
            gsize here = at;
            if (is_blank(c) || (g_unichar_isalpha(c) && g_unichar_isalpha(utf8_next(text, &here))))
                return at;
        } else {
            before = at - 1;
        }
        at = before;
    }
    return 0;
}

gsize
sentence_start(const char *text, gsize length, gsize at)
{
    at = MIN(at, length);
    for (gsize window = FIRST_WINDOW;; window *= 2) {
        gsize from = at > window ? entry_before(text, at - window) : 0;
        gsize start = 0, here = from;
        gboolean found = FALSE;
        Boundary boundary;
        while (here < at && next_boundary(text, length, here, at, &boundary) && boundary.next <= at) {
            start = here = boundary.next;
            found = TRUE;
        }
        if (found || from == 0)
            return start;
    }
}

gsize
sentence_end(const char *text, gsize length, gsize at)
{
    Boundary boundary;
    gsize here = sentence_start(text, length, at);
    if (next_boundary(text, length, here, length, &boundary))
        return boundary.end;
    gsize end = length;
    while (end > here) {
        gsize before = end;
        if (!is_blank(utf8_previous(text, &before)))
            break;
        end = before;
    }
    return end;
}

gsize
sentence_next(const char *text, gsize length, gsize at)
{
    Boundary boundary;
    if (at >= length || !next_boundary(text, length, sentence_start(text, length, at), length, &boundary))
        return length;
    return boundary.next;
}

gsize
sentence_previous(const char *text, gsize length, gsize at)
{
    gsize start = sentence_start(text, length, at);
    return start == 0 ? 0 : sentence_start(text, length, start - 1);
}
