/* Folding, by tables of 256 characters that are made when the first of their characters is asked for.
 *
 * There is one set of tables for each combination of flags; a table, once published, never changes. What a character folds to is worked out from
 * libunistring's decompositions and case folding, after the short lists below of what these do not know. */
#include "text/fold.h"

#include <string.h>
#include <stdlib.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#include "text/utf8.h"

#define MAX_FOLDED 3
#define MAX_DECOMPOSED 32

typedef struct {
    gunichar out[MAX_FOLDED];
    int count;
} Folded;

typedef struct {
    gunichar from;
    gunichar to[MAX_FOLDED];
} Special;

/* Letters that carry their mark in their shape, so that they have no decomposition; and ligatures that are letters. */
static const Special letters[] = {
    {0x00c6, {'A', 'E'}}, {0x00d8, {'O'}},      {0x00df, {'s', 's'}}, {0x00e6, {'a', 'e'}}, {0x00f8, {'o'}},
    {0x0110, {'D'}},      {0x0111, {'d'}},      {0x0126, {'H'}},      {0x0127, {'h'}},      {0x0131, {'i'}},
    {0x0141, {'L'}},      {0x0142, {'l'}},      {0x0152, {'O', 'E'}}, {0x0153, {'o', 'e'}}, {0x0166, {'T'}},
    {0x0167, {'t'}},      {0x1e9e, {'S', 'S'}},
};

static const Special signs[] = {
    /* single quotes, apostrophes, primes */
    {0x0060, {'\''}}, {0x00b4, {'\''}}, {0x02b9, {'\''}}, {0x02bb, {'\''}}, {0x02bc, {'\''}}, {0x02bd, {'\''}}, {0x02c8, {'\''}},
    {0x2018, {'\''}}, {0x2019, {'\''}}, {0x201a, {'\''}}, {0x201b, {'\''}}, {0x2032, {'\''}}, {0x2035, {'\''}}, {0x2039, {'\''}},
    {0x203a, {'\''}}, {0xff07, {'\''}}, {0xff40, {'\''}},
    /* double quotes */
    {0x00ab, {'"'}}, {0x00bb, {'"'}}, {0x02ba, {'"'}}, {0x201c, {'"'}}, {0x201d, {'"'}}, {0x201e, {'"'}}, {0x201f, {'"'}}, {0x2033, {'"'}},
    {0x2036, {'"'}}, {0x300c, {'"'}}, {0x300d, {'"'}}, {0x300e, {'"'}}, {0x300f, {'"'}}, {0x301d, {'"'}}, {0x301e, {'"'}}, {0x301f, {'"'}},
    {0xff02, {'"'}}, {0xff62, {'"'}}, {0xff63, {'"'}},
    /* what is no Pd but looks like one */
    {0x2043, {'-'}}, {0x2212, {'-'}},
    {0x2025, {'.', '.'}}, {0x2026, {'.', '.', '.'}},
};

static int
find_special(const Special *list, gsize count, gunichar c, gunichar out[MAX_FOLDED])
{
    for (gsize i = 0; i < count; i++) {
        if (list[i].from != c)
            continue;
        int size = 0;
        while (size < MAX_FOLDED && list[i].to[size] != 0) {
            out[size] = list[i].to[size];
            size++;
        }
        return size;
    }
    return 0;
}

/* Marks that only shade a letter. Those that make another letter of it (nukta, the voicing of kana, virama) stay. */
static gboolean
is_accent(gunichar c)
{
    int class = uc_combining_class(c);
    return class == 1 || class > 9 || uc_is_general_category(c, UC_ENCLOSING_MARK);
}

static gboolean
is_ignorable(gunichar c)
{
    return c == 0xad || c == 0x34f || c == 0x61c || (c >= 0x180b && c <= 0x180f) || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || (c >= 0xfe00 && c <= 0xfe0f) || c == 0xfeff ||
           (c >= 0xe0000 && c <= 0xe0fff);
}

/* TRUE where the kind of decomposition says that the character is another one in a form of its own. */
static gboolean
is_form(gunichar c, int tag)
{
    switch (tag) {
    case UC_DECOMP_CANONICAL:
    case UC_DECOMP_WIDE:
    case UC_DECOMP_NARROW:
        return TRUE;
    case UC_DECOMP_COMPAT:
    case UC_DECOMP_FONT:
    case UC_DECOMP_SUPER:
    case UC_DECOMP_SUB:
    case UC_DECOMP_INITIAL:
    case UC_DECOMP_MEDIAL:
    case UC_DECOMP_FINAL:
    case UC_DECOMP_ISOLATED:
        return g_unichar_isalnum(c); /* not spaces, signs and free-standing accents */
    default:
        return FALSE;
    }
}

/* c without its accents and its form. */
static int
strip(gunichar c, gunichar out[MAX_FOLDED])
{
    out[0] = c;
    if (is_accent(c))
        return 0;
    int count = find_special(letters, G_N_ELEMENTS(letters), c, out);
    if (count > 0)
        return count;
    ucs4_t first[UC_DECOMPOSITION_MAX_LENGTH];
    int tag;
    if ((c >= 0xac00 && c <= 0xd7a3) || uc_decomposition(c, &tag, first) < 0 || !is_form(c, tag))
        return 1;
    ucs4_t full[MAX_DECOMPOSED];
    size_t size = MAX_DECOMPOSED;
    ucs4_t whole = c;
    uint32_t *decomposed = u32_normalize(UNINORM_NFKD, &whole, 1, full, &size);
    if (decomposed != full) {
        free(decomposed);
        return 1;
    }
    gsize kept = 0;
    gboolean changed = tag != UC_DECOMP_CANONICAL || size == 1;
    gunichar rest[MAX_DECOMPOSED];
    for (gsize i = 0; i < size; i++) {
        if (is_accent(full[i])) {
            changed = TRUE;
            continue;
        }
        int parts = find_special(letters, G_N_ELEMENTS(letters), full[i], out); /* ǿ is ø and an accent */
        if (parts == 0)
            rest[kept++] = full[i];
        for (int part = 0; part < parts && kept < MAX_DECOMPOSED; part++)
            rest[kept++] = out[part];
    }
    out[0] = c;
    if (kept == 0 || kept > MAX_FOLDED || !changed)
        return 1; /* が is か and a mark that makes another letter of it: it stays whole */
    memcpy(out, rest, kept * sizeof *rest);
    return (int)kept;
}

