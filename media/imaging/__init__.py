"""Pictures as such: what a file is, whether it can be used, and the sizes made of it. No Django in here."""
