/* A layer of ranges. See layer.h for the order of the items.
 *
 * items[0..sorted) stand in order; what was added out of order waits behind them and is merged in by the next
 * question, so that any number of additions costs one sort. Over the items stands an implicit tree: maxima[0][i] is
 * the largest end of the items FANOUT*i .. FANOUT*i+FANOUT-1, maxima[1][i] the largest of FANOUT entries of maxima[0],
 * and so on up to a level with one entry. Empty items count with end 0, so that no search finds them. Entries that
 * cover items from index `fresh` on are out of date; an item appended in text order renews its own ancestors and
 * leaves the tree fresh. */
#include "doc/layer.h"

#include <string.h>

#define FANOUT 8
#define LEVELS 11 /* 8^11 > 2^32 */

struct Layer {
    GArray *items; /* LayerItem */
    guint sorted;
    guint fresh; /* items [0, fresh) are in the tree */
    guint levels;
    GArray *maxima[LEVELS]; /* gsize */
};

Layer *
layer_new(void)
{
    Layer *layer = g_new0(Layer, 1);
    layer->items = g_array_new(FALSE, FALSE, sizeof(LayerItem));
    return layer;
}

void
layer_free(Layer *layer)
{
    if (!layer)
        return;
    for (guint level = 0; level < LEVELS; level++)
        if (layer->maxima[level])
            g_array_unref(layer->maxima[level]);
    g_array_unref(layer->items);
    g_free(layer);
}

static int
item_compare(const LayerItem *a, const LayerItem *b)
{
    if (a->range.start != b->range.start)
        return a->range.start < b->range.start ? -1 : 1;
    if (a->range.end != b->range.end)
        return a->range.end > b->range.end ? -1 : 1;
    return a->id < b->id ? -1 : a->id > b->id;
}

static LayerItem *
layer_items(const Layer *layer)
{
    return (LayerItem *)(void *)layer->items->data;
}

static gsize
item_reach(const LayerItem *item)
{
    return item->range.start < item->range.end ? item->range.end : 0;
}

/* The largest end below entry `index` of a level; level 0 is the items themselves, level k maxima[k - 1]. */
static gsize
layer_reach(const Layer *layer, guint level, guint index)
{
    return level == 0 ? item_reach(&layer_items(layer)[index]) : g_array_index(layer->maxima[level - 1], gsize, index);
}

static guint
layer_width(const Layer *layer, guint level)
{
    return level == 0 ? layer->sorted : layer->maxima[level - 1]->len;
}

/* Puts the item at index, the last one, into a tree that is fresh up to it: only its own ancestors change. */
static void
tree_append(Layer *layer, guint index)
{
    gsize reach = item_reach(&layer_items(layer)[index]);
    guint level = 0;
    for (guint at = index / FANOUT;; at /= FANOUT, level++) {
        if (level == layer->levels) {
            GArray *fresh = g_array_new(FALSE, FALSE, sizeof(gsize));
            /* A new top: it covers what the old top's first entry knew already. */
            gsize all = level > 0 ? g_array_index(layer->maxima[level - 1], gsize, 0) : reach;
            g_array_append_val(fresh, all);
            layer->maxima[level] = fresh;
            layer->levels++;
        }
        GArray *maxima = layer->maxima[level];
        if (at == maxima->len)
            g_array_append_val(maxima, reach);
        else if (g_array_index(maxima, gsize, at) < reach)
            g_array_index(maxima, gsize, at) = reach;
        if (maxima->len == 1)
            break;
    }
    layer->fresh = index + 1;
}

/* Forgets what the tree knows of the items from `from` on; the entries that cover `from` itself are renewed item by
 * item. */
static void
tree_cut(Layer *layer, guint from)
{
    if (from >= layer->fresh)
        return;
    from -= from % FANOUT;
    layer->fresh = from;
    guint width = from;
    for (guint level = 0; level < layer->levels; level++) {
        width /= FANOUT;
        g_array_set_size(layer->maxima[level], MIN(width, layer->maxima[level]->len));
    }
    /* Above the lowest level an entry may stand for items before `from` as well: renew it from the entries below that
     * stay. */
    for (guint level = 1; level < layer->levels; level++) {
        GArray *below = layer->maxima[level - 1], *maxima = layer->maxima[level];
        guint whole = maxima->len * FANOUT;
        if (whole < below->len) {
            gsize reach = 0;
            for (guint i = whole; i < below->len; i++)
                reach = MAX(reach, g_array_index(below, gsize, i));
            g_array_append_val(maxima, reach);
        }
    }
    while (layer->levels > 0 && (layer->maxima[layer->levels - 1]->len == 0 ||
                                 (layer->levels > 1 && layer->maxima[layer->levels - 2]->len <= 1))) {
        g_array_unref(layer->maxima[--layer->levels]);
        layer->maxima[layer->levels] = NULL;
    }
}

static gint
item_compare_void(gconstpointer a, gconstpointer b)
{
    return item_compare(a, b);
}

/* Merges the waiting items into the sorted ones, from the back, so that only what stands behind the first of them
 * moves. */
static void
layer_sort(Layer *layer)
{
    guint waiting = layer->items->len - layer->sorted;
    if (waiting == 0)
        return;
    LayerItem *items = layer_items(layer);
    g_autofree LayerItem *tail = g_memdup2(items + layer->sorted, waiting * sizeof *tail);
    qsort(tail, waiting, sizeof *tail, item_compare_void);
    guint left = layer->sorted, right = waiting, out = layer->items->len;
    while (right > 0) {
        if (left > 0 && item_compare(&items[left - 1], &tail[right - 1]) > 0)
            items[--out] = items[--left];
        else
            items[--out] = tail[--right];
    }
    layer->sorted = layer->items->len;
    tree_cut(layer, out);
}

