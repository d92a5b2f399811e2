/* The errors that ibid's own functions report, and the exit status that each leads to.
 *
 * A message is made where the fault is found, is complete ("WHERE: what is wrong; what to do", without the leading "ibid: "),
 * and is handed up unchanged. Bugs are g_assert()s, not errors. */
#ifndef IBID_BASE_ERROR_H
#define IBID_BASE_ERROR_H

#include <glib.h>

#define IBID_ERROR (ibid_error_quark())
GQuark ibid_error_quark(void);

typedef enum {
    IBID_ERROR_NOTHING,  /* nothing found: no match, no citation */
    IBID_ERROR_USAGE,    /* a command line or a command that cannot be understood */
    IBID_ERROR_READ,     /* an article that cannot be read */
    IBID_ERROR_LIMIT,    /* an input over one of its limits; the message names the limit */
    IBID_ERROR_CONFIG,   /* a configuration, theme or key map with a fault */
    IBID_ERROR_WRITE,    /* an output that cannot be written */
    IBID_ERROR_LIBRARY,  /* the library cannot be used */
    IBID_ERROR_PATTERN,  /* a search pattern that does not compile or meets its limits */
} IbidError;

/* DESIGN 7: 0 done (error is NULL), 1 nothing found or output not written, 2 usage, 3 not readable, 4 library. */
int error_exit_status(const GError *error);

#endif
