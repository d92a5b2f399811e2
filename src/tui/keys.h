/* Keys from ncurses, as ibid writes them (config/key.h). */
#ifndef IBID_TUI_KEYS_H
#define IBID_TUI_KEYS_H

#include "config/key.h"

/* The next key that waits, or FALSE. window: a curses window with keypad() and nodelay() that is never drawn. ESC followed by what begins none of the terminal's sequences
 * is Esc and then that key; a control sequence that is no key (a terminal's late answer) is swallowed whole. */
gboolean keys_next(void *window, Key *key);

#endif
