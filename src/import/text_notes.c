/* Notes and their marks.
 *
 * A section of notes begins below a heading ("Note:", "Endnotes", "References") with an entry that bears a label, or,
 * at the end of the text, without a heading where labels in brackets run on. It goes as far as entries follow; what
 * stands between two entries belongs to the first. Marks "[1]" are always marks; others ("¹", "(1)" behind a full
 * stop, a bare digit behind one) only where a note has that label. */
#define _GNU_SOURCE /* memmem */
#include "import/text_private.h"

#include <stdlib.h>
#include <string.h>

#define AHEAD 12 /* lines that may lie between two entries */

static const char *const headings[] = {"note",
                                       "notes",
                                       "endnote",
                                       "endnotes",
                                       "end notes",
                                       "footnote",
                                       "footnotes",
                                       "references",
                                       "sources",
                                       "notes and references",
                                       "notes and sources",
                                       "bibliography",
                                       "works cited",
                                       "source notes",
                                       "примечания",
                                       "примечание",
                                       "сноски",
                                       "источники",
                                       "qeydlər",
                                       "notlar",
                                       "anmerkungen",
                                       "fußnoten",
                                       "fussnoten",
                                       "notas",
                                       "note e fonti",
                                       "注释",
                                       "注",
                                       "参考文献",
                                       "脚注",
                                       "注釈",
                                       "ملاحظات",
                                       "الهوامش",
                                       "هوامش",
                                       "المراجع"};

static const char superscript_digits[10][4] = {"\342\201\260", "\302\271",     "\302\262",     "\302\263",
                                               "\342\201\264", "\342\201\265", "\342\201\266", "\342\201\267",
                                               "\342\201\270", "\342\201\271"};

/* The superscript digit at s: its bytes, 0 if none. */
static gsize
superscript_at(const char *s, gsize length, guint *digit)
{
    for (guint d = 0; d < 10; d++) {
        gsize n = strlen(superscript_digits[d]);
        if (length >= n && memcmp(s, superscript_digits[d], n) == 0) {
            *digit = d;
            return n;
        }
    }
    return 0;
}

static gsize
superscripts(const char *s, gsize length, guint *number)
{
    gsize at = 0, n;
    guint digit;
    *number = 0;
    while (at < 12 && (n = superscript_at(s + at, length - at, &digit)) > 0) {
        *number = *number * 10 + digit;
        at += n;
    }
    return at;
}

static gboolean
is_label_text(const char *s, gsize length)
{
    if (length == 0 || length > 4)
        return FALSE;
    gboolean digits = TRUE, roman = TRUE;
    for (gsize i = 0; i < length; i++) {
        digits &= g_ascii_isdigit(s[i]);
        roman &= s[i] == 'i' || s[i] == 'v' || s[i] == 'x';
    }
    return (digits && length <= 3) || roman || (length == 1 && (g_ascii_isalpha(s[0]) || s[0] == '*'));
}

gsize
note_label(const char *s, gsize length, gboolean bare, char **label)
{
    gsize from = 0, to = 0, end = 0;
    guint number;
    if (length < 2)
        return 0;
    if (s[0] == '[' || (s[0] == '(' && length > 2)) {
        char close = s[0] == '[' ? ']' : ')';
        from = 1 + (s[1] == '^');
        for (to = from; to < length && to < from + 5 && s[to] != close; to++)
            ;
        if (to >= length || s[to] != close || !is_label_text(s + from, to - from) ||
            (close == ')' && !g_ascii_isdigit(s[from])))
            return 0;
        end = to + 1;
        if (end < length && (s[end] == ':' || s[end] == '.'))
            end++;
        else if (end < length && s[end] != ' ' && s[end] != '\t' && (guchar)s[end] != 0xc2 && close == ')')
            return 0;
    } else if (g_ascii_isdigit(s[0])) {
        while (to < length && g_ascii_isdigit(s[to]))
            to++;
        end = to;
        if (to > 3 || to >= length)
            return 0;
        if (s[to] == '.' || s[to] == ')' || s[to] == ':')
            end++;
        else if (!bare)
            return 0;
        if (end < length && s[end] != ' ' && s[end] != '\t' && (guchar)s[end] != 0xc2)
            return 0;
    } else if ((end = superscripts(s, length, &number)) > 0) {
        if (label)
            *label = g_strdup_printf("%u", number);
        from = to = 0;
    } else {
        return 0;
    }
    gsize behind = end, stop = length;
    line_trim(s, &behind, &stop, NULL);
    if (label && to > from)
        *label = g_strndup(s + from, to - from);
    return behind;
}

