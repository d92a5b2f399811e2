# What is installed under content/.
contentdir = $(pkgdatadir)/content
dist_content_DATA = content/sources.ini
contentkeysdir = $(pkgdatadir)/content/keys
dist_contentkeys_DATA = content/keys/less.ini content/keys/newsboat.ini content/keys/vim.ini
contententitiesdir = $(pkgdatadir)/content/entities
dist_contententities_DATA = content/entities/README.md content/entities/common_words.txt content/entities/cues.txt \
  content/entities/family_names.txt content/entities/given_names.txt content/entities/organisations.txt \
  content/entities/other.txt content/entities/places.txt content/entities/titles.txt
contentarticlesdir = $(pkgdatadir)/content/articles
dist_contentarticles_DATA = content/articles/azerbaijan-prc.txt content/articles/guide.txt
