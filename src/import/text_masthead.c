/* The head of a page: what stands before the article, its title and the lines that belong to it.
 *
 * The head goes to the executive summary, or to the first prose that no line of a masthead follows. Its lines are read
 * one by one (fields, date lines, tag lines, bylines, captions, furniture); the title is the line that occurs twice,
 * else the one right above the first of the masthead's lines, else a short first line that is no sentence. */
#include "import/text_private.h"

#include <string.h>

#define HEAD_LINES 120
#define LONG_PROSE 300
#define LONGEST_TITLE 200

typedef enum { HEAD_OTHER, HEAD_META, HEAD_CAPTION, HEAD_WEAK, HEAD_FURNITURE } HeadKind;

typedef struct {
    TextPage *page;
    Line *lines;
    guint filled[HEAD_LINES]; /* the first lines that are not empty */
    HeadKind kind[HEAD_LINES];
    guint count;
    gboolean is_page; /* furniture, or a line of a masthead, says that this is a saved page */
    gboolean has_furniture;
} Head;

static const Line *
head_line(const Head *head, guint k)
{
    return &head->lines[head->filled[k]];
}

static const char *
head_text(const Head *head, guint k, gsize *length)
{
    const Line *line = head_line(head, k);
    *length = line_length(line);
    return head->page->text + line->start;
}

/* TRUE when line k + 1 stands right below line k. */
static gboolean
is_joined(const Head *head, guint k)
{
    return k + 1 < head->count && head->filled[k + 1] == head->filled[k] + 1;
}

/* Hard-wrapped prose: a full line with another right below that goes on. */
static gboolean
is_wrapped_prose(const Head *head, guint k)
{
    const TextShape *shape = &head->page->shape;
    return shape->wrapped && is_joined(head, k) &&
           line_is_full(head->page->text, head_line(head, k), head_line(head, k + 1), shape->width);
}

static gboolean
is_long_prose(const Head *head, guint k)
{
    gsize length;
    const char *s = head_text(head, k, &length);
    if (length >= LONG_PROSE)
        return boilerplate_force(s, length) == BOILERPLATE_NO && !looks_credited(s, length);
    return is_wrapped_prose(head, k) && is_joined(head, k + 1) && is_wrapped_prose(head, k + 1);
}

static gboolean
is_prose(const Head *head, guint k)
{
    gsize length;
    const char *s = head_text(head, k, &length);
    if (length >= LONGEST_TITLE || is_wrapped_prose(head, k))
        return TRUE;
    if (list_mark(s, length).kind != MARK_NONE || note_label(s, length, FALSE, NULL))
        return TRUE;
    return words_end_sentence(s, length) && !words_are_capitals(s, length) && !(words_last(s, length) == '?' && k == 0);
}

/* A line of a masthead that nothing else would be. Reads it where into is given. */
static gboolean
is_meta(const Head *head, guint k, Masthead *into)
{
    gsize length;
    const char *s = head_text(head, k, &length);
    Masthead scratch = {0}, *target = into ? into : &scratch;
    gboolean found = dateline_read(target, s, length) || fields_read(target, s, length) ||
                     bracket_line_read(target, s, length) || tagline_read(target, s, length);
    if (!found) {
        char **names = byline_parse(s, length);
        found = names != NULL;
        target->by_empty |= found && !*names;
        masthead_add_names(target, names);
    }
    masthead_clear(&scratch);
    return found || (length < 60 && words_begin(s, length, "Special to ") && words_are_titled(s, length));
}

/* A byline, or a date line that cannot be anything else. */
static gboolean
is_signed(const Head *head, guint k)
{
    gsize length;
    const char *s = head_text(head, k, &length);
    Masthead scratch = {0};
    gboolean found = dateline_read(&scratch, s, length);
    char **names = found ? NULL : byline_parse(s, length);
    found |= names != NULL && *names;
    g_strfreev(names);
    masthead_clear(&scratch);
    return found;
}

static HeadKind
head_kind(const Head *head, guint k)
{
    gsize length;
    const char *s = head_text(head, k, &length);
    BoilerplateForce force = boilerplate_force(s, length);
    if (force == BOILERPLATE_STRONG || force == BOILERPLATE_OPENER)
        return HEAD_FURNITURE;
    if (is_meta(head, k, NULL))
        return HEAD_META;
    if (looks_credited(s, length))
        return HEAD_CAPTION;
    return force == BOILERPLATE_WEAK ? HEAD_WEAK : HEAD_OTHER;
}

