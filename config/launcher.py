"""`manage.py up`: the servers and our processes under one parent that restarts and ends them."""

import contextlib
import fcntl
import hashlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from config.processes import commands
from config.servers.local import LocalServers
from config.servers.processes import Child, ServersError, dying_with_parent

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
LARGEST_LOG = 10_000_000


class Stopped(BaseException):
    """Ctrl-C, SIGTERM or a closed terminal."""


class Launcher:
    """Runs until stopped. `given` holds the addresses that the caller set; `say` gets one line at
    a time for the person at the terminal."""

    def __init__(self, base_dir: Path, run_dir: Path, port: int, given: dict[str, str], say):
        self.base_dir = base_dir
        self.run_dir = run_dir
        self.port = port
        self.given = given
        self.say = say
        self.address = f"http://127.0.0.1:{port}"
        self.logs = run_dir / "log"

    def run(self) -> None:
        self.run_dir.mkdir(mode=0o700, exist_ok=True)
        with contextlib.ExitStack() as undo:
            undo.enter_context(self.only_one())
            refuse_busy_port(self.port)
            undo.enter_context(stopping_on_signals())
            undo.enter_context(contextlib.suppress(Stopped))
            self.clear_leftovers()
            servers = LocalServers(
                self.run_dir,
                database_url=self.given.get("DATABASE_URL", ""),
                redis_url=self.given.get("REDIS_URL", ""),
            )
            undo.callback(self.stop, servers, ours := [])
            (self.run_dir / "sockets").write_text(str(servers.sockets))
            self.say("Starting PostgreSQL and Valkey …")
            servers.start()
            env = self.write_env(servers)
            self.say("Bringing the database up to date …")
            logins = self.prepare(env)
            ours += self.processes(env)
            for child in ours:
                child.start()
            self.wait_for_pages(ours[0])
            self.say(f"\nThe hotline answers at {self.address}\n")
            self.say(f"{logins}Logs and data: {self.run_dir}   Stop: Ctrl-C")
            self.watch({s.child: s.start for s in servers.servers} | {c: c.start for c in ours})

    @contextlib.contextmanager
    def only_one(self):
        """Hold .run/lock; ServersError naming who holds it already."""
        with (self.run_dir / "lock").open("a+") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                lock.seek(0)
                who = lock.read().strip() or "another process"
                raise ServersError(f"Already running here: {who}. Stop it first.") from None
            lock.truncate(0)
            lock.write(f"{self.address} (process {os.getpid()})")
            lock.flush()
            yield
            lock.truncate(0)

    def clear_leftovers(self) -> None:
        """What a launcher killed with -9 could not remove; and logs grown too large."""
        self.logs.mkdir(exist_ok=True)
        with contextlib.suppress(OSError):
            sockets = Path((self.run_dir / "sockets").read_text())
            if sockets.name.startswith("hotline-") and sockets.stat().st_uid == os.geteuid():
                shutil.rmtree(sockets)
        for log in self.logs.glob("*.log"):
            if log.stat().st_size > LARGEST_LOG:
                log.replace(log.with_suffix(".log.1"))

    def write_env(self, servers: LocalServers) -> dict[str, str]:
        """The environment of our processes; .run/env gives it to any other command run here."""
        mail = quote(str(self.run_dir / "mail"))
        here = {
            "BASE_URL": self.address,
            "EMAIL_URL": f"filemail:///{mail}",
            "SECRET_KEY": self.secret_key(),
            "TELEPHONY_SECRETS": self.demo_exchanges(),
            **self.given,
            "DATABASE_URL": servers.database_url,
            "REDIS_URL": servers.redis_url,
            "LOCAL_SERVERS": "1",
        }
        env_file = self.run_dir / "env"
        env_file.touch(mode=0o600)
        env_file.write_text("".join(f"{name}='{value}'\n" for name, value in here.items()))
        return {**os.environ, **here, "PYTHONUNBUFFERED": "1"}

    def secret_key(self) -> str:
        """Made once, so that a restart logs nobody out."""
        key = self.run_dir / "secret_key"
        if not key.exists():
            key.touch(mode=0o600)
            key.write_text(secrets.token_urlsafe(50))
        return key.read_text()

    def demo_exchanges(self) -> str:
        """Secrets for `manage.py simulate_calls`, no other machine's business."""
        key = hashlib.sha256(f"exchange {self.secret_key()}".encode()).hexdigest()
        return f"generic={key} zadarma={key}"

    def prepare(self, env: dict[str, str]) -> str:
        """Migrations, registry, demo users; returns the lines about the logins."""
        log = self.logs / "prepare.log"
        with log.open("wb") as errors:
            done = subprocess.run(
                [sys.executable, "manage.py", "prepare", "--demo"],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=errors,
                cwd=self.base_dir,
                env=env,
                start_new_session=True,
                preexec_fn=dying_with_parent(signal.SIGTERM),
            )
        if done.returncode:
            raise ServersError(f"The database could not be prepared:\n{log.read_text()[-3000:]}")
        return done.stdout.decode()

    def processes(self, env: dict[str, str]) -> list[Child]:
        """Ours, the pages first."""
        return [
            Child(name, command, log=self.logs / f"{name}.log", cwd=self.base_dir, env=env)
            for name, command in commands(self.port, schedule=self.run_dir / "beat").items()
        ]

    def wait_for_pages(self, web: Child, within: float = 60.0) -> None:
        deadline = time.monotonic() + within
        while not answers(f"{self.address}/healthz"):
            if not web.running() or time.monotonic() > deadline:
                raise ServersError(f"The pages do not start:\n{web.last_lines()}")
            time.sleep(0.05)

    def watch(self, starts: dict[Child, Callable[[], None]]) -> None:
        """Start again what dies: after a second; after twice as long each time it dies young."""
        pause = dict.fromkeys(starts, FIRST_PAUSE)
        born = dict.fromkeys(starts, time.monotonic())
        due: dict[Child, float] = {}
        while True:
            time.sleep(0.2)
            now = time.monotonic()
            for child, start in starts.items():
                if child.running():
                    continue
                if child not in due:
                    young = now - born[child] < LONGEST_PAUSE
                    pause[child] = min(pause[child] * 2, LONGEST_PAUSE) if young else FIRST_PAUSE
                    due[child] = now + pause[child]
                    self.say(f"{child.name} stopped; starting it again. See {child.log}")
                elif now >= due[child]:
                    del due[child]
                    born[child] = now
                    with contextlib.suppress(ServersError):
                        start()

    def stop(self, servers: LocalServers, ours: list[Child]) -> None:
        self.say("Stopping …")
        for child in ours:
            child.ask_to_stop()
        for child in ours:
            child.stop()
        servers.stop()
        (self.run_dir / "sockets").unlink(missing_ok=True)


def refuse_busy_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError:
            raise ServersError(
                f"Port {port} needs root. Choose another: make run PORT=8001"
            ) from None
        except OSError:
            free = port + 1 if port < 65535 else 8000
            raise ServersError(
                f"Port {port} is in use. Choose another: make run PORT={free}"
            ) from None


@contextlib.contextmanager
def stopping_on_signals():
    """Raise Stopped once; later signals do not interrupt the stopping."""
    signals = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

    def stop(number, frame):
        for each in signals:
            signal.signal(each, signal.SIG_IGN)
        raise Stopped

    before = {each: signal.signal(each, stop) for each in signals}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def answers(url: str) -> bool:
    """Whether the address says 200, asked directly, whatever proxy the environment names."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(url, timeout=5) as response:
            return response.status == 200
    except OSError:
        return False
