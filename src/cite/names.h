/* What the name of a source looks like, and when two names are one. */
#ifndef IBID_CITE_NAMES_H
#define IBID_CITE_NAMES_H

#include "cite/sources.h"
#include "cite/tokens.h"

/* The key of a printed name, replaced in `key`: case, accents and signs folded, hyphens as spaces, apostrophes and
 * quotation marks off, a leading "the", a scheme, "www." and a final stop or slash off.
 * Two names with one key are one source. */
void name_key(GString *key, const char *text, gsize length);

/* The known source for a key, or NULL. */
const Source *sources_by_key(const Sources *sources, const char *key);

typedef struct {
    gboolean name;  /* may name a source: no prose, no gloss, no number */
    gboolean media; /* holds a word that names a medium: "radio", "Times", "agencies"; or is an address or a handle */
    gboolean institution; /* holds "Ministry", "Embassy", … */
    gboolean interview;   /* "author’s interview", "conversation with …" */
    gboolean collective;  /* "local media", "Western agencies" */
    guint words;
} NameLook;

/* Judges the tokens of one name; known: the caller has found it among the sources, which forgives it much. O(n). */
NameLook name_look(const Token *tokens, guint count, gboolean known);

/* "Telegram", "X", "YouTube", "broadcast", "interview", "domain", "web", … or NULL: by what channel a source speaks. */
const char *name_medium(const char *text, const Token *tokens, guint count);

#endif