/* The head's end: an index into filled. */
static guint
head_end(Head *head, int summary)
{
    guint limit = head->count, last_meta = 0;
    for (guint k = 0; k < head->count; k++) {
        if ((summary >= 0 && head->filled[k] >= (guint)summary) || is_long_prose(head, k)) {
            limit = k;
            break;
        }
    }
    for (guint k = 0; k < limit; k++) {
        head->kind[k] = head_kind(head, k);
        if (head->kind[k] == HEAD_META || head->kind[k] == HEAD_FURNITURE) {
            gsize length;
            const char *s = head_text(head, k, &length);
            /* once a masthead has been seen, prose begins the article, but for one sentence above a byline; before it,
             * two may stand below the title */
            guint prose = 0;
            for (guint j = last_meta; j < k; j++)
                prose += head->kind[j] == HEAD_OTHER && is_prose(head, j);
            guint most = last_meta == 0 ? 2 : is_signed(head, k) ? 1 : 0;
            if (prose > most || (prose > 0 && (head->kind[k] == HEAD_FURNITURE || words_begin(s, length, "Source:"))))
                break;
            last_meta = k + 1;
            head->is_page = TRUE;
            head->has_furniture |= head->kind[k] == HEAD_FURNITURE;
        }
    }
    for (guint k = last_meta; k < limit; k++)
        if (head->kind[k] != HEAD_CAPTION && is_prose(head, k))
            return k;
    return limit;
}

static char *
folded_line(const Head *head, guint k)
{
    gsize length, skip = 0;
    const char *s = head_text(head, k, &length);
    if (looks_hashed(s, length, &skip)) {
        s += skip;
        length -= skip;
    }
    return words_fold(s, MIN(length, 1000));
}

/* TRUE when line a is line b, perhaps with the site's name behind it ("Title | Site"). */
static gboolean
is_repeated(const char *a, const char *b)
{
    gsize n = strlen(b);
    if (n < 4 || strncmp(a, b, n) != 0)
        return FALSE;
    const char *rest = a + n;
    return !*rest || g_str_has_prefix(rest, " - ") || g_str_has_prefix(rest, " | ") ||
           g_str_has_prefix(rest, " \302\273 ") || g_str_has_prefix(rest, " :: ") ||
           g_str_has_prefix(rest, " \302\267 ");
}

static gboolean
could_be_title(const Head *head, guint k)
{
    gsize length, at = 0;
    const char *s = head_text(head, k, &length);
    if (head->kind[k] != HEAD_OTHER || length > 3 * LONGEST_TITLE ||
        words_columns(s, length, LONGEST_TITLE + 1) > LONGEST_TITLE || looks_ruled(s, length))
        return FALSE;
    gunichar last = words_last(s, length), first = words_char(s, length, &at);
    if (last == ',' || last == ';' || last == 0 || words_case(first) < 0)
        return FALSE;
    /* a breadcrumb trail */
    return !g_strstr_len(s, (gssize)length, " \302\273 ") && !g_strstr_len(s, (gssize)length, " > ") &&
           !g_strstr_len(s, (gssize)length, " \342\200\272 ");
}

/* The doubled line: the index of the one to be shown, or -1. */
static int
doubled_title(const Head *head, guint end)
{
    g_autoptr(GPtrArray) folded = g_ptr_array_new_with_free_func(g_free);
    for (guint k = 0; k < end; k++)
        g_ptr_array_add(folded, folded_line(head, k));
    for (guint a = 0; a < end; a++) {
        if (!could_be_title(head, a))
            continue;
        for (guint b = a + 1; b < end; b++) {
            const char *x = g_ptr_array_index(folded, a), *y = g_ptr_array_index(folded, b);
            gsize length;
            head_text(head, a, &length);
            if (could_be_title(head, b) && (words_count(x, strlen(x), 2) > 1 || length > 12)) {
                if (is_repeated(y, x))
                    return (int)a;
                if (is_repeated(x, y))
                    return (int)b;
            }
        }
    }
    return -1;
}

