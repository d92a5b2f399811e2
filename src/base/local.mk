noinst_LIBRARIES += src/base/libbase.a
src_base_libbase_a_SOURCES = \
  src/base/error.c src/base/error.h \
  src/base/input.c src/base/input.h \
  src/base/json.c src/base/json.h \
  src/base/message.c src/base/message.h \
  src/base/output.c src/base/output.h \
  src/base/paths.c src/base/paths.h \
  src/base/process.c src/base/process.h \
  src/base/range.h \
  src/base/safe.c src/base/safe.h \
  src/base/safe_scan.c src/base/safe_scan.h
