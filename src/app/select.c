/* Selecting: by character or by whole sentences, by objects; and what is done with a selection or without one: copying. */
#include "app/internal.h"

#include "text/cluster.h"
#include "text/segment.h"

static Range
block_range(const Session *session, gsize offset)
{
    int block = document_block_at(session_document(session), offset);
    return document_block(session_document(session), (guint)block)->range;
}

static Range
sentence_range(const Session *session, gsize offset)
{
    const char *text = document_text(session_document(session), NULL);
    Range block = block_range(session, offset);
    gsize at = MIN(offset, block.end - 1) - block.start;
    gsize start = sentence_start(text + block.start, range_length(block), at);
    gsize end = sentence_end(text + block.start, range_length(block), at);
    return range_make(block.start + start, block.start + end);
}

/* Range [start, end) becomes the selection: the anchor at its start, the caret on its last character. */
static CommandStatus
select_range(Session *session, Range range, SelectKind kind)
{
    gsize length;
    const char *text = document_text(session_document(session), &length);
    if (range.end <= range.start)
        return session_fail(session, "There is nothing to select here.");
    Range before = session_selection(session);
    session->selecting = kind;
    session->anchor = range.start;
    session_go(session, cluster_previous(text, length, range.end), FALSE);
    Range now = session_selection(session);
    if (before.start == now.start && before.end == now.end)
        return session_fail(session, "This is selected already.");
    return COMMAND_OK;
}

static CommandStatus
run_select(Session *session, const char *argument, int count)
{
    if (session->focus > PANE_SUMMARY)
        session_focus(session, PANE_ARTICLE);
    if (session->selecting != SELECT_NONE) {
        session_end_selection(session);
        return COMMAND_OK;
    }
    session->selecting = SELECT_CLUSTER;
    session->anchor = session_caret_offset(session);
    return COMMAND_OK;
}

static CommandStatus
run_select_sentence(Session *session, const char *argument, int count)
{
    return select_range(session, sentence_range(session, session_caret_offset(session)), SELECT_SENTENCE);
}

static CommandStatus
run_reselect(Session *session, const char *argument, int count)
{
    if (range_is_none(session->last_selection))
        return session_fail(session, "Nothing was selected yet.");
    return select_range(session, session->last_selection, SELECT_CLUSTER);
}

static CommandStatus
run_other_end(Session *session, const char *argument, int count)
{
    if (session->selecting == SELECT_NONE)
        return session_fail(session, "Nothing is selected; v begins.");
    gsize caret = session_caret_offset(session);
    gsize anchor = session->anchor;
    if (anchor == caret)
        return session_fail(session, "The selection has one character only.");
    session->anchor = caret;
    session_go(session, anchor, FALSE);
    return COMMAND_OK;
}

static CommandStatus
run_select_word(Session *session, const char *argument, int count)
{
    const char *text = document_text(session_document(session), NULL);
    Range block = block_range(session, session_caret_offset(session));
    gsize start = session_caret_offset(session), end = start;
    while (start > block.start && word_is_char(g_utf8_get_char(g_utf8_prev_char(text + start))))
        start = (gsize)(g_utf8_prev_char(text + start) - text);
    while (end < block.end && word_is_char(g_utf8_get_char(text + end)))
        end = (gsize)(g_utf8_next_char(text + end) - text);
    return select_range(session, range_make(start, end), SELECT_CLUSTER);
}

static CommandStatus
run_select_paragraph(Session *session, const char *argument, int count)
{
    return select_range(session, block_range(session, session_caret_offset(session)), SELECT_CLUSTER);
}

static CommandStatus
run_select_citation(Session *session, const char *argument, int count)
{
    int citation = session_citation_at(session, session_caret_offset(session));
    if (citation < 0)
        return session_fail(session, "There is no citation under the caret; ]c goes to the next one.");
    return select_range(session, citations_get(article_citations(session->article), (guint)citation)->range, SELECT_CLUSTER);
}

static CommandStatus
run_select_entity(Session *session, const char *argument, int count)
{
    int mention = session_mention_at(session, session_caret_offset(session));
    if (mention < 0)
        return session_fail(session, "There is no name under the caret; ]e goes to the next one.");
    return select_range(session, entities_mention(article_entities(session->article), (guint)mention)->range, SELECT_CLUSTER);
}

