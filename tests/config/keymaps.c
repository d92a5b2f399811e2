/* Key maps: the shipped ones, lookup, conflicts, and what the user's own file does to a preset. */
#include "config/keymap.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tests/test.h"

typedef struct {
    char *folder, *preset, *user;
    GPtrArray *faults;
    Keymap *map;
} Fixture;

static void
write_file(const char *path, const char *text)
{
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

/* A map of two files written for the test; user NULL: there is none. */
static Fixture
map_of(const char *preset, const char *user, KeymapCheck check)
{
    Fixture f = {.folder = g_dir_make_tmp("ibid-keys-XXXXXX", NULL)};
    f.preset = g_build_filename(f.folder, "p.ini", NULL);
    f.user = g_build_filename(f.folder, "u.ini", NULL);
    f.faults = g_ptr_array_new_with_free_func(g_free);
    write_file(f.preset, preset);
    if (user)
        write_file(f.user, user);
    f.map = keymap_load(f.preset, f.user, check, NULL, f.faults);
    return f;
}

/* The fault less the folder's name, wherever it stands. */
static char *
fault(const Fixture *f, guint i)
{
    g_autofree char *folder = g_strconcat(f->folder, "/", NULL);
    g_assert_cmpuint(i, <, f->faults->len);
    g_auto(GStrv) parts = g_strsplit(f->faults->pdata[i], folder, -1);
    return g_strjoinv("", parts);
}

static void
assert_faults(const Fixture *f, ...)
{
    va_list wanted;
    const char *want;
    guint i = 0;
    va_start(wanted, f);
    while ((want = va_arg(wanted, const char *))) {
        g_autofree char *got = fault(f, i++);
        g_assert_cmpstr(got, ==, want);
    }
    va_end(wanted);
    g_assert_cmpuint(f->faults->len, ==, i);
}

static void
done(Fixture *f)
{
    g_unlink(f->preset);
    g_unlink(f->user);
    g_rmdir(f->folder);
    g_free(f->folder);
    g_free(f->preset);
    g_free(f->user);
    g_ptr_array_unref(f->faults);
    keymap_free(f->map);
}

/* The command, "…" for a prefix, "" for nothing. */
static const char *
look(const Keymap *map, KeyMode mode, const char *text)
{
    g_autoptr(GArray) keys = keys_parse(text, NULL);
    const char *command = NULL;
    g_assert_nonnull(keys);
    switch (keymap_lookup(map, mode, (const Key *)(void *)keys->data, keys->len, &command)) {
    case KEYMAP_MATCH:
        return command;
    case KEYMAP_PREFIX:
        return "…";
    case KEYMAP_NONE:
        return "";
    }
    g_assert_not_reached();
}

static char *
continuations(const Keymap *map, KeyMode mode, const char *text)
{
    g_autoptr(GArray) keys = *text ? keys_parse(text, NULL) : g_array_new(FALSE, FALSE, sizeof(Key));
    g_autoptr(GPtrArray) found = keymap_continuations(map, mode, (const Key *)(void *)keys->data, keys->len);
    GString *list = g_string_new(NULL);
    for (guint i = 0; i < found->len; i++) {
        const KeyBinding *binding = found->pdata[i];
        g_autofree char *shown = keys_text((const Key *)(void *)binding->keys->data, binding->keys->len);
        g_string_append_printf(list, "%s%s=%s", i ? " " : "", shown, binding->command);
    }
    return g_string_free(list, FALSE);
}

static void
test_presets(void)
{
    static const char *const presets[] = {"vim", "less", "newsboat"};
    /* what works in every one of them */
    static const struct {
        KeyMode mode;
        const char *keys, *command;
    } everywhere[] = {
        {MODE_NORMAL, "<Enter>", "act"},
        {MODE_NORMAL, "<Up>", "up"},
        {MODE_NORMAL, "<Down>", "down"},
        {MODE_NORMAL, "<Left>", "left"},
        {MODE_NORMAL, "<Right>", "right"},
        {MODE_NORMAL, "<PageUp>", "page-up"},
        {MODE_NORMAL, "<PageDown>", "page-down"},
        {MODE_NORMAL, "<Space>", "page-down"},
        {MODE_NORMAL, "<Home>", "start"},
        {MODE_NORMAL, "<End>", "end"},
        {MODE_NORMAL, "gg", "start"},
        {MODE_NORMAL, "G", "end"},
        {MODE_NORMAL, ":", "command-line"},
        {MODE_NORMAL, "?", "help"},
        {MODE_NORMAL, "/", "search"},
        {MODE_NORMAL, "q", "close"},
        {MODE_NORMAL, "ZZ", "quit"},
        {MODE_NORMAL, "<Tab>", "focus-next"},
        {MODE_NORMAL, "<S-Tab>", "focus-previous"},
        {MODE_NORMAL, "<Esc>", "escape"},
        {MODE_NORMAL, "<C-e>", "view-down"},
        {MODE_NORMAL, "<C-l>", "redraw"},
        {MODE_NORMAL, "<C-z>", "suspend"},
        {MODE_NORMAL, "sc", "pane-citations"},
        {MODE_NORMAL, "<C-o>", "jump-back"},
        {MODE_NORMAL, "<", "jump-back"},
        {MODE_SELECTION, "y", "copy"},
        {MODE_SELECTION, "Y", "copy-quotation"},
        {MODE_SELECTION, "ic", "select-citation"},
        {MODE_SELECTION, "<Esc>", "escape"},
        {MODE_PANE, "<Enter>", "pane-act"},
        {MODE_PANE, "/", "pane-filter"},
        {MODE_PANE, "<Tab>", "focus-next"},
        {MODE_PANE, "ZZ", "quit"},
        {MODE_PEEK, "<Esc>", "peek-close"},
        {MODE_PEEK, "n", "peek-next"},
        {MODE_PROMPT, "<Enter>", "prompt-accept"},
        {MODE_PROMPT, "<Esc>", "prompt-cancel"},
        {MODE_PROMPT, "<C-w>", "prompt-kill-word"},
        {MODE_PROMPT, "q", ""},
        {MODE_PROMPT, "ZZ", ""},
    };
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < G_N_ELEMENTS(presets); i++) {
        g_autoptr(Keymap) map = keymap_load(presets[i], NULL, NULL, NULL, faults);
        for (guint k = 0; k < faults->len; k++)
            g_test_message("%s", (char *)faults->pdata[k]);
        g_assert_cmpuint(faults->len, ==, 0);
        for (guint k = 0; k < G_N_ELEMENTS(everywhere); k++) {
            g_test_message("%s %s %s", presets[i], key_mode_name(everywhere[k].mode), everywhere[k].keys);
            g_assert_cmpstr(look(map, everywhere[k].mode, everywhere[k].keys), ==, everywhere[k].command);
        }
        for (guint k = 0; k < keymap_count(map); k++) {
            const KeyBinding *binding = keymap_binding(map, k);
            g_assert_cmpint(binding->line, >, 0);
            g_assert_true(g_str_has_suffix(binding->file, ".ini"));
        }
    }
}

