/* Jumps: to citations, notes, mentions and headings; back and forward; marks; to what the thing under the caret speaks of. */
#include "app/internal.h"

#include "doc/outline.h"

static gboolean
is_shown(const Session *session, gsize offset)
{
    int block = document_block_at(session_document(session), offset);
    if (block < 0)
        return FALSE;
    if (!layout_is_hidden(text_view_layout(session->text[PANE_ARTICLE]), block))
        return TRUE;
    return document_block(session_document(session), (guint)block)->role == ROLE_SUMMARY && session_pane_visible(session, PANE_SUMMARY);
}

/* The next (previous) item of a layer that can be seen, `count` times; what: "citation". */
static CommandStatus
jump_in_layer(Session *session, Layer *layer, int count, gboolean forward, const char *what, const char *none)
{
    gsize at = session_caret_offset(session), start = at;
    for (int i = command_times(count); i > 0; i--) {
        int index = forward ? layer_next(layer, at) : layer_previous(layer, at);
        while (index >= 0 && index < (int)layer_size(layer) && !is_shown(session, layer_get(layer, (guint)index).range.start))
            index += forward ? 1 : -1;
        if (index < 0 || index >= (int)layer_size(layer))
            break;
        at = layer_get(layer, (guint)index).range.start;
    }
    if (at == start) {
        gboolean searching = article_progress(session->article) < 100;
        if (layer_size(layer) == 0)
            return session_fail(session, "%s%s", none, searching ? " The search for them is still going on." : "");
        return session_fail(session, forward ? "There is no further %s." : "There is no %s before this one.", what);
    }
    session_jump(session, at);
    return COMMAND_OK;
}

static CommandStatus
jump_citation(Session *session, int count, gboolean forward)
{
    session->repeat_back = command_find(forward ? "previous-citation" : "next-citation");
    return jump_in_layer(session, citations_layer(article_citations(session->article)), count, forward, "citation", "This article cites nothing.");
}

static CommandStatus
run_next_citation(Session *session, const char *argument, int count)
{
    return jump_citation(session, count, TRUE);
}

static CommandStatus
run_previous_citation(Session *session, const char *argument, int count)
{
    return jump_citation(session, count, FALSE);
}

static CommandStatus
jump_note(Session *session, int count, gboolean forward)
{
    session->repeat_back = command_find(forward ? "previous-note" : "next-note");
    return jump_in_layer(session, document_note_marks(session_document(session)), count, forward, "footnote mark", "This article has no footnotes.");
}

static CommandStatus
run_next_note(Session *session, const char *argument, int count)
{
    return jump_note(session, count, TRUE);
}

static CommandStatus
run_previous_note(Session *session, const char *argument, int count)
{
    return jump_note(session, count, FALSE);
}

/* Mentions of the current entity; without one, of the one under the caret; else of any. */
static CommandStatus
jump_mention(Session *session, int count, gboolean forward)
{
    session->repeat_back = command_find(forward ? "previous-mention" : "next-mention");
    Entities *entities = article_entities(session->article);
    gsize caret = session_caret_offset(session);
    int under = session_mention_at(session, caret);
    if (under >= 0)
        session->entity = (int)entities_mention(entities, (guint)under)->entity;
    if (session->entity < 0)
        return jump_in_layer(session, entities_layer(entities), count, forward, "mention", "No entity was found in this article.");
    const Entity *entity = entities_get(entities, (guint)session->entity);
    gsize to = caret;
    int place = 0;
    for (int i = command_times(count); i > 0; i--) {
        gsize next = G_MAXSIZE;
        for (guint m = 0; m < entity->mentions->len; m++) {
            guint index = g_array_index(entity->mentions, guint, forward ? m : entity->mentions->len - 1 - m);
            gsize start = entities_mention(entities, index)->range.start;
            if ((forward ? start > to : start < to) && is_shown(session, start)) {
                next = start;
                place = (int)(forward ? m : entity->mentions->len - 1 - m) + 1;
                break;
            }
        }
        if (next == G_MAXSIZE)
            break;
        to = next;
    }
    if (to == caret)
        return session_fail(session, forward ? "There is no further mention of %s." : "There is no mention of %s before this one.", entity->name);
    session_jump(session, to);
    session_say(session, "%s, mention %d of %u", entity->name, place, entity->mentions->len);
    return COMMAND_OK;
}

static CommandStatus
run_next_mention(Session *session, const char *argument, int count)
{
    return jump_mention(session, count, TRUE);
}

static CommandStatus
run_previous_mention(Session *session, const char *argument, int count)
{
    return jump_mention(session, count, FALSE);
}

