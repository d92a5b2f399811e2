/* Lines of a masthead that are told by a date: "02.18.2026 Jane Doe", "February 18, 2026 04:56 PM Age: 2 yrs", an
 * agency's "Moscow, 14 May 1997 (RFE/RL) -- …", "[“Title” – Reuters – date –]".
 *
 * A line is such a line only when nothing is left of it once the date and what goes with a date (labels, weekday,
 * time, age, reading time, names, a place) are taken away; a sentence with a date in it is none. */
#include "import/text_private.h"

#include <string.h>

#define LONGEST_DATELINE 240

/* What may stand before a date, folded; longest first where one begins another. */
static const char *const labels[] = {
    "first published on",
    "first published",
    "originally published",
    "published on",
    "published at",
    "published",
    "publication date",
    "posted on",
    "posted",
    "last updated on",
    "last updated",
    "updated on",
    "updated",
    "last modified",
    "issued",
    "dated",
    "date",
    "created",
    "on",
    "at",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "tues",
    "wed",
    "thu",
    "thur",
    "thurs",
    "fri",
    "sat",
    "sun",
};

/* Places of two words that would pass for a person before a date. */
static const char *const places[] = {
    "new york",      "new delhi",       "hong kong",        "tel aviv",       "addis ababa",      "buenos aires",
    "los angeles",   "san francisco",   "abu dhabi",        "kuala lumpur",   "cape town",        "mexico city",
    "ulan bator",    "ulan ude",        "nizhny novgorod",  "st. petersburg", "saint petersburg", "sankt peterburg",
    "washington dc", "washington d.c.", "den haag",         "rio de janeiro", "sao paulo",        "port moresby",
    "phnom penh",    "kara suu",        "almaty kazakhstan"};

static gboolean
is_separator(const char *s, gsize length, gsize *size)
{
    gsize at = 0;
    gunichar c = words_char(s, length, &at);
    *size = at;
    return c && (strchr(" \t,;:|/()-", c < 128 ? (int)c : 'x') || c == 0xa0 || c == 0xb7 || c == 0x2022 ||
                 c == 0x2013 || c == 0x2014 || c == 0x2015 || c == 0xfffd || c == 0x203a || c == 0xbb);
}

static void
skip_separators(const char **s, gsize *length)
{
    gsize size;
    while (*length > 0 && is_separator(*s, *length, &size)) {
        *s += size;
        *length -= size;
    }
}

static void
cut_separators(const char *s, gsize *length)
{
    while (*length > 0) {
        gsize at = *length - 1, size;
        while (at > 0 && ((guchar)s[at] & 0xc0) == 0x80)
            at--;
        if (!is_separator(s + at, *length - at, &size))
            return;
        *length = at;
    }
}

/* Takes one label off the start. */
static gboolean
skip_label(const char **s, gsize *length)
{
    for (gsize i = 0; i < G_N_ELEMENTS(labels); i++) {
        gsize n = strlen(labels[i]);
        if (*length < n || g_ascii_strncasecmp(*s, labels[i], n) != 0 || (*length > n && g_ascii_isalpha((*s)[n])))
            continue;
        *s += n;
        *length -= n;
        if (*length && **s == '.')
            (*s)++, (*length)--;
        skip_separators(s, length);
        return TRUE;
    }
    return FALSE;
}

static gboolean
skip_word(const char **s, gsize *length, const char *word)
{
    gsize n = strlen(word);
    if (*length < n || g_ascii_strncasecmp(*s, word, n) != 0 || (*length > n && (*s)[n] != ' ' && (*s)[n] != ':'))
        return FALSE;
    *s += n;
    *length -= n;
    skip_separators(s, length);
    return TRUE;
}

/* "Age: 2 yrs", "5 min read", "12 minutes": to the end of its words. */
static gboolean
skip_span(const char **s, gsize *length)
{
    static const char *const units[] = {"yrs",  "yr",  "years", "year", "months",  "month",  "mths", "weeks", "week",
                                        "days", "day", "hours", "hour", "minutes", "minute", "mins", "min",   NULL};
    const char *p = *s;
    gsize n = *length;
    gboolean age = skip_word(&p, &n, "age") || skip_word(&p, &n, "reading time");
    gsize digits = 0;
    while (digits < n && g_ascii_isdigit(p[digits]))
        digits++;
    if (digits == 0 || digits > 4)
        return FALSE;
    p += digits;
    n -= digits;
    skip_separators(&p, &n);
    for (const char *const *unit = units; *unit; unit++) {
        gsize size = strlen(*unit);
        if (n < size || g_ascii_strncasecmp(p, *unit, size) != 0 || (n > size && g_ascii_isalpha(p[size])))
            continue;
        p += size;
        n -= size;
        skip_separators(&p, &n);
        if (!skip_word(&p, &n, "read") && !skip_word(&p, &n, "ago") && !age)
            return FALSE;
        *s = p;
        *length = n;
        return TRUE;
    }
    return FALSE;
}

