"""Those who send the form in a storm, as a process of its own: what was answered is on its disk.

`python -m tests.proofs.storm_humans LOG FIRST COUNT SEED`, with the environment of the stack. One
line for each answer, fsynced before anything else is done; whoever is not answered asks again.
"""

import http.client
import json
import os
import random
import re
import sys
import threading
import time
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from http.cookiejar import CookieJar
from uuid import UUID

THREADS = 8
PATIENCE_S = 180.0
WORDS = "Цех переработки яблок «{name}», 5 га, 2 МВт, нужен газ, 250 млн руб"
CSRF = "s" * 32


def main(log: str, first: str, count: str, seed: str) -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    base_url = urllib.parse.urlsplit(os.environ["BASE_URL"])
    answers = Answers(base_url.netloc, log)
    chance = random.Random(int(seed))
    with ThreadPoolExecutor(THREADS) as humans:
        for n in range(int(first), int(first) + int(count)):
            # Some once, some twice in turn, some five times at once.
            times, at_once = chance.choices([(1, 1), (2, 1), (5, 5)], [70, 15, 15])[0]
            humans.submit(answers.send, n, times, at_once)
    answers.log.close()


def draft_of(n: int):
    """The pages as this human filled them in."""
    from django.http import QueryDict
    from django.utils import timezone

    from leads.public.draft import Draft
    from leads.public.opened import opening
    from tests.public.answers import CONTACT, PROJECT

    draft, token = Draft(), opening(at=timezone.now() - timedelta(minutes=1))
    project = PROJECT | {"text": WORDS.format(name=name_of(n)), "token": token}
    contact = CONTACT | {"email": f"human{n}@example.com", "company": f"Агросад {n}"}
    for step, given in (("project", project), ("contact", contact)):
        draft.take(step, QueryDict(urllib.parse.urlencode(given)))
    return draft


def name_of(n: int) -> str:
    """In letters: texts that differ by figures alone are a mill's."""
    return "".join("абвгдежзик"[int(digit)] for digit in f"{n:05}")


def address_of(n: int) -> str:
    """An address of his own, as the proxy in front tells it."""
    return f"10.{n // 62500}.{n // 250 % 250}.{n % 250 + 1}"


class Answers:
    def __init__(self, netloc: str, log: str):
        self.netloc = netloc
        self.log = os.fdopen(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a")
        self.lock = threading.Lock()
        self.fields = last_page(netloc)

    def send(self, n: int, times: int, at_once: int) -> None:
        draft = draft_of(n)
        key, seal = UUID(str(draft.key)), draft.sealed()
        for _ in range(0, times, at_once):
            presses = [
                threading.Thread(target=self.press, args=(n, key, seal)) for _ in range(at_once)
            ]
            for press in presses:
                press.start()
            for press in presses:
                press.join()

    def press(self, n: int, key: UUID, seal: str) -> None:
        """Press the last button, again and again until there is an answer."""
        gives_up, pause = time.monotonic() + PATIENCE_S, 0.2
        while time.monotonic() < gives_up:
            began, status, where = time.monotonic(), 0, ""
            try:
                status, where = self.ask(n, seal)
            except (OSError, http.client.HTTPException) as error:
                where = type(error).__name__
            self.note(n=n, key=str(key), status=status, where=where, s=time.monotonic() - began)
            if status not in (0, 502, 503):
                return
            time.sleep(pause)
            pause = min(pause * 2, 3.0)
        self.note(n=n, key=str(key), status=-1, where="gave up", s=PATIENCE_S)

    def ask(self, n: int, seal: str) -> tuple[int, str]:
        body = {**self.fields, "seal": seal, "consent": "on", "csrfmiddlewaretoken": CSRF}
        return self.request(n, urllib.parse.urlencode(body, doseq=True))

    def request(self, n: int, body: str) -> tuple[int, str]:
        connection = http.client.HTTPConnection(self.netloc, timeout=30)
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": f"csrftoken={CSRF}; django_language=ru",
            "X-Forwarded-For": address_of(n),
        }
        try:
            connection.request("POST", "/inquiry/check/", body, headers)
            answer = connection.getresponse()
            answer.read()
            return answer.status, answer.getheader("Location", "")
        finally:
            connection.close()

    def note(self, **said) -> None:
        with self.lock:
            self.log.write(json.dumps({"at": time.time(), **said}) + "\n")
            self.log.flush()
            os.fsync(self.log.fileno())


def last_page(netloc: str) -> dict:
    """The fields of the last page as one visitor reads it; they are the same for all."""
    from tests.public.answers import CONTACT, PROJECT

    cookies = urllib.request.HTTPCookieProcessor(CookieJar())
    browser = urllib.request.build_opener(urllib.request.ProxyHandler({}), cookies)

    def page(path: str, fields: dict | None = None) -> str:
        body = fields and urllib.parse.urlencode(fields).encode()
        return browser.open(f"http://{netloc}{path}", body, timeout=60).read().decode()

    html = page("/inquiry/?lang=ru")
    for path, given in (("/inquiry/", PROJECT), ("/inquiry/contact/", CONTACT)):
        hidden = {name: values[0] for name, values in fields_in(html, all_of_them=True).items()}
        html = page(path, hidden | given)
    return fields_in(html)


def fields_in(html: str, *, all_of_them: bool = False) -> dict:
    """What the form would post as it stands: inputs, chosen options, texts."""
    found: dict[str, list[str]] = {}
    for tag in re.findall(r"<input[^>]*>", html):
        name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        kind = re.search(r'type="(\w+)"', tag)
        if not name or (kind and kind[1] in ("radio", "checkbox") and "checked" not in tag):
            continue
        found.setdefault(name[1], []).append(value[1] if value else "")
    for name, options in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', html, re.S):
        chosen = re.findall(r'<option value="([^"]*)"[^>]*selected', options)
        found[name] = chosen or found.get(name, [])
    if all_of_them:
        kept = ("csrfmiddlewaretoken", "token", "key")
        return {name: values for name, values in found.items() if name in kept}
    left_out = ("csrfmiddlewaretoken", "seal", "consent", "second_topic", "switch", "go", "q")
    return {name: values for name, values in found.items() if name not in left_out}


if __name__ == "__main__":
    main(*sys.argv[1:])
