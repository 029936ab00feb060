"""Door of the investors: start page, the form in three steps, confirmation, consent document.

Answers stand in the visitor's session as they were typed (`draft`), are read into figures
(`understanding`) and go through `flow.open_inquiry` once. Works without JavaScript and without an
account. May import flow, leads.models, districts.models and the pure rooms. Tests: tests/public/.
"""
