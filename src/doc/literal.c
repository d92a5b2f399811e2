/* Literal search with folding.
 *
 * The query becomes a list of tokens: folded code points, a run of white space being one space. The text is read as
 * such a list too, without ever being folded as a whole: one token of the query, the anchor, is chosen so that the
 * characters which fold to it are rare; scan.c finds these; from each the text is compared forwards and backwards,
 * folding as it goes. A character that folds to several tokens (a ligature, "…") may be matched in part; combining
 * marks fold to nothing and are passed over. The match found covers whole clusters. As both lists are compared token
 * by token, a later anchor never belongs to an earlier match, so that the first anchor that fits is the first match,
 * and the last one the last. */
#include "doc/literal.h"

#include <string.h>

#include "doc/scan.h"
#include "text/cluster.h"
#include "text/fold.h"
#include "text/utf8.h"

#define NO_MATCH G_MAXSIZE
#define ANCHORS 24             /* so many different tokens of a query are considered */
#define WINDOW 300             /* bytes behind an offset that a cluster is looked for in */
#define NOT_SINGLE G_MAXUINT32 /* an ASCII character that does not fold to one code point */

struct Literal {
    FoldFlags flags;
    GArray *tokens; /* gunichar */
    guint anchor;
    Scan scan;
    gunichar ascii[128]; /* what each folds to */
};

/* The blocks of 256 characters in which folding changes any, ideographs of compatibility excepted, which NFC has
 * replaced. Folding is worked out at the first use of a block, so that asking all of Unicode would
 * take a tenth of a second. */
static const struct {
    guint16 first, last;
} folding_blocks[] = {{0x00, 0x06},   {0x0c, 0x10},   {0x13, 0x18},   {0x1c, 0x20},   {0x21, 0x24},
                      {0x2a, 0x2e},   {0x30, 0x32},   {0xa6, 0xa7},   {0xab, 0xab},   {0xfb, 0xff},
                      {0x104, 0x107}, {0x10c, 0x10e}, {0x118, 0x118}, {0x16e, 0x16e}, {0x1d1, 0x1d1},
                      {0x1d4, 0x1d7}, {0x1e9, 0x1e9}, {0x1ee, 0x1ee}, {0x1f1, 0x1f1}, {0x1fb, 0x1fb}};

/* All characters beyond ASCII that folding by these flags changes; built once for each flags, never freed. */
static const GArray *
folding_characters(FoldFlags flags)
{
    static gsize tables[FOLD_ALL + 1];
    if (g_once_init_enter(&tables[flags])) {
        GArray *characters = g_array_new(FALSE, FALSE, sizeof(gunichar));
        for (guint i = 0; i < G_N_ELEMENTS(folding_blocks); i++) {
            gunichar last = folding_blocks[i].last * 0x100u + 0xff;
            for (gunichar c = MAX(folding_blocks[i].first * 0x100u, 0x80u); c <= last; c++) {
                gunichar out[3];
                int count = fold_char(c, flags, out);
                if (count > 1 || (count == 1 && out[0] != c))
                    g_array_append_val(characters, c);
            }
        }
        g_once_init_leave(&tables[flags], GPOINTER_TO_SIZE(characters));
    }
    return GSIZE_TO_POINTER(tables[flags]);
}

static inline int
literal_fold(const Literal *literal, gunichar c, gunichar out[3])
{
    if (c < 128 && literal->ascii[c] != NOT_SINGLE) {
        out[0] = literal->ascii[c];
        return 1;
    }
    return fold_char(c, literal->flags, out);
}

/* Sets the flags and what follows from them. */
static void
literal_set_flags(Literal *literal, FoldFlags flags)
{
    literal->flags = flags;
    for (gunichar c = 0; c < 128; c++) {
        gunichar out[3];
        literal->ascii[c] = fold_char(c, flags, out) == 1 ? out[0] : NOT_SINGLE;
    }
}

static void
literal_set_tokens(Literal *literal, const char *query)
{
    gsize length = strlen(query);
    g_array_set_size(literal->tokens, 0);
    for (gsize at = 0; at < length;) {
        gunichar out[3];
        int count = literal_fold(literal, utf8_next(query, &at), out);
        for (int i = 0; i < count; i++) {
            guint size = literal->tokens->len;
            if (out[i] != ' ' || size == 0 || g_array_index(literal->tokens, gunichar, size - 1) != ' ')
                g_array_append_val(literal->tokens, out[i]);
        }
    }
}

