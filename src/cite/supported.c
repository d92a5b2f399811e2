/* The sentence that a citation supports. */
#include "cite/citations.h"

#include "cite/internal.h"
#include "text/segment.h"

/* A sentence is looked for no further back than this. */
enum { FURTHEST = 8 * 1024 };

static gboolean
is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

/* Length of a note mark "[12]" at the start of a range, or 0. */
static gsize
mark_at_start(const char *text, Range range)
{
    gsize at = range.start + 1;
    while (at < range.end && g_ascii_isdigit(text[at]))
        at++;
    return text[range.start] == '[' && at > range.start + 1 && at < range.end && text[at] == ']' ? at + 1 - range.start : 0;
}

static gsize
mark_at_end(const char *text, Range range)
{
    gsize at = range.end - 1;
    while (at > range.start && g_ascii_isdigit(text[at - 1]))
        at--;
    return text[range.end - 1] == ']' && at < range.end - 1 && at > range.start && text[at - 1] == '[' ? range.end + 1 - at : 0;
}

/* Without white space and note marks at both ends. */
static Range
trimmed(const char *text, Range range)
{
    for (gsize step = 1; range.start < range.end && step; range.start += step)
        step = is_space(text[range.start]) ? 1 : mark_at_start(text, range);
    for (gsize step = 1; range.start < range.end && step; range.end -= step)
        step = is_space(text[range.end - 1]) ? 1 : mark_at_end(text, range);
    return range;
}

/* The stretch of the block that is searched: a bounded piece before `offset` to the end of the block, or a bounded
 * piece behind it. */
static Range
near(const Document *document, const Block *block, gsize offset)
{
    const char *text = document_text(document, NULL);
    Range range = range_make(block->range.start + block->label, block->range.end);
    if (offset - block->range.start > FURTHEST)
        range.start = MAX(range.start, offset - FURTHEST);
    if (range.end > offset + FURTHEST)
        range.end = offset + FURTHEST;
    while (range.start < offset && ((guchar)text[range.start] & 0xc0) == 0x80)
        range.start++;
    while (range.end > offset && range.end < block->range.end && ((guchar)text[range.end] & 0xc0) == 0x80)
        range.end--;
    return range;
}

/* The text between the citation before it, or the start of its sentence, and the parenthesis. */
static Range
before_parenthesis(const Citations *c, guint index)
{
    const Document *document = citations_document(c);
    const char *text = document_text(document, NULL);
    Range citation = citations_get(c, index)->range;
    int at = document_block_at(document, citation.start);
    if (at < 0)
        return range_make(citation.start, citation.start);
    Range area = near(document, document_block(document, (guint)at), citation.start);
    if (index > 0 && citations_get(c, index - 1)->range.end > area.start)
        area.start = MIN(citations_get(c, index - 1)->range.end, citation.start);
    Range support = trimmed(text, range_make(area.start, citation.start));
    /* A full stop that closed the citation before is nobody's sentence. */
    while (support.start < support.end &&
           (text[support.start] == '.' || text[support.start] == ',' || text[support.start] == ';'))
        support = trimmed(text, range_make(support.start + 1, support.end));
    if (support.start == support.end)
        return support;
    gsize start = sentence_start(text + support.start, range_length(support), range_length(support) - 1);
    return trimmed(text, range_make(support.start + start, support.end));
}

static Range
around_mark(const Document *document, int note)
{
    const char *text = document_text(document, NULL);
    for (guint i = 0; i < document_note_mark_count(document); i++) {
        const NoteMark *mark = document_note_mark(document, i);
        if (mark->note != note)
            continue;
        int at = document_block_at(document, mark->range.start);
        if (at < 0)
            break;
        Range area = near(document, document_block(document, (guint)at), mark->range.start);
        /* The mark may stand behind the full stop: what it marks ends before it. */
        gsize place = mark->range.start;
        while (place > area.start && is_space(text[place - 1]))
            place--;
        gsize offset = place > area.start ? place - area.start - 1 : 0;
        gsize start = sentence_start(text + area.start, range_length(area), offset);
        gsize end = sentence_end(text + area.start, range_length(area), offset);
        return trimmed(text, range_make(area.start + start, area.start + MAX(end, start)));
    }
    return RANGE_NONE;
}

Range
citations_supported(const Citations *c, guint index)
{
    const Citation *citation = citations_get(c, index);
    return citation->note < 0 ? before_parenthesis(c, index) : around_mark(citations_document(c), citation->note);
}
