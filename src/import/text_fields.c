/* The labelled fields of a masthead: "Publication: Eurasia Daily Monitor Volume: 11 Issue: 56", "Category: …",
 * "Subject: …", "Retrieved from …", "Vol. 21, No. 54". */
#include "import/text_private.h"

#include <string.h>

typedef enum {
    FIELD_PUBLICATION,
    FIELD_VOLUME,
    FIELD_ISSUE,
    FIELD_DATE,
    FIELD_BY,
    FIELD_FROM,
    FIELD_KEYWORDS,
    FIELD_TITLE,
    FIELD_URL,
    FIELD_SOURCE,
    FIELD_OTHER
} FieldKind;

static const struct {
    const char *key;
    FieldKind kind;
    gboolean inner; /* may follow another field in the same line */
} keys[] = {
    {"Publication", FIELD_PUBLICATION, TRUE},
    {"Journal", FIELD_PUBLICATION, FALSE},
    {"Volume", FIELD_VOLUME, TRUE},
    {"Vol", FIELD_VOLUME, TRUE},
    {"Issue", FIELD_ISSUE, TRUE},
    {"No", FIELD_ISSUE, TRUE},
    {"Date", FIELD_DATE, TRUE},
    {"Published", FIELD_DATE, TRUE},
    {"Published on", FIELD_DATE, FALSE},
    {"Publication date", FIELD_DATE, FALSE},
    {"Publication Date", FIELD_DATE, FALSE},
    {"Date published", FIELD_DATE, FALSE},
    {"Posted", FIELD_DATE, FALSE},
    {"Posted on", FIELD_DATE, FALSE},
    {"By", FIELD_BY, TRUE},
    {"Author", FIELD_BY, TRUE},
    {"Authors", FIELD_BY, TRUE},
    {"Written by", FIELD_BY, FALSE},
    {"From", FIELD_FROM, FALSE},
    {"Category", FIELD_KEYWORDS, TRUE},
    {"Categories", FIELD_KEYWORDS, TRUE},
    {"Tags", FIELD_KEYWORDS, TRUE},
    {"Topics", FIELD_KEYWORDS, TRUE},
    {"Topic", FIELD_KEYWORDS, TRUE},
    {"Keywords", FIELD_KEYWORDS, FALSE},
    {"Key words", FIELD_KEYWORDS, FALSE},
    {"Region", FIELD_KEYWORDS, TRUE},
    {"Regions", FIELD_KEYWORDS, TRUE},
    {"Country", FIELD_KEYWORDS, TRUE},
    {"Filed under", FIELD_KEYWORDS, FALSE},
    {"Title", FIELD_TITLE, FALSE},
    {"Headline", FIELD_TITLE, FALSE},
    {"Subject", FIELD_TITLE, FALSE},
    {"URL", FIELD_URL, FALSE},
    {"Url", FIELD_URL, FALSE},
    {"Link", FIELD_URL, FALSE},
    {"Permalink", FIELD_URL, FALSE},
    {"Source", FIELD_SOURCE, FALSE},
    {"Age", FIELD_OTHER, TRUE},
    {"Updated", FIELD_OTHER, FALSE},
    {"Last updated", FIELD_OTHER, FALSE},
    {"Last modified", FIELD_OTHER, FALSE},
    {"To", FIELD_OTHER, FALSE},
    {"Cc", FIELD_OTHER, FALSE},
    {"Reply-To", FIELD_OTHER, FALSE},
    {"Message-ID", FIELD_OTHER, FALSE},
    {"Message-Id", FIELD_OTHER, FALSE},
    {"Sent", FIELD_OTHER, FALSE},
    {"Program", FIELD_OTHER, TRUE},
    {"Reading time", FIELD_OTHER, FALSE},
    {"Word count", FIELD_OTHER, FALSE},
};

#define LONGEST_VALUE 400

void
masthead_clear(Masthead *masthead)
{
    g_free(masthead->title);
    g_free(masthead->issued);
    g_free(masthead->publication);
    g_free(masthead->volume);
    g_free(masthead->issue);
    g_free(masthead->url);
    g_clear_pointer(&masthead->byline, g_ptr_array_unref);
    g_clear_pointer(&masthead->keywords, g_ptr_array_unref);
    *masthead = (Masthead){0};
}

void
masthead_set(char **slot, char *value)
{
    if (*slot || !value || !*value)
        g_free(value);
    else
        *slot = value;
}

