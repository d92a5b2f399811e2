/* Runs of capitals. See run.h. */
#include "entity/run.h"

#include <string.h>

enum { MAX_AHEAD = 14 /* tokens that the fields of a ministry may take */ };

gboolean
prose_is(const Prose *prose, guint index, const char *word)
{
    const Token *token = prose_token(prose, index);
    return token->length == strlen(word) && memcmp(prose->text + token->start, word, token->length) == 0;
}

ListMatch
prose_match(const Prose *prose, guint index, guint end)
{
    ListMatch match = {0};
    if (!(prose_classes(prose, index) & (WORD_LISTED | WORD_PEOPLE)))
        return match;
    guint32 node = NODE_ROOT, capitals = 0;
    gboolean capital = (prose_token(prose, index)->flags & TOKEN_CAPITAL) != 0;
    if (capital && (prose_classes(prose, index) & WORD_PEOPLE))
        match.people = 1;
    for (guint at = index; at < end && at < index + 32; at++) {
        const Token *token = prose_token(prose, at);
        if (at > index && (token->flags & (TOKEN_BARRIER | TOKEN_START)))
            break;
        node = lists_child(prose->lists, node, forms_get(prose->forms, token->form)->word);
        if (node == NODE_NONE)
            break;
        if (token->flags & TOKEN_CAPITAL)
            capitals |= 1u << (at - index);
        const ListNode *ends = lists_node(prose->lists, node);
        guint length = at - index + 1;
        if (ends->entry && !(ends->capitals & ~capitals) && (!ends->upper || (token->flags & TOKEN_UPPER)) &&
            (!ends->mixed || (token->flags & (TOKEN_UPPER | TOKEN_MIXED)))) {
            match.name = length;
            match.entry = ends->entry;
            match.full = ends->full;
        }
        if (ends->flags & NODE_TITLE)
            match.title = length;
        if ((ends->flags & NODE_PEOPLE) && capital)
            match.people = length;
    }
    if (match.name && prose_is(prose, index, "the")) {
        /* "the West" is a place, but not in "the West Coast". */
        guint behind = index + match.name;
        match.small = TRUE;
        if (behind < end &&
            (prose_token(prose, behind)->flags & (TOKEN_CAPITAL | TOKEN_BARRIER | TOKEN_START)) == TOKEN_CAPITAL)
            match.name = 0;
    }
    return match;
}

/* TRUE where a token may go on a name: a word with a capital that is no address and no month. */
static gboolean
is_capital_word(const Prose *prose, guint index, guint end)
{
    if (index >= end)
        return FALSE;
    const Token *token = prose_token(prose, index);
    return token->kind == TOKEN_WORD && (token->flags & (TOKEN_CAPITAL | TOKEN_ODD)) == TOKEN_CAPITAL;
}

static gboolean
is_joined(const Prose *prose, guint index, guint end)
{
    return index < end && !(prose_token(prose, index)->flags & (TOKEN_BARRIER | TOKEN_START));
}

/* TRUE where tokens[index] is a hyphen without white space around it. */
static gboolean
is_hyphen(const Prose *prose, guint index, guint end)
{
    if (index + 1 >= end)
        return FALSE;
    const Token *hyphen = prose_token(prose, index), *behind = hyphen + 1;
    return hyphen->kind == TOKEN_SIGN && hyphen->sign == '-' && (hyphen->flags & TOKEN_GLUED) &&
           (behind->flags & TOKEN_GLUED);
}

static gboolean
is_article(const Prose *prose, guint index)
{
    static const char *const articles[] = {"al", "el", "ul",  "ad",  "ar",  "as",  "az",
                                           "an", "at", "ash", "bin", "ben", "abu", "de"};
    for (guint i = 0; i < G_N_ELEMENTS(articles); i++)
        if (prose_is(prose, index, articles[i]))
            return TRUE;
    return FALSE;
}

/* How many tokens in small letters open a name here: "al-" in "al-Assad", "bin" in "bin Salman", "von der"; else 0. */
static guint
small_opening(const Prose *prose, guint index, guint end)
{
    const Token *token = prose_token(prose, index);
    if (token->kind != TOKEN_WORD || token->length > 4 || (token->flags & TOKEN_CAPITAL))
        return 0;
    if (is_hyphen(prose, index + 1, end))
        return is_capital_word(prose, index + 2, end) && is_article(prose, index) ? 2 : 0;
    static const char *const particles[] = {"bin", "bint", "ibn", "van", "von"};
    guint length = 0;
    for (guint i = 0; i < G_N_ELEMENTS(particles); i++)
        length |= prose_is(prose, index, particles[i]);
    if (length && index + 2 < end && is_joined(prose, index + 1, end) &&
        (prose_is(prose, index + 1, "der") || prose_is(prose, index + 1, "den")))
        length = 2;
    return length && is_joined(prose, index + length, end) && is_capital_word(prose, index + length, end) ? length : 0;
}

