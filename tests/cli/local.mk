check_PROGRAMS += tests/cli/parse
tests_cli_parse_SOURCES = tests/cli/parse.c
tests_cli_parse_LDADD = $(LINK_CLI)
dist_check_SCRIPTS += tests/cli/verbs.test
EXTRA_DIST += tests/cli/fixtures/plain.txt tests/cli/fixtures/salt.txt
