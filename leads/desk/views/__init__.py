"""The views of the desk, a module for each subject; `desk` is the page itself."""
