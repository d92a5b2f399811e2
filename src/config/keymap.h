/* Key maps: sequences of keys → command lines, by mode, from ini files (content/keys/NAME.ini and the user's keys.ini on top).
 *
 *     [normal]                     sections are modes: normal, selection, pane, peek, prompt (what is not bound in selection, pane or peek falls through to normal)
 *     view-down = "<C-e> <C-n>"    key: a command, with its arguments where it has any ("pane citations"); value: one or more sequences, separated by spaces
 *     start = ""                   in the user's file: takes all keys of this command away from it
 *     none = "x gx"                in the user's file: takes these sequences (and all that begin with them) from whatever they are bound to, in this mode
 *
 * The command is the key of the line and the keys are the value, so that iniparser's lower-casing of keys harms nothing (commands are lower case).
 * A preset is looked for in the user's folder keys/ first, then among the shipped ones. The user's file adds to the preset; a sequence that it binds it takes over.
 *
 * A sequence that is whole and also the beginning of another would need a time-out, so the two cannot be together in one mode: within a file the longer one is refused, and
 * between the user's file and the preset the user's stands. Either is a fault that names both places. In different modes they may be: the mode comes before normal. */
#ifndef IBID_CONFIG_KEYMAP_H
#define IBID_CONFIG_KEYMAP_H

#include "config/key.h"

typedef enum { MODE_NORMAL, MODE_SELECTION, MODE_PANE, MODE_PEEK, MODE_PROMPT, MODE_COUNT } KeyMode;
const char *key_mode_name(KeyMode mode);

#define KEYMAP_MAX_KEYS 8 /* keys of a sequence */

typedef struct {
    KeyMode mode;
    GArray *keys;        /* Key */
    const char *command; /* a command line without ":" */
    const char *file;    /* where it stands; "built in" for what a map without a way out is given */
    int line;
} KeyBinding;

typedef struct Keymap Keymap;

/* check says whether a command line is one (app's table); NULL: anything goes. It may set *what to "no command …; write …" (freed by the map). Faults as in theme_load();
 * never NULL. preset: a name, or a path with a slash. user_path may be NULL. */
typedef gboolean (*KeymapCheck)(const char *command_line, char **what, gpointer data);
Keymap *keymap_load(const char *preset, const char *user_path, KeymapCheck check, gpointer data, GPtrArray *faults);
void keymap_free(Keymap *keymap);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Keymap, keymap_free)

typedef enum { KEYMAP_NONE, KEYMAP_PREFIX, KEYMAP_MATCH } KeymapResult;
/* What keys[0..n) mean in a mode (with the fall-through above). MATCH: *command is lent. O(log bindings). */
KeymapResult keymap_lookup(const Keymap *keymap, KeyMode mode, const Key *keys, guint n, const char **command);

/* All bindings, in the order of the files, modes together. Owned by the map. */
guint keymap_count(const Keymap *keymap);
const KeyBinding *keymap_binding(const Keymap *keymap, guint index);
/* The keys of a command as one would type them ("]c"), for hints: the user's own before the preset's; NULL if it has none in this mode. Free with g_free(). */
char *keymap_keys_of(const Keymap *keymap, KeyMode mode, const char *command);
/* The next keys possible after a prefix, with their commands, for the status line: GPtrArray of const KeyBinding *, sorted by keys; free with g_ptr_array_unref(). */
GPtrArray *keymap_continuations(const Keymap *keymap, KeyMode mode, const Key *keys, guint n);

#endif