/* --- copying -------------------------------------------------------------------------------------------------------------------------------- */

static CommandStatus
copy_range(Session *session, Range range, const char *what)
{
    const char *text = document_text(session_document(session), NULL);
    g_autofree char *copy = g_strndup(text + range.start, range_length(range));
    return session_copy(session, copy, what) ? COMMAND_OK : COMMAND_FAILED;
}

static CommandStatus
run_copy(Session *session, const char *argument, int count)
{
    if (session->selecting == SELECT_NONE)
        return session_fail(session, "Nothing is selected; v begins, yy copies the paragraph.");
    Range range = session_selection(session);
    session_end_selection(session);
    return copy_range(session, range, "the selection");
}

static CommandStatus
run_copy_paragraph(Session *session, const char *argument, int count)
{
    return copy_range(session, block_range(session, session_caret_offset(session)), "the paragraph");
}

static CommandStatus
run_copy_citation(Session *session, const char *argument, int count)
{
    int citation = session->popup_kind == POPUP_PEEK && session->popup ? session->peek_citation : -1;
    if (citation < 0)
        citation = session_citation_at(session, session_caret_offset(session));
    if (citation < 0)
        return session_fail(session, "There is no citation under the caret; ]c goes to the next one.");
    return copy_range(session, citations_get(article_citations(session->article), (guint)citation)->range, "the citation");
}

static CommandStatus
run_copy_url(Session *session, const char *argument, int count)
{
    gsize caret = session_caret_offset(session);
    int link = session_link_at(session, caret), cite = session_cite_at(session, caret);
    const char *url = NULL, *what = "the address";
    if (link >= 0) {
        url = document_link_url(session_document(session), (guint)link);
    } else if (cite >= 0) {
        Citations *citations = article_citations(session->article);
        const Reference *reference = citations_reference(citations, citations_cite(citations, (guint)cite)->reference);
        const CitedSource *source = citations_source(citations, reference->source);
        url = reference->url;
        if (!url && source->known) {
            url = source->known->url;
            what = "the source's home page";
        }
        if (!url)
            return session_fail(session, "No address is known for this citation.");
    } else {
        url = document_meta(session_document(session))->url;
        what = "the article's address";
    }
    if (!url)
        return session_fail(session, "There is no link under the caret, and the article's own address is not known.");
    return session_copy(session, url, what) ? COMMAND_OK : COMMAND_FAILED;
}

static CommandStatus
run_copy_quotation(Session *session, const char *argument, int count)
{
    Range range = session->selecting != SELECT_NONE ? session_selection(session) : sentence_range(session, session_caret_offset(session));
    session_end_selection(session);
    g_autofree char *quotation = session_quotation(session, range);
    return session_copy(session, quotation, "the quotation") ? COMMAND_OK : COMMAND_FAILED;
}

#define GROUP "Selecting and copying"

const Command commands_select[] = {
    {"select", "", "begin or end a selection", GROUP, run_select},
    {"select-sentence", "", "select the sentence", GROUP, run_select_sentence},
    {"reselect", "", "the last selection again", GROUP, run_reselect},
    {"other-end", "", "to the other end of the selection", GROUP, run_other_end},
    {"select-word", "", "select the word", GROUP, run_select_word},
    {"select-the-sentence", "", "select the sentence", GROUP, run_select_sentence},
    {"select-paragraph", "", "select the paragraph", GROUP, run_select_paragraph},
    {"select-citation", "", "select the citation", GROUP, run_select_citation},
    {"select-entity", "", "select the name", GROUP, run_select_entity},
    {"copy", "", "copy the selection", GROUP, run_copy},
    {"copy-paragraph", "", "copy the paragraph", GROUP, run_copy_paragraph},
    {"copy-citation", "", "copy the citation", GROUP, run_copy_citation},
    {"copy-url", "", "copy the address of the link, the cited work or the article", GROUP, run_copy_url},
    {"copy-quotation", "", "copy the selection or the sentence with its source", GROUP, run_copy_quotation},
    {NULL},
};
