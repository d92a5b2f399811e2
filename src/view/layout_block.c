/* How blocks stand in the column: indents by kind and level, hanging indents behind labels, and the empty rows between blocks. */
#include "view/layout_break.h"

#include "text/display.h"

#define NOTE_LOOK_BACK 8 /* blocks looked at for the label of a note's further paragraphs */

static int
label_cells(const Document *document, const Block *block)
{
    return display_width(document_text(document, NULL) + block->range.start, block->label);
}

BlockShape
block_shape(const Document *document, int index, int width)
{
    const Block *block = document_block(document, index);
    BlockShape shape = {.width = width, .preformatted = block->kind == BLOCK_PREFORMATTED};
    int level = MAX(1, block->level);
    if (block->kind == BLOCK_LIST_ITEM)
        shape.first = 2 * (level - 1);
    else if (block->kind == BLOCK_QUOTATION)
        shape.first = (width >= 50 ? 4 : 2) + 2 * (level - 1);
    shape.first = MIN(shape.first, width / 3);
    shape.hang = shape.first;
    if (block->label) {
        shape.hang += label_cells(document, block);
    } else if (block->role == ROLE_NOTE && block->kind == BLOCK_PARAGRAPH) {
        for (int before = index - 1; before >= 0 && before >= index - NOTE_LOOK_BACK; before--) {
            const Block *note = document_block(document, before);
            if (note->role != ROLE_NOTE || note->kind == BLOCK_HEADING)
                break;
            if (note->label) {
                shape.first = shape.hang = label_cells(document, note);
                break;
            }
        }
    }
    /* A label wider than half the column indents nothing but itself. */
    if (shape.hang > width / 2)
        shape.hang = MIN(shape.first + 2, width / 2);
    shape.first = MIN(shape.first, width / 2);
    return shape;
}

int
block_gap(const Document *document, int above, int below)
{
    const Block *a = document_block(document, above), *b = document_block(document, below);
    if (a->role == ROLE_MASTHEAD && b->role == ROLE_MASTHEAD)
        return b->kind == BLOCK_HEADING;
    if (a->role == b->role && a->kind == b->kind) {
        if (a->kind == BLOCK_LIST_ITEM || a->kind == BLOCK_TABLE_ROW)
            return 0;
        if (a->role == ROLE_NOTE && a->kind == BLOCK_PARAGRAPH)
            return 0;
    }
    if (b->kind == BLOCK_HEADING && a->kind != BLOCK_HEADING && b->level <= 2)
        return 2;
    return 1;
}
