/* The sources that are known: content/sources.ini and the user's own file, each source with class, country, aliases, home page. */
#ifndef IBID_CITE_SOURCES_H
#define IBID_CITE_SOURCES_H

#include <glib.h>

typedef enum {
    SOURCE_UNCLASSIFIED,
    SOURCE_OFFICIAL,
    SOURCE_STATE_MEDIA,
    SOURCE_INDEPENDENT,
    SOURCE_WIRE,
    SOURCE_THINK_TANK,
    SOURCE_SOCIAL,
    SOURCE_ACADEMIC,
    SOURCE_COMPANY,
    SOURCE_SERIES, /* the article's own series */
} SourceClass;

/* "official", "state media", "independent media", "wire", "think tank", "social media", "academic", "company", "own series", "unclassified". */
const char *source_class_name(SourceClass class);

typedef struct {
    const char *name;  /* canonical */
    const char *long_name; /* "Eurasia Daily Monitor" for "EDM"; NULL where the name says it all */
    const char *country; /* ISO 3166 alpha-2 or NULL */
    const char *url;   /* home page or NULL */
    SourceClass class;
} Source;

typedef struct Sources Sources;

/* Loads path (shipped) and user_path (adds and overrides; may be NULL or missing). Errors: IBID_ERROR_CONFIG with file and line, for either; what could be read stands. Caller frees.
 * An empty set where path is NULL. */
Sources *sources_load(const char *path, const char *user_path, GError **error);
/* The same, but nothing is read before the first question is asked: an article that cites nothing pays nothing. The fault that sources_load() would have
 * reported is then kept for sources_take_fault(). */
Sources *sources_defer(const char *path, const char *user_path);
/* NULL where there is none, or it has been taken. Free with g_error_free(). */
GError *sources_take_fault(Sources *sources);
void sources_free(Sources *sources);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Sources, sources_free)

/* The source that a printed name means (aliases, spellings, "The " off, case and accents folded), or NULL. O(1). */
const Source *sources_find(const Sources *sources, const char *printed);
guint sources_count(const Sources *sources);

/* The class of an unknown name by rule where that is safe (ministry, embassy, president, government of … → official), else unclassified. */
SourceClass source_class_by_rule(const char *printed);

#endif
