# The program: one file, main.c.
bin_PROGRAMS += ibid
ibid_SOURCES = src/main/main.c
ibid_LDADD = src/cli/libcli.a src/config/libconfig.a $(LINK_EXPORT)
