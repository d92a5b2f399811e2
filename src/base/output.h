/* Standard output (or any descriptor) with every error noticed: a full disk and a closed pipe are never exit status 0. */
#ifndef IBID_BASE_OUTPUT_H
#define IBID_BASE_OUTPUT_H

#include <glib.h>

/* Writes all of the bytes to fd, over short writes and EINTR. Errors: IBID_ERROR_WRITE ("standard output: No space left on device; …"). */
gboolean output_write(int fd, const char *bytes, gsize length, GError **error);

/* Writes a file whole: to a temporary file beside it, synced, then renamed. Errors: IBID_ERROR_WRITE. */
gboolean output_file(const char *path, const char *bytes, gsize length, GError **error);

#endif
