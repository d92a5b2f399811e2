/* The peek: what is under the caret on one card beside the text, and the keys of every box. */
#include "app/internal.h"

#include <string.h>

#include "text/segment.h"

#define PEEK_MENTIONS 4
#define FAR 1000000 /* pages and lines: more than any box has */

void
session_close_popup(Session *session)
{
    g_clear_pointer(&session->popup, popup_free);
    session->popup_kind = POPUP_NONE;
    session->peek_citation = session->peek_cite = -1;
    session->stale = TRUE;
}

void
session_open_popup(Session *session, Popup *popup, PopupKind kind, gsize anchor)
{
    session_close_popup(session);
    session->popup = popup;
    session->popup_kind = kind;
    session->popup_anchor = anchor;
}

static const char *const year_words[] = {
    [YEAR_UNKNOWN] = "the year is not known",
    [YEAR_EXPLICIT] = "year as printed",
    [YEAR_LIST] = "year from the date after it in the list",
    [YEAR_ARTICLE] = "year from the article's own date",
};

/* Body paragraph of an offset, "¶ 4"; NULL elsewhere. */
char *
session_paragraph_of(const Session *session, gsize offset)
{
    int block = document_block_at(session_document(session), offset);
    guint number = block < 0 ? 0 : document_block(session_document(session), (guint)block)->number;
    return number ? g_strdup_printf("¶ %u", number) : NULL;
}

/* One cite on its card: source, date and how its year was found, the sentence that it supports, where else the reference is used. */
gboolean
session_peek_cite(Session *session, int index)
{
    Citations *citations = article_citations(session->article);
    const Cite *cite = citations_cite(citations, (guint)index);
    const Citation *citation = citations_get(citations, cite->citation);
    const Reference *reference = citations_reference(citations, cite->reference);
    const CitedSource *source = citations_source(citations, reference->source);

    g_autofree char *title = g_strdup_printf("Citation %u of %u", cite->citation + 1, citations_count(citations));
    guint number = (guint)index - citation->first_cite + 1;
    g_autofree char *corner = citation->n_cites > 1 ? g_strdup_printf("%u of %u", number, citation->n_cites) : NULL;
    Popup *popup = popup_new(title, corner);
    const char *longer = source->known ? source->known->long_name : NULL;
    g_autofree char *name = longer ? g_strdup_printf("%s · %s", source->name, longer) : g_strdup(source->name);
    popup_line(popup, NULL, name, source_class_name(source->class), cite->range.start);
    g_autofree char *date = issued_in_words(cite->issued, FALSE);
    popup_line(popup, NULL, date, cite->issued ? year_words[cite->year_from] : NULL, G_MAXSIZE);
    if (cite->medium && strcmp(cite->medium, "domain") != 0) /* that the source is named by its domain one sees */
        popup_line(popup, "medium", cite->medium, NULL, G_MAXSIZE);
    if (cite->locator)
        popup_line(popup, "at", cite->locator, NULL, G_MAXSIZE);
    const char *url = reference->url ? reference->url : source->known ? source->known->url : NULL;
    if (url)
        popup_line(popup, reference->url ? "address" : "home", url, NULL, G_MAXSIZE);
    Range supported = citations_supported(citations, cite->citation);
    if (!range_is_none(supported) && supported.end > supported.start) {
        g_autofree char *excerpt = session_excerpt(session, supported, EXCERPT);
        popup_line(popup, "supports", excerpt, NULL, G_MAXSIZE);
    }
    if (reference->cites->len == 1) {
        popup_line(popup, "also used", "nowhere else in this article", NULL, G_MAXSIZE);
    } else {
        for (guint i = 0; i < reference->cites->len; i++) {
            guint other = g_array_index(reference->cites, guint, i);
            if (other == (guint)index)
                continue;
            const Cite *use = citations_cite(citations, other);
            Range sentence = citations_supported(citations, use->citation);
            g_autofree char *excerpt = session_excerpt(session, range_is_none(sentence) ? use->range : sentence, EXCERPT / 2);
            g_autofree char *place = session_paragraph_of(session, use->range.start);
            popup_line(popup, "also used", excerpt, place, use->range.start);
        }
    }
    if (citation->n_cites > 1) {
        popup_rule(popup);
        for (guint i = 0; i < citation->n_cites; i++) {
            const Cite *each = citations_cite(citations, citation->first_cite + i);
            g_autofree char *issued = issued_in_words(each->issued, FALSE);
            const CitedSource *of = citations_source(citations, citations_reference(citations, each->reference)->source);
            g_autofree char *line = g_strdup_printf("%s, %s", of->name, issued);
            popup_line(popup, citation->first_cite + i == (guint)index ? "this one" : "with it", line, NULL, each->range.start);
        }
        popup_rule(popup);
    }
    g_autofree char *same = g_strdup_printf("%u %s on %u %s in this article", source->n_cites, source->n_cites == 1 ? "cite" : "cites", source->references->len,
                                           source->references->len == 1 ? "work" : "works");
    popup_line(popup, "source", same, NULL, G_MAXSIZE);
    popup_keys(popup, citation->n_cites > 1 ? "n N next, previous cite · Enter go · y copy · Esc close" : "n N next, previous citation · Enter go · y copy · Esc close");
    session_open_popup(session, popup, POPUP_PEEK, cite->range.start);
    session->peek_citation = (int)cite->citation;
    session->peek_cite = index;
    return TRUE;
}

