noinst_LIBRARIES += src/article/libarticle.a
src_article_libarticle_a_SOURCES = \
  src/article/article.c src/article/article.h src/article/integrity.c src/article/integrity.h \
  src/article/profile.c src/article/profile.h
