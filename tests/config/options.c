/* The table of options, setting them from text, `:set`, and config.ini with and without faults. */
#include "config/options.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/error.h"
#include "tests/test.h"

static void
test_table(void)
{
    g_autoptr(Options) options = options_new();
    g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
    for (int id = 0; id < OPT_COUNT; id++) {
        const OptionSpec *spec = option_spec(id);
        g_autoptr(GError) error = NULL;
        g_test_message("%s", spec->name);
        g_assert_true(g_hash_table_add(names, (gpointer)spec->name));
        g_assert_cmpint(option_find(spec->name), ==, id);
        g_assert_cmpstr(spec->section, ==, "reader");
        g_assert_true(spec->help && *spec->help && !g_str_has_suffix(spec->help, "."));
        g_assert_true(options_set(options, id, spec->initial, &error));
        g_assert_no_error(error);
        /* what is shown can be written */
        g_assert_cmpstr(options_string(options, id), ==, spec->initial);
        g_assert_true(spec->type != OPTION_NUMBER || spec->min < spec->max);
        g_assert_true(spec->choices || (spec->type != OPTION_CHOICE && spec->type != OPTION_LIST));
        for (const char *const *choice = spec->choices; choice && *choice; choice++)
            g_assert_true(options_set(options, id, *choice, NULL));
        /* no name is "no" and another name, or `:set` could not tell them apart */
        g_autofree char *negated = g_strconcat("no", spec->name, NULL);
        g_assert_cmpint(option_find(negated), ==, -1);
    }
    g_assert_cmpint(option_find("max-size"), ==, OPT_MAX_SIZE);
    g_assert_cmpint(option_find("measur"), ==, -1);
    g_assert_cmpint(option_find("measures"), ==, -1);
    g_assert_cmpint(option_find(""), ==, -1);
}

static void
test_defaults(void)
{
    g_autoptr(Options) options = options_new();
    g_assert_false(options_flag(options, OPT_BOILERPLATE));
    g_assert_true(options_flag(options, OPT_SMARTCASE));
    g_assert_cmpint(options_number(options, OPT_MEASURE), ==, 76);
    g_assert_cmpint(options_number(options, OPT_MAX_SIZE), ==, 150000000);
    g_assert_cmpstr(options_string(options, OPT_MEASURE), ==, "76");
    g_assert_cmpstr(options_string(options, OPT_THEME), ==, "dark");
    g_assert_true(options_has(options, OPT_PANES, "auto"));
    g_assert_false(options_has(options, OPT_PANES, "summary"));
}

