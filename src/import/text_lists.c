/* List items: a mark, the text behind it and the lines that it is wrapped into; nested by their indents. A number is a
 * mark only where it begins a list or goes on with one, so that a line that happens to begin with "1997." is none. */
#include "import/text_private.h"

#include <string.h>

#define MAX_ITEM_LINES 256

static ListMark
mark_of(const Former *former, guint i)
{
    return list_mark(former->page->text + former->lines[i].start, line_length(&former->lines[i]));
}

/* TRUE when the next item below line i (over lines that it is wrapped into) has this kind, and for a number the next
 * one. */
static gboolean
has_sibling(const Former *former, guint i, ListMark mark)
{
    const char *s = former->page->text + former->lines[i].start;
    for (guint k = former_next(former, i + 1), seen = 0; k < former->count && seen < 12;
         k = former_next(former, k + 1), seen++) {
        if (former->lines[k].role != former->lines[i].role || former->lines[k].form != LINE_PROSE)
            return FALSE;
        ListMark other = mark_of(former, k);
        const char *t = former->page->text + former->lines[k].start;
        if (other.kind == mark.kind && (mark.kind == MARK_NUMBER ? other.number == mark.number + 1
                                                                 : memcmp(s, t, mark.kind == MARK_DASH ? 3 : 1) == 0))
            return TRUE;
        if (former->lines[k].indent <= former->lines[i].indent && (k == 0 || line_is_empty(&former->lines[k - 1])) &&
            mark.kind != MARK_NUMBER)
            return FALSE;
    }
    return FALSE;
}

/* Whether the mark at line i begins an item. at_start: the line begins a group. */
static gboolean
is_item(const Former *former, guint i, ListMark mark, gboolean at_start)
{
    const TextPage *page = former->page;
    const Line *line = &former->lines[i];
    const char *s = page->text + line->start;
    gboolean open = page->list->len > 0;
    gboolean after_colon = i > 0 && !line_is_empty(line - 1) && page->text[line[-1].end - 1] == ':';
    if (mark.kind == MARK_NONE || line->role == ROLE_MASTHEAD || looks_ruled(s, line_length(line)))
        return FALSE;
    switch (mark.kind) {
    case MARK_SIGN:
        if ((guchar)*s >= 0x80)
            return TRUE;
        return open || after_colon || (at_start && *s != '+') || has_sibling(former, i, mark);
    case MARK_DASH: {
        gboolean long_dash = (guchar)s[2] == 0x94;
        return line->role == ROLE_SUMMARY || (open && !long_dash) ||
               (!long_dash && (at_start || after_colon) && has_sibling(former, i, mark));
    }
    case MARK_NUMBER:
        if (open && mark.number == page->list_number + 1)
            return TRUE;
        if (mark.number == 1)
            return at_start || after_colon || open;
        return at_start && (mark.number == page->list_number + 1 || has_sibling(former, i, mark));
    case MARK_LETTER:
        return open || ((at_start || after_colon) &&
                        (memchr(s, 'a', MIN(line_length(line), 2)) || memchr(s, 'i', MIN(line_length(line), 2))));
    case MARK_NONE:
        break;
    }
    return FALSE;
}

gboolean
former_begins_item(const Former *former, guint i)
{
    ListMark mark = mark_of(former, i);
    return mark.kind != MARK_NONE && is_item(former, i, mark, FALSE);
}

/* The level of an item that is indented so: how many open levels are indented less, and one. */
static guint
open_level(TextPage *page, guint indent)
{
    while (page->list->len > 0 && g_array_index(page->list, guint, page->list->len - 1) > indent + 1)
        g_array_set_size(page->list, page->list->len - 1);
    if (page->list->len == 0 || g_array_index(page->list, guint, page->list->len - 1) + 1 < indent)
        g_array_append_val(page->list, indent);
    return page->list->len;
}

/* A further paragraph of the item above: indented to where its text begins. */
static guint
form_item_paragraph(const Former *former, guint i)
{
    TextPage *page = former->page;
    const Line *line = &former->lines[i];
    if (page->list->len == 0 || line->indent <= page->shape.indent + 1 || line->indent + 1 < page->item_column ||
        line->indent > page->item_column + 2)
        return 0;
    guint end = i + 1;
    while (end - i < MAX_ITEM_LINES && former_goes_on(former, end, i) && !former_begins_item(former, end))
        end++;
    gsize length;
    const char *s = text_join_lines(page, former->lines + i, end - i, TEXT_JOINED, &length);
    former_emit(page,
                (BlockSpec){.kind = BLOCK_LIST_ITEM, .role = line->role, .level = (guint8)MIN(page->list->len, 255)}, s,
                length);
    return end - i;
}

guint
form_list_item(const Former *former, guint i)
{
    TextPage *page = former->page;
    const Line *line = &former->lines[i];
    const char *s = page->text + line->start;
    gsize length = line_length(line);
    ListMark mark = mark_of(former, i);
    if (!is_item(former, i, mark, TRUE))
        return mark.kind == MARK_NONE ? form_item_paragraph(former, i) : 0;
    guint end = i + 1, first = end;
    gboolean bare = mark.skip >= length;
    if (bare) { /* the mark alone: its text stands below */
        guint next = former_next(former, end);
        if (next > i + 2 || !former_goes_on(former, next, i) || mark_of(former, next).kind != MARK_NONE)
            return 0;
        first = next;
        end = next + 1;
    }
    while (end - i < MAX_ITEM_LINES && former_goes_on(former, end, i) && !former_begins_item(former, end)) {
        const Line *next = &former->lines[end];
        if (!page->shape.wrapped && next->indent <= line->indent &&
            !words_begin_lower(page->text + next->start, line_length(next)))
            break;
        end++;
    }
    guint level = open_level(page, line->indent);
    page->item_column = line->indent + words_columns(s, mark.skip, 40);
    if (mark.kind == MARK_NUMBER)
        page->list_number = mark.number;
    BlockSpec spec = {
        .kind = BLOCK_LIST_ITEM, .role = line->role, .level = (guint8)MIN(level, 255), .label = (guint16)mark.skip};
    if (end == i + 1 && mark.skip == mark.length + 1) {
        former_emit(page, spec, s, length);
        return 1;
    }
    GString *out = page->scratch;
    g_string_truncate(out, 0);
    g_string_append_len(out, s + mark.skip, (gssize)(length - mark.skip));
    for (guint k = first; k < end; k++)
        text_append_joined(page, out, page->text + former->lines[k].start, line_length(&former->lines[k]));
    g_string_prepend_c(out, ' ');
    g_string_prepend_len(out, s, (gssize)mark.length);
    spec.label = (guint16)(mark.length + 1);
    former_emit(page, spec, out->str, out->len);
    return end - i;
}
