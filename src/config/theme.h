/* Themes: style roles → colours and attributes, from ini files.
 *
 *     [theme]
 *     name = "Dusk"                      description = "…"
 *     shade = "dark"                     the terminal that it is made for: dark or light
 *     background = "none"                or a colour: then all cells are painted with it
 *     [citation]                         a section for each role
 *     fg = "#d0a050"                     default, red … bright-white, 0 … 255, or #rrggbb; bg likewise
 *     attr = "bold underline"            of bold dim italic underline reverse; none: also takes away what an earlier role gave
 *     inherit = "text"
 *
 * A role says what a cell is, not how it looks. A cell has a set of roles (a citation inside a search hit inside the current paragraph); the theme resolves the set:
 * roles later in the table win, attribute by attribute, over earlier ones. `inherit = ROLE` takes what a role does not say from another. */
#ifndef IBID_CONFIG_THEME_H
#define IBID_CONFIG_THEME_H

#include <glib.h>

/* In the order of precedence: first surfaces, then what stands on them, then what marks it. */
typedef enum {
    STYLE_TEXT,          /* body text: the base of all others */
    STYLE_POPUP,         /* text of a peek, help, completion */
    STYLE_TOP_LINE,
    STYLE_STATUS_LINE,
    STYLE_PROMPT,
    STYLE_DIM,           /* furniture: numbers in the margin, hints, counts */
    STYLE_RULE,          /* lines between panes */
    STYLE_POPUP_BORDER,
    STYLE_TITLE,         /* the article's title in the text */
    STYLE_HEADING,
    STYLE_META,          /* byline, date, publication in the text */
    STYLE_SUMMARY_TEXT,
    STYLE_QUOTATION,
    STYLE_NOTE_TEXT,
    STYLE_BOILERPLATE_TEXT,
    STYLE_LABEL,         /* bullets, list numbers, "[1]" before a note */
    STYLE_PANE_TITLE,
    STYLE_PANE_GROUP,    /* a source, a heading of a group in a pane */
    STYLE_PANE_ITEM,
    STYLE_PANE_COUNT,    /* counts, classes at the right edge of a pane */
    STYLE_PANE_HERE,     /* an item of the paragraph that is being read: ● */
    STYLE_BAR,           /* bars and density strips */
    STYLE_LINK,
    STYLE_CITATION,      /* a citation in the text */
    STYLE_NOTE_MARK,
    STYLE_MENTION,       /* a mention of the current entity */
    STYLE_CURRENT_CITE,  /* the cite under the caret */
    STYLE_CURRENT_BAR,   /* the bar at the caret's paragraph */
    STYLE_STATUS_KEY,    /* keys named in the status line and in hints */
    STYLE_ERROR,
    STYLE_WARNING,
    STYLE_CURSOR_LINE,   /* the selected row of a pane that has no focus */
    STYLE_CURSOR_LINE_FOCUS, /* … that has it */
    STYLE_MATCH,         /* what completion and filter matched */
    STYLE_HIT,           /* search hits */
    STYLE_HIT_CURRENT,
    STYLE_SELECTION,
    STYLE_HINT,          /* home-row letters of f and F */
    STYLE_CARET,         /* the cell of the caret where the hardware cursor is elsewhere */
    STYLE_COUNT
} StyleRole;

typedef guint64 StyleSet;
#define STYLE_BIT(role) ((StyleSet)1 << (role))

const char *style_role_name(StyleRole role);  /* "text", "pane-title", … as themes write it */
const char *style_role_help(StyleRole role);
int style_role_find(const char *name);

/* A colour: the terminal's own default, one of its 16, one of 256, or true colour. */
typedef enum { COLOR_DEFAULT, COLOR_INDEX, COLOR_RGB } ColorKind;
typedef struct {
    guint8 kind;  /* ColorKind */
    guint8 index; /* 0..255 */
    guint8 r, g, b;
} Color;

enum { ATTR_BOLD = 1, ATTR_DIM = 2, ATTR_ITALIC = 4, ATTR_UNDERLINE = 8, ATTR_REVERSE = 16 };

typedef struct {
    Color foreground, background;
    guint8 attributes;
} Style;

typedef struct Theme Theme;

/* Loads a theme by name (the user's themes/ folder, then the shipped one) or by path (with a slash). On faults ("FILE:LINE: what; what to write", each a char * in faults,
 * which may be NULL) what is right stands and the rest is as in the built-in theme; never NULL. */
Theme *theme_load(const char *name, GPtrArray *faults);
/* Built in, needs no file: bold, dim, reverse and underline alone. */
Theme *theme_monochrome(void);
void theme_free(Theme *theme);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Theme, theme_free)

const char *theme_name(const Theme *theme);
const char *theme_description(const Theme *theme);
/* TRUE when it is made for a light terminal: what COLOR_DEFAULT looks like in a picture. */
gboolean theme_is_light(const Theme *theme);

/* The style of a set of roles; cached, O(1). */
Style theme_style(Theme *theme, StyleSet roles);
/* A style for a terminal with so many colours (0, 8, 16, 256, 1 << 24): the nearest ones; where they no longer tell a role (hit, selection, …) from what lies below it,
 * the attributes that it has in the monochrome theme do. With 0 colours (and for NO_COLOR) it is the monochrome theme's style. Cached like theme_style(). */
Style theme_reduce(Theme *theme, StyleSet roles, int colors);

/* Names of all themes found, sorted, NULL-terminated; free with g_strfreev(). */
char **theme_list(void);
/* 0xrrggbb of a colour, of a palette index as xterm has it, for pictures and for rewriting. */
guint32 color_rgb(Color color, guint32 if_default);

#endif
