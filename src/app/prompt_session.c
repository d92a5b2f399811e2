/* The line at the bottom: what its keys do to it, what it completes, and what Enter and Esc lead to. */
#include "app/internal.h"

#include <string.h>

#include "base/paths.h"

#include "base/safe.h"

enum { PASTE_MAX = 10000 }; /* bytes */

void
session_open_prompt(Session *session, PromptKind kind, const char *text)
{
    if (session->popup)
        session_close_popup(session);
    g_clear_pointer(&session->prompt, prompt_free);
    session->prompt = prompt_new(kind, text, session->history[kind]);
    session->had_hits = session->hits != NULL;
    if (session_has_text(session))
        session->search_from = session_window_place(session, session_text_pane(session));
}

static void
close_prompt(Session *session)
{
    g_clear_pointer(&session->prompt, prompt_free);
    session->prompt_pane = NULL;
}

/* Back to where the search began, as if nothing had been typed. */
static void
undo_preview(Session *session)
{
    if (!session_has_text(session))
        return;
    PaneId focus = session->focus;
    session_go(session, session->search_from.caret, FALSE);
    session_restore_window(session, session_text_pane(session), session->search_from);
    session->focus = focus;
}

static CommandStatus
accept(Session *session)
{
    PromptKind kind = prompt_kind(session->prompt);
    g_autofree char *text = g_strdup(prompt_text(session->prompt));
    Pane *pane = session->prompt_pane;
    close_prompt(session);
    if (*text)
        history_add(session->history[kind], text);
    switch (kind) {
    case PROMPT_COMMAND:
        return session_command(session, text) ? COMMAND_OK : COMMAND_FAILED;
    case PROMPT_SEARCH:
        undo_preview(session);
        if (!*text) {
            guint last = session->history[kind]->len;
            if (last == 0)
                return session_fail(session, "Nothing has been searched for yet.");
            g_free(text);
            text = g_strdup(g_ptr_array_index(session->history[kind], last - 1));
        }
        return session_search(session, text, SEARCH_LITERAL);
    case PROMPT_ONLY:
        if (!*text && !session->query)
            return session_fail(session, "Nothing has been searched for yet.");
        return session_run(session, command_find("only-matching"), *text ? text : session->query, -1) ? COMMAND_OK : COMMAND_FAILED;
    case PROMPT_FILTER:
        if (pane)
            pane_set_filter(pane, text);
        return COMMAND_OK;
    case PROMPT_KINDS:
        break;
    }
    return COMMAND_OK;
}

static CommandStatus
cancel(Session *session)
{
    PromptKind kind = prompt_kind(session->prompt);
    if (kind == PROMPT_FILTER && session->prompt_pane)
        pane_set_filter(session->prompt_pane, NULL);
    close_prompt(session);
    if (kind == PROMPT_SEARCH) {
        g_clear_pointer(&session->hits, hits_free);
        undo_preview(session);
        if (session->had_hits)
            session_search_again(session);
    }
    return COMMAND_OK;
}

/* --- completion ---------------------------------------------------------------------------------------------------------------------------- */

static int
compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void
offer(GPtrArray *candidates, const char *name, const char *stem)
{
    if (g_str_has_prefix(name, stem))
        g_ptr_array_add(candidates, g_strdup(name));
}

static void
offer_files(GPtrArray *candidates, const char *stem)
{
    const char *slash = strrchr(stem, '/');
    g_autofree char *folder = slash ? g_strndup(stem, (gsize)(slash - stem) + 1) : g_strdup("");
    const char *begin = slash ? slash + 1 : stem;
    g_autofree char *real = path_expand(*folder ? folder : ".");
    GDir *dir = g_dir_open(real, 0, NULL);
    const char *name;
    while (dir && (name = g_dir_read_name(dir))) {
        if (!g_str_has_prefix(name, begin) || (name[0] == '.' && begin[0] != '.') || !g_utf8_validate(name, -1, NULL))
            continue;
        g_autofree char *path = g_strconcat(folder, name, NULL);
        g_autofree char *found = g_build_filename(real, name, NULL);
        g_ptr_array_add(candidates, g_file_test(found, G_FILE_TEST_IS_DIR) ? g_strconcat(path, "/", NULL) : g_steal_pointer(&path));
    }
    if (dir)
        g_dir_close(dir);
}