gboolean
run_begins(const Prose *prose, guint index, guint end)
{
    const Token *token = prose_token(prose, index);
    if (token->kind != TOKEN_WORD || (token->flags & TOKEN_ODD))
        return FALSE;
    if (token->flags & TOKEN_CAPITAL)
        return !(prose_classes(prose, index) & WORD_TIME) || prose_match(prose, index, end).name > 1;
    if (small_opening(prose, index, end) > 0)
        return TRUE;
    return (prose_classes(prose, index) & WORD_OPENS_SMALL) && prose_match(prose, index, end).name > 1;
}

/* How many tokens a designation takes that begins at the token ("HQ-9", "Su-35", "F-16V", "KC-135-2"), or 0. */
static guint
designation_length(const Prose *prose, guint index, guint end)
{
    const Token *token = prose_token(prose, index);
    if (token->length > 4 || !is_hyphen(prose, index + 1, end) || prose_token(prose, index + 2)->kind != TOKEN_NUMBER)
        return 0;
    guint32 classes = prose_classes(prose, index);
    if ((classes & (WORD_TIME | WORD_PEOPLE)) || ((classes & WORD_COMMON) && !(token->flags & TOKEN_UPPER)) ||
        prose_is(prose, index, "U"))
        return 0;
    const Token *number = prose_token(prose, index + 2);
    for (guint32 i = 0; i < number->length; i++)
        if (strchr(".,:", prose->text[number->start + i]))
            return 0;
    guint length = 3;
    while (index + length < end && is_hyphen(prose, index + length, end) &&
           (prose_token(prose, index + length + 1)->kind == TOKEN_NUMBER ||
            is_capital_word(prose, index + length + 1, end)))
        length += 2;
    return length;
}

/* TRUE where `part`, in small letters behind a hyphen, belongs to the name that begins at index: "Kim Jong-un", "Moon
 * Jae-in", but not "Baku-based". */
static gboolean
is_second_part(const Prose *prose, guint index, guint part, const Item *before)
{
    const Token *token = prose_token(prose, part);
    if (before->kind != ITEM_WORD || token->kind != TOKEN_WORD || token->length > 6)
        return FALSE;
    guint32 known = WORD_COMMON | WORD_LISTED;
    if (prose_classes(prose, part) & WORD_COMMON)
        return (before->classes & (WORD_FAMILY | WORD_GIVEN)) && !(prose_classes(prose, index) & known) &&
               token->length <= 3;
    return (before->classes & (WORD_FAMILY | WORD_GIVEN)) ||
           (!before->ordinary && !(prose_classes(prose, index) & known));
}

/* How many tokens the word takes that begins at the token: with its hyphens ("Fazl-e-Haider", "Jong-un", "al-Assad")
 * and the stop of an abbreviation ("Ltd."). */
static guint
word_length(const Prose *prose, guint index, guint end, const Item *before)
{
    guint length = small_opening(prose, index, end) + 1;
    while (is_hyphen(prose, index + length, end)) {
        guint part = index + length + 1;
        if (is_capital_word(prose, part, end)) {
            if (prose_match(prose, part, end).name)
                break; /* "Rome-Paris" */
            length += 2;
        } else if (is_hyphen(prose, part + 1, end) && prose_token(prose, part)->length <= 3 &&
                   is_capital_word(prose, part + 2, end)) {
            length += 4; /* "-e-Haider" */
        } else if (before && is_second_part(prose, index, part, before)) {
            length += 2; /* "Jong-un" */
        } else {
            break;
        }
    }
    guint stop = index + length;
    if (stop < end && (prose_classes(prose, stop - 1) & WORD_ABBREVIATION) && prose_token(prose, stop)->sign == '.' &&
        (prose_token(prose, stop)->flags & TOKEN_GLUED))
        length++;
    return length;
}

/* TRUE where the word of a form is no name by itself: an ordinary word of the lists, its plural, or one that this
 * text writes small too. */
