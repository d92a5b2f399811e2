noinst_LIBRARIES += src/view/libview.a
src_view_libview_a_SOURCES = \
  src/view/geometry.h src/view/grid.h src/view/layout.h src/view/pane.h src/view/popup.h src/view/rect.h src/view/text_view.h 
