/* A session from its beginning to its end: what it owns, the articles on its stack, idle work. */
#include "app/internal.h"

#include <string.h>

#include "base/output.h"
#include "base/paths.h"

static const PaneOps *const lists[PANE_COUNT] = {
    [PANE_CITATIONS] = &pane_citations, [PANE_ENTITIES] = &pane_entities, [PANE_OUTLINE] = &pane_outline,
};

/* Histories that are kept from one session to the next. */
static const char *const history_files[PROMPT_KINDS] = {
    [PROMPT_COMMAND] = "commands", [PROMPT_SEARCH] = "searches",
};

static void
load_histories(Session *session)
{
    for (int i = 0; i < PROMPT_KINDS; i++) {
        session->history[i] = g_ptr_array_new_with_free_func(g_free);
        g_autofree char *path = history_files[i] ? paths_state(history_files[i], NULL) : NULL;
        g_autofree char *text = NULL;
        if (!path || !g_file_get_contents(path, &text, NULL, NULL) || !g_utf8_validate(text, -1, NULL))
            continue;
        g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
        for (int l = 0; lines[l]; l++)
            history_add(session->history[i], lines[l]);
    }
}

/* A history that cannot be written is not worth a word: nothing that the reader made is lost with it. */
static void
save_histories(const Session *session)
{
    for (int i = 0; i < PROMPT_KINDS; i++) {
        g_autofree char *path = history_files[i] && session->history[i]->len > 0 ? paths_state(history_files[i], NULL) : NULL;
        if (!path)
            continue;
        g_autofree char *folder = g_path_get_dirname(path);
        g_autoptr(GString) text = g_string_new(NULL);
        for (guint l = 0; l < session->history[i]->len; l++)
            g_string_append_printf(text, "%s\n", (const char *)g_ptr_array_index(session->history[i], l));
        if (g_mkdir_with_parents(folder, 0700) == 0)
            output_file(path, text->str, text->len, NULL);
    }
}

Session *
session_new(const char *theme)
{
    Session *session = g_new0(Session, 1);
    session->grid = grid_new(0, 0);
    session->below = g_ptr_array_new_with_free_func((GDestroyNotify)article_unref);
    session->left = g_hash_table_new_full(NULL, NULL, (GDestroyNotify)article_unref, g_free);
    session->pending = g_array_new(FALSE, FALSE, sizeof(Key));
    session->count = -1;
    session->goal = -1;
    session->entity = -1;
    session->peek_citation = session->peek_cite = -1;
    session->summary = session->last_selection = RANGE_NONE;
    session->jumps = jumps_new();
    for (int i = 0; i < PANE_COUNT; i++)
        if (lists[i])
            session->pane[i] = pane_new(lists[i]);
    load_histories(session);
    session_load_settings(session, theme);
    session->stale = TRUE;
    return session;
}

void
session_free(Session *session)
{
    if (!session)
        return;
    save_histories(session);
    session_close_views(session);
    for (int i = 0; i < PANE_COUNT; i++)
        pane_free(session->pane[i]);
    for (int i = 0; i < PROMPT_KINDS; i++)
        g_ptr_array_unref(session->history[i]);
    jumps_free(session->jumps);
    g_clear_pointer(&session->article, article_unref);
    g_ptr_array_unref(session->below);
    g_hash_table_unref(session->left);
    g_array_unref(session->pending);
    grid_free(session->grid);
    keymap_free(session->keymap);
    theme_free(session->theme);
    options_free(session->options);
    g_free(session->message);
    g_free(session->copied);
    g_free(session->query);
    g_free(session->first_fault);
    g_free(session);
}

void
session_set_host(Session *session, const SessionHost *host, gpointer data)
{
    session->host = *host;
    session->host_data = data;
}

static void
replace(Session *session, Article *article)
{
    article_ref(article);
    session_close_views(session);
    g_clear_pointer(&session->article, article_unref);
    session->article = article;
    session_open_views(session);
}

void
session_back_to(Session *session, guint index)
{
    g_autoptr(Article) kept = article_ref(g_ptr_array_index(session->below, index));
    g_ptr_array_set_size(session->below, (gint)index);
    replace(session, kept);
}

void
session_switch(Session *session, Article *article)
{
    if (session->article == article)
        return;
    guint at;
    if (g_ptr_array_find(session->below, article, &at)) { /* those above it stay reachable by the jump list */
        session_back_to(session, at);
        return;
    }
    if (session->article)
        g_ptr_array_add(session->below, article_ref(session->article));
    replace(session, article);
}

void
session_show(Session *session, Article *article)
{
    if (session->article && session->article != article && session_has_text(session))
        jumps_leave(session->jumps, (Place){session->article, session_caret_offset(session)});
    session_switch(session, article);
}

gboolean
session_idle(Session *session, gint64 deadline)
{
    session_keymap(session);
    if (!session->article)
        return FALSE;
    gboolean more = FALSE;
    if (session->hits && !hits_counted(session->hits)) {
        more = hits_step(session->hits, deadline);
        session->stale |= !more;
    }
    if (g_get_monotonic_time() < deadline)
        more |= article_step(session->article, deadline);
    else
        more |= article_progress(session->article) < 100;
    guint revision = article_revision(session->article);
    if (revision != session->revision) {
        session->revision = revision;
        session->stale |= session_shows_findings(session) || !more;
    }
    g_autofree char *warning = article_take_warning(session->article);
    if (warning && !session->message)
        session_fail(session, "%s", warning);
    return more;
}

gboolean
session_stale(const Session *session)
{
    return session->stale;
}

gboolean
session_has_quit(const Session *session)
{
    return session->has_quit;
}

void
session_hang_up(Session *session)
{
    save_histories(session);
    session->has_quit = TRUE;
}

Options *
session_options(Session *session)
{
    return session->options;
}

Theme *
session_theme(Session *session)
{
    return session->theme;
}

Article *
session_article(const Session *session)
{
    return session->article;
}
