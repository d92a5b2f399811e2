/* The sourcing profile of an article: of what class its sources are, when they are from, which it uses most, and where it cites nothing. */
#ifndef IBID_ARTICLE_PROFILE_H
#define IBID_ARTICLE_PROFILE_H

#include "article/article.h"

#define PROFILE_CLASSES (SOURCE_SERIES + 1)

typedef struct {
    int year;
    guint cites;
} ProfileYear;

typedef struct {
    guint source; /* index of a CitedSource */
    guint cites;
} ProfileSource;

typedef struct {
    Article *article;
    guint n_cites;                   /* all of them */
    guint classes[PROFILE_CLASSES];  /* cites, by SourceClass */
    GArray *years;                   /* ProfileYear, ascending; of a span its first */
    guint n_undated;                 /* cites whose year is not known */
    int issue_year;                  /* 0: unknown */
    int n_recent;                    /* cites surely from the year before the day of issue, or later; -1 where that day is not known */
    GArray *sources;                 /* ProfileSource, the most used first */
    GArray *uncited;                 /* guint: numbers of the paragraphs that hold no citation and no mark of a note that cites */
    guint n_paragraphs;
} Profile;

/* Of what has been found so far (article_finish() for all). O(text + findings). Takes a reference to the article. */
Profile *profile_new(Article *article);
void profile_free(Profile *profile);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Profile, profile_free)

/* A bar of at most `cells` cells for count of most, in eighths of a cell, at least one eighth unless count is 0; ascii: "#", whole ones. Free with g_free(). */
char *profile_bar(guint count, guint most, int cells, gboolean ascii);

/* The profile as lines for people: a heading has no name; text is a bar or words, remark the number (or NULL). All three NULL: air between two parts. */
typedef void (*ProfileLine)(gpointer data, const char *name, const char *text, const char *remark);
void profile_lines(const Profile *profile, int cells, gboolean ascii, ProfileLine line, gpointer data);

#endif
