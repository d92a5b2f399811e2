/* Short forms: what stands for a work that has been cited in full before.
 *
 *     short   = [ name , [ "," ] ] , ( work | place | note ) , [ [","] , locator ] ;
 *     work    = ( "op." | "loc." | "art." ) , "cit." ;
 *     place   = "cited" , ( "above" | "earlier" | "previously" ) ;      (only behind a name)
 *     note    = "supra" , [ ( "note" | "n." | "fn." ) , number ]
 *             | ( "note" | "n." | "fn." ) , number , "above" ;
 *
 * Which work it is, is found in registry.c. */
#include "cite/grammar_private.h"

#include <string.h>

static gboolean
word_is(const Grammar *g, guint at, guint end, const char *word)
{
    if (!grammar_is_kind(g, at, end, TOKEN_WORD))
        return FALSE;
    Range range = grammar_token(g, at)->range;
    return range_length(range) == strlen(word) &&
           g_ascii_strncasecmp(g->text + range.start, word, range_length(range)) == 0;
}

static guint
past_dot(const Grammar *g, guint at, guint end)
{
    return grammar_is_kind(g, at, end, TOKEN_DOT) ? at + 1 : at;
}

/* "note 3", "n. 3", "fn 3" at `at`: the token behind it, or 0. */
static guint
match_note(const Grammar *g, guint at, guint end, Range *number)
{
    static const char *const WORDS[] = {"note", "n", "nn", "fn", "footnote"};
    for (guint i = 0; i < G_N_ELEMENTS(WORDS); i++) {
        if (!word_is(g, at, end, WORDS[i]))
            continue;
        guint next = past_dot(g, at + 1, end);
        if (!grammar_is_kind(g, next, end, TOKEN_NUMBER))
            return 0;
        *number = grammar_token(g, next)->range;
        return next + 1;
    }
    return 0;
}

/* The short form that begins at `at`: the token behind it, or 0; the number of a note is set, or RANGE_NONE. */
static guint
match(const Grammar *g, guint at, guint end, gboolean *place, Range *number)
{
    *number = RANGE_NONE;
    *place = FALSE;
    if (!strchr("olascnf", g_ascii_tolower(g->text[grammar_token(g, at)->range.start])))
        return 0; /* most words */
    if (word_is(g, at, end, "op") || word_is(g, at, end, "loc") || word_is(g, at, end, "art")) {
        guint cit = past_dot(g, at + 1, end);
        return word_is(g, cit, end, "cit") ? past_dot(g, cit + 1, end) : 0;
    }
    if (word_is(g, at, end, "supra")) {
        guint next = grammar_is_kind(g, at + 1, end, TOKEN_COMMA) ? at + 2 : at + 1;
        guint behind = match_note(g, next, end, number);
        return behind ? behind : at + 1;
    }
    if (word_is(g, at, end, "cited")) {
        *place = TRUE;
        return word_is(g, at + 1, end, "above") || word_is(g, at + 1, end, "earlier") ||
                       word_is(g, at + 1, end, "previously")
                   ? at + 2
                   : 0;
    }
    guint behind = match_note(g, at, end, number);
    return behind && word_is(g, behind, end, "above") ? behind + 1 : 0;
}

/* "p. 7", "at 12", "12" behind the short form. */
static Range
locator_behind(Grammar *g, guint at, guint end)
{
    if (grammar_is_kind(g, at, end, TOKEN_COMMA))
        at++;
    if (word_is(g, at, end, "at") && grammar_is_kind(g, at + 1, end, TOKEN_NUMBER))
        at++;
    if (at >= end)
        return RANGE_NONE;
    g_array_set_size(g->parts, 0);
    parts_cut(&g->names, &g_array_index(g->tokens, Token, 0), at, end, g->parts);
    const Part *part = g->parts->len ? &g_array_index(g->parts, Part, 0) : NULL;
    return part && part->kind == PART_LOCATOR ? part->range : RANGE_NONE;
}

gboolean
grammar_read_short(Grammar *g, const Segment *s)
{
    guint at = s->at, behind = 0;
    gboolean place = FALSE;
    Range number = RANGE_NONE;
    for (; at < s->end; at++) {
        const Token *t = grammar_token(g, at);
        /* Behind a date or an address the work is named in full. */
        if (t->kind == TOKEN_NUMBER || t->kind == TOKEN_URL || t->kind == TOKEN_DOMAIN || t->lex & LEX_MONTH)
            return FALSE;
        if (t->kind != TOKEN_WORD || range_length(t->range) > strlen("footnote"))
            continue;
        behind = t->flags & TOKEN_QUOTED ? 0 : match(g, at, s->end, &place, &number);
        if (behind)
            break;
    }
    if (!behind)
        return FALSE;
    g_array_set_size(g->parts, 0);
    if (at > s->at)
        parts_cut(&g->names, &g_array_index(g->tokens, Token, 0), s->at, at, g->parts);
    const Part *name = NULL;
    for (guint i = 0; i < g->parts->len && !name; i++) {
        const Part *part = &g_array_index(g->parts, Part, i);
        if (part->kind == PART_PROSE)
            return FALSE;
        if (part->kind == PART_NAME)
            name = part;
    }
    if (place && (!name || !(name->known || g->around->note)))
        return FALSE;
    Range form = range_make(grammar_token(g, at)->range.start, grammar_token(g, behind - 1)->range.end);
    GrammarItem item = {.source = name ? name->range : form,
                        .url = RANGE_NONE,
                        .first_date = g->dates->len,
                        .strength = STRENGTH_STRONG,
                        .see = s->see,
                        .known = TRUE,
                        .backed = TRUE,
                        .again = TRUE,
                        .named = name != NULL,
                        .of_note = number};
    item.locator = locator_behind(g, behind, s->end);
    g->group_first = g->items->len;
    g_array_append_val(g->items, item);
    g->group_end = g->items->len;
    return TRUE;
}
