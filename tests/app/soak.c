/* Many keys in no order, over all key maps, sizes and kinds of article: nothing crashes, and after each key what must hold holds. The seed is fixed, so that a fault comes again. */
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "app/internal.h"
#include "tests/app/harness.h"
#include "text/cluster.h"

#define KEYS 20000
#define KEYS_OF_A_SESSION 250

static const char *const files[] = {
    FERRY, "content/articles/azerbaijan-prc.txt", "content/articles/guide.txt", "tests/import/fixtures/cjk.txt", "tests/import/fixtures/arabic.txt",
    "tests/import/fixtures/notes-raised.txt", "tests/import/fixtures/lists.txt", "tests/import/fixtures/escapes.txt",
};
static const char *const texts[] = {"", "Salt", "e\xcc\x81 \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x94\xac \xf0\x9f\x87\xb3\xf0\x9f\x87\xb1\n\n\xe6\xb0\xb4\n"};

static const char *const presets[] = {"vim", "less", "newsboat"};

static const int sizes[][2] = {{80, 24}, {120, 40}, {40, 10}, {39, 9}, {100, 10}, {99, 60}, {200, 60}, {60, 16}, {1, 1}, {132, 43}, {100, 24}, {57, 11}};

static Article *
article_of(guint index)
{
    return index < G_N_ELEMENTS(files) ? harness_article(files[index]) : harness_text(texts[(index - G_N_ELEMENTS(files)) % G_N_ELEMENTS(texts)]);
}

/* One session of the soak, and the way that led to where it is. */
typedef struct {
    Harness *h;
    GRand *random;
    GString *trail;
} Soak;

/* --- what must hold ------------------------------------------------------------------------------------------------------------------------ */

static void
must(const Soak *soak, gboolean holds, const char *what)
{
    if (holds)
        return;
    g_autofree char *drawn = screen(soak->h);
    g_test_message("%s, after %s\n%s", what, soak->trail->str, drawn);
    g_assert_true(holds);
}

static void
check_caret(const Soak *soak, const Session *session)
{
    gsize length, caret = session_caret(session);
    Document *document = session_document(session);
    const char *text = document_text(document, &length);
    must(soak, caret < length, "the caret is in the text");
    int block = document_block_at(document, caret);
    must(soak, block >= 0, "the caret is in a block");
    Range range = document_block(document, (guint)block)->range;
    must(soak, range_contains(range, caret), "the caret is on a character of its block");
    must(soak, cluster_start(text + range.start, range_length(range), caret - range.start) == caret - range.start, "the caret is on a cluster's start");
    Layout *layout = text_view_layout(session_view(session));
    must(soak, layout_first(layout).block < 0 || !layout_is_hidden(layout, block), "the caret's block is shown");
    if (session->selecting == SELECT_NONE)
        return;
    Range selection = session_selection(session);
    must(soak, selection.start < selection.end && selection.end <= length, "the selection is in the text");
}

static void
check(const Soak *soak)
{
    Session *session = soak->h->session;
    if (!session->geometry.too_small) {
        must(soak, session_pane_visible(session, session->focus), "the pane with the keys is shown");
        must(soak, session->geometry.pane[session->focus].height > 0, "the pane with the keys has rows");
    }
    if (session_has_text(session))
        check_caret(soak, session);
    else
        must(soak, session->selecting == SELECT_NONE, "nothing is selected where there is no text");
    int x, y;
    Grid *grid = session_draw(session);
    grid_cursor(grid, &x, &y);
    must(soak, x < grid_width(grid) && y < grid_height(grid) && (x < 0) == (y < 0), "the cursor is on the screen");
    const char *message = session_message(session, NULL);
    must(soak, !message || g_utf8_validate(message, -1, NULL), "the message is UTF-8");
}

/* --- keys ------------------------------------------------------------------------------------------------------------------------------------ */

static void
send(Soak *soak, Key key)
{
    key_append(soak->trail, key);
    if (key.code >= KEYSYM_MOUSE_PRESS)
        g_string_append_printf(soak->trail, "@%d,%d", key.column, key.row);
    if (!session_has_quit(soak->h->session))
        session_key(soak->h->session, key);
}

static void
random_key(Soak *soak)
{
    static const guint32 specials[] = {
        KEYSYM_ENTER, KEYSYM_TAB,  KEYSYM_BACKTAB, KEYSYM_ESCAPE, KEYSYM_BACKSPACE, KEYSYM_DELETE,    KEYSYM_INSERT,      KEYSYM_UP, KEYSYM_DOWN,
        KEYSYM_LEFT,  KEYSYM_RIGHT, KEYSYM_HOME,   KEYSYM_END,    KEYSYM_PAGE_UP,   KEYSYM_PAGE_DOWN, KEYSYM_SHIFT_SPACE, KEYSYM_F1, KEYSYM_F12,
    };
    GRand *random = soak->random;
    int kind = g_rand_int_range(random, 0, 100);
    Key key = {0};
    if (kind < 60)
        key.code = (guint32)g_rand_int_range(random, ' ', 0x7f);
    else if (kind < 85)
        key.code = specials[g_rand_int_range(random, 0, G_N_ELEMENTS(specials))];
    else if (kind < 93)
        key = (Key){.code = (guint32)g_rand_int_range(random, 'a', 'z' + 1), .modifiers = (guint8)g_rand_int_range(random, 1, 4)};
    else if (kind < 95)
        key.code = (guint32)g_rand_int_range(random, 0xa0, 0x3000);
    else
        key = (Key){.code = KEYSYM_MOUSE_PRESS + (guint32)g_rand_int_range(random, 0, 4),
                    .row = (gint16)g_rand_int_range(random, 0, 62),
                    .column = (gint16)g_rand_int_range(random, 0, 202)};
    send(soak, key);
}

