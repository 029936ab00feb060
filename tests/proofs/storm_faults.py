"""The faults of a storm: drawn by a seeded generator, each made, held for a while and mended."""

import contextlib
import os
import random
import signal
import time
from pathlib import Path

import psycopg
import redis

from config.servers.processes import ServersError
from tests.stack import wait_for

# Longer than the letters' lease in the storm, and than the first pause of a try that failed.
FROZEN_S = 7.0
OURS = ("web", "worker", "beat", "sweep")


class Faults:
    """`made` counts them by kind; `redis_gone` are the spans in which there was no Redis."""

    def __init__(self, stack, database, broker, wires, seed: int):
        self.stack, self.database, self.broker = stack, database, broker
        self.to_database, self.to_broker = wires
        self.chance = random.Random(seed)
        self.made: dict[str, int] = {}
        self.redis_gone: list[tuple[float, float]] = []
        self.kinds = {
            "kill web": lambda: self.kill("web"),
            "kill worker": lambda: self.kill("worker"),
            "kill child": self.kill_child,
            "kill beat": lambda: self.kill("beat"),
            "kill sweep": lambda: self.kill("sweep"),
            "freeze worker": lambda: self.freeze("worker"),
            "freeze child": lambda: self.freeze("worker", child=True),
            "freeze sweep": lambda: self.freeze("sweep"),
            "kill Redis": self.kill_redis,
            "flush Redis": self.flush_redis,
            "Redis evicts": self.evict_redis,
            "no Redis": self.no_redis,
            "cut Redis": self.to_broker.cut,
            "cut PostgreSQL": self.to_database.cut,
            "restart PostgreSQL": self.restart_database,
        }

    def draw(self, count: int) -> list[str]:
        """So many, every kind among them when there are enough."""
        names, drawn = list(self.kinds), []
        while len(drawn) < count:
            self.chance.shuffle(names)
            drawn += names
        return drawn[:count]

    def make(self, name: str) -> None:
        self.kinds[name]()
        self.made[name] = self.made.get(name, 0) + 1
        self.revive()

    def revive(self) -> None:
        """As the launcher or systemd does: what has died is started again."""
        for name in OURS:
            if not self.stack.processes[name].running():
                self.stack.processes[name].start()

    def kill(self, name: str) -> None:
        with contextlib.suppress(ProcessLookupError):
            self.stack.kill(name)

    def kill_child(self) -> None:
        for pid in children(self.stack.processes["worker"].pid)[:1]:
            os.kill(pid, signal.SIGKILL)

    def freeze(self, name: str, *, child: bool = False) -> None:
        process = self.stack.processes[name]
        pids = children(process.pid)[:1] if child else [process.pid, *children(process.pid)]
        for pid in pids:
            send(pid, signal.SIGSTOP)
        time.sleep(FROZEN_S)
        for pid in pids:
            send(pid, signal.SIGCONT)

    def kill_redis(self) -> None:
        os.kill(self.broker.child.pid, signal.SIGKILL)
        self.broker.child.process.wait()
        self.broker.start()

    def no_redis(self) -> None:
        began = time.time()
        os.kill(self.broker.child.pid, signal.SIGKILL)
        self.broker.child.process.wait()
        time.sleep(self.chance.uniform(2, 8))
        self.broker.start()
        self.redis_gone.append((began, time.time()))

    def flush_redis(self) -> None:
        with redis.from_url(self.broker.url()) as client:
            client.flushall()

    def evict_redis(self) -> None:
        """So little memory that it throws away what it holds, unasked."""
        with redis.from_url(self.broker.url()) as client:
            client.config_set("maxmemory-policy", "allkeys-lru")
            client.config_set("maxmemory", "1mb")
            time.sleep(self.chance.uniform(1, 4))
            client.config_set("maxmemory", "0")
            client.config_set("maxmemory-policy", "noeviction")

    def restart_database(self) -> None:
        """At once: sessions are cut, and what was not on disk is read back from its log."""
        how = self.chance.choice([signal.SIGINT, signal.SIGQUIT])
        os.kill(self.database.child.pid, how)
        self.database.child.process.wait()
        with contextlib.suppress(ServersError, psycopg.OperationalError):
            self.database.start()
        wait_for(self.database.answers)


def children(pid: int) -> list[int]:
    with contextlib.suppress(OSError):
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return []


def send(pid: int, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)