static CommandStatus
jump_heading(Session *session, int count, gboolean forward)
{
    session->repeat_back = command_find(forward ? "previous-heading" : "next-heading");
    g_autoptr(GPtrArray) outline = outline_new(session_document(session));
    gsize caret = session_caret_offset(session), to = caret;
    for (int i = command_times(count); i > 0; i--) {
        gsize next = to;
        for (guint e = 0; e < outline->len; e++) {
            const OutlineEntry *entry = g_ptr_array_index(outline, e);
            if (!is_shown(session, entry->offset))
                continue;
            if (forward && entry->offset > to) {
                next = entry->offset;
                break;
            }
            if (!forward && entry->offset < to)
                next = entry->offset;
        }
        to = next;
    }
    if (to == caret)
        return session_fail(session, forward ? "There is no further heading." : "There is no heading before this one.");
    session_jump(session, to);
    return COMMAND_OK;
}

static CommandStatus
run_next_heading(Session *session, const char *argument, int count)
{
    return jump_heading(session, count, TRUE);
}

static CommandStatus
run_previous_heading(Session *session, const char *argument, int count)
{
    return jump_heading(session, count, FALSE);
}

static CommandStatus
run_repeat(Session *session, const char *argument, int count)
{
    if (!session->repeat)
        return session_fail(session, "Nothing to repeat yet: ]c, ]f, ]e, ]h and their like are repeated.");
    return session->repeat->run(session, "", count);
}

static CommandStatus
run_repeat_back(Session *session, const char *argument, int count)
{
    const Command *forward = session->repeat, *back = session->repeat_back;
    if (!forward || !back)
        return session_fail(session, "Nothing to repeat yet: ]c, ]f, ]e, ]h and their like are repeated.");
    CommandStatus status = back->run(session, "", count);
    session->repeat_back = back; /* running it has turned the two round */
    return status;
}

/* --- back and forward ---------------------------------------------------------------------------------------------------------------- */

static void
go_to_place(Session *session, Place place)
{
    if (place.article != session->article)
        session_switch(session, place.article);
    session_go(session, place.offset, FALSE);
}

static CommandStatus
run_jump_back(Session *session, const char *argument, int count)
{
    Place to;
    for (int i = command_times(count); i > 0; i--) {
        if (!jumps_back(session->jumps, (Place){session->article, session_caret_offset(session)}, &to))
            return i < command_times(count) ? COMMAND_OK : session_fail(session, "There is no jump to go back from.");
        go_to_place(session, to);
    }
    return COMMAND_OK;
}

static CommandStatus
run_jump_forward(Session *session, const char *argument, int count)
{
    Place to;
    for (int i = command_times(count); i > 0; i--) {
        if (!jumps_forward(session->jumps, &to))
            return i < command_times(count) ? COMMAND_OK : session_fail(session, "There is no jump to go forward to.");
        go_to_place(session, to);
    }
    return COMMAND_OK;
}

static CommandStatus
run_last_position(Session *session, const char *argument, int count)
{
    Place to;
    gsize here = session_caret_offset(session);
    if (!jumps_back(session->jumps, (Place){session->article, here}, &to))
        return session_fail(session, "There is no jump to go back from.");
    go_to_place(session, to);
    jumps_leave(session->jumps, (Place){session->article, here});
    return COMMAND_OK;
}

/* --- marks ---------------------------------------------------------------------------------------------------------------------------- */

static CommandStatus
run_mark(Session *session, const char *argument, int count)
{
    if (!*argument) {
        session->waiting = WAIT_MARK;
        session_say(session, "Mark: which letter, a to z?");
        return COMMAND_OK;
    }
    if (argument[0] < 'a' || argument[0] > 'z' || argument[1])
        return session_fail(session, "A mark is a letter from a to z.");
    session->marks[argument[0] - 'a'] = session_caret_offset(session);
    session_say(session, "Mark %c set; '%c comes back here.", argument[0], argument[0]);
    return COMMAND_OK;
}

static CommandStatus
run_go_to_mark(Session *session, const char *argument, int count)
{
    if (!*argument) {
        session->waiting = WAIT_GO_TO_MARK;
        g_autoptr(GString) set = g_string_new(NULL);
        for (int i = 0; i < MARK_COUNT; i++)
            if (session->marks[i] != G_MAXSIZE)
                g_string_append_printf(set, " %c", 'a' + i);
        session_say(session, set->len ? "Go to mark:%s" : "Go to mark: none is set%s; m and a letter sets one", set->str);
        return COMMAND_OK;
    }
    if (argument[0] == '\'' && !argument[1])
        return run_last_position(session, "", -1);
    if (argument[0] < 'a' || argument[0] > 'z' || argument[1])
        return session_fail(session, "A mark is a letter from a to z.");
    gsize to = session->marks[argument[0] - 'a'];
    if (to == G_MAXSIZE)
        return session_fail(session, "Mark %c is not set; m%c sets it.", argument[0], argument[0]);
    session_jump(session, to);
    return COMMAND_OK;
}

