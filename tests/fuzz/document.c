/* Any bytes as a document's blocks, labels, links and note marks, and any query over the result. */
#include <string.h>

#include "doc/builder.h"
#include "doc/dump.h"
#include "doc/offsets.h"
#include "doc/outline.h"
#include "doc/search.h"
#include "tests/fuzz/fuzz.h"

static Document *
build(FuzzInput *input)
{
    g_autoptr(Builder) builder = builder_new(fuzz_byte(input));
    while (input->left > 0) {
        guint8 what = fuzz_byte(input);
        gsize length;
        g_autofree char *text = fuzz_bytes(input, fuzz_byte(input), &length);
        BlockSpec spec = {
            .kind = what % (BLOCK_CAPTION + 1),
            .role = (what >> 3) % (ROLE_BOILERPLATE + 1),
            .level = what >> 6,
            .label = what % 5,
            .numbered = what & 1,
        };
        if (what >= 250) {
            builder_meta(builder, (MetaKey)((what - 250) % (META_KEYWORD + 1)), text, (gssize)length);
            continue;
        }
        builder_block(builder, &spec, text, length);
        Range span = {fuzz_byte(input), fuzz_byte(input)};
        if (what & 2)
            builder_link(builder, span, text);
        if (what & 4)
            builder_note_mark(builder, span, what & 8 ? "1" : "2");
        if (what & 16)
            builder_note(builder, what & 32 ? NULL : what & 8 ? "1" : "2");
    }
    return builder_finish(builder);
}

static void
check_match(const Document *document, Range match, gsize from)
{
    const char *text = document_text(document, NULL);
    g_assert_cmpuint(match.start, >=, from);
    g_assert_cmpuint(match.start, <, match.end);
    g_assert_cmpuint(match.end, <=, document_length(document));
    g_assert_true(((guchar)text[match.start] & 0xc0) != 0x80);
    g_assert_true(((guchar)text[match.end] & 0xc0) != 0x80);
}

/* All matches forwards, each found again from behind; then all backwards. */
static void
search(const Document *document, const char *query, SearchKind kind)
{
    g_autoptr(Search) compiled = search_new(query, kind, NULL);
    gsize length, from = 0;
    const char *text = document_text(document, &length);
    Range match, again;
    while (compiled && search_next(compiled, text, from, length, &match, NULL)) {
        check_match(document, match, from);
        if (kind == SEARCH_LITERAL) {
            g_assert_true(search_previous(compiled, text, 0, match.start + 1, &again, NULL));
            g_assert_cmpuint(again.start, ==, match.start);
            g_assert_true(search_next(compiled, text, match.start, length, &again, NULL));
            g_assert_cmpuint(again.start, ==, match.start);
        }
        from = match.end;
    }
    for (gsize before = length; compiled && search_previous(compiled, text, 0, before, &match, NULL);
         before = match.start) {
        check_match(document, match, 0);
        g_assert_cmpuint(match.start, <, before);
    }
}

static void
round_trips(const Document *document)
{
    g_autoptr(Offsets) offsets = offsets_new(document);
    gsize length = document_length(document), points = offsets_to_code_points(offsets, length);
    for (gsize point = 0; point <= points; point += 1 + points / 64)
        g_assert_cmpuint(offsets_to_code_points(offsets, offsets_to_byte(offsets, point)), ==, point);
}

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    FuzzInput input = {data, size};
    gsize length;
    guint8 kind = fuzz_byte(&input);
    g_autofree char *query = fuzz_bytes(&input, fuzz_byte(&input) % 32, &length);
    g_autoptr(Document) document = build(&input);
    document_check(document);
    g_autofree char *dump = document_dump(document);
    g_assert_true(g_utf8_validate(dump, -1, NULL));
    g_autoptr(GPtrArray) outline = outline_new(document);
    for (guint i = 0; i < outline->len; i++)
        g_assert_cmpuint(((const OutlineEntry *)g_ptr_array_index(outline, i))->offset, <=, document_length(document));
    round_trips(document);
    search(document, query, SEARCH_LITERAL);
    if (kind & 1)
        search(document, query, SEARCH_PATTERN);
    return 0;
}
