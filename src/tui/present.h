/* From the grid to the bytes of a frame, through ncurses, in one piece.
 *
 * ncurses writes into a memory file instead of the terminal. painter_paint() gives it the grid, lets it work out the
 * difference, reads what it wrote, has colours and links put in (rewrite.h), and hands out the frame as one piece of
 * memory for one write. Nothing here touches the terminal, so tests feed frames to an emulator. One painter at a time:
 * ncurses knows one current screen. */
#ifndef IBID_TUI_PRESENT_H
#define IBID_TUI_PRESENT_H

#include "article/article.h"
#include "config/theme.h"
#include "view/grid.h"

typedef struct Painter Painter;

/* type: for terminfo; keys_fd: where ncurses reads keys from (duplicated). colors: see painter_set_colors(). modern:
 * the terminal descends from xterm. Errors: IBID_ERROR_USAGE. */
Painter *painter_new(const char *type, int keys_fd, int width, int height, int colors, gboolean modern, GError **error);
void painter_free(Painter *painter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Painter, painter_free)

/* The colours in use: 0, 8, 16, 256 or 1 << 24. Asking for more than the terminal has gives what it has; -1: all that
 * terminfo knows of. The next frame is sent whole. */
int painter_colors(const Painter *painter);
void painter_set_colors(Painter *painter, int colors);
/* The curses window that keys are read from (keys.h). */
void *painter_key_window(Painter *painter);

void painter_resize(Painter *painter, int width, int height); /* the next frame is sent whole */
/* The next frame is sent whole. */
void painter_forget(Painter *painter);
/* The frame for this grid; empty where nothing has changed. The first one, and the first after painter_leave(), takes
 * the screen. Lent until the next call. document: whose links the cells name; may be NULL. */
const GString *painter_paint(Painter *painter, const Grid *grid, Theme *theme, const Document *document);
/* What gives the screen back as it was found. Lent until the next call. */
const GString *painter_leave(Painter *painter);
/* Mouse reports (SGR 1006) on or off from the next frame on; modern terminals only. */
void painter_set_mouse(Painter *painter, gboolean mouse);

#endif
