/* Keys: what is written, what is read, and that both are the same. */
#include "config/key.h"

#include "base/error.h"
#include "tests/test.h"

static void
test_parse(void)
{
    static const struct {
        const char *text;
        guint count;
        Key first, last;
        const char *written; /* NULL: as text */
    } cases[] = {
        {"gg", 2, {.code = 'g'}, {.code = 'g'}, NULL},
        {"]c", 2, {.code = ']'}, {.code = 'c'}, NULL},
        {"<C-d>", 1, KEY_CTRL('d'), KEY_CTRL('d'), NULL},
        {"<c-D>", 1, KEY_CTRL('d'), KEY_CTRL('d'), "<C-d>"},
        {"<C-w>+", 2, KEY_CTRL('w'), {.code = '+'}, NULL},
        {"<Space>", 1, {.code = ' '}, {.code = ' '}, NULL},
        {"<space>", 1, {.code = ' '}, {.code = ' '}, "<Space>"},
        {" ", 1, {.code = ' '}, {.code = ' '}, "<Space>"},
        {"<S-Space>", 1, {.code = KEYSYM_SHIFT_SPACE}, {.code = KEYSYM_SHIFT_SPACE}, NULL},
        {"<Tab>", 1, {.code = KEYSYM_TAB}, {.code = KEYSYM_TAB}, NULL},
        {"<C-i>", 1, {.code = KEYSYM_TAB}, {.code = KEYSYM_TAB}, "<Tab>"},
        {"<S-Tab>", 1, {.code = KEYSYM_BACKTAB}, {.code = KEYSYM_BACKTAB}, NULL},
        {"<C-m>", 1, {.code = KEYSYM_ENTER}, {.code = KEYSYM_ENTER}, "<Enter>"},
        {"<CR>", 1, {.code = KEYSYM_ENTER}, {.code = KEYSYM_ENTER}, "<Enter>"},
        {"<C-[>", 1, {.code = KEYSYM_ESCAPE}, {.code = KEYSYM_ESCAPE}, "<Esc>"},
        {"<C-]>", 1, KEY_CTRL(']'), KEY_CTRL(']'), NULL},
        {"<C-\\>", 1, KEY_CTRL('\\'), KEY_CTRL('\\'), NULL},
        {"<C-@>", 1, KEY_CTRL(' '), KEY_CTRL(' '), "<C-Space>"},
        {"<C-h>", 1, KEY_CTRL('h'), KEY_CTRL('h'), NULL},
        {"<C-j>", 1, KEY_CTRL('j'), KEY_CTRL('j'), NULL},
        {"<C-Left>", 1, KEY_CTRL(KEYSYM_LEFT), KEY_CTRL(KEYSYM_LEFT), NULL},
        {"<A-x>", 1, {.code = 'x', .modifiers = KEY_MOD_ALT}, {.code = 'x', .modifiers = KEY_MOD_ALT}, NULL},
        {"<M-X>", 1, {.code = 'X', .modifiers = KEY_MOD_ALT}, {.code = 'X', .modifiers = KEY_MOD_ALT}, "<A-X>"},
        {"<A-->", 1, {.code = '-', .modifiers = KEY_MOD_ALT}, {.code = '-', .modifiers = KEY_MOD_ALT}, NULL},
        {"<A-gt>", 1, {.code = '>', .modifiers = KEY_MOD_ALT}, {.code = '>', .modifiers = KEY_MOD_ALT}, NULL},
        {"<C-A-x>",
         1,
         {.code = 'x', .modifiers = KEY_MOD_ALT | KEY_MOD_CTRL},
         {.code = 'x', .modifiers = KEY_MOD_ALT | KEY_MOD_CTRL},
         NULL},
        {"<", 1, {.code = '<'}, {.code = '<'}, NULL},
        {"<lt>", 1, {.code = '<'}, {.code = '<'}, "<"},
        {"<lt>x", 2, {.code = '<'}, {.code = 'x'}, NULL},
        {">", 1, {.code = '>'}, {.code = '>'}, NULL},
        {"x>", 2, {.code = 'x'}, {.code = '>'}, NULL},
        {"<F1>", 1, {.code = KEYSYM_F1}, {.code = KEYSYM_F1}, NULL},
        {"<F12>", 1, {.code = KEYSYM_F12}, {.code = KEYSYM_F12}, NULL},
        {"<PgUp><pagedown>", 2, {.code = KEYSYM_PAGE_UP}, {.code = KEYSYM_PAGE_DOWN}, "<PageUp><PageDown>"},
        {"<BS><Del>", 2, {.code = KEYSYM_BACKSPACE}, {.code = KEYSYM_DELETE}, NULL},
        {"<Esc>ZZ", 3, {.code = KEYSYM_ESCAPE}, {.code = 'Z'}, NULL},
        {"ə中", 2, {.code = 0x259}, {.code = 0x4e2d}, NULL},
        {"''", 2, {.code = '\''}, {.code = '\''}, NULL},
        {"<WheelUp>", 1, {.code = KEYSYM_WHEEL_UP}, {.code = KEYSYM_WHEEL_UP}, NULL},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(GArray) keys = keys_parse(cases[i].text, &error);
        g_test_message("%s", cases[i].text);
        g_assert_no_error(error);
        g_assert_cmpuint(keys->len, ==, cases[i].count);
        g_assert_true(key_equal(g_array_index(keys, Key, 0), cases[i].first));
        g_assert_true(key_equal(g_array_index(keys, Key, keys->len - 1), cases[i].last));
        g_autofree char *text = keys_text((Key *)(void *)keys->data, keys->len);
        g_assert_cmpstr(text, ==, cases[i].written ? cases[i].written : cases[i].text);
    }
}

