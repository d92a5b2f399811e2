/* See present.h. A token stands for (colour, link) as a foreground, or for a colour as a background; tokens are given out in order of first use and all taken back when they run out,
 * with the whole screen painted anew. */
#define _GNU_SOURCE
#include "tui/present.h"

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <wchar.h>
#include <curses.h>
#include <term.h>

#include "base/error.h"
#include "base/safe.h"
#include "text/width.h"

#define TRUE_COLORS (1 << 24)
#define TOKEN_FIRST 16
#define TOKEN_END 256
#define SYNC_FROM 512 /* bytes from which a frame is wrapped in a synchronized update: a smaller one arrives at once anyway */

typedef struct {
    Color color;
    guint32 link;
} Token;

struct Painter {
    int memory; /* the file that ncurses writes into */
    FILE *out, *in;
    SCREEN *screen;
    WINDOW *keys;
    int colors, terminal_colors;
    gboolean modern, mouse, mouse_wanted, left;
    GArray *tokens; /* Token; number = TOKEN_FIRST + index */
    gboolean tokens_full;
    GString *raw, *frame;
    guint32 link_open;
    const Document *document;
};

/* --- starting and stopping -------------------------------------------------------------------------------------------------------------------- */

Painter *
painter_new(const char *type, int keys_fd, int width, int height, int colors, gboolean modern, GError **error)
{
    g_autoptr(Painter) painter = g_new0(Painter, 1);
    painter->tokens = g_array_new(FALSE, FALSE, sizeof(Token));
    painter->raw = g_string_new(NULL);
    painter->frame = g_string_new(NULL);
    painter->modern = modern;
    painter->memory = memfd_create("ibid-screen", MFD_CLOEXEC);
    int keys = dup(keys_fd), memory = painter->memory >= 0 ? dup(painter->memory) : -1;
    painter->out = memory >= 0 ? fdopen(memory, "w") : NULL;
    painter->in = keys >= 0 ? fdopen(keys, "r") : NULL;
    if (!painter->out || !painter->in) {
        g_set_error(error, IBID_ERROR, IBID_ERROR_USAGE, "the terminal: out of file descriptors or memory; close some programs");
        return NULL;
    }
    use_env(FALSE);
    set_escdelay(g_getenv("SSH_CONNECTION") || g_getenv("SSH_TTY") ? 100 : 25);
    painter->screen = newterm(type, painter->out, painter->in);
    if (!painter->screen) {
        g_autofree char *safe = safe_line(type, -1);
        g_set_error(error, IBID_ERROR, IBID_ERROR_USAGE, "the terminal: type «%s» cannot be used; set TERM, for instance to xterm-256color", safe);
        return NULL;
    }
    resizeterm(height, width);
    nonl();
    noecho();
    curs_set(1);
    leaveok(stdscr, FALSE);
    idlok(stdscr, TRUE);
    scrollok(stdscr, FALSE);
    intrflush(stdscr, FALSE);
    typeahead(-1);
    painter->keys = newpad(1, 1);
    keypad(painter->keys, TRUE);
    nodelay(painter->keys, TRUE);
    if (has_colors()) {
        start_color();
        use_default_colors();
    }
    painter->terminal_colors = has_colors() ? COLORS : 0;
    painter_set_colors(painter, colors);
    return g_steal_pointer(&painter);
}

void
painter_free(Painter *painter)
{
    if (!painter)
        return;
    if (painter->screen) {
        if (!painter->left)
            endwin();
        delwin(painter->keys);
        delscreen(painter->screen);
    }
    if (painter->out)
        fclose(painter->out);
    if (painter->in)
        fclose(painter->in);
    if (painter->memory >= 0)
        close(painter->memory);
    g_array_unref(painter->tokens);
    g_string_free(painter->raw, TRUE);
    g_string_free(painter->frame, TRUE);
    g_free(painter);
}

int
painter_colors(const Painter *painter)
{
    return painter->colors;
}

void
painter_set_colors(Painter *painter, int colors)
{
    int have = painter->terminal_colors;
    if (colors < 0)
        colors = have >= 256 ? 256 : have >= 16 ? 16 : have >= 8 ? 8 : 0;
    if (colors >= 256 && have < 256) /* tokens need a palette of 256 to be told apart by */
        colors = have >= 16 ? 16 : have >= 8 ? 8 : 0;
    if (colors == 16 && have < 16)
        colors = have >= 8 ? 8 : 0;
    if (colors == 8 && have < 8)
        colors = 0;
    painter->colors = colors;
    g_array_set_size(painter->tokens, 0);
    reset_color_pairs();
    painter_forget(painter);
}

void *
painter_key_window(Painter *painter)
{
    return painter->keys;
}

void
painter_resize(Painter *painter, int width, int height)
{
    resizeterm(height, width);
}

void
painter_forget(Painter *painter)
{
    clearok(curscr, TRUE);
}

void
painter_set_mouse(Painter *painter, gboolean mouse)
{
    painter->mouse_wanted = mouse;
}

/* --- colours ------------------------------------------------------------------------------------------------------------------------------------ */

