/* Patterns: PCRE2 under limits.
 *
 * PCRE2's own limits bound the backtracking from one place, not a scan that is slow at each of a million places. So
 * the text is searched in slices: a call may begin its matches in one slice only, and sees REACH bytes beyond it (no
 * match is longer); the slices grow while they are quick and shrink when they are slow, and between two of them the
 * clock is looked at. A search that falls behind BASE_TIME plus TIME_PER_KILOBYTE ends with an error. Backwards the
 * text is taken in growing chunks that begin at a line or a word where there is one near. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "doc/pattern.h"

#include <pcre2.h>
#include <string.h>

#include "base/error.h"
#include "base/safe.h"
#include "text/utf8.h"

#define MATCH_LIMIT 200000
#define DEPTH_LIMIT 20000
#define HEAP_LIMIT (16 * 1024)  /* KiB */
#define STACK_FIRST (32 * 1024) /* of JIT code */
#define STACK_LAST (1024 * 1024)
#define REACH (256 * 1024) /* bytes that one match may look at from where it begins */
#define SLICE_FIRST 1024
#define SLICE_LEAST 16
#define SLICE_MOST (1024 * 1024)
#define SLICE_QUICK 2000 /* µs */
#define SLICE_SLOW 10000
#define BASE_TIME 500000      /* µs */
#define TIME_PER_KILOBYTE 100 /* µs */
#define CHUNK_FIRST 4096
#define CHUNK_MOST (1024 * 1024)
#define LINE_NEAR (64 * 1024)
#define WORD_NEAR 1024

struct Pattern {
    char *name; /* the query as messages show it */
    pcre2_code *code;
    pcre2_match_data *data;
    pcre2_match_context *context;
    pcre2_jit_stack *stack;
    gint64 begun;
    gsize done; /* bytes searched since then */
    gsize slice;
};

/* Behind a name or an escape in braces that begins at at. */
static const char *
skip_to(const char *at, char close)
{
    const char *end = strchr(at, close);
    return end ? end + 1 : at + strlen(at);
}

/* TRUE when the pattern asks for an upper-case letter: escapes (\W, \P{L}, \x{AB}), group names and verbs do not. */
static gboolean
pattern_has_upper(const char *query)
{
    for (const char *at = query; *at;) {
        if (at[0] == '\\' && at[1]) {
            char escape = at[1];
            at = g_utf8_next_char(at + 1);
            if (*at == '{' && strchr("pPxoNgku", escape))
                at = skip_to(at, '}');
            else if (*at == '<' && strchr("gk", escape))
                at = skip_to(at, '>');
            else if (strchr("pPc", escape) && g_ascii_isalpha(*at))
                at++;
        } else if (g_str_has_prefix(at, "(?P") || g_str_has_prefix(at, "(?<") || g_str_has_prefix(at, "(?'")) {
            at += at[2] == 'P' ? 3 : 2;
            if (*at == '<' && g_ascii_isalpha(at[1]))
                at = skip_to(at, '>');
            else if (*at == '\'')
                at = skip_to(at + 1, '\'');
            else if (*at == '=' || *at == '>')
                at = skip_to(at, ')');
        } else if (g_str_has_prefix(at, "(*")) {
            at = skip_to(at, ')');
        } else if (g_unichar_isupper(g_utf8_get_char(at))) {
            return TRUE;
        } else {
            at = g_utf8_next_char(at);
        }
    }
    return FALSE;
}

static void
set_error(GError **error, IbidError code, const Pattern *pattern, const char *what)
{
    g_set_error(error, IBID_ERROR, (gint)code, "%s: %s", pattern->name, what);
}

