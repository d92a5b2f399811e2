/* Bytes ↔ code points. Entry i of the index is the number of code points before the first character that begins at or
 * behind byte i * STRIDE. */
#include "doc/offsets.h"

#include "text/utf8.h"

#define STRIDE 1024

struct Offsets {
    const char *text;
    gsize length;
    GArray *before; /* gsize */
    Document *document;
};

/* The first start of a character at or behind a byte. */
static gsize
character_from(const Offsets *offsets, gsize byte)
{
    byte = MIN(byte, offsets->length);
    while (byte < offsets->length && ((guchar)offsets->text[byte] & 0xc0) == 0x80)
        byte++;
    return byte;
}

Offsets *
offsets_new(const Document *document)
{
    Offsets *offsets = g_new0(Offsets, 1);
    offsets->document = document_ref((Document *)document);
    offsets->text = document_text(document, &offsets->length);
    offsets->before = g_array_sized_new(FALSE, FALSE, sizeof(gsize), (guint)(offsets->length / STRIDE) + 1);
    gsize count = 0, at = 0;
    for (gsize byte = 0; byte <= offsets->length; byte += STRIDE) {
        gsize next = character_from(offsets, byte);
        count += utf8_count(offsets->text + at, next - at);
        g_array_append_val(offsets->before, count);
        at = next;
    }
    return offsets;
}

void
offsets_free(Offsets *offsets)
{
    if (!offsets)
        return;
    g_array_unref(offsets->before);
    document_unref(offsets->document);
    g_free(offsets);
}

gsize
offsets_to_code_points(const Offsets *offsets, gsize byte)
{
    byte = MIN(byte, offsets->length);
    while (byte > 0 && ((guchar)offsets->text[byte] & 0xc0) == 0x80)
        byte--;
    gsize index = byte / STRIDE, start = character_from(offsets, index * STRIDE);
    return g_array_index(offsets->before, gsize, index) + utf8_count(offsets->text + start, byte - start);
}

gsize
offsets_to_byte(const Offsets *offsets, gsize code_point)
{
    gsize low = 0, high = offsets->before->len; /* before[low] <= code_point < before[high] */
    while (high - low > 1) {
        gsize middle = low + (high - low) / 2;
        if (g_array_index(offsets->before, gsize, middle) <= code_point)
            low = middle;
        else
            high = middle;
    }
    gsize byte = character_from(offsets, low * STRIDE);
    for (gsize left = code_point - g_array_index(offsets->before, gsize, low); left > 0 && byte < offsets->length;
         left--)
        utf8_next(offsets->text, &byte);
    return byte;
}
