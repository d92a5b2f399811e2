check_PROGRAMS += tests/headless/headless
tests_headless_headless_SOURCES = tests/headless/headless.c
tests_headless_headless_LDADD = $(LINK_HEADLESS)
