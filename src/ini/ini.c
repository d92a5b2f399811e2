/* Loads an ini file in two readings.
 *
 * The first (scan.c, line by line) finds the faults and remembers the line and the letter case of each section and key. Its good lines, and nothing else, go into
 * an anonymous file in memory, because iniparser can only open paths: /proc/self/fd/N is that path, and a temporary file where there is no /proc.
 * The second reading is iniparser's, from which the values come. Where the two disagree the file is refused, so that a trap of iniparser that nobody knows
 * yet shows itself as an error and not as a wrong value.
 *
 * Entries lie in one array in the order of the file, and a section is a slice of it; two hash tables with lower-case names find both. */
#include "config.h" /* _GNU_SOURCE, for memfd_create() */

#include "ini/ini.h"

#include <errno.h>
#include <fcntl.h>
#include <iniparser.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/safe.h"
#include "ini/scan.h"

enum { FAULTS_MAX = 20 };

typedef struct {
    char *name;
    int line;
    guint first, count; /* slice of entries */
} Section;

struct Ini {
    char *path;
    GArray *sections;    /* Section */
    GArray *entries;     /* IniEntry, strings owned */
    GPtrArray *names;    /* of the sections, NULL-terminated */
    GHashTable *by_name; /* lower-case section → index + 1 */
    GHashTable *by_key;  /* lower-case "section:key", what iniparser calls it → index + 1 */
};

typedef struct {
    Ini *ini;
    GString *plain;    /* the lines for iniparser */
    GPtrArray *faults; /* full messages; NULL: the first one is the error */
    guint fault_count;
    char *shown_path;
    GError *error;
    gboolean in_section,
        skip_section; /* skip: the line of the section itself is faulty, so its keys are left out without a word */
} Parse;

static void
section_clear(gpointer data)
{
    g_free(((Section *)data)->name);
}

static void
entry_clear(gpointer data)
{
    IniEntry *entry = data;
    g_free((char *)entry->key);
    g_free((char *)entry->value);
}

static Ini *
ini_new(const char *name)
{
    Ini *ini = g_new0(Ini, 1);
    ini->path = g_strdup(name);
    ini->sections = g_array_new(FALSE, FALSE, sizeof(Section));
    g_array_set_clear_func(ini->sections, section_clear);
    ini->entries = g_array_new(FALSE, FALSE, sizeof(IniEntry));
    g_array_set_clear_func(ini->entries, entry_clear);
    ini->names = g_ptr_array_new();
    ini->by_name = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    ini->by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return ini;
}

void
ini_free(Ini *ini)
{
    if (!ini)
        return;
    g_free(ini->path);
    g_array_unref(ini->sections);
    g_array_unref(ini->entries);
    g_ptr_array_unref(ini->names);
    g_hash_table_unref(ini->by_name);
    g_hash_table_unref(ini->by_key);
    g_free(ini);
}

static void G_GNUC_PRINTF(3, 4) complain(Parse *parse, int line, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *what = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    parse->fault_count++;
    if (!parse->faults) {
        if (!parse->error)
            parse->error = g_error_new(IBID_ERROR, IBID_ERROR_CONFIG, "%s:%d: %s", parse->shown_path, line, what);
    } else if (parse->fault_count <= FAULTS_MAX) {
        g_ptr_array_add(parse->faults, g_strdup_printf("%s:%d: %s", parse->shown_path, line, what));
    }
}

/* --- the first reading --- */

static gboolean
has_room(Parse *parse, int line)
{
    if (parse->ini->sections->len + parse->ini->entries->len < INI_MAX_ENTRIES)
        return TRUE;
    complain(parse, line, "more than %d sections and keys; the rest is left out", INI_MAX_ENTRIES);
    return FALSE;
}

