# Fuzz targets (tests/fuzz/fuzz.h says how). A new one: its name in fuzz_targets, its three lines, and a folder of its corpus.
fuzz_targets = tests/fuzz/document tests/fuzz/layer tests/fuzz/entities tests/fuzz/cite
if FUZZING
noinst_PROGRAMS += $(fuzz_targets)
fuzz_main =
fuzz_link = -fsanitize=fuzzer
else
check_PROGRAMS += $(fuzz_targets)
fuzz_main = tests/fuzz/replay.c
fuzz_link =
endif
EXTRA_DIST += tests/fuzz/fuzz.h tests/fuzz/replay.c tests/fuzz/corpus

tests_fuzz_document_SOURCES = tests/fuzz/document.c $(fuzz_main)
tests_fuzz_document_LDFLAGS = $(AM_LDFLAGS) $(fuzz_link)
tests_fuzz_document_LDADD = $(LINK_DOC)

tests_fuzz_layer_SOURCES = tests/fuzz/layer.c $(fuzz_main)
tests_fuzz_layer_LDFLAGS = $(AM_LDFLAGS) $(fuzz_link)
tests_fuzz_layer_LDADD = $(LINK_DOC)

tests_fuzz_entities_SOURCES = tests/fuzz/entities.c $(fuzz_main)
tests_fuzz_entities_LDFLAGS = $(AM_LDFLAGS) $(fuzz_link)
tests_fuzz_entities_LDADD = $(LINK_ENTITY)

tests_fuzz_cite_SOURCES = tests/fuzz/cite.c $(fuzz_main)
tests_fuzz_cite_LDFLAGS = $(AM_LDFLAGS) $(fuzz_link)
tests_fuzz_cite_LDADD = $(LINK_CITE)
