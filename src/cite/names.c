/* Names by their shape: capitals, small words, and the words of the lexicon. */
#include "cite/names.h"

#include "cite/address.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <string.h>

/* Names of more words than this are sentences. */
enum { MOST_WORDS = 18 };

static gsize
skip_prefix(const char *text, gsize length, gsize at, const char *prefix)
{
    if (at >= length || g_ascii_tolower(text[at]) != prefix[0])
        return at;
    gsize n = strlen(prefix);
    return length - at > n && g_ascii_strncasecmp(text + at, prefix, n) == 0 ? at + n : at;
}

void
name_key(GString *key, const char *text, gsize length)
{
    g_string_truncate(key, 0);
    gsize at = 0;
    while (at < length && (g_ascii_isspace(text[at]) || text[at] == '"'))
        at++;
    at = skip_prefix(text, length, at, "https://");
    at = skip_prefix(text, length, at, "http://");
    at = skip_prefix(text, length, at, "www.");
    at = skip_prefix(text, length, at, "the ");
    gboolean space = FALSE;
    while (at < length) {
        gunichar out[3];
        guchar c = (guchar)text[at];
        if (g_ascii_isalnum(c)) { /* the usual case, without the tables */
            if (space && key->len)
                g_string_append_c(key, ' ');
            space = FALSE;
            g_string_append_c(key, g_ascii_tolower(c));
            at++;
            continue;
        }
        int count = fold_char(utf8_next(text, &at), FOLD_ALL, out);
        for (int i = 0; i < count; i++) {
            if (out[i] == ' ' || out[i] == '-') {
                space = TRUE;
                continue;
            }
            if (out[i] == '\'' || out[i] == '"')
                continue;
            if (space && key->len)
                g_string_append_c(key, ' ');
            space = FALSE;
            g_string_append_unichar(key, out[i]);
        }
    }
    while (key->len && strchr("./,;: ", key->str[key->len - 1]))
        g_string_truncate(key, key->len - 1);
}

/* "al-Sharq", "el Watan", "de Volkskrant": a small first word that names begin with. */
static gboolean
is_particle(const Token *token)
{
    static const gsize SHORT = 4;
    return range_length(token->range) <= SHORT &&
           !(token->lex & (LEX_PROSE | LEX_PREPOSITION | LEX_AND | LEX_LOCATOR | LEX_LEAD | LEX_SEE));
}

static gboolean
first_word_fits(const Token *tokens, guint count, const NameLook *look, guint capitals)
{
    const Token *first = &tokens[0];
    if (first->flags & TOKEN_CAPITAL) {
        if (first->lex & (LEX_PREPOSITION | LEX_WEEKDAY | LEX_CREDIT | LEX_CROSS) &&
            !(first->flags & TOKEN_UPPER && count == 1))
            return first->lex & (LEX_CROSS | LEX_WEEKDAY) && (look->media || look->words > 2) &&
                   !(first->lex & LEX_CREDIT);
        return !(first->lex & LEX_PROSE) || look->words < 3 || (tokens[1].flags & TOKEN_CAPITAL);
    }
    if (first->flags & TOKEN_HANDLE || look->interview || look->collective)
        return TRUE;
    if (first->lex & (LEX_ARTICLE | LEX_MEDIA))
        return capitals > 0;
    return capitals > 0 && is_particle(first);
}

