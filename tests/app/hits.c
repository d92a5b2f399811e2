/* The hits of a search: next and previous against brute force, wrapping, what does not count, counting in slices, the cap. */
#include "app/hits.h"

#include <string.h>

#include "doc/builder.h"
#include "tests/test.h"

static Document *
document_of(const char *const *paragraphs)
{
    g_autoptr(Builder) b = builder_new(0);
    for (; *paragraphs; paragraphs++)
        builder_block(b, &(BlockSpec){.kind = BLOCK_PARAGRAPH, .role = ROLE_BODY, .numbered = TRUE}, *paragraphs, strlen(*paragraphs));
    return builder_finish(b);
}

static Hits *
hits_of(Document *document, const char *query, HitsCounts counts, gpointer data)
{
    g_autoptr(GError) error = NULL;
    Search *search = search_new(query, SEARCH_LITERAL, &error);
    g_assert_no_error(error);
    return hits_new(document, search, counts, data);
}

/* Starts of all occurrences that do not overlap, by the plainest loop. */
static GArray *
brute_force(const char *text, const char *query)
{
    GArray *starts = g_array_new(FALSE, FALSE, sizeof(gsize));
    gsize length = strlen(query);
    for (gsize i = 0; text[i];) {
        if (g_ascii_strncasecmp(text + i, query, length) != 0) {
            i++;
            continue;
        }
        g_array_append_val(starts, i);
        i += length;
    }
    return starts;
}

static void
count_all(Hits *hits)
{
    while (hits_step(hits, 0)) /* a deadline that has passed: one slice each */
        ;
    g_assert_true(hits_counted(hits));
}

/* A random text of few words, so that hits stand close, and at both ends. */
static Document *
random_document(GRand *random, int words)
{
    static const char *const some[] = {"salt", "Salt", "sal", "salts", "alt", "harbour"};
    g_autoptr(GString) text = g_string_new("salt");
    for (int i = 0; i < words; i++) {
        g_string_append_c(text, g_rand_int_range(random, 0, 9) ? ' ' : '-');
        g_string_append(text, some[g_rand_int_range(random, 0, G_N_ELEMENTS(some))]);
    }
    g_string_append(text, " salt");
    const char *paragraphs[] = {text->str, "salt", text->str, NULL};
    return document_of(paragraphs);
}

static void
test_against_brute_force(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(7);
    for (int round = 0; round < 20; round++) {
        g_autoptr(Document) document = random_document(random, 60);
        gsize length;
        const char *text = document_text(document, &length);
        g_autoptr(GArray) starts = brute_force(text, "salt");
        g_autoptr(Hits) hits = hits_of(document, "salt", NULL, NULL);
        g_assert_cmpstr(hits_query(hits), ==, "salt");
        for (gsize offset = 0; offset <= length; offset++) {
            guint after = 0;
            while (after < starts->len && g_array_index(starts, gsize, after) <= offset)
                after++;
            guint before = 0;
            while (before < starts->len && g_array_index(starts, gsize, before) < offset)
                before++;
            Range hit;
            gboolean wrapped;
            g_assert_true(hits_next(hits, offset, TRUE, &hit, &wrapped, NULL));
            g_assert_cmpuint(hit.start, ==, g_array_index(starts, gsize, after < starts->len ? after : 0));
            g_assert_cmpint(wrapped, ==, after == starts->len);
            g_assert_true(hits_next(hits, offset, FALSE, &hit, &wrapped, NULL) == (after < starts->len));
            g_assert_true(hits_previous(hits, offset, TRUE, &hit, &wrapped, NULL));
            g_assert_cmpuint(hit.start, ==, g_array_index(starts, gsize, before > 0 ? before - 1 : starts->len - 1));
            g_assert_cmpint(wrapped, ==, before == 0);
            gboolean at = after > 0 && offset < g_array_index(starts, gsize, after - 1) + 4;
            g_assert_true(hits_at(hits, offset, &hit) == at);
            if (at)
                g_assert_cmpuint(hit.start, ==, g_array_index(starts, gsize, after - 1));
        }
        count_all(hits);
        g_assert_cmpuint(hits_count(hits), ==, starts->len);
        Layer *layer = hits_in(hits, range_make(0, length));
        g_assert_cmpuint(layer_size(layer), ==, starts->len);
        Range middle = range_make(length / 3, length / 2);
        guint want = 0;
        for (guint i = 0; i < starts->len; i++)
            want += g_array_index(starts, gsize, i) < middle.end && g_array_index(starts, gsize, i) + 4 > middle.start;
        g_assert_cmpuint(layer_size(hits_in(hits, middle)), ==, want);
    }
}

