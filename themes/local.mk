# What is installed under themes/.
