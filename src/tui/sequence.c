/* See sequence.h. Modifiers are written as xterm does: 1 + (1 Shift, 2 Alt, 4 Ctrl). */
#include "tui/sequence.h"

#include <string.h>
#include <curses.h>

enum { PARAMETERS_MAX = 4 };

static Key
plain(guint32 code)
{
    return (Key){.code = code};
}

static Key
with_modifiers(guint32 code, int modifiers)
{
    int bits = modifiers > 1 ? modifiers - 1 : 0;
    return (Key){.code = code, .modifiers = (guint8)((bits & 4 ? KEY_MOD_CTRL : 0) | (bits & 2 ? KEY_MOD_ALT : 0))};
}

/* --- ncurses' codes ----------------------------------------------------------------------------------------------- */

static const struct {
    int curses;
    guint32 keysym;
} codes[] = {
    {KEY_UP, KEYSYM_UP},
    {KEY_DOWN, KEYSYM_DOWN},
    {KEY_LEFT, KEYSYM_LEFT},
    {KEY_RIGHT, KEYSYM_RIGHT},
    {KEY_HOME, KEYSYM_HOME},
    {KEY_END, KEYSYM_END},
    {KEY_PPAGE, KEYSYM_PAGE_UP},
    {KEY_NPAGE, KEYSYM_PAGE_DOWN},
    {KEY_ENTER, KEYSYM_ENTER},
    {KEY_BTAB, KEYSYM_BACKTAB},
    {KEY_BACKSPACE, KEYSYM_BACKSPACE},
    {KEY_DC, KEYSYM_DELETE},
    {KEY_IC, KEYSYM_INSERT},
    {KEY_FIND, KEYSYM_HOME},
    {KEY_SELECT, KEYSYM_END},
    {KEY_A1, KEYSYM_HOME},
    {KEY_C1, KEYSYM_END},
    {KEY_A3, KEYSYM_PAGE_UP},
    {KEY_C3, KEYSYM_PAGE_DOWN},
    {KEY_SR, KEYSYM_UP},
    {KEY_SF, KEYSYM_DOWN},
    {KEY_SLEFT, KEYSYM_LEFT},
    {KEY_SRIGHT, KEYSYM_RIGHT},
    {KEY_SHOME, KEYSYM_HOME},
    {KEY_SEND, KEYSYM_END},
    {KEY_SPREVIOUS, KEYSYM_PAGE_UP},
    {KEY_SNEXT, KEYSYM_PAGE_DOWN},
    {KEY_SDC, KEYSYM_DELETE},
    {KEY_SIC, KEYSYM_INSERT},
};

/* Keys that ncurses knows by the names of extended capabilities: kLFT5 is Ctrl-Left, kpADD the + among the digits. */
static Key
extended_key(int code)
{
    static const struct {
        const char *name;
        guint32 keysym;
    } keypad[] =
        {
            {"kpADD", '+'},       {"kpCMA", ','},        {"kpDIV", '/'},       {"kpDOT", '.'},
            {"kpMUL", '*'},       {"kpSUB", '-'},        {"kpZRO", '0'},       {"ka2", KEYSYM_UP},
            {"kb1", KEYSYM_LEFT}, {"kb3", KEYSYM_RIGHT}, {"kc2", KEYSYM_DOWN},
        },
      with_digit[] = {
          {"kUP", KEYSYM_UP},     {"kDN", KEYSYM_DOWN},   {"kLFT", KEYSYM_LEFT},    {"kRIT", KEYSYM_RIGHT},
          {"kHOM", KEYSYM_HOME},  {"kEND", KEYSYM_END},   {"kPRV", KEYSYM_PAGE_UP}, {"kNXT", KEYSYM_PAGE_DOWN},
          {"kDC", KEYSYM_DELETE}, {"kIC", KEYSYM_INSERT},
      };
    const char *name = keyname(code);
    for (guint i = 0; name && i < G_N_ELEMENTS(keypad); i++)
        if (strcmp(name, keypad[i].name) == 0)
            return plain(keypad[i].keysym);
    for (guint i = 0; name && i < G_N_ELEMENTS(with_digit); i++) {
        gsize length = strlen(with_digit[i].name);
        const char *digit = name + length;
        if (strncmp(name, with_digit[i].name, length) == 0 && (!*digit || (g_ascii_isdigit(*digit) && !digit[1])))
            return with_modifiers(with_digit[i].keysym, *digit ? *digit - '0' : 1);
    }
    return plain(KEYSYM_NONE);
}

Key
sequence_curses_key(int code)
{
    if (code >= KEY_F(1) && code <= KEY_F(12))
        return plain(KEYSYM_F1 + (guint32)(code - KEY_F(1)));
    for (guint i = 0; i < G_N_ELEMENTS(codes); i++)
        if (code == codes[i].curses)
            return plain(codes[i].keysym);
    return code > KEY_MAX ? extended_key(code) : plain(KEYSYM_NONE);
}

/* --- characters --------------------------------------------------------------------------------------------------- */

Key
sequence_character(int code)
{
    switch (code) {
    case '\r':
        return plain(KEYSYM_ENTER);
    case '\t':
        return plain(KEYSYM_TAB);
    case 27:
        return plain(KEYSYM_ESCAPE);
    case 8:
    case 127:
        return plain(KEYSYM_BACKSPACE);
    default:
        break;
    }
    if (code < 0 || code > 127)
        return plain(KEYSYM_NONE);
    if (code < 32) /* ^A is a, ^\ to ^_ are the signs, ^@ is @ */
        return KEY_CTRL(code >= 1 && code <= 26 ? (guint32)code + 'a' - 1 : (guint32)code + '@');
    return plain((guint32)code);
}

