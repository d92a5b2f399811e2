/* One pass for each kind of fault; what they find is sorted by place at the end. */
#include "article/integrity.h"

#include <stdlib.h>
#include <string.h>

#include "base/safe.h"
#include "cite/bibliography.h"
#include "cite/grammar.h"
#include "text/fold.h"

enum { UNCLOSED_LONGEST = 400 /* bytes of an unclosed parenthesis that are held against the grammar */ };

static const char *const kind_names[] = {
    "mark-without-note", "note-without-mark", "number-twice", "number-skipped",
    "date-after-issue",  "impossible-date",   "parentheses",  "spelling",
};

const char *
fault_kind_name(FaultKind kind)
{
    return kind_names[kind];
}

typedef struct {
    const Document *document;
    const char *text;
    const Citations *citations;
    GArray *faults;
} Search;

static void
fault_clear(gpointer data)
{
    g_free(((Fault *)data)->message);
}

static void report(Search *search, FaultKind kind, Range range, const char *format, ...) G_GNUC_PRINTF(4, 5);

static void
report(Search *search, FaultKind kind, Range range, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    Fault fault = {.kind = kind, .range = range, .message = safe_line(message, -1)};
    g_array_append_val(search->faults, fault);
}

/* --- notes ------------------------------------------------------------------------------------------------------------------------------ */

static void
check_marks(Search *search)
{
    guint n_notes = document_note_count(search->document);
    g_autofree gboolean *marked = g_new0(gboolean, n_notes + 1);
    for (guint i = 0; i < document_note_mark_count(search->document); i++) {
        const NoteMark *mark = document_note_mark(search->document, i);
        if (mark->note >= 0)
            marked[mark->note] = TRUE;
        else
            report(search, FAULT_MARK_WITHOUT_NOTE, mark->range, "the mark %.*s has no note",
                   (int)range_length(mark->range), search->text + mark->range.start);
    }
    for (guint i = 0; i < n_notes; i++) {
        const Note *note = document_note(search->document, i);
        if (!marked[i])
            report(search, FAULT_NOTE_WITHOUT_MARK, note->range, "no mark in the text points to note %s", note->label);
    }
}

/* 0: no number. */
static guint
number_of(const char *label)
{
    gsize digits = strspn(label, "0123456789");
    return digits > 0 && digits < 8 && !label[digits] ? (guint)atoi(label) : 0;
}

/* Numbers go up by one; a 1 begins a new list. */
static void
check_numbers(Search *search)
{
    guint before = 0;
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < document_note_count(search->document); i++) {
        const Note *note = document_note(search->document, i);
        guint number = number_of(note->label);
        if (number == 0)
            continue;
        if (number == before || (number > 1 && g_hash_table_contains(seen, GUINT_TO_POINTER(number)))) {
            report(search, FAULT_NUMBER_TWICE, note->range, "there is a note %u already", number);
            continue;
        }
        if (number == 1)
            g_hash_table_remove_all(seen);
        else if (number == before + 2)
            report(search, FAULT_NUMBER_SKIPPED, note->range, "note %u is missing: note %u stands here", before + 1,
                   number);
        else if (number > before + 2)
            report(search, FAULT_NUMBER_SKIPPED, note->range, "notes %u to %u are missing: note %u stands here",
                   before + 1, number - 1, number);
        g_hash_table_add(seen, GUINT_TO_POINTER(number));
        before = number;
    }
}

/* --- dates ------------------------------------------------------------------------------------------------------------------------------ */

/* "2025-05-14", "2025-05", "2025", "--05-14", "--05"; what is not said is 0. */
static DatePoint
point_of(const char *issued)
{
    DatePoint point = {0, 0, 0};
    if (g_str_has_prefix(issued, "--"))
        issued += 2;
    else
        point.year = (int)strtol(issued, (char **)&issued, 10);
    if (*issued == '-')
        issued++;
    if (g_ascii_isdigit(*issued))
        point.month = (int)strtol(issued, (char **)&issued, 10);
    if (*issued == '-' && g_ascii_isdigit(issued[1]))
        point.day = (int)strtol(issued + 1, NULL, 10);
    return point;
}

/* A day without a year may be one of a leap year. */
static gboolean
exists(DatePoint point)
{
    if (point.month == 0)
        return TRUE;
    return g_date_valid_dmy((GDateDay)(point.day ? point.day : 1), (GDateMonth)point.month,
                            (GDateYear)(point.year ? point.year : 2000));
}

/* Days from the day of issue to the first day that the date may mean. */
static gint64
days_after(DatePoint issue, DatePoint point)
{
    g_autoptr(GDate) a = g_date_new_dmy((GDateDay)issue.day, (GDateMonth)issue.month, (GDateYear)issue.year);
    g_autoptr(GDate) b = g_date_new_dmy((GDateDay)MAX(point.day, 1), (GDateMonth)MAX(point.month, 1), (GDateYear)point.year);
    return g_date_days_between(a, b);
}

