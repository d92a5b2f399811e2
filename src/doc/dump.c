/* A document as lines of text. What is unknown has no line; a newline inside a block is shown as ⏎, a tab as ⇥. */
#include "doc/dump.h"

static const char *const kinds[] = {
    [BLOCK_HEADING] = "heading",     [BLOCK_PARAGRAPH] = "paragraph",       [BLOCK_LIST_ITEM] = "list_item",
    [BLOCK_QUOTATION] = "quotation", [BLOCK_PREFORMATTED] = "preformatted", [BLOCK_TABLE_ROW] = "table_row",
    [BLOCK_CAPTION] = "caption",
};

static const char *const roles[] = {
    [ROLE_MASTHEAD] = "masthead", [ROLE_SUMMARY] = "summary",         [ROLE_BODY] = "body",
    [ROLE_NOTE] = "note",         [ROLE_BOILERPLATE] = "boilerplate",
};

static void
dump_quoted(GString *out, const Document *document, gsize start, gsize end)
{
    const char *text = document_text(document, NULL);
    g_string_append(out, "«");
    for (gsize at = start; at < end;) {
        gsize plain = at;
        while (plain < end && text[plain] != '\n' && text[plain] != '\t')
            plain++;
        g_string_append_len(out, text + at, (gssize)(plain - at));
        if (plain < end)
            g_string_append(out, text[plain++] == '\n' ? "⏎" : "⇥");
        at = plain;
    }
    g_string_append(out, "»");
}

static void
dump_field(GString *out, const char *name, const char *value)
{
    if (value)
        g_string_append_printf(out, "%s: %s\n", name, value);
}

static void
dump_list(GString *out, const char *name, char **values)
{
    for (char **value = values; *value; value++)
        dump_field(out, name, *value);
}

static void
dump_meta(GString *out, const DocumentMeta *meta)
{
    dump_field(out, "title", meta->title);
    dump_list(out, "byline", meta->byline);
    dump_field(out, "issued", meta->issued);
    dump_field(out, "publication", meta->publication);
    dump_field(out, "volume", meta->volume);
    dump_field(out, "issue", meta->issue);
    dump_list(out, "keyword", meta->keywords);
    dump_field(out, "language", meta->language);
    dump_field(out, "url", meta->url);
}

static void
dump_block(GString *out, const Document *document, const Block *block)
{
    g_string_append_printf(out, "%s %s %u ", kinds[block->kind], roles[block->role], block->level);
    if (block->number)
        g_string_append_printf(out, "#%u ", block->number);
    else
        g_string_append(out, "- ");
    g_string_append_printf(out, "%" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT " ", block->range.start, block->range.end);
    if (block->label)
        dump_quoted(out, document, block->range.start, block->range.start + block->label);
    dump_quoted(out, document, block->range.start + block->label, block->range.end);
    g_string_append_c(out, '\n');
}

static void
dump_span(GString *out, const Document *document, const char *name, guint index, Range range)
{
    g_string_append_printf(out, "%s %u %" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT " ", name, index, range.start, range.end);
    dump_quoted(out, document, range.start, range.end);
}

char *
document_dump(const Document *document)
{
    GString *out = g_string_new(NULL);
    dump_meta(out, document_meta(document));
    for (guint i = 0; i < document_block_count(document); i++)
        dump_block(out, document, document_block(document, i));
    for (guint i = 0; i < document_note_count(document); i++) {
        const Note *note = document_note(document, i);
        g_string_append_printf(out, "note %u %" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT " label «%s»\n", i,
                               note->range.start, note->range.end, note->label);
    }
    for (guint i = 0; i < document_note_mark_count(document); i++) {
        const NoteMark *mark = document_note_mark(document, i);
        dump_span(out, document, "mark", i, mark->range);
        if (mark->note >= 0)
            g_string_append_printf(out, " to note %d\n", mark->note);
        else
            g_string_append(out, " to no note\n");
    }
    Layer *links = document_links(document);
    for (guint i = 0; i < layer_size(links); i++) {
        LayerItem item = layer_get(links, i);
        dump_span(out, document, "link", item.id, item.range);
        g_string_append_printf(out, " to %s\n", document_link_url(document, item.id));
    }
    return g_string_free(out, FALSE);
}
