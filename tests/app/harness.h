/* A session under test: keys go in as one writes them, the screen comes out as text; the host is a fake that keeps what it was asked for. */
#ifndef IBID_TESTS_APP_HARNESS_H
#define IBID_TESTS_APP_HARNESS_H

#include <locale.h>
#include <string.h>

#include "app/command.h"
#include "app/session.h"
#include "doc/builder.h"
#include "tests/test.h"

#define FERRY "tests/app/fixtures/ferry.txt"

typedef struct {
    Session *session;
    char *copied;      /* what was copied last */
    gboolean no_clipboard;
    int redraws, suspends, option_changes;
    GString *printed;
} Harness;

static inline gboolean
harness_copy(gpointer data, const char *text, gsize length, char **said)
{
    Harness *h = data;
    if (h->no_clipboard) {
        *said = g_strdup("the clipboard is gone");
        return FALSE;
    }
    g_free(h->copied);
    h->copied = g_strndup(text, length);
    *said = g_strdup("to the test");
    return TRUE;
}

static inline void
harness_redraw(gpointer data)
{
    ((Harness *)data)->redraws++;
}

static inline void
harness_suspend(gpointer data)
{
    ((Harness *)data)->suspends++;
}

static inline void
harness_options_changed(gpointer data)
{
    ((Harness *)data)->option_changes++;
}

static inline void
harness_print(gpointer data, const char *text)
{
    g_string_append(((Harness *)data)->printed, text);
}

static inline Article *
harness_article(const char *relative)
{
    g_autofree char *path = test_path(relative);
    g_autoptr(GError) error = NULL;
    Article *article = article_open(path, NULL, &error);
    g_assert_no_error(error);
    return article;
}

/* From a text; "" is a document without blocks. */
static inline Article *
harness_text(const char *text)
{
    if (!*text) {
        g_autoptr(Builder) builder = builder_new(0);
        g_autoptr(Document) document = builder_finish(builder);
        return article_from_document(document, "empty.txt");
    }
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autoptr(GError) error = NULL;
    Article *article = article_from_bytes(bytes, "test.txt", NULL, &error);
    g_assert_no_error(error);
    return article;
}

static inline void
harness_settle(Harness *h)
{
    while (session_idle(h->session, G_MAXINT64))
        ;
}

/* Takes the article over; NULL: none is shown. */
static inline Harness *
harness_new(Article *article, int width, int height)
{
    static const SessionHost host = {
        .copy = harness_copy,
        .redraw = harness_redraw,
        .suspend = harness_suspend,
        .options_changed = harness_options_changed,
        .print = harness_print,
    };
    setlocale(LC_ALL, "");
    Harness *h = g_new0(Harness, 1);
    h->printed = g_string_new(NULL);
    h->session = session_new(NULL);
    session_set_host(h->session, &host, h);
    session_resize(h->session, width, height);
    if (article)
        session_show(h->session, article);
    g_clear_pointer(&article, article_unref);
    harness_settle(h);
    return h;
}

static inline Harness *
harness_open(const char *relative, int width, int height)
{
    return harness_new(harness_article(relative), width, height);
}

static inline void
harness_free(Harness *h)
{
    session_free(h->session);
    g_free(h->copied);
    g_string_free(h->printed, TRUE);
    g_free(h);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Harness, harness_free)

/* Keys as keys_parse() reads them: "]cK", ":set nonumbers<Enter>". All idle work is done after each. */
static inline void
press(Harness *h, const char *text)
{
    if (!*text)
        return;
    g_autoptr(GError) error = NULL;
    g_autoptr(GArray) keys = keys_parse(text, &error);
    g_assert_no_error(error);
    for (guint i = 0; i < keys->len; i++) {
        session_key(h->session, g_array_index(keys, Key, i));
        session_draw(h->session);
        harness_settle(h);
    }
}

/* Free with g_free(). */
static inline char *
screen(Harness *h)
{
    return grid_dump(session_draw(h->session), FALSE);
}

static inline gboolean
shows(Harness *h, const char *text)
{
    g_autofree char *now = screen(h);
    return strstr(now, text) != NULL;
}

static inline void
assert_shows(Harness *h, const char *text)
{
    g_autofree char *now = screen(h);
    if (!strstr(now, text))
        g_test_message("no «%s» on the screen:\n%s", text, now);
    g_assert_true(strstr(now, text) != NULL);
}

static inline void
assert_hides(Harness *h, const char *text)
{
    g_autofree char *now = screen(h);
    if (strstr(now, text))
        g_test_message("«%s» on the screen:\n%s", text, now);
    g_assert_false(strstr(now, text) != NULL);
}

static inline void
assert_message(Harness *h, const char *text)
{
    const char *message = session_message(h->session, NULL);
    if (!message || !strstr(message, text))
        g_test_message("wanted «%s», the message is «%s»", text, message ? message : "");
    g_assert_true(message && strstr(message, text));
}

static inline void
assert_no_message(Harness *h)
{
    g_assert_cmpstr(session_message(h->session, NULL), ==, NULL);
}

/* The text at the caret. */
static inline const char *
at_caret(Harness *h)
{
    return document_text(article_document(session_article(h->session)), NULL) + session_caret(h->session);
}

static inline void
assert_caret(Harness *h, const char *text)
{
    if (!g_str_has_prefix(at_caret(h), text))
        g_test_message("wanted the caret at «%s», it is at «%.40s»", text, at_caret(h));
    g_assert_true(g_str_has_prefix(at_caret(h), text));
}

/* The caret to where a text begins, by searching for it. */
static inline void
go_to(Harness *h, const char *text)
{
    g_autofree char *line = g_strconcat("search ", text, NULL);
    g_assert_true(session_command(h->session, line));
    g_assert_true(session_command(h->session, "nohlsearch"));
    assert_caret(h, text);
}

/* A row of the screen; free with g_free(). */
static inline char *
row(Harness *h, int y)
{
    g_autofree char *now = screen(h);
    g_auto(GStrv) rows = g_strsplit(now, "\n", -1);
    g_assert_cmpint(y, <, (int)g_strv_length(rows));
    return g_strdup(rows[y]);
}

static inline char *
status(Harness *h)
{
    return row(h, grid_height(session_draw(h->session)) - 1);
}

static inline void
assert_status(Harness *h, const char *text)
{
    g_autofree char *line = status(h);
    if (!strstr(line, text))
        g_test_message("wanted «%s», the status line is «%s»", text, line);
    g_assert_true(strstr(line, text) != NULL);
}

#endif
