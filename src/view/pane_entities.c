/* The entity sidebar: who and what the article speaks of, how often, and where (a strip of small bars from the beginning of the text to its end). */
#include "view/pane_rows.h"

#include <string.h>

#include "text/fold.h"

#define STRIP_MIN 6
#define STRIP_MAX 12
#define STRIP_FROM 34 /* columns of a pane that has room for strips */
#define BESIDE_NAME 16 /* columns that count, type, signs and gaps take beside name and strip */

static const char *const orders[] = {"by count", "by first mention", "by name", "by type", NULL};
static const char *const short_types[] = {[ENTITY_PERSON] = "person", [ENTITY_ORGANISATION] = "org", [ENTITY_PLACE] = "place", [ENTITY_OTHER] = "other"};

typedef struct {
    const Entity *entity;
    guint id;
    gsize first;
    char *key; /* of its name, for sorting */
} Ranked;

static int
by_first(const Ranked *a, const Ranked *b)
{
    return a->first < b->first ? -1 : a->first > b->first;
}

static int
by_count(const Ranked *a, const Ranked *b)
{
    guint n = a->entity->mentions->len, m = b->entity->mentions->len;
    return n != m ? (n > m ? -1 : 1) : by_first(a, b);
}

static gint
compare(gconstpointer a, gconstpointer b, gpointer data)
{
    const Ranked *x = a, *y = b;
    switch (GPOINTER_TO_UINT(data)) {
    case 1:
        return by_first(x, y);
    case 2:
        return strcmp(x->key, y->key);
    case 3:
        return x->entity->type != y->entity->type ? (x->entity->type < y->entity->type ? -1 : 1) : by_count(x, y);
    default:
        return by_count(x, y);
    }
}

/* One bar a cell, as high as the cell's share of the mentions is among all cells of the strip. */
static char *
strip_of(const PaneRow *row, gsize length, int cells)
{
    GString *out = g_string_new(NULL);
    static const char *const bars[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇"};
    guint counts[STRIP_MAX] = {0}, most = 1;
    for (guint i = 0; i < row->n_places; i++) {
        guint cell = (guint)((double)row->places[i].start / (double)(length + 1) * cells);
        most = MAX(most, ++counts[cell]);
    }
    for (int i = 0; i < cells; i++)
        g_string_append(out, bars[counts[i] ? 1 + counts[i] * 6 / most : 0]);
    return g_string_free(out, FALSE);
}

/* The name as it fits: itself, else an acronym that the article uses for it, else itself to be cut. */
static const char *
fitting_name(const Entity *entity, int cells)
{
    if (display_width(entity->name, strlen(entity->name)) <= cells)
        return entity->name;
    for (guint i = 0; i < entity->aliases->len; i++) {
        const char *alias = g_ptr_array_index(entity->aliases, i);
        if (fold_has_upper(alias, -1) && strlen(alias) >= 2 && strlen(alias) <= 8 && !strchr(alias, ' '))
            return alias;
    }
    return entity->name;
}

/* Its name and aliases: what fits the column may be none that the reader thinks of. */
static char *
all_names(const Entity *entity)
{
    GString *names = g_string_new(entity->name);
    for (guint i = 0; i < entity->aliases->len; i++)
        g_string_append_printf(names, "\n%s", (const char *)g_ptr_array_index(entity->aliases, i));
    return g_string_free(names, FALSE);
}

static void
build(Article *article, guint order, int width, GArray *rows)
{
    Entities *entities = article_entities(article);
    gsize length = document_length(article_document(article));
    guint count = entities_count(entities);
    g_autofree Ranked *ranked = g_new(Ranked, count);
    guint shown = 0;
    for (guint i = 0; i < count; i++) {
        const Entity *entity = entities_get(entities, i);
        if (entity->mentions->len == 0)
            continue;
        gsize first = entities_mention(entities, g_array_index(entity->mentions, guint, 0))->range.start;
        ranked[shown++] = (Ranked){entity, i, first, order == 2 ? fold_text(entity->name, -1, FOLD_ALL) : NULL};
    }
    g_qsort_with_data(ranked, (gint)shown, sizeof(Ranked), compare, GUINT_TO_POINTER(order));
    int cells = width >= STRIP_FROM ? CLAMP((width - STRIP_FROM) / 2, STRIP_MIN, STRIP_MAX) : 0;
    int room = width - BESIDE_NAME - cells;
    for (guint i = 0; i < shown; i++) {
        const Entity *entity = ranked[i].entity;
        if (order == 3 && (i == 0 || ranked[i - 1].entity->type != entity->type)) {
            PaneRow *head = pane_rows_add(rows, PANE_ROW_TEXT, 0, 0);
            head->left = g_strdup(entity_type_name(entity->type));
        }
        PaneRow *row = pane_rows_add(rows, PANE_ROW_ITEM, order == 3, ranked[i].id);
        row->left = g_strdup(fitting_name(entity, room));
        row->right = g_strdup_printf("%u", entity->mentions->len);
        row->also = all_names(entity);
        row->n_places = entity->mentions->len;
        row->places = g_new(Range, row->n_places);
        for (guint m = 0; m < row->n_places; m++)
            row->places[m] = entities_mention(entities, g_array_index(entity->mentions, guint, m))->range;
        row->middle = order == 3 ? NULL : g_strdup_printf("%-6s", short_types[entity->type]);
        row->strip = strip_of(row, length, cells);
        g_free(ranked[i].key);
    }
}

static char *
figure(Article *article)
{
    guint count = entities_count(article_entities(article));
    return count ? g_strdup_printf("%u", count) : NULL;
}

const PaneOps pane_entities = {
    .pane = PANE_ENTITIES, .title = "ENTITIES", .empty = "No names were found.", .orders = orders, .build = build, .figure = figure,
};
