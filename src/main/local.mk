# The program: one file, main.c.
