/* Citations and entities as tables, JSON, CSV and Markdown: goldens for an article of three citations, and what must hold for any. */
#include "export/export.h"

#include <string.h>

#include "base/json.h"
#include "tests/test.h"
#include "text/display.h"

typedef gboolean (*Export)(Article *article, ListFormat format, const ExportOptions *options, ExportWrite write,
                           gpointer data, GError **error);

static Article *
sample(void)
{
    g_autofree char *path = test_path("tests/cli/fixtures/salt.txt");
    g_autoptr(GError) error = NULL;
    Article *article = article_open(path, NULL, &error);
    g_assert_no_error(error);
    return article;
}

static char *
listed(Export export, ListFormat format, const ExportOptions *options)
{
    g_autoptr(Article) article = sample();
    GString *out = g_string_new(NULL);
    g_assert_true(export(article, format, options, export_append, out, NULL));
    return g_string_free(out, FALSE);
}

static void
assert_listed(Export export, ListFormat format, const ExportOptions *options, const char *golden)
{
    g_autofree char *got = listed(export, format, options);
    test_golden(golden, got);
}

static void
test_goldens(void)
{
    ExportOptions narrow = {.width = 50}, part = {.article = "b\n.txt", .continued = TRUE};
    assert_listed(export_cites, LIST_TABLE, NULL, "tests/export/golden/cites.txt");
    assert_listed(export_cites, LIST_TABLE, &narrow, "tests/export/golden/cites-50.txt");
    assert_listed(export_cites, LIST_JSON, NULL, "tests/export/golden/cites.json");
    assert_listed(export_cites, LIST_CSV, NULL, "tests/export/golden/cites.csv");
    assert_listed(export_cites, LIST_CSV, &part, "tests/export/golden/cites-part.csv");
    assert_listed(export_cites, LIST_MARKDOWN, NULL, "tests/export/golden/cites.md");
    assert_listed(export_entities, LIST_TABLE, NULL, "tests/export/golden/entities.txt");
    assert_listed(export_entities, LIST_JSON, NULL, "tests/export/golden/entities.json");
    assert_listed(export_entities, LIST_CSV, NULL, "tests/export/golden/entities.csv");
}

static void
assert_keys(json_t *object, const char *want)
{
    g_autoptr(GString) keys = g_string_new(NULL);
    const char *key;
    json_t *value;
    g_assert_true(json_is_object(object));
    json_object_foreach(object, key, value) g_string_append_printf(keys, "%s%s", keys->len > 0 ? " " : "", key);
    g_assert_cmpstr(keys->str, ==, want);
}

static json_int_t
integer(json_t *object, const char *key)
{
    g_assert_true(json_is_integer(json_object_get(object, key)));
    return json_integer_value(json_object_get(object, key));
}

/* What stands between an object's offsets in the text of show. */
static char *
slice(const char *text, json_t *object)
{
    return g_utf8_substring(text, (glong)integer(object, "start"), (glong)integer(object, "end"));
}

static void
assert_one_of(json_t *object, const char *key, const char *const *words)
{
    const char *value = json_string_value(json_object_get(object, key));
    g_assert_nonnull(value);
    g_assert_true(g_strv_contains(words, value));
}

static void
test_cites_json(void)
{
    static const char *const years[] = {"explicit", "list", "article", "unknown", NULL};
    g_autofree char *got = listed(export_cites, LIST_JSON, NULL), *show = NULL;
    g_autoptr(Article) article = sample();
    GString *shown = g_string_new(NULL);
    g_assert_true(export_show(article, SHOW_JSON, NULL, export_append, shown, NULL));
    show = g_string_free(shown, FALSE);
    json_t *root = json_loads(got, JSON_REJECT_DUPLICATES, NULL), *document = json_loads(show, 0, NULL);
    const char *text = json_string_value(json_object_get(document, "text"));
    assert_keys(root, "citations references notes");
    json_t *citations = json_object_get(root, "citations"), *references = json_object_get(root, "references"),
           *citation, *cite, *reference, *id;
    gsize i, j, n_cites = 0;
    json_array_foreach(citations, i, citation)
    {
        assert_keys(citation, "id start end text cites");
        g_assert_cmpint(integer(citation, "id"), ==, i + 1);
        g_autofree char *whole = slice(text, citation);
        g_assert_cmpstr(json_string_value(json_object_get(citation, "text")), ==, whole);
        json_array_foreach(json_object_get(citation, "cites"), j, cite)
        {
            assert_keys(cite, "item source source_id see issued year_from medium locator start end reference");
            assert_one_of(cite, "year_from", years);
            g_autofree char *own = slice(text, cite);
            g_assert_nonnull(strstr(whole, own));
            g_assert_true(json_is_boolean(json_object_get(cite, "see")));
            /* The reference knows the citation, and is of the same source and date. */
            reference = json_array_get(references, (gsize)integer(cite, "reference") - 1);
            g_assert_true(json_equal(json_object_get(reference, "issued"), json_object_get(cite, "issued")));
            g_assert_cmpint(integer(reference, "source_id"), ==, integer(cite, "source_id"));
            gboolean known = FALSE;
            gsize k;
            json_array_foreach(json_object_get(reference, "citations"), k, id) known =
                known || json_integer_value(id) == (json_int_t)i + 1;
            g_assert_true(known);
            n_cites++;
        }
    }
    g_assert_cmpuint(json_array_size(citations), ==, 3);
    g_assert_cmpuint(n_cites, ==, 5);
    json_array_foreach(references, i, reference)
    {
        assert_keys(reference, "id source source_id class issued url state citations");
        g_assert_cmpint(integer(reference, "id"), ==, i + 1);
        g_assert_true(json_is_null(json_object_get(reference, "state")));
        g_assert_cmpuint(json_array_size(json_object_get(reference, "citations")), >, 0);
    }
    /* The citation behind the astral character stands where it is said to. */
    g_autofree char *last = slice(text, json_array_get(citations, 2));
    g_assert_cmpstr(last, ==, "(Ministry of Salt, December 30, 2025; Example Agency, January 2)");
    json_t *notes = json_object_get(root, "notes"), *note = json_array_get(notes, 0);
    g_assert_cmpuint(json_array_size(notes), ==, 1);
    assert_keys(note, "label start end marks");
    g_autofree char *note_text = slice(text, note),
                    *mark = slice(text, json_array_get(json_object_get(note, "marks"), 0));
    g_assert_cmpstr(note_text, ==, "[1] The ledger of the port is open to everyone.");
    g_assert_cmpstr(mark, ==, "[1]");
    json_decref(root);
    json_decref(document);
}

