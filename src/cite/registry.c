/* Items become cites; cites find or make their reference; references find or make their source. Names are compared by
 * their keys, so spellings of one source fall together. */
#include "cite/registry.h"

#include "cite/address.h"
#include "cite/names.h"
#include "cite/tokens.h"

#include <string.h>

static void
free_reference(gpointer data)
{
    Reference *reference = data;
    g_array_unref(reference->cites);
    g_free(reference);
}

static void
free_source(gpointer data)
{
    CitedSource *source = data;
    g_array_unref(source->references);
    g_free(source);
}

Registry *
registry_new(Document *document, const Sources *known)
{
    Registry *r = g_new0(Registry, 1);
    r->document = document;
    r->known = known;
    r->citations = g_array_new(FALSE, FALSE, sizeof(Citation));
    r->cites = g_array_new(FALSE, FALSE, sizeof(Cite));
    r->references = g_ptr_array_new_with_free_func(free_reference);
    r->sources = g_ptr_array_new_with_free_func(free_source);
    r->source_by_key = g_hash_table_new(g_str_hash, g_str_equal);
    r->reference_by_key = g_hash_table_new(g_str_hash, g_str_equal);
    r->cite_by_word = g_hash_table_new(g_str_hash, g_str_equal);
    r->citation_by_note = g_hash_table_new(g_str_hash, g_str_equal);
    r->strings = g_string_chunk_new(1024);
    r->key = g_string_new(NULL);
    r->layer = layer_new();
    r->cite_layer = layer_new();
    const char *publication = document_meta(document)->publication;
    if (publication) {
        name_key(r->key, publication, strlen(publication));
        r->publication = g_strdup(r->key->str);
    }
    return r;
}

void
registry_free(Registry *r)
{
    g_array_unref(r->citations);
    g_array_unref(r->cites);
    g_ptr_array_unref(r->references);
    g_ptr_array_unref(r->sources);
    g_hash_table_unref(r->source_by_key);
    g_hash_table_unref(r->reference_by_key);
    g_hash_table_unref(r->cite_by_word);
    g_hash_table_unref(r->citation_by_note);
    g_string_chunk_free(r->strings);
    g_string_free(r->key, TRUE);
    g_free(r->publication);
    layer_free(r->layer);
    layer_free(r->cite_layer);
    g_free(r);
}

static char *
keep(Registry *r, const char *text)
{
    return text ? g_string_chunk_insert_const(r->strings, text) : NULL;
}

/* Text of a range, white space runs as one space. */
static char *
keep_range(Registry *r, const char *text, Range range)
{
    GString *out = g_string_sized_new(range_length(range));
    for (gsize i = range.start; i < range.end; i++) {
        gboolean space = text[i] == ' ' || text[i] == '\n' || text[i] == '\t';
        if (!space)
            g_string_append_c(out, text[i]);
        else if (out->len && out->str[out->len - 1] != ' ')
            g_string_append_c(out, ' ');
    }
    char *kept = keep(r, out->str);
    g_string_free(out, TRUE);
    return kept;
}

/* What names the source of an address: its host, and for a service the account there. */
static Range
address_name(const char *text, Range address)
{
    Range host = address_host(text, address);
    if (!address_service(text, address))
        return host;
    gsize end = host.end;
    if (address.end - end > 3 && memcmp(text + end, "/s/", 3) == 0)
        end += 2;
    if (end < address.end && text[end] == '/')
        for (end++; end < address.end &&
                    (g_ascii_isalnum(text[end]) || text[end] == '_' || text[end] == '-' || text[end] == '@');)
            end++;
    return range_make(host.start, end);
}

static gboolean
is_series(const Registry *r, const Source *known, const char *key)
{
    if (!r->publication)
        return FALSE;
    if (!known)
        return strcmp(key, r->publication) == 0;
    g_autoptr(GString) own = g_string_new(NULL);
    name_key(own, known->name, strlen(known->name));
    if (strcmp(own->str, r->publication) == 0)
        return TRUE;
    if (!known->long_name)
        return FALSE;
    name_key(own, known->long_name, strlen(known->long_name));
    return strcmp(own->str, r->publication) == 0;
}

/* Index of the source that a printed name means. */
static guint
find_source(Registry *r, const char *name, gsize length)
{
    name_key(r->key, name, length);
    gpointer index;
    if (g_hash_table_lookup_extended(r->source_by_key, r->key->str, NULL, &index))
        return GPOINTER_TO_UINT(index);
    char *key = keep(r, r->key->str);
    const Source *known = sources_by_key(r->known, key);
    const char *canonical = NULL;
    if (known) {
        name_key(r->key, known->name, strlen(known->name));
        canonical = keep(r, r->key->str);
        if (g_hash_table_lookup_extended(r->source_by_key, canonical, NULL, &index)) {
            g_hash_table_insert(r->source_by_key, key, index);
            return GPOINTER_TO_UINT(index);
        }
    }
    CitedSource *source = g_new0(CitedSource, 1);
    g_autofree char *printed = g_strndup(name, length);
    source->known = known;
    source->name = keep(r, known ? known->name : g_str_has_prefix(printed, "the ") ? printed + 4 : printed);
    source->class = is_series(r, known, key) ? SOURCE_SERIES : known ? known->class : source_class_by_rule(printed);
    source->references = g_array_new(FALSE, FALSE, sizeof(guint));
    index = GUINT_TO_POINTER(r->sources->len);
    g_ptr_array_add(r->sources, source);
    g_hash_table_insert(r->source_by_key, key, index);
    if (canonical)
        g_hash_table_insert(r->source_by_key, (gpointer)canonical, index);
    return GPOINTER_TO_UINT(index);
}

