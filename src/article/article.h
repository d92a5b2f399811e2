/* An article: a document with its citations and entities, and where it came from. Opening it reads and builds the document; the rest is found in slices
 * by article_step(), after the first screen stands. */
#ifndef IBID_ARTICLE_ARTICLE_H
#define IBID_ARTICLE_ARTICLE_H

#include "cite/citations.h"
#include "doc/document.h"
#include "entity/entities.h"
#include "import/import.h"

typedef struct Article Article;

typedef struct {
    const char *as;     /* format or NULL */
    const char *issued; /* YYYY-MM-DD or NULL */
    gsize max_size;     /* 0: INPUT_DEFAULT_MAX_SIZE */
} ArticleOptions;

/* path: a file or "-". Errors: those of input_read() and import_bytes(). Caller owns the reference. */
Article *article_open(const char *path, const ArticleOptions *options, GError **error);
/* From memory, for tests and the bundled articles. */
Article *article_from_bytes(GBytes *bytes, const char *name, const ArticleOptions *options, GError **error);
/* From a document that is built already, for tests. A reference is taken. */
Article *article_from_document(Document *document, const char *name);
Article *article_ref(Article *article);
void article_unref(Article *article);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Article, article_unref)

/* Finds citations, then entities, until the monotonic time deadline; TRUE while there is more. The shared lists (sources, entity lists) are loaded by the first steps.
 * A fault in them is kept for article_warning() and does not stop the work. */
gboolean article_step(Article *article, gint64 deadline);
/* All of it. */
void article_finish(Article *article);
/* 0..100: how much of citations and entities has been found; 100 when done. */
int article_progress(const Article *article);
/* Counts up with everything that a step found: a pane that drew at another number draws again. */
guint article_revision(const Article *article);

/* What went wrong with a shared list, once (NULL afterwards): one message a line. Free with g_free(). */
char *article_take_warning(Article *article);

const char *article_name(const Article *article);   /* the path as given, or "standard input" */
const char *article_title(const Article *article);  /* the title, else the first words, else the file's name; one safe line */
Document *article_document(const Article *article);
/* Never NULL; empty before the first steps, which put others in their place: do not keep these pointers (or their layers) over a step. */
Citations *article_citations(const Article *article);
Entities *article_entities(const Article *article);

#endif
