/* A key map as a data structure: what reading it (keymap.c) and asking it (keymap_table.c) share.
 *
 * Each mode has an array of bindings sorted by their keys. All sequences that begin with a prefix lie together in it, directly behind the prefix itself; so one binary
 * search answers a lookup, and two neighbours are all that a conflict can be between. A binding with a NULL command is a hole that none = "…" made in a mode that falls
 * through to normal: it hides what normal has there. */
#ifndef IBID_CONFIG_KEYMAP_TABLE_H
#define IBID_CONFIG_KEYMAP_TABLE_H

#include "config/keymap.h"

typedef struct {
    KeyBinding binding; /* what the world sees */
    int layer;          /* 0 preset, 1 the user's file, 2 built in */
} Bound;

struct Keymap {
    GPtrArray *modes[MODE_COUNT]; /* Bound *, sorted by keys */
    GPtrArray *all;               /* Bound *, owned, in the order of the files */
    GPtrArray *holes;             /* those without a command, owned */
    GStringChunk *strings;
};

Keymap *keymap_new(void);
/* A binding of its own; insert it or free it. */
Bound *bound_new(Keymap *keymap, const KeyBinding *binding, int layer);
void bound_free(gpointer bound);
void keymap_insert(Keymap *keymap, Bound *bound);
/* Also frees it. */
void keymap_remove(Keymap *keymap, Bound *bound);

const Key *bound_keys(const Bound *bound);
/* The binding at or behind the place of keys[0..n) that begins with them, or NULL. It is the exact one if there is one. */
Bound *keymap_find_from(const Keymap *keymap, KeyMode mode, const Key *keys, guint n);
gboolean key_mode_falls_through(KeyMode mode);

#endif