static gboolean
peek_note(Session *session, int note, gsize anchor)
{
    const Document *document = session_document(session);
    const Note *it = document_note(document, (guint)note);
    g_autofree char *title = g_strdup_printf("Note %s", it->label);
    g_autofree char *corner = g_strdup_printf("%d of %u", note + 1, document_note_count(document));
    Popup *popup = popup_new(title, corner);
    const Block *block = document_block(document, (guint)document_block_at(document, it->range.start));
    gsize label = block->range.start == it->range.start ? block->label : 0; /* the title says it already */
    g_autofree char *text = session_excerpt(session, range_make(it->range.start + label, it->range.end), 4000);
    popup_line(popup, NULL, text, NULL, it->range.start);
    popup_keys(popup, "Enter go to the note · y copy · Esc close");
    session_open_popup(session, popup, POPUP_PEEK, anchor);
    return TRUE;
}

static const char *const role_words[] = {
    [ROLE_MASTHEAD] = "head", [ROLE_SUMMARY] = "summary", [ROLE_BODY] = "–", [ROLE_NOTE] = "note", [ROLE_BOILERPLATE] = "–",
};

/* A mention with its sentence, from where it is still in sight; the list mark before a point is left out. */
void
session_popup_mention(Session *session, Popup *popup, Range mention, gsize limit, Range *sentence)
{
    const Document *document = session_document(session);
    const Block *block = document_block(document, (guint)document_block_at(document, mention.start));
    const char *text = document_text(document, NULL) + block->range.start;
    gsize length = range_length(block->range), at = mention.start - block->range.start;
    *sentence = range_make(block->range.start + sentence_start(text, length, at), block->range.start + sentence_end(text, length, at));
    Range shown = {MAX(sentence->start, block->range.start + block->label), MAX(sentence->end, mention.end)};
    gboolean late = mention.start > shown.start && mention.end - shown.start > limit;
    if (late)
        shown.start = mention.start;
    g_autofree char *excerpt = session_excerpt(session, shown, limit);
    g_autofree char *line = g_strconcat(late ? "…" : "", excerpt, NULL);
    g_autofree char *place = session_paragraph_of(session, mention.start);
    popup_line(popup, place ? place : role_words[block->role], line, NULL, mention.start);
}

static gboolean
peek_entity(Session *session, guint index, gsize anchor)
{
    Entities *entities = article_entities(session->article);
    const Entity *entity = entities_get(entities, index);
    g_autofree char *corner = g_strdup_printf("%u mentions", entity->mentions->len);
    Popup *popup = popup_new(entity->name, entity->mentions->len == 1 ? "1 mention" : corner);
    popup_line(popup, NULL, entity->role ? entity->role : entity_type_name(entity->type), entity->role ? entity_type_name(entity->type) : NULL, G_MAXSIZE);
    if (entity->aliases->len > 0) {
        g_autoptr(GString) aliases = g_string_new(NULL);
        for (guint i = 0; i < entity->aliases->len; i++)
            g_string_append_printf(aliases, "%s%s", i ? ", " : "", (const char *)g_ptr_array_index(entity->aliases, i));
        popup_line(popup, "also", aliases->str, NULL, G_MAXSIZE);
    }
    Range last = RANGE_NONE;
    for (guint i = 0, shown = 0; i < entity->mentions->len && shown < PEEK_MENTIONS; i++) {
        Range range = entities_mention(entities, g_array_index(entity->mentions, guint, i))->range;
        if (!range_is_none(last) && range.start < last.end) /* the same sentence once more */
            continue;
        session_popup_mention(session, popup, range, EXCERPT * 3 / 4, &last);
        shown++;
    }
    popup_keys(popup, "Enter go · gr all mentions · ]e [e through them · Esc close");
    session_open_popup(session, popup, POPUP_PEEK, anchor);
    session->entity = (int)index;
    return TRUE;
}

