/* Themes: the shipped ones are whole and readable; faults are named and stop nothing; roles combine; poor terminals keep what matters apart. */
#include "config/theme.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "config/color.h"
#include "config/role.h"
#include "ini/ini.h"
#include "tests/test.h"

static const char *const shipped[] = {"dark",      "light",           "high-contrast", "monochrome",
                                      "solarized", "solarized-light", "terminal",      NULL};
static const int depths[] = {0, 8, 16, 256, 1 << 24};

static gboolean
style_equal(Style a, Style b)
{
    return color_equal(a.foreground, b.foreground) && color_equal(a.background, b.background) &&
           a.attributes == b.attributes;
}

static Theme *
theme_of(const char *text, GPtrArray *faults)
{
    g_autofree char *folder = g_dir_make_tmp("ibid-theme-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "t.ini", NULL);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    Theme *theme = theme_load(path, faults);
    for (guint i = 0; i < faults->len; i++) {
        if (g_str_has_prefix(faults->pdata[i], folder))
            memmove(faults->pdata[i], (char *)faults->pdata[i] + strlen(folder) + 1,
                    strlen(faults->pdata[i]) - strlen(folder));
    }
    g_unlink(path);
    g_rmdir(folder);
    return theme;
}

static char *
shown(Style style)
{
    static const char *const names[] = {"bold", "dim", "italic", "underline", "reverse"};
    GString *text = g_string_new(NULL);
    const Color colors[] = {style.foreground, style.background};
    for (int i = 0; i < 2; i++) {
        if (colors[i].kind == COLOR_DEFAULT)
            g_string_append(text, "- ");
        else if (colors[i].kind == COLOR_INDEX)
            g_string_append_printf(text, "%d ", colors[i].index);
        else
            g_string_append_printf(text, "#%06x ", color_rgb(colors[i], 0));
    }
    for (int i = 0; i < 5; i++) {
        if (style.attributes & 1 << i)
            g_string_append_printf(text, "%s ", names[i]);
    }
    g_string_truncate(text, text->len - 1);
    return g_string_free(text, FALSE);
}

static void
assert_style(Style style, const char *want)
{
    g_autofree char *got = shown(style);
    g_assert_cmpstr(got, ==, want);
}

/* --- the shipped themes --- */

static void
test_shipped(void)
{
    g_auto(GStrv) list = theme_list();
    for (int i = 0; shipped[i]; i++) {
        g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
        g_autofree char *relative = g_strdup_printf("themes/%s.ini", shipped[i]), *path = test_path(relative);
        g_autoptr(Theme) theme = theme_load(shipped[i], faults);
        g_autoptr(Ini) ini = ini_load(path, NULL);
        g_assert_true(g_strv_contains((const char *const *)list, shipped[i]));
        for (guint k = 0; k < faults->len; k++)
            g_test_message("%s", (char *)faults->pdata[k]);
        g_assert_cmpuint(faults->len, ==, 0);
        g_assert_cmpstr(theme_name(theme), ==, shipped[i]);
        g_assert_cmpstr(theme_description(theme), !=, "");
        g_assert_nonnull(ini);
        for (int role = 0; role < STYLE_COUNT; role++) {
            g_test_message("%s: [%s]", shipped[i], style_role_name(role));
            g_assert_cmpint(ini_section_line(ini, style_role_name(role)), >, 0);
        }
    }
    g_assert_cmpuint(g_strv_length(list), ==, G_N_ELEMENTS(shipped) - 1);
    for (int i = 1; list[i]; i++)
        g_assert_cmpstr(list[i - 1], <, list[i]);
}

static void
test_monochrome(void)
{
    g_autoptr(Theme) built_in = theme_monochrome(), loaded = theme_load("monochrome", NULL);
    for (int role = 0; role < STYLE_COUNT; role++) {
        g_test_message("%s", style_role_name(role));
        g_assert_true(style_equal(theme_style(built_in, STYLE_BIT(role)), theme_style(loaded, STYLE_BIT(role))));
        g_assert_cmpint(theme_style(built_in, STYLE_BIT(role)).attributes, ==, style_role_mono(role));
    }
}

/* Relative luminance and contrast as WCAG 2.1 has them. */
static double
luminance(guint32 rgb)
{
    double part[3];
    for (int i = 0; i < 3; i++) {
        double c = (rgb >> (16 - 8 * i) & 0xff) / 255.0;
        part[i] = c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
    }
    return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
}

static double
contrast(const Theme *theme, Style style)
{
    gboolean light = theme_is_light(theme);
    guint32 above = color_rgb(style.foreground, light ? 0x1c1c1c : 0xd0d0d0);
    guint32 below = color_rgb(style.background, light ? 0xffffff : 0x1c1c1c);
    double a = luminance(above), b = luminance(below);
    return (MAX(a, b) + 0.05) / (MIN(a, b) + 0.05);
}

static gboolean
is_drawing(int role)
{
    return role == STYLE_RULE || role == STYLE_POPUP_BORDER || role == STYLE_BAR;
}

static void
test_contrast(void)
{
    /* what lies over what on a real screen */
    static const StyleSet marks[] = {0,
                                     STYLE_BIT(STYLE_CURSOR_LINE),
                                     STYLE_BIT(STYLE_CURSOR_LINE_FOCUS),
                                     STYLE_BIT(STYLE_HIT),
                                     STYLE_BIT(STYLE_HIT) | STYLE_BIT(STYLE_HIT_CURRENT),
                                     STYLE_BIT(STYLE_SELECTION),
                                     STYLE_BIT(STYLE_HIT) | STYLE_BIT(STYLE_SELECTION),
                                     STYLE_BIT(STYLE_HINT)};
    for (int i = 0; shipped[i]; i++) {
        g_autoptr(Theme) theme = theme_load(shipped[i], NULL);
        if (g_str_equal(shipped[i], "terminal") || g_str_equal(shipped[i], "monochrome"))
            continue; /* their colours are the terminal's own */
        for (int role = 0; role < STYLE_COUNT; role++) {
            for (guint m = 0; m < G_N_ELEMENTS(marks); m++) {
                double got = contrast(theme, theme_style(theme, STYLE_BIT(role) | marks[m]));
                double least = g_str_equal(shipped[i], "high-contrast") ? 7 : 4.5;
                if (is_drawing(role))
                    least = m == 0 ? 1.3 : 1;
                g_test_message("%s [%s] with %" G_GINT64_MODIFIER "x: %.2f", shipped[i], style_role_name(role),
                               marks[m], got);
                g_assert_cmpfloat(got, >=, least);
            }
        }
    }
}

/* --- reading --- */

static void
test_combine(void)
{
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Theme) theme = theme_of(
        "[theme]\nname = Mine\ndescription = \"A; test\"\nshade = Light\n"
        "[text]\nfg = \"#102030\"\nattr = italic\n[citation]\nfg = Bright-Blue\n"
        "[current-cite]\nbg = 250\nattr = \"bold, underline\"\n[dim]\nattr = dim\n[hit]\nattr = none\nfg = default\n"
        "[link]\ninherit = citation\nattr = underline\n[label]\ninherit = link\n[match]\n",
        faults);
    g_assert_cmpuint(faults->len, ==, 0);
    g_assert_cmpstr(theme_name(theme), ==, "Mine");
    g_assert_cmpstr(theme_description(theme), ==, "A; test");
    g_assert_true(theme_is_light(theme));
    assert_style(theme_style(theme, 0), "#102030 - italic");
    assert_style(theme_style(theme, STYLE_BIT(STYLE_TEXT)), "#102030 - italic");
    assert_style(theme_style(theme, STYLE_BIT(STYLE_CITATION)), "12 - italic");
    assert_style(theme_style(theme, STYLE_BIT(STYLE_CITATION) | STYLE_BIT(STYLE_CURRENT_CITE)),
                 "12 250 bold italic underline");
    assert_style(theme_style(theme, STYLE_BIT(STYLE_DIM) | STYLE_BIT(STYLE_CURRENT_CITE)),
                 "#102030 250 bold italic underline");
    assert_style(theme_style(theme, STYLE_BIT(STYLE_DIM)), "#102030 - dim italic");
    assert_style(theme_style(theme, STYLE_BIT(STYLE_CURRENT_CITE) | STYLE_BIT(STYLE_HIT)), "- 250");
    assert_style(theme_style(theme, STYLE_BIT(STYLE_LINK)), "12 - italic underline");
    assert_style(theme_style(theme, STYLE_BIT(STYLE_LABEL)), "12 - italic underline"); /* through two */
    assert_style(theme_style(theme, STYLE_BIT(STYLE_MATCH)), "#102030 - italic");      /* an empty section is plain */
    assert_style(theme_style(theme, STYLE_BIT(STYLE_SELECTION)), "#102030 - italic reverse"); /* none: the built-in */
    g_autoptr(Theme) painted = theme_of("[theme]\nbackground = \"#000011\"\n[hit]\nbg = default\n", faults);
    g_assert_cmpuint(faults->len, ==, 0);
    g_assert_cmpstr(theme_name(painted), ==, "t");
    assert_style(theme_style(painted, 0), "- #000011");
    assert_style(theme_style(painted, STYLE_BIT(STYLE_HIT)), "- -");
}

