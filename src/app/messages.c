/* The message of the status line: one at a time, the last one stands until the next key. */
#include "app/internal.h"

#include "base/safe.h"

static void
say(Session *session, gboolean is_error, const char *format, va_list arguments)
{
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    g_free(session->message);
    session->message = safe_line(text, -1);
    session->message_is_error = is_error;
    session->faults = 0;
    session->stale = TRUE;
}

void
session_say(Session *session, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    say(session, FALSE, format, arguments);
    va_end(arguments);
}

CommandStatus
session_fail(Session *session, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    say(session, TRUE, format, arguments);
    va_end(arguments);
    return COMMAND_FAILED;
}

void
session_clear_message(Session *session)
{
    g_clear_pointer(&session->message, g_free);
    session->message_is_error = FALSE;
    session->faults = 0;
}

const char *
session_message(const Session *session, gboolean *is_error)
{
    if (is_error)
        *is_error = session->message_is_error;
    return session->message;
}