NameLook
name_look(const Token *tokens, guint count, gboolean known)
{
    NameLook look = {0};
    guint capitals = 0, plain = 0, prose = 0, places = 0;
    gboolean barred = FALSE, letters = FALSE, ibid = FALSE;
    for (guint i = 0; i < count; i++) {
        const Token *t = &tokens[i];
        switch (t->kind) {
        case TOKEN_WORD:
            letters = TRUE;
            look.words++;
            if (t->lex & LEX_MEDIA || t->flags & TOKEN_HANDLE)
                look.media = TRUE;
            ibid |= t->lex & LEX_IBID && look.words == 1;
            if (t->lex & LEX_INSTITUTION)
                look.institution = TRUE;
            if (t->lex & LEX_INTERVIEW)
                look.interview = TRUE;
            places += !!(t->lex & (LEX_PLACE | LEX_OF));
            if (t->flags & TOKEN_CAPITAL)
                capitals++;
            else if (t->lex & LEX_PROSE && !(t->flags & TOKEN_QUOTED))
                prose++;
            else if (!(t->lex & (LEX_OF | LEX_ARTICLE | LEX_AND | LEX_PREPOSITION | LEX_MEDIA | LEX_INSTITUTION |
                                 LEX_INTERVIEW)))
                plain++;
            break;
        case TOKEN_URL:
        case TOKEN_DOMAIN:
            letters = look.media = TRUE;
            capitals++;
            look.words++;
            break;
        case TOKEN_NUMBER:
            look.words++;
            break;
        case TOKEN_SIGN:
            barred |= t->value == '$' || t->value == '%' || t->value == 0x20ac || t->value == 0xa3 || t->value == '=' ||
                      t->value == '<' || t->value == '>';
            break;
        default:
            break;
        }
    }
    if (!letters || barred || look.words > MOST_WORDS)
        return look;
    const Token *last = &tokens[count - 1];
    gboolean kind_last =
        last->kind == TOKEN_WORD && last->lex & LEX_MEDIA && !(last->flags & TOKEN_CAPITAL) && look.words <= 4;
    gboolean qualified =
        tokens[0].lex & LEX_QUALIFIER && !(tokens[0].flags & TOKEN_CAPITAL) && look.media && look.words <= 6;
    look.collective = look.words >= 2 && !prose && (kind_last || qualified) && !(tokens[0].lex & LEX_PREPOSITION);
    if (known || ibid) {
        look.name = TRUE;
        return look;
    }
    /* "Moscow, May 9", "Astrakhan oblast, May 5": where it happened. */
    gboolean geography =
        last->kind == TOKEN_WORD && last->lex & LEX_PLACE && look.words <= 3 && !look.media && !look.institution;
    if (places == look.words || (geography && !(last->flags & TOKEN_UPPER) && look.words == 2))
        return look;
    if (prose || (last->kind == TOKEN_WORD && last->lex & LEX_OCCASION && !look.media))
        return look;
    if (plain > capitals + 1 && look.words > 3 && !look.interview)
        return look;
    if (tokens[0].kind == TOKEN_NUMBER)
        look.name = capitals > 0 && look.words <= 4;
    else if (tokens[0].kind == TOKEN_WORD)
        look.name = first_word_fits(tokens, count, &look, capitals);
    else
        look.name = capitals > 0;
    return look;
}

const char *
name_medium(const char *text, const Token *tokens, guint count)
{
    const Token *first = &tokens[0];
    if (count == 1 && (first->kind == TOKEN_URL || first->kind == TOKEN_DOMAIN)) {
        const char *service = address_service(text, first->range);
        return service ? service : first->kind == TOKEN_URL ? "web" : "domain";
    }
    const char *medium = NULL;
    gboolean slash = FALSE; /* "Radio Free Europe/Radio Liberty" is two names and no broadcast */
    for (guint i = 0; i < count; i++) {
        const Token *t = &tokens[i];
        const char *word = text + t->range.start;
        gsize length = range_length(t->range);
        if (t->kind == TOKEN_URL || t->kind == TOKEN_DOMAIN)
            medium = "web";
        if (t->kind != TOKEN_WORD)
            continue;
        if (t->lex & LEX_INTERVIEW)
            return "interview";
        static const struct {
            const char *word, *medium;
        } WORDS[] = {{"telegram", "Telegram"},
                     {"youtube", "YouTube"},
                     {"x", "X"},
                     {"twitter", "X"},
                     {"vk", "VK"},
                     {"vkontakte", "VK"},
                     {"facebook", "Facebook"},
                     {"instagram", "Instagram"},
                     {"tiktok", "TikTok"},
                     {"radio", "broadcast"},
                     {"tv", "broadcast"},
                     {"television", "broadcast"},
                     {"broadcasting", "broadcast"}};
        for (guint j = 0; j < G_N_ELEMENTS(WORDS); j++) {
            if (g_ascii_tolower(word[0]) != WORDS[j].word[0])
                continue;
            gsize n = strlen(WORDS[j].word);
            if (length < n || g_ascii_strncasecmp(word, WORDS[j].word, n) != 0)
                continue;
            gboolean service = j < 9;
            /* "Telegram/name", "X/@handle"; a service only as the first word. */
            if ((length == n || (service && word[n] == '/')) && (!service || i == 0))
                medium = WORDS[j].medium;
        }
        slash |= memchr(word, '/', length) != NULL;
        /* "NTV", "CCTV" */
        if (!medium && t->flags & TOKEN_UPPER && length >= 3 && memcmp(word + length - 2, "TV", 2) == 0)
            medium = "broadcast";
    }
    if (slash && medium && strcmp(medium, "broadcast") == 0)
        medium = NULL;
    if (!medium && first->flags & TOKEN_HANDLE)
        medium = "X";
    return medium;
}
