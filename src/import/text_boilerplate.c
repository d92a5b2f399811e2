/* Furniture of pages: "Skip to content", share buttons, cookie notices, copyright lines.
 *
 * Phrases are tables. A phrase alone sets nothing aside: text_masthead.c asks for the lines before the article, and
 * text_find_tail() here sets aside the end of the text from the first line on behind which no prose is left that the
 * phrases do not explain. What is not surely furniture stays text. */
#define _GNU_SOURCE /* memmem */
#include "import/text_private.h"

#include <string.h>

#include "base/range.h"

/* Whole lines, folded, without a final colon, stop or arrow. */
static const char *const weak_lines[] = {
    "home",          "menu",         "main menu", "search",        "search for",  "close",
    "about",         "about us",     "contact",   "contact us",    "log in",      "login",
    "sign in",       "register",     "subscribe", "donate",        "share",       "tweet",
    "print",         "email",        "e-mail",    "facebook",      "twitter",     "x",
    "linkedin",      "whatsapp",     "telegram",  "reddit",        "instagram",   "youtube",
    "pinterest",     "mastodon",     "bluesky",   "copy link",     "programs",    "events",
    "experts",       "publications", "support",   "support us",    "careers",     "staff",
    "press",         "media",        "news",      "more",          "top",         "next",
    "previous",      "prev",         "back",      "save",          "listen",      "download",
    "pdf",           "download pdf", "español",   "русский",       "english",     "rss",
    "help",          "faq",          "sitemap",   "site map",      "topics",      "regions",
    "archives",      "archive",      "go",        "submit",        "cancel",      "reply",
    "like",          "follow",       "follow us", "breaking news", "live",        "link copied",
    "advertisement", "sponsored",    "skip",      "navigation",    "toggle",      "open menu",
    "close menu",    "image",        "logo",      "newsletter",    "newsletters", "podcasts",
    "podcast",       "videos",       "video",
};
static const char *const strong_lines[] = {
    "accessibility links",
    "skip to content",
    "skip to main content",
    "skip to navigation",
    "skip navigation",
    "skip to main navigation",
    "placeholder canvas",
    "toggle navigation",
    "toggle menu",
    "share this",
    "share this article",
    "share this page",
    "share this post",
    "share on facebook",
    "share on twitter",
    "share on x",
    "share on linkedin",
    "email this page",
    "email this article",
    "print this page",
    "print this article",
    "print article",
    "back to top",
    "return to top",
    "go to top",
    "all rights reserved",
    "no comments",
    "privacy policy",
    "terms of use",
    "terms of service",
    "terms and conditions",
    "terms & conditions",
    "cookie policy",
    "cookie settings",
    "manage cookies",
    "accept all cookies",
    "accept all",
    "reject all",
    "accept cookies",
    "enable all",
    "save settings",
    "save changes",
    "click to share",
    "printer-friendly version",
    "printer friendly",
    "send to a friend",
    "subscribe now",
    "sign up now",
    "donate now",
    "donate today",
    "search this site",
    "search the site",
    "you are here",
    "loading...",
    "powered by gdpr cookie compliance",
    "close gdpr cookie settings",
    "3rd party cookies",
};
static const char *const opener_lines[] = {
    "privacy overview",
    "strictly necessary cookies",
    "related articles",
    "related posts",
    "related content",
    "related stories",
    "related reading",
    "related news",
    "related",
    "you may also like",
    "you might also like",
    "recommended",
    "recommended articles",
    "recommended for you",
    "more from this author",
    "more by this author",
    "read next",
    "read also",
    "also read",
    "more articles",
    "more stories",
    "latest articles",
    "latest news",
    "recent posts",
    "recent articles",
    "popular posts",
    "most read",
    "most popular",
    "trending",
    "leave a comment",
    "leave a reply",
    "leave a response",
    "comments",
    "post a comment",
    "add a comment",
    "post navigation",
    "share this entry",
    "sign up for our newsletter",
    "subscribe to our newsletter",
    "newsletter sign up",
    "newsletter signup",
    "join our mailing list",
    "stay connected",
    "stay informed",
    "follow us",
    "connect with us",
    "cookie consent",
    "cookie notice",
    "we value your privacy",
    "latest from the blog",
    "get our newsletter",
    "join the conversation",
    "sign up for updates",
    "cookies on this site",
};
/* At the beginning of a line of some length, folded. */
static const char *const strong_openings[] = {
    "(c) 19",
    "(c) 20",
    "\302\251",
    "copyright (c)",
    "copyright \302\251",
    "copyright 19",
    "copyright 20",
    "all rights reserved",
    "this website uses cookies",
    "this site uses cookies",
    "we use cookies",
    "our website uses cookies",
    "our site uses cookies",
    "this site uses akismet",
    "by continuing to use this",
    "by continuing to browse",
    "by clicking \"accept",
    "click here to subscribe",
    "click here to donate",
    "sign up for our",
    "sign up to receive",
    "subscribe to our",
    "subscribe to the newsletter",
    "like us on facebook",
    "your email address will not",
    "required fields are marked",
    "save my name, email",
    "strictly necessary cookie",
    "if you disable this cookie",
    "please enable javascript",
    "we are republishing",
    "this article was originally published",
    "this article originally appeared",
    "this article first appeared",
    "republished with permission",
    "reprinted with permission",
    "javascript is disabled",
    "you need to enable javascript",
    "cookie information is stored",
};
/* At the beginning of a short line that is no sentence. */
static const char *const short_openings[] = {
    "share on ", "click to share", "follow us on", "join us on",    "posted in ",    "filed under",      "tagged with",
    "tagged: ",  "tags: ",         "powered by ",  "previous post", "next post",     "previous article", "next article",
    "skip to ",  "print this ",    "email this ",  "permalink",     "\342\206\220 ", "\342\206\222 ",
};
/* Anywhere in a paragraph, folded: words by which a page speaks to its visitor. */
static const char *const strong_phrases[] = {
    "this website uses cookies",
    "our use of cookies",
    "cookie information is stored",
    "cookies on this website",
    "all rights reserved",
    "no part of this publication may be reproduced",
    "sign up for our newsletter",
    "subscribe to our newsletter",
    "your tax-deductible",
    "your donation",
    "donate today",
    "please donate",
    "please consider donating",
    "please consider making a",
    "register now",
    "register here",
    "rsvp",
    "click here to register",
    "click here to subscribe",
    "click here to purchase",
    "click here to download",
    "purchase tickets",
    "read our privacy policy",
    "please join us for",
};

