"""The two servers together: started, stopped, their sockets out of anybody's reach."""

import contextlib
import os
import shutil
import tempfile
from pathlib import Path
from typing import Self

from config.servers import postgres, valkey
from config.servers.processes import Child

# PostgreSQL refuses a socket path near 100 characters.
LONGEST_TEMPORARY_DIRECTORY = 50


class LocalServers:
    """PostgreSQL and Valkey with their data under `home`, unless an address is given.

    The addresses are known at once; the servers answer after `start()`. `source="machine"` passes
    over the wheels (so does SERVERS_FROM=machine in the environment).
    """

    def __init__(
        self,
        home: Path,
        *,
        database_url: str = "",
        redis_url: str = "",
        source: str | None = None,
    ):
        source = os.environ.get("SERVERS_FROM", "") if source is None else source
        self.home = home
        if not database_url:
            postgres.binaries(source)  # refuses here, before a directory is made
        if not redis_url:
            valkey.binary(source)
        self.sockets = private_directory()
        self.logs = home / "log"
        self.servers: list[postgres.Postgres | valkey.Valkey] = []
        self.database_url = database_url
        self.redis_url = redis_url
        if not redis_url:
            log = self.logs / "valkey.log"
            broker = valkey.Valkey(home / "valkey", sockets=self.sockets, log=log, source=source)
            self.servers.append(broker)
            self.redis_url = broker.url()
        if not database_url:
            log = self.logs / "postgres.log"
            database = postgres.Postgres(
                home / "postgres", sockets=self.sockets, log=log, source=source
            )
            self.servers.append(database)
            self.database_url = database.url()

    @property
    def children(self) -> list[Child]:
        return [server.child for server in self.servers]

    def start(self) -> None:
        self.logs.mkdir(parents=True, exist_ok=True)
        for server in self.servers:
            server.start()

    def stop(self) -> None:
        """End both and remove their sockets; the data stays."""
        for child in reversed(self.children):
            child.ask_to_stop()
        for child in reversed(self.children):
            child.stop(within=30)
        shutil.rmtree(self.sockets, ignore_errors=True)

    def __enter__(self) -> Self:
        with contextlib.ExitStack() as undo:
            undo.callback(self.stop)
            self.start()
            undo.pop_all()
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.stop()


def private_directory() -> Path:
    """A new directory for sockets, readable by its owner alone, with a short path."""
    parent = tempfile.gettempdir()
    if len(parent) > LONGEST_TEMPORARY_DIRECTORY:
        parent = "/tmp"  # noqa: S108
    return Path(tempfile.mkdtemp(prefix="hotline-", dir=parent))