static void
offer_options(GPtrArray *candidates, const char *stem)
{
    const char *equals = strchr(stem, '=');
    if (!equals) {
        for (int i = 0; i < OPT_COUNT; i++) {
            const OptionSpec *spec = option_spec((OptionId)i);
            g_autofree char *no = g_strconcat("no", spec->name, NULL), *with = g_strconcat(spec->name, "=", NULL);
            offer(candidates, spec->type == OPTION_FLAG ? spec->name : with, stem);
            if (spec->type == OPTION_FLAG && g_str_has_prefix(stem, "no"))
                offer(candidates, no, stem);
        }
        return;
    }
    g_autofree char *name = g_strndup(stem, (gsize)(equals - stem));
    int id = option_find(name);
    if (id < 0)
        return;
    g_auto(GStrv) themes = id == OPT_THEME ? theme_list() : NULL;
    const char *const *choices = themes ? (const char *const *)themes : option_spec((OptionId)id)->choices;
    for (int i = 0; choices && choices[i]; i++) {
        g_autofree char *full = g_strconcat(name, "=", choices[i], NULL);
        offer(candidates, full, stem);
    }
}

/* What may stand at the cursor: a command's name first, then what its argument is. */
static void
open_menu(Session *session)
{
    const char *text = prompt_text(session->prompt);
    g_autofree char *before = g_strndup(text, prompt_cursor(session->prompt));
    const char *space = strchr(before, ' ');
    GPtrArray *candidates = g_ptr_array_new_with_free_func(g_free);
    const char *stem = before;
    if (!space) {
        for (guint i = 0; i < command_count(); i++)
            offer(candidates, command_get(i)->name, before);
    } else {
        g_autofree char *name = g_strndup(before, (gsize)(space - before));
        const Command *command = command_find(name);
        const char *last = strrchr(before, ' ');
        stem = command && command->completion == COMPLETE_FILE ? space + 1 : last + 1;
        switch (command ? command->completion : COMPLETE_NONE) {
        case COMPLETE_FILE:
            offer_files(candidates, stem);
            break;
        case COMPLETE_OPTION:
            offer_options(candidates, stem);
            break;
        case COMPLETE_COMMAND:
            for (guint i = 0; i < command_count(); i++)
                offer(candidates, command_get(i)->name, stem);
            break;
        case COMPLETE_NONE:
            break;
        }
    }
    g_ptr_array_sort(candidates, compare_names);
    prompt_offer(session->prompt, (gsize)(stem - before), candidates);
}

static CommandStatus
complete(Session *session, gboolean back)
{
    int chosen;
    if (prompt_kind(session->prompt) != PROMPT_COMMAND)
        return session_fail(session, "Only commands are completed.");
    g_autofree char *before = g_strdup(prompt_text(session->prompt));
    if (!prompt_candidates(session->prompt, &chosen))
        open_menu(session);
    if (!prompt_complete(session->prompt, back))
        return session_fail(session, "Nothing completes this.");
    if (!prompt_candidates(session->prompt, &chosen) && strcmp(before, prompt_text(session->prompt)) == 0)
        return session_fail(session, "This is complete.");
    return COMMAND_OK;
}

/* --- keys ------------------------------------------------------------------------------------------------------------------------------------ */

static const struct {
    const char *name;
    gboolean (*edit)(Prompt *prompt);
    const char *why_not;
} edits[] = {
    {"prompt-delete", prompt_delete, "The line ends here."},
    {"prompt-left", prompt_left, "The line begins here."},
    {"prompt-right", prompt_right, "The line ends here."},
    {"prompt-word-left", prompt_word_left, "The line begins here."},
    {"prompt-word-right", prompt_word_right, "The line ends here."},
    {"prompt-home", prompt_home, "The line begins here."},
    {"prompt-end", prompt_end, "The line ends here."},
    {"prompt-kill-word", prompt_kill_word, "The line begins here."},
    {"prompt-kill-start", prompt_kill_start, "The line begins here."},
    {"prompt-kill-end", prompt_kill_end, "The line ends here."},
    {"prompt-yank", prompt_yank, "Nothing was erased."},
    {"prompt-history-previous", prompt_history_previous, "No older line begins so."},
    {"prompt-history-next", prompt_history_next, "No newer line begins so."},
};

