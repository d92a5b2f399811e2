/* Works gathered from articles, with their types and keys.
 *
 * While articles are added, works stand in the order of their first cite and are found again by their identity: source, date, address (and the article, where the
 * source is not named). When the first one is asked for, they are sorted by key and the keys that are alike get their letters. */
#include "export/bibliography.h"

#include <stdio.h>
#include <string.h>

#include "base/safe.h"
#include "cite/names.h"
#include "export/bibliography_formats.h"

enum { KEY_NAME_MAX = 40 }; /* characters of a key that come from a name */

typedef struct {
    Work work;
    char *identity;
    YearFrom year_from; /* of the surest of its cites */
    GArray *articles;   /* guint: indexes of the titles that cite it, each once */
} Entry;

struct WorkList {
    GPtrArray *entries;      /* Entry */
    GHashTable *by_identity; /* identity → Entry */
    GPtrArray *titles;       /* of the articles, each once */
    GHashTable *by_title;    /* title → index */
    gboolean sorted;
};

static void
free_entry(gpointer data)
{
    Entry *entry = data;
    Work *work = &entry->work;
    g_free(work->key);
    g_free(work->name);
    g_free(work->short_name);
    g_free(work->platform);
    g_free(work->url);
    g_free(work->date.words);
    g_free(work->remark);
    g_free(entry->identity);
    g_array_unref(entry->articles);
    g_free(entry);
}

WorkList *
work_list_new(void)
{
    WorkList *bibliography = g_new0(WorkList, 1);
    bibliography->entries = g_ptr_array_new_with_free_func(free_entry);
    bibliography->by_identity = g_hash_table_new(g_str_hash, g_str_equal);
    bibliography->titles = g_ptr_array_new_with_free_func(g_free);
    bibliography->by_title = g_hash_table_new(g_str_hash, g_str_equal);
    return bibliography;
}

void
work_list_free(WorkList *bibliography)
{
    if (!bibliography)
        return;
    g_hash_table_unref(bibliography->by_identity);
    g_hash_table_unref(bibliography->by_title);
    g_ptr_array_unref(bibliography->entries);
    g_ptr_array_unref(bibliography->titles);
    g_free(bibliography);
}

/* --- what a work is ------------------------------------------------------------------------------------------------------------------ */

/* On one line, runs of white space as one space, safe; NULL stays NULL. */
static char *
tidy(const char *text)
{
    if (!text)
        return NULL;
    g_autoptr(GString) out = g_string_new(NULL);
    for (; *text; text++)
        if (!strchr(" \t\r\n", *text))
            g_string_append_c(out, *text);
        else if (out->len > 0 && out->str[out->len - 1] != ' ')
            g_string_append_c(out, ' ');
    if (out->len > 0 && out->str[out->len - 1] == ' ')
        g_string_truncate(out, out->len - 1);
    return safe_line(out->str, (gssize)out->len);
}

static gboolean
is_platform(const char *medium)
{
    static const char *const others[] = {"web", "domain", "broadcast", "interview", NULL};
    return medium && !g_strv_contains(others, medium);
}

static WorkType
work_type(SourceClass class, const char *medium, const char *url)
{
    static const WorkType by_class[] = {
        [SOURCE_UNCLASSIFIED] = WORK_OTHER, [SOURCE_OFFICIAL] = WORK_PAGE_BODY, [SOURCE_STATE_MEDIA] = WORK_NEWS,
        [SOURCE_INDEPENDENT] = WORK_NEWS,   [SOURCE_WIRE] = WORK_NEWS,          [SOURCE_THINK_TANK] = WORK_REPORT,
        [SOURCE_SOCIAL] = WORK_POST,        [SOURCE_ACADEMIC] = WORK_JOURNAL,   [SOURCE_COMPANY] = WORK_PAGE_BODY,
        [SOURCE_SERIES] = WORK_SERIES,
    };
    if (is_platform(medium))
        return strcmp(medium, "YouTube") == 0 ? WORK_VIDEO : WORK_POST;
    if (medium && strcmp(medium, "interview") == 0)
        return WORK_INTERVIEW;
    if (by_class[class] != WORK_OTHER) /* "Radio Farda" of a known broadcaster is news like any other */
        return by_class[class];
    if (medium && strcmp(medium, "broadcast") == 0)
        return WORK_BROADCAST;
    return medium || url ? WORK_PAGE : WORK_OTHER;
}

/* --- dates --------------------------------------------------------------------------------------------------------------------------- */

/* "2025", "2025-05", "2025-05-14", "--05", "--05-14"; the rest of the text, or NULL where it is none of them. */
static const char *
read_day(const char *text, WorkDay *day)
{
    int used = 0;
    *day = (WorkDay){0};
    if (g_str_has_prefix(text, "--")) {
        if (sscanf(text, "--%2d%n", &day->month, &used) != 1)
            return NULL;
    } else if (sscanf(text, "%4d%n", &day->year, &used) == 1) {
        text += used;
        used = 0;
        if (sscanf(text, "-%2d%n", &day->month, &used) != 1)
            return text;
    } else {
        return NULL;
    }
    text += used;
    used = 0;
    if (sscanf(text, "-%2d%n", &day->day, &used) == 1)
        text += used;
    return text;
}

