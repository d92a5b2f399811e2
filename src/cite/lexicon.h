/* The words that the grammar of citations knows by name: months and weekdays, "see", connectives, locators, words
 * that name a medium or an institution, words that only prose has.
 * No source is among them: the grammar knows what a source looks like, content/sources.ini knows who it is. */
#ifndef IBID_CITE_LEXICON_H
#define IBID_CITE_LEXICON_H

#include <glib.h>

typedef enum {
    LEX_MONTH = 1 << 0,   /* value: 1 to 12 */
    LEX_FOREIGN = 1 << 1, /* a month of another language: a date only with a day before it or a year behind it */
    LEX_WEEKDAY = 1 << 2,
    LEX_SEASON = 1 << 3,
    LEX_ABOUT = 1 << 4, /* "early May" */
    LEX_SEE = 1 << 5,
    LEX_LEAD = 1 << 6, /* "also", "background": what stands before "see" or "in the" without being a source */
    LEX_ARTICLE = 1 << 7,
    LEX_AND = 1 << 8,
    LEX_THROUGH = 1 << 9, /* "May 1 through 3" */
    LEX_OF = 1 << 10,     /* "6 de junio de 2025" */
    LEX_PREPOSITION = 1 << 11,
    LEX_PROSE = 1 << 12,       /* verbs, pronouns, conjunctions: a name has none of them in lower case */
    LEX_LOCATOR = 1 << 13,     /* "p.", "vol.", "Part" */
    LEX_ORDINALWORD = 1 << 14, /* "One" in "Part One" */
    LEX_CROSS = 1 << 15,       /* "see Figure 1", "see above" */
    LEX_ROLE = 1 << 16,        /* "accessed May 5" */
    LEX_MEDIA = 1 << 17,       /* "radio", "Times", "agencies": a name with one of them is a medium's */
    LEX_INSTITUTION = 1 << 18, /* "Ministry": its name may hold "and" */
    LEX_INTERVIEW = 1 << 19,
    LEX_PIECE = 1 << 20,  /* "an article in X" */
    LEX_CREDIT = 1 << 21, /* "Photo:", "Source:" */
    LEX_VIA = 1 << 22,    /* "as cited by", "via" */
    LEX_ETC = 1 << 23,
    LEX_OCCASION = 1 << 24, /* "Victory Day, May 9" is no citation */
    LEX_IBID = 1 << 25,
    LEX_QUALIFIER = 1 << 26, /* "official website", "local media" */
    LEX_PLACE = 1 << 27,     /* a capital city, "oblast", "square": alone before a date it says where, not who */
} LexFlags;

typedef struct {
    const char *word; /* folded: lower case, no accents */
    guint32 flags;
    int value;
} LexEntry;

/* What is known of a word, whatever its case and accents; NULL for a word that is not in the table. O(log n). */
const LexEntry *lexicon_find(const char *word, gsize length);

/* The whole table, sorted by bytes, for tests. */
const LexEntry *lexicon_table(guint *count);

#endif
