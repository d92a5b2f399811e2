/* The article that is shown: its windows, the caret in each, and what stands at a place of its text. */
#include "app/internal.h"

#include <string.h>

#include "base/safe.h"
#include "text/cluster.h"
#include "text/utf8.h"

gboolean
session_has_text(const Session *session)
{
    return session->article && document_block_count(session_document(session)) > 0;
}

Document *
session_document(const Session *session)
{
    return article_document(session->article);
}

PaneId
session_text_pane(const Session *session)
{
    PaneId pane = session->focus <= PANE_SUMMARY ? session->focus : session->reading;
    return pane == PANE_SUMMARY && session_pane_visible(session, PANE_SUMMARY) ? PANE_SUMMARY : PANE_ARTICLE;
}

TextView *
session_view(const Session *session)
{
    return session->text[session_text_pane(session)];
}

gsize
session_caret_offset(const Session *session)
{
    return session->caret[session_text_pane(session)];
}

gsize
session_caret(const Session *session)
{
    return session_caret_offset(session);
}

const Block *
session_block(const Session *session)
{
    if (!session_has_text(session))
        return NULL;
    int index = document_block_at(session_document(session), session_caret_offset(session));
    return index < 0 ? NULL : document_block(session_document(session), (guint)index);
}

/* What the article pane does not show: what was set aside, the summary while it is pinned, and what & filters out. */
gboolean
session_hides(const Document *document, guint block, gpointer data)
{
    const Session *session = data;
    const Block *it = document_block(document, block);
    if (it->role == ROLE_BOILERPLATE && !options_flag(session->options, OPT_BOILERPLATE))
        return TRUE;
    if (it->role == ROLE_SUMMARY && session_pane_visible(session, PANE_SUMMARY))
        return TRUE;
    if (session->only && it->kind != BLOCK_HEADING) {
        Range hit;
        return !search_next(hits_search(session->only), document_text(document, NULL), it->range.start, it->range.end, &hit, NULL);
    }
    return FALSE;
}

/* The pinned summary shows the blocks of the summary, without the heading that the pane's title repeats. */
static gboolean
summary_hides(const Document *document, guint block, gpointer data)
{
    const Block *it = document_block(document, block);
    return it->role != ROLE_SUMMARY || it->kind == BLOCK_HEADING;
}

gboolean
session_hit_counts(Range hit, gpointer data)
{
    const Session *session = data;
    if (options_flag(session->options, OPT_BOILERPLATE))
        return TRUE;
    int block = document_block_at(session_document(session), hit.start);
    return block >= 0 && document_block(session_document(session), (guint)block)->role != ROLE_BOILERPLATE;
}

gsize
session_shown_offset(const Session *session, PaneId pane, gsize offset)
{
    Layout *layout = text_view_layout(session->text[pane]);
    int block = document_block_at(session_document(session), offset);
    return block >= 0 && layout_is_hidden(layout, block) ? layout_offset(layout, layout_find(layout, offset)) : offset;
}

WindowPlace
session_window_place(const Session *session, PaneId pane)
{
    WindowPlace place = {session->caret[pane], text_view_top(session->text[pane]), -1};
    int x;
    if (!text_view_locate(session->text[pane], place.caret, &x, &place.row))
        place.row = -1;
    return place;
}

void
session_restore_window(Session *session, PaneId pane, WindowPlace place)
{
    TextView *view = session->text[pane];
    int x, y;
    session->caret[pane] = session_shown_offset(session, pane, place.caret);
    text_view_set_top(view, place.top);
    if (place.row >= 0 && text_view_locate(view, place.caret, &x, &y))
        text_view_scroll(view, y - place.row);
}

static void
leave_article(Session *session)
{
    if (!session_has_text(session) || !session->text[PANE_ARTICLE])
        return;
    ArticlePlace *left = g_new0(ArticlePlace, 1);
    for (int i = PANE_ARTICLE; i <= PANE_SUMMARY; i++)
        if (session->text[i])
            left->window[i] = session_window_place(session, (PaneId)i);
    memcpy(left->marks, session->marks, sizeof left->marks);
    g_hash_table_replace(session->left, article_ref(session->article), left);
}

