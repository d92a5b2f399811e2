# The manual page is made from its template and the program's own tables.
noinst_PROGRAMS += doc/manual
doc_manual_SOURCES = doc/manual.c
doc_manual_LDADD = $(LINK_APP)

man1_MANS = doc/ibid.1
EXTRA_DIST += doc/ibid.1.in
CLEANFILES += doc/ibid.1

doc/ibid.1: doc/ibid.1.in doc/manual$(EXEEXT)
	$(AM_V_GEN)IBID_DATADIR='$(abs_top_srcdir)' doc/manual$(EXEEXT) $(srcdir)/doc/ibid.1.in > $@.new && mv $@.new $@

# The pictures of README, drawn by the program itself.
EXTRA_DIST += doc/pictures.sh doc/pictures/dark.svg doc/pictures/light.svg doc/pictures/peek.svg doc/pictures/drawer.svg
.PHONY: pictures
pictures: ibid$(EXEEXT)
	$(AM_V_GEN)$(srcdir)/doc/pictures.sh $(abs_builddir)/ibid$(EXEEXT) $(abs_srcdir)/doc/pictures
