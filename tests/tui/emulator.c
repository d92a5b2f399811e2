/* See emulator.h. OSC 8 is taken out of the bytes before libvterm sees them; every cell that it writes between two of
 * them gets the address that is open then. */
#include "tests/tui/emulator.h"

#include <string.h>
#include <vterm.h>

struct Emulator {
    VTerm *vt;
    VTermScreen *screen;
    int width, height;
    GPtrArray *urls; /* char * */
    guint *links;    /* for each cell: 1 + index of its address, 0: none */
    guint open;      /* … of what is written now */
    GString *held;   /* the beginning of a sequence whose end has not come */
    gboolean alternate, cursor_visible, mouse, paste;
};

static void
set_links(Emulator *emulator, VTermRect rect, guint link)
{
    for (int y = rect.start_row; y < rect.end_row; y++)
        for (int x = rect.start_col; x < rect.end_col; x++)
            emulator->links[y * emulator->width + x] = link;
}

static int
on_damage(VTermRect rect, void *data)
{
    Emulator *emulator = data;
    set_links(emulator, rect, emulator->open);
    return 1;
}

static int
on_move(VTermRect to, VTermRect from, void *data)
{
    Emulator *emulator = data;
    int columns = from.end_col - from.start_col, rows = from.end_row - from.start_row;
    g_autofree guint *copy = g_new(guint, MAX(columns * rows, 1));
    for (int y = 0; y < rows; y++)
        memcpy(copy + y * columns, emulator->links + (from.start_row + y) * emulator->width + from.start_col,
               (gsize)columns * sizeof *copy);
    for (int y = 0; y < rows; y++)
        memcpy(emulator->links + (to.start_row + y) * emulator->width + to.start_col, copy + y * columns,
               (gsize)columns * sizeof *copy);
    return 1;
}

static int
on_property(VTermProp property, VTermValue *value, void *data)
{
    Emulator *emulator = data;
    if (property == VTERM_PROP_ALTSCREEN)
        emulator->alternate = value->boolean;
    else if (property == VTERM_PROP_CURSORVISIBLE)
        emulator->cursor_visible = value->boolean;
    else if (property == VTERM_PROP_MOUSE)
        emulator->mouse = value->number != VTERM_PROP_MOUSE_NONE;
    return 1;
}

static const VTermScreenCallbacks callbacks = {
    .damage = on_damage,
    .moverect = on_move,
    .settermprop = on_property,
};

static void
new_links(Emulator *emulator, int width, int height)
{
    g_free(emulator->links);
    emulator->width = width;
    emulator->height = height;
    emulator->links = g_new0(guint, (gsize)width * (gsize)height);
}

Emulator *
emulator_new(int width, int height)
{
    Emulator *emulator = g_new0(Emulator, 1);
    emulator->urls = g_ptr_array_new_with_free_func(g_free);
    emulator->held = g_string_new(NULL);
    emulator->cursor_visible = TRUE;
    new_links(emulator, width, height);
    emulator->vt = vterm_new(height, width);
    vterm_set_utf8(emulator->vt, 1);
    emulator->screen = vterm_obtain_screen(emulator->vt);
    vterm_screen_set_callbacks(emulator->screen, &callbacks, emulator);
    vterm_screen_set_damage_merge(emulator->screen, VTERM_DAMAGE_CELL);
    vterm_screen_enable_altscreen(emulator->screen, 1);
    vterm_screen_reset(emulator->screen, 1);
    return emulator;
}

void
emulator_free(Emulator *emulator)
{
    if (!emulator)
        return;
    vterm_free(emulator->vt);
    g_ptr_array_unref(emulator->urls);
    g_string_free(emulator->held, TRUE);
    g_free(emulator->links);
    g_free(emulator);
}

/* What stands on the screen is lost, as with a terminal that reflows: a program must paint all of it. */
void
emulator_resize(Emulator *emulator, int width, int height)
{
    new_links(emulator, MAX(width, emulator->width), MAX(height, emulator->height)); /* libvterm tells while it goes */
    vterm_set_size(emulator->vt, height, width);
    new_links(emulator, width, height);
}

/* --- bytes -------------------------------------------------------------------------------------------------------- */

static void
open_link(Emulator *emulator, const char *parameters)
{
    const char *url = strchr(parameters, ';');
    g_assert_nonnull(url);
    emulator->open = 0;
    if (!url[1])
        return;
    g_ptr_array_add(emulator->urls, g_strdup(url + 1));
    emulator->open = emulator->urls->len;
}

