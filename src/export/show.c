/* Choosing the format of `show`, and the walk over blocks and pieces that the formats share. */
#include "export/show.h"

#include <string.h>

guint
show_next(const Show *show, guint index)
{
    guint count = document_block_count(show->document);
    if (!show->whole)
        while (index < count && document_block(show->document, index)->role == ROLE_BOILERPLATE)
            index++;
    return index;
}

gboolean
show_tight(const Block *before, const Block *block)
{
    if (before->role != block->role)
        return FALSE;
    if (before->kind != block->kind || block->kind == BLOCK_HEADING)
        return FALSE;
    switch ((BlockKind)block->kind) {
    case BLOCK_LIST_ITEM:
    case BLOCK_TABLE_ROW:
    case BLOCK_PREFORMATTED:
        return TRUE;
    default:
        return block->role == ROLE_MASTHEAD || block->role == ROLE_BOILERPLATE ||
               (block->role == ROLE_NOTE && before->label > 0 && block->label > 0);
    }
}

/* Notes stand in the order of the text. */
int
show_note_of(const Show *show, const Block *block, gboolean *first)
{
    guint low = 0, high = document_note_count(show->document);
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (document_note(show->document, middle)->range.end <= block->range.start)
            low = middle + 1;
        else
            high = middle;
    }
    if (low >= document_note_count(show->document))
        return -1;
    const Note *note = document_note(show->document, low);
    if (!range_contains(note->range, block->range.start))
        return -1;
    if (first)
        *first = note->range.start == block->range.start;
    return (int)low;
}

gboolean
show_url_is_plain(const char *url)
{
    return url && (g_ascii_strncasecmp(url, "http://", 7) == 0 || g_ascii_strncasecmp(url, "https://", 8) == 0 ||
                   g_ascii_strncasecmp(url, "mailto:", 7) == 0);
}

typedef struct {
    gsize at;
    Range range;
    Show *show;
    ShowPieceFunc func;
    gpointer data;
    int link; /* of plain pieces; marks come from the walk */
} Walk;

static void
give_piece(Walk *walk, gsize end, int mark)
{
    if (end <= walk->at)
        return;
    ShowPiece piece = {.range = {walk->at, end}, .link = mark >= 0 ? -1 : walk->link, .mark = mark};
    walk->func(walk->show, &piece, walk->data);
    walk->at = end;
}

static gboolean
visit_mark(LayerItem item, guint index, gpointer data)
{
    Walk *walk = data;
    Range mark = range_intersect(item.range, walk->range);
    if (mark.start < walk->at)
        return TRUE;
    give_piece(walk, mark.start, -1);
    give_piece(walk, mark.end, (int)item.id);
    return TRUE;
}

/* The pieces of one stretch that lies in one link or in none. */
static void
walk_marks(Walk *walk, gsize end, int link)
{
    if (end <= walk->at)
        return;
    walk->range = range_make(walk->at, end);
    walk->link = link;
    layer_in_range(document_note_marks(walk->show->document), walk->range, visit_mark, walk);
    give_piece(walk, end, -1);
}

static gboolean
visit_link(LayerItem item, guint index, gpointer data)
{
    Walk *walk = data;
    if (item.range.start < walk->at)
        return TRUE;
    walk_marks(walk, item.range.start, -1);
    walk_marks(walk, item.range.end, (int)item.id);
    return TRUE;
}

void
show_pieces(Show *show, Range range, ShowPieceFunc func, gpointer data)
{
    Walk walk = {.at = range.start, .show = show, .func = func, .data = data};
    layer_in_range(document_links(show->document), range, visit_link, &walk);
    walk_marks(&walk, range.end, -1);
}

/* A note is called by its label where that is plain and the first of its kind, else by its number; a hyphen tells the two apart. */
static char **
note_ids(const Document *document)
{
    guint count = document_note_count(document);
    char **ids = g_new0(char *, count + 1);
    g_autoptr(GHashTable) taken = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < count; i++) {
        const char *label = document_note(document, i)->label;
        gboolean plain = label && *label && strlen(label) <= 16;
        for (const char *c = label; plain && *c; c++)
            plain = g_ascii_isalnum(*c);
        ids[i] = plain && g_hash_table_add(taken, (gpointer)label) ? g_strdup(label) : g_strdup_printf("n-%u", i + 1);
    }
    return ids;
}

gboolean
export_show(Article *article, ShowFormat format, const ExportOptions *options, ExportWrite write, gpointer data,
            GError **error)
{
    Sink sink;
    sink_begin(&sink, write, data);
    Document *document = article_document(article);
    Show show = {.document = document,
                 .text = document_text(document, NULL),
                 .meta = document_meta(document),
                 .title = article_title(article),
                 .width = options && options->width ? options->width : EXPORT_WIDTH,
                 .whole = options && options->whole,
                 .sink = &sink};
    g_auto(GStrv) ids = format == SHOW_MARKDOWN || format == SHOW_HTML ? note_ids(document) : NULL;
    show.note_ids = ids;
    switch (format) {
    case SHOW_TEXT:
        show_text(&show);
        break;
    case SHOW_MARKDOWN:
        show_markdown(&show);
        break;
    case SHOW_JSON:
        show_json(&show);
        break;
    case SHOW_HTML:
        show_html(&show);
        break;
    }
    return sink_end(&sink, error);
}
