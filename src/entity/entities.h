/* The entities of a document: who and what it speaks of. An entity has a canonical name, aliases and mentions
 * (CoNLL's terms).
 *
 * Found in slices like the citations (cite/citations.h): a step reads on in the text and adds mentions; names are
 * joined into entities as they come, and the canonical name of an entity may still become fuller until the work is
 * done. Ids of entities stay.
 *
 * Boilerplate is not read, of the masthead only the title. The text is read in sections of some 256 KB, each of which is
 * understood as a whole: mentions arrive a section at a time, so that an article of usual length has all of them or none.
 * What is found is the same for every way of slicing. Some 30 MB/s; lists 2 ms. */
#ifndef IBID_ENTITY_ENTITIES_H
#define IBID_ENTITY_ENTITIES_H

#include "doc/document.h"

typedef enum { ENTITY_PERSON, ENTITY_ORGANISATION, ENTITY_PLACE, ENTITY_OTHER } EntityType;
const char *entity_type_name(EntityType type); /* "person", "organisation", "place", "other" */

typedef struct {
    Range range;  /* without possessive */
    guint entity; /* index */
} Mention;

typedef struct {
    char *name;        /* canonical: the fullest form in the article */
    char *role;        /* "President" where the text gives it in apposition, or NULL */
    GPtrArray *aliases; /* char *: other forms, in order of appearance, without the name */
    GArray *mentions;  /* guint, indexes of mentions in text order */
    EntityType type;
} Entity;

typedef struct EntityLists EntityLists;
/* The lists in a folder (content/entities/): loaded once, shared by all documents. Errors: IBID_ERROR_CONFIG with
 * file and line. An empty set where folder is NULL. */
EntityLists *entity_lists_load(const char *folder, GError **error);
void entity_lists_free(EntityLists *lists);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntityLists, entity_lists_free)

typedef struct Entities Entities;

/* excluded: ranges that are no prose (citations and their sources; borrowed, may be NULL; it may still grow while
 * steps run, but only behind what was asked). `until` of a step says how far it is complete. lists is borrowed. Takes
 * a reference to the document. */
Entities *entities_new(Document *document, const EntityLists *lists, Layer *excluded);
void entities_free(Entities *entities);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Entities, entities_free)

/* Works until the deadline (µs, monotonic) and at most up to text offset `until`; TRUE while there is more to do in
 * the document. */
gboolean entities_step(Entities *entities, gsize until, gint64 deadline);
gsize entities_progress(const Entities *entities);

guint entities_count(const Entities *entities);
const Entity *entities_get(const Entities *entities, guint index);
guint entities_mention_count(const Entities *entities);
const Mention *entities_mention(const Entities *entities, guint index);
/* Layer of mentions; ids are indexes of mentions. Lent. */
Layer *entities_layer(const Entities *entities);

char *entities_dump(const Entities *entities);

#endif