static void
test_set(void)
{
    static const struct {
        OptionId id;
        const char *value, *result, *message;
    } cases[] = {
        {OPT_MEASURE, "20", "20", NULL},
        {OPT_MEASURE, "200", "200", NULL},
        {OPT_MEASURE, "0076", "76", NULL},
        {OPT_MEASURE, "500", NULL, "measure: 500 is too large; write a number from 20 to 200"},
        {OPT_MEASURE, "19", NULL, "measure: 19 is too small; write a number from 20 to 200"},
        {OPT_MEASURE, "-1", NULL, "measure: -1 is too small; write a number from 20 to 200"},
        {OPT_MEASURE, "99999999999999999999999", NULL,
         "measure: 99999999999999999999999 is too large; write a number from 20 to 200"},
        {OPT_MEASURE, "", NULL, "measure: «» is no number; write a number from 20 to 200"},
        {OPT_MEASURE, "-", NULL, "measure: «-» is no number; write a number from 20 to 200"},
        {OPT_MEASURE, "60x", NULL, "measure: «60x» is no number; write a number from 20 to 200"},
        {OPT_MEASURE, " 60", NULL, "measure: « 60» is no number; write a number from 20 to 200"},
        {OPT_MEASURE, "0x40", NULL, "measure: «0x40» is no number; write a number from 20 to 200"},
        {OPT_MAX_SIZE, "2147483647", "2147483647", NULL},
        {OPT_MAX_SIZE, "2147483648", NULL, "max_size: 2147483648 is too large; write a number from 1000 to 2147483647"},
        {OPT_MOUSE, "ON", "yes", NULL},
        {OPT_MOUSE, "true", "yes", NULL},
        {OPT_MOUSE, "0", "no", NULL},
        {OPT_MOUSE, "maybe", NULL, "mouse: «maybe» is neither yes nor no; write yes or no"},
        {OPT_MOUSE, "", NULL, "mouse: «» is neither yes nor no; write yes or no"},
        {OPT_COLORS, "256", "256", NULL},
        {OPT_COLORS, "True", "true", NULL},
        {OPT_COLORS, "17", NULL, "colors: «17» is no choice; write auto, true, 256, 16, 8 or 0"},
        {OPT_BIDI, "terminl", NULL,
         "bidi: «terminl» is no choice, did you mean «terminal»?; write off, terminal or app"},
        {OPT_BIDI, "x\033[2J", NULL, "bidi: «x␛[2j» is no choice; write off, terminal or app"},
        {OPT_PANES, "none", "none", NULL},
        {OPT_PANES, "entities, summary  entities", "summary entities", NULL},
        {OPT_PANES, "Outline", "outline", NULL},
        {OPT_PANES, "auto summary", NULL,
         "panes: auto and none stand alone; write only one of them, or a list without them"},
        {OPT_PANES, " , ", NULL, "panes: nothing stands in the list; write none"},
        {OPT_PANES, "sumary", NULL,
         "panes: «sumary» is no choice, did you mean «summary»?; write auto, none, summary, citations, entities or "
         "outline"},
        {OPT_THEME, "my/own.ini", "my/own.ini", NULL},
        {OPT_THEME, "", NULL, "theme: is empty; write dark"},
        {OPT_THEME, "a\033b", NULL, "theme: «a␛b» holds a control character; write it without"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Options) options = options_new();
        g_autoptr(GError) error = NULL;
        g_autofree char *before = g_strdup(options_string(options, cases[i].id));
        gboolean set = options_set(options, cases[i].id, cases[i].value, &error);
        if (cases[i].message) {
            g_assert_false(set);
            g_assert_error(error, IBID_ERROR, IBID_ERROR_CONFIG);
            g_assert_cmpstr(error->message, ==, cases[i].message);
            g_assert_cmpstr(options_string(options, cases[i].id), ==, before);
        } else {
            g_assert_no_error(error);
            g_assert_true(set);
            g_assert_cmpstr(options_string(options, cases[i].id), ==, cases[i].result);
        }
    }
    g_autoptr(Options) options = options_new();
    g_assert_true(options_set(options, OPT_PANES, "citations outline", NULL));
    g_assert_true(options_has(options, OPT_PANES, "outline"));
    g_assert_false(options_has(options, OPT_PANES, "out"));
    g_assert_false(options_has(options, OPT_PANES, "auto"));
}

