noinst_LIBRARIES += src/config/libconfig.a
src_config_libconfig_a_SOURCES = \
  src/config/color.c src/config/color.h src/config/fault.c src/config/fault.h src/config/key.c src/config/key.h \
  src/config/keymap.c src/config/keymap.h src/config/keymap_table.c src/config/keymap_table.h src/config/options.c src/config/options.h src/config/role.c src/config/role.h \
  src/config/theme.c src/config/theme.h src/config/theme_file.c src/config/theme_file.h
