"""Nouns of the land and their questions."""
