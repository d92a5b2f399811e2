/* The top line names the article, its series and its date. The bottom line says where the reader is, what is under the caret, what a begun key sequence may go on with, and
 * right after a jump which key leads back; or it is the line that is being typed. */
#include "app/internal.h"

#include <string.h>

#define WHAT_MIN 14            /* cells of what is under the caret, beside its keys */
#define PROGRESS_FROM 1000000 /* bytes of text from which finding citations and names takes long enough to be worth a word */

static int
width_of(const char *text)
{
    return display_width(text, strlen(text));
}

void
draw_top_line(Session *session, Rect area)
{
    if (area.height == 0)
        return;
    StyleSet roles = STYLE_BIT(STYLE_TOP_LINE);
    grid_clear(session->grid, area, roles);
    if (!session->article)
        return;
    const DocumentMeta *meta = document_meta(session_document(session));
    g_autoptr(GString) right = g_string_new(NULL);
    g_autofree char *date = meta->issued ? issued_in_words(meta->issued, TRUE) : NULL;
    g_autofree char *byline = g_strjoinv(", ", meta->byline);
    const char *parts[] = {meta->publication, date, area.width >= GEOMETRY_WIDE ? byline : NULL};
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
        if (parts[i] && *parts[i])
            g_string_append_printf(right, "%s%s", right->len ? " · " : "", parts[i]);
    int room = area.width - 2;
    int right_width = MIN(width_of(right->str), room / 2);
    int left = grid_text(session->grid, area.x + 1, area.y, room - right_width - (right_width ? 2 : 0), article_title(session->article), roles);
    (void)left;
    if (right_width)
        grid_text(session->grid, area.x + area.width - 1 - right_width, area.y, right_width, right->str, roles | STYLE_BIT(STYLE_DIM));
}

/* "¶ 4 of 9 · 41 %" */
static char *
position_text(const Session *session)
{
    static const char *const role_words[] = {
        [ROLE_MASTHEAD] = "head", [ROLE_SUMMARY] = "summary", [ROLE_BODY] = "text", [ROLE_NOTE] = "note", [ROLE_BOILERPLATE] = "set aside",
    };
    const Document *document = session_document(session);
    const Block *block = session_block(session);
    gsize length = document_length(document), caret = session_caret_offset(session);
    gboolean end = session_text_pane(session) == PANE_ARTICLE && text_view_at_end(session->text[PANE_ARTICLE]);
    int percent = end ? 100 : length > 0 ? (int)(caret * 100.0 / length) : 100;
    if (block->number)
        return g_strdup_printf("%s %u of %u · %d %%", grid_sign(session->grid, "¶"), block->number, document_paragraph_count(document), percent);
    return g_strdup_printf("%s · %d %%", role_words[block->role], percent);
}

static gboolean
count_one(LayerItem item, guint index, gpointer data)
{
    guint *count = data;
    (*count)++;
    return TRUE;
}

/* "(see EDM, May 14)" and "2 cites · K peek · gr uses": what is under the caret, and which keys look at it; NULL where there is nothing. */
static void
under_caret(Session *session, char **what, char **keys)
{
    gsize caret = session_caret_offset(session);
    Citations *citations = article_citations(session->article);
    *what = *keys = NULL;
    int mark = session_note_mark_at(session, caret);
    if (mark >= 0) {
        *what = g_strdup("footnote mark");
        *keys = g_strdup("K peek · Enter to the note");
        return;
    }
    int citation = session_citation_at(session, caret);
    if (citation >= 0) {
        const Citation *it = citations_get(citations, (guint)citation);
        *what = session_excerpt(session, it->range, 60);
        *keys = g_strdup_printf("%u %s · K peek · gr uses", it->n_cites, it->n_cites == 1 ? "cite" : "cites");
        return;
    }
    int link = session_link_at(session, caret);
    if (link >= 0) {
        *what = g_strdup(document_link_url(session_document(session), (guint)link));
        *keys = g_strdup("K peek · yu copy");
        return;
    }
    int mention = session_mention_at(session, caret);
    if (mention >= 0) {
        Entities *entities = article_entities(session->article);
        const Entity *entity = entities_get(entities, entities_mention(entities, (guint)mention)->entity);
        *what = g_strdup(entity->name);
        *keys = g_strdup_printf("%u %s · K peek · ]e next", entity->mentions->len, entity->mentions->len == 1 ? "mention" : "mentions");
        return;
    }
    guint cites = 0;
    layer_in_range(citations_cite_layer(citations), session_block(session)->range, count_one, &cites);
    if (cites)
        *what = g_strdup_printf("%u %s here · K peek", cites, cites == 1 ? "cite" : "cites");
}