static void
test_current(void)
{
    static const char *const paragraphs[] = {"tide and tide", "a tide, late", NULL};
    g_autoptr(Document) document = document_of(paragraphs);
    g_autoptr(Hits) hits = hits_of(document, "tide", NULL, NULL);
    g_assert_true(range_is_none(hits_current(hits)));
    g_assert_cmpuint(hits_number(hits), ==, 0);
    count_all(hits);
    Range hit = range_make(0, 0);
    gboolean wrapped;
    g_assert_true(hits_at(hits, 0, &hit));
    for (guint number = 1; number <= 7; number++) {
        hits_set_current(hits, hit);
        g_assert_cmpuint(hits_current(hits).start, ==, hit.start);
        g_assert_cmpuint(hits_number(hits), ==, (number - 1) % 3 + 1);
        g_assert_true(hits_next(hits, hit.start, TRUE, &hit, &wrapped, NULL));
        g_assert_cmpint(wrapped, ==, number % 3 == 0);
    }
    for (guint i = 0; i < 4; i++)
        g_assert_true(hits_previous(hits, hit.start, TRUE, &hit, &wrapped, NULL));
    hits_set_current(hits, hit);
    g_assert_cmpuint(hits_number(hits), ==, 1);
}

/* A text with one hit only: the next one is itself, and it has wrapped. */
static void
test_single(void)
{
    static const char *const paragraphs[] = {"one gate of four", NULL};
    g_autoptr(Document) document = document_of(paragraphs);
    g_autoptr(Hits) hits = hits_of(document, "gate", NULL, NULL);
    Range hit;
    gboolean wrapped;
    g_assert_true(hits_next(hits, 4, TRUE, &hit, &wrapped, NULL));
    g_assert_cmpuint(hit.start, ==, 4);
    g_assert_true(wrapped);
    g_assert_false(hits_next(hits, 4, FALSE, &hit, &wrapped, NULL));
    g_assert_true(hits_previous(hits, 4, TRUE, &hit, &wrapped, NULL));
    g_assert_cmpuint(hit.start, ==, 4);
    g_assert_true(wrapped);
    g_autoptr(Hits) none = hits_of(document, "lock", NULL, NULL);
    g_assert_false(hits_next(none, 0, TRUE, &hit, &wrapped, NULL));
    g_assert_false(hits_previous(none, 8, TRUE, &hit, &wrapped, NULL));
    count_all(none);
    g_assert_cmpuint(hits_count(none), ==, 0);
}

static gboolean
only_behind(Range hit, gpointer data)
{
    return hit.start >= *(gsize *)data;
}

static void
test_what_does_not_count(void)
{
    static const char *const paragraphs[] = {"gate gate gate", "gate gate", NULL};
    g_autoptr(Document) document = document_of(paragraphs);
    gsize from = 15;
    g_autoptr(Hits) hits = hits_of(document, "gate", only_behind, &from);
    Range hit;
    gboolean wrapped;
    g_assert_true(hits_next(hits, 0, TRUE, &hit, &wrapped, NULL));
    g_assert_cmpuint(hit.start, ==, 15);
    g_assert_true(hits_next(hits, 20, TRUE, &hit, &wrapped, NULL));
    g_assert_cmpuint(hit.start, ==, 15);
    g_assert_true(wrapped);
    g_assert_true(hits_previous(hits, 15, TRUE, &hit, &wrapped, NULL));
    g_assert_cmpuint(hit.start, ==, 20);
    g_assert_false(hits_at(hits, 5, &hit));
    count_all(hits);
    g_assert_cmpuint(hits_count(hits), ==, 2);
    g_assert_cmpuint(layer_size(hits_in(hits, range_make(0, 24))), ==, 2);
}

