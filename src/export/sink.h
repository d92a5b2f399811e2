/* Where an export writes: a buffer that is made safe and handed on whenever it has grown large enough. */
#ifndef IBID_EXPORT_SINK_H
#define IBID_EXPORT_SINK_H

#include "base/json.h"
#include "export/export.h"

typedef struct {
    GString *out; /* append here, whole characters at a time */
    ExportWrite write;
    gpointer data;
    GError *error; /* the first one; nothing is written after it */
    gboolean rows; /* CSV: made safe cell by cell, since its rows end in CR LF */
} Sink;

void sink_begin(Sink *sink, ExportWrite write, gpointer data);
/* Hands on what has gathered, if it is much; to be called now and then. FALSE when writing has failed and the work may stop. */
gboolean sink_flow(Sink *sink);
/* The rest; frees the buffer. FALSE with the first error. */
gboolean sink_end(Sink *sink, GError **error);

/* JSON by pieces: a value on the line, "key": before a value (with a comma unless it is the first), a string of any length. Takes the reference of value. */
void sink_json(Sink *sink, json_t *value);
void sink_json_key(Sink *sink, const char *key, gboolean first);
void sink_json_string(Sink *sink, const char *text, gsize length);

/* One cell of a CSV row as RFC 4180 has it; one that a spreadsheet would take for a formula (= + - @, tab, CR at its start) gets an apostrophe in front. */
void sink_csv(Sink *sink, const char *cell, gboolean first);
void sink_csv_number(Sink *sink, gsize number, gboolean first);
void sink_csv_end(Sink *sink);

#endif
