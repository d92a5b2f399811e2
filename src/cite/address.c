/* Addresses: a scheme or "www." makes one beyond doubt; without them a host must end in a top-level domain that
 * exists and is not just two words that ran together ("Gen.Smith"). */
#include "cite/address.h"

#include <string.h>

/* Country codes of two letters, one after the other, and the longer names that news and institutions use. */
static const char COUNTRIES[] = "ac ad ae af ag ai al am ao ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo "
                                "br bs bt bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw "
                                "cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge gf gg gh "
                                "gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im "
                                "in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls "
                                "lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv "
                                "mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps "
                                "pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so "
                                "sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us "
                                "uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw ";
static const char *const GENERIC[] = {
    "com",        "org",    "net",     "info",      "biz",    "edu",           "gov",     "mil",    "int",     "news",
    "media",      "online", "site",    "press",     "live",   "today",         "world",   "global", "asia",    "blog",
    "expert",     "ngo",    "club",    "pro",       "xyz",    "space",         "wiki",    "africa", "radio",   "report",
    "foundation", "name",   "network", "institute", "center", "international", "academy", "life",   "website", "agency",
    "moscow",     "review", "digest",  "page",      "team",   "tech",          "africa",  "cat",    "aero",    "coop",
    "museum",     "travel", "mobi",    "jobs",      "tel",    "post",          "app",     "dev",    "zone",    "city"};

static gboolean
is_label(char c)
{
    return g_ascii_isalnum(c) || c == '-' || c == '_';
}

static gboolean
is_top_level(const char *label, gsize length)
{
    if (length < 2 || length > 13)
        return FALSE;
    char lower[16];
    for (gsize i = 0; i < length; i++) {
        if (!g_ascii_isalpha(label[i]))
            return FALSE;
        lower[i] = g_ascii_tolower(label[i]);
    }
    lower[length] = '\0';
    if (length == 2) {
        for (const char *p = COUNTRIES; *p; p += 3)
            if (p[0] == lower[0] && p[1] == lower[1])
                return TRUE;
        return FALSE;
    }
    for (guint i = 0; i < G_N_ELEMENTS(GENERIC); i++)
        if (strcmp(GENERIC[i], lower) == 0)
            return TRUE;
    return FALSE;
}

/* With a path behind it any top-level domain will do, if it is not two sentences that ran together. */
static gboolean
is_lower_label(const char *label, gsize length)
{
    for (gsize i = 0; i < length; i++)
        if (!g_ascii_islower(label[i]))
            return FALSE;
    return length >= 2;
}

static gboolean
has_prefix(const char *text, gsize at, gsize limit, const char *prefix)
{
    gsize length = strlen(prefix);
    return limit - at > length && g_ascii_strncasecmp(text + at, prefix, length) == 0;
}

/* The end of an address that begins at `at`: to white space, a quotation mark or an angle bracket, or to a comma or
 * semicolon with another address right behind it. */
static gsize
address_end(const char *text, gsize at, gsize limit)
{
    gsize end = at;
    int depth = 0;
    for (; end < limit; end++) {
        guchar c = (guchar)text[end];
        if (c <= ' ' || c == '"' || c == '<' || c == '>' || c == '\\' || c == '{' || c == '}')
            break;
        if (c == 0xc2 && end + 1 < limit &&
            ((guchar)text[end + 1] == 0xa0 || (guchar)text[end + 1] == 0xab || (guchar)text[end + 1] == 0xbb))
            break; /* NBSP, guillemets */
        if (c == 0xe2 && end + 1 < limit && (guchar)text[end + 1] == 0x80)
            break; /* spaces, dashes and quotation marks of the block General Punctuation */
        if ((c == ',' || c == ';') &&
            (has_prefix(text, end + 1, limit, "http") || has_prefix(text, end + 1, limit, "www.")))
            break;
        if (c == '(' || c == '[')
            depth++;
        if ((c == ')' || c == ']') && depth-- == 0)
            break;
    }
    while (end > at && strchr(".,;:!?'*_", text[end - 1]))
        end--;
    return end;
}

AddressKind
address_match(const char *text, gsize at, gsize limit, gsize *end)
{
    gboolean scheme = has_prefix(text, at, limit, "http://") || has_prefix(text, at, limit, "https://") ||
                      has_prefix(text, at, limit, "ftp://");
    gboolean www = has_prefix(text, at, limit, "www.");
    gsize host = at;
    if (scheme)
        host = at + (gsize)(strstr(text + at, "://") - (text + at)) + 3;
    gsize p = host, label = host, labels = 0;
    while (p < limit && is_label(text[p])) {
        while (p < limit && is_label(text[p]))
            p++;
        labels++;
        if (p + 1 < limit && text[p] == '.' && is_label(text[p + 1])) {
            p++;
            label = p;
        } else {
            break;
        }
    }
    if (labels < 2 && !scheme)
        return ADDRESS_NONE;
    gboolean path = p < limit && (text[p] == '/' || text[p] == '?' || text[p] == '#' || (text[p] == ':' && scheme));
    if (!scheme && !www) {
        gboolean known = is_top_level(text + label, p - label) || (path && is_lower_label(text + label, p - label));
        if (!known || p - host < 4)
            return ADDRESS_NONE;
        /* "U.S" and the like: initials, not hosts. */
        if (label - host == 2 && !path)
            return ADDRESS_NONE;
        /* What follows must not go on as a word ("Mr.Li’s"). */
        if (!path && p < limit && ((guchar)text[p] >= 0xc3 && (guchar)text[p] != 0xe2))
            return ADDRESS_NONE;
    }
    gsize e = path || scheme ? address_end(text, at, limit) : p;
    if (e < p)
        e = p;
    *end = e;
    gboolean bare = e == p || (e == p + 1 && text[p] == '/');
    return scheme || !bare ? ADDRESS_URL : ADDRESS_DOMAIN;
}

Range
address_host(const char *text, Range address)
{
    gsize start = address.start;
    for (gsize i = address.start; i + 2 < address.end && i < address.start + 8; i++)
        if (memcmp(text + i, "://", 3) == 0)
            start = i + 3;
    if (address.end - start > 4 && g_ascii_strncasecmp(text + start, "www.", 4) == 0)
        start += 4;
    gsize end = start;
    while (end < address.end && (is_label(text[end]) || text[end] == '.'))
        end++;
    return range_make(start, end);
}

const char *
address_service(const char *text, Range address)
{
    static const struct {
        const char *host, *service;
    } SERVICES[] = {{"t.me", "Telegram"},
                    {"telegram.me", "Telegram"},
                    {"vk.com", "VK"},
                    {"youtube.com", "YouTube"},
                    {"youtu.be", "YouTube"},
                    {"twitter.com", "X"},
                    {"x.com", "X"},
                    {"facebook.com", "Facebook"},
                    {"instagram.com", "Instagram"},
                    {"rutube.ru", "Rutube"},
                    {"tiktok.com", "TikTok"},
                    {"weibo.com", "Weibo"}};
    Range host = address_host(text, address);
    for (guint i = 0; i < G_N_ELEMENTS(SERVICES); i++) {
        gsize length = strlen(SERVICES[i].host), have = range_length(host);
        if (have < length || g_ascii_strncasecmp(text + host.end - length, SERVICES[i].host, length) != 0)
            continue;
        if (have == length || text[host.end - length - 1] == '.')
            return SERVICES[i].service;
    }
    return NULL;
}
