/* The table of signs and their stand-ins, for terminals whose locale has no more than ASCII. */
#include "view/grid_sign.h"

#include <glib.h>
#include <string.h>

static const struct {
    const char *sign, *ascii;
} signs[] = {
    {"─", "-"}, {"│", "|"}, {"┌", "+"},   {"┐", "+"},  {"└", "+"},  {"┘", "+"}, {"├", "+"}, {"┤", "+"},
    {"┬", "+"}, {"┴", "+"}, {"┼", "+"},   {"▏", "|"},  {"▎", "|"},  {"▍", "|"}, {"▌", "#"}, {"▋", "#"},
    {"▊", "#"}, {"▉", "#"}, {"█", "#"},   {"▁", "1"},  {"▂", "2"},  {"▃", "3"}, {"▄", "4"}, {"▅", "5"},
    {"▆", "6"}, {"▇", "7"}, {"•", "*"},   {"●", "*"},  {"○", "o"},  {"◦", "o"}, {"·", "."}, {"×", "x"},
    {"¶", "P"}, {"§", "S"}, {"…", "..."}, {"▾", "v"},  {"▴", "^"},  {"▸", ">"}, {"◂", "<"}, {"↑", "^"},
    {"↓", "v"}, {"→", ">"}, {"←", "<"},   {"↵", "^"},  {"✎", "+"},  {"✓", "v"}, {"✗", "x"}, {"–", "-"},
    {"—", "-"}, {"‘", "'"}, {"’", "'"},   {"“", "\""}, {"”", "\""}, {"«", "<"}, {"»", ">"},
};

static const char *
find_sign(const char *sign, gsize length)
{
    for (guint i = 0; i < G_N_ELEMENTS(signs); i++)
        if (strlen(signs[i].sign) == length && memcmp(signs[i].sign, sign, length) == 0)
            return signs[i].ascii;
    return NULL;
}

const char *
ascii_sign(const char *sign)
{
    const char *found = find_sign(sign, strlen(sign));
    if (found)
        return found;
    for (const char *p = sign; *p; p++)
        if ((guchar)*p >= 0x80)
            return "?";
    return sign;
}

char *
ascii_signs(const char *text)
{
    GString *out = g_string_new(NULL);
    while (*text) {
        const char *next = g_utf8_next_char(text);
        const char *plain = (guchar)*text < 0x80 ? NULL : find_sign(text, (gsize)(next - text));
        if (plain)
            g_string_append(out, plain);
        else
            g_string_append_len(out, text, next - text);
        text = next;
    }
    return g_string_free(out, FALSE);
}
