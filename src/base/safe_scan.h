/* The quick half of safe_prefix(): whole blocks of bytes at once, where the processor can. For base/safe.c only. */
#ifndef IBID_BASE_SAFE_SCAN_H
#define IBID_BASE_SAFE_SCAN_H

#include <glib.h>

/* Length of a prefix that is safe for sure and ends between characters. What follows it is for the caller to look at one by
 * one: less than 40 bytes to the end of text or to the first fault. 0 where the processor has no such instructions. */
gsize safe_scan(const char *text, gsize length);

#endif
