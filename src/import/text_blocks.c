/* Lines → blocks.
 *
 * Walks the lines once. A run of lines without an empty line between them (a group) is one paragraph broken into
 * lines, several paragraphs of one line, or verse, whose line ends stay; which one is decided from how the whole text
 * is set (TextShape) and from the group itself. List items, quotations, headings, tables and code are told from their
 * lines before that. No block is longer than MAX_BLOCK, so that whoever lays out or searches block by block need not
 * fear a text of one line. */
#include "import/text_private.h"

#include <string.h>

#define MAX_BLOCK (64 * 1024)
#define MAX_GROUP_LINES 256
#define MAX_GROUP_BYTES (32 * 1024)
#define LONG_LINE 80

/* ---- to the builder ---- */

/* TRUE where the character before the space at `at` ends a sentence, perhaps with a quotation mark behind it. */
static gboolean
ends_sentence(const char *s, gsize at)
{
    gsize last = at - 1;
    if (at > 3 && ((guchar)s[last] & 0xc0) == 0x80 && memcmp(s + at - 3, "\342\200\235", 3) == 0)
        last = at - 4;
    else if (s[last] == '"' || s[last] == '\'')
        last--;
    return s[last] == '.' || s[last] == '?' || s[last] == '!';
}

/* Where a block that is too long is cut: behind a sentence, else at a space outside of parentheses, so that no citation is torn apart; else at any space, or between two characters. */
static gsize
cut_at(const char *s, gsize length)
{
    enum { LOOK_BACK = 4096 };
    if (length <= MAX_BLOCK)
        return length;
    gsize sentence = 0, outside = 0, space = 0;
    int depth = 0;
    for (gsize at = MAX_BLOCK - LOOK_BACK; at <= MAX_BLOCK; at++) {
        if (s[at] == '(')
            depth++;
        else if (s[at] == ')')
            depth = MAX(depth - 1, 0);
        if (s[at] != ' ')
            continue;
        space = at;
        if (depth == 0)
            outside = at;
        if (depth == 0 && ends_sentence(s, at))
            sentence = at;
    }
    if (sentence || outside || space)
        return sentence ? sentence : outside ? outside : space;
    gsize at = MAX_BLOCK;
    while (at > MAX_BLOCK - 4 && ((guchar)s[at] & 0xc0) == 0x80)
        at--;
    return at;
}

void
former_emit(TextPage *page, BlockSpec spec, const char *s, gsize length)
{
    page->quoted = spec.kind == BLOCK_QUOTATION;
    if (spec.kind != BLOCK_LIST_ITEM && spec.kind != BLOCK_PREFORMATTED)
        g_array_set_size(page->list, 0);
    gboolean marked = spec.role != ROLE_NOTE && spec.role != ROLE_BOILERPLATE;
    while (length > 0) {
        gsize piece = cut_at(s, length);
        if (builder_block(page->builder, &spec, s, piece) && marked)
            text_mark_notes(page, s, piece, spec.label);
        spec.label = 0;
        spec.numbered = FALSE;
        while (piece < length && s[piece] == ' ')
            piece++;
        s += piece;
        length -= piece;
    }
}

/* ---- what stands around a line ---- */

static const char *
former_text(const Former *former, guint i, gsize *length)
{
    *length = line_length(&former->lines[i]);
    return former->page->text + former->lines[i].start;
}

guint
former_next(const Former *former, guint i)
{
    while (i < former->count && line_is_empty(&former->lines[i]))
        i++;
    return i;
}

gboolean
former_goes_on(const Former *former, guint i, guint as)
{
    return i < former->count && !line_is_empty(&former->lines[i]) && former->lines[i].form == LINE_PROSE &&
           former->lines[i].role == former->lines[as].role;
}

/* A rule that no table would have. */
static gboolean
is_rule(const char *s, gsize length)
{
    return (*s == '_' || *s == '*' || *s == '=') && looks_ruled(s, length);
}