static void
add_once(GPtrArray **list, const char *text)
{
    if (!*list)
        *list = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < (*list)->len; i++)
        if (strcmp(g_ptr_array_index(*list, i), text) == 0)
            return;
    g_ptr_array_add(*list, g_strdup(text));
}

void
masthead_add_names(Masthead *masthead, char **names)
{
    for (char **name = names; name && *name; name++)
        add_once(&masthead->byline, *name);
    g_strfreev(names);
}

void
masthead_add_keyword(Masthead *masthead, const char *keyword)
{
    if (*keyword)
        add_once(&masthead->keywords, keyword);
}

/* The field whose name and colon stand at s: its index, *skip with the colon; -1 if none. The longest name wins. */
static int
key_at(const char *s, gsize length, gsize *skip)
{
    int best = -1;
    gsize best_size = 0;
    for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) {
        gsize n = strlen(keys[i].key), at = n;
        if (length <= n || n < best_size || memcmp(s, keys[i].key, n) != 0)
            continue;
        if (s[at] == '.' && keys[i].kind != FIELD_TITLE)
            at++;
        while (at < length && s[at] == ' ')
            at++;
        if (at < length && s[at] == ':') {
            best = (int)i;
            best_size = n;
            *skip = at + 1;
        }
    }
    return best;
}

static gboolean
is_url(const char *s, gsize length)
{
    return (length > 8 && (memcmp(s, "http://", 7) == 0 || memcmp(s, "https://", 8) == 0)) &&
           words_count(s, length, 2) == 1;
}

/* "Jane Doe <jane@example.org>", "jane@example.org (Jane Doe)", "Jane Doe". */
static void
read_sender(Masthead *masthead, const char *value)
{
    g_autofree char *name = g_strdup(value);
    char *open = strchr(name, '<');
    if (open) {
        *open = '\0';
    } else if ((open = strchr(name, '(')) && strchr(open, ')')) {
        *strchr(open, ')') = '\0';
        memmove(name, open + 1, strlen(open + 1) + 1);
    }
    g_strdelimit(name, "\"", ' ');
    g_strstrip(name);
    masthead_add_names(masthead, byline_names(name, strlen(name)));
}

static void
read_keywords(Masthead *masthead, const char *value)
{
    g_auto(GStrv) parts = g_strsplit_set(value, ",;|", -1);
    for (char **part = parts; *part; part++) {
        g_strstrip(*part);
        if (strcmp(*part, "Home Page") != 0 && strcmp(*part, "...") != 0 && strcmp(*part, "…") != 0)
            masthead_add_keyword(masthead, *part);
    }
}

static void
read_value(Masthead *masthead, FieldKind kind, const char *s, gsize length)
{
    gsize start = 0, end = length;
    line_trim(s, &start, &end, NULL);
    while (end > start && strchr(",;|", s[end - 1])) {
        end--;
        line_trim(s, &start, &end, NULL);
    }
    g_autofree char *value = g_strndup(s + start, end - start);
    Range where;
    char iso[11];
    switch (kind) {
    case FIELD_PUBLICATION:
        masthead_set(&masthead->publication, g_steal_pointer(&value));
        break;
    case FIELD_VOLUME:
    case FIELD_ISSUE: /* "117", "7-8", "Winter 1993"; what stands behind it is a caption */
        if (g_ascii_isdigit(*value) || strlen(value) > 30)
            value[strcspn(value, " ,;(")] = '\0';
        masthead_set(kind == FIELD_VOLUME ? &masthead->volume : &masthead->issue, g_steal_pointer(&value));
        break;
    case FIELD_DATE:
        if (date_find(value, strlen(value), &where, iso))
            masthead_set(&masthead->issued, g_strdup(iso));
        break;
    case FIELD_BY: {
        g_autofree char *line = g_strconcat("By: ", value, NULL);
        masthead->by_empty |= !*value;
        masthead_add_names(masthead, byline_parse(line, strlen(line)));
        break;
    }
    case FIELD_FROM:
        read_sender(masthead, value);
        break;
    case FIELD_KEYWORDS:
        read_keywords(masthead, value);
        break;
    case FIELD_TITLE: {
        const char *title = value;
        while (g_ascii_strncasecmp(title, "re: ", 4) == 0 || g_ascii_strncasecmp(title, "fw: ", 4) == 0 ||
               g_ascii_strncasecmp(title, "fwd: ", 5) == 0)
            title = strchr(title, ' ') + 1;
        masthead_set(&masthead->title, g_strdup(title));
        break;
    }
    case FIELD_URL:
    case FIELD_SOURCE:
        if (is_url(value, strlen(value)))
            masthead_set(&masthead->url, g_steal_pointer(&value));
        else if (kind == FIELD_SOURCE)
            masthead_set(&masthead->publication, g_steal_pointer(&value));
        break;
    case FIELD_OTHER:
        break;
    }
}

