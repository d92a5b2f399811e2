/* The document as DESIGN 7 has it: metadata, the whole text, the blocks with offsets in code points. A block is a line, so that a large document needs no tree of it. */
#include <string.h>

#include "doc/offsets.h"
#include "export/show.h"

static const char *
kind_name(BlockKind kind)
{
    static const char *const names[] = {
        [BLOCK_HEADING] = "heading",     [BLOCK_PARAGRAPH] = "paragraph",       [BLOCK_LIST_ITEM] = "list_item",
        [BLOCK_QUOTATION] = "quotation", [BLOCK_PREFORMATTED] = "preformatted", [BLOCK_TABLE_ROW] = "table_row",
        [BLOCK_CAPTION] = "caption",
    };
    return names[kind];
}

static const char *
role_name(BlockRole role)
{
    static const char *const names[] = {
        [ROLE_MASTHEAD] = "masthead", [ROLE_SUMMARY] = "summary",         [ROLE_BODY] = "body",
        [ROLE_NOTE] = "note",         [ROLE_BOILERPLATE] = "boilerplate",
    };
    return names[role];
}

static json_t *
string_array(char *const *strings)
{
    json_t *array = json_array();
    for (; *strings; strings++)
        json_array_append_new(array, json_string_or_null(*strings));
    return array;
}

void
show_json(Show *show)
{
    const DocumentMeta *meta = show->meta;
    Sink *sink = show->sink;
    const struct {
        const char *key;
        json_t *value;
    } head[] = {
        {"title", json_string_or_null(meta->title)},   {"byline", string_array(meta->byline)},
        {"issued", json_string_or_null(meta->issued)}, {"publication", json_string_or_null(meta->publication)},
        {"volume", json_string_or_null(meta->volume)}, {"issue", json_string_or_null(meta->issue)},
        {"keywords", string_array(meta->keywords)},    {"language", json_string_or_null(meta->language)},
        {"url", json_string_or_null(meta->url)},
    };
    g_string_append_c(sink->out, '{');
    for (guint i = 0; i < G_N_ELEMENTS(head); i++) {
        sink_json_key(sink, head[i].key, i == 0);
        sink_json(sink, head[i].value);
    }
    sink_json_key(sink, "text", FALSE);
    sink_json_string(sink, show->text, document_length(show->document));
    sink_json_key(sink, "blocks", FALSE);
    g_string_append_c(sink->out, '[');
    g_autoptr(Offsets) offsets = offsets_new(show->document);
    guint count = document_block_count(show->document);
    for (guint i = 0; i < count && sink_flow(sink); i++) {
        const Block *block = document_block(show->document, i);
        /* Nothing in this line needs escaping. */
        g_string_append_printf(sink->out,
                               "%s\n  {\"kind\": \"%s\", \"role\": \"%s\", \"level\": %u, \"start\": %" G_GSIZE_FORMAT
                               ", \"end\": %" G_GSIZE_FORMAT "}",
                               i > 0 ? "," : "", kind_name(block->kind), role_name(block->role), block->level,
                               offsets_to_code_points(offsets, block->range.start),
                               offsets_to_code_points(offsets, block->range.end));
    }
    g_string_append(sink->out, count > 0 ? "\n ]}\n" : "]}\n");
}
