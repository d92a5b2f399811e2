# What is installed under content/.
contentdir = $(pkgdatadir)/content
dist_content_DATA = content/sources.ini
contentkeysdir = $(pkgdatadir)/content/keys
dist_contentkeys_DATA = content/keys/less.ini content/keys/newsboat.ini content/keys/vim.ini
