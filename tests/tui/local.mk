# Tests of src/tui. What needs a screen to look at is tested against libvterm, where configure has found it.
check_PROGRAMS += tests/tui/clipboard
tests_tui_clipboard_SOURCES = tests/tui/clipboard.c
tests_tui_clipboard_LDADD = $(LINK_TUI)
check_PROGRAMS += tests/tui/terminal
tests_tui_terminal_SOURCES = tests/tui/terminal.c
tests_tui_terminal_LDADD = $(LINK_TUI)
check_PROGRAMS += tests/tui/rewrite
tests_tui_rewrite_SOURCES = tests/tui/rewrite.c
tests_tui_rewrite_LDADD = $(LINK_TUI)
check_PROGRAMS += tests/tui/keys
tests_tui_keys_SOURCES = tests/tui/keys.c
tests_tui_keys_LDADD = $(LINK_TUI)
if HAVE_VTERM
TUI_PAINTING = tests/tui/painting.c tests/tui/painting.h tests/tui/emulator.c tests/tui/emulator.h
check_PROGRAMS += tests/tui/painter
tests_tui_painter_SOURCES = tests/tui/painter.c $(TUI_PAINTING)
tests_tui_painter_CPPFLAGS = $(AM_CPPFLAGS) $(VTERM_CFLAGS)
tests_tui_painter_LDADD = $(LINK_TUI) $(VTERM_LIBS)
check_PROGRAMS += tests/tui/links
tests_tui_links_SOURCES = tests/tui/links.c $(TUI_PAINTING)
tests_tui_links_CPPFLAGS = $(AM_CPPFLAGS) $(VTERM_CFLAGS)
tests_tui_links_LDADD = $(LINK_TUI) $(VTERM_LIBS)
# The whole program, driven on a pseudo-terminal.
TUI_READER = tests/tui/reader.c tests/tui/reader.h tests/tui/pty.c tests/tui/pty.h tests/tui/emulator.c tests/tui/emulator.h
check_PROGRAMS += tests/tui/program
tests_tui_program_SOURCES = tests/tui/program.c $(TUI_READER)
tests_tui_program_CPPFLAGS = $(AM_CPPFLAGS) $(VTERM_CFLAGS)
tests_tui_program_LDADD = $(LINK_CONFIG) $(VTERM_LIBS) $(GLIB_LIBS)
check_PROGRAMS += tests/tui/jobs
tests_tui_jobs_SOURCES = tests/tui/jobs.c $(TUI_READER)
tests_tui_jobs_CPPFLAGS = $(AM_CPPFLAGS) $(VTERM_CFLAGS)
tests_tui_jobs_LDADD = $(LINK_CONFIG) $(VTERM_LIBS) $(GLIB_LIBS)
endif
