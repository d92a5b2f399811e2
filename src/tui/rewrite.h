/* What ncurses wrote, written shorter and richer: palette numbers become the colours and links that they stand for,
 * and colours and attributes are sent only before a cell that shows them.
 *
 * ncurses knows no links and, on most terminals, no colours but those of a palette. So every (colour, link) in use
 * gets a number of the palette from 16 to 255 as its token. A token lives as long as cells on the screen may bear its
 * number, that is until one whole frame went by without it; then the number may stand for something else. Between two
 * frames the terminal is always left with plain attributes and no link open. */
#ifndef IBID_TUI_REWRITE_H
#define IBID_TUI_REWRITE_H

#include "config/theme.h"

typedef struct Rewriter Rewriter;

/* tokens: numbers from 16 on are tokens; else they are colours of the terminal, as any below 16. */
Rewriter *rewriter_new(gboolean tokens);
void rewriter_free(Rewriter *rewriter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Rewriter, rewriter_free)

/* A new frame: tokens that neither it nor the one before uses may be given out again. */
void rewriter_begin(Rewriter *rewriter);
/* The number for a colour and a link (0 and NULL: none; url is copied). The link is left away where the url is no
 * address that a terminal should open, or tokens run short. -1: the terminal's own colour, or, for a colour, that all
 * tokens are taken. */
int rewriter_token(Rewriter *rewriter, Color color, guint32 link, const char *url);
/* All tokens are given back: the whole screen must be sent anew. true_color: colours are sent as they are; else by
 * their number in the palette. */
void rewriter_forget(Rewriter *rewriter, gboolean true_color);

/* Appends the frame's bytes to out. height: rows of the screen. */
void rewriter_run(Rewriter *rewriter, const char *raw, gsize length, int height, GString *out);

#endif
