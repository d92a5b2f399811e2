/* The grammar of a citation in running prose: what stands in one parenthesis, or in one note, taken apart into
 * sources and dates.
 *
 *     citation  = segment , { ";" , segment } ;
 *     segment   = [ lead ] , group , { [","] , group } , [ tail ]
 *               | [ "," ] , dates                     (the sources of the segment before; behind a comma: a source whose link text got lost)
 *               | [ lead ] , short                    (a work cited before: cite/short_forms.c)
 *               | [ lead ] , sources                  (undated: counts beside dated ones, or alone where the place and the names speak for it)
 *               | prose ;                             (cross-references, remarks: no part of the citation's cites)
 *     lead      = [ words ] , ( "see" | "cf." ) , [ "also" ] , [ "e.g.," ] , [ "the" ]
 *               | ( "for example" | "e.g." ) , "," ;
 *     group     = sources , [ "," | role | dash ] , dates , { "," , locator | url } ;
 *     sources   = source , { ( "," | "and" | ", and" | dash ) , source } ;
 *     source    = name , [ "[" , words , "]" ] | url | domain | [ author , "," ] , title , "," , name | lead-noun , "in the" , name ;
 *     title     = quotation mark , words , quotation mark ;
 *     locator   = ( "p." | "pp." | "No." | "vol." | "Part" | … ) , number ;
 *     role      = "accessed" | "published" | "updated" | … , [ "on" ] ;
 *     tail      = locator | url | "as cited by" , source | words ;
 *     dates     = see cite/dates.h ;
 *     name      = see cite/names.h.
 *
 * What is wholly by author and year is read by cite/author_year.c instead.
 *
 * "see" governs its segment and the segments behind it that have dates alone, not the next source. "and" parts two
 * sources only where both sides can stand alone; it stays inside
 * "Russian and Western agencies" and "Embassy to Great Britain and Northern Ireland". A comma inside quotation marks
 * or brackets parts nothing. Sources that share dates are an item each.
 *
 * Whether it all is a citation is judged last, by the strongest item: a name with a day is one, so is an address with
 * a path; a name with a month or year alone wants a known source, a name of
 * a medium, a locator, or the end of a sentence; names alone want the end of a sentence and to be known at least by
 * half. A date without a name is a gloss ("last Saturday (May 9)"). */
#ifndef IBID_CITE_GRAMMAR_H
#define IBID_CITE_GRAMMAR_H

#include "cite/bibliography.h"
#include "cite/dates.h"
#include "cite/names.h"

/* One source with its dates, as it stands in the text. */
typedef struct {
    Range source;  /* as printed; RANGE_NONE where it got lost */
    Range locator; /* or RANGE_NONE */
    Range url;     /* of the cited page, beside a named source; or RANGE_NONE */
    const char *medium;
    guint first_date, n_dates;
    guint8 strength; /* for the judgement */
    gboolean see;
    gboolean beside; /* source and first date stand together */
    gboolean backed; /* a known source, or the name of a medium */
    gboolean known;  /* a known source, or cited before in this document */
    gboolean ibid;   /* "ibid.": the source of the cite before */
    gboolean author_year; /* "Tarvik and Lee 2019" */
    gboolean again;  /* a short form, "Smith, op. cit.": a work that was cited before */
    gboolean named;  /* of a short form: the source is a name, not the form itself */
    Range of_note;   /* of a short form: the number in "supra note 3"; or RANGE_NONE */
} GrammarItem;

/* What surrounds a parenthesis. */
typedef struct {
    DatePoint issue;
    gboolean final;       /* it ends a sentence, or stands between two */
    gboolean after_name;  /* a capitalised word or a closing quotation mark stands before it: it may gloss that */
    gboolean after_media; /* "sources", "outlets" stands before it: it may list examples */
    gboolean caption;     /* in a caption or heading */
    gboolean note;        /* it is no parenthesis but a whole note, without its label */
} Surroundings;

typedef struct Grammar Grammar;

/* sources may be NULL; cited: the keys (cite/names.h) of the sources that the document has cited so far, or NULL.
 * All borrowed. */
Grammar *grammar_new(const Sources *sources, GHashTable *cited, const Bibliography *bibliography);
void grammar_free(Grammar *grammar);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Grammar, grammar_free)

/* Parses text[body), the inside of a parenthesis. TRUE when it is a citation; its items and dates are then lent until
 * the next call. O(n). */
gboolean grammar_parse(Grammar *grammar, const char *text, Range body, const Surroundings *around);

const GrammarItem *grammar_items(const Grammar *grammar, guint *count);
const TextDate *grammar_dates(const Grammar *grammar, guint *count);

#endif
