/* Keys as data: one key press, its written form, and parsing of sequences: "gg", "]c", "<C-d>", "<Space>", "<Tab>", "<S-Tab>", "<Esc>", "<Enter>", "<BS>", "<Up>", "<PageDown>", "<F1>", "<A-x>", "<lt>". */
#ifndef IBID_CONFIG_KEY_H
#define IBID_CONFIG_KEY_H

#include <glib.h>

enum {
    KEYSYM_NONE = 0,
    KEYSYM_SPECIAL = 0x110000, /* above Unicode */
    KEYSYM_ENTER, KEYSYM_TAB, KEYSYM_BACKTAB, KEYSYM_ESCAPE, KEYSYM_BACKSPACE, KEYSYM_DELETE, KEYSYM_INSERT,
    KEYSYM_UP, KEYSYM_DOWN, KEYSYM_LEFT, KEYSYM_RIGHT, KEYSYM_HOME, KEYSYM_END, KEYSYM_PAGE_UP, KEYSYM_PAGE_DOWN, KEYSYM_SHIFT_SPACE,
    KEYSYM_F1, KEYSYM_F12 = KEYSYM_F1 + 11,
    KEYSYM_MOUSE_PRESS, KEYSYM_MOUSE_RELEASE, KEYSYM_WHEEL_UP, KEYSYM_WHEEL_DOWN,
};
enum { KEY_MOD_CTRL = 1, KEY_MOD_ALT = 2 };

typedef struct {
    guint32 code;      /* a code point, or one of the above; Ctrl-letters: the lower-case letter with KEY_MOD_CTRL */
    guint8 modifiers;
    gint16 row, column; /* mouse only */
} Key;

#define KEY_CTRL(c) ((Key){.code = (c), .modifiers = KEY_MOD_CTRL})

gboolean key_equal(Key a, Key b);
/* "<C-d>" …; appended to out. */
void key_append(GString *out, Key key);
/* Parses a sequence; a GArray of Key, free with g_array_unref(). Errors: IBID_ERROR_CONFIG: "<C-: unknown key; write <C-d>, …". */
GArray *keys_parse(const char *text, GError **error);

#endif
