/* A run of tokens between dates, cut into its parts: names, addresses, titles, locators. */
#ifndef IBID_CITE_PARTS_H
#define IBID_CITE_PARTS_H

#include "cite/names.h"

typedef enum {
    PART_NAME,
    PART_URL,
    PART_DOMAIN,
    PART_TITLE,
    PART_LOCATOR,
    PART_VIA,   /* "– site.com –" behind a name, "accessed on site.com" */
    PART_ETC,   /* the list is open: "etc." */
    PART_PROSE, /* no name */
} PartKind;

typedef struct {
    PartKind kind;
    guint first, end; /* tokens */
    Range range;      /* of the name as printed */
    NameLook look;
    gboolean known;       /* among the sources, or cited before in the document */
    const Source *source; /* the known one, or NULL */
} Part;

typedef struct {
    const char *text;
    const Sources *sources;
    GHashTable *cited;
    GString *key; /* scratch */
} NameContext;

/* Appends the parts of tokens[first, end) to `parts` (a GArray of Part). O(n). */
void parts_cut(NameContext *context, const Token *tokens, guint first, guint end, GArray *parts);

#endif