/* The line behind the group that begins at line i. */
static guint
group_end(const Former *former, guint i)
{
    const Line *lines = former->lines;
    const TextShape *shape = &former->page->shape;
    guint end = i + 1, ended = 0;
    for (; former_goes_on(former, end, i); end++) {
        gsize skip, length;
        const char *s = former_text(former, end, &length);
        if (end - i >= MAX_GROUP_LINES || lines[end].end - lines[i].start > MAX_GROUP_BYTES)
            return ended && end - ended < 32 ? ended : end;
        if (*s == '>' || is_rule(s, length) || former_begins_item(former, end) ||
            (*s == '#' && looks_hashed(s, length, &skip)))
            break;
        if (shape->wrapped && lines[end].indent > shape->indent + 1 && lines[end - 1].indent <= shape->indent + 1 &&
            (shape->first_indent || lines[end].indent > shape->indent + 3))
            break; /* a new paragraph by its indented first line, or a quotation */
        if (shape->wrapped && end - i >= 2 && lines[end].indent <= shape->indent + 1 &&
            lines[end - 1].indent >= shape->indent + 3)
            break; /* behind a quotation */
        if (words_end_sentence(s, MIN(length, 2)))
            ended = end + 1;
        else if (length > 1 && (s[length - 1] == '.' || s[length - 1] == '"'))
            ended = end + 1;
    }
    return end;
}

/* TRUE when line i does not go on with the one above: an empty line, another role, or a paragraph of one line stands
 * there. */
static gboolean
is_after_gap(const Former *former, guint i)
{
    if (i == 0)
        return TRUE;
    const Line *above = &former->lines[i - 1];
    gsize length = line_length(above);
    if (length == 0 || above->role != former->lines[i].role || above->form != LINE_PROSE)
        return TRUE;
    return !former->page->shape.wrapped && length >= LONG_LINE &&
           words_end_sentence(former->page->text + above->start, length);
}

/* TRUE when the next thing behind line i is text that a heading could stand above. */
static gboolean
heads_text(const Former *former, guint i, guint columns, gboolean strong)
{
    guint next = former_next(former, i + 1);
    if (next >= former->count || former->lines[next].role != former->lines[i].role)
        return FALSE;
    gsize length;
    const char *s = former_text(former, next, &length);
    if (strong)
        return TRUE;
    if (list_mark(s, length).kind == MARK_SIGN)
        return TRUE;
    if (words_columns(s, length, 2 * LONG_LINE) >= MAX(LONG_LINE, columns + columns / 2))
        return TRUE;
    /* the first line of a paragraph broken into lines */
    return former->page->shape.wrapped && former_goes_on(former, next + 1, i) &&
           line_is_full(former->page->text, &former->lines[next], &former->lines[next + 1], former->page->shape.width);
}

/* ---- the forms ---- */

static guint
form_heading(const Former *former, guint i)
{
    gsize length, skip = 0;
    const char *s = former_text(former, i, &length);
    if (length > 300 || former->lines[i].role == ROLE_NOTE || former->lines[i].role == ROLE_BOILERPLATE)
        return 0;
    TextPage *page = former->page;
    guint level = *s == '#' ? looks_hashed(s, length, &skip) : 0;
    if (level > 0) {
        gsize end = length;
        while (end > skip && s[end - 1] == '#')
            end--;
        line_trim(s, &skip, &end, NULL);
        former_emit(page, (BlockSpec){.kind = BLOCK_HEADING, .role = former->lines[i].role, .level = (guint8)level},
                    s + skip, end - skip);
        return 1;
    }
    gboolean stands_alone =
        i + 1 >= former->count || line_is_empty(&former->lines[i + 1]) || former->lines[i + 1].form != LINE_PROSE;
    if (!stands_alone && is_after_gap(former, i) && former_goes_on(former, i + 1, i)) {
        gsize under_length;
        const char *under = former_text(former, i + 1, &under_length);
        char sign = looks_underline(under, under_length);
        if (sign && length <= 200 && list_mark(s, length).kind == MARK_NONE && !looks_tabular(s, length)) {
            level = sign == '=' ? 1 : sign == '-' ? 2 : 3;
            former_emit(page, (BlockSpec){.kind = BLOCK_HEADING, .role = former->lines[i].role, .level = (guint8)level},
                        s, length);
            return 2;
        }
    }
    if (former->lines[i].role != ROLE_BODY || !looks_heading(s, length) || !is_after_gap(former, i))
        return 0;
    guint columns = words_columns(s, length, 200);
    gboolean capitals = words_are_capitals(s, length);
    if (!stands_alone) {
        /* right above a paragraph, without an empty line */
        gsize below_length;
        former_text(former, i + 1, &below_length);
        if (page->shape.wrapped || below_length < 3 * LONG_LINE || !former_goes_on(former, i + 1, i))
            return 0;
    }
    if (former->lines[i].indent > page->shape.indent + 1 && former->lines[i].indent < page->shape.indent + 8 &&
        page->shape.first_indent)
        return 0;
    if (!heads_text(former, i, columns, capitals))
        return 0;
    level = 2;
    ListMark mark = list_mark(s, length);
    if (mark.kind == MARK_NUMBER) {
        /* "1. Introduction" is an item where the next is one too */
        guint next = former_next(former, i + 1);
        gsize next_length;
        const char *t = former_text(former, next, &next_length);
        if (list_mark(t, next_length).kind == MARK_NUMBER || *s == '(' ||
            !looks_heading(s + mark.skip, length - mark.skip))
            return 0;
    } else if (g_ascii_isdigit(*s)) {
        gsize at = 0;
        while (at < length && (g_ascii_isdigit(s[at]) || s[at] == '.')) {
            level += s[at] == '.' && at + 1 < length && g_ascii_isdigit(s[at + 1]);
            at++;
        }
    }
    former_emit(page, (BlockSpec){.kind = BLOCK_HEADING, .role = ROLE_BODY, .level = (guint8)MIN(level, 6)}, s, length);
    return 1;
}

