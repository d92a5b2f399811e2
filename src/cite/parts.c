/* Cutting a run at its commas, at "and" where two names can stand alone, and at addresses; then judging each part by
 * itself. */
#include "cite/parts.h"

#include <string.h>

typedef struct {
    NameContext *context;
    const Token *tokens;
    GArray *parts;
    guint serial; /* parts so far in this run, for "A, B and C" */
} Cutter;

static gboolean
is_word(const Token *t, guint32 lex)
{
    return t->kind == TOKEN_WORD && (t->lex & lex);
}

static gboolean
is_address(const Token *t)
{
    return t->kind == TOKEN_URL || t->kind == TOKEN_DOMAIN;
}

static gboolean
is_number_sign(const Token *t)
{
    return t->kind == TOKEN_SIGN && (t->value == '#' || t->value == 0x2116);
}

/* Bare signs at both ends are no part of a name. */
static void
trim(const Token *tokens, guint *first, guint *end)
{
    while (*first < *end) {
        const Token *t = &tokens[*first];
        if (t->kind == TOKEN_WORD || t->kind == TOKEN_NUMBER || is_address(t) || t->kind == TOKEN_OPEN)
            break;
        if ((t->kind == TOKEN_QUOTE && (t->flags & TOKEN_QUOTED)) || is_number_sign(t))
            break;
        (*first)++;
    }
    while (*first < *end) {
        const Token *t = &tokens[*end - 1];
        if (t->kind == TOKEN_WORD || t->kind == TOKEN_NUMBER || is_address(t) || t->kind == TOKEN_CLOSE)
            break;
        if (t->kind == TOKEN_QUOTE && (t->flags & TOKEN_QUOTED) && *first + 1 < *end)
            break;
        (*end)--;
    }
    /* A whole name in quotation marks is named without them; so is one in brackets. */
    if (*end - *first >= 3 && tokens[*first].kind == TOKEN_QUOTE && tokens[*end - 1].kind == TOKEN_QUOTE) {
        (*first)++;
        (*end)--;
        while (*first < *end && tokens[*end - 1].kind == TOKEN_COMMA)
            (*end)--;
    }
    guint opens = 0;
    for (guint i = *first; i < *end; i++)
        opens += tokens[i].kind == TOKEN_OPEN;
    if (opens == 1 && tokens[*first].kind == TOKEN_OPEN && tokens[*end - 1].kind == TOKEN_CLOSE && *end - *first >= 3) {
        (*first)++;
        (*end)--;
    }
    while (*first < *end && tokens[*first].kind == TOKEN_CLOSE)
        (*first)++;
    /* A bracket that opens and does not close before the end. */
    int depth = 0;
    for (guint i = *first; i < *end; i++)
        depth += tokens[i].kind == TOKEN_OPEN ? 1 : tokens[i].kind == TOKEN_CLOSE ? -1 : 0;
    while (depth > 0 && *first < *end && tokens[*first].kind == TOKEN_OPEN) {
        (*first)++;
        depth--;
    }
    while (depth < 0 && *first < *end && tokens[*end - 1].kind == TOKEN_CLOSE) {
        (*end)--;
        depth++;
    }
}

/* No name is longer; so a run of words without a comma is not folded again and again. */
enum { LONGEST_NAME = 160 };

/* Whether a name is a source that is known, or that the document has cited before; *source is the known one. */
static gboolean
is_known(NameContext *context, Range range, const Source **source)
{
    *source = NULL;
    if (range_length(range) > LONGEST_NAME)
        return FALSE;
    name_key(context->key, context->text + range.start, range_length(range));
    if (context->key->len == 0)
        return FALSE;
    *source = sources_by_key(context->sources, context->key->str);
    return *source || (context->cited && g_hash_table_contains(context->cited, context->key->str));
}

static gboolean
tokens_known(NameContext *context, const Token *tokens, guint first, guint end)
{
    const Source *source;
    trim(tokens, &first, &end);
    return first < end && is_known(context, range_make(tokens[first].range.start, tokens[end - 1].range.end), &source);
}

