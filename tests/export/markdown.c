/* What Markdown would take for a sign is escaped, and prose is left alone. */
#include "export/markdown.h"

#include <string.h>

#include "tests/test.h"

static void
check(const char *text, MarkdownFlags flags, const char *want)
{
    g_autoptr(GString) out = g_string_new(NULL);
    markdown_append(out, text, strlen(text), flags, "> ");
    g_assert_cmpstr(out->str, ==, want);
}

static void
test_inline(void)
{
    check("plain words, and more: 2 - 1 = 1 (x).", 0, "plain words, and more: 2 - 1 = 1 (x).");
    check("*a* _b_ `c` [d](e) <f> ~g~ | \\", 0, "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f> \\~g\\~ \\| \\\\");
    check("snake_case", 0, "snake_case");
    check("_x", 0, "\\_x");
    check("AT&T &amp; &#65; & b;", 0, "AT&T \\&amp; \\&#65; & b;");
    check("# 1 + 2", 0, "# 1 + 2");
}

/* GFM would take a backslash in a bare address for a part of it. */
static void
test_addresses(void)
{
    check("see https://a.example/b_c?d=e and www.a.example.", 0, "see https://a.example/b_c?d=e and www.a.example.");
    check("https://a.example/b", 0, "https://a.example/b");
    check("http://a.example/*", 0, "http\\://a.example/\\*");
    check("www.a.example/[1]", 0, "www\\.a.example/\\[1\\]");
    check("www.a.example/_x", 0, "www\\.a.example/\\_x");
    check("www.a.example\nnext", 0, "www\\.a.example\\\n> next");
    check("https", 0, "https");
}

static void
test_line_start(void)
{
    check("# no heading", MARKDOWN_LINE_START, "\\# no heading");
    check("- no item", MARKDOWN_LINE_START, "\\- no item");
    check("+ no item", MARKDOWN_LINE_START, "\\+ no item");
    check("> no quotation", MARKDOWN_LINE_START, "\\> no quotation");
    check("=== no underline", MARKDOWN_LINE_START, "\\=== no underline");
    check("1. no item", MARKDOWN_LINE_START, "1\\. no item");
    check("12) no item", MARKDOWN_LINE_START, "12\\) no item");
    check("2026 was", MARKDOWN_LINE_START, "2026 was");
    check("1234567890. is too long for a number", MARKDOWN_LINE_START, "1234567890. is too long for a number");
    check("    no code", MARKDOWN_LINE_START, "no code");
    check("\tno code", MARKDOWN_LINE_START, "no code");
}

static void
test_hard_breaks(void)
{
    check("one\n- two\n  3. three", 0, "one\\\n> \\- two\\\n> 3\\. three");
    check("one\ntwo", MARKDOWN_HEADING, "one two");
    check("C #", MARKDOWN_HEADING, "C \\#");
}

static void
test_url(void)
{
    g_autoptr(GString) out = g_string_new(NULL);
    markdown_append_url(out, "https://a.example/b?c=1&d=2&copy;<x>\\ y");
    g_assert_cmpstr(out->str, ==, "(<https://a.example/b?c=1&d=2\\&copy;\\<x\\>\\\\%20y>)");
}

int
main(int argc, char **argv)
{
    test_init(argc, argv);
    g_test_add_func("/export/markdown/inline", test_inline);
    g_test_add_func("/export/markdown/addresses", test_addresses);
    g_test_add_func("/export/markdown/line-start", test_line_start);
    g_test_add_func("/export/markdown/hard-breaks", test_hard_breaks);
    g_test_add_func("/export/markdown/url", test_url);
    return g_test_run();
}
