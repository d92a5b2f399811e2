/* Faults of a file that configures: they are collected, said to the reader once, and never stop the program. And the nearest name for one that is unknown. */
#ifndef IBID_CONFIG_FAULT_H
#define IBID_CONFIG_FAULT_H

#include <glib.h>

/* Appends "PATH:LINE: …" (line 0: "PATH: …") to faults, a GPtrArray of char * that frees them; NULL: nothing is kept. The whole is made safe, on one line.
 * After a hundred the rest is only mentioned. */
void fault_add(GPtrArray *faults, const char *path, int line, const char *format, ...) G_GNUC_PRINTF(4, 5);

/* The one of the names (NULL-terminated) that word was most likely meant to be: at most one slip of the fingers in three letters, and none in two. NULL where none is near. Letter
 * case does not count. O(names × length²); a word over 64 bytes is near to nothing. */
const char *nearest_name(const char *word, const char *const *names);

/* "one, two or three"; free with g_free(). */
char *names_listed(const char *const *names);

#endif
