/* Citations, references and notes: as JSON (DESIGN 7), as tables, as CSV with a row for each cite, as a bibliography in Markdown. */
#include <string.h>

#include "base/safe.h"
#include "doc/offsets.h"
#include "export/markdown.h"
#include "export/sink.h"
#include "export/table.h"

typedef struct {
    Article *article;
    Document *document;
    const char *text;
    Citations *citations;
    Offsets *offsets;
    const ExportOptions *options;
    Sink *sink;
} Cites;

/* --- JSON ---------------------------------------------------------------------------------------------------------------------------- */

static void
set_offsets(Cites *cites, json_t *object, Range range)
{
    json_object_set_new(object, "start", json_integer((json_int_t)offsets_to_code_points(cites->offsets, range.start)));
    json_object_set_new(object, "end", json_integer((json_int_t)offsets_to_code_points(cites->offsets, range.end)));
}

/* Ids count from 1; a source is known by its place among the cited ones. */
static json_t *
source_id(Cites *cites, const Cite *cite)
{
    if (!cite->source)
        return json_null();
    return json_integer((json_int_t)citations_reference(cites->citations, cite->reference)->source + 1);
}

static json_t *
cite_json(Cites *cites, const Cite *cite)
{
    json_t *object = json_object();
    json_object_set_new(object, "item", json_integer(cite->item));
    json_object_set_new(object, "source", json_string_or_null(cite->source));
    json_object_set_new(object, "source_id", source_id(cites, cite));
    json_object_set_new(object, "see", json_boolean(cite->see));
    json_object_set_new(object, "issued", json_string_or_null(cite->issued));
    json_object_set_new(object, "year_from", json_string(year_from_name(cite->year_from)));
    json_object_set_new(object, "medium", json_string_or_null(cite->medium));
    json_object_set_new(object, "locator", json_string_or_null(cite->locator));
    set_offsets(cites, object, cite->range);
    json_object_set_new(object, "reference", json_integer((json_int_t)cite->reference + 1));
    return object;
}

static json_t *
citation_json(Cites *cites, guint index)
{
    const Citation *citation = citations_get(cites->citations, index);
    json_t *object = json_object(), *list = json_array();
    json_object_set_new(object, "id", json_integer((json_int_t)index + 1));
    set_offsets(cites, object, citation->range);
    json_object_set_new(object, "text",
                        json_stringn(cites->text + citation->range.start, range_length(citation->range)));
    for (guint i = 0; i < citation->n_cites; i++)
        json_array_append_new(list, cite_json(cites, citations_cite(cites->citations, citation->first_cite + i)));
    json_object_set_new(object, "cites", list);
    return object;
}

/* The citations that rest on a reference, each once; its cites stand in text order. */
static json_t *
citations_of(Cites *cites, const Reference *reference)
{
    json_t *ids = json_array();
    guint last = G_MAXUINT;
    for (guint i = 0; i < reference->cites->len; i++) {
        guint citation = citations_cite(cites->citations, g_array_index(reference->cites, guint, i))->citation;
        if (citation != last)
            json_array_append_new(ids, json_integer((json_int_t)citation + 1));
        last = citation;
    }
    return ids;
}

static json_t *
reference_json(Cites *cites, guint index)
{
    const Reference *reference = citations_reference(cites->citations, index);
    const CitedSource *source = citations_source(cites->citations, reference->source);
    json_t *object = json_object();
    json_object_set_new(object, "id", json_integer((json_int_t)index + 1));
    json_object_set_new(object, "source", json_string_or_null(source->name));
    json_object_set_new(object, "source_id", json_integer((json_int_t)reference->source + 1));
    json_object_set_new(object, "class", json_string(source_class_name(source->class)));
    json_object_set_new(object, "issued", json_string_or_null(reference->issued));
    json_object_set_new(object, "url", json_string_or_null(reference->url));
    json_object_set_new(object, "state", json_null()); /* what a reader has checked is kept by the library */
    json_object_set_new(object, "citations", citations_of(cites, reference));
    return object;
}

