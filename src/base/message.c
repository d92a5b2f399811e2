/* One safe line to standard error, in one write so that lines of several processes do not mix. */
#include "base/message.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include "base/safe.h"

void
message(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);

    g_autofree char *safe = safe_line(text, -1);
    g_autofree char *line = g_strconcat("ibid: ", safe, "\n", NULL);
    gsize length = strlen(line), done = 0;
    while (done < length) {
        gssize written = write(STDERR_FILENO, line + done, length - done);
        if (written > 0)
            done += (gsize)written;
        else if (written == 0 || errno != EINTR)
            return;
    }
}
