/* The top line names the article, its series and its date. The bottom line says where the reader is, what is under the caret, what a begun key sequence may go on with, and
 * right after a jump which key leads back; or it is the line that is being typed. */
#include "app/internal.h"

#include <string.h>

#define PROGRESS_FROM 1000000 /* bytes of text from which finding citations and names takes long enough to be worth a word */
#define WHAT_MIN 14          /* cells that what is under the caret keeps beside its hints */

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
    g_autofree char *date = meta->issued ? issued_in_words(meta->issued, TRUE) : NULL;
    g_autofree char *byline = g_strjoinv(", ", meta->byline);
    const char *title = article_title(session->article), *parts[] = {meta->publication, date, byline};
    static const int given_up[] = {2, 0, 1}; /* where the title has no room beside all of them: first the byline, then the publication */
    int room = area.width - 2;
    g_autoptr(GString) right = g_string_new(NULL);
    for (guint kept = 0; kept <= G_N_ELEMENTS(parts); kept++) {
        g_string_truncate(right, 0);
        for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
            if (parts[i] && *parts[i])
                g_string_append_printf(right, "%s%s", right->len ? " · " : "", parts[i]);
        if (right->len == 0 || width_of(title) + 2 + width_of(right->str) <= room || kept == G_N_ELEMENTS(parts))
            break;
        parts[given_up[kept]] = NULL;
    }
    int right_width = width_of(right->str);
    grid_text(session->grid, area.x + 1, area.y, room - right_width - (right_width ? 2 : 0), title, roles);
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

/* "K peek", with the key of the live map; what has no key is not offered. */
static void
add_hint(Session *session, GPtrArray *hints, const char *command, const char *word)
{
    g_autofree char *key = keymap_keys_of(session_keymap(session), MODE_NORMAL, command);
    if (key && key[0] == '<' && key[1] && strchr(key, '>') == key + strlen(key) - 1) { /* "Enter" reads better than "<Enter>" */
        key[strlen(key) - 1] = '\0';
        memmove(key, key + 1, strlen(key));
    }
    if (key)
        g_ptr_array_add(hints, g_strdup_printf("%s %s", key, word));
}

static void
add_figure(GPtrArray *hints, guint count, const char *one, const char *many)
{
    g_ptr_array_add(hints, g_strdup_printf("%u %s", count, count == 1 ? one : many));
}

/* The keys of the list that has the focus, which are not those of the text. */
static void
list_hints(const Session *session, GPtrArray *hints)
{
    static const char *const all[] = {"Enter go", "K peek", "/ filter", "o order", "Esc to the text"};
    for (guint i = 0; i < G_N_ELEMENTS(all); i++)
        if (session->focus != PANE_OUTLINE || (i != 1 && i != 3))
            g_ptr_array_add(hints, g_strdup(all[i]));
}

