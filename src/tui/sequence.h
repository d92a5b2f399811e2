/* What a key's code or sequence means: tables from ncurses' codes, control characters and xterm's sequences to keys
 * (config/key.h). */
#ifndef IBID_TUI_SEQUENCE_H
#define IBID_TUI_SEQUENCE_H

#include "config/key.h"

enum { SEQUENCE_MAX = 64 }; /* bytes of a control sequence; a longer one is no key */

/* Each gives KEYSYM_NONE for what is no key. */
Key sequence_curses_key(int code);         /* KEY_MIN and more */
Key sequence_character(int code);          /* ASCII, controls included, but ESC */
Key sequence_key(const char *sequence);    /* what stands behind ESC [: "1;5D", "<0;4;7M" */
Key sequence_ss3_key(int code);            /* what stands behind ESC O: the block of digits */

#endif
