/* One GString and a cursor that always stands at the start of a grapheme cluster or at the end. */
#include "app/prompt.h"

#include <string.h>

#include "text/cluster.h"

#define HISTORY_MAX 200
#define PROMPT_MAX 4096 /* bytes of a line; a paste beyond is not taken */

struct Prompt {
    PromptKind kind;
    GString *text;
    gsize cursor;
    GPtrArray *history;
    int place;      /* in the history; its length: the line that was typed */
    char *typed;    /* that line, while an older one is shown */
    char *killed;
    GPtrArray *candidates;
    gsize from;     /* where the candidates begin */
    char *stem;     /* what stood there before the first candidate */
    int chosen;
};

Prompt *
prompt_new(PromptKind kind, const char *text, GPtrArray *history)
{
    Prompt *prompt = g_new0(Prompt, 1);
    prompt->kind = kind;
    prompt->text = g_string_new(text);
    prompt->cursor = prompt->text->len;
    prompt->history = history;
    prompt->place = history ? (int)history->len : 0;
    return prompt;
}

void
prompt_close_menu(Prompt *prompt)
{
    g_clear_pointer(&prompt->candidates, g_ptr_array_unref);
    g_clear_pointer(&prompt->stem, g_free);
}

void
prompt_free(Prompt *prompt)
{
    if (!prompt)
        return;
    prompt_close_menu(prompt);
    g_string_free(prompt->text, TRUE);
    g_free(prompt->typed);
    g_free(prompt->killed);
    g_free(prompt);
}

PromptKind
prompt_kind(const Prompt *prompt)
{
    return prompt->kind;
}

const char *
prompt_text(const Prompt *prompt)
{
    return prompt->text->str;
}

gsize
prompt_cursor(const Prompt *prompt)
{
    return prompt->cursor;
}

/* A line that is edited is a line typed, wherever it came from: the next step into the history begins with it. */
static void
prompt_edited(Prompt *prompt)
{
    prompt->place = prompt->history ? (int)prompt->history->len : 0;
    prompt_close_menu(prompt);
}

/* Takes out [start, end), which holds or ends at the cursor. */
static gboolean
prompt_cut(Prompt *prompt, gsize start, gsize end, gboolean keep)
{
    if (start == end)
        return FALSE;
    if (keep) {
        g_free(prompt->killed);
        prompt->killed = g_strndup(prompt->text->str + start, end - start);
    }
    g_string_erase(prompt->text, (gssize)start, (gssize)(end - start));
    prompt->cursor = start;
    prompt_edited(prompt);
    return TRUE;
}

gboolean
prompt_insert(Prompt *prompt, const char *text, gssize length)
{
    gsize bytes = length < 0 ? strlen(text) : (gsize)length;
    if (bytes == 0 || prompt->text->len + bytes > PROMPT_MAX)
        return FALSE;
    g_string_insert_len(prompt->text, (gssize)prompt->cursor, text, (gssize)bytes);
    prompt->cursor += bytes;
    prompt_edited(prompt);
    return TRUE;
}

static gsize
prompt_before(const Prompt *prompt)
{
    return prompt->cursor ? cluster_previous(prompt->text->str, prompt->text->len, prompt->cursor) : 0;
}

static gsize
prompt_after(const Prompt *prompt)
{
    return cluster_next(prompt->text->str, prompt->text->len, prompt->cursor);
}

gboolean
prompt_backspace(Prompt *prompt)
{
    return prompt_cut(prompt, prompt_before(prompt), prompt->cursor, FALSE);
}

gboolean
prompt_delete(Prompt *prompt)
{
    return prompt_cut(prompt, prompt->cursor, prompt_after(prompt), FALSE);
}

static gboolean
prompt_move(Prompt *prompt, gsize to)
{
    gboolean moved = to != prompt->cursor;
    prompt->cursor = to;
    prompt_close_menu(prompt);
    return moved;
}

gboolean
prompt_left(Prompt *prompt)
{
    return prompt_move(prompt, prompt_before(prompt));
}

gboolean
prompt_right(Prompt *prompt)
{
    return prompt_move(prompt, prompt_after(prompt));
}

/* Words are what stands between spaces: all that a command line, a path or a query needs. */
static gsize
word_left(const Prompt *prompt)
{
    gsize at = prompt->cursor;
    while (at > 0 && prompt->text->str[at - 1] == ' ')
        at--;
    while (at > 0 && prompt->text->str[at - 1] != ' ')
        at--;
    return at;
}

