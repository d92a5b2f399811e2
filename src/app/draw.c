/* The screen drawn from the session's state, whole each time: the driver sends only what differs. */
#include "app/internal.h"

#include <string.h>

#define ANCHOR_ROWS_MAX 8 /* of a longer citation only the row that is looked at is kept free */

/* The reader's place as a range: the block under the caret. */
static Range
current_block(const Session *session)
{
    const Block *block = session_block(session);
    return block ? block->range : RANGE_NONE;
}

static void
draw_text(Session *session, PaneId pane, Rect area)
{
    PaneId owner = session_text_pane(session);
    TextOverlay overlay = {
        .article = session->article,
        .caret = session->caret[pane],
        .caret_here = pane == owner,
        .cursor_elsewhere = session->focus > PANE_SUMMARY || session->popup || session->prompt,
        .entity = session->entity,
        .cite = pane == owner ? session_cite_at(session, session->caret[pane]) : -1,
        .hits = session->hits ? hits_in(session->hits, text_view_visible(session->text[pane])) : NULL,
        .hit = session->hits ? hits_current(session->hits) : RANGE_NONE,
        .selection = pane == owner ? session_selection(session) : RANGE_NONE,
    };
    text_view_draw(session->text[pane], session->grid, area, &overlay);
}

static void
draw_summary(Session *session, Rect area)
{
    gboolean focused = session->focus == PANE_SUMMARY;
    StyleSet title = STYLE_BIT(STYLE_PANE_TITLE) | (focused ? STYLE_BIT(STYLE_PANE_HERE) : 0);
    grid_text(session->grid, area.x + 1, area.y, area.width - 3, " SUMMARY ", title);
    draw_text(session, PANE_SUMMARY, (Rect){area.x, area.y + 1, area.width, area.height - 1});
}

static void
draw_panes(Session *session)
{
    const Geometry *geometry = &session->geometry;
    Range here = current_block(session);
    if (session_has_text(session))
        draw_text(session, PANE_ARTICLE, geometry->pane[PANE_ARTICLE]);
    if (session->text[PANE_SUMMARY] && geometry->pane[PANE_SUMMARY].height > 1)
        draw_summary(session, geometry->pane[PANE_SUMMARY]);
    for (int i = 0; i < PANE_COUNT; i++) {
        if (!session->pane[i] || geometry->pane[i].height == 0)
            continue;
        if (!range_is_none(here))
            pane_follow(session->pane[i], here, session->caret[session_text_pane(session)]);
        pane_draw(session->pane[i], session->grid, geometry->pane[i], (int)session->focus == i);
    }
}

static void
draw_rules(Session *session)
{
    const Geometry *geometry = &session->geometry;
    StyleSet roles = STYLE_BIT(STYLE_RULE);
    for (int i = 0; i < geometry->rules; i++)
        grid_hline(session->grid, geometry->rule_from[i], geometry->rule_y[i], geometry->rule_to[i] - geometry->rule_from[i], roles);
    if (geometry->rule_x >= 0)
        grid_vline(session->grid, geometry->rule_x, geometry->rule_top, geometry->rule_end - geometry->rule_top, roles);
}

static void
draw_hints(Session *session)
{
    for (guint i = 0; i < session->hints->len; i++) {
        const Hint *hint = &g_array_index(session->hints, Hint, i);
        if (!g_str_has_prefix(hint->letters, session->hint_typed->str))
            continue;
        for (int pane = PANE_ARTICLE; pane <= PANE_SUMMARY; pane++) {
            int x, y;
            if (!session->text[pane] || session->geometry.pane[pane].height == 0 || !text_view_locate(session->text[pane], hint->offset, &x, &y))
                continue;
            Rect area = session->geometry.pane[pane];
            grid_text(session->grid, area.x + x, area.y + y + (pane == PANE_SUMMARY), 2, hint->letters, STYLE_BIT(STYLE_HINT));
        }
    }
}

/* The row of an offset on the screen; -1: out of sight. */
static int
row_of(const Session *session, gsize offset)
{
    for (int pane = PANE_SUMMARY; pane >= PANE_ARTICLE; pane--) {
        int x, y;
        if (session->text[pane] && session->geometry.pane[pane].height > 0 && text_view_locate(session->text[pane], offset, &x, &y))
            return session->geometry.pane[pane].y + y + (pane == PANE_SUMMARY);
    }
    return -1;
}

/* The rows of the text that a box speaks of, so that they can be left free. Those of the whole citation, so that the box stays where it is while one looks through its cites; of a note that
 * cites, which may be long, the row alone. */