/* A character with modifiers, from a terminal that was set to tell them (CSI u). */
static Key
modified_character(int code, int modifiers)
{
    gboolean shift = modifiers > 1 && ((modifiers - 1) & 1);
    Key key = with_modifiers(0, modifiers);
    if (code == ' ' && shift)
        key.code = KEYSYM_SHIFT_SPACE;
    else if (code == '\t' && shift)
        key.code = KEYSYM_BACKTAB;
    else if (code < 32 || code == 127)
        key.code = sequence_character(code).code;
    else if (code >= 0xa0 ? code <= 0x10ffff && g_unichar_validate((gunichar)code) : code < 127)
        key.code = key.modifiers & KEY_MOD_CTRL ? g_unichar_tolower((gunichar)code) : (gunichar)code;
    return key.code == KEYSYM_NONE ? plain(KEYSYM_NONE) : key;
}

/* --- sequences ---------------------------------------------------------------------------------------------------- */

static guint
read_parameters(const char *text, int parameters[PARAMETERS_MAX])
{
    guint count = 0;
    int value = 0;
    memset(parameters, 0, PARAMETERS_MAX * sizeof *parameters);
    for (; count < PARAMETERS_MAX; text++) {
        if (g_ascii_isdigit(*text)) {
            value = MIN(value * 10 + (*text - '0'), 99999999);
            continue;
        }
        parameters[count++] = value;
        value = 0;
        if (*text != ';' && *text != ':')
            break;
    }
    return count;
}

static Key
mouse_key(const int parameters[PARAMETERS_MAX], gboolean release)
{
    Key key = {.column = (gint16)CLAMP(parameters[1] - 1, 0, G_MAXINT16),
               .row = (gint16)CLAMP(parameters[2] - 1, 0, G_MAXINT16)};
    int button = parameters[0] & ~(4 | 8 | 16); /* Shift, Alt and Ctrl do not count */
    if (button == 0)
        key.code = release ? KEYSYM_MOUSE_RELEASE : KEYSYM_MOUSE_PRESS;
    else if (button == 64 && !release)
        key.code = KEYSYM_WHEEL_UP;
    else if (button == 65 && !release)
        key.code = KEYSYM_WHEEL_DOWN;
    return key;
}

/* CSI n ~ */
static Key
numbered_key(const int parameters[PARAMETERS_MAX])
{
    static const guint32 editing[] = {KEYSYM_NONE,    KEYSYM_HOME,      KEYSYM_INSERT, KEYSYM_DELETE, KEYSYM_END,
                                      KEYSYM_PAGE_UP, KEYSYM_PAGE_DOWN, KEYSYM_HOME,   KEYSYM_END};
    static const guint8 functions[] = {11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24};
    if (parameters[0] == 27)
        return modified_character(parameters[2], parameters[1]);
    if (parameters[0] < (int)G_N_ELEMENTS(editing))
        return with_modifiers(editing[parameters[0]], parameters[1]);
    for (guint i = 0; i < G_N_ELEMENTS(functions); i++)
        if (parameters[0] == functions[i])
            return with_modifiers(KEYSYM_F1 + i, parameters[1]);
    return plain(KEYSYM_NONE);
}

Key
sequence_key(const char *sequence)
{
    gsize length = strlen(sequence);
    char last = length ? sequence[length - 1] : '\0';
    int parameters[PARAMETERS_MAX];
    if (sequence[0] == '<') {
        read_parameters(sequence + 1, parameters);
        return last == 'M' || last == 'm' ? mouse_key(parameters, last == 'm') : plain(KEYSYM_NONE);
    }
    if (sequence[0] != last && !g_ascii_isdigit(sequence[0]) && sequence[0] != ';')
        return plain(KEYSYM_NONE); /* a private answer */
    guint count = read_parameters(sequence, parameters);
    static const struct {
        char last;
        guint32 keysym;
    } letters[] = {
        {'A', KEYSYM_UP},     {'B', KEYSYM_DOWN},   {'C', KEYSYM_RIGHT},   {'D', KEYSYM_LEFT},
        {'H', KEYSYM_HOME},   {'F', KEYSYM_END},    {'P', KEYSYM_F1},      {'Q', KEYSYM_F1 + 1},
        {'R', KEYSYM_F1 + 2}, {'S', KEYSYM_F1 + 3}, {'Z', KEYSYM_BACKTAB},
    };
    if (last == '~')
        return numbered_key(parameters);
    if (last == 'u')
        return modified_character(parameters[0], parameters[1]);
    for (guint i = 0; i < G_N_ELEMENTS(letters); i++)
        if (last == letters[i].last && count <= 2 &&
            parameters[0] <= 1) /* else an answer: a cursor's position ends with R */
            return with_modifiers(letters[i].keysym, parameters[1]);
    return plain(KEYSYM_NONE);
}

Key
sequence_ss3_key(int code)
{
    static const char digits[] = "0123456789", operators[] = "*+,-./";
    if (code >= 'p' && code <= 'y')
        return plain((guint32)digits[code - 'p']);
    if (code >= 'j' && code <= 'o')
        return plain((guint32)operators[code - 'j']);
    if (code == 'M')
        return plain(KEYSYM_ENTER);
    char sequence[2] = {(char)code, '\0'};
    return code > 0 && code < 127 && strchr("ABCDHFPQRS", code) ? sequence_key(sequence) : plain(KEYSYM_NONE);
}
