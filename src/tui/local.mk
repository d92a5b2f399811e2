noinst_LIBRARIES += src/tui/libtui.a
src_tui_libtui_a_SOURCES = \
  src/tui/clipboard.c \
  src/tui/clipboard.h \
  src/tui/keys.c \
  src/tui/keys.h \
  src/tui/present.c \
  src/tui/present.h \
  src/tui/rewrite.c \
  src/tui/rewrite.h \
  src/tui/sequence.c \
  src/tui/sequence.h \
  src/tui/signals.c \
  src/tui/signals.h \
  src/tui/terminal.c \
  src/tui/terminal.h \
  src/tui/tui.c \
  src/tui/tui.h \
  src/tui/wcwidth.c
