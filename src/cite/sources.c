/* The set of known sources: rows read from ini files, found by the keys of their names, aliases, long names and
 * hosts. */
#include "cite/sources.h"

#include "cite/names.h"
#include "base/error.h"
#include "ini/ini.h"
#include "text/utf8.h"

#include <string.h>

struct Sources {
    GPtrArray *rows;     /* Source */
    GHashTable *by_key;  /* key → Source, both in `strings` or `rows` */
    GHashTable *by_name; /* section name as written → Source */
    GStringChunk *strings;
    char *path, *user_path; /* to be read by the first question; NULL afterwards */
    GError *fault;
};

static const char *
keep(Sources *sources, const char *text)
{
    return text && *text ? g_string_chunk_insert_const(sources->strings, text) : NULL;
}

/* Ties a spelling to a source. The first source to claim one has it, unless the user's own file says otherwise. */
static void
add_key(Sources *sources, Source *source, const char *text, gsize length, gboolean override)
{
    g_autoptr(GString) key = g_string_new(NULL);
    name_key(key, text, length);
    if (key->len && (override || !g_hash_table_contains(sources->by_key, key->str)))
        g_hash_table_insert(sources->by_key, (gpointer)keep(sources, key->str), source);
}

/* The host of a home page names its source, unless the page is a folder that it shares with others. */
static void
add_host(Sources *sources, Source *source, const char *url, gboolean override)
{
    const char *host = strstr(url, "://");
    host = host ? host + 3 : url;
    gsize length = strcspn(host, "/");
    if (host[length] == '\0' || host[length + 1] == '\0')
        add_key(sources, source, host, length, override);
}

static void
add_aliases(Sources *sources, Source *source, const char *list, gboolean override)
{
    while (*list) {
        gsize length = strcspn(list, ";");
        add_key(sources, source, list, length, override);
        list += length + (list[length] == ';');
    }
}

static gboolean
fault(GError **error, const Ini *ini, int line, const char *format, const char *value, const char *advice)
{
    if (error && !*error) {
        g_autofree char *what = g_strdup_printf(format, value);
        g_set_error(error, IBID_ERROR, IBID_ERROR_CONFIG, "%s:%d: %s; %s", ini_path(ini), line, what, advice);
    }
    return FALSE;
}

static gboolean
read_class(const char *text, SourceClass *class)
{
    for (SourceClass c = SOURCE_UNCLASSIFIED; c <= SOURCE_SERIES; c++)
        if (g_ascii_strcasecmp(text, source_class_name(c)) == 0) {
            *class = c;
            return TRUE;
        }
    return FALSE;
}

static void
read_entry(Sources *sources, Source *source, const Ini *ini, const IniEntry *entry, gboolean override, GError **error)
{
    if (g_ascii_strcasecmp(entry->key, "long") == 0) {
        source->long_name = keep(sources, entry->value);
        add_key(sources, source, entry->value, strlen(entry->value), override);
    } else if (g_ascii_strcasecmp(entry->key, "class") == 0) {
        if (!read_class(entry->value, &source->class))
            fault(error, ini, entry->line, "“%s” is no class of sources", entry->value,
                  "write one of official, state media, independent media, wire, think tank, social media, academic, "
                  "company, own series, unclassified");
    } else if (g_ascii_strcasecmp(entry->key, "aliases") == 0) {
        add_aliases(sources, source, entry->value, override);
    } else if (g_ascii_strcasecmp(entry->key, "country") == 0) {
        if (strlen(entry->value) == 2 && g_ascii_isupper(entry->value[0]) && g_ascii_isupper(entry->value[1]))
            source->country = keep(sources, entry->value);
        else
            fault(error, ini, entry->line, "“%s” is no country code", entry->value,
                  "write two capitals, as in country = \"AZ\"");
    } else if (g_ascii_strcasecmp(entry->key, "url") == 0) {
        source->url = keep(sources, entry->value);
        add_host(sources, source, entry->value, override);
    } else {
        fault(error, ini, entry->line, "a source has no “%s”", entry->key,
              "write long, class, aliases, country or url");
    }
}

static void
read_file(Sources *sources, const Ini *ini, gboolean override, GError **error)
{
    const char *const *sections = ini_sections(ini);
    for (guint i = 0; sections[i]; i++) {
        Source *source = g_hash_table_lookup(sources->by_name, sections[i]);
        if (!source) {
            source = g_new0(Source, 1);
            source->name = keep(sources, sections[i]);
            g_ptr_array_add(sources->rows, source);
            g_hash_table_insert(sources->by_name, (gpointer)source->name, source);
        }
        add_key(sources, source, sections[i], strlen(sections[i]), TRUE);
        guint count;
        const IniEntry *entries = ini_entries(ini, sections[i], &count);
        for (guint j = 0; j < count; j++)
            read_entry(sources, source, ini, &entries[j], override, error);
    }
}

