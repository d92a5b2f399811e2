/* The citation browser: sources with their references, in four groupings. */
#include "view/pane_rows.h"

#include <string.h>

enum { SOURCE_CLASSES = SOURCE_SERIES + 1 };

static const char *const orders[] = {"by source", "by date", "in order", "by class", NULL};

static Range
cite_range(Citations *citations, guint cite)
{
    return citations_cite(citations, cite)->range;
}

static int
compare_ranges(gconstpointer a, gconstpointer b)
{
    const Range *x = a, *y = b;
    return x->start < y->start ? -1 : x->start > y->start;
}

static void
set_places(PaneRow *row, Citations *citations, const GArray *cites)
{
    row->places = g_new(Range, cites->len);
    row->n_places = cites->len;
    for (guint i = 0; i < cites->len; i++)
        row->places[i] = cite_range(citations, g_array_index(cites, guint, i));
}

/* All cites of a source, in text order. */
static void
set_source_places(PaneRow *row, Citations *citations, const CitedSource *source)
{
    g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(Range));
    for (guint i = 0; i < source->references->len; i++) {
        const Reference *reference = citations_reference(citations, g_array_index(source->references, guint, i));
        for (guint j = 0; j < reference->cites->len; j++) {
            Range range = cite_range(citations, g_array_index(reference->cites, guint, j));
            g_array_append_val(places, range);
        }
    }
    g_array_sort(places, compare_ranges);
    row->n_places = places->len;
    row->places = (Range *)(gpointer)g_array_free(g_steal_pointer(&places), FALSE);
}

static char *
times_cited(const Reference *reference)
{
    return reference->cites->len > 1 ? g_strdup_printf("×%u", reference->cites->len) : NULL;
}

/* What orders dates: the year first; dates without a year last, undated after them. */
static int
compare_issued(const char *a, const char *b)
{
    if (!a || !b)
        return a ? -1 : b ? 1 : 0;
    gboolean yearless_a = a[0] == '-', yearless_b = b[0] == '-';
    if (yearless_a != yearless_b)
        return yearless_a ? 1 : -1;
    return strcmp(a, b);
}

static gint
compare_references(gconstpointer a, gconstpointer b, gpointer data)
{
    Citations *citations = data;
    guint x = *(const guint *)a, y = *(const guint *)b;
    int order = compare_issued(citations_reference(citations, x)->issued, citations_reference(citations, y)->issued);
    return order ? order : x < y ? -1 : x > y;
}

static gint
compare_sources(gconstpointer a, gconstpointer b, gpointer data)
{
    Citations *citations = data;
    guint x = *(const guint *)a, y = *(const guint *)b;
    guint n = citations_source(citations, x)->n_cites, m = citations_source(citations, y)->n_cites;
    return n != m ? (n > m ? -1 : 1) : x < y ? -1 : x > y;
}

static GArray *
numbers(guint count)
{
    GArray *all = g_array_sized_new(FALSE, FALSE, sizeof(guint), count);
    for (guint i = 0; i < count; i++)
        g_array_append_val(all, i);
    return all;
}

/* The full name of a source, and the dates of its works: where these have no rows of their own they still are found. */
static char *
also_of_source(Citations *citations, const CitedSource *source, gboolean dates)
{
    g_autoptr(GString) also = g_string_new(source->known ? source->known->long_name : NULL);
    for (guint i = 0; dates && i < source->references->len; i++) {
        const Reference *reference = citations_reference(citations, g_array_index(source->references, guint, i));
        g_autofree char *issued = issued_in_words(reference->issued, TRUE);
        g_string_append_printf(also, "%s%s", also->len ? "\n" : "", issued);
    }
    return also->len ? g_string_free(g_steal_pointer(&also), FALSE) : NULL;
}

static void
add_source(GArray *rows, Citations *citations, guint index, int indent, PaneRowKind kind)
{
    const CitedSource *source = citations_source(citations, index);
    PaneRow *row = pane_rows_add(rows, kind, indent, index);
    row->left = g_strdup(source->name);
    row->middle = kind == PANE_ROW_GROUP ? g_strdup(source_class_name(source->class)) : NULL;
    row->right = g_strdup_printf("%u", source->n_cites);
    row->also = also_of_source(citations, source, kind == PANE_ROW_ITEM);
    set_source_places(row, citations, source);
}

static void
build_by_source(Citations *citations, GArray *rows)
{
    g_autoptr(GArray) sources = numbers(citations_source_count(citations));
    g_array_sort_with_data(sources, compare_sources, citations);
    for (guint s = 0; s < sources->len; s++) {
        guint index = g_array_index(sources, guint, s);
        const CitedSource *source = citations_source(citations, index);
        add_source(rows, citations, index, 0, PANE_ROW_GROUP);
        g_autoptr(GArray) references = g_array_new(FALSE, FALSE, sizeof(guint));
        g_array_append_vals(references, source->references->data, source->references->len);
        g_array_sort_with_data(references, compare_references, citations);
        for (guint r = 0; r < references->len; r++) {
            guint id = g_array_index(references, guint, r);
            const Reference *reference = citations_reference(citations, id);
            PaneRow *row = pane_rows_add(rows, PANE_ROW_ITEM, 1, id);
            row->left = issued_in_words(reference->issued, TRUE);
            row->right = times_cited(reference);
            set_places(row, citations, reference->cites);
        }
    }
}

