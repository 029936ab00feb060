"""The two servers together: started, stopped, their sockets out of anybody's reach."""

import contextlib
import os
import shutil
import tempfile
from pathlib import Path

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
        where = {"sockets": self.sockets, "source": source}
        self.postgres = self.valkey = None
        if not database_url:
            log = self.logs / "postgres.log"
            self.postgres = postgres.Postgres(home / "postgres", log=log, **where)
        if not redis_url:
            self.valkey = valkey.Valkey(home / "valkey", log=self.logs / "valkey.log", **where)
        self.database_url = database_url or self.postgres.url()
        self.redis_url = redis_url or self.valkey.url()

    @property
    def servers(self) -> list[postgres.Postgres | valkey.Valkey]:
        return [server for server in (self.postgres, self.valkey) if server]

    @property
    def children(self) -> list[Child]:
        return [server.child for server in self.servers]

    def start(self) -> None:
        self.logs.mkdir(parents=True, exist_ok=True)
        if self.valkey:
            self.valkey.start()
        if self.postgres:
            self.postgres.start()
            self.postgres.create_database("hotline")

    def stop(self) -> None:
        """End both and remove their sockets; the data stays."""
        for child in reversed(self.children):
            child.ask_to_stop()
        for child in reversed(self.children):
            child.stop(within=30)
        shutil.rmtree(self.sockets, ignore_errors=True)

    def __enter__(self):
        with contextlib.ExitStack() as undo:
            undo.callback(self.stop)
            self.start()
            undo.pop_all()
        return self

    def __exit__(self, *exc_info):
        self.stop()


def private_directory() -> Path:
    """A new directory for sockets, readable by its owner alone, with a short path."""
    parent = tempfile.gettempdir()
    if len(parent) > LONGEST_TEMPORARY_DIRECTORY:
        parent = "/tmp"  # noqa: S108
    return Path(tempfile.mkdtemp(prefix="hotline-", dir=parent))
