/* The layer against a brute-force model, with random operations over small and larger sizes, and its corner cases. */
#include "doc/layer.h"

#include "tests/test.h"

static gint
model_compare(gconstpointer a, gconstpointer b)
{
    const LayerItem *x = a, *y = b;
    if (x->range.start != y->range.start)
        return x->range.start < y->range.start ? -1 : 1;
    if (x->range.end != y->range.end)
        return x->range.end > y->range.end ? -1 : 1;
    return x->id < y->id ? -1 : x->id > y->id;
}

static LayerItem
model_get(GArray *model, guint index)
{
    return g_array_index(model, LayerItem, index);
}

static void
model_add(GArray *model, Range range, guint id)
{
    LayerItem item = {range, id};
    g_array_append_val(model, item);
    g_array_sort(model, model_compare);
}

static void
model_remove(GArray *model, guint id)
{
    for (guint i = model->len; i-- > 0;)
        if (model_get(model, i).id == id)
            g_array_remove_index(model, i);
}

static int
model_at(GArray *model, gsize offset)
{
    for (guint i = model->len; i-- > 0;)
        if (range_contains(model_get(model, i).range, offset))
            return (int)i;
    return -1;
}

static int
model_next(GArray *model, gsize offset)
{
    for (guint i = 0; i < model->len; i++)
        if (model_get(model, i).range.start > offset)
            return (int)i;
    return -1;
}

static int
model_previous(GArray *model, gsize offset)
{
    for (guint i = model->len; i-- > 0;)
        if (model_get(model, i).range.start < offset)
            return (int)i;
    return -1;
}

static void
compare_in_range(Layer *layer, GArray *model, Range range)
{
    g_autoptr(GArray) found = layer_collect(layer, range);
    guint seen = 0;
    for (guint i = 0; i < model->len; i++) {
        LayerItem want = model_get(model, i);
        if (!range_overlaps(want.range, range))
            continue;
        g_assert_cmpuint(seen, <, found->len);
        LayerItem got = g_array_index(found, LayerItem, seen++);
        g_assert_cmpint(model_compare(&got, &want), ==, 0);
    }
    g_assert_cmpuint(seen, ==, found->len);
}

static void
compare_all(Layer *layer, GArray *model, gsize length)
{
    layer_check(layer);
    g_assert_cmpuint(layer_size(layer), ==, model->len);
    for (guint i = 0; i < model->len; i++) {
        LayerItem got = layer_get(layer, i), want = model_get(model, i);
        g_assert_cmpint(model_compare(&got, &want), ==, 0);
    }
    for (gsize offset = 0; offset <= length + 1; offset++) {
        g_assert_cmpint(layer_at(layer, offset), ==, model_at(model, offset));
        g_assert_cmpint(layer_next(layer, offset), ==, model_next(model, offset));
        g_assert_cmpint(layer_previous(layer, offset), ==, model_previous(model, offset));
    }
}

static Range
random_range(gsize length, gsize longest)
{
    gsize start = (gsize)g_test_rand_int_range(0, (gint)length + 1);
    gsize bytes = (gsize)g_test_rand_int_range(0, (gint)longest + 1);
    return range_make(start, MIN(start + bytes, length));
}

/* Rounds of random additions, removals and questions; the settings decide how crowded the text is. */
static void
random_rounds(guint rounds, guint operations, gsize length, gsize longest)
{
    for (guint round = 0; round < rounds; round++) {
        g_autoptr(Layer) layer = layer_new();
        g_autoptr(GArray) model = g_array_new(FALSE, FALSE, sizeof(LayerItem));
        for (guint step = 0; step < operations; step++) {
            int what = g_test_rand_int_range(0, 20);
            if (what == 0) {
                guint id = (guint)g_test_rand_int_range(0, 40);
                layer_remove(layer, id);
                model_remove(model, id);
            } else if (what == 1 && g_test_rand_int_range(0, 40) == 0) {
                layer_clear(layer);
                g_array_set_size(model, 0);
            } else if (what < 14) {
                Range range = random_range(length, longest);
                guint id = (guint)g_test_rand_int_range(0, 40);
                layer_add(layer, range, id);
                model_add(model, range, id);
            } else {
                Range range = random_range(length, length);
                g_assert_cmpint(layer_at(layer, range.start), ==, model_at(model, range.start));
                compare_in_range(layer, model, range);
                layer_check(layer);
            }
        }
        compare_all(layer, model, length);
    }
}

static void
test_random_small(void)
{
    random_rounds(400, 24, 12, 4);
    random_rounds(400, 24, 12, 12);
}

static void
test_random_large(void)
{
    random_rounds(12, 700, 300, 20);
    random_rounds(4, 700, 2000, 3);
    random_rounds(4, 700, 300, 300);
}

