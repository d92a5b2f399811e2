/* The bundled articles, as a reader opens them: every person, organisation and place that a careful reader would
 * list, none twice and none wrong. The lists were made by hand. */
#include "article/article.h"
#include "tests/test.h"

typedef struct {
    EntityType type;
    const char *name, *role;
    const char *aliases[3];
} Listed;

static void
check(const char *path, const Listed *listed, gsize count)
{
    g_autofree char *full = test_path(path);
    g_autoptr(GError) error = NULL;
    g_autoptr(Article) article = article_open(full, NULL, &error);
    g_assert_no_error(error);
    article_finish(article);
    g_assert_null(article_take_warning(article));
    const Entities *entities = article_entities(article);
    for (guint i = 0; i < MIN(entities_count(entities), count); i++) {
        const Entity *entity = entities_get(entities, i);
        g_assert_cmpstr(entity->name, ==, listed[i].name);
        g_assert_cmpstr(entity_type_name(entity->type), ==, entity_type_name(listed[i].type));
        g_assert_cmpstr(entity->role, ==, listed[i].role);
        for (guint j = 0; j < G_N_ELEMENTS(listed[i].aliases); j++)
            g_assert_cmpstr(j < entity->aliases->len ? g_ptr_array_index(entity->aliases, j) : NULL, ==,
                            listed[i].aliases[j]);
        g_assert_cmpuint(entity->mentions->len, >, 0);
    }
    g_assert_cmpuint(entities_count(entities), ==, count);
}

/* In the order of their first mention. */
static void
test_article(void)
{
    static const Listed listed[] = {
        {ENTITY_PLACE, "Baku", NULL, {NULL}},
        {ENTITY_PLACE, "Beijing", NULL, {NULL}},
        {ENTITY_PLACE, "Azerbaijan", NULL, {NULL}},
        {ENTITY_PLACE, "People’s Republic of China", NULL, {"PRC", "China"}},
        {ENTITY_PLACE, "Taiwan", NULL, {NULL}},
        {ENTITY_PLACE, "Caspian Sea", NULL, {NULL}},
        {ENTITY_PLACE, "Russia", NULL, {NULL}},
        {ENTITY_PERSON, "Ilham Aliyev", NULL, {"Aliyev"}},
        {ENTITY_PERSON, "Jeyhun Bayramov", "Foreign Minister", {NULL}},
        {ENTITY_PLACE, "Karabakh", NULL, {NULL}},
        {ENTITY_PLACE, "South Caucasus", NULL, {NULL}},
        {ENTITY_OTHER, "One Belt One Road", NULL, {"OBOR"}},
        {ENTITY_PLACE, "Astana", NULL, {NULL}},
        {ENTITY_ORGANISATION, "Shanghai Cooperation Organization", NULL, {"SCO"}},
        {ENTITY_PLACE, "Kazakhstan", NULL, {NULL}},
        {ENTITY_OTHER, "Middle Corridor", NULL, {NULL}},
        {ENTITY_PLACE, "Georgia", NULL, {NULL}},
        {ENTITY_ORGANISATION, "European Union", NULL, {NULL}},
        {ENTITY_PLACE, "Alat", NULL, {NULL}},
        {ENTITY_PLACE, "Azadlig Square", NULL, {NULL}},
        {ENTITY_OTHER, "Second Karabakh War", NULL, {NULL}},
        {ENTITY_PLACE, "Armenia", NULL, {NULL}},
        {ENTITY_OTHER, "HQ-9BE", NULL, {NULL}},
        {ENTITY_OTHER, "HQ-22", NULL, {NULL}},
        {ENTITY_OTHER, "HQ-17AE", NULL, {NULL}},
        {ENTITY_ORGANISATION, "World Trade Organization", NULL, {NULL}},
        {ENTITY_ORGANISATION, "BRICS", NULL, {NULL}},
        {ENTITY_PERSON, "Parviz Shahbazov", "energy minister", {NULL}},
        {ENTITY_ORGANISATION, "China Datang Corporation", NULL, {NULL}},
        {ENTITY_PLACE, "Europe", NULL, {NULL}},
        {ENTITY_PLACE, "Iran", NULL, {NULL}},
        {ENTITY_PLACE, "Black Sea", NULL, {NULL}},
        {ENTITY_PLACE, "West", NULL, {NULL}},
        {ENTITY_PLACE, "Brazil", NULL, {NULL}},
        {ENTITY_PLACE, "India", NULL, {NULL}},
        {ENTITY_PLACE, "South Africa", NULL, {NULL}},
    };
    check("content/articles/azerbaijan-prc.txt", listed, G_N_ELEMENTS(listed));
}

static void
test_guide(void)
{
    static const Listed listed[] = {
        {ENTITY_ORGANISATION, "Shanghai Cooperation Organization", NULL, {"SCO"}},
    };
    check("content/articles/guide.txt", listed, G_N_ELEMENTS(listed));
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/entity/bundled/article", test_article);
    g_test_add_func("/entity/bundled/guide", test_guide);
    return g_test_run();
}
