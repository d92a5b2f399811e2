# Manual page and other documentation.
