/* A work as an item of CSL-JSON (the data schema of CSL 1.0.2).
 *
 * A periodical holds the work. Any other source stands where its author would, as styles have it for works that name no person, in one piece ("literal"), so that
 * a citation by author and date names it. A date whose year is not known is a literal too. */
#include "export/bibliography_formats.h"

static const struct {
    const char *type;
    const char *name; /* the variable that holds the source's name; "author" is a list of names */
} kinds[] = {
    [WORK_NEWS] = {"article-newspaper", "container-title"},
    [WORK_JOURNAL] = {"article-journal", "container-title"},
    [WORK_SERIES] = {"article-magazine", "container-title"},
    [WORK_REPORT] = {"report", "author"},
    [WORK_PAGE_BODY] = {"webpage", "author"},
    [WORK_PAGE] = {"webpage", "author"},
    [WORK_POST] = {"post", "author"},
    [WORK_VIDEO] = {"motion_picture", "author"},
    [WORK_BROADCAST] = {"broadcast", "author"},
    [WORK_INTERVIEW] = {"interview", "title"},
    [WORK_OTHER] = {"document", "author"},
};

static json_t *
day_parts(WorkDay day)
{
    json_t *parts = json_array();
    json_array_append_new(parts, json_integer(day.year));
    if (day.month > 0)
        json_array_append_new(parts, json_integer(day.month));
    if (day.month > 0 && day.day > 0)
        json_array_append_new(parts, json_integer(day.day));
    return parts;
}

static json_t *
issued(const WorkDate *date)
{
    json_t *object = json_object();
    if (date->words) {
        json_object_set_new(object, "literal", json_string(date->words));
        return object;
    }
    json_t *parts = json_array();
    json_array_append_new(parts, day_parts(date->from));
    if (date->to.year > 0)
        json_array_append_new(parts, day_parts(date->to));
    json_object_set_new(object, "date-parts", parts);
    return object;
}

static void
set_name(json_t *item, const Work *work)
{
    const char *variable = kinds[work->type].name;
    if (g_str_equal(variable, "author")) {
        json_t *names = json_array(), *name = json_object();
        json_object_set_new(name, "literal", json_string(work->name));
        json_array_append_new(names, name);
        json_object_set_new(item, variable, names);
        return;
    }
    json_object_set_new(item, variable, json_string(work->name));
    if (work->short_name && g_str_equal(variable, "container-title"))
        json_object_set_new(item, "container-title-short", json_string(work->short_name));
}

json_t *
work_csl(const Work *work)
{
    json_t *item = json_object();
    json_object_set_new(item, "id", json_string(work->key));
    json_object_set_new(item, "type", json_string(kinds[work->type].type));
    if (work->name)
        set_name(item, work);
    if (work->name && work->type == WORK_REPORT)
        json_object_set_new(item, "publisher", json_string(work->name));
    if (work->platform)
        json_object_set_new(item, "container-title", json_string(work->platform));
    if (work->date.words || work->date.from.year > 0)
        json_object_set_new(item, "issued", issued(&work->date));
    if (work->url)
        json_object_set_new(item, "URL", json_string(work->url));
    json_object_set_new(item, "note", json_string(work->remark));
    return item;
}
