/* OSC 52 carries base64, so no byte of the text can be part of a control function. */
#include "tui/clipboard.h"

#include <string.h>

#include "base/output.h"
#include "base/paths.h"
#include "base/process.h"

enum {
    OSC52_MAX = 74994,  /* bytes: what terminals take in one sequence of 100,000 */
    SCREEN_CHUNK = 760, /* bytes that GNU screen hands on in one piece */
    TMUX_WAIT_MS = 2000,
};

static gboolean
copy_to_tmux(const char *text, gsize length, char **said)
{
    static const char *const command[] = {"tmux", "load-buffer", "-w", "-", NULL};
    g_autoptr(GError) error = NULL;
    gboolean copied = process_feed(command, text, length, TMUX_WAIT_MS, &error);
    *said = g_strdup(copied ? "to tmux's buffer and the clipboard" : error->message);
    return copied;
}

static gboolean
copy_to_file(const char *text, gsize length, char **said)
{
    g_autofree char *path = paths_state("copied.txt", NULL);
    g_autofree char *folder = path ? g_path_get_dirname(path) : NULL;
    g_autoptr(GError) error = NULL;
    if (path && g_mkdir_with_parents(folder, 0700) == 0 && output_file(path, text, length, &error)) {
        *said = g_strdup_printf("too long for a terminal's clipboard, so to %s", path);
        return TRUE;
    }
    *said = g_strdup_printf("too long for a terminal's clipboard (%d bytes at most)%s%s", OSC52_MAX,
                            error ? ", and " : "", error ? error->message : "");
    return FALSE;
}

/* GNU screen knows no OSC 52: it hands on what stands in its device control strings. */
static void
append_through_screen(GString *out, const char *sequence)
{
    for (gsize left = strlen(sequence), part; left > 0; left -= part, sequence += part) {
        part = MIN(left, SCREEN_CHUNK);
        g_string_append(out, "\033P");
        g_string_append_len(out, sequence, (gssize)part);
        g_string_append(out, "\033\\");
    }
}

static void
append_osc52(GString *out, const char *text, gsize length)
{
    g_autofree char *encoded = g_base64_encode((const guchar *)text, length);
    g_autofree char *sequence = g_strdup_printf("\033]52;c;%s\a", encoded);
    if (g_getenv("STY"))
        append_through_screen(out, sequence);
    else
        g_string_append(out, sequence);
}

gboolean
clipboard_copy(const char *how, gboolean modern, const char *text, gsize length, GString *out, char **said)
{
    gboolean asked_for_tmux = strcmp(how, "tmux") == 0, asked_for_osc52 = strcmp(how, "osc52") == 0;
    *said = NULL;
    if (strcmp(how, "none") == 0)
        return FALSE;
    if (asked_for_tmux || (!asked_for_osc52 && g_getenv("TMUX"))) {
        if (copy_to_tmux(text, length, said))
            return TRUE;
        if (asked_for_tmux)
            return FALSE;
        g_clear_pointer(said, g_free);
    }
    if (!modern && !asked_for_osc52)
        return FALSE;
    if (length > OSC52_MAX)
        return copy_to_file(text, length, said);
    append_osc52(out, text, length);
    *said = g_strdup("to the terminal's clipboard (OSC 52)");
    return TRUE;
}
