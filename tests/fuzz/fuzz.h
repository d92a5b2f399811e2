/* A fuzz target: one function that takes any bytes and must neither crash nor break an assertion. Built with
 * --enable-fuzzing it is a libFuzzer program:
 *
 *     tests/fuzz/document -max_len=4096 NEW_CORPUS_FOLDER tests/fuzz/corpus/document
 *
 * Else it is linked with replay.c, which gives it each file of tests/fuzz/corpus/TARGET in `make check`. An input that
 * once found a fault goes into that folder under a name that says what it is. */
#ifndef IBID_TESTS_FUZZ_H
#define IBID_TESTS_FUZZ_H

#include <glib.h>

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size);

/* The bytes of an input, taken from its front; zeros when there are no more. */
typedef struct {
    const guint8 *data;
    gsize left;
} FuzzInput;

static inline guint8
fuzz_byte(FuzzInput *input)
{
    if (input->left == 0)
        return 0;
    input->left--;
    return *input->data++;
}

/* Up to `most` bytes as a new string with a NUL behind; *length of them. Free with g_free(). */
static inline char *
fuzz_bytes(FuzzInput *input, gsize most, gsize *length)
{
    *length = MIN(most, input->left);
    char *bytes = g_malloc(*length + 1);
    for (gsize i = 0; i < *length; i++)
        bytes[i] = (char)input->data[i];
    bytes[*length] = '\0';
    input->data += *length;
    input->left -= *length;
    return bytes;
}

#endif
