"""Recordings are fetched here, kept under a private directory, and read from there in ranges.

Only tasks fetch. Where a recording lies is the exchange's word, so the address is asked only at the
hosts named for it. Tests: tests/leads/test_recordings.py.
"""

import base64
import contextlib
import hashlib
import hmac
import json
import os
import secrets
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings
from django.utils import timezone

from leads import outgoing
from leads.models import Recording

LARGEST = 200_000_000
LARGEST_ANSWER = 100_000
# By content type; whatever else an exchange sends is not a recording.
ENDINGS = {
    "audio/mpeg": "mp3",
    "audio/mp3": "mp3",
    "audio/wav": "wav",
    "audio/x-wav": "wav",
    "audio/wave": "wav",
    "audio/ogg": "ogg",
}
TYPES = {"mp3": "audio/mpeg", "wav": "audio/wav", "ogg": "audio/ogg"}
ZADARMA = "api.zadarma.com"


def directory() -> Path:
    path = Path(settings.RECORDINGS_DIR)
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def keep(recording: Recording, *, now) -> None:
    """Fetch it under a lease; `now` is asked again after the network was."""
    if not recording.claim(at=now()):
        return
    part = directory() / f"{secrets.token_hex(16)}.part"
    try:
        url = _where(recording)
        with part.open("xb") as file:
            answer = outgoing.fetch(url, _hosts(), take=file.write, at_most=LARGEST)
            file.flush()
            os.fsync(file.fileno())
        ending = ENDINGS.get(answer.content_type)
        if ending is None or not answer.size:
            raise outgoing.NotGiven("not a recording")
        whole = part.with_suffix(f".{ending}")
        part.rename(whole)
        _keep_or_remove(recording, whole, TYPES[ending], answer.size, at=now())
    except outgoing.NotAllowed as error:
        recording.not_fetched(str(error), at=now(), final=True)
    except (outgoing.NotGiven, OSError) as error:
        cause = str(error) if isinstance(error, outgoing.NotGiven) else type(error).__name__
        recording.not_fetched(cause, at=now())
    finally:
        with contextlib.suppress(FileNotFoundError):
            part.unlink()


def _keep_or_remove(recording, whole: Path, content_type: str, size: int, *, at) -> None:
    until = timezone.localdate(at) + timedelta(days=settings.RECORDING_DAYS)
    if not recording.fetched(
        file=whole.name, content_type=content_type, size=size, keep_until=until, at=at
    ):
        whole.unlink()


def erase(recording: Recording, *, at) -> bool:
    """Delete it when its term is over. The file goes first: who dies between finds the row again,
    while a file that no row knows would be kept for ever."""
    if not Recording.objects.expired(at).filter(pk=recording.pk).exists():
        return False
    (directory() / recording.file).unlink(missing_ok=True)
    return recording.deleted(at=at)


def _hosts() -> set[str]:
    return {host.lower() for host in settings.TELEPHONY_RECORDING_HOSTS} | (
        {ZADARMA} if settings.ZADARMA_KEY else set()
    )


def _where(recording: Recording) -> str:
    if recording.call.provider != "zadarma":
        return recording.reference
    return zadarma_link(recording.reference)


def zadarma_link(reference: str) -> str:
    """Ask where the file lies; the link holds for half an hour. Raises NotGiven."""
    key, live = settings.ZADARMA_KEY, settings.TELEPHONY_SECRETS.get("zadarma", [])
    secret = live[0] if live else ""
    if not key or not secret:
        raise outgoing.NotGiven("ZADARMA_KEY is not set")
    method, query = "/v1/pbx/record/request/", urlencode({"call_id": reference, "format": "json"})
    answer = bytearray()
    outgoing.fetch(
        f"https://{ZADARMA}{method}?{query}",
        [ZADARMA],
        take=answer.extend,
        at_most=LARGEST_ANSWER,
        headers={"Authorization": f"{key}:{zadarma_signature(secret, method, query)}"},
    )
    try:
        said = json.loads(answer)
        return said.get("link") or said["links"][0]
    except (ValueError, LookupError, AttributeError, TypeError) as error:
        raise outgoing.NotGiven("no link") from error


def zadarma_signature(secret: str, method: str, query: str) -> str:
    """As its published client makes it; `query` is sorted by name."""
    text = method + query + hashlib.md5(query.encode(), usedforsecurity=False).hexdigest()
    digest = hmac.new(secret.encode(), text.encode(), hashlib.sha1).hexdigest()
    return base64.b64encode(digest.encode()).decode()