/* Marks by note: a count in the first pass over them would be as long as the walk itself, so each note keeps the index of its first and next mark. */
typedef struct {
    int *first, *next;
} MarkLists;

static MarkLists
mark_lists(const Document *document)
{
    guint n_notes = document_note_count(document), n_marks = document_note_mark_count(document);
    MarkLists lists = {g_new(int, n_notes + 1), g_new(int, n_marks + 1)};
    for (guint i = 0; i < n_notes; i++)
        lists.first[i] = -1;
    for (guint i = n_marks; i-- > 0;) {
        int note = document_note_mark(document, i)->note;
        if (note < 0)
            continue;
        lists.next[i] = lists.first[note];
        lists.first[note] = (int)i;
    }
    return lists;
}

static json_t *
note_json(Cites *cites, guint index, MarkLists lists)
{
    const Note *note = document_note(cites->document, index);
    json_t *object = json_object(), *marks = json_array();
    json_object_set_new(object, "label", json_string_or_null(note->label));
    set_offsets(cites, object, note->range);
    for (int i = lists.first[index]; i >= 0; i = lists.next[i]) {
        json_t *mark = json_object();
        set_offsets(cites, mark, document_note_mark(cites->document, (guint)i)->range);
        json_array_append_new(marks, mark);
    }
    json_object_set_new(object, "marks", marks);
    return object;
}

static void
list_begin(Sink *sink, const char *key, gboolean first)
{
    sink_json_key(sink, key, first);
    g_string_append_c(sink->out, '[');
}

static void
list_item(Sink *sink, guint index, json_t *item)
{
    g_string_append(sink->out, index > 0 ? ",\n  " : "\n  ");
    sink_json(sink, item);
}

static void
cites_json(Cites *cites)
{
    Sink *sink = cites->sink;
    guint n_citations = citations_count(cites->citations), n_references = citations_reference_count(cites->citations),
          n_notes = document_note_count(cites->document);
    cites->offsets = offsets_new(cites->document);
    g_string_append_c(sink->out, '{');
    if (cites->options->article) {
        sink_json_key(sink, "article", TRUE);
        sink_json(sink, json_string_or_null(cites->options->article));
    }
    list_begin(sink, "citations", !cites->options->article);
    for (guint i = 0; i < n_citations && !sink->error; i++)
        list_item(sink, i, citation_json(cites, i));
    g_string_append(sink->out, n_citations > 0 ? "\n ]" : "]");
    list_begin(sink, "references", FALSE);
    for (guint i = 0; i < n_references && !sink->error; i++)
        list_item(sink, i, reference_json(cites, i));
    g_string_append(sink->out, n_references > 0 ? "\n ]" : "]");
    list_begin(sink, "notes", FALSE);
    MarkLists lists = mark_lists(cites->document);
    for (guint i = 0; i < n_notes && !sink->error; i++)
        list_item(sink, i, note_json(cites, i, lists));
    g_free(lists.first);
    g_free(lists.next);
    g_string_append(sink->out, n_notes > 0 ? "\n ]}\n" : "]}\n");
    g_clear_pointer(&cites->offsets, offsets_free);
}

/* --- tables -------------------------------------------------------------------------------------------------------------------------- */

static char *
or_empty(const char *text)
{
    return text ? safe_line(text, -1) : g_strdup("");
}

static char *
cite_cell(gpointer data, guint row, guint column)
{
    Cites *cites = data;
    const Cite *cite = citations_cite(cites->citations, row);
    const Citation *citation = citations_get(cites->citations, cite->citation);
    switch (column) {
    case 0:
        return row == citation->first_cite ? g_strdup_printf("%u", cite->citation + 1) : g_strdup("");
    case 1: {
        g_autofree char *source = or_empty(cite->source);
        return cite->see ? g_strdup_printf("see %s", source) : g_steal_pointer(&source);
    }
    case 2:
        return or_empty(cite->issued);
    case 3:
        return g_strdup(cite->issued ? year_from_name(cite->year_from) : "");
    default:
        return g_strdup_printf("%u", cite->reference + 1);
    }
}