static void
test_faults(void)
{
    static const char text[] =
        "[theme]\nname = Odd\ncolour = red\nbackground = blak\nshade = dusk\n"
        "[text]\nfg = blu\nbg = \"#12345\"\nattr = bold\n"
        "[hitt]\nfg = red\n[hit]\nfg = 256\nattr = blod\nfgg = red\ninherit = txt\n[selection]\nfg = zzzzzz\nfoo = 1\n"
        "[qqqqqqqq]\n[dim]\nfg = #808080\nattr = flashing\n[rule]\nfg = yellow\n";
    static const char *const want[] = {
        "t.ini:22: a value with «#» needs quotes; write fg = \"#808080\"",
        "t.ini:3: unknown key «colour»; write name, description, shade or background",
        "t.ini:4: unknown colour «blak»; did you mean «black»?",
        "t.ini:5: unknown shade «dusk»; write dark or light",
        "t.ini:7: unknown colour «blu»; did you mean «blue»?",
        "t.ini:8: unknown colour «#12345»; write \"#rrggbb\" with six digits of 0 to f, or a number from 0 to 255",
        "t.ini:10: unknown role «hitt»; did you mean «hit»?",
        "t.ini:13: unknown colour «256»; write \"#rrggbb\" with six digits of 0 to f, or a number from 0 to 255",
        "t.ini:14: unknown attribute «blod»; did you mean «bold»?",
        "t.ini:15: unknown key «fgg»; did you mean «fg»?",
        "t.ini:16: unknown role «txt»; did you mean «text»?",
        "t.ini:18: unknown colour «zzzzzz»; write default, red, bright-red, …, a number from 0 to 255 or \"#rrggbb\"",
        "t.ini:19: unknown key «foo»; write fg, bg, attr or inherit",
        "t.ini:20: unknown role «qqqqqqqq»; write one that themes/dark.ini has",
        "t.ini:23: unknown attribute «flashing»; write bold, dim, italic, underline, reverse or none",
    };
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Theme) theme = theme_of(text, faults);
    for (guint i = 0; i < MIN(faults->len, G_N_ELEMENTS(want)); i++)
        g_assert_cmpstr(faults->pdata[i], ==, want[i]);
    g_assert_cmpuint(faults->len, ==, G_N_ELEMENTS(want));
    /* what is right stands, the rest is as in the built-in theme */
    g_assert_cmpstr(theme_name(theme), ==, "Odd");
    assert_style(theme_style(theme, 0), "- - bold");
    assert_style(theme_style(theme, STYLE_BIT(STYLE_HIT)), "- - bold reverse");
    assert_style(theme_style(theme, STYLE_BIT(STYLE_SELECTION)), "- - bold reverse");
    assert_style(theme_style(theme, STYLE_BIT(STYLE_RULE)), "3 - bold");
}

