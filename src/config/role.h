/* What of the table of roles only the themes need. */
#ifndef IBID_CONFIG_ROLE_H
#define IBID_CONFIG_ROLE_H

#include "config/theme.h"

/* The attributes that stand for a role where there is no colour. */
guint8 style_role_mono(StyleRole role);

#endif