static void
check_date(Search *search, const Cite *cite, const char *issued, DatePoint issue)
{
    DatePoint point = point_of(issued);
    g_autofree char *words = issued_in_words(issued, FALSE);
    if (!exists(point)) {
        report(search, FAULT_DATE_IMPOSSIBLE, cite->range, "there is no such day: %s", issued);
    } else if (point.year > 0 && issue.year > 0 && days_after(issue, point) > DATES_AHEAD) {
        g_autofree char *day =
            g_strdup_printf("%04d-%02d-%02d", issue.year, issue.month, issue.day);
        g_autofree char *issue_words = issued_in_words(day, FALSE);
        report(search, FAULT_DATE_AFTER_ISSUE, cite->range, "%s lies after the day of issue, %s", words, issue_words);
    }
}

static void
check_dates(Search *search)
{
    DatePoint issue = dates_issue(document_meta(search->document)->issued);
    if (issue.year > 0 && (issue.month == 0 || issue.day == 0 || !exists(issue)))
        issue.year = 0;
    for (guint i = 0; i < citations_cite_count(search->citations); i++) {
        const Cite *cite = citations_cite(search->citations, i);
        if (!cite->issued)
            continue;
        g_auto(GStrv) ends = g_strsplit(cite->issued, "/", 2);
        guint before = search->faults->len;
        for (char **end = ends; *end && search->faults->len == before; end++)
            check_date(search, cite, *end, issue);
    }
}

/* --- parentheses ------------------------------------------------------------------------------------------------------------------------ */

/* What follows an unclosed parenthesis, up to the next one, the end of its block or of the sentence: is it a citation? */
static gboolean
reads_as_citation(Search *search, Grammar *grammar, gsize open, gsize end, Range *citation)
{
    const char *text = search->text;
    gsize at = open + 1, limit = MIN(end, open + UNCLOSED_LONGEST);
    while (at < limit && text[at] != '(' && text[at] != ')' && text[at] != '\n')
        at++;
    /* The stop of a sentence is tried before the whole; an abbreviation's is one that does not parse. */
    Surroundings around = {.issue = dates_issue(document_meta(search->document)->issued), .final = TRUE};
    for (gsize stop = open + 1, tries = 0; stop <= at && tries < 8; stop++) {
        if (stop < at && (text[stop] != '.' || (stop + 1 < at && text[stop + 1] != ' ')))
            continue;
        if (stop > open + 1 && ++tries && grammar_parse(grammar, text, range_make(open + 1, stop), &around)) {
            *citation = range_make(open, stop);
            return TRUE;
        }
    }
    return FALSE;
}

/* A parenthesis that nothing closes counts where it would be a citation; one that nothing opens where it stands right behind one. */
static void
check_block(Search *search, Grammar *grammar, const Block *block, GArray *open)
{
    const char *text = search->text;
    g_array_set_size(open, 0);
    for (gsize at = block->range.start + block->label; at < block->range.end; at++) {
        if (text[at] == '(') {
            g_array_append_val(open, at);
        } else if (text[at] == ')' && open->len > 0) {
            g_array_set_size(open, open->len - 1);
        } else if (text[at] == ')' && at > 0) {
            int index = layer_at(citations_layer(search->citations), at - 1);
            if (index >= 0 && text[at - 1] == ')')
                report(search, FAULT_PARENTHESES, range_make(at, at + 1),
                       "a parenthesis is closed behind the citation that nothing opens");
        }
    }
    for (guint i = 0; i < open->len; i++) {
        gsize at = g_array_index(open, gsize, i);
        Range citation;
        int index = layer_at(citations_layer(search->citations), at);
        if (index >= 0)
            report(search, FAULT_PARENTHESES, range_make(at, at + 1), "a parenthesis in the citation is never closed");
        else if (reads_as_citation(search, grammar, at, block->range.end, &citation))
            report(search, FAULT_PARENTHESES, citation, "the parenthesis of the citation is never closed");
    }
}

static void
check_parentheses(Search *search)
{
    g_autoptr(Bibliography) bibliography = bibliography_new(search->document);
    g_autoptr(Grammar) grammar = grammar_new(NULL, NULL, bibliography);
    g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(gsize));
    for (guint i = 0; i < document_block_count(search->document); i++) {
        const Block *block = document_block(search->document, i);
        if (block->role != ROLE_BOILERPLATE && block->role != ROLE_MASTHEAD)
            check_block(search, grammar, block, open);
    }
}

/* --- spelling ---------------------------------------------------------------------------------------------------------------------------- */

