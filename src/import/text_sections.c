/* The executive summary: its heading, and how far it goes.
 *
 * With bullets it goes to the last of them; without, to the next heading if one follows within a few paragraphs, else
 * it is the one paragraph below its heading. */
#include "import/text_private.h"

#include <string.h>

#define SEARCH_LINES 100
#define MOST_PARAGRAPHS 8

static const char *const headings[] = {
    "executive summary",    "summary",      "abstract",  "key points", "key takeaways", "key findings",
    "key judgments",        "key messages", "takeaways", "in brief",   "at a glance",   "main points",
    "bottom line up front", "tl;dr"};

/* TRUE for a line that is such a heading; *inside (may be NULL) the bytes up to a text in the same line ("Executive
 * Summary: The …"), else its length. */
static gboolean
is_heading(const char *s, gsize length, gsize *inside)
{
    gsize skip = 0, end = length;
    if (!looks_hashed(s, length, &skip))
        skip = 0;
    const char *colon = length > 300 || memchr(s, ':', MIN(length, 30)) ? memchr(s, ':', MIN(length, 30)) : NULL;
    if (colon)
        end = (gsize)(colon - s);
    if (end <= skip || end > 60)
        return FALSE;
    g_autofree char *folded = words_fold(s + skip, end - skip);
    char *text = folded;
    while (*text == '*' || *text == '_')
        text++;
    for (gsize n = strlen(text); n > 0 && strchr("*_.:# ", text[n - 1]);)
        text[--n] = '\0';
    for (gsize i = 0; i < G_N_ELEMENTS(headings); i++) {
        if (strcmp(text, headings[i]) != 0)
            continue;
        gsize behind = colon ? end + 1 : length, to = length;
        line_trim(s, &behind, &to, NULL);
        gboolean more = behind < to && !strchr("*_", s[behind]);
        if (more && i > 2)
            return FALSE; /* only "Executive Summary: …", "Summary: …" and "Abstract: …" go on in the line */
        if (inside)
            *inside = more ? behind : length;
        return TRUE;
    }
    return FALSE;
}

int
text_find_summary(const TextPage *page, GArray *array)
{
    const Line *lines = (const Line *)array->data;
    guint prose = 0;
    if (page->listing)
        return -1;
    for (guint i = 0, seen = 0; i < array->len && seen < SEARCH_LINES; i++) {
        if (line_is_empty(&lines[i]))
            continue;
        seen++;
        const char *s = page->text + lines[i].start;
        gsize length = line_length(&lines[i]);
        if (is_heading(s, length, NULL)) {
            /* something must follow, and it is not the summary at a text's end */
            guint next = i + 1;
            while (next < array->len && line_is_empty(&lines[next]))
                next++;
            gsize inside = length;
            is_heading(s, length, &inside);
            return prose <= 3 && (next < array->len || inside < length) ? (int)i : -1;
        }
        prose += length > 200 && words_end_sentence(s, length);
    }
    return -1;
}

/* Bullets whose signs were lost: lines right below one another where paragraphs stand apart. The last of them, or 0. */
static guint
bullet_lines_end(const TextPage *page, const GArray *array, guint heading)
{
    guint first = heading + 1, end, gaps = 0;
    while (first < array->len && line_is_empty(&g_array_index(array, Line, first)))
        first++;
    for (end = first; end < array->len && !line_is_empty(&g_array_index(array, Line, end)); end++)
        if (g_array_index(array, Line, end).role != ROLE_BODY)
            return 0;
    for (guint i = end; i + 1 < array->len && gaps < 3; i++)
        gaps += line_is_empty(&g_array_index(array, Line, i)) && !line_is_empty(&g_array_index(array, Line, i + 1));
    return !page->shape.wrapped && end - first >= 2 && end - first <= 6 && gaps >= 2 ? end - 1 : 0;
}

void
text_mark_summary(TextPage *page, GArray *array)
{
    Line *lines = (Line *)array->data;
    int heading = text_find_summary(page, array);
    if (heading < 0 || lines[heading].role != ROLE_BODY)
        return;
    gsize inside = 0;
    is_heading(page->text + lines[heading].start, line_length(&lines[heading]), &inside);
    gboolean inline_text = inside < line_length(&lines[heading]);
    lines[heading].role = ROLE_SUMMARY;
    lines[heading].form = inline_text ? LINE_PROSE : LINE_HEADING;
    /* group by group: a group is a run of lines without an empty line between them */
    guint paragraphs = inline_text ? 1 : 0, last = (guint)heading, first_end = (guint)heading;
    gboolean bullets = FALSE, headed = FALSE;
    guint i = (guint)heading + 1;
    while (inline_text && i < array->len && !line_is_empty(&lines[i]) && page->shape.wrapped)
        last = first_end = i++;
    while (i < array->len && paragraphs <= MOST_PARAGRAPHS) {
        if (line_is_empty(&lines[i])) {
            i++;
            continue;
        }
        const Line *line = &lines[i];
        const char *s = page->text + line->start;
        gsize length = line_length(line), skip;
        if (line->role != ROLE_BODY)
            break;
        ListMark mark = list_mark(s, length);
        if (mark.kind == MARK_SIGN || mark.kind == MARK_DASH ||
            (mark.kind == MARK_NUMBER && (bullets || mark.number == 1))) {
            bullets = TRUE;
            last = i++;
            gboolean bare = mark.skip >= length;
            /* the lines that the item is wrapped into, or that stands under a bare mark */
            while (i < array->len && (!line_is_empty(&lines[i]) || bare)) {
                if (!line_is_empty(&lines[i])) {
                    if (!bare && (list_mark(page->text + lines[i].start, line_length(&lines[i])).kind != MARK_NONE ||
                                  (!page->shape.wrapped && lines[i].indent <= line->indent)))
                        break;
                    last = i;
                    bare = FALSE;
                }
                i++;
            }
            continue;
        }
        if (bullets)
            break;
        if (looks_hashed(s, length, &skip) || (looks_heading(s, length) && length < 100 && paragraphs > 0)) {
            headed = TRUE;
            break;
        }
        paragraphs++;
        do
            i++;
        while (page->shape.wrapped && i < array->len && !line_is_empty(&lines[i]));
        last = i - 1;
        if (paragraphs == 1)
            first_end = last;
    }
    if (!bullets && !headed)
        last = MAX(first_end, bullet_lines_end(page, array, (guint)heading));
    for (guint k = (guint)heading + 1; k <= last; k++)
        lines[k].role = ROLE_SUMMARY;
}
