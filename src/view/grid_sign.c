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

const char *
ascii_sign(const char *sign)
{
    for (guint i = 0; i < G_N_ELEMENTS(signs); i++)
        if (strcmp(signs[i].sign, sign) == 0)
            return signs[i].ascii;
    for (const char *p = sign; *p; p++)
        if ((guchar)*p >= 0x80)
            return "?";
    return sign;
}
