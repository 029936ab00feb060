"""Nouns of the inquiry and their verbs, one file each."""
