/* The program: standard descriptors, locale, options, and the driver that they choose. */
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/message.h"
#include "cli/cli.h"

/* A standard descriptor that came closed must not become the next file that is opened. Its stand-in is opened the wrong way round, so that
 * reading from it, or writing to it, is an error still. */
static void
hold_standard_descriptors(void)
{
    for (int fd = 0; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
            _exit(1);
}

/* Text is UTF-8 here whatever the locale says; FALSE where the locale's own character set is another. */
static gboolean
set_locale(void)
{
    if (setlocale(LC_ALL, "") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
        return TRUE;
    setlocale(LC_ALL, "C.UTF-8");
    return FALSE;
}

int
main(int argc, char **argv)
{
    hold_standard_descriptors();
    set_locale();
    signal(SIGPIPE, SIG_IGN);
    g_autoptr(GError) error = NULL;
    g_autoptr(CliOptions) options = cli_parse(argc, argv, &error);
    if (!options) {
        message("%s", error->message);
        return error_exit_status(error);
    }
    return cli_run(options);
}