typedef struct {
    gunichar token;
    guint index;
    Scan scan;
} Anchor;

/* Adds a character to the scans of those anchors that it folds to. */
static void
anchors_offer(const Literal *literal, GArray *anchors, gunichar c)
{
    gunichar out[3];
    int count = literal_fold(literal, c, out);
    for (int i = 0; i < count; i++)
        for (guint j = 0; j < anchors->len; j++) {
            Anchor *anchor = &g_array_index(anchors, Anchor, j);
            if (anchor->token == out[i])
                scan_add(&anchor->scan, c);
        }
}

static void
literal_choose_anchor(Literal *literal)
{
    g_autoptr(GArray) anchors = g_array_new(FALSE, TRUE, sizeof(Anchor));
    const gunichar *tokens = (const gunichar *)(const void *)literal->tokens->data;
    for (guint i = 0; i < literal->tokens->len && anchors->len < ANCHORS; i++) {
        gboolean known = tokens[i] == ' ' && literal->tokens->len > 1;
        for (guint j = 0; j < anchors->len && !known; j++)
            known = g_array_index(anchors, Anchor, j).token == tokens[i];
        if (known)
            continue;
        g_array_set_size(anchors, anchors->len + 1);
        Anchor *anchor = &g_array_index(anchors, Anchor, anchors->len - 1);
        anchor->token = tokens[i];
        anchor->index = i;
    }
    for (gunichar c = 1; c < 128; c++)
        anchors_offer(literal, anchors, c);
    const GArray *characters = folding_characters(literal->flags);
    for (guint i = 0; i < characters->len; i++)
        anchors_offer(literal, anchors, g_array_index(characters, gunichar, i));
    guint best = G_MAXUINT;
    for (guint j = 0; j < anchors->len; j++) {
        Anchor *anchor = &g_array_index(anchors, Anchor, j);
        if (anchor->token >= 128)
            scan_add(&anchor->scan, anchor->token);
        guint cost = scan_cost(&anchor->scan);
        if (cost < best) {
            best = cost;
            literal->anchor = anchor->index;
            literal->scan = anchor->scan;
        }
    }
}

Literal *
literal_new(const char *query, gboolean any_case)
{
    Literal *literal = g_new0(Literal, 1);
    literal->tokens = g_array_new(FALSE, FALSE, sizeof(gunichar));
    literal_set_flags(literal, FOLD_MARKS | FOLD_SIGNS | (any_case ? FOLD_CASE : 0));
    literal_set_tokens(literal, query);
    if (literal->tokens->len == 0) { /* nothing but marks: then they are what is looked for */
        literal_set_flags(literal, 0);
        literal_set_tokens(literal, query);
    }
    literal_choose_anchor(literal);
    return literal;
}

void
literal_free(Literal *literal)
{
    if (!literal)
        return;
    g_array_unref(literal->tokens);
    g_free(literal);
}

/* Compares the tokens from the anchor on with the text from token `sub` of the character at `at` on. Gives the offset
 * behind the match, or NO_MATCH. */
static gsize
match_forwards(const Literal *literal, const char *text, gsize at, int sub, gsize to)
{
    const gunichar *tokens = (const gunichar *)(const void *)literal->tokens->data;
    guint index = literal->anchor, count = literal->tokens->len;
    gboolean run = FALSE; /* inside the white space that tokens[index] matches */
    gsize end = at;       /* behind the last character that matched */
    while (at < to && text[at]) {
        gunichar out[3];
        gsize next = at;
        int size = literal_fold(literal, utf8_next(text, &next), out);
        if (next > to)
            return NO_MATCH;
        for (; sub < size; sub++) {
            if (run && out[sub] != ' ') {
                run = FALSE;
                if (++index == count)
                    return end;
            }
            if (out[sub] != tokens[index])
                return NO_MATCH;
            end = next;
            if (out[sub] == ' ')
                run = TRUE;
            else if (++index == count)
                return end;
        }
        sub = 0;
        at = next;
    }
    return run && index + 1 == count ? end : NO_MATCH;
}

