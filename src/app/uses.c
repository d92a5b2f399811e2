/* The list of all uses: every place where a source is cited, or a name is mentioned, with the sentence around it. */
#include "app/internal.h"

#define USES_MAX 1000 /* lines of a list: what a reader may still look through */

typedef struct {
    gsize offset;
    char *name;
} Use;

static int
compare_uses(gconstpointer a, gconstpointer b)
{
    gsize x = ((const Use *)a)->offset, y = ((const Use *)b)->offset;
    return x < y ? -1 : x > y;
}

/* A list that had to end says so. */
static void
say_the_rest(Popup *popup, guint all)
{
    if (all <= USES_MAX)
        return;
    g_autofree char *rest = g_strdup_printf("… and %u more, which this list leaves out", all - USES_MAX);
    popup_line(popup, NULL, rest, NULL, G_MAXSIZE);
}

static CommandStatus
uses_of_source(Session *session, guint index)
{
    Citations *citations = article_citations(session->article);
    const CitedSource *source = citations_source(citations, index);
    g_autoptr(GArray) uses = g_array_new(FALSE, FALSE, sizeof(Use));
    for (guint i = 0; i < source->references->len; i++) {
        const Reference *reference = citations_reference(citations, g_array_index(source->references, guint, i));
        for (guint j = 0; j < reference->cites->len; j++) {
            const Cite *cite = citations_cite(citations, g_array_index(reference->cites, guint, j));
            Use use = {cite->range.start, issued_in_words(cite->issued, TRUE)};
            g_array_append_val(uses, use);
        }
    }
    g_array_sort(uses, compare_uses);
    g_autofree char *corner = g_strdup_printf(source->n_cites == 1 ? "%u cite" : "%u cites", source->n_cites);
    Popup *popup = popup_new(source->name, corner);
    for (guint i = 0; i < uses->len; i++) {
        Use *use = &g_array_index(uses, Use, i);
        if (i >= USES_MAX) {
            g_free(use->name);
            continue;
        }
        Range supported = citations_supported(citations, (guint)session_citation_at(session, use->offset));
        g_autofree char *excerpt = range_is_none(supported) ? g_strdup("") : session_excerpt(session, supported, EXCERPT);
        g_autofree char *place = session_paragraph_of(session, use->offset);
        popup_line(popup, use->name, excerpt, place, use->offset);
        g_free(use->name);
    }
    say_the_rest(popup, uses->len);
    popup_keys(popup, "j k choose · Enter go · y copy · Esc close");
    session_open_popup(session, popup, POPUP_USES, session_caret_offset(session));
    return COMMAND_OK;
}

static CommandStatus
uses_of_entity(Session *session, guint index)
{
    Entities *entities = article_entities(session->article);
    const Entity *entity = entities_get(entities, index);
    g_autofree char *corner = g_strdup_printf(entity->mentions->len == 1 ? "%u mention" : "%u mentions", entity->mentions->len);
    Popup *popup = popup_new(entity->name, corner);
    for (guint i = 0; i < MIN(entity->mentions->len, USES_MAX); i++) {
        Range range = entities_mention(entities, g_array_index(entity->mentions, guint, i))->range;
        Range sentence;
        session_popup_mention(session, popup, range, EXCERPT, &sentence);
    }
    say_the_rest(popup, entity->mentions->len);
    popup_keys(popup, "j k choose · Enter go · y copy · Esc close");
    session_open_popup(session, popup, POPUP_USES, session_caret_offset(session));
    session->entity = (int)index;
    return COMMAND_OK;
}

static CommandStatus
list_uses(Session *session, gsize offset)
{
    Citations *citations = article_citations(session->article);
    int cite = session_cite_at(session, offset);
    if (cite >= 0)
        return uses_of_source(session, citations_reference(citations, citations_cite(citations, (guint)cite)->reference)->source);
    int mention = session_mention_at(session, offset);
    if (mention >= 0)
        return uses_of_entity(session, entities_mention(article_entities(session->article), (guint)mention)->entity);
    return session_fail(session, "gr lists the uses of a source or of a name: put the caret on one.");
}

CommandStatus
session_list_uses(Session *session, const char *argument, int count)
{
    if (!session_has_text(session))
        return session_fail(session, "There is no text.");
    if (session->popup_kind == POPUP_USES)
        return session_fail(session, "This is open already; Esc closes it.");
    if (session->focus > PANE_SUMMARY) {
        const PaneRow *row = pane_current(session->pane[session->focus]);
        if (row && session->focus == PANE_ENTITIES && row->kind == PANE_ROW_ITEM)
            return uses_of_entity(session, row->id);
        if (row && row->n_places)
            return list_uses(session, row->places[0].start);
    }
    return list_uses(session, session_caret_offset(session));
}