/* Signs that may stand around a heading. */
static gboolean
is_trimming(char c)
{
    return c == '*' || c == '_' || c == '.' || c == ':' || c == '#' || c == ' ';
}

static gboolean
is_notes_heading(const char *s, gsize length)
{
    if (length < 3 || length > 60)
        return FALSE;
    while (length > 0 && is_trimming(*s)) {
        s++;
        length--;
    }
    while (length > 0 && is_trimming(s[length - 1]))
        length--;
    if (length >= 3 && memcmp(s + length - 3, "：", 3) == 0)
        length -= 3;
    if (length < 3)
        return FALSE;
    if ((guchar)s[0] < 0x80) { /* without folding: every line is asked */
        char first = (char)(s[0] | 0x20), second = (char)(s[1] | 0x20);
        if (!strchr("nefrsbwqa", first))
            return FALSE;
        for (gsize i = 0; i < G_N_ELEMENTS(headings); i++)
            if (headings[i][0] == first && headings[i][1] == second && strlen(headings[i]) == length &&
                g_ascii_strncasecmp(s, headings[i], length) == 0)
                return TRUE;
        return FALSE;
    }
    g_autofree char *folded = words_fold(s, length);
    for (gsize i = 0; i < G_N_ELEMENTS(headings); i++)
        if (strcmp(folded, headings[i]) == 0)
            return TRUE;
    return FALSE;
}

static guint
next_filled(const GArray *array, guint i)
{
    while (i < array->len && line_is_empty(&g_array_index(array, Line, i)))
        i++;
    return i;
}

/* What a walk through one section knows. */
typedef struct {
    TextPage *page;
    GArray *array;
    gboolean bare;   /* "1 Text" is an entry here */
    gboolean number; /* the labels are numbers */
    guint last;      /* the last of them */
    guint16 indent;  /* of the entries */
    char sign;       /* '[', '(', '.', … : entries of one section look alike */
} Walk;

static Line *
walk_line(const Walk *walk, guint i)
{
    return &g_array_index(walk->array, Line, i);
}

static char
label_sign(const char *s)
{
    return s[0] == '[' || s[0] == '(' ? s[0] : g_ascii_isdigit(s[0]) ? '1' : '^';
}

/* TRUE when line i begins the next entry; *number its number. */
static gboolean
is_entry(const Walk *walk, guint i, guint *number)
{
    const Line *line = walk_line(walk, i);
    const char *s = walk->page->text + line->start;
    g_autofree char *label = NULL;
    if (line->role != ROLE_BODY || !note_label(s, line_length(line), walk->bare, &label))
        return FALSE;
    *number = g_ascii_isdigit(label[0]) ? (guint)strtoul(label, NULL, 10) : 0;
    if (walk->sign == 0)
        return TRUE;
    if (label_sign(s) != walk->sign)
        return FALSE;
    return !walk->number || *number == 0 || (*number > walk->last && *number <= walk->last + 20);
}

/* TRUE when an entry follows before a heading or furniture does. */
static gboolean
entry_ahead(const Walk *walk, guint i)
{
    guint number;
    for (guint seen = 0; i < walk->array->len && seen < AHEAD; i = next_filled(walk->array, i + 1), seen++) {
        const Line *line = walk_line(walk, i);
        if (line->role != ROLE_BODY || line->form != LINE_PROSE)
            return FALSE;
        if (is_entry(walk, i, &number))
            return number == walk->last + 1 || !walk->number;
        if (is_notes_heading(walk->page->text + line->start, line_length(line)) ||
            words_are_capitals(walk->page->text + line->start, line_length(line)))
            return FALSE;
    }
    return FALSE;
}

static void
take_entry(Walk *walk, guint i, guint number)
{
    Line *line = walk_line(walk, i);
    char *label = NULL;
    note_label(walk->page->text + line->start, line_length(line), walk->bare, &label);
    if (walk->sign == 0) {
        walk->sign = label_sign(walk->page->text + line->start);
        walk->number = number > 0;
        walk->indent = line->indent;
    }
    walk->page->word_notes |= walk->sign != '[' || !walk->number;
    walk->last = number;
    line->role = ROLE_NOTE;
    line->form = LINE_ENTRY;
    g_hash_table_add(walk->page->labels, label);
}

