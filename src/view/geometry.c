/* From a request to rectangles, by arithmetic alone. Rows from the top: title line, rule, content, rule, status line; where the screen is low the rules go first. */
#include "view/geometry.h"

#include <string.h>

#define RULES_FROM 14    /* rows of a screen that can afford the two rules */
#define TEXT_MIN 60      /* columns that the article keeps beside the lists */
#define LIST_MIN 4       /* rows of a list with its title */
#define ARTICLE_MIN 5    /* rows that the article keeps under a pinned summary or over a drawer */
#define MARGINS 8        /* columns beside the measure: number, bar and air */
#define SIDEBAR_SPARE 24 /* columns by which the lists may grow where the screen has more than the text needs */

const char *
pane_name(PaneId id)
{
    static const char *const names[PANE_COUNT] = {
        [PANE_ARTICLE] = "article", [PANE_SUMMARY] = "summary", [PANE_CITATIONS] = "citations", [PANE_ENTITIES] = "entities", [PANE_OUTLINE] = "outline",
    };
    return names[id];
}

static void
add_rule(Geometry *geometry, int y, int from, int to)
{
    int i = geometry->rules++;
    geometry->rule_y[i] = y;
    geometry->rule_from[i] = from;
    geometry->rule_to[i] = to;
}

/* The lists of the right-hand column over one another, with a rule between them; `share` is how the rows are divided before ^W + and - have their say. */
static void
stack_lists(const GeometryRequest *request, Geometry *geometry, Rect column)
{
    static const int share[PANE_COUNT] = {[PANE_CITATIONS] = 5, [PANE_ENTITIES] = 4, [PANE_OUTLINE] = 3};
    int count = 0, shares = 0, last = 0;
    for (int i = PANE_CITATIONS; i < PANE_COUNT; i++) {
        if (request->shown & PANE_BIT(i)) {
            count++;
            shares += share[i];
            last = i;
        }
    }
    int rows = column.height - (count - 1), y = column.y, left = count, rest = rows;
    int least = count ? MIN(LIST_MIN, rows / count) : 0; /* on a low screen each list keeps its title and what little there is */
    for (int i = PANE_CITATIONS; i < PANE_COUNT; i++) {
        if (!(request->shown & PANE_BIT(i)))
            continue;
        int height = left == 1 ? rest : rows * share[i] / shares + request->weight[i];
        if (left == 2) /* the last list takes what is left: it grows by taking from the one above */
            height -= request->weight[last];
        height = CLAMP(height, least, rest - (left - 1) * least);
        geometry->pane[i] = (Rect){column.x, y, column.width, height};
        y += height;
        rest -= height;
        if (--left > 0) {
            add_rule(geometry, y, geometry->rule_x, column.x + column.width);
            y++;
        }
    }
}

/* The article in the middle of its column, where that has more than the measure needs. */
static Rect
centred(Rect column, int measure)
{
    int spare = column.width - (measure + MARGINS);
    if (spare < 2 * MARGINS)
        return column;
    return (Rect){column.x + spare / 2, column.y, column.width - spare / 2, column.height};
}

static void
wide_layout(const GeometryRequest *request, Geometry *geometry, Rect content)
{
    gboolean lists = (request->shown & (PANE_BIT(PANE_CITATIONS) | PANE_BIT(PANE_ENTITIES) | PANE_BIT(PANE_OUTLINE))) != 0;
    Rect column = content;
    if (lists) {
        int spare = content.width - request->sidebar - (request->measure + MARGINS);
        int sidebar = request->sidebar + CLAMP(spare, 0, SIDEBAR_SPARE);
        sidebar = CLAMP(sidebar, 10, content.width - TEXT_MIN);
        column.width = content.width - sidebar;
        geometry->rule_x = column.width;
        geometry->rule_top = content.y;
        geometry->rule_end = content.y + content.height;
        if (geometry->rules > 0) { /* the full rules above and below, joined */
            geometry->rule_top--;
            geometry->rule_end++;
        }
        stack_lists(request, geometry, (Rect){column.width + 1, content.y, sidebar - 1, content.height});
    }
    int summary = 0;
    if (request->shown & PANE_BIT(PANE_SUMMARY)) {
        summary = 1 + request->summary_rows;
        summary = MIN(summary, content.height / 3) + request->weight[PANE_SUMMARY];
        summary = CLAMP(summary, 2, MAX(2, content.height - 1 - ARTICLE_MIN));
        summary = MIN(summary, 1 + MAX(1, request->summary_rows));
        Rect place = centred(column, request->measure);
        geometry->pane[PANE_SUMMARY] = (Rect){place.x, column.y, place.width, summary};
        add_rule(geometry, column.y + summary, 0, column.width + (lists ? 1 : 0));
        summary++;
    }
    Rect rest = {column.x, column.y + summary, column.width, column.height - summary};
    geometry->pane[PANE_ARTICLE] = centred(rest, request->measure);
}

