"""Hooks as each exchange would sign and send them."""

import json
from datetime import datetime
from urllib.parse import urlencode

from leads.telephony.exchange.hook import Hook
from leads.telephony.exchange.providers import generic, mango, zadarma

SECRET = "a secret of the exchange"
OLD_SECRET = "the secret before this one"
MANGO = "mangokey:the salt of mango"
FORM = {"content-type": "application/x-www-form-urlencoded"}


def zadarma_hook(fields: dict, secret: str = SECRET) -> Hook:
    text = "".join(str(fields.get(name, "")) for name in zadarma.SIGNED.get(fields["event"], ()))
    return Hook(urlencode(fields).encode(), FORM | {"signature": zadarma.signature(secret, text)})


def mango_hook(fields: dict, secret: str = MANGO) -> Hook:
    text = json.dumps(fields, ensure_ascii=False)
    form = {"vpbx_api_key": secret.partition(":")[0], "sign": mango.sign(secret, text)}
    return Hook(urlencode(form | {"json": text}).encode(), dict(FORM))


def signed_hook(fields: dict, at: datetime, secret: str = SECRET) -> Hook:
    """The generic exchange, and our forwarder of Asterisk's events."""
    body, stamp = json.dumps(fields).encode(), str(int(at.timestamp()))
    headers = {"x-signature": generic.signature(secret, stamp, body), "x-timestamp": stamp}
    return Hook(body, headers | {"content-type": "application/json"})


def hook_of(provider: str, fields: dict, at: datetime) -> Hook:
    if provider == "zadarma":
        return zadarma_hook(fields)
    return mango_hook(fields) if provider == "mango" else signed_hook(fields, at)
