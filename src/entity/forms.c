/* The different words of a document: an open hash over the bytes as printed, which point into the document's text.
 * What the lists know of a word is asked once for each form. A form in small letters is found from its capitalised
 * one by lower_of(), and remembered there. */
#include "entity/token.h"

#include <string.h>

#include "text/utf8.h"

struct Forms {
    const char *text;
    const EntityLists *lists;
    GArray *forms;   /* Form; the first one stands for none */
    guint32 *slots;  /* indexes into forms, 0: free */
    guint32 *hashes; /* of the form in the slot */
    guint32 mask;
};

static guint32
hash_bytes(const char *bytes, guint32 length)
{
    guint32 hash = 2166136261u;
    for (guint32 i = 0; i < length; i++)
        hash = (hash ^ (guchar)bytes[i]) * 16777619u;
    return hash ^ hash >> 15;
}

Forms *
forms_new(const char *text, const EntityLists *lists)
{
    Forms *forms = g_new0(Forms, 1);
    forms->text = text;
    forms->lists = lists;
    forms->forms = g_array_new(FALSE, TRUE, sizeof(Form));
    g_array_set_size(forms->forms, 1);
    forms->mask = 1023;
    forms->slots = g_new0(guint32, forms->mask + 1);
    forms->hashes = g_new(guint32, forms->mask + 1);
    return forms;
}

void
forms_free(Forms *forms)
{
    if (!forms)
        return;
    g_array_unref(forms->forms);
    g_free(forms->slots);
    g_free(forms->hashes);
    g_free(forms);
}

Form *
forms_get(const Forms *forms, guint32 form)
{
    return &g_array_index(forms->forms, Form, form);
}

/* The slot of these bytes: that of their form, or a free one. */
static guint32
find_slot(const Forms *forms, const char *bytes, guint32 length, guint32 hash)
{
    guint32 slot = hash & forms->mask;
    while (forms->slots[slot]) {
        if (forms->hashes[slot] == hash) {
            const Form *form = forms_get(forms, forms->slots[slot]);
            if (form->length == length && memcmp(forms->text + form->start, bytes, length) == 0)
                break;
        }
        slot = (slot + 1) & forms->mask;
    }
    return slot;
}

static void
grow(Forms *forms)
{
    guint32 old_size = forms->mask + 1, *slots = forms->slots, *hashes = forms->hashes;
    forms->mask = old_size * 2 - 1;
    forms->slots = g_new0(guint32, forms->mask + 1);
    forms->hashes = g_new(guint32, forms->mask + 1);
    for (guint32 i = 0; i < old_size; i++) {
        if (!slots[i])
            continue;
        guint32 slot = hashes[i] & forms->mask;
        while (forms->slots[slot])
            slot = (slot + 1) & forms->mask;
        forms->slots[slot] = slots[i];
        forms->hashes[slot] = hashes[i];
    }
    g_free(slots);
    g_free(hashes);
}

guint32
forms_find(const Forms *forms, const char *bytes, guint32 length)
{
    return forms->slots[find_slot(forms, bytes, length, hash_bytes(bytes, length))];
}

guint32
forms_intern(Forms *forms, gsize start, guint32 length)
{
    const char *bytes = forms->text + start;
    guint32 hash = hash_bytes(bytes, length), slot = find_slot(forms, bytes, length, hash);
    if (forms->slots[slot])
        return forms->slots[slot];
    Form form = {.start = start, .length = length};
    form.word = forms->lists ? lists_word(forms->lists, bytes, length) : WORD_NONE;
    form.classes = forms->lists ? lists_classes(forms->lists, form.word) : 0;
    guint32 index = forms->forms->len;
    g_array_append_val(forms->forms, form);
    forms->slots[slot] = index;
    forms->hashes[slot] = hash;
    if (index >= (forms->mask + 1) / 2)
        grow(forms);
    return index;
}

guint32
forms_lower(const Forms *forms, guint32 index)
{
    Form *form = forms_get(forms, index);
    if (form->lower || !form->length || form->length > FORM_MAX_LENGTH)
        return form->lower;
    char lower[FORM_MAX_LENGTH * 2 + 8];
    gsize at = form->start, end = form->start + form->length, length = 0;
    while (at < end && length < sizeof lower - 6)
        length += (gsize)g_unichar_to_utf8(g_unichar_tolower(utf8_next(forms->text, &at)), lower + length);
    guint32 found = forms_find(forms, lower, (guint32)length);
    return form->lower = found == index ? FORM_NONE : found;
}
