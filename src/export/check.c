/* The faults of an article: a line each, ARTICLE:LINE:COLUMN: what is wrong, or an array of objects. */
#include "export/check.h"

#include "article/integrity.h"
#include "base/safe.h"
#include "doc/offsets.h"
#include "export/sink.h"

enum { QUOTE_BYTES = 2000 /* of a fault's text in JSON: a note may be long */ };

static json_t *
fault_json(Article *article, const Offsets *offsets, const Fault *fault, Place place)
{
    const char *text = document_text(article_document(article), NULL);
    json_t *object = json_object();
    gsize end = MIN(fault->range.end, fault->range.start + QUOTE_BYTES);
    while (end < fault->range.end && ((guchar)text[end] & 0xc0) == 0x80)
        end--;
    json_object_set_new(object, "kind", json_string(fault_kind_name(fault->kind)));
    json_object_set_new(object, "message", json_string(fault->message));
    json_object_set_new(object, "line", json_integer(place.line));
    json_object_set_new(object, "column", json_integer(place.column));
    json_object_set_new(object, "paragraph", place.paragraph ? json_integer(place.paragraph) : json_null());
    json_object_set_new(object, "start", json_integer((json_int_t)offsets_to_code_points(offsets, fault->range.start)));
    json_object_set_new(object, "end", json_integer((json_int_t)offsets_to_code_points(offsets, fault->range.end)));
    json_object_set_new(object, "text", json_stringn(text + fault->range.start, end - fault->range.start));
    return object;
}

static void
faults_json(Article *article, const GArray *faults, const ExportOptions *options, Sink *sink)
{
    g_autoptr(Offsets) offsets = offsets_new(article_document(article));
    PlaceWalk walk = {0};
    g_string_append_c(sink->out, '{');
    if (options->article) {
        sink_json_key(sink, "article", TRUE);
        sink_json(sink, json_string_or_null(options->article));
    }
    sink_json_key(sink, "faults", !options->article);
    g_string_append_c(sink->out, '[');
    for (guint i = 0; i < faults->len && !sink->error; i++) {
        const Fault *fault = &g_array_index(faults, Fault, i);
        g_string_append(sink->out, i > 0 ? ",\n  " : "\n  ");
        sink_json(sink, fault_json(article, offsets, fault, place_of(article, fault->range.start, &walk)));
        sink_flow(sink);
    }
    g_string_append(sink->out, faults->len > 0 ? "\n ]}\n" : "]}\n");
}

static void
faults_lines(Article *article, const GArray *faults, Sink *sink)
{
    g_autofree char *name = safe_line(article_name(article), -1);
    PlaceWalk walk = {0};
    for (guint i = 0; i < faults->len && !sink->error; i++) {
        const Fault *fault = &g_array_index(faults, Fault, i);
        Place place = place_of(article, fault->range.start, &walk);
        g_string_append_printf(sink->out, "%s:%u:%u: ", name, place.line, place.column);
        if (place.paragraph)
            g_string_append_printf(sink->out, "paragraph %u: ", place.paragraph);
        g_string_append_printf(sink->out, "%s\n", fault->message);
        sink_flow(sink);
    }
    if (faults->len == 0)
        g_string_append_printf(sink->out, "%s: no faults found\n", name);
}

gboolean
export_check(Article *article, ListFormat format, const ExportOptions *options, guint *count, ExportWrite write,
             gpointer data, GError **error)
{
    g_return_val_if_fail(format == LIST_TABLE || format == LIST_JSON, FALSE);
    ExportOptions given = options ? *options : (ExportOptions){0};
    g_autofree char *name = given.article ? safe_line(given.article, -1) : NULL;
    given.article = name;
    Sink sink;
    sink_begin(&sink, write, data);
    g_autoptr(GArray) faults = integrity_find(article);
    *count = faults->len;
    if (format == LIST_JSON)
        faults_json(article, faults, &given, &sink);
    else
        faults_lines(article, faults, &sink);
    return sink_end(&sink, error);
}
