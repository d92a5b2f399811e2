/* Moving by words, sentences and paragraphs: within a block first, then on to the next visible one. */
#include "app/internal.h"

#include "text/cluster.h"
#include "text/segment.h"
#include "text/utf8.h"

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
    gsize at = session_caret_offset(session), length = document_length(session_document(session));
    for (int i = MIN(command_times(count), 100000); i > 0; i--) {
        gsize to = way > 1 ? end_of_word(session, at, kind) : way > 0 ? next_word(session, at, kind) : previous_word(session, at, kind);
        to = to >= length ? at : visible(session, to, way > 0, at);
        if (to == at)
            break;
        at = to;
    }
    return session_move_to(session, at, way > 0 ? "This is the last word." : "This is the first word.");
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
    gsize at = session_caret_offset(session);
    for (int i = MIN(command_times(count), 1000000); i > 0; i--) {
        gsize to = step_block(session, at, forward);
        if (to == at)
            break;
        at = to;
    }
    return session_move_to(session, at, forward ? "This is the last paragraph." : "This is the first paragraph.");
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
    gsize at = session_caret_offset(session);
    for (int i = MIN(command_times(count), 10000); i > 0; i--) {
        gsize to = step_sentence(session, at, forward);
        if (to == at)
            break;
        at = to;
    }
    return session_move_to(session, at, forward ? "This is the last sentence." : "This is the first sentence.");
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

const Command commands_words[] = {
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
