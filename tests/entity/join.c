/* Which names are one thing, what it is called, of what type it is. */
#include "tests/entity/prose.h"

static EntityLists *lists;

static void
test_persons(void)
{
    static const ProseCase cases[] = {
        {"President Ilham Aliyev spoke. Aliyev’s aides and President Aliyev left.",
         "person Ilham Aliyev [President] = Aliyev x3"},
        {"Tovarin said little. Later Anton Tovarin explained why.", "person Anton Tovarin = Tovarin x2"},
        {"Ivan Petrenko met Olga Marchuk. Petrenko agreed with Marchuk.",
         "person Ivan Petrenko = Petrenko x2; person Olga Marchuk = Marchuk x2"},
        {"Ivan Petrenko and Maria Petrenko came. Petrenko spoke.",
         "person Ivan Petrenko; person Maria Petrenko = Petrenko x2"},
        {"Xi Jinping came to Astana. Xi told reporters so.", "person Xi Jinping = Xi x2; place Astana"},
        {"Mohammed bin Salman spoke, but bin Salman did not stay.", "person Mohammed bin Salman = bin Salman x2"},
        {"Ursula von der Leyen spoke. Von der Leyen promised money.", "person Ursula von der Leyen = Von der Leyen x2"},
        {"Bashar al-Assad fell. Nobody mourned Assad.", "person Bashar al-Assad = Assad x2"},
        {"It was Ilham Əliyev. Ilham Əliyev, again.", "person Ilham Əliyev x2"},
    };
    prose_check(lists, cases, G_N_ELEMENTS(cases));
}

static void
test_acronyms(void)
{
    static const ProseCase cases[] = {
        {"The Shanghai Cooperation Organization (SCO) met. The SCO grows.",
         "organisation Shanghai Cooperation Organization = SCO x3"},
        {"The SCO met before the Shanghai Cooperation Organization had a name.",
         "organisation Shanghai Cooperation Organization = SCO x2"},
        {"The Tarvik Energy Forum (TEF) met. The TEF adjourned.", "organisation Tarvik Energy Forum = TEF x3"},
        {"TEF (Tarvik Energy Forum) met.", "organisation Tarvik Energy Forum = TEF x2"},
        {"The League for Orderly Borders and Peace (LOBP) wrote. LOBP is new.",
         "organisation League for Orderly Borders and Peace = LOBP x3"},
        {"The EU Monitoring Mission in Armenia (EUMA) stays.",
         "organisation EU Monitoring Mission in Armenia = EUMA x2"},
        {"The State Oil Company of the Azerbaijan Republic (SOCAR) sells. SOCAR buys.",
         "organisation State Oil Company of the Azerbaijan Republic = SOCAR x3"},
        {"The One Belt One Road (OBOR) initiative.", "other One Belt One Road = OBOR x2"},
        {"Its gross domestic product (GDP) grew.", ""},
        {"The World Trade Organization met. The WTO has rules.", "organisation World Trade Organization = WTO x2"},
        {"The Norvane Border Patrol Agency moved. NBPA is armed.",
         "organisation Norvane Border Patrol Agency = NBPA x2"},
        /* What an article ties goes before what the lists say. */
        {"The Model Institute of Tarvik (MIT) opened. MIT is small.",
         "organisation Model Institute of Tarvik = MIT x3"},
    };
    prose_check(lists, cases, G_N_ELEMENTS(cases));
}

static void
test_ties(void)
{
    static const ProseCase cases[] = {
        {"The People’s Republic of China (PRC) agreed. “China is ready,” the PRC said.",
         "place People’s Republic of China = PRC, China x4"},
        {"China waited. Then the People’s Republic of China agreed.", "place People’s Republic of China = China x2"},
        {"The PRC agreed. China waited.", "place PRC; place China"},
        {"Beijing and the PRC agreed.", "place Beijing; place PRC"},
        {"Britain left the EU. The United Kingdom and the European Union talk.",
         "place United Kingdom = Britain x2; organisation European Union = EU x2"},
    };
    prose_check(lists, cases, G_N_ELEMENTS(cases));
}

static void
test_forms(void)
{
    static const ProseCase cases[] = {
        {"Azerbaijan's gas, Azerbaijan’s oil, AZERBAIJAN and Azerbaijan.", "place Azerbaijan x4"},
        {"NATO and Nato are one.", "organisation NATO x2"},
        {"Norvane Power Corporation Ltd. came. Norvane Power sells.",
         "organisation Norvane Power Corporation Ltd. = Norvane Power x2"},
        {"It lies in Kosarin. The Kosarin road, and in Kosarin again.", "place Kosarin x3"},
        {"TURKEY GOES TO THE POLLS\nTurkey votes.", "place Turkey x2"},
    };
    prose_check(lists, cases, G_N_ELEMENTS(cases));
}

/* An entity stays where it is while the text goes on to say more of it. */
static void
test_indexes(void)
{
    g_autoptr(Document) document =
        prose_document("Baku waits. China is far. The People’s Republic of China is near Baku. PRC.");
    g_autoptr(Entities) entities = entities_new(document, lists, NULL);
    prose_finish(entities);
    g_assert_cmpuint(entities_mention_count(entities), ==, 5);
    static const guint owners[] = {0, 1, 1, 0, 1};
    for (guint i = 0; i < G_N_ELEMENTS(owners); i++)
        g_assert_cmpuint(entities_mention(entities, i)->entity, ==, owners[i]);
    const Entity *china = entities_get(entities, 1);
    g_assert_cmpstr(china->name, ==, "People’s Republic of China");
    g_assert_cmpuint(china->aliases->len, ==, 2);
    g_assert_cmpstr(g_ptr_array_index(china->aliases, 0), ==, "China");
    g_assert_cmpstr(g_ptr_array_index(china->aliases, 1), ==, "PRC");
    static const guint mentions[] = {1, 2, 4};
    g_assert_cmpuint(china->mentions->len, ==, 3);
    for (guint i = 0; i < 3; i++)
        g_assert_cmpuint(g_array_index(china->mentions, guint, i), ==, mentions[i]);
    Layer *layer = entities_layer(entities);
    layer_check(layer);
    g_assert_cmpuint(layer_size(layer), ==, 5);
    for (guint i = 0; i < 5; i++)
        g_assert_cmpuint(layer_get(layer, i).id, ==, i);
    g_autofree char *dump = entities_dump(entities);
    g_assert_cmpstr(dump, ==,
                    "0 place “Baku”\n  0-4 “Baku”\n  67-71 “Baku”\n"
                    "1 place “People’s Republic of China” also “China”, “PRC”\n"
                    "  12-17 “China”\n  30-58 “People’s Republic of China”\n  73-76 “PRC”\n");
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    lists = prose_lists();
    g_test_add_func("/entity/join/persons", test_persons);
    g_test_add_func("/entity/join/acronyms", test_acronyms);
    g_test_add_func("/entity/join/ties", test_ties);
    g_test_add_func("/entity/join/forms", test_forms);
    g_test_add_func("/entity/join/indexes", test_indexes);
    int status = g_test_run();
    entity_lists_free(lists);
    return status;
}
