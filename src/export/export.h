/* What goes out: an article, its citations and its entities in formats that other tools and people read.
 *
 * Everything is written piece by piece, so that 100 MB do not stand in memory twice and a closed pipe ends the work at once. Each piece goes through base/safe.h on
 * its way out, and is safe for its format besides (Markdown and HTML escaped, CSV quoted and without formulas). JSON is that of DESIGN 7: keys in its order, what
 * is unknown null, offsets in code points of the `text` of show, ids from 1. The lists find what is not yet found (article_finish()). */
#ifndef IBID_EXPORT_EXPORT_H
#define IBID_EXPORT_EXPORT_H

#include "article/article.h"

/* Takes some bytes of the output; FALSE with an error ends the export. */
typedef gboolean (*ExportWrite)(gpointer data, const char *bytes, gsize length, GError **error);
/* An ExportWrite that appends to a GString. */
gboolean export_append(gpointer string, const char *bytes, gsize length, GError **error);

typedef struct {
    int width;           /* cells of a line, for text and tables; 0: EXPORT_WIDTH */
    gboolean whole;      /* show: with what was set aside as boilerplate */
    const char *article; /* lists of several articles: the name that each part bears; NULL where there is but one */
    gboolean continued;  /* … a part that is not the first: CSV goes on without a header */
} ExportOptions;

#define EXPORT_WIDTH 80

/* The text. Boilerplate is left out unless `whole` asks for it; in JSON it always stands, since text and offsets are whole there. Long lines are broken in SHOW_TEXT alone,
 * and there nothing is wider than the width but what is preformatted. */
typedef enum { SHOW_TEXT, SHOW_MARKDOWN, SHOW_JSON, SHOW_HTML } ShowFormat;
gboolean export_show(Article *article, ShowFormat format, const ExportOptions *options, ExportWrite write, gpointer data,
                     GError **error);

/* LIST_MARKDOWN is for citations alone; what several articles cite as one bibliography is export/bibliography.h. JSON with an `article` gives the object that key first; several make an array only when the caller puts "[", "," and "]" around. */
typedef enum { LIST_TABLE, LIST_JSON, LIST_CSV, LIST_MARKDOWN } ListFormat;
gboolean export_cites(Article *article, ListFormat format, const ExportOptions *options, ExportWrite write,
                      gpointer data, GError **error);
gboolean export_entities(Article *article, ListFormat format, const ExportOptions *options, ExportWrite write,
                         gpointer data, GError **error);

#endif
