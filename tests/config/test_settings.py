"""Each wrong environment variable stops the start with the line that says what to set."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

DEPLOYED = {
    "DATABASE_URL": "postgres://hotline:secret@127.0.0.1/hotline",
    "REDIS_URL": "redis://127.0.0.1:6379/0",
    "SECRET_KEY": "k3y-" * 15 + "ABCDEFGHIJ",
    "ALLOWED_HOSTS": "hotline.example",
    "BASE_URL": "https://hotline.example",
    "LOCAL_SERVERS": "0",
}


def manage(*words, **environment):
    inherited = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=settings.BASE_DIR,
        env={**inherited, **environment},
        capture_output=True,
        text=True,
    )


def test_it_works():
    done = manage("check", "--deploy", "--fail-level", "WARNING", **DEPLOYED)
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("DATABASE_URL", "mysql://hotline@127.0.0.1/hotline", "must start with postgres://"),
        ("DATABASE_URL", "nonsense", "must start with postgres://"),
        ("DATABASE_URL", "postgres://hotline@127.0.0.1:port/hotline", "DATABASE_URL is wrong"),
        ("REDIS_URL", "http://127.0.0.1:6379", "REDIS_URL must start with redis://"),
        ("SECRET_KEY", "", "SECRET_KEY is missing or shorter than 40 characters"),
        ("SECRET_KEY", "short", "SECRET_KEY is missing or shorter than 40 characters"),
        ("ALLOWED_HOSTS", "*", "ALLOWED_HOSTS must name the hosts"),
        ("BASE_URL", "hotline.example", "BASE_URL must start with http:// or https://"),
        ("EMAIL_URL", "pigeon://roof", "EMAIL_URL is wrong"),
        ("TRUSTED_PROXIES", "many", "TRUSTED_PROXIES is wrong"),
        ("TRUSTED_PROXIES", "-1", "TRUSTED_PROXIES is a number of proxies"),
        ("MAIL_LEASE_S", "soon", "MAIL_LEASE_S is wrong"),
        ("MAIL_LEASE_S", "0", "MAIL_LEASE_S is a number of seconds"),
        ("FROZEN_AFTER_S", "0", "FROZEN_AFTER_S is a number of seconds"),
        (
            "TELEPHONY_SECRETS",
            f"zadrama={'s' * 20}",
            "no exchange is called 'zadrama'; there are asterisk, generic, mango, zadarma",
        ),
        ("TELEPHONY_SECRETS", "zadarma=short", "16 characters or more each"),
        ("DEBUG", "maybe", "DEBUG is wrong: say 1 or 0"),
    ],
)
def test_a_wrong_value_stops_the_start(name, value, says):
    done = manage("check", **{**DEPLOYED, name: value})
    assert done.returncode == 1
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1, done.stderr


@pytest.mark.parametrize(
    ("given", "broker"),
    [
        ("redis://host:6379/0", "redis://host:6379/0"),
        ("unix:///tmp/valkey.sock?db=3", "redis+socket:///tmp/valkey.sock?virtual_host=3"),
    ],
)
def test_celery_is_told_where_the_broker_is(given, broker):
    script = "from django.conf import settings; print(settings.CELERY_BROKER_URL)"
    done = manage("shell", "--no-imports", "-c", script, **{**DEPLOYED, "REDIS_URL": given})
    assert done.stdout.strip() == broker, done.stderr