static PopupAnchor
anchor_rows(const Session *session)
{
    if (session->popup_anchor == G_MAXSIZE)
        return POPUP_CENTRED;
    int row = row_of(session, session->popup_anchor);
    PopupAnchor rows = {row, row};
    int index = row < 0 ? -1 : session_citation_at(session, session->popup_anchor);
    if (index >= 0) {
        Range range = citations_get(article_citations(session->article), (guint)index)->range;
        int from = row_of(session, range.start), to = range.end > range.start ? row_of(session, range.end - 1) : row;
        if (from >= 0 && to - from < ANCHOR_ROWS_MAX)
            rows.from = MIN(row, from);
        if (to >= 0 && to - rows.from < ANCHOR_ROWS_MAX)
            rows.to = MAX(row, to);
    }
    return rows;
}

/* Between the rules at the top and the bottom, where there is room to spare. */
static void
draw_popup(Session *session)
{
    Rect article = session->geometry.pane[PANE_ARTICLE];
    int edge = session->height >= 20 ? 2 : 1;
    Rect bounds = {0, edge, session->width, session->height - 2 * edge};
    if (session->popup_anchor != G_MAXSIZE && session->geometry.wide) { /* over the column of text, not beside it */
        bounds.x = article.x;
        bounds.width = MIN(article.width, POPUP_WIDTH + 4);
    }
    popup_draw(session->popup, session->grid, bounds, anchor_rows(session));
}

/* The menu of completions, above the line that is typed. */
static void
draw_menu(Session *session)
{
    int chosen;
    const GPtrArray *candidates = prompt_candidates(session->prompt, &chosen);
    if (!candidates)
        return;
    int rows = MIN((int)candidates->len, MIN(10, session->height - 4)), width = 0;
    int first = CLAMP(chosen - rows / 2, 0, (int)candidates->len - rows);
    for (int i = 0; i < rows; i++)
        width = MAX(width, display_width(g_ptr_array_index(candidates, first + i), (gssize)strlen(g_ptr_array_index(candidates, first + i))));
    width = MIN(width + 2, session->width);
    Rect area = {0, session->height - 1 - rows, width, rows};
    grid_clear(session->grid, area, STYLE_BIT(STYLE_POPUP));
    for (int i = 0; i < rows; i++) {
        StyleSet roles = STYLE_BIT(STYLE_POPUP) | (first + i == chosen ? STYLE_BIT(STYLE_CURSOR_LINE_FOCUS) : 0);
        if (first + i == chosen)
            grid_clear(session->grid, (Rect){0, area.y + i, width, 1}, roles);
        grid_text(session->grid, 1, area.y + i, width - 2, g_ptr_array_index(candidates, first + i), roles);
    }
}

static void
draw_too_small(Session *session)
{
    g_autofree char *text = g_strdup_printf("ibid needs %d×%d cells; this is %d×%d.", GEOMETRY_MIN_WIDTH, GEOMETRY_MIN_HEIGHT, session->width, session->height);
    const char *rest = text;
    for (int y = 0; *rest && y < session->height; y++) { /* wrapped by words as far as there is room */
        gsize fit = display_fit(rest, strlen(rest), session->width);
        if (fit == 0)
            break;
        if (rest[fit])
            while (fit > 0 && rest[fit] != ' ' && strchr(rest, ' ') && strchr(rest, ' ') < rest + fit)
                fit--;
        g_autofree char *line = g_strndup(rest, fit);
        grid_text(session->grid, 0, y, session->width, line, STYLE_BIT(STYLE_TEXT));
        rest += fit;
        while (*rest == ' ')
            rest++;
    }
    grid_set_cursor(session->grid, -1, -1);
}

gboolean
session_shows_findings(const Session *session)
{
    if (session->geometry.pane[PANE_CITATIONS].height > 0 || session->geometry.pane[PANE_ENTITIES].height > 0)
        return TRUE;
    if (!session_has_text(session))
        return FALSE;
    Range seen = text_view_visible(session->text[PANE_ARTICLE]); /* citations that have been found in sight are marked there */
    return citations_progress(article_citations(session->article)) >= seen.start && session->findings_shown < seen.end;
}

Grid *
session_draw(Session *session)
{
    if (session->layout_stale)
        session_update_geometry(session);
    session_preview(session);
    Grid *grid = session->grid;
    grid_set_cursor(grid, -1, -1);
    grid_clear(grid, (Rect){0, 0, session->width, session->height}, STYLE_BIT(STYLE_TEXT));
    session->stale = FALSE;
    if (session->geometry.too_small) {
        draw_too_small(session);
        return grid;
    }
    draw_rules(session);
    draw_top_line(session, session->geometry.top);
    draw_panes(session);
    if (session->hints)
        draw_hints(session);
    if (session->popup)
        draw_popup(session);
    draw_status(session, session->geometry.status);
    if (session->prompt)
        draw_menu(session);
    if (session->article)
        session->findings_shown = citations_progress(article_citations(session->article));
    return grid;
}
