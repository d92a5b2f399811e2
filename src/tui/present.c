/* See present.h. What ncurses writes goes to a memfd, whose offset is set back to 0 after each frame. */
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
#include "tui/rewrite.h"

#define TRUE_COLORS (1 << 24)
#define SYNC_FROM                                                                                                      \
    512 /* bytes from which a frame is wrapped in a synchronized update: a smaller one arrives at once anyway */

struct Painter {
    int memory; /* the file that ncurses writes into */
    FILE *out, *in;
    SCREEN *screen;
    WINDOW *keys;
    Rewriter *rewriter;
    char
        *reset_palette; /* what ncurses sends at the start and the end, though ibid changes no palette; NULL: nothing */
    int colors, terminal_colors;
    gboolean modern, tokens; /* tokens: colours are tokens of the rewriter */
    gboolean pushes_corner;  /* the last cell is reached by inserting before it */
    gboolean entered;        /* the terminal shows our screen */
    gboolean mouse, mouse_wanted;
    GString *raw, *frame;
};

/* --- starting and stopping ---------------------------------------------------------------------------------------- */

/* ncurses takes some advice from the environment. Padding would be sent as NULs or slept away, and tab stops may have
 * been moved. */
static SCREEN *
start_curses(const char *type, FILE *out, FILE *in)
{
    static const char *const advice[] = {"NCURSES_NO_PADDING", "NCURSES_NO_HARD_TABS"};
    gboolean was_set[G_N_ELEMENTS(advice)];
    for (guint i = 0; i < G_N_ELEMENTS(advice); i++) {
        was_set[i] = g_getenv(advice[i]) != NULL;
        g_setenv(advice[i], "1", TRUE);
    }
    g_unsetenv("LINES"); /* the size is the terminal's, for ibid and for what it starts */
    g_unsetenv("COLUMNS");
    SCREEN *screen = newterm(type, out, in);
    for (guint i = 0; i < G_N_ELEMENTS(advice); i++)
        if (!was_set[i])
            g_unsetenv(advice[i]);
    return screen;
}

/* A string of terminfo's; NULL where the terminal has none. */
static const char *
capability(const char *name)
{
    const char *value = tigetstr((char *)name);
    return value && value != (char *)-1 && *value ? value : NULL;
}

static void
set_up(Painter *painter, int width, int height)
{
    set_escdelay(g_getenv("SSH_CONNECTION") || g_getenv("SSH_TTY") ? 100 : 25);
    resize_term(height, width);
    nonl();
    noecho();
    leaveok(stdscr, FALSE);
    idlok(stdscr, TRUE);
    scrollok(stdscr, FALSE);
    typeahead(-1);
    painter->keys = newpad(1, 1);
    meta(painter->keys, TRUE); /* or bytes from 128 on come without their highest bit */
    keypad(painter->keys, TRUE);
    nodelay(painter->keys, TRUE);
    define_key(NULL, KEY_MOUSE); /* reports of the mouse are read in keys.c */
    if (has_colors()) {
        start_color();
        use_default_colors();
    }
    painter->terminal_colors = has_colors() ? COLORS : 0;
    painter->pushes_corner = capability("rmam") == NULL;
    painter->reset_palette = g_strdup(capability("oc"));
}

Painter *
painter_new(const char *type, int keys_fd, int width, int height, int colors, gboolean modern, GError **error)
{
    g_autoptr(Painter) painter = g_new0(Painter, 1);
    painter->raw = g_string_new(NULL);
    painter->frame = g_string_new(NULL);
    painter->modern = modern;
    painter->memory = memfd_create("ibid-screen", MFD_CLOEXEC);
    int keys = dup(keys_fd), memory = painter->memory >= 0 ? dup(painter->memory) : -1;
    painter->out = memory >= 0 ? fdopen(memory, "w") : NULL;
    painter->in = keys >= 0 ? fdopen(keys, "r") : NULL;
    if (!painter->out || !painter->in) {
        if (!painter->out && memory >= 0)
            close(memory);
        if (!painter->in && keys >= 0)
            close(keys);
        g_set_error(error, IBID_ERROR, IBID_ERROR_USAGE,
                    "the terminal: out of file descriptors or memory; close some programs");
        return NULL;
    }
    painter->screen = start_curses(type, painter->out, painter->in);
    if (!painter->screen) {
        g_autofree char *safe = safe_line(type, -1);
        g_set_error(error, IBID_ERROR, IBID_ERROR_USAGE,
                    "the terminal: type «%s» cannot be used; set TERM, for instance to xterm-256color", safe);
        return NULL;
    }
    set_up(painter, width, height);
    painter->tokens = modern && painter->terminal_colors >= 256;
    painter->rewriter = rewriter_new(painter->tokens);
    painter_set_colors(painter, colors);
    /* ncurses has begun for a screen of terminfo's size: the first frame takes the screen anew, with the right one. */
    painter_leave(painter);
    if (painter->raw->len == 0) {
        g_set_error(error, IBID_ERROR, IBID_ERROR_USAGE,
                    "the terminal: frames cannot be made in memory; raise the limits on files and memory (ulimit -f)");
        return NULL;
    }
    return g_steal_pointer(&painter);
}

