/* The verbs that read articles: show, cites, entities. */
#include <errno.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/error.h"
#include "base/message.h"
#include "base/output.h"
#include "base/paths.h"
#include "cli/verbs.h"
#include "config/options.h"
#include "export/export.h"

char *
cli_bundled(void)
{
    return paths_data("content", "articles", "azerbaijan-prc.txt", NULL);
}

/* The limit that config.ini sets; what else is wrong there is told by the reader, not by every verb. */
static gsize
max_size(void)
{
    g_autoptr(Options) options = options_new();
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *path = paths_config("config.ini", NULL);
    if (path)
        options_load(options, path, faults);
    return (gsize)options_number(options, OPT_MAX_SIZE);
}

/* A word that might have been meant as a verb. */
static gboolean
is_word(const char *path)
{
    const char *c = path;
    while (g_ascii_islower(*c) || (c > path && *c == '-'))
        c++;
    return c > path && !*c;
}

Article *
cli_open(const CliOptions *options, const char *path, GError **error)
{
    if (!options->verb && is_word(path) && access(path, F_OK) < 0 && errno == ENOENT) {
        g_autofree char *names = verb_names();
        g_set_error(error, IBID_ERROR, IBID_ERROR_READ, "%s: neither a file nor a command; the commands are %s", path, names);
        return NULL;
    }
    ArticleOptions how = {.as = options->as, .issued = options->issued, .max_size = max_size()};
    return article_open(path, &how, error);
}

static gboolean
to_standard_output(gpointer data, const char *bytes, gsize length, GError **error)
{
    return output_write(STDOUT_FILENO, bytes, length, error);
}

/* A terminal's own width, where it is less than the common one: a line is then not broken twice. */
static int
width_for(const CliOptions *options)
{
    struct winsize size;
    if (options->width > 0)
        return options->width;
    if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20)
        return MIN(size.ws_col, EXPORT_WIDTH);
    return EXPORT_WIDTH;
}

static void
say_warnings(Article *article)
{
    g_autofree char *warning = article_take_warning(article);
    g_auto(GStrv) lines = g_strsplit(warning ? warning : "", "\n", -1);
    for (char **line = lines; *line; line++)
        if (**line)
            message("%s", *line);
}

int
verb_show(const CliOptions *options)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *bundled = options->articles[0] ? NULL : cli_bundled();
    g_autoptr(Article) article = cli_open(options, bundled ? bundled : options->articles[0], &error);
    ExportOptions how = {.width = width_for(options), .whole = options->whole};
    ShowFormat format = (ShowFormat)verb_format(verb_find("show"), options->format);
    if (!article || !export_show(article, format, &how, to_standard_output, NULL, &error))
        return verb_failed(error);
    return 0;
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
        g_autoptr(Article) article = cli_open(options, *path, &error);
        if (!article) {
            status = MAX(status, verb_failed(error));
            continue;
        }
        ExportOptions how = {.width = width_for(options), .article = several ? article_name(article) : NULL, .continued = parts > 0};
        int written = array ? cli_write(parts > 0 ? ",\n" : "[\n", strlen(parts > 0 ? ",\n" : "[\n")) : 0;
        if (written != 0)
            return written;
        if (!export(article, format, &how, to_standard_output, NULL, &error))
            return verb_failed(error);
        say_warnings(article);
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

int
verb_cites(const CliOptions *options)
{
    ListFormat format = (ListFormat)verb_format(verb_find("cites"), options->format);
    return lists(options, format, export_cites, count_citations);
}

int
verb_entities(const CliOptions *options)
{
    ListFormat format = (ListFormat)verb_format(verb_find("entities"), options->format);
    return lists(options, format, export_entities, count_entities);
}
