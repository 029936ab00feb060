"""Asterisk's manager interface as a stream of bytes, and a spool that outlives us.

Protocol: a banner line, then blocks of `Name: value` lines with a blank line behind each.
"""

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

# A block larger than this is no event of a call; whatever sends it is not listened to.
BLOCK_AT_MOST = 256 * 1024


class Lost(Exception):
    """The connection ended, or what came is no manager interface."""


def blocks(pieces: Iterable[bytes]) -> Iterator[dict[str, str]]:
    """Events and answers, wherever the network cut the stream. The first line is the banner."""
    rest, greeted = b"", False
    for piece in pieces:
        rest += piece
        if not greeted:
            banner, found, after = rest.partition(b"\r\n")
            if not found:
                continue
            if not banner.startswith(b"Asterisk Call Manager"):
                raise Lost("not a manager interface")
            greeted, rest = True, after
        *whole, rest = rest.split(b"\r\n\r\n")
        if len(rest) > BLOCK_AT_MOST:
            raise Lost("a block without end")
        yield from map(_block, whole)
    raise Lost("the connection ended")


def _block(text: bytes) -> dict[str, str]:
    lines = text.decode("utf-8", "replace").split("\r\n")
    pairs = (line.partition(":") for line in lines if ":" in line)
    return {name.strip(): value.strip() for name, _, value in pairs}


def action(name: str, **fields: str) -> bytes:
    """One command; a line break inside a value would begin another."""
    lines = [f"Action: {name}", *(f"{key}: {value}" for key, value in fields.items())]
    if any("\r" in line or "\n" in line for line in lines):
        raise ValueError("A value of the manager interface is one line.")
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


class Spool:
    """Events not yet taken by the hotline, one fsynced file each, sent in order of arrival."""

    def __init__(self, path: Path):
        self.path = path
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        kept = [int(file.stem) for file in path.glob("*.json")]
        self.next = max(kept, default=0) + 1

    def put(self, event: dict[str, str]) -> None:
        name = f"{self.next:012}"
        self.next += 1
        part = self.path / f"{name}.part"
        with part.open("w", encoding="utf-8") as file:
            json.dump(event, file)
            file.flush()
            os.fsync(file.fileno())
        part.rename(self.path / f"{name}.json")
        folder = os.open(self.path, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def waiting(self) -> list[Path]:
        return sorted(self.path.glob("*.json"))
