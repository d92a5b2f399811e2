/* Cuts a parenthesis into tokens in one pass, then settles which quotation marks are a pair. */
#include "cite/tokens.h"

#include "cite/address.h"
#include "text/utf8.h"

#include <string.h>

typedef struct {
    const char *text;
    gsize at, end;
    gboolean space;
    guint depth;
    GArray *tokens;
} Cutter;

static void
emit(Cutter *c, TokenKind kind, gsize length, guint flags, int value)
{
    Token token = {.range = range_make(c->at, c->at + length), .kind = (guint8)kind, .value = value};
    token.flags = (guint8)(flags | (c->space ? TOKEN_SPACE : 0) | (c->depth ? TOKEN_NESTED : 0));
    g_array_append_val(c->tokens, token);
    c->at += length;
    c->space = FALSE;
}

/* Length of the note mark "[12]" at the cutter, or 0. */
static gsize
note_mark(const Cutter *c)
{
    gsize p = c->at + 1;
    while (p < c->end && p < c->at + 6 && g_ascii_isdigit(c->text[p]))
        p++;
    return p > c->at + 1 && p < c->end && c->text[p] == ']' ? p + 1 - c->at : 0;
}

static gboolean
is_space(gunichar c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == 0xa0 || (c >= 0x2000 && c <= 0x200b) || c == 0x202f ||
           c == 0x205f || c == 0x3000 || c == 0xfeff;
}

