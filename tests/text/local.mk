# Tests of src/text.
check_PROGRAMS += tests/text/cluster tests/text/decode tests/text/fold tests/text/linebreak tests/text/normalise tests/text/segment tests/text/width
tests_text_cluster_SOURCES = tests/text/cluster.c
tests_text_cluster_LDADD = $(LINK_TEXT)
tests_text_decode_SOURCES = tests/text/decode.c
tests_text_decode_LDADD = $(LINK_TEXT)
tests_text_fold_SOURCES = tests/text/fold.c
tests_text_fold_LDADD = $(LINK_TEXT)
tests_text_linebreak_SOURCES = tests/text/linebreak.c
tests_text_linebreak_LDADD = $(LINK_TEXT)
tests_text_normalise_SOURCES = tests/text/normalise.c
tests_text_normalise_LDADD = $(LINK_TEXT)
tests_text_segment_SOURCES = tests/text/segment.c
tests_text_segment_LDADD = $(LINK_TEXT)
tests_text_width_SOURCES = tests/text/width.c
tests_text_width_LDADD = $(LINK_TEXT)
