/* Running another program with bytes on its standard input, bounded in time; nothing inherited but the three standard descriptors. */
#ifndef IBID_BASE_PROCESS_H
#define IBID_BASE_PROCESS_H

#include <glib.h>

/* Runs argv (argv[0] looked up in PATH) with input on its standard input and its output discarded; TRUE when it exits 0 within timeout_ms. */
gboolean process_feed(const char *const *argv, const char *input, gsize length, int timeout_ms, GError **error);

#endif
