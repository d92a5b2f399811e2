/* Reads one line of an ini file more strictly than iniparser does.
 *
 * iniparser 4.1 takes a line apart with three sscanf() patterns and takes whatever they leave: `fg = #ff0000` is an empty value, `a = "b" c` is b, `[x] # y` voids the
 * file, `[x:y]` is a key. Here each of these is a fault with its own sentence; what passes is read by iniparser as it is read here (ini.c compares).
 * Names go to it in lower case, because its own tolower() depends on the locale: in Turkish it leaves I alone. */
#include "ini/scan.h"

#include <string.h>

#include "base/safe.h"
#include "ini/ini.h"

enum { SHOWN_MAX = 48 }; /* code points of the file that a message repeats */

char *
ini_shown(const char *text, gsize length)
{
    const char *at = text, *end = text + length;
    for (int n = 0; at < end && n < SHOWN_MAX; n++)
        at = g_utf8_next_char(at);
    g_autofree char *line = safe_line(text, at - text);
    return at < end ? g_strconcat(line, "…", NULL) : g_steal_pointer(&line);
}

static gboolean
is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static void
trim(const char **start, const char **end)
{
    while (*start < *end && is_blank(**start))
        (*start)++;
    while (*end > *start && is_blank((*end)[-1]))
        (*end)--;
}

/* The first control character other than tab, or 0. */
static gunichar
control_character(const char *at, const char *end)
{
    for (; at < end; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if ((c < 0x20 && c != '\t') || (c >= 0x7f && c < 0xa0))
            return c;
    }
    return 0;
}

static void G_GNUC_PRINTF(2, 3) fault(IniLine *out, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    out->kind = INI_LINE_FAULT;
    out->fault = g_strdup_vprintf(format, arguments);
    va_end(arguments);
}

static void
scan_section(const char *start, const char *end, IniLine *out)
{
    const char *close = memchr(start, ']', end - start), *name = start + 1, *rest = close ? close + 1 : end;
    const char *name_end = close ? close : end;
    trim(&name, &name_end);
    g_autofree char *shown = ini_shown(name, name_end - name);
    out->heading = TRUE;
    while (rest < end && is_blank(*rest))
        rest++;
    if (!close)
        fault(out, "«[%s» is not closed; write [%s]", shown, shown);
    else if (rest < end && (*rest == '#' || *rest == ';'))
        fault(out, "a comment after [%s]; put the comment on a line of its own", shown);
    else if (rest < end)
        fault(out, "text after [%s]; write [%s] alone on its line", shown, shown);
    else if (name == name_end)
        fault(out, "a section without a name; write the name between [ and ]");
    else if (name_end - name > INI_MAX_NAME)
        fault(out, "the name of this section is longer than %d bytes; write a shorter one", INI_MAX_NAME);
    else if (memchr(name, ':', name_end - name)) {
        g_autofree char *better = g_strdelimit(g_strdup(shown), ":", '-');
        fault(out, "a section cannot have «:» in its name; write [%s]", better);
    } else {
        out->kind = INI_LINE_SECTION;
        out->name = g_strndup(name, name_end - name);
        g_autofree char *lower = g_ascii_strdown(out->name, -1);
        out->plain = g_strdup_printf("[%s]", lower);
    }
}

/* value: behind its opening quote. */
static void
scan_quoted(const char *key, char quote, const char *value, const char *end, IniLine *out)
{
    g_autoptr(GString) text = g_string_new(NULL);
    const char *at = value;
    while (at < end && *at != quote) {
        if (quote == '"' && *at == '\\' && at + 1 < end && (at[1] == '"' || at[1] == '\\'))
            at++;
        g_string_append_c(text, *at++);
    }
    const char *rest = at < end ? at + 1 : end;
    while (rest < end && is_blank(*rest))
        rest++;
    if (at == end && end > value && end[-1] == '\\')
        fault(out, "a line cannot go on after «\\»; write the whole value of %s on one line", key);
    else if (at == end)
        fault(out, "the quote is not closed; write %s = %c…%c", key, quote, quote);
    else if (rest < end && *rest != '#' && *rest != ';') {
        g_autofree char *shown = ini_shown(rest, end - rest);
        if (quote == '"')
            fault(out, "«%s» stands after the closing quote; write \\\" for a quote inside a value", shown);
        else
            fault(out, "«%s» stands after the closing quote; write a value that holds ' in double quotes", shown);
    } else {
        out->kind = INI_LINE_VALUE;
        out->name = g_strdup(key);
        out->value = g_strdup(text->str);
        for (char *c = text->str; *c; c++)
            *c = *c == '"' ? INI_STAND_IN_QUOTE : *c == '\\' ? INI_STAND_IN_BACKSLASH : *c;
        /* a single quote is safe in double quotes and a double one has its stand-in */
        g_autofree char *lower = g_ascii_strdown(key, -1);
        out->plain = g_strdup_printf("%s = \"%s\"", lower, text->str);
    }
}

