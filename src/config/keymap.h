/* Key maps: sequences of keys → command lines, by mode, from ini files (content/keys/NAME.ini and the user's keys.ini on top).
 *
 *     [normal]            sections are modes: normal, selection, pane, peek, prompt (what is not bound in selection, pane or peek falls through to normal)
 *     scroll-down 1 = "<C-e>"      key: a command with its arguments; value: one or more sequences, separated by spaces
 *
 * The command is the key of the line and the keys are the value, so that iniparser's lower-casing of keys harms nothing (commands are lower case). */
#ifndef IBID_CONFIG_KEYMAP_H
#define IBID_CONFIG_KEYMAP_H

#include "config/key.h"

typedef enum { MODE_NORMAL, MODE_SELECTION, MODE_PANE, MODE_PEEK, MODE_PROMPT, MODE_COUNT } KeyMode;
const char *key_mode_name(KeyMode mode);

typedef struct {
    KeyMode mode;
    GArray *keys;        /* Key */
    const char *command; /* a command line without ":" */
    const char *file;    /* where it stands */
    int line;
} KeyBinding;

typedef struct Keymap Keymap;

/* check says whether a command line is one (app's table); NULL: anything goes. Faults as in theme_load(); never NULL. user_path may be NULL. */
typedef gboolean (*KeymapCheck)(const char *command_line, char **what, gpointer data);
Keymap *keymap_load(const char *preset, const char *user_path, KeymapCheck check, gpointer data, GPtrArray *faults);
void keymap_free(Keymap *keymap);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Keymap, keymap_free)

typedef enum { KEYMAP_NONE, KEYMAP_PREFIX, KEYMAP_MATCH } KeymapResult;
/* What keys[0..n) mean in a mode (with the fall-through above). MATCH: *command is lent. A sequence that is whole and also a prefix is a fault at loading (the longer one is refused). */
KeymapResult keymap_lookup(const Keymap *keymap, KeyMode mode, const Key *keys, guint n, const char **command);

/* All bindings, in the order of the files, modes together. Owned by the map. */
guint keymap_count(const Keymap *keymap);
const KeyBinding *keymap_binding(const Keymap *keymap, guint index);
/* The keys of a command as one would type them ("]c"), for hints; NULL if it has none in this mode. Free with g_free(). */
char *keymap_keys_of(const Keymap *keymap, KeyMode mode, const char *command);
/* The next keys possible after a prefix, with their commands, for the status line: GPtrArray of const KeyBinding *; free with g_ptr_array_unref(). */
GPtrArray *keymap_continuations(const Keymap *keymap, KeyMode mode, const Key *keys, guint n);

#endif
