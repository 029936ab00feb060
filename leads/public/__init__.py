"""Door of the investors: start page, form, confirmation. Tests: tests/public/."""
