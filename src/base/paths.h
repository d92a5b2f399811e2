/* Where ibid's files lie. Data (themes/, content/): $IBID_DATADIR, else the installed folder. Configuration: $XDG_CONFIG_HOME/ibid, state
 * (histories): $XDG_STATE_HOME/ibid, data of the reader: $XDG_DATA_HOME/ibid. Without a usable HOME each is NULL and the caller does without. */
#ifndef IBID_BASE_PATHS_H
#define IBID_BASE_PATHS_H

#include <glib.h>

/* The path of a shipped file, e.g. paths_data("themes", "dark.ini"); NULL-terminated list of parts. Free with g_free(). */
char *paths_data(const char *first, ...) G_GNUC_NULL_TERMINATED;

/* The path of a file of the user's configuration / state; NULL where there is no home. Nothing is created. Free with g_free(). */
char *paths_config(const char *first, ...) G_GNUC_NULL_TERMINATED;
char *paths_state(const char *first, ...) G_GNUC_NULL_TERMINATED;

/* A path as one types it: "~" and "~/…" are the home folder, as in a shell. Free with g_free(). */
char *path_expand(const char *typed);

#endif
