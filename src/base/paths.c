/* Paths by the XDG base directory specification: a relative value of one of its variables counts as unset. */
#include "base/paths.h"

#include <stdarg.h>

static char *
join(const char *folder, const char *first, va_list rest)
{
    g_autoptr(GPtrArray) parts = g_ptr_array_new();
    g_ptr_array_add(parts, (gpointer)folder);
    for (const char *part = first; part != NULL; part = va_arg(rest, const char *))
        g_ptr_array_add(parts, (gpointer)part);
    g_ptr_array_add(parts, NULL);
    return g_build_filenamev((char **)parts->pdata);
}

/* The folder that variable names, else `fallback` under $HOME; with "ibid" behind it. NULL where neither is an absolute path. */
static char *
home_folder(const char *variable, const char *fallback)
{
    const char *value = g_getenv(variable);
    if (value != NULL && g_path_is_absolute(value))
        return g_build_filename(value, "ibid", NULL);
    const char *home = g_getenv("HOME");
    if (home != NULL && g_path_is_absolute(home))
        return g_build_filename(home, fallback, "ibid", NULL);
    return NULL;
}

char *
paths_data(const char *first, ...)
{
    const char *folder = g_getenv("IBID_DATADIR");
    if (folder == NULL || *folder == '\0')
        folder = IBID_PKGDATADIR;
    va_list rest;
    va_start(rest, first);
    char *path = join(folder, first, rest);
    va_end(rest);
    return path;
}

/* A path in one of the reader's folders; NULL without a home. */
static char *
in_home(const char *variable, const char *fallback, const char *first, va_list rest)
{
    g_autofree char *folder = home_folder(variable, fallback);
    return folder ? join(folder, first, rest) : NULL;
}

char *
paths_config(const char *first, ...)
{
    va_list rest;
    va_start(rest, first);
    char *path = in_home("XDG_CONFIG_HOME", ".config", first, rest);
    va_end(rest);
    return path;
}

char *
paths_state(const char *first, ...)
{
    va_list rest;
    va_start(rest, first);
    char *path = in_home("XDG_STATE_HOME", ".local/state", first, rest);
    va_end(rest);
    return path;
}

char *
path_expand(const char *typed)
{
    const char *home = g_getenv("HOME");
    if (typed[0] != '~' || (typed[1] != '/' && typed[1] != '\0') || !home || !*home)
        return g_strdup(typed);
    return g_strconcat(home, typed + 1, NULL);
}
