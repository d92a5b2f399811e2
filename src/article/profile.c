/* Counting once over cites and paragraphs; and the lines in which the command and the reader show it. */
#include "article/profile.h"

#include <stdlib.h>
#include <string.h>

enum { SOURCES_SHOWN = 5, RUNS_SHOWN = 30 };

static int
by_year(gconstpointer a, gconstpointer b)
{
    return ((const ProfileYear *)a)->year - ((const ProfileYear *)b)->year;
}

/* The most used first, equal ones in the order of the text. */
static int
by_use(gconstpointer a, gconstpointer b)
{
    const ProfileSource *x = a, *y = b;
    if (x->cites != y->cites)
        return x->cites > y->cites ? -1 : 1;
    return x->source < y->source ? -1 : x->source > y->source;
}

static void
count_years(Profile *profile, const Citations *citations, const char *issued)
{
    g_autoptr(GHashTable) index_of = g_hash_table_new(NULL, NULL);
    /* ISO dates of one precision sort as text; one that says less than the day sorts before its days, so that nothing is called recent that may not be. */
    g_autofree char *recent = NULL;
    if (issued && strlen(issued) == 10)
        recent = g_strdup_printf("%04d%s", atoi(issued) - 1, issued + 4);
    profile->issue_year = issued ? atoi(issued) : 0;
    profile->n_recent = recent ? 0 : -1;
    for (guint i = 0; i < citations_cite_count(citations); i++) {
        const char *date = citations_cite(citations, i)->issued;
        if (!date || !g_ascii_isdigit(*date)) {
            profile->n_undated++;
            continue;
        }
        if (recent && strcmp(date, recent) >= 0)
            profile->n_recent++;
        gpointer place = GINT_TO_POINTER(atoi(date)), index;
        if (!g_hash_table_lookup_extended(index_of, place, NULL, &index)) {
            ProfileYear year = {.year = atoi(date)};
            index = GUINT_TO_POINTER(profile->years->len);
            g_hash_table_insert(index_of, place, index);
            g_array_append_val(profile->years, year);
        }
        g_array_index(profile->years, ProfileYear, GPOINTER_TO_UINT(index)).cites++;
    }
    g_array_sort(profile->years, by_year);
}

static void
count_sources(Profile *profile, const Citations *citations)
{
    for (guint i = 0; i < citations_source_count(citations); i++) {
        const CitedSource *cited = citations_source(citations, i);
        ProfileSource source = {.source = i, .cites = cited->n_cites};
        profile->classes[cited->class] += cited->n_cites;
        if (cited->n_cites > 0)
            g_array_append_val(profile->sources, source);
    }
    g_array_sort(profile->sources, by_use);
}

static void
note_paragraph(const Document *document, gboolean *cites, gsize offset)
{
    int block = document_block_at(document, offset);
    if (block >= 0)
        cites[document_block(document, (guint)block)->number] = TRUE;
}

static void
find_uncited(Profile *profile, const Citations *citations, const Document *document)
{
    profile->n_paragraphs = document_paragraph_count(document);
    g_autofree gboolean *cites = g_new0(gboolean, profile->n_paragraphs + 1);
    g_autofree gboolean *cited_notes = g_new0(gboolean, document_note_count(document) + 1);
    for (guint i = 0; i < citations_count(citations); i++) {
        const Citation *citation = citations_get(citations, i);
        note_paragraph(document, cites, citation->range.start);
        if (citation->note >= 0)
            cited_notes[citation->note] = TRUE;
    }
    for (guint i = 0; i < document_note_mark_count(document); i++) {
        const NoteMark *mark = document_note_mark(document, i);
        if (mark->note >= 0 && cited_notes[mark->note])
            note_paragraph(document, cites, mark->range.start);
    }
    for (guint number = 1; number <= profile->n_paragraphs; number++)
        if (!cites[number])
            g_array_append_val(profile->uncited, number);
}

Profile *
profile_new(Article *article)
{
    Profile *profile = g_new0(Profile, 1);
    const Citations *citations = article_citations(article);
    const Document *document = article_document(article);
    profile->article = article_ref(article);
    profile->n_cites = citations_cite_count(citations);
    profile->years = g_array_new(FALSE, FALSE, sizeof(ProfileYear));
    profile->sources = g_array_new(FALSE, FALSE, sizeof(ProfileSource));
    profile->uncited = g_array_new(FALSE, FALSE, sizeof(guint));
    count_years(profile, citations, document_meta(document)->issued);
    count_sources(profile, citations);
    find_uncited(profile, citations, document);
    return profile;
}

void
profile_free(Profile *profile)
{
    if (!profile)
        return;
    g_array_unref(profile->years);
    g_array_unref(profile->sources);
    g_array_unref(profile->uncited);
    article_unref(profile->article);
    g_free(profile);
}

/* --- lines ---------------------------------------------------------------------------------------------------------------------------------- */

char *
profile_bar(guint count, guint most, int cells, gboolean ascii)
{
    static const char *const eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    GString *bar = g_string_new(NULL);
    guint64 parts = ascii ? 1 : 8, length = most ? ((guint64)count * (guint)cells * parts + most / 2) / most : 0;
    if (count > 0)
        length = MAX(length, 1);
    for (guint64 i = 0; i < length / parts; i++)
        g_string_append(bar, ascii ? "#" : "█");
    g_string_append(bar, eighths[length % parts]);
    return g_string_free(bar, FALSE);
}

