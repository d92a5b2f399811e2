/* The jump list: back and forward, what a new jump drops, the limit, and an article that is closed. */
#include "app/jumps.h"

#include <string.h>

#include "tests/test.h"

static Article *
article_of(const char *text)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autoptr(GError) error = NULL;
    Article *article = article_from_bytes(bytes, "test.txt", NULL, &error);
    g_assert_no_error(error);
    return article;
}

static void
assert_back(Jumps *jumps, Article *article, gsize here, gsize want)
{
    Place to;
    g_assert_true(jumps_back(jumps, (Place){article, here}, &to));
    g_assert_true(to.article == article);
    g_assert_cmpuint(to.offset, ==, want);
}

static void
assert_forward(Jumps *jumps, gsize want)
{
    Place to;
    g_assert_true(jumps_forward(jumps, &to));
    g_assert_cmpuint(to.offset, ==, want);
}

static void
test_back_and_forward(void)
{
    g_autoptr(Article) article = article_of("One.\n");
    g_autoptr(Jumps) jumps = jumps_new();
    Place to;
    g_assert_false(jumps_back(jumps, (Place){article, 5}, &to));
    g_assert_false(jumps_forward(jumps, &to));
    jumps_leave(jumps, (Place){article, 10});
    jumps_leave(jumps, (Place){article, 20});
    assert_back(jumps, article, 30, 20);
    assert_back(jumps, article, 20, 10);
    g_assert_false(jumps_back(jumps, (Place){article, 10}, &to));
    assert_forward(jumps, 20);
    assert_forward(jumps, 30); /* where the walk back began */
    g_assert_false(jumps_forward(jumps, &to));
    assert_back(jumps, article, 30, 20);
}

/* A jump from the middle drops what lay ahead, as browsers do. */
static void
test_jump_from_the_middle(void)
{
    g_autoptr(Article) article = article_of("One.\n");
    g_autoptr(Jumps) jumps = jumps_new();
    Place to;
    for (gsize i = 1; i <= 4; i++)
        jumps_leave(jumps, (Place){article, i * 10});
    assert_back(jumps, article, 50, 40);
    assert_back(jumps, article, 40, 30);
    assert_back(jumps, article, 30, 20);
    jumps_leave(jumps, (Place){article, 20});
    g_assert_false(jumps_forward(jumps, &to));
    assert_back(jumps, article, 99, 20);
    assert_back(jumps, article, 20, 10);
    assert_forward(jumps, 20);
    assert_forward(jumps, 99);
}

static void
test_equal_neighbours(void)
{
    g_autoptr(Article) article = article_of("One.\n");
    g_autoptr(Jumps) jumps = jumps_new();
    Place to;
    for (int i = 0; i < 5; i++)
        jumps_leave(jumps, (Place){article, 10});
    assert_back(jumps, article, 30, 10);
    g_assert_false(jumps_back(jumps, (Place){article, 10}, &to));
    /* Standing where the last jump was made, back means further back. */
    g_autoptr(Jumps) other = jumps_new();
    jumps_leave(other, (Place){article, 10});
    jumps_leave(other, (Place){article, 20});
    assert_back(other, article, 20, 10);
    g_autoptr(Jumps) only = jumps_new();
    jumps_leave(only, (Place){article, 20});
    g_assert_false(jumps_back(only, (Place){article, 20}, &to));
    jumps_leave(only, (Place){article, 20});
    assert_back(only, article, 30, 20);
}

static void
test_limit(void)
{
    g_autoptr(Article) article = article_of("One.\n");
    g_autoptr(Jumps) jumps = jumps_new();
    Place to;
    for (gsize i = 0; i < 1000; i++)
        jumps_leave(jumps, (Place){article, i});
    int steps = 0;
    gsize here = 1000;
    while (jumps_back(jumps, (Place){article, here}, &to)) {
        g_assert_cmpuint(to.offset, ==, here - 1);
        here = to.offset;
        steps++;
    }
    g_assert_cmpint(steps, ==, 99); /* a hundred places, and one of them is where the walk began */
    while (jumps_forward(jumps, &to))
        g_assert_cmpuint(to.offset, ==, ++here);
    g_assert_cmpuint(here, ==, 1000);
}

static void
test_two_articles(void)
{
    g_autoptr(Article) first = article_of("One.\n"), second = article_of("Two.\n");
    g_autoptr(Jumps) jumps = jumps_new();
    Place to;
    jumps_leave(jumps, (Place){first, 10});
    jumps_leave(jumps, (Place){second, 10}); /* the same offset is another place there */
    g_assert_true(jumps_back(jumps, (Place){second, 30}, &to));
    g_assert_true(to.article == second && to.offset == 10);
    g_assert_true(jumps_back(jumps, to, &to));
    g_assert_true(to.article == first && to.offset == 10);
    g_assert_true(jumps_forward(jumps, &to));
    g_assert_true(to.article == second && to.offset == 10);
}

/* The places of a closed article go; the hand stays between the others. */
static void
test_forget(void)
{
    g_autoptr(Article) first = article_of("One.\n"), second = article_of("Two.\n");
    g_autoptr(Jumps) jumps = jumps_new();
    Place to;
    jumps_leave(jumps, (Place){first, 10});
    jumps_leave(jumps, (Place){second, 1});
    jumps_leave(jumps, (Place){first, 20});
    jumps_leave(jumps, (Place){second, 2});
    jumps_forget(jumps, second);
    assert_back(jumps, first, 30, 20);
    assert_back(jumps, first, 20, 10);
    g_assert_false(jumps_back(jumps, (Place){first, 10}, &to));
    jumps_forget(jumps, first);
    g_assert_false(jumps_back(jumps, (Place){first, 10}, &to));
    g_assert_false(jumps_forward(jumps, &to));
}

/* Forgetting while one stands in the middle of the list. */
static void
test_forget_in_the_middle(void)
{
    g_autoptr(Article) first = article_of("One.\n"), second = article_of("Two.\n");
    g_autoptr(Jumps) jumps = jumps_new();
    Place to;
    jumps_leave(jumps, (Place){first, 10});
    jumps_leave(jumps, (Place){first, 20});
    jumps_leave(jumps, (Place){second, 1});
    g_assert_true(jumps_back(jumps, (Place){second, 2}, &to));
    g_assert_true(jumps_back(jumps, to, &to));
    g_assert_true(to.article == first && to.offset == 20);
    jumps_forget(jumps, second);
    g_assert_false(jumps_forward(jumps, &to));
    g_assert_true(jumps_back(jumps, (Place){first, 20}, &to));
    g_assert_true(to.article == first && to.offset == 10);
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/app/jumps/back-and-forward", test_back_and_forward);
    g_test_add_func("/app/jumps/from-the-middle", test_jump_from_the_middle);
    g_test_add_func("/app/jumps/equal-neighbours", test_equal_neighbours);
    g_test_add_func("/app/jumps/limit", test_limit);
    g_test_add_func("/app/jumps/two-articles", test_two_articles);
    g_test_add_func("/app/jumps/forget", test_forget);
    g_test_add_func("/app/jumps/forget-in-the-middle", test_forget_in_the_middle);
    return g_test_run();
}
