noinst_LIBRARIES += src/view/libview.a
src_view_libview_a_SOURCES = \
  src/view/geometry.h src/view/grid.h src/view/layout.h src/view/pane.h src/view/popup.h src/view/rect.h src/view/text_view.h \
  src/view/grid.c \
  src/view/grid_dump.c \
  src/view/grid_sign.c \
  src/view/grid_sign.h \
  src/view/grid_svg.c \
  src/view/layout.c \
  src/view/layout_block.c \
  src/view/layout_break.c \
  src/view/layout_break.h \
  src/view/text_view.c \
  src/view/text_view_draw.c \
  src/view/text_view_move.c \
  src/view/text_view_private.h \
  src/view/geometry.c \
  src/view/pane.c \
  src/view/pane_citations.c \
  src/view/pane_entities.c \
  src/view/pane_outline.c \
  src/view/pane_rows.h \
  src/view/popup.c
