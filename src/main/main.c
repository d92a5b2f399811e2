/* The program: standard descriptors, locale, options, and the driver that they choose. */
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "app/session.h"
#include "base/error.h"
#include "base/input.h"
#include "base/message.h"
#include "cli/cli.h"
#include "headless/headless.h"
#include "tui/tui.h"

enum { SCRIPT_MAX = 1000 * 1000 };

/* A standard descriptor that came closed must not become the next file that is opened. Its stand-in is opened the wrong way round, so that
 * reading from it, or writing to it, is an error still. */
static void
hold_standard_descriptors(void)
{
    for (int fd = 0; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
            _exit(1);
}

/* Text is UTF-8 here whatever the locale says, and numbers are written with a point; FALSE where the locale's own character set is another. */
static gboolean
set_locale(void)
{
    gboolean fits = setlocale(LC_ALL, "") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
    if (!fits)
        setlocale(LC_ALL, "C.UTF-8");
    setlocale(LC_NUMERIC, "C");
    return fits;
}

static int
failed(const GError *error)
{
    message("%s", error->message);
    return error_exit_status(error);
}

static Session *
session_for(const CliOptions *options, Article *article)
{
    Session *session = session_new(options->theme);
    if (options->width > 0) {
        g_autofree char *line = g_strdup_printf("set measure=%d", MIN(options->width, option_spec(OPT_MEASURE)->max));
        session_command(session, line);
    }
    session_show(session, article);
    return session;
}

/* The same session driven by a script, its dumps on standard output. */
static int
run_headless(const CliOptions *options)
{
    g_autoptr(GError) error = NULL;
    gboolean standard = strcmp(options->script, "-") == 0;
    g_autoptr(Article) article = cli_open(options, &error);
    g_autoptr(GBytes) script = article ? input_read(options->script, SCRIPT_MAX, &error) : NULL;
    if (!script)
        return failed(error);
    g_autoptr(Session) session = session_for(options, article);
    g_autoptr(GString) out = g_string_new(NULL);
    gboolean well =
        headless_run(session, options->headless_width, options->headless_height, g_bytes_get_data(script, NULL),
                     standard ? "standard input" : options->script, out, &error);
    int status = cli_write(out->str, out->len);
    return well ? status : failed(error);
}

/* Keys come from standard input, or from the terminal itself where that is the article or no terminal. */
static int
open_keys(const CliOptions *options)
{
    gboolean article = options->articles[0] && strcmp(options->articles[0], "-") == 0;
    return !article && isatty(STDIN_FILENO) ? STDIN_FILENO : open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
}

/* The article is read before the screen is touched. Where the terminal cannot be used the text is printed. */
static int
run_reader(const CliOptions *options, gboolean locale_fits)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Article) article = cli_open(options, &error);
    if (!article)
        return failed(error);
    int status = 0, keys = open_keys(options);
    if (keys < 0)
        return cli_show(options, article);
    if (!locale_fits)
        message(
            "locale: its character set is not UTF-8, C.UTF-8 is used instead; set LANG or LC_ALL to a UTF-8 locale");
    g_autoptr(Session) session = session_for(options, article);
    if (!tui_run(session, keys, &status, &error)) {
        message("%s", error->message);
        status = cli_show(options, article);
    }
    if (keys != STDIN_FILENO)
        close(keys);
    return status;
}

int
main(int argc, char **argv)
{
    hold_standard_descriptors();
    gboolean locale_fits = set_locale();
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN); /* a file over its limit is an error of the write */
    g_autoptr(GError) error = NULL;
    g_autoptr(CliOptions) options = cli_parse(argc, argv, &error);
    if (!options)
        return failed(error);
    if (options->headless_width > 0)
        return run_headless(options);
    if (options->help || options->version || options->verb || !tui_possible())
        return cli_run(options);
    return run_reader(options, locale_fits);
}
