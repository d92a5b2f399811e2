/* A rectangle of cells. */
#ifndef IBID_VIEW_RECT_H
#define IBID_VIEW_RECT_H

typedef struct {
    int x, y, width, height;
} Rect;

#endif
