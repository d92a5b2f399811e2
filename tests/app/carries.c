/* Which paragraph carries a point of the summary: the one that shares its telling words, none where none clearly does. */
#include "app/carries.h"

#include <string.h>

#include "doc/builder.h"
#include "tests/test.h"

static void
add(Builder *builder, BlockKind kind, BlockRole role, const char *text)
{
    builder_block(builder, &(BlockSpec){.kind = kind, .role = role, .numbered = role == ROLE_BODY}, text, strlen(text));
}

static Document *
harbour(void)
{
    g_autoptr(Builder) b = builder_new(0);
    add(b, BLOCK_HEADING, ROLE_SUMMARY, "Executive Summary");
    add(b, BLOCK_LIST_ITEM, ROLE_SUMMARY, "Pilots blame the lock gates, which were chained open after the flood.");
    add(b, BLOCK_LIST_ITEM, ROLE_SUMMARY, "Halving the tolls did not bring traffic back to the canal.");
    add(b, BLOCK_LIST_ITEM, ROLE_SUMMARY, "Elsewhere orchards bloom.");
    add(b, BLOCK_LIST_ITEM, ROLE_SUMMARY, "It is so.");
    add(b, BLOCK_LIST_ITEM, ROLE_SUMMARY, "The TOLL was halved twice: tolls, halving, traffics.");
    add(b, BLOCK_HEADING, ROLE_BODY, "Tolls, halving, traffic and the canal");
    add(b, BLOCK_PARAGRAPH, ROLE_BODY, "The canal was dug by hand and opened in a wet summer, long before steam.");
    add(b, BLOCK_PARAGRAPH, ROLE_BODY, "The port authority halved its tolls twice, and traffic fell all the same; no skipper chose the canal for its price.");
    add(b, BLOCK_PARAGRAPH, ROLE_BODY, "Every pilot who was asked spoke of the gates. Two of the four have been chained open since the flood, and the lock fills slowly.");
    add(b, BLOCK_QUOTATION, ROLE_BODY, "We would rather wait two tides at sea.");
    add(b, BLOCK_PARAGRAPH, ROLE_NOTE, "Pilots blame the lock gates, which were chained open after the flood.");
    return builder_finish(b);
}

static void
test_carriers(void)
{
    g_autoptr(Document) document = harbour();
    g_assert_cmpint(summary_carrier(document, document_block(document, 1)), ==, 9);
    g_assert_cmpint(summary_carrier(document, document_block(document, 2)), ==, 8);
    /* Neither case nor the end of a word counts; and a heading carries nothing. */
    g_assert_cmpint(summary_carrier(document, document_block(document, 5)), ==, 8);
}

static void
test_none(void)
{
    g_autoptr(Document) document = harbour();
    g_assert_cmpint(summary_carrier(document, document_block(document, 3)), ==, -1);
    g_assert_cmpint(summary_carrier(document, document_block(document, 4)), ==, -1); /* no telling word at all */
    g_autoptr(Builder) b = builder_new(0);
    add(b, BLOCK_LIST_ITEM, ROLE_SUMMARY, "A summary of what never was written.");
    g_autoptr(Document) alone = builder_finish(b);
    g_assert_cmpint(summary_carrier(alone, document_block(alone, 0)), ==, -1);
}

/* A long paragraph does not win by its length alone. */
static void
test_length(void)
{
    g_autoptr(GString) everything = g_string_new("The harbour office keeps a ledger of");
    for (int i = 0; i < 400; i++)
        g_string_append_printf(everything, " matter%c%c%c", 'a' + i % 26, 'a' + i / 26 % 26, 'a' + i % 7);
    g_string_append(everything, " and once of dredging.");
    g_autoptr(Builder) b = builder_new(0);
    add(b, BLOCK_LIST_ITEM, ROLE_SUMMARY, "The harbour pays for its dredging from the ledger of fines.");
    add(b, BLOCK_PARAGRAPH, ROLE_BODY, everything->str);
    add(b, BLOCK_PARAGRAPH, ROLE_BODY, "Dredging is paid from fines, as the ledger of the harbour shows.");
    add(b, BLOCK_PARAGRAPH, ROLE_BODY, "Nobody pays them.");
    g_autoptr(Document) document = builder_finish(b);
    g_assert_cmpint(summary_carrier(document, document_block(document, 0)), ==, 2);
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/app/carries/carriers", test_carriers);
    g_test_add_func("/app/carries/none", test_none);
    g_test_add_func("/app/carries/length", test_length);
    return g_test_run();
}
