/* The integrity of an article's citations and notes: what an editor would send back. Every finding names a place and says in a sentence what is wrong there. */
#ifndef IBID_ARTICLE_INTEGRITY_H
#define IBID_ARTICLE_INTEGRITY_H

#include "article/article.h"

typedef enum {
    FAULT_MARK_WITHOUT_NOTE,
    FAULT_NOTE_WITHOUT_MARK,
    FAULT_NUMBER_TWICE,
    FAULT_NUMBER_SKIPPED,
    FAULT_DATE_AFTER_ISSUE, /* by more than DATES_AHEAD days: weeklies carry a later date on the cover */
    FAULT_DATE_IMPOSSIBLE,
    FAULT_PARENTHESES,
    FAULT_SPELLING,
} FaultKind;

/* "mark-without-note", "note-without-mark", "number-twice", "number-skipped", "date-after-issue", "impossible-date", "parentheses", "spelling". */
const char *fault_kind_name(FaultKind kind);

typedef struct {
    FaultKind kind;
    Range range;
    char *message; /* a plain sentence without its full stop, on one line and safe for a terminal */
} Fault;

/* Finds them all, in text order; the article is finished first (article_finish()). Linear in the text and in what was found. Boilerplate is not looked at. A new GArray of Fault; free with
 * g_array_unref(). */
GArray *integrity_find(Article *article);

/* Where an offset lies in the text as `ibid show --format=json` prints it, in which each block is a line: line and column (in code points) from 1, and the number of the body paragraph,
 * 0 outside them. Offsets that ascend cost the text once. */
typedef struct {
    gsize at;
    guint line, column; /* of at */
} PlaceWalk;
typedef struct {
    guint line, column, paragraph;
} Place;
Place place_of(const Article *article, gsize offset, PlaceWalk *walk);

#endif
