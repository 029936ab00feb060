"""Public pages of districts and parks; read only. Tests: tests/catalogue/."""
