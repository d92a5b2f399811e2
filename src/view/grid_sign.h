/* ASCII stand-ins of the program's signs. */
#ifndef IBID_VIEW_GRID_SIGN_H
#define IBID_VIEW_GRID_SIGN_H

/* The stand-in of one sign; the sign itself where it is ASCII, "?" where it is not in the table. Constant. */
const char *ascii_sign(const char *sign);
/* A text with all signs of the table replaced; what else it holds stays. Free with g_free(). */
char *ascii_signs(const char *text);

#endif
