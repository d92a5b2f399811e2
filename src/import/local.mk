noinst_LIBRARIES += src/import/libimport.a
src_import_libimport_a_SOURCES = \
  src/import/import.c src/import/import.h src/import/text.c src/import/text.h src/import/text_private.h \
  src/import/text_blocks.c src/import/text_boilerplate.c src/import/text_byline.c src/import/text_dateline.c src/import/text_dates.c \
  src/import/text_fields.c src/import/text_join.c src/import/text_lines.c src/import/text_listing.c src/import/text_lists.c src/import/text_looks.c src/import/text_marks.c \
  src/import/text_masthead.c src/import/text_notes.c src/import/text_quotes.c src/import/text_sections.c src/import/text_tagline.c src/import/text_words.c
