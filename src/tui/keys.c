/* ncurses knows the terminal's sequences and decodes characters; what is left are names, and sequences that nobody knows. */
#include "tui/keys.h"

#include <curses.h>

#define SEQUENCE_MAX 64 /* bytes of a control sequence that is swallowed */

static const struct {
    int curses;
    guint32 keysym;
} names[] = {
    {KEY_UP, KEYSYM_UP},       {KEY_DOWN, KEYSYM_DOWN},     {KEY_LEFT, KEYSYM_LEFT},           {KEY_RIGHT, KEYSYM_RIGHT},
    {KEY_HOME, KEYSYM_HOME},   {KEY_END, KEYSYM_END},       {KEY_PPAGE, KEYSYM_PAGE_UP},       {KEY_NPAGE, KEYSYM_PAGE_DOWN},
    {KEY_ENTER, KEYSYM_ENTER}, {KEY_BTAB, KEYSYM_BACKTAB},  {KEY_BACKSPACE, KEYSYM_BACKSPACE}, {KEY_DC, KEYSYM_DELETE},
    {KEY_IC, KEYSYM_INSERT},   {KEY_FIND, KEYSYM_HOME},     {KEY_SELECT, KEYSYM_END},          {KEY_A1, KEYSYM_HOME},
    {KEY_C1, KEYSYM_END},      {KEY_A3, KEYSYM_PAGE_UP},    {KEY_C3, KEYSYM_PAGE_DOWN},
};

static Key
plain(guint32 code)
{
    return (Key){.code = code};
}

static Key
mouse_key(void)
{
    MEVENT event;
    if (getmouse(&event) != OK)
        return plain(KEYSYM_NONE);
    Key key = {.row = (gint16)event.y, .column = (gint16)event.x};
    if (event.bstate & BUTTON1_PRESSED)
        key.code = KEYSYM_MOUSE_PRESS;
    else if (event.bstate & BUTTON1_RELEASED)
        key.code = KEYSYM_MOUSE_RELEASE;
    else if (event.bstate & BUTTON4_PRESSED)
        key.code = KEYSYM_WHEEL_UP;
    else if (event.bstate & BUTTON5_PRESSED)
        key.code = KEYSYM_WHEEL_DOWN;
    return key;
}

static Key
function_key(wint_t code)
{
    if (code >= KEY_F(1) && code <= KEY_F(12))
        return plain(KEYSYM_F1 + (guint32)(code - KEY_F(1)));
    if (code == KEY_MOUSE)
        return mouse_key();
    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        if (code == (wint_t)names[i].curses)
            return plain(names[i].keysym);
    return plain(KEYSYM_NONE);
}

/* ESC has come and "[" waits behind it, and together they are no key: the rest of the sequence is read and forgotten. FALSE: something else waits. */
static gboolean
swallow_sequence(WINDOW *window)
{
    wint_t code;
    int kind = wget_wch(window, &code);
    if (kind == ERR)
        return FALSE;
    if (kind != OK || code != '[') {
        if (kind == OK)
            unget_wch((wchar_t)code);
        else
            ungetch((int)code);
        return FALSE;
    }
    for (int i = 0; i < SEQUENCE_MAX; i++)
        if (wget_wch(window, &code) != OK || (code >= 0x40 && code <= 0x7e))
            break;
    return TRUE;
}

static Key
character_key(WINDOW *window, wint_t code)
{
    switch (code) {
    case 27:
        return swallow_sequence(window) ? plain(KEYSYM_NONE) : plain(KEYSYM_ESCAPE);
    case '\r':
        return plain(KEYSYM_ENTER);
    case '\t':
        return plain(KEYSYM_TAB);
    case 8:
    case 127:
        return plain(KEYSYM_BACKSPACE);
    default:
        break;
    }
    if (code < 32) /* ^A is a, ^[ to ^_ are the signs, ^@ is @ */
        return KEY_CTRL(code >= 1 && code <= 26 ? (guint32)code + 'a' - 1 : (guint32)code + '@');
    if ((code >= 0x80 && code < 0xa0) || !g_unichar_validate(code))
        return plain(KEYSYM_NONE);
    return plain((guint32)code);
}

gboolean
keys_next(void *window, Key *key)
{
    wint_t code;
    int kind = wget_wch(window, &code);
    if (kind == ERR)
        return FALSE;
    *key = kind == KEY_CODE_YES ? function_key(code) : character_key(window, code);
    return TRUE;
}