/* The keys of the list that has the focus, which are not those of the text. */
static const char *
list_keys(const Session *session)
{
    if (session->focus <= PANE_SUMMARY || session->popup)
        return NULL;
    return session->focus == PANE_OUTLINE ? "Enter go · / filter · Esc to the text" : "Enter go · K peek · / filter · o order · Esc to the text";
}

/* What is under the caret is cut where it is long, its keys are not. */
static void
draw_under_caret(Session *session, int x, int y, int room, StyleSet roles)
{
    g_autofree char *what = NULL, *keys = NULL;
    if (list_keys(session))
        what = g_strdup(list_keys(session));
    else
        under_caret(session, &what, &keys);
    if (!what || room < 8)
        return;
    int keys_width = keys ? width_of(keys) + 3 : 0;
    if (room - keys_width < WHAT_MIN) /* too narrow for both */
        keys_width = 0;
    int used = grid_text(session->grid, x, y, room - keys_width, what, roles);
    if (keys_width)
        grid_text(session->grid, x + used + 3, y, room - used - 3, keys, roles);
}

/* "«lantern» 3/14" */
static char *
search_text(const Session *session)
{
    if (!session->hits)
        return NULL;
    guint number = hits_number(session->hits), count = hits_count(session->hits);
    if (!hits_counted(session->hits))
        return g_strdup_printf("«%s»", hits_query(session->hits));
    if (!number)
        return g_strdup_printf("«%s» %u%s", hits_query(session->hits), count, count >= HITS_MAX ? "+" : "");
    return g_strdup_printf("«%s» %u/%u%s", hits_query(session->hits), number, count, count >= HITS_MAX ? "+" : "");
}

/* A sequence that has begun, and how it can go on: "g…  g start  d go-to  r uses". */
static char *
pending_text(Session *session)
{
    if (session->pending->len == 0 && session->count < 0)
        return NULL;
    g_autoptr(GString) out = g_string_new(NULL);
    if (session->count >= 0)
        g_string_append_printf(out, "%d", session->count);
    const Key *keys = (const Key *)(gpointer)session->pending->data;
    for (guint i = 0; i < session->pending->len; i++)
        key_append(out, keys[i]);
    if (session->pending->len == 0)
        return g_strdup_printf("%s…", out->str);
    g_string_append(out, "…  ");
    g_autoptr(GPtrArray) next = keymap_continuations(session_keymap(session), session_mode(session), keys, session->pending->len);
    for (guint i = 0; i < next->len; i++) {
        const KeyBinding *binding = g_ptr_array_index(next, i);
        g_string_append(out, "  ");
        for (guint k = session->pending->len; k < binding->keys->len; k++)
            key_append(out, g_array_index(binding->keys, Key, k));
        g_string_append_printf(out, " %s", binding->command);
    }
    return g_strdup(out->str);
}

