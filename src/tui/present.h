/* From the grid to bytes, and from bytes to the terminal in one write.
 *
 * ncurses writes into a memory file instead of the terminal. painter_paint() gives it the grid, lets it work out the difference, reads what it wrote, rewrites colours and links in it,
 * and hands out the frame as one piece of memory. Colours: ncurses knows only palette numbers, so every (colour, link) that is in use gets a number from 16 to 255 as a token; on its way
 * out "38;5;N" becomes the true colour, and OSC 8 around the cells of a link. Where the terminal has fewer colours, numbers are what they say. */
#ifndef IBID_TUI_PRESENT_H
#define IBID_TUI_PRESENT_H

#include "article/article.h"
#include "config/theme.h"
#include "view/grid.h"

typedef struct Painter Painter;

/* type: for terminfo; keys_fd: where ncurses reads keys from. colors: 0, 8, 16, 256 or 1 << 24, 0 to ask terminfo. Errors: IBID_ERROR_USAGE. */
Painter *painter_new(const char *type, int keys_fd, int width, int height, int colors, gboolean modern, GError **error);
void painter_free(Painter *painter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Painter, painter_free)

int painter_colors(const Painter *painter);
void painter_set_colors(Painter *painter, int colors);
void *painter_key_window(Painter *painter);

void painter_resize(Painter *painter, int width, int height);
/* The next frame is sent whole. */
void painter_forget(Painter *painter);
/* The frame for this grid; empty where nothing has changed. Lent until the next call. document: whose links the cells name; may be NULL. */
const GString *painter_paint(Painter *painter, const Grid *grid, Theme *theme, const Document *document);
/* What leaves the screen as it was found (and, painted again, comes back to it). Lent. */
const GString *painter_leave(Painter *painter);
/* Mouse reports (SGR 1006) on or off from the next frame on. */
void painter_set_mouse(Painter *painter, gboolean mouse);

#endif
