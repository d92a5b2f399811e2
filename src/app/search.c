/* Searching: the query compiled, the reader led to a hit, and the preview while it is typed. */
#include "app/internal.h"

#include "text/fold.h"

static Search *
compile(Session *session, const char *query, SearchKind kind, GError **error)
{
    g_autofree char *plain = NULL;
    if (!options_flag(session->options, OPT_SMARTCASE) && !g_str_has_suffix(query, "\\C") && !g_str_has_suffix(query, "\\c"))
        query = plain = g_strconcat(query, "\\c", NULL);
    return search_new(query, kind, error);
}

char *
query_words(const char *query)
{
    gboolean told = g_str_has_suffix(query, "\\c") || g_str_has_suffix(query, "\\C");
    return g_strndup(query, strlen(query) - (told ? 2 : 0));
}

/* What n and N go on with, and the next prompt offers. */
static void
remember(Session *session, const char *query, SearchKind kind)
{
    char *copy = g_strdup(query);
    g_free(session->query);
    session->query = copy;
    session->query_kind = kind;
}

gboolean
session_search_again(Session *session)
{
    Search *search = session->query ? compile(session, session->query, session->query_kind, NULL) : NULL;
    if (!search)
        return FALSE;
    g_clear_pointer(&session->hits, hits_free);
    session->hits = hits_new(session_document(session), search, session_hit_counts, session);
    Range hit;
    if (hits_at(session->hits, session_caret_offset(session), &hit))
        hits_set_current(session->hits, hit);
    return TRUE;
}

static CommandStatus
not_found(Session *session, const char *query)
{
    g_autofree char *words = query_words(query);
    return session_fail(session, "«%s» does not occur.", words);
}

/* From hit to hit the window moves as little as it can: what has just been read stays in sight, and little is sent over the line. */
static void
scroll_to(Session *session, gsize offset)
{
    TextView *view = session_view(session);
    int x, y, block = document_block_at(session_document(session), offset);
    if (block >= 0 && !layout_is_hidden(text_view_layout(view), block) && !text_view_locate(view, offset, &x, &y))
        text_view_reveal(view, offset, options_number(session->options, OPT_SCROLLOFF));
}

static void
lead_to(Session *session, Range hit, gboolean jump)
{
    hits_set_current(session->hits, hit);
    scroll_to(session, hit.start);
    if (jump)
        session_jump(session, hit.start);
    else
        session_go(session, hit.start, FALSE);
}

/* From `from` on, so that a hit at the caret itself is found first when a search begins. */
static gboolean
find_from(Session *session, gsize from, gboolean jump, GError **error)
{
    Range hit;
    gboolean wrapped;
    gboolean found = from > 0 ? hits_next(session->hits, from - 1, TRUE, &hit, &wrapped, error)
                              : (hits_at(session->hits, 0, &hit) || hits_next(session->hits, 0, TRUE, &hit, &wrapped, error));
    if (found)
        lead_to(session, hit, jump);
    return found;
}

CommandStatus
session_search(Session *session, const char *query, SearchKind kind)
{
    g_autoptr(GError) error = NULL;
    Search *search = compile(session, query, kind, &error);
    if (!search)
        return session_fail(session, "%s", error->message);
    remember(session, query, kind);
    g_clear_pointer(&session->hits, hits_free);
    session->hits = hits_new(session_document(session), search, session_hit_counts, session);
    if (find_from(session, session_caret_offset(session), TRUE, &error))
        return COMMAND_OK;
    if (error)
        return session_fail(session, "%s", error->message);
    g_clear_pointer(&session->hits, hits_free);
    return not_found(session, query);
}

/* The preview: while a query is typed the first hit from where the search began is shown, and Esc comes back. It waits until the screen is drawn, so that of keys that come together
 * only the last one searches. */
