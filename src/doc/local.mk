noinst_LIBRARIES += src/doc/libdoc.a
src_doc_libdoc_a_SOURCES = \
  src/doc/builder.c src/doc/builder.h \
  src/doc/carry.c src/doc/carry.h \
  src/doc/check.c \
  src/doc/document.c src/doc/document.h \
  src/doc/layer.c src/doc/layer.h \
  src/doc/parts.h \
  src/doc/dump.h src/doc/offsets.h src/doc/outline.h src/doc/search.h