/* --- what the thing under the caret speaks of ------------------------------------------------------------------------------------------- */

static CommandStatus
go_to_note(Session *session, int mark)
{
    const Document *document = session_document(session);
    const NoteMark *it = document_note_mark(document, (guint)mark);
    if (it->note < 0)
        return session_fail(session, "There is no note for this mark.");
    session_jump(session, document_note(document, (guint)it->note)->range.start);
    return COMMAND_OK;
}

/* From a note back to the (next) mark that points to it. */
static CommandStatus
go_to_mark_of_note(Session *session, int note)
{
    const Document *document = session_document(session);
    gsize first = G_MAXSIZE, caret = session_caret_offset(session);
    for (guint i = 0; i < document_note_mark_count(document); i++) {
        const NoteMark *mark = document_note_mark(document, i);
        if (mark->note == note && mark->range.start != caret && mark->range.start < first)
            first = mark->range.start;
    }
    if (first == G_MAXSIZE)
        return session_fail(session, "No mark in the text points to this note.");
    session_jump(session, first);
    return COMMAND_OK;
}

static CommandStatus
go_to_offset(Session *session, gsize to, const char *already)
{
    if (to == session_caret_offset(session))
        return session_fail(session, "%s", already);
    session_jump(session, to);
    return COMMAND_OK;
}

static CommandStatus
run_go_to(Session *session, const char *argument, int count)
{
    gsize caret = session_caret_offset(session);
    int mark = session_note_mark_at(session, caret);
    if (mark >= 0)
        return go_to_note(session, mark);
    int cite = session_cite_at(session, caret);
    Citations *citations = article_citations(session->article);
    if (cite >= 0) {
        const Reference *reference = citations_reference(citations, citations_cite(citations, (guint)cite)->reference);
        guint first = g_array_index(reference->cites, guint, 0);
        return go_to_offset(session, citations_cite(citations, first)->range.start, "This is where the reference is cited first.");
    }
    int note = session_note_at(session, caret);
    if (note >= 0)
        return go_to_mark_of_note(session, note);
    int mention = session_mention_at(session, caret);
    if (mention >= 0) {
        Entities *entities = article_entities(session->article);
        const Entity *entity = entities_get(entities, entities_mention(entities, (guint)mention)->entity);
        return go_to_offset(session, entities_mention(entities, g_array_index(entity->mentions, guint, 0))->range.start, "This is its first mention.");
    }
    return session_fail(session, "Nothing to go to here: put the caret on a footnote mark, a citation or a name.");
}

#define GROUP "Jumps"

const Command commands_jump[] = {
    {"next-citation", "[N]", "to the next citation", GROUP, run_next_citation, .flags = COMMAND_JUMP | COMMAND_REPEATS},
    {"previous-citation", "[N]", "to the citation before", GROUP, run_previous_citation, .flags = COMMAND_JUMP | COMMAND_REPEATS},
    {"next-note", "[N]", "to the next footnote mark", GROUP, run_next_note, .flags = COMMAND_JUMP | COMMAND_REPEATS},
    {"previous-note", "[N]", "to the footnote mark before", GROUP, run_previous_note, .flags = COMMAND_JUMP | COMMAND_REPEATS},
    {"next-mention", "[N]", "to the next mention of the entity", GROUP, run_next_mention, .flags = COMMAND_JUMP | COMMAND_REPEATS},
    {"previous-mention", "[N]", "to the mention of the entity before", GROUP, run_previous_mention, .flags = COMMAND_JUMP | COMMAND_REPEATS},
    {"next-heading", "[N]", "to the next heading", GROUP, run_next_heading, .flags = COMMAND_JUMP | COMMAND_REPEATS},
    {"previous-heading", "[N]", "to the heading before", GROUP, run_previous_heading, .flags = COMMAND_JUMP | COMMAND_REPEATS},
    {"repeat", "[N]", "the last of these jumps again", GROUP, run_repeat},
    {"repeat-back", "[N]", "the last of these jumps the other way", GROUP, run_repeat_back},
    {"jump-back", "[N]", "back to where the last jump was made", GROUP, run_jump_back},
    {"jump-forward", "[N]", "forward again", GROUP, run_jump_forward},
    {"last-position", "", "to the place before the last jump, and back", GROUP, run_last_position},
    {"mark", "[LETTER]", "mark this place with a letter", GROUP, run_mark},
    {"go-to-mark", "[LETTER]", "to the place marked with a letter", GROUP, run_go_to_mark, .flags = COMMAND_JUMP},
    {"go-to", "", "from a mark to its note and back, to the first cite of a reference, to the first mention of a name", GROUP, run_go_to, .flags = COMMAND_JUMP},
    {NULL},
};
