# What is installed under themes/.
themesdir = $(pkgdatadir)/themes
dist_themes_DATA = \
  themes/dark.ini themes/high-contrast.ini themes/light.ini themes/monochrome.ini themes/solarized.ini \
  themes/solarized-light.ini themes/terminal.ini
