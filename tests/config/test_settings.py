import pytest
from django.db import connection


@pytest.mark.django_db
def test_it_works():
    with connection.cursor() as c:
        c.execute("create extension if not exists pg_trgm")
        c.execute("select similarity('Иван','иван'), current_setting('fsync')")
        assert c.fetchone() == (1.0, "on")
