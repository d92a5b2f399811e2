# The program: one file, main.c.
bin_PROGRAMS += ibid
ibid_SOURCES = src/main/main.c
ibid_LDADD = src/tui/libtui.a src/cli/libcli.a src/headless/libheadless.a $(LINK_APP) $(NCURSESW_LIBS)
