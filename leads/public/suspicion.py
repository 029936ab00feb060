"""Signs by which a robot shows itself. None of them refuses anybody: who bears them waits in
quarantine until a person has looked.

Strong signs count at once. Weak ones, which a person may bear too, count when they come in numbers.
"""

import hashlib
import re

from leads.models import PeerCount, Quarantine

from .opened import KEPT_OPEN, TYPED_IN, opened

Sign = Quarantine.Sign
# A field that is neither seen nor read aloud; no browser has a remembered answer for its name.
TRAP = "second_topic"
# Inquiries from one address, by the hour and by the day.
OF_ONE = (20, 240)
# So many with a weak sign pass: from one address in an hour or a day, and from all the world.
WEAK_OF_ONE = (5, 20)
WEAK_OF_ALL = (10, 40)
SAME_TEXT = (6, 20)
LINKS_AT_MOST = 2
_LINK = re.compile(r"https?://|www\.|\[(?:url|link)[=\]]|<a\s", re.IGNORECASE)
_MARKUP = re.compile(r"\[(?:url|link)[=\]]|<a\s+href|<script", re.IGNORECASE)


def signs(draft, *, address: str | None, at) -> tuple[str, ...]:
    """Counts this sending: ask once, and only for what is new. Three statements at most."""
    found = [*_of_page(draft), *_of_words(draft)]
    if PeerCount.count("form", address, at=at).over(*OF_ONE):
        found.append(Sign.TOO_MANY)
    text = " ".join(draft.data("project").get("text", "").casefold().split())
    digest = hashlib.sha256(text.encode(errors="replace")).hexdigest()
    if PeerCount.count("text", digest, at=at).over(*SAME_TEXT):
        found.append(Sign.REPEATED)
    weak = _of_time(draft, at=at)
    if weak and (found or _often(address, at=at)):
        found += weak
    return tuple(str(sign) for sign in found)


def _of_page(draft) -> list:
    """Of the pages as they came back: the trap, and a token that we never gave."""
    found = [Sign.TRAP] if draft.trapped else []
    token = draft.answers.get("token", "")
    return [*found, Sign.FORGED] if token and opened(token) is None else found


def _of_words(draft) -> list:
    """A project may name one site of the web or two; a name or a company is none."""
    text = draft.data("project").get("text", "")
    who = " ".join(draft.data("contact").get(name, "") for name in ("name", "company"))
    many = len(_LINK.findall(text)) > LINKS_AT_MOST
    return [Sign.LINKS] if many or _MARKUP.search(text) or _LINK.search(who) else []


def _of_time(draft, *, at) -> list:
    token = draft.answers.get("token", "")
    if not token:
        return [Sign.UNOPENED]
    page = opened(token)
    if page is None:
        return []
    if at - page.at < TYPED_IN:
        return [Sign.TOO_FAST]
    return [Sign.TOO_OLD] if at - page.at > KEPT_OPEN else []


def _often(address, *, at) -> bool:
    of_one = PeerCount.count("weak", address, at=at).over(*WEAK_OF_ONE)
    of_all = PeerCount.count("weak", "everyone", at=at).over(*WEAK_OF_ALL)
    return of_one or of_all
