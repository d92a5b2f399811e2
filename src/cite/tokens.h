/* The words, numbers, addresses and signs of a parenthesis or a note: what the grammar of citations reads.
 *
 * Note marks ("[1]") are no tokens: they vanish here. An address (URL, domain) is one token whatever signs it holds,
 * less the full stop or bracket that ends the sentence around it.
 * "21-23" and "April–May" are three tokens each, "Itar-Tass" and "Europe/Radio" are one. Quotation marks are tokens,
 * and what stands between a pair of them is marked so. */
#ifndef IBID_CITE_TOKENS_H
#define IBID_CITE_TOKENS_H

#include "cite/lexicon.h"
#include "base/range.h"

typedef enum {
    TOKEN_WORD,
    TOKEN_NUMBER, /* digits, also "5th" and "2O" (a letter O read for a zero) */
    TOKEN_URL,    /* an address with a path */
    TOKEN_DOMAIN, /* an address without one */
    TOKEN_COMMA,
    TOKEN_SEMICOLON,
    TOKEN_COLON,
    TOKEN_DOT,
    TOKEN_DASH, /* hyphen, en and em dash, "--"; TOKEN_SPACE on it and on the token behind it: it parts names */
    TOKEN_SLASH,
    TOKEN_QUOTE,
    TOKEN_OPEN, /* nested ( or [ */
    TOKEN_CLOSE,
    TOKEN_SIGN, /* anything else: $, %, … */
} TokenKind;

typedef enum {
    TOKEN_SPACE = 1 << 0,   /* white space stands before it */
    TOKEN_CAPITAL = 1 << 1, /* begins with an upper-case letter, or with a letter of a script that has no case */
    TOKEN_UPPER = 1 << 2,   /* holds no lower-case letter and at least two upper-case ones */
    TOKEN_QUOTED = 1 << 3,  /* between quotation marks */
    TOKEN_NESTED = 1 << 4,  /* inside a nested bracket */
    TOKEN_ORDINAL = 1 << 5, /* "5th" */
    TOKEN_HANDLE = 1 << 6,  /* holds an @ */
} TokenFlags;

typedef struct {
    Range range;
    guint32 lex;   /* LexFlags of a word */
    guint8 kind;   /* TokenKind */
    guint8 flags;  /* TokenFlags */
    guint8 digits; /* of a number */
    int value;     /* of a number (capped), a month; the code point of a sign */
} Token;

/* Appends the tokens of text[range) to `tokens` (a GArray of Token). O(n). */
void tokenise(const char *text, Range range, GArray *tokens);

#endif
