/* Dates of a masthead, in the forms in which pages print them: 02.18.2026 (month first unless it cannot be), February
 * 18, 2026, 18 February 2026, 2026-02-18, 18 февраля 2026, 2026年2月18日. Only dates with a year; the citations in the
 * text are read elsewhere. */
#include "import/text_private.h"

#include <string.h>

/* Names and abbreviations, in small letters, with the month from 1. An abbreviation may be followed by a full stop. */
static const struct {
    const char *name;
    int month;
} month_names[] = {
    {"january", 1},  {"february", 2},   {"march", 3},     {"april", 4},      {"may", 5},        {"june", 6},
    {"july", 7},     {"august", 8},     {"september", 9}, {"october", 10},   {"november", 11},  {"december", 12},
    {"jan", 1},      {"feb", 2},        {"mar", 3},       {"apr", 4},        {"jun", 6},        {"jul", 7},
    {"aug", 8},      {"sept", 9},       {"sep", 9},       {"oct", 10},       {"nov", 11},       {"dec", 12},
    {"января", 1},   {"февраля", 2},    {"марта", 3},     {"апреля", 4},     {"мая", 5},        {"июня", 6},
    {"июля", 7},     {"августа", 8},    {"сентября", 9},  {"октября", 10},   {"ноября", 11},    {"декабря", 12},
    {"січня", 1},    {"лютого", 2},     {"березня", 3},   {"квітня", 4},     {"травня", 5},     {"червня", 6},
    {"липня", 7},    {"серпня", 8},     {"вересня", 9},   {"жовтня", 10},    {"листопада", 11}, {"грудня", 12},
    {"yanvar", 1},   {"fevral", 2},     {"mart", 3},      {"aprel", 4},      {"iyun", 6},       {"iyul", 7},
    {"avqust", 8},   {"sentyabr", 9},   {"oktyabr", 10},  {"noyabr", 11},    {"dekabr", 12},    {"ocak", 1},
    {"şubat", 2},    {"nisan", 4},      {"mayıs", 5},     {"haziran", 6},    {"temmuz", 7},     {"ağustos", 8},
    {"eylül", 9},    {"ekim", 10},      {"kasım", 11},    {"aralık", 12},    {"januar", 1},     {"februar", 2},
    {"märz", 3},     {"mai", 5},        {"juni", 6},      {"juli", 7},       {"oktober", 10},   {"dezember", 12},
    {"janvier", 1},  {"février", 2},    {"mars", 3},      {"avril", 4},      {"juin", 6},       {"juillet", 7},
    {"août", 8},     {"septembre", 9},  {"octobre", 10},  {"novembre", 11},  {"décembre", 12},  {"enero", 1},
    {"febrero", 2},  {"marzo", 3},      {"abril", 4},     {"mayo", 5},       {"junio", 6},      {"julio", 7},
    {"agosto", 8},   {"septiembre", 9}, {"octubre", 10},  {"noviembre", 11}, {"diciembre", 12}, {"gennaio", 1},
    {"febbraio", 2}, {"aprile", 4},     {"maggio", 5},    {"giugno", 6},     {"luglio", 7},     {"settembre", 9},
    {"ottobre", 10}, {"dicembre", 12},  {"يناير", 1},     {"فبراير", 2},     {"مارس", 3},       {"أبريل", 4},
    {"مايو", 5},     {"يونيو", 6},      {"يوليو", 7},     {"أغسطس", 8},      {"سبتمبر", 9},     {"أكتوبر", 10},
    {"نوفمبر", 11},  {"ديسمبر", 12},
};

/* A cursor over the text. */
typedef struct {
    const char *s;
    gsize length, at;
} Cursor;

static gsize
take_spaces(Cursor *c)
{
    gsize from = c->at;
    for (;;) {
        if (c->at < c->length && (c->s[c->at] == ' ' || c->s[c->at] == '\t'))
            c->at++;
        else if (c->at + 1 < c->length && (guchar)c->s[c->at] == 0xc2 && (guchar)c->s[c->at + 1] == 0xa0)
            c->at += 2;
        else
            return c->at - from;
    }
}

static gboolean
take(Cursor *c, char byte)
{
    if (c->at >= c->length || c->s[c->at] != byte)
        return FALSE;
    c->at++;
    return TRUE;
}

