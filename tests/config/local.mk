# Tests of src/config.
check_PROGRAMS += tests/config/options tests/config/keys tests/config/keymaps tests/config/themes
tests_config_options_SOURCES = tests/config/options.c
tests_config_options_LDADD = $(LINK_CONFIG)
tests_config_keys_SOURCES = tests/config/keys.c
tests_config_keys_LDADD = $(LINK_CONFIG)
tests_config_keymaps_SOURCES = tests/config/keymaps.c
tests_config_keymaps_LDADD = $(LINK_CONFIG)
tests_config_themes_SOURCES = tests/config/themes.c
tests_config_themes_LDADD = $(LINK_CONFIG) -lm