/* Reads what can be read; *error is set to the first fault of all. */
static void
load_file(Sources *sources, const char *path, gboolean override, GError **error)
{
    GError *unreadable = NULL;
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Ini) ini = ini_load_lenient(path, faults, &unreadable);
    if (!ini) {
        if (!*error)
            *error = g_error_new_literal(IBID_ERROR, IBID_ERROR_CONFIG, unreadable->message);
        g_error_free(unreadable);
        return;
    }
    if (faults->len && !*error)
        *error = g_error_new_literal(IBID_ERROR, IBID_ERROR_CONFIG, g_ptr_array_index(faults, 0));
    read_file(sources, ini, override, error);
}

Sources *
sources_defer(const char *path, const char *user_path)
{
    Sources *sources = g_new0(Sources, 1);
    sources->rows = g_ptr_array_new_with_free_func(g_free);
    sources->by_key = g_hash_table_new(g_str_hash, g_str_equal);
    sources->by_name = g_hash_table_new(g_str_hash, g_str_equal);
    sources->strings = g_string_chunk_new(4096);
    sources->path = g_strdup(path);
    sources->user_path = g_strdup(user_path);
    return sources;
}

/* Reads the files if that has been put off until now: to whoever asks, the set has been there all the time. */
static void
read_deferred(const Sources *asked)
{
    Sources *sources = (Sources *)asked;
    g_autofree char *path = g_steal_pointer(&sources->path), *user_path = g_steal_pointer(&sources->user_path);
    if (path)
        load_file(sources, path, FALSE, &sources->fault);
    if (user_path && g_file_test(user_path, G_FILE_TEST_EXISTS))
        load_file(sources, user_path, TRUE, &sources->fault);
}

Sources *
sources_load(const char *path, const char *user_path, GError **error)
{
    Sources *sources = sources_defer(path, user_path);
    read_deferred(sources);
    if (sources->fault)
        g_propagate_error(error, g_steal_pointer(&sources->fault));
    return sources;
}

GError *
sources_take_fault(Sources *sources)
{
    return g_steal_pointer(&sources->fault);
}

void
sources_free(Sources *sources)
{
    if (!sources)
        return;
    g_ptr_array_unref(sources->rows);
    g_hash_table_unref(sources->by_key);
    g_hash_table_unref(sources->by_name);
    g_string_chunk_free(sources->strings);
    g_free(sources->path);
    g_free(sources->user_path);
    g_clear_error(&sources->fault);
    g_free(sources);
}

const Source *
sources_by_key(const Sources *sources, const char *key)
{
    if (!sources)
        return NULL;
    read_deferred(sources);
    const Source *source = g_hash_table_lookup(sources->by_key, key);
    if (source)
        return source;
    /* "Interfax news agency", "Kommersant daily": a word that says what the source is, behind its name. */
    static const char *const KINDS[] = {" news agency", " press agency", " agency",   " newspaper",
                                        " daily",       " website",      " news site"};
    if (!strchr(key, ' '))
        return NULL;
    gsize length = strlen(key);
    for (guint i = 0; i < G_N_ELEMENTS(KINDS); i++) {
        gsize kind = strlen(KINDS[i]);
        if (length > kind && strcmp(key + length - kind, KINDS[i]) == 0) {
            g_autofree char *shorter = g_strndup(key, length - kind);
            return g_hash_table_lookup(sources->by_key, shorter);
        }
    }
    return NULL;
}

const Source *
sources_find(const Sources *sources, const char *printed)
{
    g_autoptr(GString) key = g_string_new(NULL);
    name_key(key, printed, strlen(printed));
    const Source *source = key->len ? sources_by_key(sources, key->str) : NULL;
    const char *slash = source ? NULL : strchr(key->str, '/');
    /* An address with a path: whose host it is. */
    if (slash && memchr(key->str, '.', (gsize)(slash - key->str))) {
        g_string_truncate(key, (gsize)(slash - key->str));
        source = sources_by_key(sources, key->str);
    }
    return source;
}

guint
sources_count(const Sources *sources)
{
    if (!sources)
        return 0;
    read_deferred(sources);
    return sources->rows->len;
}
