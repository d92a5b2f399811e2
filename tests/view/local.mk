# Tests of src/view.
EXTRA_DIST += tests/view/fixture.h
check_PROGRAMS += tests/view/grid
tests_view_grid_SOURCES = tests/view/grid.c
tests_view_grid_LDADD = $(LINK_VIEW)
check_PROGRAMS += tests/view/popup
tests_view_popup_SOURCES = tests/view/popup.c
tests_view_popup_LDADD = $(LINK_VIEW)
check_PROGRAMS += tests/view/layout
tests_view_layout_SOURCES = tests/view/layout.c
tests_view_layout_LDADD = $(LINK_VIEW)
EXTRA_DIST += \
  tests/view/golden/layout-12.txt \
  tests/view/golden/layout-34.txt \
  tests/view/golden/layout-76.txt
check_PROGRAMS += tests/view/text_view
tests_view_text_view_SOURCES = tests/view/text_view.c
tests_view_text_view_LDADD = $(LINK_VIEW)
EXTRA_DIST += \
  tests/view/golden/text-view-100.txt \
  tests/view/golden/text-view-80.txt \
  tests/view/golden/text-view-49.txt \
  tests/view/golden/text-view-40.txt \
  tests/view/golden/text-view-20.txt \
  tests/view/golden/text-view-12.txt \
  tests/view/golden/text-view-roles.txt \
  tests/view/golden/text-view-layers.txt
check_PROGRAMS += tests/view/geometry
tests_view_geometry_SOURCES = tests/view/geometry.c
tests_view_geometry_LDADD = $(LINK_VIEW)
EXTRA_DIST += \
  tests/view/golden/geometry-narrow.txt \
  tests/view/golden/geometry-100x30.txt \
  tests/view/golden/geometry-120x40.txt \
  tests/view/golden/geometry-200x60.txt
check_PROGRAMS += tests/view/pane
tests_view_pane_SOURCES = tests/view/pane.c
tests_view_pane_LDADD = $(LINK_VIEW)
