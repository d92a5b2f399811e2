/* The whole program on a pseudo-terminal: started, typed to, looked at, stopped, cut off. Nothing here sleeps: every
 * function that waits, waits for a state, and fails the test when it has not come after some seconds.
 *
 * The program leads the terminal's session, as under "xterm -e"; or, as a job, it stands below a process that leads the
 * session and looks after it as a shell does. What it writes goes to an emulator, and into `bytes` as it came. The
 * emulator's reading is all there is: while no function waits, nobody reads the terminal. */
#ifndef IBID_TESTS_TUI_PTY_H
#define IBID_TESTS_TUI_PTY_H

#include "tests/tui/emulator.h"

typedef struct Pty Pty;

typedef struct {
    int width, height;              /* 0: the terminal does not know; the emulator has 80x24 */
    const char *const *environment; /* "NAME=VALUE", or "NAME" alone to leave it out; NULL-terminated, or NULL */
    const char *input;              /* a file for standard input; NULL: the terminal */
    guint closed;                   /* bit n: descriptor n is closed */
    gboolean job;
} PtyOptions;

/* argv[0] is looked for in the folder of the build. TERM is xterm-256color, HOME a folder of the test. */
Pty *pty_start(const PtyOptions *options, const char *const *argv);
/* Ends the program if it is still there. */
void pty_free(Pty *pty);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Pty, pty_free)

void pty_type(Pty *pty, const char *keys);
void pty_resize(Pty *pty, int width, int height); /* the emulator first, then the device, so the program is told */
void pty_kill(Pty *pty, int number);
void pty_hang_up(Pty *pty);

void pty_wait_for(Pty *pty, const char *text);
void pty_wait_without(Pty *pty, const char *text);
/* Until nothing has come for a while and the program sleeps. */
void pty_wait_quiet(Pty *pty);
int pty_wait_exit(Pty *pty);        /* its exit status; 128 + n where signal n ended it */
int pty_wait_exit_unread(Pty *pty); /* … with nobody reading what it writes */
void pty_wait_stopped(Pty *pty);    /* jobs: the terminal is the shell's again */
/* The shell writes something and brings the job back. */
void pty_foreground(Pty *pty, const char *written);

Emulator *pty_emulator(Pty *pty);
char *pty_screen(Pty *pty); /* free with g_free() */
const GString *pty_bytes(const Pty *pty);
gboolean pty_modes_are_restored(const Pty *pty);
gboolean pty_is_raw(const Pty *pty);
/* Ticks of processor time that the program has used. */
guint64 pty_ticks(const Pty *pty);
/* How often it has called write(); G_MAXUINT64 where the kernel does not say. */
guint64 pty_writes(const Pty *pty);
/* Nothing but text, SGR, cursor movements, erasing, scrolling, modes, OSC 8 and OSC 52 was ever written. */
void pty_assert_clean(const Pty *pty);

#endif
