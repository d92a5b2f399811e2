noinst_LIBRARIES += src/headless/libheadless.a
src_headless_libheadless_a_SOURCES = src/headless/headless.c src/headless/headless.h
