/* The width of a character as ibid's own table has it. ncursesw asks wcwidth() for every character that it draws;
 * defining it in the program overrides the C library's, whose table is older than what terminals show, so that layout
 * and drawing agree. */
#include <wchar.h>

#include "text/width.h"

int
wcwidth(wchar_t c)
{
    if (c == 0)
        return 0;
    if (c < 0x20 || (c >= 0x7f && c < 0xa0))
        return -1;
    return char_width((gunichar)c);
}