static WorkDate
work_date(const char *issued)
{
    WorkDate date = {0};
    if (!issued)
        return date;
    const char *rest = read_day(issued, &date.from);
    if (rest && *rest == '/')
        rest = read_day(rest + 1, &date.to);
    if (!rest || *rest || date.from.year == 0 || (strchr(issued, '/') && date.to.year == 0))
        date = (WorkDate){.words = issued_in_words(issued, FALSE)};
    return date;
}

/* --- keys ---------------------------------------------------------------------------------------------------------------------------- */

/* Letters and digits of a name as cite/names.h folds it; whole words up to KEY_NAME_MAX. */
static void
append_name(GString *key, const char *name)
{
    guint count = 0;
    gsize word_end = 0;
    gboolean in_word = FALSE;
    for (const char *at = name; *at; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (!g_unichar_isalnum(c)) {
            if (in_word)
                word_end = key->len;
            in_word = FALSE;
            continue;
        }
        in_word = TRUE;
        if (count++ == KEY_NAME_MAX) {
            if (word_end > 0)
                g_string_truncate(key, word_end);
            return;
        }
        g_string_append_unichar(key, c);
    }
    if (count == 0)
        g_string_append(key, "source");
}

static char *
key_of(const char *name, const char *issued)
{
    GString *key = g_string_new(NULL);
    append_name(key, name);
    for (const char *c = issued ? issued : ""; *c; c++)
        if (g_ascii_isdigit(*c)) {
            if (c == issued || !g_ascii_isdigit(c[-1]))
                g_string_append_c(key, '-');
            g_string_append_c(key, *c);
        }
    return g_string_free(key, FALSE);
}

static int
compare_entries(gconstpointer a, gconstpointer b)
{
    const Entry *one = *(Entry *const *)a, *other = *(Entry *const *)b;
    int order = strcmp(one->work.key, other->work.key);
    return order != 0 ? order : strcmp(one->identity, other->identity);
}

/* 1 is "b", 25 "z", 26 "aa". */
static void
append_letters(GString *key, guint number)
{
    char letters[16];
    guint at = sizeof letters;
    letters[--at] = '\0';
    for (number++; number > 0; number = (number - 1) / 26)
        letters[--at] = (char)('a' + (number - 1) % 26);
    g_string_append_printf(key, "-%s", letters + at);
}

static void
remark(const WorkList *bibliography, Entry *entry)
{
    GString *out = g_string_new(NULL);
    if (entry->year_from == YEAR_ARTICLE)
        g_string_append(out, "The year is not printed; it follows from the day of issue of the article that cites. ");
    g_string_append(out, "Cited in ");
    for (guint i = 0; i < entry->articles->len; i++)
        g_string_append_printf(
            out, "%s“%s”", i > 0 ? ", " : "",
            (char *)g_ptr_array_index(bibliography->titles, g_array_index(entry->articles, guint, i)));
    g_string_append_c(out, '.');
    entry->work.remark = g_string_free(out, FALSE);
}

static void
sort(WorkList *bibliography)
{
    if (bibliography->sorted)
        return;
    bibliography->sorted = TRUE;
    g_ptr_array_sort(bibliography->entries, compare_entries);
    g_autoptr(GString) base = g_string_new(NULL);
    for (guint i = 0, alike = 0; i < bibliography->entries->len; i++) {
        Entry *entry = g_ptr_array_index(bibliography->entries, i);
        remark(bibliography, entry);
        alike = i > 0 && strcmp(base->str, entry->work.key) == 0 ? alike + 1 : 0;
        if (alike == 0) {
            g_string_assign(base, entry->work.key);
            continue;
        }
        g_autoptr(GString) key = g_string_new(base->str);
        append_letters(key, alike);
        g_free(entry->work.key);
        entry->work.key = g_strdup(key->str);
    }
}

/* --- gathering ----------------------------------------------------------------------------------------------------------------------- */

static Entry *
entry_for(WorkList *bibliography, const char *article, const CitedSource *source, const Reference *reference,
          gboolean named)
{
    g_autoptr(GString) name = g_string_new("unnamed");
    if (named)
        name_key(name, source->name, strlen(source->name));
    g_autofree char *url = tidy(reference->url),
                    *identity = g_strjoin("\n", name->str, reference->issued ? reference->issued : "", url ? url : "",
                                          named ? NULL : article, NULL);
    Entry *entry = g_hash_table_lookup(bibliography->by_identity, identity);
    if (entry)
        return entry;
    entry = g_new0(Entry, 1);
    entry->work.key = key_of(name->str, reference->issued);
    entry->work.type = WORK_OTHER;
    entry->work.url = g_steal_pointer(&url);
    entry->work.date = work_date(reference->issued);
    entry->identity = g_steal_pointer(&identity);
    entry->articles = g_array_new(FALSE, FALSE, sizeof(guint));
    g_ptr_array_add(bibliography->entries, entry);
    g_hash_table_insert(bibliography->by_identity, entry->identity, entry);
    return entry;
}