/* A place before a date: capitalised words, "Washington, DC", "BAKU". */
static gboolean
is_place(const char *s, gsize length)
{
    if (length > 40 || words_count(s, length, 5) > 4 || !words_are_titled(s, length) || words_begin_lower(s, length))
        return FALSE;
    g_autofree char *folded = words_fold(s, length);
    char *comma = strchr(folded, ',');
    if (comma)
        *comma = '\0';
    if (!strchr(folded, ' '))
        return TRUE;
    for (gsize i = 0; i < G_N_ELEMENTS(places); i++)
        if (strcmp(folded, places[i]) == 0)
            return TRUE;
    return FALSE;
}

/* "Jamestown Foundation", "Staff": an author that is no person; or tags. Every word begins with a capital. */
static gboolean
is_capitalised(const char *s, gsize length)
{
    if (length > 60 || words_count(s, length, 7) > 6)
        return FALSE;
    gboolean begins = TRUE;
    for (gsize at = 0; at < length;) {
        gsize start = at;
        gunichar c = words_char(s, length, &at);
        const char *word = s + start;
        if (begins && words_case(c) <= 0 && !words_begin(word, length - start, "of ") &&
            !words_begin(word, length - start, "and ") && !words_begin(word, length - start, "the "))
            return FALSE;
        begins = c == ' ';
    }
    return !words_end_sentence(s, length);
}

static gboolean
is_institution(const char *s, gsize length)
{
    static const char *const words[] = {"foundation", "institute", "institution", "staff",   "team",
                                        "center",     "centre",    "council",     "editors", "desk",
                                        "board",      "group",     "association", "bureau"};
    g_autofree char *folded = words_fold(s, length);
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        if (words_have(folded, words[i]))
            return TRUE;
    return FALSE;
}

/* One part of what stands behind the date: FALSE when it is more than goes with one. */
static gboolean
read_part(Masthead *found, const char *s, gsize length)
{
    Range where;
    char iso[11];
    skip_separators(&s, &length);
    for (gsize size; length > 0;) {
        const char *before = s;
        if ((size = date_time_length(s, length)) > 0) {
            s += size;
            length -= size;
        } else if (length > 7 && g_ascii_strncasecmp(s, "updated", 7) == 0 && date_find(s, length, &where, iso)) {
            s += where.end;
            length -= where.end;
        } else if (!skip_span(&s, &length) && !skip_label(&s, &length)) {
            break;
        }
        skip_separators(&s, &length);
        if (s == before)
            break;
    }
    cut_separators(s, &length);
    if (length == 0)
        return TRUE;
    gboolean by = skip_word(&s, &length, "by") || skip_word(&s, &length, "author");
    char **names = byline_names(s, length);
    gboolean capitalised = is_capitalised(s, length);
    if (!names && ((by && length <= 60) || (capitalised && is_institution(s, length)))) {
        names = g_new0(char *, 2);
        names[0] = g_strndup(s, length);
    }
    masthead_add_names(found, names);
    return names != NULL || capitalised;
}

/* What stands behind the date: "by Jane Doe · 5 min read". */
static gboolean
read_behind(Masthead *found, const char *s, gsize length)
{
    g_autofree char *line = g_strndup(s, length);
    static const char *const separators[] = {" · ", " • ", " | "};
    for (gsize i = 0; i < G_N_ELEMENTS(separators); i++) {
        g_auto(GStrv) parts = g_strsplit(line, separators[i], -1);
        g_free(line);
        line = g_strjoinv("\n", parts);
    }
    g_auto(GStrv) parts = g_strsplit(line, "\n", -1);
    for (char **part = parts; *part; part++)
        if (!read_part(found, *part, strlen(*part)))
            return FALSE;
    return TRUE;
}

/* What stands before the date. */
static gboolean
read_before(Masthead *found, const char *s, gsize length)
{
    gboolean comma = FALSE;
    for (gsize at = length; at > 0 && (s[at - 1] == ' ' || s[at - 1] == ','); at--)
        comma |= s[at - 1] == ',';
    skip_separators(&s, &length);
    while (length > 0 && skip_label(&s, &length))
        ;
    cut_separators(s, &length);
    while (length > 3 &&
           (g_ascii_strncasecmp(s + length - 3, " on", 3) == 0 || g_ascii_strncasecmp(s + length - 3, " at", 3) == 0)) {
        length -= 3;
        cut_separators(s, &length);
    }
    static const char *const weekdays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                           "friday", "saturday", "sunday"};
    for (gsize i = 0; i < G_N_ELEMENTS(weekdays); i++) {
        gsize n = strlen(weekdays[i]);
        if (length > n && g_ascii_strncasecmp(s + length - n, weekdays[i], n) == 0) {
            length -= n;
            cut_separators(s, &length);
        }
    }
    if (length == 0)
        return TRUE;
    gboolean by = skip_word(&s, &length, "by") || skip_word(&s, &length, "author");
    if (!by && comma && is_place(s, length))
        return TRUE;
    char **names = byline_names(s, length);
    masthead_add_names(found, names);
    return names != NULL;
}

