/* What articles cite, as the entries of a bibliography: one for each work, of however many articles, with a key and a type.
 *
 * A work is a source and a date, and an address where the text gives one; two articles that cite the same one share its entry. A work whose source is not named
 * is its article's own; a cite that has neither source nor date nor address gives none. Nothing is made up: a work has no title, and a date without a year stays
 * without it.
 *
 * A key is the source's short name, in small letters and without spaces, and the date: "globaltimes-2026-02-04", "edm-2025", "rand", "tass-05-14" (the year is not
 * known). Works with one key between them are put in the order of their names and addresses, and all but the first bear a letter: "-b", "-c". So a key does not depend
 * on the order of articles or of cites, and on other works only where they would share it. */
#ifndef IBID_EXPORT_BIBLIOGRAPHY_H
#define IBID_EXPORT_BIBLIOGRAPHY_H

#include "export/export.h"

/* What a work is, by the medium that the text names, else by the class of its source. Where two articles make different things of one work, the earlier of these types holds. */
typedef enum {
    WORK_NEWS,      /* newspapers, broadcasters' sites, agencies */
    WORK_JOURNAL,   /* academic */
    WORK_SERIES,    /* the article's own series */
    WORK_REPORT,    /* think tanks */
    WORK_PAGE_BODY, /* what an authority or a company publishes itself */
    WORK_PAGE,      /* a page of a site */
    WORK_POST,      /* social media */
    WORK_VIDEO,
    WORK_BROADCAST,
    WORK_INTERVIEW,
    WORK_OTHER,
} WorkType;

typedef struct {
    int year, month, day; /* 0: not said */
} WorkDay;

typedef struct {
    WorkDay from, to; /* to: where it is a span, else all 0 */
    char *words;      /* "14 May, year unknown": where there is a date and its year is not known; else NULL */
} WorkDate;

typedef struct {
    char *key;
    WorkType type;
    char *name;       /* of the source, the long one; NULL: not named */
    char *short_name; /* where it has another, else NULL */
    char *platform;   /* "Telegram", where the text names one and it is not the source itself */
    char *url;        /* or NULL */
    WorkDate date;
    char *remark;     /* how sure the year is, and what cites it: sentences on one line */
} Work;

typedef struct WorkList WorkList;
WorkList *work_list_new(void);
void work_list_free(WorkList *works);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(WorkList, work_list_free)

/* Takes over what the article cites (after article_finish(), which this calls); the article itself is not kept. */
void work_list_add(WorkList *works, Article *article);

/* The works in the order of their keys. After the first of these calls nothing may be added. */
guint work_list_count(WorkList *works);
const Work *work_list_work(WorkList *works, guint index);

/* The formats: BibTeX that both bibtex and biber read, CSL-JSON (the schema of CSL 1.0.2), RIS. An empty bibliography is an empty file or "[]". */
typedef enum { BIBLIOGRAPHY_BIBTEX, BIBLIOGRAPHY_RIS, BIBLIOGRAPHY_CSL_JSON } BibliographyFormat;
gboolean export_bibliography(WorkList *works, BibliographyFormat format, ExportWrite write, gpointer data,
                             GError **error);

#endif
