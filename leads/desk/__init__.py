"""Door of the operators: logging a call while the caller is on the line. Tests: tests/desk/."""
