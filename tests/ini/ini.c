/* Ini files, good and bad: what is read, and the exact sentence for each thing that iniparser alone would misread or print over the screen. */
#include "ini/ini.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "tests/test.h"

/* Every good line: what stands behind "[s]\n", and what k is. */
static const struct {
    const char *line, *value;
} good[] = {
    {"k = word", "word"},
    {"k=word", "word"},
    {"  k  =  several plain words  ", "several plain words"},
    {"k = \"#d0a050\"", "#d0a050"},
    {"k = '#d0a050'", "#d0a050"},
    {"k = \"a;b\" ; a comment", "a;b"},
    {"k = \"a\"# a comment", "a"},
    {"k = \"a\" # it's \"quoted\"", "a"},
    {"k = \"\"", ""},
    {"k = ''", ""},
    {"k = \"\" # nothing", ""},
    {"k = \"  kept  \"", "  kept  "},
    {"k = \"a = b\"", "a = b"},
    {"k = a = b", "a = b"},
    {"k = \"=\"", "="},
    {"k = \"''\"", "''"},
    {"k = '\"'", "\""},
    {"k = \"say \\\"so\\\"\"", "say \"so\""},
    {"k = \"\\\\\"", "\\"},
    {"k = \"\\\\\\\"\"", "\\\""},
    {"k = \"\\d+\\.\"", "\\d+\\."},
    {"k = '\\d+\\'", "\\d+\\"},
    {"k = it's", "it's"},
    {"k = [x]", "[x]"},
    {"k = \"]\"", "]"},
    {"k = café ə 中", "café ə 中"},
    {"K = Word", "Word"},
    {"k = %n%n%s%s", "%n%n%s%s"},
    {"k = 99999999999999999999999", "99999999999999999999999"},
    {"k = -1", "-1"},
    {"# k = 1\n; k = 2 \\\nk = 3", "3"},
    {"k = 1\r\n\r\n", "1"},
    {"\tk\t=\t1\t", "1"},
    {"k = \"a\tb\"", "a\tb"},
};

static const struct {
    const char *text, *message;
} bad[] = {
    {"[s]\nfg = #ff0000\n", "f:2: a value with «#» needs quotes; write fg = \"#ff0000\""},
    {"[s]\nk = ;\n", "f:2: a value with «;» needs quotes; write k = \";\""},
    {"[s]\nmeasure = 60 # wide\n",
     "f:2: a value with «#» needs quotes; write measure = \"60 # wide\", or put the comment on a line of its own"},
    {"[s] # comment\nk = 1\n", "f:1: a comment after [s]; put the comment on a line of its own"},
    {"[s]; see [t]\n", "f:1: a comment after [s]; put the comment on a line of its own"},
    {"[s] k = 1\n", "f:1: text after [s]; write [s] alone on its line"},
    {"[s]]\n", "f:1: text after [s]; write [s] alone on its line"},
    {"[s\n", "f:1: «[s» is not closed; write [s]"},
    {"[]\n", "f:1: a section without a name; write the name between [ and ]"},
    {"[  ]\n", "f:1: a section without a name; write the name between [ and ]"},
    {"[a:b]\n", "f:1: a section cannot have «:» in its name; write [a-b]"},
    {"k = 1\n[s]\n", "f:1: k stands before the first section; write a line [section] above it"},
    {"[s]\nk\n", "f:2: «k» has no «=»; write it as KEY = \"VALUE\", or begin the line with «#»"},
    {"[s]\n= 1\n", "f:2: nothing stands before «=»; write KEY = \"VALUE\""},
    {"[s]\nk =\n", "f:2: k has no value; write k = \"\" if it shall be empty"},
    {"[s]\nk = \"abc\n", "f:2: the quote is not closed; write k = \"…\""},
    {"[s]\nk = 'abc\"\n", "f:2: the quote is not closed; write k = '…'"},
    {"[s]\nk = \"\n", "f:2: the quote is not closed; write k = \"…\""},
    {"[s]\nk = \"abc\\\"\n", "f:2: the quote is not closed; write k = \"…\""},
    {"[s]\nk = \"a\" b\n", "f:2: «b» stands after the closing quote; write \\\" for a quote inside a value"},
    {"[s]\nk = 'it's'\n", "f:2: «s'» stands after the closing quote; write a value that holds ' in double quotes"},
    {"[s]\nk = a \\\nb\n", "f:2: a line cannot go on after «\\»; write the whole value of k on one line"},
    {"[s]\nk = \"a \\\nb\"\n", "f:2: a line cannot go on after «\\»; write the whole value of k on one line"},
    {"[s]\nk = \\\n", "f:2: a line cannot go on after «\\»; write the whole value of k on one line"},
    {"[s]\nk = \\d\n", "f:2: a value with «\\» needs quotes; write k = '\\d'"},
    {"[s]\nk == 1\n", "f:2: a value with «=» needs quotes; write k = '= 1'"},
    {"[s]\n\"k\" = 1\n", "f:2: a key stands without quotes; write k = …"},
    {"[s]\nk = 1\n\nK = 2\n", "f:4: K stands twice in [s], first in line 2; delete one of the two"},
    {"[s]\nk = 1\n[t]\n[S]\nl = 2\n", "f:4: [S] stands twice, first in line 1; write all of it there"},
    {"[s]\nk = \033]0;x\a\n", "f:2: a control character (U+001B); delete it"},
    {"[s]\nk = \"\xc2\x9b\"\n", "f:2: a control character (U+009B); delete it"},
    {"[s]\n# \177\n", "f:2: a control character (U+007F); delete it"},
    {"[s]\nk = a\rb\n", "f:2: a control character (U+000D); delete it"},
    {"[s]\n\001 = 1\n", "f:2: a control character (U+0001); delete it"},
    {"[s]\n\nk = \xff\n", "f:3: not UTF-8; save the file as UTF-8"},
};

