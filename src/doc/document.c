/* What a document says of itself. It is filled by builder.c; parts.h shows its inside.
 *
 * Blocks stand in an array sorted by offset, so that "which block is here" is a binary search; a second array leads
 * from a paragraph's number to its block. */
#include "doc/document.h"
#include "doc/parts.h"

#include <string.h>

static void
note_clear(gpointer note)
{
    g_free(((Note *)note)->label);
}

Document *
document_new(void)
{
    Document *document = g_new0(Document, 1);
    document->references = 1;
    document->blocks = g_array_new(FALSE, FALSE, sizeof(Block));
    document->paragraphs = g_array_new(FALSE, FALSE, sizeof(guint32));
    for (guint role = 0; role < ROLE_COUNT; role++)
        document->roles[role] = RANGE_NONE;
    document->notes = g_array_new(FALSE, FALSE, sizeof(Note));
    g_array_set_clear_func(document->notes, note_clear);
    document->marks = g_array_new(FALSE, FALSE, sizeof(NoteMark));
    document->urls = g_ptr_array_new_with_free_func(g_free);
    document->mark_layer = layer_new();
    document->link_layer = layer_new();
    return document;
}

Document *
document_ref(Document *document)
{
    g_atomic_int_inc(&document->references);
    return document;
}

void
document_unref(Document *document)
{
    if (!document || !g_atomic_int_dec_and_test(&document->references))
        return;
    g_free(document->text);
    g_array_unref(document->blocks);
    g_array_unref(document->paragraphs);
    DocumentMeta *meta = &document->meta;
    g_free(meta->title);
    g_strfreev(meta->byline);
    g_free(meta->issued);
    g_free(meta->publication);
    g_free(meta->volume);
    g_free(meta->issue);
    g_strfreev(meta->keywords);
    g_free(meta->language);
    g_free(meta->url);
    g_array_unref(document->notes);
    g_array_unref(document->marks);
    g_ptr_array_unref(document->urls);
    layer_free(document->mark_layer);
    layer_free(document->link_layer);
    g_free(document);
}

const char *
document_text(const Document *document, gsize *length)
{
    if (length)
        *length = document->length;
    return document->text;
}

gsize
document_length(const Document *document)
{
    return document->length;
}

guint
document_block_count(const Document *document)
{
    return document->blocks->len;
}

const Block *
document_block(const Document *document, guint index)
{
    g_assert(index < document->blocks->len);
    return &g_array_index(document->blocks, Block, index);
}

int
document_block_at(const Document *document, gsize offset)
{
    guint low = 0, high = document->blocks->len;
    while (low < high) { /* the first block that starts behind offset */
        guint middle = low + (high - low) / 2;
        if (g_array_index(document->blocks, Block, middle).range.start <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return (int)low - 1;
}

int
document_paragraph(const Document *document, guint number)
{
    if (number < 1 || number > document->paragraphs->len)
        return -1;
    return (int)g_array_index(document->paragraphs, guint32, number - 1);
}

guint
document_paragraph_count(const Document *document)
{
    return document->paragraphs->len;
}

Range
document_role_range(const Document *document, BlockRole role)
{
    g_assert((guint)role < ROLE_COUNT);
    return document->roles[role];
}

const DocumentMeta *
document_meta(const Document *document)
{
    return &document->meta;
}

guint
document_note_count(const Document *document)
{
    return document->notes->len;
}

const Note *
document_note(const Document *document, guint index)
{
    g_assert(index < document->notes->len);
    return &g_array_index(document->notes, Note, index);
}

guint
document_note_mark_count(const Document *document)
{
    return document->marks->len;
}

const NoteMark *
document_note_mark(const Document *document, guint index)
{
    g_assert(index < document->marks->len);
    return &g_array_index(document->marks, NoteMark, index);
}

Layer *
document_note_marks(const Document *document)
{
    return document->mark_layer;
}

Layer *
document_links(const Document *document)
{
    return document->link_layer;
}

const char *
document_link_url(const Document *document, guint id)
{
    g_assert(id < document->urls->len);
    return g_ptr_array_index(document->urls, id);
}
