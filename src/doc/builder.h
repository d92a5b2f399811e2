/* Builds a document from events, in reading order. The one door into a document: whatever comes in is made valid
 * UTF-8, safe (base/safe.h) and NFC here; text that is so already is copied once, as a whole. Line ends CR LF, CR,
 * U+2028, U+2029 become newline; a block's text is trimmed of white space at both ends by the caller.
 *
 *     g_autoptr(Builder) b = builder_new(size_hint);
 *     builder_meta(b, META_TITLE, "…", -1);
 *     builder_block(b, &(BlockSpec){.kind = BLOCK_PARAGRAPH, .role = ROLE_BODY, .numbered = TRUE}, text, length);
 *     Document *document = builder_finish(b);
 *
 * Offsets of spans (links, note marks) are given while the block is written, as offsets into the block text that was
 * passed in; the builder carries them over its changes. */
#ifndef IBID_DOC_BUILDER_H
#define IBID_DOC_BUILDER_H

#include "doc/document.h"

typedef struct Builder Builder;

typedef struct {
    BlockKind kind;
    BlockRole role;
    guint8 level;
    guint16 label;     /* bytes of the label in the passed text, with the space behind it */
    gboolean numbered; /* counts as a body paragraph */
} BlockSpec;

typedef enum {
    META_TITLE,
    META_ISSUED,
    META_PUBLICATION,
    META_VOLUME,
    META_ISSUE,
    META_LANGUAGE,
    META_URL,
    META_BYLINE,
    META_KEYWORD,
} MetaKey;

Builder *builder_new(gsize size_hint);
void builder_free(Builder *builder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Builder, builder_free)

/* Sets a field, or adds to a list (byline, keyword). One line, white space trimmed; empty is ignored. */
void builder_meta(Builder *builder, MetaKey key, const char *text, gssize length);

/* Appends a block. Empty text is ignored (returns FALSE). */
gboolean builder_block(Builder *builder, const BlockSpec *spec, const char *text, gsize length);

/* Spans of the last block: offsets into the text passed to builder_block(). */
void builder_link(Builder *builder, Range in_block, const char *url);
/* A mark "[label]"; it is tied to the note of that label when the document is finished (the next such note behind the
 * mark, else the last one before it). */
void builder_note_mark(Builder *builder, Range in_block, const char *label);
/* The last block is (the beginning of) the note with this label; further blocks belong to it with label NULL. */
void builder_note(Builder *builder, const char *label);

/* The document, checked for nothing; the builder is empty afterwards. Caller owns the reference. */
Document *builder_finish(Builder *builder);

#endif
