/* The headless driver: the same session, driven by a script instead of a terminal.
 *
 * A script is lines: a line that begins with ":" is a command; any other is a sequence of keys as key maps write them ("]c", "<C-d>", "3j"); empty lines and lines that begin with "#" are skipped;
 * "\:" and "\#" begin a line of keys with those characters. Idle work runs to its end before a dump. Without :dump-screen in the script, the last screen is printed at the end. */
#ifndef IBID_HEADLESS_HEADLESS_H
#define IBID_HEADLESS_HEADLESS_H

#include "app/session.h"

/* script: the text; name: what messages call it. Output goes to out (the caller writes it). FALSE with IBID_ERROR_USAGE ("NAME:LINE: …") where a line is no key
 * sequence or a command failed. */
gboolean headless_run(Session *session, int width, int height, const char *script, const char *name, GString *out, GError **error);

#endif
