"""`manage.py up` for real, in a copy of the project under a long path."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import psycopg
import pytest

from tests.clone import environment, make_clone
from tests.stack import free_port, wait_for


class Up:
    """One running `manage.py up`."""

    def __init__(self, clone, **given):
        self.clone = clone
        self.port = free_port()
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "up"],
            cwd=clone,
            env=environment(**{"PORT": str(self.port), **given}),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.said = ""

    def until_ready(self):
        for line in self.process.stdout:
            self.said += line
            if "Stop: Ctrl-C" in line:
                return self
        raise AssertionError(self.said)

    def stop(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        self.said += self.process.stdout.read()
        return self.process.wait()

    def setting(self, name):
        for line in (self.clone / ".run/env").read_text().splitlines():
            key, value = line.split("=", 1)
            if key == name:
                return value.strip("'")
        raise KeyError(name)

    def get(self, path):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}") as response:
            return response.read().decode()


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    return make_clone(tmp_path_factory.mktemp("up"))


@pytest.fixture
def up(clone):
    """Start one; whatever a failing test left running is ended."""
    started = []

    def start(**given):
        started.append(Up(clone, **given))
        return started[-1]

    yield start
    for each in started:
        if each.process.poll() is None:
            each.process.kill()
        each.process.stdout.close()
        each.process.wait()
    wait_for(lambda: not processes_of(clone))


def processes_of(clone):
    """Numbers of the processes that work in the clone or name it."""
    found = set()
    for entry in Path("/proc").iterdir():
        with contextlib.suppress(OSError):
            if entry.name.isdecimal() and (
                Path(os.readlink(entry / "cwd")).is_relative_to(clone)
                or str(clone) in (entry / "cmdline").read_text()
            ):
                found.add(int(entry.name))
    return found


def test_it_works(up, clone):
    """Serves, keeps its data over a restart, and leaves nothing behind."""
    running = up().until_ready()
    assert f"http://127.0.0.1:{running.port}" in running.said
    assert running.get("/healthz") == "ok\n"
    assert (clone / ".run/env").stat().st_mode & 0o777 == 0o600
    assert (clone / ".run").stat().st_mode & 0o777 == 0o700
    sockets = Path((clone / ".run/sockets").read_text())
    secret = running.setting("SECRET_KEY")
    with psycopg.connect(running.setting("DATABASE_URL")) as connection:
        connection.execute("CREATE TABLE kept (word text)")
    wait_for(lambda: " ready." in (clone / ".run/log/worker.log").read_text())
    wait_for(lambda: "beat: Starting" in (clone / ".run/log/beat.log").read_text())
    assert running.stop() == 0
    assert not sockets.exists()
    assert processes_of(clone) == set()

    began = time.monotonic()
    again = up().until_ready()
    took = time.monotonic() - began
    assert took < 10 * crowding(), f"the second start took {took:.1f} s; ten at most on two cores"
    assert again.setting("SECRET_KEY") == secret, "a restart logs nobody out"
    with psycopg.connect(again.setting("DATABASE_URL")) as connection:
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (0,)
    assert again.stop(signal.SIGINT) == 0
    assert processes_of(clone) == set()


def test_a_second_one_is_refused_and_names_the_first(up):
    first = up().until_ready()
    second = up()
    assert second.process.wait() == 1
    said = second.process.stdout.read()
    assert f"Already running here: http://127.0.0.1:{first.port}" in said
    assert "Traceback" not in said
    assert first.get("/healthz") == "ok\n"


def test_a_port_in_use_is_named_with_a_way_out(up):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        refused = up(PORT=str(port))
        assert refused.process.wait() == 1
    said = refused.process.stdout.read()
    assert f"Port {port} is in use" in said
    assert "make run PORT=" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("port", ["http", "0", "70000", "-1"])
def test_a_port_that_is_none_is_refused(up, port):
    refused = up(PORT=port)
    assert refused.process.wait() == 1
    assert "PORT is a number from 1 to 65535" in refused.process.stdout.read()


def test_what_dies_is_started_again(up, clone):
    running = up().until_ready()
    for word in ("gunicorn", "\0-k\0"):  # only PostgreSQL's first process still has its options
        victim = next(pid for pid in processes_of(clone) if is_main(pid, word))
        os.kill(victim, signal.SIGKILL)
        wait_for(lambda pid=victim: not Path(f"/proc/{pid}").exists())

    def answers():
        with contextlib.suppress(OSError):
            return running.get("/healthz") == "ok\n"

    wait_for(answers, within=40)
    assert running.stop() == 0
    assert "web stopped; starting it again" in running.said
    assert "postgres stopped; starting it again" in running.said
    assert processes_of(clone) == set()


def crowding():
    """How many times slower everything is while others use the processors: 1 on a free machine."""
    return max(1.0, os.getloadavg()[0] / os.cpu_count())


def is_main(pid, word):
    """Whether the process is the first of its session and its command has the word."""
    command = Path(f"/proc/{pid}/cmdline").read_text()
    return word in command and os.getsid(pid) == pid and "manage.py" not in command


def test_killed_with_9_it_takes_everything_along_and_the_next_one_cleans_up(up, clone):
    running = up().until_ready()
    sockets = Path((clone / ".run/sockets").read_text())
    running.process.kill()
    running.process.wait()
    wait_for(lambda: not processes_of(clone), within=30)
    assert sockets.exists()
    again = up().until_ready()
    assert not sockets.exists()
    assert again.stop() == 0


def test_the_data_of_another_postgresql_is_refused(up, clone):
    stamp = clone / ".run/postgres/PG_VERSION"
    if not stamp.exists():
        assert up().until_ready().stop() == 0
    ours = stamp.read_text()
    stamp.write_text("9\n")
    try:
        refused = up()
        assert refused.process.wait() == 1
        said = refused.process.stdout.read()
    finally:
        stamp.write_text(ours)
    assert "was made by PostgreSQL 9" in said
    assert "Traceback" not in said
    assert processes_of(clone) == set()


def test_given_addresses_are_used(up, clone, servers):
    with psycopg.connect(servers["database_url"], autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS given")
        connection.execute("CREATE DATABASE given")
    address = servers["database_url"].replace("/hotline?", "/given?")
    running = up(DATABASE_URL=address, SECRET_KEY="x" * 50).until_ready()
    assert running.setting("DATABASE_URL") == address
    assert running.get("/healthz") == "ok\n"
    assert running.stop() == 0
    with psycopg.connect(address) as connection:
        assert connection.execute("SELECT count(*) > 0 FROM django_migrations").fetchone() == (
            True,
        )
