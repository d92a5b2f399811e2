/* Documents for the tests of the view, built block by block. */
#ifndef IBID_TESTS_VIEW_FIXTURE_H
#define IBID_TESTS_VIEW_FIXTURE_H

#include <string.h>

#include "doc/builder.h"

static inline void
fixture_block(Builder *builder, BlockKind kind, BlockRole role, int level, int label, gboolean numbered, const char *text)
{
    g_assert_true(builder_block(builder, &(BlockSpec){kind, role, level, label, numbered}, text, strlen(text)));
}

static inline void
fixture_paragraph(Builder *builder, const char *text)
{
    fixture_block(builder, BLOCK_PARAGRAPH, ROLE_BODY, 0, 0, TRUE, text);
}

/* One of everything. */
static inline Document *
fixture_article(void)
{
    g_autoptr(Builder) b = builder_new(0);
    builder_meta(b, META_TITLE, "The Canal That Few Ships Use", -1);
    builder_meta(b, META_ISSUED, "2024-03-03", -1);
    fixture_block(b, BLOCK_HEADING, ROLE_MASTHEAD, 1, 0, FALSE, "The Canal That Few Ships Use");
    fixture_block(b, BLOCK_PARAGRAPH, ROLE_MASTHEAD, 0, 0, FALSE, "By Rosa Okafor");
    fixture_block(b, BLOCK_PARAGRAPH, ROLE_MASTHEAD, 0, 0, FALSE, "Harbour Review · 3 March 2024");
    fixture_block(b, BLOCK_HEADING, ROLE_SUMMARY, 2, 0, FALSE, "Executive summary");
    fixture_block(b, BLOCK_LIST_ITEM, ROLE_SUMMARY, 1, 4, FALSE,
                  "• Traffic on the northern canal fell for the third year, though the tolls were halved twice.");
    fixture_block(b, BLOCK_LIST_ITEM, ROLE_SUMMARY, 1, 4, FALSE, "• Pilots blame the lock gates, not the price.");
    fixture_block(b, BLOCK_HEADING, ROLE_BODY, 2, 0, FALSE, "What the figures say");
    fixture_paragraph(b, "The port authority counted 1,204 passages in the year to January, e.g. coasters, barges and one "
                         "icebreaker (Harbour Gazette, March 1). That is fewer than in any year since the gates were "
                         "rebuilt.[1]");
    fixture_paragraph(b, "Nobody at the authority would say what a passage costs to serve. Its yearly report, printed at "
                         "https://example.org/reports/northern/canal/yearly/passages.html, leaves the column blank.");
    fixture_block(b, BLOCK_QUOTATION, ROLE_BODY, 1, 0, FALSE,
                  "We would rather wait two tides at sea than one night at the lower lock, and so would you.");
    fixture_block(b, BLOCK_LIST_ITEM, ROLE_BODY, 1, 4, FALSE, "12. Lower lock: two gates of four are chained open.");
    fixture_block(b, BLOCK_LIST_ITEM, ROLE_BODY, 2, 4, FALSE, "• The chains were meant to stay for one winter only.");
    fixture_block(b, BLOCK_PREFORMATTED, ROLE_BODY, 0, 0, FALSE, "year   passages\n2022      1,611\n2023      1,204");
    fixture_block(b, BLOCK_TABLE_ROW, ROLE_BODY, 0, 0, FALSE, "Lock │ Gates │ Chained");
    fixture_block(b, BLOCK_TABLE_ROW, ROLE_BODY, 0, 0, FALSE, "Lower │ 4 │ 2");
    fixture_paragraph(b, "日本語の船員は「水門」と呼ぶ。 A caf\xc3\xa9 at the lock keeps its name in three scripts.");
    fixture_block(b, BLOCK_HEADING, ROLE_NOTE, 2, 0, FALSE, "Notes");
    fixture_block(b, BLOCK_PARAGRAPH, ROLE_NOTE, 0, 4, FALSE,
                  "[1] The gates were rebuilt after the flood; see the Gazette of that week for the cost of each.");
    fixture_block(b, BLOCK_PARAGRAPH, ROLE_NOTE, 0, 0, FALSE, "The flood itself went unreported, as the printing house stood in it.");
    fixture_block(b, BLOCK_PARAGRAPH, ROLE_BOILERPLATE, 0, 0, FALSE, "Subscribe to the Harbour Review.");
    return builder_finish(b);
}

/* A document of numbered paragraphs of growing length, `count` of them. */
static inline Document *
fixture_paragraphs(int count)
{
    g_autoptr(Builder) b = builder_new(0);
    for (int i = 0; i < count; i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        g_string_append_printf(text, "Paragraph %d begins", i + 1);
        for (int word = 0; word < i * 7 % 53; word++)
            g_string_append_printf(text, " %.*s", 1 + (word * 5 + i) % 9, "lighthouse");
        g_string_append_c(text, '.');
        fixture_paragraph(b, text->str);
    }
    return builder_finish(b);
}

/* One paragraph of at least so many bytes. */
static inline Document *
fixture_huge(gsize bytes)
{
    g_autoptr(GString) text = g_string_sized_new(bytes + 16);
    for (guint word = 0; text->len < bytes; word++)
        g_string_append_printf(text, "%s%u%.*s", word ? " " : "", word, (int)(word * 7 % 9), "lighthouse");
    g_autoptr(Builder) b = builder_new(bytes);
    fixture_paragraph(b, text->str);
    return builder_finish(b);
}

static inline gboolean
fixture_hide_boilerplate(const Document *document, guint block, gpointer data)
{
    return document_block(document, block)->role == ROLE_BOILERPLATE;
}

#endif
