/* See keys.h. A machine with a state for each kind of sequence that may come in pieces; `back` holds what was read too
 * far. */
#include "tui/keys.h"

#include <errno.h>
#include <string.h>
#include <curses.h>

#include "tui/sequence.h"

enum {
    PASTE_MAX = 1000 * 1000, /* bytes that are kept of one paste */
    PIECE_PAUSE = 250000,    /* µs after which the rest of a sequence is not waited for any more */
    PASTE_PAUSE = 3000000,   /* … of a paste */
    BACK_MAX = 4,
    ESC = 27,
    BEL = 7,
};

typedef enum {
    STATE_GROUND,
    STATE_CONTROL,    /* behind ESC [ */
    STATE_SS3,        /* behind ESC O */
    STATE_STRING,     /* behind ESC ], ESC P, ESC _ */
    STATE_STRING_END, /* … and the ESC that may end it */
    STATE_X10,        /* three bytes of an old mouse report */
    STATE_PASTE,
    STATE_PASTE_ESC,
    STATE_PASTE_CONTROL,
} State;

struct Keys {
    WINDOW *window;
    State state;
    gint64 touched; /* when the last byte of a piece came */
    int back[BACK_MAX];
    guint backs;
    gboolean gone;
    GString *sequence, *paste;
    guint x10_left;
    char utf8[4];
    guint utf8_length, utf8_have;
};

Keys *
keys_new(void *window)
{
    Keys *keys = g_new0(Keys, 1);
    keys->window = window;
    keys->sequence = g_string_new(NULL);
    keys->paste = g_string_new(NULL);
    return keys;
}

void
keys_free(Keys *keys)
{
    if (!keys)
        return;
    g_string_free(keys->sequence, TRUE);
    g_string_free(keys->paste, TRUE);
    g_free(keys);
}

const char *
keys_pasted(const Keys *keys, gsize *length)
{
    *length = keys->paste->len;
    return keys->paste->str;
}

/* --- bytes and codes ---------------------------------------------------------------------------------------------- */

/* A byte, a code of ncurses from KEY_MIN on, or ERR. */
static int
read_code(Keys *keys)
{
    if (keys->backs > 0)
        return keys->back[--keys->backs];
    errno = 0;
    int code = wgetch(keys->window);
    if (code == ERR && (errno == EIO || errno == ENXIO || errno == EBADF || errno == ENODEV))
        keys->gone = TRUE;
    return code;
}

static void
put_back(Keys *keys, int code)
{
    g_assert(keys->backs < BACK_MAX);
    keys->back[keys->backs++] = code;
}

static Input
give(Key *key, Key value)
{
    *key = value;
    return INPUT_KEY;
}

static Input
nothing(Key *key)
{
    return give(key, (Key){.code = KEYSYM_NONE});
}

static void
go(Keys *keys, State state)
{
    keys->state = state;
    if (state == STATE_CONTROL || state == STATE_PASTE_CONTROL)
        g_string_truncate(keys->sequence, 0);
    if (state == STATE_X10)
        keys->x10_left = 3;
}

/* --- ESC ---------------------------------------------------------------------------------------------------------- */

/* What readline knows with Alt. */
static gboolean
goes_with_alt(int code)
{
    if (code >= 128)
        return code == KEY_BACKSPACE;
    return g_ascii_islower(code) || code == '\r' || code == 127 || code == 8 || (code && strchr(".<>", code));
}

/* TRUE when the byte behind ESC ], ESC P or ESC _ is one that an answer of a terminal has there. */
static gboolean
begins_answer(int kind, int code)
{
    if (kind == ']')
        return code < 128 && g_ascii_isdigit(code);
    if (kind == 'P')
        return code < 128 && (g_ascii_isdigit(code) || (code && strchr(">!|+$", code)));
    return kind == '_' && code == 'G';
}

static Input
escape(Keys *keys, gboolean in_line, Key *key)
{
    int code = read_code(keys);
    if (code == ERR)
        return give(key, (Key){.code = KEYSYM_ESCAPE});
    if (code == '[' || code == 'O') {
        go(keys, code == '[' ? STATE_CONTROL : STATE_SS3);
        return nothing(key);
    }
    if (code == ']' || code == 'P' || code == '_') {
        int next = read_code(keys);
        if (next != ERR && begins_answer(code, next)) {
            go(keys, STATE_STRING);
            return nothing(key);
        }
        if (next != ERR)
            put_back(keys, next);
    }
    if (in_line && goes_with_alt(code)) {
        *key = code < KEY_MIN ? sequence_character(code) : sequence_curses_key(code);
        key->modifiers |= KEY_MOD_ALT;
        return INPUT_KEY;
    }
    put_back(keys, code);
    return give(key, (Key){.code = KEYSYM_ESCAPE});
}

/* --- characters --------------------------------------------------------------------------------------------------- */

