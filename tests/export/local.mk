check_PROGRAMS += tests/export/wrap tests/export/markdown tests/export/sink
tests_export_wrap_SOURCES = tests/export/wrap.c
tests_export_wrap_LDADD = $(LINK_EXPORT)
tests_export_markdown_SOURCES = tests/export/markdown.c
tests_export_markdown_LDADD = $(LINK_EXPORT)
tests_export_sink_SOURCES = tests/export/sink.c
tests_export_sink_LDADD = $(LINK_EXPORT)
