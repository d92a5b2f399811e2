/* The formats that ibid reads: a table, each with a sniffer. The first row whose sniffer knows the bytes takes them;
 * text takes whatever is no binary file. */
#include "import/import.h"

#include <string.h>

#include "base/error.h"
#include "base/safe.h"
#include "import/text.h"
#include "text/decode.h"

typedef struct {
    const char *name;
    gboolean (*sniff)(const char *bytes, gsize length);
    Document *(*import)(GBytes *bytes, const ImportOptions *options, GError **error);
} Format;

static gboolean
sniff_text(const char *bytes, gsize length)
{
    return encoding_detect(bytes, length) != ENCODING_BINARY;
}

static Document *
import_text(GBytes *bytes, const ImportOptions *options, GError **error)
{
    gsize length;
    const char *data = g_bytes_get_data(bytes, &length);
    Encoding encoding = encoding_detect(data, length);
    if (encoding == ENCODING_BINARY) /* asked for as text: the builder shows what it can */
        encoding = ENCODING_UTF8;
    g_autoptr(GBytes) utf8 = decode_text(bytes, encoding);
    return text_import(utf8, options, error);
}

static const Format formats[] = {
    {"text", sniff_text, import_text},
};

/* What a binary file looks like, for the message; and what to do about it. */
static const struct {
    const char *magic;
    gsize length, offset;
    const char *looks_like, *advice;
} binaries[] = {
    {"%PDF-", 5, 0, "a PDF file", "turn it into text with pdftotext first"},
    {"PK\003\004", 4, 0, "a ZIP archive (an EPUB, a Word or OpenDocument file, …)", "save it as plain text first"},
    {"\320\317\021\340", 4, 0, "an old Word, Excel or PowerPoint file", "save it as plain text first"},
    {"\037\213", 2, 0, "a gzip file", "unpack it with gunzip first"},
    {"BZh", 3, 0, "a bzip2 file", "unpack it with bunzip2 first"},
    {"\3757zXZ", 5, 0, "an xz file", "unpack it with unxz first"},
    {"(\265/\375", 4, 0, "a zstd file", "unpack it with unzstd first"},
    {"7z\274\257", 4, 0, "a 7z archive", "unpack it first"},
    {"Rar!", 4, 0, "a RAR archive", "unpack it first"},
    {"\211PNG", 4, 0, "a PNG image", "give a text"},
    {"\377\330\377", 3, 0, "a JPEG image", "give a text"},
    {"GIF8", 4, 0, "a GIF image", "give a text"},
    {"WEBP", 4, 8, "a WebP image", "give a text"},
    {"II*\0", 4, 0, "a TIFF image", "give a text"},
    {"MM\0*", 4, 0, "a TIFF image", "give a text"},
    {"\177ELF", 4, 0, "a program", "give a text"},
    {"MZ", 2, 0, "a Windows program", "give a text"},
    {"SQLite format 3", 15, 0, "an SQLite database", "give a text"},
    {"ustar", 5, 257, "a tar archive", "unpack it with tar first"},
    {"ID3", 3, 0, "a sound file", "give a text"},
    {"OggS", 4, 0, "a sound or video file", "give a text"},
    {"RIFF", 4, 0, "a sound or video file", "give a text"},
    {"ftyp", 4, 4, "a video file", "give a text"},
    {"wOFF", 4, 0, "a font", "give a text"},
    {"\0asm", 4, 0, "a WebAssembly module", "give a text"},
};

static gboolean
all_nul(const char *bytes, gsize length)
{
    return length > 0 && bytes[0] == '\0' && memcmp(bytes, bytes + 1, length - 1) == 0;
}

static void
refuse_binary(const char *name, const char *bytes, gsize length, GError **error)
{
    for (gsize i = 0; i < G_N_ELEMENTS(binaries); i++) {
        if (length < binaries[i].offset + binaries[i].length ||
            memcmp(bytes + binaries[i].offset, binaries[i].magic, binaries[i].length) != 0)
            continue;
        g_set_error(error, IBID_ERROR, IBID_ERROR_READ, "%s: this looks like %s, not like text; %s", name,
                    binaries[i].looks_like, binaries[i].advice);
        return;
    }
    if (all_nul(bytes, length))
        g_set_error(error, IBID_ERROR, IBID_ERROR_READ, "%s: the file holds nothing but NUL bytes; give a text", name);
    else
        g_set_error(error, IBID_ERROR, IBID_ERROR_READ,
                    "%s: this looks like a binary file, not like text; --as=text reads it all the same", name);
}

const char *const *
import_formats(void)
{
    static const char *names[G_N_ELEMENTS(formats) + 1];
    for (gsize i = 0; i < G_N_ELEMENTS(formats); i++)
        names[i] = formats[i].name;
    return names;
}

Document *
import_bytes(GBytes *bytes, const ImportOptions *options, GError **error)
{
    static const ImportOptions none = {0};
    options = options ? options : &none;
    g_autofree char *name = safe_line(options->name ? options->name : "the input", -1);
    if (options->as) {
        for (gsize i = 0; i < G_N_ELEMENTS(formats); i++)
            if (strcmp(options->as, formats[i].name) == 0)
                return formats[i].import(bytes, options, error);
        g_autofree char *as = safe_line(options->as, -1), *known = g_strjoinv(", ", (char **)import_formats());
        g_set_error(error, IBID_ERROR, IBID_ERROR_USAGE, "--as=%s: there is no such format; choose one of: %s", as,
                    known);
        return NULL;
    }
    gsize length;
    const char *data = g_bytes_get_data(bytes, &length);
    if (length == 0) {
        g_set_error(error, IBID_ERROR, IBID_ERROR_READ, "%s: the file is empty; give one that holds an article", name);
        return NULL;
    }
    for (gsize i = 0; i < G_N_ELEMENTS(formats); i++)
        if (formats[i].sniff(data, length))
            return formats[i].import(bytes, options, error);
    refuse_binary(name, data, length, error);
    return NULL;
}
