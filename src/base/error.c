/* The error domain, and which exit status each error leads to. */
#include "base/error.h"

G_DEFINE_QUARK(ibid-error-quark, ibid_error)

int
error_exit_status(const GError *error)
{
    if (error == NULL)
        return 0;
    if (error->domain != IBID_ERROR)
        return error->domain == G_OPTION_ERROR ? 2 : 1;
    switch ((IbidError)error->code) {
    case IBID_ERROR_NOTHING:
    case IBID_ERROR_WRITE:
        return 1;
    case IBID_ERROR_USAGE:
    case IBID_ERROR_CONFIG:
    case IBID_ERROR_PATTERN:
        return 2;
    case IBID_ERROR_READ:
    case IBID_ERROR_LIMIT:
        return 3;
    case IBID_ERROR_LIBRARY:
        return 4;
    }
    return 1;
}
