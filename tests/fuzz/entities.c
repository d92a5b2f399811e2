/* Any bytes as prose with the shipped lists: found whole and in the shortest slices, the entities are the same, and
 * what is left out is in none of them. */
#include <string.h>

#include "doc/builder.h"
#include "entity/entities.h"
#include "tests/fuzz/fuzz.h"
#include "tests/test.h"

/* Words that reach deep into the rules; a byte below 64 stands for one, so that short inputs make much prose. */
static const char *const words[] = {
    "President ", "Ilham ",       "Aliyev ",   "Baku ",     "the West ", "PRC",      " (",           ") ",
    "Ministry ",  "of ",          "the ",      "Health ",   "and ",      ", ",       ". ",           "“",
    "”",          "’s ",          "-",         "HQ-9 ",     "al-",       "bin ",     "von der ",     "Leyen ",
    "China ",     "People’s ",    "Republic ", "said ",     "in ",       "TEF",      "Tarvik ",      "Energy ",
    "Forum ",     "Ltd",          ".",         "U.S. ",     "\n",        "May ",     "5 ",           "Foreign ",
    "Minister ",  "Azerbaijani ", "SCO",       "& ",        ": ",        "; ",       "Kim Jong-un ", "for ",
    "Operation ", "Lake ",        "Bank ",     "Northern ", "minister ", "Georgia ", "Jordan ",      "MPs ",
    "Mc",         "YouTube ",     "http://a ", "a@b ",      "XIV ",      "'",        "One China ",   "’",
};

static Document *
build(FuzzInput *input)
{
    g_autoptr(Builder) builder = builder_new(0);
    g_autoptr(GString) text = g_string_new(NULL);
    while (input->left > 0) {
        guint8 what = fuzz_byte(input);
        BlockSpec spec = {.kind = what & 1 ? BLOCK_HEADING : BLOCK_PARAGRAPH,
                          .role = (what >> 1) % (ROLE_BOILERPLATE + 1),
                          .label = what >> 6};
        g_string_truncate(text, 0);
        for (guint count = fuzz_byte(input); count > 0 && input->left > 0; count--) {
            guint8 byte = fuzz_byte(input);
            if (byte < G_N_ELEMENTS(words))
                g_string_append(text, words[byte]);
            else
                g_string_append_c(text, (char)byte);
        }
        builder_block(builder, &spec, text->str, text->len);
    }
    return builder_finish(builder);
}

static void
check(Document *document, Entities *entities, Layer *excluded)
{
    const char *text = document_text(document, NULL);
    layer_check(entities_layer(entities));
    gsize end = 0;
    guint mentions = 0;
    for (guint i = 0; i < entities_mention_count(entities); i++) {
        const Mention *mention = entities_mention(entities, i);
        g_assert_cmpuint(mention->range.start, >=, end);
        g_assert_cmpuint(mention->range.end, >, mention->range.start);
        g_assert_cmpuint(mention->range.end, <=, document_length(document));
        g_assert_true(((guchar)text[mention->range.start] & 0xc0) != 0x80);
        g_assert_true(((guchar)text[mention->range.end] & 0xc0) != 0x80);
        g_assert_cmpuint(mention->entity, <, entities_count(entities));
        end = mention->range.end;
        g_autoptr(GArray) holes = layer_collect(excluded, mention->range);
        g_assert_cmpuint(holes->len, ==, 0);
    }
    for (guint i = 0; i < entities_count(entities); i++) {
        const Entity *entity = entities_get(entities, i);
        g_assert_true(entity->name && *entity->name && g_utf8_validate(entity->name, -1, NULL));
        g_assert_cmpuint(entity->mentions->len, >, 0);
        mentions += entity->mentions->len;
    }
    g_assert_cmpuint(mentions, ==, entities_mention_count(entities));
}

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    static EntityLists *lists; /* loaded once; read only */
    if (!lists) {
        g_autofree char *folder = test_path("content/entities");
        lists = entity_lists_load(folder, NULL);
        g_assert_nonnull(lists);
    }
    FuzzInput input = {data, size};
    guint8 stride = fuzz_byte(&input), width = fuzz_byte(&input);
    g_autoptr(Document) document = build(&input);
    const char *text = document_text(document, NULL);
    g_autoptr(Layer) excluded = layer_new();
    for (gsize at = stride; stride > 8 && at + width < document_length(document); at += stride) {
        gsize start = at, end = at + width;
        while (((guchar)text[start] & 0xc0) == 0x80)
            start++;
        while (((guchar)text[end] & 0xc0) == 0x80)
            end++;
        layer_add(excluded, range_make(start, MAX(start, end)), layer_size(excluded));
    }
    g_autoptr(Entities) whole = entities_new(document, lists, excluded);
    while (entities_step(whole, G_MAXSIZE, G_MAXINT64))
        ;
    check(document, whole, excluded);
    g_autoptr(Entities) sliced = entities_new(document, lists, excluded);
    while (entities_step(sliced, G_MAXSIZE, 0))
        ;
    g_autofree char *one = entities_dump(whole), *other = entities_dump(sliced);
    g_assert_cmpstr(one, ==, other);
    return 0;
}
