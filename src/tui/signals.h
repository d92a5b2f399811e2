/* Signals as events: they are blocked and read from a descriptor, so nothing ever interrupts anything; and stopping as
 * the shell expects it. */
#ifndef IBID_TUI_SIGNALS_H
#define IBID_TUI_SIGNALS_H

#include <glib.h>

typedef enum {
    SIGNALS_LEAVE = 1,     /* HUP, TERM, QUIT */
    SIGNALS_INTERRUPT = 2, /* INT, sent by another program: ^C is a key */
    SIGNALS_STOP = 4,      /* TSTP, likewise */
    SIGNALS_CONTINUED = 8,
    SIGNALS_RESIZED = 16,
} SignalSet;

typedef struct Signals Signals;

/* Before ncurses is started, so that it keeps its hands off. Errors: IBID_ERROR_USAGE. */
Signals *signals_open(GError **error);
/* All signals act again as before. */
void signals_close(Signals *signals);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Signals, signals_close)

/* Readable when signals wait. */
int signals_fd(const Signals *signals);
/* The signals that have come since. */
SignalSet signals_take(Signals *signals);
/* FALSE where nobody could continue us: we lead the terminal's session ("xterm -e ibid"), or TSTP came ignored. */
gboolean signals_can_stop(const Signals *signals);
/* Stops the whole job, as ^Z does, and returns when it is continued. A job that no shell looks after is not stopped by
 * the kernel. */
void signals_stop(Signals *signals);

#endif
