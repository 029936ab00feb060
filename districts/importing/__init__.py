"""Reads registry files, says what they would change, and changes it in one transaction.

files (bytes -> rows), columns (text -> values), tables (which file fills which model), drawing and
provenance (what differs from the database), plan (the differences, and applying them), intake (the
whole errand). Tests: tests/districts/.
"""
