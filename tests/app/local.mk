# Tests of src/app.
check_PROGRAMS += tests/app/prompt tests/app/jumps
tests_app_prompt_SOURCES = tests/app/prompt.c
tests_app_prompt_LDADD = $(LINK_APP)
tests_app_jumps_SOURCES = tests/app/jumps.c
tests_app_jumps_LDADD = $(LINK_APP)
