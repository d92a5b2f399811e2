/* Hints: everything in sight that can be acted on gets letters of the home row; typing them acts (f) or peeks (F). */
#include "app/internal.h"

#include <string.h>

static const char home_row[] = "asdfghjkl";
#define HINTS_MAX (9 + 9 * 9)

static gboolean
collect(LayerItem item, guint index, gpointer data)
{
    GArray *hints = data;
    Hint hint = {.offset = item.range.start};
    for (guint i = 0; i < hints->len; i++)
        if (g_array_index(hints, Hint, i).offset == hint.offset)
            return TRUE;
    if (hints->len < HINTS_MAX)
        g_array_append_val(hints, hint);
    return TRUE;
}

static int
compare_hints(gconstpointer a, gconstpointer b)
{
    gsize x = ((const Hint *)a)->offset, y = ((const Hint *)b)->offset;
    return x < y ? -1 : x > y;
}

/* One letter while they suffice, else two for all: no label begins another. */
static void
name_hints(GArray *hints)
{
    guint letters = (guint)strlen(home_row);
    for (guint i = 0; i < hints->len; i++) {
        Hint *hint = &g_array_index(hints, Hint, i);
        if (hints->len <= letters) {
            hint->letters[0] = home_row[i];
        } else {
            hint->letters[0] = home_row[i / letters % letters];
            hint->letters[1] = home_row[i % letters];
        }
    }
    if (hints->len > letters * letters)
        g_array_set_size(hints, letters * letters);
}

static CommandStatus
show_hints(Session *session, gboolean peek)
{
    if (!session_has_text(session))
        return session_fail(session, "There is no text.");
    GArray *hints = g_array_new(FALSE, TRUE, sizeof(Hint));
    for (int i = PANE_ARTICLE; i <= PANE_SUMMARY; i++) {
        if (!session->text[i] || session->geometry.pane[i].height == 0 || !session_pane_visible(session, (PaneId)i))
            continue;
        Range seen = text_view_visible(session->text[i]);
        layer_in_range(citations_cite_layer(article_citations(session->article)), seen, collect, hints);
        layer_in_range(document_note_marks(session_document(session)), seen, collect, hints);
        layer_in_range(document_links(session_document(session)), seen, collect, hints);
        layer_in_range(entities_layer(article_entities(session->article)), seen, collect, hints);
    }
    for (guint i = hints->len; i-- > 0;) { /* what starts above the first row is not in sight */
        int x, y;
        gsize offset = g_array_index(hints, Hint, i).offset;
        if (!text_view_locate(session->text[PANE_ARTICLE], offset, &x, &y) &&
            !(session->text[PANE_SUMMARY] && session_pane_visible(session, PANE_SUMMARY) && text_view_locate(session->text[PANE_SUMMARY], offset, &x, &y)))
            g_array_remove_index(hints, i);
    }
    if (hints->len == 0) {
        g_array_unref(hints);
        return session_fail(session, "Nothing in sight to act on.");
    }
    g_array_sort(hints, compare_hints);
    name_hints(hints);
    session_drop_hints(session);
    session->hints = hints;
    session->hints_peek = peek;
    session->hint_typed = g_string_new(NULL);
    session_say(session, peek ? "Look at which? Type its letters." : "Go where? Type its letters.");
    return COMMAND_OK;
}

void
session_drop_hints(Session *session)
{
    g_clear_pointer(&session->hints, g_array_unref);
    if (session->hint_typed)
        g_string_free(g_steal_pointer(&session->hint_typed), TRUE);
}

gboolean
session_hint_key(Session *session, Key key)
{
    if (key.modifiers || (key.code >= 128 && key.code != KEYSYM_BACKSPACE) || (key.code == KEYSYM_BACKSPACE && session->hint_typed->len == 0)) {
        session_drop_hints(session);
        session_say(session, "Cancelled.");
        return TRUE;
    }
    if (key.code == KEYSYM_BACKSPACE)
        g_string_truncate(session->hint_typed, session->hint_typed->len - 1);
    else
        g_string_append_c(session->hint_typed, (char)key.code);
    gboolean possible = FALSE;
    for (guint i = 0; i < session->hints->len; i++) {
        Hint hint = g_array_index(session->hints, Hint, i);
        if (strcmp(hint.letters, session->hint_typed->str) == 0) {
            gboolean peek = session->hints_peek;
            session_drop_hints(session);
            session_jump(session, hint.offset);
            session_run(session, command_find(peek ? "peek" : "act"), "", -1);
            return TRUE;
        }
        possible |= g_str_has_prefix(hint.letters, session->hint_typed->str);
    }
    if (!possible) {
        g_autofree char *typed = g_strdup(session->hint_typed->str);
        session_drop_hints(session);
        session_fail(session, "No place is called «%s».", typed);
    }
    return TRUE;
}

static CommandStatus
run_hint(Session *session, const char *argument, int count)
{
    return show_hints(session, FALSE);
}

static CommandStatus
run_hint_peek(Session *session, const char *argument, int count)
{
    return show_hints(session, TRUE);
}

const Command commands_hint[] = {
    {"hint", "", "letters on everything in sight: type one to act on it", "Looking things up", run_hint},
    {"hint-peek", "", "the same, to look at it", "Looking things up", run_hint_peek},
    {NULL},
};
