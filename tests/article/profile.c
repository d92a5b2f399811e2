/* The sourcing profile: what it counts, and how it is shown. */
#include "article/profile.h"

#include <string.h>

#include "tests/test.h"

static Article *
from_text(const char *text, const char *issued)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autoptr(GError) error = NULL;
    ArticleOptions options = {.issued = issued};
    Article *article = article_from_bytes(bytes, "salt.txt", &options, &error);
    g_assert_no_error(error);
    article_finish(article);
    return article;
}

#define SALT \
    "On salt\n\nSalt is dear (Ministry of Salt, March 1, 2026; Salt Post, May 2, 2024).\n\nNobody minds.\n\nNor does anybody else.\n\n" \
    "It was not (Salt Post, March 3, 2025, March 4, 2025). It is so.\n\nAnd yet. [1]\n\nNo more.\n\nNotes:\n\n[1] See Salt Post, May 3, 2024.\n"

static void
test_counts(void)
{
    g_autoptr(Article) article = from_text(SALT, "2026-03-04");
    g_autoptr(Profile) profile = profile_new(article);
    guint sum = 0;
    for (guint i = 0; i < PROFILE_CLASSES; i++)
        sum += profile->classes[i];
    g_assert_cmpuint(profile->n_cites, ==, 5);
    g_assert_cmpuint(sum, ==, 5);
    g_assert_cmpuint(profile->classes[SOURCE_OFFICIAL], ==, 1);
    g_assert_cmpuint(profile->years->len, ==, 3);
    static const ProfileYear years[] = {{2024, 2}, {2025, 2}, {2026, 1}};
    for (guint i = 0; i < 3; i++) {
        g_assert_cmpint(g_array_index(profile->years, ProfileYear, i).year, ==, years[i].year);
        g_assert_cmpuint(g_array_index(profile->years, ProfileYear, i).cites, ==, years[i].cites);
    }
    g_assert_cmpint(profile->issue_year, ==, 2026);
    g_assert_cmpint(profile->n_recent, ==, 2); /* 4 March 2025 is a year before the issue, the day before it is not */
    g_assert_cmpuint(g_array_index(profile->sources, ProfileSource, 0).cites, ==, 4);
    g_assert_cmpuint(profile->n_paragraphs, ==, 6);
    static const guint uncited[] = {2, 3, 6}; /* the fifth has the mark of a note that cites */
    g_assert_cmpuint(profile->uncited->len, ==, 3);
    for (guint i = 0; i < 3; i++)
        g_assert_cmpuint(g_array_index(profile->uncited, guint, i), ==, uncited[i]);
}

static void
add_line(gpointer out, const char *name, const char *text, const char *remark)
{
    g_string_append_printf(out, "%s|%s|%s\n", name ? name : "", text ? text : "", remark ? remark : "");
}

static char *
lines_of(const char *text, const char *issued, gboolean ascii)
{
    g_autoptr(Article) article = from_text(text, issued);
    g_autoptr(Profile) profile = profile_new(article);
    GString *out = g_string_new(NULL);
    profile_lines(profile, 8, ascii, add_line, out);
    return g_string_free(out, FALSE);
}

static void
test_lines(void)
{
    g_autofree char *lines = lines_of(SALT, "2026-03-04", TRUE);
    g_assert_nonnull(strstr(lines, "|Sources by class|\n"));
    g_assert_nonnull(strstr(lines, "2024|########|2\n2025|########|2\n2026, of issue|####|1\n"));
    g_assert_nonnull(strstr(lines, "Salt Post|########|4\nMinistry of Salt|##|1\n"));
    g_assert_nonnull(strstr(lines, "a year or newer|40 % of the cites (2)|\non one source|80 % (Salt Post)|\n"));
    g_assert_nonnull(strstr(lines, "cites nothing|3 of 6 paragraphs: 2, 3, 6|\n"));
    g_assert_true(g_str_is_ascii(lines));
}

/* Without a day of issue there is nothing to hold the years against; without cites there is nothing at all. */
static void
test_unknown(void)
{
    g_autofree char *lines = lines_of("On salt\n\nSalt is dear (Salt Post, May 2; see Salt Post, May 1, 2024). It is so.\n", NULL, FALSE),
                    *none = lines_of("Words alone.\n", "2026-03-04", FALSE);
    g_assert_null(strstr(lines, "a year or newer"));
    g_assert_nonnull(strstr(lines, "none of 1 paragraphs"));
    g_assert_cmpstr(none, ==, "|The article cites nothing.|\n");
}

static void
assert_bar(guint count, guint most, int cells, gboolean ascii, const char *want)
{
    g_autofree char *bar = profile_bar(count, most, cells, ascii);
    g_assert_cmpstr(bar, ==, want);
}

static void
test_bars(void)
{
    assert_bar(0, 5, 4, FALSE, "");
    assert_bar(0, 0, 4, FALSE, "");
    assert_bar(5, 5, 4, FALSE, "████");
    assert_bar(1, 1000, 4, FALSE, "▏");
    assert_bar(1, 1000, 4, TRUE, "#");
    assert_bar(3, 8, 4, FALSE, "█▌");
    assert_bar(3, 8, 4, TRUE, "##");
    assert_bar(G_MAXUINT, G_MAXUINT, 2, TRUE, "##");
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/profile/counts", test_counts);
    g_test_add_func("/profile/lines", test_lines);
    g_test_add_func("/profile/unknown", test_unknown);
    g_test_add_func("/profile/bars", test_bars);
    return g_test_run();
}
