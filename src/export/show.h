/* What the formats of `show` share: which blocks are shown, which of them stand together, and how a block's text is walked with its links and note marks. */
#ifndef IBID_EXPORT_SHOW_H
#define IBID_EXPORT_SHOW_H

#include "export/export.h"
#include "export/sink.h"

typedef struct {
    Document *document;
    const char *text;
    const DocumentMeta *meta;
    const char *title; /* of the article, never NULL */
    int width;
    gboolean whole;
    Sink *sink;
    char **note_ids; /* for Markdown and HTML: by note, a name of letters, digits and hyphens, each once; else NULL */
} Show;

void show_text(Show *show);
void show_markdown(Show *show);
void show_json(Show *show);
void show_html(Show *show);

/* The next shown block at or after index; the number of blocks where there is none. */
guint show_next(const Show *show, guint index);
/* TRUE where two shown blocks that follow one another belong together closely: items of a list, rows of a table, lines of a masthead. */
gboolean show_tight(const Block *before, const Block *block);
/* Index of the note that covers a block, or -1; *first (may be NULL): the block is its beginning. */
int show_note_of(const Show *show, const Block *block, gboolean *first);

/* A piece of a block's text: plain, or inside a link or a note mark (with its index, else -1). Pieces come in order and cover range wholly; a mark inside a link stands alone. */
typedef struct {
    Range range;
    int link, mark;
} ShowPiece;
typedef void (*ShowPieceFunc)(Show *show, const ShowPiece *piece, gpointer data);
void show_pieces(Show *show, Range range, ShowPieceFunc func, gpointer data);
/* TRUE for addresses that a page may link to: http, https, mailto. */
gboolean show_url_is_plain(const char *url);

#endif