static gboolean
peek_link(Session *session, int link, gsize anchor)
{
    Popup *popup = popup_new("Link", NULL);
    popup_line(popup, NULL, document_link_url(session_document(session), (guint)link), NULL, G_MAXSIZE);
    popup_keys(popup, "y copy the address · Esc close");
    session_open_popup(session, popup, POPUP_LINK, anchor);
    return TRUE;
}

/* The citation that the sentence under the caret rests on: the first one behind the caret whose supported range holds it. */
static int
citation_for(const Session *session, gsize offset)
{
    Citations *citations = article_citations(session->article);
    Layer *layer = citations_layer(citations);
    int next = layer_next(layer, offset);
    if (next < 0)
        return -1;
    guint citation = layer_get(layer, (guint)next).id;
    Range supported = citations_supported(citations, citation);
    return !range_is_none(supported) && range_contains(supported, offset) ? (int)citation : -1;
}

gboolean
session_peek(Session *session, gsize offset)
{
    int mark = session_note_mark_at(session, offset);
    if (mark >= 0) {
        int note = document_note_mark(session_document(session), (guint)mark)->note;
        return note >= 0 && peek_note(session, note, offset);
    }
    int cite = session_cite_at(session, offset);
    if (cite >= 0)
        return session_peek_cite(session, cite);
    int link = session_link_at(session, offset);
    if (link >= 0)
        return peek_link(session, link, offset);
    int mention = session_mention_at(session, offset);
    if (mention >= 0)
        return peek_entity(session, entities_mention(article_entities(session->article), (guint)mention)->entity, offset);
    int citation = citation_for(session, offset);
    if (citation >= 0)
        return session_peek_cite(session, (int)citations_get(article_citations(session->article), (guint)citation)->first_cite);
    return FALSE;
}

static CommandStatus
run_peek(Session *session, const char *argument, int count)
{
    if (!session_has_text(session))
        return session_fail(session, "There is no text.");
    if (session->popup_kind == POPUP_PEEK || session->popup_kind == POPUP_LINK)
        return session_fail(session, "This is open already; Esc closes it.");
    if (session->focus > PANE_SUMMARY) {
        const PaneRow *row = pane_current(session->pane[session->focus]);
        if (row && session->focus == PANE_ENTITIES && row->kind == PANE_ROW_ITEM)
            return peek_entity(session, row->id, row->n_places ? row->places[0].start : session_caret_offset(session)) ? COMMAND_OK : COMMAND_FAILED;
        if (row && row->n_places && session_peek(session, row->places[0].start))
            return COMMAND_OK;
        return session_fail(session, "There is nothing to look at here.");
    }
    gsize caret = session_caret_offset(session);
    int mark = session_note_mark_at(session, caret);
    if (mark >= 0 && document_note_mark(session_document(session), (guint)mark)->note < 0)
        return session_fail(session, "There is no note for this mark.");
    if (session_peek(session, caret))
        return COMMAND_OK;
    return session_fail(session, "Nothing to look at here; ]c goes to the next citation, ]f to the next footnote mark.");
}

/* n and N in a peek: the next cite of the citation, then the citations after it. */
static CommandStatus
peek_step(Session *session, int step)
{
    if (session->popup_kind != POPUP_PEEK || session->peek_cite < 0)
        return session_fail(session, "There is only this one.");
    int next = session->peek_cite + step;
    if (next < 0 || next >= (int)citations_cite_count(article_citations(session->article)))
        return session_fail(session, step > 0 ? "This is the last cite." : "This is the first cite.");
    gsize to = citations_cite(article_citations(session->article), (guint)next)->range.start;
    gboolean outside = (int)citations_cite(article_citations(session->article), (guint)next)->citation != session->peek_citation;
    if (outside) {
        session_jump(session, to);
        session->jumped = FALSE;
    } else {
        session_go(session, to, FALSE);
    }
    session_peek_cite(session, next);
    return COMMAND_OK;
}

