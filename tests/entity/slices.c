/* The work in slices: whatever the slices, the result is the same; what is left out; hostile shapes in linear time. */
#include "tests/entity/prose.h"

static EntityLists *lists;

/* Some 900 KB of prose in paragraphs of several lengths, some of them longer than a section, so that sections end at
 * and inside blocks. */
static char *
long_text(void)
{
    static const char *const sentences[] = {
        "President Ilham Aliyev met Foreign Minister Anton Tovarin in Baku. ",
        "The Tarvik Energy Forum (TEF) praised the Middle Corridor. ",
        "Later Tovarin said that the PRC would pay (see EDM, May 14). ",
        "The HQ-9 was shown at Azadlig Square, near the U.S. The crowd cheered. ",
        "Trade grew, and ordinary words went on without any name for a while, as they do. ",
    };
    GString *text = g_string_new("# Tovarin Goes to Baku\n");
    for (guint i = 0; i < 14000; i++) {
        g_string_append(text, sentences[(i * 7 + i / 13) % G_N_ELEMENTS(sentences)]);
        if (i < 9000 && i % 11 == 0)
            g_string_append_c(text, '\n');
    }
    return g_string_free(text, FALSE);
}

static char *
run_whole(Document *document, Layer *excluded)
{
    g_autoptr(Entities) entities = entities_new(document, lists, excluded);
    g_assert_cmpuint(entities_progress(entities), ==, 0);
    g_assert_true(!entities_step(entities, G_MAXSIZE, G_MAXINT64));
    g_assert_true(!entities_step(entities, G_MAXSIZE, G_MAXINT64));
    g_assert_cmpuint(entities_progress(entities), ==, document_length(document));
    return entities_dump(entities);
}

static void
test_same(void)
{
    g_autofree char *text = long_text();
    g_autoptr(Document) document = prose_document(text);
    g_autofree char *whole = run_whole(document, NULL);
    /* The shortest slices: a deadline that has always passed. */
    g_autoptr(Entities) entities = entities_new(document, lists, NULL);
    guint slices = 0;
    gsize progress = 0;
    guint found = 0;
    while (entities_step(entities, G_MAXSIZE, 0)) {
        slices++;
        g_assert_cmpuint(entities_progress(entities), >=, progress);
        g_assert_cmpuint(entities_mention_count(entities), >=, found);
        progress = entities_progress(entities);
        found = entities_mention_count(entities);
        for (guint i = 0; i < MIN(found, 3); i++)
            g_assert_cmpuint(entities_mention(entities, found - 1 - i)->range.end, <=, document_length(document));
    }
    g_assert_cmpuint(slices, >, 500);
    g_autofree char *sliced = entities_dump(entities);
    g_assert_cmpstr(sliced, ==, whole);
    layer_check(entities_layer(entities));
}

static void
test_until(void)
{
    g_autofree char *text = long_text();
    g_autoptr(Document) document = prose_document(text);
    g_autofree char *whole = run_whole(document, NULL);
    g_autoptr(Entities) entities = entities_new(document, lists, NULL);
    gsize length = document_length(document);
    for (gsize until = 0; until < length; until += 10007) {
        g_assert_true(entities_step(entities, until, G_MAXINT64));
        g_assert_cmpuint(entities_progress(entities), <=, until);
        guint count = entities_mention_count(entities);
        g_assert_true(count == 0 || entities_mention(entities, count - 1)->range.end <= until);
    }
    g_assert_false(entities_step(entities, length, G_MAXINT64));
    g_autofree char *sliced = entities_dump(entities);
    g_assert_cmpstr(sliced, ==, whole);
}

static void
test_excluded(void)
{
    const char *text =
        "It met in Baku (Global Times, May 4; see EDM, May 5). Next, Astana (TASS) Moscow.\nGlobal Times\nRiga.";
    g_autoptr(Document) document = prose_document(text);
    g_autoptr(Layer) excluded = layer_new();
    static const char *const holes[] = {"(Global Times, May 4; see EDM, May 5)", "Global Times, May 4", "(TASS)",
                                        "\nGlobal Times\n"};
    for (guint i = 0; i < G_N_ELEMENTS(holes); i++) {
        gsize start = (gsize)(strstr(text, holes[i]) - text);
        layer_add(excluded, range_make(start, start + strlen(holes[i])), i);
    }
    g_autoptr(Entities) entities = entities_new(document, lists, excluded);
    prose_finish(entities);
    g_autofree char *found = prose_describe(entities);
    g_assert_cmpstr(found, ==, "place Baku; place Astana; place Moscow; place Riga");
}

