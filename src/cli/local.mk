noinst_LIBRARIES += src/cli/libcli.a
src_cli_libcli_a_SOURCES = src/cli/articles.c src/cli/check.c src/cli/cli.c src/cli/cli.h src/cli/keys.c src/cli/themes.c src/cli/verbs.c src/cli/verbs.h
