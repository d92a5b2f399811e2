/* The entries are found once, from the end of the document back to their heading. */
#include "cite/bibliography.h"

#include "cite/names.h"

#include <string.h>

enum {
    MOST_BLOCKS = 4096, /* of a document's last ones */
    HEADING = 40,       /* bytes of a heading, at most */
    HEAD = 400,         /* of an entry: its year stands in them */
};

struct Bibliography {
    GHashTable *entries; /* "tarvik 2019" → Range */
    GString *key;        /* scratch */
};

static gboolean
is_heading(const char *text, Range range)
{
    static const char *const HEADINGS[] = {"references", "bibliography", "works cited", "literature", "literature cited",
                                           "reference list"};
    while (range.end > range.start && (text[range.end - 1] == ':' || text[range.end - 1] == ' '))
        range.end--;
    for (guint i = 0; i < G_N_ELEMENTS(HEADINGS); i++)
        if (range_length(range) == strlen(HEADINGS[i]) &&
            g_ascii_strncasecmp(text + range.start, HEADINGS[i], range_length(range)) == 0)
            return TRUE;
    return FALSE;
}

/* The key of the first word of a list of authors; empty where it begins with none. */
static void
author_key(GString *key, const char *text, gsize length)
{
    gsize end = 0;
    while (end < length && !strchr(" ,.;:(&\n\t", text[end]))
        end++;
    name_key(key, text, end);
}

/* The first year in text[start, end): four digits from 15.. to 20.., one letter perhaps; its length, 0 for none. */
static gsize
find_year(const char *text, gsize start, gsize end, gsize *at)
{
    for (gsize i = start; i + 4 <= end; i++) {
        if (!g_ascii_isdigit(text[i]))
            continue;
        gsize n = 1;
        while (i + n < end && g_ascii_isdigit(text[i + n]))
            n++;
        gboolean letter = n == 4 && i + 4 < end && g_ascii_islower(text[i + 4]);
        gboolean whole = i + 4 + letter >= end || !g_ascii_isalnum(text[i + 4 + letter]);
        if (n == 4 && whole && (text[i] == '1' || text[i] == '2') && (i == start || !g_ascii_isalnum(text[i - 1]))) {
            *at = i;
            return 4 + letter;
        }
        i += n - 1;
    }
    return 0;
}

static void
add_entry(Bibliography *b, const char *text, const Block *block)
{
    gsize start = block->range.start + block->label, end = MIN(block->range.end, start + HEAD), year;
    gsize length = find_year(text, start, end, &year);
    if (!length || year == start)
        return;
    author_key(b->key, text + start, year - start);
    if (!b->key->len)
        return;
    g_string_append_c(b->key, ' ');
    g_string_append_len(b->key, text + year, (gssize)length);
    if (g_hash_table_contains(b->entries, b->key->str))
        return;
    g_hash_table_insert(b->entries, g_strdup(b->key->str),
                        g_memdup2(&(Range){block->range.start, block->range.end}, sizeof(Range)));
}

Bibliography *
bibliography_new(const Document *document)
{
    Bibliography *b = g_new0(Bibliography, 1);
    b->entries = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    b->key = g_string_new(NULL);
    const char *text = document_text(document, NULL);
    guint count = document_block_count(document), stop = count > MOST_BLOCKS ? count - MOST_BLOCKS : 0, heading = count;
    for (guint i = count; i > stop && heading == count; i--) {
        const Block *block = document_block(document, i - 1);
        if (range_length(block->range) <= HEADING && is_heading(text, block->range))
            heading = i - 1;
    }
    for (guint i = heading + 1; i < count; i++) {
        const Block *block = document_block(document, i);
        if (block->role == ROLE_BOILERPLATE || block->kind == BLOCK_HEADING)
            break;
        add_entry(b, text, block);
    }
    return b;
}

void
bibliography_free(Bibliography *b)
{
    if (!b)
        return;
    g_hash_table_unref(b->entries);
    g_string_free(b->key, TRUE);
    g_free(b);
}

Range
bibliography_find(const Bibliography *b, const char *authors, gsize length, const char *year)
{
    if (g_hash_table_size(b->entries) == 0)
        return RANGE_NONE;
    author_key(b->key, authors, length);
    g_string_append_printf(b->key, " %s", year);
    const Range *range = g_hash_table_lookup(b->entries, b->key->str);
    return range ? *range : RANGE_NONE;
}
