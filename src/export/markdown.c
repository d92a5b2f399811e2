/* What Markdown would take for a sign is told from what surrounds it, so that prose stays readable: an underscore inside a word, a full stop after a number
 * in a sentence and a hyphen between words need no backslash. */
#include "export/markdown.h"

#include <string.h>

/* TRUE for "&name;" and "&#12;", which Markdown would replace. */
static gboolean
is_entity(const char *text, gsize length)
{
    gsize at = 1;
    if (at < length && text[at] == '#')
        at++;
    gsize start = at;
    while (at < length && at - start < 32 && g_ascii_isalnum(text[at]))
        at++;
    return at > start && at < length && text[at] == ';';
}

static gboolean
inside_word(const char *text, gsize length, gsize at)
{
    return at > 0 && at + 1 < length && g_ascii_isalnum(text[at - 1]) && g_ascii_isalnum(text[at + 1]);
}

/* Length of the digits of "12." or "12)" at the start of a line, 0 where it is no list number. */
static gsize
list_number(const char *text, gsize length)
{
    gsize at = 0;
    while (at < length && at < 9 && g_ascii_isdigit(text[at]))
        at++;
    return at > 0 && at < length && (text[at] == '.' || text[at] == ')') ? at : 0;
}

static gsize
append_line_start(GString *out, const char *text, gsize length)
{
    gsize at = 0;
    while (at < length && (text[at] == ' ' || text[at] == '\t'))
        at++;
    gsize number = list_number(text + at, length - at);
    if (number > 0) {
        g_string_append_len(out, text + at, (gssize)number);
        g_string_append_printf(out, "\\%c", text[at + number]);
        return at + number + 1;
    }
    if (at < length && strchr("#+-=>:", text[at])) {
        g_string_append_printf(out, "\\%c", text[at]);
        at++;
    }
    return at;
}

void
markdown_append(GString *out, const char *text, gsize length, MarkdownFlags flags, const char *prefix)
{
    gsize at = flags & MARKDOWN_LINE_START ? append_line_start(out, text, length) : 0;
    for (; at < length; at++) {
        char c = text[at];
        switch (c) {
        case '\n':
            if (flags & MARKDOWN_HEADING) {
                g_string_append_c(out, ' ');
                break;
            }
            g_string_append(out, "\\\n");
            if (prefix)
                g_string_append(out, prefix);
            at += append_line_start(out, text + at + 1, length - at - 1);
            break;
        case '\\':
        case '`':
        case '*':
        case '[':
        case ']':
        case '<':
        case '~':
        case '|':
            g_string_append_printf(out, "\\%c", c);
            break;
        case '_':
            g_string_append(out, inside_word(text, length, at) ? "_" : "\\_");
            break;
        case '&':
            g_string_append(out, is_entity(text + at, length - at) ? "\\&" : "&");
            break;
        case '#':
            g_string_append(out, flags & MARKDOWN_HEADING ? "\\#" : "#");
            break;
        default:
            g_string_append_c(out, c);
        }
    }
}

void
markdown_append_url(GString *out, const char *url)
{
    g_string_append(out, "(<");
    gsize length = strlen(url);
    for (gsize at = 0; at < length; at++) {
        char c = url[at];
        if (c == '\n' || c == '\t' || c == ' ')
            g_string_append_printf(out, "%%%02X", (guint)c);
        else if (strchr("\\<>", c) || (c == '&' && is_entity(url + at, length - at)))
            g_string_append_printf(out, "\\%c", c);
        else
            g_string_append_c(out, c);
    }
    g_string_append(out, ">)");
}
