"""Forms of the managers' door, one file a subject. They clean, never write."""
