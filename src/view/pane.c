/* What all lists share. `rows` holds what stands under the filter; `items` the index of the first row of each item that the cursor can stand on. */
#include "view/pane.h"

#include <string.h>

#include "text/fold.h"

struct Pane {
    const PaneOps *ops;
    Article *article;
    guint order;
    char *filter;
    GArray *rows;  /* PaneRow */
    GArray *items; /* guint */
    int cursor;    /* index into items */
    int top;       /* first row shown */
    int height;    /* rows shown the last time it was drawn */
    int width;
    gboolean stale;
    guint revision, built_at;
    gboolean complete;
    Range here;
    gboolean focused;
};

static void
row_clear(gpointer data)
{
    PaneRow *row = data;
    g_free(row->left);
    g_free(row->middle);
    g_free(row->strip);
    g_free(row->right);
    g_free(row->also);
    g_free(row->places);
}

static GArray *
rows_new(void)
{
    GArray *rows = g_array_new(FALSE, TRUE, sizeof(PaneRow));
    g_array_set_clear_func(rows, row_clear);
    return rows;
}

Pane *
pane_new(const PaneOps *ops)
{
    Pane *pane = g_new0(Pane, 1);
    pane->ops = ops;
    pane->rows = rows_new();
    pane->items = g_array_new(FALSE, FALSE, sizeof(guint));
    pane->here = RANGE_NONE;
    pane->width = 38;
    pane->stale = TRUE;
    return pane;
}

void
pane_free(Pane *pane)
{
    if (!pane)
        return;
    g_clear_pointer(&pane->article, article_unref);
    g_array_unref(pane->rows);
    g_array_unref(pane->items);
    g_free(pane->filter);
    g_free(pane);
}

const PaneOps *
pane_ops(const Pane *pane)
{
    return pane->ops;
}

void
pane_set_article(Pane *pane, Article *article)
{
    if (article)
        article_ref(article);
    g_clear_pointer(&pane->article, article_unref);
    pane->article = article;
    pane->cursor = pane->top = 0;
    pane->here = RANGE_NONE;
    pane->stale = TRUE;
    g_clear_pointer(&pane->filter, g_free);
}

static PaneRow *
row_at(const Pane *pane, guint index)
{
    return &g_array_index(pane->rows, PaneRow, index);
}

static gboolean
row_matches(const PaneRow *row, const char *filter)
{
    const char *parts[] = {row->left, row->middle, row->right, row->also};
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
        g_autofree char *folded = parts[i] ? fold_text(parts[i], -1, FOLD_ALL) : NULL;
        if (folded && strstr(folded, filter))
            return TRUE;
    }
    return FALSE;
}

/* Keeps the items that match with the head above them, and all items of a head that matches itself. */
static void
apply_filter(Pane *pane, GArray *all)
{
    g_autofree char *filter = fold_text(pane->filter, -1, FOLD_ALL);
    int group = -1;
    gboolean group_kept = FALSE, group_matches = FALSE;
    for (guint i = 0; i < all->len; i++) {
        PaneRow *row = &g_array_index(all, PaneRow, i);
        gboolean matches = row_matches(row, filter);
        gboolean is_head = row->kind != PANE_ROW_ITEM;
        if (is_head) {
            group = (int)i;
            group_kept = FALSE;
            group_matches = matches;
        }
        if (!matches && !group_matches)
            continue;
        if (!is_head && group >= 0 && !group_kept) {
            PaneRow *head = &g_array_index(all, PaneRow, (guint)group);
            g_array_append_val(pane->rows, *head);
            memset(head, 0, sizeof *head);
            group_kept = TRUE;
        }
        if (is_head)
            group_kept = TRUE;
        g_array_append_val(pane->rows, *row);
        memset(row, 0, sizeof *row);
    }
}

