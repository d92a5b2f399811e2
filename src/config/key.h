/* Keys as data: one key press, its written form, and parsing of sequences: "gg", "]c", "<C-d>", "<Space>", "<Tab>", "<S-Tab>", "<Esc>", "<Enter>", "<BS>", "<Up>",
 * "<PageDown>", "<F1>", "<A-x>", "<lt>".
 *
 * The sign < begins a name in angle brackets, save where it is the whole sequence; <lt> always means the sign itself. Names are read in any letter case; what a terminal cannot
 * tell apart is one key here (<C-i> is <Tab>, <C-m> is <Enter>, <C-[> is <Esc>). */
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

/* Where a mouse event happened does not count. */
gboolean key_equal(Key a, Key b);
/* An order of all keys, for sorting: < 0, 0, > 0. */
int key_compare(Key a, Key b);
/* "<C-d>" …; appended to out. */
void key_append(GString *out, Key key);
/* A sequence as one would write it ("<" stands alone as itself); free with g_free(). */
char *keys_text(const Key *keys, guint n);
/* Parses a sequence; a GArray of Key, free with g_array_unref(). Errors: IBID_ERROR_CONFIG: "<C-: unknown key; write <C-d>, …". */
GArray *keys_parse(const char *text, GError **error);

#endif
