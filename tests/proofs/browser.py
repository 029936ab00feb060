"""A browser without scripts: cookies, the fields of a form as its page has them, one button."""

import http.client
import urllib.error
import urllib.parse
import urllib.request
from html.parser import HTMLParser
from http.cookiejar import CookieJar


class Unfollowed(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        """The address of the answer is all we want."""


class Lost(Exception):
    """It was sent, and no answer came."""


class Browser:
    def __init__(self, base_url: str, within: float = 30.0):
        self.base_url, self.within = base_url, within
        self.opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}),
            urllib.request.HTTPCookieProcessor(CookieJar()),
            Unfollowed,
        )

    def ask(self, path, fields=None, body=None, headers=()) -> tuple[int, str, str]:
        """Status, where it leads, its page; raises Lost."""
        if fields is not None:
            body = urllib.parse.urlencode(fields).encode()
        request = urllib.request.Request(self.base_url + path, body, dict(headers))
        try:
            try:
                answer = self.opener.open(request, timeout=self.within)
            except urllib.error.HTTPError as error:
                answer = error
            with answer:
                return answer.status, answer.headers.get("Location", ""), answer.read().decode()
        except (OSError, http.client.HTTPException) as error:
            raise Lost(type(error).__name__) from None

    def fields(self, path: str) -> list[tuple[str, str]]:
        """What the largest form of this page would post now."""
        status, leads_to, page = self.ask(path)
        assert status == 200, f"{status} {leads_to} for {path}"
        form = Forms()
        form.feed(page)
        return max(form.forms, key=len)


class Forms(HTMLParser):
    """The fields of each form of a page that posts."""

    def __init__(self):
        super().__init__()
        self.forms, self.posts, self.select, self.text = [], False, None, None

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form":
            self.posts = (given.get("method") or "").lower() == "post"
            self.forms.append([])
        if not self.posts or "disabled" in given:
            return
        name = given.get("name")
        if tag == "input" and name:
            kind = (given.get("type") or "text").lower()
            pressed = kind not in {"checkbox", "radio"} or "checked" in given
            if pressed and kind not in {"submit", "button", "file"}:
                self.forms[-1].append((name, given.get("value") or ""))
        elif tag == "select":
            self.select = name
        elif tag == "option" and "selected" in given and self.select:
            self.forms[-1].append((self.select, given.get("value") or ""))
        elif tag == "textarea" and name:
            self.text = (name, [])

    def handle_data(self, data):
        if self.text:
            self.text[1].append(data)

    def handle_endtag(self, tag):
        if tag == "textarea" and self.text:
            self.forms[-1].append((self.text[0], "".join(self.text[1]).lstrip("\n")))
            self.text = None
        elif tag == "select":
            self.select = None
        elif tag == "form":
            self.posts = False
