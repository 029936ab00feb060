"""A mail server that breaks off its dialogue where it is told to; it says what it must."""

import contextlib
import socket
import threading
import time
from email import message_from_bytes

# Where the dialogue can break, in its order: each is the step whose answer does not come.
POINTS = ("banner", "ehlo", "mail", "rcpt", "data", "body", "dot", "quit")
COMMANDS = {b"EHLO": "ehlo", b"HELO": "ehlo", b"MAIL": "mail", b"RCPT": "rcpt", b"DATA": "data"}
COMMANDS |= {b"QUIT": "quit", b"STAR": "starttls"}
ANSWERS = {"banner": b"220 here", "data": b"354 go on", "quit": b"221 bye", "starttls": b"502 no"}


class Cut(Exception):
    """The server hangs up."""


class MailServer:
    """`cut_at` is the point of the next break; `answers` and `slow_s` replace what a point says and
    when. `taken` are the letters whose final dot came and was not refused. `reached` is called
    with each point before its answer."""

    def __init__(self):
        self.cut_at, self.answers, self.slow_s = None, {}, {}
        self.reached = lambda point: None
        self.taken = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]

    def __enter__(self):
        threading.Thread(target=self._listen, daemon=True).start()
        return self

    def __exit__(self, *exc_info):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()

    def times(self, message_id: str) -> int:
        return sum(letter["Message-ID"] == message_id for letter in self.taken)

    def _listen(self):
        with contextlib.suppress(OSError):
            while True:
                client, _ = self.listener.accept()
                threading.Thread(target=self._serve, args=[client], daemon=True).start()

    def _serve(self, client):
        with client, client.makefile("rb") as lines, contextlib.suppress(Cut, OSError):
            self._answer(client, "banner")
            for line in lines:
                point = COMMANDS.get(line[:4].upper())
                self._answer(client, point)
                if point == "data" and "data" not in self.answers:
                    self._take(client, lines)
                if point == "quit":
                    return

    def _take(self, client, lines):
        content = []
        for line in lines:
            if line == b".\r\n":
                break
            content.append(line[1:] if line.startswith(b".") else line)
            self._pass("body")
        else:
            raise Cut
        if "dot" not in self.answers:
            self.taken.append(message_from_bytes(b"".join(content)))
        self._answer(client, "dot")

    def _answer(self, client, point):
        self._pass(point)
        time.sleep(self.slow_s.get(point, 0))
        client.sendall(self.answers.get(point, ANSWERS.get(point, b"250 OK")) + b"\r\n")

    def _pass(self, point):
        self.reached(point)
        if point == self.cut_at:
            self.cut_at = None
            raise Cut
