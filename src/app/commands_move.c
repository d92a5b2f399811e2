/* Moving: the caret by line and character, the view by line and page, to the ends and to numbered paragraphs. Each says why when it cannot move. */
#include "app/internal.h"

#include "text/cluster.h"

static CommandStatus
move_lines(Session *session, int rows)
{
    TextView *view = session_view(session);
    gsize caret = session_caret_offset(session);
    if (session->goal < 0)
        session->goal = text_view_column(view, caret);
    gsize to = text_view_vertical(view, caret, rows, session->goal);
    if (to == caret || (rows > 0) != (to > caret))
        return session_fail(session, rows > 0 ? "This is the last line." : "This is the first line.");
    session_go(session, to, TRUE);
    return COMMAND_OK;
}

static CommandStatus
run_down(Session *session, const char *argument, int count)
{
    return move_lines(session, command_times(count));
}

static CommandStatus
run_up(Session *session, const char *argument, int count)
{
    return move_lines(session, -command_times(count));
}

static CommandStatus
run_left(Session *session, const char *argument, int count)
{
    gsize length, at = session_caret_offset(session);
    const char *text = document_text(session_document(session), &length);
    gsize start = text_view_line_start(session_view(session), at);
    for (int i = command_times(count); i > 0 && at > start; i--)
        at = cluster_previous(text, length, at);
    return session_move_to(session, at, "The line begins here.");
}

static CommandStatus
run_right(Session *session, const char *argument, int count)
{
    gsize length, at = session_caret_offset(session);
    const char *text = document_text(session_document(session), &length);
    gsize end = text_view_line_end(session_view(session), at);
    for (int i = command_times(count); i > 0 && at < end; i--)
        at = cluster_next(text, length, at);
    return session_move_to(session, MIN(at, end), "The line ends here.");
}

static CommandStatus
run_line_start(Session *session, const char *argument, int count)
{
    return session_move_to(session, text_view_line_start(session_view(session), session_caret_offset(session)), "The line begins here.");
}

static CommandStatus
run_line_first(Session *session, const char *argument, int count)
{
    const char *text = document_text(session_document(session), NULL);
    gsize at = text_view_line_start(session_view(session), session_caret_offset(session));
    gsize end = text_view_line_end(session_view(session), session_caret_offset(session));
    while (at < end && (text[at] == ' ' || text[at] == '\t'))
        at++;
    return session_move_to(session, at, "The line's first word is here.");
}

static CommandStatus
run_line_end(Session *session, const char *argument, int count)
{
    return session_move_to(session, text_view_line_end(session_view(session), session_caret_offset(session)), "The line ends here.");
}

static CommandStatus
move_to_row(Session *session, int row)
{
    return session_move_to(session, text_view_screen_row(session_view(session), row), "The caret is there.");
}

static CommandStatus
run_screen_top(Session *session, const char *argument, int count)
{
    return move_to_row(session, command_times(count) - 1);
}

static CommandStatus
run_screen_middle(Session *session, const char *argument, int count)
{
    return move_to_row(session, text_view_height(session_view(session)) / 2);
}

static CommandStatus
run_screen_bottom(Session *session, const char *argument, int count)
{
    return move_to_row(session, -command_times(count));
}

/* The view moves and the caret stays, unless it would be left behind. */
static CommandStatus
scroll_view(Session *session, int rows)
{
    TextView *view = session_view(session);
    PaneId pane = session_text_pane(session);
    if (text_view_scroll(view, rows) == 0)
        return session_fail(session, rows > 0 ? "The end of the text is in sight." : "The beginning of the text is in sight.");
    session->caret[pane] = text_view_clamp(view, session->caret[pane], 0, session->goal);
    return COMMAND_OK;
}

static CommandStatus
run_view_down(Session *session, const char *argument, int count)
{
    return scroll_view(session, command_times(count));
}

static CommandStatus
run_view_up(Session *session, const char *argument, int count)
{
    return scroll_view(session, -command_times(count));
}

/* By pages: the caret keeps its row; at the ends of the text it goes to the first or last line. */
static CommandStatus
move_pages(Session *session, double pages)
{
    TextView *view = session_view(session);
    int height = text_view_height(view);
    int page = MAX(1, height); /* nothing is shown twice, as less does it */
    int rows = (int)(pages * page);
    int x, y;
    gsize caret = session_caret_offset(session);
    PaneId pane = session_text_pane(session);
    if (!text_view_locate(view, caret, &x, &y))
        y = 0;
    if (session->goal < 0)
        session->goal = text_view_column(view, caret);
    gsize was = text_view_top(view);
    int scrolled = text_view_scroll(view, rows);
    if (scrolled == 0 && was == text_view_top(view)) {
        gsize end = text_view_screen_row(view, rows > 0 ? -1 : 0);
        if (end == text_view_line_start(view, caret))
            return session_fail(session, rows > 0 ? "This is the end of the text." : "This is the beginning of the text.");
        session->caret[pane] = end;
        return COMMAND_OK;
    }
    gsize row = text_view_screen_row(view, y);
    session->caret[pane] = text_view_vertical(view, row, 0, session->goal);
    return COMMAND_OK;
}

static CommandStatus
run_page_down(Session *session, const char *argument, int count)
{
    return move_pages(session, command_times(count));
}

static CommandStatus
run_page_up(Session *session, const char *argument, int count)
{
    return move_pages(session, -command_times(count));
}

