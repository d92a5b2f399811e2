/* Lines of a text and how the text is set: one line a paragraph, or hard-wrapped; from where it is indented.
 *
 * A hard-wrapped text shows by this: the first word of the next line would not have fitted any more (the rule by which
 * every program breaks lines). So the sample's pairs of neighbouring lines are counted for which that holds, against
 * the width of its full lines; that most of the second lines go on in small letters tells prose from verse and from
 * lists. */
#include "import/text_private.h"

#include <stdlib.h>
#include <string.h>

#define SAMPLE_PAIRS 600
#define LONGEST_WRAPPED 132
#define NARROWEST_WRAPPED 40 /* of a text with few lines; a column of many may be as narrow as one word */
#define MANY_PAIRS 50
#define MAX_BASE_INDENT 40

void
line_reader_init(LineReader *reader, const char *text, gsize from, gsize to)
{
    *reader = (LineReader){.text = text, .length = to, .at = from};
    const char *lf = to > from ? memchr(text + from, '\n', to - from) : NULL;
    const char *cr = to > from ? memchr(text + from, '\r', to - from) : NULL;
    reader->next_lf = lf ? (gsize)(lf - text) : to;
    reader->next_cr = cr ? (gsize)(cr - text) : to;
}

void
line_reader_stop_at(LineReader *reader, gsize to)
{
    reader->length = MIN(reader->length, to);
    reader->next_lf = MIN(reader->next_lf, to);
    reader->next_cr = MIN(reader->next_cr, to);
}

static gsize
find_byte(const char *text, gsize from, gsize to, char byte)
{
    const char *found = from < to ? memchr(text + from, byte, to - from) : NULL;
    return found ? (gsize)(found - text) : to;
}

/* Bytes of one white space character at s, 0 if it is none. */
static gsize
space_at(const guchar *s, gsize length)
{
    if (s[0] == ' ' || s[0] == '\t' || s[0] == '\f' || s[0] == '\v')
        return 1;
    if (s[0] < 0xc2)
        return 0;
    if (length >= 2 && s[0] == 0xc2 && s[1] == 0xa0)
        return 2;
    if (length < 3)
        return 0;
    if (s[0] == 0xe2 && s[1] == 0x80 && ((s[2] >= 0x80 && s[2] <= 0x8b) || s[2] == 0xaf))
        return 3;
    if ((s[0] == 0xe3 && s[1] == 0x80 && s[2] == 0x80) || (s[0] == 0xef && s[1] == 0xbb && s[2] == 0xbf))
        return 3;
    return 0;
}

void
line_trim(const char *text, gsize *start, gsize *end, guint16 *indent)
{
    gsize from = *start, to = *end, columns = 0, size;
    const guchar *s = (const guchar *)text;
    while (from < to && (size = space_at(s + from, to - from)) > 0) {
        columns = s[from] == '\t' ? (columns / 4 + 1) * 4 : columns + (size == 3 && s[from] == 0xe3 ? 2 : 1);
        from += size;
    }
    while (to > from) {
        guchar last = s[to - 1];
        if (last == ' ' || last == '\t' || last == '\f' || last == '\v')
            to--;
        else if (last >= 0x80 && to - from >= 2 && space_at(s + to - 2, 2) == 2)
            to -= 2;
        else if (last >= 0x80 && to - from >= 3 && space_at(s + to - 3, 3) == 3)
            to -= 3;
        else
            break;
    }
    *start = from;
    *end = to;
    if (indent)
        *indent = (guint16)MIN(columns, LINE_MAX_INDENT);
}

gboolean
line_reader_next(LineReader *reader, Line *line)
{
    if (reader->at >= reader->length)
        return FALSE;
    gsize start = reader->at;
    if (reader->next_lf < start)
        reader->next_lf = find_byte(reader->text, start, reader->length, '\n');
    if (reader->next_cr < start)
        reader->next_cr = find_byte(reader->text, start, reader->length, '\r');
    gsize end = MIN(reader->next_lf, reader->next_cr);
    reader->at = end + 1;
    if (end == reader->next_cr && end + 1 == reader->next_lf)
        reader->at++;
    *line = (Line){.start = start, .end = end, .role = ROLE_BODY, .form = LINE_PROSE};
    const guchar first = end > start ? (guchar)reader->text[start] : ' ',
                 last = end > start ? (guchar)reader->text[end - 1] : ' ';
    if (first > ' ' && first < 0xc2 && last > ' ' && last < 0x80)
        return TRUE; /* nothing to trim, as nearly always */
    line_trim(reader->text, &line->start, &line->end, &line->indent);
    if (line_is_empty(line))
        line->start = line->end = start;
    return TRUE;
}