/* Hits on both sides of the slices in which they are counted, and across them. */
static void
test_slices(void)
{
    static const gsize at[] = {0, 262138, 262142, 262150, 524284, 524290, 700000};
    for (guint shift = 0; shift < 8; shift++) {
        g_autoptr(GString) text = g_string_sized_new(800000);
        for (guint i = 0; i < G_N_ELEMENTS(at); i++) {
            while (text->len < at[i] + shift)
                g_string_append_c(text, text->len % 60 == 59 ? ' ' : 'x');
            g_string_append(text, "gate ");
        }
        const char *paragraphs[] = {text->str, NULL};
        g_autoptr(Document) document = document_of(paragraphs);
        g_autoptr(GArray) starts = brute_force(document_text(document, NULL), "gate");
        g_autoptr(Hits) hits = hits_of(document, "gate", NULL, NULL);
        g_assert_true(hits_step(hits, 0));
        g_assert_false(hits_counted(hits));
        count_all(hits);
        g_assert_cmpuint(hits_count(hits), ==, starts->len);
    }
}

/* More hits than are counted: the figure stops at the limit, the walk goes on. */
static void
test_cap(void)
{
    g_autoptr(GString) text = g_string_sized_new(600000);
    for (int i = 0; i < 200000; i++)
        g_string_append(text, "ab ");
    g_strchomp(text->str);
    const char *paragraphs[] = {text->str, NULL};
    g_autoptr(Document) document = document_of(paragraphs);
    g_autoptr(Hits) hits = hits_of(document, "ab", NULL, NULL);
    count_all(hits);
    g_assert_cmpuint(hits_count(hits), ==, HITS_MAX);
    Range hit;
    gboolean wrapped;
    g_assert_true(hits_next(hits, 599990, TRUE, &hit, &wrapped, NULL));
    g_assert_cmpuint(hit.start, ==, 599991);
    hits_set_current(hits, hit);
    g_assert_cmpuint(hits_number(hits), ==, 0); /* beyond what was counted */
}

/* A pattern that reaches its limit is an error, not a hang and not a count. */
static void
test_failing_pattern(void)
{
    g_autofree char *dots = g_strnfill(60000, 'a');
    const char *paragraphs[] = {dots, NULL};
    g_autoptr(Document) document = document_of(paragraphs);
    g_autoptr(GError) error = NULL;
    Search *search = search_new("(a+)+b", SEARCH_PATTERN, &error);
    g_assert_no_error(error);
    g_autoptr(Hits) hits = hits_new(document, search, NULL, NULL);
    g_assert_true(hits_search(hits) == search);
    Range hit;
    gboolean wrapped;
    gboolean found = hits_next(hits, 0, TRUE, &hit, &wrapped, &error);
    g_assert_false(found);
    if (error) { /* where the pattern's engine sees by itself that there is no b, nothing has failed */
        g_clear_error(&error);
        count_all(hits);
        g_assert_cmpuint(layer_size(hits_in(hits, range_make(0, 60000))), ==, 0);
    }
    g_assert_cmpuint(hits_count(hits), ==, 0);
}

static void
test_query(void)
{
    static const char *const queries[][2] = {
        {"salt", "salt"}, {"salt\\c", "salt"}, {"salt\\C", "salt"}, {"salt\\\\c", "salt\\\\c"}, {"salt\\\\\\c", "salt\\\\"}, {"c", "c"}, {"abc", "abc"},
    };
    static const char *const paragraphs[] = {"salt", NULL};
    g_autoptr(Document) document = document_of(paragraphs);
    for (guint i = 0; i < G_N_ELEMENTS(queries); i++) {
        g_autoptr(Hits) hits = hits_of(document, queries[i][0], NULL, NULL);
        g_assert_cmpstr(hits_query(hits), ==, queries[i][1]);
    }
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/app/hits/against-brute-force", test_against_brute_force);
    g_test_add_func("/app/hits/query", test_query);
    g_test_add_func("/app/hits/current", test_current);
    g_test_add_func("/app/hits/single", test_single);
    g_test_add_func("/app/hits/what-does-not-count", test_what_does_not_count);
    g_test_add_func("/app/hits/slices", test_slices);
    g_test_add_func("/app/hits/cap", test_cap);
    g_test_add_func("/app/hits/failing-pattern", test_failing_pattern);
    return g_test_run();
}
