/* From bytes to keys. The bytes come through a pipe; ncurses reads them as it reads a terminal's. */
#include "tui/keys.h"

#include <fcntl.h>
#include <locale.h>
#include <string.h>
#include <unistd.h>

#include "tests/test.h"
#include "tui/present.h"

typedef struct {
    int write_end;
    Painter *painter;
    Keys *keys;
    gboolean in_line;
    GString *pasted;
} Fixture;

static Fixture *
fixture_new(void)
{
    Fixture *f = g_new0(Fixture, 1);
    int ends[2];
    g_assert_cmpint(pipe(ends), ==, 0);
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    f->write_end = ends[1];
    g_autoptr(GError) error = NULL;
    f->painter = painter_new("xterm-256color", ends[0], 80, 24, -1, TRUE, &error);
    g_assert_no_error(error);
    close(ends[0]);
    f->keys = keys_new(painter_key_window(f->painter));
    f->pasted = g_string_new(NULL);
    return f;
}

static void
fixture_free(Fixture *f)
{
    keys_free(f->keys);
    painter_free(f->painter);
    g_string_free(f->pasted, TRUE);
    if (f->write_end >= 0)
        close(f->write_end);
    g_free(f);
}

static void
type_bytes(Fixture *f, const char *bytes, gsize length)
{
    g_assert_cmpint(write(f->write_end, bytes, length), ==, (gssize)length);
}

/* All keys that wait, as one would write them; a paste as {TEXT}; what is no key as nothing. */
static char *
read_all(Fixture *f)
{
    GString *out = g_string_new(NULL);
    Key key;
    Input input;
    while ((input = keys_next(f->keys, f->in_line, &key)) != INPUT_NOTHING) {
        if (input == INPUT_PASTE) {
            gsize length;
            const char *text = keys_pasted(f->keys, &length);
            g_string_append_printf(out, "{%s}", text);
            g_assert_cmpuint(length, ==, strlen(text));
        } else if (input == INPUT_GONE) {
            g_string_append(out, "GONE");
            break;
        } else if (key.code >= KEYSYM_MOUSE_PRESS) {
            static const char *const names[] = {"press", "release", "up", "down"};
            g_string_append_printf(out, "[%s %d,%d]", names[key.code - KEYSYM_MOUSE_PRESS], key.column, key.row);
        } else if (key.code != KEYSYM_NONE) {
            key_append(out, key);
        }
    }
    return g_string_free(out, FALSE);
}

static void
assert_keys(Fixture *f, const char *bytes, const char *want)
{
    type_bytes(f, bytes, strlen(bytes));
    g_autofree char *got = read_all(f);
    if (strcmp(got, want) != 0) {
        g_autofree char *escaped = g_strescape(bytes, NULL);
        g_test_message("%s", escaped);
    }
    g_assert_cmpstr(got, ==, want);
}

