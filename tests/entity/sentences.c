/* Invented sentences and the entities in them. */
#include "tests/entity/prose.h"

static EntityLists *lists;

static void
test_persons(void)
{
    static const ProseCase cases[] = {
        {"President Ilham Aliyev received the guests.", "person Ilham Aliyev [President]"},
        {"Azerbaijani Foreign Minister Jeyhun Bayramov spoke first.", "person Jeyhun Bayramov [Foreign Minister]"},
        {"Then Gen. Oskar Brandauer took the floor.", "person Oskar Brandauer [Gen.]"},
        {"It was the country's energy minister, Parviz Shahbazov, who signed.",
         "person Parviz Shahbazov [energy minister]"},
        {"Marta Okonjo, the deputy director of the fund, agreed.", "person Marta Okonjo [deputy director]"},
        {"Emergency Situations Minister Orkhan Dadashov came.",
         "person Orkhan Dadashov [Emergency Situations Minister]"},
        {"Former President Robert Quincy stayed at home.", "person Robert Quincy [Former President]"},
        {"It met with spokesman Ivan Terekhov.", "person Ivan Terekhov [spokesman]"},
        {"Later Mohammed bin Salman and Kim Jong-un were named.", "person Mohammed bin Salman; person Kim Jong-un"},
        {"Nobody asked Bashar al-Assad about it.", "person Bashar al-Assad"},
        {"The book is by J. R. Thornbury.", "person J. R. Thornbury"},
        {"The author is Syed Fazl-e-Haider.", "person Syed Fazl-e-Haider"},
        {"The novels of Stephen King sell well.", "person Stephen King"},
        {"So said Jordan Peterson.", "person Jordan Peterson"},
    };
    prose_check(lists, cases, G_N_ELEMENTS(cases));
}

static void
test_places(void)
{
    static const ProseCase cases[] = {
        {"They met in Astana, Kazakhstan.", "place Astana; place Kazakhstan"},
        {"Trade between Baku and Beijing grew.", "place Baku; place Beijing"},
        {"A parade was held at Azadlig Square.", "place Azadlig Square"},
        {"It crosses the Caspian Sea and Georgia.", "place Caspian Sea; place Georgia"},
        {"A bridge to the West, from the west bank.", "place West"},
        {"It lies on the West Bank.", "place West Bank"},
        {"The road runs along Lake Tarven to Kestrel Bay.", "place Lake Tarven; place Kestrel Bay"},
        {"A Turkey-Syria line and a PRC-made system.", "place Turkey; place Syria; place PRC"},
        {"Bosnia and Herzegovina and Trinidad & Tobago voted.",
         "place Bosnia and Herzegovina; place Trinidad & Tobago"},
        {"In the U.S. The debate goes on.", "place U.S."},
        {"From St. Petersburg to Xi’an.", "place St. Petersburg; place Xi’an"},
        {"Flights to Kiev and Kyiv were cut.", "place Kiev = Kyiv x2"},
        {"ANKARA AND MOSCOW AGREE ON GAS. Ankara waits.", "place Ankara x2; place MOSCOW"},
    };
    prose_check(lists, cases, G_N_ELEMENTS(cases));
}

static void
test_organisations(void)
{
    static const ProseCase cases[] = {
        {"The Azerbaijani Ministry of Energy published it.", "organisation Azerbaijani Ministry of Energy"},
        {"The Ministry of Labour, Health and Welfare agreed with Japan.",
         "organisation Ministry of Labour, Health and Welfare; place Japan"},
        {"Students of Tarvik State University wrote.", "organisation Tarvik State University"},
        {"A delegation of Norvane Power Corporation Ltd. came.", "organisation Norvane Power Corporation Ltd."},
        {"The Institute for Peace and the Council of Elders met.",
         "organisation Institute for Peace; organisation Council of Elders"},
        {"The Progress Party lost to the People’s Party.", "organisation Progress Party; organisation People’s Party"},
        {"It joined BRICS and the World Trade Organization.",
         "organisation BRICS; organisation World Trade Organization"},
        {"The Russian Foreign Ministry denied it.", "organisation Russian Foreign Ministry"},
        {"A broadcast of Radio Free Europe/Radio Liberty said so.", "organisation Radio Free Europe/Radio Liberty"},
        {"Who will tell the WHO?", "organisation WHO"},
    };
    prose_check(lists, cases, G_N_ELEMENTS(cases));
}

static void
test_others(void)
{
    static const ProseCase cases[] = {
        {"The HQ-9, the HQ-17AE and the Su-35 were shown.", "other HQ-9; other HQ-17AE; other Su-35"},
        {"It was won in the Second Karabakh War.", "other Second Karabakh War"},
        {"The Middle Corridor is part of One Belt One Road.", "other Middle Corridor; other One Belt One Road"},
        {"Both signed the Tarvik Agreement.", "other Tarvik Agreement"},
        {"They back the “one-China principle,” or ‘One China’.", "other one-China principle = One China x2"},
    };
    prose_check(lists, cases, G_N_ELEMENTS(cases));
}

static void
test_no_names(void)
{
    static const ProseCase cases[] = {
        {"The meeting was held on Monday, January 5, and in May 2025.", ""},
        {"However, talks went on. Similarly, trade grew. Deepening ties help.", ""},
        {"Azerbaijani officials and Western partners met the French.", ""},
        {"The President said so. The Prime Minister did not.", ""},
        {"See https://example.org/Baku and mail Jane@example.org or @IlhamAliyev, Report.az.", ""},
        {"He said: “Energy is the key.” “Trade matters,” she added.", ""},
        {"(Note: The Strategic Partnership is a framework.)", ""},
        {"Solar power plants of 100 MW.", ""},
        {"They are listed, and “Enter” goes there. Now “k” moves, “Enter” goes on.", ""},
        {"MPs and NGOs met in Part IV.", ""},
        {"", ""},
    };
    prose_check(lists, cases, G_N_ELEMENTS(cases));
}

static void
test_headings(void)
{
    static const ProseCase cases[] = {
        {"# Azerbaijan Leverages Strategic Partnership with PRC", "place Azerbaijan; place PRC"},
        {"# Tovarin Visits Baku\nIn Baku, Anton Tovarin met reporters.",
         "person Anton Tovarin = Tovarin x2; place Baku x2"},
        {"# Growing Ties Between Regional Powers", ""},
        {"# ALIYEV IN BEIJING\nIlham Aliyev came to Beijing.", "place Beijing x2; person Ilham Aliyev"},
        {"# Baku and Beijing deepen their ties", "place Baku; place Beijing"},
        {"! Share on Facebook\n~ By Anna Berg\nNothing else.", ""},
        {"• Baku grows.\n• Sources say so.", "place Baku"},
    };
    prose_check(lists, cases, G_N_ELEMENTS(cases));
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    lists = prose_lists();
    g_test_add_func("/entity/sentences/persons", test_persons);
    g_test_add_func("/entity/sentences/places", test_places);
    g_test_add_func("/entity/sentences/organisations", test_organisations);
    g_test_add_func("/entity/sentences/others", test_others);
    g_test_add_func("/entity/sentences/no-names", test_no_names);
    g_test_add_func("/entity/sentences/headings", test_headings);
    int status = g_test_run();
    entity_lists_free(lists);
    return status;
}
