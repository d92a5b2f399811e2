/* A stack of open parentheses, as indexes into the array that is being filled. A ")" closes the nearest one, so a "("
 * that is never closed disturbs nobody but itself. */
#include "cite/brackets.h"

#include <string.h>

void
brackets_find(const char *text, Range window, gsize limit, GArray *brackets)
{
    g_array_set_size(brackets, 0);
    const char *first = memchr(text + window.start, '(', range_length(window));
    if (!first)
        return;
    g_autoptr(GArray) stack = g_array_sized_new(FALSE, FALSE, sizeof(guint), 64);
    limit = MIN(limit, window.end + BRACKETS_LONGEST);
    for (gsize at = (gsize)(first - text); at < limit && (at < window.end || stack->len); at++) {
        if (text[at] == '(') {
            Bracket bracket = {.open = at};
            g_array_append_val(stack, brackets->len);
            g_array_append_val(brackets, bracket);
        } else if (text[at] == ')' && stack->len) {
            Bracket *closed = &g_array_index(brackets, Bracket, g_array_index(stack, guint, stack->len - 1));
            g_array_set_size(stack, stack->len - 1);
            if (at - closed->open <= BRACKETS_LONGEST)
                closed->close = at;
            if (stack->len) {
                Bracket *outer = &g_array_index(brackets, Bracket, g_array_index(stack, guint, stack->len - 1));
                outer->height = MAX(outer->height, closed->height + 1);
            }
        }
    }
    guint keep = brackets->len;
    while (keep && g_array_index(brackets, Bracket, keep - 1).open >= window.end)
        keep--;
    g_array_set_size(brackets, keep);
}
