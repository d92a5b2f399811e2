# Tests of src/doc.
check_PROGRAMS += tests/doc/layer
tests_doc_layer_SOURCES = tests/doc/layer.c
tests_doc_layer_LDADD = $(LINK_DOC)
