noinst_LIBRARIES += src/text/libtext.a
src_text_libtext_a_SOURCES = \
  src/text/cluster.c src/text/cluster.h \
  src/text/decode.c src/text/decode.h \
  src/text/display.c src/text/display.h \
  src/text/fold.c src/text/fold.h \
  src/text/linebreak.c src/text/linebreak.h \
  src/text/normalise.c src/text/normalise.h \
  src/text/segment.c src/text/segment.h \
  src/text/utf8.c src/text/utf8.h \
  src/text/width.c src/text/width.h
