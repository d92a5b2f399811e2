/* See rewrite.h. Two pens are kept: what ncurses believes the terminal has, and what it has. They are brought together
 * before a character is sent, and before the screen is scrolled or erased, which fills with the background; a space
 * asks only for what shows on a space. Nothing is
 * sent that terminals disagree on: no REP (CSI b) for a rule, though terminfo has it, for mosh, tmux up to 3.4 and some
 * others draw its sign once. */
#include "tui/rewrite.h"

#include <string.h>

#include "config/color.h"

enum {
    TOKEN_FIRST = 16,
    TOKEN_COUNT = 256 - TOKEN_FIRST,
    LINKS_MAX = 180,     /* tokens with links: the rest is for colours, of which a theme has fewer */
    URL_MAX = 2000,      /* bytes: longer ones are not taken by terminals, and would be sent again and again */
    PARAMETERS_MAX = 32, /* of one control sequence */
};

enum { PEN_BLINK = 32, PEN_HIDDEN = 64, PEN_STRUCK = 128, PEN_ON_BLANKS = ATTR_UNDERLINE | ATTR_REVERSE | PEN_STRUCK };

typedef struct {
    Color color;
    guint32 link;
    char *url;
    guint64 used; /* the last frame that asked for it */
} Token;

typedef struct {
    guint8 attributes;
    gint16 foreground, background; /* palette numbers; -1: the terminal's own */
} Pen;

struct Rewriter {
    gboolean tokens_in_use, true_color;
    Token tokens[TOKEN_COUNT];
    guint count, links;
    guint64 frame;
    Pen want, have, saved;
    const Token *open; /* the link that is open on the terminal */
};

static const Pen plain = {0, -1, -1};

Rewriter *
rewriter_new(gboolean tokens)
{
    Rewriter *rewriter = g_new0(Rewriter, 1);
    rewriter->tokens_in_use = tokens;
    rewriter->want = rewriter->have = rewriter->saved = plain;
    rewriter->frame = 2; /* so that an unused token's 0 lies back far enough */
    return rewriter;
}

void
rewriter_free(Rewriter *rewriter)
{
    if (!rewriter)
        return;
    for (guint i = 0; i < rewriter->count; i++)
        g_free(rewriter->tokens[i].url);
    g_free(rewriter);
}

/* --- tokens ------------------------------------------------------------------------------------------------------- */

void
rewriter_begin(Rewriter *rewriter)
{
    rewriter->frame++;
}

void
rewriter_forget(Rewriter *rewriter, gboolean true_color)
{
    rewriter->true_color = true_color;
    for (guint i = 0; i < rewriter->count; i++)
        g_free(rewriter->tokens[i].url);
    memset(rewriter->tokens, 0, sizeof rewriter->tokens);
    rewriter->count = rewriter->links = 0;
    rewriter->open = NULL;
}

/* Only what leads to a page or a mailbox: no file of this machine, no command of some program. */
static gboolean
may_be_opened(const char *url)
{
    static const char *const schemes[] = {"http://", "https://", "mailto:"};
    for (guint i = 0; i < G_N_ELEMENTS(schemes); i++)
        if (g_ascii_strncasecmp(url, schemes[i], strlen(schemes[i])) == 0)
            return strnlen(url, URL_MAX + 1) <= URL_MAX;
    return FALSE;
}

static Token *
find_token(Rewriter *rewriter, Color color, guint32 link, const char *url)
{
    for (guint i = 0; i < rewriter->count; i++) {
        Token *token = &rewriter->tokens[i];
        if (token->link == link && color_equal(token->color, color) && g_strcmp0(token->url, url) == 0)
            return token;
    }
    return NULL;
}