static CommandStatus
run_peek_next(Session *session, const char *argument, int count)
{
    return peek_step(session, 1);
}

static CommandStatus
run_peek_previous(Session *session, const char *argument, int count)
{
    return peek_step(session, -1);
}

static CommandStatus
popup_step(Session *session, int step)
{
    if (!session->popup)
        return session_fail(session, "No box is open.");
    return popup_move(session->popup, step) ? COMMAND_OK : session_fail(session, step > 0 ? "The end of the box." : "The beginning of the box.");
}

static CommandStatus
run_peek_down(Session *session, const char *argument, int count)
{
    return popup_step(session, count < 0 ? 1 : count);
}

static CommandStatus
run_peek_up(Session *session, const char *argument, int count)
{
    return popup_step(session, count < 0 ? -1 : -count);
}

static CommandStatus
popup_turn(Session *session, int pages)
{
    if (!session->popup)
        return session_fail(session, "No box is open.");
    return popup_page(session->popup, pages) ? COMMAND_OK : session_fail(session, pages > 0 ? "The end of the box." : "The beginning of the box.");
}

static CommandStatus
run_peek_page_down(Session *session, const char *argument, int count)
{
    return popup_turn(session, count < 0 ? 1 : count);
}

static CommandStatus
run_peek_page_up(Session *session, const char *argument, int count)
{
    return popup_turn(session, count < 0 ? -1 : -count);
}

/* To the first or the last line that can be chosen, with what stands beyond it. */
static CommandStatus
popup_go_to(Session *session, int far)
{
    if (!session->popup)
        return session_fail(session, "No box is open.");
    gboolean moved = popup_page(session->popup, far);
    moved |= popup_move(session->popup, far);
    return moved ? COMMAND_OK : session_fail(session, far > 0 ? "The end of the box." : "The beginning of the box.");
}

static CommandStatus
run_peek_start(Session *session, const char *argument, int count)
{
    return popup_go_to(session, -FAR);
}

static CommandStatus
run_peek_end(Session *session, const char *argument, int count)
{
    return popup_go_to(session, FAR);
}

static CommandStatus
run_peek_act(Session *session, const char *argument, int count)
{
    if (!session->popup)
        return session_fail(session, "No box is open.");
    gsize target = popup_target(session->popup);
    if (target == G_MAXSIZE)
        return session_fail(session, "This line leads nowhere.");
    session_close_popup(session);
    session_jump(session, target);
    return COMMAND_OK;
}

static CommandStatus
run_peek_close(Session *session, const char *argument, int count)
{
    session_close_popup(session);
    return COMMAND_OK;
}

static CommandStatus
run_peek_copy(Session *session, const char *argument, int count)
{
    if (!session->popup)
        return session_fail(session, "No box is open.");
    int link = session->popup_kind == POPUP_LINK ? session_link_at(session, session->popup_anchor) : -1;
    if (link >= 0)
        return session_copy(session, document_link_url(session_document(session), (guint)link), "the address") ? COMMAND_OK : COMMAND_FAILED;
    g_autofree char *text = popup_text(session->popup);
    return session_copy(session, text, "the box") ? COMMAND_OK : COMMAND_FAILED;
}

#define GROUP "Looking things up"

const Command commands_peek[] = {
    {"peek", "", "look at the citation, note, name or link under the caret", GROUP, run_peek},
    {"uses", "", "list all uses of the source or name under the caret", GROUP, session_list_uses},
    {"peek-next", "", "in a box: the next cite", GROUP, run_peek_next},
    {"peek-previous", "", "in a box: the cite before", GROUP, run_peek_previous},
    {"peek-down", "[N]", "in a box: down", GROUP, run_peek_down},
    {"peek-up", "[N]", "in a box: up", GROUP, run_peek_up},
    {"peek-page-down", "[N]", "in a box: down by a page", GROUP, run_peek_page_down},
    {"peek-page-up", "[N]", "in a box: up by a page", GROUP, run_peek_page_up},
    {"peek-start", "", "in a box: to its beginning", GROUP, run_peek_start},
    {"peek-end", "", "in a box: to its end", GROUP, run_peek_end},
    {"peek-act", "", "in a box: go to what the line speaks of", GROUP, run_peek_act},
    {"peek-copy", "", "in a box: copy its text", GROUP, run_peek_copy},
    {"peek-close", "", "close the box", GROUP, run_peek_close},
    {NULL},
};
