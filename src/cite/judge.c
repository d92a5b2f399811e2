/* The judgement. Strong items carry a parenthesis in any place; weak and undated ones must stand where citations
 * stand, at the end of a sentence, and must not gloss or list. */
#include "cite/judge.h"

static GrammarItem *
item_at(GArray *items, guint index)
{
    return &g_array_index(items, GrammarItem, index);
}

static guint
count_strength(GArray *items, Strength strength)
{
    guint count = 0;
    for (guint i = 0; i < items->len; i++)
        count += item_at(items, i)->strength == strength;
    return count;
}

/* Names alone. */
static gboolean
judge_undated(const Verdict *verdict, GArray *items, const Surroundings *around)
{
    guint names = 0, backed = 0;
    gboolean see = FALSE, known = FALSE;
    for (guint i = 0; i < items->len; i++) {
        const GrammarItem *item = item_at(items, i);
        names += item->strength == STRENGTH_UNDATED;
        backed += item->strength == STRENGTH_UNDATED && item->backed;
        known |= item->known;
        see |= item->see;
    }
    if (names == 0 || backed * 2 < names || verdict->gloss || verdict->prose || verdict->etc || verdict->credit ||
        around->caption || around->note)
        return FALSE;
    if (see)
        return known && backed == names;
    return around->final && !around->after_media && !(names == 1 && around->after_name);
}

gboolean
judge(const Verdict *verdict, GArray *items, const Surroundings *around)
{
    guint strong = count_strength(items, STRENGTH_STRONG), weak = count_strength(items, STRENGTH_WEAK);
    gboolean dated = strong > 0 || (weak > 0 && around->final && !around->caption && !verdict->credit);
    /* A note is a whole sentence as a rule; one that says more than where a thing stands is no citation, though a
     * parenthesis in it may be. */
    if (around->note && !verdict->address && (verdict->gloss || verdict->remark))
        return FALSE;
    if (!dated)
        return judge_undated(verdict, items, around);
    for (guint i = 0; i < items->len;) {
        const GrammarItem *item = item_at(items, i);
        if (item->strength == STRENGTH_NONE || (item->strength == STRENGTH_UNDATED && !item->backed))
            g_array_remove_index(items, i);
        else
            i++;
    }
    return items->len > 0;
}
