/* JSON out, through jansson: strict, insertion order kept, DEL and C1 escaped besides what jansson escapes. */
#ifndef IBID_BASE_JSON_H
#define IBID_BASE_JSON_H

#include <glib.h>
#include <jansson.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(json_t, json_decref)

/* The value as text with a newline at the end; indent 0 is one line. Free with g_free(). */
char *json_text(const json_t *value, guint indent);

/* A JSON string, or null where text is NULL. text must be valid UTF-8. */
json_t *json_string_or_null(const char *text);

#endif