/* "Retrieved from https://…", a line that is nothing but an address. */
static gboolean
read_address(Masthead *masthead, const char *s, gsize length)
{
    static const char *const openings[] = {"Retrieved from", "Saved from",      "Archived from",
                                           "Available at",   "Downloaded from", ""};
    for (gsize i = 0; i < G_N_ELEMENTS(openings); i++) {
        gsize n = strlen(openings[i]), end = length;
        if (length < n || g_ascii_strncasecmp(s, openings[i], n) != 0)
            continue;
        while (n < length && (s[n] == ':' || s[n] == ' ' || s[n] == '<'))
            n++;
        while (end > n && strchr(">\". ", s[end - 1]))
            end--;
        if (is_url(s + n, end - n)) {
            masthead_set(&masthead->url, g_strndup(s + n, end - n));
            return TRUE;
        }
    }
    return FALSE;
}

static gsize
word_then_number(const char *s, gsize length, const char *const *words, char **number)
{
    for (; *words; words++) {
        gsize at = strlen(*words);
        if (length <= at || g_ascii_strncasecmp(s, *words, at) != 0)
            continue;
        while (at < length && (s[at] == '.' || s[at] == ' ' || s[at] == ':' || s[at] == '#'))
            at++;
        gsize from = at;
        while (at < length && g_ascii_isdigit(s[at]))
            at++;
        if (at > from && at - from < 6 && !(at < length && g_ascii_isalnum(s[at]))) {
            *number = g_strndup(s + from, at - from);
            return at;
        }
    }
    return 0;
}

/* "Eurasia Daily Monitor Volume 21, Issue 54", "Vol. 21, No. 54 (May 5, 2024)". */
static gboolean
read_numbers(Masthead *masthead, const char *s, gsize length)
{
    static const char *const volumes[] = {"Volume", "Vol", NULL}, *const issues[] = {"Issue", "Iss", "No", "Number",
                                                                                     NULL};
    if (length > 160)
        return FALSE;
    for (gsize at = 0; at < length; at++) {
        if ((s[at] | 0x20) != 'v' || (at > 0 && g_ascii_isalnum(s[at - 1])))
            continue;
        g_autofree char *volume = NULL, *issue = NULL;
        gsize behind = word_then_number(s + at, length - at, volumes, &volume);
        if (!behind)
            continue;
        behind += at;
        while (behind < length && strchr(" ,;/|-", s[behind]))
            behind++;
        gsize more = word_then_number(s + behind, length - behind, issues, &issue);
        if (!more)
            return FALSE;
        gsize start = 0, end = at;
        while (end > 0 && strchr(" ,;:|-", s[end - 1]))
            end--;
        if (end > 60 || (end > 0 && !words_are_titled(s, end)))
            return FALSE;
        behind += more;
        if (length - behind > 40)
            return FALSE;
        Range where;
        char iso[11];
        if (date_find(s + behind, length - behind, &where, iso))
            masthead_set(&masthead->issued, g_strdup(iso));
        masthead_set(&masthead->publication, g_strndup(s + start, end));
        masthead_set(&masthead->volume, g_steal_pointer(&volume));
        masthead_set(&masthead->issue, g_steal_pointer(&issue));
        return TRUE;
    }
    return FALSE;
}

gboolean
fields_read(Masthead *masthead, const char *s, gsize length)
{
    if (length == 0 || length > LONGEST_VALUE)
        return FALSE;
    gsize skip = 0;
    int key = key_at(s, length, &skip);
    if (key < 0)
        return read_address(masthead, s, length) || read_numbers(masthead, s, length);
    gsize at = skip;
    gboolean several = keys[key].inner;
    while (key >= 0) {
        /* the value goes to the next field of the line */
        gsize end = at, next_skip = 0;
        int next = -1;
        for (; end < length; end++) {
            if (!several || (end > 0 && g_ascii_isalnum(s[end - 1])))
                continue;
            int found = key_at(s + end, length - end, &next_skip);
            if (found >= 0 && keys[found].inner) {
                next = found;
                break;
            }
        }
        read_value(masthead, keys[key].kind, s + at, end - at);
        key = next;
        at = end + next_skip;
    }
    return TRUE;
}