static gboolean
is_ordinary(const Run *run, const Prose *prose, guint index)
{
    const Form *form = forms_get(prose->forms, prose_token(prose, index)->form);
    if (form->classes & WORD_COMMON)
        return TRUE;
    if (forms_lower(prose->forms, prose_token(prose, index)->form) != FORM_NONE)
        return TRUE;
    if (form->classes & (WORD_GIVEN | WORD_FAMILY | WORD_LISTED))
        return FALSE;
    const char *word = prose->text + form->start;
    gsize length = form->length;
    if (length > 3 && word[length - 1] == 's' &&
        (lists_classes(prose->lists, lists_word(prose->lists, word, length - 1)) & WORD_COMMON))
        return TRUE;
    if (!run->headline && !(prose_token(prose, index)->flags & TOKEN_FIRST))
        return FALSE;
    if (length > 4 && (prose_token(prose, index)->flags & TOKEN_CAPITAL) && memcmp(word + length - 3, "ers", 3) == 0)
        return TRUE; /* "Northerners" */
    static const char *const endings[] = {"ing",  "ed",   "ly",   "tion",  "tions", "sion",    "ment", "ments",
                                          "ness", "ism",  "ists", "ities", "ity",   "ance",    "ence", "able",
                                          "ible", "ical", "ous",  "ful",   "ians",  "ologist", "ship"};
    for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
        gsize size = strlen(endings[i]);
        if (length > size + 3 && memcmp(word + length - size, endings[i], size) == 0)
            return TRUE;
    }
    return FALSE;
}

static void
add_item(Run *run, const Prose *prose, ItemKind kind, guint first, guint count)
{
    Item *item = &run->items[run->count++];
    *item = (Item){.first = first, .count = count, .kind = (guint8)kind};
    item->classes = prose_classes(prose, first);
    item->ordinary = kind == ITEM_WORD && is_ordinary(run, prose, first);
    for (guint i = 1; kind == ITEM_WORD && i < count; i++) {
        guint32 classes = prose_classes(prose, first + i);
        if (prose_token(prose, first + i)->kind == TOKEN_WORD && !is_ordinary(run, prose, first + i))
            item->ordinary = FALSE;
        item->classes |= classes & (WORD_GIVEN | WORD_FAMILY | WORD_ORG_END | WORD_ABBREVIATION);
    }
}

/* How many tokens of small words may stand at the token inside a name that goes on behind them ("of the", "van der",
 * "&", "'s" of "People's"), or 0. */
static guint
link_length(const Prose *prose, const Run *run, guint index, guint end)
{
    const Item *last = &run->items[run->count - 1];
    const Token *token = prose_token(prose, index);
    guint32 owner = prose_classes(prose, last->first + last->count - 1);
    guint length = 0;
    if (token->kind == TOKEN_POSSESSIVE ||
        (token->kind == TOKEN_SIGN && token->sign == '\'' && (token->flags & TOKEN_GLUED)))
        return (owner & WORD_OWNER) && is_capital_word(prose, index + 1, end) && is_joined(prose, index + 1, end) ? 1
                                                                                                                  : 0;
    if (token->sign == '&')
        return is_capital_word(prose, index + 1, end) ? 1 : 0;
    if (token->kind != TOKEN_WORD || (token->flags & TOKEN_CAPITAL))
        return 0;
    gboolean heads = FALSE; /* "Organisation for", "Committee on" */
    for (guint i = 0; i < run->count; i++)
        heads |= (run->items[i].classes & WORD_ORG_OF) != 0;
    gboolean of = prose_is(prose, index, "of"),
             article = of || (heads && (prose_is(prose, index, "for") || prose_is(prose, index, "on") ||
                                        prose_is(prose, index, "against")));
    if (article) {
        if (last->kind == ITEM_PEOPLE)
            return 0;
        length = 1;
        if (is_joined(prose, index + 1, end) && prose_is(prose, index + 1, "the")) {
            if (prose_match(prose, index + 1, end).name)
                return 0; /* "most of the West" */
            length = 2;
        }
    } else {
        while (length < 3 && index + length < end && (length == 0 || is_joined(prose, index + length, end)) &&
               (prose_classes(prose, index + length) & WORD_LINK) &&
               !(prose_token(prose, index + length)->flags & TOKEN_CAPITAL))
            length++;
    }
    return length && is_capital_word(prose, index + length, end) && is_joined(prose, index + length, end) ? length : 0;
}

