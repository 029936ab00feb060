"""Views of the managers' door, one file a subject."""
