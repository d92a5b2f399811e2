/* Quotations ("> …" and indented paragraphs), and what is kept as it stands: fenced code, tables. */
#include "import/text_private.h"

#include <string.h>

#define MAX_QUOTED_LINES 256
#define MAX_CODE_LINES 500
#define SHORT_QUOTED 40

/* The depth of "> > text" and the bytes before the text. */
static guint
quote_depth(const char *s, gsize length, gsize *skip)
{
    guint depth = 0;
    gsize at = 0;
    while (at < length && s[at] == '>') {
        depth++;
        at++;
        if (at < length && s[at] == ' ')
            at++;
    }
    while (at < length && (s[at] == ' ' || s[at] == '\t'))
        at++;
    *skip = at;
    return depth;
}

static void
emit_quotation(TextPage *page, const Line *lines, guint count, BlockRole role, guint level)
{
    TextLayout layout = text_layout(page, lines, count);
    BlockSpec spec = {.kind = BLOCK_QUOTATION, .role = role, .level = (guint8)MIN(level, 255)};
    for (guint i = 0; i < count;) {
        guint n = layout == TEXT_SEPARATE ? 1 : count;
        gsize length;
        const char *s = text_join_lines(page, lines + i, n, layout, &length);
        former_emit(page, spec, s, length);
        i += n;
    }
}

guint
form_quotation(const Former *former, guint i)
{
    TextPage *page = former->page;
    const char *text = page->text;
    if (text[former->lines[i].start] != '>')
        return 0;
    g_autoptr(GArray) inner = g_array_new(FALSE, FALSE, sizeof(Line));
    guint depth = 0, end = i;
    for (; end - i < MAX_QUOTED_LINES && (end == i || former_goes_on(former, end, i)); end++) {
        Line line = former->lines[end];
        gsize skip;
        guint deep = quote_depth(text + line.start, line_length(&line), &skip);
        if (end > i && deep != depth)
            break;
        depth = deep;
        line.start += skip;
        line.indent = 0;
        if (line_is_empty(&line)) { /* ">" alone: between two paragraphs */
            end++;
            break;
        }
        g_array_append_val(inner, line);
    }
    if (inner->len > 0)
        emit_quotation(page, (const Line *)inner->data, inner->len, former->lines[i].role, depth);
    return end - i;
}

guint
form_indented(const Former *former, guint i, guint end)
{
    TextPage *page = former->page;
    const Line *lines = former->lines;
    const TextShape *shape = &page->shape;
    guint least = G_MAXUINT;
    gsize longest = 0;
    for (guint k = i; k < end; k++) {
        least = MIN(least, lines[k].indent);
        longest = MAX(longest, line_length(&lines[k]));
    }
    if (least < shape->indent + 3 || (lines[i].role != ROLE_BODY && lines[i].role != ROLE_SUMMARY))
        return 0;
    if (end - i == 1 && (shape->first_indent || (longest < SHORT_QUOTED && !page->quoted)))
        return 0;
    emit_quotation(page, lines + i, end - i, lines[i].role, 1);
    return end - i;
}

static void
emit_kept(TextPage *page, const Line *lines, guint count, BlockRole role)
{
    while (count > 0 && line_is_empty(&lines[count - 1]))
        count--;
    while (count > 0 && line_is_empty(lines)) {
        lines++;
        count--;
    }
    if (count == 0)
        return;
    gsize length;
    const char *s = text_join_lines(page, lines, count, TEXT_KEPT, &length);
    former_emit(page, (BlockSpec){.kind = BLOCK_PREFORMATTED, .role = role}, s, length);
}

guint
form_code(const Former *former, guint i)
{
    TextPage *page = former->page;
    const Line *line = &former->lines[i];
    const char *s = page->text + line->start;
    gsize length = line_length(line);
    if (length < 3 || length > 60 || (memcmp(s, "```", 3) != 0 && memcmp(s, "~~~", 3) != 0) ||
        (s[0] == '~' && looks_underline(s, length) && length > 3))
        return 0;
    for (guint k = i + 1; k < former->count && k - i < MAX_CODE_LINES && former->lines[k].role == line->role; k++) {
        const Line *close = &former->lines[k];
        if (line_length(close) == 3 && memcmp(page->text + close->start, s, 3) == 0) {
            emit_kept(page, line + 1, k - i - 1, line->role);
            return k - i + 1;
        }
    }
    return 0;
}

guint
form_table(const Former *former, guint i, guint end)
{
    guint rows = 0;
    if (end - i < 2)
        return 0;
    for (guint k = i; k < end; k++)
        rows += looks_tabular(former->page->text + former->lines[k].start, line_length(&former->lines[k]));
    if (rows < 2 || rows * 10 < (end - i) * 7)
        return 0;
    emit_kept(former->page, former->lines + i, end - i, former->lines[i].role);
    return end - i;
}
