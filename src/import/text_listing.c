/* Listings of articles: "Latest Eurasia Daily Monitor Articles", then titles and leads that are cut at "... MORE". The
 * page's own title is the heading of the list, and what looks like a summary belongs to one of the leads. */
#include "import/text_private.h"

#include <string.h>

gboolean
listing_is_title(const char *s, gsize length)
{
    return length > 18 && length < 120 && words_begin(s, length, "Latest ") &&
           strncmp(s + length - 9, " Articles", 9) == 0;
}

/* A lead of a listing: "… by the end of the year... MORE". */
static gboolean
is_lead(const TextPage *page, const Line *line)
{
    static const char *const endings[] = {"... MORE",      "… MORE", "...MORE", "… Read more",
                                          "... Read more", "[…]",    "[...]"};
    const char *s = page->text + line->start;
    gsize length = line_length(line);
    for (gsize i = 0; i < G_N_ELEMENTS(endings); i++) {
        gsize n = strlen(endings[i]);
        if (length > n && memcmp(s + length - n, endings[i], n) == 0)
            return TRUE;
    }
    return FALSE;
}

/* The line above each lead is a title. */
void
listing_mark_titles(TextPage *page, GArray *array)
{
    Line *lines = (Line *)array->data;
    int above = -1;
    for (guint i = 0; i < array->len; i++) {
        if (line_is_empty(&lines[i]))
            continue;
        if (above >= 0 && is_lead(page, &lines[i]) && !is_lead(page, &lines[above]) &&
            line_length(&lines[above]) < 300 && lines[above].role == ROLE_BODY)
            lines[above].form = LINE_HEADING;
        above = (int)i;
    }
}
