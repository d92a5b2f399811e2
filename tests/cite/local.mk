# Tests of src/cite.
check_PROGRAMS += tests/cite/citations tests/cite/dates tests/cite/grammar tests/cite/random tests/cite/sources
tests_cite_citations_SOURCES = tests/cite/citations.c tests/cite/help.h
tests_cite_citations_LDADD = $(LINK_CITE)
tests_cite_dates_SOURCES = tests/cite/dates.c
tests_cite_dates_LDADD = $(LINK_CITE)
tests_cite_grammar_SOURCES = tests/cite/grammar.c tests/cite/help.h
tests_cite_grammar_LDADD = $(LINK_CITE)
tests_cite_random_SOURCES = tests/cite/random.c tests/cite/help.h
tests_cite_random_LDADD = $(LINK_CITE)
tests_cite_sources_SOURCES = tests/cite/sources.c
tests_cite_sources_LDADD = $(LINK_CITE)
EXTRA_DIST += tests/cite/golden/article.txt
# `make bench-cites`: MB/s of prose. Built with the rest, so that it keeps compiling; no test, since a machine may be busy.
noinst_PROGRAMS += tests/cite/bench
tests_cite_bench_SOURCES = tests/cite/bench.c tests/cite/help.h
tests_cite_bench_LDADD = $(LINK_CITE)
bench-cites: tests/cite/bench$(EXEEXT)
	srcdir='$(abs_top_srcdir)' tests/cite/bench$(EXEEXT)
.PHONY: bench-cites
