/* Keys from ncurses, as ibid writes them (config/key.h), and pasted text.
 *
 * ncurses knows the terminal's sequences and waits for their ends; it hands over single bytes and the codes of keys.
 * What is put together here: UTF-8, in whatever pieces it comes; sequences that terminfo does not know (keys with Ctrl
 * or Alt, reports of the mouse, brackets around pasted text); and a terminal's late answers, which are swallowed
 * whole. A piece that never gets its end is forgotten after a pause, so nothing that is typed can make ibid deaf. */
#ifndef IBID_TUI_KEYS_H
#define IBID_TUI_KEYS_H

#include "config/key.h"

typedef struct Keys Keys;

typedef enum {
    INPUT_NOTHING, /* nothing waits */
    INPUT_KEY,     /* KEYSYM_NONE: something that is no key */
    INPUT_PASTE,   /* keys_pasted() */
    INPUT_GONE,    /* the terminal cannot be read any more */
} Input;

/* window: a curses window with keypad() and nodelay() that is never drawn; lent. */
Keys *keys_new(void *window);
void keys_free(Keys *keys);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Keys, keys_free)

/* The next thing that waits. ESC followed by what begins none of the terminal's sequences is Esc and then that key;
 * where a line is typed, and the key is one that readline knows with Alt, it is that key with Alt. */
Input keys_next(Keys *keys, gboolean in_line, Key *key);
/* What was pasted, as it came. Lent until the next call of keys_next(). */
const char *keys_pasted(const Keys *keys, gsize *length);

#endif