static void
test_loops(void)
{
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Theme) theme =
        theme_of("[text]\ninherit = text\n[dim]\nfg = 1\ninherit = rule\n[rule]\ninherit = title\n[title]\n"
                 "inherit = dim\nbg = 2\n[meta]\ninherit = rule\n",
                 faults);
    g_assert_cmpuint(faults->len, ==, 2);
    g_assert_cmpstr(faults->pdata[0], ==, "t.ini:2: [text] inherits from itself; delete this line");
    g_assert_cmpstr(
        faults->pdata[1], ==,
        "t.ini:5: [dim] inherits from itself through [title]; write another role, or delete one of the two lines");
    assert_style(theme_style(theme, STYLE_BIT(STYLE_DIM)), "1 -");
    assert_style(theme_style(theme, STYLE_BIT(STYLE_META)), "1 2");
}

static void
test_missing(void)
{
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Theme) drak = theme_load("drak", faults), none = theme_load("qqqqqqqq", faults),
                     path = theme_load("/nonexistent/x.ini", faults), folder = theme_load("/", faults);
    g_assert_cmpuint(faults->len, ==, 4);
    g_assert_cmpstr(faults->pdata[0], ==, "theme: there is no theme «drak»; did you mean «dark»?");
    g_assert_cmpstr(faults->pdata[1], ==,
                    "theme: there is no theme «qqqqqqqq»; write dark, high-contrast, light, monochrome, solarized, "
                    "solarized-light or terminal");
    g_assert_cmpstr(faults->pdata[2], ==,
                    "/nonexistent/x.ini: there is no such theme; check the path, or write a name like dark");
    g_assert_cmpstr(faults->pdata[3], ==, "/: not a regular file; write a text file here");
    assert_style(theme_style(drak, STYLE_BIT(STYLE_HIT)), "- - reverse");
    assert_style(theme_style(folder, STYLE_BIT(STYLE_HIT)), "- - reverse");
    g_assert_cmpstr(theme_name(none), ==, "monochrome");
    g_assert_cmpstr(theme_name(path), ==, "monochrome");
}