static void
test_good(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(good); i++) {
        g_autofree char *text = g_strdup_printf("[s]\n%s", good[i].line);
        g_autoptr(GError) error = NULL;
        g_autoptr(Ini) ini = ini_parse("f", text, strlen(text), &error);
        g_assert_no_error(error);
        const IniEntry *entry = ini_find(ini, "s", "k");
        g_test_message("%s", good[i].line);
        g_assert_nonnull(entry);
        g_assert_cmpstr(entry->value, ==, good[i].value);
    }
}

static void
test_bad(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Ini) ini = ini_parse("f", bad[i].text, strlen(bad[i].text), &error);
        g_assert_null(ini);
        g_assert_error(error, IBID_ERROR, IBID_ERROR_CONFIG);
        g_assert_cmpstr(error->message, ==, bad[i].message);
    }
}

static void
test_structure(void)
{
    static const char text[] = "\xef\xbb\xbf# first\n[Beta two]\nb = 1\nA b = 2\n\n[alpha]\n[Gamma]\nx = 3\n";
    g_autoptr(GError) error = NULL;
    g_autoptr(Ini) ini = ini_parse("name.ini", text, sizeof text - 1, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(ini_path(ini), ==, "name.ini");
    g_autofree char *names = g_strjoinv("|", (char **)ini_sections(ini));
    g_assert_cmpstr(names, ==, "Beta two|alpha|Gamma");
    guint count;
    const IniEntry *entries = ini_entries(ini, "beta TWO", &count);
    g_assert_cmpuint(count, ==, 2);
    g_assert_cmpstr(entries[0].key, ==, "b");
    g_assert_cmpint(entries[0].line, ==, 3);
    g_assert_cmpstr(entries[1].key, ==, "A b");
    g_assert_cmpstr(entries[1].value, ==, "2");
    g_assert_cmpint(entries[1].line, ==, 4);
    g_assert_null(ini_entries(ini, "alpha", &count));
    g_assert_cmpuint(count, ==, 0);
    g_assert_null(ini_entries(ini, "delta", &count));
    g_assert_cmpint(ini_section_line(ini, "alpha"), ==, 6);
    g_assert_cmpint(ini_section_line(ini, "delta"), ==, 0);
    g_assert_cmpstr(ini_find(ini, "gamma", "X")->value, ==, "3");
    g_assert_null(ini_find(ini, "gamma", "b"));
}

static void
test_empty(void)
{
    static const char *const texts[] = {"", "\n", "\n\n# only a comment", "[s]", "\xef\xbb\xbf"};
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Ini) ini = ini_parse("f", texts[i], strlen(texts[i]), &error);
        g_assert_no_error(error);
        g_assert_nonnull(ini_sections(ini));
        g_assert_cmpuint(g_strv_length((char **)ini_sections(ini)), ==, i == 3);
    }
}

static void
test_lenient(void)
{
    static const char text[] = "lost = 1\n[s]\na = 1\nb = #2\nc = 3\n[s:t]\nd = 4\n[u]\ne = 5\n[S]\nf = 6\n";
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GError) error = NULL;
    g_autoptr(Ini) ini = ini_parse_lenient("f", text, sizeof text - 1, faults, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(faults->len, ==, 4);
    g_assert_cmpstr(faults->pdata[0], ==, "f:1: lost stands before the first section; write a line [section] above it");
    g_assert_cmpstr(faults->pdata[1], ==, "f:4: a value with «#» needs quotes; write b = \"#2\"");
    g_assert_cmpstr(faults->pdata[2], ==, "f:6: a section cannot have «:» in its name; write [s-t]");
    g_assert_cmpstr(faults->pdata[3], ==, "f:10: [S] stands twice, first in line 2; write all of it there");
    g_assert_cmpstr(ini_find(ini, "s", "a")->value, ==, "1");
    g_assert_null(ini_find(ini, "s", "b"));
    g_assert_cmpstr(ini_find(ini, "s", "c")->value, ==, "3");
    /* what stands below a heading that cannot be read belongs to nothing */
    g_assert_null(ini_find(ini, "s", "d"));
    g_assert_null(ini_find(ini, "s", "f"));
    g_assert_cmpstr(ini_find(ini, "u", "e")->value, ==, "5");
}