/* One column; the drawer's first row is a rule that bears its title. */
static void
narrow_layout(const GeometryRequest *request, Geometry *geometry, Rect content)
{
    int drawer = 0;
    if (request->drawer != PANE_ARTICLE) {
        drawer = content.height / 2 + request->weight[request->drawer];
        drawer = CLAMP(drawer, MIN(LIST_MIN, content.height - ARTICLE_MIN), content.height - ARTICLE_MIN);
        int y = content.y + content.height - drawer;
        geometry->pane[request->drawer] = (Rect){content.x, y, content.width, drawer};
        add_rule(geometry, y, 0, content.width);
    }
    geometry->pane[PANE_ARTICLE] = (Rect){content.x, content.y, content.width, content.height - drawer};
}

void
geometry_compute(const GeometryRequest *request, Geometry *geometry)
{
    memset(geometry, 0, sizeof *geometry);
    geometry->rule_x = -1;
    geometry->wide = request->width >= GEOMETRY_WIDE;
    geometry->too_small = request->width < GEOMETRY_MIN_WIDTH || request->height < GEOMETRY_MIN_HEIGHT;
    if (geometry->too_small)
        return;
    geometry->top = (Rect){0, 0, request->width, 1};
    geometry->status = (Rect){0, request->height - 1, request->width, 1};
    Rect content = {0, 1, request->width, request->height - 2};
    if (request->height >= RULES_FROM) {
        add_rule(geometry, 1, 0, request->width);
        add_rule(geometry, request->height - 2, 0, request->width);
        content = (Rect){0, 2, request->width, request->height - 4};
    }
    if (geometry->wide)
        wide_layout(request, geometry, content);
    else
        narrow_layout(request, geometry, content);
}

char *
geometry_dump(const Geometry *geometry, int width, int height)
{
    static const char letters[PANE_COUNT] = {[PANE_ARTICLE] = 'a', [PANE_SUMMARY] = 's', [PANE_CITATIONS] = 'c', [PANE_ENTITIES] = 'e', [PANE_OUTLINE] = 'o'};
    g_autoptr(GString) cells = g_string_new(NULL);
    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++)
            g_string_append_c(cells, geometry->too_small ? '!' : '.');
        g_string_append_c(cells, '\n');
    }
    char *at = cells->str;
#define AT(x, y) at[(y) * (width + 1) + (x)]
    for (int i = 0; i < PANE_COUNT; i++)
        for (int y = geometry->pane[i].y; y < geometry->pane[i].y + geometry->pane[i].height; y++)
            for (int x = geometry->pane[i].x; x < geometry->pane[i].x + geometry->pane[i].width; x++)
                AT(x, y) = letters[i];
    for (int i = 0; i < geometry->rules; i++)
        for (int x = geometry->rule_from[i]; x < geometry->rule_to[i]; x++)
            AT(x, geometry->rule_y[i]) = '-';
    if (geometry->rule_x >= 0)
        for (int y = geometry->rule_top; y < geometry->rule_end; y++)
            AT(geometry->rule_x, y) = '|';
    for (int x = 0; x < width && geometry->top.height; x++) {
        AT(x, geometry->top.y) = 'T';
        AT(x, geometry->status.y) = 'S';
    }
#undef AT
    return g_strdup(cells->str);
}
