check_PROGRAMS += tests/article/article
tests_article_article_SOURCES = tests/article/article.c
tests_article_article_LDADD = $(LINK_ARTICLE)
check_PROGRAMS += tests/article/integrity
tests_article_integrity_SOURCES = tests/article/integrity.c
tests_article_integrity_LDADD = $(LINK_ARTICLE)