/* How sure a year is, as a number. */
static int
sureness(YearFrom from)
{
    return from == YEAR_EXPLICIT ? 3 : from == YEAR_LIST ? 2 : from == YEAR_ARTICLE ? 1 : 0;
}

/* A source known by a short name has a long one, which is the work's. Where articles differ in case, capitals win: the order of articles is to make no difference. */
static void
set_names(Work *work, const CitedSource *source)
{
    const char *long_name = source->known ? source->known->long_name : NULL;
    g_autofree char *name = tidy(long_name ? long_name : source->name);
    if (work->name && strcmp(work->name, name) <= 0)
        return;
    g_free(work->name);
    g_free(work->short_name);
    work->name = g_steal_pointer(&name);
    work->short_name = long_name ? tidy(source->name) : NULL;
}

/* What one article knows of the work. */
static void
learn(Entry *entry, const Citations *citations, const Reference *reference, gboolean named)
{
    const CitedSource *source = citations_source(citations, reference->source);
    Work *work = &entry->work;
    const char *medium = NULL;
    for (guint i = 0; i < reference->cites->len; i++) {
        const Cite *cite = citations_cite(citations, g_array_index(reference->cites, guint, i));
        if (sureness(cite->year_from) > sureness(entry->year_from))
            entry->year_from = cite->year_from;
        if (!medium)
            medium = cite->medium;
    }
    work->type = MIN(work->type, work_type(source->class, medium, work->url));
    if (named)
        set_names(work, source);
    if (is_platform(medium) && !work->platform && g_strcmp0(medium, work->name) != 0)
        work->platform = tidy(medium);
}

/* Index of a title among those that are kept; known: it has been met before. */
static guint
title_index(WorkList *bibliography, const char *title, gboolean *known)
{
    gpointer index;
    *known = g_hash_table_lookup_extended(bibliography->by_title, title, NULL, &index);
    if (*known)
        return GPOINTER_TO_UINT(index);
    index = GUINT_TO_POINTER(bibliography->titles->len);
    g_ptr_array_add(bibliography->titles, g_strdup(title));
    g_hash_table_insert(bibliography->by_title, g_ptr_array_index(bibliography->titles, GPOINTER_TO_UINT(index)),
                        index);
    return GPOINTER_TO_UINT(index);
}

/* Only a title that came before can stand anywhere but at the end of the list. */
static gboolean
has_article(const Entry *entry, guint index, gboolean known)
{
    guint n = entry->articles->len;
    if (n > 0 && g_array_index(entry->articles, guint, n - 1) == index)
        return TRUE;
    for (guint i = 0; known && i < n; i++)
        if (g_array_index(entry->articles, guint, i) == index)
            return TRUE;
    return FALSE;
}

void
work_list_add(WorkList *bibliography, Article *article)
{
    g_assert(!bibliography->sorted);
    article_finish(article);
    const Citations *citations = article_citations(article);
    g_autofree char *title = tidy(article_title(article));
    gboolean known;
    guint index = title_index(bibliography, title, &known);
    for (guint i = 0; i < citations_reference_count(citations); i++) {
        const Reference *reference = citations_reference(citations, i);
        if (reference->cites->len == 0)
            continue;
        gboolean named = strcmp(citations_source(citations, reference->source)->name, CITED_SOURCE_UNNAMED) != 0;
        if (!named && !reference->issued && !reference->url)
            continue; /* an "ibid." with nothing before it: no work */
        Entry *entry = entry_for(bibliography, article_name(article), citations_source(citations, reference->source),
                                 reference, named);
        learn(entry, citations, reference, named);
        if (!has_article(entry, index, known))
            g_array_append_val(entry->articles, index);
    }
}

guint
work_list_count(WorkList *bibliography)
{
    sort(bibliography);
    return bibliography->entries->len;
}

const Work *
work_list_work(WorkList *bibliography, guint index)
{
    sort(bibliography);
    return &((Entry *)g_ptr_array_index(bibliography->entries, index))->work;
}

gboolean
export_bibliography(WorkList *bibliography, BibliographyFormat format, ExportWrite write, gpointer data, GError **error)
{
    Sink sink;
    sink_begin(&sink, write, data);
    sink.rows = format == BIBLIOGRAPHY_RIS; /* its lines end in CR LF, and its values are safe already */
    guint count = work_list_count(bibliography);
    for (guint i = 0; i < count && !sink.error; i++) {
        const Work *work = work_list_work(bibliography, i);
        switch (format) {
        case BIBLIOGRAPHY_BIBTEX:
            if (i > 0)
                g_string_append_c(sink.out, '\n');
            work_bibtex(&sink, work);
            break;
        case BIBLIOGRAPHY_RIS:
            work_ris(&sink, work);
            break;
        case BIBLIOGRAPHY_CSL_JSON:
            g_string_append(sink.out, i > 0 ? ",\n " : "[\n ");
            sink_json(&sink, work_csl(work));
            break;
        }
        sink_flow(&sink);
    }
    if (format == BIBLIOGRAPHY_CSL_JSON)
        g_string_append(sink.out, count > 0 ? "\n]\n" : "[]\n");
    return sink_end(&sink, error);
}