static const struct {
    const char *bytes, *want;
} cases[] = {
    {"", ""},
    {"jk", "jk"},
    {"]c[c", "]c[c"},
    {"\r", "<Enter>"},
    {"\n", "<C-j>"},
    {"\t", "<Tab>"},
    {"\010\177", "<BS><BS>"},
    {"\005\031\032\003", "<C-e><C-y><C-z><C-c>"},
    {"\x13\x11\x1c\x1d\x1e\x1f", "<C-s><C-q><C-\\><C-]><C-^><C-_>"},
    {"é漢😀", "é漢😀"},
    /* ncurses' keys, in both cursor modes */
    {"\033OA\033OB\033OC\033OD", "<Up><Down><Right><Left>"},
    {"\033[A\033[B\033[C\033[D", "<Up><Down><Right><Left>"},
    {"\033OH\033OF\033[H\033[F\033[1~\033[4~\033[7~\033[8~", "<Home><End><Home><End><Home><End><Home><End>"},
    {"\033[5~\033[6~\033[2~\033[3~", "<PageUp><PageDown><Ins><Del>"},
    {"\033[Z", "<S-Tab>"},
    {"\033OP\033OS\033[15~\033[24~", "<F1><F4><F5><F12>"},
    {"\033[11~\033[14~", "<F1><F4>"},
    /* with modifiers */
    {"\033[1;5C\033[1;5D", "<C-Right><C-Left>"},
    {"\033[1;3A\033[1;2A\033[1;7A", "<A-Up><Up><C-A-Up>"},
    {"\033[5;5~\033[3;3~\033[1;5H", "<C-PageUp><A-Del><C-Home>"},
    {"\033[32;2u\033[97;5u\033[13;3u\033[9;2u", "<S-Space><C-a><A-Enter><S-Tab>"},
    {"\033[27;2;32~\033[27;5;97~", "<S-Space><C-a>"},
    /* the keypad */
    {"\033Op\033Ok\033OM", "0+<Enter>"},
    {"\033Ow\033Oy\033Oq\033Os", "<Home><PageUp><End><PageDown>"},
    {"\033Ox\033Ot\033Ov\033Or", "<Up><Left><Right><Down>"},
    /* Esc, and Esc before a key that begins no sequence */
    {"\033", "<Esc>"},
    {"\033\033", "<Esc><Esc>"},
    {"\033ZZ", "<Esc>ZZ"},
    {"\033j", "<Esc>j"},
    {"\033:q\r", "<Esc>:q<Enter>"},
    {"\033]c", "<Esc>]c"},
    {"\033P", "<Esc>P"},
    {"\033é", "<Esc>é"},
    {"\033\033[A", "<Esc><Up>"},
    /* answers, late or never asked for */
    {"\033[?64;1;2cj", "j"},
    {"\033[24;80Rj", "j"},
    {"\033[>41;354;0cj", "j"},
    {"\033]11;rgb:0000/0000/0000\033\\j", "j"},
    {"\033]11;rgb:0000/0000/0000\007j", "j"},
    {"\033P1$r0m\033\\j", "j"},
    {"\033P>|XTerm(379)\033\\j", "j"},
    {"\033_Gi=1;OK\033\\j", "j"},
    {"\033[I\033[Oj", "j"},
    {"\033[?2026;2$yj", "j"},
    {"\033[999999999999999999~j", "j"},
    {"\033]11;rgb\033[Aj", "<Up>j"}, /* a string that something else cuts short */
    {"\033[1;\033[Aj", "<Up>j"},
    /* the mouse */
    {"\033[<0;5;7M\033[<0;5;7m", "[press 4,6][release 4,6]"},
    {"\033[<64;1;1M\033[<65;300;200M", "[up 0,0][down 299,199]"},
    {"\033[<2;5;7Mj\033[<35;5;7Mk", "jk"},
    {"\033[M !!j", "j"},
    /* what is no UTF-8 */
    {"\xff\xfe\xc0\x80j", "j"},
    {"\xc3jk", "jk"},
    {"\xe6\xbcj", "j"},
    {"\xed\xa0\x80j", "j"}, /* half of a pair */
    {"\xc2\x9bj", "j"},     /* C1 */
    {"\xf4\x90\x80\x80j", "j"},
    {"\xe9ZZ", "ZZ"},
    /* pasted text */
    {"\033[200~a b\n:q\r\033[201~j", "{a b\n:q\r}j"},
    {"\033[200~é\033[31m\033[201~j", "{é}j"},
    {"\033[200~\033[201~", "{}"},
    {"\033[201~j", "j"},
    {"\033[200~a\033ZZ\033\033[201~j", "{aZZ}j"},
};

static void
test_cases(void)
{
    Fixture *f = fixture_new();
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_keys(f, cases[i].bytes, cases[i].want);
    fixture_free(f);
}

/* The same in pieces of one byte, all read between: nothing is lost or made up. What begins with ESC comes whole, as
 * terminals send it; ncurses waits for it, but not for ever. */
static void
test_pieces(void)
{
    Fixture *f = fixture_new();
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        if (strchr(cases[i].bytes, '\033'))
            continue;
        g_autoptr(GString) got = g_string_new(NULL);
        for (const char *at = cases[i].bytes; *at; at++) {
            type_bytes(f, at, 1);
            g_autofree char *some = read_all(f);
            g_string_append(got, some);
        }
        g_assert_cmpstr(got->str, ==, cases[i].want);
    }
    fixture_free(f);
}