/* What is left out may begin and end anywhere, and no name goes across it. */
static void
test_cut_words(void)
{
    static const struct {
        const char *text, *found;
    } cases[] = {
        {"Kim Jong-[un Asta]na Moscow", "person Kim Jong; place Moscow"},
        {"Mohammed bin [and] bin Salman", "person Mohammed; person bin Salman"},
        {"of the Bank of [all] the Kestrel Bay", "place Kestrel Bay"},
        {"the president [of it] Tovarin", ""},
        {"The Tarvik Forum [or] (TFX) met.", "organisation Tarvik Forum; organisation TFX"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Document) document = prose_document(cases[i].text);
        g_autoptr(Layer) excluded = layer_new();
        const char *opens = strchr(cases[i].text, '['), *closes = strchr(cases[i].text, ']');
        layer_add(excluded, range_make((gsize)(opens - cases[i].text), (gsize)(closes + 1 - cases[i].text)), 0);
        g_autoptr(Entities) entities = entities_new(document, lists, excluded);
        prose_finish(entities);
        g_autofree char *found = prose_describe(entities);
        g_assert_cmpstr(found, ==, cases[i].found);
    }
}

static void
test_roles(void)
{
    g_autofree char *found =
        prose_found(lists, "! Jamestown in Washington\n~ Foreign Policy, Azerbaijan\nIn Riga.\n! Reuters");
    g_assert_cmpstr(found, ==, "place Riga");
}

static char *
repeat(const char *text, guint times)
{
    GString *out = g_string_sized_new(strlen(text) * times + 1);
    for (guint i = 0; i < times; i++)
        g_string_append(out, text);
    return g_string_free(out, FALSE);
}

/* Each shape at one size and at four times that: quadratic work would take sixteen times as long. */
static void
test_hostile(void)
{
    static const char *const shapes[] = {"A",         "A ",        "Abc ",       "A.",         "A-",
                                         "'s",        "(",         "()",         "(ABC) ",     "Al (A) ",
                                         "Bank of ",  "of ",       "President ", "president ", "Ministry of X, ",
                                         "al-A",      "-e-A",      "Ab\n",       "a@",         "\xc3\x84",
                                         "1-",        "Ivan Abc ", "said Abcd ", "“A” ",       "U.S. ",
                                         "People’s ", "the West "};
    for (guint i = 0; i < G_N_ELEMENTS(shapes); i++) {
        gint64 times[2];
        for (guint j = 0; j < 2; j++) {
            g_autofree char *text = repeat(shapes[i], (guint)(((j ? 1024 : 256) * 1024) / strlen(shapes[i])));
            g_autoptr(Document) document = prose_document(text);
            gint64 start = test_cpu_time();
            g_autoptr(Entities) entities = entities_new(document, lists, NULL);
            prose_finish(entities);
            times[j] = test_cpu_time() - start;
            layer_check(entities_layer(entities));
        }
        if (times[1] > 12 * times[0] + 400000) {
            g_test_message("“%s”: %d µs, and four times as much %d µs", shapes[i], (int)times[0], (int)times[1]);
            g_test_fail();
        }
    }
}

/* Many different names: the tables grow with them, not faster. */
static void
test_many(void)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < 20000; i++) {
        char name[8] = {(char)('A' + i % 26),
                        (char)('a' + i / 26 % 26),
                        'k',
                        (char)('a' + i / 676 % 26),
                        'u',
                        (char)('a' + i / 17576),
                        'v',
                        0};
        g_string_append_printf(text, "Then Ivan %s said so.\n", name);
    }
    g_autoptr(Document) document = prose_document(text->str);
    g_string_free(text, TRUE);
    g_autoptr(Entities) entities = entities_new(document, lists, NULL);
    prose_finish(entities);
    g_assert_cmpuint(entities_mention_count(entities), ==, 20000);
    g_assert_cmpuint(entities_count(entities), ==, 20000);
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    lists = prose_lists();
    g_test_add_func("/entity/slices/same", test_same);
    g_test_add_func("/entity/slices/until", test_until);
    g_test_add_func("/entity/slices/excluded", test_excluded);
    g_test_add_func("/entity/slices/cut-words", test_cut_words);
    g_test_add_func("/entity/slices/roles", test_roles);
    g_test_add_func("/entity/slices/hostile", test_hostile);
    g_test_add_func("/entity/slices/many", test_many);
    int status = g_test_run();
    entity_lists_free(lists);
    return status;
}