static void
draw_prompt(Session *session, Rect area)
{
    static const char *const leads[PROMPT_KINDS] = {
        [PROMPT_COMMAND] = ":", [PROMPT_SEARCH] = "/", [PROMPT_ONLY] = "only paragraphs with: ", [PROMPT_FILTER] = "only entries with: ",
    };
    StyleSet roles = STYLE_BIT(STYLE_PROMPT);
    grid_clear(session->grid, area, roles);
    int x = area.x + grid_text(session->grid, area.x, area.y, area.width, leads[prompt_kind(session->prompt)], roles);
    g_autofree char *counted = prompt_kind(session->prompt) == PROMPT_SEARCH ? search_text(session) : NULL;
    const char *slash = counted ? strrchr(counted, ' ') : NULL;
    gboolean missing = prompt_kind(session->prompt) == PROMPT_SEARCH && !session->hits && options_flag(session->options, OPT_INCSEARCH);
    const char *right = session->message ? session->message : slash ? slash + 1 : missing && *prompt_text(session->prompt) ? "no match" : NULL;
    int right_width = right ? MIN(width_of(right), area.width / 2) : 0;
    int room = area.x + area.width - x - (right_width ? right_width + 2 : 1);
    const char *text = prompt_text(session->prompt);
    gsize cursor = prompt_cursor(session->prompt), from = 0;
    while (display_width(text + from, cursor - from) >= room && from < cursor) /* scrolled so that the cursor stands in sight */
        from = (gsize)(g_utf8_next_char(text + from) - text);
    gsize fit = display_fit(text + from, strlen(text + from), room);
    g_autofree char *shown = g_strndup(text + from, fit);
    grid_text(session->grid, x, area.y, room, shown, roles);
    if (right_width)
        grid_text(session->grid, area.x + area.width - 1 - right_width, area.y, right_width, right, roles | STYLE_BIT(session->message_is_error ? STYLE_ERROR : STYLE_DIM));
    grid_set_cursor(session->grid, x + display_width(text + from, cursor - from), area.y);
}

void
draw_status(Session *session, Rect area)
{
    if (area.height == 0)
        return;
    if (session->prompt) {
        draw_prompt(session, area);
        return;
    }
    StyleSet roles = STYLE_BIT(STYLE_STATUS_LINE), dim = roles | STYLE_BIT(STYLE_DIM);
    grid_clear(session->grid, area, roles);
    int x = area.x + 1, end = area.x + area.width - 1;
    int progress = session->article ? article_progress(session->article) : 100;
    g_autofree char *found = search_text(session);
    g_autoptr(GString) right = g_string_new(NULL);
    if (progress < 100 && document_length(session_document(session)) > PROGRESS_FROM)
        g_string_append_printf(right, "reading %d %%   ", progress);
    if (session->only)
        g_string_append_printf(right, "only «%s»   ", hits_query(session->only));
    if (found)
        g_string_append_printf(right, "%s   ", found);
    if (session->selecting != SELECT_NONE)
        g_string_append(right, "selecting   ");
    g_autofree char *back = session->jumped ? keymap_keys_of(session_keymap(session), MODE_NORMAL, "jump-back") : NULL;
    int citation = back && area.width >= GEOMETRY_WIDE ? session_citation_at(session, session_caret_offset(session)) : -1;
    if (citation >= 0)
        g_string_append_printf(right, "citation %d of %u   ", citation + 1, citations_count(article_citations(session->article)));
    if (back)
        g_string_append_printf(right, "%s back   ", back);
    g_string_append(right, "? help");
    int right_width = MIN(width_of(right->str), (end - x) / 2);

    g_autofree char *pending = pending_text(session);
    if (pending) {
        grid_text(session->grid, x, area.y, end - x, pending, roles);
        return;
    }
    int room = end - right_width - 2 - x;
    gboolean too_long = session->message && width_of(session->message) > room; /* a message is more than what always stands there */
    if (too_long)
        room = end - x;
    else
        grid_text(session->grid, end - right_width, area.y, right_width, right->str, dim);
    if (session->message) {
        grid_text(session->grid, x, area.y, room, session->message, roles | (session->message_is_error ? STYLE_BIT(STYLE_ERROR) : 0));
        return;
    }
    if (!session_has_text(session)) {
        grid_text(session->grid, x, area.y, room, "There is no text to show.", roles);
        return;
    }
    g_autofree char *position = position_text(session);
    int used = grid_text(session->grid, x, area.y, room, position, roles);
    draw_under_caret(session, x + used + 3, area.y, room - used - 3, dim);
}
