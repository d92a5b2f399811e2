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
check_PROGRAMS += tests/export/bibliography
tests_export_bibliography_SOURCES = tests/export/bibliography.c
tests_export_bibliography_LDADD = $(LINK_EXPORT)
EXTRA_DIST += tests/export/golden/works.bib tests/export/golden/works.ris tests/export/golden/works.json \
  tests/export/fixtures/works.txt tests/export/fixtures/undated.txt tests/export/fixtures/signs.txt
dist_check_SCRIPTS += tests/export/readers.test
EXTRA_DIST += tests/export/readers.py tests/export/csl-schema.json
