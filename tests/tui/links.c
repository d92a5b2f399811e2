/* Links on the screen: each cell leads where the grid says, through a palette of tokens that is much smaller than a
 * document's links; and nothing that a document may hold leaves the sequence that it stands in. */
#include <locale.h>
#include <string.h>

#include "doc/builder.h"
#include "tests/test.h"
#include "tests/tui/painting.h"

static Document *
document_with_links(const char *const *urls, guint count)
{
    g_autoptr(Builder) builder = builder_new(0);
    for (guint i = 0; i < count; i++) {
        g_autofree char *text = g_strdup_printf("Link %u.", i);
        builder_block(builder, &(BlockSpec){.kind = BLOCK_PARAGRAPH, .role = ROLE_BODY}, text, strlen(text));
        g_autofree char *url = urls ? g_strdup(urls[i]) : g_strdup_printf("https://example.org/%u", i);
        builder_link(builder, (Range){0, 4}, url);
    }
    return builder_finish(builder);
}

static void
put_link(Grid *grid, int x, int y, const char *text, guint32 link)
{
    int width = grid_text(grid, x, y, 20, text, STYLE_BIT(STYLE_TEXT) | STYLE_BIT(STYLE_LINK));
    for (int i = 0; i < width; i++)
        grid_set_link(grid, x + i, y, link);
}

/* Many more links than there are tokens, a screen full of them after another. */
static void
test_links(gconstpointer data)
{
    int colors = GPOINTER_TO_INT(data);
    Painting *f = painting_new("xterm-256color", 60, 20, colors, TRUE);
    f->document = document_with_links(NULL, 1000);
    for (int frame = 0; frame < 60 && !g_test_failed(); frame++) {
        grid_clear(f->grid, (Rect){0, 0, 60, 20}, STYLE_BIT(STYLE_TEXT));
        for (int y = 0; y < 20; y++) {
            put_link(f->grid, 2, y, "page", (guint32)(1 + (frame * 16 + y) % 1000));
            put_link(f->grid, 30, y, "the same words", (guint32)(1 + (frame * 7 + y) % 1000));
        }
        painting_paint(f);
        painting_compare(f, TRUE);
        painting_assert_unchanged(f);
    }
    painting_free(f);
}

/* More links on one screen than there are tokens: some lead nowhere, but no cell leads to another's page, nor loses its
 * colour. */
static void
test_too_many_links(void)
{
    Painting *f = painting_new("xterm-256color", 60, 20, TRUE_COLORS, TRUE);
    f->document = document_with_links(NULL, 1000);
    for (int frame = 0; frame < 3; frame++) {
        guint right = 0;
        for (int y = 0; y < 20; y++)
            for (int x = 0; x < 60; x += 3)
                put_link(f->grid, x, y, "ab", (guint32)(1 + (frame * 200 + y * 20 + x / 3) % 1000));
        painting_paint(f);
        for (int y = 0; y < 20; y++)
            for (int x = 0; x < 60; x += 3) {
                EmulatorCell shown = emulator_cell(f->emulator, x, y);
                const Cell *cell = grid_cell(f->grid, x, y);
                g_assert_true(!shown.link || strcmp(shown.link, painting_url(f, cell)) == 0);
                g_assert_true(painting_has_style(f, cell, &shown));
                right += shown.link != NULL;
            }
        if (frame == 0)
            g_assert_cmpuint(right, >=, 150);
    }
    painting_free(f);
}

/* The same words lead somewhere else in another article. */
static void
test_another_document(void)
{
    Painting *f = painting_new("xterm-256color", 40, 10, TRUE_COLORS, TRUE);
    for (int i = 0; i < 2; i++) {
        const char *const urls[] = {i ? "https://example.org/b" : "https://example.org/a"};
        g_clear_pointer(&f->document, document_unref);
        f->document = document_with_links(urls, 1);
        put_link(f->grid, 0, 0, "here", 1);
        painting_paint(f);
        painting_compare(f, TRUE);
    }
    painting_free(f);
}

static void
test_hostile_links(void)
{
    g_autofree char *endless = g_strnfill(5000, 'a');
    g_autofree char *too_long = g_strconcat("https://example.org/", endless, NULL);
    const char *const urls[] = {"file:///etc/passwd", "javascript:alert(1)", "foo", too_long, "data:text/html,x"};
    Painting *f = painting_new("xterm-256color", 40, 10, TRUE_COLORS, TRUE);
    f->document = document_with_links(urls, G_N_ELEMENTS(urls));
    for (guint i = 0; i < G_N_ELEMENTS(urls); i++)
        put_link(f->grid, 0, (int)i, "here", i + 1);
    const GString *frame = painter_paint(f->painter, f->grid, f->theme, f->document);
    g_assert_null(strstr(frame->str, "\033]8"));
    painting_free(f);
}

/* No byte of an address is part of a control function. */
static void
test_escaped_links(void)
{
    const char *const urls[] = {"https://example.org/\033\\\033]0;LEAK\007 ü;?"};
    Painting *f = painting_new("xterm-256color", 40, 10, TRUE_COLORS, TRUE);
    f->document = document_with_links(urls, 1);
    put_link(f->grid, 0, 0, "here", 1);
    const GString *frame = painter_paint(f->painter, f->grid, f->theme, f->document);
    const char *link = strstr(frame->str, "\033]8;id=1;https://example.org/");
    g_assert_nonnull(link);
    const char *end = strpbrk(link + 1, "\033\007");
    g_assert_nonnull(end);
    g_assert_true(g_str_has_prefix(end, "\033\\\033["));
    emulator_feed(f->emulator, frame->str, frame->len);
    g_autofree char *text = emulator_text(f->emulator);
    g_assert_true(g_str_has_prefix(text, "here\n"));
    painting_free(f);
}

int
main(int argc, char **argv)
{
    setlocale(LC_ALL, "C.UTF-8");
    test_init(argc, argv);
    g_test_add_data_func("/links/many", GINT_TO_POINTER(TRUE_COLORS), test_links);
    g_test_add_data_func("/links/links-without-colours", GINT_TO_POINTER(0), test_links);
    g_test_add_func("/links/too-many-links", test_too_many_links);
    g_test_add_func("/links/another-document", test_another_document);
    g_test_add_func("/links/hostile-links", test_hostile_links);
    g_test_add_func("/links/escaped-links", test_escaped_links);
    return g_test_run();
}