static void
test_roles(void)
{
    for (int role = 0; role < STYLE_COUNT; role++) {
        g_assert_cmpint(style_role_find(style_role_name(role)), ==, role);
        g_assert_cmpstr(style_role_help(role), !=, "");
    }
    g_assert_cmpint(style_role_find("Pane-Title"), ==, STYLE_PANE_TITLE);
    g_assert_cmpint(style_role_find("pane"), ==, -1);
}

/* --- colours --- */

static void
test_colors(void)
{
    static const struct {
        const char *text;
        guint32 rgb;
    } cases[] = {
        {"black", 0},      {"0", 0},          {"white", 0xe5e5e5},   {"7", 0xe5e5e5},       {"15", 0xffffff},
        {"16", 0},         {"21", 0x0000ff},  {"196", 0xff0000},     {"231", 0xffffff},     {"110", 0x87afd7},
        {"232", 0x080808}, {"255", 0xeeeeee}, {"#AbCdEf", 0xabcdef}, {"default", 0x123456},
    };
    char *what = NULL;
    Color color;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_assert_true(color_parse(cases[i].text, &color, &what));
        g_assert_cmphex(color_rgb(color, 0x123456), ==, cases[i].rgb);
    }
    static const char *const bad[] = {"",   "#",  "#abc", "#abcdeg",     "#1234567", "256",
                                      "-1", "1x", "0000", "99999999999", "reddd ",   "\033"};
    for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
        g_test_message("%s", bad[i]);
        g_assert_false(color_parse(bad[i], &color, &what));
        g_assert_nonnull(what);
        g_clear_pointer(&what, g_free);
    }
    /* of the fixed part of the palette each colour is the nearest to itself, though some stand in it twice */
    for (int i = 16; i < 256; i++) {
        Color self = {.kind = COLOR_INDEX, .index = i};
        g_assert_cmphex(color_rgb(color_nearest_256(self), 0), ==, color_rgb(self, 0));
    }
    static const struct {
        guint32 rgb;
        int hue;
    } hues[] = {{0xd0a050, 3}, {0x574a22, 3}, {0x8fb8de, 6}, {0x2040c0, 4}, {0xff9182, 1},
                {0x859900, 3}, {0x2aa198, 6}, {0x6c71c4, 4}, {0x30c040, 2}};
    for (guint i = 0; i < G_N_ELEMENTS(hues); i++) {
        color =
            (Color){.kind = COLOR_RGB, .r = hues[i].rgb >> 16, .g = hues[i].rgb >> 8 & 0xff, .b = hues[i].rgb & 0xff};
        g_test_message("#%06x", hues[i].rgb);
        g_assert_cmpint(color_nearest_hue(color, HUES_ALL).index, ==, hues[i].hue);
    }
    color = (Color){.kind = COLOR_RGB, .r = 0x8f, .g = 0x52};
    g_assert_cmpint(color_nearest_hue(color, HUES_ON_LIGHT).index, ==, 1);
    g_assert_false(color_is_bright(color));
    color = (Color){.kind = COLOR_RGB, .g = 0x40, .b = 0xff};
    g_assert_true(color_is_bright(color));
    g_assert_false(color_is_neutral(color));
    g_assert_true(color_is_neutral((Color){.kind = COLOR_RGB, .g = 0x2b, .b = 0x36})); /* the dark base of Solarized */
    g_assert_true(color_is_neutral((Color){.kind = COLOR_INDEX, .index = 240}));
    g_assert_cmpint(color_nearest_hue(color, HUES_ALL).index, ==, 4);
    g_assert_cmpint(color_nearest_hue(color, HUES_ON_DARK).index, ==, 6);
}

