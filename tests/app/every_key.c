/* A key that does nothing says why: every key of every key map, pressed in every mode on several articles, changes the screen, asks something of the host, or leaves a message. */
#include "tests/app/harness.h"

static const char *const presets[] = {"vim", "less", "newsboat"};

/* Where the keys are pressed: an article, a size, and the way there. The other key maps differ from the first in what is bound, not in what commands do: they are tried where modes differ. */
typedef struct {
    gboolean in_all;
    const char *name;
    const char *file; /* or */
    const char *text;
    int width, height;
    const char *commands[6];
} Place;

static const Place places[] = {
    {TRUE, "start", FERRY, NULL, 120, 40, {NULL}},
    {FALSE, "start, narrow", FERRY, NULL, 60, 16, {NULL}},
    {TRUE, "citation", FERRY, NULL, 80, 24, {"next-citation"}},
    {FALSE, "middle", FERRY, NULL, 120, 30, {"paragraph-number 4", "word-next 5"}},
    {FALSE, "end", FERRY, NULL, 80, 24, {"end"}},
    {TRUE, "summary", FERRY, NULL, 120, 40, {"focus-next"}},
    {FALSE, "citations", FERRY, NULL, 120, 40, {"focus-previous", "focus-previous"}},
    {TRUE, "entities", FERRY, NULL, 120, 40, {"focus-previous"}},
    {FALSE, "drawer", FERRY, NULL, 60, 20, {"pane-citations", "focus-next"}},
    {FALSE, "outline", FERRY, NULL, 80, 24, {"pane-outline", "focus-next"}},
    {TRUE, "selection", FERRY, NULL, 80, 24, {"paragraph-number 2", "select"}},
    {FALSE, "sentence", FERRY, NULL, 80, 24, {"paragraph-number 2", "select-sentence"}},
    {FALSE, "searched", FERRY, NULL, 80, 24, {"search ferry"}},
    {FALSE, "only", FERRY, NULL, 80, 24, {"only-matching bridge"}},
    {TRUE, "peek", FERRY, NULL, 80, 24, {"next-citation", "peek"}},
    {FALSE, "peek of a note", FERRY, NULL, 80, 24, {"next-note", "peek"}},
    {FALSE, "uses", FERRY, NULL, 80, 24, {"next-citation", "uses"}},
    {FALSE, "help", FERRY, NULL, 80, 24, {"help"}},
    {FALSE, "options", FERRY, NULL, 120, 40, {"set"}},
    {TRUE, "hints", FERRY, NULL, 80, 24, {"hint"}},
    {TRUE, "one word", NULL, "Salt", 80, 24, {NULL}},
    {FALSE, "one word, wide", NULL, "Salt", 120, 40, {NULL}},
    {FALSE, "empty", NULL, "", 80, 24, {NULL}},
    {FALSE, "empty, wide", NULL, "", 120, 40, {NULL}},
    {FALSE, "plain", NULL, "A line of text without anything to act on, long enough to be broken.\n\nAnother one.\n", 40, 10, {NULL}},
    {TRUE, "too small", FERRY, NULL, 39, 9, {NULL}},
    {TRUE, "typing a command", FERRY, NULL, 80, 24, {"command-line set th"}},
    {FALSE, "typing a search", FERRY, NULL, 80, 24, {"search"}},
    {FALSE, "typing a filter", FERRY, NULL, 120, 40, {"focus-previous", "pane-filter"}},
};

static Harness *
arrive(const Place *place, Article *article, const char *preset)
{
    Harness *h = harness_new(article_ref(article), place->width, place->height);
    g_autofree char *keys = g_strconcat("set keys=", preset, NULL);
    if (strcmp(preset, "vim") != 0)
        g_assert_true(session_command(h->session, keys));
    for (guint i = 0; i < G_N_ELEMENTS(place->commands) && place->commands[i]; i++) {
        if (!session_command(h->session, place->commands[i]))
            g_test_message("%s: :%s: %s", place->name, place->commands[i], session_message(h->session, NULL));
        harness_settle(h);
    }
    return h;
}

/* One key sequence in one place. FALSE where nothing came of it. */
static gboolean
answers(const Place *place, Article *article, const char *preset, const KeyBinding *binding)
{
    g_autoptr(Harness) h = arrive(place, article, preset);
    gboolean well = TRUE;
    g_autofree char *first = grid_dump(session_draw(h->session), TRUE), *before = g_strdup(first);
    for (guint i = 0; i < binding->keys->len && !session_has_quit(h->session); i++) {
        int asked = h->redraws + h->suspends;
        session_key(h->session, g_array_index(binding->keys, Key, i));
        gboolean said = session_message(h->session, NULL) != NULL;
        harness_settle(h);
        char *after = grid_dump(session_draw(h->session), TRUE);
        /* the end of a sequence is held against its beginning: that the begun keys have gone from the status line is no answer */
        gboolean changed = strcmp(i + 1 == binding->keys->len ? first : before, after) != 0;
        well &= said || changed || session_has_quit(h->session) || h->redraws + h->suspends > asked;
        g_free(before);
        before = after;
    }
    if (!well) {
        g_autofree char *keys = keys_text((const Key *)(gpointer)binding->keys->data, binding->keys->len);
        g_test_message("%s, %s: %s (%s) does nothing and says nothing", preset, place->name, keys, binding->command);
    }
    return well;
}

/* Whether an earlier binding, of another mode, has the same keys. */
static gboolean
is_repeated(const Keymap *keymap, guint index)
{
    const KeyBinding *binding = keymap_binding(keymap, index);
    g_autofree char *keys = keys_text((const Key *)(gpointer)binding->keys->data, binding->keys->len);
    for (guint i = 0; i < index; i++) {
        const KeyBinding *other = keymap_binding(keymap, i);
        g_autofree char *others = keys_text((const Key *)(gpointer)other->keys->data, other->keys->len);
        if (strcmp(keys, others) == 0)
            return TRUE;
    }
    return FALSE;
}

static void
test_preset(gconstpointer data)
{
    const char *preset = data;
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Keymap) keymap = keymap_load(preset, NULL, command_check, NULL, faults);
    for (guint i = 0; i < faults->len; i++)
        g_test_message("%s", (const char *)g_ptr_array_index(faults, i));
    g_assert_cmpuint(faults->len, ==, 0);
    g_assert_cmpuint(keymap_count(keymap), >, 100);
    g_autoptr(GArray) distinct = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = 0; i < keymap_count(keymap); i++)
        if (!is_repeated(keymap, i))
            g_array_append_val(distinct, i);
    guint silent = 0;
    for (guint p = 0; p < G_N_ELEMENTS(places); p++) {
        if (!places[p].in_all && strcmp(preset, presets[0]) != 0)
            continue;
        g_autoptr(Article) article = places[p].file ? harness_article(places[p].file) : harness_text(places[p].text);
        article_finish(article);
        for (guint i = 0; i < distinct->len; i++)
            silent += !answers(&places[p], article, preset, keymap_binding(keymap, g_array_index(distinct, guint, i)));
    }
    g_assert_cmpuint(silent, ==, 0);
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    for (guint i = 0; i < G_N_ELEMENTS(presets); i++) {
        g_autofree char *name = g_strconcat("/app/every-key/", presets[i], NULL);
        g_test_add_data_func(name, presets[i], test_preset);
    }
    return g_test_run();
}
