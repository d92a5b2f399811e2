noinst_LIBRARIES += src/cite/libcite.a
src_cite_libcite_a_SOURCES = \
  src/cite/citations.h src/cite/sources.h 
