/* The dates of cited prose: taken from tokens, given their years by the rules of the genre, printed as ISO 8601.
 *
 *     dates = date , { ( "," | "and" | "&" ) , ( date | day ) } ;
 *     date  = [ weekday ] , Month , day , [ span ] , [ [","] , year ]     May 14 · Sept. 3, 2025 · April 25-26 · May 1 through June 3
 *           | [ weekday ] , days , [ "de" ] , Month , [ [","] , year ]     14 May 2025 · 10 and 12 February · 6 de junio de 2025 · 29 December-3 January
 *           | [ about ] , Month , [ span ] , [ [","] , year ]              September 2022 · May-June 2024 · early May
 *           | year , "-" , month , "-" , day                               2025-05-14, also with . or /
 *           | day , sign , month , sign , year                             14.05.2025 · 18:8:95; with "/" only where the order is beyond doubt
 *           | [ season | quarter ] , year , [ span ] ;                     2024 · Spring 2019 · 2019-2021
 *     span  = ( "-" | "through" | "to" ) , [ Month ] , day ;
 *
 * A bare day is one only behind a date with its month before its day ("May 4, 9"), and only where a separator or the
 * end follows.
 *
 * Years. (1) A date without a year takes the next printed year to its right in the same list, the year before that
 * where it would then lie after the day of issue. (2) Else the year of the
 * article, or the one before if that lies more than DATES_AHEAD days after the day of issue (weeklies carry a later
 * date on the cover). Order in the list says nothing. (3) Without a day of issue the year stays unknown. */
#ifndef IBID_CITE_DATES_H
#define IBID_CITE_DATES_H

#include "cite/citations.h"
#include "cite/tokens.h"

#define DATES_AHEAD 10

typedef struct {
    int year, month, day; /* 0: not said */
} DatePoint;

typedef struct {
    DatePoint from, to; /* to: only of a span */
    gboolean span;
    Range range; /* in the text, with its year where one is printed */
    YearFrom year_from;
} TextDate;

typedef enum {
    DATES_YEAR = 1 << 0,  /* a year alone is a date here (behind a comma) */
    DATES_MONTH = 1 << 1, /* a month alone is a date here */
} DatesFlags;

/* Parses the longest list of dates that begins at tokens[at] and appends them to `dates` (TextDate); the number of
 * tokens that they take, 0 for none. O(tokens taken). */
guint dates_parse(const Token *tokens, guint count, guint at, guint flags, GArray *dates);

/* The day of issue as the rules need it: "2026-02-18", "2026-02" (its last day), "2026" (its last day); all 0 where
 * it is unknown. */
DatePoint dates_issue(const char *issued);

/* Gives the dates of one list their years. */
void dates_resolve(TextDate *dates, guint count, DatePoint issue);

/* "2025-05-14", "2025-05", "2025", "--05-14", "--05", and a span as two of them with a slash. Free with g_free(). */
char *date_format(const TextDate *date);

#endif