static void
build(Pane *pane)
{
    g_array_set_size(pane->rows, 0);
    g_array_set_size(pane->items, 0);
    if (pane->filter && *pane->filter) {
        g_autoptr(GArray) all = rows_new();
        pane->ops->build(pane->article, pane->order, pane->width, all);
        apply_filter(pane, all);
    } else {
        pane->ops->build(pane->article, pane->order, pane->width, pane->rows);
    }
    for (guint i = 0; i < pane->rows->len; i++)
        if (row_at(pane, i)->kind != PANE_ROW_TEXT && (i == 0 || row_at(pane, i)->item != row_at(pane, i - 1)->item))
            g_array_append_val(pane->items, i);
    pane->cursor = CLAMP(pane->cursor, 0, MAX(0, (int)pane->items->len - 1));
}

/* While a large article is still being read the rows are built again only when a quarter more has been found, so that all building together stays linear. */
static void
refresh(Pane *pane)
{
    if (!pane->article)
        return;
    guint revision = article_revision(pane->article);
    gboolean complete = article_progress(pane->article) >= 100;
    gboolean grown = revision != pane->revision && (complete || revision - pane->built_at >= pane->built_at / 4);
    if (!pane->stale && !grown && complete == pane->complete)
        return;
    pane->revision = revision;
    pane->built_at = revision;
    pane->complete = complete;
    pane->stale = FALSE;
    build(pane);
}

void
pane_set_order(Pane *pane, guint order)
{
    pane->order = order;
    pane->stale = TRUE;
    pane->cursor = pane->top = 0;
}

guint
pane_order(const Pane *pane)
{
    return pane->order;
}

void
pane_set_filter(Pane *pane, const char *filter)
{
    if (g_strcmp0(pane->filter, filter) == 0)
        return;
    g_free(pane->filter);
    pane->filter = g_strdup(filter);
    pane->stale = TRUE;
    pane->cursor = pane->top = 0;
}

const char *
pane_filter(const Pane *pane)
{
    return pane->filter;
}

/* --- places -------------------------------------------------------------------------------------------------------------------------------- */