/* Marks the section whose first entry is line i; the line behind it. */
static guint
walk_entries(Walk *walk, guint i)
{
    TextPage *page = walk->page;
    guint entry = i;
    gboolean gap = FALSE;
    while (i < walk->array->len) {
        Line *line = walk_line(walk, i);
        guint number;
        if (line_is_empty(line)) {
            gap = TRUE;
            i++;
            continue;
        }
        if (line->role != ROLE_BODY || line->form != LINE_PROSE)
            break;
        const char *s = page->text + line->start;
        if (is_entry(walk, i, &number)) {
            take_entry(walk, i, number);
            entry = i;
        } else {
            const Line *above = walk_line(walk, entry);
            gsize label = note_label(page->text + above->start, line_length(above), walk->bare, NULL);
            gboolean label_only = label >= line_length(above) && next_filled(walk->array, entry + 1) == i;
            gboolean wrapped_on =
                !gap && (page->shape.wrapped || line->indent > walk->indent || words_begin_lower(s, line_length(line)));
            if (!label_only && !wrapped_on &&
                !(line->indent >= walk->indent + 2 && line->indent > page->shape.indent + 1) && !entry_ahead(walk, i))
                break;
            line->role = ROLE_NOTE;
            line->form = gap && !label_only ? LINE_MORE : LINE_PROSE;
        }
        gap = FALSE;
        i++;
    }
    return i;
}

/* A list of sources without labels goes to the end of the text, or to a heading. */
static guint
walk_unlabelled(TextPage *page, GArray *array, guint i)
{
    guint first = i;
    for (; i < array->len; i++) {
        Line *line = &g_array_index(array, Line, i);
        const char *s = page->text + line->start;
        if (line_is_empty(line))
            continue;
        if (line->role != ROLE_BODY || line->form != LINE_PROSE ||
            (words_are_capitals(s, line_length(line)) && line_length(line) < 80))
            break;
        line->role = ROLE_NOTE;
        if (i == first || line_is_empty(line - 1) || !page->shape.wrapped)
            line->form = LINE_OWN;
    }
    return i;
}

/* The line behind which less than half of the text's body lies: a list of sources stands at an end. */
static guint
middle_line(const GArray *array)
{
    gsize total = 0, before = 0;
    for (guint k = 0; k < array->len; k++)
        if (g_array_index(array, Line, k).role == ROLE_BODY)
            total += line_length(&g_array_index(array, Line, k));
    for (guint k = 0; k < array->len; k++) {
        if (g_array_index(array, Line, k).role == ROLE_BODY)
            before += line_length(&g_array_index(array, Line, k));
        if (before * 2 > total)
            return k;
    }
    return array->len;
}

/* TRUE when a mark of this entry stands in the lines before `first`: "[1]", "¹", or "(1)" behind a full stop. */
static gboolean
mark_stands_before(const TextPage *page, const GArray *array, guint first, guint entry)
{
    const Line *line = &g_array_index(array, Line, entry);
    g_autofree char *label = NULL;
    note_label(page->text + line->start, line_length(line), FALSE, &label);
    if (!label)
        return FALSE;
    const char *text = page->text + g_array_index(array, Line, 0).start,
               *end = page->text + g_array_index(array, Line, first).start;
    g_autofree char *round = g_strdup_printf("(%s)", label), *square = g_strdup_printf("[%s]", label);
    g_autoptr(GString) raised = g_string_new(NULL);
    for (const char *p = label; *p; p++)
        if (g_ascii_isdigit(*p))
            g_string_append(raised, superscript_digits[*p - '0']);
    if (memmem(text, (gsize)(end - text), square, strlen(square)) || (raised->len && memmem(text, (gsize)(end - text), raised->str, raised->len)))
        return TRUE;
    for (const char *p = text; (p = memmem(p, (gsize)(end - p), round, strlen(round))) != NULL; p++) {
        const char *before = p;
        while (before > text && before[-1] == ' ')
            before--;
        if (before > text && strchr(".!?\"\235)", before[-1])) /* \235: the last byte of a curly quote */
            return TRUE;
    }
    return FALSE;
}

