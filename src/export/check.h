/* `ibid check`: the faults of an article as lines that an editor can jump to, or as JSON; and its sourcing profile. */
#ifndef IBID_EXPORT_CHECK_H
#define IBID_EXPORT_CHECK_H

#include "export/export.h"

/* *count: how many faults were found. JSON with options->article gives the object that key first. LIST_TABLE or LIST_JSON. */
gboolean export_check(Article *article, ListFormat format, const ExportOptions *options, guint *count, ExportWrite write,
                      gpointer data, GError **error);

/* The sourcing profile (article/profile.h) as lines with bars, of "#" where ascii is set, or as JSON; *count: how many cites there are. */
gboolean export_profile(Article *article, ListFormat format, gboolean ascii, const ExportOptions *options, guint *count,
                        ExportWrite write, gpointer data, GError **error);

#endif