void
session_prompt_changed(Session *session)
{
    if (!session->prompt)
        return;
    if (prompt_kind(session->prompt) == PROMPT_FILTER && session->prompt_pane)
        pane_set_filter(session->prompt_pane, prompt_text(session->prompt));
    session->preview_stale = prompt_kind(session->prompt) == PROMPT_SEARCH;
}

void
session_preview(Session *session)
{
    gboolean stale = session->preview_stale;
    session->preview_stale = FALSE;
    if (!stale || !session->prompt || !options_flag(session->options, OPT_INCSEARCH) || !session_has_text(session))
        return;
    const char *text = prompt_text(session->prompt);
    g_clear_pointer(&session->hits, hits_free);
    Search *search = *text ? compile(session, text, SEARCH_LITERAL, NULL) : NULL;
    if (search) {
        session->hits = hits_new(session_document(session), search, session_hit_counts, session);
        if (find_from(session, session->search_from.caret, FALSE, NULL))
            return;
        g_clear_pointer(&session->hits, hits_free);
    }
    session_go(session, session->search_from.caret, FALSE);
}

static CommandStatus
next_hit(Session *session, int count, gboolean forward)
{
    if (!session->hits && !session_search_again(session)) /* not marked any more: they are again */
        return session_fail(session, "Nothing has been searched for yet; / searches.");
    gboolean wrap = options_flag(session->options, OPT_WRAPSCAN), wrapped = FALSE, any = FALSE;
    g_autoptr(GError) error = NULL;
    for (int i = count < 0 ? 1 : count; i > 0; i--) {
        Range hit;
        gboolean over;
        gsize caret = session_caret_offset(session);
        if (!(forward ? hits_next : hits_previous)(session->hits, caret, wrap, &hit, &over, &error))
            break;
        wrapped |= over;
        lead_to(session, hit, !any);
        any = TRUE;
    }
    session->jumped = FALSE;
    if (error)
        return session_fail(session, "%s", error->message);
    if (!any && wrap) {
        g_clear_pointer(&session->hits, hits_free);
        return not_found(session, session->query);
    }
    if (!any) {
        g_autofree char *words = query_words(session->query);
        return session_fail(session, forward ? "«%s» does not occur any more." : "«%s» does not occur before this place.", words);
    }
    if (wrapped)
        session_say(session, forward ? "On from the beginning." : "On from the end.");
    return COMMAND_OK;
}

static CommandStatus
run_next_match(Session *session, const char *argument, int count)
{
    return next_hit(session, count, TRUE);
}

static CommandStatus
run_previous_match(Session *session, const char *argument, int count)
{
    return next_hit(session, count, FALSE);
}

static CommandStatus
run_search(Session *session, const char *argument, int count)
{
    if (*argument)
        return session_search(session, argument, SEARCH_LITERAL);
    session_open_prompt(session, PROMPT_SEARCH, NULL);
    return COMMAND_OK;
}

static CommandStatus
run_pattern(Session *session, const char *argument, int count)
{
    if (!*argument)
        return session_fail(session, ":pattern needs a regular expression, as in “:pattern \\b[A-Z]{3}\\b”");
    return session_search(session, argument, SEARCH_PATTERN);
}

static CommandStatus
run_nohlsearch(Session *session, const char *argument, int count)
{
    if (!session->hits)
        return session_fail(session, "No matches are marked.");
    g_clear_pointer(&session->hits, hits_free);
    return COMMAND_OK;
}

/* The word under the caret, from where it begins. */
static char *
word_here(const Session *session, gsize *start)
{
    gsize length, at = session_caret_offset(session);
    const char *text = document_text(session_document(session), &length);
    while (at < length && !g_unichar_isalnum(g_utf8_get_char(text + at)))
        at = (gsize)(g_utf8_next_char(text + at) - text);
    gsize end = at;
    while (at > 0 && g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(text + at))))
        at = (gsize)(g_utf8_prev_char(text + at) - text);
    while (end < length && g_unichar_isalnum(g_utf8_get_char(text + end)))
        end = (gsize)(g_utf8_next_char(text + end) - text);
    *start = at;
    return end > at ? g_strndup(text + at, end - at) : NULL;
}