static void
test_entities_json(void)
{
    static const char *const types[] = {"person", "organisation", "place", "other", NULL};
    g_autofree char *got = listed(export_entities, LIST_JSON, NULL);
    g_autoptr(Article) article = sample();
    const char *text = document_text(article_document(article), NULL);
    json_t *root = json_loads(got, JSON_REJECT_DUPLICATES, NULL), *entity, *mention;
    assert_keys(root, "entities");
    gsize i, j;
    g_assert_cmpuint(json_array_size(json_object_get(root, "entities")), >, 0);
    json_array_foreach(json_object_get(root, "entities"), i, entity)
    {
        assert_keys(entity, "id type name role aliases mentions");
        g_assert_cmpint(integer(entity, "id"), ==, i + 1);
        assert_one_of(entity, "type", types);
        g_assert_true(json_is_array(json_object_get(entity, "aliases")));
        g_assert_cmpuint(json_array_size(json_object_get(entity, "mentions")), >, 0);
        json_array_foreach(json_object_get(entity, "mentions"), j, mention)
        {
            assert_keys(mention, "start end text");
            g_autofree char *own = slice(text, mention);
            g_assert_cmpstr(json_string_value(json_object_get(mention, "text")), ==, own);
        }
    }
    json_decref(root);
}

/* Every row of a CSV has as many cells as its head. */
static void
assert_columns(const char *csv, guint want)
{
    guint cells = 1;
    gboolean quoted = FALSE;
    for (const char *c = csv; *c; c++) {
        if (*c == '"')
            quoted = !quoted;
        else if (*c == ',' && !quoted)
            cells++;
        else if (*c == '\n' && !quoted) {
            g_assert_cmpint(c[-1], ==, '\r');
            g_assert_cmpuint(cells, ==, want);
            cells = 1;
        }
    }
    g_assert_false(quoted);
    g_assert_cmpuint(cells, ==, 1);
}

static void
test_csv_columns(void)
{
    ExportOptions part = {.article = "=a,\"b\".txt"};
    g_autofree char *cites = listed(export_cites, LIST_CSV, NULL), *entities = listed(export_entities, LIST_CSV, NULL),
                    *part_cites = listed(export_cites, LIST_CSV, &part),
                    *part_entities = listed(export_entities, LIST_CSV, &part);
    assert_columns(cites, 15);
    assert_columns(part_cites, 16);
    assert_columns(entities, 7);
    assert_columns(part_entities, 8);
    g_assert_nonnull(strstr(part_cites, "\r\n\"'=a,\"\"b\"\".txt\",1,"));
}

static void
test_article_key(void)
{
    ExportOptions part = {.article = "a\033.txt"};
    Export exports[] = {export_cites, export_entities};
    const char *const keys[] = {"article citations references notes", "article entities"};
    for (guint i = 0; i < G_N_ELEMENTS(exports); i++) {
        g_autofree char *got = listed(exports[i], LIST_JSON, &part);
        json_t *root = json_loads(got, 0, NULL);
        assert_keys(root, keys[i]);
        g_assert_cmpstr(json_string_value(json_object_get(root, "article")), ==, "a␛.txt");
        json_decref(root);
    }
}

/* Tables keep to the width as long as their columns can. */
static void
test_table_width(void)
{
    Export exports[] = {export_cites, export_entities};
    for (guint i = 0; i < G_N_ELEMENTS(exports); i++)
        for (int width = 60; width < 100; width++) {
            ExportOptions options = {.width = width};
            g_autofree char *got = listed(exports[i], LIST_TABLE, &options);
            g_auto(GStrv) lines = g_strsplit(got, "\n", -1);
            for (char **line = lines; *line; line++) {
                g_assert_cmpint(display_width(*line, strlen(*line)), <=, width);
                g_assert_false(g_str_has_suffix(*line, " "));
            }
        }
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/export/lists/goldens", test_goldens);
    g_test_add_func("/export/lists/cites-json", test_cites_json);
    g_test_add_func("/export/lists/entities-json", test_entities_json);
    g_test_add_func("/export/lists/csv-columns", test_csv_columns);
    g_test_add_func("/export/lists/article-key", test_article_key);
    g_test_add_func("/export/lists/table-width", test_table_width);
    return g_test_run();
}
