/* Key maps in memory: sorted arrays, and the questions they answer. */
#include "config/keymap_table.h"

#include <string.h>

gboolean
key_mode_falls_through(KeyMode mode)
{
    return mode == MODE_SELECTION || mode == MODE_PANE || mode == MODE_PEEK;
}

Keymap *
keymap_new(void)
{
    Keymap *keymap = g_new0(Keymap, 1);
    keymap->all = g_ptr_array_new_with_free_func(bound_free);
    keymap->holes = g_ptr_array_new_with_free_func(bound_free);
    keymap->strings = g_string_chunk_new(4096);
    for (int mode = 0; mode < MODE_COUNT; mode++)
        keymap->modes[mode] = g_ptr_array_new();
    return keymap;
}

void
keymap_free(Keymap *keymap)
{
    if (!keymap)
        return;
    for (int mode = 0; mode < MODE_COUNT; mode++)
        g_ptr_array_unref(keymap->modes[mode]);
    g_ptr_array_unref(keymap->all);
    g_ptr_array_unref(keymap->holes);
    g_string_chunk_free(keymap->strings);
    g_free(keymap);
}

Bound *
bound_new(Keymap *keymap, const KeyBinding *binding, int layer)
{
    Bound *bound = g_new0(Bound, 1);
    *bound = (Bound){*binding, layer};
    g_array_ref(binding->keys);
    bound->binding.command = binding->command ? g_string_chunk_insert_const(keymap->strings, binding->command) : NULL;
    bound->binding.file = g_string_chunk_insert_const(keymap->strings, binding->file);
    return bound;
}

void
bound_free(gpointer data)
{
    Bound *bound = data;
    g_array_unref(bound->binding.keys);
    g_free(bound);
}

const Key *
bound_keys(const Bound *bound)
{
    return (const Key *)(void *)bound->binding.keys->data;
}

static int
compare_keys(const Key *a, guint a_count, const Key *b, guint b_count)
{
    for (guint i = 0; i < a_count && i < b_count; i++) {
        int order = key_compare(a[i], b[i]);
        if (order)
            return order;
    }
    return a_count < b_count ? -1 : a_count > b_count;
}

static gboolean
begins_with(const Bound *bound, const Key *keys, guint n)
{
    return bound->binding.keys->len >= n && compare_keys(bound_keys(bound), n, keys, n) == 0;
}

/* The first index whose keys are not before keys[0..n). */
static guint
lower_bound(const GPtrArray *mode, const Key *keys, guint n)
{
    guint low = 0, high = mode->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        const Bound *bound = mode->pdata[middle];
        if (compare_keys(bound_keys(bound), bound->binding.keys->len, keys, n) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

Bound *
keymap_find_from(const Keymap *keymap, KeyMode mode, const Key *keys, guint n)
{
    const GPtrArray *bindings = keymap->modes[mode];
    guint at = lower_bound(bindings, keys, n);
    return at < bindings->len && begins_with(bindings->pdata[at], keys, n) ? bindings->pdata[at] : NULL;
}

void
keymap_remove(Keymap *keymap, Bound *bound)
{
    g_ptr_array_remove(keymap->modes[bound->binding.mode], bound);
    g_ptr_array_remove(bound->binding.command ? keymap->all : keymap->holes, bound); /* frees it */
}

void
keymap_insert(Keymap *keymap, Bound *bound)
{
    GPtrArray *mode = keymap->modes[bound->binding.mode];
    g_ptr_array_insert(mode, (int)lower_bound(mode, bound_keys(bound), bound->binding.keys->len), bound);
    g_ptr_array_add(bound->binding.command ? keymap->all : keymap->holes, bound);
}

/* --- asking --- */

KeymapResult
keymap_lookup(const Keymap *keymap, KeyMode mode, const Key *keys, guint n, const char **command)
{
    g_return_val_if_fail(mode < MODE_COUNT, KEYMAP_NONE);
    const Bound *bound = n > 0 ? keymap_find_from(keymap, mode, keys, n) : NULL;
    if (bound && bound->binding.keys->len > n)
        return KEYMAP_PREFIX;
    if (bound && !bound->binding.command)
        return KEYMAP_NONE;
    if (bound) {
        *command = bound->binding.command;
        return KEYMAP_MATCH;
    }
    return key_mode_falls_through(mode) ? keymap_lookup(keymap, MODE_NORMAL, keys, n, command) : KEYMAP_NONE;
}

/* TRUE when a binding of normal cannot be reached in mode, because that has a hole or a binding of its own at it or on the way to it. */
static gboolean
is_hidden(const Keymap *keymap, KeyMode mode, const Bound *bound)
{
    for (guint k = 1; k <= bound->binding.keys->len; k++) {
        const Bound *over = keymap_find_from(keymap, mode, bound_keys(bound), k);
        if (over && over->binding.keys->len == k)
            return TRUE;
        if (!over)
            return FALSE;
    }
    return TRUE; /* it is the beginning of a longer one there */
}

guint
keymap_count(const Keymap *keymap)
{
    return keymap->all->len;
}

const KeyBinding *
keymap_binding(const Keymap *keymap, guint index)
{
    g_return_val_if_fail(index < keymap->all->len, NULL);
    return &((const Bound *)keymap->all->pdata[index])->binding;
}

char *
keymap_keys_of(const Keymap *keymap, KeyMode mode, const char *command)
{
    const KeyMode modes[] = {mode, MODE_NORMAL};
    for (guint m = 0; m < (key_mode_falls_through(mode) ? 2 : 1); m++) {
        const Bound *best = NULL;
        for (guint i = 0; i < keymap->all->len; i++) {
            const Bound *bound = keymap->all->pdata[i];
            if (bound->binding.mode == modes[m] && g_strcmp0(bound->binding.command, command) == 0 &&
                (!best || bound->layer > best->layer) && (m == 0 || !is_hidden(keymap, mode, bound)))
                best = bound;
        }
        if (best)
            return keys_text(bound_keys(best), best->binding.keys->len);
    }
    return NULL;
}

static int
compare_bound(gconstpointer a, gconstpointer b)
{
    const KeyBinding *x = *(const KeyBinding *const *)a, *y = *(const KeyBinding *const *)b;
    return compare_keys((const Key *)(void *)x->keys->data, x->keys->len, (const Key *)(void *)y->keys->data,
                        y->keys->len);
}

GPtrArray *
keymap_continuations(const Keymap *keymap, KeyMode mode, const Key *keys, guint n)
{
    const KeyMode modes[] = {mode, MODE_NORMAL};
    GPtrArray *found = g_ptr_array_new();
    for (guint m = 0; m < (key_mode_falls_through(mode) ? 2 : 1); m++) {
        const GPtrArray *bindings = keymap->modes[modes[m]];
        for (guint i = lower_bound(bindings, keys, n); i < bindings->len; i++) {
            const Bound *bound = bindings->pdata[i];
            if (!begins_with(bound, keys, n))
                break;
            if (bound->binding.command && bound->binding.keys->len > n && (m == 0 || !is_hidden(keymap, mode, bound)))
                g_ptr_array_add(found, (gpointer)&bound->binding);
        }
    }
    g_ptr_array_sort(found, compare_bound);
    return found;
}