void
painter_free(Painter *painter)
{
    if (!painter)
        return;
    if (painter->screen) {
        if (!isendwin())
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
    rewriter_free(painter->rewriter);
    g_free(painter->reset_palette);
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
    int have = painter->terminal_colors, most = have >= 256 ? 256 : have >= 16 ? 16 : have >= 8 ? 8 : 0;
    if (colors < 0)
        colors = most;
    if (colors > 256 && !painter->tokens)
        colors = 256;
    painter->colors = colors > 256 ? TRUE_COLORS : MIN(colors, most);
    rewriter_forget(painter->rewriter, painter->colors == TRUE_COLORS);
    if (painter->terminal_colors)
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
    resize_term(height, width); /* not resizeterm(), which puts a key among those typed */
    painter_forget(painter);
}

void
painter_forget(Painter *painter)
{
    clearok(curscr, TRUE);
}

void
painter_set_mouse(Painter *painter, gboolean mouse)
{
    painter->mouse_wanted = mouse && painter->modern;
}

/* --- the grid into ncurses ---------------------------------------------------------------------------------------- */

static attr_t
attributes_of(Style style)
{
    static const struct {
        guint8 attribute;
        attr_t curses;
    } table[] = {{ATTR_BOLD, A_BOLD},
                 {ATTR_DIM, A_DIM},
                 {ATTR_ITALIC, A_ITALIC},
                 {ATTR_UNDERLINE, A_UNDERLINE},
                 {ATTR_REVERSE, A_REVERSE}};
    attr_t attributes = A_NORMAL;
    for (guint i = 0; i < G_N_ELEMENTS(table); i++)
        if (style.attributes & table[i].attribute)
            attributes |= table[i].curses;
    return attributes;
}

static int
palette_number(Painter *painter, Color color, guint32 link, const Document *document)
{
    if (painter->tokens)
        return rewriter_token(painter->rewriter, color, link,
                              link && document ? document_link_url(document, link - 1) : NULL);
    return color.kind == COLOR_INDEX && color.index < painter->terminal_colors ? color.index : -1;
}

/* What a cell looks like to ncurses: a blank one has no more than what shows on it, so that all blanks are alike and
 * can be erased in one go. */
typedef struct {
    attr_t attributes;
    int pair;
} Look;

static int
pair_for(Painter *painter, Color color, Style style, guint32 link, const Document *document)
{
    int foreground = palette_number(painter, color, link, document);
    int background = palette_number(painter, style.background, 0, NULL);
    return foreground < 0 && background < 0 ? 0 : MAX(alloc_pair(foreground, background), 0);
}

/* A drawing of two cells may be two characters of one (the letters of a flag): ncurses takes each, with the marks
 * behind it, as a cell of its own. */
static void
put_cell(int x, int y, const Cell *cell, attr_t attributes, int pair)
{
    const char *at = cell->text;
    do {
        wchar_t text[CCHARW_MAX + 1] = L" ";
        int count = 0;
        for (; *at && count < CCHARW_MAX && (count == 0 || char_width(g_utf8_get_char(at)) == 0);
             at = g_utf8_next_char(at))
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

static gboolean
is_blank(const Grid *grid, int x, int y)
{
    if (x < 0 || x >= grid_width(grid))
        return TRUE;
    const Cell *cell = grid_cell(grid, x, y);
    return cell->text[0] == '\0' ? cell->width > 0 : cell->text[0] == ' ' && cell->text[1] == '\0';
}

static void
put_grid(Painter *painter, const Grid *grid, Theme *theme, const Document *document)
{
    int width = MIN(grid_width(grid), COLS), height = MIN(grid_height(grid), LINES);
    StyleSet roles = 0;
    guint32 link = 0;
    Look look[2] = {0}; /* of a blank cell, of another */
    gboolean known = FALSE;
    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
            const Cell *cell = grid_cell(grid, x, y);
            if (cell->width == 0)
                continue;
            if (!known || cell->roles != roles || cell->link != link) {
                known = TRUE;
                roles = cell->roles;
                link = cell->link;
                Style style = theme_reduce(theme, roles, painter->colors);
                look[1] = (Look){attributes_of(style), pair_for(painter, style.foreground, style, link, document)};
                look[0] = look[1];
                if (!link && !(style.attributes & (ATTR_UNDERLINE | ATTR_REVERSE)))
                    look[0] = (Look){A_NORMAL, pair_for(painter, (Color){.kind = COLOR_DEFAULT}, style, 0, NULL)};
            }
            /* a single one between words is no gain: on some terminals it costs two changes */
            const Look *chosen =
                &look[!(is_blank(grid, x, y) && (is_blank(grid, x - 1, y) || is_blank(grid, x + 1, y)))];
            static const Cell two_blanks = {.text = "  ", .width = 2};
            /* ncurses loses a wide character over the last cell but one where it pushes another into the last */
            gboolean lost = painter->pushes_corner && cell->width == 2 && y == height - 1 && x == width - 3;
            put_cell(x, y, lost ? &two_blanks : cell, chosen->attributes, chosen->pair);
        }
    }
    int x, y;
    grid_cursor(grid, &x, &y);
    if (x >= 0)
        move(y, x);
}

/* --- what ncurses wrote ------------------------------------------------------------------------------------------- */

static void
read_memory(Painter *painter)
{
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
    lseek(painter->memory, 0, SEEK_SET); /* what the file still holds is written over by the next frame */
}

/* Somebody may have given the terminal a palette of his own. */
static void
spare_palette(Painter *painter)
{
    gsize length = painter->reset_palette ? strlen(painter->reset_palette) : 0;
    const char *found;
    while (length && (found = memmem(painter->raw->str, painter->raw->len, painter->reset_palette, length)))
        g_string_erase(painter->raw, found - painter->raw->str, (gssize)length);
}

static void
append_frame(Painter *painter)
{
    spare_palette(painter);
    if (painter->modern)
        rewriter_run(painter->rewriter, painter->raw->str, painter->raw->len, LINES, painter->frame);
    else
        g_string_append_len(painter->frame, painter->raw->str, (gssize)painter->raw->len);
}

/* Modes that ncurses does not know: pasted text comes in brackets, mouse reports in SGR form. */
static void
append_modes(Painter *painter, gboolean on)
{
    if (painter->modern && painter->entered != on)
        g_string_append(painter->frame, on ? "\017\033(B\033[?2004h" : "\033[?2004l");
    gboolean mouse = on && painter->mouse_wanted;
    if (painter->mouse != mouse)
        g_string_append(painter->frame, mouse ? "\033[?1000h\033[?1006h" : "\033[?1006l\033[?1000l");
    painter->mouse = mouse;
    painter->entered = on;
}

const GString *
painter_paint(Painter *painter, const Grid *grid, Theme *theme, const Document *document)
{
    rewriter_begin(painter->rewriter);
    put_grid(painter, grid, theme, document);
    int x, y;
    grid_cursor(grid, &x, &y);
    if (painter->entered)
        curs_set(x >= 0); /* ncurses sends it only where it changes */
    wnoutrefresh(stdscr);
    doupdate();
    /* Behind what takes the screen: some terminals bring back with the old screen how the cursor was when it was taken;
     * and endwin() has turned the keypad off. */
    if (!painter->entered) {
        curs_set(x >= 0);
        keypad(painter->keys, TRUE);
    }
    read_memory(painter);
    g_string_truncate(painter->frame, 0);
    gboolean wrap = painter->modern && painter->raw->len >= SYNC_FROM;
    if (wrap)
        g_string_append(painter->frame, "\033[?2026h");
    append_frame(painter);
    append_modes(painter, TRUE);
    if (wrap)
        g_string_append(painter->frame, "\033[?2026l");
    return painter->frame;
}

const GString *
painter_leave(Painter *painter)
{
    g_string_truncate(painter->frame, 0);
    append_modes(painter, FALSE);
    curs_set(1);
    endwin();
    read_memory(painter);
    append_frame(painter);
    return painter->frame;
}