typedef struct {
    int cells;
    gboolean ascii;
    ProfileLine line;
    gpointer data;
} Lines;

static void
bar_line(const Lines *lines, const char *name, guint count, guint most)
{
    g_autofree char *bar = profile_bar(count, most, lines->cells, lines->ascii), *number = g_strdup_printf("%u", count);
    lines->line(lines->data, name, bar, number);
}

static void
class_lines(const Profile *profile, const Lines *lines)
{
    guint most = 0;
    gboolean shown[PROFILE_CLASSES] = {FALSE};
    for (guint i = 0; i < PROFILE_CLASSES; i++)
        most = MAX(most, profile->classes[i]);
    lines->line(lines->data, NULL, "Sources by class", NULL);
    for (guint n = 0; n < PROFILE_CLASSES; n++) {
        int next = -1; /* the largest left; what has no class comes last */
        for (guint i = PROFILE_CLASSES; i-- > 1;)
            if (!shown[i] && profile->classes[i] > 0 && (next < 0 || profile->classes[i] > profile->classes[next]))
                next = (int)i;
        if (next < 0 && !shown[SOURCE_UNCLASSIFIED] && profile->classes[SOURCE_UNCLASSIFIED] > 0)
            next = SOURCE_UNCLASSIFIED;
        if (next < 0)
            return;
        shown[next] = TRUE;
        bar_line(lines, source_class_name((SourceClass)next), profile->classes[next], most);
    }
}

static void
year_lines(const Profile *profile, const Lines *lines)
{
    guint most = profile->n_undated;
    for (guint i = 0; i < profile->years->len; i++)
        most = MAX(most, g_array_index(profile->years, ProfileYear, i).cites);
    lines->line(lines->data, NULL, "When the sources are from", NULL);
    for (guint i = 0; i < profile->years->len; i++) {
        const ProfileYear *year = &g_array_index(profile->years, ProfileYear, i);
        g_autofree char *name = g_strdup_printf("%d%s", year->year, year->year == profile->issue_year ? ", of issue" : "");
        bar_line(lines, name, year->cites, most);
    }
    if (profile->n_undated > 0)
        bar_line(lines, "year unknown", profile->n_undated, most);
}

/* "2-5, 9": runs of numbers. */
static char *
number_runs(const GArray *numbers)
{
    GString *out = g_string_new(NULL);
    guint runs = 0;
    for (guint i = 0; i < numbers->len;) {
        guint first = g_array_index(numbers, guint, i), last = first;
        for (i++; i < numbers->len && g_array_index(numbers, guint, i) == last + 1; i++)
            last++;
        if (runs++ == RUNS_SHOWN) {
            g_string_append(out, " and more");
            break;
        }
        g_string_append_printf(out, "%s%u", runs > 1 ? ", " : "", first);
        if (last > first)
            g_string_append_printf(out, "%s%u", last == first + 1 ? ", " : "-", last);
    }
    return g_string_free(out, FALSE);
}

static void
summary_lines(const Profile *profile, const Lines *lines)
{
    if (profile->n_recent >= 0) {
        g_autofree char *text = g_strdup_printf("%u %% of the cites (%d)", (guint)profile->n_recent * 100 / profile->n_cites,
                                                profile->n_recent);
        lines->line(lines->data, "a year or newer", text, NULL);
    }
    if (profile->sources->len > 0) {
        const ProfileSource *first = &g_array_index(profile->sources, ProfileSource, 0);
        g_autofree char *text =
            g_strdup_printf("%u %% (%s)", (guint)((guint64)first->cites * 100 / profile->n_cites),
                            citations_source(article_citations(profile->article), first->source)->name);
        lines->line(lines->data, "on one source", text, NULL);
    }
    g_autofree char *runs = number_runs(profile->uncited);
    g_autofree char *text =
        profile->uncited->len == 0
            ? g_strdup_printf("none of %u paragraphs", profile->n_paragraphs)
            : g_strdup_printf("%u of %u paragraphs: %s", profile->uncited->len, profile->n_paragraphs, runs);
    lines->line(lines->data, "cites nothing", text, NULL);
}

void
profile_lines(const Profile *profile, int cells, gboolean ascii, ProfileLine line, gpointer data)
{
    Lines lines = {.cells = cells, .ascii = ascii, .line = line, .data = data};
    if (profile->n_cites == 0) {
        line(data, NULL, "The article cites nothing.", NULL);
        return;
    }
    class_lines(profile, &lines);
    line(data, NULL, NULL, NULL);
    year_lines(profile, &lines);
    line(data, NULL, NULL, NULL);
    line(data, NULL, "Most used", NULL);
    guint most = g_array_index(profile->sources, ProfileSource, 0).cites;
    for (guint i = 0; i < profile->sources->len && i < SOURCES_SHOWN; i++) {
        const ProfileSource *source = &g_array_index(profile->sources, ProfileSource, i);
        bar_line(&lines, citations_source(article_citations(profile->article), source->source)->name, source->cites, most);
    }
    line(data, NULL, NULL, NULL);
    summary_lines(profile, &lines);
}