static void
come_back(Session *session)
{
    const ArticlePlace *left = g_hash_table_lookup(session->left, session->article);
    if (!left)
        return;
    for (int i = PANE_ARTICLE; i <= PANE_SUMMARY; i++)
        if (session->text[i])
            session_restore_window(session, (PaneId)i, left->window[i]);
    memcpy(session->marks, left->marks, sizeof left->marks);
}

void
session_open_views(Session *session)
{
    Document *document = session_document(session);
    session->summary = document_role_range(document, ROLE_SUMMARY);
    session->text[PANE_ARTICLE] = text_view_new(document);
    layout_set_hidden(text_view_layout(session->text[PANE_ARTICLE]), session_hides, session);
    if (!range_is_none(session->summary)) {
        session->text[PANE_SUMMARY] = text_view_new(document);
        Layout *layout = text_view_layout(session->text[PANE_SUMMARY]);
        layout_set_hidden(layout, summary_hides, session);
        LayoutPosition first = layout_first(layout);
        if (first.block < 0) { /* a heading without anything below it is no summary to pin */
            g_clear_pointer(&session->text[PANE_SUMMARY], text_view_free);
            session->summary = RANGE_NONE;
        } else {
            session->caret[PANE_SUMMARY] = layout_offset(layout, first);
        }
    }
    for (int i = 0; i < PANE_COUNT; i++)
        if (session->pane[i])
            pane_set_article(session->pane[i], session->article);
    session->revision = article_revision(session->article);
    session->entity = -1;
    session->goal = -1;
    session->selecting = SELECT_NONE;
    session->has_aside = FALSE;
    session->last_selection = RANGE_NONE;
    for (int i = 0; i < MARK_COUNT; i++)
        session->marks[i] = G_MAXSIZE;
    if (session->focus == PANE_SUMMARY && !session->text[PANE_SUMMARY])
        session->focus = PANE_ARTICLE;
    session->reading = PANE_ARTICLE;
    session->layout_stale = TRUE;
    session_update_geometry(session);
    LayoutPosition first = layout_first(text_view_layout(session->text[PANE_ARTICLE]));
    session->caret[PANE_ARTICLE] = first.block < 0 ? 0 : layout_offset(text_view_layout(session->text[PANE_ARTICLE]), first);
    text_view_set_top(session->text[PANE_ARTICLE], session->caret[PANE_ARTICLE]);
    come_back(session);
}

void
session_close_views(Session *session)
{
    leave_article(session);
    g_clear_pointer(&session->prompt, prompt_free); /* what is typed was meant for this article */
    session->prompt_pane = NULL;
    session->preview_stale = FALSE;
    session_close_popup(session);
    session_drop_hints(session);
    g_clear_pointer(&session->hits, hits_free);
    g_clear_pointer(&session->only, hits_free);
    g_clear_pointer(&session->text[PANE_ARTICLE], text_view_free);
    g_clear_pointer(&session->text[PANE_SUMMARY], text_view_free);
    for (int i = 0; i < PANE_COUNT; i++)
        if (session->pane[i])
            pane_set_article(session->pane[i], NULL);
}

/* The window that shows an offset: the summary where it is pinned and holds it. */
static PaneId
session_window_of(const Session *session, gsize offset)
{
    if (!session->text[PANE_SUMMARY] || !session_pane_visible(session, PANE_SUMMARY))
        return PANE_ARTICLE;
    int block = document_block_at(session_document(session), offset);
    return block >= 0 && !summary_hides(session_document(session), (guint)block, NULL) ? PANE_SUMMARY : PANE_ARTICLE;
}

/* reveal: how the window brings the offset into sight. */
static void
go(Session *session, gsize offset, gboolean keep_goal, gboolean (*reveal)(TextView *view, gsize offset, int margin))
{
    if (!session_has_text(session))
        return;
    gsize length;
    const char *text = document_text(session_document(session), &length);
    PaneId pane = session_window_of(session, offset);
    TextView *view = session->text[pane];
    Layout *layout = text_view_layout(view);
    int block = document_block_at(session_document(session), offset);
    if (block >= 0 && layout_is_hidden(layout, block))
        offset = layout_offset(layout, layout_find(layout, offset));
    else if (block >= 0) {
        const Block *it = document_block(session_document(session), (guint)block);
        gsize last = it->range.end > it->range.start ? it->range.end - 1 : it->range.start;
        offset = MIN(offset, last);
        offset = it->range.start + cluster_start(text + it->range.start, range_length(it->range), offset - it->range.start);
    }
    session->caret[pane] = offset;
    session_read_in(session, pane);
    reveal(view, offset, options_number(session->options, OPT_SCROLLOFF));
    if (!keep_goal)
        session->goal = -1;
    session->stale = TRUE;
}

