"""Door of the managers: pipeline, inquiry, my day. Tests: tests/pipeline/."""
