/* A run: words with capitals that stand together, with the small words inside names ("of", "bin", "de la"), taken
 * apart into items: what the lists know (names, titles, peoples) in its longest form, designations (HQ-9), and single
 * words. The recogniser (find.c) reasons about items, not about tokens.
 *
 * Bounded: a run holds at most RUN_MAX items, and a longer row of capitals goes on in the next one, marked as cut;
 * looking ahead is bounded by the longest name in the lists. */
#ifndef IBID_ENTITY_RUN_H
#define IBID_ENTITY_RUN_H

#include "entity/token.h"

/* What the recogniser reads. All borrowed. */
typedef struct {
    const char *text;
    const EntityLists *lists; /* never NULL */
    Forms *forms;
    GArray *tokens; /* Token */
} Prose;

static inline const Token *
prose_token(const Prose *prose, guint index)
{
    return &g_array_index(prose->tokens, Token, index);
}

static inline guint32
prose_classes(const Prose *prose, guint index)
{
    return forms_get(prose->forms, prose_token(prose, index)->form)->classes;
}

/* TRUE where the token is this word, in small letters. */
gboolean prose_is(const Prose *prose, guint index, const char *word);

/* The longest things of the lists that begin at a token, in tokens; 0 where there is none. */
typedef struct {
    guint name, title, people;
    guint32 entry;  /* of the name */
    gboolean full;  /* the name is its entry's first */
    gboolean small; /* the name begins with "the", which is none of it */
} ListMatch;
ListMatch prose_match(const Prose *prose, guint index, guint end);

typedef enum { ITEM_NAME, ITEM_PEOPLE, ITEM_TITLE, ITEM_WORD, ITEM_LINK, ITEM_DESIGNATION } ItemKind;

typedef struct {
    guint32 first, count; /* tokens */
    guint32 classes;      /* WordClass of its word or words */
    guint32 entry;        /* ITEM_NAME */
    guint8 kind;
    guint8 type;       /* ITEM_NAME: EntityType */
    gboolean full;     /* ITEM_NAME */
    gboolean ordinary; /* a word that is also written small: in the lists, or in this text */
} Item;

#define RUN_MAX 24

typedef struct {
    Item items[RUN_MAX];
    guint count;
    guint next;   /* the token behind the run */
    gboolean cut; /* it goes on there */
    gboolean headline; /* capitals say nothing around it */
} Run;

/* TRUE where a run begins at the token. */
gboolean run_begins(const Prose *prose, guint index, guint end);
/* Fills the run that begins at the token. */
void run_fill(Run *run, const Prose *prose, guint index, guint end, gboolean headline);

#endif
