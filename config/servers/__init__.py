"""PostgreSQL and Valkey started by us, for `manage.py up` and the tests; production brings its own.

Knows nothing of Django. `local.LocalServers` is the way in. Tests: tests/config/test_servers.py
"""
