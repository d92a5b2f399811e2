/* From a key to a command: prompts, letters that are waited for, hints, counts, and sequences looked up in the key map of the current mode. */
#include "app/internal.h"

#include <string.h>

KeyMode
session_mode(const Session *session)
{
    if (session->prompt)
        return MODE_PROMPT;
    if (session->popup)
        return MODE_PEEK;
    if (session->selecting != SELECT_NONE)
        return MODE_SELECTION;
    return session->focus > PANE_SUMMARY ? MODE_PANE : MODE_NORMAL;
}

gboolean
session_in_prompt(const Session *session)
{
    return session->prompt != NULL;
}

gboolean
session_run(Session *session, const Command *command, const char *argument, int count)
{
    session->jumped = FALSE;
    session->running = command;
    CommandStatus status = command->run(session, argument, count);
    session->stale = TRUE;
    return status == COMMAND_OK;
}

static void
drop_pending(Session *session)
{
    g_array_set_size(session->pending, 0);
    session->count = -1;
}

static char *
pending_text(const Session *session)
{
    GString *out = g_string_new(NULL);
    if (session->count >= 0)
        g_string_append_printf(out, "%d", session->count);
    for (guint i = 0; i < session->pending->len; i++)
        key_append(out, g_array_index(session->pending, Key, i));
    return g_string_free(out, FALSE);
}

/* Commands that belong to a box; any other one closes it first. */
static gboolean
stays_in_popup(const Command *command)
{
    static const char *const staying[] = {"escape", "close", "redraw", "suspend", "copy-citation", "copy-url", "command-line"};
    if (g_str_has_prefix(command->name, "peek"))
        return TRUE;
    for (guint i = 0; i < G_N_ELEMENTS(staying); i++)
        if (strcmp(staying[i], command->name) == 0)
            return TRUE;
    return FALSE;
}

static void
run_bound(Session *session, const char *line)
{
    int count = session->count;
    drop_pending(session);
    gsize length = strcspn(line, " ");
    g_autofree char *name = g_strndup(line, length);
    const Command *command = command_find(name);
    if (!command) { /* the key map was loaded with command_check(): only its faulty rows come here */
        session_fail(session, "%s: there is no such command", name);
        return;
    }
    if (session->popup && !stays_in_popup(command))
        session_close_popup(session);
    const char *argument = line[length] ? line + length + 1 : "";
    session_run(session, command, argument, count);
    if (command->flags & COMMAND_REPEATS)
        session->repeat = command;
}

static gboolean
is_digit_for_count(const Session *session, Key key)
{
    if (key.modifiers || session->pending->len > 0)
        return FALSE;
    return (key.code >= '1' && key.code <= '9') || (key.code == '0' && session->count >= 0);
}

static void
dispatch_sequence(Session *session, Key key)
{
    if (is_digit_for_count(session, key)) {
        gint64 count = (gint64)MAX(session->count, 0) * 10 + (key.code - '0');
        session->count = (int)MIN(count, 99999999);
        return;
    }
    g_array_append_val(session->pending, key);
    const char *line = NULL;
    KeymapResult result = keymap_lookup(session_keymap(session), session_mode(session), (const Key *)(gpointer)session->pending->data, session->pending->len, &line);
    if (result == KEYMAP_PREFIX)
        return;
    if (result == KEYMAP_MATCH) {
        run_bound(session, line);
        return;
    }
    gboolean escape = key.code == KEYSYM_ESCAPE && (session->pending->len > 1 || session->count >= 0);
    g_autofree char *typed = pending_text(session);
    drop_pending(session);
    if (escape)
        session_say(session, "Cancelled.");
    else
        session_fail(session, "%s does nothing here; ? lists the keys", typed);
}

static gboolean
is_inside(Rect rect, Key key)
{
    return key.column >= rect.x && key.column < rect.x + rect.width && key.row >= rect.y && key.row < rect.y + rect.height;
}

/* The mouse (option mouse): the wheel scrolls what it is over, a click puts the caret there or chooses an entry of a list; a second click on the same place acts on it. */
static void
mouse_key(Session *session, Key key)
{
    gboolean wheel = key.code == KEYSYM_WHEEL_UP || key.code == KEYSYM_WHEEL_DOWN;
    int step = key.code == KEYSYM_WHEEL_UP ? -3 : 3;
    if (!wheel && key.code != KEYSYM_MOUSE_PRESS)
        return;
    if (session->popup) {
        if (!wheel || !popup_scroll(session->popup, step))
            session_close_popup(session);
        return;
    }
    for (int i = 0; i < PANE_COUNT; i++) {
        Rect area = session->geometry.pane[i];
        if (!is_inside(area, key))
            continue;
        Pane *list = session->pane[i];
        if (list && wheel) {
            pane_move(list, step);
        } else if (list) {
            gboolean again = (int)session->focus == i && pane_current(list);
            const PaneRow *before = again ? pane_current(list) : NULL;
            guint item = before ? before->item : G_MAXUINT;
            session_focus(session, (PaneId)i);
            if (pane_select_row(list, key.row - area.y) && pane_current(list)->item == item)
                session_run(session, command_find("pane-act"), "", -1);
        } else if (wheel && session->text[i]) {
            if (text_view_scroll(session->text[i], step))
                session->caret[i] = text_view_clamp(session->text[i], session->caret[i], 0, session->goal);
        } else if (session->text[i]) {
            gsize offset = text_view_offset_at(session->text[i], key.column - area.x, key.row - area.y - (i == PANE_SUMMARY));
            gboolean again = offset == session_caret_offset(session) && (int)session->focus == i;
            session_focus(session, (PaneId)i);
            if (offset != G_MAXSIZE)
                session_go(session, offset, FALSE);
            if (again)
                session_run(session, command_find("act"), "", -1);
        }
        return;
    }
}

static void
wait_key(Session *session, Key key)
{
    Waiting waiting = session->waiting;
    session->waiting = WAIT_NONE;
    if (key.code == KEYSYM_ESCAPE) {
        session_say(session, "Cancelled.");
        return;
    }
    char letter[2] = {key.code < 128 && !key.modifiers ? (char)key.code : '?', '\0'};
    session_run(session, command_find(waiting == WAIT_MARK ? "mark" : "go-to-mark"), letter, -1);
}

/* A resize may have left the caret below the window's edge; it stays there as long as nothing is done, so that the screen can come back as it was. */
static void
fetch_caret(Session *session)
{
    session->caret_lost = FALSE;
    if (!session_has_text(session))
        return;
    PaneId pane = session_text_pane(session);
    session->caret[pane] = text_view_clamp(session->text[pane], session->caret[pane], 0, session->goal);
}

void
session_key(Session *session, Key key)
{
    if (session->has_quit || key.code == KEYSYM_NONE)
        return;
    if (session->caret_lost)
        fetch_caret(session);
    session->stale = TRUE;
    if (session->prompt) {
        if (key.code >= KEYSYM_MOUSE_PRESS)
            return;
        session_clear_message(session);
        session_prompt_key(session, key);
        return;
    }
    session_clear_message(session);
    if (key.code >= KEYSYM_MOUSE_PRESS) {
        if (session_has_text(session))
            mouse_key(session, key);
        return;
    }
    if (session->waiting != WAIT_NONE)
        wait_key(session, key);
    else if (session->hints)
        session_hint_key(session, key);
    else
        dispatch_sequence(session, key);
}
