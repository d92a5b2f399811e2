# Tests of src/app.
check_PROGRAMS += tests/app/prompt tests/app/jumps tests/app/hits tests/app/carries
tests_app_prompt_SOURCES = tests/app/prompt.c
tests_app_prompt_LDADD = $(LINK_APP)
tests_app_jumps_SOURCES = tests/app/jumps.c
tests_app_jumps_LDADD = $(LINK_APP)
tests_app_hits_SOURCES = tests/app/hits.c
tests_app_hits_LDADD = $(LINK_APP)
tests_app_carries_SOURCES = tests/app/carries.c
tests_app_carries_LDADD = $(LINK_APP)
EXTRA_DIST += tests/app/harness.h tests/app/fixtures/ferry.txt
check_PROGRAMS += tests/app/every_key
tests_app_every_key_SOURCES = tests/app/every_key.c
tests_app_every_key_LDADD = $(LINK_APP)
check_PROGRAMS += tests/app/lists
tests_app_lists_SOURCES = tests/app/lists.c
tests_app_lists_LDADD = $(LINK_APP)
