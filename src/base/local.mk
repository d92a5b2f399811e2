noinst_LIBRARIES += src/base/libbase.a
src_base_libbase_a_SOURCES = \
  src/base/error.h src/base/input.h src/base/json.h src/base/message.h src/base/output.h src/base/paths.h src/base/process.h src/base/range.h src/base/safe.h 