static void
test_many_faults(void)
{
    g_autoptr(GString) text = g_string_new("[s]\n");
    for (int i = 0; i < 100; i++)
        g_string_append(text, "x\n");
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Ini) ini = ini_parse_lenient("f", text->str, text->len, faults, NULL);
    g_assert_nonnull(ini);
    g_assert_cmpuint(faults->len, ==, 21);
    g_assert_cmpstr(faults->pdata[20], ==, "f: 80 more faults; mend those above first");
}

static void
test_limits(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *fits = g_strnfill(INI_MAX_LINE - 4, 'v'), *long_name = g_strnfill(INI_MAX_NAME + 1, 'n');
    g_autofree char *name = g_strnfill(INI_MAX_NAME, 'N');
    g_autofree char *a = g_strdup_printf("[%s]\n%s=\"%s\"\n", name, name, name);
    g_autoptr(Ini) names = ini_parse("f", a, strlen(a), &error);
    g_assert_no_error(error);
    g_assert_cmpstr(ini_find(names, name, name)->value, ==, name);

    g_autofree char *b = g_strdup_printf("[s]\nk=\"%s\"", fits);
    g_autoptr(Ini) whole = ini_parse("f", b, strlen(b), &error);
    g_assert_no_error(error);
    g_assert_cmpstr(ini_find(whole, "s", "k")->value, ==, fits);

    g_autofree char *c = g_strdup_printf("[s]\nk=\"x%s\"", fits);
    g_assert_null(ini_parse("f", c, strlen(c), &error));
    g_assert_cmpstr(error->message, ==, "f:2: this line is longer than 1000 bytes; write a shorter one");
    g_clear_error(&error);

    g_autofree char *d = g_strdup_printf("[%s]\n", long_name), *e = g_strdup_printf("[s]\n%s = 1\n", long_name);
    g_assert_null(ini_parse("f", d, strlen(d), &error));
    g_assert_cmpstr(error->message, ==, "f:1: the name of this section is longer than 200 bytes; write a shorter one");
    g_clear_error(&error);
    g_assert_null(ini_parse("f", e, strlen(e), &error));
    g_assert_cmpstr(error->message, ==, "f:2: the key is longer than 200 bytes; write a shorter one");
    g_clear_error(&error);

    g_autoptr(GString) many = g_string_new("[s]\n");
    for (int i = 0; i < INI_MAX_ENTRIES; i++)
        g_string_append_printf(many, "k%d=v\n", i);
    g_assert_null(ini_parse("f", many->str, many->len, &error));
    g_assert_cmpstr(error->message, ==, "f:4001: more than 4000 sections and keys; the rest is left out");
    g_clear_error(&error);

    g_autofree char *large = g_strnfill(INI_MAX_SIZE + 1, '#');
    g_assert_null(ini_parse("f", large, INI_MAX_SIZE + 1, &error));
    g_assert_error(error, IBID_ERROR, IBID_ERROR_LIMIT);
    g_assert_cmpstr(error->message, ==, "f: larger than 64 KB; write a shorter file");
    g_clear_error(&error);
    g_autoptr(Ini) comment = ini_parse("f", large, INI_MAX_SIZE, &error);
    g_assert_no_error(error);
    g_assert_cmpint(ini_section_line(comment, "s"), ==, 0);

    /* a NUL, and UTF-16 */
    g_assert_null(ini_parse("f", "[s]\nk = a\0b\n", 12, &error));
    g_assert_cmpstr(error->message, ==, "f:2: a NUL byte, so this is no text; save the file as text in UTF-8");
    g_clear_error(&error);
    g_assert_null(ini_parse("f", "\xff\xfe[\0s\0]\0", 8, &error));
    g_assert_cmpstr(error->message, ==, "f:1: not UTF-8; save the file as UTF-8");
}

