/* See acronym.h. */
#include "entity/acronym.h"

#include <string.h>

#include "text/fold.h"
#include "text/utf8.h"

enum { MAX_BACK = 18 /* tokens of a name that has an acronym */ };

static gunichar
fold_letter(gunichar c)
{
    gunichar out[3];
    return fold_char(c, FOLD_ALL, out) > 0 ? out[0] : c;
}

/* Where the letters of acronym that stand before `letters` end once a word has taken its own: its first letter, or,
 * "EU" in "EUMA", all of them. Unmoved where they do not meet. */
static gsize
match_letters(const Prose *prose, const Token *word, const Token *acronym, gsize letters)
{
    if (!(word->flags & TOKEN_CAPITAL))
        return letters;
    if ((word->flags & TOKEN_UPPER) && letters - acronym->start >= word->length &&
        memcmp(prose->text + letters - word->length, prose->text + word->start, word->length) == 0)
        return letters - word->length;
    gsize before = letters;
    gunichar letter = fold_letter(utf8_previous(prose->text, &before));
    return fold_letter(utf8_peek(prose->text, token_end(word), word->start)) == letter ? before : letters;
}

/* The token where the name begins whose initials are the letters of acronym (a longer one may leave out a word) and
 * that ends before `behind`; `behind` where there is none. */
static guint
initials_start(const Prose *prose, guint behind, const Token *acronym)
{
    gsize letters = token_end(acronym);
    guint start = behind, skipped = 0;
    for (guint at = behind; at > 0 && behind - at < MAX_BACK && letters > acronym->start;) {
        const Token *token = prose_token(prose, --at);
        if (token->kind == TOKEN_WORD && !(token->flags & TOKEN_ODD)) {
            gsize taken = match_letters(prose, token, acronym, letters);
            if (taken < letters) {
                letters = taken;
                start = at;
            } else if (token->flags & TOKEN_CAPITAL) {
                if (skipped++ || acronym->length < 4 || start == behind)
                    return behind;
            } else if (!(prose_classes(prose, at) & (WORD_LINK | WORD_FUNCTION))) {
                return behind;
            }
        } else if (token->kind == TOKEN_SIGN && !(token->sign && strchr("-&,/'", token->sign))) {
            return behind;
        }
        if (token->flags & (TOKEN_BARRIER | TOKEN_START))
            break;
    }
    return letters == acronym->start ? start : behind;
}

static gboolean
is_acronym(const Prose *prose, guint index)
{
    const Token *token = prose_token(prose, index);
    return token->kind == TOKEN_WORD && (token->flags & (TOKEN_UPPER | TOKEN_ODD)) == TOKEN_UPPER &&
           token->length <= 12;
}

static EntityType
type_by_last_word(const Prose *prose, guint last)
{
    guint32 classes = prose_classes(prose, last);
    if (classes & WORD_ORG_END)
        return ENTITY_ORGANISATION;
    if (classes & WORD_OTHER_END)
        return ENTITY_OTHER;
    return classes & WORD_LOC_END ? ENTITY_PLACE : ENTITY_ORGANISATION;
}

/* Makes the tokens [first, next) one certain candidate instead of those that overlap it; its index. */
static guint
join_tokens(const Prose *prose, guint first, guint next, GArray *candidates)
{
    Range range = range_make(prose_token(prose, first)->start, token_end(prose_token(prose, next - 1)));
    Candidate joined = {
        .range = range, .role = RANGE_NONE, .same = -1, .words = next - first, .strength = CANDIDATE_CERTAIN};
    joined.type = (guint8)type_by_last_word(prose, next - 1);
    joined.first_form = prose_token(prose, first)->form;
    joined.last_form = prose_token(prose, next - 1)->form;
    while (candidates->len > 0) {
        const Candidate *last = &g_array_index(candidates, Candidate, candidates->len - 1);
        if (last->range.end <= range.start)
            break;
        if (last->range.start <= range.start && last->range.end == range.end && last->type != ENTITY_PERSON &&
            last->strength == CANDIDATE_CERTAIN)
            return candidates->len - 1; /* as good, or fuller */
        g_array_set_size(candidates, candidates->len - 1);
    }
    g_array_append_val(candidates, joined);
    return candidates->len - 1;
}

static guint32
entry_of(const Prose *prose, guint index)
{
    ListMatch match = prose_match(prose, index, index + 1);
    return match.name ? match.entry : ENTRY_NONE;
}