static int
plain_sign(gunichar c, gunichar out[MAX_FOLDED])
{
    out[0] = c;
    if (is_ignorable(c))
        return 0;
    int count = find_special(signs, G_N_ELEMENTS(signs), c, out);
    if (count > 0)
        return count;
    if (c == '\t' || c == '\n' || c == '\r' || c == 0x0b || c == 0x0c || c == 0x85 || g_unichar_isspace(c))
        out[0] = ' ';
    else if (g_unichar_type(c) == G_UNICODE_DASH_PUNCTUATION)
        out[0] = '-';
    return 1;
}

static int
lower(gunichar c, gunichar out[MAX_FOLDED])
{
    ucs4_t folded[MAX_DECOMPOSED], whole = c;
    size_t size = MAX_DECOMPOSED;
    uint32_t *result = u32_casefold(&whole, 1, NULL, NULL, folded, &size);
    if (result != folded || size > MAX_FOLDED) {
        if (result != folded)
            free(result);
        out[0] = g_unichar_tolower(c);
        return 1;
    }
    for (gsize i = 0; i < size; i++)
        out[i] = folded[i];
    return (int)size;
}

typedef int (*FoldStep)(gunichar c, gunichar out[MAX_FOLDED]);

/* Each of `folded` through one step; left as it was where the result would not fit. */
static void
apply(Folded *folded, FoldStep step)
{
    Folded result = {.count = 0};
    for (int i = 0; i < folded->count; i++) {
        gunichar out[MAX_FOLDED];
        int count = step(folded->out[i], out);
        if (result.count + count > MAX_FOLDED)
            return;
        for (int j = 0; j < count; j++)
            result.out[result.count++] = out[j];
    }
    *folded = result;
}

static void
work_out(gunichar c, FoldFlags flags, Folded *folded)
{
    *folded = (Folded){.out = {c}, .count = 1};
    if (c >= 0xd800 && c <= 0xdfff)
        return;
    gunichar sign[MAX_FOLDED];
    gboolean is_sign = plain_sign(c, sign) != 1 || sign[0] != c;
    if (flags & FOLD_MARKS && !is_sign)
        apply(folded, strip);
    if (flags & FOLD_CASE)
        apply(folded, lower);
    if (flags & FOLD_SIGNS)
        apply(folded, plain_sign); /* last: ŉ in lower case is ʼ and n */
}

#define PAGE 256
#define PAGES (0x110000 / PAGE)

static const Folded *
page_for(gunichar c, FoldFlags flags)
{
    static Folded *pages[FOLD_ALL + 1][PAGES]; /* read-only once it is filled */
    Folded **place = &pages[flags][c / PAGE];
    Folded *page = g_atomic_pointer_get(place);
    if (page != NULL)
        return page;
    page = g_new(Folded, PAGE);
    for (gunichar i = 0; i < PAGE; i++)
        work_out(c / PAGE * PAGE + i, flags, &page[i]);
    if (!g_atomic_pointer_compare_and_exchange(place, NULL, page)) {
        g_free(page);
        page = g_atomic_pointer_get(place);
    }
    return page;
}

int
fold_char(gunichar c, FoldFlags flags, gunichar out[3])
{
    flags &= FOLD_ALL;
    if (c >= 0x110000) {
        out[0] = c;
        return 1;
    }
    const Folded *folded = &page_for(c, flags)[c % PAGE];
    memcpy(out, folded->out, sizeof folded->out);
    return folded->count;
}

char *
fold_text(const char *text, gssize length, FoldFlags flags)
{
    gsize size = length < 0 ? strlen(text) : (gsize)length;
    GString *out = g_string_sized_new(size + 16);
    for (gsize at = 0; at < size;) {
        if (g_ascii_isalnum(text[at]) || text[at] == ' ') { /* nearly all of most texts */
            char c = text[at++];
            g_string_append_c(out, flags & FOLD_CASE ? g_ascii_tolower(c) : c);
            continue;
        }
        gunichar folded[MAX_FOLDED];
        int count = fold_char(utf8_next(text, &at), flags, folded);
        for (int i = 0; i < count; i++) {
            if (folded[i] < 0x80)
                g_string_append_c(out, (char)folded[i]);
            else
                g_string_append_unichar(out, folded[i]);
        }
    }
    return g_string_free(out, FALSE);
}

gboolean
fold_has_upper(const char *text, gssize length)
{
    gsize size = length < 0 ? strlen(text) : (gsize)length;
    for (gsize at = 0; at < size;) {
        gunichar c = utf8_next(text, &at);
        if (g_ascii_isupper((char)c) && c < 0x80)
            return TRUE;
        if (c >= 0x80 && (g_unichar_isupper(c) || g_unichar_istitle(c)))
            return TRUE;
    }
    return FALSE;
}