static void
write_bytes(Emulator *emulator, const char *bytes, gsize length)
{
    vterm_input_write(emulator->vt, bytes, length);
}

void
emulator_feed(Emulator *emulator, const char *bytes, gsize length)
{
    static const char link[] = "\033]8;", end[] = "\033\\", paste[] = "\033[?2004";
    g_string_append_len(emulator->held, bytes, (gssize)length);
    const char *at = emulator->held->str, *stop = at + emulator->held->len;
    while (at < stop) {
        const char *escape = memchr(at, '\033', (gsize)(stop - at));
        write_bytes(emulator, at, (gsize)((escape ? escape : stop) - at));
        at = escape ? escape : stop;
        if (!escape)
            break;
        gsize left = (gsize)(stop - at);
        if (strncmp(at, link, MIN(left, 4)) != 0) { /* some other sequence: libvterm takes it in pieces */
            if (strncmp(at, paste, MIN(left, 7)) == 0) {
                if (left < 8)
                    break;
                emulator->paste = at[7] == 'h';
            }
            write_bytes(emulator, at++, 1);
            continue;
        }
        const char *close = left > 4 ? strstr(at + 4, end) : NULL;
        if (!close)
            break;
        g_autofree char *parameters = g_strndup(at + 4, (gsize)(close - at) - 4);
        open_link(emulator, parameters);
        at = close + 2;
    }
    g_string_erase(emulator->held, 0, at - emulator->held->str);
    vterm_screen_flush_damage(emulator->screen);
}

/* --- looking ------------------------------------------------------------------------------------------------------ */

static Color
color_of(VTermColor color)
{
    if (VTERM_COLOR_IS_DEFAULT_FG(&color) || VTERM_COLOR_IS_DEFAULT_BG(&color))
        return (Color){.kind = COLOR_DEFAULT};
    if (VTERM_COLOR_IS_INDEXED(&color))
        return (Color){.kind = COLOR_INDEX, .index = color.indexed.idx};
    return (Color){.kind = COLOR_RGB, .r = color.rgb.red, .g = color.rgb.green, .b = color.rgb.blue};
}

EmulatorCell
emulator_cell(const Emulator *emulator, int x, int y)
{
    VTermScreenCell cell;
    g_assert_true(vterm_screen_get_cell(emulator->screen, (VTermPos){.row = y, .col = x}, &cell));
    EmulatorCell out = {.width = cell.width, .foreground = color_of(cell.fg), .background = color_of(cell.bg)};
    if (cell.chars[0] == (uint32_t)-1) {
        out.width = 0;
    } else if (cell.chars[0] == 0) {
        strcpy(out.text, " ");
    } else {
        gsize length = 0;
        for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++)
            length += (gsize)g_unichar_to_utf8(cell.chars[i], out.text + length);
    }
    out.attributes = (guint8)((cell.attrs.bold ? ATTR_BOLD : 0) | (cell.attrs.italic ? ATTR_ITALIC : 0) |
                              (cell.attrs.underline ? ATTR_UNDERLINE : 0) | (cell.attrs.reverse ? ATTR_REVERSE : 0));
    guint link = emulator->links[y * emulator->width + x];
    out.link = link ? g_ptr_array_index(emulator->urls, link - 1) : NULL;
    return out;
}

char *
emulator_text(const Emulator *emulator)
{
    GString *out = g_string_new(NULL);
    for (int y = 0; y < emulator->height; y++) {
        for (int x = 0; x < emulator->width; x++)
            g_string_append(out, emulator_cell(emulator, x, y).text);
        while (out->len > 0 && out->str[out->len - 1] == ' ')
            g_string_truncate(out, out->len - 1);
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

gboolean
emulator_is_alternate(const Emulator *emulator)
{
    return emulator->alternate;
}

gboolean
emulator_brackets_paste(const Emulator *emulator)
{
    return emulator->paste;
}

gboolean
emulator_reports_mouse(const Emulator *emulator)
{
    return emulator->mouse;
}

gboolean
emulator_cursor(const Emulator *emulator, int *x, int *y)
{
    VTermPos position;
    vterm_state_get_cursorpos(vterm_obtain_state(emulator->vt), &position);
    *x = position.col;
    *y = position.row;
    return emulator->cursor_visible;
}
