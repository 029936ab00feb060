"""System checks of what the promises stand on, read from the live connection.

`manage.py migrate` and `manage.py check --database default` run them; an Error stops both.
"""

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.db import DatabaseError, connections

OLDEST_POSTGRESQL = 15
DURABILITY = {
    # setting: (values that keep what was accepted, the id of its error)
    "fsync": ({"on"}, "config.E003"),
    "full_page_writes": ({"on"}, "config.E004"),
    "synchronous_commit": ({"on", "remote_apply"}, "config.E005"),
}


@register(Tags.database)
def check_database(app_configs, databases, **kwargs):
    """PostgreSQL 15 or newer that keeps what it acknowledged and folds Cyrillic case."""
    found = []
    for alias in databases or ():
        try:
            with connections[alias].cursor() as cursor:
                found += check_version(cursor) + check_durability(cursor) + check_cyrillic(cursor)
        except DatabaseError as error:
            found.append(
                Error(
                    f"The database does not answer: {error}".strip(),
                    hint="Set DATABASE_URL=postgres://user:password@host/database, or start the "
                    "local servers with: make run",
                    id="config.E001",
                )
            )
    return found


def check_version(cursor):
    cursor.execute("SELECT current_setting('server_version_num')::int / 10000")
    (major,) = cursor.fetchone()
    if major >= OLDEST_POSTGRESQL:
        return []
    return [
        Error(
            f"PostgreSQL {major} is too old.",
            hint=f"Use PostgreSQL {OLDEST_POSTGRESQL} or newer.",
            id="config.E002",
        )
    ]


def check_durability(cursor):
    found = []
    for name, (kept, error_id) in DURABILITY.items():
        cursor.execute("SELECT current_setting(%s)", [name])
        (value,) = cursor.fetchone()
        if value not in kept:
            found.append(
                Error(
                    f"PostgreSQL runs with {name}={value}: an accepted inquiry could be lost.",
                    hint=f"ALTER SYSTEM SET {name} = 'on'; SELECT pg_reload_conf();",
                    id=error_id,
                )
            )
    return found


def check_cyrillic(cursor):
    """Search folds «Иван» and «иван»; before pg_trgm is there, lower() tells as much."""
    cursor.execute("SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm')")
    (installed,) = cursor.fetchone()
    same = "similarity('Иван', 'иван') = 1" if installed else "lower('ИВАН') = 'иван'"
    cursor.execute(f"SELECT {same}")
    (folds,) = cursor.fetchone()
    if folds:
        return []
    return [
        Error(
            "The database does not fold Cyrillic case: a search for «иван» would miss «Иван».",
            hint="Make the database with a UTF-8 locale: CREATE DATABASE hotline TEMPLATE "
            "template0 ENCODING 'UTF8' LOCALE 'C.UTF-8';",
            id="config.E006",
        )
    ]


@register()
def check_celery_redelivery(app_configs, **kwargs):
    """A task still running must never be given out a second time."""
    visible = settings.CELERY_BROKER_TRANSPORT_OPTIONS.get("visibility_timeout", 3600)
    if visible > settings.CELERY_TASK_TIME_LIMIT:
        return []
    return [
        Error(
            f"visibility_timeout ({visible} s) does not exceed CELERY_TASK_TIME_LIMIT "
            f"({settings.CELERY_TASK_TIME_LIMIT} s): a slow task would run twice at once.",
            hint="Raise visibility_timeout in CELERY_BROKER_TRANSPORT_OPTIONS.",
            id="config.E007",
        )
    ]
