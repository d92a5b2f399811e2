/* The document as a page: valid HTML without scripts or anything fetched, every text escaped, note marks and notes linked to each other. */
#include <string.h>

#include "export/show.h"

enum { LEVELS = 16 };

static const char style[] =
    "body{max-width:38em;margin:2em auto;padding:0 1em;line-height:1.5;font-family:Georgia,serif}"
    ".summary{border-left:.2em solid;padding-left:1em}.boilerplate{opacity:.6}.caption{font-style:italic}"
    "pre{overflow-x:auto}a{color:inherit}td{padding:0 1em 0 0;vertical-align:top}.lettered{list-style:none}";

typedef struct {
    int role;               /* whose section is open, or -1 */
    char lists[LEVELS + 1]; /* 'u', 'o' or 'l' for each open list; an item is open in each */
    int depth;
    gboolean table;
    int quotations;
    int note;         /* whose element is open, or -1 */
    gboolean *marked; /* by note: a mark has its id already */
} Html;

static void
escape(GString *out, const char *text, gsize length)
{
    for (gsize at = 0; at < length; at++) {
        switch (text[at]) {
        case '&':
            g_string_append(out, "&amp;");
            break;
        case '<':
            g_string_append(out, "&lt;");
            break;
        case '>':
            g_string_append(out, "&gt;");
            break;
        case '"':
            g_string_append(out, "&quot;");
            break;
        default:
            g_string_append_c(out, text[at]);
        }
    }
}

/* An address as an attribute: what no address may hold is written in percent signs. */
static void
escape_url(GString *out, const char *url)
{
    for (const char *c = url; *c; c++) {
        if (strchr(" \"<>\\^`{|}\t\n", *c))
            g_string_append_printf(out, "%%%02X", (guint)*c);
        else
            escape(out, c, 1);
    }
}

static void
meta(GString *out, const char *name, const char *content)
{
    if (!content || !*content)
        return;
    g_string_append_printf(out, "<meta name=\"%s\" content=\"", name);
    escape(out, content, strlen(content));
    g_string_append(out, "\">\n");
}

/* Text with its hard line breaks. */
static void
text(GString *out, const char *text, gsize length)
{
    for (gsize at = 0; at < length;) {
        const char *newline = memchr(text + at, '\n', length - at);
        gsize end = newline ? (gsize)(newline - text) : length;
        escape(out, text + at, end - at);
        if (newline)
            g_string_append(out, "<br>\n");
        at = newline ? end + 1 : end;
    }
}

static void
piece(Show *show, const ShowPiece *piece, gpointer data)
{
    Html *html = data;
    GString *out = show->sink->out;
    const NoteMark *mark = piece->mark >= 0 ? document_note_mark(show->document, (guint)piece->mark) : NULL;
    const char *url = piece->link >= 0 ? document_link_url(show->document, (guint)piece->link) : NULL;
    gboolean anchor = TRUE;
    if (mark && mark->note >= 0) {
        const char *id = show->note_ids[mark->note];
        g_string_append(out, "<a");
        if (!html->marked[mark->note])
            g_string_append_printf(out, " id=\"mark-%s\"", id);
        html->marked[mark->note] = TRUE;
        g_string_append_printf(out, " href=\"#note-%s\" role=\"doc-noteref\">", id);
    } else if (show_url_is_plain(url)) {
        g_string_append(out, "<a href=\"");
        escape_url(out, url);
        g_string_append(out, "\" rel=\"noreferrer\">");
    } else {
        anchor = FALSE;
    }
    text(out, show->text + piece->range.start, range_length(piece->range));
    if (anchor)
        g_string_append(out, "</a>");
}

static void
close_lists(Html *html, GString *out, int depth)
{
    for (; html->depth > depth; html->depth--)
        g_string_append(out, html->lists[html->depth] == 'o' ? "</li></ol>\n" : "</li></ul>\n");
}

