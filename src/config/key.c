/* Keys and their names. */
#include "config/key.h"

#include <string.h>

#include "base/error.h"
#include "base/safe.h"
#include "config/fault.h"

/* The first name of a code is the one that is written. */
static const struct {
    const char *name;
    guint32 code;
} names[] = {
    {"Space", ' '},
    {"lt", '<'},
    {"gt", '>'},
    {"Enter", KEYSYM_ENTER},
    {"Return", KEYSYM_ENTER},
    {"CR", KEYSYM_ENTER},
    {"Tab", KEYSYM_TAB},
    {"S-Tab", KEYSYM_BACKTAB},
    {"Esc", KEYSYM_ESCAPE},
    {"Escape", KEYSYM_ESCAPE},
    {"BS", KEYSYM_BACKSPACE},
    {"Backspace", KEYSYM_BACKSPACE},
    {"Del", KEYSYM_DELETE},
    {"Delete", KEYSYM_DELETE},
    {"Ins", KEYSYM_INSERT},
    {"Insert", KEYSYM_INSERT},
    {"Up", KEYSYM_UP},
    {"Down", KEYSYM_DOWN},
    {"Left", KEYSYM_LEFT},
    {"Right", KEYSYM_RIGHT},
    {"Home", KEYSYM_HOME},
    {"End", KEYSYM_END},
    {"PageUp", KEYSYM_PAGE_UP},
    {"PgUp", KEYSYM_PAGE_UP},
    {"PageDown", KEYSYM_PAGE_DOWN},
    {"PgDn", KEYSYM_PAGE_DOWN},
    {"S-Space", KEYSYM_SHIFT_SPACE},
    {"F1", KEYSYM_F1},
    {"F2", KEYSYM_F1 + 1},
    {"F3", KEYSYM_F1 + 2},
    {"F4", KEYSYM_F1 + 3},
    {"F5", KEYSYM_F1 + 4},
    {"F6", KEYSYM_F1 + 5},
    {"F7", KEYSYM_F1 + 6},
    {"F8", KEYSYM_F1 + 7},
    {"F9", KEYSYM_F1 + 8},
    {"F10", KEYSYM_F1 + 9},
    {"F11", KEYSYM_F1 + 10},
    {"F12", KEYSYM_F12},
    {"MousePress", KEYSYM_MOUSE_PRESS},
    {"MouseRelease", KEYSYM_MOUSE_RELEASE},
    {"WheelUp", KEYSYM_WHEEL_UP},
    {"WheelDown", KEYSYM_WHEEL_DOWN},
};

int
key_compare(Key a, Key b)
{
    if (a.code != b.code)
        return a.code < b.code ? -1 : 1;
    return (int)a.modifiers - (int)b.modifiers;
}

gboolean
key_equal(Key a, Key b)
{
    return key_compare(a, b) == 0;
}

static const char *
name_of(guint32 code)
{
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        if (names[i].code == code)
            return names[i].name;
    }
    return NULL;
}

static guint32
code_of(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        if (g_ascii_strcasecmp(names[i].name, name) == 0)
            return names[i].code;
    }
    return KEYSYM_NONE;
}

void
key_append(GString *out, Key key)
{
    const char *name = key.code == '>' && !key.modifiers ? NULL : name_of(key.code); /* > alone needs no name */
    gboolean brackets = name || key.modifiers;
    if (brackets)
        g_string_append_c(out, '<');
    if (key.modifiers & KEY_MOD_CTRL)
        g_string_append(out, "C-");
    if (key.modifiers & KEY_MOD_ALT)
        g_string_append(out, "A-");
    if (name)
        g_string_append(out, name);
    else
        g_string_append_unichar(out, key.code && key.code < KEYSYM_SPECIAL ? key.code : 0xfffd);
    if (brackets)
        g_string_append_c(out, '>');
}

char *
keys_text(const Key *keys, guint n)
{
    GString *text = g_string_new(NULL);
    if (n == 1 && keys[0].code == '<' && !keys[0].modifiers)
        g_string_append_c(text, '<');
    else
        for (guint i = 0; i < n; i++)
            key_append(text, keys[i]);
    return g_string_free(text, FALSE);
}

/* --- parsing --- */

static gboolean G_GNUC_PRINTF(2, 3) refuse(GError **error, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *what = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_autofree char *safe = safe_line(what, -1);
    g_set_error_literal(error, IBID_ERROR, IBID_ERROR_CONFIG, safe);
    return FALSE;
}