CommandStatus
session_prompt_command(Session *session, const char *name)
{
    if (!session->prompt)
        return session_fail(session, "Nothing is being typed.");
    if (strcmp(name, "prompt-accept") == 0)
        return accept(session);
    if (strcmp(name, "prompt-cancel") == 0)
        return cancel(session);
    if (strcmp(name, "prompt-complete") == 0)
        return complete(session, FALSE);
    if (strcmp(name, "prompt-complete-back") == 0)
        return complete(session, TRUE);
    if (strcmp(name, "prompt-backspace") == 0) {
        if (!*prompt_text(session->prompt)) /* as in vi: beyond the beginning lies the way out */
            return cancel(session);
        if (!prompt_backspace(session->prompt))
            return session_fail(session, "The line begins here.");
        session_prompt_changed(session);
        return COMMAND_OK;
    }
    for (guint i = 0; i < G_N_ELEMENTS(edits); i++) {
        if (strcmp(edits[i].name, name) != 0)
            continue;
        if (!edits[i].edit(session->prompt))
            return session_fail(session, "%s", edits[i].why_not);
        session_prompt_changed(session);
    }
    return COMMAND_OK;
}

void
session_prompt_key(Session *session, Key key)
{
    const char *line = NULL;
    if (keymap_lookup(session_keymap(session), MODE_PROMPT, &key, 1, &line) == KEYMAP_MATCH) {
        session_prompt_command(session, line);
        return;
    }
    if (key.modifiers || key.code >= KEYSYM_SPECIAL || key.code < ' ') {
        g_autoptr(GString) name = g_string_new(NULL);
        key_append(name, key);
        session_fail(session, "%s does nothing while you type; Esc leaves the line.", name->str);
        return;
    }
    char character[7] = {0};
    gint length = g_unichar_to_utf8(key.code, character);
    if (prompt_insert(session->prompt, character, length))
        session_prompt_changed(session);
    else
        session_fail(session, "The line is full.");
}

/* A line has no lines in it, and a document's worth of text is no line. */
void
session_paste(Session *session, const char *text, gsize length)
{
    session->stale = TRUE;
    session_clear_message(session);
    if (!session->prompt) {
        session_fail(session, "Pasted text goes only into a line that is typed; begin one with : or /");
        return;
    }
    g_autofree char *valid = g_utf8_make_valid(text, (gssize)MIN(length, PASTE_MAX));
    g_autoptr(GString) line = g_string_new(NULL);
    for (const char *at = g_strchomp(valid); *at; at = g_utf8_next_char(at)) {
        gunichar character = g_utf8_get_char(at);
        g_string_append_unichar(line, character < ' ' || safe_is_unsafe(character) ? ' ' : character);
    }
    if (prompt_insert(session->prompt, line->str, (gssize)line->len))
        session_prompt_changed(session);
    if (length > PASTE_MAX)
        session_fail(session, "Only the first %d bytes of what was pasted are taken.", PASTE_MAX);
}

static CommandStatus
run_command_line(Session *session, const char *argument, int count)
{
    session_open_prompt(session, PROMPT_COMMAND, *argument ? argument : NULL);
    return COMMAND_OK;
}

/* All rows below share this: which of them runs, the session knows. */
static CommandStatus
run_prompt(Session *session, const char *argument, int count)
{
    return session_prompt_command(session, session->running->name);
}

#define GROUP "Typing a line"

const Command commands_prompt[] = {
    {"command-line", "[TEXT]", "type a command", GROUP, run_command_line, COMPLETE_COMMAND},
    {"prompt-accept", "", "do what the line says", GROUP, run_prompt},
    {"prompt-cancel", "", "leave the line", GROUP, run_prompt},
    {"prompt-complete", "", "complete the word", GROUP, run_prompt},
    {"prompt-complete-back", "", "the completion before", GROUP, run_prompt},
    {"prompt-history-previous", "", "the older line that begins so", GROUP, run_prompt},
    {"prompt-history-next", "", "the newer line", GROUP, run_prompt},
    {"prompt-left", "", "left", GROUP, run_prompt},
    {"prompt-right", "", "right", GROUP, run_prompt},
    {"prompt-word-left", "", "left by a word", GROUP, run_prompt},
    {"prompt-word-right", "", "right by a word", GROUP, run_prompt},
    {"prompt-home", "", "to the start of the line", GROUP, run_prompt},
    {"prompt-end", "", "to the end of the line", GROUP, run_prompt},
    {"prompt-backspace", "", "erase the character before", GROUP, run_prompt},
    {"prompt-delete", "", "erase the character here", GROUP, run_prompt},
    {"prompt-kill-word", "", "erase the word before", GROUP, run_prompt},
    {"prompt-kill-start", "", "erase to the start of the line", GROUP, run_prompt},
    {"prompt-kill-end", "", "erase to the end of the line", GROUP, run_prompt},
    {"prompt-yank", "", "put back what was erased last", GROUP, run_prompt},
    {NULL},
};
