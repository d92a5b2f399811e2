/* Moving: the caret by line, cluster, word, sentence and paragraph; the view by line and page. Each says why when it cannot move. */
#include "app/internal.h"

#include "text/cluster.h"
#include "text/segment.h"
#include "text/utf8.h"

static int
times(int count)
{
    return count < 0 ? 1 : count;
}

/* Where there is no text nothing can move. */
static gboolean
no_text(Session *session)
{
    if (session_has_text(session))
        return FALSE;
    session_fail(session, "There is no text to move in.");
    return TRUE;
}

/* The caret to an offset, or the reason why it stays. */
static CommandStatus
move_to(Session *session, gsize offset, const char *why_not)
{
    if (offset == session_caret_offset(session))
        return session_fail(session, "%s", why_not);
    session_go(session, offset, FALSE);
    return COMMAND_OK;
}

static CommandStatus
move_lines(Session *session, int rows)
{
    if (no_text(session))
        return COMMAND_FAILED;
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
    return move_lines(session, times(count));
}

static CommandStatus
run_up(Session *session, const char *argument, int count)
{
    return move_lines(session, -times(count));
}

static CommandStatus
run_left(Session *session, const char *argument, int count)
{
    if (no_text(session))
        return COMMAND_FAILED;
    gsize length, at = session_caret_offset(session);
    const char *text = document_text(session_document(session), &length);
    gsize start = text_view_line_start(session_view(session), at);
    for (int i = times(count); i > 0 && at > start; i--)
        at = cluster_previous(text, length, at);
    return move_to(session, at, "The line begins here.");
}

static CommandStatus
run_right(Session *session, const char *argument, int count)
{
    if (no_text(session))
        return COMMAND_FAILED;
    gsize length, at = session_caret_offset(session);
    const char *text = document_text(session_document(session), &length);
    gsize end = text_view_line_end(session_view(session), at);
    for (int i = times(count); i > 0 && at < end; i--)
        at = cluster_next(text, length, at);
    return move_to(session, MIN(at, end), "The line ends here.");
}

static CommandStatus
run_line_start(Session *session, const char *argument, int count)
{
    if (no_text(session))
        return COMMAND_FAILED;
    return move_to(session, text_view_line_start(session_view(session), session_caret_offset(session)), "The line begins here.");
}

static CommandStatus
run_line_first(Session *session, const char *argument, int count)
{
    if (no_text(session))
        return COMMAND_FAILED;
    const char *text = document_text(session_document(session), NULL);
    gsize at = text_view_line_start(session_view(session), session_caret_offset(session));
    gsize end = text_view_line_end(session_view(session), session_caret_offset(session));
    while (at < end && (text[at] == ' ' || text[at] == '\t'))
        at++;
    return move_to(session, at, "The line's first word is here.");
}

static CommandStatus
run_line_end(Session *session, const char *argument, int count)
{
    if (no_text(session))
        return COMMAND_FAILED;
    return move_to(session, text_view_line_end(session_view(session), session_caret_offset(session)), "The line ends here.");
}

static CommandStatus
move_to_row(Session *session, int row)
{
    if (no_text(session))
        return COMMAND_FAILED;
    return move_to(session, text_view_screen_row(session_view(session), row), "The caret is there.");
}

static CommandStatus
run_screen_top(Session *session, const char *argument, int count)
{
    return move_to_row(session, times(count) - 1);
}

static CommandStatus
run_screen_middle(Session *session, const char *argument, int count)
{
    return no_text(session) ? COMMAND_FAILED : move_to_row(session, text_view_height(session_view(session)) / 2);
}

static CommandStatus
run_screen_bottom(Session *session, const char *argument, int count)
{
    return move_to_row(session, -times(count));
}

/* The view moves and the caret stays, unless it would be left behind. */
static CommandStatus
scroll_view(Session *session, int rows)
{
    if (no_text(session))
        return COMMAND_FAILED;
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
    return scroll_view(session, times(count));
}

static CommandStatus
run_view_up(Session *session, const char *argument, int count)
{
    return scroll_view(session, -times(count));
}

/* By pages: the caret keeps its row; at the ends of the text it goes to the first or last line. */
static CommandStatus
move_pages(Session *session, double pages)
{
    if (no_text(session))
        return COMMAND_FAILED;
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
    return move_pages(session, times(count));
}

static CommandStatus
run_page_up(Session *session, const char *argument, int count)
{
    return move_pages(session, -times(count));
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
    if (no_text(session))
        return COMMAND_FAILED;
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
    if (no_text(session))
        return COMMAND_FAILED;
    guint last = document_paragraph_count(session_document(session));
    if (last == 0)
        return session_fail(session, "This text has no numbered paragraphs.");
    if (count < 1 || (guint)count > last)
        return session_fail(session, "There is no paragraph %d; the last one is %u.", count, last);
    int block = document_paragraph(session_document(session), (guint)count);
    session_jump(session, document_block(session_document(session), (guint)block)->range.start);
    return COMMAND_OK;
}

