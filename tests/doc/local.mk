# Tests of src/doc.
check_PROGRAMS += tests/doc/layer
tests_doc_layer_SOURCES = tests/doc/layer.c
tests_doc_layer_LDADD = $(LINK_DOC)

check_PROGRAMS += tests/doc/builder
tests_doc_builder_SOURCES = tests/doc/builder.c
tests_doc_builder_LDADD = $(LINK_DOC)

check_PROGRAMS += tests/doc/document
tests_doc_document_SOURCES = tests/doc/document.c
tests_doc_document_LDADD = $(LINK_DOC)

check_PROGRAMS += tests/doc/search
tests_doc_search_SOURCES = tests/doc/search.c
tests_doc_search_LDADD = $(LINK_DOC)

check_PROGRAMS += tests/doc/pattern
tests_doc_pattern_SOURCES = tests/doc/pattern.c
tests_doc_pattern_LDADD = $(LINK_DOC)