static Input
utf8_byte(Keys *keys, int code, Key *key)
{
    if (keys->utf8_have == 0) {
        keys->utf8_length = code >= 0xf5 ? 0 : code >= 0xf0 ? 4 : code >= 0xe0 ? 3 : code >= 0xc2 ? 2 : 0;
        if (keys->utf8_length == 0)
            return nothing(key);
    } else if ((code & 0xc0) != 0x80) { /* the one before was cut short */
        keys->utf8_have = 0;
        put_back(keys, code);
        return nothing(key);
    }
    keys->utf8[keys->utf8_have++] = (char)code;
    if (keys->utf8_have < keys->utf8_length)
        return nothing(key);
    keys->utf8_have = 0;
    gunichar character = g_utf8_get_char_validated(keys->utf8, keys->utf8_length);
    if (character >= (gunichar)-2 || character < 0xa0)
        return nothing(key);
    return give(key, (Key){.code = character});
}

static Input
ground(Keys *keys, int code, gboolean in_line, Key *key)
{
    if (code >= 0x80 && code < KEY_MIN)
        return utf8_byte(keys, code, key);
    keys->utf8_have = 0;
    if (code >= KEY_MIN)
        return give(key, sequence_curses_key(code));
    if (code == ESC)
        return escape(keys, in_line, key);
    return give(key, sequence_character(code));
}

/* --- sequences in pieces ------------------------------------------------------------------------------------------ */

static gboolean
ends_control(int code)
{
    return code >= 0x40 && code <= 0x7e;
}

/* A byte behind ESC [. */
static Input
control_byte(Keys *keys, int code, Key *key)
{
    gboolean pasting = keys->state == STATE_PASTE_CONTROL;
    if (code < 0x20 || code >= 0x7f) { /* no part of it: what came so far is forgotten */
        go(keys, pasting ? STATE_PASTE : STATE_GROUND);
        put_back(keys, code);
        return nothing(key);
    }
    if (keys->sequence->len <= SEQUENCE_MAX)
        g_string_append_c(keys->sequence, (char)code);
    if (!ends_control(code))
        return nothing(key);
    gboolean whole = keys->sequence->len <= SEQUENCE_MAX;
    const char *sequence = keys->sequence->str;
    if (pasting) {
        gboolean end = strcmp(sequence, "201~") == 0;
        go(keys, end ? STATE_GROUND : STATE_PASTE);
        return end ? INPUT_PASTE : nothing(key);
    }
    go(keys, STATE_GROUND);
    if (strcmp(sequence, "200~") == 0) {
        g_string_truncate(keys->paste, 0);
        go(keys, STATE_PASTE);
    } else if (strcmp(sequence, "M") == 0) {
        go(keys, STATE_X10);
    } else if (whole) {
        return give(key, sequence_key(sequence));
    }
    return nothing(key);
}

static Input
string_byte(Keys *keys, int code, Key *key)
{
    if (keys->state == STATE_STRING_END && code != '\\') { /* an ESC that ends no string begins something else */
        go(keys, STATE_GROUND);
        put_back(keys, code);
        put_back(keys, ESC);
    } else if (keys->state == STATE_STRING_END || code == BEL) {
        go(keys, STATE_GROUND);
    } else if (code == ESC) {
        go(keys, STATE_STRING_END);
    }
    return nothing(key);
}

static Input
paste_byte(Keys *keys, int code, Key *key)
{
    if (keys->state == STATE_PASTE_ESC) {
        if (code == '[') {
            go(keys, STATE_PASTE_CONTROL);
            return nothing(key);
        }
        if (code != ESC) { /* not every terminal takes it out: what is pasted does not end the paste and become keys */
            go(keys, STATE_PASTE);
            put_back(keys, code);
        }
        return nothing(key);
    }
    if (code == ESC)
        go(keys, STATE_PASTE_ESC);
    else if (code < KEY_MIN && keys->paste->len < PASTE_MAX)
        g_string_append_c(keys->paste, (char)code);
    return nothing(key);
}

Input
keys_next(Keys *keys, gboolean in_line, Key *key)
{
    int code = read_code(keys);
    if (code == ERR)
        return keys->gone ? INPUT_GONE : INPUT_NOTHING;
    if (keys->state != STATE_GROUND) {
        gint64 now = g_get_monotonic_time();
        if (now - keys->touched > (keys->state >= STATE_PASTE ? PASTE_PAUSE : PIECE_PAUSE))
            go(keys, STATE_GROUND);
    }
    Input input;
    switch (keys->state) {
    case STATE_CONTROL:
    case STATE_PASTE_CONTROL:
        input = control_byte(keys, code, key);
        break;
    case STATE_SS3:
        go(keys, STATE_GROUND);
        input = give(key, sequence_ss3_key(code));
        break;
    case STATE_STRING:
    case STATE_STRING_END:
        input = string_byte(keys, code, key);
        break;
    case STATE_X10:
        if (--keys->x10_left == 0)
            go(keys, STATE_GROUND);
        input = nothing(key);
        break;
    case STATE_PASTE:
    case STATE_PASTE_ESC:
        input = paste_byte(keys, code, key);
        break;
    default:
        input = ground(keys, code, in_line, key);
        break;
    }
    if (keys->state != STATE_GROUND)
        keys->touched = g_get_monotonic_time();
    return input;
}
