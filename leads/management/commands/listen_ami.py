"""`manage.py listen_ami`: forwards Asterisk's events of calls to the hotline's hook, signed."""

import contextlib
import json
import os
import socket
import threading
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from leads.telephony.ami import Lost, Spool, action, blocks
from leads.telephony.exchange.providers import asterisk, generic

PAUSE_S, LONGEST_PAUSE_S = 0.5, 30.0


class Command(BaseCommand):
    help = (
        "Logs in at Asterisk's manager interface (AMI_HOST, AMI_PORT, AMI_USER, AMI_SECRET) and "
        "forwards what concerns calls. Events wait in a spool on disk while the hotline is down."
    )

    def add_arguments(self, parser):
        parser.add_argument("--spool", type=Path, default=settings.RUN_DIR / "ami")

    def handle(self, *args, spool, **options):
        self.secret = next(iter(settings.TELEPHONY_SECRETS.get("asterisk", [])), None)
        self.login = {
            "Username": os.environ.get("AMI_USER"),
            "Secret": os.environ.get("AMI_SECRET"),
        }
        if not self.secret or not all(self.login.values()):
            raise CommandError("Set TELEPHONY_SECRETS=asterisk=…, AMI_USER and AMI_SECRET.")
        self.spool, self.came = Spool(spool), threading.Event()
        threading.Thread(target=self.forward, daemon=True).start()
        pause = PAUSE_S
        while True:
            began = time.monotonic()
            with contextlib.suppress(OSError):
                try:
                    self.listen()
                except Lost as reason:
                    self.stderr.write(f"asterisk: {reason}")
            pause = PAUSE_S if time.monotonic() - began > LONGEST_PAUSE_S else pause * 2
            time.sleep(min(pause, LONGEST_PAUSE_S))

    def listen(self) -> None:
        """Until the connection ends; each event is on disk before the next is looked at."""
        address = (os.environ.get("AMI_HOST", "127.0.0.1"), int(os.environ.get("AMI_PORT", "5038")))
        with socket.create_connection(address, timeout=10) as connection:
            connection.settimeout(None)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
            connection.sendall(action("Login", **self.login, Events="call,agent,user,dialplan"))
            for block in blocks(iter(lambda: connection.recv(65536), b"")):
                if block.get("Response") == "Error":
                    raise Lost("the login was refused")
                if asterisk.matters(block):
                    block.setdefault("Timestamp", f"{time.time():.6f}")
                    self.spool.put(block)
                    self.came.set()

    def forward(self) -> None:
        opener = build_opener(ProxyHandler({}))
        while True:
            self.came.clear()
            for path in self.spool.waiting():
                while not self.taken(opener, path.read_bytes()):
                    time.sleep(PAUSE_S)
                path.unlink()
            self.came.wait(LONGEST_PAUSE_S)

    def taken(self, opener, body: bytes) -> bool:
        """Whether the hotline has it, or will never understand it."""
        stamp = str(int(time.time()))
        headers = {
            "Content-Type": "application/json",
            "X-Timestamp": stamp,
            "X-Signature": generic.signature(self.secret, stamp, body),
        }
        address = f"{settings.BASE_URL}/telephony/asterisk/"
        try:
            with opener.open(Request(address, body, headers), timeout=10):  # noqa: S310
                return True
        except HTTPError as error:
            if error.code == 400:
                self.stderr.write(f"the hotline did not understand: {json.loads(body)['Event']}")
            return error.code == 400
        except OSError:
            return False
