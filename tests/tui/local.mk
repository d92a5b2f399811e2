# Tests of src/tui. What needs a screen to look at is tested against libvterm, where configure has found it.
if HAVE_VTERM
check_PROGRAMS += tests/tui/painter
tests_tui_painter_SOURCES = tests/tui/painter.c tests/tui/emulator.c tests/tui/emulator.h
tests_tui_painter_CPPFLAGS = $(AM_CPPFLAGS) $(VTERM_CFLAGS)
tests_tui_painter_LDADD = $(LINK_TUI) $(VTERM_LIBS)
endif
