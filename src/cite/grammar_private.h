/* What the two halves of the grammar share: grammar.c reads segments, grammar_items.c makes items of their runs. */
#ifndef IBID_CITE_GRAMMAR_PRIVATE_H
#define IBID_CITE_GRAMMAR_PRIVATE_H

#include "cite/grammar.h"
#include "cite/judge.h"
#include "cite/parts.h"

struct Grammar {
    NameContext names;
    const Bibliography *bibliography;
    GArray *tokens, *parts, *dates, *items;
    const char *text;
    const Surroundings *around;
    Verdict verdict;
    /* The items that a segment or run of dates alone goes on with. */
    guint group_first, group_end;
};

/* A segment while it is read. */
typedef struct {
    guint at, end; /* tokens */
    gboolean see;
    gboolean credit; /* "Source:" */
    gboolean lost;   /* begins with a comma: the link text of its source got lost */
    gboolean loose;  /* the date of this run stands behind a bare preposition: "Moscow on May 9" */
    gboolean role;   /* “accessed” stands before the date of this run */
    gboolean dated;  /* has had dates with sources */
} Segment;

static inline const Token *
grammar_token(const Grammar *g, guint at)
{
    return &g_array_index(g->tokens, Token, at);
}

static inline gboolean
grammar_is_word(const Grammar *g, guint at, guint end, guint32 lex)
{
    return at < end && grammar_token(g, at)->kind == TOKEN_WORD && (grammar_token(g, at)->lex & lex);
}

static inline gboolean
grammar_is_kind(const Grammar *g, guint at, guint end, TokenKind kind)
{
    return at < end && grammar_token(g, at)->kind == kind;
}

/* A run of names [run, end) with the dates from `first` on, which end before the token `after`. */
void grammar_close_run(Grammar *g, Segment *s, guint run, guint end, guint first, guint after);

/* A segment that is a short form: "Smith, op. cit., p. 7". FALSE where it is none; then nothing has changed. O(n). */
gboolean grammar_read_short(Grammar *g, const Segment *s);

/* All of it as a citation by author and year. FALSE where it is none; then nothing has changed. O(n). */
gboolean grammar_author_year(Grammar *g, const Bibliography *bibliography);

/* What stands behind the last date of a segment, or all of it where there is none. */
void grammar_close_tail(Grammar *g, Segment *s, guint run);

#endif
