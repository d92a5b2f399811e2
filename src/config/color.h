/* Colours: their written form, and the nearest one that a poorer terminal has. */
#ifndef IBID_CONFIG_COLOR_H
#define IBID_CONFIG_COLOR_H

#include "config/theme.h"

/* "default", a name of the 16, "0" to "255" or "#rrggbb". FALSE: *what says "unknown colour «blu»; did you mean «blue»? …" (free with g_free()). */
gboolean color_parse(const char *text, Color *color, char **what);
gboolean color_equal(Color a, Color b);

/* TRUE for a grey, a nearly grey or a nearly black colour: poor terminals show it by the default colour, dimmed or not. */
gboolean color_is_neutral(Color color);
/* 0 (black) to 255 (white), weighted as the eye does. */
int color_brightness(Color color, guint32 if_default);
/* The nearest among the fixed part of xterm's 256 (16 to 255). */
Color color_nearest_256(Color color);
/* TRUE for a colour that is nearer to the bright ones among the first 16. */
gboolean color_is_bright(Color color);
/* The one of the six hues (1 red, 2 green, 3 yellow, 4 blue, 5 magenta, 6 cyan) that is nearest among those allowed (bit 1 << hue). */
Color color_nearest_hue(Color color, guint allowed);
enum {
    HUES_ALL = 0x7e,
    HUES_ON_DARK = 0x6e /* blue on black is not to be read */,
    HUES_ON_LIGHT = 0x32 /* nor green, yellow and cyan on white */
};

#endif
