"""A child process that cannot outlive the process that started it."""

import ctypes
import os
import pwd
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
CLONE_NEWUSER = 0x10000000
_libc = ctypes.CDLL(None, use_errno=True)


class ServersError(Exception):
    """What is wrong, and what to do, in words for the terminal."""


class Child:
    """One command in a session of its own, its output appended to a log.

    `start` must be called from a thread that lives as long as the child should: the kernel sends
    `stop_signal` when that thread ends. `run_as` is a user's number: root becomes that user, and
    whom PostgreSQL would refuse becomes somebody else inside a user namespace, keeping his files.
    """

    def __init__(
        self,
        name: str,
        command: Sequence[str | Path],
        *,
        log: Path,
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
        stop_signal: signal.Signals = signal.SIGTERM,
        run_as: int | None = None,
    ):
        self.name = name
        self.command = [str(part) for part in command]
        self.log = log
        self.cwd = cwd
        self.env = env
        self.stop_signal = stop_signal
        self.run_as = run_as
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        return self.process.pid if self.process else None

    def start(self) -> None:
        with self.log.open("ab") as log:
            try:
                self.process = subprocess.Popen(  # noqa: S603
                    self.command,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    cwd=self.cwd,
                    env=self.env,
                    start_new_session=True,
                    preexec_fn=dying_with_parent(self.stop_signal, self.run_as),
                )
            except subprocess.SubprocessError:
                raise ServersError(NO_NAMESPACE) from None

    def running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def ask_to_stop(self) -> None:
        if self.process and self.running():
            self.process.send_signal(self.stop_signal)

    def stop(self, within: float = 10.0) -> None:
        """Ask, wait `within` seconds, then kill the child and everything in its session."""
        if not self.process:
            return
        self.ask_to_stop()
        try:
            self.process.wait(within)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def last_lines(self, count: int = 12) -> str:
        lines = self.log.read_text(errors="replace").splitlines() if self.log.exists() else []
        return "\n".join(lines[-count:])


NO_NAMESPACE = (
    "PostgreSQL refuses to run as root, and this machine does not allow a user namespace.\n"
    "Run as an ordinary user, or set DATABASE_URL=postgres://user:password@host/database."
)


def refused_by_postgres(uid: int) -> bool:
    """PostgreSQL refuses root, and initdb a user without a name."""
    try:
        return pwd.getpwuid(uid).pw_uid == 0
    except KeyError:
        return True


def dying_with_parent(stop_signal: signal.Signals, run_as: int | None = None) -> Callable[[], None]:
    """What the child does between fork and exec; kept to plain system calls."""
    parent = os.getpid()
    uid = os.geteuid() if run_as is None else run_as
    gid = os.getegid()
    becomes = uid if uid != os.geteuid() else None
    enters_namespace = run_as is not None and refused_by_postgres(uid)
    inside = next(account for account in pwd.getpwall() if account.pw_uid > 0)
    maps = {
        "/proc/self/setgroups": b"deny",
        "/proc/self/uid_map": b"%d %d 1" % (inside.pw_uid, uid),
        "/proc/self/gid_map": b"%d %d 1" % (inside.pw_gid, gid),
    }

    def in_the_child() -> None:
        if becomes is not None:
            os.setgroups([])
            os.setuid(becomes)
            # A process that changed its user may not write its own maps otherwise.
            _libc.prctl(PR_SET_DUMPABLE, 1)
        if enters_namespace:
            if _libc.unshare(CLONE_NEWUSER):
                raise OSError(ctypes.get_errno(), "unshare")
            for path, content in maps.items():
                target = os.open(path, os.O_WRONLY)
                os.write(target, content)
                os.close(target)
        # Last: a change of user and a new namespace both forget the signal.
        _libc.prctl(PR_SET_PDEATHSIG, stop_signal)
        if os.getppid() != parent:
            os._exit(1)

    return in_the_child


def wait_until(ready: Callable[[], bool], child: Child, within: float = 30.0) -> None:
    """Poll `ready()` every 20 ms; ServersError when the child dies or is late."""
    deadline = time.monotonic() + within
    while not ready():
        if not child.running():
            raise ServersError(f"{child.name} stopped while starting:\n{child.last_lines()}")
        if time.monotonic() > deadline:
            raise ServersError(f"{child.name} is not ready after {within:.0f} s; see {child.log}")
        time.sleep(0.02)
