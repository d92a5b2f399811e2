/* The document as Markdown: headings, lists, quotations, fenced text, tables, and notes as footnotes that their marks point to. */
#include <string.h>

#include "export/markdown.h"
#include "export/show.h"

enum { LEVELS = 16 };

typedef struct {
    int columns[LEVELS + 1]; /* where the text of a list item stands, by level; its children begin there */
    int depth;
    const char *prefix;  /* of a further line in this block */
    MarkdownFlags flags; /* of the next piece */
} Markdown;

/* TRUE where a link's text is its address and can stand in <…> as it is. */
static gboolean
is_address(const char *text, gsize length, const char *url)
{
    return strlen(url) == length && memcmp(text, url, length) == 0 && !strpbrk(url, "<> \t\n\\") &&
           !(strchr(url, '&') && strchr(url, ';'));
}

static void
piece(Show *show, const ShowPiece *piece, gpointer data)
{
    Markdown *markdown = data;
    GString *out = show->sink->out;
    const char *text = show->text + piece->range.start;
    gsize length = range_length(piece->range);
    const NoteMark *mark = piece->mark >= 0 ? document_note_mark(show->document, (guint)piece->mark) : NULL;
    const char *url = piece->link >= 0 ? document_link_url(show->document, (guint)piece->link) : NULL;
    if (mark && mark->note >= 0) {
        g_string_append_printf(out, "[^%s]", show->note_ids[mark->note]);
    } else if (show_url_is_plain(url) && is_address(text, length, url)) {
        g_string_append_printf(out, "<%s>", url);
    } else if (show_url_is_plain(url)) {
        g_string_append_c(out, '[');
        markdown_append(out, text, length, markdown->flags & MARKDOWN_HEADING, markdown->prefix);
        g_string_append_c(out, ']');
        markdown_append_url(out, url);
    } else {
        markdown_append(out, text, length, markdown->flags, markdown->prefix);
    }
    markdown->flags &= MARKDOWN_HEADING;
}

static void
inline_text(Show *show, Markdown *markdown, Range range, MarkdownFlags flags, const char *prefix)
{
    markdown->flags = flags;
    markdown->prefix = prefix;
    show_pieces(show, range, piece, markdown);
}

/* The label of a list item as Markdown writes it: its number, or a hyphen; letters and such stand behind the hyphen as text. */
static void
list_mark(GString *out, const char *label, gsize length)
{
    while (length > 0 && g_ascii_isspace(label[length - 1]))
        length--;
    gsize digits = 0;
    while (digits < length && digits < 9 && g_ascii_isdigit(label[digits]))
        digits++;
    if (digits > 0 && digits + 1 == length && (label[digits] == '.' || label[digits] == ')')) {
        g_string_append_len(out, label, (gssize)length);
        g_string_append_c(out, ' ');
        return;
    }
    g_string_append(out, "- ");
    gboolean wordy = FALSE;
    for (gsize i = 0; i < length; i++)
        wordy = wordy || g_ascii_isalnum(label[i]);
    if (!wordy)
        return;
    markdown_append(out, label, length, MARKDOWN_LINE_START | MARKDOWN_HEADING, NULL);
    g_string_append_c(out, ' ');
}

static void
list_item(Show *show, Markdown *markdown, const Block *block)
{
    GString *out = show->sink->out;
    int level = CLAMP(block->level, 1, MIN(markdown->depth + 1, LEVELS));
    g_autofree char *indent = g_strnfill((gsize)markdown->columns[level - 1], ' ');
    g_string_append(out, indent);
    gsize before = out->len;
    list_mark(out, show->text + block->range.start, block->label);
    /* The children of "- (a) text" stand behind the hyphen, not behind its letter. */
    int mark = out->str[before] == '-' ? 2 : (int)(out->len - before);
    markdown->columns[level] = markdown->columns[level - 1] + mark;
    markdown->depth = level;
    g_autofree char *hang = g_strnfill((gsize)markdown->columns[level], ' ');
    inline_text(show, markdown, range_make(block->range.start + block->label, block->range.end), MARKDOWN_LINE_START,
                hang);
    g_string_append_c(out, '\n');
}

