/* places[0..count) are the past up to `hand`, and the future from it on: back goes to places[hand - 1], forward to places[hand + 1]. While hand == count the reader stands at a place
 * that is not in the list; the first step back puts it there. */
#include "app/jumps.h"

#define JUMPS_MAX 100

struct Jumps {
    GArray *places; /* Place, each with a reference to its article */
    guint hand;
};

static void
place_clear(gpointer data)
{
    Place *place = data;
    article_unref(place->article);
}

Jumps *
jumps_new(void)
{
    Jumps *jumps = g_new0(Jumps, 1);
    jumps->places = g_array_new(FALSE, FALSE, sizeof(Place));
    g_array_set_clear_func(jumps->places, place_clear);
    return jumps;
}

void
jumps_free(Jumps *jumps)
{
    if (!jumps)
        return;
    g_array_unref(jumps->places);
    g_free(jumps);
}

static Place *
jumps_get(const Jumps *jumps, guint index)
{
    return &g_array_index(jumps->places, Place, index);
}

static void
jumps_push(Jumps *jumps, Place place)
{
    if (jumps->places->len > 0) {
        const Place *last = jumps_get(jumps, jumps->places->len - 1);
        if (last->article == place.article && last->offset == place.offset)
            return;
    }
    article_ref(place.article);
    g_array_append_val(jumps->places, place);
    if (jumps->places->len > JUMPS_MAX)
        g_array_remove_index(jumps->places, 0);
}

void
jumps_leave(Jumps *jumps, Place from)
{
    if (jumps->hand < jumps->places->len)
        g_array_set_size(jumps->places, jumps->hand);
    jumps_push(jumps, from);
    jumps->hand = jumps->places->len;
}

gboolean
jumps_back(Jumps *jumps, Place here, Place *to)
{
    if (jumps->hand == 0)
        return FALSE;
    if (jumps->hand == jumps->places->len) {
        Place last = *jumps_get(jumps, jumps->hand - 1);
        jumps_push(jumps, here);
        jumps->hand = jumps->places->len - 1;
        if (last.article == here.article && last.offset == here.offset && jumps->hand == 0)
            return FALSE;
        if (jumps->hand == 0) /* the list was full and its first place fell out */
            return FALSE;
    }
    jumps->hand--;
    *to = *jumps_get(jumps, jumps->hand);
    return TRUE;
}

gboolean
jumps_forward(Jumps *jumps, Place *to)
{
    if (jumps->hand + 1 >= jumps->places->len)
        return FALSE;
    jumps->hand++;
    *to = *jumps_get(jumps, jumps->hand);
    return TRUE;
}

void
jumps_forget(Jumps *jumps, Article *article)
{
    for (guint i = jumps->places->len; i-- > 0;) {
        if (jumps_get(jumps, i)->article != article)
            continue;
        g_array_remove_index(jumps->places, i);
        if (i < jumps->hand)
            jumps->hand--;
    }
}
