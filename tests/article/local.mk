check_PROGRAMS += tests/article/article
tests_article_article_SOURCES = tests/article/article.c
tests_article_article_LDADD = $(LINK_ARTICLE)