static gboolean
take_text(Cursor *c, const char *text)
{
    gsize n = strlen(text);
    if (c->length - c->at < n || memcmp(c->s + c->at, text, n) != 0)
        return FALSE;
    c->at += n;
    return TRUE;
}

/* A number of at most `most` digits, not followed by a further one; -1 if none. */
static int
take_number(Cursor *c, int most, int *digits)
{
    int value = 0, n = 0;
    while (c->at < c->length && g_ascii_isdigit(c->s[c->at]) && n <= most) {
        value = value * 10 + (c->s[c->at] - '0');
        c->at++;
        n++;
    }
    if (digits)
        *digits = n;
    return n == 0 || n > most ? -1 : value;
}

static int
take_month(Cursor *c)
{
    for (gsize i = 0; i < G_N_ELEMENTS(month_names); i++) {
        const char *name = month_names[i].name;
        gsize size = strlen(name), a = c->at, b = 0;
        gboolean same = TRUE;
        while (b < size && same)
            same = a < c->length && g_unichar_tolower(words_char(c->s, c->length, &a)) == words_char(name, size, &b);
        gsize behind = a;
        if (!same || (a < c->length && g_unichar_isalpha(words_char(c->s, c->length, &behind))))
            continue;
        c->at = a;
        take(c, '.');
        return month_names[i].month;
    }
    return 0;
}

static int
take_year(Cursor *c)
{
    int digits, year = take_number(c, 4, &digits);
    return digits == 4 && year >= 1700 && year <= 2199 ? year : -1;
}

static gboolean
write_iso(char iso[11], int year, int month, int day)
{
    if (year < 0 || month < 1 || month > 12)
        return FALSE;
    if (day < 0) {
        g_snprintf(iso, 11, "%04d-%02d", year, month);
        return TRUE;
    }
    if (!g_date_valid_dmy((GDateDay)CLAMP(day, 0, 255), (GDateMonth)month, (GDateYear)year))
        return FALSE;
    g_snprintf(iso, 11, "%04d-%02d-%02d", year, month, day);
    return TRUE;
}

static void
take_ordinal(Cursor *c)
{
    if (!take_text(c, "st") && !take_text(c, "nd") && !take_text(c, "rd") && !take_text(c, "th"))
        take(c, '.');
}

/* "February 18, 2026", "Feb. 18 2026", "February 2026". */
static gboolean
month_first(Cursor *c, char iso[11])
{
    int month = take_month(c);
    if (!month || !(take_spaces(c) || take(c, ',')))
        return FALSE;
    take_spaces(c);
    Cursor year_only = *c;
    int year = take_year(&year_only);
    if (year > 0) {
        *c = year_only;
        return write_iso(iso, year, month, -1);
    }
    int day = take_number(c, 2, NULL);
    take_ordinal(c);
    gboolean comma = take(c, ',');
    if (!take_spaces(c) && !comma)
        return FALSE;
    return day > 0 && write_iso(iso, take_year(c), month, day);
}

/* "18 February 2026", "18. Februar 2026", "18th of February, 2026", "18-Feb-2026". */
static gboolean
day_first(Cursor *c, char iso[11])
{
    int day = take_number(c, 2, NULL);
    if (day < 1)
        return FALSE;
    take_ordinal(c);
    take_spaces(c);
    take(c, '-');
    if (take_text(c, "of ") || take_text(c, "de "))
        take_spaces(c);
    int month = take_month(c);
    if (!month)
        return FALSE;
    take_spaces(c);
    if (!take(c, ',') && !take(c, '-') && !take_text(c, "de "))
        take_text(c, "del ");
    take_spaces(c);
    return write_iso(iso, take_year(c), month, day);
}

/* "2026-02-18", "2026/2/18", "2026.02.18", "2026年2月18日". */
static gboolean
year_first(Cursor *c, char iso[11])
{
    int year = take_year(c);
    if (year < 0)
        return FALSE;
    if (take_text(c, "年")) {
        int month = take_number(c, 2, NULL);
        if (!take_text(c, "月"))
            return FALSE;
        Cursor before = *c;
        int day = take_number(c, 2, NULL);
        if (day > 0 && take_text(c, "日"))
            return write_iso(iso, year, month, day);
        *c = before;
        return write_iso(iso, year, month, -1);
    }
    if (c->at >= c->length || !strchr("-/.", c->s[c->at]))
        return FALSE;
    char separator = c->s[c->at++];
    int month = take_number(c, 2, NULL);
    if (!take(c, separator))
        return FALSE;
    return write_iso(iso, year, month, take_number(c, 2, NULL));
}