static gboolean
is_listed(const char *folded, const char *const *list, gsize count)
{
    for (gsize i = 0; i < count; i++)
        if (strcmp(folded, list[i]) == 0)
            return TRUE;
    return FALSE;
}

/* Button rows: "Facebook Twitter LinkedIn Email Print". */
static gboolean
is_button_row(const char *folded)
{
    g_auto(GStrv) words = g_strsplit_set(folded, " |/\302\267", -1);
    guint count = 0;
    for (char **word = words; *word; word++) {
        if (!**word)
            continue;
        if (!is_listed(*word, weak_lines, G_N_ELEMENTS(weak_lines)))
            return FALSE;
        count++;
    }
    return count >= 2;
}

/* A line longer than any short form can only be one of the long ones, which all have one of these in them: a look that costs far less than folding. */
static gboolean
may_be_long_boilerplate(const char *s, gsize length)
{
    static const char *const tells[] = {"ookie", "OOKIE", "ublication of", "UBLICATION OF"};
    for (guint i = 0; i < G_N_ELEMENTS(tells); i++)
        if (memmem(s, length, tells[i], strlen(tells[i])))
            return TRUE;
    return FALSE;
}

BoilerplateForce
boilerplate_force(const char *s, gsize length)
{
    if (length == 0 || length > 1200 || (length > 600 && !may_be_long_boilerplate(s, length)))
        return BOILERPLATE_NO;
    g_autofree char *folded = words_fold(s, length);
    gsize n = strlen(folded);
    while (n > 0 && strchr(":.>!*\" ", folded[n - 1]))
        folded[--n] = '\0';
    if (length <= 60) {
        if (is_listed(folded, opener_lines, G_N_ELEMENTS(opener_lines)))
            return BOILERPLATE_OPENER;
        if (is_listed(folded, strong_lines, G_N_ELEMENTS(strong_lines)))
            return BOILERPLATE_STRONG;
        if (is_listed(folded, weak_lines, G_N_ELEMENTS(weak_lines)) || is_button_row(folded))
            return BOILERPLATE_WEAK;
    }
    for (gsize i = 0; length <= 600 && i < G_N_ELEMENTS(strong_openings); i++)
        if (g_str_has_prefix(folded, strong_openings[i]))
            return BOILERPLATE_STRONG;
    if (length <= 120 && words_have(folded, "click here") &&
        (strstr(folded, "to read part ") || g_str_has_prefix(folded, "click here")))
        return BOILERPLATE_STRONG;
    for (gsize i = 0; length <= 160 && !words_end_sentence(s, length) && i < G_N_ELEMENTS(short_openings); i++)
        if (g_str_has_prefix(folded, short_openings[i]))
            return BOILERPLATE_STRONG;
    for (gsize i = 0; i < G_N_ELEMENTS(strong_phrases); i++)
        if (words_have(folded, strong_phrases[i]) && (length <= 500 || strstr(strong_phrases[i], "cookie")))
            return BOILERPLATE_STRONG;
    /* "The Monitor is a publication of the … Foundation. … Copyright (c) …" */
    if (words_have(folded, "is a publication of") && (strstr(folded, "copyright") || strstr(folded, "(c)")))
        return BOILERPLATE_STRONG;
    return BOILERPLATE_NO;
}

#define TAIL_LINES 200

/* A line that could be furniture beside furniture: a few words and no sentence ("Jamestown", a teaser's title). */
static gboolean
is_stub(const TextPage *page, const Line *line)
{
    const char *s = page->text + line->start;
    gsize length = line_length(line);
    return length <= 200 && words_count(s, length, 16) <= 15 && !words_end_sentence(s, length) &&
           list_mark(s, length).kind == MARK_NONE && note_label(s, length, FALSE, NULL) == 0;
}

