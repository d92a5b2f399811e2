/* The command line taken apart, and what is said about each fault in it. */
#include "cli/cli.h"

#include <string.h>

#include "base/error.h"
#include "tests/test.h"

static CliOptions *
parse(const char *line, GError **error)
{
    g_autofree char *whole = g_strconcat("ibid ", line, NULL);
    g_auto(GStrv) words = g_strsplit(whole, " ", -1);
    g_autoptr(GPtrArray) argv = g_ptr_array_new();
    for (char **word = words; *word; word++)
        if (**word)
            g_ptr_array_add(argv, strcmp(*word, "''") == 0 ? (char *)"" : *word);
    int argc = (int)argv->len;
    g_ptr_array_add(argv, NULL);
    return cli_parse(argc, (char **)argv->pdata, error);
}

static CliOptions *
good(const char *line)
{
    g_autoptr(GError) error = NULL;
    CliOptions *options = parse(line, &error);
    g_assert_no_error(error);
    g_assert_nonnull(options);
    return options;
}

static void
assert_read(const char *line, const char *verb, const char *articles)
{
    g_autoptr(CliOptions) options = good(line);
    g_autofree char *joined = g_strjoinv(" ", options->articles);
    g_assert_cmpstr(options->verb, ==, verb);
    g_assert_cmpstr(joined, ==, articles);
}

static void
assert_fault(const char *line, const char *want)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(CliOptions) options = parse(line, &error);
    if (options)
        g_test_message("taken: %s", line);
    g_assert_null(options);
    g_assert_error(error, IBID_ERROR, IBID_ERROR_USAGE);
    g_assert_cmpint(error_exit_status(error), ==, 2);
    g_assert_cmpstr(error->message, ==, want);
}

static void
test_words(void)
{
    assert_read("", NULL, "");
    assert_read("a.txt", NULL, "a.txt");
    assert_read("show a.txt", "show", "a.txt");
    assert_read("cites a.txt b.txt", "cites", "a.txt b.txt");
    assert_read("./show", NULL, "./show");
    assert_read("-", NULL, "-");
    assert_read("show -", "show", "-");
    assert_read("show -- --a.txt", "show", "--a.txt");
    assert_read("-- --a.txt", NULL, "--a.txt");
    assert_read("show show", "show", "show");
    assert_read("help", "help", "");
    assert_read("--format=json a.txt", "show", "a.txt");
    assert_read("--whole a.txt", "show", "a.txt");
}

static void
test_options(void)
{
    static const char *const lines[] = {
        "--width=60 --as=text --issued=2024-02-29 --format=html --whole show a.txt",
        "show --width 60 --as text --issued 2024-02-29 --format html --whole a.txt",
        "show a.txt --width=60 --as=text --issued=2024-02-29 --format=html --whole",
    };
    for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
        g_autoptr(CliOptions) options = good(lines[i]);
        g_assert_cmpstr(options->verb, ==, "show");
        g_assert_cmpstr(options->articles[0], ==, "a.txt");
        g_assert_cmpint(options->width, ==, 60);
        g_assert_cmpstr(options->as, ==, "text");
        g_assert_cmpstr(options->issued, ==, "2024-02-29");
        g_assert_cmpstr(options->format, ==, "html");
        g_assert_true(options->whole);
    }
    g_autoptr(CliOptions) help = good("--help"), shorter = good("-h"), version = good("-V show");
    g_assert_true(help->help && shorter->help && version->version);
    g_autoptr(CliOptions) headless = good("--headless=120x40 --script=- a.txt --theme=light");
    g_assert_cmpint(headless->headless_width, ==, 120);
    g_assert_cmpint(headless->headless_height, ==, 40);
    g_assert_cmpstr(headless->script, ==, "-");
    g_assert_cmpstr(headless->theme, ==, "light");
    g_autoptr(CliOptions) keys = good("keys --keys=less");
    g_assert_cmpstr(keys->verb, ==, "keys");
    g_assert_cmpstr(keys->keys, ==, "less");
    g_autoptr(CliOptions) last = good("--width=30 --width=40 a.txt");
    g_assert_cmpint(last->width, ==, 40);
}

static void
test_unknown(void)
{
    assert_fault("--widht=60 a.txt", "--widht: unknown option; see 'ibid --help'");
    assert_fault("show --library=x a.txt", "--library: unknown option; see 'ibid --help'");
    assert_fault("-x a.txt", "-x: unknown option; see 'ibid --help'");
    assert_fault("--w a.txt", "--w: unknown option; see 'ibid --help'");
    assert_fault("--width --x show", "--width=--x: no such width; write a number from 20 to 500");
    assert_fault("--whole=yes a.txt", "--whole: takes no value; write it without '=yes'");
    assert_fault("show a.txt --width", "--width: a value is missing; write --width=N");
}

