noinst_LIBRARIES += src/ini/libini.a
src_ini_libini_a_SOURCES = \
  src/ini/ini.c src/ini/ini.h src/ini/scan.c src/ini/scan.h