/* All keys of a binding, one after the other. */
static void
random_binding(Soak *soak)
{
    Keymap *keymap = session_keymap(soak->h->session);
    const KeyBinding *binding = keymap_binding(keymap, (guint)g_rand_int_range(soak->random, 0, (gint32)keymap_count(keymap)));
    if (strcmp(binding->command, "quit") == 0)
        return;
    g_autoptr(GArray) keys = g_array_new(FALSE, FALSE, sizeof(Key)); /* the first of them may load another key map */
    g_array_append_vals(keys, binding->keys->data, binding->keys->len);
    for (guint i = 0; i < keys->len; i++)
        send(soak, g_array_index(keys, Key, i));
}

static void
random_command(Soak *soak)
{
    static const char *const lines[] = {
        "search e", "search ferry", "only-matching the", "only-matching qqq", "pattern [a-z]+", "set boilerplate!", "set numbers!", "set measure=20", "set measure=200",
        "set panes=none", "set panes=auto", "set panes=outline", "set sidebar=24", "set sidebar=80", "set scrolloff=20", "set scrolloff=0", "set signs=ascii",
        "set signs=unicode", "set incsearch!", "set wrapscan!", "set keys=less", "set keys=vim", "set keys=newsboat", "50%", "3", "99999", "guide", "open second.txt", "nohlsearch",
    };
    const char *line = lines[g_rand_int_range(soak->random, 0, G_N_ELEMENTS(lines))];
    g_string_append_printf(soak->trail, " :%s ", line);
    session_command(soak->h->session, line);
}

static void
random_resize(Soak *soak)
{
    const int *size = sizes[g_rand_int_range(soak->random, 0, G_N_ELEMENTS(sizes))];
    g_string_append_printf(soak->trail, " %dx%d ", size[0], size[1]);
    session_resize(soak->h->session, size[0], size[1]);
}

static void
begin(Soak *soak)
{
    guint article = (guint)g_rand_int_range(soak->random, 0, G_N_ELEMENTS(files) + G_N_ELEMENTS(texts));
    const char *preset = presets[g_rand_int_range(soak->random, 0, G_N_ELEMENTS(presets))];
    soak->h = harness_new(article_of(article), 80, 24);
    g_autofree char *keys = g_strconcat("set keys=", preset, NULL);
    g_assert_true(session_command(soak->h->session, keys));
    g_string_printf(soak->trail, "article %u, %s: ", article, preset);
    random_resize(soak);
}

static void
step(Soak *soak)
{
    int what = g_rand_int_range(soak->random, 0, 100);
    if (what < 55)
        random_binding(soak);
    else if (what < 92)
        random_key(soak);
    else if (what < 96)
        random_resize(soak);
    else
        random_command(soak);
    if (g_rand_boolean(soak->random))
        harness_settle(soak->h);
}

static void
test_soak(void)
{
    g_autofree char *folder = g_dir_make_tmp("ibid-soak-XXXXXX", NULL), *back = g_get_current_dir();
    g_assert_cmpint(g_chdir(folder), ==, 0); /* whatever the keys complete and write, they do it here */
    g_assert_true(g_file_set_contents("second.txt", "A Second Article\n\nWhich has a paragraph (EDM, May 14, 2025).\n\nAnd another.\n", -1, NULL));
    const char *seed = g_getenv("SOAK_SEED"), *keys = g_getenv("SOAK_KEYS"); /* other walks, by hand */
    Soak soak = {.random = g_rand_new_with_seed(seed ? (guint32)atoi(seed) : 20260218), .trail = g_string_new(NULL)};
    int last = keys ? atoi(keys) : KEYS;
    for (int done = 0; done < last;) {
        begin(&soak);
        for (int i = 0; i < KEYS_OF_A_SESSION && !session_has_quit(soak.h->session); i++, done++) {
            step(&soak);
            if (!session_has_quit(soak.h->session))
                check(&soak);
        }
        harness_free(soak.h);
    }
    g_rand_free(soak.random);
    g_string_free(soak.trail, TRUE);
    g_assert_cmpint(g_chdir(back), ==, 0);
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_unlink(path);
    }
    g_clear_pointer(&dir, g_dir_close);
    g_rmdir(folder);
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/app/soak", test_soak);
    return g_test_run();
}
