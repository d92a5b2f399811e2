/* Any bytes as prose, notes and a bibliography with the shipped sources: the citations hold together, and found in the
 * shortest slices they are the same. */
#include <string.h>

#include "cite/citations.h"
#include "doc/builder.h"
#include "tests/fuzz/fuzz.h"
#include "tests/test.h"

/* Pieces that reach deep into the grammar; a low byte stands for one, so that short inputs make much prose. */
static const char *const pieces[] = {
    " (",          ") ",         "(",          ")",        "[",           "]",          "; ",          ", ",
    ". ",          " and ",      "see ",       "see also", "the ",        "ibid.",      "op. cit.",    "cited above",
    "supra ",      "note 1",     "note 2 above", "p. 7",   "pp. 4-6",     "at 12",      "No. 6",       "vol. 4",
    "Part One",    "Reuters",    "TASS",       "EDM",      "Tarvik",      "Doe et al.", "van der Lee", " & ",
    "2019",        "2020a",      "2020b",      "May 5",    "5 May 2024",  "May",        "June 3-5",    "July 4 and 6",
    "14.05.2025",  "2025-05-14", "18:8:95",    "7",        "12",          "through ",   "accessed ",   "as cited by ",
    "Ministry of Tides", "radio", "agencies",  "News",     "Moscow",      "“",          "”",           "\"",
    "’",           "–",          " – ",        "/",        "t.me/a",      "X/@b",       "News.az",     "https://a.org/b",
    "www.c.ge/d.", "author’s interview", "References", "\n", " ",         "said",       "in ",         "on ",
    "early ",      "Victory Day", "Source: ",  "etc.",     "#2",          "$",          "é",           "и",
    "中国",        "Polity",     "Alfa",       "Beta",     "unnamed source", "Annals",  "cf. ",        "e.g., ",
    "[1]",         "[2]",        "1. ",        "*",        "loc. cit.",   "fn. 3",      "[see ",       "Monday, ",
};

static Document *
build(FuzzInput *input)
{
    g_autoptr(Builder) builder = builder_new(0);
    g_autoptr(GString) text = g_string_new(NULL);
    if (fuzz_byte(input) & 1)
        builder_meta(builder, META_ISSUED, "2026-02-18", -1);
    while (input->left > 0) {
        guint8 what = fuzz_byte(input);
        BlockSpec spec = {.kind = what & 1 ? BLOCK_HEADING : BLOCK_PARAGRAPH, .role = (what >> 1) % (ROLE_BOILERPLATE + 1)};
        g_string_truncate(text, 0);
        for (guint count = fuzz_byte(input); count > 0 && input->left > 0; count--) {
            guint8 byte = fuzz_byte(input);
            if (byte < G_N_ELEMENTS(pieces))
                g_string_append(text, pieces[byte]);
            else
                g_string_append_c(text, (char)byte);
        }
        builder_block(builder, &spec, text->str, text->len);
        if (what & 0x40)
            builder_note(builder, what & 0x80 ? "2" : "1");
    }
    return builder_finish(builder);
}

static void
check_cite(const Citations *citations, const Citation *citation, const Cite *cite)
{
    g_assert_true(range_holds(citation->range, cite->range));
    g_assert_cmpuint(range_length(cite->range), >, 0);
    g_assert_true(!cite->source || range_holds(citation->range, cite->source_range));
    g_assert_true(!cite->source || g_utf8_validate(cite->source, -1, NULL));
    g_assert_cmpuint(cite->reference, <, citations_reference_count(citations));
    const Reference *reference = citations_reference(citations, cite->reference);
    g_assert_cmpstr(cite->issued, ==, reference->issued);
    g_assert_cmpuint(reference->source, <, citations_source_count(citations));
    g_autofree char *words = issued_in_words(cite->issued, TRUE);
    g_assert_cmpstr(words, !=, "");
}

static void
check(const Document *document, const Citations *citations)
{
    gsize behind = 0;
    guint cites = 0, pointed = 0;
    for (guint i = 0; i < citations_count(citations); i++) {
        const Citation *citation = citations_get(citations, i);
        g_assert_cmpuint(citation->range.start, >=, behind);
        g_assert_cmpuint(citation->range.end, <=, document_length(document));
        g_assert_cmpuint(citation->first_cite, ==, cites);
        g_assert_cmpuint(citation->n_cites, >, 0);
        for (guint j = 0; j < citation->n_cites; j++)
            check_cite(citations, citation, citations_cite(citations, cites + j));
        cites += citation->n_cites;
        behind = citation->range.end;
        Range supported = citations_supported(citations, i);
        g_assert_true(range_is_none(supported) || supported.end <= document_length(document));
    }
    g_assert_cmpuint(cites, ==, citations_cite_count(citations));
    for (guint i = 0; i < citations_reference_count(citations); i++) {
        const Reference *reference = citations_reference(citations, i);
        pointed += reference->cites->len;
        g_assert_true(range_is_none(reference->entry) || reference->entry.end <= document_length(document));
    }
    g_assert_cmpuint(pointed, ==, cites);
    layer_check(citations_layer(citations));
    layer_check(citations_cite_layer(citations));
}

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    static Sources *sources; /* loaded once; read only */
    if (!sources) {
        g_autofree char *path = test_path("content/sources.ini");
        sources = sources_load(path, NULL, NULL);
    }
    FuzzInput input = {data, size};
    g_autoptr(Document) document = build(&input);
    g_autoptr(Citations) whole = citations_new(document, sources);
    citations_step(whole, G_MAXINT64);
    check(document, whole);
    g_autoptr(Citations) sliced = citations_new(document, sources);
    while (citations_step(sliced, 0))
        ;
    g_autofree char *one = citations_dump(whole), *other = citations_dump(sliced);
    g_assert_cmpstr(one, ==, other);
    return 0;
}