static void
set_quotations(Html *html, GString *out, int level)
{
    for (; html->quotations < level; html->quotations++)
        g_string_append(out, "<blockquote>\n");
    for (; html->quotations > level; html->quotations--)
        g_string_append(out, "</blockquote>\n");
}

static void
set_table(Html *html, GString *out, gboolean table)
{
    if (html->table != table)
        g_string_append(out, table ? "<table>\n" : "</table>\n");
    html->table = table;
}

static void
set_note(Show *show, Html *html, int note)
{
    if (html->note == note)
        return;
    if (html->note >= 0)
        g_string_append(show->sink->out, "</div>\n");
    if (note >= 0)
        g_string_append_printf(show->sink->out, "<div class=\"note\" id=\"note-%s\">\n", show->note_ids[note]);
    html->note = note;
}

static void
set_section(Html *html, GString *out, int role)
{
    static const char *const open[] = {
        [ROLE_MASTHEAD] = "<header>\n",
        [ROLE_SUMMARY] = "<section class=\"summary\" aria-label=\"Summary\">\n",
        [ROLE_BODY] = "<div>\n",
        [ROLE_NOTE] = "<div class=\"notes\">\n",
        [ROLE_BOILERPLATE] = "<div class=\"boilerplate\">\n",
    };
    static const char *const end[] = {
        [ROLE_MASTHEAD] = "</header>\n", [ROLE_SUMMARY] = "</section>\n", [ROLE_BODY] = "</div>\n",
        [ROLE_NOTE] = "</div>\n",        [ROLE_BOILERPLATE] = "</div>\n",
    };
    if (html->role == role)
        return;
    if (html->role >= 0)
        g_string_append(out, end[html->role]);
    if (role >= 0)
        g_string_append(out, open[role]);
    html->role = role;
}

/* Bullets and numbers are the list's own; any other label stands as text in a list without marks. */
static void
list_item(Show *show, Html *html, const Block *block)
{
    GString *out = show->sink->out;
    const char *label = show->text + block->range.start;
    gsize digits = 0;
    gboolean wordy = FALSE;
    while (digits < block->label && g_ascii_isdigit(label[digits]))
        digits++;
    for (gsize i = 0; i < block->label; i++)
        wordy = wordy || g_ascii_isalnum(label[i]);
    gboolean numbered =
        digits > 0 && digits <= 6 && digits < block->label && (label[digits] == '.' || label[digits] == ')');
    char kind = numbered ? 'o' : wordy ? 'l' : 'u';
    int level = CLAMP(block->level, 1, MIN(html->depth + 1, LEVELS));
    close_lists(html, out, level);
    if (html->depth == level && html->lists[level] != kind)
        close_lists(html, out, level - 1);
    else if (html->depth == level)
        g_string_append(out, "</li>\n");
    if (html->depth < level) {
        g_string_append(out, kind == 'o' ? "<ol>\n" : kind == 'l' ? "<ul class=\"lettered\">\n" : "<ul>\n");
        html->depth = level;
        html->lists[level] = kind;
    }
    if (numbered)
        g_string_append_printf(out, "<li value=\"%.*s\">", (int)digits, label);
    else
        g_string_append(out, "<li>");
    Range range = block->range;
    if (kind != 'l')
        range.start += block->label;
    show_pieces(show, range, piece, html);
}

static void
element(Show *show, Html *html, const Block *block, const char *open, const char *close)
{
    GString *out = show->sink->out;
    Range range = block->range;
    g_string_append(out, open);
    if (html->note >= 0 && block->label > 0) {
        gsize label = block->label;
        while (label > 0 && show->text[range.start + label - 1] == ' ')
            label--;
        gboolean back = html->marked[html->note];
        if (back)
            g_string_append_printf(out, "<a href=\"#mark-%s\" role=\"doc-backlink\">", show->note_ids[html->note]);
        text(out, show->text + range.start, label);
        g_string_append(out, back ? "</a> " : " ");
        range.start += block->label;
    }
    show_pieces(show, range, piece, html);
    g_string_append(out, close);
}

