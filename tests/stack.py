"""The product as it really runs: gunicorn, Celery workers, beat, and an SMTP server that listens.

Each stack has a database and a broker number of its own on the servers it is given.
"""

import asyncio
import logging
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from email import message_from_bytes, policy
from itertools import count
from pathlib import Path

import psycopg
from aiosmtpd.controller import Controller
from django.conf import settings
from django.core.management import get_commands

from config.processes import commands
from config.servers.processes import Child

broker_numbers = count(1)
logging.getLogger("mail.log").setLevel(logging.WARNING)  # aiosmtpd tells every command


class Sink:
    """An SMTP server; `messages` are what it took, `answer` what it says to the next one.

    It answers `after_s` seconds later; `in_hand` counts those it took and has not answered yet.
    """

    def __init__(self):
        self.messages = []
        self.answer = "250 OK"
        self.after_s = 0.0
        self.in_hand = 0
        self.port = free_port()
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)

    async def handle_DATA(self, server, session, envelope):
        if self.answer.startswith("250"):
            self.messages.append(message_from_bytes(envelope.content, policy=policy.default))
        self.in_hand += 1
        try:
            await asyncio.sleep(self.after_s)
        finally:
            self.in_hand -= 1
        return self.answer


class Stack:
    """Running processes by name: web, worker (worker-1, worker-2 … of several), beat, sweep.

    `local=False` runs them with production settings; `cwd` may be another copy of the project;
    processes named in `without` are left out.
    """

    def __init__(
        self, servers, home: Path, *, workers=1, local=True, cwd=None, without=(), **environment
    ):
        self.home = home
        self.cwd = cwd or settings.BASE_DIR
        self.sink = Sink()
        self.port = free_port()
        self.base_url = f"http://127.0.0.1:{self.port}"
        name = f"stack_{secrets.token_hex(4)}"
        with psycopg.connect(servers["database_url"], autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        self.database_url = servers["database_url"].replace("/hotline?", f"/{name}?")
        self.redis_url = servers["redis_url"].replace("?db=0", f"?db={next(broker_numbers)}")
        self.env = {
            **os.environ,
            "DATABASE_URL": self.database_url,
            "REDIS_URL": self.redis_url,
            "SECRET_KEY": secrets.token_urlsafe(50),
            "BASE_URL": self.base_url,
            "EMAIL_URL": f"smtp://127.0.0.1:{self.sink.port}",
            "LOCAL_SERVERS": "1" if local else "0",
            **environment,
        }
        self.processes = {
            name: Child(name, command, log=home / f"{name}.log", cwd=self.cwd, env=self.env)
            for name, command in commands(
                self.port, schedule=home / "beat", workers=workers
            ).items()
            if name not in without
        }

    def __enter__(self):
        self.sink.controller.start()
        try:
            self.manage("migrate", "--verbosity", "0")
            if "load_registry" in get_commands():
                self.manage("load_registry")
            if self.env["LOCAL_SERVERS"] == "0":
                self.manage("collectstatic", "--noinput", "--verbosity", "0")
            for name in self.processes:
                self.start(name)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *exc_info):
        for child in self.processes.values():
            child.ask_to_stop()
        for child in self.processes.values():
            child.stop()
        self.sink.controller.stop()

    def manage(self, *words, **options) -> str:
        """What the command printed; raises with its errors when it failed."""
        done = subprocess.run(
            [sys.executable, "manage.py", *words],
            cwd=self.cwd,
            env=self.env,
            capture_output=True,
            text=True,
            **options,
        )
        assert done.returncode == 0, f"manage.py {' '.join(words)}:\n{done.stdout}{done.stderr}"
        return done.stdout

    def query(self, statement, *values):
        """Rows of this stack's database."""
        with psycopg.connect(self.database_url, autocommit=True) as connection:
            return connection.execute(statement, values).fetchall()

    def start(self, name):
        """Start a process and wait until it works."""
        child = self.processes[name]
        earlier = len(self.log(name))
        child.start()
        if name == "web":
            wait_for(lambda: self.get("/healthz") == 200, child)
        elif name.startswith("worker"):
            wait_for(lambda: " ready." in self.log(name)[earlier:], child)

    def kill(self, name):
        """kill -9, its own children included."""
        process = self.processes[name].process
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def restart(self, name):
        self.processes[name].stop()
        self.start(name)

    def log(self, name) -> str:
        path = self.home / f"{name}.log"
        return path.read_text(errors="replace") if path.exists() else ""

    def get(self, path) -> int:
        """The status of a page, 0 when nothing answers."""
        try:
            with urllib.request.urlopen(self.base_url + path, timeout=10) as response:
                return response.status
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            return 0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(condition, child=None, within=30.0):
    """Poll until the condition is true and return what it gave; fails when late."""
    deadline = time.monotonic() + within
    while not (result := condition()):
        assert child is None or child.running(), f"{child.name} died:\n{child.last_lines(30)}"
        assert time.monotonic() < deadline, f"not within {within} s"
        time.sleep(0.05)
    return result
