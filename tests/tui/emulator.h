/* A terminal to look into: libvterm, and beside it what libvterm does not tell (which address a cell leads to, whether
 * pasted text is to be bracketed). */
#ifndef IBID_TESTS_TUI_EMULATOR_H
#define IBID_TESTS_TUI_EMULATOR_H

#include "config/theme.h"

typedef struct Emulator Emulator;

typedef struct {
    char text[32];     /* "" in the right half of a wide character; " " where nothing stands */
    int width;         /* 1, 2; 0: a right half */
    guint8 attributes; /* ATTR_, but for ATTR_DIM, which libvterm does not know */
    Color foreground, background;
    const char *link; /* lent, NULL: none */
} EmulatorCell;

Emulator *emulator_new(int width, int height);
void emulator_free(Emulator *emulator);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Emulator, emulator_free)
void emulator_resize(Emulator *emulator, int width, int height);
/* Frames may come in pieces. */
void emulator_feed(Emulator *emulator, const char *bytes, gsize length);

EmulatorCell emulator_cell(const Emulator *emulator, int x, int y);
/* The rows without trailing spaces, each with a line end. Free with g_free(). */
char *emulator_text(const Emulator *emulator);
gboolean emulator_is_alternate(const Emulator *emulator);
gboolean emulator_brackets_paste(const Emulator *emulator);
gboolean emulator_reports_mouse(const Emulator *emulator);
gboolean emulator_cursor(const Emulator *emulator, int *x, int *y); /* FALSE: it is hidden */

#endif