gboolean
prompt_word_left(Prompt *prompt)
{
    return prompt_move(prompt, word_left(prompt));
}

gboolean
prompt_word_right(Prompt *prompt)
{
    gsize at = prompt->cursor;
    while (at < prompt->text->len && prompt->text->str[at] == ' ')
        at++;
    while (at < prompt->text->len && prompt->text->str[at] != ' ')
        at++;
    return prompt_move(prompt, at);
}

gboolean
prompt_home(Prompt *prompt)
{
    return prompt_move(prompt, 0);
}

gboolean
prompt_end(Prompt *prompt)
{
    return prompt_move(prompt, prompt->text->len);
}

gboolean
prompt_kill_word(Prompt *prompt)
{
    return prompt_cut(prompt, word_left(prompt), prompt->cursor, TRUE);
}

gboolean
prompt_kill_start(Prompt *prompt)
{
    return prompt_cut(prompt, 0, prompt->cursor, TRUE);
}

gboolean
prompt_kill_end(Prompt *prompt)
{
    gsize cursor = prompt->cursor;
    return prompt_cut(prompt, cursor, prompt->text->len, TRUE);
}

gboolean
prompt_yank(Prompt *prompt)
{
    return prompt->killed && prompt_insert(prompt, prompt->killed, -1);
}

/* A line of the history that is worth a step: it begins as the typed one does, and is not what stands there. */
static gboolean
is_other_line(const Prompt *prompt, const char *line)
{
    return g_str_has_prefix(line, prompt->typed) && strcmp(line, prompt->text->str) != 0;
}

static gboolean
prompt_recall(Prompt *prompt, int step)
{
    if (!prompt->history)
        return FALSE;
    int count = (int)prompt->history->len, place = prompt->place;
    if (place == count) {
        g_free(prompt->typed);
        prompt->typed = g_strdup(prompt->text->str);
    }
    do {
        place += step;
        if (place < 0 || place > count)
            return FALSE;
    } while (place < count && !is_other_line(prompt, g_ptr_array_index(prompt->history, place)));
    prompt->place = place;
    g_string_assign(prompt->text, place == count ? prompt->typed : g_ptr_array_index(prompt->history, place));
    prompt->cursor = prompt->text->len;
    prompt_close_menu(prompt);
    return TRUE;
}

gboolean
prompt_history_previous(Prompt *prompt)
{
    return prompt_recall(prompt, -1);
}

gboolean
prompt_history_next(Prompt *prompt)
{
    return prompt->typed && prompt_recall(prompt, 1);
}

void
prompt_offer(Prompt *prompt, gsize from, GPtrArray *candidates)
{
    prompt_close_menu(prompt);
    if (candidates->len == 0) {
        g_ptr_array_unref(candidates);
        return;
    }
    prompt->candidates = candidates;
    prompt->from = from;
    prompt->stem = g_strndup(prompt->text->str + from, prompt->cursor - from);
    prompt->chosen = -1;
}

/* One step beyond either end of the menu stands what was typed. */
gboolean
prompt_complete(Prompt *prompt, gboolean back)
{
    if (!prompt->candidates)
        return FALSE;
    int count = (int)prompt->candidates->len;
    if (count == 1)
        prompt->chosen = 0;
    else if (back)
        prompt->chosen = prompt->chosen < 0 ? count - 1 : prompt->chosen - 1;
    else
        prompt->chosen = prompt->chosen == count - 1 ? -1 : prompt->chosen + 1;
    const char *text = prompt->chosen < 0 ? prompt->stem : g_ptr_array_index(prompt->candidates, prompt->chosen);
    g_string_erase(prompt->text, (gssize)prompt->from, (gssize)(prompt->cursor - prompt->from));
    g_string_insert(prompt->text, (gssize)prompt->from, text);
    prompt->cursor = prompt->from + strlen(text);
    prompt->place = prompt->history ? (int)prompt->history->len : 0;
    if (count == 1)
        prompt_close_menu(prompt);
    return TRUE;
}

const GPtrArray *
prompt_candidates(const Prompt *prompt, int *chosen)
{
    *chosen = prompt->candidates ? prompt->chosen : -1;
    return prompt->candidates;
}

void
history_add(GPtrArray *history, const char *line)
{
    if (!*line || (history->len > 0 && strcmp(g_ptr_array_index(history, history->len - 1), line) == 0))
        return;
    g_ptr_array_add(history, g_strdup(line));
    if (history->len > HISTORY_MAX)
        g_ptr_array_remove_index(history, 0);
}
