/* `ibid check`: the faults of an article as lines that an editor can jump to, or as JSON. */
#ifndef IBID_EXPORT_CHECK_H
#define IBID_EXPORT_CHECK_H

#include "export/export.h"

/* *count: how many faults were found. JSON with options->article gives the object that key first. LIST_TABLE or LIST_JSON. */
gboolean export_check(Article *article, ListFormat format, const ExportOptions *options, guint *count, ExportWrite write,
                      gpointer data, GError **error);

#endif