static gboolean
is_dash(gunichar c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* Letters and what words hold at any place. */
static gboolean
is_letter(gunichar c)
{
    if (c < 0x80)
        return g_ascii_isalnum((char)c) || c == '_';
    return c != 0xab && c != 0xbb && c != 0xb7 && !is_space(c) && !(c >= 0x2010 && c <= 0x206f) &&
           !(c >= 0x3000 && c <= 0x3020) && !(c >= 0xff01 && c <= 0xff0f) && c != 0xff1b && c != 0xff1a &&
           c != 0xfffd && c != 0x2116;
}

static gboolean
all_digits(const char *text, gsize start, gsize end)
{
    for (gsize i = start; i < end; i++)
        if (!g_ascii_isdigit(text[i]))
            return FALSE;
    return TRUE;
}

static const LexEntry *
month_at(const char *text, gsize start, gsize end)
{
    const LexEntry *entry = lexicon_find(text + start, end - start);
    return entry && (entry->flags & LEX_MONTH) ? entry : NULL;
}

/* The end of the word at the cutter. Signs inside a word (hyphen, slash, apostrophe, dot, &, @, #, +) belong to it
 * where a letter follows. */
static gsize
word_end(const Cutter *c)
{
    gsize at = c->at;
    gunichar before = 0;
    while (at < c->end) {
        gsize next = at;
        gunichar ch = utf8_next(c->text, &next);
        if (is_letter(ch)) {
            at = next;
            before = ch;
            continue;
        }
        gboolean joins = ch == '-' || ch == '/' || ch == '\'' || ch == 0x2019 || ch == 0x2018 || ch == '.' ||
                         ch == '&' || ch == '@' || ch == '#' || ch == '+' || ch == 0x2010 || ch == 0x2011;
        if (!joins || next >= c->end)
            break;
        gunichar after = utf8_peek(c->text, c->end, next);
        if (ch == '/' && after == '@') {
            at = next;
            before = ch;
            continue;
        }
        if ((ch == '@' || ch == '#') && before != '/')
            break;
        /* "Al-'Iraq" */
        if (ch == '-' && (after == '\'' || after == 0x2018 || after == 0x2019)) {
            gsize behind = next;
            utf8_next(c->text, &behind);
            if (!is_letter(utf8_peek(c->text, c->end, behind)))
                break;
            at = behind;
            continue;
        }
        if (!is_letter(after))
            break;
        if (ch == '.' && g_ascii_isdigit((char)after) && after < 0x80)
            break; /* "No.6" */
        if ((ch == '-' || ch == '/') && month_at(c->text, c->at, at))
            break; /* "April-May" */
        at = next;
        before = ch;
    }
    return at;
}

/* "al-Sharq": the article of an Arabic name is written small, and the name is none the less one. */
static gboolean
is_article_prefix(const char *text, gsize start, gsize end)
{
    if (end - start < 4 || !(text[start + 2] == '-' || text[start + 3] == '-'))
        return FALSE;
    static const char *const ARTICLES[] = {"al-", "el-", "an-", "ad-", "as-", "ash-",
                                           "at-", "ar-", "az-", "ul-", "ur-"};
    for (guint i = 0; i < G_N_ELEMENTS(ARTICLES); i++) {
        gsize length = strlen(ARTICLES[i]);
        if (end - start > length && memcmp(text + start, ARTICLES[i], length) == 0)
            return g_unichar_isupper(utf8_peek(text, end, start + length));
    }
    return FALSE;
}

static void
emit_word(Cutter *c, gsize end)
{
    const char *text = c->text;
    gsize start = c->at, first = start;
    guint flags = 0, upper = 0, lower = 0;
    for (gsize at = start; at < end;) {
        gsize here = at;
        gunichar ch = utf8_next(text, &at);
        if (ch == '@')
            flags |= TOKEN_HANDLE;
        gboolean ascii = ch < 0x80;
        gboolean is_upper = ascii ? g_ascii_isupper((char)ch) : g_unichar_isupper(ch);
        gboolean is_lower = !is_upper && (ascii ? g_ascii_islower((char)ch) : g_unichar_islower(ch));
        upper += is_upper;
        lower += is_lower;
        if (here == first) {
            if (is_upper || (g_unichar_isalpha(ch) && !is_lower))
                flags |= TOKEN_CAPITAL;
            else if (ch == '\'' || ch == 0x2018 || ch == 0x2019)
                first = at;
        }
    }
    if (upper >= 2 && lower == 0)
        flags |= TOKEN_UPPER;
    if (is_article_prefix(text, start, end))
        flags |= TOKEN_CAPITAL;
    const LexEntry *entry = lexicon_find(text + start, end - start);
    guint32 lex = 0;
    int value = 0;
    if (!entry && end - start > 4 && g_ascii_strncasecmp(text + start, "mid-", 4) == 0) {
        entry = month_at(text, start + 4, end);
        if (entry)
            flags |= TOKEN_CAPITAL;
    }
    if (entry) {
        lex = entry->flags;
        value = entry->value;
    }
    emit(c, TOKEN_WORD, end - start, flags, value);
    g_array_index(c->tokens, Token, c->tokens->len - 1).lex = lex;
}

/* A number at the cutter, or FALSE where the digits begin a word ("7x7", "24hours"). */
static gboolean
emit_number(Cutter *c)
{
    const char *text = c->text;
    gsize p = c->at;
    int value = 0;
    guint digits = 0;
    while (p < c->end && (g_ascii_isdigit(text[p]) || (p > c->at && (text[p] == 'O' || text[p] == 'o')))) {
        int digit = g_ascii_isdigit(text[p]) ? text[p] - '0' : 0;
        if (digits < 9)
            value = value * 10 + digit;
        digits++;
        p++;
    }
    guint flags = 0;
    gsize end = p;
    static const char *const SUFFIXES[] = {"st", "nd", "rd", "th"};
    for (guint i = 0; i < G_N_ELEMENTS(SUFFIXES); i++)
        if (c->end - p >= 2 && g_ascii_isalpha(text[p]) && g_ascii_strncasecmp(text + p, SUFFIXES[i], 2) == 0) {
            end = p + 2;
            flags = TOKEN_ORDINAL;
            break;
        }
    if (end < c->end && is_letter(utf8_peek(text, c->end, end)))
        return FALSE;
    if (end - c->at > 2 && !flags && !all_digits(text, c->at, end))
        return FALSE; /* "200o" is no slip of a reader of print */
    emit(c, TOKEN_NUMBER, end - c->at, flags, digits > 9 ? G_MAXINT : value);
    g_array_index(c->tokens, Token, c->tokens->len - 1).digits = (guint8)MIN(digits, 255);
    return TRUE;
}

static TokenKind
sign_kind(gunichar ch)
{
    switch (ch) {
    case ',':
    case 0x3001:
    case 0xff0c:
    case 0x060c:
        return TOKEN_COMMA;
    case ';':
    case 0xff1b:
    case 0x061b:
        return TOKEN_SEMICOLON;
    case ':':
    case 0xff1a:
        return TOKEN_COLON;
    case '.':
        return TOKEN_DOT;
    case '/':
        return TOKEN_SLASH;
    case '"':
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x201f:
    case 0xab:
    case 0xbb:
        return TOKEN_QUOTE;
    default:
        return is_dash(ch) ? TOKEN_DASH : TOKEN_SIGN;
    }
}

/* Marks what stands between pairs of quotation marks; one without its partner counts for nothing. */
static void
pair_quotes(GArray *tokens, guint first)
{
    guint open = G_MAXUINT;
    for (guint i = first; i < tokens->len; i++) {
        if (g_array_index(tokens, Token, i).kind != TOKEN_QUOTE)
            continue;
        if (open == G_MAXUINT) {
            open = i;
            continue;
        }
        for (guint j = open; j <= i; j++)
            g_array_index(tokens, Token, j).flags |= TOKEN_QUOTED;
        open = G_MAXUINT;
    }
}

void
tokenise(const char *text, Range range, GArray *tokens)
{
    Cutter cutter = {.text = text, .at = range.start, .end = range.end, .space = TRUE, .tokens = tokens}, *c = &cutter;
    guint first = tokens->len;
    while (c->at < c->end) {
        gsize next = c->at;
        gunichar ch = utf8_next(text, &next);
        if (is_space(ch)) {
            c->at = next;
            c->space = TRUE;
            continue;
        }
        if (ch == '[') {
            gsize mark = note_mark(c);
            if (mark) {
                c->at += mark;
                c->space = TRUE;
                continue;
            }
        }
        if (ch == '(' || ch == '[') {
            emit(c, TOKEN_OPEN, 1, 0, 0);
            c->depth++;
            continue;
        }
        if (ch == ')' || ch == ']') {
            if (c->depth)
                c->depth--;
            emit(c, TOKEN_CLOSE, 1, 0, 0);
            continue;
        }
        gsize end;
        if (ch < 0x80 && g_ascii_isalnum((char)ch)) {
            AddressKind address = address_match(text, c->at, c->end, &end);
            if (address != ADDRESS_NONE) {
                emit(c, address == ADDRESS_URL ? TOKEN_URL : TOKEN_DOMAIN, end - c->at, 0, 0);
                continue;
            }
            if (g_ascii_isdigit((char)ch) && emit_number(c))
                continue;
        }
        gunichar after = utf8_peek(text, c->end, next);
        gboolean begins = is_letter(ch) || (ch == '@' && is_letter(after)) ||
                          ((ch == '\'' || ch == 0x2018 || ch == 0x2019) && c->space && is_letter(after));
        if (begins && !is_letter(ch)) {
            /* The sign belongs to the word behind it. */
            gsize start = c->at;
            c->at = next;
            end = word_end(c);
            c->at = start;
        } else if (begins) {
            end = word_end(c);
        }
        if (begins) {
            emit_word(c, end);
            continue;
        }
        gsize length = next - c->at;
        if (ch == '-')
            while (c->at + length < c->end && text[c->at + length] == '-')
                length++;
        emit(c, sign_kind(ch), length, 0, (int)ch);
    }
    pair_quotes(tokens, first);
}
