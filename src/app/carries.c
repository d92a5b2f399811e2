/* Words of five letters and more, folded and cut to six letters so that "leverage" meets "leveraging"; a word counts by the logarithm of how rare it is among the paragraphs. */
#include "app/carries.h"

#include <math.h>

#include "text/fold.h"

#define WORD_MIN 5
#define WORD_STEM 6
#define TEXT_MAX (2 * 1000 * 1000) /* bytes of body that are looked at: a summary belongs to an article, not to a library */

static GHashTable *
words_of(const char *text, gsize length)
{
    GHashTable *words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autofree char *folded = fold_text(text, (gssize)length, FOLD_ALL);
    for (const char *at = folded; *at;) {
        const char *start = at;
        int letters = 0;
        const char *stem = NULL;
        while (*at && g_unichar_isalpha(g_utf8_get_char(at))) {
            at = g_utf8_next_char(at);
            if (++letters == WORD_STEM)
                stem = at;
        }
        if (letters >= WORD_MIN)
            g_hash_table_add(words, g_strndup(start, (gsize)((stem ? stem : at) - start)));
        if (at == start)
            at = g_utf8_next_char(at);
    }
    return words;
}

static gboolean
is_candidate(const Document *document, guint index)
{
    const Block *block = document_block(document, index);
    return block->role == ROLE_BODY && block->kind != BLOCK_HEADING && block->range.end < TEXT_MAX;
}

int
summary_carrier(const Document *document, const Block *point)
{
    const char *text = document_text(document, NULL);
    g_autoptr(GHashTable) wanted = words_of(text + point->range.start, range_length(point->range));
    g_autoptr(GHashTable) paragraphs = g_hash_table_new(g_str_hash, g_str_equal); /* word → in how many paragraphs */
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func((GDestroyNotify)g_hash_table_unref);
    g_autoptr(GArray) blocks = g_array_new(FALSE, FALSE, sizeof(guint));
    GHashTableIter iter;
    gpointer word;
    for (guint i = 0; i < document_block_count(document); i++) {
        if (!is_candidate(document, i))
            continue;
        Range range = document_block(document, i)->range;
        GHashTable *words = words_of(text + range.start, range_length(range));
        g_hash_table_iter_init(&iter, wanted);
        while (g_hash_table_iter_next(&iter, &word, NULL))
            if (g_hash_table_contains(words, word))
                g_hash_table_insert(paragraphs, word, GUINT_TO_POINTER(GPOINTER_TO_UINT(g_hash_table_lookup(paragraphs, word)) + 1));
        g_ptr_array_add(found, words);
        g_array_append_val(blocks, i);
    }
    int best = -1;
    double best_score = 0, all = 0;
    for (guint i = 0; i < blocks->len; i++) {
        GHashTable *words = g_ptr_array_index(found, i);
        double score = 0;
        g_hash_table_iter_init(&iter, wanted);
        while (g_hash_table_iter_next(&iter, &word, NULL)) {
            double weight = log((blocks->len + 1.0) / (GPOINTER_TO_UINT(g_hash_table_lookup(paragraphs, word)) + 0.5));
            if (i == 0)
                all += weight;
            if (g_hash_table_contains(words, word))
                score += weight;
        }
        score /= sqrt(1.0 + g_hash_table_size(words) / 40.0);
        if (score > best_score) {
            best_score = score;
            best = (int)g_array_index(blocks, guint, i);
        }
    }
    return best_score > all * 0.08 ? best : -1;
}
