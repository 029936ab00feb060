"""Wiring: settings, routes, Celery and its one beat table, the local servers.

May import every room; no room imports it. Tests: tests/config/.
"""
