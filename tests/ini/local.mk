# Tests of src/ini.
check_PROGRAMS += tests/ini/ini
tests_ini_ini_SOURCES = tests/ini/ini.c
tests_ini_ini_LDADD = $(LINK_INI)
