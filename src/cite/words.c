/* A date of a cite in words. */
#include "cite/citations.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    int year, month, day;
} Point;

static const char *const MONTHS[] = {"",     "January", "February",  "March",   "April",    "May",     "June",
                                     "July", "August",  "September", "October", "November", "December"};

/* "2025-05-14", "2025-05", "2025", "--05-14", "--05" at *at; FALSE for anything else. */
static gboolean
read_point(const char **at, Point *point)
{
    const char *p = *at;
    char *end;
    *point = (Point){0};
    if (g_ascii_isdigit(*p)) {
        point->year = (int)strtol(p, &end, 10);
        p = end;
    } else if (p[0] == '-' && p[1] == '-') {
        p++;
    } else {
        return FALSE;
    }
    if (*p == '-' && g_ascii_isdigit(p[1])) {
        point->month = (int)strtol(p + 1, &end, 10);
        p = end;
        if (*p == '-' && g_ascii_isdigit(p[1])) {
            point->day = (int)strtol(p + 1, &end, 10);
            p = end;
        }
    }
    *at = p;
    return point->month >= 0 && point->month <= 12 && (point->year || point->month);
}

static void
put_point(GString *out, Point point, gboolean brief, gboolean with_month, gboolean with_year)
{
    if (point.day)
        g_string_append_printf(out, "%d", point.day);
    if (point.month && with_month) {
        if (point.day)
            g_string_append_c(out, ' ');
        g_string_append_printf(out, brief ? "%.3s" : "%s", MONTHS[point.month]);
    }
    if (point.year && with_year)
        g_string_append_printf(out, out->len && point.month ? " %d" : "%d", point.year);
}

char *
issued_in_words(const char *issued, gboolean brief)
{
    if (!issued || !*issued)
        return g_strdup("undated");
    const char *at = issued;
    Point from, to = {0};
    gboolean span = FALSE;
    if (!read_point(&at, &from))
        return g_strdup(issued);
    if (*at == '/') {
        at++;
        span = read_point(&at, &to);
    }
    if (*at)
        return g_strdup(issued);
    GString *out = g_string_new(NULL);
    if (span) {
        gboolean year = from.year != to.year, month = year || from.month != to.month || !from.day;
        put_point(out, from, brief, month, year);
        g_string_append(out, "–");
        put_point(out, to, brief, TRUE, TRUE);
    } else {
        put_point(out, from, brief, TRUE, TRUE);
    }
    if (!from.year)
        g_string_append(out, brief ? ", no year" : ", year unknown");
    return g_string_free(out, FALSE);
}
