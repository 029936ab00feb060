"""Asterisk's events reach the hook out of a byte stream cut anywhere, and wait on disk."""

import json
import socket
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from leads.telephony.ami import Lost, action, blocks
from leads.telephony.exchange.providers import generic
from tests.stack import wait_for

ROOT = Path(__file__).resolve().parents[2]
EVENTS = json.loads((ROOT / "tests/payloads/asterisk/answered.json").read_text())
NOISE = {"Event": "VarSet", "Linkedid": "1794900570.17", "Variable": "X", "Value": "a: b"}
SECRET = "the-secret-of-asterisk"


def written(events) -> bytes:
    told = ("\r\n".join(f"{k}: {v}" for k, v in event.items()) for event in events)
    return b"Asterisk Call Manager/9.0.0\r\n" + b"".join(f"{one}\r\n\r\n".encode() for one in told)


@pytest.mark.parametrize("size", [1, 2, 7, 100_000])
def test_blocks_come_whole_wherever_the_stream_is_cut(size):
    text = written([*EVENTS, NOISE])
    stream = blocks(text[n : n + size] for n in range(0, len(text), size))
    assert [next(stream) for _ in (*EVENTS, NOISE)] == [*EVENTS, NOISE]
    with pytest.raises(Lost):
        next(stream)


def test_another_server_is_not_listened_to():
    with pytest.raises(Lost, match="not a manager"):
        list(blocks([b"HTTP/1.1 200 OK\r\n\r\n"]))


def test_a_value_never_begins_another_command():
    with pytest.raises(ValueError, match="one line"):
        action("Login", Username="x\r\nAction: Command")


class Asterisk(threading.Thread):
    """Listens as the manager interface does; speaks in pieces of three bytes."""

    def __init__(self):
        super().__init__(daemon=True)
        self.server = socket.create_server(("127.0.0.1", 0))
        self.port, self.login = self.server.getsockname()[1], b""

    def run(self):
        connection, _ = self.server.accept()
        with connection:
            while not self.login.endswith(b"\r\n\r\n"):
                self.login += connection.recv(1000)
            told = written([{"Response": "Success"}, NOISE, *EVENTS])
            for n in range(0, len(told), 300):
                connection.sendall(told[n : n + 300])
            time.sleep(20)


class Hotline(BaseHTTPRequestHandler):
    got: list = []
    down = 3

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        stamp = self.headers["X-Timestamp"]
        assert self.headers["X-Signature"] == generic.signature(SECRET, stamp, body)
        type(self).down -= 1
        if self.down >= 0:
            return self.send_error(503)
        self.got.append(json.loads(body))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *args):
        """Quiet."""


def test_it_works(tmp_path, monkeypatch):
    """The hotline is down at first; nothing is lost, and the order is kept."""
    asterisk, hotline = Asterisk(), HTTPServer(("127.0.0.1", 0), Hotline)
    asterisk.start()
    threading.Thread(target=hotline.serve_forever, daemon=True).start()
    monkeypatch.setenv("TELEPHONY_SECRETS", f"asterisk={SECRET}")
    monkeypatch.setenv("BASE_URL", f"http://127.0.0.1:{hotline.server_port}")
    for name, value in (("PORT", asterisk.port), ("USER", "hotline"), ("SECRET", "s3")):
        monkeypatch.setenv(f"AMI_{name}", str(value))
    spool = tmp_path / "spool"
    command = [sys.executable, "manage.py", "listen_ami", "--spool", str(spool)]
    forwarder = subprocess.Popen(command, cwd=ROOT)
    try:
        wait_for(lambda: len(Hotline.got) == len(EVENTS))
        wait_for(lambda: not list(spool.iterdir()))
    finally:
        forwarder.kill()
        forwarder.wait()
        hotline.shutdown()
    assert Hotline.got == EVENTS
    assert b"Username: hotline\r\nSecret: s3" in asterisk.login