/* A message repeats a little of the file, made safe, and the name of the file, made safe. */
static void
test_safe_messages(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *key = g_strnfill(150, 'k'), *text = g_strdup_printf("[s]\n%s\n", key);
    g_assert_null(ini_parse("a\033]0;x\ab\n", text, strlen(text), &error));
    g_assert_null(strchr(error->message, '\033'));
    g_assert_null(strchr(error->message, '\a'));
    g_assert_null(strchr(error->message, '\n'));
    g_assert_nonnull(strstr(error->message, "kkkk…»"));
    g_assert_cmpuint(strlen(error->message), <, 180);
}

static void
test_files(void)
{
    g_autofree char *folder = g_dir_make_tmp("ibid-ini-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "a.ini", NULL);
    g_autoptr(GError) error = NULL;

    g_assert_null(ini_load(path, &error));
    g_assert_true(ini_missing(error));
    g_clear_error(&error);

    g_assert_true(g_file_set_contents(path, "[s]\nk = 1", -1, NULL));
    g_autoptr(Ini) ini = ini_load(path, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(ini_path(ini), ==, path);
    g_assert_cmpstr(ini_find(ini, "s", "k")->value, ==, "1");
    g_autofree char *below = g_build_filename(path, "b.ini", NULL);
    g_assert_null(ini_load(below, &error));
    g_assert_true(ini_missing(error));
    g_clear_error(&error);
    g_unlink(path);

    g_autofree char *not_regular = g_strdup_printf("%s: not a regular file; write a text file here", path);
    g_assert_cmpint(g_mkdir(path, 0700), ==, 0);
    g_assert_null(ini_load(path, &error));
    g_assert_error(error, IBID_ERROR, IBID_ERROR_READ);
    g_assert_cmpstr(error->message, ==, not_regular);
    g_clear_error(&error);
    g_rmdir(path);

    g_assert_cmpint(mkfifo(path, 0600), ==, 0); /* must not wait for a writer */
    g_assert_null(ini_load(path, &error));
    g_assert_cmpstr(error->message, ==, not_regular);
    g_clear_error(&error);
    g_unlink(path);

    g_assert_cmpint(symlink("/dev/zero", path), ==, 0);
    g_assert_null(ini_load(path, &error));
    g_assert_cmpstr(error->message, ==, not_regular);
    g_clear_error(&error);
    g_unlink(path);

    g_assert_cmpint(symlink(path, path), ==, 0);
    g_assert_null(ini_load(path, &error));
    g_assert_error(error, IBID_ERROR, IBID_ERROR_READ);
    g_assert_false(ini_missing(error));
    g_clear_error(&error);
    g_unlink(path);

    g_autofree char *large = g_strnfill(INI_MAX_SIZE + 1, '\n');
    g_assert_true(g_file_set_contents(path, large, -1, NULL));
    g_assert_null(ini_load(path, &error));
    g_assert_error(error, IBID_ERROR, IBID_ERROR_LIMIT);
    g_clear_error(&error);
    if (geteuid() != 0) {
        g_chmod(path, 0);
        g_assert_null(ini_load(path, &error));
        g_assert_error(error, IBID_ERROR, IBID_ERROR_READ);
        g_clear_error(&error);
    }
    g_unlink(path);
    g_rmdir(folder);
}

/* Lines made of the characters that mean something: whatever the scanner lets pass, iniparser must read alike (else the text is refused as readable in two
 * ways, which would be a hole in the scanner). */
static void
test_random(void)
{
    static const char *const pieces[] = {"=", "\"", "'", "#", ";",    "\\",     "[",   "]",  " ", "\t",
                                         "a", "B",  "é", ":", "k = ", "k = \"", "\" ", "%s", "\r"};
    for (int round = 0; round < 30000; round++) {
        g_autoptr(GString) text = g_string_new("[s]\n");
        for (int n = g_test_rand_int_range(1, 10); n > 0; n--)
            g_string_append(text, pieces[g_test_rand_int_range(0, G_N_ELEMENTS(pieces))]);
        g_string_append(text, "\nlast = 1\n");
        g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
        g_autoptr(GError) error = NULL;
        g_autoptr(Ini) ini = ini_parse_lenient("f", text->str, text->len, faults, &error);
        if (error)
            g_test_message("%s", text->str);
        g_assert_no_error(error);
        g_assert_cmpuint(faults->len, <=, 1);
        g_assert_cmpint(ini_section_line(ini, "s"), ==, 1);
    }
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/ini/good", test_good);
    g_test_add_func("/ini/bad", test_bad);
    g_test_add_func("/ini/structure", test_structure);
    g_test_add_func("/ini/empty", test_empty);
    g_test_add_func("/ini/lenient", test_lenient);
    g_test_add_func("/ini/many-faults", test_many_faults);
    g_test_add_func("/ini/limits", test_limits);
    g_test_add_func("/ini/safe-messages", test_safe_messages);
    g_test_add_func("/ini/files", test_files);
    g_test_add_func("/ini/random", test_random);
    return g_test_run();
}
