/* The sourcing profile: in columns with bars, or as JSON with every number. */
#include "export/check.h"

#include <string.h>

#include "article/profile.h"
#include "base/safe.h"
#include "export/sink.h"
#include "text/display.h"

enum { NAME_CELLS = 26, NUMBER_CELLS = 10, BAR_MAX = 40 };

/* A bar and its number stand beside the name; names that are too long are cut. */
static void
line(gpointer data, const char *name, const char *text, const char *remark)
{
    GString *out = ((Sink *)data)->out;
    if (name) {
        g_autofree char *cut = display_ellipsize(name, NAME_CELLS);
        g_string_append_printf(out, "  %s%*s", cut, NAME_CELLS + 2 - display_width(cut, strlen(cut)), "");
    }
    g_string_append(out, text ? text : "");
    if (remark)
        g_string_append_printf(out, " %s", remark);
    g_string_append_c(out, '\n');
    sink_flow(data);
}

static json_t *
classes_json(const Profile *profile)
{
    json_t *classes = json_array();
    for (guint i = 0; i < PROFILE_CLASSES; i++) {
        if (profile->classes[i] == 0)
            continue;
        json_t *object = json_object();
        json_object_set_new(object, "class", json_string(source_class_name((SourceClass)i)));
        json_object_set_new(object, "cites", json_integer(profile->classes[i]));
        json_array_append_new(classes, object);
    }
    return classes;
}

static json_t *
years_json(const Profile *profile)
{
    json_t *years = json_array();
    for (guint i = 0; i < profile->years->len; i++) {
        const ProfileYear *year = &g_array_index(profile->years, ProfileYear, i);
        json_t *object = json_object();
        json_object_set_new(object, "year", json_integer(year->year));
        json_object_set_new(object, "cites", json_integer(year->cites));
        json_array_append_new(years, object);
    }
    return years;
}

static json_t *
sources_json(const Profile *profile)
{
    json_t *sources = json_array();
    for (guint i = 0; i < profile->sources->len; i++) {
        const ProfileSource *source = &g_array_index(profile->sources, ProfileSource, i);
        const CitedSource *cited = citations_source(article_citations(profile->article), source->source);
        json_t *object = json_object();
        json_object_set_new(object, "source", json_string_or_null(cited->name));
        json_object_set_new(object, "class", json_string(source_class_name(cited->class)));
        json_object_set_new(object, "cites", json_integer(source->cites));
        json_object_set_new(object, "share", json_real((double)source->cites / profile->n_cites));
        json_array_append_new(sources, object);
    }
    return sources;
}

static void
profile_json(const Profile *profile, const ExportOptions *options, Sink *sink)
{
    json_t *object = json_object(), *uncited = json_array();
    if (options->article)
        json_object_set_new(object, "article", json_string(options->article));
    json_object_set_new(object, "issued",
                        json_string_or_null(document_meta(article_document(profile->article))->issued));
    json_object_set_new(object, "cites", json_integer(profile->n_cites));
    json_object_set_new(object, "classes", classes_json(profile));
    json_object_set_new(object, "years", years_json(profile));
    json_object_set_new(object, "year_unknown", json_integer(profile->n_undated));
    json_object_set_new(object, "within_a_year", profile->n_recent < 0 ? json_null() : json_integer(profile->n_recent));
    json_object_set_new(object, "sources", sources_json(profile));
    json_object_set_new(object, "paragraphs", json_integer(profile->n_paragraphs));
    for (guint i = 0; i < profile->uncited->len; i++)
        json_array_append_new(uncited, json_integer(g_array_index(profile->uncited, guint, i)));
    json_object_set_new(object, "paragraphs_without_citation", uncited);
    sink_json(sink, object);
    g_string_append_c(sink->out, '\n');
}

gboolean
export_profile(Article *article, ListFormat format, gboolean ascii, const ExportOptions *options, guint *count,
               ExportWrite write, gpointer data, GError **error)
{
    g_return_val_if_fail(format == LIST_TABLE || format == LIST_JSON, FALSE);
    ExportOptions given = options ? *options : (ExportOptions){0};
    g_autofree char *name = given.article ? safe_line(given.article, -1) : NULL;
    given.article = name;
    Sink sink;
    sink_begin(&sink, write, data);
    article_finish(article);
    g_autoptr(Profile) profile = profile_new(article);
    *count = profile->n_cites;
    if (format == LIST_JSON) {
        profile_json(profile, &given, &sink);
    } else {
        int width = given.width > 0 ? given.width : EXPORT_WIDTH;
        if (name)
            g_string_append_printf(sink.out, "%s%s\n\n", given.continued ? "\n" : "", name);
        profile_lines(profile, CLAMP(width - NAME_CELLS - NUMBER_CELLS, 4, BAR_MAX), ascii, line, &sink);
    }
    return sink_end(&sink, error);
}