/* What a terminal sends for Ctrl and a sign: the signs @ A to Z [ \ ] ^ _, Space for @, and whatever it has for the keys with names. */
static gboolean
add_control(Key *key, const char *whole, GError **error)
{
    static const struct {
        guint32 letter, code;
    } same[] = {{'i', KEYSYM_TAB}, {'m', KEYSYM_ENTER}, {'[', KEYSYM_ESCAPE}};
    if (key->code < 0x80) {
        key->code = g_ascii_tolower((char)key->code);
        if (key->code == '@')
            key->code = ' ';
        for (guint i = 0; i < G_N_ELEMENTS(same); i++) {
            if (same[i].letter == key->code) {
                key->code = same[i].code;
                return TRUE;
            }
        }
    }
    if (key->code < KEYSYM_SPECIAL &&
        (key->code >= 0x80 || !strchr(" abcdefghijklmnopqrstuvwxyz\\]^_", (int)key->code)))
        return refuse(error, "<%s>: no terminal sends this; write Ctrl with a letter, like <C-d>", whole);
    key->modifiers |= KEY_MOD_CTRL;
    return TRUE;
}

/* name: what stands between < and >. */
static gboolean
parse_name(const char *name, Key *key, GError **error)
{
    const char *at = name;
    gboolean control = FALSE, shift = FALSE;
    *key = (Key){.code = code_of(name)};
    while (!key->code && at[0] && at[1] == '-' && at[2]) {
        char modifier = g_ascii_toupper(*at);
        if (modifier == 'C')
            control = TRUE;
        else if (modifier == 'A' || modifier == 'M')
            key->modifiers |= KEY_MOD_ALT;
        else if (modifier == 'S')
            shift = TRUE;
        else
            return refuse(error, "<%s>: unknown modifier «%c-»; write C- for Ctrl, A- for Alt or S- for Shift", name,
                          *at);
        at += 2;
        g_autofree char *shifted = shift ? g_strconcat("S-", at, NULL) : NULL;
        key->code = code_of(shifted ? shifted : at);
        if (key->code)
            shift = FALSE;
    }
    if (!key->code && shift)
        key->code = code_of(at);
    if (!key->code && at > name && g_utf8_strlen(at, -1) == 1)
        key->code = g_utf8_get_char(at);
    if (!key->code) {
        const char *all[G_N_ELEMENTS(names) + 1];
        for (guint i = 0; i < G_N_ELEMENTS(names); i++)
            all[i] = names[i].name;
        all[G_N_ELEMENTS(names)] = NULL;
        const char *near = nearest_name(at, all);
        if (near)
            return refuse(error, "<%s>: unknown key; did you mean <%s>?", name, near);
        return refuse(error, "<%s>: unknown key; write <C-d>, <Space>, <Enter>, <F1>, or <lt> for the sign <", name);
    }
    if (shift && g_unichar_isalpha(key->code))
        return refuse(error, "<%s>: Shift with a letter is the other letter; write it without S-", name);
    if (shift)
        return refuse(error, "<%s>: only <S-Tab> and <S-Space> are told from the key without Shift; write another key",
                      name);
    return !control || add_control(key, name, error);
}

GArray *
keys_parse(const char *text, GError **error)
{
    g_autoptr(GArray) keys = g_array_new(FALSE, FALSE, sizeof(Key));
    if (!g_utf8_validate(text, -1, NULL)) {
        refuse(error, "%s: not UTF-8; write the keys in UTF-8", text);
        return NULL;
    }
    for (const char *at = text; *at;) {
        Key key = {.code = g_utf8_get_char(at)};
        const char *close = *at == '<' ? strchr(at + 1, '>') : NULL;
        if (*at == '<' && (at != text || at[1])) {
            g_autofree char *name = close ? g_strndup(at + 1, close - at - 1) : NULL;
            if (!name) {
                refuse(error, "%s: a name without its «>»; write <C-d>, or <lt> for the sign <", at);
                return NULL;
            }
            if (!parse_name(name, &key, error))
                return NULL;
            at = close + 1;
        } else if (safe_is_unsafe(key.code) || key.code == '\n' || key.code == '\t') {
            refuse(error, "%s: a control character; write its name, like <C-d> or <Tab>", text);
            return NULL;
        } else {
            at = g_utf8_next_char(at);
        }
        g_array_append_val(keys, key);
    }
    if (keys->len == 0) {
        refuse(error, "no key at all; write one, like gg or <C-d>");
        return NULL;
    }
    return g_steal_pointer(&keys);
}
