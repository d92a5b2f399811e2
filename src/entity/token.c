/* The tokenizer. One pass; what it looks ahead for is bounded or consumed. See token.h. */
#include "entity/token.h"

#include "text/fold.h"
#include "text/utf8.h"

static gboolean
is_letter(gunichar c)
{
    if (c < 0x80)
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    return g_unichar_isalpha(c) || g_unichar_ismark(c);
}

static gboolean
is_upper(gunichar c)
{
    return c < 0x80 ? c >= 'A' && c <= 'Z' : g_unichar_isupper(c);
}

static gboolean
is_digit(gunichar c)
{
    return c >= '0' && c <= '9';
}

static gboolean
is_space(gunichar c)
{
    if (c < 0x80)
        return c == ' ' || (c >= '\t' && c <= '\r');
    return g_unichar_isspace(c) || c == 0x200b || c == 0xfeff;
}

static gboolean
is_apostrophe(gunichar c)
{
    return c == '\'' || c == 0x2019 || c == 0x02bc;
}

/* Where the run of anything but white space that holds `at` ends. */
static gsize
run_end(const char *text, gsize end, gsize at)
{
    while (at < end) {
        gsize next = at;
        if (is_space(utf8_next(text, &next)))
            break;
        at = next;
    }
    return at;
}

/* TRUE where an apostrophe at `at` (behind which `after` lies) and the text behind it are "'s" and a word's end. */
static gboolean
is_possessive(const char *text, gsize end, gsize after)
{
    if (after >= end || (text[after] != 's' && text[after] != 'S'))
        return FALSE;
    gunichar c = utf8_peek(text, end, after + 1);
    return !is_letter(c) && !is_digit(c);
}

/* The end of "U.S.", "p.m." or an initial "J." whose first letter ends at `at`; `at` itself where there is no such
 * thing. */
static gsize
dotted_end(const char *text, gsize end, gsize at, gboolean capital)
{
    gsize stop = at;
    int letters = 1;
    while (stop < end && text[stop] == '.') {
        gsize letter = stop + 1, behind = letter;
        if (letter >= end || !is_letter(utf8_next(text, &behind)) || behind >= end || text[behind] != '.')
            break;
        stop = behind;
        letters++;
    }
    if (letters > 1)
        return stop + 1;
    if (!capital || stop >= end || text[stop] != '.')
        return at;
    gsize next = stop + 1;
    if (next < end && is_upper(utf8_peek(text, end, next)))
        return next; /* "J.Smith" */
    while (next < end && text[next] == ' ')
        next++;
    return next > stop + 1 && is_upper(utf8_peek(text, end, next)) ? stop + 1 : at;
}

/* TRUE where a full stop at `at` ties a word to what follows: "doi.org", "Report.az", "file.txt". */
static gboolean
is_domain_stop(const char *text, gsize end, gsize at)
{
    gsize next = at + 1;
    if (next >= end || text[at] != '.')
        return FALSE;
    gunichar c = utf8_next(text, &next), d = utf8_peek(text, end, next);
    return (is_letter(c) && !is_upper(c)) || (is_upper(c) && is_upper(d));
}

static void
cut_word(const char *text, gsize end, Token *token)
{
    gsize at = token->start, letters = 0, uppers = 0;
    gboolean capital = FALSE, mixed = FALSE;
    while (at < end) {
        gsize next = at;
        gunichar c = utf8_next(text, &next);
        if (is_letter(c)) {
            letters++;
            if (is_upper(c)) {
                mixed |= letters > uppers + 1;
                uppers++;
                capital |= at == token->start;
            }
        } else if (is_apostrophe(c) && at > token->start) {
            if (is_possessive(text, end, next) || !is_letter(utf8_peek(text, end, next)))
                break;
        } else if (!is_digit(c)) {
            break;
        }
        at = next;
    }
    token->kind = TOKEN_WORD;
    token->flags |= (guint16)((capital ? TOKEN_CAPITAL : 0) | (letters > 1 && letters == uppers ? TOKEN_UPPER : 0) |
                              (mixed ? TOKEN_MIXED : 0));
    if (at < end && text[at] == '.') {
        gsize dotted = letters == 1 ? dotted_end(text, end, at, capital) : at;
        if (dotted > at) {
            if (dotted > at + 1 && capital)
                token->flags |= TOKEN_UPPER;
            at = dotted;
        } else if (is_domain_stop(text, end, at)) {
            token->flags |= TOKEN_ODD;
            at = run_end(text, end, at);
        }
    } else if (at < end && (text[at] == '@' || text[at] == '_' ||
                            (text[at] == ':' && at + 2 < end && text[at + 1] == '/' && text[at + 2] == '/'))) {
        token->flags |= TOKEN_ODD;
        at = run_end(text, end, at);
    }
    token->length = (guint32)(at - token->start);
    if (token->length > FORM_MAX_LENGTH)
        token->flags |= TOKEN_ODD;
}

static void
cut_number(const char *text, gsize end, Token *token)
{
    gsize at = token->start;
    while (at < end) {
        gsize next = at;
        gunichar c = utf8_next(text, &next);
        gboolean inside = (c == '.' || c == ',' || c == ':') && is_digit(utf8_peek(text, end, next));
        if (!inside && !is_digit(c) && !is_letter(c))
            break;
        at = next;
    }
    token->kind = TOKEN_NUMBER;
    token->length = (guint32)(at - token->start);
}

