# Tests of src/view.
EXTRA_DIST += tests/view/fixture.h
check_PROGRAMS += tests/view/grid
tests_view_grid_SOURCES = tests/view/grid.c
tests_view_grid_LDADD = $(LINK_VIEW)
check_PROGRAMS += tests/view/layout
tests_view_layout_SOURCES = tests/view/layout.c
tests_view_layout_LDADD = $(LINK_VIEW)
EXTRA_DIST += \
  tests/view/golden/layout-12.txt \
  tests/view/golden/layout-34.txt \
  tests/view/golden/layout-76.txt