static guint
find_reference(Registry *r, guint source, char *issued, char *url, const char *letter, Range entry)
{
    g_string_printf(r->key, "%u|%s|%s|%s", source, issued ? issued : "", url ? url : "", letter);
    gpointer index;
    if (g_hash_table_lookup_extended(r->reference_by_key, r->key->str, NULL, &index))
        return GPOINTER_TO_UINT(index);
    Reference *reference = g_new0(Reference, 1);
    reference->source = source;
    reference->issued = issued;
    reference->url = url;
    reference->entry = entry;
    reference->cites = g_array_new(FALSE, FALSE, sizeof(guint));
    guint at = r->references->len;
    g_ptr_array_add(r->references, reference);
    g_hash_table_insert(r->reference_by_key, keep(r, r->key->str), GUINT_TO_POINTER(at));
    CitedSource *cited = g_ptr_array_index(r->sources, source);
    g_array_append_val(cited->references, at);
    return at;
}

static void
add_cite(Registry *r, Cite cite)
{
    guint index = r->cites->len;
    g_array_append_val(r->cites, cite);
    Reference *reference = g_ptr_array_index(r->references, cite.reference);
    g_array_append_val(reference->cites, index);
    ((CitedSource *)g_ptr_array_index(r->sources, reference->source))->n_cites++;
    layer_add(r->cite_layer, cite.range, index);
}

/* The source of an item: by its name, by its address, or the one before for "ibid.". */
static guint
item_source(Registry *r, const char *text, const GrammarItem *item)
{
    if (item->ibid && r->cites->len) {
        const Cite *before = &g_array_index(r->cites, Cite, r->cites->len - 1);
        return ((Reference *)g_ptr_array_index(r->references, before->reference))->source;
    }
    if (range_is_none(item->source) || item->ibid || (item->again && !item->named))
        return find_source(r, CITED_SOURCE_UNNAMED, strlen(CITED_SOURCE_UNNAMED));
    gsize end;
    if (address_match(text, item->source.start, item->source.end, &end) != ADDRESS_NONE && end == item->source.end) {
        Range name = address_name(text, item->source);
        return find_source(r, text + name.start, range_length(name));
    }
    return find_source(r, text + item->source.start, range_length(item->source));
}

/* The words of a note that stand before its first source name the author: "John Smith, “Tides”, Harbour Quarterly,
 * 2019". A later "Smith, op. cit." is found by them. */
static void
learn_note(Registry *r, const char *text, guint citation)
{
    const Citation *note = &g_array_index(r->citations, Citation, citation);
    const char *label = document_note(r->document, (guint)note->note)->label;
    g_hash_table_insert(r->citation_by_note, keep(r, label), GUINT_TO_POINTER(citation + 1));
    const Cite *cite = &g_array_index(r->cites, Cite, note->first_cite);
    if (range_is_none(cite->source_range))
        return;
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(Token));
    tokenise(text, range_make(note->range.start, cite->source_range.start), tokens);
    for (guint i = 0; i < tokens->len; i++) {
        const Token *t = &g_array_index(tokens, Token, i);
        if (t->kind == TOKEN_QUOTE)
            break;
        if (t->kind != TOKEN_WORD || !(t->flags & TOKEN_CAPITAL) || t->lex)
            continue;
        name_key(r->key, text + t->range.start, range_length(t->range));
        g_hash_table_insert(r->cite_by_word, keep(r, r->key->str), GUINT_TO_POINTER(note->first_cite + 1));
    }
}

/* The last cite of a source, or -1. */
static int
last_cite_of(const Registry *r, guint source)
{
    const CitedSource *cited = g_ptr_array_index(r->sources, source);
    int last = -1;
    if (cited->references->len) {
        guint reference = g_array_index(cited->references, guint, cited->references->len - 1);
        const GArray *cites = ((Reference *)g_ptr_array_index(r->references, reference))->cites;
        last = (int)g_array_index(cites, guint, cites->len - 1);
    }
    return last;
}

