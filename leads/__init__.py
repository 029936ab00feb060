"""The way of an inquiry: calls and forms in, match, route, follow-ups, letters, pipeline.

Doors (desk, pipeline, public) import flow and models, never each other. Tests: tests/leads/ and a
folder for each door.
"""
