"""Every run has a PostgreSQL and a Valkey of its own, started by the first test that asks.

Their addresses stand in the environment before the settings are read. Under xdist the controller
starts them and the workers inherit the addresses. SERVERS_FROM=machine passes over the wheels.
"""

import contextlib
import os
import secrets
import shutil
import tempfile
from pathlib import Path

import pytest

from config.servers.local import LocalServers

IS_WORKER = "PYTEST_XDIST_WORKER" in os.environ
SERVERS = None
WRITTEN = {}  # rows of each model as the migrations left them

if not IS_WORKER:
    SERVERS = LocalServers(Path(tempfile.mkdtemp(prefix="hotline-tests-")))
    for name in (
        "ALLOWED_HOSTS",
        "BASE_URL",
        "DEBUG",
        "EMAIL_URL",
        "FROZEN_AFTER_S",
        "IMAP_URL",
        "MAIL_LEASE_S",
        "TELEPHONY_SECRETS",
        "TRUSTED_PROXIES",
    ):
        os.environ.pop(name, None)
    os.environ |= {
        "DATABASE_URL": SERVERS.database_url,
        "REDIS_URL": SERVERS.redis_url,
        "SECRET_KEY": secrets.token_urlsafe(50),
        "LOCAL_SERVERS": "1",
        # pytest keeps its directories of three runs otherwise; ours go with the servers'.
        "PYTEST_DEBUG_TEMPROOT": str(SERVERS.home),
    }
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config):
    from django.apps import apps
    from django.conf import settings
    from zeal.apps import ZealConfig

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # N+1 queries of a view fail its test; loops of the tests themselves are their own affair.
    if apps.ready:
        # A worker of xdist inherits the settings' name, so Django is up before this hook.
        ZealConfig.ready(None)
    else:
        settings.INSTALLED_APPS = [*settings.INSTALLED_APPS, "zeal"]
    settings.MIDDLEWARE = ["zeal.middleware.zeal_middleware", *settings.MIDDLEWARE]


def pytest_sessionstart(session):
    if not IS_WORKER and session.config.getoption("numprocesses", None):
        SERVERS.start()


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config):
    if SERVERS:
        SERVERS.stop()
        shutil.rmtree(SERVERS.home, ignore_errors=True)


@pytest.fixture(scope="session")
def servers():
    """The addresses of this run's servers, which answer by now."""
    if SERVERS and not any(child.running() for child in SERVERS.children):
        SERVERS.start()
    return {"database_url": os.environ["DATABASE_URL"], "redis_url": os.environ["REDIS_URL"]}


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request, servers, django_db_modify_db_settings_parallel_suffix):
    """pytest-django asks for this before the first test that touches the database."""


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Remembers what the migrations wrote: a test of real transactions ends by emptying it all."""
    from django.apps import apps

    with django_db_blocker.unblock():
        for model in apps.get_models(include_auto_created=True):
            # Django writes its own again after it emptied them.
            if model._meta.app_label != "contenttypes" and model._meta.label != "auth.Permission":
                WRITTEN[model] = list(model._base_manager.all())
    WRITTEN["unblock"] = django_db_blocker.unblock


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """So that tests may come in any order: pytest-django puts those of transactions last."""
    result = yield
    marker = item.get_closest_marker("django_db")
    if nextitem and WRITTEN and marker and marker.kwargs.get("transaction"):
        from django.db import transaction

        rows = {key: value for key, value in WRITTEN.items() if key != "unblock"}
        with WRITTEN["unblock"](), transaction.atomic():
            for model, written in rows.items():
                model._base_manager.bulk_create(written)
    return result


@pytest.fixture(scope="session")
def machine_servers(tmp_path_factory):
    """PostgreSQL and Redis of the machine (Debian's), whatever the wheels brought."""
    with LocalServers(tmp_path_factory.mktemp("machine"), source="machine") as servers:
        yield {"database_url": servers.database_url, "redis_url": servers.redis_url}


@pytest.fixture(scope="module")
def make_stack(servers, tmp_path_factory):
    """Start real processes: `make_stack(workers=2)`, `make_stack(machine_servers)`; ended here."""
    from tests.stack import Stack

    with contextlib.ExitStack() as running:

        def start(on=servers, **options):
            stack = Stack(on, tmp_path_factory.mktemp("stack"), **options)
            return running.enter_context(stack)

        yield start


@pytest.fixture(scope="module")
def stack(make_stack):
    """Pages, one worker, beat and the SMTP sink on this run's servers."""
    return make_stack()


@pytest.fixture(autouse=True)
def land_compiled_anew():
    """A rolled back registry leaves its version number to the next test."""
    from districts import land

    land._current = None