/* The source of a name that has been cited, or -1. */
static int
cited_source(Registry *r, const char *text, Range name)
{
    name_key(r->key, text + name.start, range_length(name));
    gpointer index;
    if (g_hash_table_lookup_extended(r->source_by_key, r->key->str, NULL, &index))
        return (int)GPOINTER_TO_UINT(index);
    const Source *known = sources_by_key(r->known, r->key->str);
    if (!known)
        return -1;
    name_key(r->key, known->name, strlen(known->name));
    return g_hash_table_lookup_extended(r->source_by_key, r->key->str, NULL, &index) ? (int)GPOINTER_TO_UINT(index)
                                                                                     : -1;
}

/* The cite whose work a short form means, or -1: by the number of its note, by its name, by the author's. A form
 * without either means the cite before it. */
static int
find_again(Registry *r, const char *text, const GrammarItem *item)
{
    int source = item->named ? cited_source(r, text, item->source) : -1;
    if (!range_is_none(item->of_note)) {
        g_autofree char *label = g_strndup(text + item->of_note.start, range_length(item->of_note));
        guint found = GPOINTER_TO_UINT(g_hash_table_lookup(r->citation_by_note, label));
        if (found) {
            const Citation *note = &g_array_index(r->citations, Citation, found - 1);
            for (guint i = note->first_cite; source >= 0 && i < note->first_cite + note->n_cites; i++) {
                const Cite *cite = &g_array_index(r->cites, Cite, i);
                if (((Reference *)g_ptr_array_index(r->references, cite->reference))->source == (guint)source)
                    return (int)i;
            }
            return (int)note->first_cite;
        }
    }
    if (source >= 0)
        return last_cite_of(r, (guint)source);
    if (!item->named)
        return range_is_none(item->of_note) ? (int)r->cites->len - 1 : -1;
    gsize start = item->source.end; /* the last word of "J. Smith" */
    while (start > item->source.start && text[start - 1] != ' ')
        start--;
    name_key(r->key, text + start, item->source.end - start);
    return (int)GPOINTER_TO_UINT(g_hash_table_lookup(r->cite_by_word, r->key->str)) - 1;
}

static void
add_item(Registry *r, const char *text, const GrammarItem *item, const TextDate *dates, guint number)
{
    Cite cite = {.source_range = item->source, .citation = r->citations->len - 1, .item = number, .see = item->see};
    cite.source = range_is_none(item->source) ? NULL : keep_range(r, text, item->source);
    cite.locator = range_is_none(item->locator) ? NULL : keep_range(r, text, item->locator);
    cite.medium = keep(r, item->medium);
    int again = item->again ? find_again(r, text, item) : item->ibid && !item->n_dates ? (int)r->cites->len - 1 : -1;
    if (again >= 0) {
        const Cite *before = &g_array_index(r->cites, Cite, again);
        cite.range = item->source;
        cite.reference = before->reference;
        cite.issued = before->issued;
        cite.year_from = before->year_from;
        add_cite(r, cite);
        return;
    }
    guint source = item_source(r, text, item);
    Range address = item->url;
    gboolean web = item->medium && !range_is_none(item->source) && strcmp(item->medium, "domain") != 0;
    gsize end;
    if (range_is_none(address) && web &&
        address_match(text, item->source.start, item->source.end, &end) == ADDRESS_URL && end == item->source.end)
        address = item->source;
    char *url = range_is_none(address) ? NULL : keep_range(r, text, address);
    if (item->n_dates == 0) {
        cite.range = item->source;
        cite.reference = find_reference(r, source, NULL, url, "", RANGE_NONE);
        add_cite(r, cite);
        return;
    }
    for (guint i = 0; i < item->n_dates; i++) {
        const TextDate *date = &dates[item->first_date + i];
        g_autofree char *issued = date_format(date);
        cite.issued = keep(r, issued);
        cite.year_from = date->year_from;
        cite.range = i == 0 && item->beside ? range_make(item->source.start, date->range.end) : date->range;
        /* "2020a" and "2020b" are two works. */
        g_autofree char *year = item->author_year
                                    ? g_strndup(text + date->range.start, range_length(date->range))
                                    : g_strdup("");
        Range entry = item->author_year ? bibliography_find(r->bibliography, text + item->source.start,
                                                            range_length(item->source), year)
                                        : RANGE_NONE;
        cite.reference = find_reference(r, source, cite.issued, url, strlen(year) > 4 ? year + 4 : "", entry);
        add_cite(r, cite);
    }
}

void
registry_add(Registry *r, Range range, int note, const Grammar *grammar)
{
    const char *text = document_text(r->document, NULL);
    guint n_items, n_dates;
    const GrammarItem *items = grammar_items(grammar, &n_items);
    const TextDate *dates = grammar_dates(grammar, &n_dates);
    guint first = r->cites->len, index = r->citations->len;
    Citation citation = {.range = range, .first_cite = first, .note = note};
    g_array_append_val(r->citations, citation);
    for (guint i = 0; i < n_items; i++)
        add_item(r, text, &items[i], dates, i);
    g_array_index(r->citations, Citation, index).n_cites = r->cites->len - first;
    layer_add(r->layer, range, index);
    if (note >= 0)
        learn_note(r, text, index);
}
