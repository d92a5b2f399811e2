/* Colours as arithmetic. Distances are weighted by the mean red ("redmean"), which is close to what the eye sees and needs integers only. */
#include "config/color.h"

#include <stdlib.h>
#include <string.h>

#include "config/fault.h"

static const char *const names[] = {"black",
                                    "red",
                                    "green",
                                    "yellow",
                                    "blue",
                                    "magenta",
                                    "cyan",
                                    "white",
                                    "bright-black",
                                    "bright-red",
                                    "bright-green",
                                    "bright-yellow",
                                    "bright-blue",
                                    "bright-magenta",
                                    "bright-cyan",
                                    "bright-white",
                                    "default",
                                    "none",
                                    NULL};

/* xterm's own; a terminal may show them otherwise, but not by much in hue. */
static const guint32 first_sixteen[16] = {0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd,
                                          0x00cdcd, 0xe5e5e5, 0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00,
                                          0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff};

gboolean
color_parse(const char *text, Color *color, char **what)
{
    gsize length = strlen(text), digits = strspn(text, "0123456789");
    *color = (Color){.kind = COLOR_DEFAULT};
    if (text[0] == '#' && length == 7 && strspn(text + 1, "0123456789abcdefABCDEF") == 6) {
        guint32 rgb = strtoul(text + 1, NULL, 16);
        *color = (Color){.kind = COLOR_RGB, .r = rgb >> 16, .g = rgb >> 8 & 0xff, .b = rgb & 0xff};
        return TRUE;
    }
    if (digits && digits == length && length <= 3 && atoi(text) <= 255) {
        *color = (Color){.kind = COLOR_INDEX, .index = atoi(text)};
        return TRUE;
    }
    for (int i = 0; names[i]; i++) {
        if (g_ascii_strcasecmp(names[i], text) == 0) {
            if (i < 16)
                *color = (Color){.kind = COLOR_INDEX, .index = i};
            return TRUE;
        }
    }
    const char *near = nearest_name(text, names);
    if (text[0] == '#' || digits)
        *what = g_strdup_printf(
            "unknown colour «%s»; write \"#rrggbb\" with six digits of 0 to f, or a number from 0 to 255", text);
    else if (near)
        *what = g_strdup_printf("unknown colour «%s»; did you mean «%s»?", text, near);
    else
        *what = g_strdup_printf(
            "unknown colour «%s»; write default, red, bright-red, …, a number from 0 to 255 or \"#rrggbb\"", text);
    return FALSE;
}

gboolean
color_equal(Color a, Color b)
{
    if (a.kind != b.kind)
        return FALSE;
    if (a.kind == COLOR_RGB)
        return a.r == b.r && a.g == b.g && a.b == b.b;
    return a.kind == COLOR_DEFAULT || a.index == b.index;
}

guint32
color_rgb(Color color, guint32 if_default)
{
    static const guint8 levels[6] = {0, 95, 135, 175, 215, 255};
    if (color.kind == COLOR_DEFAULT)
        return if_default;
    if (color.kind == COLOR_RGB)
        return (guint32)color.r << 16 | (guint32)color.g << 8 | color.b;
    if (color.index < 16)
        return first_sixteen[color.index];
    if (color.index >= 232)
        return (8 + 10 * (guint32)(color.index - 232)) * 0x010101;
    int cube = color.index - 16;
    return (guint32)levels[cube / 36] << 16 | (guint32)levels[cube / 6 % 6] << 8 | levels[cube % 6];
}

gboolean
color_is_neutral(Color color)
{
    enum {
        COLOURED = 48,
        BLACKISH = 72
    }; /* difference of the strongest and the weakest primary; strongest of a tinted black */
    guint32 rgb = color_rgb(color, 0);
    int r = rgb >> 16, g = rgb >> 8 & 0xff, b = rgb & 0xff;
    int high = MAX(MAX(r, g), b), low = MIN(MIN(r, g), b);
    return high - low < COLOURED || high < BLACKISH;
}

gboolean
color_is_bright(Color color)
{
    guint32 rgb = color_rgb(color, 0);
    return MAX(MAX(rgb >> 16, rgb >> 8 & 0xff), rgb & 0xff) >= 224;
}

int
color_brightness(Color color, guint32 if_default)
{
    guint32 rgb = color_rgb(color, if_default);
    return (int)(299 * (rgb >> 16) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff)) / 1000;
}

static int
distance(guint32 a, guint32 b)
{
    int mean = ((int)(a >> 16) + (int)(b >> 16)) / 2;
    int r = (int)(a >> 16) - (int)(b >> 16), g = (int)(a >> 8 & 0xff) - (int)(b >> 8 & 0xff);
    int blue = (int)(a & 0xff) - (int)(b & 0xff);
    return ((512 + mean) * r * r >> 8) + 4 * g * g + ((767 - mean) * blue * blue >> 8);
}

static Color
nearest(Color color, int first, int last)
{
    guint32 rgb = color_rgb(color, 0);
    Color best = {.kind = COLOR_INDEX, .index = first};
    int least = G_MAXINT;
    for (int i = first; i <= last; i++) {
        Color candidate = {.kind = COLOR_INDEX, .index = i};
        int far = distance(rgb, color_rgb(candidate, 0));
        if (far < least) {
            least = far;
            best = candidate;
        }
    }
    return best;
}

Color
color_nearest_256(Color color)
{
    return nearest(color, 16, 255);
}

/* A soft or dark colour lies nearer to every grey than to its own pure hue; so its grey is taken away and the rest made as strong as the hues are. */
Color
color_nearest_hue(Color color, guint allowed)
{
    enum { STRONG = 0xcd };
    guint32 rgb = color_rgb(color, 0), strong = 0;
    int part[3] = {rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff};
    int low = MIN(MIN(part[0], part[1]), part[2]), high = MAX(MAX(part[0], part[1]), part[2]);
    for (int i = 0; i < 3; i++)
        strong = strong << 8 | (guint32)(high > low ? (part[i] - low) * STRONG / (high - low) : part[i]);
    Color best = {.kind = COLOR_INDEX, .index = 5};
    int least = G_MAXINT;
    for (int hue = 1; hue <= 6; hue++) {
        int far = distance(strong, first_sixteen[hue]);
        if ((allowed & 1u << hue) && far < least) {
            least = far;
            best.index = hue;
        }
    }
    return best;
}
