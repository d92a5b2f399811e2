/* The drawing of a cluster. Its rule: the width is the sum of char_width() over what is drawn, so a terminal that adds up characters and
 * one that knows clusters come to the same cell. */
#include "text/display.h"

#include <string.h>

#include "text/cluster.h"
#include "text/utf8.h"
#include "text/width.h"

#define CELL_MAX 5 /* code points in a cell of ncurses */
#define ZWJ 0x200d
#define EMOJI_PRESENTATION 0xfe0f

static gboolean
is_regional(gunichar c)
{
    return c >= 0x1f1e6 && c <= 0x1f1ff;
}

static gboolean
is_skin_tone(gunichar c)
{
    return c >= 0x1f3fb && c <= 0x1f3ff;
}

/* Zero-width characters that are seen: marks and Jamo, but not format characters, fillers, variation selectors and tags. */
static gboolean
is_drawn_mark(gunichar c)
{
    if (c == 0x034f || (c >= 0x17b4 && c <= 0x17b5) || (c >= 0x180b && c <= 0x180f) || (c >= 0xfe00 && c <= 0xfe0f) ||
        c >= 0xe0000)
        return FALSE;
    if (c == 0x1160)
        return FALSE;
    if (c >= 0x1161 && c <= 0x11ff)
        return TRUE;
    if (c >= 0xd7b0 && c <= 0xd7ff)
        return TRUE;
    return g_unichar_ismark(c);
}

int
display_cluster(const char *cluster, gsize length, char out[DISPLAY_MAX])
{
    char *end = out;
    int width = 0, count = 0;
    gunichar first = 0;
    gboolean emoji = FALSE;
    gsize at = 0;
    while (at < length && count < CELL_MAX) {
        gunichar c = utf8_next(cluster, &at);
        if (c == '\t')
            c = ' ';
        int cells = char_width(c);
        if (c == ZWJ && (width == 2 || emoji))
            break; /* what follows is joined to an emoji */
        if (c == EMOJI_PRESENTATION && width == 1 && count == 1 && first > 0x7f)
            emoji = TRUE;
        if (cells == 0 && !is_drawn_mark(c))
            continue;
        if (cells == 0 && count == 0) {
            /* A mark without a base stands on a space. */
            *end++ = ' ';
            count = width = 1;
        }
        if (count > 0 && (width + cells > 2 || is_skin_tone(c) || (is_regional(first) && !is_regional(c))))
            continue;
        if (count == 0)
            first = c;
        end += g_unichar_to_utf8(c, end);
        width += cells;
        count++;
    }
    if (emoji && width == 1 && count < CELL_MAX) {
        *end++ = ' '; /* shown as an emoji it may reach over two cells */
        width = 2;
    }
    *end = '\0';
    return width;
}

static inline gboolean
is_ascii_print(char c)
{
    return c >= 0x20 && c < 0x7f;
}

/* The width of the cluster at *at; moves behind it. */
static int
take_cluster(const char *text, gsize length, gsize *at)
{
    if (is_ascii_print(text[*at]) && (*at + 1 == length || is_ascii_print(text[*at + 1]))) {
        *at += 1;
        return 1;
    }
    gsize end = cluster_next(text, length, *at);
    int width = cluster_width(text + *at, end - *at);
    *at = end;
    return width;
}

int
display_width(const char *text, gsize length)
{
    int width = 0;
    for (gsize at = 0; at < length;)
        width += take_cluster(text, length, &at);
    return width;
}

gsize
display_fit(const char *text, gsize length, int cells)
{
    gsize at = 0;
    while (at < length) {
        gsize next = at;
        cells -= take_cluster(text, length, &next);
        if (cells < 0)
            break;
        at = next;
    }
    return at;
}

char *
display_ellipsize(const char *text, int cells)
{
    gsize length = strlen(text), fits = display_fit(text, length, cells);
    if (fits == length)
        return g_strdup(text);
    if (cells < 1)
        return g_strdup("");
    fits = display_fit(text, fits, cells - 1);
    while (fits > 0 && text[fits - 1] == ' ')
        fits--;
    GString *cut = g_string_new_len(text, (gssize)fits);
    g_string_append(cut, "…");
    return g_string_free(cut, FALSE);
}