/* The end of the fields of a ministry from a comma or "and" on ("Ministry of Labour, Health and Welfare"): ordinary
 * words with capitals, the last one behind "and"; 0 where it is something else. */
static guint
fields_end(const Prose *prose, const Run *run, guint index, guint end)
{
    gboolean heads = FALSE;
    for (guint i = 0; i + 1 < run->count; i++)
        heads |= (run->items[i].classes & WORD_ORG_OF) && run->items[i + 1].kind == ITEM_LINK;
    if (!heads)
        return 0;
    gboolean closed = FALSE, words = TRUE;
    guint at = index;
    for (; at < MIN(end, index + MAX_AHEAD) && is_joined(prose, at, end); at++) {
        const Token *token = prose_token(prose, at);
        if (is_capital_word(prose, at, end)) {
            if (!(prose_classes(prose, at) & WORD_COMMON) && !(prose_classes(prose, at) & WORD_ORG_END))
                return 0;
            words = TRUE;
        } else if (closed || !words) {
            break;
        } else if (prose_is(prose, at, "and")) {
            closed = TRUE;
            words = FALSE;
        } else if (token->sign == ',') {
            words = FALSE;
        } else {
            break;
        }
    }
    return closed && words ? at : 0;
}

/* The item at a token that a list knows or that is one word; its length in tokens. */
static guint
fill_item(Run *run, const Prose *prose, guint index, guint end)
{
    ListMatch match = prose_match(prose, index, end);
    guint designation = designation_length(prose, index, end);
    if (match.name && match.name >= match.title && match.name >= match.people && match.name >= designation) {
        add_item(run, prose, ITEM_NAME, index + match.small, match.name - match.small);
        Item *item = &run->items[run->count - 1];
        item->entry = match.entry;
        item->full = match.full;
        item->type = (guint8)lists_entry_type(prose->lists, match.entry);
        if (item->count == 1)
            item->ordinary = is_ordinary(run, prose, item->first);
        return match.name;
    }
    if (designation) {
        add_item(run, prose, ITEM_DESIGNATION, index, designation);
        return designation;
    }
    if (match.people && match.people >= match.title) {
        add_item(run, prose, ITEM_PEOPLE, index, match.people);
        return match.people;
    }
    if (match.title) {
        add_item(run, prose, ITEM_TITLE, index, match.title);
        return match.title;
    }
    guint length = word_length(prose, index, end, run->count > 0 ? &run->items[run->count - 1] : NULL);
    add_item(run, prose, ITEM_WORD, index, length);
    return length;
}

void
run_fill(Run *run, const Prose *prose, guint index, guint end, gboolean headline)
{
    run->count = 0;
    run->headline = headline;
    run->cut = FALSE;
    guint at = index;
    while (TRUE) {
        at += fill_item(run, prose, at, end);
        run->cut = run->count + 2 > RUN_MAX;
        if (run->cut || !is_joined(prose, at, end))
            break;
        guint link = link_length(prose, run, at, end), hyphen = is_hyphen(prose, at, end) ? 1 : 0,
              next = at + link + hyphen;
        guint fields = link || hyphen ? 0 : fields_end(prose, run, at, end);
        if (fields) {
            add_item(run, prose, ITEM_WORD, at, fields - at);
            run->items[run->count - 1].ordinary = TRUE;
            at = fields;
            break;
        }
        if (!is_capital_word(prose, next, end) && !(next < end && small_opening(prose, next, end)))
            break;
        if (!is_joined(prose, next, end))
            break;
        /* "Theresa May" goes on, "in Baku May 5" does not. */
        gboolean time = (prose_classes(prose, next) & WORD_TIME) != 0;
        if (time && prose_match(prose, next, end).name < 2) {
            gboolean surname =
                run->items[run->count - 1].kind == ITEM_WORD && (run->items[run->count - 1].classes & WORD_GIVEN);
            gboolean date = next + 1 < end && prose_token(prose, next + 1)->kind == TOKEN_NUMBER;
            if (!surname || date)
                break;
        }
        if (hyphen)
            add_item(run, prose, ITEM_LINK, at, 1);
        else if (link)
            add_item(run, prose, ITEM_LINK, at, link);
        at = next;
    }
    run->next = at;
    while (run->count > 0 && run->items[run->count - 1].kind == ITEM_LINK)
        run->count--;
}