/* FALSE and an error when the pattern does not compile. */
static gboolean
pattern_compile(Pattern *pattern, const char *query, gboolean any_case, GError **error)
{
    guint32 options = PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE | PCRE2_NO_UTF_CHECK | PCRE2_NEVER_BACKSLASH_C |
                      PCRE2_USE_OFFSET_LIMIT | (any_case ? PCRE2_CASELESS : 0);
    int code;
    PCRE2_SIZE offset;
    pattern->code = pcre2_compile((PCRE2_SPTR)query, strlen(query), options, &code, &offset, NULL);
    if (!pattern->code) {
        PCRE2_UCHAR reason[256] = "";
        pcre2_get_error_message(code, reason, sizeof reason);
        g_autofree char *what =
            g_strdup_printf("%s at %" G_GSIZE_FORMAT "; correct the pattern, or search for the text as it stands",
                            (const char *)reason, utf8_count(query, MIN(offset, strlen(query))));
        set_error(error, IBID_ERROR_PATTERN, pattern, what);
        return FALSE;
    }
    pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE); /* without it the interpreter does the same, slower */
    pattern->data = pcre2_match_data_create_from_pattern(pattern->code, NULL);
    pattern->context = pcre2_match_context_create(NULL);
    pattern->stack = pcre2_jit_stack_create(STACK_FIRST, STACK_LAST, NULL);
    if (!pattern->data || !pattern->context)
        g_error("out of memory");
    pcre2_set_match_limit(pattern->context, MATCH_LIMIT);
    pcre2_set_depth_limit(pattern->context, DEPTH_LIMIT);
    pcre2_set_heap_limit(pattern->context, HEAP_LIMIT);
    if (pattern->stack)
        pcre2_jit_stack_assign(pattern->context, NULL, pattern->stack);
    return TRUE;
}

Pattern *
pattern_new(const char *query, PatternCase which, GError **error)
{
    Pattern *pattern = g_new0(Pattern, 1);
    pattern->name = safe_line(query, -1);
    gboolean any_case = which == PATTERN_ANY_CASE || (which == PATTERN_SMART_CASE && !pattern_has_upper(query));
    if (!pattern_compile(pattern, query, any_case, error)) {
        pattern_free(pattern);
        return NULL;
    }
    return pattern;
}

void
pattern_free(Pattern *pattern)
{
    if (!pattern)
        return;
    pcre2_match_data_free(pattern->data);
    pcre2_match_context_free(pattern->context);
    pcre2_jit_stack_free(pattern->stack);
    pcre2_code_free(pattern->code);
    g_free(pattern->name);
    g_free(pattern);
}

static gsize
character_back(const char *text, gsize at)
{
    while (at > 0 && ((guchar)text[at] & 0xc0) == 0x80)
        at--;
    return at;
}

static gsize
character_next(const char *text, gsize at, gsize to)
{
    if (at < to)
        utf8_next(text, &at);
    return MIN(at, to);
}

static void
clock_start(Pattern *pattern)
{
    pattern->begun = g_get_monotonic_time();
    pattern->done = 0;
    pattern->slice = SLICE_FIRST;
}

/* Looks at the clock after a slice: how large the next may be, and whether the search has fallen behind. */
static gboolean
clock_check(Pattern *pattern, gint64 before, GError **error)
{
    gint64 now = g_get_monotonic_time();
    if (now - before > SLICE_SLOW)
        pattern->slice = MAX(pattern->slice / 2, SLICE_LEAST);
    else if (now - before < SLICE_QUICK)
        pattern->slice = MIN(pattern->slice * 2, SLICE_MOST);
    if (now - pattern->begun <= BASE_TIME + (gint64)(pattern->done / 1024) * TIME_PER_KILOBYTE)
        return TRUE;
    set_error(error, IBID_ERROR_LIMIT, pattern,
              "the pattern takes too long on this text; make it more exact (fewer * and +)");
    return FALSE;
}