static CommandStatus
search_word(Session *session, int count, gboolean forward)
{
    gsize start;
    g_autofree char *word = word_here(session, &start);
    if (!word)
        return session_fail(session, "There is no word under the caret.");
    g_autoptr(GError) error = NULL;
    g_autofree char *query = g_strconcat(word, fold_has_upper(word, -1) ? "\\c" : NULL, NULL); /* in any case */
    Search *search = search_new(query, SEARCH_LITERAL, &error);
    if (!search)
        return session_fail(session, "%s", error->message);
    g_clear_pointer(&session->hits, hits_free);
    session->hits = hits_new(session_document(session), search, session_hit_counts, session);
    remember(session, query, SEARCH_LITERAL);
    history_add(session->history[PROMPT_SEARCH], word);
    session->caret[session_text_pane(session)] = start;
    return next_hit(session, count, forward);
}

static CommandStatus
run_search_word(Session *session, const char *argument, int count)
{
    return search_word(session, count, TRUE);
}

static CommandStatus
run_search_word_back(Session *session, const char *argument, int count)
{
    return search_word(session, count, FALSE);
}

static CommandStatus
run_only_matching(Session *session, const char *argument, int count)
{
    gsize caret = session_caret_offset(session);
    if (session->only) {
        g_clear_pointer(&session->only, hits_free);
        layout_refresh(text_view_layout(session->text[PANE_ARTICLE]));
        session_go(session, caret, FALSE);
        session_say(session, "All paragraphs are shown again.");
        return COMMAND_OK;
    }
    if (!*argument) {
        session_open_prompt(session, PROMPT_ONLY, NULL);
        g_autofree char *words = session->query ? query_words(session->query) : NULL;
        if (words)
            session_say(session, "Enter takes «%s»", words);
        return COMMAND_OK;
    }
    g_autoptr(GError) error = NULL;
    Search *search = compile(session, argument, SEARCH_LITERAL, &error);
    if (!search)
        return session_fail(session, "%s", error->message);
    g_autoptr(Hits) only = hits_new(session_document(session), search, session_hit_counts, session);
    Range hit;
    gboolean wrapped;
    if (!hits_at(only, 0, &hit) && !hits_next(only, 0, FALSE, &hit, &wrapped, &error))
        return not_found(session, argument);
    session->only = g_steal_pointer(&only);
    layout_refresh(text_view_layout(session->text[PANE_ARTICLE]));
    session_go(session, caret, FALSE);
    g_autofree char *words = query_words(argument);
    session_say(session, "Only «%s»; & shows all again.", words);
    return COMMAND_OK;
}

#define GROUP "Searching"

const Command commands_search[] = {
    {"search", "[TEXT]", "search for text; case is told apart where the query has capitals, accents and quotes are not", GROUP, run_search, .flags = COMMAND_JUMP},
    {"pattern", "REGEX", "search for a regular expression (PCRE2)", GROUP, run_pattern, .flags = COMMAND_JUMP},
    {"next-match", "[N]", "to the next match", GROUP, run_next_match, .flags = COMMAND_JUMP},
    {"previous-match", "[N]", "to the match before", GROUP, run_previous_match, .flags = COMMAND_JUMP},
    {"search-word", "[N]", "search for the word under the caret", GROUP, run_search_word, .flags = COMMAND_JUMP},
    {"search-word-back", "[N]", "the same backwards", GROUP, run_search_word_back, .flags = COMMAND_JUMP},
    {"only-matching", "[TEXT]", "show only paragraphs that hold a text; again: all", GROUP, run_only_matching},
    {"nohlsearch", "", "stop marking matches", GROUP, run_nohlsearch},
    {NULL},
};
