# Tests of src/tui. What needs a screen to look at is tested against libvterm, where configure has found it.
check_PROGRAMS += tests/tui/rewrite
tests_tui_rewrite_SOURCES = tests/tui/rewrite.c
tests_tui_rewrite_LDADD = $(LINK_TUI)
check_PROGRAMS += tests/tui/keys
tests_tui_keys_SOURCES = tests/tui/keys.c
tests_tui_keys_LDADD = $(LINK_TUI)
if HAVE_VTERM
check_PROGRAMS += tests/tui/painter
tests_tui_painter_SOURCES = tests/tui/painter.c tests/tui/emulator.c tests/tui/emulator.h
tests_tui_painter_CPPFLAGS = $(AM_CPPFLAGS) $(VTERM_CFLAGS)
tests_tui_painter_LDADD = $(LINK_TUI) $(VTERM_LIBS)
endif
