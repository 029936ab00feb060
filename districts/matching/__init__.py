"""Pure matching: need, snapshot, rules, ranking, reading. Values in, values out; no Django.

May import numpy, snowballstemmer and itself. Tests: tests/matching/.
"""