static void
add_section(Parse *parse, IniLine *scanned, int line)
{
    Ini *ini = parse->ini;
    g_autofree char *lower = g_ascii_strdown(scanned->name, -1);
    gpointer known = g_hash_table_lookup(ini->by_name, lower);
    parse->in_section = TRUE;
    parse->skip_section = FALSE;
    if (known) {
        int first = g_array_index(ini->sections, Section, GPOINTER_TO_UINT(known) - 1).line;
        g_autofree char *shown = ini_shown(scanned->name, strlen(scanned->name));
        complain(parse, line, "[%s] stands twice, first in line %d; write all of it there", shown, first);
        parse->skip_section = TRUE;
        return;
    }
    Section section = {g_steal_pointer(&scanned->name), line, ini->entries->len, 0};
    g_array_append_val(ini->sections, section);
    g_hash_table_insert(ini->by_name, g_steal_pointer(&lower), GUINT_TO_POINTER(ini->sections->len));
    g_string_append_printf(parse->plain, "%s\n", scanned->plain);
}

static void
add_entry(Parse *parse, IniLine *scanned, int line)
{
    Ini *ini = parse->ini;
    g_autofree char *shown = ini_shown(scanned->name, strlen(scanned->name));
    if (!parse->in_section) {
        complain(parse, line, "%s stands before the first section; write a line [section] above it", shown);
        return;
    }
    if (parse->skip_section)
        return;
    Section *section = &g_array_index(ini->sections, Section, ini->sections->len - 1);
    g_autofree char *both = g_strdup_printf("%s:%s", section->name, scanned->name);
    g_autofree char *lower = g_ascii_strdown(both, -1);
    gpointer known = g_hash_table_lookup(ini->by_key, lower);
    if (known) {
        int first = g_array_index(ini->entries, IniEntry, GPOINTER_TO_UINT(known) - 1).line;
        g_autofree char *name = ini_shown(section->name, strlen(section->name));
        complain(parse, line, "%s stands twice in [%s], first in line %d; delete one of the two", shown, name, first);
        return;
    }
    IniEntry entry = {g_steal_pointer(&scanned->name), g_steal_pointer(&scanned->value), line};
    g_array_append_val(ini->entries, entry);
    section->count++;
    g_hash_table_insert(ini->by_key, g_steal_pointer(&lower), GUINT_TO_POINTER(ini->entries->len));
    g_string_append_printf(parse->plain, "%s\n", scanned->plain);
}

static void
scan(Parse *parse, const char *text, gsize length)
{
    const char *at = text, *end = text + length;
    for (int line = 1; at < end && !parse->error; line++) {
        const char *newline = memchr(at, '\n', end - at), *stop = newline ? newline : end;
        IniLine scanned;
        ini_scan_line(at, stop - at, &scanned);
        at = newline ? newline + 1 : end;
        gboolean full = scanned.kind != INI_LINE_NOTHING && scanned.kind != INI_LINE_FAULT && !has_room(parse, line);
        if (full)
            at = end;
        else if (scanned.kind == INI_LINE_SECTION)
            add_section(parse, &scanned, line);
        else if (scanned.kind == INI_LINE_VALUE)
            add_entry(parse, &scanned, line);
        else if (scanned.kind == INI_LINE_FAULT) {
            complain(parse, line, "%s", scanned.fault);
            if (scanned.heading)
                parse->skip_section = parse->in_section = TRUE;
        }
        ini_line_clear(&scanned);
    }
    if (parse->faults && parse->fault_count > FAULTS_MAX)
        g_ptr_array_add(parse->faults, g_strdup_printf("%s: %u more faults; mend those above first", parse->shown_path,
                                                       parse->fault_count - FAULTS_MAX));
}

/* --- the second reading --- */

/* iniparser prints its complaints, with the raw line, unless it is told where to send them. All that can be complained of was found by the first reading. */
static int G_GNUC_PRINTF(1, 2) ignore_message(const char *format, ...)
{
    return 0;
}

static gboolean
write_all(int fd, const char *text, gsize length)
{
    while (length > 0) {
        gssize n = write(fd, text, length);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return FALSE;
        text += n;
        length -= n;
    }
    return TRUE;
}

/* text as a file in memory that iniparser can open by its name in /proc; NULL where that is not to be had. */
static dictionary *
load_from_memory(const GString *text)
{
    dictionary *values = NULL;
    int fd = memfd_create("ini", MFD_CLOEXEC);
    if (fd < 0)
        return NULL;
    char path[64];
    g_snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    if (write_all(fd, text->str, text->len))
        values = iniparser_load(path);
    close(fd);
    return values;
}

