# Tests of src/entity.
EXTRA_DIST += tests/entity/prose.h

check_PROGRAMS += tests/entity/sentences
tests_entity_sentences_SOURCES = tests/entity/sentences.c
tests_entity_sentences_LDADD = $(LINK_ENTITY)

check_PROGRAMS += tests/entity/join
tests_entity_join_SOURCES = tests/entity/join.c
tests_entity_join_LDADD = $(LINK_ENTITY)

check_PROGRAMS += tests/entity/tokens
tests_entity_tokens_SOURCES = tests/entity/tokens.c
tests_entity_tokens_LDADD = $(LINK_ENTITY)

check_PROGRAMS += tests/entity/lists
tests_entity_lists_SOURCES = tests/entity/lists.c
tests_entity_lists_LDADD = $(LINK_ENTITY)

check_PROGRAMS += tests/entity/slices
tests_entity_slices_SOURCES = tests/entity/slices.c
tests_entity_slices_LDADD = $(LINK_ENTITY)

# As a reader opens it: with the citations left out.
check_PROGRAMS += tests/entity/bundled
tests_entity_bundled_SOURCES = tests/entity/bundled.c
tests_entity_bundled_LDADD = $(LINK_ARTICLE)
