/* The text view: its size, what stands at its top, and scrolling. */
#include "view/text_view_private.h"

#define NUMBERS_FROM 50 /* columns from which paragraph numbers are shown */
#define MARGINS_FROM 16 /* columns from which there is air beside the text */

TextView *
text_view_new(Document *document)
{
    TextView *view = g_new0(TextView, 1);
    view->document = document_ref(document);
    view->layout = layout_new(document);
    view->numbers = TRUE;
    view->roles = g_array_new(FALSE, FALSE, sizeof(StyleSet));
    view->links = g_array_new(FALSE, FALSE, sizeof(guint32));
    text_view_set_size(view, 80, 24, 76);
    return view;
}

void
text_view_free(TextView *view)
{
    if (!view)
        return;
    layout_free(view->layout);
    document_unref(view->document);
    g_array_unref(view->roles);
    g_array_unref(view->links);
    g_free(view);
}

Layout *
text_view_layout(TextView *view)
{
    return view->layout;
}

static int
count_digits(guint number)
{
    int digits = 1;
    for (; number > 9; number /= 10)
        digits++;
    return digits;
}

static void
place_column(TextView *view)
{
    guint paragraphs = document_paragraph_count(view->document);
    gboolean narrow = view->width < MARGINS_FROM;
    view->digits = view->numbers && paragraphs > 0 && view->width >= NUMBERS_FROM ? count_digits(paragraphs) : 0;
    view->left = narrow ? 1 : view->digits ? 3 + view->digits : 2;
    layout_set_width(view->layout, MIN(view->measure, view->width - view->left - (narrow ? 0 : 1)));
    view->first_known = FALSE;
}

void
text_view_set_size(TextView *view, int width, int height, int measure)
{
    view->width = width;
    view->height = MAX(height, 0);
    view->measure = measure;
    place_column(view);
}

void
text_view_set_numbers(TextView *view, gboolean numbers)
{
    view->numbers = numbers;
    place_column(view);
}

int
text_view_width(const TextView *view)
{
    return view->width;
}

int
text_view_height(const TextView *view)
{
    return view->height;
}

/* --- the top -------------------------------------------------------------------------------------------------------------------------- */

/* The row of the top as the reader left it. */
static LayoutPosition
wanted_first(TextView *view)
{
    LayoutPosition at = layout_find(view->layout, view->top);
    if (at.block >= 0 && view->lead > 0 && at.piece == 0 && at.row == 0)
        at.row = -MIN(view->lead, layout_lead(view->layout, at.block));
    return at;
}

LayoutPosition
text_view_first(TextView *view)
{
    if (view->first_known && view->first_revision == layout_revision(view->layout))
        return view->first;
    LayoutPosition at = wanted_first(view);
    int below, wanted = MAX(view->height - 1, 0);
    layout_move(view->layout, at, wanted, &below);
    if (below < wanted)
        at = layout_move(view->layout, at, below - wanted, NULL);
    view->first = at;
    view->first_known = TRUE;
    view->first_revision = layout_revision(view->layout);
    return at;
}

static gboolean
is_same_row(LayoutPosition a, LayoutPosition b)
{
    return a.block == b.block && a.piece == b.piece && a.row == b.row;
}

gsize
text_view_top(TextView *view)
{
    LayoutPosition first = text_view_first(view);
    return is_same_row(first, wanted_first(view)) ? view->top : layout_offset(view->layout, first);
}

void
text_view_set_top(TextView *view, gsize offset)
{
    view->top = MIN(offset, document_length(view->document));
    view->lead = 0;
    view->first_known = FALSE;
}

static void
set_first(TextView *view, LayoutPosition first)
{
    view->top = layout_offset(view->layout, first);
    view->lead = MAX(-first.row, 0);
    view->first_known = FALSE;
}

/* --- scrolling ------------------------------------------------------------------------------------------------------------------------ */

int
text_view_scroll(TextView *view, int rows)
{
    LayoutPosition first = text_view_first(view);
    if (first.block < 0)
        return 0;
    if (rows > 0) {
        int page = MAX(view->height - 1, 0), below;
        layout_move(view->layout, first, rows > G_MAXINT - page ? G_MAXINT : rows + page, &below);
        rows = CLAMP(below - page, 0, rows);
    }
    int moved;
    first = layout_move(view->layout, first, rows, &moved);
    if (moved != 0)
        set_first(view, first);
    return moved;
}

static void
place_row(TextView *view, LayoutPosition row, int y)
{
    set_first(view, layout_move(view->layout, row, -y, NULL));
    /* Over the end of the text it goes no further than what is drawn. */
    set_first(view, text_view_first(view));
}

void
text_view_place(TextView *view, gsize offset, int where)
{
    LayoutPosition row = layout_find(view->layout, offset);
    if (row.block >= 0)
        place_row(view, row, MAX(view->height - 1, 0) * CLAMP(where, 0, 100) / 100);
}

/* Brings a row into sight at least `margin` rows from the edges; a row at least `least` rows from them is left where it is, one that is further off than `far` rows comes to stand a third from
 * the top. */
static gboolean
reveal(TextView *view, gsize offset, int margin, int least, int far)
{
    LayoutPosition row = layout_find(view->layout, offset), before = text_view_first(view);
    if (row.block < 0 || view->height <= 0)
        return FALSE;
    margin = CLAMP(margin, 0, (view->height - 1) / 2);
    least = MIN(least, margin);
    int y = layout_distance(view->layout, before, row, 2 * view->height), bottom = view->height - 1;
    if (y >= least && y <= bottom - least)
        return FALSE;
    if (y < -far || y > bottom + far)
        place_row(view, row, MAX(view->height / 3, margin));
    else
        place_row(view, row, y < margin ? margin : bottom - margin);
    return !is_same_row(before, text_view_first(view));
}

gboolean
text_view_reveal(TextView *view, gsize offset, int margin)
{
    return reveal(view, offset, margin, margin, view->height);
}

gboolean
text_view_show(TextView *view, gsize offset, int margin)
{
    return reveal(view, offset, margin, 0, 0);
}

gboolean
text_view_at_start(TextView *view)
{
    LayoutPosition first = text_view_first(view), start = layout_first(view->layout);
    return is_same_row(first, start) || first.block < 0;
}

gboolean
text_view_at_end(TextView *view)
{
    int below;
    layout_move(view->layout, text_view_first(view), MAX(view->height, 1), &below);
    return below < MAX(view->height, 1);
}
