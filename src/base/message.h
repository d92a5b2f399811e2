/* Messages to the person at the shell: "ibid: WHERE: what is wrong; what to do" on standard error, made safe by safe_line(). */
#ifndef IBID_BASE_MESSAGE_H
#define IBID_BASE_MESSAGE_H

#include <glib.h>

/* Prints "ibid: " and the formatted text as one safe line. Errors of the write itself are ignored: there is nowhere left to say it. */
void message(const char *format, ...) G_GNUC_PRINTF(1, 2);

#endif
