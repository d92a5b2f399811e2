/* Copying: to the clipboard through the driver, and to a register; quotations with their source in the form that option `attribution` describes. */
#include "app/internal.h"

#include <string.h>

#include "text/utf8.h"

gboolean
session_copy(Session *session, const char *text, const char *what)
{
    g_free(session->copied);
    session->copied = g_strdup(text);
    gsize characters = utf8_count(text, strlen(text));
    g_autofree char *said = NULL;
    if (session->host.copy && session->host.copy(session->host_data, text, strlen(text), &said)) {
        session_say(session, "Copied %s, %zu characters%s%s.", what, characters, said ? ", " : "", said ? said : "");
        return TRUE;
    }
    if (said) {
        session_fail(session, "Not copied: %s", said);
        return FALSE;
    }
    session_say(session, "Kept %s, %zu characters, in ibid's register; no clipboard can be reached.", what, characters);
    return TRUE;
}

static char *
field(const Session *session, const char *name, gsize length, Range range)
{
    const DocumentMeta *meta = document_meta(session_document(session));
    if (strncmp(name, "title", length) == 0)
        return g_strdup(article_title(session->article));
    if (strncmp(name, "author", length) == 0)
        return g_strjoinv(", ", meta->byline);
    if (strncmp(name, "publication", length) == 0)
        return g_strdup(meta->publication);
    if (strncmp(name, "date", length) == 0)
        return meta->issued ? issued_in_words(meta->issued, FALSE) : NULL;
    if (strncmp(name, "url", length) == 0)
        return g_strdup(meta->url);
    if (strncmp(name, "paragraph", length) == 0) {
        int block = document_block_at(session_document(session), range.start);
        guint number = block < 0 ? 0 : document_block(session_document(session), (guint)block)->number;
        return number ? g_strdup_printf("%u", number) : NULL;
    }
    if (strncmp(name, "quote", length) == 0)
        return g_strndup(document_text(session_document(session), NULL) + range.start, range_length(range));
    return NULL;
}

/* The form: {quote}, {author}, {title}, {publication}, {date}, {paragraph}, {url}; what stands in [brackets] is left out where a field in it is not known; \n is a line end. */
char *
session_quotation(const Session *session, Range range)
{
    GString *out = g_string_new(NULL);
    gsize bracket = G_MAXSIZE;
    gboolean missing = FALSE;
    for (const char *at = options_string(session->options, OPT_ATTRIBUTION); *at; at++) {
        const char *close = *at == '{' ? strchr(at, '}') : NULL;
        if (*at == '\\' && at[1] == 'n') {
            g_string_append_c(out, '\n');
            at++;
        } else if (*at == '[' && bracket == G_MAXSIZE) {
            bracket = out->len;
            missing = FALSE;
        } else if (*at == ']' && bracket != G_MAXSIZE) {
            if (missing)
                g_string_truncate(out, bracket);
            bracket = G_MAXSIZE;
        } else if (close) {
            g_autofree char *value = field(session, at + 1, (gsize)(close - at - 1), range);
            if (value && *value)
                g_string_append(out, value);
            else
                missing = TRUE;
            at = close;
        } else {
            g_string_append_c(out, *at);
        }
    }
    return g_string_free(out, FALSE);
}
