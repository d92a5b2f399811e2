/* How many megabytes of cited prose are searched in a second: `make bench-cites`. The text is made here, with a
 * citation in every third sentence, as the genre has them. */
#include "tests/cite/help.h"

#include <time.h>

enum { SIZE = 32 * 1024 * 1024, ROUNDS = 3 };

static char *
prose(void)
{
    GString *out = g_string_sized_new(SIZE + 4096);
    for (guint n = 0; out->len < SIZE; n++) {
        g_string_append(out, "The ministry of the lowlands said that the harbour would be widened before the winter, and "
                             "that the tides had done more harm than in the years before. Traders (among them those of "
                             "the upper town) doubted it. ");
        g_string_append_printf(out, "By then a third of the quays stood empty, as the harbour master told the council%s. ",
                               n % 5 == 4 ? " (Tarvik and Lee 2019, p. 4; Jones 2020a)" : "");
        g_string_append_printf(out, "Prices rose by %u percent (Harbour News, March %u; see EDM, May 14, September 10, 2023; "
                               "Reuters, April %u).%s", n % 40, n % 28 + 1, n % 30 + 1, n % 4 == 3 ? "\n" : " ");
    }
    return g_string_free(out, FALSE);
}

int
main(void)
{
    g_autofree char *text = prose(), *path = test_path("content/sources.ini");
    g_autoptr(Document) document = help_document(text, "2024-03-10", NULL);
    g_autoptr(Sources) sources = sources_load(path, NULL, NULL);
    double best = 0;
    guint count = 0;
    for (int round = 0; round < ROUNDS; round++) {
        clock_t before = clock(); /* of the processor: other programs do not count */
        g_autoptr(Citations) citations = help_citations(document, sources);
        double rate = (double)document_length(document) / ((double)MAX(clock() - before, 1) * 1e6 / CLOCKS_PER_SEC);
        best = MAX(best, rate);
        count = citations_count(citations);
    }
    g_print("%.0f MB/s of prose (%u citations in %d MB)\n", best, count, SIZE / 1024 / 1024);
    return 0;
}
