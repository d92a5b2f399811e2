/* The parentheses of a stretch of text: each with its partner and its depth, in one pass. */
#ifndef IBID_CITE_BRACKETS_H
#define IBID_CITE_BRACKETS_H

#include "base/range.h"

/* A parenthesis longer than this is no citation. */
#define BRACKETS_LONGEST 2000
/* Nor is one that holds others in more levels than this. So no byte is read as part of a citation more often than
 * this and once. */
#define BRACKETS_HEIGHT 3

typedef struct {
    gsize open;   /* offset of "(" */
    gsize close;  /* offset of its ")"; 0 where it has none within BRACKETS_LONGEST */
    guint height; /* levels of parentheses inside it */
} Bracket;

/* Replaces `brackets` (a GArray of Bracket) by the parentheses that open in window, in text order; they may close
 * behind it, but before `limit`. O(window + BRACKETS_LONGEST). */
void brackets_find(const char *text, Range window, gsize limit, GArray *brackets);

#endif