/* A number that no cell on the screen bears; NULL: there is none. */
static Token *
free_token(Rewriter *rewriter, gboolean for_link)
{
    if (for_link && rewriter->links >= LINKS_MAX) { /* only in place of another link */
        for (guint i = 0; i < rewriter->count; i++)
            if (rewriter->tokens[i].url && rewriter->tokens[i].used + 1 < rewriter->frame)
                return &rewriter->tokens[i];
        return NULL;
    }
    if (rewriter->count < TOKEN_COUNT)
        return &rewriter->tokens[rewriter->count++];
    for (guint i = 0; i < rewriter->count; i++)
        if (rewriter->tokens[i].used + 1 < rewriter->frame)
            return &rewriter->tokens[i];
    return NULL;
}

int
rewriter_token(Rewriter *rewriter, Color color, guint32 link, const char *url)
{
    if (!link || !url || !may_be_opened(url)) {
        link = 0;
        url = NULL;
    }
    if (color.kind == COLOR_DEFAULT && !url)
        return -1;
    Token *token = find_token(rewriter, color, link, url);
    if (!token) {
        token = free_token(rewriter, url != NULL);
        if (!token)
            return url ? rewriter_token(rewriter, color, 0, NULL) : -1;
        if (token->url)
            rewriter->links--;
        g_free(token->url);
        *token = (Token){color, link, g_strdup(url), 0};
        if (url)
            rewriter->links++;
    }
    token->used = rewriter->frame;
    return TOKEN_FIRST + (int)(token - rewriter->tokens);
}

static const Token *
token_at(const Rewriter *rewriter, int number)
{
    guint index = (guint)(number - TOKEN_FIRST);
    return rewriter->tokens_in_use && number >= TOKEN_FIRST && index < rewriter->count ? &rewriter->tokens[index]
                                                                                       : NULL;
}

/* --- from pens to bytes ------------------------------------------------------------------------------------------- */

static void
add(GString *out, int parameter)
{
    g_string_append_printf(out, out->len ? ";%d" : "%d", parameter);
}

static void
add_color(const Rewriter *rewriter, GString *out, int number, gboolean background)
{
    const Token *token = token_at(rewriter, number);
    Color color =
        token ? token->color : (Color){.kind = number < 0 ? COLOR_DEFAULT : COLOR_INDEX, .index = (guint8)number};
    int base = background ? 48 : 38;
    if (color.kind == COLOR_RGB && !rewriter->true_color)
        color = color_nearest_256(color);
    if (color.kind == COLOR_DEFAULT) {
        add(out, base + 1);
    } else if (color.kind == COLOR_RGB) {
        add(out, base);
        g_string_append_printf(out, ";2;%d;%d;%d", color.r, color.g, color.b);
    } else if (color.index < 16) {
        add(out, (color.index < 8 ? 30 + color.index : 90 + color.index - 8) + (background ? 10 : 0));
    } else {
        add(out, base);
        g_string_append_printf(out, ";5;%d", color.index);
    }
}

static const struct {
    guint8 attribute;
    int on, off;
} codes[] = {
    {ATTR_BOLD, 1, 22}, {ATTR_DIM, 2, 22},     {ATTR_ITALIC, 3, 23}, {ATTR_UNDERLINE, 4, 24},
    {PEN_BLINK, 5, 25}, {ATTR_REVERSE, 7, 27}, {PEN_HIDDEN, 8, 28},  {PEN_STRUCK, 9, 29},
};

static gboolean
same_color(const Rewriter *rewriter, int a, int b)
{
    if (a == b)
        return TRUE;
    const Token *left = token_at(rewriter, a), *right = token_at(rewriter, b);
    if (!left && !right)
        return FALSE;
    if (!left || !right) /* a link in the terminal's own colour */
        return (left ? b : a) < 0 && (left ? left : right)->color.kind == COLOR_DEFAULT;
    return color_equal(left->color, right->color);
}