static guint
first_word_columns(const char *text, const Line *line)
{
    gsize end = line->start;
    while (end < line->end && end - line->start < 64 && text[end] != ' ' && text[end] != '\t')
        end++;
    return words_columns(text + line->start, end - line->start, 64);
}

gboolean
line_is_full(const char *text, const Line *line, const Line *next, guint width)
{
    guint columns = line->indent + words_columns(text + line->start, line_length(line), width + 1);
    return columns + 1 + first_word_columns(text, next) > width - width / 10;
}

/* Lines that stand for themselves say nothing about how prose is set. */
static gboolean
is_marked(const char *text, const Line *line)
{
    const char *s = text + line->start;
    return *s == '>' || *s == '|' || *s == '#' || list_mark(s, line_length(line)).kind != MARK_NONE;
}

static int
compare_guint(const void *a, const void *b)
{
    guint x = *(const guint *)a, y = *(const guint *)b;
    return (x > y) - (x < y);
}

/* The indent of most of the text: a long line counts more than a short one. */
static guint
commonest_indent(const char *text, const Line *lines, guint count)
{
    gsize seen[MAX_BASE_INDENT] = {0};
    guint best = 0;
    for (guint i = 0; i < count; i++)
        if (!line_is_empty(&lines[i]) && lines[i].indent < MAX_BASE_INDENT && !is_marked(text, &lines[i]))
            seen[lines[i].indent] += MIN(line_length(&lines[i]), 300);
    for (guint i = 1; i < MAX_BASE_INDENT; i++)
        if (seen[i] > seen[best])
            best = i;
    return best;
}

TextShape
text_shape(const char *text, const Line *lines, guint count)
{
    TextShape shape = {0};
    count = MIN(count, 4 * SAMPLE_PAIRS);
    shape.indent = commonest_indent(text, lines, count);
    guint widths[SAMPLE_PAIRS], pairs[SAMPLE_PAIRS], n = 0, indented = 0, long_lines = 0;
    for (guint i = 0; i + 1 < count && n < SAMPLE_PAIRS; i++) {
        const Line *line = &lines[i], *next = line + 1;
        long_lines += line_length(line) > 3 * LONGEST_WRAPPED;
        if (line_is_empty(line) || line_is_empty(next) || is_marked(text, line) || is_marked(text, next))
            continue;
        if (line->indent > shape.indent + 1 && next->indent == shape.indent)
            indented++;
        widths[n] = line->indent + words_columns(text + line->start, line_length(line), 4 * LONGEST_WRAPPED);
        pairs[n++] = i;
    }
    shape.first_indent = indented >= 2;
    if (n < 2)
        return shape;
    guint sorted[SAMPLE_PAIRS];
    memcpy(sorted, widths, n * sizeof *sorted);
    qsort(sorted, n, sizeof *sorted, compare_guint);
    guint width = sorted[n < 20 ? n - 1 : n * 95 / 100];
    if (width > LONGEST_WRAPPED || width < (n < MANY_PAIRS ? NARROWEST_WRAPPED : 2) || long_lines * 3 > n)
        return shape;
    guint full = 0, small = 0, cased = 0, hyphens = 0;
    for (guint k = 0; k < n; k++) {
        const Line *line = &lines[pairs[k]], *next = line + 1;
        if (line_is_full(text, line, next, width))
            full++;
        gsize at = 0;
        int letter = words_case(words_char(text + next->start, line_length(next), &at));
        cased += letter != 0;
        small += letter < 0;
        if (line_length(line) > 1 && text[line->end - 1] == '-' && g_ascii_isalpha(text[line->end - 2]))
            hyphens++;
    }
    gboolean goes_on = cased * 5 < n || small * 5 >= cased * 2; /* scripts without capitals cannot tell */
    shape.wrapped = goes_on && (full * 4 >= n * 3 || (full * 2 >= n && small * 5 >= n * 3));
    shape.width = width;
    shape.hyphenated = shape.wrapped && hyphens >= 3 && hyphens * 20 >= n;
    return shape;
}
