noinst_LIBRARIES += src/app/libapp.a
src_app_libapp_a_SOURCES = \
  src/app/article_state.c \
  src/app/carries.c \
  src/app/carries.h \
  src/app/command.c \
  src/app/command.h \
  src/app/commands_general.c \
  src/app/commands_jump.c \
  src/app/commands_move.c \
  src/app/commands_pane.c \
  src/app/commands_words.c \
  src/app/copy.c \
  src/app/dispatch.c \
  src/app/draw.c \
  src/app/help.c \
  src/app/hints.c \
  src/app/hits.c \
  src/app/hits.h \
  src/app/internal.h \
  src/app/jumps.c \
  src/app/jumps.h \
  src/app/messages.c \
  src/app/panes.c \
  src/app/peek.c \
  src/app/prompt.c \
  src/app/prompt.h \
  src/app/prompt_session.c \
  src/app/search.c \
  src/app/select.c \
  src/app/session.c \
  src/app/session.h \
  src/app/settings.c \
  src/app/status.c \
  src/app/uses.c