/* The short first line of a text without a masthead. */
static gboolean
is_plain_title(const Head *head, guint k)
{
    gsize length, next_length, skip;
    const char *s = head_text(head, k, &length);
    if (!could_be_title(head, k) || words_columns(s, length, 121) > 120)
        return FALSE;
    if (looks_hashed(s, length, &skip))
        return TRUE;
    gunichar last = words_last(s, length);
    gboolean titled = words_are_titled(s, length) || words_are_capitals(s, length);
    if (words_end_sentence(s, length) &&
        !(words_are_capitals(s, length) || (last == '?' && words_count(s, length, 20) < 16) || (last == '!' && titled)))
        return FALSE;
    if (list_mark(s, length).kind != MARK_NONE || note_label(s, length, FALSE, NULL))
        return FALSE;
    if (k + 1 >= head->count || !is_joined(head, k))
        return TRUE;
    if (looks_underline(head->page->text + head_line(head, k + 1)->start, line_length(head_line(head, k + 1))))
        return TRUE;
    head_text(head, k + 1, &next_length);
    return !head->page->shape.wrapped && next_length > 150 && next_length > 2 * length;
}

/* Newspapers stand above the date, and the title below it: "The Channel Herald / May 5, 2011 / Title / By …". */
static gboolean
is_publication_above(const Head *head, guint k, guint end)
{
    gsize length;
    const char *s = head_text(head, k, &length);
    gboolean title = FALSE;
    for (guint j = k + 1; j < end; j++) {
        if (head->kind[j] == HEAD_META && title)
            return tagline_is_publication(s, length);
        title |= j > k + 1 && could_be_title(head, j);
    }
    return FALSE;
}

static int
find_title(const Head *head, guint end)
{
    int title = doubled_title(head, end);
    if (title >= 0)
        return title;
    for (guint k = 0; k < end; k++) {
        gsize length;
        const char *s = head_text(head, k, &length);
        if (listing_is_title(s, length))
            return (int)k;
    }
    guint meta = 0;
    while (meta < end && head->kind[meta] != HEAD_META)
        meta++;
    if (meta < end) {
        /* right above the masthead's first line; of several candidates the last that is more than the bare words of a
         * menu */
        int best = -1;
        gsize length, above_length;
        for (guint k = 0; k < meta; k++) {
            const char *s = head_text(head, k, &length);
            if (could_be_title(head, k) && (best < 0 || words_count(s, length, 3) > 2))
                best = (int)k;
        }
        /* a title with a longer line below it, and nothing of a site above */
        if (best > 0 && could_be_title(head, (guint)best - 1)) {
            const char *above = head_text(head, (guint)best - 1, &above_length);
            head_text(head, (guint)best, &length);
            if (words_count(above, above_length, 2) > 1 &&
                (!head->has_furniture || length > above_length + above_length / 2))
                best--;
        }
        if (best >= 0 && is_publication_above(head, (guint)best, end)) {
            for (guint k = meta + 1; k < end; k++)
                if (could_be_title(head, k))
                    return (int)k;
        }
        if (best >= 0)
            return best;
        /* the masthead comes first */
        for (guint k = meta + 1; k < end; k++)
            if (could_be_title(head, k) && is_plain_title(head, k))
                return (int)k;
        if (end < head->count && meta == 0 && could_be_title(head, end) && is_plain_title(head, end))
            return (int)end;
        return -1;
    }
    for (guint k = 0; k < end; k++)
        if (head->kind[k] == HEAD_OTHER)
            return is_plain_title(head, k) ? (int)k : -1;
    return -1;
}

/* The line that bears a title known from a field ("Subject: …"), or -1. */
static int
named_title(const Head *head, const char *title)
{
    g_autofree char *folded = words_fold(title, strlen(title));
    for (guint k = 0; k < head->count && k < 20; k++) {
        g_autofree char *line = folded_line(head, k);
        if (strcmp(line, folded) == 0)
            return (int)k;
    }
    return -1;
}

static void
set_title(Head *head, guint k)
{
    gsize length, skip = 0;
    const char *s = head_text(head, k, &length);
    if (looks_hashed(s, length, &skip)) {
        s += skip;
        length -= skip;
        while (length > 0 && (s[length - 1] == '#' || s[length - 1] == ' '))
            length--;
    }
    g_free(head->page->masthead.title);
    head->page->masthead.title = g_strndup(s, length);
    head->lines[head->filled[k]].role = ROLE_MASTHEAD;
    head->lines[head->filled[k]].form = LINE_TITLE;
}

static void
set_line(Head *head, guint k, BlockRole role, LineForm form)
{
    Line *line = &head->lines[head->filled[k]];
    line->role = (guint8)role;
    line->form = (guint8)form;
}

