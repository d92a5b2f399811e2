/* A grid, the painter that sends it, and an emulator that takes it: after each frame they must agree, cell by cell. */
#ifndef IBID_TESTS_TUI_PAINTING_H
#define IBID_TESTS_TUI_PAINTING_H

#include "tests/tui/emulator.h"
#include "tui/present.h"

#define TRUE_COLORS (1 << 24)

typedef struct {
    Painter *painter;
    Emulator *emulator;
    Grid *grid;
    Theme *theme;
    Document *document; /* whose links the grid names, or NULL */
    int colors;
    gboolean hides_cursor;
    gsize bytes; /* of the last frame */
} Painting;

Painting *painting_new(const char *type, int width, int height, int colors, gboolean modern);
void painting_free(Painting *painting);

/* Sends a frame to the emulator. */
void painting_paint(Painting *painting);
/* A frame for the same grid is empty. */
void painting_assert_unchanged(Painting *painting);
/* The emulator's screen is the grid's. styles: colours and attributes too. Fails the test with both screens. */
void painting_compare(const Painting *painting, gboolean styles);
/* TRUE when a cell is shown in the style of its roles, as far as that can be seen. */
gboolean painting_has_style(const Painting *painting, const Cell *cell, const EmulatorCell *shown);
/* Where a cell of the grid leads to; NULL: nowhere. */
const char *painting_url(const Painting *painting, const Cell *cell);

#endif
