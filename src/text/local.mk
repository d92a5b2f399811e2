noinst_LIBRARIES += src/text/libtext.a
src_text_libtext_a_SOURCES = \
  src/text/cluster.h src/text/decode.h src/text/display.h src/text/fold.h src/text/linebreak.h src/text/normalise.h src/text/segment.h src/text/utf8.h src/text/width.h 
