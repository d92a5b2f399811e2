/* Any sequence of operations on a layer, beside a plain list of the same items. */
#include "doc/layer.h"

#include "tests/fuzz/fuzz.h"

#define ITEMS 400

static gboolean
same(LayerItem a, LayerItem b)
{
    return a.range.start == b.range.start && a.range.end == b.range.end && a.id == b.id;
}

/* What layer_at() must name: of the items that cover offset the latest, then the shortest. */
static gboolean
model_at(GArray *model, gsize offset, Range *best)
{
    gboolean found = FALSE;
    for (guint i = 0; i < model->len; i++) {
        Range range = g_array_index(model, LayerItem, i).range;
        if (range_contains(range, offset) &&
            (!found || range.start > best->start || (range.start == best->start && range.end < best->end))) {
            *best = range;
            found = TRUE;
        }
    }
    return found;
}

static void
compare(Layer *layer, GArray *model, Range range)
{
    Range best = RANGE_NONE;
    int at = layer_at(layer, range.start);
    g_assert_true((at >= 0) == model_at(model, range.start, &best));
    if (at >= 0) {
        LayerItem item = layer_get(layer, (guint)at);
        g_assert_true(item.range.start == best.start && item.range.end == best.end);
    }
    g_autoptr(GArray) found = layer_collect(layer, range);
    guint want = 0;
    for (guint i = 0; i < model->len; i++) {
        LayerItem item = g_array_index(model, LayerItem, i);
        if (!range_overlaps(item.range, range))
            continue;
        want++;
        gboolean seen = FALSE;
        for (guint j = 0; j < found->len && !seen; j++)
            seen = same(g_array_index(found, LayerItem, j), item);
        g_assert_true(seen);
    }
    g_assert_cmpuint(found->len, ==, want);
    g_assert_cmpuint(layer_size(layer), ==, model->len);
}

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    FuzzInput input = {data, size};
    g_autoptr(Layer) layer = layer_new();
    g_autoptr(GArray) model = g_array_new(FALSE, FALSE, sizeof(LayerItem));
    while (input.left > 0) {
        guint8 what = fuzz_byte(&input), start = fuzz_byte(&input), length = fuzz_byte(&input);
        Range range = {start, (gsize)start + length};
        guint id = what >> 4;
        switch (what % 8) {
        case 0:
            layer_remove(layer, id);
            for (guint i = model->len; i-- > 0;)
                if (g_array_index(model, LayerItem, i).id == id)
                    g_array_remove_index(model, i);
            break;
        case 1:
            compare(layer, model, range);
            break;
        case 2:
            layer_check(layer);
            break;
        case 3:
            if (what == 3) {
                layer_clear(layer);
                g_array_set_size(model, 0);
            }
            break;
        default:
            if (model->len < ITEMS) {
                LayerItem item = {range, id};
                layer_add(layer, range, id);
                g_array_append_val(model, item);
            }
        }
    }
    compare(layer, model, range_make(0, 600));
    layer_check(layer);
    return 0;
}
