/* A work as an entry that bibtex and biber both read.
 *
 * Types are those that the standard styles of both know. The date stands twice, as the year and month of bibtex and as biblatex's `date`, which holds the day and a
 * span besides and is what biber takes. `key` is what bibtex sorts by where no author stands. What is said about an entry is `annote`, which
 * the standard styles do not print; a date without a year is in `note`, which they do. */
#include <string.h>

#include "export/bibliography_formats.h"

/* guarded: a list or a list of names to one of the readers, so a second pair of braces keeps an "and" from parting it. */
static const struct {
    const char *type;
    const char *name; /* the field that holds the source's name */
    gboolean guarded;
} kinds[] = {
    [WORK_NEWS] = {"article", "journal", FALSE},   [WORK_JOURNAL] = {"article", "journal", FALSE},
    [WORK_SERIES] = {"article", "journal", FALSE}, [WORK_REPORT] = {"techreport", "author", TRUE},
    [WORK_PAGE_BODY] = {"misc", "author", TRUE},   [WORK_PAGE] = {"misc", "author", TRUE},
    [WORK_POST] = {"misc", "author", TRUE},        [WORK_VIDEO] = {"misc", "author", TRUE},
    [WORK_BROADCAST] = {"misc", "author", TRUE},   [WORK_INTERVIEW] = {"misc", "title", TRUE},
    [WORK_OTHER] = {"misc", "author", TRUE},
};

/* TRUE where each brace has its other. */
static gboolean
braces_balance(const char *text)
{
    gsize open = 0;
    for (; *text; text++)
        if (*text == '{')
            open++;
        else if (*text == '}' && open-- == 0)
            return FALSE;
    return open == 0;
}

/* Text that TeX gives back as it is. bibtex counts a brace even behind a backslash, so one that stands alone is spelt out (which not every reader knows). */
static void
append_text(GString *out, const char *text)
{
    static const struct {
        char sign;
        const char *tex;
    } signs[] = {
        {'\\', "\\textbackslash{}"},
        {'~', "\\textasciitilde{}"},
        {'^', "\\textasciicircum{}"},
        {'%', "\\%"},
        {'&', "\\&"},
        {'#', "\\#"},
        {'_', "\\_"},
        {'$', "\\$"},
    };
    gboolean balance = braces_balance(text);
    for (; *text; text++) {
        guint i = 0;
        while (i < G_N_ELEMENTS(signs) && signs[i].sign != *text)
            i++;
        if (i < G_N_ELEMENTS(signs))
            g_string_append(out, signs[i].tex);
        else if (*text != '{' && *text != '}')
            g_string_append_c(out, *text);
        else if (balance)
            g_string_append_printf(out, "\\%c", *text);
        else
            g_string_append(out, *text == '{' ? "\\textbraceleft{}" : "\\textbraceright{}");
    }
}

static void
field(Sink *sink, const char *name, const char *text, gboolean guarded)
{
    if (!text)
        return;
    g_string_append_printf(sink->out, ",\n  %s = {%s", name, guarded ? "{" : "");
    append_text(sink->out, text);
    g_string_append(sink->out, guarded ? "}}" : "}");
}

/* An address is taken as it stands, not as TeX; what could end the field or is none of an address is written in its escapes. */
static void
address(Sink *sink, const char *url)
{
    g_string_append(sink->out, ",\n  url = {");
    for (; *url; url++)
        if (strchr("{}\\\"<>^` ", *url))
            g_string_append_printf(sink->out, "%%%02X", (guint)*url);
        else
            g_string_append_c(sink->out, *url);
    g_string_append_c(sink->out, '}');
}

static void
append_day(GString *out, WorkDay day)
{
    g_string_append_printf(out, "%04d", day.year);
    if (day.month > 0)
        g_string_append_printf(out, "-%02d", day.month);
    if (day.month > 0 && day.day > 0)
        g_string_append_printf(out, "-%02d", day.day);
}

static void
dates(Sink *sink, const WorkDate *date)
{
    static const char months[][4] = {"jan", "feb", "mar", "apr", "may", "jun",
                                     "jul", "aug", "sep", "oct", "nov", "dec"};
    GString *out = sink->out;
    field(sink, "note", date->words, FALSE);
    if (date->from.year == 0)
        return;
    g_string_append(out, ",\n  date = {");
    append_day(out, date->from);
    if (date->to.year > 0) {
        g_string_append_c(out, '/');
        append_day(out, date->to);
    }
    g_string_append_printf(out, "},\n  year = {%04d}", date->from.year);
    if (date->from.month >= 1 && date->from.month <= 12)
        g_string_append_printf(out, ",\n  month = %s", months[date->from.month - 1]);
}

void
work_bibtex(Sink *sink, const Work *work)
{
    g_string_append_printf(sink->out, "@%s{%s", kinds[work->type].type, work->key);
    if (work->name)
        field(sink, kinds[work->type].name, work->name, kinds[work->type].guarded);
    if (work->type == WORK_REPORT) {
        field(sink, "institution", work->name, TRUE);
        field(sink, "type", "Report", FALSE); /* else "Technical Report" is printed */
    }
    field(sink, "howpublished", work->platform, FALSE);
    dates(sink, &work->date);
    if (work->url)
        address(sink, work->url);
    if (strcmp(kinds[work->type].name, "author") != 0 || !work->name)
        field(sink, "key", work->key, FALSE);
    field(sink, "annote", work->remark, FALSE);
    g_string_append(sink->out, "\n}\n");
}
