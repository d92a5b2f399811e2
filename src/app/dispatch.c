/* From a key to a command: prompts, letters that are waited for, hints, counts, and sequences looked up in the key map of the current mode. */
#include "app/internal.h"

#include <string.h>

#define COUNT_MAX 99999999

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
    CommandStatus status = command_needs_text(command) && !session_has_text(session)
                               ? session_fail(session, "There is no text here.")
                               : command->run(session, argument, count);
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

/* Under 40×10 nothing is drawn, so nothing is done that one could not see: what is left is the way out. */
static gboolean
works_unseen(const char *name)
{
    static const char *const working[] = {"quit", "close", "suspend", "redraw", "prompt-cancel"};
    for (guint i = 0; i < G_N_ELEMENTS(working); i++)
        if (strcmp(working[i], name) == 0)
            return TRUE;
    return FALSE;
}

static void
say_too_small(Session *session)
{
    session_fail(session, "The screen is too small for this; ibid needs %d×%d cells.", GEOMETRY_MIN_WIDTH, GEOMETRY_MIN_HEIGHT);
}

/* Commands that belong to a box; any other one closes it first. */
static gboolean
stays_in_popup(const Command *command)
{
    static const char *const staying[] = {"escape", "close", "redraw", "suspend", "copy-citation", "copy-url", "command-line", "uses"};
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
    if (session->geometry.too_small && !works_unseen(command->name)) {
        say_too_small(session);
        return;
    }
    gboolean closes_help = session->popup && session->popup_kind == POPUP_HELP && strcmp(command->name, "help") == 0;
    if (session->popup && !stays_in_popup(command))
        session_close_popup(session);
    if (closes_help) /* what opened the help closes it, too */
        return;
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
        if (count > COUNT_MAX)
            session_fail(session, "%d is the largest count.", COUNT_MAX);
        session->count = (int)MIN(count, COUNT_MAX);
        return;
    }
    if (key.code == KEYSYM_ESCAPE && !key.modifiers && (session->count >= 0 || session->pending->len > 0)) {
        drop_pending(session);
        session_say(session, "Cancelled.");
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
    g_autofree char *typed = pending_text(session);
    drop_pending(session);
    session_fail(session, "%s does nothing here; ? lists the keys", typed);
}

static gboolean
is_inside(Rect rect, Key key)
{
    return key.column >= rect.x && key.column < rect.x + rect.width && key.row >= rect.y && key.row < rect.y + rect.height;
}

/* A click in a list chooses the entry there; a second one acts on it. */
static void
click_list(Session *session, PaneId pane, int row)
{
    Pane *list = session->pane[pane];
    const PaneRow *before = session->focus == pane ? pane_current(list) : NULL;
    guint item = before ? before->item : G_MAXUINT;
    session_focus(session, pane);
    if (!pane_select_row(list, row))
        session_say(session, "There is no entry here.");
    else if (pane_current(list)->item == item)
        session_run(session, command_find("pane-act"), "", -1);
}

/* A click in a text puts the caret there; a second one on the same place acts on what is there. */
static void
click_text(Session *session, PaneId pane, int column, int row)
{
    gsize offset = text_view_offset_at(session->text[pane], column, row);
    gboolean again = session->focus == pane && offset == session_caret_offset(session);
    session_focus(session, pane);
    if (offset == G_MAXSIZE)
        session_say(session, "There is no text here.");
    else if (again)
        session_run(session, command_find("act"), "", -1);
    else
        session_go(session, offset, FALSE);
}

static void
wheel(Session *session, PaneId pane, int rows)
{
    gboolean moved;
    if (session->pane[pane]) {
        moved = (session->focus == pane ? pane_move : pane_scroll)(session->pane[pane], rows);
    } else {
        TextView *view = session->text[pane];
        moved = text_view_scroll(view, rows) != 0;
        session->caret[pane] = text_view_clamp(view, session->caret[pane], 0, session->goal);
    }
    if (!moved)
        session_say(session, rows > 0 ? "The end is in sight." : "The beginning is in sight.");
}

/* The mouse (option mouse): the wheel scrolls what it is over, a click puts the caret there or chooses an entry of a list; a second click on the same place acts on it. */
static void
mouse_key(Session *session, Key key)
{
    gboolean turned = key.code == KEYSYM_WHEEL_UP || key.code == KEYSYM_WHEEL_DOWN;
    int rows = key.code == KEYSYM_WHEEL_UP ? -3 : 3;
    session_drop_hints(session);
    session->waiting = WAIT_NONE;
    drop_pending(session);
    if (session->popup) {
        if (!turned)
            session_close_popup(session);
        else if (!popup_scroll(session->popup, rows))
            session_say(session, rows > 0 ? "The end of the box." : "The beginning of the box.");
        return;
    }
    for (int i = 0; i < PANE_COUNT; i++) {
        Rect area = session->geometry.pane[i];
        if (!is_inside(area, key) || (!session->pane[i] && !session->text[i]))
            continue;
        if (turned)
            wheel(session, (PaneId)i, rows);
        else if (session->pane[i])
            click_list(session, (PaneId)i, key.row - area.y);
        else
            click_text(session, (PaneId)i, key.column - area.x, key.row - area.y - (i == PANE_SUMMARY));
        return;
    }
    if (turned) /* over a rule or a line of the frame: the text is what is meant */
        wheel(session, PANE_ARTICLE, rows);
    else
        session_say(session, "There is nothing to click on here.");
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

static gboolean
leaves_prompt(Session *session, Key key)
{
    const char *line = NULL;
    return keymap_lookup(session_keymap(session), MODE_PROMPT, &key, 1, &line) == KEYMAP_MATCH && works_unseen(line);
}

void
session_key(Session *session, Key key)
{
    if (session->has_quit || key.code == KEYSYM_NONE || key.code == KEYSYM_MOUSE_RELEASE) /* the press has done what there was to do */
        return;
    if (session->caret_lost)
        fetch_caret(session);
    session->has_aside = FALSE;
    session->stale = TRUE;
    if (session->prompt) {
        session_clear_message(session);
        if (key.code >= KEYSYM_MOUSE_PRESS)
            session_say(session, "Esc leaves the line; then the mouse works.");
        else if (session->geometry.too_small && !leaves_prompt(session, key))
            say_too_small(session);
        else
            session_prompt_key(session, key);
        return;
    }
    session_clear_message(session);
    if (key.code >= KEYSYM_MOUSE_PRESS) {
        if (session->geometry.too_small)
            say_too_small(session);
        else if (session_has_text(session))
            mouse_key(session, key);
        else
            session_say(session, "There is no text here.");
        return;
    }
    if (session->waiting != WAIT_NONE)
        wait_key(session, key);
    else if (session->hints)
        session_hint_key(session, key);
    else
        dispatch_sequence(session, key);
    if (session->geometry.too_small && !session->message)
        say_too_small(session);
}
