/* A layer: an ordered set of ranges over a text, with an id each, that answers four questions in O(log n).
 *
 * Items are kept in one array sorted by (start, longer first, id); beside it stands an implicit tree of maximal ends
 * (layer.c), so that "what covers this offset" and "what lies in this range" skip groups of items that end too early
 * (an interval tree without pointers). Adding is O(1) amortised: what comes in text order is appended, what does not
 * waits and is merged in by the next question, which then costs O(n) once, at most. Ranges may overlap and nest; empty
 * ranges are kept, but cover nothing. A layer must not be changed from inside layer_in_range(). */
#ifndef IBID_DOC_LAYER_H
#define IBID_DOC_LAYER_H

#include "base/range.h"

typedef struct Layer Layer;

typedef struct {
    Range range;
    guint id;
} LayerItem;

Layer *layer_new(void);
void layer_free(Layer *layer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Layer, layer_free)

void layer_add(Layer *layer, Range range, guint id);
/* Removes every item with this id. O(n). */
void layer_remove(Layer *layer, guint id);
void layer_clear(Layer *layer);

guint layer_size(const Layer *layer);
/* The item at a position in text order, 0 <= index < size. */
LayerItem layer_get(const Layer *layer, guint index);

/* Index of the innermost (latest starting, then shortest) item that covers offset, or -1. */
int layer_at(Layer *layer, gsize offset);
/* Index of the first item that starts after offset, or -1; of the last that starts before offset, or -1. */
int layer_next(const Layer *layer, gsize offset);
int layer_previous(const Layer *layer, gsize offset);
/* Calls visit for each item that overlaps range, in text order, until it returns FALSE. O(log n) and each answer O(log
 * n) at worst. */
typedef gboolean (*LayerVisit)(LayerItem item, guint index, gpointer data);
void layer_in_range(Layer *layer, Range range, LayerVisit visit, gpointer data);
/* The same collected: a new GArray of LayerItem; free with g_array_unref(). */
GArray *layer_collect(Layer *layer, Range range);

/* Asserts the order and the tree; for tests. */
void layer_check(Layer *layer);

#endif