/* The parameters that lead from one pen to another. */
static void
add_difference(const Rewriter *rewriter, GString *out, const Pen *from, const Pen *to)
{
    guint8 off = from->attributes & (guint8)~to->attributes, on = to->attributes & (guint8)~from->attributes;
    if (off & (ATTR_BOLD | ATTR_DIM)) /* one code takes both away */
        on |= to->attributes & (ATTR_BOLD | ATTR_DIM);
    int last = 0;
    for (guint i = 0; i < G_N_ELEMENTS(codes); i++)
        if ((off & codes[i].attribute) && codes[i].off != last)
            add(out, last = codes[i].off);
    for (guint i = 0; i < G_N_ELEMENTS(codes); i++)
        if (on & codes[i].attribute)
            add(out, codes[i].on);
    if (!same_color(rewriter, from->foreground, to->foreground))
        add_color(rewriter, out, to->foreground, FALSE);
    if (!same_color(rewriter, from->background, to->background))
        add_color(rewriter, out, to->background, TRUE);
}

static void
set_link(Rewriter *rewriter, const Token *link, GString *out)
{
    const Token *open = rewriter->open;
    if (link == open || (link && open && link->link == open->link && strcmp(link->url, open->url) == 0))
        return;
    rewriter->open = link;
    if (!link) {
        g_string_append(out, "\033]8;;\033\\");
        return;
    }
    g_string_append_printf(out, "\033]8;id=%u;",
                           link->link); /* the id joins the pieces of a link that goes over several lines */
    for (const char *at = link->url; *at;
         at++) /* an address is printable ASCII; whatever else stands there is escaped */
        if (*at > ' ' && *at < 127)
            g_string_append_c(out, *at);
        else
            g_string_append_printf(out, "%%%02X", (guchar)*at);
    g_string_append(out, "\033\\");
}

static const Token *
wanted_link(const Rewriter *rewriter)
{
    const Token *token = token_at(rewriter, rewriter->want.foreground);
    return token && token->url ? token : NULL;
}

static void
sync_pen(Rewriter *rewriter, GString *out)
{
    g_autoptr(GString) step = g_string_new(NULL), anew = g_string_new("0");
    add_difference(rewriter, step, &rewriter->have, &rewriter->want);
    add_difference(rewriter, anew, &plain, &rewriter->want);
    rewriter->have = rewriter->want;
    if (step->len == 0)
        return;
    if (anew->len == 1)
        g_string_truncate(anew, 0);
    g_string_append_printf(out, "\033[%sm", step->len <= anew->len ? step->str : anew->str);
}

/* A space, or an erased cell, shows no more than this. */
static void
sync_blank(Rewriter *rewriter, GString *out)
{
    const Pen *have = &rewriter->have, *want = &rewriter->want;
    if (((have->attributes ^ want->attributes) & PEN_ON_BLANKS) || (want->attributes & PEN_ON_BLANKS) ||
        !same_color(rewriter, have->background, want->background))
        sync_pen(rewriter, out);
}

static void
append_text(Rewriter *rewriter, const char *text, gsize length, GString *out)
{
    set_link(rewriter, wanted_link(rewriter), out);
    gsize blanks = 0;
    while (blanks < length && text[blanks] == ' ')
        blanks++;
    if (blanks && blanks < length && (guchar)text[blanks] >= 0x80) /* it may be a mark on the last of them */
        blanks--;
    if (blanks) {
        sync_blank(rewriter, out);
        g_string_append_len(out, text, (gssize)blanks);
    }
    if (blanks < length) {
        sync_pen(rewriter, out);
        g_string_append_len(out, text + blanks, (gssize)(length - blanks));
    }
}

/* --- from bytes to pens ------------------------------------------------------------------------------------------- */

