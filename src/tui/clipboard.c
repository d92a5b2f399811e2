/* OSC 52 carries base64, so no byte of the text can be part of a control function. */
#include "tui/clipboard.h"

#include <string.h>

#include "base/output.h"
#include "base/paths.h"
#include "base/process.h"

#define OSC52_MAX 74994 /* bytes: what terminals take in one sequence of 100,000 */
#define TMUX_WAIT_MS 2000

static gboolean
copy_to_tmux(const char *text, gsize length, char **said)
{
    static const char *const command[] = {"tmux", "load-buffer", "-w", "-", NULL};
    g_autoptr(GError) error = NULL;
    if (!process_feed(command, text, length, TMUX_WAIT_MS, &error)) {
        *said = g_strdup(error->message);
        return FALSE;
    }
    *said = g_strdup("to tmux's buffer and the clipboard");
    return TRUE;
}

static gboolean
copy_to_file(const char *text, gsize length, char **said)
{
    g_autofree char *path = paths_state("copied.txt", NULL);
    g_autofree char *folder = path ? g_path_get_dirname(path) : NULL;
    g_autoptr(GError) error = NULL;
    if (!path || g_mkdir_with_parents(folder, 0700) != 0 || !output_file(path, text, length, &error)) {
        *said = g_strdup_printf("too long for a terminal's clipboard (%d bytes at most)%s%s", OSC52_MAX, error ? ", and " : "", error ? error->message : "");
        return FALSE;
    }
    *said = g_strdup_printf("too long for a terminal's clipboard, so to %s", path);
    return TRUE;
}

gboolean
clipboard_copy(const char *how, gboolean modern, const char *text, gsize length, GString *out, char **said)
{
    gboolean in_tmux = g_getenv("TMUX") != NULL;
    if (strcmp(how, "none") == 0)
        return FALSE;
    if (strcmp(how, "tmux") == 0 || (strcmp(how, "auto") == 0 && in_tmux)) {
        if (copy_to_tmux(text, length, said) || strcmp(how, "tmux") == 0)
            return *said != NULL && strstr(*said, "tmux's buffer") != NULL;
        g_clear_pointer(said, g_free);
    }
    if (!modern && strcmp(how, "osc52") != 0)
        return FALSE;
    if (length > OSC52_MAX)
        return copy_to_file(text, length, said);
    g_autofree char *encoded = g_base64_encode((const guchar *)text, length);
    g_string_append_printf(out, "\033]52;c;%s\033\\", encoded);
    *said = g_strdup("to the terminal's clipboard (OSC 52)");
    return TRUE;
}
