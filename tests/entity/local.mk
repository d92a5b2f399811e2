# Tests of src/entity.
EXTRA_DIST += tests/entity/prose.h

check_PROGRAMS += tests/entity/sentences
tests_entity_sentences_SOURCES = tests/entity/sentences.c
tests_entity_sentences_LDADD = $(LINK_ENTITY)
