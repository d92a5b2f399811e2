noinst_LIBRARIES += src/doc/libdoc.a
src_doc_libdoc_a_SOURCES = \
  src/doc/builder.h src/doc/document.h src/doc/dump.h src/doc/layer.h src/doc/offsets.h src/doc/outline.h src/doc/search.h 