static void
add_acronym(const Prose *prose, guint index, gint32 same, GArray *candidates)
{
    const Candidate *name = &g_array_index(candidates, Candidate, same);
    const Token *token = prose_token(prose, index);
    Candidate acronym = {.range = range_make(token->start, token_end(token)),
                         .role = RANGE_NONE,
                         .same = same,
                         .words = 1,
                         .type = name->type,
                         .strength = CANDIDATE_CERTAIN};
    acronym.first_form = acronym.last_form = token->form;
    acronym.flags = CANDIDATE_UPPER;
    acronym.entry = name->entry;
    forms_get(prose->forms, token->form)->votes[name->type] += 3;
    g_array_append_val(candidates, acronym);
}

/* "(SCO)" behind the run. */
static gboolean
tie_behind(const Prose *prose, guint from, guint next, GArray *candidates)
{
    guint index = next + 1;
    guint start = initials_start(prose, next, prose_token(prose, index));
    guint32 entry = entry_of(prose, index);
    const Candidate *last = candidates->len > from ? &g_array_index(candidates, Candidate, candidates->len - 1) : NULL;
    if (last && last->range.end != token_end(prose_token(prose, next - 1)))
        last = NULL;
    if (last && last->entry && last->entry == entry) {
        add_acronym(prose, index, (gint32)candidates->len - 1, candidates);
        return TRUE;
    }
    if (start + 1 < next) {
        guint joined = join_tokens(prose, start, next, candidates);
        Candidate *name = &g_array_index(candidates, Candidate, joined);
        if (entry && !name->entry)
            name->type = (guint8)lists_entry_type(prose->lists, entry);
        add_acronym(prose, index, (gint32)joined, candidates);
        return TRUE;
    }
    /* The letters do not tell, but the first one does: "State Oil Company of the Azerbaijan Republic (SOCAR)". */
    if (last && last->words > 1) {
        gunichar letter = fold_letter(utf8_peek(prose->text, G_MAXSIZE, prose_token(prose, index)->start));
        if (fold_letter(utf8_peek(prose->text, G_MAXSIZE, last->range.start)) != letter)
            return FALSE;
        Candidate *name = &g_array_index(candidates, Candidate, candidates->len - 1);
        if (name->type == ENTITY_PERSON || name->strength != CANDIDATE_CERTAIN)
            name->type = (guint8)type_by_last_word(prose, next - 1);
        name->strength = CANDIDATE_CERTAIN;
        add_acronym(prose, index, (gint32)candidates->len - 1, candidates);
        return TRUE;
    }
    return FALSE;
}

/* TRUE where nothing was left out between the tokens [first, last]. */
static gboolean
is_whole(const Prose *prose, guint first, guint last)
{
    for (guint i = first + 1; i <= last; i++)
        if (prose_token(prose, i)->flags & TOKEN_BARRIER)
            return FALSE;
    return TRUE;
}

guint
acronym_tie(const Prose *prose, guint from, guint first, guint next, guint end, GArray *candidates)
{
    gboolean opens = next + 2 < end && prose_token(prose, next)->sign == '(' && is_acronym(prose, next + 1) &&
                     is_whole(prose, next - 1, next + 2);
    if (opens && strchr("),;", prose_token(prose, next + 2)->sign) && prose_token(prose, next + 2)->sign &&
        tie_behind(prose, from, next, candidates))
        return next + 2;
    /* The other way round: the run stands in the parentheses behind its acronym. */
    if (first < 2 || next >= end || prose_token(prose, next)->sign != ')' ||
        prose_token(prose, first - 1)->sign != '(' || !is_acronym(prose, first - 2) || from == 0 ||
        !is_whole(prose, first - 2, next))
        return next;
    const Candidate *acronym = &g_array_index(candidates, Candidate, from - 1);
    if (acronym->range.end != token_end(prose_token(prose, first - 2)) ||
        initials_start(prose, next, prose_token(prose, first - 2)) != first)
        return next;
    guint joined = join_tokens(prose, first, next, candidates);
    g_array_index(candidates, Candidate, joined).same = (gint32)from - 1;
    Candidate *short_form = &g_array_index(candidates, Candidate, from - 1);
    short_form->strength = CANDIDATE_CERTAIN;
    short_form->type = g_array_index(candidates, Candidate, joined).type;
    return next;
}
