"""The house rules as functions: each module answers `breaches(root)` with lines "path:line: what".

One module a rule; tests/test_house_rules.py runs them on the real tree and on planted faults.
"""
