"""A copy of the project as an empty clone would hold it, to start things in."""

import os
import shutil
from pathlib import Path

from django.conf import settings

LEFT_OUT = (
    ".git",
    ".venv",
    ".run",
    "__pycache__",
    ".*_cache",
    ".hypothesis",
    "staticfiles",
    "test-results",
)
OURS = ("DATABASE_URL", "REDIS_URL", "SECRET_KEY", "BASE_URL", "EMAIL_URL", "LOCAL_SERVERS", "PORT")


def make_clone(parent: Path) -> Path:
    """Under a directory with a blank in its name and a path of more than 200 characters."""
    clone = parent / "a home" / ("x" * 100) / ("y" * 100)
    shutil.copytree(settings.BASE_DIR, clone, ignore=shutil.ignore_patterns(*LEFT_OUT))
    return clone


def environment(**given) -> dict[str, str]:
    """This environment without the addresses of the tests' own servers."""
    return {name: value for name, value in os.environ.items() if name not in OURS} | given
