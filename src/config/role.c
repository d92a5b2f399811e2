/* The table of style roles: name, what it is, and the attributes that stand for it where there is no colour. */
#include "config/role.h"

#include "config/theme.h"

typedef struct {
    const char *name, *help;
    guint8 mono;
} RoleSpec;

/* clang-format off */
static const RoleSpec table[STYLE_COUNT] = {
    [STYLE_TEXT] = {"text", "body text: the base of all others", 0},
    [STYLE_POPUP] = {"popup", "text of a peek, of the help and of completion", 0},
    [STYLE_TOP_LINE] = {"top-line", "the line at the top: title, publication and date", ATTR_BOLD},
    [STYLE_STATUS_LINE] = {"status-line", "the line at the bottom: where the reader is", 0},
    [STYLE_PROMPT] = {"prompt", "the line that a search or a command is typed into", 0},
    [STYLE_DIM] = {"dim", "furniture: numbers in the margin, hints, counts", ATTR_DIM},
    [STYLE_RULE] = {"rule", "lines between panes", ATTR_DIM},
    [STYLE_POPUP_BORDER] = {"popup-border", "the frame of a peek", 0},
    [STYLE_TITLE] = {"title", "the article's title in the text", ATTR_BOLD},
    [STYLE_HEADING] = {"heading", "a heading in the text", ATTR_BOLD},
    [STYLE_META] = {"meta", "byline, date and publication in the text", ATTR_DIM},
    [STYLE_SUMMARY_TEXT] = {"summary-text", "the executive summary", 0},
    [STYLE_QUOTATION] = {"quotation", "a quotation set apart", 0},
    [STYLE_NOTE_TEXT] = {"note-text", "the text of a footnote", 0},
    [STYLE_BOILERPLATE_TEXT] = {"boilerplate-text", "what was set aside: menus, related articles", ATTR_DIM},
    [STYLE_LABEL] = {"label", "bullets, numbers of a list, the [1] before a note", 0},
    [STYLE_PANE_TITLE] = {"pane-title", "the title of a pane", ATTR_BOLD},
    [STYLE_PANE_GROUP] = {"pane-group", "a source, or another heading of a group in a pane", ATTR_BOLD},
    [STYLE_PANE_ITEM] = {"pane-item", "an item in a pane", 0},
    [STYLE_PANE_COUNT] = {"pane-count", "counts and classes at the right edge of a pane", ATTR_DIM},
    [STYLE_PANE_HERE] = {"pane-here", "the sign of an item of the paragraph that is being read", ATTR_BOLD},
    [STYLE_BAR] = {"bar", "bars and density strips", 0},
    [STYLE_LINK] = {"link", "a link", ATTR_UNDERLINE},
    [STYLE_CITATION] = {"citation", "a citation in the text", 0},
    [STYLE_NOTE_MARK] = {"note-mark", "the mark of a footnote in the text", ATTR_BOLD},
    [STYLE_MENTION] = {"mention", "a mention of the current entity", ATTR_UNDERLINE},
    [STYLE_CURRENT_CITE] = {"current-cite", "the cite under the caret", ATTR_BOLD | ATTR_UNDERLINE},
    [STYLE_CURRENT_BAR] = {"current-bar", "the bar beside the paragraph with the caret", ATTR_BOLD},
    [STYLE_STATUS_KEY] = {"status-key", "keys named in the status line and in hints", ATTR_BOLD},
    [STYLE_ERROR] = {"error", "an error message", ATTR_BOLD},
    [STYLE_WARNING] = {"warning", "a warning", ATTR_BOLD},
    [STYLE_CURSOR_LINE] = {"cursor-line", "the selected row of a pane without the focus", ATTR_BOLD},
    [STYLE_CURSOR_LINE_FOCUS] = {"cursor-line-focus", "the selected row of the pane with the focus", ATTR_REVERSE},
    [STYLE_MATCH] = {"match", "what completion or a filter matched", ATTR_UNDERLINE},
    [STYLE_HIT] = {"hit", "a search hit", ATTR_REVERSE},
    [STYLE_HIT_CURRENT] = {"hit-current", "the search hit under the caret", ATTR_REVERSE | ATTR_BOLD},
    [STYLE_SELECTION] = {"selection", "selected text", ATTR_REVERSE},
    [STYLE_HINT] = {"hint", "the letters of f and F", ATTR_REVERSE | ATTR_BOLD},
    [STYLE_CARET] = {"caret", "the caret while the cursor is in another pane", ATTR_REVERSE},
};
/* clang-format on */

G_STATIC_ASSERT(STYLE_COUNT <= 64); /* StyleSet */

const char *
style_role_name(StyleRole role)
{
    g_return_val_if_fail(role < STYLE_COUNT, NULL);
    return table[role].name;
}

const char *
style_role_help(StyleRole role)
{
    g_return_val_if_fail(role < STYLE_COUNT, NULL);
    return table[role].help;
}

guint8
style_role_mono(StyleRole role)
{
    g_return_val_if_fail(role < STYLE_COUNT, 0);
    return table[role].mono;
}

int
style_role_find(const char *name)
{
    for (int role = 0; role < STYLE_COUNT; role++) {
        if (g_ascii_strcasecmp(table[role].name, name) == 0)
            return role;
    }
    return -1;
}