/* "02.18.2026", "2/18/2026": month first, as the American sites print it, unless the first cannot be a month. */
static gboolean
all_numbers(Cursor *c, char iso[11])
{
    int first = take_number(c, 2, NULL);
    if (first < 1 || c->at >= c->length || !strchr("./-", c->s[c->at]))
        return FALSE;
    char separator = c->s[c->at++];
    int second = take_number(c, 2, NULL);
    if (second < 1 || !take(c, separator))
        return FALSE;
    int year = take_year(c);
    return first <= 12 ? write_iso(iso, year, first, second) : write_iso(iso, year, second, first);
}

/* TRUE when the number that ends at `at` is a part of something longer: "1.02.2026.4". */
static gboolean
goes_on(const char *s, gsize length, gsize at)
{
    if (at < length && g_ascii_isdigit(s[at]))
        return TRUE;
    return at + 1 < length && (s[at] == '.' || s[at] == '/' || s[at] == '-') && g_ascii_isdigit(s[at - 1]) &&
           g_ascii_isdigit(s[at + 1]);
}

typedef gboolean (*DateForm)(Cursor *c, char iso[11]);

gboolean
date_find(const char *s, gsize length, Range *where, char iso[11])
{
    static const DateForm by_digit[] = {year_first, all_numbers, day_first, NULL}, by_letter[] = {month_first, NULL};
    gunichar before = ' ';
    for (gsize at = 0; at < length;) {
        gsize start = at;
        gunichar c = words_char(s, length, &at);
        gboolean digit = g_ascii_isdigit((char)MIN(c, 127)), letter = !digit && g_unichar_isalpha(c);
        if ((digit || letter) && !g_unichar_isalnum(before) && !(digit && (before == '.' || before == '/'))) {
            for (const DateForm *form = digit ? by_digit : by_letter; *form; form++) {
                Cursor cursor = {s, length, start};
                if ((*form)(&cursor, iso) && !goes_on(s, length, cursor.at)) {
                    *where = range_make(start, cursor.at);
                    return TRUE;
                }
            }
        }
        before = c;
    }
    return FALSE;
}

gsize
date_time_length(const char *s, gsize length)
{
    Cursor c = {s, length, 0};
    take(&c, 'T');
    int hour = take_number(&c, 2, NULL);
    if (hour < 0 || hour > 24)
        return 0;
    if (take(&c, ':') || take(&c, '.')) {
        int digits;
        if (take_number(&c, 2, &digits) > 59 || digits != 2)
            return 0;
        if (take(&c, ':') && take_number(&c, 2, NULL) < 0)
            return 0;
        if (take(&c, '.'))
            take_number(&c, 6, NULL);
    } else {
        Cursor look = c;
        take_spaces(&look);
        if (look.at + 1 >= length || !strchr("aApP", s[look.at]) || (s[look.at + 1] | 0x20) != 'm')
            return 0;
    }
    for (;;) { /* PM, a zone, an offset */
        Cursor look = c;
        take_spaces(&look);
        if (take_text(&look, "AM") || take_text(&look, "PM") || take_text(&look, "am") || take_text(&look, "pm") ||
            take_text(&look, "a.m.") || take_text(&look, "p.m.") || take_text(&look, "GMT") ||
            take_text(&look, "UTC") || take_text(&look, "EST") || take_text(&look, "EDT") || take_text(&look, "ET") ||
            take_text(&look, "CET") || take_text(&look, "MSK") || take_text(&look, "Z")) {
            c = look;
        } else if ((take(&look, '+') || take(&look, '-')) && look.at - c.at <= 2 && take_number(&look, 4, NULL) >= 0) {
            if (take(&look, ':'))
                take_number(&look, 2, NULL);
            c = look;
        } else {
            break;
        }
    }
    return c.at < length && g_ascii_isalnum(s[c.at]) ? 0 : c.at;
}
