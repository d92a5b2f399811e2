/* A box of lines. Content is kept as it was given and wrapped when the box is drawn, since only then its width is known; `top` is the first wrapped row shown. */
#include "view/popup.h"

#include <string.h>

#include "text/linebreak.h"

#define NAME_MAX_WIDTH 18
#define LOW_BOX 7 /* rows with both borders under which the keys are left out where the content needs them */
#define BESIDE_MIN 14 /* cells that a text keeps beside its remark, unless it is shorter */

typedef enum { LINE_TEXT, LINE_RULE } LineKind;

typedef struct {
    LineKind kind;
    char *name, *text, *remark;
    gsize target;
} PopupLine;

/* A wrapped row: a stretch of a line's text, or a rule. A remark that is too long to stand beside the text has rows of its own below it. */
typedef struct {
    guint line;
    gsize start, end;           /* of the line's text, or of its remark */
    gsize name_start, name_end; /* of its name, which is wrapped in its own column */
    gboolean first, beside, of_remark;
} PopupRow;

struct Popup {
    char *title, *corner, *keys;
    GArray *lines; /* PopupLine */
    int selected;  /* index of a line with a target, -1: none */
    int top;
    int rows_shown, rows_all;
    GArray *rows;  /* PopupRow, as drawn last; NULL: not yet */
    gboolean follow; /* the selection has moved: bring it into sight */
};

static void
line_clear(gpointer data)
{
    PopupLine *line = data;
    g_free(line->name);
    g_free(line->text);
    g_free(line->remark);
}

Popup *
popup_new(const char *title, const char *corner)
{
    Popup *popup = g_new0(Popup, 1);
    popup->title = g_strdup(title);
    popup->corner = g_strdup(corner);
    popup->lines = g_array_new(FALSE, TRUE, sizeof(PopupLine));
    g_array_set_clear_func(popup->lines, line_clear);
    popup->selected = -1;
    popup->rows_shown = 1;
    return popup;
}

void
popup_free(Popup *popup)
{
    if (!popup)
        return;
    g_array_unref(popup->lines);
    g_clear_pointer(&popup->rows, g_array_unref);
    g_free(popup->title);
    g_free(popup->corner);
    g_free(popup->keys);
    g_free(popup);
}

static const PopupLine *
line_at(const Popup *popup, guint index)
{
    return &g_array_index(popup->lines, PopupLine, index);
}

void
popup_line(Popup *popup, const char *name, const char *text, const char *remark, gsize target)
{
    PopupLine line = {LINE_TEXT, g_strdup(name), g_strdup(text ? text : ""), g_strdup(remark), target};
    g_array_append_val(popup->lines, line);
    if (popup->selected < 0 && target != G_MAXSIZE)
        popup->selected = (int)popup->lines->len - 1;
}

void
popup_rule(Popup *popup)
{
    PopupLine line = {.kind = LINE_RULE, .target = G_MAXSIZE};
    g_array_append_val(popup->lines, line);
}

void
popup_keys(Popup *popup, const char *text)
{
    g_free(popup->keys);
    popup->keys = g_strdup(text);
}

gboolean
popup_scroll(Popup *popup, int rows)
{
    int top = CLAMP(popup->top + rows, 0, MAX(0, popup->rows_all - popup->rows_shown));
    gboolean moved = top != popup->top;
    popup->top = top;
    return moved;
}

gboolean
popup_move(Popup *popup, int lines)
{
    if (popup->selected < 0)
        return popup_scroll(popup, lines);
    int at = popup->selected, step = lines < 0 ? -1 : 1;
    for (int i = ABS(lines); i > 0; i--) {
        int next = at + step;
        while (next >= 0 && next < (int)popup->lines->len && line_at(popup, (guint)next)->target == G_MAXSIZE)
            next += step;
        if (next < 0 || next >= (int)popup->lines->len)
            break;
        at = next;
    }
    gboolean moved = at != popup->selected;
    popup->selected = at;
    popup->follow = TRUE;
    return moved || popup_scroll(popup, step); /* at its end the rest of the box still comes into sight */
}

