/* Text written so that Markdown (CommonMark, GFM) gives it back as it is. */
#ifndef IBID_EXPORT_MARKDOWN_H
#define IBID_EXPORT_MARKDOWN_H

#include <glib.h>

typedef enum {
    MARKDOWN_LINE_START = 1, /* the text begins a line: signs of lists, headings and quotations are escaped there, white space goes */
    MARKDOWN_HEADING = 2,    /* a heading or a table cell: one line, no closing # */
} MarkdownFlags;

/* Appends text escaped; a newline in it becomes a hard break and `prefix` (NULL: none) begins the next line. */
void markdown_append(GString *out, const char *text, gsize length, MarkdownFlags flags, const char *prefix);
/* Appends "(<address>)", escaped. */
void markdown_append_url(GString *out, const char *url);

#endif
