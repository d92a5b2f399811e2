/* The verb that judges: what is wrong with an article's citations and notes. Exit status 1 where something is. Or, with --profile, what
 * the article rests on; exit status 1 where it cites nothing. */
#include <langinfo.h>
#include <locale.h>
#include <string.h>

#include "cli/verbs.h"
#include "export/check.h"

/* As the option signs says, else as the reader's own locale does: the program's may be another (main.c). */
static gboolean
wants_ascii(void)
{
    g_autoptr(Options) config = verb_config(FALSE);
    const char *signs = options_string(config, OPT_SIGNS);
    if (strcmp(signs, "auto") != 0)
        return strcmp(signs, "ascii") == 0;
    locale_t own = newlocale(LC_CTYPE_MASK, "", (locale_t)0);
    if (own == (locale_t)0)
        return FALSE;
    gboolean ascii = strcmp(nl_langinfo_l(CODESET, own), "UTF-8") != 0;
    freelocale(own);
    return ascii;
}

/* One article after the other, as the lists of articles.c do it; what cannot be read is told and left out, and the exit status says so. */
int
verb_check(const CliOptions *options)
{
    ListFormat format = (ListFormat)verb_format(verb_find("check"), options->format);
    gboolean several = options->articles[1] != NULL, array = several && format == LIST_JSON;
    guint count = 0, parts = 0;
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
        gboolean done = options->profile ? export_profile(article, format, wants_ascii(), &how, &found,
                                                          verb_output, NULL, &error)
                                         : export_check(article, format, &how, &found, verb_output, NULL, &error);
        if (!done)
            return verb_failed(error);
        verb_warn(article);
        count += found;
        parts++;
    }
    const char *end = parts > 0 ? "]\n" : "[]\n";
    int written = array ? cli_write(end, strlen(end)) : 0;
    if (written != 0)
        return written;
    /* Faults are bad news; so is a profile of nothing. */
    return status != 0 ? status : (count > 0) != options->profile ? 1 : 0;
}
