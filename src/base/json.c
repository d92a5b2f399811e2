/* JSON text that is safe to print on a terminal.
 *
 * jansson escapes C0 but sends DEL, C1 and bidi controls as they are. All of these can stand only inside strings, so replacing
 * them in the finished text by their escapes is exact and loses nothing. */
#include "base/json.h"

#include <stdlib.h>
#include <string.h>

#include "base/safe.h"

static void
append_escaped(GString *out, const char *text, gsize length)
{
    while (length > 0) {
        gsize safe = safe_prefix(text, length);
        g_string_append_len(out, text, (gssize)safe);
        text += safe;
        length -= safe;
        if (length > 0) {
            const char *next = g_utf8_next_char(text);
            g_string_append_printf(out, "\\u%04X", (guint)g_utf8_get_char(text));
            length -= (gsize)(next - text);
            text = next;
        }
    }
}

char *
json_text(const json_t *value, guint indent)
{
    char *raw = json_dumps(value, JSON_ENCODE_ANY | JSON_INDENT(MIN(indent, 31)));
    g_assert(raw != NULL);
    gsize length = strlen(raw);
    GString *out = g_string_sized_new(length + 2);
    append_escaped(out, raw, length);
    free(raw);
    g_string_append_c(out, '\n');
    return g_string_free(out, FALSE);
}

json_t *
json_string_or_null(const char *text)
{
    if (text == NULL)
        return json_null();
    json_t *string = json_string(text);
    g_assert(string != NULL);
    return string;
}