static void
test_command(void)
{
    static const struct {
        const char *argument, *answer, *message;
        int changed;
    } cases[] = {
        {"measure=60", "measure=60", NULL, OPT_MEASURE},
        {"  measure = 60 ", "measure=60", NULL, OPT_MEASURE},
        {"measure", "measure=76", NULL, -1},
        {"measure?", "measure=76", NULL, -1},
        {"measure&", "measure=76", NULL, OPT_MEASURE},
        {"max-size=5000", "max_size=5000", NULL, OPT_MAX_SIZE},
        {"theme=my theme", "theme=my theme", NULL, OPT_THEME},
        {"panes=summary outline", "panes=summary outline", NULL, OPT_PANES},
        {"attribution=a=b?", "attribution=a=b?", NULL, OPT_ATTRIBUTION},
        {"boilerplate", "boilerplate", NULL, OPT_BOILERPLATE},
        {"noboilerplate", "noboilerplate", NULL, OPT_BOILERPLATE},
        {"boilerplate!", "boilerplate", NULL, OPT_BOILERPLATE},
        {"numbers!", "nonumbers", NULL, OPT_NUMBERS},
        {"numbers?", "numbers", NULL, -1},
        {"nonumbers", "nonumbers", NULL, OPT_NUMBERS},
        {"numbers=off", "nonumbers", NULL, OPT_NUMBERS},
        {"mouse&", "nomouse", NULL, OPT_MOUSE},
        {"measure=500", NULL, "measure: 500 is too large; write a number from 20 to 200", -1},
        {"mesure=60", NULL, "mesure: no such option; did you mean «measure»?", -1},
        {"zzz", NULL, "zzz: no such option; type :set and Tab for all of them", -1},
        {"", NULL, ": no such option; type :set and Tab for all of them", -1},
        {"measure!", NULL, "measure: is no flag that can be turned over; write measure=76", -1},
        {"nomeasure", NULL, "measure: is no flag that can be turned off; write measure=76", -1},
        {"nonumbers!", NULL, "numbers: «!» is not understood; write no more than the name after no", -1},
        {"measure 60", NULL, "measure: «60» is not understood; write NAME=VALUE, NAME? or NAME&", -1},
        {"measure?x", NULL, "measure: «?x» is not understood; write NAME=VALUE, NAME? or NAME&", -1},
        {"mouse x", NULL, "mouse: «x» is not understood; write the name, no and the name, or the name with !, ? or &",
         -1},
        {"a\033]0;x\a", NULL, "a␛]0;x␇: no such option; type :set and Tab for all of them", -1},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Options) options = options_new();
        g_autoptr(GError) error = NULL;
        g_autofree char *answer = NULL;
        int changed = 99;
        gboolean done = options_command(options, cases[i].argument, &changed, &answer, &error);
        g_test_message("%s", cases[i].argument);
        g_assert_cmpstr(error ? error->message : NULL, ==, cases[i].message);
        g_assert_true(done == !cases[i].message);
        g_assert_cmpstr(answer, ==, cases[i].answer);
        g_assert_cmpint(changed, ==, cases[i].changed);
        g_assert_true(options_command(options, "measure", NULL, NULL, NULL));
    }
}

