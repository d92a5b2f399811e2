/* The years of dates that print none, and dates as ISO 8601. */
#include "cite/dates.h"

#include <stdlib.h>

static const int LENGTHS[] = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

static gboolean
is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

DatePoint
dates_issue(const char *issued)
{
    DatePoint point = {0};
    int parts[3] = {0}, count = 0;
    for (const char *p = issued; p && count < 3 && g_ascii_isdigit(*p);) {
        char *end;
        parts[count++] = (int)strtol(p, &end, 10);
        p = *end == '-' ? end + 1 : NULL;
    }
    if (count == 0 || parts[0] < 1000 || parts[0] > 9999)
        return point;
    point.year = parts[0];
    point.month = count > 1 ? CLAMP(parts[1], 1, 12) : 12;
    point.day = count > 2 ? CLAMP(parts[2], 1, 31) : LENGTHS[point.month];
    return point;
}

/* Days since some day long ago, for differences. */
static long
day_number(DatePoint point)
{
    long y = point.year - (point.month < 3), m = (point.month + 9) % 12;
    return y * 365 + y / 4 - y / 100 + y / 400 + (m * 306 + 5) / 10 + point.day - 1;
}

/* TRUE where a date of that year would lie too far behind the day of issue. */
static gboolean
lies_ahead(DatePoint point, int year, DatePoint issue)
{
    point.year = year;
    if (point.month == 0)
        return year > issue.year;
    if (point.day == 0)
        point.day = 1;
    return day_number(point) > day_number(issue) + DATES_AHEAD;
}

/* The latest year up to `year` in which the date is not ahead, and exists (29 February). */
static int
fitting_year(DatePoint point, int year, DatePoint issue)
{
    if (issue.year && lies_ahead(point, year, issue))
        year--;
    if (point.month == 2 && point.day == 29)
        while (!is_leap(year))
            year--;
    return year;
}

static void
set_year(TextDate *date, int year, YearFrom from)
{
    date->from.year = year;
    if (date->span)
        date->to.year = date->to.month < date->from.month ? year + 1 : year;
    date->year_from = from;
}

void
dates_resolve(TextDate *dates, guint count, DatePoint issue)
{
    int next = 0;
    for (guint i = count; i-- > 0;) {
        TextDate *date = &dates[i];
        if (date->from.year) {
            date->year_from = YEAR_EXPLICIT;
            next = date->from.year;
        } else if (next) {
            int year = date->span && date->to.month < date->from.month ? next - 1 : next;
            set_year(date, issue.year && next <= issue.year ? fitting_year(date->from, year, issue) : year, YEAR_LIST);
        } else if (issue.year) {
            set_year(date, fitting_year(date->from, issue.year, issue), YEAR_ARTICLE);
        } else {
            date->year_from = YEAR_UNKNOWN;
        }
    }
}

/* Writes a number of `width` digits at *at. */
static void
put_number(char **at, int number, int width)
{
    for (int i = width - 1; i >= 0; i--, number /= 10)
        (*at)[i] = (char)('0' + number % 10);
    *at += width;
}

static void
put_point(char **at, DatePoint point)
{
    if (point.year)
        put_number(at, point.year, 4);
    else
        *(*at)++ = '-';
    if (point.month) {
        *(*at)++ = '-';
        put_number(at, point.month, 2);
    }
    if (point.day) {
        *(*at)++ = '-';
        put_number(at, point.day, 2);
    }
}

char *
date_format(const TextDate *date)
{
    char buffer[2 * sizeof "2025-05-14"], *at = buffer;
    put_point(&at, date->from);
    if (date->span) {
        *at++ = '/';
        put_point(&at, date->to);
    }
    return g_strndup(buffer, (gsize)(at - buffer));
}