static char *
reference_cell(gpointer data, guint row, guint column)
{
    Cites *cites = data;
    const Reference *reference = citations_reference(cites->citations, row);
    const CitedSource *source = citations_source(cites->citations, reference->source);
    switch (column) {
    case 0:
        return g_strdup_printf("%u", row + 1);
    case 1:
        return or_empty(source->name);
    case 2:
        return or_empty(reference->issued);
    case 3:
        return g_strdup(source_class_name(source->class));
    case 4:
        return g_strdup_printf("%u", reference->cites->len);
    default:
        return or_empty(reference->url);
    }
}

static gboolean
any_url(Cites *cites)
{
    for (guint i = 0; i < citations_reference_count(cites->citations); i++)
        if (citations_reference(cites->citations, i)->url)
            return TRUE;
    return FALSE;
}

static void
counted(GString *out, guint count, const char *one, const char *many)
{
    g_string_append_printf(out, "%u %s", count, count == 1 ? one : many);
}

static void
cites_table(Cites *cites)
{
    static const TableColumn cite_columns[] = {
        {"#", .right = TRUE}, {"source", .yields = TRUE}, {"issued"}, {"year from"}, {"ref", .right = TRUE}};
    static const TableColumn reference_columns[] = {
        {"ref", .right = TRUE},   {"source", .yields = TRUE}, {"issued"}, {"class"},
        {"cites", .right = TRUE}, {"url", .yields = TRUE}};
    Sink *sink = cites->sink;
    guint n_references = citations_reference_count(cites->citations);
    int width = cites->options->width;
    if (cites->options->article)
        g_string_append_printf(sink->out, "%s%s\n\n", cites->options->continued ? "\n" : "", cites->options->article);
    counted(sink->out, citations_count(cites->citations), "citation", "citations");
    g_string_append(sink->out, ", ");
    counted(sink->out, citations_cite_count(cites->citations), "cite", "cites");
    if (document_note_count(cites->document) > 0) {
        g_string_append(sink->out, ", ");
        counted(sink->out, document_note_count(cites->document), "note", "notes");
    }
    g_string_append_c(sink->out, '\n');
    if (citations_cite_count(cites->citations) == 0)
        return;
    table_write(sink, width, cite_columns, G_N_ELEMENTS(cite_columns), citations_cite_count(cites->citations),
                cite_cell, cites);
    g_string_append_c(sink->out, '\n');
    counted(sink->out, n_references, "reference", "references");
    g_string_append(sink->out, ", ");
    counted(sink->out, citations_source_count(cites->citations), "source", "sources");
    g_string_append_c(sink->out, '\n');
    table_write(sink, width, reference_columns, G_N_ELEMENTS(reference_columns) - (any_url(cites) ? 0 : 1),
                n_references, reference_cell, cites);
}

/* --- CSV ----------------------------------------------------------------------------------------------------------------------------- */

static void
cites_csv(Cites *cites)
{
    static const char *const head[] = {"citation",  "item",   "source",    "canonical", "class",
                                       "see",       "issued", "year_from", "medium",    "locator",
                                       "reference", "url",    "start",     "end",       "text"};
    Sink *sink = cites->sink;
    const char *article = cites->options->article;
    if (!cites->options->continued) {
        if (article)
            sink_csv(sink, "article", TRUE);
        for (guint i = 0; i < G_N_ELEMENTS(head); i++)
            sink_csv(sink, head[i], i == 0 && !article);
        sink_csv_end(sink);
    }
    cites->offsets = offsets_new(cites->document);
    for (guint i = 0; i < citations_cite_count(cites->citations) && !sink->error; i++) {
        const Cite *cite = citations_cite(cites->citations, i);
        const Reference *reference = citations_reference(cites->citations, cite->reference);
        const CitedSource *source = citations_source(cites->citations, reference->source);
        Range range = citations_get(cites->citations, cite->citation)->range;
        g_autofree char *text = g_strndup(cites->text + range.start, range_length(range));
        if (article)
            sink_csv(sink, article, TRUE);
        sink_csv_number(sink, (gsize)cite->citation + 1, !article);
        sink_csv_number(sink, cite->item, FALSE);
        sink_csv(sink, cite->source, FALSE);
        sink_csv(sink, source->name, FALSE);
        sink_csv(sink, source_class_name(source->class), FALSE);
        sink_csv(sink, cite->see ? "see" : NULL, FALSE);
        sink_csv(sink, cite->issued, FALSE);
        sink_csv(sink, year_from_name(cite->year_from), FALSE);
        sink_csv(sink, cite->medium, FALSE);
        sink_csv(sink, cite->locator, FALSE);
        sink_csv_number(sink, (gsize)cite->reference + 1, FALSE);
        sink_csv(sink, reference->url, FALSE);
        sink_csv_number(sink, offsets_to_code_points(cites->offsets, cite->range.start), FALSE);
        sink_csv_number(sink, offsets_to_code_points(cites->offsets, cite->range.end), FALSE);
        sink_csv(sink, text, FALSE);
        sink_csv_end(sink);
    }
    g_clear_pointer(&cites->offsets, offsets_free);
}