gboolean
popup_page(Popup *popup, int pages)
{
    gboolean moved = popup_scroll(popup, CLAMP(pages, -popup->rows_all, popup->rows_all) * MAX(1, popup->rows_shown - 1));
    if (popup->selected < 0 || !popup->rows)
        return moved;
    if (!moved) /* no further page: to the last line, or the first */
        return popup_move(popup, pages < 0 ? -(int)popup->lines->len : (int)popup->lines->len);
    for (int i = popup->top; i < MIN(popup->rows_all, popup->top + popup->rows_shown); i++) {
        const PopupRow *row = &g_array_index(popup->rows, PopupRow, (guint)i);
        if (row->first && line_at(popup, row->line)->target != G_MAXSIZE) {
            popup->selected = (int)row->line;
            break;
        }
    }
    return TRUE;
}

gsize
popup_target(const Popup *popup)
{
    return popup->selected < 0 ? G_MAXSIZE : line_at(popup, (guint)popup->selected)->target;
}

guint
popup_selected(const Popup *popup)
{
    guint number = 0;
    for (int i = 0; i < popup->selected; i++)
        number += line_at(popup, (guint)i)->target != G_MAXSIZE;
    return number;
}

char *
popup_text(const Popup *popup)
{
    GString *out = g_string_new(popup->title);
    g_string_append_c(out, '\n');
    for (guint i = 0; i < popup->lines->len; i++) {
        const PopupLine *line = line_at(popup, i);
        if (line->kind == LINE_RULE)
            continue;
        if (line->name && *line->name)
            g_string_append_printf(out, "%s: ", line->name);
        g_string_append(out, line->text);
        if (line->remark && *line->remark)
            g_string_append_printf(out, " (%s)", line->remark);
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

/* --- wrapping and drawing --------------------------------------------------------------------------------------------------------------------- */

static int
width_of(const char *text)
{
    return text ? display_width(text, strlen(text)) : 0;
}

/* A piece of a name that fits its column, from `at`: cut at a space where it can be. Gives where the next one begins. */
static gsize
name_piece(const char *name, gsize at, int names, gsize *end)
{
    gsize length = strlen(name), fit = at + display_fit(name + at, length - at, names);
    *end = fit;
    if (fit < length && name[fit] != ' ')
        while (*end > at && name[*end] != ' ')
            (*end)--;
    if (*end <= at) /* no space: it is cut when it is drawn */
        *end = at + strcspn(name + at, " ");
    return *end + strspn(name + *end, " ");
}

/* The name of a line beside its rows, and below them where it is longer. */
static void
wrap_name(const PopupLine *line, guint index, int names, guint row, GArray *rows)
{
    gsize length = line->name && names ? strlen(line->name) : 0;
    for (gsize at = 0; at < length; row++) {
        if (row == rows->len) {
            PopupRow more = {.line = index, .start = strlen(line->text), .end = strlen(line->text)};
            g_array_append_val(rows, more);
        }
        PopupRow *beside = &g_array_index(rows, PopupRow, row);
        beside->name_start = at;
        at = name_piece(line->name, at, names, &beside->name_end);
    }
}

/* Rows of a text at a width, like the row given: greedy, at line break opportunities. */
static void
wrap_text(const char *text, PopupRow row, int width, int first_width, GArray *rows)
{
    gsize length = strlen(text), at = 0;
    g_autofree char *breaks = g_malloc(length + 1);
    line_breaks(text, length, breaks);
    do {
        int room = at == 0 ? first_width : width;
        gsize end = at + display_fit(text + at, length - at, room);
        if (end < length) {
            gsize back = end;
            while (back > at && breaks[back] == LINE_BREAK_NONE && text[back] != ' ')
                back--;
            end = back > at ? back : MAX(end, at + 1);
        }
        while (end < length && text[end] == ' ') /* a space at the edge hangs */
            end++;
        row.start = at;
        row.end = end;
        g_array_append_val(rows, row);
        row.first = FALSE;
        at = end;
    } while (at < length);
}

static int
name_width(const Popup *popup)
{
    int width = 0;
    for (guint i = 0; i < popup->lines->len; i++)
        width = MAX(width, width_of(line_at(popup, i)->name));
    return MIN(width, NAME_MAX_WIDTH);
}

static GArray *
wrap(const Popup *popup, int width, int names)
{
    GArray *rows = g_array_new(FALSE, FALSE, sizeof(PopupRow));
    for (guint i = 0; i < popup->lines->len; i++) {
        const PopupLine *line = line_at(popup, i);
        int room = MAX(8, width - (line->name ? names + (names ? 2 : 0) : 0));
        int remark = width_of(line->remark);
        gboolean beside = remark > 0 && room - remark - 2 >= MIN(BESIDE_MIN, width_of(line->text));
        guint first = rows->len;
        if (line->kind == LINE_RULE) {
            g_array_append_val(rows, ((PopupRow){.line = i}));
            continue;
        }
        wrap_text(line->text, (PopupRow){.line = i, .first = TRUE, .beside = beside}, room, beside ? room - remark - 2 : room, rows);
        if (remark && !beside)
            wrap_text(line->remark, (PopupRow){.line = i, .of_remark = TRUE}, room, room, rows);
        wrap_name(line, i, names, first, rows);
    }
    return rows;
}

static void
draw_border(Popup *popup, Grid *grid, Rect box)
{
    StyleSet border = STYLE_BIT(STYLE_POPUP) | STYLE_BIT(STYLE_POPUP_BORDER);
    grid_clear(grid, (Rect){box.x - 1, box.y, box.width + 2, box.height}, STYLE_BIT(STYLE_POPUP)); /* air: no letter of the text touches the frame */
    grid_hline(grid, box.x, box.y, box.width, border);
    grid_hline(grid, box.x, box.y + box.height - 1, box.width, border);
    grid_vline(grid, box.x, box.y, box.height, border);
    grid_vline(grid, box.x + box.width - 1, box.y, box.height, border);
    int corner = width_of(popup->corner);
    if (corner && corner + 4 < box.width) {
        g_autofree char *spaced = g_strdup_printf(" %s ", popup->corner);
        grid_text(grid, box.x + box.width - corner - 4, box.y, corner + 2, spaced, border);
    }
    g_autofree char *title = g_strdup_printf(" %s ", popup->title);
    grid_text(grid, box.x + 1, box.y, MAX(0, box.width - corner - 6), title, STYLE_BIT(STYLE_POPUP) | STYLE_BIT(STYLE_PANE_TITLE));
}

static void
draw_row(const Popup *popup, Grid *grid, const PopupRow *row, int x, int y, int width, int names)
{
    const PopupLine *line = line_at(popup, row->line);
    StyleSet roles = STYLE_BIT(STYLE_POPUP);
    if (line->kind == LINE_RULE) {
        for (int i = 0; i < width; i++)
            grid_text(grid, x + i, y, 1, grid_sign(grid, "─"), roles | STYLE_BIT(STYLE_RULE));
        return;
    }
    gboolean selected = popup->selected == (int)row->line;
    if (selected) {
        roles |= STYLE_BIT(STYLE_CURSOR_LINE_FOCUS);
        grid_clear(grid, (Rect){x - 1, y, width + 2, 1}, roles);
        if (row->first)
            grid_set_cursor(grid, x, y);
    }
    if (row->name_end > row->name_start) {
        g_autofree char *name = g_strndup(line->name + row->name_start, row->name_end - row->name_start);
        grid_text(grid, x, y, names, name, roles | STYLE_BIT(STYLE_STATUS_KEY));
    }
    int indent = line->name && names ? names + 2 : 0;
    g_autofree char *text = g_strndup((row->of_remark ? line->remark : line->text) + row->start, row->end - row->start);
    g_strchomp(text);
    grid_text(grid, x + indent, y, width - indent, text, roles | (row->of_remark ? STYLE_BIT(STYLE_DIM) : 0));
    int remark = row->first && row->beside ? width_of(line->remark) : 0;
    if (remark > 0)
        grid_text(grid, x + width - remark, y, remark, line->remark, roles | STYLE_BIT(STYLE_DIM));
}

/* Below the anchor's rows where there is room, else above them, else where there is more. */
static Rect
place(Rect bounds, int width, int height, PopupAnchor anchor)
{
    Rect box = {bounds.x + (bounds.width - width) / 2, bounds.y + (bounds.height - height) / 2, width, MIN(height, bounds.height)};
    if (anchor.from < 0) {
        box.y = MAX(box.y, bounds.y);
        return box;
    }
    int below = bounds.y + bounds.height - anchor.to - 1, above = anchor.from - bounds.y;
    if (below >= height || below >= above) {
        box.height = MIN(height, below);
        box.y = anchor.to + 1;
    } else {
        box.height = MIN(height, above);
        box.y = anchor.from - box.height;
    }
    return box;
}

/* "j k choose · Enter go · Esc close" as it fits: whole items, and the last one, the way out, in any case. */
static char *
fitting_keys(const char *keys, int width)
{
    static const char between[] = " · ";
    const char *last = g_strrstr(keys, between), *end = last;
    if (width_of(keys) <= width || !last)
        return g_strdup(keys);
    while (end && display_width(keys, (gsize)(end - keys)) + width_of(last) > width)
        end = g_strrstr_len(keys, end - keys, between);
    return end ? g_strdup_printf("%.*s%s", (int)(end - keys), keys, last) : g_strdup(last + strlen(between));
}

Rect
popup_draw(Popup *popup, Grid *grid, Rect bounds, PopupAnchor anchor)
{
    int width = MIN(POPUP_WIDTH, bounds.width), inner = MAX(width - 4, 1);
    int names = MIN(name_width(popup), inner / 3);
    GArray *rows = wrap(popup, inner, names);
    g_clear_pointer(&popup->rows, g_array_unref);
    popup->rows = rows;
    gboolean keys = popup->keys != NULL;
    int extra = 2 + keys;
    Rect box = place(bounds, width, (int)rows->len + extra, anchor);
    if (box.height < extra + 1) /* an anchor in a low window: the box is worth more than the row */
        box = place(bounds, width, (int)rows->len + extra, POPUP_CENTRED);
    if (keys && box.height < MIN(LOW_BOX, (int)rows->len + extra)) { /* in a low box what it says is worth more than its keys */
        keys = FALSE;
        extra--;
    }
    popup->rows_all = (int)rows->len;
    popup->rows_shown = MAX(1, box.height - extra);
    if (popup->follow) {
        for (guint i = 0; i < rows->len; i++) {
            if ((int)g_array_index(rows, PopupRow, i).line != popup->selected)
                continue;
            if ((int)i >= popup->top + popup->rows_shown)
                popup->top = (int)i - popup->rows_shown + 1;
            if (g_array_index(rows, PopupRow, i).first && (int)i < popup->top)
                popup->top = (int)i;
        }
        popup->follow = FALSE;
    }
    popup->top = CLAMP(popup->top, 0, MAX(0, popup->rows_all - popup->rows_shown));
    grid_set_clip(grid, &(Rect){bounds.x - 1, bounds.y, bounds.width + 2, bounds.height}); /* a cell of air on both sides */
    draw_border(popup, grid, box);
    for (int i = 0; i < popup->rows_shown && popup->top + i < popup->rows_all; i++)
        draw_row(popup, grid, &g_array_index(rows, PopupRow, (guint)(popup->top + i)), box.x + 2, box.y + 1 + i, inner, names);
    if (keys) {
        g_autofree char *line = fitting_keys(popup->keys, inner);
        grid_text(grid, box.x + 2, box.y + box.height - 2, inner, line, STYLE_BIT(STYLE_POPUP) | STYLE_BIT(STYLE_DIM));
    }
    if (popup->rows_all > popup->rows_shown) { /* how far it is scrolled, on the lower border */
        g_autofree char *scrolled = g_strdup_printf(" %d–%d of %d ", popup->top + 1, MIN(popup->top + popup->rows_shown, popup->rows_all), popup->rows_all);
        int cells = width_of(scrolled);
        if (cells + 4 <= box.width)
            grid_text(grid, box.x + box.width - cells - 2, box.y + box.height - 1, cells, scrolled, STYLE_BIT(STYLE_POPUP) | STYLE_BIT(STYLE_DIM));
    }
    grid_set_clip(grid, NULL);
    return box;
}
