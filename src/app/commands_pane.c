/* Panes: showing and hiding them, going from one to the other, their sizes, and what is done inside a list. */
#include "app/internal.h"

#include <string.h>

static CommandStatus
toggle(Session *session, PaneId pane)
{
    if (!session->article)
        return session_fail(session, "There is no article yet.");
    if (pane == PANE_SUMMARY && !session->text[PANE_SUMMARY])
        return session_fail(session, "This article has no executive summary.");
    session_show_pane(session, pane, !session_pane_visible(session, pane));
    return COMMAND_OK;
}

static CommandStatus
run_pane_summary(Session *session, const char *argument, int count)
{
    return toggle(session, PANE_SUMMARY);
}

static CommandStatus
run_pane_citations(Session *session, const char *argument, int count)
{
    return toggle(session, PANE_CITATIONS);
}

static CommandStatus
run_pane_entities(Session *session, const char *argument, int count)
{
    return toggle(session, PANE_ENTITIES);
}

static CommandStatus
run_pane_outline(Session *session, const char *argument, int count)
{
    return toggle(session, PANE_OUTLINE);
}

/* Only the article; again: what was shown before. */
static CommandStatus
run_only_article(Session *session, const char *argument, int count)
{
    gsize caret = session_has_text(session) ? session_caret_offset(session) : 0;
    gboolean any = FALSE, wide = session->width >= GEOMETRY_WIDE;
    for (int i = PANE_SUMMARY; i < PANE_COUNT; i++)
        any |= session_pane_visible(session, (PaneId)i);
    if (any) {
        session->shown_before = session->shown;
        session->drawer_before = session->drawer;
        session->shown = 0;
        session->drawer = PANE_ARTICLE;
    } else if (wide ? session->shown_before != 0 : session->drawer_before != PANE_ARTICLE) {
        session->shown = session->shown_before;
        session->drawer = wide ? PANE_ARTICLE : session->drawer_before;
    } else {
        return session_fail(session, "Only the article is shown already.");
    }
    session->focus = PANE_ARTICLE;
    session_update_geometry(session);
    if (session_has_text(session))
        session_go(session, caret, TRUE);
    return COMMAND_OK;
}

/* --- focus ------------------------------------------------------------------------------------------------------------------------------- */

static CommandStatus
focus_step(Session *session, int step)
{
    int pane = session->focus;
    do
        pane = (pane + step + PANE_COUNT) % PANE_COUNT;
    while (pane != (int)session->focus && session->geometry.pane[pane].height == 0);
    if (pane == (int)session->focus)
        return session_fail(session, "No other pane is open; sc opens the citations, se the entities, st the outline.");
    session_focus(session, (PaneId)pane);
    return COMMAND_OK;
}

static CommandStatus
run_focus_next(Session *session, const char *argument, int count)
{
    return focus_step(session, 1);
}

static CommandStatus
run_focus_previous(Session *session, const char *argument, int count)
{
    return focus_step(session, -1);
}

/* The row of the screen where the reader is: the caret's, or the first of a list. */
static int
row_of_focus(const Session *session)
{
    Rect from = session->geometry.pane[session->focus];
    int x, y;
    if (session->focus > PANE_SUMMARY || !session_has_text(session))
        return from.y;
    return text_view_locate(session_view(session), session_caret_offset(session), &x, &y) ? from.y + y + (session->focus == PANE_SUMMARY) : from.y;
}

/* How far a row is from a pane, 0: it is one of its rows. */
static int
rows_away(Rect pane, int row)
{
    return row < pane.y ? pane.y - row : MAX(0, row - (pane.y + pane.height - 1));
}

/* The nearest pane whose rectangle lies on that side: beside one another, the one at the reader's row; to the left lies the article before its summary. */
static CommandStatus
focus_side(Session *session, int dx, int dy, const char *side)
{
    Rect from = session->geometry.pane[session->focus];
    int best = -1, best_distance = G_MAXINT;
    for (int i = 0; i < PANE_COUNT; i++) {
        Rect to = session->geometry.pane[i];
        if (i == (int)session->focus || to.height == 0)
            continue;
        gboolean there = dx > 0   ? to.x >= from.x + from.width
                         : dx < 0 ? to.x + to.width <= from.x
                         : dy > 0 ? to.y >= from.y + from.height && to.x < from.x + from.width && from.x < to.x + to.width
                                  : to.y + to.height <= from.y && to.x < from.x + from.width && from.x < to.x + to.width;
        int distance = dy ? ABS(to.y - from.y) : dx < 0 ? i : rows_away(to, row_of_focus(session));
        if (there && distance < best_distance) {
            best = i;
            best_distance = distance;
        }
    }
    if (best < 0)
        return session_fail(session, "There is no pane %s.", side);
    session_focus(session, (PaneId)best);
    return COMMAND_OK;
}

