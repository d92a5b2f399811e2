# What is installed under content/.