/* Makes order and tree good for a question. Questions are logically const. */
static void
layer_settle(const Layer *constant)
{
    Layer *layer = (Layer *)constant;
    layer_sort(layer);
    while (layer->fresh < layer->sorted)
        tree_append(layer, layer->fresh);
}

void
layer_add(Layer *layer, Range range, guint id)
{
    LayerItem item = {range, id};
    guint size = layer->items->len;
    gboolean in_order = layer->sorted == size && (size == 0 || item_compare(&layer_items(layer)[size - 1], &item) <= 0);
    g_array_append_val(layer->items, item);
    if (in_order)
        layer->sorted = size + 1;
}

void
layer_remove(Layer *layer, guint id)
{
    layer_sort(layer);
    LayerItem *items = layer_items(layer);
    guint kept = 0, first = layer->sorted;
    for (guint i = 0; i < layer->sorted; i++) {
        if (items[i].id == id)
            first = MIN(first, i);
        else
            items[kept++] = items[i];
    }
    g_array_set_size(layer->items, kept);
    tree_cut(layer, first);
    layer->sorted = kept;
}

void
layer_clear(Layer *layer)
{
    g_array_set_size(layer->items, 0);
    layer->sorted = 0;
    tree_cut(layer, 0);
}

guint
layer_size(const Layer *layer)
{
    return layer->items->len;
}

LayerItem
layer_get(const Layer *layer, guint index)
{
    layer_sort((Layer *)layer);
    g_assert(index < layer->sorted);
    return layer_items(layer)[index];
}

/* Number of items that start before offset. */
static guint
starts_before(const Layer *layer, gsize offset)
{
    const LayerItem *items = layer_items(layer);
    guint low = 0, high = layer->sorted;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (items[middle].range.start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The last item before `below` that ends behind offset, or -1: to the left within a group, then up; down again into
 * the first entry that reaches far enough. */
static int
last_reaching(const Layer *layer, guint below, gsize offset)
{
    guint level = 0;
    while (below > 0) {
        guint at = below - 1;
        if (layer_reach(layer, level, at) > offset) {
            if (level == 0)
                return (int)at;
            level--;
            below = MIN((at + 1) * FANOUT, layer_width(layer, level));
        } else if (at % FANOUT == 0 && level < layer->levels) {
            below = at / FANOUT;
            level++;
        } else {
            below = at;
        }
    }
    return -1;
}

/* The first item from `from` on that ends behind offset, or -1. */
static int
first_reaching(const Layer *layer, guint from, gsize offset)
{
    guint level = 0;
    while (from < layer_width(layer, level)) {
        if (layer_reach(layer, level, from) > offset) {
            if (level == 0)
                return (int)from;
            level--;
            from *= FANOUT;
        } else if (from % FANOUT == FANOUT - 1 && level < layer->levels) {
            from = from / FANOUT + 1;
            level++;
        } else {
            from++;
        }
    }
    return -1;
}

int
layer_at(Layer *layer, gsize offset)
{
    layer_settle(layer);
    return offset == G_MAXSIZE ? -1 : last_reaching(layer, starts_before(layer, offset + 1), offset);
}

int
layer_next(const Layer *layer, gsize offset)
{
    layer_sort((Layer *)layer);
    guint index = offset == G_MAXSIZE ? layer->sorted : starts_before(layer, offset + 1);
    return index < layer->sorted ? (int)index : -1;
}

int
layer_previous(const Layer *layer, gsize offset)
{
    layer_sort((Layer *)layer);
    return (int)starts_before(layer, offset) - 1;
}

void
layer_in_range(Layer *layer, Range range, LayerVisit visit, gpointer data)
{
    if (range.start >= range.end)
        return;
    layer_settle(layer);
    guint end = starts_before(layer, range.end);
    for (int at = first_reaching(layer, 0, range.start); at >= 0 && (guint)at < end;
         at = first_reaching(layer, (guint)at + 1, range.start))
        if (!visit(layer_items(layer)[at], (guint)at, data))
            return;
}

static gboolean
collect_item(LayerItem item, guint index, gpointer data)
{
    g_array_append_val((GArray *)data, item);
    return TRUE;
}

GArray *
layer_collect(Layer *layer, Range range)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(LayerItem));
    layer_in_range(layer, range, collect_item, found);
    return found;
}

void
layer_check(Layer *layer)
{
    layer_settle(layer);
    g_assert_cmpuint(layer->sorted, ==, layer->items->len);
    g_assert_cmpuint(layer->fresh, ==, layer->sorted);
    const LayerItem *items = layer_items(layer);
    for (guint i = 0; i < layer->sorted; i++) {
        g_assert_cmpuint(items[i].range.start, <=, items[i].range.end);
        if (i > 0)
            g_assert_cmpint(item_compare(&items[i - 1], &items[i]), <=, 0);
    }
    for (guint level = 1; level <= layer->levels; level++) {
        guint below = layer_width(layer, level - 1), width = layer_width(layer, level);
        g_assert_cmpuint(width, ==, (below + FANOUT - 1) / FANOUT);
        for (guint i = 0; i < width; i++) {
            gsize reach = 0;
            for (guint j = i * FANOUT; j < MIN((i + 1) * FANOUT, below); j++)
                reach = MAX(reach, layer_reach(layer, level - 1, j));
            g_assert_cmpuint(layer_reach(layer, level, i), ==, reach);
        }
    }
    g_assert_cmpuint(layer->sorted == 0 ? 0 : 1, ==, layer->levels == 0 ? 0 : layer_width(layer, layer->levels));
}
