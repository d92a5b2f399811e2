/* A group of lines as one text: joined with spaces, words divided at a line's end made whole; or with its line ends
 * kept; and which of the two.
 *
 * A hyphen at a line's end goes when the text has the word without it, or, in a text that divides words at many line
 * ends, unless the text has the word with it; else it stays. */
#include "import/text_private.h"

#include <string.h>

#define LONGEST_WRAPPED_LINE 140
#define KNOWN_WORDS_FROM (256 * 1024)

/* The words of the text's beginning, in small letters. */
static GHashTable *
known_words(TextPage *page)
{
    if (page->words)
        return page->words;
    page->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    gsize length = MIN(page->length, KNOWN_WORDS_FROM), start = 0;
    for (gsize at = 0; at <= length; at++) {
        guchar c = at < length ? (guchar)page->text[at] : ' ';
        if (g_ascii_isalpha(c) || c >= 0x80 || c == '-')
            continue;
        if (at - start > 3 && at - start < 40)
            g_hash_table_add(page->words, g_ascii_strdown(page->text + start, (gssize)(at - start)));
        start = at + 1;
    }
    return page->words;
}

static gboolean
is_word_byte(char c)
{
    return g_ascii_isalpha(c) || (guchar)c >= 0x80;
}

/* Bytes to be cut from the end of out before the next line is put right behind it: 1 for a hyphen that goes, 0 for one
 * that stays. */
static gsize
hyphen_cut(TextPage *page, const GString *out, const char *next, gsize length)
{
    gsize head = out->len - 1, tail = 0;
    while (head > 0 && out->len - head < 32 && (is_word_byte(out->str[head - 1])))
        head--;
    while (tail < length && tail < 32 && is_word_byte(next[tail]))
        tail++;
    g_autofree char *first = g_ascii_strdown(out->str + head, (gssize)(out->len - 1 - head)),
                    *second = g_ascii_strdown(next, (gssize)tail);
    g_autofree char *whole = g_strconcat(first, second, NULL), *divided = g_strconcat(first, "-", second, NULL);
    GHashTable *words = known_words(page);
    if (g_hash_table_contains(words, whole))
        return 1;
    return page->shape.hyphenated && !g_hash_table_contains(words, divided) ? 1 : 0;
}

static gboolean
is_unspaced(gunichar c)
{
    return (c >= 0x3000 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) ||
           (c >= 0xff00 && c <= 0xff65) || (c >= 0x20000 && c <= 0x3ffff);
}

static gunichar
last_char(const GString *out)
{
    gsize at = out->len - 1;
    while (at > 0 && out->len - at < 4 && ((guchar)out->str[at] & 0xc0) == 0x80)
        at--;
    return words_char(out->str, out->len, &at);
}

void
text_append_joined(TextPage *page, GString *out, const char *s, gsize length)
{
    if (out->len > 0 && length > 0) {
        gsize at = 0;
        gunichar last = last_char(out), first = words_char(s, length, &at);
        gboolean divided = out->len > 1 && (last == '-' || last == 0xad) && words_case(first) < 0;
        if (last == 0xad) {
            g_string_truncate(out, out->len - 2);
        } else if (divided && is_word_byte(out->str[out->len - 2]) &&
                   !(out->len > 2 && out->str[out->len - 2] == ' ')) {
            g_string_truncate(out, out->len - hyphen_cut(page, out, s, length));
        } else if (last == 0x2014 && out->len > 3 && out->str[out->len - 4] != ' ') {
            /* a dash that holds two words together */
        } else if (!(is_unspaced(last) && is_unspaced(first)) && last != ' ') {
            g_string_append_c(out, ' ');
        }
    }
    g_string_append_len(out, s, (gssize)length);
}

const char *
text_join_lines(TextPage *page, const Line *lines, guint count, TextLayout layout, gsize *length)
{
    if (count == 1) {
        *length = line_length(lines);
        return page->text + lines->start;
    }
    guint indent = lines[0].indent;
    for (guint i = 1; i < count; i++)
        if (!line_is_empty(&lines[i]))
            indent = MIN(indent, lines[i].indent);
    GString *out = page->scratch;
    g_string_truncate(out, 0);
    for (guint i = 0; i < count; i++) {
        const char *s = page->text + lines[i].start;
        if (layout == TEXT_JOINED) {
            text_append_joined(page, out, s, line_length(&lines[i]));
            continue;
        }
        if (i > 0)
            g_string_append_c(out, '\n');
        for (guint k = indent; k < lines[i].indent && !line_is_empty(&lines[i]); k++)
            g_string_append_c(out, ' ');
        g_string_append_len(out, s, (gssize)line_length(&lines[i]));
    }
    *length = out->len;
    return out->str;
}

TextLayout
text_layout(const TextPage *page, const Line *lines, guint count)
{
    if (count == 1)
        return TEXT_JOINED;
    const char *text = page->text;
    guint longest = 0, small = 0, cased = 0, stops = 0, spread = page->shape.width * 7 / 10;
    for (guint i = 0; i < count; i++) {
        const char *s = text + lines[i].start;
        gsize length = line_length(&lines[i]), at = 0;
        guint columns = lines[i].indent + words_columns(s, length, LONGEST_WRAPPED_LINE + 1);
        longest = MAX(longest, columns);
        if (columns > LONGEST_WRAPPED_LINE)
            return TEXT_SEPARATE;
        int letter = i > 0 ? words_case(words_char(s, length, &at)) : 0;
        small += letter < 0;
        cased += letter != 0;
        stops += words_end_sentence(s, length);
    }
    guint full = 0;
    for (guint i = 0; i + 1 < count; i++)
        full += line_is_full(text, &lines[i], &lines[i + 1],
                             page->shape.wrapped && longest >= spread ? page->shape.width : longest);
    guint pairs = count - 1;
    gboolean goes_on = cased == 0 || small * 2 >= cased;
    if (page->shape.wrapped && longest >= spread)
        return full * 2 >= pairs || (goes_on && full * 4 >= pairs) || count == 2 ? TEXT_JOINED : TEXT_KEPT;
    if (count >= 3 && full * 4 >= pairs * 3 && goes_on && cased > 0 && longest > 30)
        return TEXT_JOINED;
    if (count == 2 && !page->shape.wrapped && small == 1 && longest > 40)
        return TEXT_JOINED;
    return stops == count && longest > 60 ? TEXT_SEPARATE : TEXT_KEPT;
}