void
session_read_in(Session *session, PaneId pane)
{
    session->reading = pane;
    if (session->focus <= PANE_SUMMARY)
        session->focus = pane;
}

void
session_go(Session *session, gsize offset, gboolean keep_goal)
{
    go(session, offset, keep_goal, text_view_reveal);
}

void
session_jump(Session *session, gsize offset)
{
    gsize here = session_caret_offset(session);
    if (here != offset) {
        jumps_leave(session->jumps, (Place){session->article, here});
        session->jumped = TRUE;
    }
    go(session, offset, FALSE, text_view_show);
}

CommandStatus
session_move_to(Session *session, gsize offset, const char *why_not)
{
    if (offset == session_caret_offset(session))
        return session_fail(session, "%s", why_not);
    session_go(session, offset, FALSE);
    return COMMAND_OK;
}

static int
layer_id_at(Layer *layer, gsize offset)
{
    int index = layer_at(layer, offset);
    return index < 0 ? -1 : (int)layer_get(layer, (guint)index).id;
}

int
session_citation_at(const Session *session, gsize offset)
{
    return layer_id_at(citations_layer(article_citations(session->article)), offset);
}

int
session_cite_at(const Session *session, gsize offset)
{
    Citations *citations = article_citations(session->article);
    int cite = layer_id_at(citations_cite_layer(citations), offset);
    if (cite >= 0)
        return cite;
    int citation = session_citation_at(session, offset);
    if (citation < 0)
        return -1;
    const Citation *it = citations_get(citations, (guint)citation);
    for (guint i = it->n_cites; i-- > 0;)
        if (citations_cite(citations, it->first_cite + i)->range.start <= offset)
            return (int)(it->first_cite + i);
    return it->n_cites ? (int)it->first_cite : -1;
}

int
session_note_mark_at(const Session *session, gsize offset)
{
    return layer_id_at(document_note_marks(session_document(session)), offset);
}

int
session_mention_at(const Session *session, gsize offset)
{
    return layer_id_at(entities_layer(article_entities(session->article)), offset);
}

int
session_link_at(const Session *session, gsize offset)
{
    return layer_id_at(document_links(session_document(session)), offset);
}

int
session_note_at(const Session *session, gsize offset)
{
    const Document *document = session_document(session);
    int block = document_block_at(document, offset);
    if (block < 0 || document_block(document, (guint)block)->role != ROLE_NOTE)
        return -1;
    for (guint i = 0; i < document_note_count(document); i++)
        if (range_contains(document_note(document, i)->range, offset))
            return (int)i;
    return -1;
}

/* The selection grows from the anchor to the caret, both ends included, by clusters or by whole sentences (select.c keeps the caret at a cluster). */
Range
session_selection(const Session *session)
{
    if (session->selecting == SELECT_NONE)
        return RANGE_NONE;
    gsize length, caret = session_caret_offset(session);
    const char *text = document_text(session_document(session), &length);
    gsize start = MIN(session->anchor, caret), end = MAX(session->anchor, caret);
    return range_make(start, cluster_next(text, length, end));
}

void
session_end_selection(Session *session)
{
    if (session->selecting == SELECT_NONE)
        return;
    session->last_selection = session_selection(session);
    session->selecting = SELECT_NONE;
}

char *
session_excerpt(const Session *session, Range range, gsize limit)
{
    gsize length;
    const char *text = document_text(session_document(session), &length);
    range.end = MIN(range.end, length);
    gboolean cut = range_length(range) > limit;
    if (cut) {
        range.end = range.start + limit;
        while (range.end > range.start && text[range.end] != ' ')
            range.end--;
        if (range.end == range.start)
            range.end = cluster_start(text, length, range.start + limit);
    }
    g_autoptr(GString) out = g_string_new_len(text + range.start, (gssize)range_length(range));
    for (gsize i = 0; i < out->len; i++)
        if (out->str[i] == '\n' || out->str[i] == '\t')
            out->str[i] = ' ';
    if (cut)
        g_string_append(out, "…");
    return g_strdup(out->str);
}