static void
scan_value(const char *start, const char *end, IniLine *out)
{
    const char *equals = memchr(start, '=', end - start), *key_start = start, *key_end = equals ? equals : end;
    trim(&key_start, &key_end);
    g_autofree char *key = ini_shown(key_start, key_end - key_start);
    if (!equals) {
        fault(out, "«%s» has no «=»; write it as KEY = \"VALUE\", or begin the line with «#»", key);
        return;
    }
    const char *value = equals + 1;
    trim(&value, &end);
    g_autofree char *shown = ini_shown(value, end - value);
    g_autofree char *bare = g_strdelimit(g_strdup(key), "\"'", ' ');
    if (key_start == key_end)
        fault(out, "nothing stands before «=»; write KEY = \"VALUE\"");
    else if (key_end - key_start > INI_MAX_NAME)
        fault(out, "the key is longer than %d bytes; write a shorter one", INI_MAX_NAME);
    else if (memchr(key_start, '"', key_end - key_start) || *key_start == '\'')
        fault(out, "a key stands without quotes; write %s = …", g_strstrip(bare));
    else if (value == end)
        fault(out, "%s has no value; write %s = \"\" if it shall be empty", key, key);
    else if (*value == '"' || *value == '\'') {
        g_autofree char *whole = g_strndup(key_start, key_end - key_start);
        scan_quoted(whole, *value, value + 1, end, out);
    } else if (memchr(value, '#', end - value) || memchr(value, ';', end - value)) {
        char sign = memchr(value, '#', end - value) ? '#' : ';';
        if (*value == '#' || *value == ';')
            fault(out, "a value with «%c» needs quotes; write %s = \"%s\"", *value, key, shown);
        else
            fault(out, "a value with «%c» needs quotes; write %s = \"%s\", or put the comment on a line of its own",
                  sign, key, shown);
    } else if (end[-1] == '\\')
        fault(out, "a line cannot go on after «\\»; write the whole value of %s on one line", key);
    else if (*value == '=' || memchr(value, '\\', end - value))
        fault(out, "a value with «%c» needs quotes; write %s = '%s'", *value == '=' ? '=' : '\\', key, shown);
    else {
        out->kind = INI_LINE_VALUE;
        out->name = g_strndup(key_start, key_end - key_start);
        out->value = g_strndup(value, end - value);
        g_autofree char *lower = g_ascii_strdown(out->name, -1);
        out->plain = g_strdup_printf("%s = %s", lower, out->value);
    }
}

void
ini_scan_line(const char *line, gsize length, IniLine *out)
{
    const char *start = line, *end = line + length;
    *out = (IniLine){.kind = INI_LINE_NOTHING};
    if (end > start && end[-1] == '\r')
        end--;
    gunichar control = control_character(start, end);
    if (control) {
        fault(out, "a control character (U+%04X); delete it", control);
        return;
    }
    trim(&start, &end);
    if (start == end || *start == '#' || *start == ';')
        return;
    if (end - start > INI_MAX_LINE)
        fault(out, "this line is longer than %d bytes; write a shorter one", INI_MAX_LINE);
    else if (*start == '[')
        scan_section(start, end, out);
    else
        scan_value(start, end, out);
}

void
ini_line_clear(IniLine *line)
{
    g_free(line->name);
    g_free(line->value);
    g_free(line->plain);
    g_free(line->fault);
}