/* Notes at the end without a heading. */
static void
find_trailing_notes(TextPage *page, GArray *array)
{
    guint end = array->len, first = array->len;
    while (end > 0 && (line_is_empty(&g_array_index(array, Line, end - 1)) ||
                       g_array_index(array, Line, end - 1).role == ROLE_BOILERPLATE))
        end--;
    /* the first entry of the last run: from the end upwards to "[1]" */
    for (guint i = end, seen = 0; i > 0 && seen < 400; i--) {
        const Line *line = &g_array_index(array, Line, i - 1);
        if (line_is_empty(line))
            continue;
        seen++;
        if (line->role != ROLE_BODY || line->form != LINE_PROSE)
            break;
        g_autofree char *label = NULL;
        const char *s = page->text + line->start;
        if (!note_label(s, line_length(line), FALSE, &label) || (s[0] == '(' && line_length(line) < 6))
            continue;
        first = i - 1;
        if (strcmp(label, "1") == 0)
            break;
    }
    if (first >= end || first == 0)
        return;
    /* from a first entry nothing but entries may follow */
    Walk walk = {.page = page, .array = array}, probe = walk;
    guint number = 0;
    if (!is_entry(&probe, first, &number))
        return;
    probe.sign = label_sign(page->text + walk_line(&walk, first)->start);
    probe.number = number > 0;
    probe.last = number;
    guint entries = 1;
    gboolean marked = mark_stands_before(page, array, first, first);
    for (guint i = next_filled(array, first + 1); i < end; i = next_filled(array, i + 1)) {
        if (is_entry(&probe, i, &number)) {
            probe.last = number;
            marked = marked || (entries < 60 && mark_stands_before(page, array, first, i));
            entries++;
        } else if (line_is_empty(walk_line(&walk, i - 1)) && !entry_ahead(&probe, i)) {
            return;
        }
    }
    if (marked && (entries >= 2 || probe.sign == '['))
        walk_entries(&walk, first);
}

void
text_find_notes(TextPage *page, GArray *array, gboolean last)
{
    guint i = 0, middle = last ? middle_line(array) : array->len;
    while (i < array->len) {
        Line *line = &g_array_index(array, Line, i);
        const char *s = page->text + line->start;
        gsize length = line_length(line), skip = 0;
        if (length == 0 || length > 200 || line->role != ROLE_BODY || line->form != LINE_PROSE) {
            i++;
            continue;
        }
        gboolean heading = is_notes_heading(s, length);
        guint first = i;
        if (heading) {
            first = next_filled(array, i + 1);
            if (first < array->len && looks_ruled(page->text + g_array_index(array, Line, first).start,
                                                  line_length(&g_array_index(array, Line, first))))
                first = next_filled(array, first + 1);
        } else if (!(length > 8 && g_ascii_strncasecmp(s, "note", 4) == 0 &&
                     (skip = note_label(s + 6, length - 6, FALSE, NULL)) > 0 && s[4] == ':')) {
            i++;
            continue;
        }
        if (first >= array->len)
            break;
        Walk walk = {.page = page, .array = array, .bare = TRUE};
        guint number = 0;
        if (heading && is_entry(&walk, first, &number)) {
            line->role = ROLE_NOTE;
            line->form = LINE_HEADING;
            i = walk_entries(&walk, first);
        } else if (heading && last &&
                   (g_ascii_tolower(s[0]) != 'n' || words_count(s, length, 2) > 1 || s[length - 1] == 's') &&
                   first > middle) {
            line->role = ROLE_NOTE;
            line->form = LINE_HEADING;
            i = walk_unlabelled(page, array, first);
        } else if (heading && last && first > middle && s[length - 1] == ':') {
            /* "Note:" with one unlabelled paragraph below */
            line->role = ROLE_NOTE;
            line->form = LINE_HEADING;
            walk_line(&walk, first)->role = ROLE_NOTE;
            walk_line(&walk, first)->form = LINE_MORE;
            i = first + 1;
            while (i < array->len && !line_is_empty(walk_line(&walk, i)) && page->shape.wrapped &&
                   walk_line(&walk, i)->role == ROLE_BODY)
                walk_line(&walk, i++)->role = ROLE_NOTE;
        } else {
            i++;
        }
    }
    if (last)
        find_trailing_notes(page, array);
}