static char
fold_sign(gunichar c)
{
    if (c < 0x80)
        return (char)c;
    gunichar out[3];
    return fold_char(c, FOLD_SIGNS, out) == 1 && out[0] < 0x80 ? (char)out[0] : 0;
}

gboolean
token_cut(const char *text, gsize end, gsize *at, Token *token)
{
    gsize place = *at, next = *at;
    gunichar c = 0;
    *token = (Token){.flags = TOKEN_GLUED};
    while (place < end) {
        next = place;
        c = utf8_next(text, &next);
        if (!is_space(c))
            break;
        token->flags &= (guint16)~TOKEN_GLUED;
        if (c == '\n')
            token->flags |= TOKEN_BARRIER;
        place = next;
    }
    *at = place;
    if (place >= end)
        return FALSE;
    token->start = place;
    if (is_letter(c)) {
        cut_word(text, end, token);
    } else if (is_digit(c)) {
        cut_number(text, end, token);
    } else if ((c == '@' || c == '#') && is_letter(utf8_peek(text, end, next))) {
        token->kind = TOKEN_WORD;
        token->flags |= TOKEN_ODD;
        token->length = (guint32)(run_end(text, end, next) - place);
    } else if (is_apostrophe(c) && (token->flags & TOKEN_GLUED) && is_possessive(text, end, next)) {
        token->kind = TOKEN_POSSESSIVE;
        token->length = (guint32)(next + 1 - place);
    } else {
        token->kind = TOKEN_SIGN;
        token->sign = fold_sign(c);
        token->length = (guint32)(next - place);
    }
    *at = token_end(token);
    return TRUE;
}

/* Whether the full stop of tokens[index] is that of an abbreviation. */
static gboolean
is_abbreviation_stop(const Token *tokens, guint index, const Forms *forms)
{
    if (index == 0 || !(tokens[index].flags & TOKEN_GLUED) || tokens[index - 1].kind != TOKEN_WORD)
        return FALSE;
    return (forms_get(forms, tokens[index - 1].form)->classes & WORD_ABBREVIATION) != 0;
}

/* Marks the last token where a sentence begins, or where a capital says nothing. */
static void
mark_sentence(GArray *array, guint from, const Forms *forms)
{
    Token *tokens = (Token *)(void *)array->data;
    guint last = array->len - 1;
    Token *token = &tokens[last];
    if (last == from || (token->flags & TOKEN_BARRIER)) {
        token->flags = (guint16)((token->flags | TOKEN_START | TOKEN_FIRST | TOKEN_BARRIER) & ~TOKEN_GLUED);
        return;
    }
    const Token *before = &tokens[last - 1];
    gboolean spaced = !(token->flags & TOKEN_GLUED);
    if (before->kind != TOKEN_SIGN)
        return;
    char sign = before->sign;
    /* An opening quotation mark or bracket hands on what was true of itself. */
    if ((sign == '"' || sign == '\'' || sign == '(' || sign == '[') && (token->flags & TOKEN_GLUED)) {
        token->flags |= before->flags & TOKEN_FIRST;
        const Token *lead = last > from + 1 ? before - 1 : NULL;
        if ((sign == '"' || sign == '\'') && lead && lead->kind == TOKEN_SIGN &&
            (lead->sign == ',' || lead->sign == ':'))
            token->flags |= TOKEN_FIRST;
        return;
    }
    gboolean closing = spaced && (sign == '"' || sign == '\'' || sign == ')' || sign == ']') && last >= from + 2 &&
                       tokens[last - 2].kind == TOKEN_SIGN;
    if (closing)
        sign = tokens[last - 2].sign;
    guint stop = closing ? last - 2 : last - 1;
    gboolean small = token->kind == TOKEN_WORD && !(token->flags & TOKEN_CAPITAL);
    if (sign == '!' || sign == '?' || sign == '.') {
        if (small || (!spaced && token->kind != TOKEN_WORD) ||
            (sign == '.' && is_abbreviation_stop(tokens, stop, forms)))
            return;
        token->flags |= TOKEN_START | TOKEN_FIRST;
    } else if (!closing && sign == ':' && spaced) {
        token->flags |= TOKEN_FIRST;
    } else if (!closing && sign == ';') {
        token->flags |= TOKEN_START;
    }
}

/* "the U.S. The": a dotted abbreviation may end a sentence too; a word behind it that begins no name tells. */
static void
mark_behind_dots(GArray *array, guint first, const char *text, const Forms *forms)
{
    if (array->len < first + 2)
        return;
    Token *last = &g_array_index(array, Token, array->len - 1), *before = last - 1;
    if (last->kind == TOKEN_WORD && (last->flags & TOKEN_CAPITAL) && before->kind == TOKEN_WORD &&
        text[token_end(before) - 1] == '.' && (forms_get(forms, last->form)->classes & WORD_FUNCTION))
        last->flags |= TOKEN_START | TOKEN_FIRST;
}

gsize
tokens_append(GArray *tokens, guint first, const char *text, gsize start, gsize end, gsize budget, Forms *forms)
{
    gsize at = start, stop = budget < end - start ? start + budget : end;
    Token token;
    while (at < stop && token_cut(text, end, &at, &token)) {
        if (!(token.flags & TOKEN_ODD))
            token.form = forms_intern(forms, token.start, token.length);
        g_array_append_val(tokens, token);
        mark_sentence(tokens, first, forms);
        mark_behind_dots(tokens, first, text, forms);
    }
    return at < end ? at : end;
}