/* Whatever one preset binds, in all of them there is a key for it. */
static void
test_presets_complete(void)
{
    static const char *const presets[] = {"vim", "less", "newsboat"};
    for (guint i = 0; i < G_N_ELEMENTS(presets); i++) {
        g_autoptr(Keymap) map = keymap_load(presets[i], NULL, NULL, NULL, NULL);
        for (guint j = 0; j < G_N_ELEMENTS(presets); j++) {
            g_autoptr(Keymap) other = keymap_load(presets[j], NULL, NULL, NULL, NULL);
            for (guint k = 0; k < keymap_count(map); k++) {
                const KeyBinding *binding = keymap_binding(map, k);
                g_autofree char *keys = keymap_keys_of(other, binding->mode, binding->command);
                g_test_message("%s in %s", binding->command, presets[j]);
                g_assert_nonnull(keys);
            }
        }
    }
}

static void
test_less(void)
{
    static const struct {
        const char *keys, *command;
    } cases[] = {
        {"d", "half-page-down"}, {"u", "half-page-up"}, {"f", "page-down"}, {"b", "page-up"}, {"e", "view-down"},
        {"y", "view-up"},        {"G", "end"},          {"p", "percent"},   {"gf", "hint"},   {"gyy", "copy-paragraph"},
    };
    g_autoptr(Keymap) map = keymap_load("less", NULL, NULL, NULL, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_cmpstr(look(map, MODE_NORMAL, cases[i].keys), ==, cases[i].command);
}

static void
test_lookup(void)
{
    Fixture f = map_of(
        "[normal]\nstart = \"gg <Home>\"\ngo-to = \"gd\"\nPane  Citations = \"sc\"\nline = \"<lt> \t # ;\"\nquit = q\n"
        "[pane]\npane-act = \"s <Enter>\"\ndeep = \"gdx\"\nnone = \"q\"\n[peek]\nclose = q\n",
        NULL, NULL);
    assert_faults(&f, NULL);
    g_assert_cmpstr(look(f.map, MODE_NORMAL, "g"), ==, "…");
    g_assert_cmpstr(look(f.map, MODE_NORMAL, "gg"), ==, "start");
    g_assert_cmpstr(look(f.map, MODE_NORMAL, "ggg"), ==, "");
    g_assert_cmpstr(look(f.map, MODE_NORMAL, "gx"), ==, "");
    g_assert_cmpstr(look(f.map, MODE_NORMAL, "<Home>"), ==, "start");
    g_assert_cmpstr(look(f.map, MODE_NORMAL, "sc"), ==, "pane citations");
    g_assert_cmpstr(look(f.map, MODE_NORMAL, "<"), ==, "line");
    g_assert_cmpstr(look(f.map, MODE_NORMAL, "#"), ==, "line");
    g_assert_cmpstr(look(f.map, MODE_NORMAL, ";"), ==, "line");
    g_assert_cmpint(keymap_lookup(f.map, MODE_NORMAL, NULL, 0, NULL), ==, KEYMAP_NONE);
    /* the mode comes before normal; what it does not bind falls through */
    g_assert_cmpstr(look(f.map, MODE_PANE, "s"), ==, "pane-act");
    g_assert_cmpstr(look(f.map, MODE_PANE, "gg"), ==, "start");
    g_assert_cmpstr(look(f.map, MODE_PANE, "gd"), ==, "…");
    g_assert_cmpstr(look(f.map, MODE_PANE, "gdx"), ==, "deep");
    g_assert_cmpstr(look(f.map, MODE_PANE, "q"), ==, "");
    g_assert_cmpstr(look(f.map, MODE_SELECTION, "q"), ==, "quit");
    g_assert_cmpstr(look(f.map, MODE_PEEK, "q"), ==, "close");
    g_assert_cmpstr(look(f.map, MODE_PROMPT, "gg"), ==, "");

    g_autofree char *after_g = continuations(f.map, MODE_NORMAL, "g");
    g_assert_cmpstr(after_g, ==, "gd=go-to gg=start");
    g_autofree char *in_pane = continuations(f.map, MODE_PANE, "g");
    g_assert_cmpstr(in_pane, ==, "gdx=deep gg=start");
    g_autofree char *after_s = continuations(f.map, MODE_PANE, "s");
    g_assert_cmpstr(after_s, ==, "");
    g_autofree char *all = continuations(f.map, MODE_PANE, "");
    g_assert_cmpstr(all, ==, "#=line ;=line <=line gdx=deep gg=start s=pane-act <Enter>=pane-act <Home>=start");

    g_autofree char *start = keymap_keys_of(f.map, MODE_NORMAL, "start");
    g_assert_cmpstr(start, ==, "gg");
    g_autofree char *through = keymap_keys_of(f.map, MODE_PANE, "start");
    g_assert_cmpstr(through, ==, "gg");
    g_assert_null(keymap_keys_of(f.map, MODE_PANE, "pane citations")); /* s hides it there */
    g_assert_null(keymap_keys_of(f.map, MODE_PANE, "quit"));
    g_assert_null(keymap_keys_of(f.map, MODE_PROMPT, "start"));
    g_autofree char *sign = keymap_keys_of(f.map, MODE_NORMAL, "line");
    g_assert_cmpstr(sign, ==, "<");

    /* 13 sequences and what the prompt was given; the hole is none */
    g_assert_cmpuint(keymap_count(f.map), ==, 13 - 1 + 3);
    g_assert_cmpstr(keymap_binding(f.map, 0)->command, ==, "start");
    g_assert_cmpint(keymap_binding(f.map, 0)->line, ==, 2);
    done(&f);
}

static void
test_conflicts(void)
{
    Fixture f = map_of("[normal]\nquit = q\na = \"g\"\nb = \"gg\"\nc = \"xyz\"\nd = \"x\"\ne = \"k k\"\nf = \"k\"\n",
                       NULL, NULL);
    assert_faults(&f, "p.ini:4: «gg» (b) begins with «g», which p.ini:3 binds to a; write other keys for one of them",
                  "p.ini:5: «xyz» (c) begins with «x», which p.ini:6 binds to d; write other keys for one of them",
                  "p.ini:7: «k» is bound twice, first to e in line 7; write other keys for one of them",
                  "p.ini:8: «k» is bound twice, first to e in line 7; write other keys for one of them", NULL);
    g_assert_cmpstr(look(f.map, MODE_NORMAL, "g"), ==, "a");
    g_assert_cmpstr(look(f.map, MODE_NORMAL, "x"), ==, "d");
    g_assert_cmpstr(look(f.map, MODE_NORMAL, "xyz"), ==, "");
    g_assert_cmpstr(look(f.map, MODE_NORMAL, "k"), ==, "e");
    done(&f);
}

static void
test_user(void)
{
    Fixture f = map_of("[normal]\nstart = \"gg <Home>\"\nend = G\nquit = \"ZZ q\"\nsummary = ss\ncites = sc\nhint = "
                       "f\n[peek]\nx = n\n",
                       "[normal]\n"
                       "page = \"<C-n> f\"\n" /* takes f over */
                       "end = \"$\"\n"        /* a second key */
                       "start = \"\"\n"       /* no key any more */
                       "begin = \"gg\"\n"     /* so that this is free */
                       "one = \"s\"\n"        /* hides two of the preset */
                       "long = \"qa\"\n"      /* and this one of them */
                       "none = \"ZZ\"\n"
                       "[peek]\nnone = \"f\"\n",
                       NULL);
    assert_faults(&f,
                  "u.ini:6: «s» (one) and «sc», which p.ini:6 binds to cites, begin alike; the latter is gone; write "
                  "none = \"sc\" to say that it may be",
                  "u.ini:6: «s» (one) and «ss», which p.ini:5 binds to summary, begin alike; the latter is gone; write "
                  "none = \"ss\" to say that it may be",
                  "u.ini:7: «qa» (long) and «q», which p.ini:4 binds to quit, begin alike; the latter is gone; write "
                  "none = \"q\" to say that it may be",
                  NULL);
    g_assert_cmpstr(look(f.map, MODE_NORMAL, "f"), ==, "page");
    g_assert_cmpstr(look(f.map, MODE_NORMAL, "G"), ==, "end");
    g_assert_cmpstr(look(f.map, MODE_NORMAL, "$"), ==, "end");
    g_assert_cmpstr(look(f.map, MODE_NORMAL, "<Home>"), ==, "");
    g_assert_cmpstr(look(f.map, MODE_NORMAL, "gg"), ==, "begin");
    g_assert_cmpstr(look(f.map, MODE_NORMAL, "s"), ==, "one");
    g_assert_cmpstr(look(f.map, MODE_NORMAL, "qa"), ==, "long");
    g_assert_cmpstr(look(f.map, MODE_PEEK, "f"), ==, "");
    g_assert_cmpstr(look(f.map, MODE_PEEK, "n"), ==, "x");
    g_autofree char *end = keymap_keys_of(f.map, MODE_NORMAL, "end");
    g_assert_cmpstr(end, ==, "$"); /* the user's own is named first */
    g_assert_null(keymap_keys_of(f.map, MODE_NORMAL, "hint"));
    done(&f);
}

/* none takes whole families, wherever it stands, and then nothing is in the way. */
static void
test_unbind(void)
{
    Fixture f = map_of("[normal]\nquit = q\na = \"ss sc\"\nb = \"gd\"\n",
                       "[normal]\none = \"s gdx\"\nnone = \"s gd  yy\"\n", NULL);
    assert_faults(&f, "u.ini:3: «yy» is bound to nothing; delete it here", NULL);
    g_assert_cmpstr(look(f.map, MODE_NORMAL, "s"), ==, "one");
    g_assert_cmpstr(look(f.map, MODE_NORMAL, "gdx"), ==, "one");
    done(&f);
}

static gboolean
only_known(const char *line, char **what, gpointer data)
{
    if (g_str_equal(line, "bare"))
        return FALSE;
    if (g_str_has_prefix(line, "known"))
        return TRUE;
    *what = g_strdup_printf("no command «%s» at all", line);
    return FALSE;
}

static void
test_faults(void)
{
    Fixture f =
        map_of("[normal]\nknown = \"q <Spcae> r\"\nother = \"x\"\nbare = \"y\"\nknown 2 = \"12345678 123456789\"\n"
               "known 3 = #\n[nrmal]\nknown = z\n[zzz]\n[prompt]\nknown = a\n",
               NULL, only_known);
    assert_faults(&f, "p.ini:6: a value with «#» needs quotes; write known 3 = \"#\"",
                  "p.ini:2: <Spcae>: unknown key; did you mean <Space>?", "p.ini:3: no command «other» at all",
                  "p.ini:4: no command «bare»; write one that :help lists",
                  "p.ini:5: «123456789» has more than 8 keys; write fewer",
                  "p.ini:7: unknown mode [nrmal]; did you mean [normal]?",
                  "p.ini:9: unknown mode [zzz]; write normal, selection, pane, peek or prompt", NULL);
    g_assert_cmpstr(look(f.map, MODE_NORMAL, "q"), ==, "known");
    g_assert_cmpstr(look(f.map, MODE_NORMAL, "r"), ==, "known");
    g_assert_cmpstr(look(f.map, MODE_NORMAL, "x"), ==, "");
    g_assert_cmpstr(look(f.map, MODE_NORMAL, "12345678"), ==, "known 2");
    done(&f);
}

/* Nobody is locked in. */
static void
test_exits(void)
{
    Fixture f = map_of("", "[normal]\nx = \"qq\"\n[prompt]\nprompt-accept = x\n", NULL);
    assert_faults(&f, NULL);
    g_assert_cmpstr(look(f.map, MODE_NORMAL, ":"), ==, "command-line");
    g_assert_cmpstr(look(f.map, MODE_NORMAL, "ZZ"), ==, "quit");
    g_assert_cmpstr(look(f.map, MODE_NORMAL, "qq"), ==, "x");
    g_assert_cmpstr(look(f.map, MODE_NORMAL, "q"), ==, "…");
    g_assert_cmpstr(look(f.map, MODE_PROMPT, "<Esc>"), ==, "prompt-cancel");
    g_assert_cmpstr(look(f.map, MODE_PROMPT, "<Enter>"), ==, "");
    done(&f);
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Keymap) other = keymap_load("vmi", NULL, NULL, NULL, faults);
    g_assert_cmpuint(faults->len, ==, 1);
    g_assert_cmpstr(faults->pdata[0], ==, "keys: there is no key map «vmi»; did you mean «vim»?");
    g_assert_cmpstr(look(other, MODE_NORMAL, "ZZ"), ==, "quit");
    g_assert_cmpstr(look(other, MODE_NORMAL, "K"), ==, "peek");

    /* a shipped one that is not there is no slip of the pen */
    g_autofree char *folder = g_strdup(g_getenv("IBID_DATADIR"));
    g_setenv("IBID_DATADIR", "/nonexistent", TRUE);
    g_ptr_array_set_size(faults, 0);
    g_autoptr(Keymap) bare = keymap_load("vim", NULL, NULL, NULL, faults);
    g_assert_cmpuint(faults->len, ==, 1);
    g_assert_cmpstr(faults->pdata[0], ==, "keys: the key map «vim» is missing; install ibid again, or set IBID_DATADIR");
    g_assert_cmpstr(look(bare, MODE_NORMAL, "ZZ"), ==, "quit"); /* the way out is built in */
    g_setenv("IBID_DATADIR", folder, TRUE);
}

