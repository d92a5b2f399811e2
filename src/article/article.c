/* An article: the document at once, its citations and entities in slices.
 *
 * A step alternates: a slice of citations, then entities up to where the citations have been searched (what a citation names as its
 * source is no mention), and so on until the deadline. The shared lists (sources, entity lists) are the same for every article of the
 * process; the first steps of the first article load them, so that they do not stand between a file and its first screen. */
#include "article/article.h"

#include <string.h>

#include "base/input.h"
#include "base/paths.h"
#include "base/safe.h"
#include "text/display.h"
#include "text/utf8.h"

enum {
    SLICE = 2000,          /* µs of citations before entities get their turn */
    TITLE_CELLS = 60,      /* of a title made from the first words */
    TITLE_BYTES = 4 * 1024 /* of the text that it is made from */
};

struct Article {
    gint ref_count;
    char *name;
    char *title;
    Document *document;
    Citations *citations;
    Entities *entities;
    GString *warnings; /* lines, or NULL */
    guint revision;
    gboolean citing, naming; /* begun, with the lists loaded and in use */
    gboolean done;
};

/* The shared lists: built once, read only afterwards, never freed, since every article borrows from them. The article that loaded one is told its faults. */
static void
warn(Article *article, const GError *error)
{
    if (!error)
        return;
    if (!article->warnings)
        article->warnings = g_string_new(NULL);
    if (article->warnings->len > 0)
        g_string_append_c(article->warnings, '\n');
    g_string_append(article->warnings, error->message);
}

/* Read by the first citation that asks for one; its faults come up in a later step. */
static Sources *
shared_sources(void)
{
    static Sources *sources;
    if (!sources) {
        g_autofree char *path = paths_data("content", "sources.ini", NULL), *own = paths_config("sources.ini", NULL);
        sources = sources_defer(path, own);
    }
    return sources;
}

static const EntityLists *
shared_entity_lists(Article *article)
{
    static EntityLists *lists;
    if (lists)
        return lists;
    g_autoptr(GError) error = NULL;
    g_autofree char *folder = paths_data("content", "entities", NULL);
    lists = entity_lists_load(folder, &error);
    warn(article, error);
    return lists ? lists : (lists = entity_lists_load(NULL, NULL));
}

/* The first words of the shown text, on one line; NULL where there are none. */
static char *
first_words(const Document *document)
{
    const char *text = document_text(document, NULL);
    for (guint i = 0; i < document_block_count(document); i++) {
        const Block *block = document_block(document, i);
        if (block->role == ROLE_BOILERPLATE)
            continue;
        gsize start = block->range.start + block->label, end = MIN(block->range.end, start + TITLE_BYTES);
        while (end < block->range.end && ((guchar)text[end] & 0xc0) == 0x80)
            end--;
        g_autoptr(GString) words = g_string_new(NULL);
        for (gsize at = start; at < end;) {
            gsize before = at;
            gunichar c = utf8_next(text, &at);
            if (!g_unichar_isspace(c))
                g_string_append_len(words, text + before, (gssize)(at - before));
            else if (words->len > 0 && words->str[words->len - 1] != ' ')
                g_string_append_c(words, ' ');
        }
        g_autofree char *line = g_strchomp(safe_line(words->str, (gssize)words->len));
        g_autofree char *cut = display_ellipsize(line, TITLE_CELLS);
        if (*cut)
            return g_steal_pointer(&cut);
    }
    return NULL;
}

static char *
make_title(const Document *document, const char *name)
{
    const char *title = document_meta(document)->title;
    if (title && *title)
        return safe_line(title, -1);
    char *words = first_words(document);
    if (words)
        return words;
    g_autofree char *base = g_path_get_basename(name);
    return safe_line(base, -1);
}

Article *
article_from_document(Document *document, const char *name)
{
    Article *article = g_new0(Article, 1);
    article->ref_count = 1;
    article->name = g_strdup(name);
    article->document = document_ref(document);
    article->title = make_title(document, name);
    article->citations = citations_new(document, NULL);
    article->entities = entities_new(document, NULL, NULL);
    return article;
}