static CommandStatus
run_half_page_down(Session *session, const char *argument, int count)
{
    return move_pages(session, 0.5);
}

static CommandStatus
run_half_page_up(Session *session, const char *argument, int count)
{
    return move_pages(session, -0.5);
}

static CommandStatus
place_view(Session *session, int where)
{
    TextView *view = session_view(session);
    gsize caret = session_caret_offset(session);
    int x, before = -1, after = -1;
    text_view_locate(view, caret, &x, &before);
    text_view_place(view, caret, where);
    text_view_locate(view, caret, &x, &after);
    if (before == after)
        return session_fail(session, "The line stands as near to there as the text allows.");
    return COMMAND_OK;
}

static CommandStatus
run_view_top(Session *session, const char *argument, int count)
{
    return place_view(session, 0);
}

static CommandStatus
run_view_middle(Session *session, const char *argument, int count)
{
    return place_view(session, 50);
}

static CommandStatus
run_view_bottom(Session *session, const char *argument, int count)
{
    return place_view(session, 100);
}

static CommandStatus
run_paragraph_number(Session *session, const char *argument, int count)
{
    guint last = document_paragraph_count(session_document(session));
    if (last == 0)
        return session_fail(session, "This text has no numbered paragraphs.");
    if (count < 1 || (guint)count > last)
        return session_fail(session, "No paragraph %d; the last one is %u.", count, last);
    int block = document_paragraph(session_document(session), (guint)count);
    session_jump(session, document_block(session_document(session), (guint)block)->range.start);
    return COMMAND_OK;
}

static CommandStatus
run_start(Session *session, const char *argument, int count)
{
    if (count >= 0)
        return run_paragraph_number(session, argument, count);
    Layout *layout = text_view_layout(session_view(session));
    LayoutPosition first = layout_first(layout);
    if (first.block < 0)
        return session_fail(session, "There is nothing to show.");
    if (layout_offset(layout, first) == session_caret_offset(session) && text_view_at_start(session_view(session)))
        return session_fail(session, "This is the beginning of the text.");
    session_jump(session, layout_offset(layout, first));
    text_view_place(session_view(session), session_caret_offset(session), 0);
    return COMMAND_OK;
}

static CommandStatus
run_end(Session *session, const char *argument, int count)
{
    if (count >= 0)
        return run_paragraph_number(session, argument, count);
    Layout *layout = text_view_layout(session_view(session));
    LayoutPosition last = layout_last(layout);
    if (last.block < 0)
        return session_fail(session, "There is nothing to show.");
    if (layout_offset(layout, last) == session_caret_offset(session) && text_view_at_end(session_view(session)))
        return session_fail(session, "This is the last line of the text.");
    session_jump(session, layout_offset(layout, last));
    text_view_place(session_view(session), session_caret_offset(session), 100);
    return COMMAND_OK;
}

static CommandStatus
run_percent(Session *session, const char *argument, int count)
{
    if (count < 0 || count > 100)
        return session_fail(session, "Type a number up to 100 before %%.");
    gsize length = document_length(session_document(session));
    TextView *view = session_view(session);
    gsize offset = (gsize)((double)length * count / 100.0);
    gsize to = text_view_line_start(view, MIN(offset, length ? length - 1 : 0));
    if (to == session_caret_offset(session))
        return session_fail(session, "The caret is there.");
    session_jump(session, to);
    return COMMAND_OK;
}

#define GROUP "Moving"

const Command commands_move[] = {
    {"down", "[N]", "the caret down by a line", GROUP, run_down},
    {"up", "[N]", "the caret up by a line", GROUP, run_up},
    {"left", "[N]", "the caret left by a character", GROUP, run_left},
    {"right", "[N]", "the caret right by a character", GROUP, run_right},
    {"line-start", "", "to the start of the line", GROUP, run_line_start},
    {"line-first", "", "to the first word of the line", GROUP, run_line_first},
    {"line-end", "", "to the end of the line", GROUP, run_line_end},
    {"screen-top", "[N]", "the caret to the top of the screen", GROUP, run_screen_top},
    {"screen-middle", "", "the caret to the middle of the screen", GROUP, run_screen_middle},
    {"screen-bottom", "[N]", "the caret to the bottom of the screen", GROUP, run_screen_bottom},
    {"view-down", "[N]", "scroll down by a line", GROUP, run_view_down},
    {"view-up", "[N]", "scroll up by a line", GROUP, run_view_up},
    {"view-top", "", "the caret's line to the top", GROUP, run_view_top},
    {"view-middle", "", "the caret's line to the middle", GROUP, run_view_middle},
    {"view-bottom", "", "the caret's line to the bottom", GROUP, run_view_bottom},
    {"page-down", "[N]", "down by a page", GROUP, run_page_down},
    {"page-up", "[N]", "up by a page", GROUP, run_page_up},
    {"half-page-down", "", "down by half a page", GROUP, run_half_page_down},
    {"half-page-up", "", "up by half a page", GROUP, run_half_page_up},
    {"start", "[N]", "to the start of the text, or to paragraph N", GROUP, run_start, .flags = COMMAND_JUMP},
    {"end", "[N]", "to the end of the text, or to paragraph N", GROUP, run_end, .flags = COMMAND_JUMP},
    {"percent", "N", "to N percent of the text", GROUP, run_percent, .flags = COMMAND_JUMP},
    {"paragraph-number", "N", "to body paragraph N", GROUP, run_paragraph_number, .flags = COMMAND_JUMP},
    {NULL},
};
