/* Reading an input whole: regular files, FIFOs and standard input, up to a limit, never mapped (a file that shrinks is SIGBUS). */
#ifndef IBID_BASE_INPUT_H
#define IBID_BASE_INPUT_H

#include <glib.h>

#define INPUT_DEFAULT_MAX_SIZE (150 * 1000 * 1000)

/* Reads path, or standard input where path is "-". The bytes are followed by a NUL that is not counted.
 * Errors: IBID_ERROR_READ (missing, a directory, no permission, a device, a socket, read failure, empty is NO error here), IBID_ERROR_LIMIT
 * (more than max_size bytes). A FIFO without a writer, and a slow one, are waited for; SIGINT ends the wait with IBID_ERROR_READ where the
 * caller has put a handler without SA_RESTART. Messages name the path, made safe. Opened O_CLOEXEC|O_NOCTTY, checked by fstat after O_NONBLOCK open. */
GBytes *input_read(const char *path, gsize max_size, GError **error);

#endif
