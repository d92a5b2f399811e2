/* The text for a pipe: paragraphs broken at the width, list marks and note labels hanging, quotations set in, headings apart. */
#include <string.h>

#include "export/show.h"
#include "export/wrap.h"
#include "text/display.h"

enum { LIST_STEP = 2, QUOTATION_STEP = 4, INDENT_MAX = 24 };

typedef struct {
    Show *show;
    const char *text;
    int indent;
    gboolean first;   /* the label has been written already, this line goes behind it */
    gboolean literal; /* tabs stay */
} Lines;

/* Some characters have no place in a line that is counted in cells: a tab is one space, what is never drawn goes. */
static void
append_line(GString *out, const char *text, gsize length)
{
    for (gsize at = 0; at < length;) {
        gsize plain = at;
        while (plain < length && text[plain] != '\t' && text[plain] != '\xc2' && text[plain] != '\xe2' &&
               text[plain] != '\xef')
            plain++;
        g_string_append_len(out, text + at, (gssize)(plain - at));
        at = plain;
        if (at == length)
            break;
        if (text[at] == '\t') {
            g_string_append_c(out, ' ');
            at++;
        } else if (length - at >= 2 && memcmp(text + at, "\u00ad", 2) == 0) {
            at += 2;
        } else if (length - at >= 3 && (memcmp(text + at, "\u200b", 3) == 0 || memcmp(text + at, "\ufeff", 3) == 0)) {
            at += 3;
        } else {
            g_string_append_c(out, text[at++]);
        }
    }
}

static gboolean
line(gpointer data, gsize start, gsize end)
{
    Lines *lines = data;
    GString *out = lines->show->sink->out;
    if (!lines->first && end > start)
        g_string_append_printf(out, "%*s", lines->indent, "");
    lines->first = FALSE;
    if (lines->literal)
        g_string_append_len(out, lines->text + start, (gssize)(end - start));
    else
        append_line(out, lines->text + start, end - start);
    g_string_append_c(out, '\n');
    return sink_flow(lines->show->sink);
}

static int
indent_of(const Block *block, int note_indent)
{
    switch ((BlockKind)block->kind) {
    case BLOCK_LIST_ITEM:
        return MIN(LIST_STEP * MAX(block->level, 1), INDENT_MAX);
    case BLOCK_QUOTATION:
        return MIN(QUOTATION_STEP * MAX(block->level, 1), INDENT_MAX);
    default:
        return block->role == ROLE_NOTE && block->label == 0 ? note_indent : 0;
    }
}

/* Preformatted text keeps its lines, however long. */
static void
literal_lines(Lines *lines, gsize length)
{
    for (gsize at = 0; at < length;) {
        const char *newline = memchr(lines->text + at, '\n', length - at);
        gsize end = newline ? (gsize)(newline - lines->text) : length;
        if (!line(lines, at, end))
            return;
        at = end + 1;
    }
}

void
show_text(Show *show)
{
    GString *out = show->sink->out;
    const Block *before = NULL;
    guint count = document_block_count(show->document);
    int note_indent = 0; /* of the paragraphs that follow the first of a note */
    for (guint i = show_next(show, 0); i < count && sink_flow(show->sink); i = show_next(show, i + 1)) {
        const Block *block = document_block(show->document, i);
        if (before && !show_tight(before, block))
            g_string_append_c(out, '\n');
        before = block;
        int note = block->role == ROLE_NOTE ? show_note_of(show, block, NULL) : -1;
        int indent = MIN(indent_of(block, note >= 0 ? note_indent : 0), show->width / 2);
        const char *text = show->text + block->range.start;
        gsize length = range_length(block->range);
        Lines lines = {.show = show, .text = text, .indent = indent, .literal = block->kind == BLOCK_PREFORMATTED};
        if (lines.literal) {
            literal_lines(&lines, length);
            continue;
        }
        if (block->label > 0) {
            int cells = display_width(text, block->label);
            if (indent + cells <= show->width / 2) {
                g_string_append_printf(out, "%*s", indent, "");
                append_line(out, text, block->label);
                lines.indent += cells;
                lines.first = TRUE;
                lines.text += block->label;
                length -= block->label;
            }
            note_indent = lines.indent;
        }
        if (length == 0)
            g_string_append_c(out, '\n');
        wrap_text(lines.text, length, show->width - lines.indent, line, &lines);
    }
}
