/* Classes of sources: their names, and the class of an unknown source where its own name settles it. */
#include "cite/sources.h"

#include "cite/names.h"

#include <string.h>

const char *
source_class_name(SourceClass class)
{
    static const char *const NAMES[] = {
        [SOURCE_UNCLASSIFIED] = "unclassified",
        [SOURCE_OFFICIAL] = "official",
        [SOURCE_STATE_MEDIA] = "state media",
        [SOURCE_INDEPENDENT] = "independent media",
        [SOURCE_WIRE] = "wire",
        [SOURCE_THINK_TANK] = "think tank",
        [SOURCE_SOCIAL] = "social media",
        [SOURCE_ACADEMIC] = "academic",
        [SOURCE_COMPANY] = "company",
        [SOURCE_SERIES] = "own series",
    };
    return class < G_N_ELEMENTS(NAMES) ? NAMES[class] : NAMES[SOURCE_UNCLASSIFIED];
}

/* Whole words of a folded key. A rule fires only where the word leaves no doubt about who speaks. */
typedef struct {
    const char *word;
    SourceClass class;
    gboolean first; /* only at the start of the name: "Vice President of …" may be anybody's */
} Rule;

static const Rule RULES[] = {
    {"ministry of", SOURCE_OFFICIAL, FALSE},
    {"ministry for", SOURCE_OFFICIAL, FALSE},
    {"foreign ministry", SOURCE_OFFICIAL, FALSE},
    {"defense ministry", SOURCE_OFFICIAL, FALSE},
    {"defence ministry", SOURCE_OFFICIAL, FALSE},
    {"interior ministry", SOURCE_OFFICIAL, FALSE},
    {"energy ministry", SOURCE_OFFICIAL, FALSE},
    {"economy ministry", SOURCE_OFFICIAL, FALSE},
    {"finance ministry", SOURCE_OFFICIAL, FALSE},
    {"mfa", SOURCE_OFFICIAL, FALSE},
    {"embassy of", SOURCE_OFFICIAL, FALSE},
    {"embassy in", SOURCE_OFFICIAL, FALSE},
    {"embassy to", SOURCE_OFFICIAL, FALSE},
    {"consulate general", SOURCE_OFFICIAL, FALSE},
    {"president of", SOURCE_OFFICIAL, TRUE},
    {"presidency of", SOURCE_OFFICIAL, TRUE},
    {"prime minister of", SOURCE_OFFICIAL, TRUE},
    {"office of the president", SOURCE_OFFICIAL, FALSE},
    {"office of the prime minister", SOURCE_OFFICIAL, FALSE},
    {"presidential administration", SOURCE_OFFICIAL, FALSE},
    {"presidential office", SOURCE_OFFICIAL, FALSE},
    {"government of", SOURCE_OFFICIAL, TRUE},
    {"cabinet of ministers", SOURCE_OFFICIAL, FALSE},
    {"council of ministers", SOURCE_OFFICIAL, FALSE},
    {"parliament of", SOURCE_OFFICIAL, TRUE},
    {"state department", SOURCE_OFFICIAL, FALSE},
    {"department of state", SOURCE_OFFICIAL, FALSE},
    {"department of defense", SOURCE_OFFICIAL, FALSE},
    {"european commission", SOURCE_OFFICIAL, FALSE},
    {"general staff", SOURCE_OFFICIAL, FALSE},
    {"supreme court of", SOURCE_OFFICIAL, FALSE},
    {"central bank of", SOURCE_OFFICIAL, TRUE},
    {"national bank of", SOURCE_OFFICIAL, TRUE},
    {"telegram", SOURCE_SOCIAL, TRUE},
    {"youtube", SOURCE_SOCIAL, TRUE},
    {"facebook", SOURCE_SOCIAL, TRUE},
    {"twitter", SOURCE_SOCIAL, TRUE},
    {"instagram", SOURCE_SOCIAL, TRUE},
    {"tiktok", SOURCE_SOCIAL, TRUE},
    {"vkontakte", SOURCE_SOCIAL, TRUE},
};

/* Words that make of an office's name something else: a paper, a university, a firm. */
static const char *const SPOILERS[] = {"news", "times", "blog",    "press",   "university", "institute", "former",
                                       "ex",   "watch", "journal", "academy", "interview",  "author"};

static const char *
find_word(const char *key, const char *word)
{
    gsize length = strlen(word);
    for (const char *at = strstr(key, word); at; at = strstr(at + 1, word)) {
        gboolean starts = at == key || !g_ascii_isalnum(at[-1]);
        if (starts && !g_ascii_isalnum(at[length]))
            return at;
    }
    return NULL;
}

SourceClass
source_class_by_rule(const char *printed)
{
    g_autoptr(GString) key = g_string_new(NULL);
    name_key(key, printed, strlen(printed));
    if (g_str_has_prefix(key->str, "x/@") || key->str[0] == '@' || g_str_has_prefix(key->str, "t.me/"))
        return SOURCE_SOCIAL;
    for (guint i = 0; i < G_N_ELEMENTS(SPOILERS); i++)
        if (find_word(key->str, SPOILERS[i]))
            return SOURCE_UNCLASSIFIED;
    for (guint i = 0; i < G_N_ELEMENTS(RULES); i++) {
        const char *at = find_word(key->str, RULES[i].word);
        if (at && (!RULES[i].first || at == key->str))
            return RULES[i].class;
    }
    /* An address under a government's domain. */
    gsize host = strcspn(key->str, "/ ");
    const char *gov = g_strstr_len(key->str, (gssize)host, ".gov");
    const char *mil = g_strstr_len(key->str, (gssize)host, ".mil");
    if ((gov && (gov[4] == '.' || gov[4] == '/' || gov[4] == '\0')) || (mil && (mil[4] == '\0' || mil[4] == '/')) ||
        (host > 4 && g_str_has_prefix(key->str, "gov.")))
        return SOURCE_OFFICIAL;
    return SOURCE_UNCLASSIFIED;
}
