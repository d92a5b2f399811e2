# The manual page is made from its template and the program's own tables.
noinst_PROGRAMS += doc/manual
doc_manual_SOURCES = doc/manual.c
doc_manual_LDADD = $(LINK_APP)

man1_MANS = doc/ibid.1
EXTRA_DIST += doc/ibid.1.in
CLEANFILES += doc/ibid.1

doc/ibid.1: doc/ibid.1.in doc/manual$(EXEEXT)
	$(AM_V_GEN)IBID_DATADIR='$(abs_top_srcdir)' doc/manual$(EXEEXT) $(srcdir)/doc/ibid.1.in > $@.new && mv $@.new $@