static GPtrArray *
load(Options *options, const char *text, gssize length)
{
    g_autofree char *folder = g_dir_make_tmp("ibid-options-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "config.ini", NULL);
    GPtrArray *faults = g_ptr_array_new_with_free_func(g_free);
    g_assert_true(g_file_set_contents(path, text, length, NULL));
    options_load(options, path, faults);
    for (guint i = 0; i < faults->len; i++) { /* less the folder */
        if (g_str_has_prefix(faults->pdata[i], "configuration: there are more faults"))
            continue;
        g_assert_true(g_str_has_prefix(faults->pdata[i], folder));
        char *tail = g_strdup((char *)faults->pdata[i] + strlen(folder) + 1);
        g_free(faults->pdata[i]);
        faults->pdata[i] = tail;
    }
    g_unlink(path);
    g_rmdir(folder);
    return faults;
}

static void
test_load(void)
{
    static const char text[] =
        "# mine\n[Reader]\nmeasure = 60\nTheme = \"light\"\nmesure = 70\nsidebar = 500\nmouse = yes\n"
        "attribution = \"{quote} # {title}\"\nfg = #fff\nzzzzz = 1\n[colours]\nx = 1\n";
    g_autoptr(Options) options = options_new();
    g_autoptr(GPtrArray) faults = load(options, text, -1);
    g_assert_cmpint(options_number(options, OPT_MEASURE), ==, 60);
    g_assert_cmpstr(options_string(options, OPT_THEME), ==, "light");
    g_assert_cmpstr(options_string(options, OPT_ATTRIBUTION), ==, "{quote} # {title}");
    g_assert_true(options_flag(options, OPT_MOUSE));
    g_assert_cmpint(options_number(options, OPT_SIDEBAR), ==, 40);
    static const char *const want[] = {
        "config.ini:9: a value with «#» needs quotes; write fg = \"#fff\"",
        "config.ini:5: no option «mesure»; did you mean «measure»?",
        "config.ini:6: sidebar: 500 is too large; write a number from 24 to 80",
        "config.ini:10: no option «zzzzz»; delete this line",
        "config.ini:11: no section [colours] here; write [reader]",
    };
    g_assert_cmpuint(faults->len, ==, G_N_ELEMENTS(want));
    for (guint i = 0; i < faults->len; i++)
        g_assert_cmpstr(faults->pdata[i], ==, want[i]);
}

static void
test_missing(void)
{
    g_autoptr(Options) options = options_new();
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    options_load(options, "/nonexistent/config.ini", faults);
    g_assert_cmpuint(faults->len, ==, 0);
    options_load(options, "/", faults);
    g_assert_cmpuint(faults->len, ==, 1);
    g_assert_cmpstr(faults->pdata[0], ==, "/: not a regular file; write a text file here");
    options_load(options, "/", NULL);
}

/* What is thrown at a configuration: none stops it, each leaves the defaults or what is right, and no message holds a control character. */
static void
test_hostile(void)
{
    g_autoptr(GString) keys = g_string_new("[reader]\n"), continued = g_string_new("[reader]\ntheme=");
    for (int i = 0; i < 20000; i++)
        g_string_append_printf(keys, "k%d=v\n", i);
    g_autoptr(GString) some_keys = g_string_new_len(keys->str, 60000);
    for (int i = 0; i < 5000; i++)
        g_string_append(continued, "\\\n");
    g_autofree char *filler = g_strnfill(50000, 'x'), *long_line = g_strdup_printf("[reader]\ntheme=%s\n", filler);
    g_autofree char *binary = g_malloc(50000);
    g_autoptr(GRand) random = g_rand_new_with_seed(5);
    for (int i = 0; i < 50000; i++)
        binary[i] = (char)g_rand_int(random);
    const struct {
        const char *text;
        gssize length;
        guint faults; /* at least */
        int measure;
    } cases[] = {
        {"[reader]\n[reader]\ntheme=1\n[theme]\n[]\n[a\n", -1, 3, 76},
        {"[reader]\n[reader:theme]\n", -1, 1, 76},
        {long_line, -1, 1, 76},
        {"[reader]\ntheme=a\0b\n", 19, 1, 76},
        {"[reader]\ntheme=\033]0;X\a\033]52;c;X\a\nmeasure=50\n", -1, 1, 50},
        {"[reader]\n\033]0;X\a garbage\nmeasure=50\n", -1, 1, 50},
        {keys->str, -1, 1, 76},
        {some_keys->str, -1, 21, 76},
        {"\xef\xbb\xbf[reader]\r\nmeasure=50\r\n", -1, 0, 50},
        {"\xff\xfe[\0r\0]\0\n\0", 10, 1, 76},
        {binary, 50000, 1, 76},
        {"", -1, 0, 76},
        {"[reader]\nmeasure=%n%n%s%s\n", -1, 1, 76},
        {"[reader]\nmeasure=99999999999999999999999\n", -1, 1, 76},
        {"[reader]\nmeasure=-1\n", -1, 1, 76},
        {continued->str, -1, 1, 76},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Options) options = options_new();
        g_autoptr(GPtrArray) faults = load(options, cases[i].text, cases[i].length);
        g_test_message("case %u: %u faults", i, faults->len);
        g_assert_cmpuint(faults->len, >=, cases[i].faults);
        g_assert_cmpuint(faults->len, <=, 101);
        g_assert_true(cases[i].faults > 0 || faults->len == 0);
        g_assert_cmpint(options_number(options, OPT_MEASURE), ==, cases[i].measure);
        for (guint k = 0; k < faults->len; k++) {
            for (const char *c = faults->pdata[k]; *c; c++)
                g_assert_false(g_ascii_iscntrl(*c));
            g_assert_true(g_utf8_validate(faults->pdata[k], -1, NULL));
        }
    }
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/options/table", test_table);
    g_test_add_func("/options/defaults", test_defaults);
    g_test_add_func("/options/set", test_set);
    g_test_add_func("/options/command", test_command);
    g_test_add_func("/options/load", test_load);
    g_test_add_func("/options/missing", test_missing);
    g_test_add_func("/options/hostile", test_hostile);
    return g_test_run();
}
