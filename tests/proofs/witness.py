"""A process of its own that sees the product from outside only: it fills in forms, sends hooks and
takes letters, and writes down, on the disk before anything else happens, what it was answered.

What it wrote is what lost and doubled are counted from. It sends again whatever was not answered.
"""

import contextlib
import json
import os
import re
import subprocess
import sys
import threading
import time
from collections import Counter
from itertools import count
from pathlib import Path
from queue import Empty, Queue

from tests.proofs.browser import Browser, Lost
from tests.proofs.mail_server import MailServer

TEXT = "Цех переработки яблок, 5 га, 2 МВт, нужен газ, 250 млн руб"
CALL = {"text": TEXT, "channel": "phone", "language": "ru", "outcome": "inquiry"}


class Witness:
    """The proof's end of it. `fill` prepares, `send` sends until it is answered."""

    def __init__(self, home: Path):
        self.log = home / "witness.log"
        self.tickets, self.done, self.results = count(1), Queue(), {}

    def __enter__(self):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.proofs.witness", str(self.log)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={name: value for name, value in os.environ.items() if name != "AIM"},
        )
        self.mail_port = json.loads(self.process.stdout.readline())["mail_port"]
        threading.Thread(target=self._listen, daemon=True).start()
        return self

    def __exit__(self, *exc_info):
        self.process.stdin.close()
        self.process.wait(10)
        self.process.stdout.close()

    def _listen(self):
        for line in self.process.stdout:
            self.done.put(json.loads(line))

    def begin(self, do: str, **given) -> int:
        ticket = next(self.tickets)
        self.process.stdin.write(json.dumps({"do": do, "ticket": ticket} | given) + "\n")
        self.process.stdin.flush()
        return ticket

    def answered(self, ticket: int) -> bool:
        with contextlib.suppress(Empty):
            said = self.done.get(timeout=0.02)
            self.results[said["ticket"]] = said
        return ticket in self.results

    def end(self, ticket: int, meanwhile=lambda: None, within: float = 180.0):
        """What came of it; `meanwhile` is done again and again."""
        deadline = time.monotonic() + within
        while not self.answered(ticket):
            assert time.monotonic() < deadline, f"the witness got no answer within {within} s"
            assert self.process.poll() is None, "the witness died"
            meanwhile()
        result = self.results.pop(ticket)
        assert "error" not in result, result["error"]
        return result

    def do(self, do: str, meanwhile=lambda: None, **given):
        return self.end(self.begin(do, **given), meanwhile)

    def notes(self) -> list[dict]:
        return [json.loads(line) for line in self.log.read_text().splitlines()]

    def accepted_letters(self) -> Counter:
        """How often the mail server took which Message-ID."""
        return Counter(note["letter"] for note in self.notes() if "letter" in note)


class Watching:
    """The other end: the process itself."""

    def __init__(self, log: str):
        self.file = open(log, "a")  # noqa: SIM115
        self.writing = threading.Lock()
        self.browsers: dict[str, Browser] = {}
        self.ready: dict[str, tuple] = {}
        self.mail = MailServer()
        self.mail.reached = self._mail_reached

    def note(self, **what) -> None:
        with self.writing:
            self.file.write(json.dumps(what) + "\n")
            self.file.flush()
            os.fsync(self.file.fileno())

    def _mail_reached(self, point: str) -> None:
        # Before its 250 goes out.
        if point == "dot":
            self.note(letter=self.mail.taken[-1]["Message-ID"])

    def run(self) -> None:
        with self.mail:
            print(json.dumps({"mail_port": self.mail.port}), flush=True)
            for line in sys.stdin:
                threading.Thread(target=self._do, args=[json.loads(line)], daemon=True).start()

    def _do(self, command: dict) -> None:
        ticket, do = command.pop("ticket"), command.pop("do")
        try:
            result = getattr(self, f"do_{do}")(**command) or {}
        except Exception as error:
            result = {"error": f"{do} {command}: {type(error).__name__}: {error}"[:2000]}
        with self.writing:
            print(json.dumps({"ticket": ticket} | result), flush=True)

    def do_cut(self, at) -> None:
        """The mail server hangs up at this point of its next dialogue."""
        self.mail.cut_at = at

    def do_log_in(self, base, who, password) -> None:
        browser = self.browsers[who] = Browser(base)
        fields = browser.fields("/login/")
        given = _with(fields, username=who, password=password)
        assert browser.ask("/login/", given)[0] == 302, "the log-in was refused"

    def do_fill_form(self, base, who) -> None:
        browser = Browser(base)
        text = f"{TEXT}, для {who}"
        project = {"text": text, "industry": "food_processing", "capex": "to_1000"}
        given = _with(browser.fields("/inquiry/?lang=ru"), **project)
        _onwards(browser.ask("/inquiry/", given), "/inquiry/contact/")
        person = {"name": "Пётр Иванов", "company": f"К {who}", "email": f"{who}@example.com"}
        given = _with(browser.fields("/inquiry/contact/"), country="RU", **person)
        _onwards(browser.ask("/inquiry/contact/", given), "/inquiry/check/")
        given = _with(browser.fields("/inquiry/check/"), consent="on")
        self.ready[who] = (browser, "/inquiry/check/", given)

    def do_fill_call(self, base, who, operator) -> None:
        browser = self.browsers[operator]
        phone = f"8 918 {int(who[1:]):07}"
        given = _with(browser.fields("/desk/"), email=f"{who}@example.com", phone=phone, **CALL)
        self.ready[who] = (browser, "/desk/", given)

    def do_send(self, who, within=30.0) -> dict:
        """Send what was filled in, again while there is no answer; the number that was given."""
        browser, path, given = self.ready[who]
        if within != browser.within:
            browser.within = within
        self.note(sent=who, to=path)
        _status, leads_to, page = self._until_answered(browser, path, fields=given)
        assert leads_to, f"refused: {page[:1500]}"
        self.note(answered=who, leads_to=leads_to)
        if path == "/desk/":
            number = leads_to.split("/")[-2]
        else:
            _, _, page = self._until_answered(browser, leads_to)
            number = re.search(r"INV-\d{4}-\d+", page)[0]
        self.note(number=number, of=who)
        return {"number": number}

    def do_hook(self, base, call, event, body, headers) -> dict:
        self.note(sent_hook=call, event=event)
        found = self._until_answered(
            Browser(base), "/telephony/generic/", body=body.encode(), headers=headers
        )
        assert found[0] == 200, f"the hook was answered {found[0]}"
        self.note(hook=call, event=event)
        return {}

    def do_note_hook(self, call, event) -> None:
        """It was sent and answered elsewhere."""
        self.note(sent_hook=call, event=event)
        self.note(hook=call, event=event)

    def _until_answered(self, browser, path, **given):
        for again in count():
            try:
                return browser.ask(path, **given)
            except Lost as lost:
                self.note(lost=path, why=str(lost))
                assert again < 300, "never answered"
                time.sleep(0.02)


def _onwards(answer, to) -> None:
    assert answer[1] == to, re.sub("<[^>]*>|\\s+", " ", answer[2])


def _with(fields, **given) -> list[tuple[str, str]]:
    return [(name, value) for name, value in fields if name not in given] + list(given.items())


if __name__ == "__main__":
    Watching(sys.argv[1]).run()
