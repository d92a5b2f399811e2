/* What goes out: an article, its citations and its entities in formats that other tools and people read. Every function gives a new string (free with g_free()) that is
 * safe for its format and for a terminal. JSON: DESIGN 7, offsets in code points of the `text` of show. */
#ifndef IBID_EXPORT_EXPORT_H
#define IBID_EXPORT_EXPORT_H

#include "article/article.h"
#include "base/json.h"

typedef enum { SHOW_TEXT, SHOW_MARKDOWN, SHOW_JSON, SHOW_HTML } ShowFormat;
/* width: cells of the text (format text). whole: with boilerplate; else it is left out (in JSON blocks of role boilerplate stand all the same, since text and offsets are whole). */
char *export_show(Article *article, ShowFormat format, int width, gboolean whole);

typedef enum { LIST_TABLE, LIST_JSON, LIST_CSV, LIST_MARKDOWN } ListFormat;
char *export_cites(Article *article, ListFormat format, int width);
char *export_entities(Article *article, ListFormat format, int width);

json_t *export_show_json(Article *article);
json_t *export_cites_json(Article *article);
json_t *export_entities_json(Article *article);

#endif