/* Letters and digits of a name, folded: names that share them differ in spelling alone. */
static char *
bare_name(const char *name)
{
    g_autofree char *folded = fold_text(name, -1, FOLD_ALL);
    GString *bare = g_string_new(NULL);
    for (const char *p = folded; *p; p = g_utf8_next_char(p))
        if (g_unichar_isalnum(g_utf8_get_char(p)))
            g_string_append_unichar(bare, g_utf8_get_char(p));
    return g_string_free(bare, FALSE);
}

/* White space of any kind is one space: a line break in a name is no other spelling. */
static char *
printed_name(const char *name)
{
    g_autofree char *folded = g_strdup(name);
    for (char *p = folded; *p; p++)
        if (*p == '\n' || *p == '\t')
            *p = ' ';
    return g_strstrip(g_steal_pointer(&folded));
}

typedef struct {
    char *printed;
    guint count, first; /* first: a cite */
} Spelling;

static void
spelling_free(gpointer data)
{
    g_free(((Spelling *)data)->printed);
    g_free(data);
}

/* The addresses of two pages of one site are no two spellings. */
static gboolean
is_address(const char *printed)
{
    return strchr(printed, '.') && !strchr(printed, ' ');
}

static void
report_spellings(Search *search, GPtrArray *spellings)
{
    const Spelling *usual = spellings->pdata[0];
    for (guint i = 1; i < spellings->len; i++)
        if (((Spelling *)spellings->pdata[i])->count > usual->count)
            usual = spellings->pdata[i];
    for (guint i = 0; i < spellings->len; i++) {
        const Spelling *other = spellings->pdata[i];
        const Cite *cite = citations_cite(search->citations, other->first);
        Range range = range_is_none(cite->source_range) || range_length(cite->source_range) == 0 ? cite->range
                                                                                                  : cite->source_range;
        if (other != usual)
            report(search, FAULT_SPELLING, range, "“%s” is spelt “%s” elsewhere in this article", other->printed,
                   usual->printed);
    }
}

static void
check_spellings(Search *search)
{
    g_autoptr(GPtrArray) groups = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    g_autoptr(GHashTable) group_of = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < citations_cite_count(search->citations); i++) {
        const Cite *cite = citations_cite(search->citations, i);
        if (!cite->source || !*cite->source || is_address(cite->source))
            continue;
        const Reference *reference = citations_reference(search->citations, cite->reference);
        g_autofree char *bare = bare_name(citations_source(search->citations, reference->source)->name);
        g_autofree char *printed = printed_name(cite->source);
        GPtrArray *group = g_hash_table_lookup(group_of, bare);
        if (!group) {
            group = g_ptr_array_new_with_free_func(spelling_free);
            g_ptr_array_add(groups, group);
            g_hash_table_insert(group_of, g_strdup(bare), group);
        }
        g_autofree char *key = g_strconcat(bare, "\n", printed, NULL);
        Spelling *spelling = g_hash_table_lookup(known, key);
        if (!spelling) {
            spelling = g_new0(Spelling, 1);
            spelling->printed = g_steal_pointer(&printed);
            spelling->first = i;
            g_ptr_array_add(group, spelling);
            g_hash_table_insert(known, g_steal_pointer(&key), spelling);
        }
        spelling->count++;
    }
    for (guint i = 0; i < groups->len; i++)
        report_spellings(search, groups->pdata[i]);
}

/* --- all ---------------------------------------------------------------------------------------------------------------------------------- */

static int
by_place(gconstpointer a, gconstpointer b)
{
    const Fault *x = a, *y = b;
    if (x->range.start != y->range.start)
        return x->range.start < y->range.start ? -1 : 1;
    return (int)x->kind - (int)y->kind;
}

GArray *
integrity_find(Article *article)
{
    article_finish(article);
    Search search = {.document = article_document(article), .citations = article_citations(article)};
    search.text = document_text(search.document, NULL);
    search.faults = g_array_new(FALSE, FALSE, sizeof(Fault));
    g_array_set_clear_func(search.faults, fault_clear);
    check_marks(&search);
    check_numbers(&search);
    check_dates(&search);
    check_parentheses(&search);
    check_spellings(&search);
    g_array_sort(search.faults, by_place);
    return search.faults;
}

Place
place_of(const Article *article, gsize offset, PlaceWalk *walk)
{
    const Document *document = article_document(article);
    const char *text = document_text(document, NULL);
    if (walk->line == 0 || offset < walk->at)
        *walk = (PlaceWalk){.line = 1, .column = 1};
    for (const char *newline; (newline = memchr(text + walk->at, '\n', offset - walk->at));) {
        walk->at = (gsize)(newline - text) + 1;
        walk->line++;
        walk->column = 1;
    }
    walk->column += (guint)g_utf8_strlen(text + walk->at, (gssize)(offset - walk->at)); /* from there on only: a line may be long */
    walk->at = offset;
    int block = document_block_at(document, offset);
    return (Place){
        .line = walk->line,
        .column = walk->column,
        .paragraph = block >= 0 ? document_block(document, (guint)block)->number : 0,
    };
}
