/* Text cut into tokens, and the table of the different words of a document.
 *
 * A token is a word, a number, a possessive ending or one sign; white space is none. What the recogniser asks of a
 * token again and again (does it begin with a capital, does a sentence begin here) is a flag. Words are interned as
 * they are printed: a `Form` holds what is known of all places where that very spelling stands. Everything is linear
 * in the text; a word of more than FORM_MAX_LENGTH bytes is cut out as one token and belongs to no form. */
#ifndef IBID_ENTITY_TOKEN_H
#define IBID_ENTITY_TOKEN_H

#include <glib.h>

#include "entity/lists.h"

#define FORM_NONE 0 /* index of the form of what has none */

typedef enum { TOKEN_WORD, TOKEN_NUMBER, TOKEN_POSSESSIVE, TOKEN_SIGN } TokenKind;

typedef enum {
    TOKEN_CAPITAL = 1 << 0, /* begins with a capital letter */
    TOKEN_UPPER = 1 << 1,   /* of two letters or more, all of them capitals */
    TOKEN_GLUED = 1 << 2,   /* nothing stands between it and the token before */
    TOKEN_START = 1 << 3,   /* a sentence begins here */
    TOKEN_FIRST = 1 << 4,   /* a capital would stand here anyway: first word of a sentence, of a quotation or behind a colon */
    TOKEN_BARRIER = 1 << 5, /* a line end, a block's beginning or something left out stands before it: no name goes across */
    TOKEN_ODD = 1 << 6,     /* an address, a file name, a handle, an endless word: no name */
    TOKEN_HEADING = 1 << 7, /* on a token with START: in a heading (set by the caller) */
    TOKEN_MIXED = 1 << 8,   /* a capital stands behind a small letter: "YouTube", "CoE" */
} TokenFlags;

typedef struct {
    gsize start;
    guint32 length;
    guint32 form;
    guint16 flags;
    guint8 kind;
    char sign; /* TOKEN_SIGN: ' " - . , ( ) and the other signs of ASCII, curly quotes and dashes folded; 0 for the rest */
} Token;

static inline gsize
token_end(const Token *token)
{
    return token->start + token->length;
}

/* Cuts the next token that begins at or behind *at, before end; moves *at behind it. FALSE where only white space is
 * left. Sets neither form, START nor FIRST; BARRIER where it skipped a line end. */
gboolean token_cut(const char *text, gsize end, gsize *at, Token *token);

/* One spelling of a word in a document. */
typedef struct {
    gsize start; /* where it stands first */
    guint32 length;
    guint32 word;     /* in the lists, or WORD_NONE */
    guint32 classes;  /* of that word: WordClass */
    guint32 lower;    /* form of the same word in small letters, where the text has it; else FORM_NONE */
    guint32 inside;   /* how often it stands capitalised where only a name is */
    gint32 votes[4];  /* what strong names that hold it say of its EntityType */
} Form;

typedef struct Forms Forms;
/* text is borrowed and stays where it is. lists may be NULL. */
Forms *forms_new(const char *text, const EntityLists *lists);
void forms_free(Forms *forms);
/* The form of the word text[start, start + length): found, or new. O(length). */
guint32 forms_intern(Forms *forms, gsize start, guint32 length);
/* The form of these bytes, or FORM_NONE. */
guint32 forms_find(const Forms *forms, const char *bytes, guint32 length);
/* Lent until the next forms_intern(). */
Form *forms_get(const Forms *forms, guint32 form);
/* The form of the same word in small letters, or FORM_NONE. */
guint32 forms_lower(const Forms *forms, guint32 form);

#define FORM_MAX_LENGTH 64

/* Appends the tokens of text[start, end) to tokens, with forms and sentence flags; tokens->data[first] is, or will
 * be, the first token of the block, and gets START, FIRST and BARRIER. Returns the offset where it stopped: `end`, or
 * the next cut behind `budget` bytes, from where the caller goes on. The tokens are the same for every budget. */
gsize tokens_append(GArray *tokens, guint first, const char *text, gsize start, gsize end, gsize budget, Forms *forms);

#endif