static void
test_faults(void)
{
    static const struct {
        const char *text, *message;
    } cases[] = {
        {"", "no key at all; write one, like gg or <C-d>"},
        {"<C-", "<C-: a name without its «>»; write <C-d>, or <lt> for the sign <"},
        {"g<", "<: a name without its «>»; write <C-d>, or <lt> for the sign <"},
        {"<>", "<>: unknown key; write <C-d>, <Space>, <Enter>, <F1>, or <lt> for the sign <"},
        {"<C->", "<C->: unknown key; write <C-d>, <Space>, <Enter>, <F1>, or <lt> for the sign <"},
        {"<Spcae>", "<Spcae>: unknown key; did you mean <Space>?"},
        {"<PageDwon>", "<PageDwon>: unknown key; did you mean <PageDown>?"},
        {"<d>", "<d>: unknown key; write <C-d>, <Space>, <Enter>, <F1>, or <lt> for the sign <"},
        {"<F13>", "<F13>: unknown key; did you mean <F1>?"},
        {"<X-d>", "<X-d>: unknown modifier «X-»; write C- for Ctrl, A- for Alt or S- for Shift"},
        {"<C-1>", "<C-1>: no terminal sends this; write Ctrl with a letter, like <C-d>"},
        {"<C-é>", "<C-é>: no terminal sends this; write Ctrl with a letter, like <C-d>"},
        {"<S-x>", "<S-x>: Shift with a letter is the other letter; write it without S-"},
        {"<S-Left>", "<S-Left>: only <S-Tab> and <S-Space> are told from the key without Shift; write another key"},
        {"a\tb", "a␉b: a control character; write its name, like <C-d> or <Tab>"},
        {"\033", "␛: a control character; write its name, like <C-d> or <Tab>"},
        {"a\xff", "a�: not UTF-8; write the keys in UTF-8"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GError) error = NULL;
        g_assert_null(keys_parse(cases[i].text, &error));
        g_assert_error(error, IBID_ERROR, IBID_ERROR_CONFIG);
        g_assert_cmpstr(error->message, ==, cases[i].message);
    }
}

/* Every key that can be written is read as itself. */
static void
test_round_trip(void)
{
    static const guint32 more[] = {0x259, 0x4e2d, 0x1f600, '~', '-', '<', '>'};
    g_autoptr(GArray) codes = g_array_new(FALSE, FALSE, sizeof(guint32));
    for (guint32 c = ' '; c < 0x7f; c++)
        g_array_append_val(codes, c);
    for (guint32 c = KEYSYM_ENTER; c <= KEYSYM_WHEEL_DOWN; c++)
        g_array_append_val(codes, c);
    g_array_append_vals(codes, more, G_N_ELEMENTS(more));
    for (guint i = 0; i < codes->len; i++) {
        for (guint8 modifiers = 0; modifiers < 4; modifiers++) {
            Key key = {.code = g_array_index(codes, guint32, i), .modifiers = modifiers};
            g_autoptr(GString) text = g_string_new(NULL);
            g_autoptr(GError) error = NULL;
            key_append(text, key);
            g_autoptr(GArray) keys = keys_parse(text->str, &error);
            /* Ctrl with most signs, and with upper-case letters, is no key */
            if ((modifiers & KEY_MOD_CTRL) && key.code > ' ' && key.code < KEYSYM_SPECIAL &&
                !g_ascii_islower((int)key.code))
                continue;
            if ((modifiers & KEY_MOD_CTRL) && (key.code == 'i' || key.code == 'm'))
                continue;
            g_test_message("%s", text->str);
            g_assert_no_error(error);
            g_assert_cmpuint(keys->len, ==, 1);
            g_assert_true(key_equal(g_array_index(keys, Key, 0), key));
        }
    }
}

static void
test_equal(void)
{
    Key here = {.code = KEYSYM_MOUSE_PRESS, .row = 1, .column = 2}, there = {.code = KEYSYM_MOUSE_PRESS, .row = 5};
    g_assert_true(key_equal(here, there));
    g_assert_false(key_equal((Key){.code = 'd'}, KEY_CTRL('d')));
    g_assert_cmpint(key_compare((Key){.code = 'a'}, (Key){.code = 'b'}), <, 0);
    g_assert_cmpint(key_compare(KEY_CTRL('a'), (Key){.code = 'a'}), >, 0);
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/keys/parse", test_parse);
    g_test_add_func("/keys/faults", test_faults);
    g_test_add_func("/keys/round-trip", test_round_trip);
    g_test_add_func("/keys/equal", test_equal);
    return g_test_run();
}