static CommandStatus
run_start(Session *session, const char *argument, int count)
{
    if (no_text(session))
        return COMMAND_FAILED;
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
    if (no_text(session))
        return COMMAND_FAILED;
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
    if (no_text(session))
        return COMMAND_FAILED;
    if (count < 0 || count > 100)
        return session_fail(session, "Type a number from 0 to 100 before %%.");
    gsize length = document_length(session_document(session));
    TextView *view = session_view(session);
    gsize offset = (gsize)((double)length * count / 100.0);
    session_jump(session, text_view_line_start(view, MIN(offset, length ? length - 1 : 0)));
    return COMMAND_OK;
}

/* --- words, sentences, paragraphs: within a block first, then on to the next visible one ------------------------------------------- */

/* Breaks are asked for a window of a block, so that a paragraph of 100 MB costs no more than a page. */
#define WINDOW 4096

typedef enum { WORD, BIGWORD } WordKind;

/* 0: white space; 1: a word; 2: other signs (a word of its own for w, no difference for W). */
static int
class_of(gunichar c, WordKind kind)
{
    if (c == ' ' || c == '\n' || c == '\t' || c == 0xa0 || g_unichar_isspace(c))
        return 0;
    return kind == BIGWORD || word_is_char(c) || c == '\'' || c == 0x2019 ? 1 : 2;
}

static gsize
next_word(const Session *session, gsize at, WordKind kind)
{
    gsize length;
    const char *text = document_text(session_document(session), &length);
    int from = class_of(utf8_peek(text, length, at), kind);
    while (at < length && class_of(utf8_peek(text, length, at), kind) == from && from != 0)
        utf8_next(text, &at);
    while (at < length && class_of(utf8_peek(text, length, at), kind) == 0)
        utf8_next(text, &at);
    return at;
}

static gsize
previous_word(const Session *session, gsize at, WordKind kind)
{
    const char *text = document_text(session_document(session), NULL);
    gsize before = at;
    while (at > 0) {
        before = at;
        if (class_of(utf8_previous(text, &before), kind) != 0)
            break;
        at = before;
    }
    if (at == 0)
        return 0;
    gsize start = at;
    gunichar c = utf8_previous(text, &start);
    int class = class_of(c, kind);
    while (start > 0) {
        before = start;
        if (class_of(utf8_previous(text, &before), kind) != class)
            break;
        start = before;
    }
    return start;
}

static gsize
end_of_word(const Session *session, gsize at, WordKind kind)
{
    gsize length;
    const char *text = document_text(session_document(session), &length);
    utf8_next(text, &at);
    while (at < length && class_of(utf8_peek(text, length, at), kind) == 0)
        utf8_next(text, &at);
    if (at >= length)
        return length ? cluster_previous(text, length, length) : 0;
    int class = class_of(utf8_peek(text, length, at), kind);
    gsize last = at;
    while (at < length && class_of(utf8_peek(text, length, at), kind) == class) {
        last = at;
        utf8_next(text, &at);
    }
    return cluster_start(text, length, last);
}

/* Offsets in hidden blocks are passed over in the direction of the motion. */
static gsize
visible(const Session *session, gsize offset, gboolean forward, gsize stay)
{
    Layout *layout = text_view_layout(session_view(session));
    const Document *document = session_document(session);
    int block = document_block_at(document, offset);
    if (block < 0 || !layout_is_hidden(layout, block))
        return offset;
    int other = forward ? layout_next_block(layout, block) : layout_previous_block(layout, block);
    if (other < 0)
        return stay;
    Range range = document_block(document, (guint)other)->range;
    return forward ? range.start : range.end - 1;
}

static CommandStatus
move_words(Session *session, int count, WordKind kind, int way)
{
    if (no_text(session))
        return COMMAND_FAILED;
    gsize at = session_caret_offset(session), length = document_length(session_document(session));
    for (int i = MIN(times(count), 100000); i > 0; i--) {
        gsize to = way > 1 ? end_of_word(session, at, kind) : way > 0 ? next_word(session, at, kind) : previous_word(session, at, kind);
        to = to >= length ? at : visible(session, to, way > 0, at);
        if (to == at)
            break;
        at = to;
    }
    return move_to(session, at, way > 0 ? "This is the last word." : "This is the first word.");
}

static CommandStatus
run_word_next(Session *session, const char *argument, int count)
{
    return move_words(session, count, WORD, 1);
}

static CommandStatus
run_word_previous(Session *session, const char *argument, int count)
{
    return move_words(session, count, WORD, -1);
}

static CommandStatus
run_word_end(Session *session, const char *argument, int count)
{
    return move_words(session, count, WORD, 2);
}