/* --- poor terminals --- */

static void
test_reduce(void)
{
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Theme) theme = theme_of(
        "[text]\nfg = default\n[dim]\nfg = \"#808080\"\n[citation]\nfg = \"#a6c1da\"\n[link]\nfg = \"#5080ff\"\n"
        "[hit]\nbg = \"#333333\"\n[hit-current]\nbg = \"#e3b464\"\nfg = \"#1b1b1b\"\n[error]\nfg = "
        "bright-red\n[match]\nfg = 208\n",
        faults);
    g_assert_cmpuint(faults->len, ==, 0);
    const StyleSet dim = STYLE_BIT(STYLE_DIM), hit = STYLE_BIT(STYLE_HIT), current = hit | STYLE_BIT(STYLE_HIT_CURRENT);
    const StyleSet link = STYLE_BIT(STYLE_LINK), error = STYLE_BIT(STYLE_ERROR), match = STYLE_BIT(STYLE_MATCH);
    assert_style(theme_reduce(theme, dim, 1 << 24), "#808080 -");
    assert_style(theme_reduce(theme, dim, 256), "244 -");
    assert_style(theme_reduce(theme, dim, 16), "- - dim");
    assert_style(theme_reduce(theme, dim, 8), "- - dim");
    assert_style(theme_reduce(theme, dim, 0), "- - dim");
    assert_style(theme_reduce(theme, hit, 256), "- 236");
    assert_style(theme_reduce(theme, hit, 16), "- - reverse"); /* the grey is lost, so the built-in attribute does it */
    assert_style(theme_reduce(theme, current, 16), "0 3");
    assert_style(theme_reduce(theme, current, 8), "0 3");
    assert_style(theme_reduce(theme, current, 0), "- - bold reverse");
    assert_style(theme_reduce(theme, link, 16), "12 -");
    assert_style(theme_reduce(theme, link, 8), "6 -"); /* blue on black is not to be read */
    assert_style(theme_reduce(theme, link, 0), "- - underline");
    assert_style(theme_reduce(theme, error, 256), "9 -");
    assert_style(theme_reduce(theme, error, 8), "1 - bold");
    assert_style(theme_reduce(theme, match, 256), "208 -");
    assert_style(theme_reduce(theme, match, 16), "11 -");
    /* numbers between are what lies below them */
    assert_style(theme_reduce(theme, dim, 88), "- - dim");
    assert_style(theme_reduce(theme, error, 2), "- - bold");
}

