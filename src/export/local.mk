noinst_LIBRARIES += src/export/libexport.a
src_export_libexport_a_SOURCES = \
  src/export/bibliography.c src/export/bibliography.h src/export/bibliography_formats.h src/export/bibtex.c src/export/csl_json.c src/export/ris.c \
  src/export/cites.c src/export/entities.c src/export/export.h src/export/markdown.c src/export/markdown.h \
  src/export/show.c src/export/show.h src/export/show_html.c src/export/show_json.c src/export/show_markdown.c src/export/show_text.c \
  src/export/sink.c src/export/sink.h src/export/table.c src/export/table.h src/export/wrap.c src/export/wrap.h
src_export_libexport_a_SOURCES += src/export/check.c src/export/check.h src/export/profile.c