/* A file full of bindings that are all alike, and one of many different ones: neither takes long, and the messages have an end. */
static void
test_hostile(void)
{
    g_autoptr(GString) same = g_string_new("[normal]\n"), many = g_string_new("[normal]\n");
    for (int i = 0; i < 90; i++) {
        g_string_append_printf(same, "c%d = \"", i);
        for (int k = 0; k < 300; k++)
            g_string_append(same, " a");
        g_string_append(same, "\"\n");
    }
    for (int i = 0; i < 100; i++) {
        g_string_append_printf(many, "c%d = \"", i);
        for (int k = 0; k < 100; k++)
            g_string_append_printf(many, " %04d", 100 * i + k);
        g_string_append(many, "\"\n");
    }
    Fixture f = map_of(same->str, many->str, NULL);
    g_assert_cmpuint(f.faults->len, ==, 101);
    g_assert_cmpuint(keymap_count(f.map), <=, 2020);
    g_assert_cmpstr(look(f.map, MODE_NORMAL, "a"), ==, "c0");
    g_assert_cmpstr(look(f.map, MODE_NORMAL, ":"), ==, "command-line");
    done(&f);
    f = map_of("[normal]\n\033]0;x\a = a\nb = \"\033\"\n[\033]\n", "\xff\xfe", NULL);
    g_assert_cmpuint(f.faults->len, ==, 4);
    for (guint i = 0; i < f.faults->len; i++)
        g_assert_null(strpbrk(f.faults->pdata[i], "\033\a"));
    g_assert_cmpstr(look(f.map, MODE_NORMAL, "ZZ"), ==, "quit");
    done(&f);
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/keymaps/presets", test_presets);
    g_test_add_func("/keymaps/presets-complete", test_presets_complete);
    g_test_add_func("/keymaps/less", test_less);
    g_test_add_func("/keymaps/lookup", test_lookup);
    g_test_add_func("/keymaps/conflicts", test_conflicts);
    g_test_add_func("/keymaps/user", test_user);
    g_test_add_func("/keymaps/unbind", test_unbind);
    g_test_add_func("/keymaps/faults", test_faults);
    g_test_add_func("/keymaps/exits", test_exits);
    g_test_add_func("/keymaps/hostile", test_hostile);
    return g_test_run();
}
