/* The lists of content/entities/ in memory: words with classes, and names of one or more words in a trie. Built once,
 * read only afterwards.
 *
 * Words are folded (case, accents, quotes and dashes; text/fold.h) and numbered. A name is a path of word numbers
 * from the trie's root; where it ends, the node says what ends there: a name of an entry, a title, a people. Reading
 * all lists is one pass over their bytes and two hash tables. */
#ifndef IBID_ENTITY_LISTS_H
#define IBID_ENTITY_LISTS_H

#include "entity/entities.h"

#define WORD_NONE 0
#define ENTRY_NONE 0
#define NODE_ROOT 0
#define NODE_NONE G_MAXUINT32

/* What a word can be, several at once. The first group are the classes of cues.txt, by the same names. */
typedef enum {
    WORD_ORG_END = 1 << 0,
    WORD_ORG_OF = 1 << 1,
    WORD_LOC_END = 1 << 2,
    WORD_LOC_START = 1 << 3,
    WORD_LOC_PREP = 1 << 4,
    WORD_OTHER_END = 1 << 5,
    WORD_OTHER_OF = 1 << 6,
    WORD_WEAPON = 1 << 7,
    WORD_SAY = 1 << 8,
    WORD_TIME = 1 << 9,
    WORD_DIRECTION = 1 << 10,
    WORD_LINK = 1 << 11,
    WORD_ABBREVIATION = 1 << 12,
    WORD_OWNER = 1 << 13,
    WORD_PEOPLE = 1 << 14,
    WORD_COMMON = 1 << 15,
    WORD_FUNCTION = 1 << 16, /* common, and no name begins with it */
    WORD_GIVEN = 1 << 17,
    WORD_FAMILY = 1 << 18,
    WORD_OPENS_SMALL = 1 << 19, /* a name in the lists begins with this word in small letters */
    WORD_LISTED = 1 << 20,      /* begins a name, a title or a people in the trie */
} WordClass;

/* The number of a word as printed; WORD_NONE where no list has it. O(length). */
guint32 lists_word(const EntityLists *lists, const char *word, gsize length);
guint32 lists_classes(const EntityLists *lists, guint32 word);

/* The child of a node by a word, or NODE_NONE. O(1). */
guint32 lists_child(const EntityLists *lists, guint32 node, guint32 word);

typedef enum { NODE_TITLE = 1 << 0, NODE_PEOPLE = 1 << 1 } NodeFlags;

/* What ends at a node. */
typedef struct {
    guint32 entry;    /* of the name that ends here, or ENTRY_NONE */
    guint32 capitals; /* bit i: the name's token i begins with a capital, and has to in the text */
    guint8 upper;     /* the name is one word in capitals, and has to be in the text */
    guint8 mixed;     /* it is one word with capitals inside ("CoE"), and has to have them in the text */
    guint8 full;      /* it is its entry's first name in the list */
    guint8 flags;     /* NodeFlags */
} ListNode;
const ListNode *lists_node(const EntityLists *lists, guint32 node);

guint32 lists_entry_count(const EntityLists *lists); /* entries are 1 … count */
EntityType lists_entry_type(const EntityLists *lists, guint32 entry);
/* The entry whose name means the same where this one's full name is written out, or ENTRY_NONE. */
guint32 lists_entry_tied(const EntityLists *lists, guint32 entry);

#endif