static gboolean
is_locator(const Token *tokens, guint first, guint end)
{
    const Token *t = &tokens[first];
    if (t->kind == TOKEN_NUMBER && end == first + 1)
        return TRUE;
    if ((!is_word(t, LEX_LOCATOR) && !is_number_sign(t)) || first + 1 >= end)
        return FALSE;
    const Token *next = t + 1;
    if (next->kind == TOKEN_DOT && first + 2 < end)
        next++;
    return next->kind == TOKEN_NUMBER || is_word(next, LEX_ORDINALWORD);
}

/* "background on these figures in the Monitor", "N. in an article in Babil": the name behind the last "in" that
 * follows such a word; `end` where there is none. */
static guint
name_behind_lead(const char *text, const Token *tokens, guint first, guint end, guint32 lead_words)
{
    gboolean lead = FALSE;
    guint at = end;
    for (guint i = first; i + 1 < end; i++) {
        const Token *t = &tokens[i];
        lead |= is_word(t, lead_words) && !(t->flags & TOKEN_CAPITAL && i > first);
        if (lead && i > first && range_length(t->range) == 2 && memcmp(text + t->range.start, "in", 2) == 0)
            at = i + 1;
    }
    if (at < end && is_word(&tokens[at], LEX_ARTICLE) && !(tokens[at].flags & TOKEN_CAPITAL))
        at++;
    return at;
}

static void
add_part(Cutter *c, PartKind kind, guint first, guint end)
{
    Part part = {.kind = kind, .first = first, .end = end};
    part.range = range_make(c->tokens[first].range.start, c->tokens[end - 1].range.end);
    if (kind == PART_NAME || kind == PART_URL || kind == PART_DOMAIN) {
        part.known = is_known(c->context, part.range, &part.source);
        part.look = name_look(c->tokens + first, end - first, part.known);
        if (kind == PART_NAME && !part.known) {
            guint at = name_behind_lead(c->context->text, c->tokens, first, end,
                                        part.look.name ? LEX_PIECE : LEX_PIECE | LEX_LEAD);
            if (!part.look.name)
                part.kind = PART_PROSE;
            if (at < end) {
                const Source *source;
                Range tail = range_make(c->tokens[at].range.start, part.range.end);
                gboolean known = is_known(c->context, tail, &source);
                NameLook look = name_look(c->tokens + at, end - at, known);
                if (look.name && (c->tokens[at].flags & TOKEN_CAPITAL || known))
                    part = (Part){.kind = PART_NAME,
                                  .first = at,
                                  .end = end,
                                  .range = tail,
                                  .look = look,
                                  .known = known,
                                  .source = source};
            }
        }
    }
    g_array_append_val(c->parts, part);
}

/* A lower-case part behind a name goes on with it: "interview with N., deputy head of the agency"; so does a span of
 * time: "Fact Sheet #2, FY 2013". */
static gboolean
goes_on(const Cutter *c, guint first, guint end)
{
    if (c->parts->len == 0)
        return FALSE;
    const Part *before = &g_array_index(c->parts, Part, c->parts->len - 1);
    const Token *t = &c->tokens[first];
    /* Where and with whom an interview was held. */
    if (before->kind == PART_NAME && before->look.interview && !tokens_known(c->context, c->tokens, first, end) &&
        !is_address(t))
        return TRUE;
    if (before->kind == PART_NAME && end == first + 2 && t->kind == TOKEN_WORD && range_length(t->range) == 2 &&
        t[1].kind == TOKEN_NUMBER && t[1].digits == 4)
        return TRUE;
    if (before->kind != PART_NAME || t->kind != TOKEN_WORD || t->flags & (TOKEN_CAPITAL | TOKEN_HANDLE) ||
        t->lex & (LEX_VIA | LEX_ETC | LEX_ROLE | LEX_LOCATOR | LEX_PROSE))
        return FALSE;
    return before->look.interview || before->look.words > 1;
}

