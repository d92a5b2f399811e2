# What is installed under content/.
contentdir = $(pkgdatadir)/content
dist_content_DATA = content/sources.ini
