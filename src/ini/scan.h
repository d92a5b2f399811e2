/* One line of an ini file, read strictly: what it is, and what is wrong with it. Only ini.c uses this. */
#ifndef IBID_INI_SCAN_H
#define IBID_INI_SCAN_H

#include <glib.h>

typedef enum { INI_LINE_NOTHING, INI_LINE_SECTION, INI_LINE_VALUE, INI_LINE_FAULT } IniLineKind;

typedef struct {
    IniLineKind kind;
    char *name;  /* of the section or key */
    char *value; /* unquoted and unescaped */
    char *
        plain; /* the line as iniparser may have it: name in lower case, no comment, and quotes and backslashes in a quoted value replaced by stand-ins */
    char *fault;      /* "what is wrong; what to write" */
    gboolean heading; /* a fault that was meant as a [section] */
} IniLine;

/* Control bytes, which no line may hold, stand for what iniparser's several versions read differently inside quotes. */
enum { INI_STAND_IN_QUOTE = 1, INI_STAND_IN_BACKSLASH = 2 };

/* line: valid UTF-8 without its newline. */
void ini_scan_line(const char *line, gsize length, IniLine *out);
void ini_line_clear(IniLine *line);
/* Text for a message: safe, on one line, not too long. Free with g_free(). */
char *ini_shown(const char *text, gsize length);

#endif
