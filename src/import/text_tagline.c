/* The tag line of a page, in which topics, publication and regions run into one another: "Foreign Policy Publication
 * Eurasia Daily Monitor Azerbaijan".
 *
 * The publication is a known series, or the words behind "Publication" up to a word that such names end with
 * ("Monitor", "Brief", "Review"). What is left are tags: known ones are told apart, the rest stays together as it
 * stands. Without the word "Publication" everything else in the line must be a known tag, so that a title which names
 * a series is none. */
#include "import/text_private.h"

#include <string.h>

static const char *const publications[] = {
    "Eurasia Daily Monitor",
    "Militant Leadership Monitor",
    "Terrorism Monitor",
    "Terrorism Focus",
    "China Brief Notes",
    "China Brief",
    "Russia and Eurasia Review",
    "Eurasia Review",
    "North Caucasus Weekly",
    "North Caucasus Analysis",
    "Chechnya Weekly",
    "Global Terrorism Analysis",
    "Fortnight in Review",
    "Spotlight on Terror",
    "Monitor",
    "Prism",
};

/* Words that names of publications end with. */
static const char *const endings[] = {
    "Monitor", "Brief",    "Briefs",     "Briefing", "Review",  "Weekly",  "Journal", "Quarterly", "Focus",
    "Report",  "Reports",  "Times",      "Bulletin", "Digest",  "Watch",   "Notes",   "Analysis",  "Papers",
    "Outlook", "Survey",   "Studies",    "Letter",   "Affairs", "Gazette", "Update",  "Daily",     "Memo",
    "Insight", "Insights", "Commentary", "Post",     "News",    "Herald",  "Tribune", "Chronicle", "Magazine"};

static const char *const tags[] = {
    "Foreign Policy",
    "Domestic Policy",
    "Military/Security",
    "Military",
    "Security",
    "Defense",
    "Defence",
    "Economics & Energy",
    "Energy & Economics",
    "Economics",
    "Economy",
    "Energy",
    "Trade",
    "Domestic/Social",
    "Society",
    "Social",
    "Domestic Politics",
    "Politics",
    "Elections",
    "Terrorism",
    "Counterterrorism",
    "Human Rights",
    "Media",
    "Religion",
    "Technology",
    "Cyber",
    "Diplomacy",
    "History",
    "Culture",
    "Environment",
    "Transportation",
    "Infrastructure",
    "Analysis",
    "Commentary",
    "Opinion",
    "Featured",
    "Home Page",
    "Nuclear",
    "Intelligence",
    "Information Warfare",
    "Afghanistan",
    "Albania",
    "Algeria",
    "Armenia",
    "Australia",
    "Austria",
    "Azerbaijan",
    "Bahrain",
    "Bangladesh",
    "Belarus",
    "Belgium",
    "Bosnia and Herzegovina",
    "Brazil",
    "Bulgaria",
    "Burma",
    "Cambodia",
    "Canada",
    "China",
    "Croatia",
    "Cuba",
    "Cyprus",
    "Czech Republic",
    "Denmark",
    "Egypt",
    "Estonia",
    "Ethiopia",
    "European Union",
    "Finland",
    "France",
    "Georgia",
    "Germany",
    "Greece",
    "Hong Kong",
    "Hungary",
    "India",
    "Indonesia",
    "Iran",
    "Iraq",
    "Ireland",
    "Israel",
    "Italy",
    "Japan",
    "Jordan",
    "Kazakhstan",
    "Kenya",
    "Kosovo",
    "Kuwait",
    "Kyrgyzstan",
    "Laos",
    "Latvia",
    "Lebanon",
    "Libya",
    "Lithuania",
    "Macedonia",
    "Malaysia",
    "Mali",
    "Moldova",
    "Mongolia",
    "Montenegro",
    "Morocco",
    "Myanmar",
    "NATO",
    "Nepal",
    "Netherlands",
    "Niger",
    "Nigeria",
    "North Korea",
    "Norway",
    "Oman",
    "Pakistan",
    "Palestine",
    "Philippines",
    "Poland",
    "Portugal",
    "Qatar",
    "Romania",
    "Russia",
    "Saudi Arabia",
    "Serbia",
    "Singapore",
    "Slovakia",
    "Slovenia",
    "Somalia",
    "South Africa",
    "South Korea",
    "Spain",
    "Sri Lanka",
    "Sudan",
    "Sweden",
    "Switzerland",
    "Syria",
    "Taiwan",
    "Tajikistan",
    "Thailand",
    "Tunisia",
    "Turkey",
    "Turkmenistan",
    "Türkiye",
    "Ukraine",
    "United Arab Emirates",
    "United Kingdom",
    "United States",
    "Uzbekistan",
    "Venezuela",
    "Vietnam",
    "Yemen",
    "Africa",
    "Arctic",
    "Asia",
    "Balkans",
    "Baltics",
    "Baltic States",
    "Black Sea",
    "Caspian Sea",
    "Caucasus",
    "Central Asia",
    "Chechnya",
    "China and the Asia-Pacific",
    "Crimea",
    "Dagestan",
    "Eastern Europe",
    "Eurasia",
    "Europe",
    "Latin America",
    "Middle East",
    "North Africa",
    "North Caucasus",
    "South Asia",
    "South Caucasus",
    "Southeast Asia",
    "Tibet",
    "Xinjiang",
    "Abkhazia",
    "South Ossetia",
    "Siberia",
    "Far East",
    "Tatarstan",
    "Transnistria",
};

