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
# So many pass within an hour and a day: an office or a fair behind one address, a text sent again
# by its writer. The rest waits for a person, who sees the sign and lets them in together.
OF_ONE = (8, 40)
SAME_TEXT = (3, 12)
# Those with a weak sign, from one address and from all the world.
WEAK_OF_ONE = (4, 16)
WEAK_OF_ALL = (4, 16)
LINKS_AT_MOST = 2
_LINK = re.compile(r"https?://|www\.|\[(?:url|link)[=\]]|<a\s", re.IGNORECASE)
_MARKUP = re.compile(r"\[(?:url|link)[=\]]|<a\s+href|<script", re.IGNORECASE)
# What a mill changes from letter to letter; a few words may be alike by chance, figures apart.
_CHANGING = re.compile(r"\d+(?:[.,\s]\d+)*")
_BY_CHANCE = 20


def signs(draft, *, address: str | None, at) -> tuple[str, ...]:
    """Counts this sending: ask once, and only for what is new. Three statements at most."""
    found = [*_of_page(draft), *_of_words(draft)]
    if PeerCount.count("form", address, at=at).over(*OF_ONE):
        found.append(Sign.TOO_MANY)
    if PeerCount.count("text", _wording(draft), at=at).over(*SAME_TEXT):
        found.append(Sign.REPEATED)
    weak = _of_time(draft, at=at)
    if weak and (found or _often(address, at=at)):
        found += weak
    return tuple(str(sign) for sign in found)


def _wording(draft) -> str:
    """A hash of the text; of a longer one without its figures, so that a template is one text."""
    text = " ".join(draft.data("project").get("text", "").casefold().split())
    wording = _CHANGING.sub("0", text)
    told = wording if len(wording) >= _BY_CHANCE else text
    return hashlib.sha256(told.encode(errors="replace")).hexdigest()


def _of_page(draft) -> list:
    """Of the pages as they came back: the trap, and a token that we never gave. The first page
    carries one with and without scripts, so whoever has none never saw it."""
    found = [Sign.TRAP] if draft.trapped else []
    token = draft.answers.get("token", "")
    if not token:
        return [*found, Sign.UNOPENED]
    return [*found, Sign.FORGED] if opened(token) is None else found


def _of_words(draft) -> list:
    """A project may name one site of the web or two; a name or a company is none."""
    text = draft.data("project").get("text", "")
    who = " ".join(draft.data("contact").get(name, "") for name in ("name", "company"))
    many = len(_LINK.findall(text)) > LINKS_AT_MOST
    return [Sign.LINKS] if many or _MARKUP.search(text) or _LINK.search(who) else []


def _of_time(draft, *, at) -> list:
    page = opened(draft.answers.get("token", ""))
    if page is None:
        return []
    if at - page.at < TYPED_IN:
        return [Sign.TOO_FAST]
    return [Sign.TOO_OLD] if at - page.at > KEPT_OPEN else []


def _often(address, *, at) -> bool:
    of_one = PeerCount.count("weak", address, at=at).over(*WEAK_OF_ONE)
    of_all = PeerCount.count("weak", "everyone", at=at).over(*WEAK_OF_ALL)
    return of_one or of_all
