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

/* GFM makes links of bare addresses and takes a backslash in them for a part. Where one needs a backslash, the sign that gives it away is written with one too: 0 where
 * it can stand as it is, else the offset of that sign. Looks at a bounded window. */
static gsize
address_sign(const char *text, gsize length)
{
    static const char *const starts[] = {"http:", "https:", "ftp:", "www."};
    for (guint i = 0; i < G_N_ELEMENTS(starts); i++) {
        gsize start = strlen(starts[i]);
        if (length <= start || g_ascii_strncasecmp(text, starts[i], start) != 0)
            continue;
        for (gsize at = start; at < MIN(length, 2048) && text[at] != ' ' && text[at] != '\t'; at++)
            if (strchr("\\`*[]<~|\n", text[at]) || (text[at] == '_' && !inside_word(text, length, at)) ||
                (text[at] == '&' && is_entity(text + at, length - at)))
                return start - 1;
    }
    return 0;
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
    gsize sign = G_MAXSIZE; /* of an address */
    for (; at < length; at++) {
        char c = text[at];
        gsize to_sign = strchr("hHfFwW", c) ? address_sign(text + at, length - at) : 0;
        if (to_sign > 0)
            sign = at + to_sign;
        if (at == sign)
            g_string_append_c(out, '\\');
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
