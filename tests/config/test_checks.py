import psycopg
import pytest
from django.core.checks import Error
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import OperationalError, connection

from config import checks


def ids(errors):
    assert all(isinstance(error, Error) and error.hint for error in errors)
    return [error.id for error in errors]


@pytest.mark.django_db
def test_it_works():
    assert checks.check_database(None, ["default"]) == []
    assert checks.check_celery_redelivery(None) == []


def test_without_a_database_named_none_is_asked():
    assert checks.check_database(None, None) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("setting", "value", "expected"),
    [
        ("synchronous_commit", "off", "config.E005"),
        ("synchronous_commit", "local", "config.E005"),
        ("synchronous_commit", "remote_write", "config.E005"),
    ],
)
def test_a_commit_that_may_be_lost_is_refused(setting, value, expected):
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL {setting} = {value}")
    assert ids(checks.check_database(None, ["default"])) == [expected]
    with pytest.raises(SystemCheckError, match=f"{setting}={value}"):
        call_command("check", databases=["default"])


@pytest.mark.django_db
def test_a_stronger_commit_is_welcome():
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL synchronous_commit = remote_apply")
    assert checks.check_database(None, ["default"]) == []


class Answers:
    """A cursor of a server that cannot be started here: settings fixed at start, old versions."""

    def __init__(self, **settings):
        self.settings = settings

    def execute(self, statement, values=()):
        self.row = (self.settings[values[0]],) if values else self.settings["rows"].pop(0)

    def fetchone(self):
        return self.row


@pytest.mark.parametrize(
    ("setting", "expected"), [("fsync", "config.E003"), ("full_page_writes", "config.E004")]
)
def test_a_server_that_does_not_flush_is_refused(setting, expected):
    durable = {"fsync": "on", "full_page_writes": "on", "synchronous_commit": "on"}
    assert checks.check_durability(Answers(**durable)) == []
    assert ids(checks.check_durability(Answers(**{**durable, setting: "off"}))) == [expected]


def test_an_old_postgresql_is_refused():
    assert checks.check_version(Answers(rows=[(15,)])) == []
    assert ids(checks.check_version(Answers(rows=[(14,)]))) == ["config.E002"]


@pytest.mark.parametrize("with_extension", [False, True])
def test_a_locale_that_does_not_fold_cyrillic_is_refused(servers, with_extension):
    """A real database of locale C, before and after the extension is there."""
    with psycopg.connect(servers["database_url"], autocommit=True) as admin:
        admin.execute("DROP DATABASE IF EXISTS locale_c")
        admin.execute("CREATE DATABASE locale_c TEMPLATE template0 LOCALE_PROVIDER libc LOCALE 'C'")
        try:
            address = servers["database_url"].replace("/hotline?", "/locale_c?")
            with psycopg.connect(address, autocommit=True) as database:
                if with_extension:
                    database.execute("CREATE EXTENSION pg_trgm")
                assert ids(checks.check_cyrillic(database.cursor())) == ["config.E006"]
        finally:
            admin.execute("DROP DATABASE locale_c")


def test_a_database_that_does_not_answer_is_named(monkeypatch):
    def refuse():
        raise OperationalError("could not connect")

    monkeypatch.setattr(connection, "cursor", refuse)
    assert ids(checks.check_database(None, ["default"])) == ["config.E001"]


def test_a_task_slower_than_its_redelivery_is_refused(settings):
    settings.CELERY_TASK_TIME_LIMIT = 120
    assert ids(checks.check_celery_redelivery(None)) == ["config.E007"]