static char *
year_of(const char *issued)
{
    if (!issued)
        return g_strdup("undated");
    return issued[0] == '-' ? g_strdup("year unknown") : g_strndup(issued, 4);
}

static void
build_by_date(Citations *citations, GArray *rows)
{
    g_autoptr(GArray) references = numbers(citations_reference_count(citations));
    g_array_sort_with_data(references, compare_references, citations);
    g_autofree char *year = NULL;
    for (guint r = 0; r < references->len; r++) {
        guint id = g_array_index(references, guint, r);
        const Reference *reference = citations_reference(citations, id);
        g_autofree char *this_year = year_of(reference->issued), *issued = issued_in_words(reference->issued, TRUE);
        if (g_strcmp0(year, this_year) != 0) {
            PaneRow *head = pane_rows_add(rows, PANE_ROW_TEXT, 0, 0);
            head->left = g_strdup(this_year);
            g_free(year);
            year = g_steal_pointer(&this_year);
        }
        PaneRow *row = pane_rows_add(rows, PANE_ROW_ITEM, 1, id);
        row->left = g_strdup_printf("%s  %s", issued, citations_source(citations, reference->source)->name);
        row->right = times_cited(reference);
        set_places(row, citations, reference->cites);
    }
}

static void
build_in_order(Article *article, Citations *citations, GArray *rows)
{
    Document *document = article_document(article);
    for (guint i = 0; i < citations_cite_count(citations); i++) {
        const Cite *cite = citations_cite(citations, i);
        const Reference *reference = citations_reference(citations, cite->reference);
        g_autofree char *issued = issued_in_words(cite->issued, TRUE);
        PaneRow *row = pane_rows_add(rows, PANE_ROW_ITEM, 0, cite->reference);
        row->left = g_strdup_printf("%s, %s", citations_source(citations, reference->source)->name, issued);
        int block = document_block_at(document, cite->range.start);
        guint number = block < 0 ? 0 : document_block(document, (guint)block)->number;
        row->right = number ? g_strdup_printf("¶ %u", number) : NULL; /* in the other orders a bare number counts cites */
        row->places = g_new(Range, 1);
        row->places[0] = cite->range;
        row->n_places = 1;
    }
}

static void
build_by_class(Citations *citations, GArray *rows)
{
    g_autoptr(GArray) sources = numbers(citations_source_count(citations));
    g_array_sort_with_data(sources, compare_sources, citations);
    guint cited[SOURCE_CLASSES] = {0};
    for (guint s = 0; s < citations_source_count(citations); s++)
        cited[citations_source(citations, s)->class] += citations_source(citations, s)->n_cites;
    for (;;) { /* what is cited most first, and what has no class last */
        int class = SOURCE_UNCLASSIFIED;
        for (int each = 0; each < SOURCE_CLASSES; each++)
            if (each != SOURCE_UNCLASSIFIED && cited[each] > (class == SOURCE_UNCLASSIFIED ? 0 : cited[class]))
                class = each;
        guint cites = cited[class];
        if (cites == 0)
            break;
        cited[class] = 0;
        PaneRow *head = pane_rows_add(rows, PANE_ROW_TEXT, 0, 0);
        head->left = g_strdup(source_class_name((SourceClass)class));
        head->right = g_strdup_printf("%u", cites);
        for (guint s = 0; s < sources->len; s++) {
            guint index = g_array_index(sources, guint, s);
            if (citations_source(citations, index)->class == (SourceClass)class)
                add_source(rows, citations, index, 1, PANE_ROW_ITEM);
        }
    }
}

static void
build(Article *article, guint order, int width, GArray *rows)
{
    Citations *citations = article_citations(article);
    switch (order) {
    case 1:
        build_by_date(citations, rows);
        break;
    case 2:
        build_in_order(article, citations, rows);
        break;
    case 3:
        build_by_class(citations, rows);
        break;
    default:
        build_by_source(citations, rows);
        break;
    }
}

static char *
figure(Article *article)
{
    Citations *citations = article_citations(article);
    guint cites = citations_cite_count(citations), works = citations_reference_count(citations);
    return cites ? g_strdup_printf("%u on %u %s", cites, works, works == 1 ? "work" : "works") : NULL;
}

const PaneOps pane_citations = {
    .pane = PANE_CITATIONS, .title = "CITATIONS", .empty = "No citations were found.", .orders = orders, .build = build, .figure = figure,
};