/* A site's name above its furniture: one or two words, no list item, no initials. */
static gboolean
is_site_name(const TextPage *page, const Line *line)
{
    const char *s = page->text + line->start;
    gsize length = line_length(line), at = 0;
    return line->role == ROLE_BODY && line->form == LINE_PROSE && is_stub(page, line) &&
           words_count(s, length, 4) <= 3 && words_case(words_char(s, length, &at)) > 0 &&
           words_last(s, length) != ':' && line->indent <= page->shape.indent + 1;
}

/* The article's title once more, below it. */
static gboolean
is_title_again(const TextPage *page, const Line *line)
{
    const char *title = page->masthead.title;
    return title && line->role == ROLE_BODY && strlen(title) == line_length(line) &&
           memcmp(page->text + line->start, title, line_length(line)) == 0;
}

/* Old daily digests: the next story's headline, in capitals with a full stop, stands as a stray last line. */
static gboolean
is_stray_headline(const TextPage *page, const Line *line)
{
    const char *s = page->text + line->start;
    gsize length = line_length(line);
    const char *title = page->masthead.title;
    return length <= 200 && s[length - 1] == '.' && words_are_capitals(s, length) && words_count(s, length, 3) >= 3 &&
           page->masthead.publication && title && words_are_capitals(title, strlen(title));
}

/* Reposts name their source last. */
static gboolean
is_repost_source(const TextPage *page, const Line *line)
{
    const char *s = page->text + line->start;
    gsize length = line_length(line);
    if (length < 12 || length > 80 || !words_begin(s, length, "Source: "))
        return FALSE;
    for (gsize i = 8; i < length; i++)
        if (g_ascii_isdigit(s[i]))
            return FALSE;
    return words_are_titled(s, length) && !words_end_sentence(s, length);
}

/* Where furniture begins that may hold prose: the first opener behind which there is less than a third of the
 * article's prose. */
static guint
opened_tail(const TextPage *page, const Line *lines, const guint *filled, const BoilerplateForce *force, guint count)
{
    gsize before = 0;
    for (guint k = 0; k < count; k++) {
        const Line *line = &lines[filled[k]];
        gsize after = 0, explained = 0;
        if (force[k] != BOILERPLATE_OPENER || line->role != ROLE_BODY || before == 0) {
            before += line_length(line);
            continue;
        }
        for (guint j = k + 1; j < count; j++) {
            gsize length = line_length(&lines[filled[j]]);
            after += length;
            if (force[j] != BOILERPLATE_NO || is_stub(page, &lines[filled[j]]))
                explained += length;
        }
        if ((after - explained) * 3 <= before)
            return k;
        before += line_length(line);
    }
    return count;
}

void
text_find_tail(TextPage *page, GArray *array)
{
    Line *lines = (Line *)array->data;
    g_autofree guint *filled = g_new(guint, TAIL_LINES);
    g_autofree BoilerplateForce *force = g_new0(BoilerplateForce, TAIL_LINES);
    guint count = 0;
    for (guint i = array->len; i > 0 && count < TAIL_LINES; i--)
        if (!line_is_empty(&lines[i - 1]) && lines[i - 1].role != ROLE_MASTHEAD &&
            lines[i - 1].role != ROLE_BOILERPLATE)
            filled[count++] = i - 1;
    for (guint a = 0, b = count; a + 1 < b; a++) {
        guint swap = filled[a];
        filled[a] = filled[--b];
        filled[b] = swap;
    }
    for (guint k = 0; k < count; k++)
        force[k] = boilerplate_force(page->text + lines[filled[k]].start, line_length(&lines[filled[k]]));
    guint first = opened_tail(page, lines, filled, force, count);
    gboolean opened = first < count;
    /* from there, or from the end, upwards over what is furniture by its own words */
    gboolean sure = opened;
    guint k = first, cut = first;
    while (k > 1) {
        const Line *line = &lines[filled[k - 1]];
        BoilerplateForce is = line->role == ROLE_BODY && line->form == LINE_PROSE ? force[k - 1] : BOILERPLATE_NO;
        if (is == BOILERPLATE_STRONG || is == BOILERPLATE_OPENER ||
            (!sure && (is_stray_headline(page, line) || is_repost_source(page, line))))
            sure = TRUE;
        else if (is != BOILERPLATE_WEAK)
            break;
        k--;
        if (sure)
            cut = k;
    }
    /* the weak ones above it, then the site's name right on top */
    if (cut < count && cut > 1 &&
        (is_title_again(page, &lines[filled[cut - 1]]) ||
         (is_site_name(page, &lines[filled[cut - 1]]) && (opened || filled[cut - 1] + 1 == filled[cut]))))
        cut--;
    if (cut < count && cut > 1 &&
        (is_stray_headline(page, &lines[filled[cut - 1]]) || is_repost_source(page, &lines[filled[cut - 1]])))
        cut--;
    for (guint i = cut < count ? filled[cut] : array->len; i < array->len; i++) {
        lines[i].role = ROLE_BOILERPLATE;
        lines[i].form = LINE_PROSE;
    }
}
