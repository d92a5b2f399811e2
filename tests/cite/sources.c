/* The set of known sources, the shipped file, a user's own, and classes by rule. */
#include "tests/test.h"

#include "base/error.h"
#include "cite/sources.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
write_file(const char *text)
{
    char *path = NULL;
    int fd = g_file_open_tmp("ibid-sources-XXXXXX", &path, NULL);
    g_assert_cmpint(fd, >=, 0);
    g_close(fd, NULL);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    return path;
}

static const char SHIPPED[] = "[HQR]\nlong = \"Harbour Quarterly Review\"\nclass = \"own series\"\ncountry = \"US\"\n"
                              "[Lowland Press]\nclass = \"wire\"\nurl = \"https://www.lowland.example\"\naliases = "
                              "\"LP; Lowland-Presse; Lowländ Pressen\"\n"
                              "[Harbour News]\nclass = \"independent media\"\nurl = \"https://example.org/harbour/\"\n";

static const char *
found(const Sources *sources, const char *printed)
{
    const Source *source = sources_find(sources, printed);
    return source ? source->name : "-";
}

static void
test_find(void)
{
    g_autofree char *path = write_file(SHIPPED);
    g_autoptr(GError) error = NULL;
    g_autoptr(Sources) sources = sources_load(path, NULL, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(sources_count(sources), ==, 3);
    static const char *const SPELLINGS[] = {"Lowland Press",
                                            "the Lowland Press",
                                            "LOWLAND PRESS",
                                            "LP",
                                            "lp.",
                                            "Lowland Presse",
                                            "lowland-presse",
                                            "Lowlaend",
                                            "www.lowland.example",
                                            "lowland.example",
                                            "https://www.lowland.example/a/b?c",
                                            "Lowland Press news agency",
                                            "“Lowland Press”",
                                            "Lowland Pressen"};
    for (guint i = 0; i < G_N_ELEMENTS(SPELLINGS); i++) {
        g_test_message("%s", SPELLINGS[i]);
        g_assert_cmpstr(found(sources, SPELLINGS[i]), ==, i == 7 ? "-" : "Lowland Press");
    }
    g_assert_cmpstr(found(sources, "Harbour Quarterly Review"), ==, "HQR");
    g_assert_cmpstr(found(sources, "Harbour"), ==, "-");
    g_assert_cmpstr(found(sources, ""), ==, "-");
    /* A page that is a folder of a shared host does not give the host away. */
    g_assert_cmpstr(found(sources, "example.org"), ==, "-");
    const Source *source = sources_find(sources, "hqr");
    g_assert_cmpint(source->class, ==, SOURCE_SERIES);
    g_assert_cmpstr(source->long_name, ==, "Harbour Quarterly Review");
    g_assert_cmpstr(source->country, ==, "US");
    g_assert_null(source->url);
    g_remove(path);
}

static void
test_user(void)
{
    g_autofree char *path = write_file(SHIPPED);
    g_autofree char *user =
        write_file("[Harbour News]\nclass = \"state media\"\naliases = \"LP\"\n[Mine]\nclass = \"academic\"\n");
    g_autoptr(GError) error = NULL;
    g_autoptr(Sources) sources = sources_load(path, user, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(sources_count(sources), ==, 4);
    g_assert_cmpint(sources_find(sources, "Harbour News")->class, ==, SOURCE_STATE_MEDIA);
    g_assert_cmpstr(sources_find(sources, "Harbour News")->url, ==, "https://example.org/harbour/");
    g_assert_cmpstr(found(sources, "LP"), ==, "Harbour News");
    g_assert_cmpstr(found(sources, "mine"), ==, "Mine");
    g_autoptr(Sources) without = sources_load(path, "/nonexistent/sources.ini", &error);
    g_assert_no_error(error);
    g_assert_cmpuint(sources_count(without), ==, 3);
    g_autoptr(Sources) none = sources_load(NULL, NULL, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(sources_count(none), ==, 0);
    g_assert_null(sources_find(none, "HQR"));
    g_remove(path);
    g_remove(user);
}

/* A fault is told with its line, and the rest stands. */
static void
test_faults(void)
{
    static const struct {
        const char *text, *says;
    } ROWS[] = {
        {"[A]\nclass = \"gossip\"\n[B]\nclass = \"wire\"\n", ":2: “gossip” is no class"},
        {"[A]\ncountry = \"Freedonia\"\n[B]\nclass = \"wire\"\n", ":2: “Freedonia” is no country code"},
        {"[A]\ncolour = \"red\"\n[B]\nclass = \"wire\"\n", ":2: a source has no “colour”"},
        {"[A]\nurl = https://a.example/#b\n[B]\nclass = \"wire\"\n", ":2: "},
    };
    for (guint i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        g_autofree char *path = write_file(ROWS[i].text);
        g_autoptr(GError) error = NULL;
        g_autoptr(Sources) sources = sources_load(path, NULL, &error);
        g_assert_error(error, IBID_ERROR, IBID_ERROR_CONFIG);
        g_assert_nonnull(strstr(error->message, ROWS[i].says));
        g_assert_nonnull(strstr(error->message, path));
        g_assert_cmpint(sources_find(sources, "B")->class, ==, SOURCE_WIRE);
        g_remove(path);
    }
    g_autoptr(GError) error = NULL;
    g_autoptr(Sources) sources = sources_load("/nonexistent/sources.ini", NULL, &error);
    g_assert_error(error, IBID_ERROR, IBID_ERROR_CONFIG);
    g_assert_cmpuint(sources_count(sources), ==, 0);
}

static void
test_shipped(void)
{
    g_autofree char *path = test_path("content/sources.ini");
    g_autoptr(GError) error = NULL;
    g_autoptr(Sources) sources = sources_load(path, NULL, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(sources_count(sources), >=, 300);
    g_assert_cmpstr(found(sources, "Radio Free Europe/Radio Liberty"), ==, "RFE/RL");
    g_assert_cmpstr(found(sources, "ITAR-TASS"), ==, "TASS");
    g_assert_cmpstr(found(sources, "Kremlin.ru"), ==, "Kremlin");
    g_assert_cmpstr(found(sources, "http://en.kremlin.ru/events/1"), ==, "Kremlin");
    g_assert_cmpint(sources_find(sources, "EDM")->class, ==, SOURCE_SERIES);
    g_assert_cmpint(sources_find(sources, "Global Times")->class, ==, SOURCE_STATE_MEDIA);
    g_assert_cmpstr(found(sources, "jamestown.org"), ==, "Jamestown");
}

/* Every name in the shipped file means its own section: no spelling is claimed twice. GLib's own reader holds ours
 * against it. */
static void
test_shipped_names(void)
{
    g_autofree char *path = test_path("content/sources.ini"), *bytes = NULL;
    gsize size;
    g_assert_true(g_file_get_contents(path, &bytes, &size, NULL));
    g_assert_cmpuint(size, <=, 64 * 1024);
    g_autoptr(Sources) sources = sources_load(path, NULL, NULL);
    g_autoptr(GKeyFile) file = g_key_file_new();
    g_autoptr(GError) error = NULL;
    g_assert_true(g_key_file_load_from_data(file, bytes, size, G_KEY_FILE_NONE, &error));
    gsize count;
    g_auto(GStrv) names = g_key_file_get_groups(file, &count);
    g_assert_cmpuint(count, ==, sources_count(sources));
    for (gsize i = 0; i < count; i++) {
        g_assert_cmpstr(found(sources, names[i]), ==, names[i]);
        g_assert_cmpint(sources_find(sources, names[i])->class, !=, SOURCE_UNCLASSIFIED);
        static const char *const KEYS[] = {"long", "aliases"};
        for (guint k = 0; k < G_N_ELEMENTS(KEYS); k++) {
            g_autofree char *value = g_key_file_get_value(file, names[i], KEYS[k], NULL);
            g_auto(GStrv) spellings = g_strsplit(value ? value : "", ";", -1);
            for (guint s = 0; spellings[s]; s++) {
                g_strstrip(g_strdelimit(spellings[s], "\"", ' '));
                g_assert_cmpstr(*spellings[s] ? found(sources, spellings[s]) : names[i], ==, names[i]);
            }
        }
    }
}

static void
test_rules(void)
{
    static const struct {
        const char *name;
        SourceClass class;
    } ROWS[] = {
        {"Freedonian Ministry of Tides", SOURCE_OFFICIAL},
        {"Freedonian Foreign Ministry", SOURCE_OFFICIAL},
        {"Embassy of Freedonia", SOURCE_OFFICIAL},
        {"PRC Embassy to Freedonia", SOURCE_OFFICIAL},
        {"President of Freedonia", SOURCE_OFFICIAL},
        {"Government of Freedonia", SOURCE_OFFICIAL},
        {"stat.gov.fr", SOURCE_OFFICIAL},
        {"www.army.mil", SOURCE_OFFICIAL},
        {"Telegram/anyone", SOURCE_SOCIAL},
        {"X/@anyone", SOURCE_SOCIAL},
        {"@anyone", SOURCE_SOCIAL},
        {"Presidents Weekly", SOURCE_UNCLASSIFIED},
        {"Ministry of Sound News", SOURCE_UNCLASSIFIED},
        {"interview with the president of Freedonia", SOURCE_UNCLASSIFIED},
        {"Vice President of Anything", SOURCE_UNCLASSIFIED},
        {"Harbour News", SOURCE_UNCLASSIFIED},
        {"governance.example", SOURCE_UNCLASSIFIED},
        {"", SOURCE_UNCLASSIFIED},
    };
    for (guint i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        g_test_message("%s", ROWS[i].name);
        g_assert_cmpstr(source_class_name(source_class_by_rule(ROWS[i].name)), ==, source_class_name(ROWS[i].class));
    }
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/cite/sources/find", test_find);
    g_test_add_func("/cite/sources/user", test_user);
    g_test_add_func("/cite/sources/faults", test_faults);
    g_test_add_func("/cite/sources/shipped", test_shipped);
    g_test_add_func("/cite/sources/shipped-names", test_shipped_names);
    g_test_add_func("/cite/sources/rules", test_rules);
    return g_test_run();
}