/* A note: its first line with the label, and the lines that belong to it. */
static guint
form_entry(const Former *former, guint i)
{
    TextPage *page = former->page;
    gsize length;
    const char *s = former_text(former, i, &length);
    char *label = NULL;
    gsize skip = note_label(s, length, TRUE, &label);
    g_autofree char *name = label;
    guint end = i + 1;
    if (skip >= length) /* the label alone: its text may stand behind an empty line */
        end = former_next(former, end);
    guint first = end;
    while (end - i < MAX_GROUP_LINES && former_goes_on(former, end, i))
        end++;
    if (end == first)
        end = i + 1;
    gsize mark = skip;
    while (mark > 0 && (s[mark - 1] == ' ' || s[mark - 1] == '\t' || (guchar)s[mark - 1] == 0xa0))
        mark -= (guchar)s[mark - 1] == 0xa0 && mark > 1 ? 2 : 1;
    GString *out = page->scratch;
    g_string_truncate(out, 0);
    g_string_append_len(out, s + skip, (gssize)(length - skip));
    for (guint k = first; k < end; k++)
        text_append_joined(page, out, page->text + former->lines[k].start, line_length(&former->lines[k]));
    g_string_prepend_c(out, ' ');
    g_string_prepend_len(out, s, (gssize)mark);
    BlockSpec spec = {.kind = BLOCK_LIST_ITEM, .role = ROLE_NOTE, .level = 1, .label = (guint16)(mark + 1)};
    if (builder_block(page->builder, &spec, out->str, out->len))
        builder_note(page->builder, name);
    return end - i;
}

/* A further paragraph of a note. */
static guint
form_more(const Former *former, guint i)
{
    guint end = i + 1;
    while (end - i < MAX_GROUP_LINES && former_goes_on(former, end, i))
        end++;
    gsize length;
    const char *s = text_join_lines(former->page, former->lines + i, end - i, TEXT_JOINED, &length);
    BlockSpec spec = {.kind = BLOCK_LIST_ITEM, .role = ROLE_NOTE, .level = 1};
    if (builder_block(former->page->builder, &spec, s, length))
        builder_note(former->page->builder, NULL);
    return end - i;
}

/* Initials or a name at the end of a digest's story, and ornaments, are no paragraphs that one would count. */
static gboolean
is_counted(const char *s, gsize length)
{
    gsize at = 0;
    gunichar first = words_char(s, length, &at);
    if ((first == 0x2013 || first == 0x2014 || (first == '-' && length > 1)) && length - at <= 12 &&
        words_count(s, length, 3) <= 2 && !words_end_sentence(s, length))
        return FALSE;
    return !looks_ruled(s, length);
}