static void
take_over(Masthead *masthead, Masthead *found)
{
    masthead_set(&masthead->title, g_steal_pointer(&found->title));
    masthead_set(&masthead->issued, g_steal_pointer(&found->issued));
    masthead_set(&masthead->publication, g_steal_pointer(&found->publication));
    masthead_set(&masthead->url, g_steal_pointer(&found->url));
    for (guint i = 0; found->byline && i < found->byline->len; i++) {
        char **one = g_new0(char *, 2);
        one[0] = g_strdup(g_ptr_array_index(found->byline, i));
        masthead_add_names(masthead, one);
    }
    masthead_clear(found);
}

gboolean
dateline_read(Masthead *masthead, const char *s, gsize length)
{
    Range where;
    char iso[11];
    if (length > LONGEST_DATELINE || !date_find(s, length, &where, iso))
        return FALSE;
    Masthead found = {0};
    if (!read_before(&found, s, where.start) || !read_behind(&found, s + where.end, length - where.end)) {
        masthead_clear(&found);
        return FALSE;
    }
    found.issued = g_strdup(iso);
    take_over(masthead, &found);
    return TRUE;
}

gboolean
agency_dateline_read(Masthead *masthead, const char *s, gsize length)
{
    Range where;
    char iso[11];
    gsize head = MIN(length, 100);
    if (!date_find(s, head, &where, iso) || where.start == 0 || where.start > 50)
        return FALSE;
    gsize place = where.start;
    cut_separators(s, &place);
    if (place == where.start || !words_are_titled(s, place) || words_begin_lower(s, place) ||
        words_count(s, place, 5) > 4)
        return FALSE;
    const char *p = s + where.end;
    gsize left = length - where.end;
    while (left && *p == ' ')
        p++, left--;
    g_autofree char *agency = NULL;
    if (left && *p == '(') {
        const char *close = memchr(p, ')', MIN(left, 40));
        if (!close)
            return FALSE;
        agency = g_strndup(p + 1, (gsize)(close - p) - 1);
        left -= (gsize)(close + 1 - p);
        p = close + 1;
    }
    while (left && *p == ' ')
        p++, left--;
    gsize at = 0;
    gunichar c = words_char(p, left, &at);
    if (c != 0x2013 && c != 0x2014 && !(c == '-' && left > 1 && (p[1] == '-' || p[1] == ' ')))
        return FALSE;
    masthead_set(&masthead->issued, g_strdup(iso));
    masthead_set(&masthead->publication, g_steal_pointer(&agency));
    return TRUE;
}

gboolean
bracket_line_read(Masthead *masthead, const char *s, gsize length)
{
    if (length < 12 || length > 400 || s[0] != '[' || s[length - 1] != ']')
        return FALSE;
    g_autofree char *inside = g_strndup(s + 1, length - 2);
    g_auto(GStrv) dashes = g_strsplit(inside, " — ", -1);
    g_autofree char *level = g_strjoinv(" – ", dashes);
    g_auto(GStrv) hyphens = g_strsplit(level, " - ", -1);
    g_autofree char *even = g_strjoinv(" – ", hyphens);
    g_auto(GStrv) parts = g_strsplit(even, " – ", -1);
    if (g_strv_length(parts) < 2)
        return FALSE;
    Masthead found = {0};
    for (char **part = parts; *part; part++) {
        Range where;
        char iso[11];
        g_strstrip(*part);
        gsize n = strlen(*part), at = 0;
        while (n > 0 && ((*part)[n - 1] == '-' || (*part)[n - 1] == ' '))
            (*part)[--n] = '\0';
        if (g_str_has_suffix(*part, "–"))
            (*part)[n -= 3] = '\0';
        if (n == 0)
            continue;
        gunichar first = words_char(*part, n, &at);
        if (first == 0x201c || first == '"') {
            char *title = g_strdup(*part + at);
            if (g_str_has_suffix(title, "”"))
                title[strlen(title) - strlen("”")] = '\0';
            else if (g_str_has_suffix(title, "\""))
                title[strlen(title) - 1] = '\0';
            masthead_set(&found.title, title);
        } else if (date_find(*part, n, &where, iso)) {
            masthead_set(&found.issued, g_strdup(iso));
        } else if (strstr(*part, "://")) {
            masthead_set(&found.url, g_strdup(*part));
        } else if (!found.publication) {
            found.publication = g_strdup(*part);
        } else {
            char **names = byline_parse(*part, n);
            masthead_add_names(&found, names ? names : byline_names(*part, n));
        }
    }
    gboolean is_one = found.issued && (found.title || found.publication);
    if (is_one)
        take_over(masthead, &found);
    masthead_clear(&found);
    return is_one;
}