/* One SGR. Gives the number of parameters that belong together. */
static guint
take_parameter(Pen *pen, const int *parameter, guint left)
{
    int value = parameter[0];
    gboolean background = value >= 40 && value < 50;
    gint16 *color = background || value >= 100 ? &pen->background : &pen->foreground;
    if (value == 0) {
        *pen = plain;
    } else if ((value == 38 || value == 48) && left >= 3 && parameter[1] == 5) {
        *color = (gint16)CLAMP(parameter[2], 0, 255);
        return 3;
    } else if ((value >= 30 && value <= 37) || (value >= 40 && value <= 47)) {
        *color = (gint16)(value % 10);
    } else if ((value >= 90 && value <= 97) || (value >= 100 && value <= 107)) {
        *color = (gint16)(value % 10 + 8);
    } else if (value == 39 || value == 49) {
        *color = -1;
    } else {
        for (guint i = 0; i < G_N_ELEMENTS(codes); i++) {
            if (value == codes[i].on)
                pen->attributes |= codes[i].attribute;
            else if (value == codes[i].off)
                pen->attributes &= (guint8)~codes[i].attribute;
        }
    }
    return 1;
}

static guint
read_parameters(const char *from, const char *to, int parameters[PARAMETERS_MAX])
{
    guint count = 0;
    int value = 0;
    for (const char *at = from; at <= to && count < PARAMETERS_MAX; at++) {
        if (at < to && g_ascii_isdigit(*at)) {
            value = MIN(value * 10 + (*at - '0'), 99999);
        } else {
            parameters[count++] = value;
            value = 0;
        }
    }
    return count;
}

/* One control sequence from its ESC [ up to its last byte; gives what follows it. */
static const char *
take_control_sequence(Rewriter *rewriter, const char *from, const char *end, int height, GString *out)
{
    const char *at = from + 2;
    while (at < end && (*at < 0x40 || *at > 0x7e))
        at++;
    if (at == end) {
        g_string_append_len(out, from, end - from);
        return end;
    }
    int parameters[PARAMETERS_MAX];
    gboolean is_private = from[2] >= '<' && from[2] <= '?';
    guint count = is_private ? 0 : read_parameters(from + 2, at, parameters);
    if (*at == 'm' && !is_private) {
        for (guint i = 0; i < count;)
            i += take_parameter(&rewriter->want, parameters + i, count - i);
        return at + 1;
    }
    if (!is_private && strchr("JKXP@LMST", *at))
        sync_blank(rewriter, out);
    if (*at == 'r' && count == 2 && parameters[0] == 1 && parameters[1] == height)
        g_string_append(out, "\033[r");
    else if (!(is_private &&
               strncmp(from + 2, "?1034", 5) == 0)) /* 8-bit Meta: ncurses sends it, ibid has no use for it */
        g_string_append_len(out, from, at + 1 - from);
    return at + 1;
}

static const char *
take_escape(Rewriter *rewriter, const char *from, const char *end, int height, GString *out)
{
    if (end - from < 2 || from[1] == '[')
        return end - from < 3 ? (g_string_append_len(out, from, end - from), end)
                              : take_control_sequence(rewriter, from, end, height, out);
    if (from[1] == '(' &&
        end - from >= 3) /* the character set is the terminal's first all the time: lines and signs are Unicode */
        return from + 3;
    if (from[1] == '7')
        rewriter->saved = rewriter->have;
    else if (from[1] == '8')
        rewriter->have = rewriter->saved;
    else if (from[1] == 'M' || from[1] == 'D' || from[1] == 'E')
        sync_blank(rewriter, out);
    g_string_append_len(out, from, 2);
    return from + 2;
}

void
rewriter_run(Rewriter *rewriter, const char *raw, gsize length, int height, GString *out)
{
    const char *at = raw, *end = raw + length;
    while (at < end) {
        const char *text = at;
        while (at < end && (guchar)*at >= ' ')
            at++;
        if (at > text)
            append_text(rewriter, text, (gsize)(at - text), out);
        if (at == end)
            break;
        if (*at == '\033') {
            at = take_escape(rewriter, at, end, height, out);
            continue;
        }
        if (*at == '\017') { /* as ESC ( B */
            at++;
            continue;
        }
        if (*at == '\n')
            sync_blank(rewriter, out);
        g_string_append_c(out, *at++);
    }
    set_link(rewriter, NULL, out);
    rewriter->want = plain;
    sync_pen(rewriter, out);
}
