/* The document: one safe UTF-8 text (NFC), a flat array of blocks in reading order, metadata, and the layers that the
 * importer left.
 *
 * The text holds the whole page in its order: masthead, summary, body, notes and boilerplate; the blocks' roles say
 * which is which. Blocks follow one another without overlap, separated by exactly one newline in the text; inside a
 * block a newline is a hard line break. A document does not change once it is built. */
#ifndef IBID_DOC_DOCUMENT_H
#define IBID_DOC_DOCUMENT_H

#include "base/range.h"
#include "doc/layer.h"

typedef struct Document Document;

typedef enum {
    BLOCK_HEADING,
    BLOCK_PARAGRAPH,
    BLOCK_LIST_ITEM,
    BLOCK_QUOTATION,
    BLOCK_PREFORMATTED,
    BLOCK_TABLE_ROW,
    BLOCK_CAPTION,
} BlockKind;

typedef enum { ROLE_MASTHEAD, ROLE_SUMMARY, ROLE_BODY, ROLE_NOTE, ROLE_BOILERPLATE } BlockRole;

typedef struct {
    Range range;   /* with its label, without the newline behind it */
    guint32 number; /* body paragraph number, from 1, the number in the margin; 0 for what is not counted */
    guint16 label; /* bytes at the start that are a list mark with the space behind it ("• ", "12. ", "[1] "); 0: none */
    guint8 kind;   /* BlockKind */
    guint8 role;   /* BlockRole */
    guint8 level;  /* heading 1..6, nesting of a list item or quotation from 1; else 0 */
} Block;

typedef struct {
    char *title;
    char **byline; /* NULL-terminated, never NULL; empty where unknown */
    char *issued;  /* "2026-02-18", "2026-02", "2026" or NULL */
    char *publication;
    char *volume;
    char *issue;
    char **keywords; /* as byline */
    char *language;  /* BCP 47 */
    char *url;
} DocumentMeta;

/* A numbered note and a mark in the text that points to one. Both lists are in text order. */
typedef struct {
    char *label; /* "1", "*", "iv", as printed without its brackets */
    Range range; /* the block(s) of the note, with its label */
} Note;

typedef struct {
    Range range; /* "[1]" as it stands in the text */
    int note;    /* index into the notes, or -1: a mark without a note */
} NoteMark;

Document *document_ref(Document *document);
void document_unref(Document *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Document, document_unref)

/* The text, NUL-terminated; *length (may be NULL) without the NUL. */
const char *document_text(const Document *document, gsize *length);
gsize document_length(const Document *document);

guint document_block_count(const Document *document);
const Block *document_block(const Document *document, guint index);
/* Index of the block that covers offset (its newline counts to it); the last block for offsets at the end; -1 without
 * blocks. O(log n). */
int document_block_at(const Document *document, gsize offset);
/* Index of the block with body paragraph number n, or -1; the highest number. O(log n). */
int document_paragraph(const Document *document, guint number);
guint document_paragraph_count(const Document *document);
/* The range of the blocks with a role: all of them where they stand together, else the first run that no other block
 * breaks; RANGE_NONE without any. */
Range document_role_range(const Document *document, BlockRole role);

const DocumentMeta *document_meta(const Document *document);

guint document_note_count(const Document *document);
const Note *document_note(const Document *document, guint index);
guint document_note_mark_count(const Document *document);
const NoteMark *document_note_mark(const Document *document, guint index);
/* Layers over the text; ids are indexes for document_note_mark() and document_link_url(). Lent; the questions are
 * logically const. */
Layer *document_note_marks(const Document *document);
Layer *document_links(const Document *document);
const char *document_link_url(const Document *document, guint id);

/* Asserts what this header promises (order, separators, UTF-8, NFC, safety, label bounds, numbers ascending, marks and
 * notes inside); for tests. */
void document_check(const Document *document);

#endif
