check_PROGRAMS += tests/export/wrap tests/export/markdown tests/export/sink
tests_export_wrap_SOURCES = tests/export/wrap.c
tests_export_wrap_LDADD = $(LINK_EXPORT)
tests_export_markdown_SOURCES = tests/export/markdown.c
tests_export_markdown_LDADD = $(LINK_EXPORT)
tests_export_sink_SOURCES = tests/export/sink.c
tests_export_sink_LDADD = $(LINK_EXPORT)
check_PROGRAMS += tests/export/show
tests_export_show_SOURCES = tests/export/show.c
tests_export_show_LDADD = $(LINK_EXPORT)
EXTRA_DIST += tests/export/golden/show.txt tests/export/golden/show-32-whole.txt tests/export/golden/show.md tests/export/golden/show.html tests/export/golden/show.json
check_PROGRAMS += tests/export/lists
tests_export_lists_SOURCES = tests/export/lists.c
tests_export_lists_LDADD = $(LINK_EXPORT)
EXTRA_DIST += tests/export/golden/cites.txt tests/export/golden/cites-50.txt tests/export/golden/cites.json tests/export/golden/cites.csv \
  tests/export/golden/cites-part.csv tests/export/golden/cites.md \
  tests/export/golden/entities.txt tests/export/golden/entities.json tests/export/golden/entities.csv