/* A line that is nothing but a name, beside a date line that has none. */
static void
read_bare_names(Head *head, guint title, guint end)
{
    Masthead *masthead = &head->page->masthead;
    for (guint k = 0; k < end && !masthead->byline; k++) {
        gsize length;
        const char *s = head_text(head, k, &length);
        if (head->kind[k] != HEAD_OTHER || k == title || length > 120)
            continue;
        Masthead scratch = {0};
        gboolean beside = FALSE;
        for (int d = -1; d <= 1; d += 2) {
            if ((d < 0 && k == 0) || (d > 0 && k + 1 >= end))
                continue;
            gsize n;
            const char *t = head_text(head, k + (guint)d, &n);
            beside |= dateline_read(&scratch, t, n);
            if (!beside && masthead->by_empty) {
                g_auto(GStrv) names = byline_parse(t, n);
                beside = names != NULL;
            }
        }
        masthead_clear(&scratch);
        char **names = beside && k > title ? byline_names(s, length) : NULL;
        if (names)
            head->kind[k] = HEAD_META;
        masthead_add_names(masthead, names);
    }
}

/* "Moscow, 14 May 1997 (RFE/RL) -- …" begins the prose itself. */
static void
read_agency_dateline(Head *head, guint end)
{
    if (end >= head->count || head->page->masthead.issued)
        return;
    gsize length;
    const char *s = head_text(head, end, &length);
    agency_dateline_read(&head->page->masthead, s, length);
}

void
text_find_masthead(TextPage *page, GArray *lines)
{
    g_autofree Head *head = g_new0(Head, 1);
    head->page = page;
    head->lines = (Line *)lines->data;
    for (guint i = 0; i < lines->len && head->count < HEAD_LINES; i++)
        if (!line_is_empty(&head->lines[i]))
            head->filled[head->count++] = i;
    for (guint k = 0; k < head->count && k < 20; k++) {
        gsize length;
        const char *s = head_text(head, k, &length);
        page->listing |= listing_is_title(s, length);
    }
    guint end = head_end(head, text_find_summary(page, lines));
    for (guint k = 0; k < end; k++)
        if (head->kind[k] == HEAD_META)
            is_meta(head, k, &page->masthead);
    int found = page->masthead.title ? named_title(head, page->masthead.title) : find_title(head, end);
    guint title = found >= 0 ? (guint)found : G_MAXUINT;
    g_autofree char *name = found >= 0 ? folded_line(head, title) : NULL;
    if (found >= 0 && title >= end)
        end = title + 1;
    for (guint k = 0; k < end && k < title; k++) {
        gsize length;
        const char *s = head_text(head, k, &length);
        if (found >= 0 && head->kind[k] == HEAD_OTHER && !page->masthead.publication &&
            is_publication_above(head, k, end)) {
            masthead_set(&page->masthead.publication, g_strndup(s, length));
            head->kind[k] = HEAD_META;
        }
    }
    if (found >= 0)
        read_bare_names(head, title, end);
    guint last_meta = 0;
    for (guint k = 0; k < end; k++)
        if (head->kind[k] == HEAD_META || head->kind[k] == HEAD_FURNITURE ||
            (head->kind[k] == HEAD_WEAK && head->is_page))
            last_meta = k + 1;
    for (guint k = 0; k < end; k++) {
        g_autofree char *folded = folded_line(head, k);
        if (k == title)
            set_title(head, k);
        else if (name && (is_repeated(folded, name) || is_repeated(name, folded)) && head->kind[k] == HEAD_OTHER)
            set_line(head, k, ROLE_BOILERPLATE, LINE_OWN);
        else if (head->kind[k] == HEAD_META)
            set_line(head, k, ROLE_MASTHEAD, LINE_OWN);
        else if (head->kind[k] == HEAD_CAPTION)
            set_line(head, k, k < last_meta ? ROLE_MASTHEAD : ROLE_BODY, LINE_CAPTION);
        else if (head->kind[k] == HEAD_FURNITURE || (head->kind[k] == HEAD_WEAK && head->is_page))
            set_line(head, k, ROLE_BOILERPLATE, LINE_OWN);
        else if (k < last_meta || (found >= 0 && k < title))
            set_line(head, k,
                     found >= 0 && k < title && head->is_page && !is_prose(head, k) ? ROLE_BOILERPLATE : ROLE_MASTHEAD,
                     LINE_OWN);
    }
    /* a title that is repeated right before the text, where the head's end could not reach */
    for (guint k = end; name && k < head->count && k < end + 2; k++) {
        g_autofree char *folded = folded_line(head, k);
        if (strcmp(folded, name) == 0)
            set_line(head, k, ROLE_BOILERPLATE, LINE_OWN);
    }
    read_agency_dateline(head, end);
    if (page->listing)
        listing_mark_titles(page, lines);
}