static void
test_values(void)
{
    static const char *const widths[] = {"19", "501", "-1", "x", "60x", "", "99999999999999999999", "+60", " 60"};
    for (guint i = 0; i < G_N_ELEMENTS(widths); i++) {
        g_autofree char *option = g_strdup_printf("--width=%s", widths[i]);
        char *argv[] = {(char *)"ibid", (char *)"show", (char *)"a.txt", option, NULL};
        g_autoptr(GError) error = NULL;
        g_assert_null(cli_parse(4, argv, &error));
        g_autofree char *want = g_strdup_printf("--width=%s: no such width; write a number from 20 to 500", widths[i]);
        g_assert_cmpstr(error->message, ==, want);
    }
    static const char *const dates[] = {"2026-02-29",  "2026-13-01",    "2026-00-10", "2026-2-1", "02.18.2026",
                                        "2026-02-18x", "2026-02-3\xc3", "0000-01-01", "tomorrow"};
    for (guint i = 0; i < G_N_ELEMENTS(dates); i++) {
        g_autofree char *line = g_strdup_printf("show a.txt --issued=%s", dates[i]);
        g_autofree char *want = g_strdup_printf("--issued=%s: no such date; write it as 2026-02-18", dates[i]);
        assert_fault(line, want);
    }
    g_autoptr(GError) error = NULL;
    g_assert_null(parse("show a.txt --as=docx", &error));
    g_assert_true(g_str_has_prefix(error->message, "--as=docx: no such format; write one of: text"));
    assert_fault("cites a.txt --format=html",
                 "--format=html: no format of cites; write one of: table, json, csv, markdown, bibtex, ris, csl-json");
    assert_fault("entities a.txt --format=markdown",
                 "--format=markdown: no format of entities; write one of: table, json, csv");
    assert_fault("--headless=80 --script=x", "--headless=80: no such size; write columns and rows, as 80x24");
    assert_fault("--headless=0x24 --script=x", "--headless=0x24: no such size; write columns and rows, as 80x24");
    assert_fault("--headless=80x24x2 --script=x", "--headless=80x24x2: no such size; write columns and rows, as 80x24");
}

/* No option is taken that would do nothing. */
static void
test_misplaced(void)
{
    assert_fault("cites --whole a.txt", "--whole: no option of cites; see 'ibid --help'");
    assert_fault("show --theme=dark a.txt", "--theme: no option of show; see 'ibid --help'");
    assert_fault("--keys=less a.txt", "--keys: no option of reading; see 'ibid --help'");
    assert_fault("help --width=60", "--width: no option of help; see 'ibid --help'");
    assert_fault("--script=x a.txt", "--script: needs a screen; write --headless=80x24 too");
    assert_fault("--headless=80x24 a.txt",
                 "--headless: needs its keys; write --script=FILE too, or --script=- for standard input");
    assert_fault("--headless=80x24 --script=- -",
                 "--script=-: standard input is the article already; put the script into a file");
}

static void
test_articles(void)
{
    assert_fault("show", "show: no article is named; write ibid show ARTICLE");
    assert_fault("show a.txt b.txt", "b.txt: more than one article; name one at a time");
    g_autoptr(GError) error = NULL;
    g_assert_null(parse("chek a.txt", &error));
    g_assert_true(
        g_str_has_prefix(error->message, "chek: neither a file nor a command; the commands are show, cites, "));
    assert_fault("help a.txt", "a.txt: help takes no article; leave it out");
}

/* The help names every option and every verb. */
static void
test_help(void)
{
    g_autofree char *help = cli_help();
    static const char *const words[] = {"--as=",
                                        "--issued=",
                                        "--format=",
                                        "--whole",
                                        "--width=",
                                        "--theme=",
                                        "--keys=",
                                        "--headless=",
                                        "--script=",
                                        "-h, --help",
                                        "-V, --version",
                                        "ibid show ARTICLE",
                                        "ibid cites ARTICLE…",
                                        "ibid entities ARTICLE…",
                                        "ibid keys",
                                        "ibid themes"};
    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        g_assert_nonnull(strstr(help, words[i]));
    g_auto(GStrv) lines = g_strsplit(help, "\n", -1);
    for (char **line = lines; *line; line++)
        g_assert_cmpint(g_utf8_strlen(*line, -1), <=, 100);
}

/* What the help names, the manual page describes. */
static void
test_manual(void)
{
    g_autofree char *help = cli_help(), *path = test_path("doc/ibid.1.in"), *manual = NULL;
    g_assert_true(g_file_get_contents(path, &manual, NULL, NULL));
    g_autoptr(GRegex) names = g_regex_new("^  (?:-[a-zA-Z], )?--([a-z]+)|^  ibid ([a-z]+)", G_REGEX_MULTILINE, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    guint found = 0;
    for (g_regex_match(names, help, 0, &match); g_match_info_matches(match); g_match_info_next(match, NULL), found++) {
        g_autofree char *option = g_match_info_fetch(match, 1), *verb = g_match_info_fetch(match, 2);
        g_autofree char *want = *option ? g_strconcat("\n.B.* \\\\-\\\\-", option, "\\b", NULL)
                                        : g_strconcat("\n.TP\n.BI? ", verb, "\\b", NULL);
        if (!g_regex_match_simple(want, manual, 0, 0))
            g_test_message("the manual page lacks %s%s", option, verb ? verb : "");
        g_assert_true(g_regex_match_simple(want, manual, 0, 0));
    }
    g_assert_cmpuint(found, >, 10);
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/cli/parse/words", test_words);
    g_test_add_func("/cli/parse/options", test_options);
    g_test_add_func("/cli/parse/unknown", test_unknown);
    g_test_add_func("/cli/parse/values", test_values);
    g_test_add_func("/cli/parse/misplaced", test_misplaced);
    g_test_add_func("/cli/parse/articles", test_articles);
    g_test_add_func("/cli/parse/help", test_help);
    g_test_add_func("/cli/parse/manual", test_manual);
    return g_test_run();
}