static void
finish_part(Cutter *c, guint first, guint end)
{
    const Token *tokens = c->tokens;
    trim(tokens, &first, &end);
    if (first >= end)
        return;
    gboolean relayed = FALSE;
    for (guint i = first; i < end; i++)
        if (is_word(&tokens[i], LEX_ETC)) {
            add_part(c, PART_ETC, first, end);
            return;
        }
    if (is_locator(tokens, first, end)) {
        add_part(c, PART_LOCATOR, first, end);
        return;
    }
    /* "as cited by X", "via X", "accessed on X" */
    guint name = first;
    gboolean role = FALSE;
    while (name < end && tokens[name].kind == TOKEN_WORD && !(tokens[name].flags & TOKEN_CAPITAL) &&
           tokens[name].lex & (LEX_VIA | LEX_ROLE | LEX_PREPOSITION | LEX_LEAD)) {
        relayed |= !!(tokens[name].lex & LEX_VIA);
        role |= !!(tokens[name].lex & LEX_ROLE);
        name++;
    }
    if (name < end && (relayed || role)) {
        if (is_address(&tokens[name]))
            add_part(c, PART_VIA, name, end);
        else if (relayed && !role)
            add_part(c, PART_NAME, name, end);
        else
            add_part(c, PART_PROSE, first, end);
        return;
    }
    if (end - first == 1 && is_address(&tokens[first])) {
        add_part(c, tokens[first].kind == TOKEN_URL ? PART_URL : PART_DOMAIN, first, end);
        return;
    }
    if (goes_on(c, first, end)) {
        Part *before = &g_array_index(c->parts, Part, c->parts->len - 1);
        before->end = end;
        before->range.end = tokens[end - 1].range.end;
        return;
    }
    add_part(c, PART_NAME, first, end);
}

static gboolean
is_adjective(const char *text, const Token *t)
{
    static const char *const ENDINGS[] = {"an", "ese", "ish", "ern", "al",  "ic", "ch",
                                          "sh", "li",  "ek",  "ani", "aqi", "wi"};
    if (t->kind != TOKEN_WORD || t->flags & TOKEN_UPPER)
        return FALSE;
    gsize length = range_length(t->range);
    for (guint i = 0; i < G_N_ELEMENTS(ENDINGS); i++) {
        gsize n = strlen(ENDINGS[i]);
        if (length > n + 2 && memcmp(text + t->range.end - n, ENDINGS[i], n) == 0)
            return TRUE;
    }
    return FALSE;
}

/* Whether "and" between [first, and) and [and + 1, end) parts two sources. */
static gboolean
and_parts(Cutter *c, guint first, guint and, guint end)
{
    const Token *tokens = c->tokens;
    const Token *left = &tokens[first], *right = &tokens[and+1];
    if (is_address(&tokens[and-1]) || is_address(right))
        return TRUE;
    if (right->kind != TOKEN_WORD)
        return FALSE;
    if (tokens_known(c->context, tokens, first, end))
        return FALSE;
    gboolean left_known = tokens_known(c->context, tokens, first, and),
             right_known = tokens_known(c->context, tokens, and+1, end);
    gboolean right_collective =
        is_word(&tokens[end - 1], LEX_MEDIA) && !(tokens[end - 1].flags & TOKEN_CAPITAL) && end - and > 2;
    gboolean capital = right->flags & TOKEN_CAPITAL;
    if (left_known)
        return capital || right_collective || right_known;
    if (and-first == 1 && is_adjective(c->context->text, left) && right_collective)
        return FALSE;
    if (right_known)
        return left->flags & TOKEN_CAPITAL;
    for (guint i = first; i < and; i++)
        if (is_word(&tokens[i], LEX_OF | LEX_PREPOSITION | LEX_INSTITUTION | LEX_INTERVIEW))
            return FALSE;
    if (right_collective)
        return left->flags & TOKEN_CAPITAL;
    if (!capital || !(left->flags & TOKEN_CAPITAL))
        return FALSE;
    if (c->serial > 0)
        return and-first <= 4 && end - and <= 5;
    gboolean acronym = and-first == 1 && left->flags & TOKEN_UPPER;
    return acronym || (and-first == 1 && end - and == 2 && !is_adjective(c->context->text, left)) ||
           (is_word(&tokens[and-1], LEX_MEDIA) && end - and <= 5);
}

/* Where the part that begins at `at` would end: at a comma, an "and", an address. */
static guint
next_end(const Token *tokens, guint at, guint end)
{
    for (; at < end; at++) {
        const Token *t = &tokens[at];
        if (t->flags & (TOKEN_QUOTED | TOKEN_NESTED))
            continue;
        if (t->kind == TOKEN_COMMA || is_address(t) || (is_word(t, LEX_AND) && !(t->flags & TOKEN_CAPITAL)))
            break;
    }
    return at;
}