/* What is under the caret (NULL: nothing), and how much of it there is and which keys look at it. */
static char *
under_caret(Session *session, GPtrArray *hints)
{
    gsize caret = session_caret_offset(session);
    Citations *citations = article_citations(session->article);
    int mark = session_note_mark_at(session, caret), citation = session_citation_at(session, caret);
    int link = session_link_at(session, caret), mention = session_mention_at(session, caret);
    if (mark >= 0) {
        add_hint(session, hints, "peek", "peek");
        add_hint(session, hints, "act", "to the note");
        return g_strdup("footnote mark");
    }
    if (citation >= 0) {
        const Citation *it = citations_get(citations, (guint)citation);
        add_figure(hints, it->n_cites, "cite", "cites");
        add_hint(session, hints, "peek", "peek");
        add_hint(session, hints, "uses", "uses");
        return session_excerpt(session, it->range, 60);
    }
    if (link >= 0) {
        add_hint(session, hints, "copy-url", "copy");
        add_hint(session, hints, "peek", "peek");
        return g_strdup(document_link_url(session_document(session), (guint)link));
    }
    if (mention >= 0) {
        Entities *entities = article_entities(session->article);
        const Entity *entity = entities_get(entities, entities_mention(entities, (guint)mention)->entity);
        add_figure(hints, entity->mentions->len, "mention", "mentions");
        add_hint(session, hints, "peek", "peek");
        add_hint(session, hints, "next-mention", "next");
        return g_strdup(entity->name);
    }
    guint cites = 0;
    layer_in_range(citations_cite_layer(citations), session_block(session)->range, count_one, &cites);
    if (cites) {
        add_figure(hints, cites, "cite here", "cites here");
        add_hint(session, hints, "peek", "peek");
    }
    return NULL;
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

/* A sequence that has begun, and how it can go on: "g…  g start  d go-to  r uses", as far as there is room for whole words. */
static char *
pending_text(Session *session, int room)
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
        gsize before = out->len;
        g_string_append(out, "  ");
        for (guint k = session->pending->len; k < binding->keys->len; k++)
            key_append(out, g_array_index(binding->keys, Key, k));
        g_string_append_printf(out, " %s", binding->command);
        if (width_of(out->str) > room - (i + 1 < next->len ? 3 : 0)) {
            g_string_truncate(out, before);
            g_string_append(out, "  …");
            break;
        }
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

/* What stands at the right of the status line, the most telling last; from the left is given up what leaves no room for `needed` cells of the rest. */
static char *
right_text(Session *session, int room, int needed)
{
    g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free); /* by how soon they are given up */
    g_ptr_array_add(parts, g_strdup("? help"));
    g_autofree char *back = session->jumped ? keymap_keys_of(session_keymap(session), MODE_NORMAL, "jump-back") : NULL;
    if (back)
        g_ptr_array_add(parts, g_strdup_printf("%s back", back));
    int citation = back && session->width >= GEOMETRY_WIDE ? session_citation_at(session, session_caret_offset(session)) : -1;
    if (citation >= 0)
        g_ptr_array_add(parts, g_strdup_printf("citation %d of %u", citation + 1, citations_count(article_citations(session->article))));
    if (session->selecting != SELECT_NONE)
        g_ptr_array_add(parts, g_strdup("selecting"));
    if (session->hits)
        g_ptr_array_add(parts, search_text(session));
    if (session->only)
        g_ptr_array_add(parts, g_strdup_printf("only «%s»", hits_query(session->only)));
    int progress = session->article ? article_progress(session->article) : 100;
    if (progress < 100 && document_length(session_document(session)) > PROGRESS_FROM)
        g_ptr_array_add(parts, g_strdup_printf("reading %d %%", progress));
    for (guint from = 0; from < parts->len; from++) {
        g_autoptr(GString) out = g_string_new(NULL);
        for (guint i = parts->len; i-- > from;)
            g_string_append_printf(out, "%s%s", out->len ? "   " : "", (const char *)g_ptr_array_index(parts, i));
        if (width_of(out->str) + 2 + needed <= room)
            return g_strdup(out->str);
    }
    return g_strdup("");
}

/* Draws what is under the caret, shortened where it is long, with as many of its hints as leave it room; where none does, the hints alone. */
static void
draw_under_caret(Session *session, int x, int y, int room, StyleSet roles)
{
    g_autoptr(GPtrArray) hints = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *what = NULL;
    if (session->focus > PANE_SUMMARY && !session->popup)
        list_hints(session, hints);
    else
        what = under_caret(session, hints);
    int whole = what ? width_of(what) : 0, cells = 0;
    for (int kept = (int)hints->len; what && kept > 0 && cells == 0; kept--) {
        int taken = 0;
        for (int i = 0; i < kept; i++)
            taken += 3 + width_of(g_ptr_array_index(hints, i));
        if (room - taken >= MIN(whole, WHAT_MIN))
            cells = MIN(whole, room - taken);
    }
    if (what && cells == 0 && whole <= room)
        cells = whole;
    if (cells > 0) {
        int used = grid_text(session->grid, x, y, cells, what, roles) + 3;
        x += used;
        room -= used;
    }
    for (guint i = 0; i < hints->len; i++) {
        const char *hint = g_ptr_array_index(hints, i);
        if (width_of(hint) + (i ? 3 : 0) > room)
            break;
        int used = i ? grid_text(session->grid, x, y, 3, " · ", roles) : 0;
        used += grid_text(session->grid, x + used, y, room - used, hint, roles);
        x += used;
        room -= used;
    }
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
    int x = area.x + 1, end = area.x + area.width - 1, room = end - x;
    g_autofree char *pending = pending_text(session, room);
    if (pending) {
        grid_text(session->grid, x, area.y, room, pending, roles);
        return;
    }
    g_autofree char *position = session_has_text(session) ? position_text(session) : g_strdup("There is no text to show.");
    const char *left = session->message ? session->message : position;
    g_autofree char *right = right_text(session, room, width_of(left));
    int right_width = width_of(right);
    grid_text(session->grid, end - right_width, area.y, right_width, right, dim);
    room -= right_width ? right_width + 2 : 0;
    int used = grid_text(session->grid, x, area.y, room, left, roles | (session->message && session->message_is_error ? STYLE_BIT(STYLE_ERROR) : 0));
    if (!session->message && session_has_text(session))
        draw_under_caret(session, x + used + 3, area.y, room - used - 3, dim);
}
