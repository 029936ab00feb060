"""What the land offers: industries, districts, parks, and the matching of a need to them.

Has never heard of leads. Tests: tests/districts/, tests/matching/, tests/catalogue/.
"""