/* Index of the first place that starts at or after offset. */
static guint
place_from(const PaneRow *row, gsize offset)
{
    guint low = 0, high = row->n_places;
    while (low < high) {
        guint middle = (low + high) / 2;
        if (row->places[middle].start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static gboolean
is_here(const Pane *pane, const PaneRow *row)
{
    if (range_is_none(pane->here))
        return FALSE;
    guint i = place_from(row, pane->here.start);
    if (i < row->n_places && row->places[i].start < pane->here.end)
        return TRUE;
    return i > 0 && row->places[i - 1].end > pane->here.start; /* one that began before and reaches in: a section */
}

gsize
pane_place(Pane *pane, gsize caret, int direction)
{
    const PaneRow *row = pane_current(pane);
    if (!row || row->n_places == 0)
        return G_MAXSIZE;
    if (direction >= 0) {
        guint next = place_from(row, caret + 1);
        return row->places[next < row->n_places ? next : 0].start;
    }
    guint before = place_from(row, caret);
    return row->places[before > 0 ? before - 1 : row->n_places - 1].start;
}

void
pane_follow(Pane *pane, Range paragraph, gsize caret)
{
    refresh(pane);
    if (pane->here.start == paragraph.start && pane->here.end == paragraph.end)
        return;
    pane->here = paragraph;
    if (pane->focused)
        return;
    for (guint i = 0; i < pane->rows->len; i++) {
        const PaneRow *row = row_at(pane, i);
        if (row->kind != PANE_ROW_ITEM || !is_here(pane, row))
            continue;
        int rows = MAX(1, pane->height);
        if ((int)i <= pane->top || (int)i >= pane->top + rows) {
            guint group = i;
            while (group > 0 && row_at(pane, group)->kind == PANE_ROW_ITEM)
                group--;
            pane->top = (int)(i - group < (guint)rows / 2 ? group : i - 1);
        }
        return;
    }
}

/* --- the cursor ------------------------------------------------------------------------------------------------------------------------------ */

static guint
cursor_row(const Pane *pane)
{
    return pane->items->len ? g_array_index(pane->items, guint, pane->cursor) : 0;
}

static void
show_cursor(Pane *pane)
{
    int row = (int)cursor_row(pane), rows = MAX(1, pane->height);
    if (pane->cursor == 0)
        row = 0;
    if (row <= pane->top) /* a row more, where its group stands */
        pane->top = MAX(0, row - 1);
    if (row >= pane->top + rows)
        pane->top = row - rows + 1;
}

gboolean
pane_move(Pane *pane, int items)
{
    refresh(pane);
    int to = CLAMP(pane->cursor + items, 0, MAX(0, (int)pane->items->len - 1));
    gboolean moved = to != pane->cursor;
    pane->cursor = to;
    show_cursor(pane);
    return moved;
}

gboolean
pane_move_to(Pane *pane, gboolean end)
{
    refresh(pane);
    return pane_move(pane, end ? (int)pane->items->len : -(int)pane->items->len);
}

gboolean
pane_page(Pane *pane, int pages)
{
    return pane_move(pane, pages * MAX(1, pane->height - 1));
}

gboolean
pane_scroll(Pane *pane, int rows)
{
    refresh(pane);
    int top = CLAMP(pane->top + rows, 0, MAX(0, (int)pane->rows->len - pane->height));
    gboolean moved = top != pane->top;
    pane->top = top;
    return moved;
}

const PaneRow *
pane_current(Pane *pane)
{
    refresh(pane);
    return pane->items->len ? row_at(pane, cursor_row(pane)) : NULL;
}

gboolean
pane_select_id(Pane *pane, PaneRowKind kind, guint id)
{
    refresh(pane);
    for (guint i = 0; i < pane->items->len; i++) {
        const PaneRow *row = row_at(pane, g_array_index(pane->items, guint, i));
        if (row->kind == kind && row->id == id) {
            pane->cursor = (int)i;
            show_cursor(pane);
            return TRUE;
        }
    }
    return FALSE;
}

gboolean
pane_select_row(Pane *pane, int row)
{
    refresh(pane);
    guint wanted = (guint)(pane->top + row - 1);
    if (row < 1 || wanted >= pane->rows->len || row_at(pane, wanted)->kind == PANE_ROW_TEXT)
        return FALSE;
    for (guint i = pane->items->len; i-- > 0;) {
        if (g_array_index(pane->items, guint, i) <= wanted) {
            pane->cursor = (int)i;
            return TRUE;
        }
    }
    return FALSE;
}

/* --- drawing --------------------------------------------------------------------------------------------------------------------------------- */

static int
width_of(const char *text)
{
    return text ? display_width(text, strlen(text)) : 0;
}

/* " CITATIONS 27 on 20 works            by source ▾ " over what stands in the row (air, or the rule of a drawer). */
static void
draw_title(Pane *pane, Grid *grid, Rect area, gboolean focused)
{
    StyleSet roles = STYLE_BIT(STYLE_PANE_TITLE) | (focused ? STYLE_BIT(STYLE_PANE_HERE) : 0);
    g_autofree char *title = g_strdup_printf(" %s ", pane->ops->title);
    int x = area.x, end = area.x + area.width;
    x += grid_text(grid, x, area.y, area.width, title, roles);
    g_autofree char *order = NULL;
    if (pane->ops->orders[0] && pane->ops->orders[1])
        order = g_strdup_printf(" %s %s ", pane->ops->orders[pane->order], grid_sign(grid, "▾"));
    int right = width_of(order);
    if (right && end - x > right + 6) {
        grid_text(grid, end - right, area.y, right, order, STYLE_BIT(STYLE_DIM));
        end -= right;
    }
    g_autofree char *figure = NULL;
    if (pane->filter && *pane->filter)
        figure = g_strdup_printf(" «%s» ", pane->filter);
    else if (pane->article && pane->ops->figure)
        figure = pane->ops->figure(pane->article);
    if (figure && *figure && end - x > 4) {
        g_strstrip(figure);
        if (width_of(figure) + 1 > end - x && !(pane->filter && *pane->filter)) /* "27" says it, too; half a word does not */
            figure[strcspn(figure, " ")] = '\0';
        g_autofree char *spaced = g_strdup_printf("%s ", figure);
        grid_text(grid, x, area.y, end - x, spaced, STYLE_BIT(STYLE_PANE_COUNT));
    }
}

static void
draw_row(Pane *pane, Grid *grid, const PaneRow *row, int x, int y, int width, StyleSet under)
{
    StyleSet left = under | STYLE_BIT(row->kind == PANE_ROW_GROUP ? STYLE_PANE_GROUP : row->kind == PANE_ROW_ITEM ? STYLE_PANE_ITEM : STYLE_DIM);
    StyleSet right = under | STYLE_BIT(STYLE_PANE_COUNT);
    int end = x + width - 1;
    if (row->kind == PANE_ROW_ITEM && is_here(pane, row))
        grid_text(grid, end - 1, y, 1, grid_sign(grid, "●"), under | STYLE_BIT(STYLE_PANE_HERE));
    if (row->kind == PANE_ROW_ITEM)
        end -= 2;
    int w = width_of(row->right);
    if (w && end - x > w + 8) {
        grid_text(grid, end - w, y, w, row->right, right);
        end -= MAX(w, 3) + 1;
    }
    w = width_of(row->strip);
    if (w && end - x > w + 10) {
        grid_text(grid, end - w, y, w, row->strip, right | STYLE_BIT(STYLE_BAR));
        end -= w + 1;
    }
    w = width_of(row->middle);
    if (w && end - x > w + 10) {
        grid_text(grid, end - w, y, w, row->middle, right);
        end -= w + 1;
    }
    x += 1 + row->indent * 2;
    grid_text(grid, x, y, end - x, row->left, left);
}

/* The first row shown: inside a group, the group's own row stays there, so that one can see whose entries these are. */
static const PaneRow *
top_row(const Pane *pane)
{
    guint top = (guint)pane->top, group = top;
    while (group > 0 && row_at(pane, group)->kind == PANE_ROW_ITEM)
        group--;
    gboolean covers_cursor = pane->focused && pane->items->len && cursor_row(pane) == top;
    return row_at(pane, row_at(pane, group)->kind == PANE_ROW_ITEM || covers_cursor ? top : group);
}

void
pane_draw(Pane *pane, Grid *grid, Rect area, gboolean focused)
{
    if (area.width != pane->width) {
        pane->width = area.width;
        pane->stale = TRUE;
    }
    pane->focused = focused;
    pane->height = area.height - 1;
    refresh(pane);
    draw_title(pane, grid, area, focused);
    if (focused)
        show_cursor(pane);
    pane->top = CLAMP(pane->top, 0, MAX(0, (int)pane->rows->len - pane->height));
    if (pane->rows->len == 0) {
        gboolean searching = pane->article && article_progress(pane->article) < 100;
        const char *why = pane->filter && *pane->filter ? "Nothing matches; Esc shows all." : searching ? "Still reading …" : pane->ops->empty;
        grid_text(grid, area.x + 1, area.y + 1, area.width - 2, why, STYLE_BIT(STYLE_DIM));
        if (focused)
            grid_set_cursor(grid, area.x + 1, area.y + 1);
        return;
    }
    guint selected = pane->items->len ? row_at(pane, cursor_row(pane))->item : G_MAXUINT;
    for (int i = 0; i < pane->height && pane->top + i < (int)pane->rows->len; i++) {
        const PaneRow *row = i == 0 ? top_row(pane) : row_at(pane, (guint)(pane->top + i));
        gboolean chosen = focused && row->kind != PANE_ROW_TEXT && row->item == selected;
        StyleSet under = chosen ? STYLE_BIT(STYLE_CURSOR_LINE_FOCUS) : 0;
        if (chosen) {
            grid_clear(grid, (Rect){area.x, area.y + 1 + i, area.width, 1}, STYLE_BIT(STYLE_TEXT) | under);
            grid_set_cursor(grid, area.x + 1 + row->indent * 2, area.y + 1 + i);
        }
        draw_row(pane, grid, row, area.x, area.y + 1 + i, area.width, under);
    }
}