/* A name at `at`, as whole words; the longest of the list wins. */
static gsize
listed_at(const char *line, const char *at, const char *const *list, gsize count)
{
    gsize best = 0;
    if (at > line && at[-1] != ' ')
        return 0;
    for (gsize i = 0; i < count; i++) {
        gsize n = strlen(list[i]);
        if (n > best && strncmp(at, list[i], n) == 0 && (!at[n] || strchr(" ,;|", at[n])))
            best = n;
    }
    return best;
}

static void
flush_tag(Masthead *found, GString *tag)
{
    g_autofree char *word = g_strdup(tag->str);
    g_strstrip(word);
    masthead_add_keyword(found, word);
    g_string_truncate(tag, 0);
}

/* Takes tags apart; FALSE where one is unknown and all must be known. */
static gboolean
read_tags(Masthead *found, const char *part, gboolean all_known)
{
    g_autoptr(GString) rest = g_string_new(NULL);
    for (const char *p = part; *p;) {
        gsize n = listed_at(part, p, tags, G_N_ELEMENTS(tags));
        if (n > 0 || strchr(",;|", *p)) {
            flush_tag(found, rest);
            g_string_append_len(rest, p, (gssize)n);
            flush_tag(found, rest);
            p += n ? n : 1;
        } else {
            if (all_known && *p != ' ')
                return FALSE;
            g_string_append_c(rest, *p++);
        }
    }
    flush_tag(found, rest);
    return TRUE;
}

gboolean
tagline_is_publication(const char *s, gsize length)
{
    if (length < 6 || length > 60 || words_count(s, length, 7) > 6 || words_count(s, length, 2) < 2 ||
        !words_are_titled(s, length))
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(endings); i++) {
        gsize n = strlen(endings[i]);
        if (length > n && s[length - n - 1] == ' ' && g_ascii_strncasecmp(s + length - n, endings[i], n) == 0)
            return TRUE;
    }
    return FALSE;
}

gboolean
tagline_read(Masthead *masthead, const char *s, gsize length)
{
    if (length < 5 || length > 240 || !words_are_titled(s, length) || words_end_sentence(s, length))
        return FALSE;
    g_autofree char *line = g_strndup(s, length);
    if (listing_is_title(s, length)) {
        masthead_set(&masthead->publication, g_strndup(s + 7, length - 16));
        return TRUE;
    }
    const char *name = NULL, *before_end = NULL;
    gsize size = 0;
    const char *word = strstr(line, "Publication ");
    gboolean marked = word && (word == line || word[-1] == ' ');
    if (marked) {
        before_end = word;
        name = word + strlen("Publication ");
        size = listed_at(line, name, publications, G_N_ELEMENTS(publications));
        const char *end = name;
        for (int words = 0; size == 0 && words < 5 && *end; words++) {
            const char *next = strchr(end, ' ');
            gsize n = next ? (gsize)(next - end) : strlen(end);
            for (gsize i = 0; i < G_N_ELEMENTS(endings); i++)
                if (strlen(endings[i]) == n && strncmp(end, endings[i], n) == 0 && (words > 0 || !next))
                    size = (gsize)(end - name) + n;
            end += n + (next != NULL);
        }
        if (size == 0)
            return FALSE;
    } else {
        for (const char *p = line; *p && !size; p++) {
            size = listed_at(line, p, publications, G_N_ELEMENTS(publications));
            name = before_end = p;
        }
        if (size == 0)
            return FALSE;
    }
    Masthead found = {0};
    g_autofree char *before = g_strndup(line, (gsize)(before_end - line)), *behind = g_strdup(name + size);
    g_strstrip(before);
    g_strstrip(behind);
    gboolean is_tags = read_tags(&found, before, !marked) && read_tags(&found, behind, !marked);
    if (is_tags) {
        masthead_set(&masthead->publication, g_strndup(name, size));
        for (guint i = 0; found.keywords && i < found.keywords->len; i++)
            masthead_add_keyword(masthead, g_ptr_array_index(found.keywords, i));
    }
    masthead_clear(&found);
    return is_tags;
}