/* The same backwards: the tokens up to the anchor, and the text up to token `sub` of the character at `at`. Gives the
 * start of the match. */
static gsize
match_backwards(const Literal *literal, const char *text, gsize at, int sub, gsize from)
{
    const gunichar *tokens = (const gunichar *)(const void *)literal->tokens->data;
    guint left = literal->anchor + 1; /* tokens[left - 1] comes next */
    gboolean run = FALSE;
    gsize start = at;
    gunichar out[3];
    literal_fold(literal, utf8_peek(text, G_MAXSIZE, at), out);
    for (;;) {
        for (; sub >= 0; sub--) {
            if (run && out[sub] != ' ') {
                run = FALSE;
                if (--left == 0)
                    return start;
            }
            if (out[sub] != tokens[left - 1])
                return NO_MATCH;
            start = at;
            if (out[sub] == ' ')
                run = TRUE;
            else if (--left == 0)
                return start;
        }
        if (at <= from)
            break;
        sub = literal_fold(literal, utf8_previous(text, &at), out) - 1;
        if (at < from)
            break;
    }
    return run && left == 1 ? start : NO_MATCH;
}

/* The end of the cluster that `at` stands inside of; `at` itself between two. Nothing below U+0300 joins what stands
 * before it. */
static gsize
cluster_end(const char *text, gsize at)
{
    if (utf8_peek(text, G_MAXSIZE, at) < 0x300)
        return at;
    gsize length = at + strnlen(text + at, WINDOW), start = cluster_start(text, length, at);
    return start < at ? cluster_next(text, length, start) : at;
}

/* Widens a match to whole clusters; FALSE when that leads out of the bounds. */
static gboolean
match_widen(const char *text, gsize from, gsize to, Range *match)
{
    if (utf8_peek(text, G_MAXSIZE, match->start) >= 0x300)
        match->start = cluster_start(text, match->start + strnlen(text + match->start, WINDOW), match->start);
    match->end = cluster_end(text, match->end);
    return match->start >= from && match->end <= to;
}

/* Whether the candidate at `at` is the anchor of a match. */
static gboolean
match_at(const Literal *literal, const char *text, gsize at, gsize from, gsize to, Range *match)
{
    gunichar out[3], token = g_array_index(literal->tokens, gunichar, literal->anchor);
    int size = literal_fold(literal, utf8_peek(text, G_MAXSIZE, at), out);
    for (int sub = 0; sub < size; sub++) {
        if (out[sub] != token)
            continue;
        Range found = {NO_MATCH, match_forwards(literal, text, at, sub, to)};
        if (found.end == NO_MATCH)
            continue;
        found.start = match_backwards(literal, text, at, sub, from);
        if (found.start != NO_MATCH && match_widen(text, from, to, &found)) {
            *match = found;
            return TRUE;
        }
    }
    return FALSE;
}

gboolean
literal_next(const Literal *literal, const char *text, gsize from, gsize to, Range *match)
{
    for (gsize at = from; (at = scan_next(&literal->scan, text, at, to)) < to; at++)
        if (match_at(literal, text, at, from, to, match))
            return TRUE;
    return FALSE;
}

/* Behind this offset stands no anchor of a match that starts before `before`: as many tokens further as stand before
 * the anchor. */
static gsize
anchor_bound(const Literal *literal, const char *text, gsize before)
{
    gsize at = cluster_end(text, before); /* a match that is widened may begin inside this cluster */
    guint left = literal->anchor;
    gboolean run = TRUE; /* white space here may belong to a run that began before */
    while (left > 0 && text[at]) {
        gunichar out[3];
        int size = literal_fold(literal, utf8_next(text, &at), out);
        if (size == 0)
            continue;
        gboolean space = out[0] == ' ';
        if (!space || !run)
            left--;
        run = space;
    }
    return at;
}

gboolean
literal_previous(const Literal *literal, const char *text, gsize from, gsize before, Range *match)
{
    if (before <= from)
        return FALSE;
    gsize at = anchor_bound(literal, text, before);
    while ((at = scan_previous(&literal->scan, text, from, at)) != G_MAXSIZE) {
        Range found;
        if (match_at(literal, text, at, from, G_MAXSIZE, &found) && found.start < before) {
            *match = found;
            return TRUE;
        }
    }
    return FALSE;
}