/* Appending and asking in turn crosses each border of the tree's groups and levels. */
static void
test_append_and_ask(void)
{
    g_autoptr(Layer) layer = layer_new();
    for (guint i = 0; i < 1200; i++) {
        layer_add(layer, range_make(i, i == 3 ? 5000 : i + 1), i);
        g_assert_cmpint(layer_at(layer, i), ==, (int)i);
        g_assert_cmpint(layer_at(layer, 4000), ==, i >= 3 ? 3 : -1);
        if (i < 600)
            layer_check(layer);
    }
    layer_check(layer);
}

static void
test_empty(void)
{
    g_autoptr(Layer) layer = layer_new();
    layer_check(layer);
    g_assert_cmpuint(layer_size(layer), ==, 0);
    g_assert_cmpint(layer_at(layer, 0), ==, -1);
    g_assert_cmpint(layer_next(layer, 0), ==, -1);
    g_assert_cmpint(layer_previous(layer, 5), ==, -1);
    g_autoptr(GArray) none = layer_collect(layer, range_make(0, G_MAXSIZE));
    g_assert_cmpuint(none->len, ==, 0);
    layer_remove(layer, 1);
    layer_clear(layer);
    layer_check(layer);
}

/* An empty item has its place in the order but covers nothing. */
static void
test_empty_items(void)
{
    g_autoptr(Layer) layer = layer_new();
    layer_add(layer, range_make(4, 4), 0);
    layer_add(layer, range_make(4, 6), 1);
    g_assert_cmpuint(layer_get(layer, 0).id, ==, 1);
    g_assert_cmpuint(layer_get(layer, 1).id, ==, 0);
    g_assert_cmpint(layer_at(layer, 4), ==, 0);
    g_assert_cmpint(layer_next(layer, 3), ==, 0);
    g_autoptr(GArray) found = layer_collect(layer, range_make(0, 9));
    g_assert_cmpuint(found->len, ==, 1);
    g_autoptr(GArray) none = layer_collect(layer, range_make(5, 5));
    g_assert_cmpuint(none->len, ==, 0);
}

/* The innermost is the one that starts last, then the shortest. */
static void
test_nested(void)
{
    g_autoptr(Layer) layer = layer_new();
    layer_add(layer, range_make(0, 100), 0);
    layer_add(layer, range_make(10, 20), 1);
    layer_add(layer, range_make(10, 50), 2);
    layer_add(layer, range_make(15, 90), 3);
    g_assert_cmpuint(layer_get(layer, (guint)layer_at(layer, 12)).id, ==, 1);
    g_assert_cmpuint(layer_get(layer, (guint)layer_at(layer, 16)).id, ==, 3);
    g_assert_cmpuint(layer_get(layer, (guint)layer_at(layer, 95)).id, ==, 0);
    g_assert_cmpint(layer_at(layer, 100), ==, -1);
    g_assert_cmpint(layer_at(layer, G_MAXSIZE), ==, -1);
    g_assert_cmpint(layer_next(layer, G_MAXSIZE), ==, -1);
    g_assert_cmpint(layer_previous(layer, G_MAXSIZE), ==, 3);
}

static gboolean
stop_at_second(LayerItem item, guint index, gpointer data)
{
    return ++*(guint *)data < 2;
}

static void
test_visit_stops(void)
{
    g_autoptr(Layer) layer = layer_new();
    for (guint i = 0; i < 50; i++)
        layer_add(layer, range_make(i, i + 10), i);
    guint seen = 0;
    layer_in_range(layer, range_make(5, 40), stop_at_second, &seen);
    g_assert_cmpuint(seen, ==, 2);
}

/* Half a million additions from back to front, and as many questions, are no work: quadratic moves would take minutes.
 * */
static void
test_backwards(void)
{
    g_autoptr(Layer) layer = layer_new();
    const guint count = 500000;
    for (guint i = count; i-- > 0;)
        layer_add(layer, range_make(2 * i, 2 * i + 1), i);
    g_assert_cmpuint(layer_size(layer), ==, count);
    for (guint i = 0; i < count; i++) {
        g_assert_cmpint(layer_at(layer, 2 * i), ==, (int)i);
        g_assert_cmpint(layer_at(layer, 2 * i + 1), ==, -1);
    }
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/layer/empty", test_empty);
    g_test_add_func("/layer/empty-items", test_empty_items);
    g_test_add_func("/layer/nested", test_nested);
    g_test_add_func("/layer/append-and-ask", test_append_and_ask);
    g_test_add_func("/layer/visit-stops", test_visit_stops);
    g_test_add_func("/layer/backwards", test_backwards);
    g_test_add_func("/layer/random-small", test_random_small);
    g_test_add_func("/layer/random-large", test_random_large);
    return g_test_run();
}
