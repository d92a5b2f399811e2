noinst_LIBRARIES += src/doc/libdoc.a
src_doc_libdoc_a_SOURCES = \
  src/doc/builder.c src/doc/builder.h \
  src/doc/carry.c src/doc/carry.h \
  src/doc/check.c \
  src/doc/document.c src/doc/document.h \
  src/doc/dump.c src/doc/dump.h \
  src/doc/layer.c src/doc/layer.h \
  src/doc/literal.c src/doc/literal.h \
  src/doc/offsets.c src/doc/offsets.h \
  src/doc/outline.c src/doc/outline.h \
  src/doc/parts.h \
  src/doc/pattern.c src/doc/pattern.h \
  src/doc/scan.c src/doc/scan.h \
  src/doc/search.c src/doc/search.h
