/* The verbs that read articles: show, cites, entities. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/message.h"
#include "base/paths.h"
#include "cli/verbs.h"
#include "export/bibliography.h"

/* A word that might have been meant as a verb. */
static gboolean
is_word(const char *path)
{
    const char *c = path;
    while (g_ascii_islower(*c) || (c > path && *c == '-'))
        c++;
    return c > path && !*c;
}

static gboolean
is_address(const char *path)
{
    return g_ascii_strncasecmp(path, "http://", 7) == 0 || g_ascii_strncasecmp(path, "https://", 8) == 0;
}

static Article *
open_path(const CliOptions *options, const char *path, GError **error)
{
    if (is_address(path) && access(path, F_OK) < 0) {
        g_set_error(error, IBID_ERROR, IBID_ERROR_READ,
                    "%s: addresses are not fetched; save the page and give the file", path);
        return NULL;
    }
    /* What is wrong in config.ini is told by the reader, not by every verb. */
    g_autoptr(Options) config = verb_config(FALSE);
    ArticleOptions how = {
        .as = options->as, .issued = options->issued, .max_size = (gsize)options_number(config, OPT_MAX_SIZE)};
    return article_open(path, &how, error);
}

Article *
cli_open(const CliOptions *options, GError **error)
{
    const char *path = options->articles[0];
    if (!path) {
        g_autofree char *bundled = paths_data("content", "articles", "azerbaijan-prc.txt", NULL);
        return open_path(options, bundled, error);
    }
    if (!options->verb && is_word(path) && access(path, F_OK) < 0 && errno == ENOENT) {
        g_autofree char *names = verb_names();
        g_set_error(error, IBID_ERROR, IBID_ERROR_READ, "%s: neither a file nor a command; the commands are %s", path,
                    names);
        return NULL;
    }
    return open_path(options, path, error);
}

void
verb_warn(Article *article)
{
    g_autofree char *warning = article_take_warning(article);
    g_auto(GStrv) lines = g_strsplit(warning ? warning : "", "\n", -1);
    for (char **line = lines; *line; line++)
        if (**line)
            message("%s", *line);
}

int
cli_show(const CliOptions *options, Article *article)
{
    g_autoptr(GError) error = NULL;
    ExportOptions how = {.width = verb_width(options), .whole = options->whole};
    ShowFormat format = (ShowFormat)verb_format(verb_find("show"), options->format);
    return export_show(article, format, &how, verb_output, NULL, &error) ? 0 : verb_failed(error);
}

int
verb_show(const CliOptions *options)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Article) article = cli_open(options, &error);
    return article ? cli_show(options, article) : verb_failed(error);
}

typedef gboolean (*ListExport)(Article *article, ListFormat format, const ExportOptions *options, ExportWrite write,
                               gpointer data, GError **error);
typedef guint (*ListCount)(Article *article);

/* One list for each article. Several: each part bears its article's name, in JSON as one array of objects. What cannot be read is told and left out, and the exit status says so. */
static int
lists(const CliOptions *options, ListFormat format, ListExport export, ListCount count)
{
    gboolean several = options->articles[1] != NULL, array = several && format == LIST_JSON;
    guint found = 0, parts = 0;
    int status = 0;
    for (char **path = options->articles; *path; path++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Article) article = open_path(options, *path, &error);
        if (!article) {
            int failed = verb_failed(error); /* MAX() would tell it twice */
            status = MAX(status, failed);
            continue;
        }
        ExportOptions how = {
            .width = verb_width(options), .article = several ? article_name(article) : NULL, .continued = parts > 0};
        int written = array ? cli_write(parts > 0 ? ",\n" : "[\n", strlen(parts > 0 ? ",\n" : "[\n")) : 0;
        if (written != 0)
            return written;
        if (!export(article, format, &how, verb_output, NULL, &error))
            return verb_failed(error);
        verb_warn(article);
        found += count(article);
        parts++;
    }
    if (array) {
        const char *end = parts > 0 ? "]\n" : "[]\n";
        int written = cli_write(end, strlen(end));
        if (written != 0)
            return written;
    }
    return status != 0 ? status : found > 0 ? 0 : 1;
}

static guint
count_citations(Article *article)
{
    return citations_count(article_citations(article));
}

static guint
count_entities(Article *article)
{
    return entities_count(article_entities(article));
}

/* What all articles cite as one bibliography; what cannot be read is told and left out, as in a list. */
static int
bibliography(const CliOptions *options, BibliographyFormat format)
{
    g_autoptr(WorkList) works = work_list_new();
    g_autoptr(GError) failed = NULL;
    int status = 0;
    for (char **path = options->articles; *path; path++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Article) article = open_path(options, *path, &error);
        if (!article) {
            int unread = verb_failed(error);
            status = MAX(status, unread);
            continue;
        }
        work_list_add(works, article);
        verb_warn(article);
    }
    if (!export_bibliography(works, format, verb_output, NULL, &failed))
        return verb_failed(failed);
    return status != 0 ? status : work_list_count(works) > 0 ? 0 : 1;
}

int
verb_cites(const CliOptions *options)
{
    static const BibliographyFormat bibliographies[] = {BIBLIOGRAPHY_BIBTEX, BIBLIOGRAPHY_RIS, BIBLIOGRAPHY_CSL_JSON};
    int format = verb_format(verb_find("cites"), options->format);
    if (format > LIST_MARKDOWN)
        return bibliography(options, bibliographies[format - LIST_MARKDOWN - 1]);
    return lists(options, (ListFormat)format, export_cites, count_citations);
}

int
verb_entities(const CliOptions *options)
{
    ListFormat format = (ListFormat)verb_format(verb_find("entities"), options->format);
    return lists(options, format, export_entities, count_entities);
}