static void
emit_paragraph(const Former *former, guint i, guint count, TextLayout layout)
{
    gsize length;
    const char *s = text_join_lines(former->page, former->lines + i, count, layout, &length);
    BlockRole role = former->lines[i].role;
    BlockSpec spec = {.kind = BLOCK_PARAGRAPH, .role = role, .numbered = role == ROLE_BODY && is_counted(s, length)};
    if (role == ROLE_BODY && looks_credited(s, length)) {
        spec.kind = BLOCK_CAPTION;
        spec.numbered = FALSE;
    }
    former_emit(former->page, spec, s, length);
}

/* Paragraphs of one line each, up to one that may be a heading. */
static guint
form_separate(const Former *former, guint i, guint end)
{
    guint made = 0;
    do
        emit_paragraph(former, i + made++, 1, TEXT_JOINED);
    while (i + made < end &&
           !looks_heading(former->page->text + former->lines[i + made].start, line_length(&former->lines[i + made])));
    return made;
}

/* A group; *separate_end says up to where lines are known to be paragraphs each, so that a group is judged once. */
static guint
form_group(const Former *former, guint i, guint *separate_end)
{
    if (i < *separate_end)
        return form_separate(former, i, *separate_end);
    gsize length;
    const char *s = former_text(former, i, &length);
    guint end = is_rule(s, length) ? i + 1 : group_end(former, i), made;
    gboolean furniture = former->lines[i].role == ROLE_BOILERPLATE;
    if (!furniture && ((made = form_table(former, i, end)) > 0 || (made = form_indented(former, i, end)) > 0))
        return made;
    TextLayout layout = text_layout(former->page, former->lines + i, end - i);
    if (layout == TEXT_SEPARATE && !furniture) {
        *separate_end = end;
        return form_separate(former, i, end);
    }
    if (layout == TEXT_JOINED || !furniture)
        emit_paragraph(former, i, end - i, layout);
    else
        for (guint k = i; k < end; k++)
            emit_paragraph(former, k, 1, TEXT_JOINED);
    return end - i;
}

static guint
form_marked(const Former *former, guint i)
{
    gsize length, skip = 0;
    const char *s = former_text(former, i, &length);
    const Line *line = &former->lines[i];
    TextPage *page = former->page;
    switch ((LineForm)line->form) {
    case LINE_TITLE:
    case LINE_HEADING:
        if (looks_hashed(s, length, &skip)) {
            s += skip;
            length -= skip;
            while (length > 0 && (s[length - 1] == '#' || s[length - 1] == ' '))
                length--;
        }
        former_emit(page,
                    (BlockSpec){.kind = BLOCK_HEADING, .role = line->role, .level = line->form == LINE_TITLE ? 1 : 2},
                    s, length);
        /* its underline, if it has one, is how it was set */
        return i + 1 < former->count && !line_is_empty(line + 1) &&
                       looks_underline(page->text + line[1].start, line_length(line + 1))
                   ? 2
                   : 1;
    case LINE_OWN: {
        guint end = i + 1;
        while (line->role == ROLE_NOTE && end - i < MAX_GROUP_LINES && former_goes_on(former, end, i))
            end++;
        emit_paragraph(former, i, end - i, TEXT_JOINED);
        return end - i;
    }
    case LINE_CAPTION:
        former_emit(page, (BlockSpec){.kind = BLOCK_CAPTION, .role = line->role}, s, length);
        return 1;
    case LINE_ENTRY:
        return form_entry(former, i);
    case LINE_MORE:
        return form_more(former, i);
    case LINE_PROSE:
        break;
    }
    return 0;
}

void
text_form_blocks(TextPage *page, const Line *lines, guint count)
{
    Former former = {page, lines, count};
    guint separate_end = 0;
    for (guint i = 0; i < count;) {
        if (line_is_empty(&lines[i])) {
            i++;
            continue;
        }
        guint made = form_marked(&former, i);
        if (!made && lines[i].role != ROLE_BOILERPLATE) {
            made = form_code(&former, i);
            made = made ? made : form_quotation(&former, i);
            made = made ? made : form_heading(&former, i);
            made = made ? made : form_list_item(&former, i);
        }
        i += made ? made : form_group(&former, i, &separate_end);
    }
}