static gboolean
same_color(Color a, Color b)
{
    if (a.kind != b.kind)
        return FALSE;
    return a.kind == COLOR_DEFAULT || (a.kind == COLOR_INDEX ? a.index == b.index : a.r == b.r && a.g == b.g && a.b == b.b);
}

/* The number that stands for a colour (and a link). -1: the terminal's own. */
static int
token_of(Painter *painter, Color color, guint32 link)
{
    if (painter->colors < 256)
        return color.kind == COLOR_INDEX ? color.index : -1;
    if (color.kind == COLOR_DEFAULT && !link)
        return -1;
    for (guint i = 0; i < painter->tokens->len; i++) {
        const Token *token = &g_array_index(painter->tokens, Token, i);
        if (token->link == link && same_color(token->color, color))
            return TOKEN_FIRST + (int)i;
    }
    if (painter->tokens->len >= TOKEN_END - TOKEN_FIRST) {
        painter->tokens_full = TRUE;
        return -1;
    }
    Token token = {color, link};
    g_array_append_val(painter->tokens, token);
    return TOKEN_FIRST + (int)painter->tokens->len - 1;
}

static attr_t
attributes_of(Style style)
{
    static const struct {
        guint8 attribute;
        attr_t curses;
    } table[] = {{ATTR_BOLD, A_BOLD}, {ATTR_DIM, A_DIM}, {ATTR_ITALIC, A_ITALIC}, {ATTR_UNDERLINE, A_UNDERLINE}, {ATTR_REVERSE, A_REVERSE}};
    attr_t attributes = A_NORMAL;
    for (guint i = 0; i < G_N_ELEMENTS(table); i++)
        if (style.attributes & table[i].attribute)
            attributes |= table[i].curses;
    return attributes;
}

/* --- the grid into ncurses ------------------------------------------------------------------------------------------------------------------------ */

/* A drawing of two cells may be two characters of one (the letters of a flag): ncurses takes each, with the marks behind it, as a cell of its own. */
static void
put_cell(Painter *painter, int x, int y, const Cell *cell, attr_t attributes, int pair)
{
    const char *at = cell->text;
    do {
        wchar_t text[CCHARW_MAX + 1] = L" ";
        int count = 0;
        for (; *at && count < CCHARW_MAX && (count == 0 || char_width(g_utf8_get_char(at)) == 0); at = g_utf8_next_char(at))
            text[count++] = (wchar_t)g_utf8_get_char(at);
        if (count)
            text[count] = L'\0';
        cchar_t out;
        if (setcchar(&out, text, attributes, (short)pair, &pair) != OK)
            setcchar(&out, L"?", attributes, (short)pair, &pair);
        mvadd_wch(y, x, &out);
        x += MAX(char_width((gunichar)text[0]), 1);
    } while (*at);
}

static void
put_grid(Painter *painter, const Grid *grid, Theme *theme)
{
    int width = MIN(grid_width(grid), COLS), height = MIN(grid_height(grid), LINES);
    StyleSet roles = ~(StyleSet)0;
    guint32 link = 0;
    attr_t attributes = A_NORMAL;
    int pair = 0;
    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
            const Cell *cell = grid_cell(grid, x, y);
            if (cell->width == 0)
                continue;
            if (cell->roles != roles || cell->link != link) {
                roles = cell->roles;
                link = cell->link;
                Style style = theme_reduce(theme, roles, painter->colors);
                attributes = attributes_of(style);
                int foreground = token_of(painter, style.foreground, painter->modern ? link : 0);
                int background = token_of(painter, style.background, 0);
                pair = foreground < 0 && background < 0 ? 0 : alloc_pair(foreground, background);
                if (pair < 0)
                    pair = 0;
            }
            put_cell(painter, x, y, cell, attributes, pair);
        }
    }
    int x, y;
    grid_cursor(grid, &x, &y);
    curs_set(x >= 0);
    if (x >= 0)
        move(y, x);
}

/* --- what ncurses wrote ----------------------------------------------------------------------------------------------------------------------------- */

static void
read_memory(Painter *painter)
{
    fflush(painter->out);
    off_t size = lseek(painter->memory, 0, SEEK_CUR);
    g_string_set_size(painter->raw, size > 0 ? (gsize)size : 0);
    gsize got = 0;
    while (got < painter->raw->len) {
        ssize_t n = pread(painter->memory, painter->raw->str + got, painter->raw->len - got, (off_t)got);
        if (n <= 0)
            break;
        got += (gsize)n;
    }
    g_string_truncate(painter->raw, got);
    lseek(painter->memory, 0, SEEK_SET);
    if (ftruncate(painter->memory, 0) != 0)
        g_string_truncate(painter->raw, 0);
}

static void
append_link(Painter *painter, guint32 link)
{
    if (link == painter->link_open)
        return;
    painter->link_open = link;
    const char *url = link && painter->document ? document_link_url(painter->document, link - 1) : NULL;
    g_string_append(painter->frame, "\033]8;;");
    for (const char *at = url; at && *at; at++) /* a URL is printable ASCII; whatever else stands there is escaped */
        if (*at > ' ' && *at < 127)
            g_string_append_c(painter->frame, *at);
        else
            g_string_append_printf(painter->frame, "%%%02X", (guchar)*at);
    g_string_append(painter->frame, "\033\\");
}