static CommandStatus
run_focus_left(Session *session, const char *argument, int count)
{
    return focus_side(session, -1, 0, "to the left");
}

static CommandStatus
run_focus_right(Session *session, const char *argument, int count)
{
    return focus_side(session, 1, 0, "to the right");
}

static CommandStatus
run_focus_up(Session *session, const char *argument, int count)
{
    return focus_side(session, 0, -1, "above");
}

static CommandStatus
run_focus_down(Session *session, const char *argument, int count)
{
    return focus_side(session, 0, 1, "below");
}

static CommandStatus
resize_pane(Session *session, int rows)
{
    PaneId pane = session->focus;
    if (pane == PANE_ARTICLE)
        return session_fail(session, "The article takes what the other panes leave; focus one of them with Tab first.");
    int before = session->geometry.pane[pane].height;
    session->weight[pane] += rows;
    session_update_geometry(session);
    if (session->geometry.pane[pane].height == before) {
        session->weight[pane] -= rows;
        session_update_geometry(session);
        return session_fail(session, rows > 0 ? "The pane cannot grow further." : "The pane cannot shrink further.");
    }
    return COMMAND_OK;
}

static CommandStatus
run_pane_grow(Session *session, const char *argument, int count)
{
    return resize_pane(session, count < 0 ? 1 : count);
}

static CommandStatus
run_pane_shrink(Session *session, const char *argument, int count)
{
    return resize_pane(session, count < 0 ? -1 : -count);
}

/* --- inside a list ------------------------------------------------------------------------------------------------------------------------ */

static Pane *
focused(Session *session)
{
    Pane *pane = session->pane[session->focus];
    if (!pane)
        session_fail(session, "This is for the lists beside the text; Tab goes to them.");
    return pane;
}

static CommandStatus
run_pane_down(Session *session, const char *argument, int count)
{
    Pane *pane = focused(session);
    if (!pane)
        return COMMAND_FAILED;
    return pane_move(pane, count < 0 ? 1 : count) ? COMMAND_OK : session_fail(session, "This is the last entry.");
}

static CommandStatus
run_pane_up(Session *session, const char *argument, int count)
{
    Pane *pane = focused(session);
    if (!pane)
        return COMMAND_FAILED;
    return pane_move(pane, count < 0 ? -1 : -count) ? COMMAND_OK : session_fail(session, "This is the first entry.");
}

static CommandStatus
run_pane_page_down(Session *session, const char *argument, int count)
{
    Pane *pane = focused(session);
    if (!pane)
        return COMMAND_FAILED;
    return pane_page(pane, 1) ? COMMAND_OK : session_fail(session, "This is the last entry.");
}

static CommandStatus
run_pane_page_up(Session *session, const char *argument, int count)
{
    Pane *pane = focused(session);
    if (!pane)
        return COMMAND_FAILED;
    return pane_page(pane, -1) ? COMMAND_OK : session_fail(session, "This is the first entry.");
}

static CommandStatus
pane_to(Session *session, gboolean end)
{
    Pane *pane = focused(session);
    if (!pane)
        return COMMAND_FAILED;
    return pane_move_to(pane, end) ? COMMAND_OK : session_fail(session, end ? "This is the last entry." : "This is the first entry.");
}

static CommandStatus
run_pane_start(Session *session, const char *argument, int count)
{
    return pane_to(session, FALSE);
}

static CommandStatus
run_pane_end(Session *session, const char *argument, int count)
{
    return pane_to(session, TRUE);
}

/* Number of the place of a row at an offset, from 1. */
static guint
place_number(const PaneRow *row, gsize offset)
{
    for (guint i = 0; i < row->n_places; i++)
        if (row->places[i].start == offset)
            return i + 1;
    return 0;
}