/* On every shipped theme and every terminal: what is pointed at can be told from what is not, and be read. */
static void
test_usable(void)
{
    static const StyleRole pointed[] = {
        STYLE_CURRENT_CITE, STYLE_CURSOR_LINE, STYLE_CURSOR_LINE_FOCUS, STYLE_HIT,   STYLE_HIT_CURRENT, STYLE_SELECTION,
        STYLE_HINT,         STYLE_CARET,       STYLE_MENTION,           STYLE_MATCH, STYLE_ERROR};
    static const StyleSet below[] = {0,
                                     STYLE_BIT(STYLE_CITATION),
                                     STYLE_BIT(STYLE_PANE_ITEM),
                                     STYLE_BIT(STYLE_PANE_COUNT),
                                     STYLE_BIT(STYLE_POPUP),
                                     STYLE_BIT(STYLE_NOTE_TEXT)};
    for (int i = 0; shipped[i]; i++) {
        g_autoptr(Theme) theme = theme_load(shipped[i], NULL);
        for (guint d = 0; d < G_N_ELEMENTS(depths); d++) {
            for (guint p = 0; p < G_N_ELEMENTS(pointed); p++) {
                for (guint b = 0; b < G_N_ELEMENTS(below); b++) {
                    Style with = theme_reduce(theme, below[b] | STYLE_BIT(pointed[p]), depths[d]);
                    Style without = theme_reduce(theme, below[b], depths[d]);
                    g_test_message("%s, %d colours, [%s] on %u", shipped[i], depths[d], style_role_name(pointed[p]), b);
                    g_assert_false(style_equal(with, without));
                    if (with.background.kind != COLOR_DEFAULT)
                        g_assert_cmpfloat(contrast(theme, with), >=, 3);
                }
            }
        }
    }
}

static void
test_no_color(void)
{
    for (int i = 0; shipped[i]; i++) {
        g_autoptr(Theme) theme = theme_load(shipped[i], NULL);
        for (int role = 0; role < STYLE_COUNT; role++) {
            Style style = theme_reduce(theme, STYLE_BIT(role), 0);
            g_assert_cmpint(style.foreground.kind, ==, COLOR_DEFAULT);
            g_assert_cmpint(style.background.kind, ==, COLOR_DEFAULT);
            g_assert_cmpint(style.attributes, ==, style_role_mono(role));
        }
    }
}

/* Text itself is never dimmed, whatever grey a theme gives it, and what is less than text is. */
static void
test_plain_text(void)
{
    for (int i = 0; shipped[i]; i++) {
        g_autoptr(Theme) theme = theme_load(shipped[i], NULL);
        for (guint d = 0; d < G_N_ELEMENTS(depths); d++) {
            g_test_message("%s, %d colours", shipped[i], depths[d]);
            g_assert_cmpint(theme_reduce(theme, STYLE_BIT(STYLE_TEXT), depths[d]).attributes, ==, 0);
            g_assert_cmpint(theme_reduce(theme, STYLE_BIT(STYLE_SUMMARY_TEXT), depths[d]).attributes, ==, 0);
            if (depths[d] <= 16)
                g_assert_cmpint(theme_reduce(theme, STYLE_BIT(STYLE_DIM), depths[d]).attributes, ==, ATTR_DIM);
        }
    }
}

/* More sets than the cache holds, asked for twice, in two depths: the answers stay the same. */
static void
test_cache(void)
{
    g_autoptr(Theme) theme = theme_load("dark", NULL), fresh = NULL;
    for (int round = 0; round < 2; round++) {
        for (StyleSet set = 0; set < 3000; set++) {
            StyleSet roles = set << (STYLE_COUNT - 12);
            Style full = theme_style(theme, roles), few = theme_reduce(theme, roles, 16);
            g_assert_true(style_equal(theme_style(theme, roles), full));
            g_assert_true(style_equal(theme_reduce(theme, roles, 16), few));
            if (set % 500 == 0) {
                g_clear_pointer(&fresh, theme_free);
                fresh = theme_load("dark", NULL);
                g_assert_true(style_equal(theme_style(fresh, roles), full));
                g_assert_true(style_equal(theme_reduce(fresh, roles, 16), few));
            }
        }
    }
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/themes/shipped", test_shipped);
    g_test_add_func("/themes/monochrome", test_monochrome);
    g_test_add_func("/themes/contrast", test_contrast);
    g_test_add_func("/themes/combine", test_combine);
    g_test_add_func("/themes/faults", test_faults);
    g_test_add_func("/themes/loops", test_loops);
    g_test_add_func("/themes/missing", test_missing);
    g_test_add_func("/themes/roles", test_roles);
    g_test_add_func("/themes/colors", test_colors);
    g_test_add_func("/themes/reduce", test_reduce);
    g_test_add_func("/themes/usable", test_usable);
    g_test_add_func("/themes/no-color", test_no_color);
    g_test_add_func("/themes/plain-text", test_plain_text);
    g_test_add_func("/themes/cache", test_cache);
    return g_test_run();
}
