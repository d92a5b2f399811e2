/* Entities with their mentions: as JSON (DESIGN 7), as a table, as CSV with a row for each mention. */
#include <string.h>

#include "base/safe.h"
#include "doc/offsets.h"
#include "export/sink.h"
#include "export/table.h"

typedef struct {
    Document *document;
    const char *text;
    Entities *entities;
    const ExportOptions *options;
    Sink *sink;
} List;

static json_t *
mention_json(List *list, const Offsets *offsets, guint index)
{
    Range range = entities_mention(list->entities, index)->range;
    json_t *object = json_object();
    json_object_set_new(object, "start", json_integer((json_int_t)offsets_to_code_points(offsets, range.start)));
    json_object_set_new(object, "end", json_integer((json_int_t)offsets_to_code_points(offsets, range.end)));
    json_object_set_new(object, "text", json_stringn(list->text + range.start, range_length(range)));
    return object;
}

static json_t *
entity_json(List *list, const Offsets *offsets, guint index)
{
    const Entity *entity = entities_get(list->entities, index);
    json_t *object = json_object(), *aliases = json_array(), *mentions = json_array();
    json_object_set_new(object, "id", json_integer((json_int_t)index + 1));
    json_object_set_new(object, "type", json_string(entity_type_name(entity->type)));
    json_object_set_new(object, "name", json_string_or_null(entity->name));
    json_object_set_new(object, "role", json_string_or_null(entity->role));
    for (guint i = 0; i < entity->aliases->len; i++)
        json_array_append_new(aliases, json_string_or_null(g_ptr_array_index(entity->aliases, i)));
    json_object_set_new(object, "aliases", aliases);
    for (guint i = 0; i < entity->mentions->len; i++)
        json_array_append_new(mentions, mention_json(list, offsets, g_array_index(entity->mentions, guint, i)));
    json_object_set_new(object, "mentions", mentions);
    return object;
}

static void
entities_json(List *list)
{
    Sink *sink = list->sink;
    g_autoptr(Offsets) offsets = offsets_new(list->document);
    guint count = entities_count(list->entities);
    g_string_append_c(sink->out, '{');
    if (list->options->article) {
        sink_json_key(sink, "article", TRUE);
        sink_json(sink, json_string_or_null(list->options->article));
    }
    sink_json_key(sink, "entities", !list->options->article);
    g_string_append_c(sink->out, '[');
    for (guint i = 0; i < count && !sink->error; i++) {
        g_string_append(sink->out, i > 0 ? ",\n  " : "\n  ");
        sink_json(sink, entity_json(list, offsets, i));
    }
    g_string_append(sink->out, count > 0 ? "\n ]}\n" : "]}\n");
}

static char *
cell(gpointer data, guint row, guint column)
{
    List *list = data;
    const Entity *entity = entities_get(list->entities, row);
    switch (column) {
    case 0:
        return safe_line(entity->name ? entity->name : "", -1);
    case 1:
        return g_strdup(entity_type_name(entity->type));
    case 2:
        return g_strdup_printf("%u", entity->mentions->len);
    case 3:
        return safe_line(entity->role ? entity->role : "", -1);
    default: {
        g_autoptr(GString) names = g_string_new(NULL);
        for (guint i = 0; i < entity->aliases->len; i++)
            g_string_append_printf(names, "%s%s", i > 0 ? ", " : "",
                                   (const char *)g_ptr_array_index(entity->aliases, i));
        return safe_line(names->str, (gssize)names->len);
    }
    }
}

static void
entities_table(List *list)
{
    static const TableColumn columns[] = {{"name", .yields = TRUE},
                                          {"type"},
                                          {"mentions", .right = TRUE},
                                          {"role", .yields = TRUE},
                                          {"also", .yields = TRUE}};
    Sink *sink = list->sink;
    guint count = entities_count(list->entities), n_mentions = entities_mention_count(list->entities);
    if (list->options->article)
        g_string_append_printf(sink->out, "%s%s\n\n", list->options->continued ? "\n" : "", list->options->article);
    g_string_append_printf(sink->out, "%u %s, %u %s\n", count, count == 1 ? "entity" : "entities", n_mentions,
                           n_mentions == 1 ? "mention" : "mentions");
    if (count > 0)
        table_write(sink, list->options->width, columns, G_N_ELEMENTS(columns), count, cell, list);
}

static void
entities_csv(List *list)
{
    static const char *const head[] = {"entity", "type", "name", "role", "start", "end", "text"};
    Sink *sink = list->sink;
    const char *article = list->options->article;
    g_autoptr(Offsets) offsets = offsets_new(list->document);
    if (!list->options->continued) {
        if (article)
            sink_csv(sink, "article", TRUE);
        for (guint i = 0; i < G_N_ELEMENTS(head); i++)
            sink_csv(sink, head[i], i == 0 && !article);
        sink_csv_end(sink);
    }
    for (guint i = 0; i < entities_mention_count(list->entities) && !sink->error; i++) {
        const Mention *mention = entities_mention(list->entities, i);
        const Entity *entity = entities_get(list->entities, mention->entity);
        g_autofree char *text = g_strndup(list->text + mention->range.start, range_length(mention->range));
        if (article)
            sink_csv(sink, article, TRUE);
        sink_csv_number(sink, (gsize)mention->entity + 1, !article);
        sink_csv(sink, entity_type_name(entity->type), FALSE);
        sink_csv(sink, entity->name, FALSE);
        sink_csv(sink, entity->role, FALSE);
        sink_csv_number(sink, offsets_to_code_points(offsets, mention->range.start), FALSE);
        sink_csv_number(sink, offsets_to_code_points(offsets, mention->range.end), FALSE);
        sink_csv(sink, text, FALSE);
        sink_csv_end(sink);
    }
}

gboolean
export_entities(Article *article, ListFormat format, const ExportOptions *options, ExportWrite write, gpointer data,
                GError **error)
{
    g_return_val_if_fail(format != LIST_MARKDOWN, FALSE);
    ExportOptions given = options ? *options : (ExportOptions){0};
    if (given.width <= 0)
        given.width = EXPORT_WIDTH;
    g_autofree char *name = given.article ? safe_line(given.article, -1) : NULL;
    given.article = name;
    Sink sink;
    sink_begin(&sink, write, data);
    article_finish(article);
    List list = {
        .document = article_document(article), .entities = article_entities(article), .options = &given, .sink = &sink};
    list.text = document_text(list.document, NULL);
    switch (format) {
    case LIST_JSON:
        entities_json(&list);
        break;
    case LIST_CSV:
        entities_csv(&list);
        break;
    default:
        entities_table(&list);
    }
    return sink_end(&sink, error);
}
