"""The answers so far, as they were typed: in the visitor's session, and sealed in the last page.

The seal carries the whole draft with the page that sends it, so that neither a lost session nor a
database that does not answer can lose what was written.
"""

import hashlib
import json
from uuid import UUID, uuid4

from django.core import signing
from django.utils.datastructures import MultiValueDict

from .opened import opened
from .suspicion import TRAP

_SALT = "leads.public.draft"
_DRAFT = "inquiry_draft"
_LAST = "inquiry_sent"
# A longer draft is shown again with its error, but is not carried from page to page.
KEPT_AT_MOST = 100_000


class Draft:
    """Raw answers by step, the place that came with the address, and the key of the request."""

    def __init__(self, answers: dict | None = None):
        self.answers = answers or {"key": str(uuid4())}

    @classmethod
    def of(cls, session) -> "Draft":
        return cls(session.get(_DRAFT))

    @classmethod
    def unsealed(cls, seal: str) -> "Draft | None":
        """The draft that a page carried; None where it is missing or was changed on the way."""
        try:
            return cls(signing.loads(seal, salt=_SALT))
        except signing.BadSignature:
            return None

    def sealed(self) -> str:
        return signing.dumps(self.answers, salt=_SALT, compress=True)

    def renewed(self) -> "Draft":
        """The same answers under another key: another request."""
        return Draft({**self.answers, "key": str(uuid4())})

    @property
    def key(self) -> UUID:
        return UUID(self.answers["key"])

    @property
    def sha256(self) -> str:
        """Of all answers as they were typed."""
        steps = {step: self.answers.get(step) for step in ("project", "contact", "check")}
        return hashlib.sha256(json.dumps(steps, sort_keys=True).encode()).hexdigest()

    @property
    def trapped(self) -> bool:
        """Whether the field that nobody sees was filled on some page."""
        return bool(self.answers.get("trapped"))

    @property
    def park(self) -> str:
        return self.answers.get("park", "")

    def attach(self, park: str) -> None:
        self.answers["park"] = park

    def data(self, step: str) -> MultiValueDict:
        """What a form of this step is bound to; empty when nothing was answered yet."""
        return MultiValueDict(self.answers.get(step, {}))

    def initial(self, step: str, form_class) -> dict:
        """What an unbound form of this step shows."""
        kept = self.data(step)
        return {
            name: kept.getlist(name) if name in form_class.SEVERAL else kept.get(name)
            for name in kept
        }

    def take(self, step: str, posted) -> None:
        """Keep the answers of a step; those read from changed words are forgotten."""
        given = {name: values for name, values in posted.lists() if name not in _NOT_ANSWERS}
        if any(posted.getlist(TRAP)):
            self.answers["trapped"] = True
        if step == "project" and "token" in posted:
            self._open_by(posted["token"])
        if sum(len(value) for values in given.values() for value in values) > KEPT_AT_MOST:
            return
        if step == "project" and given != self.answers.get("project"):
            self.answers.pop("check", None)
        self.answers[step] = given

    def _open_by(self, token: str) -> None:
        """The first page's token gives the request its key; the first one given counts."""
        if "token" not in self.answers:
            self.answers["token"] = token[:200]
            if page := opened(token):
                self.answers["key"] = str(page.key)

    def put(self, step: str, name: str, value: str | None) -> None:
        """One answer that came with the address; None takes it away."""
        answers = self.answers.setdefault(step, {})
        answers.pop(name, None)
        if value is not None:
            answers[name] = [value]

    def remember(self, session) -> None:
        session[_DRAFT] = self.answers

    def finish(self, session) -> None:
        """Forget the answers, remember the request."""
        session[_LAST] = str(self.key)
        if session.get(_DRAFT, {}).get("key") == str(self.key):
            del session[_DRAFT]


_NOT_ANSWERS = {"csrfmiddlewaretoken", "switch", "go", "seal", "token", TRAP}


def last_sent(session) -> UUID | None:
    """The key of the request that this visitor sent last."""
    return UUID(session[_LAST]) if _LAST in session else None
