/* The one door out of the export floor: buffering, safety, JSON and CSV in their smallest parts. */
#include "export/sink.h"

#include <string.h>

#include "base/safe.h"
#include "text/utf8.h"

enum { FLOW = 64 * 1024, PIECE = 64 * 1024 };

gboolean
export_append(gpointer string, const char *bytes, gsize length, GError **error)
{
    g_string_append_len(string, bytes, (gssize)length);
    return TRUE;
}

void
sink_begin(Sink *sink, ExportWrite write, gpointer data)
{
    *sink = (Sink){.out = g_string_sized_new(2 * FLOW), .write = write, .data = data};
}

static void
hand_on(Sink *sink)
{
    if (!sink->error && sink->out->len > 0) {
        if (sink->rows || safe_prefix(sink->out->str, sink->out->len) == sink->out->len) {
            sink->write(sink->data, sink->out->str, sink->out->len, &sink->error);
        } else {
            g_autoptr(GString) safe = g_string_sized_new(sink->out->len + sink->out->len / 8);
            safe_append(safe, sink->out->str, (gssize)sink->out->len);
            sink->write(sink->data, safe->str, safe->len, &sink->error);
        }
    }
    g_string_truncate(sink->out, 0);
}

gboolean
sink_flow(Sink *sink)
{
    if (sink->out->len >= FLOW)
        hand_on(sink);
    return sink->error == NULL;
}

gboolean
sink_end(Sink *sink, GError **error)
{
    hand_on(sink);
    g_string_free(sink->out, TRUE);
    sink->out = NULL;
    if (!sink->error)
        return TRUE;
    g_propagate_error(error, sink->error);
    sink->error = NULL;
    return FALSE;
}

void
sink_json(Sink *sink, json_t *value)
{
    g_autofree char *text = json_text(value, 0);
    json_decref(value);
    gsize length = strlen(text);
    while (length > 0 && text[length - 1] == '\n')
        length--;
    g_string_append_len(sink->out, text, (gssize)length);
    sink_flow(sink);
}

void
sink_json_key(Sink *sink, const char *key, gboolean first)
{
    g_string_append_printf(sink->out, "%s\"%s\": ", first ? "" : ",\n ", key);
}

void
sink_json_string(Sink *sink, const char *text, gsize length)
{
    g_string_append_c(sink->out, '"');
    for (gsize at = 0; at < length && sink_flow(sink);) {
        gsize end = MIN(length, at + PIECE);
        while (end < length && ((guchar)text[end] & 0xc0) == 0x80)
            end--;
        json_t *piece = json_stringn(text + at, end - at);
        g_autofree char *quoted = json_text(piece, 0);
        json_decref(piece);
        const char *close = strrchr(quoted, '"');
        g_string_append_len(sink->out, quoted + 1, close - quoted - 1);
        at = end;
    }
    g_string_append_c(sink->out, '"');
}

void
sink_csv(Sink *sink, const char *cell, gboolean first)
{
    GString *out = sink->out;
    if (!first)
        g_string_append_c(out, ',');
    if (!cell)
        return;
    gboolean formula = *cell && strchr("=+-@\t\r", *cell), quoted = strpbrk(cell, "\",\r\n") || g_ascii_isspace(*cell);
    if (quoted)
        g_string_append_c(out, '"');
    if (formula)
        g_string_append_c(out, '\'');
    for (const char *quote; (quote = strchr(cell, '"')); cell = quote + 1) {
        safe_append(out, cell, quote - cell);
        g_string_append(out, "\"\"");
    }
    safe_append(out, cell, -1);
    if (quoted)
        g_string_append_c(out, '"');
}

void
sink_csv_number(Sink *sink, gsize number, gboolean first)
{
    g_string_append_printf(sink->out, "%s%" G_GSIZE_FORMAT, first ? "" : ",", number);
}

void
sink_csv_end(Sink *sink)
{
    g_string_append(sink->out, "\r\n");
    sink->rows = TRUE;
    sink_flow(sink);
}
