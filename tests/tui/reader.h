/* What the tests of the whole program share: an article, and starting and quitting a reader of it. */
#ifndef IBID_TESTS_TUI_READER_H
#define IBID_TESTS_TUI_READER_H

#include "tests/tui/pty.h"

/* At the start and the end of main(). */
void reader_set_up(void);
void reader_clean_up(void);

/* Sixty paragraphs of some lines, each of which names its number. Lent. */
const char *reader_article(void);
/* A file in the test's folder. Free with g_free(). */
char *reader_write_file(const char *name, const char *text);

Pty *reader_start_with(PtyOptions options, const char *path);
/* 80x24, the article on the screen, nothing left to do. */
Pty *reader_start(void);
/* The terminal is as it was found. */
void reader_assert_left(Pty *pty);
void reader_quit(Pty *pty);

#endif
