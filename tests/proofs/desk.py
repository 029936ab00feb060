"""The operator's desk over plain HTTP: what is not answered is sent again as it was."""

import http.client
import re
import time
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from uuid import uuid4

CALL = {
    "channel": "phone",
    "text": "Цех переработки яблок, 5 га, 2 МВт, газ, рядом с Динской",
    "language": "ru",
    "outcome": "inquiry",
}


class Unfollowed(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        """The address of the answer is all we want."""


class Desk:
    """One logged-in operator, usable from several threads.

    `cut` counts the forms that were taken and not answered.
    """

    def __init__(self, base_url: str, *, within: float = 30.0):
        self.base_url = base_url
        self.within = within
        self.cut = 0
        self.opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}),
            urllib.request.HTTPCookieProcessor(CookieJar()),
            Unfollowed,
        )

    def log_in(self, username: str, password: str) -> "Desk":
        fields = {"username": username, "password": password}
        address, _ = self.ask("/login/", {**fields, **self.hidden("/login/")})
        assert address, "the log-in was refused"
        return self

    def log_call(self, *, forgets_key=False, **given) -> str:
        """The number that was answered; with `forgets_key` each sending has a key of its own."""
        fields = {**CALL, **given, **self.hidden("/desk/")}
        again = (lambda: {"request_key": str(uuid4())}) if forgets_key else dict
        address, page = self.ask("/desk/", fields, again)
        assert address.startswith("/desk/logged/"), page
        return address.split("/")[-2]

    def hidden(self, path: str) -> dict[str, str]:
        """The hidden fields of the form on a page."""
        _, page = self.ask(path)
        tags = re.findall(r'<input type="hidden"[^>]*>', page)
        fields = {
            re.search('name="(.*?)"', tag)[1]: re.search('value="(.*?)"', tag) for tag in tags
        }
        return {name: value[1] for name, value in fields.items() if value}

    def ask(self, path, fields=None, again=dict) -> tuple[str, str]:
        """Where the answer leads, or its page; asked until there is an answer."""
        deadline = time.monotonic() + self.within
        while True:
            body = fields and urllib.parse.urlencode(fields).encode()
            try:
                with self.opener.open(self.base_url + path, body, timeout=self.within) as answer:
                    return "", answer.read().decode()
            except urllib.error.HTTPError as error:
                if error.code == 302:
                    return error.headers["Location"], ""
                raise AssertionError(f"{error.code} for {path}: {error.read()[:500]}") from None
            except (OSError, http.client.HTTPException) as error:
                assert time.monotonic() < deadline, f"{path} was not answered"
                refused = isinstance(getattr(error, "reason", None), ConnectionRefusedError)
                if fields and not refused:
                    self.cut += 1
                    fields |= again()
                time.sleep(0.05)