static void
preformatted(Show *show, const Block *block)
{
    GString *out = show->sink->out;
    const char *text = show->text + block->range.start;
    gsize length = range_length(block->range), run = 0, longest = 2;
    for (gsize i = 0; i < length; i++) {
        run = text[i] == '`' ? run + 1 : 0;
        longest = MAX(longest, run);
    }
    g_autofree char *fence = g_strnfill(longest + 1, '`');
    g_string_append_printf(out, "%s\n", fence);
    g_string_append_len(out, text, (gssize)length);
    g_string_append_printf(out, "\n%s\n", fence);
}

/* A row of cells between tabs; the first row of a table is its head, as GFM demands one. */
static void
table_row(Show *show, Markdown *markdown, const Block *block, gboolean first)
{
    GString *out = show->sink->out;
    guint cells = 0;
    for (gsize at = block->range.start; at <= block->range.end;) {
        const char *tab = memchr(show->text + at, '\t', block->range.end - at);
        gsize end = tab ? (gsize)(tab - show->text) : block->range.end;
        g_string_append(out, cells == 0 ? "| " : " | ");
        inline_text(show, markdown, range_make(at, end), MARKDOWN_HEADING, NULL);
        cells++;
        at = end + 1;
    }
    g_string_append(out, " |\n");
    for (guint i = 0; first && i < cells; i++)
        g_string_append(out, i + 1 < cells ? "| --- " : "| --- |\n");
}

static void
block_lines(Show *show, Markdown *markdown, const Block *block, const Block *before)
{
    GString *out = show->sink->out;
    gboolean first = FALSE;
    int note = block->role == ROLE_NOTE ? show_note_of(show, block, &first) : -1;
    Range text = block->range;
    if (note >= 0) {
        text.start += block->label;
        if (first)
            g_string_append_printf(out, "[^%s]: ", show->note_ids[note]);
        else
            g_string_append(out, "    ");
        inline_text(show, markdown, text, MARKDOWN_LINE_START, "    ");
        g_string_append_c(out, '\n');
        return;
    }
    switch ((BlockKind)block->kind) {
    case BLOCK_HEADING: {
        g_autofree char *signs = g_strnfill((gsize)CLAMP(block->level, 1, 6), '#');
        g_string_append_printf(out, "%s ", signs);
        inline_text(show, markdown, text, MARKDOWN_HEADING, NULL);
        break;
    }
    case BLOCK_LIST_ITEM:
        list_item(show, markdown, block);
        return;
    case BLOCK_QUOTATION: {
        g_autoptr(GString) prefix = g_string_new(NULL);
        for (int i = 0; i < CLAMP(block->level, 1, LEVELS); i++)
            g_string_append(prefix, "> ");
        g_string_append(out, prefix->str);
        inline_text(show, markdown, text, MARKDOWN_LINE_START, prefix->str);
        break;
    }
    case BLOCK_PREFORMATTED:
        preformatted(show, block);
        return;
    case BLOCK_TABLE_ROW:
        table_row(show, markdown, block, !before || before->kind != BLOCK_TABLE_ROW);
        return;
    case BLOCK_PARAGRAPH:
    case BLOCK_CAPTION:
        inline_text(show, markdown, text, MARKDOWN_LINE_START, NULL);
        break;
    }
    g_string_append_c(out, '\n');
}

void
show_markdown(Show *show)
{
    GString *out = show->sink->out;
    Markdown markdown = {.depth = 0};
    const Block *before = NULL;
    guint count = document_block_count(show->document);
    for (guint i = show_next(show, 0); i < count && sink_flow(show->sink); i = show_next(show, i + 1)) {
        const Block *block = document_block(show->document, i);
        /* Lines that the text keeps together would run into one paragraph: only lists and tables stand without a blank line. */
        gboolean close =
            before && show_tight(before, block) && (block->kind == BLOCK_LIST_ITEM || block->kind == BLOCK_TABLE_ROW);
        if (before && !close)
            g_string_append(out, before->kind == BLOCK_QUOTATION && block->kind == BLOCK_QUOTATION ? ">\n" : "\n");
        if (block->kind != BLOCK_LIST_ITEM)
            markdown.depth = 0;
        block_lines(show, &markdown, block, close ? before : NULL);
        before = block;
    }
}
