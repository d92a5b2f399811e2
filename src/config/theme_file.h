/* A theme as its file says it, before sets of roles are made into styles. Only theme.c uses this. */
#ifndef IBID_CONFIG_THEME_FILE_H
#define IBID_CONFIG_THEME_FILE_H

#include "config/theme.h"

enum { HAS_FOREGROUND = 1, HAS_BACKGROUND = 2, HAS_ATTRIBUTES = 4 };

/* What a role says, inheritance already followed; a part that it does not say is left to the roles before it. */
typedef struct {
    Color foreground, background;
    guint8 set, clear; /* attributes that it turns on and off */
    guint8 has;
} RoleStyle;

typedef struct {
    char *name, *description;
    gboolean light;
    Color background; /* COLOR_DEFAULT: not painted */
    RoleStyle roles[STYLE_COUNT];
} ThemeFile;

/* The built-in theme: nothing but attributes. */
void theme_file_init(ThemeFile *file);
void theme_file_clear(ThemeFile *file);
/* Reads path over what file holds. FALSE: there is no such file; anything else that is wrong is a fault. */
gboolean theme_file_load(ThemeFile *file, const char *path, GPtrArray *faults);

#endif
