/* Folding for search and comparison: case, accents, curly quotes, dashes, NBSP and other spaces, ligatures and width forms.
 * One code point in, at most three out; folding is a table lookup and never looks at neighbours, except that combining marks vanish. */
#ifndef IBID_TEXT_FOLD_H
#define IBID_TEXT_FOLD_H

#include <glib.h>

typedef enum {
    FOLD_CASE = 1 << 0,    /* upper to lower (full case folding, Turkish dotless i folds to i with FOLD_MARKS) */
    FOLD_MARKS = 1 << 1,   /* accents off: é→e, ə stays ə, ı→i, ø→o, ß→ss, œ→oe */
    FOLD_SIGNS = 1 << 2,   /* quotes → ' and ", dashes and hyphens → -, all spaces, tab and newline → space, … → ... */
    FOLD_ALL = FOLD_CASE | FOLD_MARKS | FOLD_SIGNS,
} FoldFlags;

/* Folds c into out (0 to 3 code points; 0: a combining mark or soft hyphen that vanishes) and gives their number. O(1). */
int fold_char(gunichar c, FoldFlags flags, gunichar out[3]);

/* text folded, runs of spaces left as they are. Free with g_free(). */
char *fold_text(const char *text, gssize length, FoldFlags flags);

/* TRUE when text holds an upper-case letter: what smart case asks. */
gboolean fold_has_upper(const char *text, gssize length);

#endif