/* --- Markdown ------------------------------------------------------------------------------------------------------------------------ */

static void
reference_line(Cites *cites, const Reference *reference)
{
    GString *out = cites->sink->out;
    g_autofree char *words = issued_in_words(reference->issued, FALSE);
    g_string_append(out, "- ");
    if (reference->url)
        g_string_append_c(out, '[');
    markdown_append(out, words, strlen(words), MARKDOWN_LINE_START, NULL);
    if (reference->url) {
        g_string_append_c(out, ']');
        markdown_append_url(out, reference->url);
    }
    guint last = G_MAXUINT, given = 0;
    for (guint i = 0; i < reference->cites->len; i++) {
        guint citation = citations_cite(cites->citations, g_array_index(reference->cites, guint, i))->citation;
        if (citation != last)
            g_string_append_printf(out, "%s%u", given++ > 0 ? ", " : " · citation ", citation + 1);
        last = citation;
    }
    g_string_append_c(out, '\n');
    sink_flow(cites->sink);
}

static void
cites_markdown(Cites *cites)
{
    GString *out = cites->sink->out;
    const char *title = article_title(cites->article);
    g_string_append(out, cites->options->continued ? "\n# " : "# ");
    markdown_append(out, title, strlen(title), MARKDOWN_HEADING, NULL);
    g_string_append_c(out, '\n');
    for (guint i = 0; i < citations_source_count(cites->citations) && !cites->sink->error; i++) {
        const CitedSource *source = citations_source(cites->citations, i);
        const char *name = source->name ? source->name : "Without a source";
        g_string_append(out, "\n## ");
        markdown_append(out, name, strlen(name), MARKDOWN_HEADING, NULL);
        if (source->class != SOURCE_UNCLASSIFIED)
            g_string_append_printf(out, " (%s)", source_class_name(source->class));
        g_string_append(out, "\n\n");
        for (guint j = 0; j < source->references->len; j++)
            reference_line(cites, citations_reference(cites->citations, g_array_index(source->references, guint, j)));
    }
}

gboolean
export_cites(Article *article, ListFormat format, const ExportOptions *options, ExportWrite write, gpointer data,
             GError **error)
{
    ExportOptions given = options ? *options : (ExportOptions){0};
    if (given.width <= 0)
        given.width = EXPORT_WIDTH;
    g_autofree char *name = given.article ? safe_line(given.article, -1) : NULL;
    given.article = name;
    Sink sink;
    sink_begin(&sink, write, data);
    article_finish(article);
    Cites cites = {.article = article,
                   .document = article_document(article),
                   .citations = article_citations(article),
                   .options = &given,
                   .sink = &sink};
    cites.text = document_text(cites.document, NULL);
    switch (format) {
    case LIST_TABLE:
        cites_table(&cites);
        break;
    case LIST_JSON:
        cites_json(&cites);
        break;
    case LIST_CSV:
        cites_csv(&cites);
        break;
    case LIST_MARKDOWN:
        cites_markdown(&cites);
        break;
    }
    return sink_end(&sink, error);
}
