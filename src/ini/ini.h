/* An ini file with good errors: iniparser behind a face that knows line numbers.
 *
 * iniparser reads the values; this room first reads the file itself (regular, at most 64 KB, no control bytes, valid UTF-8) and remembers where each key stands,
 * so that every later complaint can say FILE:LINE. What iniparser would silently misread is an error here that says what to write instead: an unquoted # or ;
 * in a value, a comment after [section], a key outside a section, a key twice in one section, an unclosed quote, a line without "=", a line that goes on after
 * a backslash, a section with ":" in its name.
 *
 * A value is one word or several without # and ;, or stands in double quotes (\" and \\ are undone in them, any other backslash stays) or in single quotes (where
 * nothing is undone); a comment may follow a closing quote. Sections and keys keep their letter case, but are found in any: [Reader] and [reader] are one. */
#ifndef IBID_INI_INI_H
#define IBID_INI_INI_H

#include <glib.h>

typedef struct Ini Ini;

#define INI_MAX_SIZE (64 * 1024) /* bytes of a file */
#define INI_MAX_LINE 1000        /* bytes of a line that is no comment; iniparser's buffer has 1024 */
#define INI_MAX_NAME 200         /* bytes of the name of a section or key */
#define INI_MAX_ENTRIES 4000     /* keys and sections of a file: iniparser looks through all of them for each */

typedef struct {
    const char *key;   /* as written (iniparser lower-cases; keys here keep their letter case) */
    const char *value; /* unquoted, \" and \\ undone */
    int line;
} IniEntry;

/* Errors: IBID_ERROR_NOTHING where there is no such file (a caller may ignore that: test ini_missing()), IBID_ERROR_READ for one that cannot be read,
 * IBID_ERROR_LIMIT for one that is too large, IBID_ERROR_CONFIG for any fault in it, with "FILE:LINE: what is wrong; what to write". */
Ini *ini_load(const char *path, GError **error);
/* The same from memory; name stands for the path in messages. */
Ini *ini_parse(const char *name, const char *text, gsize length, GError **error);
/* The same, but a faulty line is left out and its message appended to faults (char *, at most 20 and a count of the rest). An error only
 * where the file as a whole cannot be read: missing, not regular, too large, not UTF-8. */
Ini *ini_load_lenient(const char *path, GPtrArray *faults, GError **error);
Ini *ini_parse_lenient(const char *name, const char *text, gsize length, GPtrArray *faults, GError **error);
/* TRUE when error says no more than that there is no such file. */
gboolean ini_missing(const GError *error);
void ini_free(Ini *ini);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Ini, ini_free)

const char *ini_path(const Ini *ini);
/* Sections in the order of the file, NULL-terminated; owned by ini. */
const char *const *ini_sections(const Ini *ini);
/* Entries of a section in order; NULL and *count = 0 where it is not there. Owned by ini. */
const IniEntry *ini_entries(const Ini *ini, const char *section, guint *count);
/* The entry of one key, or NULL. O(1). */
const IniEntry *ini_find(const Ini *ini, const char *section, const char *key);
/* Line of the [section] itself, 0 where it is not there. */
int ini_section_line(const Ini *ini, const char *section);

#endif
