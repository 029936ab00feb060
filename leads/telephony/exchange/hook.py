"""A hook as it arrived, what a provider makes of it, and how it is refused. Pure: no Django."""

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import parse_qsl

BODY_AT_MOST = 64 * 1024
FIELDS_AT_MOST = 200
VALUE_AT_MOST = 500
# How far the clocks of the exchange and ours may differ.
CLOCKS_APART = timedelta(seconds=300)


class Refused(Exception):
    """Not from the exchange, or not any more: 403."""


class Unreadable(Exception):
    """From whomever it is, it makes no sense: 400."""


@dataclass(frozen=True, slots=True)
class Hook:
    """Header names are in lower case."""

    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)

    def form(self) -> dict[str, str]:
        """A form's fields; a name given twice is refused, since one reader signs what another
        reads."""
        try:
            pairs = parse_qsl(
                self.body.decode(), keep_blank_values=True, max_num_fields=FIELDS_AT_MOST
            )
        except ValueError as error:
            raise Unreadable("not a form") from error
        if len({name for name, _ in pairs}) != len(pairs):
            raise Unreadable("a field is given twice")
        return dict(pairs)

    def fields(self) -> dict:
        """A form's fields or a JSON object, by the content type."""
        if "json" in self.headers.get("content-type", ""):
            return object_of(self.body)
        return dict(self.form())


@dataclass(frozen=True, slots=True)
class Received:
    """What is kept of a hook: `identity` makes it the same event for ever, `call` is the
    exchange's permanent id of the call, `body` holds the fields that folding needs."""

    identity: str
    call: str
    body: dict
    # Only this call may stand behind it; see the provider that sets it.
    bound_to: str = ""

    def key(self) -> str:
        return _digest(self.identity)

    def binding(self) -> str:
        return _digest(self.bound_to) if self.bound_to else ""


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def object_of(text: bytes | str) -> dict:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable("not JSON") from error
    if not isinstance(found, dict):
        raise Unreadable("not a JSON object")
    return found


def plain(value: object) -> str:
    """One line of printable text: numbers and lists of them too, nothing nested."""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return ",".join(plain(one) for one in value[:50] if not isinstance(one, (list, dict)))
    if isinstance(value, dict):
        return ""
    text = "".join(sign for sign in str(value) if sign.isprintable())
    # A lone surrogate cannot be stored.
    return text.encode("utf-8", "ignore").decode().strip()[:VALUE_AT_MOST]


def kept(fields: Mapping[str, object], names: Iterable[str]) -> dict[str, str]:
    """The named fields that say something."""
    return {name: text for name in names if (text := plain(fields.get(name)))}


def canonical(body: Mapping[str, object]) -> str:
    return json.dumps(body, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def one_of(secrets: Sequence[str], signature: str, signed) -> bool:
    """Whether the signature is that of any live secret; every one is tried, in constant time."""
    given = signature.encode("utf-8", "surrogateescape")
    same = [hmac.compare_digest(signed(secret).encode(), given) for secret in secrets]
    return any(same)


def refuse_stale(moment: datetime, now: datetime, *, past: timedelta = CLOCKS_APART) -> None:
    if now - moment > past or moment - now > CLOCKS_APART:
        raise Refused("stale")
