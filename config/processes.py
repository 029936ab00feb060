"""The command line of each process that makes up the product."""

import sys
from pathlib import Path

from django.core.management import get_commands


def commands(port: int, *, schedule: Path, workers: int = 1) -> dict[str, list[str | Path]]:
    """By name, the pages first; `schedule` is where beat remembers what it sent."""
    python = [sys.executable, "-m"]
    celery = [*python, "celery", "-A", "config.celery"]
    ours: dict[str, list[str | Path]] = {"web": [*python, "gunicorn", "config.wsgi"]}
    ours["web"] += ["--bind", f"127.0.0.1:{port}", "--workers", "2", "--threads", "4"]
    # The control socket would be made in the home directory.
    ours["web"] += ["--graceful-timeout", "5", "--no-control-socket"]
    for number in range(1, workers + 1):
        name = "worker" if workers == 1 else f"worker-{number}"
        ours[name] = [*celery, "worker", "--hostname", f"{name}@%h", "--concurrency", "2"]
        ours[name] += ["--loglevel", "INFO"]
        ours[name] += ["--without-gossip", "--without-mingle", "--without-heartbeat"]
    ours["beat"] = [*celery, "beat", "--schedule", schedule, "--loglevel", "INFO"]
    if "sweep" in get_commands():
        ours["sweep"] = [sys.executable, "manage.py", "sweep", "--forever"]
    return ours
