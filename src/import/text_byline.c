/* Names of authors: "By Jane Doe", "Jane Doe and John Q. Roe". A name is told from other capitalised words by its
 * length and by what no name has in it ("Foreign Policy", "Senior Fellow"). */
#include "import/text_private.h"

#include <string.h>

/* Words, folded, that stand in tags, offices and institutions, and in no name. */
static const char *const no_names[] = {
    "affairs",       "agency",        "america",     "analysis",   "analyst",    "and",       "articles",
    "asia",          "association",   "brief",       "bureau",     "caucasus",   "center",    "central",
    "centre",        "chief",         "college",     "comments",   "commission", "committee", "contributor",
    "correspondent", "council",       "daily",       "defense",    "department", "director",  "east",
    "economics",     "economy",       "editor",      "editorial",  "energy",     "eurasia",   "europe",
    "executive",     "fellow",        "foreign",     "foundation", "general",    "home",      "institute",
    "institution",   "international", "interview",   "issue",      "journal",    "latest",    "magazine",
    "media",         "middle",        "military",    "minister",   "ministry",   "monitor",   "more",
    "news",          "note",          "notes",       "office",     "opinion",    "overview",  "page",
    "photo",         "policy",        "political",   "politics",   "president",  "press",     "privacy",
    "professor",     "program",       "publication", "read",       "report",     "reporter",  "republic",
    "research",      "researcher",    "review",      "school",     "search",     "security",  "senior",
    "share",         "source",        "special",     "staff",      "states",     "strategic", "studies",
    "summary",       "terms",         "the",         "times",      "union",      "united",    "university",
    "volume",        "war",           "website",     "weekly",     "writer",
};

/* Small words inside names. */
static const char *const particles[] = {"de",  "da",  "del",  "della", "di",  "dos", "du",  "la",  "le",
                                        "van", "von", "der",  "den",   "ten", "ter", "bin", "ibn", "bint",
                                        "al",  "el",  "oglu", "qizi",  "zu",  "y",   "e"};

static gboolean
listed(const char *word, const char *const *list, gsize count)
{
    for (gsize i = 0; i < count; i++)
        if (strcmp(word, list[i]) == 0)
            return TRUE;
    return FALSE;
}

static gboolean
is_name(const char *part)
{
    gsize length = strlen(part);
    if (length < 5 || length > 60)
        return FALSE;
    g_auto(GStrv) words = g_strsplit(part, " ", -1);
    guint count = 0, full = 0;
    for (char **word = words; *word; word++) {
        if (!**word)
            continue;
        count++;
        g_autofree char *folded = words_fold(*word, strlen(*word));
        if (listed(folded, no_names, G_N_ELEMENTS(no_names)))
            return FALSE;
        gsize at = 0, size = strlen(*word);
        gunichar first = words_char(*word, size, &at);
        if (words_case(first) < 0 && !listed(folded, particles, G_N_ELEMENTS(particles)) &&
            !g_str_has_prefix(folded, "al-") && !g_str_has_prefix(folded, "el-") && !g_str_has_prefix(folded, "d'"))
            return FALSE;
        if (words_case(first) == 0 && !g_unichar_isalpha(first))
            return FALSE;
        for (at = 0; at < size;) {
            gunichar c = words_char(*word, size, &at);
            if (!g_unichar_isalpha(c) && !g_unichar_ismark(c) && c != '-' && c != '.' && c != '\'' && c != 0x2019 &&
                c != 0x2010 && c != 0x2bc)
                return FALSE;
        }
        full += size > 2;
    }
    return count >= 2 && count <= 6 && full >= 1;
}

/* "Jr.", "Ph.D.": belongs to the name before it. "Senior Fellow": an office, left out. */
static gboolean
is_suffix(const char *part)
{
    static const char *const suffixes[] = {"jr", "jr.", "sr", "sr.", "ii", "iii", "phd", "ph.d.", "md", "m.d."};
    g_autofree char *folded = words_fold(part, strlen(part));
    return listed(folded, suffixes, G_N_ELEMENTS(suffixes));
}

static gboolean
is_office(const char *part)
{
    g_autofree char *folded = words_fold(part, strlen(part));
    g_auto(GStrv) words = g_strsplit(folded, " ", -1);
    for (char **word = words; *word; word++)
        if (listed(*word, no_names, G_N_ELEMENTS(no_names)))
            return TRUE;
    return FALSE;
}

char **
byline_names(const char *s, gsize length)
{
    if (length == 0 || length > 300)
        return NULL;
    g_autofree char *line = g_strndup(s, length);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    static const char *const separators[] = {" and ", " AND ", " & ", "; ", " with "};
    for (gsize i = 0; i < G_N_ELEMENTS(separators); i++) {
        g_auto(GStrv) parts = g_strsplit(line, separators[i], -1);
        g_free(line);
        line = g_strjoinv(", ", parts);
    }
    g_auto(GStrv) parts = g_strsplit(line, ",", -1);
    for (char **part = parts; *part; part++) {
        g_strstrip(*part);
        if (!**part)
            continue;
        if (is_name(*part)) {
            g_ptr_array_add(names, g_strdup(*part));
        } else if (names->len > 0 && is_suffix(*part)) {
            char **last = (char **)&g_ptr_array_index(names, names->len - 1);
            char *longer = g_strconcat(*last, ", ", *part, NULL);
            g_free(*last);
            *last = longer;
        } else if (names->len == 0 || !is_office(*part)) {
            return NULL;
        }
    }
    if (names->len == 0)
        return NULL;
    g_ptr_array_add(names, NULL);
    return (char **)g_ptr_array_free(g_steal_pointer(&names), FALSE);
}

char **
byline_parse(const char *s, gsize length)
{
    static const char *const openings[] = {"By",     "BY",    "by",     "Written by", "Author", "Authors", "Autor",
                                           "Auteur", "Автор", "Авторы", "Müəllif",    "Yazar",  "作者",    "الكاتب"};
    for (gsize i = 0; i < G_N_ELEMENTS(openings); i++) {
        gsize n = strlen(openings[i]);
        if (length < n || memcmp(s, openings[i], n) != 0)
            continue;
        gsize at = n;
        gboolean wide = length - at >= 3 && memcmp(s + at, "：", 3) == 0, colon = wide || (at < length && s[at] == ':');
        at += wide ? 3 : colon;
        if (at < length && s[at] != ' ' && s[at] != '\t' && !colon)
            continue;
        if (!colon && (i > 3 || at == length))
            continue;
        gsize end = length;
        line_trim(s, &at, &end, NULL);
        if (looks_credited(s + at, end - at)) { /* a caption has run into the line */
            const char *credit = g_strrstr_len(s + at, (gssize)(end - at), "(");
            end = credit ? (gsize)(credit - s) : end;
            line_trim(s, &at, &end, NULL);
        }
        if (at == end)
            return g_new0(char *, 1);
        char **names = byline_names(s + at, end - at);
        if (!names && colon && end - at <= 60 && words_count(s + at, end - at, 7) <= 6 &&
            !words_begin_lower(s + at, end - at)) {
            names = g_new0(char *, 2); /* said to be a name: a single one, or one in a script of its own */
            names[0] = g_strndup(s + at, end - at);
        }
        return names;
    }
    return NULL;
}
