# Tests of src/base.
check_PROGRAMS += tests/base/input tests/base/output tests/base/process tests/base/safe tests/base/small
tests_base_input_SOURCES = tests/base/input.c
tests_base_input_LDADD = $(LINK_BASE)
tests_base_output_SOURCES = tests/base/output.c
tests_base_output_LDADD = $(LINK_BASE)
tests_base_process_SOURCES = tests/base/process.c
tests_base_process_LDADD = $(LINK_BASE)
tests_base_safe_SOURCES = tests/base/safe.c
tests_base_safe_LDADD = $(LINK_BASE)
tests_base_small_SOURCES = tests/base/small.c
tests_base_small_LDADD = $(LINK_BASE)
