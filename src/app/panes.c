/* Which panes are shown, where they stand, and which of them has the keys. */
#include "app/internal.h"

#define SUMMARY_ROWS_MAX 200 /* rows of a summary that are counted; more are not pinned anyway */

gboolean
session_pane_visible(const Session *session, PaneId pane)
{
    if (pane == PANE_ARTICLE)
        return TRUE;
    if (pane == PANE_SUMMARY && !session->text[PANE_SUMMARY])
        return FALSE;
    if (session->width < GEOMETRY_WIDE)
        return session->drawer == pane;
    return (session->shown & PANE_BIT(pane)) != 0;
}

/* Rows that the summary's text takes in its window. */
static int
summary_rows(Session *session, int width)
{
    TextView *view = session->text[PANE_SUMMARY];
    if (!view)
        return 0;
    text_view_set_numbers(view, FALSE);
    text_view_set_size(view, width, 1, options_number(session->options, OPT_MEASURE));
    return layout_rows(text_view_layout(view), SUMMARY_ROWS_MAX);
}

void
session_update_geometry(Session *session)
{
    GeometryRequest request = {
        .width = session->width,
        .height = session->height,
        .shown = session->shown,
        .drawer = session->drawer,
        .measure = options_number(session->options, OPT_MEASURE),
        .sidebar = options_number(session->options, OPT_SIDEBAR),
    };
    for (int i = 0; i < PANE_COUNT; i++)
        request.weight[i] = session->weight[i];
    if (!session->text[PANE_SUMMARY]) {
        request.shown &= ~PANE_BIT(PANE_SUMMARY);
        if (request.drawer == PANE_SUMMARY)
            request.drawer = PANE_ARTICLE;
    }
    geometry_compute(&request, &session->geometry);
    if (session_pane_visible(session, PANE_SUMMARY)) { /* its height depends on its width, which is known now */
        request.summary_rows = summary_rows(session, session->geometry.pane[PANE_ARTICLE].width);
        geometry_compute(&request, &session->geometry);
    }
    int measure = options_number(session->options, OPT_MEASURE);
    Rect article = session->geometry.pane[PANE_ARTICLE], summary = session->geometry.pane[PANE_SUMMARY];
    if (session->text[PANE_ARTICLE] && article.height > 0) {
        TextView *view = session->text[PANE_ARTICLE];
        layout_refresh(text_view_layout(view));
        text_view_set_numbers(view, options_flag(session->options, OPT_NUMBERS));
        text_view_set_size(view, article.width, article.height, measure);
    }
    if (session->text[PANE_SUMMARY] && summary.height > 1)
        text_view_set_size(session->text[PANE_SUMMARY], summary.width, summary.height - 1, measure);
    if (!session->geometry.too_small && !session_pane_visible(session, session->focus))
        session->focus = PANE_ARTICLE;
    session->layout_stale = FALSE;
    session->stale = TRUE;
}

void
session_show_pane(Session *session, PaneId pane, gboolean show)
{
    gsize caret = session_has_text(session) ? session_caret_offset(session) : 0;
    if (session->width < GEOMETRY_WIDE)
        session->drawer = show ? pane : PANE_ARTICLE;
    else if (show)
        session->shown |= PANE_BIT(pane);
    else
        session->shown &= ~PANE_BIT(pane);
    session_update_geometry(session);
    if (session_has_text(session))
        session_go(session, caret, TRUE);
}

void
session_focus(Session *session, PaneId pane)
{
    if (session->focus <= PANE_SUMMARY)
        session->reading = session->focus;
    session->focus = pane;
    if (pane == PANE_ARTICLE && session_has_text(session)) /* what its caret stood on may be hidden meanwhile */
        session->caret[PANE_ARTICLE] = session_shown_offset(session, PANE_ARTICLE, session->caret[PANE_ARTICLE]);
    session->selecting = SELECT_NONE;
    session->goal = -1;
    session->stale = TRUE;
}

/* A reader in the summary stays there when a resize pins it or no longer does. How the article stood is kept until something is done, so that the screen can come back as it was. */
static void
keep_place_in_summary(Session *session, gboolean was_there)
{
    if (!session->text[PANE_SUMMARY])
        return;
    gboolean pinned = session_pane_visible(session, PANE_SUMMARY);
    gboolean moves = pinned ? !was_there && range_contains(session->summary, session->caret[PANE_ARTICLE]) : was_there;
    if (session->has_aside && pinned != session->aside_pinned) {
        session_restore_window(session, PANE_ARTICLE, session->aside);
        session_read_in(session, pinned ? PANE_SUMMARY : PANE_ARTICLE);
        session->has_aside = FALSE;
    } else if (moves) {
        session->aside = session_window_place(session, PANE_ARTICLE);
        session->has_aside = TRUE;
        session->aside_pinned = pinned;
        gsize caret = session->caret[pinned ? PANE_ARTICLE : PANE_SUMMARY];
        if (pinned) { /* its heading is shown by the window's title: then to what follows it */
            session->caret[PANE_SUMMARY] = session_shown_offset(session, PANE_SUMMARY, caret);
            session_read_in(session, PANE_SUMMARY);
        } else {
            session_go(session, caret, TRUE);
        }
    }
}

void
session_resize(Session *session, int width, int height)
{
    if (width == session->width && height == session->height)
        return;
    gboolean in_summary = session_has_text(session) && session_text_pane(session) == PANE_SUMMARY;
    session->width = width;
    session->height = height;
    grid_resize(session->grid, width, height);
    session_drop_hints(session);
    session_update_geometry(session);
    if (session->geometry.too_small)
        return;
    keep_place_in_summary(session, in_summary);
    /* The text keeps its top; the caret may have to come along where the window is lower now. */
    if (session_has_text(session)) {
        PaneId pane = session_text_pane(session);
        int x, y;
        if (!text_view_locate(session->text[pane], session->caret[pane], &x, &y))
            session->caret_lost = TRUE;
    }
}