static void
append_color(GString *out, Color color, gboolean background, gboolean true_color)
{
    int base = background ? 48 : 38;
    if (color.kind == COLOR_DEFAULT)
        g_string_append_printf(out, "%d", base + 1);
    else if (color.kind == COLOR_INDEX && color.index < 16)
        g_string_append_printf(out, "%d", (color.index < 8 ? 30 + color.index : 90 + color.index - 8) + (background ? 10 : 0));
    else if (color.kind == COLOR_INDEX || !true_color)
        g_string_append_printf(out, "%d;5;%d", base, color.index);
    else
        g_string_append_printf(out, "%d;2;%d;%d;%d", base, color.r, color.g, color.b);
}

/* One SGR, its parameters in [from, to): tokens become colours; a link ends where a foreground without it begins or all is reset. */
static void
rewrite_sgr(Painter *painter, const char *from, const char *to)
{
    g_autoptr(GString) out = g_string_new(NULL);
    guint32 link = painter->link_open;
    if (from == to)
        link = 0;
    while (from < to) {
        char *end;
        long value = strtol(from, &end, 10);
        if (end == from)
            end++;
        if ((value == 38 || value == 48) && end + 3 <= to && strncmp(end, ";5;", 3) == 0) {
            long number = strtol(end + 3, &end, 10);
            guint index = (guint)(number - TOKEN_FIRST);
            if (out->len)
                g_string_append_c(out, ';');
            if (number >= TOKEN_FIRST && index < painter->tokens->len) {
                const Token *token = &g_array_index(painter->tokens, Token, index);
                append_color(out, token->color, value == 48, painter->colors == TRUE_COLORS);
                if (value == 38)
                    link = token->link;
            } else {
                g_string_append_printf(out, "%ld;5;%ld", value, number);
            }
        } else {
            if (value == 0 || value == 39 || (value >= 30 && value <= 37) || (value >= 90 && value <= 97))
                link = 0;
            if (out->len || from[0] == ';')
                g_string_append_c(out, ';');
            g_string_append_printf(out, "%ld", value);
        }
        from = end < to && *end == ';' ? end + 1 : to;
    }
    append_link(painter, link);
    g_string_append_printf(painter->frame, "\033[%sm", out->str);
}

static void
rewrite(Painter *painter)
{
    const char *at = painter->raw->str, *end = at + painter->raw->len;
    while (at < end) {
        const char *escape = memchr(at, '\033', (gsize)(end - at));
        if (!escape || painter->colors < 256) {
            g_string_append_len(painter->frame, at, end - at);
            break;
        }
        g_string_append_len(painter->frame, at, escape - at);
        at = escape;
        const char *to = escape + 2;
        if (to <= end && escape[1] == '[') {
            while (to < end && (g_ascii_isdigit(*to) || *to == ';'))
                to++;
            if (to < end && *to == 'm') {
                rewrite_sgr(painter, escape + 2, to);
                at = to + 1;
                continue;
            }
        }
        g_string_append_c(painter->frame, *at++);
    }
    if (painter->link_open)
        append_link(painter, 0);
}

static void
apply_mouse(Painter *painter)
{
    if (painter->mouse == painter->mouse_wanted)
        return;
    painter->mouse = painter->mouse_wanted;
    mouseinterval(0);
    mousemask(painter->mouse ? BUTTON1_PRESSED | BUTTON1_RELEASED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
}

const GString *
painter_paint(Painter *painter, const Grid *grid, Theme *theme, const Document *document)
{
    painter->document = document;
    painter->left = FALSE;
    apply_mouse(painter);
    put_grid(painter, grid, theme);
    if (painter->tokens_full) { /* begin a new palette; all cells change their numbers, so all is sent */
        painter->tokens_full = FALSE;
        g_array_set_size(painter->tokens, 0);
        reset_color_pairs();
        painter_forget(painter);
        put_grid(painter, grid, theme);
        painter->tokens_full = FALSE;
    }
    wnoutrefresh(stdscr);
    doupdate();
    read_memory(painter);
    g_string_truncate(painter->frame, 0);
    gboolean wrap = painter->modern && painter->raw->len >= SYNC_FROM;
    if (wrap)
        g_string_append(painter->frame, "\033[?2026h");
    rewrite(painter);
    if (wrap)
        g_string_append(painter->frame, "\033[?2026l");
    return painter->frame;
}

const GString *
painter_leave(Painter *painter)
{
    gboolean wanted = painter->mouse_wanted;
    painter->mouse_wanted = FALSE;
    apply_mouse(painter);
    painter->mouse_wanted = wanted;
    curs_set(1);
    endwin();
    painter->left = TRUE;
    read_memory(painter);
    g_string_truncate(painter->frame, 0);
    rewrite(painter);
    return painter->frame;
}