/* Goes to the next place of the entry; again to the one after it. The keys stay in the list. */
static CommandStatus
run_pane_act(Session *session, const char *argument, int count)
{
    Pane *pane = focused(session);
    if (!pane)
        return COMMAND_FAILED;
    const PaneRow *row = pane_current(pane);
    if (!row)
        return session_fail(session, "The list is empty.");
    if (session->focus == PANE_ENTITIES && row->kind == PANE_ROW_ITEM)
        session->entity = (int)row->id;
    gsize to = pane_place(pane, session_caret_offset(session), 1);
    if (to == G_MAXSIZE)
        return session_fail(session, "This entry has no place in the text.");
    guint number = place_number(row, to), of = row->n_places;
    PaneId focus = session->focus;
    session_jump(session, to);
    session->focus = focus;
    if (of > 1)
        session_say(session, "Place %u of %u · Enter goes to the next · Esc to the text", number, of);
    else
        session_say(session, "Its only place · Esc to the text");
    return COMMAND_OK;
}

static CommandStatus
run_pane_filter(Session *session, const char *argument, int count)
{
    Pane *pane = focused(session);
    if (!pane)
        return COMMAND_FAILED;
    if (*argument) {
        pane_set_filter(pane, argument);
        return COMMAND_OK;
    }
    session->prompt_pane = pane;
    session_open_prompt(session, PROMPT_FILTER, pane_filter(pane));
    return COMMAND_OK;
}

static CommandStatus
order_step(Session *session, int step)
{
    Pane *pane = focused(session);
    if (!pane)
        return COMMAND_FAILED;
    const char *const *orders = pane_ops(pane)->orders;
    int orders_count = (int)g_strv_length((char **)orders);
    if (orders_count < 2)
        return session_fail(session, "This list has one order only.");
    pane_set_order(pane, (guint)(((int)pane_order(pane) + step + orders_count) % orders_count));
    session_say(session, "Listed %s.", orders[pane_order(pane)]);
    return COMMAND_OK;
}

static CommandStatus
run_pane_order(Session *session, const char *argument, int count)
{
    return order_step(session, 1);
}

static CommandStatus
run_pane_order_back(Session *session, const char *argument, int count)
{
    return order_step(session, -1);
}

#define GROUP "Panes"

const Command commands_pane[] = {
    {"pane-summary", "", "show or hide the executive summary", GROUP, run_pane_summary},
    {"pane-citations", "", "show or hide the citations", GROUP, run_pane_citations},
    {"pane-entities", "", "show or hide the entities", GROUP, run_pane_entities},
    {"pane-outline", "", "show or hide the outline", GROUP, run_pane_outline},
    {"only-article", "", "only the article; again: what was shown before", GROUP, run_only_article},
    {"focus-next", "", "keys to the next pane", GROUP, run_focus_next},
    {"focus-previous", "", "keys to the pane before", GROUP, run_focus_previous},
    {"focus-left", "", "keys to the pane on the left", GROUP, run_focus_left},
    {"focus-right", "", "keys to the pane on the right", GROUP, run_focus_right},
    {"focus-up", "", "keys to the pane above", GROUP, run_focus_up},
    {"focus-down", "", "keys to the pane below", GROUP, run_focus_down},
    {"focus-other", "", "keys to the next pane, in turn", GROUP, run_focus_next},
    {"pane-grow", "[N]", "the pane higher", GROUP, run_pane_grow},
    {"pane-shrink", "[N]", "the pane lower", GROUP, run_pane_shrink},
    {"pane-down", "[N]", "in a list: down", GROUP, run_pane_down},
    {"pane-up", "[N]", "in a list: up", GROUP, run_pane_up},
    {"pane-page-down", "", "in a list: a page down", GROUP, run_pane_page_down},
    {"pane-page-up", "", "in a list: a page up", GROUP, run_pane_page_up},
    {"pane-start", "", "in a list: to the first entry", GROUP, run_pane_start},
    {"pane-end", "", "in a list: to the last entry", GROUP, run_pane_end},
    {"pane-act", "", "in a list: to the entry's next place in the text", GROUP, run_pane_act},
    {"pane-filter", "[TEXT]", "in a list: only entries that hold a text", GROUP, run_pane_filter},
    {"pane-order", "", "in a list: the next order or grouping", GROUP, run_pane_order},
    {"pane-order-back", "", "in a list: the order before", GROUP, run_pane_order_back},
    {NULL},
};