static CommandStatus
run_bigword_next(Session *session, const char *argument, int count)
{
    return move_words(session, count, BIGWORD, 1);
}

static CommandStatus
run_bigword_previous(Session *session, const char *argument, int count)
{
    return move_words(session, count, BIGWORD, -1);
}

static CommandStatus
run_bigword_end(Session *session, const char *argument, int count)
{
    return move_words(session, count, BIGWORD, 2);
}

static gsize
step_block(Session *session, gsize at, gboolean forward)
{
    Layout *layout = text_view_layout(session_view(session));
    const Document *document = session_document(session);
    int block = document_block_at(document, at);
    gsize start = document_block(document, (guint)block)->range.start;
    if (!forward && at > start && !layout_is_hidden(layout, block))
        return start;
    int other = forward ? layout_next_block(layout, block) : layout_previous_block(layout, block);
    return other < 0 ? at : document_block(document, (guint)other)->range.start;
}

static CommandStatus
move_paragraphs(Session *session, int count, gboolean forward)
{
    if (no_text(session))
        return COMMAND_FAILED;
    gsize at = session_caret_offset(session);
    for (int i = MIN(times(count), 1000000); i > 0; i--) {
        gsize to = step_block(session, at, forward);
        if (to == at)
            break;
        at = to;
    }
    return move_to(session, at, forward ? "This is the last paragraph." : "This is the first paragraph.");
}

static CommandStatus
run_paragraph_next(Session *session, const char *argument, int count)
{
    return move_paragraphs(session, count, TRUE);
}

static CommandStatus
run_paragraph_previous(Session *session, const char *argument, int count)
{
    return move_paragraphs(session, count, FALSE);
}

static gsize
step_sentence(Session *session, gsize at, gboolean forward)
{
    const Document *document = session_document(session);
    const char *text = document_text(document, NULL);
    int index = document_block_at(document, at);
    Range block = document_block(document, (guint)index)->range;
    /* a window keeps a giant block from being read whole for one sentence */
    gsize from = at - block.start > WINDOW * 4 ? at - WINDOW * 4 : block.start;
    from = block.start + cluster_start(text + block.start, range_length(block), from - block.start);
    gsize to = block.end - at > WINDOW * 4 ? at + WINDOW * 4 : block.end;
    to = to < block.end ? block.start + cluster_start(text + block.start, range_length(block), to - block.start) : to;
    if (forward) {
        gsize next = sentence_next(text + from, to - from, at - from);
        if (next < to - from)
            return from + next;
        return to < block.end ? to : step_block(session, at, TRUE);
    }
    if (at > block.start) { /* from inside a sentence to its start, from there to the one before */
        gsize start = sentence_start(text + from, to - from, at - from);
        return from + (start < at - from ? start : sentence_previous(text + from, to - from, at - from));
    }
    gsize previous = step_block(session, at, FALSE);
    if (previous == at)
        return at;
    Range range = document_block(document, (guint)document_block_at(document, previous))->range;
    gsize last = range.end - range.start > WINDOW * 4 ? range.end - WINDOW * 4 : range.start;
    last = range.start + cluster_start(text + range.start, range_length(range), last - range.start);
    return last + sentence_start(text + last, range.end - last, range.end - last - 1);
}

static CommandStatus
move_sentences(Session *session, int count, gboolean forward)
{
    if (no_text(session))
        return COMMAND_FAILED;
    gsize at = session_caret_offset(session);
    for (int i = MIN(times(count), 10000); i > 0; i--) {
        gsize to = step_sentence(session, at, forward);
        if (to == at)
            break;
        at = to;
    }
    return move_to(session, at, forward ? "This is the last sentence." : "This is the first sentence.");
}

static CommandStatus
run_sentence_next(Session *session, const char *argument, int count)
{
    return move_sentences(session, count, TRUE);
}

static CommandStatus
run_sentence_previous(Session *session, const char *argument, int count)
{
    return move_sentences(session, count, FALSE);
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
    {"word-next", "[N]", "to the next word", GROUP, run_word_next},
    {"word-previous", "[N]", "to the word before", GROUP, run_word_previous},
    {"word-end", "[N]", "to the end of the word", GROUP, run_word_end},
    {"bigword-next", "[N]", "to the next word between spaces", GROUP, run_bigword_next},
    {"bigword-previous", "[N]", "to the word between spaces before", GROUP, run_bigword_previous},
    {"bigword-end", "[N]", "to the end of the word between spaces", GROUP, run_bigword_end},
    {"sentence-next", "[N]", "to the next sentence", GROUP, run_sentence_next},
    {"sentence-previous", "[N]", "to the sentence before", GROUP, run_sentence_previous},
    {"paragraph-next", "[N]", "to the next paragraph", GROUP, run_paragraph_next},
    {"paragraph-previous", "[N]", "to the paragraph before", GROUP, run_paragraph_previous},
    {NULL},
};