/* Answers and pastes that come in two packets. */
static void
test_two_packets(void)
{
    static const struct {
        const char *first, *second, *want;
    } halves[] = {
        {"\033[?64;1", ";2cj", "j"},
        {"\033]11;rgb:0000/", "0000/0000\033\\j", "j"},
        {"\033]11;rgb:0000/0000/0000\033", "\\j", "j"},
        {"\033[<0;5", ";7Mj", "[press 4,6]j"},
        {"\033[M ", "!!j", "j"},
        {"\033[200~a", "b\033[201~j", "{ab}j"},
        {"\033[200~ab\033", "[201~j", "{ab}j"},
        {"\033[200~ab\033[20", "1~j", "{ab}j"},
    };
    Fixture *f = fixture_new();
    for (guint i = 0; i < G_N_ELEMENTS(halves); i++) {
        assert_keys(f, halves[i].first, "");
        assert_keys(f, halves[i].second, halves[i].want);
    }
    fixture_free(f);
}

/* Where a line is typed, readline's Alt keys are keys; the others are Esc and a key still. */
static void
test_alt(void)
{
    Fixture *f = fixture_new();
    f->in_line = TRUE;
    assert_keys(f, "\033b\033f\033d\033\r\033\177", "<A-b><A-f><A-d><A-Enter><A-BS>");
    assert_keys(f, "\033ZZ", "<Esc>ZZ");
    assert_keys(f, "\033\033", "<Esc><Esc>");
    assert_keys(f, "\033", "<Esc>");
    assert_keys(f, "\033[A\033OD", "<Up><Left>");
    fixture_free(f);
}

static void
test_long_sequence(void)
{
    Fixture *f = fixture_new();
    g_autoptr(GString) bytes = g_string_new("\033[");
    for (int i = 0; i < 5000; i++)
        g_string_append(bytes, "1;");
    g_string_append(bytes, "Aj");
    assert_keys(f, bytes->str, "j");
    fixture_free(f);
}

static void
test_long_paste(void)
{
    Fixture *f = fixture_new();
    type_bytes(f, "\033[200~", 6);
    for (int i = 0; i < 40; i++) {
        g_autofree char *block = g_strnfill(32768, 'p');
        type_bytes(f, block, 32768);
        g_autofree char *nothing = read_all(f);
        g_assert_cmpstr(nothing, ==, "");
    }
    type_bytes(f, "\033[201~j", 7);
    g_autofree char *end = read_all(f);
    g_assert_cmpuint(strlen(end), ==, 1000 * 1000 + 3);
    g_assert_true(g_str_has_suffix(end, "pp}j"));
    fixture_free(f);
}

/* After whatever came, Esc and the keys behind it are heard. */
static void
test_rubbish(void)
{
    Fixture *f = fixture_new();
    for (int i = 0; i < 60; i++) {
        char bytes[200];
        for (guint n = 0; n < sizeof bytes; n++)
            bytes[n] = (char)(g_test_rand_int_range(0, 3) ? g_test_rand_int_range(0, 256)
                                                          : "\033[]P;~M200"[g_test_rand_int_range(0, 10)]);
        type_bytes(f, bytes, sizeof bytes);
        g_free(read_all(f));
        type_bytes(f, "\033\033\033ZZ", 5);
        g_autofree char *got = read_all(f);
        g_assert_true(g_str_has_suffix(got, "<Esc>ZZ"));
    }
    fixture_free(f);
}

/* The end of the terminal is no endless nothing. */
static void
test_end(void)
{
    Fixture *f = fixture_new();
    close(f->write_end);
    f->write_end = -1;
    g_autofree char *got = read_all(f);
    g_assert_cmpstr(got, ==, "");
    fixture_free(f);
}

int
main(int argc, char **argv)
{
    setlocale(LC_ALL, "C.UTF-8");
    test_init(argc, argv);
    g_unsetenv("SSH_CONNECTION");
    g_unsetenv("SSH_TTY");
    g_test_add_func("/keys/cases", test_cases);
    g_test_add_func("/keys/pieces", test_pieces);
    g_test_add_func("/keys/two-packets", test_two_packets);
    g_test_add_func("/keys/alt", test_alt);
    g_test_add_func("/keys/long-sequence", test_long_sequence);
    g_test_add_func("/keys/long-paste", test_long_paste);
    g_test_add_func("/keys/rubbish", test_rubbish);
    g_test_add_func("/keys/end", test_end);
    return g_test_run();
}
