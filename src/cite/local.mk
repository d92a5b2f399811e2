noinst_LIBRARIES += src/cite/libcite.a
src_cite_libcite_a_SOURCES = \
  src/cite/citations.h src/cite/sources.h \
  src/cite/address.c src/cite/address.h src/cite/author_year.c src/cite/bibliography.c src/cite/bibliography.h \
  src/cite/brackets.c src/cite/brackets.h src/cite/citations.c \
  src/cite/dates.c src/cite/dates.h src/cite/dump.c src/cite/grammar.c src/cite/grammar.h src/cite/grammar_items.c src/cite/grammar_private.h \
  src/cite/internal.h src/cite/judge.c src/cite/judge.h src/cite/lexicon.c src/cite/lexicon.h \
  src/cite/names.c src/cite/names.h src/cite/parts.c src/cite/parts.h src/cite/registry.c src/cite/registry.h \
  src/cite/short_forms.c src/cite/source_rules.c src/cite/sources.c src/cite/supported.c src/cite/tokens.c src/cite/tokens.h \
  src/cite/words.c src/cite/years.c
