/* The outline: one walk over the blocks. Masthead and boilerplate give no entries, but for the title. */
#include "doc/outline.h"

#include <string.h>

#define LABEL_MAX 400 /* bytes; a heading beyond this is no line any more */

static void
entry_free(gpointer data)
{
    OutlineEntry *entry = data;
    g_free(entry->label);
    g_free(entry);
}

static void
entry_add(GPtrArray *entries, char *label, gsize offset, int level)
{
    OutlineEntry *entry = g_new(OutlineEntry, 1);
    *entry = (OutlineEntry){label, offset, level};
    g_ptr_array_add(entries, entry);
}

/* The text of a block on one line, cut where it is long. */
static char *
block_line(const Document *document, const Block *block)
{
    const char *text = document_text(document, NULL) + block->range.start;
    gsize length = range_length(block->range);
    gboolean cut = length > LABEL_MAX;
    if (cut) {
        length = LABEL_MAX;
        while (((guchar)text[length] & 0xc0) == 0x80)
            length--;
    }
    char *line = g_strdup_printf("%.*s%s", (int)length, text, cut ? "…" : "");
    return g_strdelimit(line, "\n\t", ' ');
}

/* A heading without the colon behind it: "Executive Summary:" is the name of a part, and in a list stands alone. */
static char *
heading_line(const Document *document, const Block *block)
{
    char *line = block_line(document, block);
    gsize length = strlen(line);
    while (length > 1 && (line[length - 1] == ':' || line[length - 1] == ' '))
        line[--length] = '\0';
    return line;
}

/* Where the title stands: the first heading of the masthead, else a heading with its words, else the start. */
static guint
title_block(const Document *document, const char *title)
{
    guint count = document_block_count(document), same = count;
    for (guint i = 0; i < count; i++) {
        const Block *block = document_block(document, i);
        if (block->role == ROLE_BODY && same < count)
            break;
        if (block->kind != BLOCK_HEADING || block->role == ROLE_BOILERPLATE)
            continue;
        if (block->role == ROLE_MASTHEAD)
            return i;
        if (same == count) {
            g_autofree char *line = block_line(document, block);
            if (strcmp(line, title) == 0)
                same = i;
        }
    }
    return same;
}

/* The name of a part that begins without a heading of its own. */
static const char *
part_name(BlockRole role)
{
    switch (role) {
    case ROLE_SUMMARY:
        return "Summary";
    case ROLE_BODY:
        return "Text";
    case ROLE_NOTE:
        return "Notes";
    default:
        return NULL;
    }
}

GPtrArray *
outline_new(const Document *document)
{
    GPtrArray *entries = g_ptr_array_new_with_free_func(entry_free);
    guint count = document_block_count(document), title = count;
    int highest = 7, base = 1;
    const DocumentMeta *meta = document_meta(document);
    if (meta->title) {
        title = title_block(document, meta->title);
        gsize offset = title < count ? document_block(document, title)->range.start : 0;
        entry_add(entries, g_strdup(meta->title), offset, 1);
        base = 2;
    }
    for (guint i = 0; i < count; i++) {
        const Block *block = document_block(document, i);
        if (block->kind == BLOCK_HEADING && i != title && part_name(block->role))
            highest = MIN(highest, MAX(block->level, 1));
    }
    gboolean begun[ROLE_BOILERPLATE + 1] = {FALSE};
    for (guint i = 0; i < count; i++) {
        const Block *block = document_block(document, i);
        const char *name = part_name(block->role);
        if (!name || i == title)
            continue;
        if (block->kind == BLOCK_HEADING)
            entry_add(entries, heading_line(document, block), block->range.start, base + MAX(block->level, 1) - highest);
        else if (!begun[block->role])
            entry_add(entries, g_strdup(name), block->range.start, base);
        begun[block->role] = TRUE;
    }
    return entries;
}
