noinst_LIBRARIES += src/config/libconfig.a
src_config_libconfig_a_SOURCES = \
  src/config/key.h src/config/keymap.h src/config/options.h src/config/theme.h 
