/* An ini file with good errors: iniparser behind a face that knows line numbers.
 *
 * iniparser reads the values; this room first reads the file itself (regular, at most 64 KB, no control bytes, valid UTF-8) and remembers where each key stands,
 * so that every later complaint can say FILE:LINE. What iniparser would silently misread is an error here that says what to write instead: an unquoted # or ;
 * in a value, a comment after [section], a key outside a section, a key twice in one section, an unclosed quote, a line without "=". */
#ifndef IBID_INI_INI_H
#define IBID_INI_INI_H

#include <glib.h>

typedef struct Ini Ini;

typedef struct {
    const char *key;   /* as written (iniparser lower-cases; keys here keep their letter case) */
    const char *value; /* unquoted, \" and \\ undone */
    int line;
} IniEntry;

/* Errors: IBID_ERROR_READ where the file is not there or not readable (a caller may ignore a missing one: test ini_missing()),
 * IBID_ERROR_CONFIG for any fault in it, with "FILE:LINE: what is wrong; what to write". */
Ini *ini_load(const char *path, GError **error);
/* The same from memory; name stands for the path in messages. */
Ini *ini_parse(const char *name, const char *text, gsize length, GError **error);
void ini_free(Ini *ini);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Ini, ini_free)

const char *ini_path(const Ini *ini);
/* Sections in the order of the file, NULL-terminated; owned by ini. */
const char *const *ini_sections(const Ini *ini);
/* Entries of a section in order; NULL and *count = 0 where it is not there. Owned by ini. */
const IniEntry *ini_entries(const Ini *ini, const char *section, guint *count);
/* The entry of one key, or NULL. */
const IniEntry *ini_find(const Ini *ini, const char *section, const char *key);
/* Line of the [section] itself, 0 where it is not there. */
int ini_section_line(const Ini *ini, const char *section);

#endif