/* The end of a title that begins with the quotation mark at `at`, or `at` where what is quoted is a name or part of
 * one: a title ends a part, and stands beside a name (`others`: before it) or is longer than one. */
static guint
title_end(const Token *tokens, guint at, guint end, gboolean others)
{
    guint close = at + 1;
    while (close < end && tokens[close].kind != TOKEN_QUOTE)
        close++;
    if (close >= end)
        return at;
    gboolean inside = tokens[close - 1].kind == TOKEN_COMMA;
    gboolean ends = inside || tokens[close - 1].kind == TOKEN_DOT || tokens[close - 1].kind == TOKEN_SIGN ||
                    close + 1 >= end || tokens[close + 1].kind == TOKEN_COMMA || tokens[close + 1].kind == TOKEN_DASH;
    gboolean more =
        next_end(tokens, close + 1, end) > close + 1 || (close + 2 < end && tokens[close + 1].kind == TOKEN_COMMA);
    enum { LONG_NAME = 4 };
    return ends && (close - at > LONG_NAME || more || (inside && others)) ? close + 1 : at;
}

/* "See the report at https://…": words that say where something is, and not (as "accessed on" does) where the name
 * before them was found. */
static gboolean
leads_to(const Token *tokens, guint first, guint address)
{
    for (guint i = first; i < address; i++)
        if (is_word(&tokens[i], LEX_ROLE | LEX_VIA))
            return FALSE;
    return is_word(&tokens[address - 1], LEX_PREPOSITION);
}

/* "as cited by X", "quoted by X", "citing X" behind a name, without a comma. */
static gboolean
is_relay(const Token *tokens, guint at, guint end)
{
    const Token *t = &tokens[at];
    if (t->kind != TOKEN_WORD || t->flags & (TOKEN_CAPITAL | TOKEN_QUOTED | TOKEN_NESTED) || at + 1 >= end)
        return FALSE;
    if (t->lex & LEX_VIA)
        return !(tokens[at - 1].lex & LEX_PREPOSITION);
    return t->lex & LEX_PREPOSITION && is_word(t + 1, LEX_VIA);
}

void
parts_cut(NameContext *context, const Token *tokens, guint first, guint end, GArray *parts)
{
    Cutter cutter = {.context = context, .tokens = tokens, .parts = parts}, *c = &cutter;
    guint start = first, part_end = 0;
    for (guint i = first; i < end; i++) {
        const Token *t = &tokens[i];
        if (t->kind == TOKEN_QUOTE && t->flags & TOKEN_QUOTED && i == start) {
            guint close = title_end(tokens, i, end, parts->len > 0);
            if (close > i) {
                add_part(c, PART_TITLE, i, close);
                start = close;
                i = close - 1;
                continue;
            }
        }
        if (t->kind == TOKEN_COMMA && !(t->flags & (TOKEN_QUOTED | TOKEN_NESTED))) {
            finish_part(c, start, i);
            c->serial++;
            start = i + 1;
        } else if (is_word(t, LEX_AND) && !(t->flags & (TOKEN_CAPITAL | TOKEN_QUOTED | TOKEN_NESTED))) {
            if (part_end <= i)
                part_end = next_end(tokens, i + 1, end);
            if (i == start) {
                start = i + 1;
            } else if (i + 1 < end && and_parts(c, start, i, MAX(part_end, i + 2))) {
                finish_part(c, start, i);
                start = i + 1;
            }
        } else if (i > start && is_relay(tokens, i, end)) {
            finish_part(c, start, i);
            start = i;
        } else if (is_address(t) && !(t->flags & TOKEN_QUOTED)) {
            /* Behind a dash it says where the name before it was found; else it is a source of its own, unless words
             * lead to it. */
            gboolean dash = i > start && tokens[i - 1].kind == TOKEN_DASH;
            gboolean words = i > start && !dash && tokens[i - 1].kind == TOKEN_WORD && !leads_to(tokens, start, i);
            if (words) {
                finish_part(c, start, i + 1);
            } else {
                if (i > start)
                    finish_part(c, start, i);
                if (dash && parts->len)
                    add_part(c, PART_VIA, i, i + 1);
                else
                    finish_part(c, i, i + 1);
            }
            start = i + 1;
        }
    }
    finish_part(c, start, end);
}
