/* A work as a record of RIS: two letters, two spaces, a hyphen, a space, the value; lines end in CR LF, "ER" ends the record. */
#include <string.h>

#include "export/bibliography_formats.h"

static const struct {
    const char *type;
    const char *name; /* the tag that holds the source's name */
} kinds[] = {
    [WORK_NEWS] = {"NEWS", "T2"},       [WORK_JOURNAL] = {"JOUR", "T2"},   [WORK_SERIES] = {"MGZN", "T2"},
    [WORK_REPORT] = {"RPRT", "AU"},     [WORK_PAGE_BODY] = {"ELEC", "AU"}, [WORK_PAGE] = {"ELEC", "AU"},
    [WORK_POST] = {"ELEC", "AU"},       [WORK_VIDEO] = {"VIDEO", "AU"},    [WORK_BROADCAST] = {"GEN", "AU"},
    [WORK_INTERVIEW] = {"PCOMM", "TI"}, [WORK_OTHER] = {"GEN", "AU"},
};

static void
line(Sink *sink, const char *tag, const char *value)
{
    if (value)
        g_string_append_printf(sink->out, "%s  - %s\r\n", tag, value);
}

/* PY is a year; DA is "2025/05/14/", parts that are not known left empty. A span has no place in either: DA has its first day, and a note says the rest. */
static void
dates(Sink *sink, const WorkDate *date)
{
    GString *out = sink->out;
    if (date->words)
        g_string_append_printf(out, "N1  - Dated %s.\r\n", date->words);
    if (date->from.year == 0)
        return;
    g_string_append_printf(out, "PY  - %04d\r\nDA  - %04d/", date->from.year, date->from.year);
    if (date->from.month > 0)
        g_string_append_printf(out, "%02d", date->from.month);
    g_string_append_c(out, '/');
    if (date->from.month > 0 && date->from.day > 0)
        g_string_append_printf(out, "%02d", date->from.day);
    g_string_append(out, "/\r\n");
    if (date->to.year == 0)
        return;
    g_string_append_printf(out, "N1  - Dated up to %04d", date->to.year);
    if (date->to.month > 0)
        g_string_append_printf(out, "-%02d", date->to.month);
    if (date->to.month > 0 && date->to.day > 0)
        g_string_append_printf(out, "-%02d", date->to.day);
    g_string_append(out, ".\r\n");
}

void
work_ris(Sink *sink, const Work *work)
{
    const char *name = kinds[work->type].name;
    /* A comma in an author's name parts surname and first name; a body with a comma is a publisher instead. */
    if (work->name && strcmp(name, "AU") == 0 && strchr(work->name, ','))
        name = "PB";
    line(sink, "TY", kinds[work->type].type);
    line(sink, "ID", work->key);
    line(sink, name, work->name);
    if (strcmp(name, "T2") == 0)
        line(sink, "J2", work->short_name);
    line(sink, "T2", work->platform);
    dates(sink, &work->date);
    line(sink, "UR", work->url);
    line(sink, "N1", work->remark);
    g_string_append(sink->out, "ER  - \r\n\r\n");
}
