/* Messages about faulty files, and the suggestion in them. */
#include "config/fault.h"

#include <string.h>

#include "base/safe.h"

enum { FAULTS_MAX = 100 }; /* nobody reads more, and a hostile file has thousands */

void
fault_add(GPtrArray *faults, const char *path, int line, const char *format, ...)
{
    if (!faults || faults->len > FAULTS_MAX)
        return;
    if (faults->len == FAULTS_MAX) {
        g_ptr_array_add(faults, safe_line("configuration: there are more faults; mend those above first", -1));
        return;
    }
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *what = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_autofree char *whole =
        line > 0 ? g_strdup_printf("%s:%d: %s", path, line, what) : g_strdup_printf("%s: %s", path, what);
    g_ptr_array_add(faults, safe_line(whole, -1));
}

enum { WORD_MAX = 64 };

/* Edits between two words: a letter more, less or other, or two neighbours in the wrong order (optimal string alignment). */
static guint
distance(const char *a, const char *b)
{
    guint rows[3][WORD_MAX + 1]; /* of the matrix: the one before last, the last, this one */
    guint *before = rows[0], *last = rows[1], *row = rows[2];
    gsize width = strlen(b);
    for (gsize j = 0; j <= width; j++)
        last[j] = j;
    for (gsize i = 1; a[i - 1]; i++) {
        row[0] = i;
        for (gsize j = 1; j <= width; j++) {
            char x = g_ascii_tolower(a[i - 1]), y = g_ascii_tolower(b[j - 1]);
            guint best = last[j - 1] + (x != y);
            best = MIN(best, MIN(last[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && x == g_ascii_tolower(b[j - 2]) && g_ascii_tolower(a[i - 2]) == y)
                best = MIN(best, before[j - 2] + 1);
            row[j] = best;
        }
        guint *spare = before;
        before = last;
        last = row;
        row = spare;
    }
    return last[width];
}

const char *
nearest_name(const char *word, const char *const *names)
{
    const char *nearest = NULL;
    gsize length = strlen(word);
    guint least = MAX(1, length / 3) + 1;
    if (length == 0 || length > WORD_MAX)
        return NULL;
    for (; *names; names++) {
        guint edits = strlen(*names) <= WORD_MAX ? distance(word, *names) : WORD_MAX;
        if (edits < least && 2 * edits < length) {
            least = edits;
            nearest = *names;
        }
    }
    return nearest;
}

char *
names_listed(const char *const *names)
{
    GString *list = g_string_new(NULL);
    for (gsize i = 0; names[i]; i++)
        g_string_append_printf(list, "%s%s", i == 0 ? "" : names[i + 1] ? ", " : " or ", names[i]);
    return g_string_free(list, FALSE);
}