static void
table_row(Show *show, Html *html, const Block *block)
{
    GString *out = show->sink->out;
    g_string_append(out, "<tr>");
    for (gsize at = block->range.start; at <= block->range.end;) {
        const char *tab = memchr(show->text + at, '\t', block->range.end - at);
        gsize end = tab ? (gsize)(tab - show->text) : block->range.end;
        g_string_append(out, "<td>");
        show_pieces(show, range_make(at, end), piece, html);
        g_string_append(out, "</td>");
        at = end + 1;
    }
    g_string_append(out, "</tr>\n");
}

static void
block_element(Show *show, Html *html, const Block *block)
{
    GString *out = show->sink->out;
    int note = block->role == ROLE_NOTE ? show_note_of(show, block, NULL) : -1;
    gboolean item = block->kind == BLOCK_LIST_ITEM && note < 0;
    if (!item || html->role != block->role)
        close_lists(html, out, 0);
    set_table(html, out, block->kind == BLOCK_TABLE_ROW && html->table);
    set_quotations(html, out, block->kind == BLOCK_QUOTATION ? MIN(html->quotations, block->level) : 0);
    if (html->note != note)
        set_note(show, html, -1);
    set_section(html, out, block->role);
    set_note(show, html, note);
    if (item) {
        list_item(show, html, block);
        return;
    }
    switch ((BlockKind)block->kind) {
    case BLOCK_HEADING: {
        int level = CLAMP(block->level, 1, 6);
        char open[] = "<h1>", close[] = "</h1>\n";
        open[2] = close[3] = (char)('0' + level);
        element(show, html, block, open, close);
        break;
    }
    case BLOCK_QUOTATION:
        set_quotations(html, out, CLAMP(block->level, 1, LEVELS));
        element(show, html, block, "<p>", "</p>\n");
        break;
    case BLOCK_PREFORMATTED:
        g_string_append(out, "<pre>");
        escape(out, show->text + block->range.start, range_length(block->range));
        g_string_append(out, "</pre>\n");
        break;
    case BLOCK_TABLE_ROW:
        set_table(html, out, TRUE);
        table_row(show, html, block);
        break;
    case BLOCK_CAPTION:
        element(show, html, block, "<p class=\"caption\">", "</p>\n");
        break;
    case BLOCK_LIST_ITEM:
    case BLOCK_PARAGRAPH:
        element(show, html, block, "<p>", "</p>\n");
        break;
    }
}

static void
head(Show *show)
{
    GString *out = show->sink->out;
    const char *language = show->meta->language;
    gboolean plain = language && *language;
    for (const char *c = language; plain && *c; c++)
        plain = g_ascii_isalnum(*c) || *c == '-';
    g_string_append(out, "<!DOCTYPE html>\n<html");
    if (plain)
        g_string_append_printf(out, " lang=\"%s\"", language);
    g_string_append(
        out, ">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
    escape(out, show->title, strlen(show->title));
    g_string_append(out, "</title>\n");
    for (char **author = show->meta->byline; *author; author++)
        meta(out, "author", *author);
    meta(out, "dcterms.issued", show->meta->issued);
    g_autofree char *keywords = g_strjoinv(", ", show->meta->keywords);
    meta(out, "keywords", keywords);
    g_string_append_printf(out, "<style>%s</style>\n</head>\n<body>\n<article>\n", style);
}

void
show_html(Show *show)
{
    GString *out = show->sink->out;
    g_autofree gboolean *marked = g_new0(gboolean, document_note_count(show->document) + 1);
    Html html = {.role = -1, .note = -1, .marked = marked};
    head(show);
    guint count = document_block_count(show->document);
    for (guint i = show_next(show, 0); i < count && sink_flow(show->sink); i = show_next(show, i + 1))
        block_element(show, &html, document_block(show->document, i));
    close_lists(&html, out, 0);
    set_table(&html, out, FALSE);
    set_quotations(&html, out, 0);
    set_note(show, &html, -1);
    set_section(&html, out, -1);
    g_string_append(out, "</article>\n</body>\n</html>\n");
}
