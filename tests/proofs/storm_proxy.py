"""A wire that can be cut: TCP on this side, a server's private socket on the other."""

import asyncio
import contextlib
import threading
from pathlib import Path

from tests.stack import free_port


class Wire:
    """Forwards connections to `socket`; `cut()` breaks them all, `down` refuses new ones."""

    def __init__(self, socket: Path):
        self.socket = socket
        self.port = free_port()
        self.down = False
        self.cuts = 0
        self.writers: set[asyncio.StreamWriter] = set()
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)

    def __enter__(self):
        self.thread.start()
        serve = asyncio.start_server(self._accept, "127.0.0.1", self.port)
        self.server = asyncio.run_coroutine_threadsafe(serve, self.loop).result(10)
        return self

    def __exit__(self, *exc_info):
        self.loop.call_soon_threadsafe(self.server.close)
        self.cut()
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(10)

    def cut(self) -> None:
        """Break every connection in the middle of whatever it says."""
        done = threading.Event()

        def all_of_them():
            for writer in list(self.writers):
                self.cuts += 1
                writer.transport.abort()
            done.set()

        self.loop.call_soon_threadsafe(all_of_them)
        done.wait(10)

    async def _accept(self, reader, writer):
        if self.down:
            writer.transport.abort()
            return
        try:
            there, back = await asyncio.open_unix_connection(str(self.socket))
        except OSError:
            writer.transport.abort()
            return
        ours = {writer, back}
        self.writers |= ours
        try:
            await asyncio.gather(_pump(reader, back), _pump(there, writer))
        finally:
            self.writers -= ours


async def _pump(reader, writer):
    with contextlib.suppress(OSError):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    # Whoever goes takes the other side along.
    writer.transport.abort() if writer.transport.is_closing() else writer.close()
