"""Asking the exchange to make a call: one signed request, and what its answer means.

Only tasks ask. Which exchange is said by TELEPHONY_DIAL. Tests: tests/leads/test_dialling.py.

Left unverified, since nothing was tried on a live account: Zadarma's GET /v1/request/callback/ with
from, to and the answer's `status` are those of its published interface; Mango's commands/callback
with command_id, from.extension, to_number and `result` 1000 are those of a transcript of its PDF.
"""

import json
import time
from urllib.parse import urlencode, urlsplit

from django.conf import settings

from leads import outgoing
from leads.models import Dialling
from leads.recordings import zadarma_signature
from leads.telephony.exchange.providers import generic, mango

ZADARMA = "https://api.zadarma.com"
MANGO = "https://app.mango-office.ru"
CALLBACK = "/v1/request/callback/"
State = Dialling.State


def can_dial(user) -> bool:
    """Whether this person has a phone on the desk and the exchange its credentials."""
    provider = settings.TELEPHONY_DIAL.partition("=")[0]
    ready = bool(settings.TELEPHONY_SECRETS.get(provider)) and bool(user.extension)
    return ready and (provider != "zadarma" or bool(settings.ZADARMA_KEY))


def dial(row: Dialling, *, now) -> None:
    """Ask once; `now` is asked again after the network was."""
    if not row.claim(at=now()):
        return
    provider, _, address = settings.TELEPHONY_DIAL.partition("=")
    try:
        url, body, headers, understood = _ASKED[provider](row, address)
        status, said = outgoing.ask(url, [urlsplit(url).hostname or ""], body=body, headers=headers)
    except outgoing.NoAnswer as error:
        row.settle(State.UNKNOWN, str(error), at=now())
    except (outgoing.NotAllowed, OSError) as error:
        row.settle(State.FAILED, f"{type(error).__name__}", at=now())
    else:
        row.settle(*_meaning(status, said, understood), at=now())


def _meaning(status: int, said: bytes, understood) -> tuple[str, str]:
    """A server that broke off may have rung already; one that says no has not."""
    if 400 <= status < 500:
        return State.REFUSED, f"answered {status}"
    if not 200 <= status < 300:
        return State.UNKNOWN, f"answered {status}"
    try:
        took = understood(said)
    except (ValueError, AttributeError, TypeError):
        return State.UNKNOWN, "not understood"
    return (State.TAKEN, "") if took else (State.REFUSED, "said no")


def _zadarma(row, _address):
    secret = settings.TELEPHONY_SECRETS["zadarma"][0]
    query = urlencode({"from": row.extension, "to": row.phone_e164.lstrip("+")})
    signature = zadarma_signature(secret, CALLBACK, query)
    headers = {"Authorization": f"{settings.ZADARMA_KEY}:{signature}"}
    return f"{ZADARMA}{CALLBACK}?{query}", None, headers, _says("status", "success")


def _mango(row, _address):
    secret = settings.TELEPHONY_SECRETS["mango"][0]
    text = json.dumps(
        {
            "command_id": str(row.key),
            "from": {"extension": row.extension},
            "to_number": row.phone_e164.lstrip("+"),
        }
    )
    fields = {"vpbx_api_key": secret.partition(":")[0], "sign": mango.sign(secret, text)}
    body = urlencode(fields | {"json": text}).encode()
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    return f"{MANGO}/vpbx/commands/callback", body, headers, _says("result", 1000)


def _generic(row, address):
    asked = {"event": "dial", "id": str(row.key), "from": row.extension, "to": row.phone_e164}
    body, stamp = json.dumps(asked).encode(), str(int(time.time()))
    signature = generic.signature(settings.TELEPHONY_SECRETS["generic"][0], stamp, body)
    headers = {"Content-Type": "application/json", "X-Timestamp": stamp, "X-Signature": signature}
    return address, body, headers, lambda said: True


def _says(name: str, expected):
    return lambda said: json.loads(said).get(name) == expected


_ASKED = {"zadarma": _zadarma, "mango": _mango, "generic": _generic}