Article *
article_from_bytes(GBytes *bytes, const char *name, const ArticleOptions *options, GError **error)
{
    ImportOptions import = {.name = name};
    if (options) {
        import.as = options->as;
        import.issued = options->issued;
    }
    g_autoptr(Document) document = import_bytes(bytes, &import, error);
    return document ? article_from_document(document, name) : NULL;
}

Article *
article_open(const char *path, const ArticleOptions *options, GError **error)
{
    gsize max_size = options && options->max_size ? options->max_size : INPUT_DEFAULT_MAX_SIZE;
    g_autoptr(GBytes) bytes = input_read(path, max_size, error);
    if (!bytes)
        return NULL;
    return article_from_bytes(bytes, strcmp(path, "-") == 0 ? "standard input" : path, options, error);
}

Article *
article_ref(Article *article)
{
    article->ref_count++;
    return article;
}

void
article_unref(Article *article)
{
    if (!article || --article->ref_count > 0)
        return;
    entities_free(article->entities);
    citations_free(article->citations);
    document_unref(article->document);
    if (article->warnings)
        g_string_free(article->warnings, TRUE);
    g_free(article->title);
    g_free(article->name);
    g_free(article);
}

/* The empty citations and entities give way to ones that know the lists; entities a step later, so that no slice has to load both. */
static void
start_citing(Article *article)
{
    article->citing = TRUE;
    citations_free(article->citations);
    article->citations = citations_new(article->document, shared_sources());
}

static void
start_naming(Article *article)
{
    article->naming = TRUE;
    entities_free(article->entities);
    article->entities =
        entities_new(article->document, shared_entity_lists(article), citations_layer(article->citations));
}

/* Everything that a pane could show of the findings, as one number that changes with them. */
static guint
findings(const Article *article)
{
    return citations_count(article->citations) + citations_cite_count(article->citations) +
           citations_reference_count(article->citations) + entities_count(article->entities) +
           entities_mention_count(article->entities);
}

static gint64
slice_until(gint64 deadline)
{
    return deadline == G_MAXINT64 ? G_MAXINT64 : MIN(deadline, g_get_monotonic_time() + SLICE);
}

static gboolean
is_past(gint64 deadline)
{
    return deadline != G_MAXINT64 && g_get_monotonic_time() >= deadline;
}

gboolean
article_step(Article *article, gint64 deadline)
{
    if (article->done)
        return FALSE;
    gboolean first = !article->citing;
    if (first)
        start_citing(article);
    guint before = findings(article);
    gsize length = document_length(article->document);
    do {
        gboolean citing = citations_step(article->citations, slice_until(deadline));
        g_autoptr(GError) fault = sources_take_fault(shared_sources());
        warn(article, fault);
        if (!article->naming) {
            if (first && is_past(deadline))
                break;
            start_naming(article);
        }
        gsize until = citing ? citations_progress(article->citations) : length;
        gboolean naming = entities_step(article->entities, until, slice_until(deadline));
        article->done = !citing && !naming;
    } while (!article->done && !is_past(deadline));
    /* The end counts as a finding: names may have become fuller, and a pane that says "searching" has to stop. */
    if (article->done || findings(article) != before)
        article->revision++;
    return !article->done;
}

void
article_finish(Article *article)
{
    while (article_step(article, G_MAXINT64))
        ;
}

int
article_progress(const Article *article)
{
    if (article->done)
        return 100;
    if (!article->citing)
        return 0;
    gsize length = document_length(article->document);
    gdouble found = (gdouble)citations_progress(article->citations) + (gdouble)entities_progress(article->entities);
    int percent = length ? (int)(found * 50 / (gdouble)length) : 0;
    return CLAMP(percent, 0, 99);
}

guint
article_revision(const Article *article)
{
    return article->revision;
}

char *
article_take_warning(Article *article)
{
    if (!article->warnings)
        return NULL;
    char *text = g_string_free(article->warnings, FALSE);
    article->warnings = NULL;
    return text;
}

const char *
article_name(const Article *article)
{
    return article->name;
}

const char *
article_title(const Article *article)
{
    return article->title;
}

Document *
article_document(const Article *article)
{
    return article->document;
}

Citations *
article_citations(const Article *article)
{
    return article->citations;
}

Entities *
article_entities(const Article *article)
{
    return article->entities;
}
