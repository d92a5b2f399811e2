/* The verb that judges: what is wrong with an article's citations and notes. Exit status 1 where something is. */
#include <string.h>

#include "cli/verbs.h"
#include "export/check.h"

/* One article after the other, as the lists of articles.c do it; what cannot be read is told and left out, and the exit status says so. */
int
verb_check(const CliOptions *options)
{
    ListFormat format = (ListFormat)verb_format(verb_find("check"), options->format);
    gboolean several = options->articles[1] != NULL, array = several && format == LIST_JSON;
    guint faults = 0, parts = 0;
    int status = 0;
    for (char **path = options->articles; *path; path++) {
        g_autoptr(GError) error = NULL;
        char *name[] = {*path, NULL};
        CliOptions one = *options;
        one.articles = name;
        g_autoptr(Article) article = cli_open(&one, &error);
        if (!article) {
            int failed = verb_failed(error); /* MAX() would tell it twice */
            status = MAX(status, failed);
            continue;
        }
        const char *begin = parts > 0 ? ",\n" : "[\n";
        int written = array ? cli_write(begin, strlen(begin)) : 0;
        if (written != 0)
            return written;
        ExportOptions how = {.width = verb_width(options), .article = several ? article_name(article) : NULL,
                             .continued = parts > 0};
        guint found = 0;
        if (!export_check(article, format, &how, &found, verb_output, NULL, &error))
            return verb_failed(error);
        verb_warn(article);
        faults += found;
        parts++;
    }
    const char *end = parts > 0 ? "]\n" : "[]\n";
    int written = array ? cli_write(end, strlen(end)) : 0;
    if (written != 0)
        return written;
    return status != 0 ? status : faults > 0 ? 1 : 0;
}