/* One call of PCRE2: a match that begins in [from, stop). 1 found, 0 not, -1 on an error. */
static int
pattern_call(Pattern *pattern, const char *text, gsize from, gsize stop, gsize to, Range *match, GError **error)
{
    gsize end = to - stop > REACH ? character_back(text, stop + REACH) : to;
    guint32 options = PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY;
    if (text[end] && text[end] != '\n')
        options |= PCRE2_NOTEOL;
    pcre2_set_offset_limit(pattern->context, stop - 1);
    int code = pcre2_match(pattern->code, (PCRE2_SPTR)text, end, from, options, pattern->data, pattern->context);
    if (code >= 0) {
        const PCRE2_SIZE *found = pcre2_get_ovector_pointer(pattern->data);
        *match = (Range){found[0], found[1]};
        return 1;
    }
    switch (code) {
    case PCRE2_ERROR_NOMATCH:
    case PCRE2_ERROR_PARTIAL:
        return 0;
    case PCRE2_ERROR_MATCHLIMIT:
    case PCRE2_ERROR_DEPTHLIMIT:
    case PCRE2_ERROR_HEAPLIMIT:
    case PCRE2_ERROR_JIT_STACKLIMIT:
        set_error(
            error, IBID_ERROR_LIMIT, pattern,
            "the pattern takes too many steps on this text; make it more exact (fewer * and + inside one another)");
        return -1;
    default: {
        PCRE2_UCHAR reason[256] = "";
        pcre2_get_error_message(code, reason, sizeof reason);
        g_autofree char *what = g_strdup_printf("%s; write the pattern another way", (const char *)reason);
        set_error(error, IBID_ERROR_PATTERN, pattern, what);
        return -1;
    }
    }
}

/* The first match that begins in [from, stop) and ends at or before `to`. */
static int
pattern_find(Pattern *pattern, const char *text, gsize from, gsize stop, gsize to, Range *match, GError **error)
{
    while (from < stop) {
        gsize slice = stop - from > pattern->slice ? character_back(text, from + pattern->slice) : stop;
        gint64 before = g_get_monotonic_time();
        int found = pattern_call(pattern, text, from, slice, to, match, error);
        pattern->done += slice - from;
        if (found < 0 || !clock_check(pattern, before, error))
            return -1;
        if (found > 0 && match->start >= slice)
            found = 0; /* the limit is not exact where it lies inside a character */
        if (found > 0 && match->start >= from && match->end > match->start)
            return 1;
        /* \K may leave nothing of a match, or set its start elsewhere: then look behind it. */
        from = found > 0 ? character_next(text, MAX(from, MIN(match->start, match->end)), to) : slice;
    }
    return 0;
}

gboolean
pattern_next(Pattern *pattern, const char *text, gsize from, gsize to, Range *match, GError **error)
{
    clock_start(pattern);
    return pattern_find(pattern, text, from, to, to, match, error) > 0;
}

/* Where a chunk may begin that is to begin near `at`: behind a newline, else behind white space, else there. */
static gsize
chunk_begin(const char *text, gsize from, gsize at)
{
    gsize line = at - MIN(at - from, LINE_NEAR), word = at - MIN(at - from, WORD_NEAR);
    for (gsize i = at; i > line; i--)
        if (text[i - 1] == '\n')
            return i;
    if (line == from)
        return from;
    for (gsize i = at; i > word; i--)
        if (text[i - 1] == ' ')
            return i;
    return character_back(text, at);
}

gboolean
pattern_previous(Pattern *pattern, const char *text, gsize from, gsize before, Range *match, GError **error)
{
    clock_start(pattern);
    gsize chunk = CHUNK_FIRST;
    while (before > from) {
        gsize begin = before - from > chunk ? chunk_begin(text, from, before - chunk) : from;
        gsize to = before + strnlen(text + before, REACH);
        to = to - before == REACH ? MAX(before, character_back(text, to)) : to;
        gboolean any = FALSE;
        Range next;
        int found;
        for (gsize at = begin; (found = pattern_find(pattern, text, at, before, to, &next, error)) > 0; at = next.end) {
            *match = next;
            any = TRUE;
        }
        if (found < 0)
            return FALSE;
        if (any)
            return TRUE;
        before = begin;
        chunk = MIN(chunk * 4, CHUNK_MOST);
    }
    return FALSE;
}