static dictionary *
load_from_temporary(const GString *text)
{
    dictionary *values = NULL;
    g_autofree char *path = NULL;
    int fd = g_file_open_tmp("ibid-XXXXXX", &path, NULL);
    if (fd < 0)
        return NULL;
    if (write_all(fd, text->str, text->len))
        values = iniparser_load(path);
    close(fd);
    unlink(path);
    return values;
}

static void
undo_stand_ins(char *value)
{
    for (; *value; value++)
        *value = *value == INI_STAND_IN_QUOTE ? '"' : *value == INI_STAND_IN_BACKSLASH ? '\\' : *value;
}

static void
take_values(Parse *parse)
{
    Ini *ini = parse->ini;
    iniparser_set_error_callback(ignore_message);
    dictionary *values = load_from_memory(parse->plain);
    if (!values)
        values = load_from_temporary(parse->plain);
    if (!values) {
        g_set_error(&parse->error, IBID_ERROR, IBID_ERROR_READ,
                    "%s: cannot be read for want of memory or of a place for a temporary file; set TMPDIR",
                    parse->shown_path);
        return;
    }
    for (guint s = 0; s < ini->sections->len && !parse->error; s++) {
        Section *section = &g_array_index(ini->sections, Section, s);
        for (guint i = section->first; i < section->first + section->count && !parse->error; i++) {
            IniEntry *entry = &g_array_index(ini->entries, IniEntry, i);
            g_autofree char *both = g_strdup_printf("%s:%s", section->name, entry->key);
            g_autofree char *lower = g_ascii_strdown(both, -1);
            g_autofree char *value = g_strdup(iniparser_getstring(values, lower, NULL));
            if (value)
                undo_stand_ins(value);
            if (g_strcmp0(value, entry->value) != 0) {
                g_autofree char *shown = ini_shown(entry->key, strlen(entry->key));
                g_set_error(&parse->error, IBID_ERROR, IBID_ERROR_CONFIG,
                            "%s:%d: the value of %s can be read in two ways; put it in double quotes",
                            parse->shown_path, entry->line, shown);
            } else {
                g_free((char *)entry->value);
                entry->value = g_steal_pointer(&value);
            }
        }
    }
    iniparser_freedict(values);
}

/* --- both --- */

static gboolean
check_text(const char *shown_path, const char *text, gsize length, GError **error)
{
    const char *bad = NULL;
    if (length > INI_MAX_SIZE) {
        g_set_error(error, IBID_ERROR, IBID_ERROR_LIMIT, "%s: larger than %d KB; write a shorter file", shown_path,
                    INI_MAX_SIZE / 1024);
        return FALSE;
    }
    if (g_utf8_validate_len(text, length, &bad))
        return TRUE;
    int line = 1;
    for (const char *at = text; at < bad; at++)
        line += *at == '\n';
    g_set_error(error, IBID_ERROR, IBID_ERROR_CONFIG,
                *bad ? "%s:%d: not UTF-8; save the file as UTF-8"
                     : "%s:%d: a NUL byte, so this is no text; save the file as text in UTF-8",
                shown_path, line);
    return FALSE;
}

static Ini *
parse_text(const char *name, const char *text, gsize length, GPtrArray *faults, GError **error)
{
    g_autofree char *shown_path = safe_line(name, -1);
    if (!check_text(shown_path, text, length, error))
        return NULL;
    if (length >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) { /* a byte order mark, as editors on Windows leave it */
        text += 3;
        length -= 3;
    }
    g_autoptr(Ini) ini = ini_new(name);
    g_autoptr(GString) plain = g_string_sized_new(length + 1);
    Parse parse = {.ini = ini, .plain = plain, .faults = faults, .shown_path = shown_path};
    scan(&parse, text, length);
    if (!parse.error && ini->entries->len > 0)
        take_values(&parse);
    if (parse.error) {
        g_propagate_error(error, parse.error);
        return NULL;
    }
    for (guint i = 0; i < ini->sections->len; i++)
        g_ptr_array_add(ini->names, g_array_index(ini->sections, Section, i).name);
    g_ptr_array_add(ini->names, NULL);
    return g_steal_pointer(&ini);
}

