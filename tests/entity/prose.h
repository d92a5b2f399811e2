/* What the tests of entities share: a document from lines, the shipped lists, and what was found as one line. */
#ifndef IBID_TESTS_ENTITY_PROSE_H
#define IBID_TESTS_ENTITY_PROSE_H

#include <string.h>

#include "doc/builder.h"
#include "entity/entities.h"
#include "tests/test.h"

/* A line a block: "# " a heading, "! " boilerplate, "~ " masthead, "• " a list item with that label; else a
 * paragraph. */
static inline Document *
prose_document(const char *text)
{
    g_autoptr(Builder) builder = builder_new(strlen(text));
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i]; i++) {
        BlockSpec spec = {.kind = BLOCK_PARAGRAPH, .role = ROLE_BODY};
        const char *line = lines[i];
        if (g_str_has_prefix(line, "# ")) {
            spec.kind = BLOCK_HEADING;
            spec.level = 1;
            line += 2;
        } else if (g_str_has_prefix(line, "! ")) {
            spec.role = ROLE_BOILERPLATE;
            line += 2;
        } else if (g_str_has_prefix(line, "~ ")) {
            spec.role = ROLE_MASTHEAD;
            line += 2;
        } else if (g_str_has_prefix(line, "• ")) {
            spec.kind = BLOCK_LIST_ITEM;
            spec.level = 1;
            spec.label = strlen("• ");
        }
        builder_block(builder, &spec, line, strlen(line));
    }
    return builder_finish(builder);
}

static inline EntityLists *
prose_lists(void)
{
    g_autofree char *folder = test_path("content/entities");
    g_autoptr(GError) error = NULL;
    EntityLists *lists = entity_lists_load(folder, &error);
    g_assert_no_error(error);
    return lists;
}

static inline void
prose_finish(Entities *entities)
{
    while (entities_step(entities, G_MAXSIZE, G_MAXINT64))
        ;
}

/* "person Ilham Aliyev [President] = Aliyev x2; place Baku": type, name, role, aliases, number of mentions where
 * there are several. */
static inline char *
prose_describe(const Entities *entities)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < entities_count(entities); i++) {
        const Entity *entity = entities_get(entities, i);
        g_string_append_printf(out, "%s%s %s", i ? "; " : "", entity_type_name(entity->type), entity->name);
        if (entity->role)
            g_string_append_printf(out, " [%s]", entity->role);
        for (guint j = 0; j < entity->aliases->len; j++)
            g_string_append_printf(out, "%s%s", j ? ", " : " = ", (const char *)g_ptr_array_index(entity->aliases, j));
        if (entity->mentions->len > 1)
            g_string_append_printf(out, " x%u", entity->mentions->len);
    }
    return g_string_free(out, FALSE);
}

static inline char *
prose_found(const EntityLists *lists, const char *text)
{
    Document *document = prose_document(text);
    Entities *entities = entities_new(document, lists, NULL);
    prose_finish(entities);
    char *found = prose_describe(entities);
    entities_free(entities);
    document_unref(document);
    return found;
}

typedef struct {
    const char *text, *found;
} ProseCase;

static inline void
prose_check(const EntityLists *lists, const ProseCase *cases, gsize count)
{
    for (gsize i = 0; i < count; i++) {
        g_autofree char *found = prose_found(lists, cases[i].text);
        if (strcmp(found, cases[i].found) != 0) {
            g_test_message("in:   %s\nwant: %s\ngot:  %s", cases[i].text, cases[i].found, found);
            g_test_fail();
        }
    }
}

#endif
