noinst_LIBRARIES += src/ini/libini.a
src_ini_libini_a_SOURCES = \
  src/ini/ini.h 