static gboolean
read_error(GError **error, const char *shown_path, int number)
{
    if (number == ENOENT || number == ENOTDIR)
        g_set_error(error, IBID_ERROR, IBID_ERROR_NOTHING, "%s: there is no such file; check its name", shown_path);
    else
        g_set_error(error, IBID_ERROR, IBID_ERROR_READ, "%s: cannot be read: %s; check the file and its permissions",
                    shown_path, g_strerror(number));
    return FALSE;
}

/* Reads at most one byte over the limit; check_text() refuses that. */
static gboolean
read_file(const char *path, GString *text, GError **error)
{
    g_autofree char *shown_path = safe_line(path, -1);
    struct stat status;
    /* without O_NONBLOCK a FIFO would be waited for */
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (fd < 0)
        return read_error(error, shown_path, errno);
    if (fstat(fd, &status) < 0 || !S_ISREG(status.st_mode)) {
        close(fd);
        g_set_error(error, IBID_ERROR, IBID_ERROR_READ, "%s: not a regular file; write a text file here", shown_path);
        return FALSE;
    }
    g_string_set_size(text, INI_MAX_SIZE + 1);
    gsize length = 0;
    gssize n = 1;
    while (length < text->len && n != 0) {
        n = read(fd, text->str + length, text->len - length);
        if (n < 0 && errno != EINTR) {
            int number = errno;
            close(fd);
            return read_error(error, shown_path, number);
        }
        length += MAX(n, 0);
    }
    close(fd);
    g_string_set_size(text, length);
    return TRUE;
}

Ini *
ini_parse(const char *name, const char *text, gsize length, GError **error)
{
    return parse_text(name, text, length, NULL, error);
}

Ini *
ini_parse_lenient(const char *name, const char *text, gsize length, GPtrArray *faults, GError **error)
{
    g_return_val_if_fail(faults != NULL, NULL);
    return parse_text(name, text, length, faults, error);
}

Ini *
ini_load(const char *path, GError **error)
{
    g_autoptr(GString) text = g_string_new(NULL);
    return read_file(path, text, error) ? parse_text(path, text->str, text->len, NULL, error) : NULL;
}

Ini *
ini_load_lenient(const char *path, GPtrArray *faults, GError **error)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_return_val_if_fail(faults != NULL, NULL);
    return read_file(path, text, error) ? parse_text(path, text->str, text->len, faults, error) : NULL;
}

gboolean
ini_missing(const GError *error)
{
    return g_error_matches(error, IBID_ERROR, IBID_ERROR_NOTHING);
}

const char *
ini_path(const Ini *ini)
{
    return ini->path;
}

const char *const *
ini_sections(const Ini *ini)
{
    return (const char *const *)ini->names->pdata;
}

static const Section *
find_section(const Ini *ini, const char *section)
{
    g_autofree char *lower = g_ascii_strdown(section, -1);
    gpointer known = g_hash_table_lookup(ini->by_name, lower);
    return known ? &g_array_index(ini->sections, Section, GPOINTER_TO_UINT(known) - 1) : NULL;
}

const IniEntry *
ini_entries(const Ini *ini, const char *section, guint *count)
{
    const Section *found = find_section(ini, section);
    *count = found ? found->count : 0;
    return *count ? &g_array_index(ini->entries, IniEntry, found->first) : NULL;
}

const IniEntry *
ini_find(const Ini *ini, const char *section, const char *key)
{
    g_autofree char *both = g_strdup_printf("%s:%s", section, key);
    g_autofree char *lower = g_ascii_strdown(both, -1);
    gpointer known = g_hash_table_lookup(ini->by_key, lower);
    return known ? &g_array_index(ini->entries, IniEntry, GPOINTER_TO_UINT(known) - 1) : NULL;
}

int
ini_section_line(const Ini *ini, const char *section)
{
    const Section *found = find_section(ini, section);
    return found ? found->line : 0;
}
